"""All documents to tables: actors linked across them, claims made into events, everything counted.

What has not changed since the last build is taken from its tables, so that the cost follows what has; the tables are
the same as those of a build from nothing.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import NamedTuple

import msgspec
import pyarrow as pa

from core import actors
from core.actors.knowledge import Knowledge
from core.actors.names import family_name
from core.actors.values import Tenure
from core.corrections import newly_named, table
from core.corrections.model import Line, NewActor, in_force
from core.corrections.replay import Replay
from core.engine import rows
from core.engine.cache import digest
from core.engine.last_set import NOTHING, OF_DOCUMENT, OF_EVENT, Past, Provenance, groups
from core.events.brief import Brief, Outline
from core.events.candidates import candidates
from core.events.cluster import Graph, Match, cluster, every_pair
from core.events.copies import copies, earliest_first
from core.events.reports import Report, Reports
from core.messages import Message
from core.model import Claim, Interval
from core.stages import Analysed
from core.tables import SCHEMAS, from_rows

_ENCODER = msgspec.msgpack.Encoder()


@dataclass(frozen=True, slots=True)
class LazyDocument:
    """A document of the corpus, which is read no further than it has to be.

    Args:
        brief: what the others need to know of it.
        key: a hash of all that it gives.
        told: a hash of its claims.
        claims: reads these.
        analysed: reads all.
    """

    brief: Brief
    key: bytes
    told: bytes
    claims: Callable[[], Sequence[Claim]]
    analysed: Callable[[], Analysed]

    @property
    def doc_id(self) -> str:
        """The id of the document."""
        return self.brief.doc_id

    @property
    def remarks(self) -> tuple[Message, ...]:
        """Remarks on how it was read."""
        return self.brief.remarks


class Assembled(NamedTuple):
    """The tables of a corpus by name, what the next build needs to know of them, and remarks on people's decisions."""

    tables: dict[str, pa.Table]
    provenance: Provenance
    notices: tuple[Message, ...] = ()


def assemble(
    sources: Sequence[LazyDocument],
    knowledge: Knowledge,
    match: Match = every_pair,
    past: Past = NOTHING,
    lines: Sequence[Line] = (),
) -> Assembled:
    """The tables of a corpus.

    Args:
        sources: its documents.
        knowledge: the vocabulary of actors.
        match: finds the claims of one happening; see `core.events.cluster`.
        past: the last set of tables, made by the same code and vocabulary.
        lines: what people have decided; see `core.corrections`.
    """
    sources = _with_newly_named(sources, lines)
    days = {source.doc_id: source.brief.published for source in sources}
    linked = actors.link({source.doc_id: source.brief.cast for source in sources}, knowledge, days)
    replay = Replay(lines, {source.doc_id: source for source in sources} if lines else {}, knowledge)
    if replay:
        linked = replay.who(linked, {source.doc_id: _named(source.brief) for source in sources})
        replay.decide()
    outlines = {source.doc_id: _outlines(source.brief, linked) for source in sources}
    outlines |= {doc_id: list(map(Outline.of, replay.claims(doc_id))) for doc_id in replay.documents}
    linked = _with_hosts(linked, outlines.values(), knowledge)
    found_as = _names(linked)
    if replay:
        linked = replace(linked, actors=replay.described(linked.actors))
    names = _names(linked)
    signatures = {source.doc_id: source.brief.signature for source in sources}
    copied = copies(signatures, earliest_first(signatures, days))
    originals = {doc_id: copy.original for doc_id, copy in copied.items()}
    decided = {doc_id: replay.content(doc_id) for doc_id in replay.documents}
    keys = {
        one.doc_id: _key(one, linked, outlines[one.doc_id], names, originals, decided.get(one.doc_id, b""))
        for one in sources
    }
    fresh = {source.doc_id: source.analysed() for source in sources if keys[source.doc_id] not in past}

    def claims(source: LazyDocument) -> Sequence[Claim]:
        known = fresh.get(source.doc_id)
        told = known.told.claims if known else source.claims()
        return replay.corrected(source.doc_id, linked.renamed(source.doc_id, told))

    reports = Reports(
        (
            Report(one.doc_id, one.brief.published, outlines[one.doc_id], told, partial(claims, one))
            for one in sources
            for told in [digest(one.told, decided[one.doc_id]) if one.doc_id in decided else one.told]
        ),
        {one.actor_id: cache(partial(_represented, one.tenures)) for one in linked.actors.values() if one.tenures},
    )
    graph = Graph(match(reports), len(reports), replay.joins(reports.begins))
    standing = past.standing(keys, reports.begins, graph.chain_of)
    events = cluster(reports, graph, originals, standing.chains)
    by_event = standing.with_new(events)
    english = {actor.actor_id: actor.english for actor in linked.actors.values()}
    persons = (actor for actor in linked.actors.values() if actor.kind == "person")
    family = {one.actor_id: short for one in persons if (short := family_name(one.name, one.country, knowledge))}
    named = rows.Names(names, family, english, knowledge.places_en)
    made = rows.of_documents(list(fresh.values()), linked) | rows.of_events(events, named)
    by_document = past.by_document(list(keys.values()))
    tables = {name: by_document.table(groups(past.tables, name), groups(made, name)) for name in OF_DOCUMENT}
    tables |= {name: by_event.regrouping.table(groups(past.tables, name), groups(made, name)) for name in OF_EVENT}
    tables["copies"] = from_rows(
        "copies", [{"doc_id": doc_id, **copied[doc_id]._asdict()} for doc_id in sorted(copied)]
    )
    apart = table.apart(replay, tables)
    tables["candidates"] = from_rows(
        "candidates", [one._asdict() for one in candidates(tables) if {one.event_a, one.event_b} not in apart]
    )
    tables["corrections"] = table.table(replay, tables, found_as)
    tables["actors"] = rows.of_actors(list(linked.actors.values()), tables, originals)
    return Assembled(
        {name: tables[name] for name in SCHEMAS},
        Provenance(
            tuple(keys.values()),
            reports.numbers(by_event.positions).astype("<i4").tobytes(),
            graph.chain_of[by_event.firsts].astype("<i4").tobytes(),
        ),
        tuple(table.notices(replay)),
    )


