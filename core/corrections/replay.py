"""The decisions of a corpus, replayed on what the machine found in it.

    who is who (`who`) -> what claims say (`decide`) -> what actors are (`described`) -> which events are one (`joins`)

Each step asks only for the documents that a decision is about, so that the cost follows the number of decisions.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import NamedTuple

import msgspec

from core.actors import Actor, Linked
from core.actors.knowledge import Knowledge
from core.claims.lexicon import event_types
from core.corrections import actors, claims
from core.corrections.actors import Identities, Resolved
from core.corrections.claims import ClaimDecisions
from core.corrections.model import (
    ActorCountry,
    ActorKindIs,
    ActorName,
    ActorReference,
    ActorRole,
    ClaimAnchor,
    Decision,
    EventType,
    Line,
    NewActor,
    NoActor,
    NotEvent,
    OfClaims,
    OfDocument,
    OtherActor,
    OtherEvent,
    Participants,
    Party,
    SameActor,
    SameEvent,
    Title,
    in_force,
    kind,
)
from core.corrections.states import State
from core.corrections.texts import LazyDocument, Place, Texts
from core.events.cluster import Join
from core.model import Claim, Participant

_ENCODER = msgspec.msgpack.Encoder()


@dataclass
class Said:
    """One thing that a line is about, with what became of it.

    Args:
        line: the line.
        doc_id: the document that it is anchored in.
        quote: the words that it is anchored in.
        state: what became of it.
        place: the claim that it is about.
        actor: the actor that it is about.
        machine: what the machine says.
    """

    line: Line
    doc_id: str | None = None
    quote: str | None = None
    state: State = "without_anchor"
    place: Place | None = None
    actor: Resolved | None = None
    machine: str | None = None


class Joined(NamedTuple):
    """What a line says of two events: by those of their claims that there are, neither side empty."""

    number: int
    same: bool
    one: tuple[Place, ...]
    other: tuple[Place, ...]


class Replay:
    """The decisions of a corpus.

    Args:
        lines: those of the file, in order.
        sources: the documents by id.
        knowledge: the vocabulary of actors.
    """

    def __init__(self, lines: Sequence[Line], sources: Mapping[str, LazyDocument], knowledge: Knowledge) -> None:
        self._numbers = {line.id: number for number, line in enumerate(lines)}
        self._lines = in_force(lines)
        self._texts, self._knowledge = Texts(sources), knowledge
        self._identities = Identities(Linked({}), knowledge)
        self._linked = Linked({})
        self._resolved: dict[ActorReference, Resolved] = {}
        self._decided: dict[str, dict[int, ClaimDecisions]] = {}
        self._last: dict[tuple[object, str], Line] = {}  # the line that decides something of a claim or an actor
        self._joins_of: dict[str, list[Joined]] = {}
        self.joined: list[Joined] = []
        """What is said of two events, in order."""
        self.said: list[Said] = []
        """What became of each decision."""

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self._lines)

    def who(self, linked: Linked, documents: Mapping[str, Iterable[str]]) -> Linked:
        """The actors as people have them, but for what is said of each.

        Args:
            linked: the actors as the machine links them.
            documents: the ids of all actors of each document, those in the document.
        """
        self._identities = Identities(linked, self._knowledge)
        for line in self._lines:
            references = _references(line.what)
            for one in references:
                if one not in self._resolved:
                    known = one.vocabulary if one.vocabulary in self._knowledge.actors else None
                    self._resolved[one] = Resolved(known, None if known else self._texts.actor(one, linked.id_of))
            if isinstance(line.what, NewActor | SameActor | OtherActor | NoActor):
                effect = actors.identify(self._identities, line, self._resolved)
                self.said += (_of_actor(line, one, self._resolved[one], effect) for one in references)
        self._linked = self._identities.linked(documents)
        return self._linked

    def decide(self) -> None:
        """Find the claims that decisions are about, and take in what these say of them; `who` comes before."""
        titles = []
        for line in self._lines:
            match line.what:
                case SameEvent() | OtherEvent():
                    self._join(line, line.what)
                case Title():  # last, as one claim bears it, so that one event does: the first that is left
                    titles.append((line, line.what))
                case EventType(value=value) if value not in event_types():
                    self.said += (replace(self._of_claim(line, one), state="no_effect") for one in line.what.about)
                case _ if isinstance(line.what, OfClaims):
                    for said in [self._of_claim(line, one) for one in line.what.about]:
                        self.said.append(said)
                        if said.place is not None:
                            self._put(said.place, line, line.what)
                case _ if isinstance(line.what, OfDocument):
                    there = line.what.about.doc_id in self._texts
                    self.said.append(Said(line, line.what.about.doc_id, None, "applied" if there else "without_anchor"))
        for line, title in titles:
            every = [self._of_claim(line, one) for one in title.about]
            first = next((one for one in every if one.place and not self._at(one.place).gone), None)
            self.said += every if first is None else [first]
            if first is not None and first.place is not None:
                self._put(first.place, line, title)
        self._settle()

    @property
    def documents(self) -> Iterable[str]:
        """The documents of whose claims anything is said."""
        return self._decided

    def corrected(self, doc_id: str, told: Iterable[Claim]) -> list[Claim]:
        """A document's claims as people have corrected them.

        Args:
            doc_id: the document.
            told: its claims as the machine has them, with the ids that their actors have in the tables.
        """
        decided = self._decided.get(doc_id, {})
        every = (
            claims.applied(claim, decided[number], self._knowledge) if number in decided else claim
            for number, claim in enumerate(told)
        )
        return [claim for claim in every if claim is not None]

    def claims(self, doc_id: str) -> list[Claim]:
        """The same, read anew."""
        return self.corrected(doc_id, self._linked.renamed(doc_id, self._texts.claims(doc_id)))

    def content(self, doc_id: str) -> bytes:
        """All that is said of the claims of a document; nothing where nothing is."""
        if doc_id not in self._decided:
            return b""
        return _ENCODER.encode((sorted(self._decided[doc_id].items()), self._joins_of.get(doc_id, [])))

    def joins(self, begins: Mapping[str, int]) -> list[Join]:
        """What is said of two events, by the places of their claims among all that are left.

        Args:
            begins: the place of the first claim of each document that has any.
        """
        joins = []
        for said in self.joined:
            one, other = (
                tuple(begins[place.doc_id] + self._left(place) for place in some if not self._at(place).gone)
                for some in (said.one, said.other)
            )
            if one and other:
                joins.append(Join(said.number, said.same, one, other))
        return joins

    def described(self, known: Mapping[str, Actor]) -> dict[str, Actor]:
        """The actors with what people have said of each.

        Args:
            known: the actors by id.
        """
        every = dict(known)
        last: dict[tuple[str, str], Said] = {}
        for line in self._lines:
            if not isinstance(line.what, ActorName | ActorKindIs | ActorCountry | ActorRole):
                continue
            resolved = self._resolved[line.what.about]
            actor_id = self._identities.id_of(resolved)
            said = _of_actor(line, line.what.about, resolved, "without_anchor")
            self.said.append(said)
            if actor_id == actors.NOBODY:
                said.state = "overridden"
            elif actor_id is not None and actor_id in every:
                said.state, said.machine = "applied", actors.machine(known[actor_id], line.what)
                if before := last.get((actor_id, kind(line.what))):
                    before.state = "overridden"
                last[actor_id, kind(line.what)] = said
                every[actor_id] = actors.described(every[actor_id], line.what)
        return every

    def actor_id(self, one: Said) -> str | None:
        """The id in the tables of the actor that something is said of; None where there is none."""
        return self._identities.id_of(one.actor) or None if one.actor else None

    def machine_claim(self, place: Place) -> Claim:
        """A claim as the machine has it, with the ids that its actors have in the tables."""
        told = self._texts.claims(place.doc_id)[place.number]
        return next(self._linked.renamed(place.doc_id, [told]))

    @property
    def numbers(self) -> Mapping[str, int]:
        """The places of the lines in the file, by their ids."""
        return self._numbers

    def _join(self, line: Line, said: SameEvent | OtherEvent) -> None:
        sides = [[self._of_claim(line, one) for one in some] for some in (said.about, said.other)]
        places = [tuple(dict.fromkeys(one.place for one in side if one.place)) for side in sides]
        self.said += chain.from_iterable(sides)
        if all(places):
            joined = Joined(self._numbers[line.id], isinstance(said, SameEvent), *places)
            self.joined.append(joined)
            for doc_id in {place.doc_id for place in chain.from_iterable(places)}:
                self._joins_of.setdefault(doc_id, []).append(joined)
            for place in chain.from_iterable(places):
                self._decided.setdefault(place.doc_id, {}).setdefault(place.number, ClaimDecisions())
        else:
            for one in chain.from_iterable(sides):
                one.state = "no_effect" if one.place else "without_anchor"

    def _of_claim(self, line: Line, anchor: ClaimAnchor) -> Said:
        place = self._texts.claim(anchor)
        return Said(line, anchor.quote.doc_id, anchor.quote.quote, "applied" if place else "without_anchor", place)

    def _at(self, place: Place) -> ClaimDecisions:
        return self._decided.get(place.doc_id, {}).get(place.number, ClaimDecisions())

    def _left(self, place: Place) -> int:
        """The number of a claim among those of its document that are left."""
        before = self._decided[place.doc_id]
        return place.number - sum(one.gone for number, one in before.items() if number < place.number)

    def _put(self, place: Place, line: Line, decision: OfClaims) -> None:
        """Note what a line says of a claim."""
        decided = self._at(place).with_(decision, self._numbers[line.id], self._parties)
        self._decided.setdefault(place.doc_id, {})[place.number] = decided
        self._last[place, claims.field(decision)] = line

    def _settle(self) -> None:
        """Note which decisions about claims a later one replaces."""
        for one in self.said:
            if one.place is None or not isinstance(one.line.what, OfClaims) or one.state != "applied":
                continue
            last = self._last.get((one.place, claims.field(one.line.what)))
            gone = self._at(one.place).gone and not isinstance(one.line.what, NotEvent)
            if last is not one.line or gone:
                one.state = "overridden"

    def _parties(self, parties: Sequence[Party]) -> tuple[Participant, ...]:
        return claims.participants(parties, lambda party: self._identities.id_of(self._resolved[party.actor]))


def _references(decision: Decision | None) -> tuple[ActorReference, ...]:
    """The actors that a decision speaks of."""
    match decision:
        case Participants(value=parties):
            return tuple(party.actor for party in parties)
        case OtherActor(about=about, other=others):
            return (about, *others)
        case SameActor(about=about, other=other):
            return (about, other)
        case NewActor() | NoActor() | ActorName() | ActorKindIs() | ActorCountry() | ActorRole():
            return (decision.about,)
    return ()


def _of_actor(line: Line, reference: ActorReference, resolved: Resolved, state: State) -> Said:
    anchor = reference.mention
    there: State = state if resolved.exists else "without_anchor"
    if anchor is None:
        return Said(line, None, None, there, actor=resolved)
    return Said(line, anchor.doc_id, anchor.quote, there, actor=resolved)
