"""Who tells of an event, and who writes about its days and its actors and does not: pure functions, no Streamlit.

A source is a text with all of its copies; see `Corpus.source`.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from dashboard.asking.corpus import Corpus

CLOSE = np.timedelta64(31, "D")
"""What may have been on any day of as long a time has no day that others could be silent about."""


class Silent(NamedTuple):
    """A source that does not tell of an event, and what it tells instead.

    `events` are those of the same days with some of the same actors, those with most of them first.
    """

    source: str
    events: Sequence[str]


class Telling(NamedTuple):
    """The sources that tell of an event, each with its copies that do; and those that are silent about it.

    Both stand in the order of documents, silent ones by how many of the actors they write about before that. `asked` is
    false where nobody can be silent: the event has no day, or no actors.
    """

    telling: Mapping[str, Sequence[str]]
    silent: Sequence[Silent]
    asked: bool


def of(corpus: Corpus, event_id: str) -> Telling:
    """Who tells of an event, and who could and does not."""
    telling = _sources(corpus, corpus.documents_of(event_id))
    around = _around(corpus, event_id)
    if around is None:
        return Telling(telling, (), asked=False)
    shared: dict[str, dict[str, int]] = defaultdict(dict)
    for other, count in around.items():
        for source in _sources(corpus, corpus.documents_of(other)):
            if source not in telling:
                shared[source][other] = count
    silent = [
        Silent(source, sorted(shared[source], key=shared[source].__getitem__, reverse=True))
        for source in corpus.in_order(shared)
    ]
    return Telling(telling, sorted(silent, key=lambda one: -shared[one.source][one.events[0]]), asked=True)


def _sources(corpus: Corpus, documents: Sequence[str]) -> dict[str, list[str]]:
    """The sources of some documents, each with those of the documents that are copies of it."""
    sources: dict[str, list[str]] = {}
    for doc_id in documents:
        copies = sources.setdefault(corpus.source(doc_id), [])
        if corpus.source(doc_id) != doc_id:
            copies.append(doc_id)
    return sources


def _around(corpus: Corpus, event_id: str) -> Mapping[str, int] | None:
    """The other events on an event's days, and how many of its actors take part in each; None where it has no day.

    A day is one that a source gives: of what only has bounds nobody knows the day. Who only speaks about an event is no
    actor of it.
    """
    events, parts = corpus.events, corpus.parts
    start, end = events["date_start"].to_numpy(), events["date_end"].to_numpy()
    here = events.index.get_loc(event_id)
    first, last = start[here], end[here]
    actors = parts.acting(event_id)
    if np.isnat(first) or last - first >= CLOSE or not actors:
        return None
    met = []
    for actor in actors:
        positions = parts.positions_of(actor)
        near = (start[positions] <= last) & (end[positions] >= first) & (end[positions] - start[positions] < CLOSE)
        met.append(positions[near & (positions != here)])
    positions, counts = np.unique(np.concatenate(met), return_counts=True)
    ids = events.index[positions]
    return {str(one): int(count) for one, count in zip(ids, counts, strict=True) if one not in corpus.gone}


class Matrix(NamedTuple):
    """Which sources tell of which events.

    `sources` are its columns, those that tell of most of the events first; of an event (a row), `tells` has the
    document in which each source does, and `silent` what each source that could tell of it tells instead.
    """

    events: Sequence[str]
    sources: Sequence[str]
    tells: Mapping[tuple[str, str], str]
    silent: Mapping[tuple[str, str], Sequence[str]]


def matrix(corpus: Corpus, events: Mapping[str, Telling]) -> Matrix:
    """The matrix of some events and what is known of each."""
    tells: dict[tuple[str, str], str] = {}
    silent: dict[tuple[str, str], Sequence[str]] = {}
    for event_id, told in events.items():
        here = set(corpus.documents_of(event_id))
        for source, copies in told.telling.items():
            tells[event_id, source] = source if source in here else copies[0]
        silent |= {(event_id, one.source): one.events for one in told.silent}
    counted = Counter(source for _, source in tells)
    sources = corpus.in_order({source for _, source in (*tells, *silent)})
    return Matrix(list(events), sorted(sources, key=lambda one: -counted[one]), tells, silent)
