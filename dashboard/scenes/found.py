"""Passages, events and actors found again by the stretches that were held on to."""

from core.anchors import Anchor, Place, anchor, closest, find
from core.briefings import Reference
from core.tables import typed_rows
from dashboard.asking.corpus import Corpus
from dashboard.asking.records import Claim, Mention, records


def place(corpus: Corpus, sought: Anchor) -> Place | None:
    """Where a stretch stands in its text now; None where the text or the words are gone."""
    if sought.doc_id not in corpus.documents.index:
        return None
    return find(sought, corpus.texts.of(sought.doc_id))


def claim(corpus: Corpus, sought: Anchor, event: str | None = None) -> Claim | None:
    """The claim that a stretch is that of: of those that share words with it, the one that shares most.

    With `event`, of the claims about that alone.
    """
    stands = place(corpus, sought)
    if stands is None:
        return None
    inside = corpus.claims.inside(sought.doc_id)
    touching = inside[(inside["start"] < stands.end) & (inside["end"] > stands.start)]
    if event is not None:
        touching = touching[touching["event_id"] == event]
    claims = {one.claim_id: one for one in records(touching, Claim)}
    name = closest(stands, {id_: Place(one.start, one.end) for id_, one in claims.items()})
    return claims[name] if name else None


def event(corpus: Corpus, sought: Reference) -> str | None:
    """The event that is meant: that of the claim which was held on to, else the one that has the id."""
    if sought.anchor and (one := claim(corpus, sought.anchor, sought.id) or claim(corpus, sought.anchor)):
        return one.event_id
    return sought.id if sought.id in corpus.events.index else None


def actor(corpus: Corpus, sought: Reference) -> str | None:
    """The actor that is meant: whom the mention stands for which was held on to, else the one that has the id."""
    if sought.anchor and (stands := place(corpus, sought.anchor)):
        for mention in typed_rows(corpus.tables.of("mentions", [sought.anchor.doc_id]), Mention):
            if (mention.start, mention.end) == stands and mention.actor_id in corpus.actors.index:
                return mention.actor_id
    return sought.id if sought.id in corpus.actors.index else None


def anchored(corpus: Corpus, one: Claim) -> Anchor:
    """Hold on to the words of a claim."""
    return anchor(one.doc_id, corpus.texts.of(one.doc_id), one.start, one.end)


def to_event(corpus: Corpus, event_id: str) -> Reference:
    """Hold on to an event by its first claim."""
    first = next(records(corpus.claims.of(event_id).head(1), Claim), None)
    return Reference(event_id, anchored(corpus, first) if first else None)


def to_actor(corpus: Corpus, actor_id: str) -> Reference:
    """Hold on to an actor by its first mention."""
    named = corpus.tables.read("mentions", ("doc_id", "start", "end", "actor_id")).to_pandas()
    own = named[named["actor_id"] == actor_id].head(1)
    for doc_id, start, end in zip(own["doc_id"], own["start"], own["end"], strict=True):
        return Reference(actor_id, anchor(doc_id, corpus.texts.of(doc_id), int(start), int(end)))
    return Reference(actor_id)


SIDES = 2
"""An event is shown by so many passages, of as many sources, unless others are chosen."""


def best(corpus: Corpus, event_id: str) -> list[Claim]:
    """The passages that show an event, one a source: those on which sources differ, then dated ones, then others."""
    rows = corpus.discrepancies[corpus.discrepancies["event_id"] == event_id]
    differing = {*rows["claim_a"], *rows["claim_b"]}
    claims = sorted(
        records(corpus.claims.of(event_id), Claim),
        key=lambda one: (one.claim_id not in differing, one.date_start is None),
    )
    chosen: dict[str, Claim] = {}
    for one in claims:
        chosen.setdefault(corpus.source(one.doc_id), one)
    order = corpus.documents_of(event_id)
    return sorted(list(chosen.values())[:SIDES], key=lambda one: order.index(one.doc_id))
