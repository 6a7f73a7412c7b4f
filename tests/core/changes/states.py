"""States of builds, made from a few words each."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

import pyarrow as pa

from core.changes.state import State
from core.model import Status


class Told(NamedTuple):
    """A claim: the document that makes it, its words, and who takes part. Its id comes of the first two."""

    document: str
    words: str
    parties: tuple[str, ...] = ()


class Happening(NamedTuple):
    """An event. Its id is that of its first claim unless it is given."""

    claims: tuple[Told, ...]
    status: Status = "occurred"
    day: date | None = None
    place: str | None = None
    type: str = "visit"
    last: date | None = None
    event_id: str | None = None
    differences: tuple[tuple[str, str, str], ...] = ()


def state(
    *happenings: Happening,
    texts: Mapping[str, str] | None = None,
    names: Mapping[str, Sequence[str]] | None = None,
    code: str = "",
) -> State:
    """What a build with these events remembers; documents and actors without a text or a name get one by their id."""
    documents = sorted({*(texts or {}), *(one.document for each in happenings for one in each.claims)})
    actors = sorted({*(names or {}), *(party for each in happenings for one in each.claims for party in one.parties)})
    called = {actor: list((names or {}).get(actor, [actor.title()])) for actor in actors}
    claims = [(_id(each), one) for each in happenings for one in each.claims]
    return State.of(
        {
            "documents": pa.table(
                {
                    "doc_id": _text(documents),
                    "title": _text(f"Titel {one}" for one in documents),
                    "outlet": _text(None for _ in documents),
                    "published": _text(None for _ in documents),
                }
            ),
            "corrections": pa.table({"correction_id": _text(())}),
            "texts": pa.table(
                {"doc_id": _text(documents), "text": _text((texts or {}).get(one, one) for one in documents)}
            ),
            "events": pa.table(
                {
                    "event_id": _text(map(_id, happenings)),
                    "title": _text(f"Vorgang {_id(each)}" for each in happenings),
                    "title_en": _text(f"Event {_id(each)}" for each in happenings),
                    "type": _text(each.type for each in happenings),
                    "status": _text(each.status for each in happenings),
                    "place": _text(each.place for each in happenings),
                    "date_edtf": _text(each.day and f"{each.day}" for each in happenings),
                    "date_precision": _text(each.day and "day" for each in happenings),
                    "date_start": pa.array([each.day for each in happenings], pa.date32()),
                    "date_end": pa.array([each.last or each.day for each in happenings], pa.date32()),
                    "n_documents": pa.array([len({one.document for one in each.claims}) for each in happenings]),
                }
            ),
            "claims": pa.table(
                {
                    "event_id": _text(event for event, _ in claims),
                    "claim_id": _text(_claim_id(one) for _, one in claims),
                    "doc_id": _text(one.document for _, one in claims),
                    "quote": _text(one.words for _, one in claims),
                }
            ),
            "participants": pa.table(
                {
                    "claim_id": _text(_claim_id(one) for _, one in claims for _ in one.parties),
                    "actor_id": _text(party for _, one in claims for party in one.parties),
                }
            ),
            "actors": pa.table(
                {
                    "actor_id": _text(actors),
                    "name": _text(called[actor][0] for actor in actors),
                    "name_en": _text(None for _ in actors),
                    "aliases": pa.array([called[actor][1:] for actor in actors], pa.list_(pa.string())),
                    "kind": _text("person" for _ in actors),
                }
            ),
            "discrepancies": pa.table(
                {
                    name: _text(row[at] for row in _differences(happenings))
                    for at, name in enumerate(("event_id", "field", "value_a", "value_b"))
                }
            ),
        },
        code,
    )


def _text(values: object) -> pa.Array:
    return pa.array(list(values), pa.string())  # type: ignore[call-overload]


def _claim_id(one: Told) -> str:
    return f"c-{one.document}-{one.words}"


def _id(each: Happening) -> str:
    return each.event_id or f"e-{each.claims[0].document}-{each.claims[0].words}"


def _differences(happenings: Sequence[Happening]) -> list[tuple[str, str, str, str]]:
    return [(_id(each), *one) for each in happenings for one in each.differences]
