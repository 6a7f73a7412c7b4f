"""What a briefing would say first of a selection: pure functions on frames, no Streamlit.

Days are closed intervals. Only the claims of the few documents that a finding rests on are read.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

import numpy as np
import pandas as pd

from dashboard.asking import counting
from dashboard.asking.corpus import Corpus
from dashboard.asking.counting import Count
from dashboard.asking.frames import DATED
from dashboard.asking.records import Relation, records
from dashboard.asking.relations import events_of
from dashboard.asking.selection import Shown


class Announced(NamedTuple):
    """What is planned or possible, by the day on which the newest source was written at the earliest: `newest`.

    `ahead` is for that day or a later one, the soonest first; all that has a date where no source has. `undated` has no
    day, so that nobody can say whether it has passed: the latest announcements first. `passed` is for a day before it,
    the latest first: no source reports that it took place.
    """

    newest: date | None
    ahead: pd.DataFrame
    undated: pd.DataFrame
    passed: pd.DataFrame


class Middle(NamedTuple):
    """The actor that takes part in most events, and in how many."""

    actor: str
    events: Count


class Bond(NamedTuple):
    """What is between two actors: their relation, how many events of each type it rests on, and words of one of them.

    The types are those of most events first. The quote is of the event that most sources tell and that is not quoted
    for a stronger relation; it is empty where all are.
    """

    relation: Relation
    types: Mapping[str, int]
    quote: str


LINES = 5
"""So many of each finding are told."""


class Findings(NamedTuple):
    """What a selection holds that a briefing would say first.

    `told` are the events that most sources tell or, where no two tell of one (`compared` is 0), that have most quotes;
    `quotes` has the surest of each. `differing` are all contradictions, `refined` what later or more exact reports tell
    anew, `told_differently` the first contradiction of each of the first events that have any; `perhaps` are the pairs
    of events that may be one with different days; `sources` has the documents of what the first of these name.
    """

    compared: int
    told: pd.DataFrame
    quotes: Mapping[str, str]
    differing: pd.DataFrame
    refined: pd.DataFrame
    told_differently: pd.DataFrame
    perhaps: pd.DataFrame
    sources: Mapping[str, str]
    announced: Announced
    middle: Middle | None


def of(corpus: Corpus, shown: Shown) -> Findings:
    """The findings of a selection."""
    several = shown.events[shown.events["n_documents"] > 1]
    told = by_telling(shown.events if several.empty else several, LINES)
    every = differences(corpus, shown)
    rows = every[every["relation"] == "contradiction"]
    first = rows.drop_duplicates("event_id").head(LINES)
    return Findings(
        compared=len(several),
        told=told,
        quotes=corpus.claims.surest_quotes(told.index),
        differing=rows,
        refined=every[every["relation"] != "contradiction"],
        told_differently=first,
        perhaps=(perhaps := perhaps_one(corpus, shown)),
        sources=sources_of(
            corpus, [*first["event_id"], *perhaps[["event_a", "event_b"]].head(LINES).to_numpy().ravel().tolist()]
        ),
        announced=announced(corpus, shown),
        middle=middle(corpus, shown),
    )


def by_telling(events: pd.DataFrame, most: int | None = None) -> pd.DataFrame:
    """The events in order, or the first of them: most sources, then most quotes, then the surest, then the latest."""
    day = events["placed_start"]
    latest = np.where(day.notna(), day.astype("int64"), _LONG_AGO)
    rising = [-latest, *(-events[column].to_numpy() for column in ("confidence", "n_claims", "n_documents"))]
    return events.take(np.lexsort(rising)[:most])


_LONG_AGO = -(2**62)
"""An event without a day stands behind all that have one, whatever day they have in seconds."""


def differences(corpus: Corpus, shown: Shown) -> pd.DataFrame:
    """The points on which claims of the shown events differ, dated and undated."""
    rows: pd.DataFrame = corpus.discrepancies[shown.kept[corpus.differing]]
    return rows


def perhaps_one(corpus: Corpus, shown: Shown) -> pd.DataFrame:
    """The pairs of shown events that are perhaps one, told with different days."""
    dated = shown.kept & (shown.known == DATED)
    pairs: pd.DataFrame = corpus.candidates[dated[corpus.perhaps_one].all(axis=1)]
    return pairs


def newest(documents: pd.DataFrame) -> date | None:
    """The day on which the newest of the documents was written, or before which it was not; None where none is known.

    Of a document of which months or years are known alone, only their first day is sure.
    """
    known = documents["published_start"].dropna()
    return None if known.empty else known.max().date()


def announced(corpus: Corpus, shown: Shown) -> Announced:
    """What the selection holds of planned and possible events, as of the corpus' newest source."""
    has_date = shown.known == DATED
    dated = shown.those(corpus.announced & has_date)
    undated = shown.those(corpus.announced & shown.counting & ~has_date)
    undated = undated.sort_values("placed_start", ascending=False, na_position="last", kind="stable")
    as_of = newest(corpus.documents)
    gone = dated["date_end"] < (pd.Timestamp.min if as_of is None else pd.Timestamp(as_of))
    return Announced(as_of, dated[~gone], undated, dated[gone].iloc[::-1])


def middle(corpus: Corpus, shown: Shown) -> Middle | None:
    """Who takes part in most of the shown events; None where nobody does."""
    counts = counting.actors(corpus, shown.events.index).head(1)
    if not counts["events"].any():
        return None
    return Middle(str(counts.index[0]), *counting.each(counts))


def bonds(corpus: Corpus, shown: Shown, relations: pd.DataFrame) -> list[Bond]:
    """What is between the actors of the strongest of some relations of the shown events."""
    found: list[Bond] = []
    quoted: set[str] = set()
    for relation in records(relations.head(LINES), Relation):
        both = by_telling(events_of(corpus, relation.id, shown.events))
        first = [event for event in both.index if event not in quoted][:1]
        quoted.update(first)
        types = dict(Counter(both["type"]).most_common())
        found.append(Bond(relation, types, next(iter(corpus.claims.surest_quotes(first).values()), "")))
    return found


def sources_of(corpus: Corpus, events: Iterable[str]) -> dict[str, str]:
    """The document of each claim of some events."""
    told = corpus.claims.told_of(events).values()
    return {one.claim_id: one.doc_id for every in told for one in every}
