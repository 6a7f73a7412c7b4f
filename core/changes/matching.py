"""Which things of two builds are the same, under whatever id.

A document is the same by its id or, where its file has another name, by its text. A claim is the same by its id or,
where its text has been edited or is understood otherwise, by its words. Events and actors are what their claims say.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

import numpy as np

from core.changes.state import Actors, Documents, State, numbers
from core.tables import Numbers

_BITS = 32  # of two numbers that are kept as one, the first stands above so many bits
_LOW = (1 << _BITS) - 1


Others = Mapping[int, tuple[int, ...]]
"""For each thing of the one build those of the other that share claims with it, by place, that with most first."""


class Matching:
    """What of a build there was in an earlier one. All are numbered by their place in its state."""

    def __init__(self, before: State, now: State) -> None:
        self._before, self._now = before, now

    @cached_property
    def documents(self) -> Mapping[int, int]:
        """Where each document of the earlier build is now; those that are gone are left out."""
        places = {doc_id: at for at, doc_id in enumerate(self._now.documents.ids)}
        known = {at: places[doc_id] for at, doc_id in enumerate(self._before.documents.ids) if doc_id in places}
        gone = _by_text(self._before.documents, known)
        new = _by_text(self._now.documents, known.values())
        return {**known, **{at: new[digest] for digest, at in gone.items() if digest in new}}

    @cached_property
    def claims(self) -> Numbers:
        """Where each claim of the earlier build is now; -1 where it is gone."""
        place = np.full(len(self._before.documents.ids), -1)
        place[list(self.documents)] = list(self.documents.values())
        before, now = self._before.claims, self._now.claims
        old_documents = place[numbers(before.documents)] if before.documents else place[:0]
        new_documents = numbers(now.documents)
        match = np.full(len(old_documents), -1)
        for old, new in ((before.ids, now.ids), (before.quotes, now.quotes)):
            left = np.flatnonzero((match < 0) & (old_documents >= 0))
            free = np.delete(np.arange(len(new_documents)), match[match >= 0])
            ours, theirs = _paired(
                old_documents[left] << _BITS | numbers(old)[left], new_documents[free] << _BITS | numbers(new)[free]
            )
            match[left[ours]] = free[theirs]
        return match

    @cached_property
    def _events(self) -> Sequence[tuple[int, int, int]]:
        """Pairs of an earlier and a present event that share claims, and how many."""
        kept = self.claims >= 0
        old = numbers(self._before.claims.events)[kept]
        new = numbers(self._now.claims.events)[self.claims[kept]]
        pairs, counts = np.unique(old << _BITS | new, return_counts=True)
        return list(zip((pairs >> _BITS).tolist(), (pairs & _LOW).tolist(), counts.tolist(), strict=True))

    @cached_property
    def successors(self) -> Others:
        """The present events that share claims with an earlier one."""
        return _others(self._events, self._before.events.ids, self._now.events.ids)

    @cached_property
    def predecessors(self) -> Others:
        """The earlier events that share claims with a present one."""
        turned = [(new, old, n) for old, new, n in self._events]
        return _others(turned, self._now.events.ids, self._before.events.ids)

    @cached_property
    def renamed(self) -> Mapping[int, int]:
        """The actors that have another id now, and where those are: where most of their part in claims went to.

        One that has no part in any is known by its name, if one actor alone has that now.
        """
        before, now = self._before.actors, self._now.actors
        here = {actor_id: at for at, actor_id in enumerate(now.ids)}
        went: dict[int, Counter[int]] = defaultdict(Counter)
        for gone, come in self._moved:
            for actor in gone:
                if before.ids[actor] not in here:
                    went[actor].update(come)
        named = _named(now)
        renamed = {}
        for at, actor_id in enumerate(before.ids):
            if actor_id in here:
                continue
            if went[at]:
                renamed[at] = went[at].most_common(1)[0][0]
            elif len(same := named.get(before.names[at], set())) == 1:
                renamed[at] = next(iter(same))
        return renamed

    @cached_property
    def parted(self) -> Mapping[int, int]:
        """The actors that were a part of another before, and where that was: it is still there, under its id."""
        before, now = self._before.actors, self._now.actors
        known, here = set(before.ids), set(now.ids)
        came: dict[int, Counter[int]] = defaultdict(Counter)
        for gone, come in self._moved:
            for actor in come:
                if now.ids[actor] not in known:
                    came[actor].update(one for one in gone if before.ids[one] in here)
        return {actor: former.most_common(1)[0][0] for actor, former in came.items() if former}

    @cached_property
    def _moved(self) -> Sequence[tuple[Sequence[int], Sequence[int]]]:
        """Of each claim that is still there the actors that take part in it no more, and those that do so now alone."""
        before, now = self._before, self._now
        here = {actor_id: at for at, actor_id in enumerate(now.actors.ids)}
        actors = np.array([here.get(actor_id, -1) for actor_id in before.actors.ids], dtype=np.int64)
        old_actors, new_actors = numbers(before.parts.actors), numbers(now.parts.actors)
        old_claims, new_claims = self.claims[numbers(before.parts.claims)], numbers(now.parts.claims)
        old = np.where(actors[old_actors] < 0, -1, old_claims << _BITS | actors[old_actors])
        new = new_claims << _BITS | new_actors
        gone = (old_claims >= 0) & ~np.isin(old, new)
        come = np.isin(new_claims, old_claims) & ~np.isin(new, old)
        moved: dict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for side, claims, some in ((0, old_claims[gone], old_actors[gone]), (1, new_claims[come], new_actors[come])):
            for claim, actor in zip(claims.tolist(), some.tolist(), strict=True):
                moved[claim][side].append(actor)
        return list(moved.values())


def _by_text(documents: Documents, known: Iterable[int]) -> dict[bytes, int]:
    """The documents that are not known, by their text, as far as that is nobody else's."""
    others = set(range(len(documents.ids))) - set(known)
    counts = Counter(documents.digest(at) for at in others)
    return {digest: at for at in sorted(others) if counts[digest := documents.digest(at)] == 1}


def _paired(ours: Numbers, theirs: Numbers) -> tuple[Numbers, Numbers]:
    """The places of keys that are the same on both sides; the second of two that are the same goes with the second."""
    _, keys = np.unique(np.concatenate([ours, theirs]), return_inverse=True)
    sides = keys[: len(ours)], keys[len(ours) :]
    firsts, seconds = map(_numbered, sides)
    _, our_places, their_places = np.intersect1d(firsts, seconds, assume_unique=True, return_indices=True)
    return our_places, their_places


def _numbered(keys: Numbers) -> Numbers:
    """Each key with how often it stood before."""
    order = np.argsort(keys, kind="stable")
    in_order = keys[order]
    before = np.arange(len(keys)) - np.searchsorted(in_order, in_order)
    numbered = np.empty_like(keys)
    numbered[order] = in_order << _BITS | before
    return numbered


def _others(pairs: Iterable[tuple[int, int, int]], ids: Sequence[str], other_ids: Sequence[str]) -> Others:
    """Who goes with whom; of two that share as many claims, that with the same id first."""
    rows: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for one, other, n in pairs:
        rows[one].append((n, other))
    return {
        one: tuple(other for _, other in sorted(some, key=lambda row: (-row[0], other_ids[row[1]] != ids[one], row[1])))
        for one, some in rows.items()
    }


def _named(actors: Actors) -> dict[str, set[int]]:
    named: dict[str, set[int]] = defaultdict(set)
    for at, (name, aliases) in enumerate(zip(actors.names, actors.aliases, strict=True)):
        for each in (name, *aliases):
            named[each].add(at)
    return named
