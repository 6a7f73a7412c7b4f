"""What people have checked of a corpus, what is worth checking next, and how much of it was right.

An event counts as checked once somebody has found it right, has corrected its type, status, date, place or
participants, or has said that it is none. It was right if it needed none of that. Titles, and whether two events are
one, do not count.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence, Set
from functools import cached_property
from math import sqrt
from statistics import NormalDist
from typing import Literal, NamedTuple, get_args

import pandas as pd

from dashboard.asking.claims import draw
from dashboard.asking.corpus import Corpus

Lot = Literal["chance", "differ", "perhaps", "low", "told"]
"""Events to check: drawn by chance, that sources tell differently, perhaps one with another, doubtful, most told."""

LOTS: tuple[Lot, ...] = get_args(Lot)

FIELDS = ("not_event", "type", "status", "date", "place", "participants")
"""What may be wrong with an event, as the kind of decision that says so."""

_LOW = 0.25
"""The share of all events that have low confidence, compared with the others."""

_LEVEL = 0.95


class Share(NamedTuple):
    """How many of some things were right, and between which shares of all such things that lies, mostly."""

    right: int
    n: int
    low: float
    high: float


def share(right: int, n: int) -> Share:
    """A share, with the interval of Wilson: the share of all that these were drawn from lies in it 95 times in 100."""
    if n == 0:
        return Share(0, 0, 0.0, 1.0)
    z = NormalDist().inv_cdf((1 + _LEVEL) / 2)
    p = right / n
    middle = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * sqrt(p * (1 - p) / n + z * z / (4 * n * n))
    return Share(right, n, max(0.0, middle - half), min(1.0, middle + half))


class Checks:
    """What was checked of a corpus.

    An event is known by the id of one of its claims, which those that are gone from the tables have, too; see
    `Claims.drawn`.
    """

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._places = {place[1]: place for place in corpus.claims.drawn.values()}
        self._keys: Mapping[str, str] = {event: claim for event, (_, claim) in corpus.claims.drawn.items()}
        wrong: dict[str, set[str]] = defaultdict(set)
        for said in corpus.decided.said:
            if said.state in ("applied", "pending") and said.field in ("checked", *FIELDS):
                keys = [self._keys[event] for event in said.events if event in self._keys]
                for key in keys or ([min(said.claims)] if said.field == "not_event" and said.claims else []):
                    wrong[key] |= {said.field} - {"checked"}
                    self._places.setdefault(key, (draw(said.quote or key), key))
        self.wrong: Mapping[str, Collection[str]] = wrong
        """What was wrong with each event that was checked, by its key."""

    def checked(self, event_id: str) -> bool:
        """Whether an event has been checked."""
        return self._keys.get(event_id) in self.wrong

    @cached_property
    def _checked(self) -> Sequence[str]:
        return [event for event in self._keys if self.checked(event)]

    @cached_property
    def _drawn(self) -> Mapping[str, int]:
        """Each event's place in the order drawn by chance, as a number."""
        drawn = self._corpus.claims.drawn
        return {event: place for place, event in enumerate(sorted(drawn, key=drawn.__getitem__))}

    @cached_property
    def there(self) -> Set[str]:
        """The events that there are, by their keys: without those that were found to be none."""
        return {key for event, key in self._keys.items() if event not in self._corpus.gone}

    @property
    def none(self) -> int:
        """How many were found to be none."""
        return len(self.wrong.keys() - self.there)

    @cached_property
    def by_chance(self) -> Sequence[str]:
        """The checked events that tell of all: those at the begin of an order drawn by chance, up to the first that is
        not checked. In which order people check others does not bear on them."""
        drawn = []
        for key in sorted({*self._keys.values(), *self.wrong}, key=self._places.__getitem__):
            if key not in self.wrong:
                break
            drawn.append(key)
        return drawn

    def share(self, keys: Collection[str], field: str | None = None) -> Share:
        """How many of some checked events were right in all points, or in one.

        That an event is none makes all of it wrong, but is no point of those that are left: they count alone then.
        """
        if field is None:
            return share(sum(not self.wrong[key] for key in keys), len(keys))
        some = [key for key in keys if field == "not_event" or "not_event" not in self.wrong[key]]
        return share(sum(field not in self.wrong[key] for key in some), len(some))

    def lot(self, name: Lot, events: pd.DataFrame) -> list[str]:
        """Those of some events that are not checked and belong to a lot, in the order in which to check them.

        That is by chance or, in the other lots, the most told first, then the least certain.
        """
        left = events[~events.index.isin(self._checked)] if self._checked else events
        match name:
            case "chance":
                return sorted(left.index, key=self._drawn.__getitem__)
            case "differ":
                left = left[left["has_discrepancy"]]
            case "perhaps":
                pairs = self._corpus.candidates
                left = left[left.index.isin([*pairs["event_a"], *pairs["event_b"]])]
            case "low":
                left = left[left["confidence"] <= self._corpus.events["confidence"].quantile(_LOW)]
        return list(left.sort_values(["n_documents", "confidence"], ascending=[False, True], kind="stable").index)
