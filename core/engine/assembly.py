"""All documents to tables: actors linked across them, claims made into events, everything counted.

What has not changed since the last build is taken from its tables, so that the cost follows what has; the tables are
the same as those of a build from nothing.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import NamedTuple

import msgspec
import pyarrow as pa

from core import actors
from core.actors.knowledge import Knowledge
from core.actors.values import Tenure
from core.engine import rows
from core.engine.cache import digest
from core.engine.last_set import NOTHING, OF_DOCUMENT, OF_EVENT, Past, Provenance, groups
from core.events.brief import Brief, Outline
from core.events.candidates import candidates
from core.events.cluster import Graph, Match, cluster, every_pair
from core.events.copies import copies, earliest_first
from core.events.reports import Report, Reports
from core.model import Claim, Interval, Participant, Role
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
    def remarks(self) -> tuple[str, ...]:
        """Remarks on how it was read."""
        return self.brief.remarks


class Assembled(NamedTuple):
    """The tables of a corpus by name, and what the next build needs to know of them."""

    tables: dict[str, pa.Table]
    provenance: Provenance


def assemble(
    sources: Sequence[LazyDocument], knowledge: Knowledge, match: Match = every_pair, past: Past = NOTHING
) -> Assembled:
    """The tables of a corpus.

    Args:
        sources: its documents.
        knowledge: the vocabulary of actors.
        match: finds the claims of one happening; see `core.events.cluster`.
        past: the last set of tables, made by the same code and vocabulary.
    """
    days = {source.doc_id: source.brief.published for source in sources}
    linked = actors.link({source.doc_id: source.brief.cast for source in sources}, knowledge, days)
    outlines = {source.doc_id: _outlines(source.brief, linked) for source in sources}
    linked = _with_hosts(linked, outlines.values(), knowledge)
    names = {actor.actor_id: actor.name for actor in linked.actors.values()}
    signatures = {source.doc_id: source.brief.signature for source in sources}
    copied = copies(signatures, earliest_first(signatures, days))
    originals = {doc_id: copy.original for doc_id, copy in copied.items()}
    keys = {source.doc_id: _key(source, linked, outlines[source.doc_id], names, originals) for source in sources}
    fresh = {source.doc_id: source.analysed() for source in sources if keys[source.doc_id] not in past}

    def claims(source: LazyDocument) -> Sequence[Claim]:
        known = fresh.get(source.doc_id)
        return list(_renamed(known.told.claims if known else source.claims(), source.doc_id, linked))

    reports = Reports(
        (
            Report(one.doc_id, one.brief.published, outlines[one.doc_id], one.told, partial(claims, one))
            for one in sources
        ),
        {one.actor_id: cache(partial(_represented, one.tenures)) for one in linked.actors.values() if one.tenures},
    )
    graph = Graph(match(reports), len(reports))
    standing = past.standing(keys, reports.begins, graph.chain_of)
    events = cluster(reports, graph, originals, standing.chains)
    by_event = standing.with_new(events)
    english = {actor.actor_id: actor.english for actor in linked.actors.values()}
    named = rows.Names(names, english, knowledge.places_en)
    made = rows.of_documents(list(fresh.values()), linked) | rows.of_events(events, named)
    by_document = past.by_document(list(keys.values()))
    tables = {name: by_document.table(groups(past.tables, name), groups(made, name)) for name in OF_DOCUMENT}
    tables |= {name: by_event.regrouping.table(groups(past.tables, name), groups(made, name)) for name in OF_EVENT}
    tables["copies"] = from_rows(
        "copies", [{"doc_id": doc_id, **copied[doc_id]._asdict()} for doc_id in sorted(copied)]
    )
    tables["candidates"] = from_rows("candidates", [one._asdict() for one in candidates(tables)])
    tables["actors"] = rows.of_actors(list(linked.actors.values()), tables, originals)
    return Assembled(
        {name: tables[name] for name in SCHEMAS},
        Provenance(
            tuple(keys.values()),
            reports.numbers(by_event.places).astype("<i4").tobytes(),
            graph.chain_of[by_event.firsts].astype("<i4").tobytes(),
        ),
    )


def _outlines(brief: Brief, linked: actors.Linked) -> Sequence[Outline]:
    """The outlines of a document's claims with the ids that its actors have in the tables."""
    final = linked.final.get(brief.doc_id)
    if not final:
        return brief.outlines
    return [
        outline._replace(actors=tuple(dict.fromkeys(final.get(actor, actor) for actor in outline.actors)))
        for outline in brief.outlines
    ]


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
) -> bytes:
    """A hash of all that the rows of a document, and of events that it alone tells of, depend on."""
    taking_part = dict.fromkeys(actor for outline in outlines for actor in outline.actors)
    others = (
        sorted(linked.final.get(source.doc_id, {}).items()),
        [names[actor] for actor in taking_part],
        originals.get(source.doc_id),
    )
    return digest(source.key, _ENCODER.encode(others))


def _renamed(claims: Iterable[Claim], doc_id: str, linked: actors.Linked) -> Iterator[Claim]:
    """A document's claims with the ids that its actors have in the tables, each actor once, with its first role."""
    for claim in claims:
        roles: dict[str, Role] = {}
        for participant in claim.participants:
            roles.setdefault(linked.id_of(doc_id, participant.actor_id), participant.role)
        participants = tuple(map(Participant, roles, roles.values()))
        told = claim.attributed_to and linked.id_of(doc_id, claim.attributed_to)
        subject = claim.gist and claim.gist.actor and linked.id_of(doc_id, claim.gist.actor)
        yield claim.renamed(doc_id, participants, told, subject)


def _represented(tenures: Iterable[Tenure], when: Interval | None) -> frozenset[str]:
    """The states and bodies whose offices are held at a time; all that ever are where the time is unknown."""
    return frozenset(term.of for term in tenures if when is None or term.meets(when))
