"""What one date means for the clause that it stands in, by the words before it: a day, a bound, or nothing."""

import re
from collections.abc import Sequence
from datetime import timedelta

from core.claims.analysis import spans_within
from core.claims.dating.compared import is_compared, word_after
from core.claims.dating.elsewhere import (
    closes_noun,
    describes,
    is_about_a_year,
    is_ahead_of,
    is_of_cause,
    names_a_year,
)
from core.claims.dating.evidence import of_writing, source_of
from core.claims.dating.timing import NOTHING, ONE_DAY, Cycle, Told
from core.claims.dating.words import Relation, dating_words
from core.claims.scene import Scene
from core.model import Bounds, ClaimDate, DateEvidence, Interval
from core.time import edtf, lexicon
from core.time.dates import Dated


def read(scene: Scene, at: int, dated: Dated, trigger: int) -> Told:
    """What a date means for the clause that it stands in."""
    words = scene.words
    before = [words[i].text.lower() for i in range(max(0, at - 3), at)]
    relation = _relation(before)
    if relation == "earlier" and _is_distance(scene, dated):
        relation = _relation(before[:-1])  # `vor einer Woche`, `bis vor einer Woche`
    written = scene.analysis.published.interval
    if relation == "until" and written is not None and dated.interval.first > written.last:
        relation = "by"  # `will bis Mai liefern`; what was until May may have begun at any time
    if (
        relation in {"until", "compared"}
        or is_compared(scene, at)
        or (relation == "since" and _is_distance(scene, dated))
    ):
        return NOTHING
    if relation == "of_noun" and (closes_noun(scene, at, dated, trigger) or word_after(scene, dated) == "auf"):
        return NOTHING  # a noun's date, or the old one: `vom 3. auf den 5. Juni verlegt`
    if describes(scene, at, dated, trigger) or is_ahead_of(scene, at, dated, trigger):
        return NOTHING
    if is_of_cause(scene, at, trigger):
        return NOTHING
    if (relation == "due" and names_a_year(scene, at, dated, trigger)) or is_about_a_year(scene, at, dated):
        return NOTHING
    if relation in {"earlier", "later"}:
        return _around(scene, at, dated, relation)
    source, evidence = source_of(scene, dated)
    own = scene.analysis.document.text[dated.start : dated.end]
    if relation in {"onwards", "since", "by"} and _is_wide(dated):
        return NOTHING
    if relation in {"onwards", "since"} or (relation == "of_noun" and word_after(scene, dated) == "an"):
        again = None if relation == "since" else _cycle(own, dated)
        begin = ClaimDate(dated.edtf, dated.interval, dated.precision, "text", source, evidence)
        onset = begin if relation == "onwards" else None
        until = written.last if relation == "since" and written is not None else None  # `seit März` is up to now
        return Told(bounds=Bounds(dated.interval.first, until, "text", source, evidence), cycle=again, onset=onset)
    if relation == "by":
        return Told(bounds=Bounds(None, dated.interval.last, "text", source, evidence))
    if weekday := _weekday_before_article(own, dated):
        return _split(scene, dated, weekday)
    if relation is None and _ACCUSATIVE.match(own) and words[at].start == dated.start:
        return NOTHING  # `den 1. Juni als Termin`: what is named, not when
    when = ClaimDate(dated.edtf, dated.interval, dated.precision, "text", source, evidence)
    return Told(when, due=relation == "due", cycle=_cycle(own, dated))


def _is_wide(dated: Dated) -> bool:
    """Whether a date is only known to be one of many, as the day of writing is: `seit Sonntag` begins on none."""
    return dated.precision == "interval" and dated.anchor in {"published", "inferred"}


def _relation(before: Sequence[str]) -> Relation | None:
    """What the words right before a date make of it: `nach`, `spätestens am`, `bis zum`."""
    words = list(before)
    inserted = bool(words) and words[-1] in _INSERTED
    if inserted:
        words.pop()
    for relation, known in dating_words().before.items():
        if words and words[-1] in known and (not inserted or relation in _BEFORE_INSERTED):
            return relation
    return None


_INSERTED = frozenset({"am", "zum"})

_BEFORE_INSERTED = frozenset({"until", "onwards", "by"})