def _with_newly_named(sources: Sequence[LazyDocument], lines: Sequence[Line]) -> Sequence[LazyDocument]:
    """The documents, with the actors in them that people have named."""
    by_document = newly_named.by_document(in_force(lines))
    return [
        _with_some_named(source, by_document[source.doc_id]) if source.doc_id in by_document else source
        for source in sources
    ]


def _with_some_named(source: LazyDocument, named: Sequence[NewActor]) -> LazyDocument:
    analysed = newly_named.with_them(source.analysed(), named)
    brief = source.brief._replace(cast=analysed.entities.actors.cast)
    return replace(source, brief=brief, key=digest(source.key, _ENCODER.encode(named)), analysed=lambda: analysed)


def _outlines(brief: Brief, linked: actors.Linked) -> Sequence[Outline]:
    """The outlines of a document's claims with the ids that its actors have in the tables."""
    final = linked.final.get(brief.doc_id)
    if not final:
        return brief.outlines
    return [
        outline._replace(actors=tuple(filter(None, dict.fromkeys(final.get(actor, actor) for actor in outline.actors))))
        for outline in brief.outlines
    ]


def _names(linked: actors.Linked) -> dict[str, str]:
    return {actor.actor_id: actor.name for actor in linked.actors.values()}


def _named(brief: Brief) -> dict[str, None]:
    """The ids of all actors of a document, those in the document."""
    return dict.fromkeys((*brief.cast.mentioned, *(actor for outline in brief.outlines for actor in outline.actors)))


def _with_hosts(linked: actors.Linked, outlines: Iterable[Sequence[Outline]], knowledge: Knowledge) -> actors.Linked:
    """A state that only hosts an event is named as a place alone, and no mention brought it among the actors."""
    taking_part = {actor for some in outlines for outline in some for actor in outline.actors}
    hosts = sorted(taking_part - linked.actors.keys())
    return replace(linked, actors={**linked.actors, **{host: knowledge.actors[host] for host in hosts}})


def _key(
    source: LazyDocument,
    linked: actors.Linked,
    outlines: Sequence[Outline],
    names: Mapping[str, str],
    originals: Mapping[str, str],
    decided: bytes,
) -> bytes:
    """A hash of all that the rows of a document, and of events that it alone tells of, depend on."""
    taking_part = dict.fromkeys(actor for outline in outlines for actor in outline.actors)
    others = (
        sorted(linked.final.get(source.doc_id, {}).items()),
        [names[actor] for actor in taking_part],
        originals.get(source.doc_id),
    )
    return digest(source.key, _ENCODER.encode(others), decided)


def _represented(tenures: Iterable[Tenure], when: Interval | None) -> frozenset[str]:
    """The states and bodies whose offices are held at a time; all that ever are where the time is unknown."""
    return frozenset(term.of for term in tenures if when is None or term.meets(when))
