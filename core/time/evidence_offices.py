"""Evidence of the day of writing in the terms of those who are named as holders of an office."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from core.model import Interval, OfficeMention
from core.time import day_sets
from core.time.piece import Evidence, Rank
from core.time.reader import Reader
from core.time.reasons import reason
from core.time.writing import words


def of_offices(reader: Reader, offices: Sequence[OfficeMention]) -> Iterator[Evidence]:
    """Terms of office. One named beside a date with a year is held at that date, which bounds from below alone."""
    former = {
        (office.actor_id, office.office) for office in offices if office.former or _looked_back_on(reader, office)
    }
    latest_begin = max((office.begins for office in offices if office.begins), default=day_sets.EARLIEST)
    for office in offices:
        span = (office.start, office.end)
        begins, ends = office.begins or day_sets.EARLIEST, office.ends or day_sets.LATEST
        if office.former:
            left = _left(ends) if office.ends else begins
            yield Evidence(Rank.OFFICE, day_sets.since(left), reason("office_left", text=office.text, day=left), span)
            continue
        start, end = reader.sentence(*span)
        dated = any(time.anchor == "explicit" and time.interval for time in reader.times_in(start, end))
        given_up = (office.actor_id, office.office) in former
        if dated or given_up or ends <= latest_begin + timedelta(days=31):
            if office.begins:
                yield Evidence(
                    Rank.OFFICE, day_sets.since(begins), reason("office_taken", text=office.text, day=begins), span
                )
            continue
        term = (
            reason("office_term", text=office.text, first=begins, last=ends)
            if office.ends
            else reason("office_since", text=office.text, first=begins)
        )
        yield Evidence(Rank.OFFICE, (Interval(begins, ends),), term, span)


def _looked_back_on(reader: Reader, office: OfficeMention) -> bool:
    """Whether the words before one in office look back on the term: `der frühere Sprecher von`, `der Rücktritt von`."""
    start = reader.sentence(office.start, office.end)[0]
    before = re.findall(r"\w+|[^\w\s]", reader.text[start : office.start].lower())[-_LONGEST_BEFORE:]
    while before and before[-1] in words().of_one:
        before.pop()
    if before and before[-1].startswith(words().ends_terms):
        return True
    return len(before) > 1 and before[-2].startswith(
        tuple(word for word in words().former if len(word) > _SHORTEST_FORMER)
    )


_LONGEST_BEFORE = 5
"""Words before one in office that are looked at."""
_SHORTEST_FORMER = 2
"""`ex` is part of a word, and begins many others."""


def _left(ends: date) -> date:
    """The first day on which an office can have been left: of many terms no more is known than their last month."""
    return ends.replace(day=1) if (ends + timedelta(days=1)).day == 1 else ends
