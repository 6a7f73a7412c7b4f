"""The relations of a selection: who appears with whom in events.

Two actors are related when both have a part in one event; who only speaks about it does not count.
"""

import numpy as np
import pandas as pd

from dashboard.asking import frames
from dashboard.asking.corpus import Corpus
from dashboard.asking.counting import Count
from dashboard.words import labels


def between(corpus: Corpus, events: pd.Index) -> pd.DataFrame:
    """The relations that the given events make.

    Returns:
        One row a relation, strongest first: a, b, events (how many), dated, bounded, undated (how many of each),
        cooperation, conflict, neutral (how many of each sign), sign (the most frequent; neutral where two are even),
        indexed by the relation's id.
    """
    meetings = corpus.parts.meetings
    kind, kinds = corpus.type_of
    sign = np.array([_SIGNS.index(labels.sign(one)) for one in kinds], dtype=np.int64)
    kept = corpus.among(events)[meetings.event]
    pairs, met = meetings.pair[kept], meetings.event[kept]

    def counted(which: np.ndarray, kinds: int) -> np.ndarray:
        """How many events of each kind each pair has; `which` has the kind of each of the corpus' events."""
        whole = np.bincount(pairs * kinds + which[met], minlength=len(meetings.ends) * kinds)
        return whole.reshape(-1, kinds)

    by_sign, by_time = counted(sign[kind], len(_SIGNS)), counted(corpus.days.known, len(Count._fields))
    strength = by_sign.sum(axis=1)
    best = by_sign.max(axis=1)
    even = (by_sign == best[:, None]).sum(axis=1) > 1
    mostly = np.where(even, _SIGNS.index("neutral"), by_sign.argmax(axis=1))
    order = np.argsort(-strength, kind="stable")[: np.count_nonzero(strength)]
    ends = meetings.ends.take(order)
    counts = np.column_stack((strength, by_time, by_sign))[order]
    between = pd.concat([ends, pd.DataFrame(counts, ends.index, ["events", *Count._fields, *_SIGNS])], axis=1)
    between["sign"] = pd.Series(np.array(_SIGNS, dtype=object)[mostly[order]], ends.index, dtype=object)
    return between


def events_of(corpus: Corpus, relation: str, events: pd.DataFrame) -> pd.DataFrame:
    """Those of the events that a relation rests on: as many as `between` counts for it."""
    meetings = corpus.parts.meetings
    if relation not in meetings.ends.index:
        return events.iloc[:0]
    met = meetings.event[meetings.pair == meetings.ends.index.get_loc(relation)]
    return frames.these(events, corpus.events.index[met])


def times(corpus: Corpus, events: pd.Index) -> pd.DataFrame:
    """When that was which relations of the given events rest on.

    Returns:
        One row a relation: first and last possible day of its dated events.
    """
    meetings = corpus.parts.meetings
    kept = corpus.among(events)[meetings.event]
    met = corpus.events.iloc[meetings.event[kept]]
    by_relation = met.groupby(meetings.ends.index.to_numpy()[meetings.pair[kept]])
    days: pd.DataFrame = by_relation.agg({"date_start": "min", "date_end": "max"})
    return days.set_axis(["first", "last"], axis=1)


_SIGNS: tuple[labels.Sign, ...] = tuple(labels.SIGN_COLOURS)


def relation_id(a: str, b: str) -> str:
    """The id of the relation of two actors, the same whichever comes first."""
    return "~".join(sorted((a, b)))


def relation_ends(relation: str) -> tuple[str, str]:
    """The two actors of a relation id."""
    a, b = relation.split("~")
    return a, b
