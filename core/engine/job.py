"""One document through the stages of `core.stages`, as far as their results are not there yet.

The key of a result is a hash of all that it was made from: the outcomes of the stages before, and the code, vocabulary
and libraries that its stage depends on. Where a stage is redone and gives what it gave before, the stages after it keep
their keys, and what there is for these is used again.
"""

import logging
from collections.abc import Generator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from time import perf_counter
from typing import Literal, NamedTuple, get_args

import msgspec

from core import corpus, german, stages
from core.actors.knowledge import Knowledge
from core.actors.knowledge import load as load_knowledge
from core.corpus import Item, Opened, UnreadableError
from core.corpus.formats import BY_SUFFIX
from core.corpus.unpacking import Part
from core.engine.cache import Result, digest
from core.engine.fingerprint import fingerprint
from core.events.brief import Brief
from core.messages import Message, as_data, of_data
from core.model import Sentence
from core.stages import Analysed, Entities, Text, Told
from core.vocabulary import VocabularyError

_LOG = logging.getLogger(__name__)

Stage = Literal["read", "sentences", "find", "tell", "brief"]
STAGES: tuple[Stage, ...] = get_args(Stage)

MODULES: Mapping[Stage, tuple[str, ...]] = {
    # The formats are imported by name.
    "read": (
        "core.corpus",
        "core.events.copies",
        *sorted({f"core.corpus.formats.{name}" for name in BY_SUFFIX.values()}),
    ),
    "sentences": ("core.german",),
    "find": ("core.actors", "core.time"),
    "tell": ("core.as_stored", "core.claims", "core.notes", "core.quotations.sayings", "core.time.dates"),
    "brief": ("core.events.brief",),
}
"""What each stage is done by, beside this file and `core.stages`."""

Prints = Mapping[Stage, bytes]


@cache
def prints(backbone: str) -> Prints:
    """The fingerprint of each stage; see `core.engine.fingerprint`.

    Raises:
        BackboneError: the backbone is not installed.
    """
    own = "".join(files("core").joinpath(name).read_text(encoding="utf-8") for name in ("stages.py", "engine/job.py"))
    reader: Mapping[Stage, str] = {"sentences": f"{backbone} {german.release(backbone)}"}
    return {stage: fingerprint(MODULES[stage], own, reader.get(stage, "")) for stage in STAGES}


class Entry(NamedTuple):
    """What reading an item gave: a document, its parts with remarks on it, or the reason for which there is neither."""

    read: Text | None
    reason: Message | None = None
    parts: tuple[Part, ...] = ()
    remarks: tuple[Message, ...] = ()


_ENCODER = msgspec.msgpack.Encoder(order="deterministic", enc_hook=as_data)
_ENTRY = msgspec.msgpack.Decoder(Entry, dec_hook=of_data)
_SENTENCES = msgspec.msgpack.Decoder(tuple[Sentence, ...])
_ENTITIES = msgspec.msgpack.Decoder(Entities)
_TOLD = msgspec.msgpack.Decoder(Told)
_BRIEF = msgspec.msgpack.Decoder(Brief, dec_hook=of_data)


@dataclass(frozen=True, slots=True)
class Job:
    """A document to be worked on.

    Args:
        item: where it comes from.
        data: its bytes.
        values: the encoded results of the stages that need not be done, as far as a later stage reads them.
        outcomes: the outcomes of results that are there, by key, those of earlier builds of the item among them.
    """

    item: Item
    data: bytes
    values: Mapping[Stage, bytes]
    outcomes: Mapping[bytes, bytes]


@dataclass(frozen=True, slots=True)
class Done:
    """A job's end: the keys of the document's results, stage by stage, and those results that had to be made.

    `seconds` says how long each of these took. `failure` says what went wrong where the document could not be
    analysed; there are no keys then.
    """

    item: Item
    keys: tuple[bytes, ...]
    made: tuple[tuple[bytes, Result], ...]
    seconds: Mapping[Stage, float]
    failure: Message | None = None


NOTHING, SEVERAL = b"", b"several"
"""Outcomes of reading an item that is no document: it is left out, or holds parts."""


def chain(made_by: Prints, item: Item, content: bytes) -> Generator[bytes, bytes, None]:
    """The keys of a document's results: yields the key of a stage and is sent its outcome, stage by stage.

    Args:
        made_by: the fingerprints of the stages.
        item: where the document comes from.
        content: the `digest` of its bytes.
    """
    known = (
        item.file,
        item.part if item.doc_id is None else item.doc_id,
        item.bundle,
        item.source,
        item.source_of_all,
        item.decided,
    )
    read = yield digest(made_by["read"], repr(known).encode(), content)
    if read in (NOTHING, SEVERAL):
        return
    text, published, whole = read[:16], read[16:32], read[32:]
    said = yield digest(made_by["sentences"], text)
    entities = yield digest(made_by["find"], text, published, said)
    told = yield digest(made_by["tell"], text, said, entities)
    yield digest(made_by["brief"], whole, entities, told)