_ACCUSATIVE = re.compile(r"den\s+\d")


def _is_distance(scene: Scene, dated: Dated) -> bool:
    """Whether a date is a span of time back from now, `vor` being a part of it: `vor einer Woche`."""
    if dated.anchor == "explicit":
        return False  # `seit Mitte der 1970er Jahre`
    last = scene.analysis.document.text[dated.start : dated.end].split()[-1]
    sense = lexicon.senses().get(last)
    return sense is not None and sense.kind in {"unit", "units"}


_SPAN = re.compile(r"P(\d+)([DWMY])")


def _around(scene: Scene, at: int, dated: Dated, relation: Relation) -> Told:
    """`nach dem 7. Oktober`, `vor Mittwoch`: a bound; with a span of time before it, a day."""
    times = spans_within(scene.analysis.times, scene.sentence.start, scene.sentence.end)
    if any(time.start == dated.start and time.type == "TIME" for time in times):
        return NOTHING  # `kurz nach Mitternacht` says which day it was in another way
    source, evidence = source_of(scene, dated)
    prior = scene.words[at - 1].start
    span = next((time for time in times if time.end <= prior <= time.end + 1 and _SPAN.fullmatch(time.value)), None)
    sign = 1 if relation == "later" else -1
    if span is not None and (moved := _moved(dated, span.value, sign)) is not None:
        first = DateEvidence(span.start, span.end, span.text, "expression")
        written = edtf.format(moved)
        return Told(ClaimDate(written, moved, edtf.precision(written), "text", source, (first, *evidence)))
    try:
        first_day = dated.interval.last + ONE_DAY if sign > 0 else None
        last_day = dated.interval.first - ONE_DAY if sign < 0 else None
    except OverflowError:
        return NOTHING
    return Told(bounds=Bounds(first_day, last_day, "text", source, evidence))


def _moved(dated: Dated, span: str, sign: int) -> Interval | None:
    """A date so many days or weeks on; None for coarser spans, which do not say on which day."""
    match = _SPAN.fullmatch(span)
    if match is None or match[2] not in "DW":
        return None
    step = timedelta(days=sign * int(match[1]) * (7 if match[2] == "W" else 1))
    try:
        return Interval(dated.interval.first + step, dated.interval.last + step)
    except OverflowError:
        return None


def _weekday_before_article(own: str, dated: Dated) -> int | None:
    """The weekday (1 Monday) of `Montag den 1. Juni` where that day is another one: they are two dates."""
    match = re.match(r"(\w+)\s+den\s+\d", own)
    sense = lexicon.senses().get(match[1]) if match else None
    if sense is None or sense.kind != "weekday" or dated.interval.first.isoweekday() == int(sense.value):
        return None
    return int(sense.value)


def _split(scene: Scene, dated: Dated, weekday: int) -> Told:
    """The weekday alone, the last one before the text was written."""
    written = scene.analysis.published.interval
    if written is None or written.first != written.last:
        return NOTHING
    day = written.last - timedelta(days=(written.last.isoweekday() - weekday) % 7)
    text = scene.analysis.document.text
    end = dated.start + len(text[dated.start : dated.end].split()[0])
    said = DateEvidence(dated.start, end, text[dated.start : end], "expression")
    evidence = (said, *of_writing(text, scene.analysis.published))
    return Told(ClaimDate(day.isoformat(), Interval(day, day), "day", "text", "partial", evidence), cycle="week")


def _cycle(own: str, dated: Dated) -> Cycle | None:
    """When the words of a date without a year come again; None where they say which one (`vergangenen Montag`)."""
    if dated.anchor not in {"published", "inferred"}:
        return None
    kinds = {sense.kind if (sense := lexicon.senses().get(word)) else "" for word in re.findall(r"[^\W\d]+", own)}
    kinds -= {"", "article", "filler"}
    first = own.split()[0]
    if dated.precision == "day" and first.startswith(lexicon.weekdays()) and not kinds & {"month"}:
        return "week" if kinds <= _OF_WEEKDAY else None
    if dated.precision in {"day", "month", "interval"} and kinds == {"month"}:
        return "year"
    return None


_OF_WEEKDAY = frozenset({"weekday", "part_of_day", "part_adverb", "part_of_clock", "early"})
