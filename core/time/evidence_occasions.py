"""Evidence of the day of writing in the well-known occasions that a text speaks of."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from core.model import Interval, Timex
from core.time import day_sets, distance, edtf, occasions
from core.time.day_sets import DaySet
from core.time.occasions import Era, Occasion
from core.time.piece import Evidence, Rank
from core.time.reader import Reader, is_this_week
from core.time.reasons import reason
from core.time.writing import words


def of_occasions(reader: Reader) -> Iterator[Evidence]:
    """Well-known occasions: the text isn't older than a past one, nor younger than a planned one; and eras."""
    named = occasions.named_in(reader.subject)
    if not (named.series or named.happenings or named.eras):
        return
    unseen = list(named.eras)
    for start, end in reader.sentences:
        sentence = reader.text[start:end]
        times = reader.times_in(start, end)
        plain = occasions.plain(sentence)
        for era in [era for era in unseen if era.is_named(plain)]:
            unseen.remove(era)
            yield _of_era(era, (start, end), dated=any(time.anchor == "explicit" for time in times))
        for occasion in occasions.spoken_of(plain, named, [time.value for time in times]):
            yield from _of_occasion(reader, (start, end), times, occasion)


def _of_era(era: Era, span: tuple[int, int], *, dated: bool) -> Evidence:
    """What an era tells; in a sentence with a year it may be looked back on."""
    first, last = era.first or day_sets.EARLIEST, era.last or day_sets.LATEST
    if dated and era.first and era.times == 1:
        last = day_sets.LATEST
    if last == day_sets.LATEST:
        said = reason("era_since", era=era.label, first=first)
    else:
        said = reason("era", era=era.label, first=first, last=last)
    return Evidence(Rank.ERA, (Interval(first, last),), said, span)


def _of_occasion(
    reader: Reader, span: tuple[int, int], times: Sequence[Timex], occasion: Occasion
) -> Iterator[Evidence]:
    """What one occasion tells that a sentence speaks of, with the times that stand beside it."""
    held = _held(occasion)
    if (distant := distance.of(reader, span, times, occasion)) is not None:
        said = reason(distant.code, text=distant.text, **held)
        yield Evidence(Rank.AHEAD, distant.allowed, said, distant.span)
    if occasion.recurring and (step := _year_step(reader, times)):
        allowed = day_sets.merged(_year(one.first.year - step[1]) for one in occasion.possible)
        said = reason("year_of_occasion", text=step[0].text, **held)
        yield Evidence(Rank.AHEAD, allowed, said, (step[0].start, step[0].end))
        return
    dated = next((time for time in times if _is_month_of(time, occasion)), None)
    tells = 1 if dated and reader.is_aim(dated) else _tense(reader, span, times, occasion)
    if tells > 0 and any(_is_last(reader, time) for time in times):
        tells = -1  # `sie verweist auf das Referendum vom vergangenen Herbst`
    if tells < 0 and occasion.recurring and _stands_behind(_LEADING_UP, reader.text[slice(*span)], occasion):
        tells = 0
    if tells > 0 and _stands_behind(_FOLLOWING, reader.text[slice(*span)], occasion):
        tells = 0
    if week := next((time for time in times if is_this_week(time)), None):
        allowed = day_sets.merged(_week_of(one, tells) for one in occasion.possible)
        said = reason("week_of_occasion", text=week.text, **held)
        yield Evidence(Rank.AHEAD, allowed, said, (week.start, week.end))
    elif weekday := _weekday_of(reader, span, times, occasion):
        allowed = day_sets.merged(_days_near(one, tells) for one in occasion.possible)
        said = reason("weekday_of_occasion", text=weekday.text, **held)
        yield Evidence(Rank.AHEAD, allowed, said, (weekday.start, weekday.end))
    elif tells > 0:
        yield Evidence(
            Rank.AHEAD,
            _announced(occasion, dated),
            reason("occasion_to_come", **held),
            (dated.start, dated.end) if dated else span,
        )
    elif dated and occasion.recurring and _is_day(dated):
        said = reason("day_of_occasion", text=dated.text, **held)
        yield Evidence(Rank.AHEAD, _about(occasion), said, (dated.start, dated.end))
    elif occasion.known:
        yield Evidence(Rank.PAST, day_sets.since(occasion.known), reason("occasion_known", **held), span)
    elif tells < 0:
        first = min(one.first for one in occasion.possible)
        yield Evidence(Rank.PAST, day_sets.since(first), reason("occasion_past", **held), span)
        yield from _date_of_occasion(occasion, times)
        yield from _on_day(reader, occasion)


def _year_step(reader: Reader, times: Sequence[Timex]) -> tuple[Timex, int] | None:
    """`kommendes Jahr`, `heuer`, `voriges Jahr`, where a sentence names no other time: it, and how far off it is."""
    years = [time for time in times if time.type == "DATE" and not time.value.endswith("_REF")]
    if len(years) != 1 or years[0].value != "XXXX":
        return None
    which = reader.opening(years[0]).sense
    step = int(which.value) if which.kind in {"relative", "this_year", "year_adjective"} else None
    return (years[0], step) if step in {-1, 0, 1} else None


def _year(year: int) -> Interval:
    return Interval(date(year, 1, 1), date(year, 12, 31))


def _tense(reader: Reader, span: tuple[int, int], times: Sequence[Timex], occasion: Occasion) -> int:
    """The tense of a sentence, where the occasion can have been planned.

    Where the sentence holds a date with a year, that tells enough of the occasion.
    """
    if not occasion.recurring and not occasion.known:
        return -1
    if any(time.anchor == "explicit" for time in times):
        return 0
    return reader.tense(Timex(*span, reader.text[slice(*span)], "DATE", ""))


