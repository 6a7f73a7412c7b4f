"""Who is who by what people have said: actors that are one, or two, or none, and what is known of each."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Literal, NamedTuple, TypeAlias

from core.actors import Actor, Linked
from core.actors.knowledge import Knowledge
from core.actors.linking import merged
from core.corrections.model import (
    ActorCountry,
    ActorKindIs,
    ActorName,
    ActorReference,
    ActorRole,
    Line,
    NewActor,
    NoActor,
    OtherActor,
    SameActor,
)
from core.corrections.texts import Local

OfOneActor: TypeAlias = ActorName | ActorKindIs | ActorCountry | ActorRole

NOBODY = ""
"""The id of what is no actor."""

Effect = Literal["applied", "without_anchor", "no_effect"]


class Resolved(NamedTuple):
    """Whom a reference means: an actor of the vocabulary, one of a document, or nobody that can be found."""

    known: str | None = None
    local: Local | None = None

    @property
    def exists(self) -> bool:
        """Whether there is such an actor."""
        return self.known is not None or self.local is not None


class Identities:
    """Which actors are one, line by line.

    Args:
        linked: the actors as the machine links them.
        knowledge: the vocabulary of actors.
    """

    def __init__(self, linked: Linked, knowledge: Knowledge) -> None:
        self._linked, self._knowledge = linked, knowledge
        self.actors: dict[str, Actor] = dict(linked.actors)
        """All actors by id, but for those of the vocabulary that no text mentions."""
        self._same: dict[str, str] = {}  # ids that have become others
        self._own: dict[Local, str] = {}  # actors of documents that have been told apart from what they were linked to

    def id_of(self, one: Resolved) -> str | None:
        """The id that an actor has by now; None where there is no such actor, empty where it is none."""
        if one.known is not None:
            return self._now(one.known)
        if one.local is None:
            return None
        return self._now(self._own.get(one.local) or self._linked.id_of(*one.local))

    def same(self, one: Resolved, other: Resolved) -> Effect:
        """Have two actors be one, under the id of that which the vocabulary knows, else of the first."""
        keep, gone = self.id_of(one), self.id_of(other)
        if keep is None or gone is None:
            return "without_anchor"
        if NOBODY in (keep, gone):
            return "no_effect"
        if keep == gone:
            return "applied"
        if gone in self._knowledge.actors and keep not in self._knowledge.actors:
            keep, gone = gone, keep
        first, second = self.known(keep), self.known(gone)
        self.actors[keep] = replace(
            merged(first, second),
            name=first.name,
            name_en=first.name_en,
            aliases=tuple(dict.fromkeys(name for name in _names(first, second) if name != first.name)),
            tenures=(*first.tenures, *second.tenures),
        )
        self.actors.pop(gone, None)
        self._same[gone] = keep
        return "applied"

    def other(self, one: Resolved, others: Sequence[Resolved], number: str, names: Sequence[str]) -> Effect:
        """Have actors of documents be another one than they are taken for, all of them the same.

        Args:
            one: whom they are taken for.
            others: whom they are, each by a mention.
            number: what the new actor's id ends with.
            names: what the others were called at the time.
        """
        taken = self.id_of(one)
        if taken is None or not any(other.exists for other in others):
            return "without_anchor"
        linked = [other for other in others if self.id_of(other) == taken]
        apart = [other.local for other in linked if other.local and other.local != one.local]
        if not apart and one.local and any(other.known is not None for other in linked):
            apart = [one.local]
        if not apart or taken == NOBODY:
            done = any(other.exists and self.id_of(other) not in (taken, None) for other in others)
            return "applied" if done else "no_effect"
        was = self.known(taken)
        new = f"{apart[0].actor_id}-{number}"
        self.actors[new] = Actor(
            new, next(filter(None, names), was.name), was.kind, country=was.country, gender=was.gender, group=was.group
        )
        for local in apart:
            self._own[local] = new
        return "applied"

    def none(self, one: Resolved) -> Effect:
        """Have an actor be none."""
        if (gone := self.id_of(one)) is None:
            return "without_anchor"
        if gone:
            self._same[gone] = NOBODY
            self.actors.pop(gone, None)
        return "applied"

    def known(self, actor_id: str) -> Actor:
        """What is known of an actor."""
        return self.actors.get(actor_id) or self._knowledge.actors[actor_id]

    def linked(self, documents: Mapping[str, Iterable[str]]) -> Linked:
        """The actors as people have them.

        Args:
            documents: the ids of all actors of each document, those in the document.
        """
        if not self._same and not self._own:
            return self._linked
        final: dict[str, dict[str, str]] = defaultdict(dict)
        for doc_id, ids in documents.items():
            for local in ids:
                if (now := self.id_of(Resolved(local=Local(doc_id, local)))) != local and now is not None:
                    final[doc_id][local] = now
        every = [Local(doc_id, local) for doc_id, ids in documents.items() for local in ids]
        before = {self._linked.id_of(*local) for local in every}
        left = before - {self.id_of(Resolved(local=local)) for local in every}  # all of their mentions are another's
        return Linked(
            {
                actor_id: replace(one, member_of=self._parties(one.member_of)) if one.member_of else one
                for actor_id, one in sorted(self.actors.items())
                if actor_id not in left
            },
            final,
        )

    def _parties(self, ids: Sequence[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(now for one in ids if (now := self._now(one))))

    def _now(self, actor_id: str) -> str:
        while actor_id in self._same:
            actor_id = self._same[actor_id]
        return actor_id


def _names(one: Actor, other: Actor) -> Iterable[str]:
    return *one.aliases, other.name, *other.aliases


def described(actor: Actor, decision: OfOneActor) -> Actor:
    """An actor with what is said of it. Its former name is one of its others; English ones are not known then."""
    match decision:
        case ActorName(value=name):
            aliases = tuple(one for one in dict.fromkeys((actor.name, *actor.aliases)) if one != name)
            return replace(actor, name=name, aliases=aliases, name_en=None)
        case ActorKindIs(value=kind):
            return replace(actor, kind=kind)
        case ActorCountry(value=country):
            return replace(actor, country=country)
        case ActorRole(value=role):
            return replace(actor, role=role, role_en=None)


def machine(actor: Actor, decision: OfOneActor) -> str | None:
    """What the machine says of the same."""
    match decision:
        case ActorName():
            return actor.name
        case ActorKindIs():
            return actor.kind
        case ActorCountry():
            return actor.country
        case ActorRole():
            return actor.role


def identify(identities: Identities, line: Line, resolve: Mapping[ActorReference, Resolved]) -> Effect:
    """Take in what a line says of who is who.

    Args:
        identities: those of the lines before.
        line: the line.
        resolve: whom the references mean.
    """
    match line.what:
        case NewActor(about=about):  # read into its document before
            return "applied" if resolve[about].exists else "without_anchor"
        case SameActor(about=about, other=other):
            return identities.same(resolve[about], resolve[other])
        case OtherActor(about=about, other=others):
            every = [resolve[other] for other in others]
            return identities.other(resolve[about], every, line.id[:6], [other.name for other in others])
        case NoActor(about=about):
            return identities.none(resolve[about])
    return "no_effect"
