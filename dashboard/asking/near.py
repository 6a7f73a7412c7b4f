"""Which other events an event may be one with, the likeliest first."""

import numpy as np

from dashboard.asking.corpus import Corpus

_UNKNOWN = 30
"""An event without any day counts as being so many days away."""

_WORTH, _MOST_SHARED = 2.0, 3
"""The same type, and each of so many shared actors, make up for four times as many days."""


def near(corpus: Corpus, event_id: str, query: str = "") -> list[str]:
    """The other events, or those that have some words, those nearest to an event first.

    Nearness goes by the days between them, by whether the type is the same, and by who takes part in both.

    Args:
        corpus: the corpus.
        event_id: the event.
        query: what is searched for, see `core.search.query`; without any words, all events are given.
    """
    events = corpus.events
    here = events.index.get_loc(event_id)
    alike = (events["type"] == events.at[event_id, "type"]).to_numpy().astype(int)
    shared = np.minimum(_shared(corpus, event_id), _MOST_SHARED)
    kept = np.ones(len(events), dtype=bool)
    if (asked := corpus.finder.asked(query)) is not None:
        kept &= corpus.finder.told(asked)
    kept[here] = False
    if corpus.gone:
        kept &= ~events.index.isin(list(corpus.gone))
    far = np.log2(1 + _days_apart(corpus, event_id)) - _WORTH * (alike + shared)
    places = np.flatnonzero(kept)
    return [str(one) for one in events.index[places[np.argsort(far[places], kind="stable")]]]


def _shared(corpus: Corpus, event_id: str) -> np.ndarray:
    """How many of an event's actors take part in each event, by place."""
    parts = corpus.parts
    actors = list(dict.fromkeys(parts.actors_of(event_id)))
    ours = parts.rows["actor_id"].isin(actors).to_numpy()
    met = parts.rows[ours].assign(place=parts.event_positions[ours]).drop_duplicates(["place", "actor_id"])
    return np.bincount(met["place"], minlength=len(corpus.events))


def _days_apart(corpus: Corpus, event_id: str) -> np.ndarray:
    """How many days lie between an event and each, by place; none where their days meet."""
    events = corpus.events
    start, end = events["placed_start"], events["placed_end"]
    days = np.maximum((start - end[event_id]).dt.days, (start[event_id] - end).dt.days).clip(lower=0)
    return np.asarray(days.fillna(_UNKNOWN))