def _is_last(reader: Reader, time: Timex) -> bool:
    """`Vergangenen Herbst`."""
    which = reader.opening(time).sense
    return which.kind == "relative" and which.value == "-1"


_LEADING_UP = (
    "biszum",
    "biszur",
    "vordem",
    "vorder",
    "vorbeginnder",
    "vorbeginndes",
    "vordembeginnder",
    "vordembeginndes",
    "imvorfelddes",
    "imvorfeldder",
    "fürden",
    "fürdie",
    "aufden",
    "aufdie",
)
"""Right before an occasion's name, as `plain` gives them: it may be to come though the sentence tells of the past."""


_FOLLOWING = (
    "nach",
    "nachder",
    "nachdem",
    "nachden",
    "seit",
    "seitder",
    "seitdem",
    "seitden",
    "wegen",
    "wegender",
    "wegendes",
)
"""Right before an occasion's name: it may be past though the sentence tells of what is to come."""


def _stands_behind(words: tuple[str, ...], sentence: str, occasion: Occasion) -> bool:
    """Whether words before an occasion's name leave open whether it is past, wherever it stands."""
    plain = occasions.plain(sentence)
    befores = [plain[: match.start()] for name in occasion.names for match in re.finditer(re.escape(name), plain)]
    return bool(befores) and all(before.endswith(words) for before in befores)


def _is_month_of(time: Timex, occasion: Occasion) -> bool:
    """Whether an expression names the month of an occasion, without a year."""
    months = {one.first.month for one in occasion.possible} | {one.last.month for one in occasion.possible}
    return time.value.startswith("XXXX-") and time.value[5:7].isdigit() and int(time.value[5:7]) in months


def _is_day(time: Timex) -> bool:
    return time.value[8:].isdigit()


def _about(occasion: Occasion) -> DaySet:
    """The days on which the day of an occasion needs no year, be it past or to come."""
    ahead, back = occasion.months_ahead or words().months_to_occasion, words().months_back
    return day_sets.merged(
        Interval(day_sets.shifted_month(one.first, -ahead).first, day_sets.shifted_month(one.last, back).last)
        for one in occasion.possible
    )


def _announced(occasion: Occasion, dated: Timex | None) -> DaySet:
    """The days on which an occasion is to come: from when it was known, or months ahead, till its end."""
    months = (occasion.months_ahead or words().months_to_occasion) if dated else 12
    since = occasion.known or day_sets.EARLIEST
    return day_sets.merged(
        Interval(max(since, day_sets.shifted_month(one.first, -months).first), one.last) for one in occasion.possible
    )


def _weekday_of(reader: Reader, span: tuple[int, int], times: Sequence[Timex], occasion: Occasion) -> Timex | None:
    """The weekday that stands right behind the occasion's name (`Bundestagswahl am Sonntag`), if it was held on it."""
    weekdays = {f"XXXX-WXX-{day.isoweekday()}" for one in occasion.possible for day in one}
    for time in times:
        if time.value in weekdays:
            before = occasions.plain(reader.text[span[0] : time.start])
            if before.endswith(tuple(name + "am" for name in occasion.names)):
                return time
    return None


def _days_near(held: Interval, tells: int) -> Interval:
    """The days on which the weekday of an occasion needs no more words than `am Sonntag`."""
    week = timedelta(days=7)
    return Interval(held.first - week if tells >= 0 else held.first, held.last + week if tells <= 0 else held.last)


def _date_of_occasion(occasion: Occasion, times: Sequence[Timex]) -> Iterator[Evidence]:
    """`Im Juni` or `am 24. Juni` beside an occasion of June 2022 is that June, which lies back less than a year."""
    if len(occasion.possible) != 1:
        return
    [(first, last)] = occasion.possible
    for time in times:
        if time.value == f"XXXX-{first.month:02}":
            reach = [day_sets.shifted_month(first, 1).first, day_sets.shifted_month(first, words().months_back).last]
            allowed = Interval(*reach)
        elif time.value in {f"XXXX-{day:%m-%d}" for day in (first, last)}:
            allowed = Interval(first, day_sets.shifted_month(first, 11).last)
        else:
            continue
        said = reason("month_of_occasion", text=time.text, **_held(occasion))
        yield Evidence(Rank.AHEAD, (allowed,), said, (time.start, time.end))


def _on_day(reader: Reader, occasion: Occasion) -> Iterator[Evidence]:
    """The day of a happening, named anywhere in the text without its year: it lies back less than a year."""
    if occasion.recurring or occasion.possible[0].first != occasion.possible[0].last:
        return
    [(day, _)] = occasion.possible
    for time in reader.times:
        if time.value == f"XXXX-{day:%m-%d}" and reader.tense(time) < 0:
            allowed = (Interval(day, day_sets.shifted_month(day, 11).last),)
            said = reason("month_of_occasion", text=time.text, **_held(occasion))
            yield Evidence(Rank.AHEAD, allowed, said, (time.start, time.end))
            return


def _held(occasion: Occasion) -> Mapping[str, str]:
    """An occasion as a reason names it: with its date, where only one is meant."""
    if len(occasion.possible) > 1:
        return {"occasion": occasion.label}
    return {"occasion": occasion.label, "held": edtf.format(occasion.possible[0])}


def _week_of(held: Interval, tells: int) -> Interval:
    """The days on which `diese Woche` is the week of an occasion: till its end if that is to come, else from its begin.

    The Sunday before counts in: weeks begin on it for many of the writers whom German media translate.
    """
    monday = held.first - timedelta(days=held.first.isoweekday() - 1)
    if tells > 0:
        return Interval(monday - timedelta(days=1), held.last)
    return Interval(held.first, max(monday + timedelta(days=6), held.last))
