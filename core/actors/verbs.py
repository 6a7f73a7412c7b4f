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
