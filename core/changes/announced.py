"""What has become of what was announced: from claims that announce something and newer claims to pairs of them.

A newer report and the plan that it is of are often two events, as nothing joins `soll am 3. Juni beginnen` and `wurde
auf September verschoben`. Here such a pair is found if both tell of the same, by who takes part, place and nouns; how
much must agree depends on what the dates say, and stands in `vocabulary/announced.toml`.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple, TypeAlias

from core.changes.outcomes import Outcome
from core.changes.tellings import Days, Telling, names, precedes
from core.changes.thresholds import announced
from core.claims.lexicon import kind_of, with_trait


class Shared(NamedTuple):
    """What two claims have in common: who takes part, nouns by their stems, and the place.

    `named` says whether a claim of another type names the type that the other is of.
    """

    parties: frozenset[str]
    nouns: frozenset[str]
    place: str | None
    named: bool = False

    @property
    def points(self) -> int:
        """How much that is."""
        return len(self.parties) + len(self.nouns) + (self.place is not None) + self.named


class Became(NamedTuple):
    """What a newer claim tells of a plan."""

    outcome: Outcome
    plan: Telling
    told: Telling
    shared: Shared


Others: TypeAlias = Callable[[Became], int]
"""How many other documents tell of other days of what has all that two claims share."""


def found(plans: Sequence[Telling], newer: Iterable[Telling], others: Others) -> Iterator[Became]:
    """What newer claims tell of plans, for each planned event at most one: what the latest document says.

    Args:
        plans: claims that announce something.
        newer: claims of sources that are new.
        others: counts who else may be meant.
    """
    near = _Index(plans)
    by_event: dict[str, list[Became]] = defaultdict(list)
    for told in newer:
        pairs = [pair for plan in near.of(told) if (pair := _became(plan, told)) is not None]
        for pair in _unambiguous(pairs):
            if (_on_the_day(pair) and pair.shared.parties) or others(pair) <= announced().rarity.others:
                by_event[pair.plan.event_id].append(pair)
    for some in by_event.values():
        yield max(some, key=lambda one: (one.told.written.first or 0, one.shared.points, one.told.claim_id))


def agrees(plan: Telling, told: Telling) -> bool:
    """Whether nothing speaks against two claims that were joined: another place or subject, or too little in common.

    An undated one that has something of its own, and lacks what the plan has, takes as much as if it stood apart.
    """
    if _elsewhere(plan, told) or (plan.topics and told.topics and not _same_nouns(plan.topics, told.topics)):
        return False
    if plan.type != told.type or told.dated:
        return True
    shared = Shared(frozenset(plan.parties) & frozenset(told.parties), _same_nouns(plan.nouns, told.nouns), plan.place)
    own = (set(one.parties) - shared.parties or one.nouns - shared.nouns for one in (plan, told))
    return not all(own) or shared.points >= announced().points.otherwise


def moves(told: Telling) -> bool:
    """Whether a claim's words put something on another day."""
    return told.status == "planned" and bool(_moving().search(told.passage.quote))


@cache
def _moving() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, announced().moving.words))})")


def _calls_off(told: Telling) -> bool:
    """Whether a claim of a type of its own tells that something else will not be."""
    words = announced().calling_off
    return told.type in words.types and told.status == "occurred" and told.trigger.startswith(words.words)


def of_type(one: Telling, plan: Telling) -> bool:
    """Whether a claim is of a plan's type, or of one that the same happening is told in."""
    return kind_of(one.type) == kind_of(plan.type)


class _Index:
    """Plans by what a claim that is of one of them shares with it."""

    def __init__(self, plans: Iterable[Telling]) -> None:
        self._plans: dict[tuple[str, str], list[Telling]] = defaultdict(list)
        for plan in plans:
            for key in _keys(plan):
                self._plans[kind_of(plan.type), key].append(plan)
                self._plans["", key].append(plan)

    def of(self, told: Telling) -> Iterable[Telling]:
        kind = "" if _calls_off(told) else kind_of(told.type)
        return {plan.claim_id: plan for key in _keys(told) for plan in self._plans.get((kind, key), ())}.values()


def _keys(one: Telling) -> frozenset[str]:
    """A noun goes by its last letters, as `Streik` may be of a `Warnstreik`."""
    return frozenset(one.parties) | {noun[-4:] for noun in one.nouns}


def _became(plan: Telling, told: Telling) -> Became | None:
    """What a newer claim tells of a plan; None where they may be of two things, or it tells nothing new."""
    if plan.passage.doc_id == told.passage.doc_id or precedes(told.written.last, plan.written.first):
        return None
    shared = _shared(plan, told)
    if shared is None or not _tells_apart(plan, shared):
        return None
    outcome = _outcome(plan, told, shared)
    return outcome and Became(outcome, plan, told, shared)


