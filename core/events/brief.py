"""What the other documents of a corpus need to know of one: a hundredth of what was found in it.

Where one document has changed, the rest of what the others gave need not be looked at.
"""

from typing import NamedTuple

from core.actors.values import Cast
from core.events.copies import Signature
from core.messages import Message
from core.model import Claim, Interval


class Outline(NamedTuple):
    """What tells of a claim which others it may have to be compared with: its type, its days and its actors."""

    type: str
    interval: Interval | None
    actors: tuple[str, ...]

    @classmethod
    def of(cls, claim: Claim) -> "Outline":
        """The outline of a claim, each actor once."""
        return cls(claim.type, claim.interval, tuple(dict.fromkeys(party.actor_id for party in claim.participants)))


class Brief(NamedTuple):
    """What others need to know of a document; ids of actors are those in the document.

    `outlines` are those of its claims, in their order. `remarks` are on how it was read.
    """

    doc_id: str
    published: Interval | None
    cast: Cast
    signature: Signature
    outlines: tuple[Outline, ...]
    remarks: tuple[Message, ...]
