"""A build after edits gives what a build from nothing gives, and does only what depends on them."""

import json
import os
import re
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core import build as building
from core import store, vocabulary
from core.actors import knowledge
from core.check import breaches
from core.corrections import anchoring
from core.corrections.kept import FILE
from core.corrections.model import (
    ActorKindIs,
    ActorName,
    ActorReference,
    Checked,
    Decision,
    DocumentDay,
    DocumentReference,
    DocumentTitle,
    EventDate,
    EventPlace,
    EventStatus,
    EventType,
    Line,
    NewActor,
    NoActor,
    NotEvent,
    OtherActor,
    OtherEvent,
    Participants,
    Party,
    SameActor,
    SameEvent,
    Title,
)
from core.engine import fingerprint
from core.engine.job import STAGES
from core.tables import read_arrow, write_set
from core.vocabulary import VocabularyError
from tests.core.corpus.bundled import article, bundle, divided
from tests.core.corpus.bundles import exports
from tests.core.corpus.bundles.press import Written
from tests.core.corpus.samples import packed
from tests.core.engine.changing_source import Source, changing_source
from tests.core.engine.small_corpus import (
    ENGLISH,
    LATER_VISIT,
    NAMESAKE,
    NO_EVENT,
    PICTURE,
    SPOKESMAN,
    STRANGER,
    TEXTS,
    VISIT,
    Folder,
    placed,
)

pytestmark = pytest.mark.slow

Wording = tuple[str, str, str]
"""In a file of the source, one text in the place of another."""

NO_VISITING: Wording = ("vocabulary/event_types/visit.toml", '"besuchen", ', "")
KNOWN_STRANGER: Wording = (
    "vocabulary/actors/persons.toml",
    "[person]\n",
    '[person]\n"Karl Eichinger" = {gender = "m"}\n',
)
NO_YESTERDAY: Wording = ("vocabulary/time/words.toml", '-1 = ["gestern", ', "-1 = [")
COMMENT_ON_TIMES: Wording = ("vocabulary/time/words.toml", "[words.shift_day]", "# Tage\n[words.shift_day]")
OTHER_NOTE: Wording = ("vocabulary/notes.toml", '"Krawatten"', '"Blau"')
OTHER_BOILERPLATE: Wording = ("vocabulary/boilerplate.toml", '"Abo", ', '"Abo", "Blau ist eine Farbe.", ')
OTHER_WORDS = (NO_VISITING, KNOWN_STRANGER, NO_YESTERDAY)
SEQUENCES = int(os.environ.get("LAGEBILD_SEQUENCES", "50"))
NOON = datetime(2026, 11, 29, 12, tzinfo=UTC)
NAMES = ("a.txt", "b.txt", "c.txt", "d.md", "e.jsonl", "sub/a.txt", "sub/f.txt", "sub/down/b.txt")
HOLDERS = ("v.txt", "sub/v.txt", "sub/down/v.txt", "other/v.txt")
ENTRIES: tuple[Mapping[str, str], ...] = (
    {"published": "2021-05-04"},
    {"published": "2021-05-20", "outlet": "Bote", "title": "Hoher Gast"},
    {"language": "en"},
)


@dataclass(frozen=True)
class State:
    """All that the tables depend on."""

    folder: Folder
    vocabulary: frozenset[Wording] = frozenset()
    lines: tuple[Line, ...] = ()

    def put(self, name: str, text: bytes) -> "State":
        return replace(self, folder=self.folder._replace(texts={**self.folder.texts, name: text}))

    def remove(self, name: str) -> "State":
        return replace(self, folder=Folder(_without(name, self.folder.texts), _without(name, self.folder.sources)))

    def rename(self, old: str, new: str) -> "State":
        return self.put(new, self.folder.texts[old]).remove(old) if old in self.folder.texts and old != new else self

    def describe(self, name: str, entry: Mapping[str, str] | None) -> "State":
        sources = _without(name, self.folder.sources)
        if entry is not None and name in self.folder.texts:
            sources[name] = entry
        return replace(self, folder=self.folder._replace(sources=sources))

    def reword(self, wording: Wording) -> "State":
        return replace(self, vocabulary=self.vocabulary ^ {wording})

    def move(self, name: str) -> "State":
        text = self.folder.texts.get(name)
        return self.put(name, f"{NO_EVENT} ".encode() + text) if text and name.endswith(".txt") else self

    def decide(self, decision: Decision) -> "State":
        return self._say(Line(f"{len(self.lines):016x}", NOON, what=decision))

    def undo(self, number: int) -> "State":
        if not self.lines:
            return self
        undoes = self.lines[number % len(self.lines)].id
        return self._say(Line(f"{len(self.lines):016x}", NOON, undoes=undoes))

    def _say(self, line: Line) -> "State":
        lines = (*self.lines, line)
        return replace(self.put(FILE, b"".join(msgspec.json.encode(one) + b"\n" for one in lines)), lines=lines)


