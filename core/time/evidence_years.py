"""Evidence of the day of writing in years that a text sets beside its own: `heuer … und 2016`, `als im April 2014`."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from core.model import Interval, Timex
from core.time import day_sets
from core.time.piece import Evidence, Rank
from core.time.reader import Reader
from core.time.reasons import reason
from core.time.writing import words

_LONGEST_COMPARISON = 20
"""Characters before a date that are searched for words which compare with it."""


def of_years(reader: Reader) -> Iterator[Evidence]:
    """Years beside the text's own, and months compared with the same of a year before."""
    own = any(time.value == "XXXX" and reader.this_year(time) for time in reader.times)
    for start, end in reader.sentences:
        times = reader.times_in(start, end)
        yield from _beside_this_year(reader, times)
        yield from _compared(reader, times)
        yield from _apposed(reader, times)
        for time in times:
            if _is_year(time):
                yield from _now_or_next(reader, time, own=own)


def _is_year(time: Timex) -> bool:
    return time.anchor == "explicit" and len(time.value) == len("2016") and time.interval is not None


def _now_or_next(reader: Reader, time: Timex, *, own: bool) -> Iterator[Evidence]:
    """`Nun, im Jahr 2016` is the year of writing; in `wird auch 2016 anhalten` it is that or the next.

    Args:
        reader: the text.
        time: a year in figures.
        own: whether the text calls its own year `dieses Jahr`, which the next one then is not.
    """
    tells, year, span = reader.tense(time), int(time.value), (time.start, time.end)
    if tells == 0 and reader.now_before(time) and time.text in {time.value, f"Jahr {time.value}"}:
        yield Evidence(Rank.YEAR, day_sets.of_years(year, year), reason("this_year", text=time.text), span)
    if tells > 0 and reader.word_before(time) == "auch":
        last = year - 1 if own else year
        yield Evidence(Rank.YEAR, day_sets.of_years(year - 1, last), reason("goes_on_in_year", text=time.text), span)


def _beside_this_year(reader: Reader, times: Sequence[Timex]) -> Iterator[Evidence]:
    """`Heuer soll die Wirtschaft um 1,2, 2016 um 1,5 Prozent wachsen`: 2016 is the next year, unless `bis` leads to it.

    What the sentence tells as past lies in a year before the text's own.
    """
    here = [time for time in times if time.value == "XXXX" and reader.this_year(time)]
    years = [time for time in times if _is_year(time)]
    if len(here) != 1 or len(years) != 1:
        return
    [year] = years
    named, span = int(year.value), (year.start, year.end)
    tells = reader.tense(year)
    if tells > 0 and reader.word_before(year) not in words().leading_ahead and here[0].start < year.start:
        yield Evidence(
            Rank.YEAR, day_sets.of_years(named - 1, named - 1), reason("next_to_this_year", text=year.text), span
        )
    elif tells < 0 and here[0].start < year.start:
        yield Evidence(
            Rank.YEAR, day_sets.since(date(named + 1, 1, 1)), reason("before_this_year", text=year.text), span
        )


_APPOSED = frozenset({"", "("})
"""What stands between the text's own year and the same in figures: `im laufenden Jahr 2016`, `im Vorjahr (2014)`."""


def _apposed(reader: Reader, times: Sequence[Timex]) -> Iterator[Evidence]:
    """`Im kommenden Jahr 2017`: the year of writing is one before."""
    for own, year in pairwise(times):
        which = reader.opening(own).sense
        if own.value != "XXXX" or not _is_year(year) or which.value not in _STEPS or which.kind not in _STEPPING:
            continue
        written = int(year.value) - int(which.value)
        if reader.text[own.end : year.start].strip() in _APPOSED and not _of_another(reader, own, written):
            allowed, span = day_sets.of_years(written, written), (own.start, year.end)
            yield Evidence(Rank.YEAR, allowed, reason("apposed_year", text=reader.text[slice(*span)]), span)


def _of_another(reader: Reader, own: Timex, written: int) -> bool:
    """Whether an expression may count from another year than that of writing: `In diesem Jahr 1989 fiel die Mauer`."""
    text = own.text.lower()
    if "vorjahr" in text:
        return any(_is_year(time) and time.value == str(written) for time in reader.times)
    return "selbe" in text or (text.startswith("dies") and reader.tense(own) < 0)


_STEPS = frozenset({"-1", "0", "1"})
_STEPPING = frozenset({"relative", "this_year", "year_adjective", "same"})


def _compared(reader: Reader, times: Sequence[Timex]) -> Iterator[Evidence]:
    """`Im April … gegenüber April 2014`: the April of the next year is the last one."""
    for time in times:
        if time.anchor != "explicit" or time.interval is None or len(time.value) != len("2014-04"):  # or 2014-Q1
            continue
        month = f"XXXX-{time.value[5:7]}"
        before = reader.text[max(0, time.start - _LONGEST_COMPARISON) : time.start].casefold().split()
        compared = any(" ".join(before).endswith(word) for word in words().compares)
        if compared and any(other.value == month for other in reader.times):
            first = day_sets.shifted_month(time.interval.first, 12).first
            last = day_sets.shifted_month(time.interval.last, 12 + words().months_to_compare).last
            said = reason("compared", text=time.text, n=words().months_to_compare)
            yield Evidence(Rank.YEAR, (Interval(first, last),), said, (time.start, time.end))
