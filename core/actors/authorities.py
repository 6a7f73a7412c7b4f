"""When a city or a region is the body that runs it: `Die Stadt Salzburg will`, but not `in der Stadt Salzburg`."""

from collections.abc import Sequence

from core.german.grammar import grammar
from core.german.tags import FINITE, OPENERS, PREPOSITIONS
from core.model import Token

_ARTICLES = frozenset({"die", "das", "der", "dem", "vom"})
_BY = frozenset({"mit", "von", "vom", "laut", "seitens", "gegenüber"})
_PASSIVE_REACH = 6  # tokens behind `von der Stadt Graz`, or `von Graz`
_BEFORE_VERB = frozenset({"ADV", "PROAV", "ADJD", "PWAV"})


def acts(tokens: Sequence[Token], noun: int) -> bool:
    """Whether the noun at a token (`Stadt`), with a name behind it, is who acts in its clause, or with whom is acted.

    Told by its place: beside the finite verb as its subject, or behind a preposition of who acts. Papers name cities
    far away mostly as places, and mostly as objects (`eroberten die Stadt Palmyra`) or after others: these don't count.
    """
    words = [token.text.lower() for token in tokens[max(0, noun - 2) : noun]]
    if not words or words[-1] not in _ARTICLES:
        return False
    if by := next((word for word in words if word in _BY), None):
        in_passive = participle_follows(tokens, noun + 2) and any(token.lemma == "werden" for token in tokens)
        return by not in {"von", "vom"} or in_passive or _is_said_by(tokens, noun - len(words) + words.index(by))
    if len(words) == 1 or tokens[noun - 2].tag in {"$,", "$(", "$.", "KON"}:
        return noun + 2 < len(tokens) and _does(tokens[noun + 2])
    return _does(tokens[noun - 2]) and _opens_otherwise(tokens, noun - 2)


def _is_said_by(tokens: Sequence[Token], by: int) -> bool:
    """Whether a preposition names whose word something is: `heißt es von der Stadt Graz`."""
    return by > 1 and tokens[by - 1].text == "es" and tokens[by - 2].lemma == "heißen"


def _does(verb: Token) -> bool:
    """Whether a verb is finite, in the singular, and says what somebody does."""
    return verb.tag in FINITE and not verb.text.endswith("n") and verb.lemma not in grammar().verbs.copulas


def _opens_otherwise(tokens: Sequence[Token], verb: int) -> bool:
    """Whether what stands before a verb is not its subject: a time, a place, or words that somebody said."""
    begin = next((j + 1 for j in range(verb - 1, -1, -1) if tokens[j].tag in {"$,", "$(", "$."} | OPENERS), 0)
    return begin == verb or tokens[begin].tag in PREPOSITIONS | _BEFORE_VERB


def participle_follows(tokens: Sequence[Token], begin: int) -> bool:
    """Whether a participle stands soon behind a name that `von` is before, and so makes it who acts."""
    return any(token.tag == "VVPP" for token in tokens[begin : begin + _PASSIVE_REACH])