def _without(name: str, entries: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in entries.items() if key != name}


RECORDS = "\n".join(json.dumps({"id": f"r{n}", "text": text}) for n, text in enumerate((VISIT, NAMESAKE)))
ARTICLES = (
    article(VISIT, title="Besuch", outlet="Bote", published="2021-05-04"),
    article(STRANGER, published="2021-05-04"),
    article(NAMESAKE, title="Sanktionen", published="2021-05-10", page="3"),
    article(LATER_VISIT),
    article(""),
)
BUNDLES = (
    bundle(*ARTICLES),
    bundle(*ARTICLES[1:]),
    bundle(*ARTICLES[:1], *ARTICLES[2:]),
    bundle(*reversed(ARTICLES)),
    bundle(*ARTICLES[:2]),
    bundle(*ARTICLES[:2], *ARTICLES[:2]),
    packed({"a.txt": VISIT.encode(), "f.txt": bundle(*ARTICLES[:2]), "b.jsonl": RECORDS.encode(), "c.png": PICTURE}),
    packed({"a.txt": STRANGER.encode(), "b.zip": packed({"f.txt": bundle(*ARTICLES[1:])})}),
)
WRITTEN = tuple(
    Written(headline, outlet, author, date(2021, 5, day), day, "POLITIK", (text,))
    for day, (headline, outlet, author, text) in enumerate(
        [
            ("Besuch in Wien", "Musterzeitung", "Eva Beispiel", VISIT),
            ("Treffen in Berlin", "Der Beispielkurier", None, STRANGER),
            ("Streit um Sanktionen", "Musterzeitung", None, NAMESAKE),
            ("Treffen in Wien", "Beispiel Online", "Max Muster", SPOKESMAN),
        ],
        start=4,
    )
)
CHANGED = WRITTEN[1]._replace(body=(LATER_VISIT,))
VENDORS: tuple[Callable[[Sequence[Written]], str], ...] = (
    exports.nexis_text,
    exports.genios_text,
    exports.factiva_codes,
)
EXPORTED = (  # an article in front, taken out, edited, none twice, in another order
    WRITTEN[1:],
    WRITTEN,
    WRITTEN[1:2] + WRITTEN[3:],
    (CHANGED, *WRITTEN[2:]),
    WRITTEN[::-1],
)
START = State(
    Folder(
        {
            "start.txt": f"{VISIT}\n\n{NO_EVENT}\n".encode(),
            "a.txt": LATER_VISIT.encode(),
            "b.txt": STRANGER.encode(),
            "c.txt": NAMESAKE.encode(),
            "e.jsonl": RECORDS.encode(),
        },
        {"a.txt": ENTRIES[0]},
    )
)


def exported(vendor: Callable[[Sequence[Written]], str], articles: Sequence[Written]) -> bytes:
    """A vendor's bundle of these articles."""
    return vendor(articles).encode()


