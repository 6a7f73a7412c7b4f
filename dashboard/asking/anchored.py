"""What a decision about a row of the tables holds on to; only the texts that it stands in are read."""

from collections.abc import Iterable, Sequence

import pyarrow as pa
import pyarrow.compute as pc

from core.anchors import occurrences
from core.corrections import anchoring
from core.corrections.model import ActorReference, ClaimAnchor, DocumentReference
from dashboard.asking.corpus import Corpus


def event(corpus: Corpus, event_id: str) -> tuple[ClaimAnchor, ...]:
    """An event, by all of its claims."""
    documents = corpus.documents_of(event_id)
    tables = {name: corpus.tables.of(name, documents) for name in ("claims", "texts")}
    return anchoring.event({**tables, "corrections": corpus.tables.read("corrections")}, event_id)


def actor(corpus: Corpus, actor_id: str) -> ActorReference:
    """An actor, by its id in the vocabulary or a mention.

    Raises:
        KeyError: no text mentions it.
    """
    from core.actors.knowledge import load  # takes a second, and looking at pages does without

    mentions = _of_actor(corpus, actor_id)
    return anchoring.actor(_with(corpus, mentions), actor_id, actor_id in load().actors)


def words(corpus: Corpus, event_id: str, said: str) -> ActorReference | None:
    """Somebody whom the tables do not have, by words of a text that tells of an event, best of one of its quotes.

    None where no such text has these words.
    """
    tables = {"texts": corpus.tables.of("texts", corpus.documents_of(event_id))}
    texts = dict(zip(tables["texts"]["doc_id"].to_pylist(), tables["texts"]["text"].to_pylist(), strict=True))
    quotes = corpus.claims.of(event_id)[["doc_id", "start", "end"]].to_numpy().tolist()
    for doc_id, start, end in (*quotes, *((doc_id, 0, len(text)) for doc_id, text in texts.items())):
        if place := next(occurrences(said, texts[doc_id], start, end), None):
            return anchoring.words(tables, doc_id, *place)
    return None


def standing_for(corpus: Corpus, words: ActorReference) -> str | None:
    """The actor for whom words of a text, or some of them, stand already; None where they stand for nobody."""
    if (place := words.mention) is None:
        return None
    some = corpus.tables.of("mentions", [place.doc_id], ["start", "end", "actor_id"]).to_pylist()
    taken = (row["actor_id"] for row in some if row["start"] < place.end and place.start < row["end"])
    return next((one for one in map(corpus.decided.changes.now, taken) if one in corpus.actors.index), None)


def mentions(corpus: Corpus, actor_id: str, documents: Iterable[str]) -> Sequence[ActorReference]:
    """An actor by one mention in each of some documents, by name where there is one."""
    anchors = []
    some = _of_actor(corpus, actor_id)
    for doc_id in documents:
        rows = some.filter(pc.equal(some["doc_id"], doc_id)).to_pylist()
        first = min(rows, key=lambda row: row["kind"] != "name")
        tables = _with(corpus, some, [doc_id])
        anchors.append(anchoring.mention(tables, doc_id, first["start"], first["end"], actor_id))
    return anchors


def document(corpus: Corpus, doc_id: str) -> DocumentReference:
    """A document."""
    return anchoring.document({"documents": corpus.tables.of("documents", [doc_id])}, doc_id)


def _of_actor(corpus: Corpus, actor_id: str) -> pa.Table:
    every = corpus.tables.read("mentions", ["doc_id", "start", "end", "actor_id", "kind"])
    return every.filter(pc.equal(every["actor_id"], actor_id))


def _with(corpus: Corpus, mentions: pa.Table, documents: Sequence[str] = ()) -> dict[str, pa.Table]:
    """The tables that are asked about an actor's mentions, of texts those alone that one may be taken from."""
    if not documents:
        named = mentions.filter(pc.equal(mentions["kind"], "name"))
        documents = [some["doc_id"][0].as_py() for some in (named, mentions) if len(some)]
    return {
        "mentions": mentions,
        "actors": corpus.tables.read("actors", ["actor_id", "name"]),
        "texts": corpus.tables.of("texts", documents),
    }
