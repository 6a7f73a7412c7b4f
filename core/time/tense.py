"""Does a clause speak of what was, or of what is to come? Told from its words alone, without a tagger."""

import re
from functools import cache
from itertools import pairwise

from core.time import context_words
from core.time.tokens import CLAUSE_ENDS, SENTENCE_ENDS, Token

_REACH = 40
_SHORTEST_PAST = 5  # sagte; `alte`, `bitte` and the like are in `not_past` or shorter


def tense(tokens: list[Token], first: int, end: int) -> int:
    """-1 past, 1 future, 0 unknown, for the expression at tokens[first:end].

    By `seit` before it, else by its clause, else by its sentence, else by `bis` or `ab` before it.
    """
    return clause_tense(tokens, first, end) or sentence_tense(tokens, first, end) or int(leads_ahead(tokens, first))


def _is_attribute(tokens: list[Token], first: int, end: int) -> bool:
    """Whether an expression belongs to a noun or participle, whose time the verb does not tell.

    `die Daten der Jahre 2011 bis 2015 überprüfen`, `das am 30. Juni auslaufende Programm`.
    """
    before = [token.text.lower() for token in tokens[max(0, first - _NEAR) : first + 2]]
    of_years = any(one in _GENITIVES and two in _YEARS for one, two in pairwise(before))
    return of_years or (end < len(tokens) and bool(_PRESENT_PARTICIPLE.fullmatch(tokens[end].text)))


_NEAR = 4  # tokens from the second of two years back to `der`: `der Jahre 2011 bis 2015`
_YEARS, _GENITIVES = frozenset({"jahre", "jahres"}), frozenset({"der", "des"})
_PRESENT_PARTICIPLE = re.compile(r"[a-zäöüß]{2,}ende[nmrs]?")


def clause_tense(tokens: list[Token], first: int, end: int) -> int:
    """Like `tense`, but by `seit` and the clause alone: surer, and more often unknown."""
    if _is_attribute(tokens, first, end):
        return 0
    before = [token.text.lower() for token in tokens[max(0, first - 3) : first]]
    if any(word in context_words.tense_words().past_before for word in before[-2:]) or _is_likened(before):
        return -1
    clause = _around(tokens, first, end, CLAUSE_ENDS)
    return 1 if _is_set_for(before, clause) else _verdict(clause)


def _is_set_for(before: list[str], clause: list[str]) -> bool:
    """Whether a clause sets something for a time, be it in the past: `kündigte für den 12. März einen Besuch an`."""
    words = context_words.tense_words()
    return bool(before) and before[-1] in words.due_before and not words.setting.isdisjoint(clause)


def _is_likened(before: list[str]) -> bool:
    """Whether something is as it was at a time: `wie schon im Dezember`, `wie im Mai`."""
    return before[-2:-1] == ["wie"] or (
        before[-3:-2] == ["wie"] and before[-2] in {"schon", "bereits", "zuletzt", "zuvor"}
    )


def sentence_tense(tokens: list[Token], first: int, end: int) -> int:
    """Like `tense`, but by the whole sentence alone."""
    if _is_attribute(tokens, first, end):
        return 0
    return _verdict(_around(tokens, first, end, SENTENCE_ENDS))


def is_present(tokens: list[Token], first: int, end: int) -> bool:
    """Whether a clause that doesn't tell the past has a verb in the present tense."""
    words = {word.lower() for word in _around(tokens, first, end, CLAUSE_ENDS)}
    perfect = any(_participle().fullmatch(word) for word in _around(tokens, first, end, SENTENCE_ENDS))
    auxiliary = words & {"ist", "sind"}
    return bool(words & context_words.tense_words().present) and not (perfect and auxiliary)


def leads_ahead(tokens: list[Token], first: int) -> bool:
    """Whether the words before an expression are `bis` or `ab`; `vom 8. bis 9. April` tells nothing."""
    for index in range(first - 1, max(-1, first - 3), -1):
        if tokens[index].text.lower() in context_words.tense_words().future_before:
            return index == 0 or tokens[index - 1].sense.kind in {"other", "literal", "break", "dot"}
    return False


def _around(tokens: list[Token], first: int, end: int, ends: frozenset[str]) -> list[str]:
    begin = first
    while begin > max(0, first - _REACH) and tokens[begin - 1].sense.kind not in ends:
        begin -= 1
    stop = end
    while stop < min(len(tokens), end + _REACH) and tokens[stop].sense.kind not in ends:
        stop += 1
    return [token.text for token in tokens[begin:stop]]


def _verdict(clause: list[str]) -> int:
    words = context_words.tense_words()
    lower = [word.lower() for word in clause]
    past = sum(_is_past(word, form) for word, form in zip(clause, lower, strict=True))
    participle = any(_participle().fullmatch(word) for word in clause)
    if participle and any(word in words.perfect for word in lower):
        past += 1
    ahead = [word for word in lower if word in words.future]
    if participle and ahead and lower[-1] in _PERFECT_INFINITIVES:
        return -1  # soll gesagt haben
    if lower[-1:] and lower[-1] in _MODAL_INFINITIVES and _AUXILIARIES & set(lower):
        return -1  # hätte fertig werden sollen, hatte sich ein Bild machen wollen
    if past and set(ahead) <= {"werden"}:
        return -1  # getroffen werden konnte
    future = len(ahead) + _is_due(lower)
    return (future > 0) - (past > 0) if not (past and future) else (1 if future >= past else -1)


_PERFECT_INFINITIVES = frozenset({"haben", "sein"})
_MODAL_INFINITIVES = frozenset({"sollen", "müssen", "wollen", "dürfen", "können"})
_AUXILIARIES = frozenset({"hätte", "hätten", "hatte", "hatten"})


def _is_due(lower: list[str]) -> bool:
    """ist … zu entrichten"""
    return bool({"ist", "sind"} & set(lower)) and any(
        word == "zu" and following.endswith("en") for word, following in pairwise(lower)
    )


def _is_past(word: str, lower: str) -> bool:
    words = context_words.tense_words()
    if word == lower and lower in words.past:
        return True
    looks_past = len(word) >= _SHORTEST_PAST and word.islower() and word.endswith(("te", "ten"))
    return looks_past and word not in words.not_past


@cache
def _participle() -> re.Pattern[str]:
    return re.compile(context_words.tense_words().participle)
