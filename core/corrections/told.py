"""Decisions in words, a line each: for the command line."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from core.anchors import Anchor
from core.corpus.lines import single_line
from core.corrections.kept import Conflict, undone
from core.corrections.model import (
    ActorReference,
    Decision,
    Line,
    OfClaims,
    OfDocument,
    OfEvents,
    OtherActor,
    OtherEvent,
    SameActor,
    SameEvent,
    in_force,
    kind,
    says,
)
from core.corrections.states import State

_SHORTEST = 60  # characters of a quote that are enough to know it again


def each(
    lines: Sequence[Line], *, every: bool = False, states: Mapping[str, State] = MappingProxyType({})
) -> Iterator[str]:
    """The decisions in force, in order, each in one line; or all lines, with what became of them.

    Args:
        lines: those of the file, in order.
        every: whether to tell of those that are not in force as well.
        states: what became of lines in tables, by their ids; of others nothing is said.
    """
    held = {line.id for line in in_force(lines)}
    taken = undone(lines)
    for line in lines:
        if line.id in held:
            became = states.get(line.id)
            yield f"{decided(line)} [{became.replace('_', ' ')}]" if became else decided(line)
        elif every:
            yield f"{decided(line)} [{'taken back' if line.id in taken else 'replaced' if line.what else 'takes back'}]"


def decided(line: Line) -> str:
    """What a line says: its id, when and by whom it was said, what is decided of what, and why."""
    who = f" {line.by}" if line.by else ""
    why = f" ({line.why})" if line.why else ""
    what = f"takes back {line.undoes}" if line.what is None else _decision(line.what, line.was)
    return single_line(f"{line.id} {line.at:%Y-%m-%d %H:%M}{who}: {what}{why}")


def conflict(one: Conflict) -> str:
    """What two people have decided differently, and which holds."""
    holds = "ours" if one.holds is one.ours else "theirs"
    return f"conflict, {holds} holds:\n  ours   {decided(one.ours)}\n  theirs {decided(one.theirs)}"


def _decision(decision: Decision, was: str | None) -> str:
    value = _said(decision)
    before = f" (was {was})" if was and was != says(decision) else ""
    return f"{kind(decision)}{f' = {value}' if value else ''}{before}, {_about(decision)}"


def _said(decision: Decision) -> str:
    """What is decided; of two events or actors, the second with its words, as ids tell nobody which it is."""
    match decision:
        case SameEvent() | OtherEvent():
            return _quoted(one.quote for one in decision.other)
        case SameActor():
            return _actor(decision.other)
        case OtherActor():
            return "; ".join(map(_actor, decision.other))
        case _:
            return says(decision)


def _about(decision: Decision) -> str:
    if isinstance(decision, OfDocument):
        return decision.about.doc_id
    if isinstance(decision, OfClaims | OfEvents):
        return _quoted(one.quote for one in decision.about)
    return _actor(decision.about)


def _actor(reference: ActorReference) -> str:
    named = reference.name or reference.actor_id or reference.vocabulary or ""
    return f"{named} {_quoted([reference.mention])}".strip() if reference.mention else named


def _quoted(anchors: Iterable[Anchor]) -> str:
    every = list(anchors)
    more = f" and {len(every) - 1} more" if len(every) > 1 else ""
    quote = " ".join(every[0].quote.split())
    return f"`{quote if len(quote) <= _SHORTEST else f'{quote[: _SHORTEST - 1]}…'}` in {every[0].doc_id}{more}"
