"""The verb that goes with a name or pronoun."""

from collections.abc import Sequence

from core.german.tags import FINITE
from core.model import Token

LONGEST_CLAUSE = 60  # tokens from a verb to the end of its clause; no further is looked


def verb_of(tokens: Sequence[Token], i: int) -> str | None:
    """The infinitive of the finite verb beside token `i`, its separated prefix included: `hob er ... hervor`."""
    for j in (i + 1, i - 1, i + 2):
        if 0 <= j < len(tokens) and tokens[j].tag in FINITE:
            return infinitive(tokens, j)
    return None


def infinitive(tokens: Sequence[Token], j: int) -> str:
    """The infinitive of the finite verb at `j`, with the prefix that stands at the end of its clause."""
    for token in tokens[j + 1 : j + 1 + LONGEST_CLAUSE]:
        if token.tag == "PTKVZ":
            return token.text.lower() + tokens[j].lemma
        if token.tag in {"$.", "$,"}:
            break
    return tokens[j].lemma


def deed_of(tokens: Sequence[Token], i: int) -> tuple[str | None, bool]:
    """The infinitive of what a clause tells with the finite verb beside token `i`, and whether it is in the passive.

    With an auxiliary it is that of the participle, with a modal of the infinitive: `er hat … eingebracht`, `er will …`.
    """
    for j in (i + 1, i - 1, i + 2):
        if 0 <= j < len(tokens) and tokens[j].tag in FINITE:
            break
    else:
        return None, False
    ahead = tokens[j + 1 : j + 1 + _LONGEST_BRACKET]
    end = next((k for k, token in enumerate(ahead) if token.tag in {"$.", "$,"}), len(ahead))
    held = next((token for token in reversed(ahead[:end]) if token.tag == "VVPP"), None)
    if tokens[j].tag != "VAFIN" or held is None:
        return infinitive(tokens, j), False
    passive = tokens[j].lemma == "werden" or any(token.text == "worden" for token in ahead[:end])
    return held.lemma, passive


_LONGEST_BRACKET = 25  # tokens from an auxiliary to its participle
