"""Does a clause speak of what was, or of what is to come? Told from its words alone, without a tagger."""

import re
from functools import cache
from itertools import pairwise

from core.time import lexicon
from core.time.tokens import Token

_CLAUSE_ENDS = frozenset({"break", "dot", "colon", "comma"})
_SENTENCE_ENDS = frozenset({"break", "dot"})
_REACH = 40
_SHORTEST_PAST = 5  # sagte; `alte`, `bitte` and the like are in `not_past` or shorter


def tense(tokens: list[Token], first: int, end: int) -> int:
    """-1 past, 1 future, 0 unknown, for the expression at tokens[first:end]: by its clause, else by its sentence."""
    for ends in (_CLAUSE_ENDS, _SENTENCE_ENDS):
        clause = _around(tokens, first, end, ends)
        if verdict := _verdict(clause):
            return verdict
    return _told_by_preposition(tokens, first)


def _told_by_preposition(tokens: list[Token], first: int) -> int:
    """seit Montag, bis Freitag; `vom 8. bis 9. April` tells nothing."""
    words = lexicon.tense_words()
    for index in range(first - 1, max(-1, first - 3), -1):
        word = tokens[index].text.lower()
        if word in words.past_before:
            return -1
        if word in words.future_before:
            return 0 if index and tokens[index - 1].sense.kind not in {"other", "literal", "break", "dot"} else 1
    return 0


def _around(tokens: list[Token], first: int, end: int, ends: frozenset[str]) -> list[str]:
    begin = first
    while begin > max(0, first - _REACH) and tokens[begin - 1].sense.kind not in ends:
        begin -= 1
    stop = end
    while stop < min(len(tokens), end + _REACH) and tokens[stop].sense.kind not in ends:
        stop += 1
    return [token.text for token in tokens[begin:stop]]


def _verdict(clause: list[str]) -> int:
    words = lexicon.tense_words()
    lower = [word.lower() for word in clause]
    past = sum(_is_past(word, form) for word, form in zip(clause, lower, strict=True))
    if any(word in words.perfect for word in lower) and any(_participle().fullmatch(word) for word in clause):
        past += 1
    future = sum(word in words.future for word in lower) + _is_due(lower)
    return (future > 0) - (past > 0) if not (past and future) else (1 if future >= past else -1)


def _is_due(lower: list[str]) -> bool:
    """ist … zu entrichten"""
    return bool({"ist", "sind"} & set(lower)) and any(
        word == "zu" and following.endswith("en") for word, following in pairwise(lower)
    )


def _is_past(word: str, lower: str) -> bool:
    words = lexicon.tense_words()
    if lower in words.past:
        return True
    looks_past = len(word) >= _SHORTEST_PAST and word.islower() and word.endswith(("te", "ten"))
    return looks_past and word not in words.not_past


@cache
def _participle() -> re.Pattern[str]:
    return re.compile(lexicon.tense_words().participle)