def decisions(tables: Mapping[str, pa.Table]) -> list[Decision]:
    """Decisions of every kind about claims, events, actors and documents of some tables."""
    claims = [anchoring.claim(tables, claim_id) for claim_id in tables["claims"]["claim_id"].to_pylist()]
    mentions = [
        anchoring.mention(tables, row["doc_id"], row["start"], row["end"], row["actor_id"])
        for row in tables["mentions"].to_pylist()
    ]
    known = ActorReference(vocabulary="norway", actor_id="norway", name="Norwegen")
    norway = (Party(known, "agent"),)
    unnamed = [
        anchoring.words(tables, row["doc_id"], *words) for row in tables["texts"].to_pylist() for words in _words(row)
    ]
    documents = [anchoring.document(tables, doc_id) for doc_id in tables["documents"]["doc_id"].to_pylist()]
    pairs = list(zip(claims, claims[1:] + claims[:1], strict=True))
    couples = list(zip(mentions, mentions[1:] + mentions[:1], strict=True))
    of_claims = (
        *(make(one) for one in claims for make in (NotEvent, Checked)),
        *(EventType(one, kind) for one in claims for kind in ("meeting", "visit")),
        *(EventStatus(one, status) for one in claims for status in ("planned", "denied")),
        *(EventDate(one, day) for one in claims for day in ("2021-05-05", None)),
        *(EventPlace(one, place) for one in claims for place in ("Berlin", None)),
        *(Title(one, "So heißt es") for one in claims),
        *(Participants(one, (*norway, Party(who, "target"))) for one, who in zip(claims, mentions, strict=False)),
    )
    of_pairs = (make(*pair) for pair in pairs for make in (SameEvent, OtherEvent))
    of_actors: tuple[Decision, ...] = (
        *(ActorName(one, "Neuer Name") for one in mentions),
        *(ActorKindIs(one, "company") for one in mentions),
        *(NoActor(one) for one in mentions),
        *(NewActor(one, "company") for one in unnamed),
        *(SameActor(*couple) for couple in couples),
        *(OtherActor(one, (other,)) for one, other in couples),
        *(OtherActor(one, (other,)) for one in mentions for other in mentions if one.actor_id == other.actor_id),
    )
    of_documents = (make(one) for one in documents for make in (lambda one: DocumentDay(one, "2021-05-05"), _called))
    return [*of_claims, *of_pairs, *of_actors, *of_documents]


def _words(row: Mapping[str, str]) -> list[tuple[int, int]]:
    """Where words stand that begin with a capital letter, be they a name or not."""
    return [match.span() for match in re.finditer(r"\b[A-ZÄÖÜ]\w+", row["text"])]


def _called(one: DocumentReference) -> Decision:
    return DocumentTitle(one, "Ein Titel")


names = st.sampled_from(NAMES)
chosen = st.sampled_from(EXPORTED)
records = st.sampled_from((RECORDS, *RECORDS.splitlines())).map(str.encode)
edits = st.one_of(
    st.tuples(st.just("put"), names, st.sampled_from(TEXTS)),
    st.tuples(st.just("put"), st.just("e.jsonl"), records),
    st.tuples(st.just("put"), st.sampled_from(("f.txt", "sub/f.txt", "g.zip")), st.sampled_from(BUNDLES)),
    st.tuples(st.just("put"), st.sampled_from(HOLDERS), st.builds(exported, st.sampled_from(VENDORS), chosen)),
    st.tuples(st.just("rename"), st.sampled_from(HOLDERS), st.sampled_from(HOLDERS)),
    st.tuples(st.just("remove"), names),
    st.tuples(st.just("rename"), names, names),
    st.tuples(st.just("describe"), names, st.sampled_from((None, *ENTRIES))),
    st.tuples(st.just("reword"), st.sampled_from(OTHER_WORDS)),
    st.tuples(st.just("move"), names),
    *[st.tuples(st.just("decide"), st.integers(0, 10_000))] * 6,
    *[st.tuples(st.just("undo"), st.integers(0, 10))] * 2,
)


