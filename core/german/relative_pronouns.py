"""Relative pronouns that were taken for articles: `auf Schildern, | die | Flüchtlingen entgegengehalten wurden`."""

from collections.abc import Sequence

from core.german.tags import FINITE, NOUNS_AND_NAMES, OPENERS, is_sign
from core.model import Token

_FORMS = frozenset({"der", "die", "das", "den", "dem"})
_AUXILIARIES = frozenset({"VAFIN", "VMFIN"})
_HELD = frozenset({"VVPP", "VAPP", "VVINF", "VAINF"})
_SHORTEST = 4  # words: `die Soldaten getötet hat`


def with_relative_pronouns(tokens: Sequence[Token]) -> list[Token]:
    """The tokens of a sentence, with the pronouns set right that open a clause with its auxiliary at the end.

    They stand behind a noun and a comma. No list is meant (`die Ämter, die Presse und …`), nor a clause that waits for
    its verb: `weil die Partei, die Presse und die Ämter geschwiegen haben`.
    """
    mended = list(tokens)
    for i in range(2, len(tokens)):
        if tokens[i].tag == "ART" and tokens[i].text in _FORMS and _opens(tokens, i):
            mended[i] = tokens[i]._replace(tag="PRELS", lemma=tokens[i].text)
    return mended


def _opens(tokens: Sequence[Token], i: int) -> bool:
    if tokens[i - 1].text != "," or tokens[i - 2].tag not in NOUNS_AND_NAMES or _waits(tokens[: i - 1]):
        return False
    end = next((j for j in range(i, len(tokens)) if is_sign(tokens[j])), len(tokens))
    run = tokens[i:end]
    if len(run) < _SHORTEST or run[-1].tag not in _AUXILIARIES or run[-2].tag not in _HELD or run[2].tag == "KON":
        return False
    return not any(word.tag in FINITE | OPENERS for word in run[:-1])


def _waits(tokens: Sequence[Token]) -> bool:
    """Whether the last dependent clause that is begun has no finite verb yet."""
    for word in reversed(tokens):
        if word.tag in FINITE:
            return False
        if word.tag in OPENERS:
            return True
    return False
