"""What the actors stage hands on."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import NamedTuple

from core.actors.schema import Gender
from core.model import ActorKind, Claim, Interval, Mention, OfficeMention, Participant, Role


class Tenure(NamedTuple):
    """A term of an office of a state or an organisation; an open end is None."""

    office: str
    of: str
    begins: date | None
    ends: date | None

    def covers(self, day: date) -> bool:
        """Whether the office is held on a day; its first and last day belong to it."""
        return self.meets(Interval(day, day))

    def meets(self, interval: Interval) -> bool:
        """Whether the office is held on any day of an interval."""
        return interval.meets(Interval(self.begins or date.min, self.ends or date.max))


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone or something that acts: a row of the actor table before anything is counted.

    `name_en` is the English name and `role_en` the role in English, where these are known and not the German ones.
    `aliases` are other names; `group` says which common nouns may take the actor up again (see patterns.toml).
    """

    actor_id: str
    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    country: str | None = None
    role: str | None = None
    member_of: tuple[str, ...] = ()
    wikidata_id: str | None = None
    gender: Gender | None = None
    group: str | None = None
    tenures: tuple[Tenure, ...] = ()
    name_en: str | None = None
    role_en: str | None = None

    @property
    def english(self) -> str:
        """The name in English: the German one where no other is known."""
        return self.name_en or self.name


def genders_agree(one: Actor, other: Actor) -> bool:
    """Whether two persons can be one as far as their genders are known."""
    return one.gender is None or other.gender is None or one.gender == other.gender


class Place(NamedTuple):
    """A stretch of text that says where something is; also a state's name after `in`, which is a mention as well."""

    start: int
    end: int
    name: str


class Membership(NamedTuple):
    """That a person belongs to a party."""

    actor_id: str
    of: str


class Cast(NamedTuple):
    """Who acts in a document: what linking needs to know of it. `mentioned` are the ids of its mentions, each once."""

    mentioned: tuple[str, ...] = ()
    unknown: tuple[Actor, ...] = ()
    memberships: tuple[Membership, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentActors:
    """The actors of one document.

    `mentions` are in the order of the text; one stretch may stand for two actors (`beide Seiten`). `attributive` holds
    the spans of those that only say whose office or what kind of thing something is (`Japans` in `Japans
    Premierminister Ishiba`, `NATO` in `NATO-Generalsekretär`): they name an actor, but not one who takes part.
    `unknown` are the actors that the vocabulary does not know, under ids local to the document. `memberships` are those
    that the text tells, of known and unknown persons.
    """

    mentions: tuple[Mention, ...] = ()
    unknown: tuple[Actor, ...] = ()
    offices: tuple[OfficeMention, ...] = ()
    places: tuple[Place, ...] = ()
    attributive: frozenset[tuple[int, int]] = frozenset()
    memberships: tuple[Membership, ...] = ()

    @property
    def cast(self) -> Cast:
        """What linking needs to know."""
        mentioned = dict.fromkeys(mention.actor_id for mention in self.mentions)
        return Cast(tuple(mentioned), self.unknown, self.memberships)


@dataclass(frozen=True, slots=True)
class Linked:
    """The actors of all documents.

    `actors` by id; `final` maps the ids in a document, by its doc_id, to those in the tables where the two differ. An
    empty id stands for what is no actor, as a person has said.
    """

    actors: Mapping[str, Actor]
    final: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def id_of(self, doc_id: str, actor_id: str) -> str:
        """The id in the tables of an actor of a document."""
        return self.final.get(doc_id, {}).get(actor_id, actor_id)

    def renamed(self, doc_id: str, claims: Iterable[Claim]) -> Iterator[Claim]:
        """A document's claims with the ids that its actors have in the tables, each actor once, with its first role."""
        for claim in claims:
            roles: dict[str, Role] = {}
            for participant in claim.participants:
                if actor_id := self.id_of(doc_id, participant.actor_id):
                    roles.setdefault(actor_id, participant.role)
            participants = tuple(map(Participant, roles, roles.values()))
            told = claim.attributed_to and self.id_of(doc_id, claim.attributed_to)
            subject = claim.gist and claim.gist.actor and self.id_of(doc_id, claim.gist.actor)
            yield claim.renamed(doc_id, participants, told or None, subject or None, partial(self.id_of, doc_id))
