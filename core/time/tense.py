"""Does a clause speak of what was, or of what is to come? Told from its words alone, without a tagger."""

import re
from functools import cache

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
    words = lexicon.tense_words()
    before = {token.text.lower() for token in tokens[max(0, first - 2) : first]}
    return bool(before & words.future_before) - bool(before & words.past_before)


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
    past = sum(_is_past(word) for word in lower)
    if any(word in words.perfect for word in lower) and any(_participle().fullmatch(word) for word in clause):
        past += 1
    future = sum(word in words.future for word in lower)
    return (future > 0) - (past > 0) if not (past and future) else (1 if future >= past else -1)


def _is_past(word: str) -> bool:
    words = lexicon.tense_words()
    if word in words.past:
        return True
    return len(word) >= _SHORTEST_PAST and word.endswith(("te", "ten")) and word not in words.not_past


@cache
def _participle() -> re.Pattern[str]:
    return re.compile(lexicon.tense_words().participle)
