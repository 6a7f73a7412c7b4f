"""What is done with one document, stage by stage, before anything is known of the others.

    bytes -> Text (text, segments) -> sentences -> Entities (date, times, actors) -> Told (claims, notes) -> Brief

The stages read the text as it is meant (`core.corpus.spelling`), and offsets count in that; those of claims, notes and
of all that is `Analysed` count in the text as it is stored.

Each stage is a pure function of what the stages before it gave, so its result can be kept and used again as long as
these, its vocabulary and its code are the same; see `core.engine.job`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from core import actors, corpus, german, time
from core.actors.knowledge import Knowledge
from core.as_stored import AsStored
from core.claims import claims
from core.claims.analysis import Analysis, with_persons
from core.corpus.language import GERMAN
from core.events.brief import Brief, Outline
from core.events.copies import Signature, signature
from core.messages import Message
from core.model import ActorKind, Claim, Document, Known, Mention, Note, Published, Reading, Segment, Sentence, Timex
from core.notes import notes
from core.quotations.sayings import sayings
from core.time.dates import dates


@dataclass(frozen=True, slots=True)
class Text:
    """A document with the parts of its text, what copies of it are known by, and remarks on how it was read.

    `title` is the one given in its metadata, else one from its text, which may be empty; `author` and `outlet` are,
    too. `reading` is its text as it is meant, None where that is how it is stored.
    """

    document: Document
    title: str
    n_words: int
    segments: tuple[Segment, ...]
    signature: Signature
    author: Known
    outlet: Known
    remarks: tuple[Message, ...] = ()
    reading: Reading | None = None

    @property
    def as_read(self) -> Document:
        """The document with its text as it is meant."""
        return replace(self.document, text=self.reading.text) if self.reading else self.document

    @property
    def as_stored(self) -> AsStored | None:
        """What puts results where they stand in the stored text; None where they stand there already."""
        return AsStored(self.document.text, self.reading) if self.reading else None


@dataclass(frozen=True, slots=True)
class Entities:
    """When a document was written, the times and actors in it, and what is known of these actors.

    `kinds` are those of every actor mentioned; `hosts` say of the name of a place, or of the id of an organisation
    with a seat, which state it is in or is.
    """

    published: Published
    times: tuple[Timex, ...]
    actors: actors.DocumentActors
    kinds: dict[str, ActorKind]
    hosts: dict[str, str]


@dataclass(frozen=True, slots=True)
class Told:
    """What a document tells: claims, whose `doc_id` is still empty, by their place in it, and notes for its margin."""

    claims: tuple[Claim, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Analysed:
    """All that one document gives; offsets count in its text as it is stored."""

    read: Text
    entities: Entities
    told: Told


def divide(document: Document, remarks: Sequence[Message] = ()) -> Text:
    """The document with its segments; one in a foreign language is a single one, as nothing in it is read."""
    reading = corpus.read_as(document.text)
    if document.language == GERMAN:
        reading, segments = corpus.unwrapped(reading, corpus.segments(reading.text, reading.breaks))
    else:
        segments = (Segment(0, len(reading.text), "body"),) if reading.text else ()
    text = reading.text
    title = corpus.read_as(document.title).text if document.title else corpus.title(text, segments)
    itself = corpus.self_description(text, segments)
    return Text(
        document,
        title,
        len(text.split()),
        segments,
        signature(text, segments),
        _known(document.author, itself.author),
        _known(document.outlet, itself.outlet),
        tuple(remarks),
        None if reading.unchanged else reading,
    )


def sentences(read: Text, backbone: german.Backbone) -> tuple[Sentence, ...]:
    """The tagged sentences; none of a text in a foreign language."""
    if read.document.language != GERMAN:
        return ()
    return backbone.sentences(read.as_read.text, read.segments)


def find(read: Text, said: Sequence[Sentence], knowledge: Knowledge) -> Entities:
    """The times and actors of a document, and when it was written: by its metadata, else by what it says."""
    document, segments = read.as_read, read.segments
    published = given(document)
    if document.language != GERMAN:
        return Entities(published, (), actors.DocumentActors(), {}, {})
    names = actors.read(document.text, said, knowledge)
    if published.interval is None:
        published = time.estimate(document.text, actors.offices(names, knowledge), segments, document.file)
    identified = actors.identify(names, knowledge, published.interval)
    times = time.annotate(document.text, published.edtf, inferred=published.basis == "inferred", segments=segments)
    outside = tuple(_outside_names(times, identified.mentions))
    return Entities(published, outside, identified, _kinds(identified, knowledge), _hosts(identified, knowledge))


def tell(read: Text, said: tuple[Sentence, ...], entities: Entities) -> Told:
    """The claims and margin notes of a document."""
    document, segments = read.as_read, read.segments
    if document.language != GERMAN:
        return Told((), ())
    said = with_persons(said, entities.actors.mentions, entities.kinds)
    analysis = Analysis(
        replace(document, doc_id=""),
        segments,
        said,
        entities.published,
        entities.times,
        tuple(dates(document.text, entities.times)),
        entities.actors.mentions,
        entities.actors.places,
        sayings(document.text, said, entities.actors.mentions, entities.actors.attributive, entities.kinds),
        entities.actors.attributive,
        entities.kinds,
        entities.hosts,
    )
    in_order = sorted(claims(analysis), key=lambda claim: (claim.start, claim.end, claim.type))
    told = Told(tuple(in_order), notes(document.text, segments))
    if stored := read.as_stored:
        return Told(stored.claims(told.claims), stored.spanned(told.notes))
    return told


def brief(read: Text, entities: Entities, told: Told) -> Brief:
    """What other documents need to know of one."""
    return Brief(
        read.document.doc_id,
        entities.published.interval,
        entities.actors.cast,
        read.signature,
        tuple(map(Outline.of, told.claims)),
        read.remarks,
    )


def analyse(document: Document, knowledge: Knowledge, backbone: german.Backbone) -> Analysed:
    """One document through all stages that need no other."""
    read = divide(document)
    said = sentences(read, backbone)
    entities = find(read, said, knowledge)
    return analysed(read, entities, tell(read, said, entities))


def analysed(read: Text, entities: Entities, told: Told) -> Analysed:
    """The results of the stages, those of the earlier ones with offsets into the text as it is stored."""
    if stored := read.as_stored:
        mentions = stored.quoted(entities.actors.mentions)
        entities = replace(
            entities,
            published=stored.published(entities.published),
            times=stored.quoted(entities.times),
            actors=replace(entities.actors, mentions=mentions),
        )
        read = replace(read, segments=stored.spanned(read.segments))
    return Analysed(read, entities, told)


def _outside_names(times: Iterable[Timex], mentions: Sequence[Mention]) -> Iterator[Timex]:
    """The times that are no part of a name: not that of the `Welt am Sonntag`."""
    names = [m for m in mentions if m.kind in {"name", "alias"}]
    yield from (time for time in times if not any(m.start < time.start and time.end <= m.end for m in names))


def _known(given: str | None, told: str | None) -> Known:
    """What the metadata say, else what the text says of itself."""
    if given:
        return Known(corpus.read_as(given).text, "metadata")
    return Known(told, "text" if told else "unknown")


def is_estimated(document: Document) -> bool:
    """Whether a document's day of writing has to be read from its text: German, and its metadata do not say it."""
    return document.published is None and document.language == GERMAN


def given(document: Document) -> Published:
    """When a document was written, by its metadata."""
    if document.published is None:
        return Published(None, None, "unknown", "")
    return time.given(document.published, document.published_from)


def _kinds(identified: actors.DocumentActors, knowledge: Knowledge) -> dict[str, ActorKind]:
    known = {actor.actor_id: actor.kind for actor in identified.unknown}
    return {m.actor_id: known.get(m.actor_id) or knowledge.actors[m.actor_id].kind for m in identified.mentions}


def _hosts(identified: actors.DocumentActors, knowledge: Knowledge) -> dict[str, str]:
    """The states that the places of a document are, or are the capitals of, and those of its organisations' seats."""
    mentioned = {mention.actor_id for mention in identified.mentions}
    seats = {actor: city for city, bodies in knowledge.seats.items() for actor in bodies if actor in mentioned}
    names = {**{place.name: place.name for place in identified.places}, **seats}
    known = {key: knowledge.names.known(name) for key, name in names.items()}
    return {key: actor for key, actor in known.items() if actor and knowledge.actors[actor].kind == "state"}
