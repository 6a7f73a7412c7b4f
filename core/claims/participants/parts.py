"""The value of a part in a claim, and how parts become participants."""

from collections.abc import Iterable
from typing import NamedTuple

from core.model import Mention, Participant, Role


class Part(NamedTuple):
    """A mention with the token it begins in and the role it has."""

    mention: Mention
    at: int
    role: Role


_RANK: dict[Role, int] = {"speaker": 0, "agent": 1, "partner": 2, "target": 3, "topic": 4}


def participants(parts: Iterable[Part]) -> tuple[Participant, ...]:
    """One participant for each actor, with its strongest role, in the order of the text."""
    best: dict[str, Role] = {}
    for part in parts:
        known = best.get(part.mention.actor_id)
        if known is None or _RANK[part.role] < _RANK[known]:
            best[part.mention.actor_id] = part.role
    return tuple(Participant(actor, role) for actor, role in best.items())
