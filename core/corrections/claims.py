"""What is decided about claims, put onto the claims that the machine found."""

from collections.abc import Callable, Mapping, Sequence

import msgspec
from msgspec import UNSET, UnsetType

from core.actors.knowledge import Knowledge
from core.anchors import find
from core.corrections import figures
from core.corrections.model import (
    Checked,
    ClaimAnchor,
    EventDate,
    EventPlace,
    EventStatus,
    EventType,
    NotEvent,
    OfClaims,
    Participants,
    Party,
    Title,
    kind,
)
from core.model import Claim, ClaimDate, Corrected, NamedParty, Participant, Role, Status, in_words
from core.time import edtf


class ClaimDecisions(msgspec.Struct, frozen=True, omit_defaults=True):
    """All that people have said of one claim; what is UNSET they have not spoken of.

    `participants` have the ids of the tables, `title` has the number of the line that gives it.
    """

    right: bool | UnsetType = UNSET
    type: str | UnsetType = UNSET
    status: Status | UnsetType = UNSET
    date: str | UnsetType | None = UNSET
    place: str | UnsetType | None = UNSET
    participants: tuple[Participant, ...] | UnsetType = UNSET
    title: tuple[int, str] | UnsetType = UNSET

    @property
    def gone(self) -> bool:
        """Whether it is no event."""
        return self.right is False

    def with_(
        self, decision: OfClaims, number: int, parties: Callable[[Sequence[Party]], tuple[Participant, ...]]
    ) -> "ClaimDecisions":
        """The same with a later decision.

        Args:
            decision: what is decided.
            number: that of its line.
            parties: gives actors the ids that they have in the tables.
        """
        match decision:
            case NotEvent():
                return msgspec.structs.replace(self, right=False)
            case Checked():
                return msgspec.structs.replace(self, right=True)
            case Title():
                return msgspec.structs.replace(self, title=(number, " ".join(decision.value.split())))
            case Participants():
                return msgspec.structs.replace(self, participants=parties(decision.value))
            case EventType() | EventStatus() | EventDate() | EventPlace():
                return msgspec.structs.replace(self, **{kind(decision): decision.value})


def field(decision: OfClaims) -> str:
    """What of a claim is decided: of two decisions about that, the later holds."""
    return "right" if isinstance(decision, NotEvent | Checked) else kind(decision)


_FIELDS = ("type", "status", "date", "place", "participants")


def located(anchor: ClaimAnchor, text: str, claims: Sequence[Claim]) -> int | None:
    """Which of a document's claims, as the machine has them, an anchor holds on to; None where there is none.

    It is one that the same word tells of, wherever that stands now: of several that of the same type; one of another
    type alone, where the machine thinks otherwise by now.

    Args:
        anchor: the anchor.
        text: that of the document.
        claims: the document's.
    """
    place = find(anchor.quote, text)
    if place is None:
        return None
    trigger = place.start + anchor.trigger_start, place.start + anchor.trigger_end
    told = [at for at, claim in enumerate(claims) if (claim.trigger_start, claim.trigger_end) == trigger]
    same = [at for at in told if claims[at].type == anchor.type]
    # The machine makes two claims of one type of one word where it stands for several clauses: their quotes differ.
    same.sort(key=lambda at: (claims[at].start, claims[at].end) != place)
    return next(iter(same), told[0] if len(told) == 1 else None)


def applied(claim: Claim, decided: ClaimDecisions, knowledge: Knowledge) -> Claim | None:
    """The claim as people have corrected it; None where it is no event.

    Args:
        claim: the claim, with the ids that its actors have in the tables.
        decided: what is decided of it.
        knowledge: the vocabulary of actors, which knows in which states places are.
    """
    if decided.gone:
        return None
    fields = frozenset(field for field in _FIELDS if getattr(decided, field) is not UNSET)
    title = None if decided.title is UNSET else decided.title
    corrected = Corrected(claim.type, fields, title)
    if not fields and decided.right is UNSET:
        return msgspec.structs.replace(claim, corrected=corrected) if title else claim
    reasons = [f"corrected_{name}" for name in sorted(fields)] or ["checked"]
    claim = msgspec.structs.replace(
        claim, corrected=corrected, confidence=figures.checked(), rule=":".join((claim.rule, *reasons))
    )
    if decided.type is not UNSET:
        claim = msgspec.structs.replace(claim, type=decided.type)
    if decided.status is not UNSET:
        claim = msgspec.structs.replace(claim, status=decided.status)
    if decided.date is not UNSET:
        claim = _dated(claim, decided.date)
    if decided.place is not UNSET:
        claim = msgspec.structs.replace(claim, place=decided.place, host=_host(decided.place, knowledge))
    if decided.participants is not UNSET:
        claim = msgspec.structs.replace(claim, participants=decided.participants)
    return claim


def _dated(claim: Claim, value: str | None) -> Claim:
    """The claim with a date that a person gave; or without any, as far as it is bounded all the same."""
    if value is None:
        return msgspec.structs.replace(claim, date=None)
    date = ClaimDate(value, edtf.parse(value), edtf.precision(value), "correction", "person")
    return msgspec.structs.replace(claim, date=date, bounds=None)


def _host(place: str | None, knowledge: Knowledge) -> str | None:
    """The state that a place is, or is the capital of."""
    known = knowledge.names.known(place) if place else None
    return known if known and knowledge.actors[known].kind == "state" else None


def participants(parties: Sequence[Party], ids: Callable[[Party], str | None]) -> tuple[Participant, ...]:
    """Those of the actors that there are, each once, with the first of its roles."""
    roles: dict[str, Role] = {}
    for party in parties:
        if actor_id := ids(party):
            roles.setdefault(actor_id, party.role)
    return tuple(map(Participant, roles, roles.values()))


def machine(claim: Claim, field: str, names: Mapping[str, str]) -> str | None:
    """What the machine says of a field; of a date that it does not know, between which days it was.

    Args:
        claim: the claim as the machine has it, with the ids that its actors have in the tables.
        field: the name of a kind of decisions.
        names: those of actors, by id.
    """
    match field:
        case "type":
            return claim.type
        case "status":
            return claim.status
        case "date":
            return edtf.of(claim.date or claim.bounds)
        case "place":
            return claim.place
        case "participants":
            return in_words(parties(claim, names))
    return None


def parties(claim: Claim, names: Mapping[str, str]) -> tuple[NamedParty, ...]:
    """Who takes part as the machine says, by the names of actors by id."""
    return tuple(NamedParty(names.get(one.actor_id, one.actor_id), one.role) for one in claim.participants)