class Builder:
    """Builds states, the vocabulary among them, and remembers what builds from nothing gave."""

    def __init__(self, folder: Path, source: Source) -> None:
        self._folder, self._source = folder, source
        self._fresh: dict[str, dict[str, bytes]] = {}
        self._left: list[State] = []
        self._decisions: list[Decision] = []

    def build(self, state: State, out: str) -> dict[str, Any]:
        """Build in an output folder, and give the manifest."""
        self._source.edit(*sorted(state.vocabulary))
        building.build(state.folder.write(self._folder / "corpus"), self._folder / out)
        manifest = store.manifest(self._folder / out)
        assert manifest is not None
        return manifest

    def placed(self, out: str) -> dict[str, bytes]:
        return placed(self._folder / out)

    def from_nothing(self, state: State) -> dict[str, bytes]:
        """The tables of a build into a new folder."""
        key = repr((sorted(state.folder.texts.items()), sorted(state.folder.sources.items()), sorted(state.vocabulary)))
        if key not in self._fresh:
            shutil.rmtree(self._folder / "fresh", ignore_errors=True)
            self.build(state, "fresh")
            self._fresh[key] = self.placed("fresh")
        return self._fresh[key]

    def left_by(self, state: State, out: str) -> None:
        """Have an output folder be as a first build of a state left it."""
        if state not in self._left:
            self.build(state, f"left{len(self._left)}")
            self._left.append(state)
        shutil.rmtree(self._folder / out, ignore_errors=True)
        shutil.copytree(self._folder / f"left{self._left.index(state)}", self._folder / out)

    def decision(self, number: int) -> Decision:
        """One of the decisions about the tables of `START`."""
        if not self._decisions:
            self.left_by(START, "decided")
            self._decisions = decisions(self.tables("decided"))
        return self._decisions[number % len(self._decisions)]

    def tables(self, out: str) -> dict[str, pa.Table]:
        """The tables in an output folder."""
        folder = store.located(self._folder / out)
        assert folder is not None
        return read_arrow(folder)