def _shared(plan: Telling, told: Telling) -> Shared | None:
    """What two claims share; None where something speaks against their being of one thing."""
    parties = frozenset(plan.parties) & frozenset(told.parties)
    fewer = min(len(plan.parties), len(told.parties))
    if fewer and len(parties) / fewer < announced().parties.most:
        return None
    own, theirs = ({kind for actor, kind in one.parties.items() if actor not in parties} for one in (plan, told))
    if own & theirs or _elsewhere(plan, told):
        return None
    nouns, named = _same_nouns(plan.nouns, told.nouns), False
    if not of_type(told, plan):
        named = names(told.topic or "", plan.type)
        if not named:
            return None
    elif not nouns and plan.nouns and told.nouns and len(parties) < announced().parties.moved:
        return None  # each is about something else
    return Shared(parties, nouns, plan.place if plan.place == told.place else None, named)


def _tells_apart(plan: Telling, shared: Shared) -> bool:
    """Whether what two claims share can tell a plan from all else that the same are busy with.

    Two states work together for years, and one that is said to want to do so some day has announced no happening; what
    is said is no happening either.
    """
    if plan.type in with_trait("saying") | with_trait("demand") | with_trait("blame"):
        return False
    if plan.type in with_trait("lasting"):
        return plan.dated and bool(shared.nouns) and shared.points >= announced().points.moved
    return plan.dated or shared.named or bool(shared.nouns)


def _elsewhere(plan: Telling, told: Telling) -> bool:
    return plan.place is not None and told.place is not None and plan.place != told.place


def _same_nouns(some: frozenset[str], others: frozenset[str]) -> frozenset[str]:
    """The nouns of the one that the other has too, alone or as the end of a compound or with one."""
    return frozenset(one for one in some if any(one.endswith(other) or other.endswith(one) for other in others))


def _outcome(plan: Telling, told: Telling, shared: Shared) -> Outcome | None:
    points = announced().points
    denied = told.status == "denied" or _calls_off(told)
    if not denied and told.status == "possible":
        return None
    if denied:
        enough = points.on_the_day if _same_days(plan, told) else points.otherwise
        return "denied" if shared.points >= enough and _in_time(plan, told, before=True) else None
    if moves(told):
        return "moved" if shared.points >= points.otherwise and _in_time(plan, told, before=True, moved=True) else None
    if plan.dated and told.dated and not plan.days.meets(told.days):
        return "moved" if _on_another_day(plan, told, shared) else None
    if told.status == "planned":
        return None
    enough = points.on_the_day if _same_days(plan, told) else points.otherwise
    return "reported" if shared.points >= enough and _in_time(plan, told, before=False) else None


def _same_days(plan: Telling, told: Telling) -> bool:
    """Whether a claim is dated, to a week at the most, within the days of a plan that is dated."""
    first, last = told.days
    return (
        plan.dated
        and told.dated
        and plan.days.meets(told.days)
        and first is not None
        and last is not None
        and last - first < announced().days.exact
    )


def _on_the_day(pair: Became) -> bool:
    return _same_days(pair.plan, pair.told)


def _in_time(plan: Telling, told: Telling, *, before: bool, moved: bool = False) -> bool:
    """Whether the times of two claims allow that they are of one thing.

    Args:
        plan: what was announced.
        told: what is told of it.
        before: whether that can be told before the announced day.
        moved: whether the days that it tells are other ones.
    """
    days = announced().days
    if plan.dated and told.dated and not moved:
        return plan.days.meets(told.days)
    if None in plan.written or None in told.written:
        return False
    if not plan.dated:
        ahead = Days(plan.written.first, (plan.written.last or 0) + days.ahead)
        return ahead.meets(told.days if told.dated and not moved else told.written)
    if not moved and not plan.days.meets(told.days) and not before:
        return False
    first = plan.written.first if before else plan.days.first
    last = None if plan.days.last is None else max(plan.days.last, plan.written.last or 0) + days.season
    return Days(first, last).meets(told.written)


def _on_another_day(plan: Telling, told: Telling, shared: Shared) -> bool:
    """Whether a claim of another day is of the plan although no word of it says that this was moved."""
    least, (first, last), (begin, end) = announced(), plan.days, told.days
    if first is None or last is None or begin is None or end is None:
        return False
    return (
        len(shared.parties) >= least.parties.moved
        and shared.points >= least.points.moved
        and max(begin - last, first - end) <= least.days.moved
        and not precedes(begin, plan.written.first)
    )


def _unambiguous(pairs: Sequence[Became]) -> Sequence[Became]:
    """The pairs of one newer claim; none where it may be of one plan as well as of another, of other days."""
    exact = [pair for pair in pairs if _on_the_day(pair)]
    left = exact or pairs
    best = max((pair.shared.points for pair in left), default=0)
    left = [pair for pair in left if pair.shared.points == best]
    return left if all(one.plan.days.meets(left[0].plan.days) for one in left) else []


def shares(one: Telling, shared: Shared) -> bool:
    """Whether a claim has all that two others share."""
    return (
        shared.parties <= one.parties.keys()
        and (shared.place is None or one.place == shared.place)
        and all(_same_nouns(frozenset({noun}), one.nouns) for noun in shared.nouns)
    )
