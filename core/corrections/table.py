"""What became of the decisions: rows of the table `corrections`, and what a build tells of those without an anchor."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC

import msgspec
import pyarrow as pa
import pyarrow.compute as pc

from core.corrections import claims
from core.corrections.model import Line, Participants, Title, kind, named, says
from core.corrections.replay import Replay, Said
from core.messages import Message
from core.model import Claim
from core.signatures import shown
from core.tables import from_rows

_MOST = 20  # decisions without an anchor that are told one by one


def table(replay: Replay, tables: Mapping[str, pa.Table], names: Mapping[str, str]) -> pa.Table:
    """The table `corrections`: a row for each thing that a decision is about, in the order of the file.

    Args:
        replay: the decisions, replayed.
        tables: the tables of claims and events.
        names: those that actors have before people have given them others, by id.
    """
    rows = [_row(one, replay, names) for one in _in_order(replay)]
    events = event_of(tables, {str(row["claim_id"]) for row in rows if row["claim_id"]})
    titles = _titles(tables, events.values())
    for one, row in zip(_in_order(replay), rows, strict=True):
        row["event_id"] = events.get(str(row["claim_id"]))
        if isinstance(one.line.what, Title) and one.state == "applied":
            named = " ".join(one.line.what.value.split()) == titles.get(str(row["event_id"]))
            row["state"] = "applied" if named else "overridden"
    return from_rows("corrections", rows)


def event_of(tables: Mapping[str, pa.Table], claim_ids: Iterable[str]) -> dict[str, str]:
    """The events of some claims, by the ids of these."""
    told = tables["claims"].select(["claim_id", "event_id"])
    some = told.filter(pc.is_in(told["claim_id"], value_set=pa.array(sorted(claim_ids), pa.string())))
    return dict(zip(some["claim_id"].to_pylist(), some["event_id"].to_pylist(), strict=True))


def apart(replay: Replay, tables: Mapping[str, pa.Table]) -> frozenset[frozenset[str]]:
    """The pairs of events that are not one, as people have said."""
    sides = [
        [[replay.machine_claim(place).claim_id for place in some] for some in (one.one, one.other)]
        for one in replay.joined
        if not one.same
    ]
    events = event_of(tables, {claim_id for pair in sides for side in pair for claim_id in side})
    return frozenset(
        frozenset({events[a], events[b]})
        for one, other in sides
        for a in one
        for b in other
        if a in events and b in events
    )


def notices(replay: Replay) -> Iterator[Message]:
    """What is to be told of decisions that have lost what they were about, each in one line."""
    lost = [one for one in _in_order(replay) if one.state == "without_anchor"]
    for one in lost[:_MOST]:
        yield _lost(one)
    if len(lost) > _MOST:
        yield Message(
            "{n} more corrections have lost what they were about; `lagebild corrections list`", n=len(lost) - _MOST
        )


def _lost(one: Said) -> Message:
    what = str(one.line.what and kind(one.line.what))
    if one.quote:
        return Message(
            "correction {id} ({kind}) has lost what it was about (`{quote}` in {document}); take it back or say it"
            " anew",
            id=one.line.id,
            kind=what,
            quote=_short(one.quote),
            document=str(one.doc_id),
        )
    return Message(
        "correction {id} ({kind}) has lost what it was about ({document}); take it back or say it anew",
        id=one.line.id,
        kind=what,
        document=one.doc_id or "an actor",
    )


def _in_order(replay: Replay) -> list[Said]:
    return sorted(replay.said, key=lambda one: replay.numbers[one.line.id])


def _row(one: Said, replay: Replay, names: Mapping[str, str]) -> dict[str, object]:
    line = one.line
    assert line.what is not None  # noqa: S101 - lines that take others back are not in force
    claim = one.place and replay.machine_claim(one.place)
    machine = claims.machine(claim, kind(line.what), names) if claim else one.machine
    return {
        "correction_id": line.id,
        "at": f"{line.at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
        "by": shown(line.by),
        "why": line.why,
        "field": kind(line.what),
        "value": says(line.what) or None,
        "machine": machine or None,
        "was": line.was,
        "parties": _parties(line, claim, names),
        "state": one.state,
        "doc_id": one.doc_id,
        "quote": one.quote,
        "claim_id": claim and claim.claim_id,
        "actor_id": replay.actor_id(one),
    }


def _parties(line: Line, claim: Claim | None, names: Mapping[str, str]) -> str | None:
    """The actors that the columns of a row name, as far as they are known as such; None where it is about no actors."""
    if not isinstance(line.what, Participants):
        return None
    told = {
        "value": named(line.what.value),
        "machine": claims.parties(claim, names) if claim else (),
        "was": line.was_parties,
    }
    return msgspec.json.encode({column: parties for column, parties in told.items() if parties}).decode()


def _titles(tables: Mapping[str, pa.Table], event_ids: Iterable[str]) -> dict[str, str]:
    events = tables["events"].select(["event_id", "title"])
    some = events.filter(pc.is_in(events["event_id"], value_set=pa.array(sorted(set(event_ids)), pa.string())))
    return dict(zip(some["event_id"].to_pylist(), some["title"].to_pylist(), strict=True))


def _short(quote: str) -> str:
    words = " ".join(quote.split())
    return words if len(words) <= 60 else f"{words[:59]}…"