@pytest.fixture(scope="module")
def builder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Builder]:
    folder = tmp_path_factory.mktemp("incremental")
    with changing_source(folder / "core") as source, divided():
        yield Builder(folder, source)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Place tables without reading them back or waiting for the disk, which is for tests of the store; and read each
    text of the vocabulary once, whatever is edited and undone: what comes of it depends on nothing else."""
    monkeypatch.setattr(store, "_write_checked", write_set)
    monkeypatch.setattr(store, "sync", lambda _: None)
    _remember(monkeypatch, vocabulary, "parse")
    _remember(monkeypatch, fingerprint, "_release")
    _remember(monkeypatch, building, "releases")
    built: dict[frozenset[tuple[str, str]], knowledge.Knowledge] = {}
    whole = knowledge.build

    def once(texts: Mapping[str, str]) -> knowledge.Knowledge:
        key = frozenset(texts.items())
        if key not in built:
            built[key] = whole(texts)
        return built[key]

    monkeypatch.setattr(knowledge, "build", once)


def _remember(monkeypatch: pytest.MonkeyPatch, module: ModuleType, function: str) -> None:
    """Have a function be called once with the same arguments."""
    remembered = cache(getattr(module, function))
    monkeypatch.setattr(module, function, lambda *arguments: remembered(*arguments))  # a cache would be emptied


@pytest.mark.usefixtures("quick")
@settings(max_examples=SEQUENCES, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(steps=st.lists(edits, min_size=1, max_size=6))
def test_builds_after_edits_and_decisions_end_with_the_tables_of_a_build_from_nothing(
    builder: Builder, steps: Sequence[tuple[Any, ...]]
) -> None:
    state = START
    builder.left_by(START, "out")
    for kind, *arguments in steps:
        if kind == "decide":
            arguments = [builder.decision(*arguments)]
        state = getattr(state, kind)(*arguments)
        builder.build(state, "out")
    assert builder.placed("out") == builder.from_nothing(state)
    assert breaches(builder.tables("out")) == []


@pytest.mark.parametrize(
    ("wording", "made"),
    [
        (NO_VISITING, {"tell": 6, "brief": 3}),
        (KNOWN_STRANGER, {"find": 6, "tell": 1, "brief": 1}),
        (COMMENT_ON_TIMES, {"find": 6, "tell": 6}),
        (OTHER_NOTE, {"tell": 6}),
        (OTHER_BOILERPLATE, {"read": 6, "sentences": 1, "find": 1, "tell": 1, "brief": 1}),
    ],
)
def test_an_edit_of_the_vocabulary_redoes_what_depends_on_it(
    builder: Builder, wording: Wording, made: Mapping[str, int]
) -> None:
    builder.left_by(START, "out")
    state = START.reword(wording)
    assert builder.build(state, "out")["made"] == {stage: made.get(stage, 0) for stage in STAGES}
    assert builder.placed("out") == builder.from_nothing(state)


@pytest.mark.parametrize(
    ("kind", "arguments", "made"),
    [
        ("put", ("b.txt", NO_EVENT.encode()), dict.fromkeys(STAGES, 1)),
        ("put", ("new.txt", PICTURE), {"read": 1}),
        ("put", ("new.txt", ENGLISH.encode()), dict.fromkeys(STAGES, 1)),
        ("remove", ("b.txt",), {}),
        ("rename", ("b.txt", "new.txt"), dict.fromkeys(STAGES, 1)),
        ("describe", ("b.txt", {"outlet": "Bote", "title": "Titel"}), {"read": 1, "brief": 1}),
        ("describe", ("b.txt", {"published": "2021-05-09"}), {"read": 1, "find": 1, "tell": 1, "brief": 1}),
    ],
)
def test_an_edit_of_the_corpus_redoes_what_depends_on_it(
    builder: Builder, kind: str, arguments: tuple[Any, ...], made: Mapping[str, int]
) -> None:
    builder.left_by(START, "out")
    state = getattr(START, kind)(*arguments)
    assert builder.build(state, "out")["made"] == {stage: made.get(stage, 0) for stage in STAGES}
    assert builder.placed("out") == builder.from_nothing(state)


BUNDLED = START.put("f.txt", bundle(*ARTICLES[1:3]))
ENTRY = {"outlet": "Kurier"}


@pytest.mark.parametrize(
    ("kind", "arguments", "made"),
    [
        ("put", ("f.txt", bundle(*ARTICLES[:3])), {**dict.fromkeys(STAGES, 1), "read": 2}),
        ("put", ("f.txt", bundle(*ARTICLES[1:3], ARTICLES[3])), {**dict.fromkeys(STAGES, 1), "read": 2}),
        ("put", ("f.txt", bundle(ARTICLES[2], ARTICLES[1])), {"read": 1}),
        ("put", ("f.txt", bundle(*ARTICLES[1:3], ARTICLES[1])), {"read": 1}),
        ("describe", ("f.txt", ENTRY), {"read": 3, "brief": 2}),
        ("rename", ("f.txt", "sub/f.txt"), {**dict.fromkeys(STAGES, 2), "read": 3}),
        ("rename", ("b.txt", "sub/b.txt"), dict.fromkeys(STAGES, 1)),
        ("put", ("g.zip", packed({"a.txt": VISIT.encode()})), {**dict.fromkeys(STAGES, 1), "read": 2}),
    ],
)
def test_an_edit_of_a_bundle_redoes_the_articles_that_it_bears_on(
    builder: Builder, kind: str, arguments: tuple[Any, ...], made: Mapping[str, int]
) -> None:
    builder.left_by(BUNDLED, "out")
    state = getattr(BUNDLED, kind)(*arguments)
    manifest = builder.build(state, "out")
    expected: dict[str, int] = {**dict.fromkeys(STAGES, 0), **made}
    assert manifest["made"] == expected
    assert builder.placed("out") == builder.from_nothing(state)


def test_an_article_is_the_one_document_that_is_read_when_it_comes_to_a_bundle(builder: Builder) -> None:
    builder.left_by(BUNDLED, "out")
    assert builder.build(BUNDLED.put("f.txt", bundle(*ARTICLES[:3])), "out")["redone"] == 1


def test_a_mistake_in_the_vocabulary_ends_the_build_and_costs_no_document(builder: Builder) -> None:
    builder.left_by(START, "out")
    before = builder.placed("out")
    with pytest.raises(VocabularyError, match=r"visit\.toml: traits"):
        builder.build(START.reword(("vocabulary/event_types/visit.toml", '"unique"', '"uniqe"')), "out")
    assert builder.placed("out") == before