def work(job: Job, backbone: str) -> Done:
    """Do what is left to do for a document; a document that breaks a stage is reported, not raised.

    Raises:
        BackboneError: the backbone is not installed, or cannot be used.
        VocabularyError: a vocabulary file is wrong.
    """
    tools(backbone)
    try:
        return _done(job, backbone)
    except VocabularyError:
        raise
    except Exception as error:  # one text must not cost all the others their tables
        _LOG.exception("%s could not be analysed", job.item.file)
        why = f"{type(error).__name__}: {error}"
        failure = Message("could not be analysed ({why}); left out, report it", why=why)
        return Done(job.item, (), (), {}, failure)


def _done(job: Job, backbone: str) -> Done:
    walk = chain(prints(backbone), job.item, digest(job.data))
    run = _Run(job, backbone)
    keys, made, seconds = [], [], dict[Stage, float]()
    key = next(walk)
    for stage in STAGES:
        keys.append(key)
        outcome = job.outcomes.get(key)
        if outcome is None:
            began = perf_counter()
            result = run.result(stage)
            seconds[stage] = perf_counter() - began
            made.append((key, result))
            outcome = result.outcome
        try:
            key = walk.send(outcome)
        except StopIteration:
            break
    return Done(job.item, tuple(keys), tuple(made), seconds)


@cache
def tools(backbone: str) -> tuple[german.Backbone, Knowledge]:
    """What the stages work with, loaded once in a process."""
    return german.load(backbone), load_knowledge()


def warm_up(backbone: str) -> None:
    """Do a little of all that there is to do, so that what it takes is loaded when the first document comes.

    Raises:
        BackboneError: the backbone is not installed, or cannot be used.
        VocabularyError: a vocabulary file is wrong.
    """
    text = "Am 3. Mai 2021 besuchte die Ministerin Wien."
    work(Job(Item("a.txt", None, Path("a.txt")), text.encode(), {}, {}), backbone)


class _Run:
    """The values of a job's stages: given, or made when they are asked for."""

    def __init__(self, job: Job, backbone: str) -> None:
        self._job = job
        self._german, self._knowledge = tools(backbone)

    def result(self, stage: Stage) -> Result:
        """The encoded result of a stage, with what later stages depend on."""
        match stage:
            case "read":
                value = _ENCODER.encode(self.entry)
                return Result(_outcome(self.entry, value), value)
            case "sentences":
                value = _ENCODER.encode(self.sentences)
            case "find":
                value = _ENCODER.encode(self.entities)
            case "tell":
                value = _ENCODER.encode(self.told)
            case "brief":
                value = _ENCODER.encode(stages.brief(self.read, self.entities, self.told))
        return Result(digest(value), value)

    @cached_property
    def entry(self) -> Entry:
        if given := self._job.values.get("read"):
            return _ENTRY.decode(given)
        return entry(self._job.item, self._job.data)

    @property
    def read(self) -> Text:
        assert self.entry.read is not None  # noqa: S101 - no later stage is asked for where there is no document
        return self.entry.read

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        if given := self._job.values.get("sentences"):
            return _SENTENCES.decode(given)
        return stages.sentences(self.read, self._german)

    @cached_property
    def entities(self) -> Entities:
        if given := self._job.values.get("find"):
            return _ENTITIES.decode(given)
        return stages.find(self.read, self.sentences, self._knowledge)

    @cached_property
    def told(self) -> Told:
        if given := self._job.values.get("tell"):
            return _TOLD.decode(given)
        return stages.tell(self.read, self.sentences, self.entities)


def entry(item: Item, data: bytes) -> Entry:
    """Read an item."""
    try:
        read = corpus.opened(item, data)
    except UnreadableError as error:
        return Entry(None, error.message)
    if isinstance(read, Opened):
        return Entry(None, None, *read)
    return Entry(stages.divide(*read))


def _outcome(entry: Entry, value: bytes) -> bytes:
    """What later stages depend on: text and parts, then date, then all of it."""
    if entry.read is None:
        return SEVERAL if entry.parts else NOTHING
    document = entry.read.document
    how = _ENCODER.encode((entry.read.segments, entry.read.reading))
    text = digest(document.text.encode(), how, document.language.encode())
    return text + digest(_ENCODER.encode((document.published, document.published_from))) + digest(value)


def opened(read: bytes) -> Opened:
    """The parts of a file, from the encoded result of the first stage."""
    entry = _ENTRY.decode(read)
    return Opened(entry.parts, entry.remarks)


def reason(read: bytes) -> Message:
    """Why there is no document, from the encoded result of the first stage."""
    why = _ENTRY.decode(read).reason
    assert why is not None  # noqa: S101 - asked for where there is none; narrows the type
    return why


def brief(value: bytes) -> Brief:
    """What others need to know of a document, from its encoded form."""
    return _BRIEF.decode(value)


def told(value: bytes) -> Told:
    """What a document tells, from its encoded form."""
    return _TOLD.decode(value)


def analysed(read: bytes, entities: bytes, told: bytes) -> Analysed:
    """What a document gives, from the encoded results of its stages."""
    entry = _ENTRY.decode(read)
    assert entry.read is not None  # noqa: S101 - documents that are left out have no later results
    return stages.analysed(entry.read, _ENTITIES.decode(entities), _TOLD.decode(told))
