"""When a claim's event was: what its own clause says, else the clause it goes on with; never a quotation's inner dates.

A date tells of its clause unless the words before it make it that of something else (`nach der Wahl vom 7. Februar`),
or a bound (`ab dem 12. April`). What is told and when the text was written must agree: where one reading of a weekday
or a month breaks that, the other is meant.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import takewhile
from typing import Literal, NamedTuple

from core.claims import triggers
from core.claims.analysis import spans_within
from core.claims.compared import is_compared, word_after
from core.claims.dating_words import Relation, dating_words
from core.claims.scene import Scene
from core.claims.triggers import Trigger
from core.german.clauses import Verb
from core.german.hearsay import as_told
from core.german.values import PAST_TENSES
from core.model import Bounds, ClaimDate, DateEvidence, DateSource, EvidencePart, Interval, Published, Status, Token
from core.time import edtf, lexicon
from core.time.dates import Dated

Cycle = Literal["week", "year"]
"""After what time the words of a date come again: a weekday after a week, a day of a month after a year."""


@dataclass(frozen=True)
class Told:
    """What a sentence tells of when an event was: a date, or what bounds it, or neither.

    `due`: the date is that of a plan (`für Dienstag`); `cycle`: when the words of the date come again; `onset`: the
    date from which on it is (`ab dem 12. April`), which is its date where it does not last.
    """

    date: ClaimDate | None = None
    bounds: Bounds | None = None
    due: bool = False
    cycle: Cycle | None = None
    onset: ClaimDate | None = None

    @property
    def silent(self) -> bool:
        """Whether nothing is told."""
        return self.date is None and self.bounds is None


NOTHING = Told()


def told(scene: Scene, clauses: Sequence[int], trigger: Trigger, given: Status | None, *, spoken: bool) -> Told:
    """What is told of when an event was, by the clause of its trigger, the leading clause, or the one it goes on with.

    Args:
        scene: the sentence.
        clauses: the clauses of the claim, the leading one first.
        trigger: the word that tells of the event.
        given: the status that another clause or verb gives it (`kündigte … an`).
        spoken: whether it consists of words.
    """
    lead, own = clauses[0], scene.clause_of(trigger.at, clauses)
    verb = as_told(scene.clauses[own].verb, scene.words)
    for k in dict.fromkeys((own, lead, scene.clauses[lead].shares)):
        if k is None:
            continue
        timing = of_tokens(scene, scene.clauses[k].tokens, trigger.at)
        if timing.onset is not None and not _lasts(trigger):
            timing = replace(timing, date=timing.onset, bounds=None, onset=None)
        if not spoken:
            timing = _coming(timing, verb, scene.analysis.published.interval)
        if given in {"planned", "possible"} and not _of_plan(scene, k, own, trigger, timing):
            continue
        own_date = trigger.evidence == "noun" and _of_noun(scene, timing, trigger.at)
        if not own_date and _of_the_past_in_the_present(scene, timing, verb if k == own else scene.clauses[own].verb):
            continue
        if spoken and (timing.due or _ahead_of_words(scene, timing, verb)):
            continue
        if not timing.silent:
            return timing
    return _heading(scene, trigger.at)


def _lasts(trigger: Trigger) -> bool:
    """Whether an event goes on from the day that it begins on."""
    return triggers.has(trigger, "lasting") or triggers.has(trigger, "continuing")


def _heading(scene: Scene, trigger: int) -> Told:
    """The date that heads a sentence: `24. Februar 2022: Russland greift die Ukraine an`."""
    heads = (dated for dated in scene.dates.get(0, ()) if word_after(scene, dated) in _HEADED)
    return next((_read(scene, 0, dated, trigger) for dated in heads), NOTHING)


_HEADED = frozenset({":", "–", "|"})


def _of_plan(scene: Scene, k: int, own: int, trigger: Trigger, timing: Told) -> bool:
    """Whether a date near a verb of planning is that of the plan: not the `am Montag` of `kündigte am Montag … an`."""
    verb = scene.clauses[k].verb
    if timing.date is None or timing.due or verb is None or verb.tense not in PAST_TENSES:
        return True
    if k == own and trigger.evidence != "noun":
        return True  # the verb of the plan stands in another clause
    written = scene.analysis.published.interval
    if written is not None and timing.date.interval.first > written.last:
        return True
    begin, end = scene.words[trigger.at].end, timing.date.evidence[0].start
    return k == own and begin <= end and scene.analysis.document.text[begin:end].strip() in _DIRECTLY


_DIRECTLY = frozenset({"am", "im", "vom", "für", ""})


def of_tokens(scene: Scene, tokens: Iterable[int], trigger: int) -> Told:
    """What some tokens of a sentence tell of when; of several dates the one nearest to the trigger counts.

    A time by the clock is that of the day beside it: `um 14 Uhr am Dienstag`.
    """
    named = [(i, dated) for i in tokens for dated in scene.dates.get(i, ())]
    text = scene.analysis.document.text
    days = [(i, dated) for i, dated in named if not _CLOCK.search(text, dated.start, dated.end)]
    by_distance = [
        (abs(i - trigger), i, one) for i, dated in days or named if not (one := _read(scene, i, dated, trigger)).silent
    ]
    return min(by_distance, key=lambda row: (row[2].date is None, *row[:2]))[2] if by_distance else NOTHING


_CLOCK = re.compile(r"\bUhr\b|\d:\d\d")


def _read(scene: Scene, at: int, dated: Dated, trigger: int) -> Told:
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
    if relation == "of_noun" and (_closes_noun(scene, at, dated, trigger) or word_after(scene, dated) == "auf"):
        return NOTHING  # a noun's date, or the old one: `vom 3. auf den 5. Juni verlegt`
    if _describes(scene, at, dated, trigger) or _ahead_of(scene, at, dated, trigger):
        return NOTHING
    if _is_of_cause(scene, at, trigger):
        return NOTHING
    if (relation == "due" and _names_a_year(scene, at, dated, trigger)) or _is_about_a_year(scene, at, dated):
        return NOTHING
    if relation in {"earlier", "later"}:
        return _around(scene, at, dated, relation)
    source, evidence = _source(scene, dated)
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


def _closes_noun(scene: Scene, at: int, dated: Dated, trigger: int) -> bool:
    """Whether `vom 7. Februar` belongs to the noun before it; a range, and `von Montag an`, begin with it."""
    if dated.precision == "interval" or at < 2 or at - 2 == trigger:
        return False
    return word_after(scene, dated) not in {"an", "bis"} and scene.words[at - 2].tag[0] == "N"


def _describes(scene: Scene, at: int, dated: Dated, trigger: int) -> bool:
    """Whether a date stands before a noun, within its phrase: `der am Montag vorgestellte Bericht`."""
    words = scene.words
    begin = at - 1
    while begin > 0 and words[begin].tag in {"APPR", "APPRART", "ADV"}:
        begin -= 1
    if begin < 0 or words[begin].tag not in {"ART", "PDAT", "PPOSAT", "PIAT", "PRELS", "PDS", "APPRART"}:
        return False
    if begin and words[begin - 1].text.lower() == "in" and dated.precision == "day":
        return False  # `in einem am Sonntag veröffentlichten Interview`
    after = next((i for i, word in enumerate(words) if word.start >= dated.end), len(words))
    if words[begin].tag == "ART" and words[begin].text.lower().startswith("ein") and begin < at - 1:
        participle = next((i for i in range(after, len(words)) if _is_participle(words[i])), None)
        noun = next((i for i in range(participle or len(words), len(words)) if words[i].tag[0] == "N"), None)
        return noun is None or noun != trigger  # `an einem im Mai von den USA unterzeichneten Abkommen`
    for i in range(after, min(after + _WITHIN, len(words))):
        if _is_participle(words[i]):
            noun = next((k for k in range(i + 1, len(words)) if words[k].tag[0] == "N"), None)
            return noun is not None and noun != trigger
        if words[i].tag[0] in "V$" or words[i].tag == "ART":
            return False
    return False


def _is_participle(word: Token) -> bool:
    return word.tag == "ADJA" and bool(_PARTICIPLE.search(word.text))


_WITHIN = 4
"""Words between a date and the participle that it goes with, in a noun phrase."""
_PARTICIPLE = re.compile(r"(?:[td]|en|end)e[nmrs]?$")


def _ahead_of(scene: Scene, at: int, dated: Dated, trigger: int) -> bool:
    """Whether the date right behind a noun is that of something before or ahead: `vor dem Referendum am Sonntag`.

    A bare year behind a noun says which one it is (`nach der Konferenz 1995`).
    """
    words, known = scene.words, dating_words()
    if at and dated.precision == "year" and words[at - 1].tag[0] == "N":
        head, prepositions = at - 1, known.ahead_of | known.of_year
    elif at > 1 and words[at - 1].text.lower() in {"am", "im", "vom"}:
        head, prepositions = at - 2, known.ahead_of
    else:
        return False
    return (
        head != trigger
        and head not in scene.time_tokens
        and any(
            head in phrase.tokens and phrase.function == "oblique" and phrase.preposition in prepositions
            for phrases in scene.phrases
            for phrase in phrases
        )
    )


def _is_of_cause(scene: Scene, at: int, trigger: int) -> bool:
    """Whether a date is that of a cause, as it may be: `wegen eines Überfalls im Mai verurteilt`."""
    behind = takewhile(lambda i: scene.words[i].tag[0] not in "V$", range(at - 1, -1, -1))
    cause = next((i for i in behind if scene.words[i].text.lower() in dating_words().causal), None)
    return cause is not None and cause < at - 1 and not cause < trigger < at


def _names_a_year(scene: Scene, at: int, dated: Dated, trigger: int) -> bool:
    """Whether a year says which one of its kind a noun is: `die Bilanz für 2014`."""
    coarse = dated.precision not in {"day", "week", "month"}
    return coarse and at >= 2 and at - 2 != trigger and scene.words[at - 2].tag[0] == "N"


def _is_about_a_year(scene: Scene, at: int, dated: Dated) -> bool:
    """Whether a noun before a bare year is of something about that year: `die Bilanz 2013`, `der Haushalt für 2014`."""
    if dated.precision != "year":
        return False
    behind = [word for word in scene.words[max(0, at - 4) : at] if word.text.lower() not in _BEFORE_YEAR]
    return bool(behind) and behind[-1].text.lower().endswith(dating_words().about_years)


_BEFORE_YEAR = frozenset({"für", "das", "jahr", "zum", "des", "jahres"})


def _is_distance(scene: Scene, dated: Dated) -> bool:
    """Whether a date is a span of time back from now, `vor` being a part of it: `vor einer Woche`."""
    if dated.anchor == "explicit":
        return False  # `seit Mitte der 1970er Jahre`
    last = scene.analysis.document.text[dated.start : dated.end].split()[-1]
    sense = lexicon.senses().get(last)
    return sense is not None and sense.kind in {"unit", "units"}


_ONE_DAY = timedelta(days=1)
_SPAN = re.compile(r"P(\d+)([DWMY])")


def _around(scene: Scene, at: int, dated: Dated, relation: Relation) -> Told:
    """`nach dem 7. Oktober`, `vor Mittwoch`: a bound; with a span of time before it, a day."""
    times = spans_within(scene.analysis.times, scene.sentence.start, scene.sentence.end)
    if any(time.start == dated.start and time.type == "TIME" for time in times):
        return NOTHING  # `kurz nach Mitternacht` says which day it was in another way
    source, evidence = _source(scene, dated)
    prior = scene.words[at - 1].start
    span = next((time for time in times if time.end <= prior <= time.end + 1 and _SPAN.fullmatch(time.value)), None)
    sign = 1 if relation == "later" else -1
    if span is not None and (moved := _moved(dated, span.value, sign)) is not None:
        first = DateEvidence(span.start, span.end, span.text, "expression")
        written = edtf.format(moved)
        return Told(ClaimDate(written, moved, edtf.precision(written), "text", source, (first, *evidence)))
    try:
        first_day = dated.interval.last + _ONE_DAY if sign > 0 else None
        last_day = dated.interval.first - _ONE_DAY if sign < 0 else None
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


def _source(scene: Scene, dated: Dated) -> tuple[DateSource, tuple[DateEvidence, ...]]:
    """Whether the words say the whole date, and what all of it rests on."""
    text = scene.analysis.document.text
    said = DateEvidence(dated.start, dated.end, text[dated.start : dated.end], "expression")
    if dated.anchor == "explicit":
        return "whole", (said,)
    if dated.anchor == "context":
        known = scene.analysis.dates
        earlier = known[: bisect_left(known, dated.start, key=lambda one: one.start)]
        named = earlier[-1] if earlier else None
        more = (DateEvidence(named.start, named.end, text[named.start : named.end], "anchor"),) if named else ()
        return "partial", (said, *more)
    return "partial", (said, *of_writing(text, scene.analysis.published))


def of_writing(text: str, published: Published) -> tuple[DateEvidence, ...]:
    """The characters of a text from which the day of its writing is known; none where its metadata say it."""
    part: EvidencePart = "writing"
    return tuple(DateEvidence(start, end, text[start:end], part) for start, end in published.spans)


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
    weekdays = [form for form, sense in lexicon.senses().items() if sense.kind == "weekday"]
    if dated.precision == "day" and first.startswith(tuple(weekdays)) and not kinds & {"month"}:
        return "week" if kinds <= _OF_WEEKDAY else None
    if dated.precision in {"day", "month", "interval"} and kinds == {"month"}:
        return "year"
    return None


_OF_WEEKDAY = frozenset({"weekday", "part_of_day", "part_adverb", "part_of_clock", "early"})


_FRONT = 3
"""Words at the front of a sentence, where a date sets the scene of what follows."""


def _of_the_past_in_the_present(scene: Scene, timing: Told, verb: Verb | None) -> bool:
    """Whether a date long past stands in the present tense, as that of something else, and not in front of a chronicle.

    `Anhängig ist die Klage wegen der Spenden 2013`, but `2013: Die Partei gewinnt die Wahl`.
    """
    written = scene.analysis.published.interval
    if timing.date is None or written is None or verb is None or verb.tense != "present":
        return False
    if timing.date.precision == "day":
        return False  # as below a picture: `Anna Meier trifft am 3. Mai 2020 Bo Lund`
    front = timing.date.evidence[0].start < scene.words[min(_FRONT, len(scene.words)) - 1].end
    return timing.date.interval.last < written.first and not front


def _of_noun(scene: Scene, timing: Told, noun: int) -> bool:
    """Whether a date belongs to the noun before it, who and where apart: `der Besuch von X im vergangenen Januar`."""
    if timing.date is None:
        return False
    at = next((i for i, word in enumerate(scene.words) if word.start >= timing.date.evidence[0].start), 0)
    between = scene.words[noun + 1 : at]
    return (
        noun < at <= noun + _BEHIND_NOUN
        and not any(word.tag[0] in "V$" for word in between)
        and all(word.text.lower() in _WITH_NOUN for word in between if word.tag in {"APPR", "APPRART"})
    )


_BEHIND_NOUN = 10
"""Words between a noun and its date, with who takes part, and where."""
_WITH_NOUN = frozenset({"von", "vom", "in", "im", "am", "bei", "mit", "zwischen", "nach"})


def _ahead_of_words(scene: Scene, timing: Told, verb: Verb | None) -> bool:
    """Whether words of the present name a time to come that they are about: `fordert für das kommende Jahr mehr Geld`.

    A single day may be that on which they will be said; no year is when the present says something.
    """
    written = scene.analysis.published.interval
    if timing.date is None or written is None or verb is None or verb.tense != "present" or verb.modal:
        return False
    coarse = timing.date.precision in {"year", "quarter", "season"}  # `rechnet 2015 mit mehr Anträgen`
    return coarse or (timing.date.precision != "day" and timing.date.interval.first > written.last)


def _coming(timing: Told, verb: Verb | None, written: Interval | None) -> Told:
    """A weekday in the present tense is the coming one: `trifft am Dienstag`; and a month that is long gone by.

    Of the last months the present tells, too: `Im September beginnt der Streit`.
    """
    if written is None or verb is None or verb.tense != "present" or verb.mood == "subjunctive2":
        return timing
    begin = timing.bounds and timing.bounds.first
    if timing.bounds is not None and begin and timing.cycle == "week" and begin < written.first:
        return replace(timing, bounds=timing.bounds._replace(first=begin + timedelta(days=7)))
    if timing.date is None:
        return timing
    gone = (written.first - timing.date.interval.last).days
    if timing.cycle is None or gone <= _RECENT[timing.cycle]:
        return timing
    ahead = _shifted(timing.date, timing.cycle, 1)
    return Told(ahead, due=timing.due, cycle=timing.cycle) if ahead is not None else timing


_RECENT: dict[Cycle, int] = {"week": 0, "year": 120}
"""Days gone by that the present tense tells of, by when the words come again."""


class Agreed(NamedTuple):
    """A date or bounds and a status that go together with the day of writing."""

    date: ClaimDate | None
    bounds: Bounds | None
    status: Status


def agreed(timing: Told, status: Status, verb: Verb | None, written: Interval | None, *, spoken: bool) -> Agreed:
    """What is told of when, brought into agreement with the status: nothing occurred after it was written.

    A date that cannot be meant is that of something else, and none is left.

    Args:
        timing: what the sentence tells.
        status: what its words make of the event.
        verb: of the event's clause.
        written: when the text was.
        spoken: whether the event consists of words.
    """
    when, bounds = timing.date, timing.bounds
    if written is None or timing.silent:
        return Agreed(when, bounds, status)
    if bounds is not None and bounds.first is None and bounds.last is not None and bounds.last > written.last:
        if spoken or status not in {"planned", "possible", "ongoing"}:
            return Agreed(when, None, status)  # `forderte bis Juni eine Lösung`: that is until when it holds
        bounds = bounds._replace(first=written.first)
    past = verb is None or verb.tense in PAST_TENSES or verb.mood == "subjunctive2"
    first, last = when.interval if when else (bounds.first, bounds.last) if bounds else (None, None)
    if status in {"occurred", "ongoing"} and first is not None and first > written.last:
        if not spoken and (not past or timing.due):
            return Agreed(when, bounds, "planned")
        before = when and timing.cycle and not spoken and _shifted(when, timing.cycle, -1)
        return Agreed(before if before and before.interval.first <= written.last else None, None, status)
    if status == "planned" and last is not None and last < written.first:
        after = when and timing.cycle and _shifted(when, timing.cycle, 1)
        soon = timing.cycle == "week" and (verb is None or _previews(verb))
        if after and after.interval.last >= written.first and (soon or not past):
            return Agreed(after, None, status)
        return Agreed(when, bounds, "possible") if past else Agreed(None, None, status)
    return Agreed(when, bounds, status)


def _previews(verb: Verb) -> bool:
    """Whether a plan of the past may be for what is to come: `wollte am Montag beraten`, not `hatte beraten wollen`."""
    return verb.tense == "past" and verb.mood == "indicative" and len(verb.tokens) <= 2 + verb.passive


def agree(status: Status, when: ClaimDate | Bounds, written: Interval | None) -> bool:
    """Whether a date or bounds can be that of an event of some status: none occurred after it was written."""
    first, last = when.interval if isinstance(when, ClaimDate) else (when.first, when.last)
    if written is None:
        return True
    if status == "occurred":
        return first is None or first <= written.last
    return status != "planned" or last is None or last >= written.first


def _shifted(when: ClaimDate, cycle: Cycle, way: Literal[1, -1]) -> ClaimDate | None:
    """The same words read as the time after or before; None off the calendar."""
    try:
        if cycle == "week":
            step = timedelta(days=7 * way)
            interval = Interval(when.interval.first + step, when.interval.last + step)
        else:
            interval = Interval(_in_year(when.interval.first, way), _in_year(when.interval.last, way))
    except (OverflowError, ValueError):
        return None
    return when._replace(edtf=edtf.format(interval), interval=interval)


def _in_year(day: date, way: int) -> date:
    if (day.month, day.day) == (2, 29):
        return date(day.year + way, 2, 28)
    if (day.month, day.day) == (2, 28) and (day + _ONE_DAY).day == 1:  # the last of a month stays that
        return date(day.year + way, 3, 1) - _ONE_DAY
    return day.replace(year=day.year + way)


def bounded(
    status: Status, verb: Verb | None, published: Published, text: str, *, spoken: bool, until_now: bool = False
) -> Bounds | None:
    """Between which days an undated event was, as far as the day of writing tells; None where that is unknown.

    What occurred is not later, what is planned not earlier, what is going on holds on that day. Words are of that day
    or of the day before; those that the pluperfect tells of may be older. What has not happened until now (`bisher noch
    nicht identifiziert`) is not later either. Of what somebody `wollte` then nothing is known.
    """
    written = published.interval
    if written is None:
        return None
    evidence = of_writing(text, published)
    past = verb is None or verb.tense in PAST_TENSES
    first: date | None
    last: date | None
    first, last = written
    if status == "planned" and verb is not None and verb.modal and verb.tense == "past" and verb.mood == "indicative":
        return None
    if status == "planned" or (status in {"possible", "denied"} and not past and not spoken and not until_now):
        last = None
    elif spoken and not (verb is not None and verb.tense == "pluperfect"):
        if first == last and first > date.min:
            first -= _ONE_DAY
    elif status != "ongoing":
        first = None
    return Bounds(first, last, "document", "writing", evidence)
