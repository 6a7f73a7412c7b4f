"""Claims with what they can be compared by: from a set of tables to values, for what has become of plans."""

import datetime
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from core.changes.outcomes import Passage
from core.changes.thresholds import announced
from core.claims.lexicon import event_types
from core.german.compounds import head_in
from core.model import ActorKind, Status
from core.openset import OpenSet
from core.tables import typed_rows

_WORD = re.compile(r"[^\W\d_][\w-]*")
_CAPITALISED = re.compile(r"(?<=[\w,;:–-] )(?P<word>[A-ZÄÖÜ][\w-]*)")  # not where a sentence begins
_FOLDED = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss"})
_ENDING = re.compile(r"(?<=\w{4})(?:e|en|er|es|n|s)$")


class _ClaimRow(NamedTuple):
    """What is asked of a row of the table `claims`."""

    claim_id: str
    event_id: str
    doc_id: str
    start: int
    end: int
    quote: str
    trigger_start: int
    trigger_end: int
    type: str
    status: Status
    date_start: datetime.date | None
    date_end: datetime.date | None
    date_precision: str | None
    date_source: str | None
    place: str | None
    topic: str | None


class _ActorRow(NamedTuple):
    """What is asked of a row of the table `actors`."""

    actor_id: str
    name: str
    aliases: Sequence[str]
    kind: ActorKind


class Days(NamedTuple):
    """Possible days, as ordinals; an end that is open is None."""

    first: int | None
    last: int | None

    def meets(self, other: "Days") -> bool:
        """Whether both allow one day in common."""
        return not (precedes(self.last, other.first) or precedes(other.last, self.first))


def precedes(one: int | None, other: int | None) -> bool:
    """Whether a day is before another, both being known."""
    return one is not None and other is not None and one < other


@dataclass(frozen=True)
class Telling:
    """A claim with what it can be compared by.

    `dated` says whether `days` are a date of its own, neither mere bounds nor what other claims say; `written` are the
    days on which it can have been published, `parties` the actors that take part, with their kinds.
    """

    claim_id: str
    event_id: str
    type: str
    status: Status
    passage: Passage
    trigger: str
    days: Days
    dated: bool
    written: Days
    place: str | None
    topic: str | None
    parties: Mapping[str, ActorKind]
    names: frozenset[str] = frozenset()

    @cached_property
    def nouns(self) -> frozenset[str]:
        """The stems of the nouns of its quote, apart from names of who takes part, its place, and the type's own."""
        return nouns(self.passage.quote, self.type) - self.names

    @cached_property
    def topics(self) -> frozenset[str]:
        """The same of what it is about."""
        return nouns(f"- {self.topic or ''}", self.type) - self.names


def nouns(text: str, type_: str) -> frozenset[str]:
    """The stems of the nouns of a text that may tell one event of a type from others.

    German writes nouns with a capital; a word that begins a sentence is left out, as any word does so there.
    """
    shortest = announced().nouns.shortest
    words = (match["word"] for match in _CAPITALISED.finditer(text))
    return frozenset(stem(word) for word in words if len(word) >= shortest) - _apart(type_)


def names(text: str, type_: str) -> bool:
    """Whether a noun of a text is one by which events of a type are called, or ends like one."""
    entry = event_types().get(type_)
    called = frozenset(noun.lower() for noun in entry.nouns) if entry else frozenset[str]()
    words = (match["word"] for match in _CAPITALISED.finditer(f"- {text}"))
    return any(head_in(form, called) for word in words for form in (word, *_shortened(word)))


def _shortened(word: str) -> Iterator[str]:
    while (shorter := _ENDING.sub("", word)) != word:
        word = shorter
        yield word


@cache
def _apart(type_: str) -> frozenset[str]:
    entry = event_types().get(type_)
    return frozenset(map(stem, (*announced().nouns.apart, *(entry.nouns if entry else ()))))


def stem(word: str) -> str:
    """A noun without what inflection adds: `Verträge` and `Vertrags` are one; others seldom become the same by it."""
    short = word.lower().translate(_FOLDED)
    while (shorter := _ENDING.sub("", short)) != short:
        short = shorter
    return short


def read(tables: OpenSet, documents: Collection[str]) -> list[Telling]:
    """The claims of some documents, in the tables' order.

    Raises:
        TableError: a file is damaged.
    """
    rows = list(typed_rows(tables.of("claims", documents, _ClaimRow._fields), _ClaimRow))
    claims = pa.array([row.claim_id for row in rows], pa.string())
    parts = tables.read("participants", ["claim_id", "actor_id"])
    taking: dict[str, list[str]] = {}
    for one in parts.filter(pc.is_in(parts["claim_id"], claims)).to_pylist():
        taking.setdefault(one["claim_id"], []).append(one["actor_id"])
    actors = tables.read("actors", list(_ActorRow._fields))
    asked = pa.array({actor for some in taking.values() for actor in some}, pa.string())
    known = {one.actor_id: one for one in typed_rows(actors.filter(pc.is_in(actors["actor_id"], asked)), _ActorRow)}
    published = ("published_start", "published_end")
    written = {
        one["doc_id"]: Days(*(_ordinal(one[name]) for name in published))
        for one in tables.of("documents", documents, ("doc_id", *published)).to_pylist()
    }
    return [_telling(row, [known[one] for one in taking.get(row.claim_id, ())], written) for row in rows]


def _telling(row: _ClaimRow, parties: Collection[_ActorRow], written: Mapping[str, Days]) -> Telling:
    start = row.start
    own = row.date_source != "event"
    days = Days(_ordinal(row.date_start), _ordinal(row.date_end)) if own else Days(None, None)
    return Telling(
        row.claim_id,
        row.event_id,
        row.type,
        row.status,
        Passage(row.doc_id, start, row.end, row.quote),
        row.quote[row.trigger_start - start : row.trigger_end - start],
        days,
        own and row.date_precision is not None,
        written[row.doc_id],
        row.place,
        row.topic,
        {one.actor_id: one.kind for one in parties},
        frozenset(_names([row.place, *(name for one in parties for name in (one.name, *one.aliases))])),
    )


def _names(names: Iterable[str | None]) -> Iterator[str]:
    for name in names:
        yield from map(stem, _WORD.findall(name or ""))


def _ordinal(day: datetime.date | None) -> int | None:
    return day.toordinal() if day else None
