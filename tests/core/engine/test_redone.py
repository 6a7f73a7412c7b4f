"""What a build reads again and what it says of that, where a file, an entry or the code is at fault or has changed."""

from pathlib import Path
from typing import Any

import pytest

from core import stages
from core.build import build
from core.stages import Text, Told
from core.store import load
from tests.core.corpus.bundled import article, bundle, divided
from tests.core.engine.small_corpus import (
    NAMESAKE,
    NO_EVENT,
    PICTURE,
    SANCTION,
    STRANGER,
    VISIT,
    Folder,
    placed,
)

ARTICLES = bundle(
    article(VISIT, title="Besuch", outlet="Bote", published="2021-05-04"),
    article(STRANGER, published="2021-05-04"),
    article(NAMESAKE, title="Sanktionen", published="2021-05-10", page="3"),
)


def test_an_entry_for_one_article_redoes_this_one(tmp_path: Path) -> None:
    def described(outlet: str) -> Path:
        path = Folder({"f.txt": ARTICLES}).write(tmp_path / "corpus")
        entry = f'[[document]]\nfile = "f.txt"\nid = "{doc_id}"\noutlet = "{outlet}"\n' if outlet else ""
        (path / "sources.toml").write_text(entry, encoding="utf-8")
        return path

    doc_id = ""
    with divided():
        build(described(""), tmp_path / "out")
        doc_id = load(tmp_path / "out").documents["doc_id"][1]
        for outlet in ("Kurier", "Anzeiger"):
            assert build(described(outlet), tmp_path / "out").redone == 1
            assert load(tmp_path / "out").documents["outlet"][1] == outlet
        assert build(described("Anzeiger"), tmp_path / "out").unchanged


def test_what_was_read_and_what_was_reused_add_up_to_the_documents(tmp_path: Path) -> None:
    texts = {"a.txt": VISIT.encode(), "b.txt": STRANGER.encode()}
    build(Folder(texts).write(tmp_path / "corpus"), tmp_path / "out")
    more = {**texts, "b.md": NO_EVENT.encode(), "c.txt": PICTURE, "d.txt": b"", "e.txt": NO_EVENT.encode()}
    report = build(Folder(more).write(tmp_path / "corpus"), tmp_path / "out")
    assert len(report.warnings) == 3
    assert (report.documents, report.redone) == (3, 2)  # b.md goes before b.txt, and e.txt is new


def test_names_that_differ_only_in_how_an_umlaut_is_composed_are_two_texts(tmp_path: Path) -> None:
    composed, decomposed = "ä.txt", "a\u0308.txt"
    corpus = Folder({composed: VISIT.encode(), decomposed: STRANGER.encode()}).write(tmp_path / "corpus")
    build(corpus, tmp_path / "out")
    for name in (composed, decomposed):
        (corpus / name).write_text(SANCTION, encoding="utf-8")
        report = build(corpus, tmp_path / "out")
        build(corpus, tmp_path / "fresh", rebuild=True)
        assert placed(tmp_path / "out") == placed(tmp_path / "fresh")
        assert "has the same id" in report.warnings[0]


def test_what_is_told_of_files_keeps_what_it_is_made_of(tmp_path: Path) -> None:
    files = {
        "a.txt": VISIT.encode(),
        "b.txt": "Schöne Grüße aus Wien.".encode("cp1252"),
        "c.jsonl": b'{"id": "x"}',
        "d.pdf": b"%PDF-",
        "e.csv": b"Titel;Text\nBesuch;\nReise;Der Minister reiste gestern nach Wien.",
    }
    corpus = Folder(files).write(tmp_path / "corpus")
    for unchanged in (False, True):
        report = build(corpus, tmp_path / "out")
        assert report.unchanged is unchanged
        assert [(one.file, one.part, one.message.template[:12]) for one in report.notices] == [
            ("b.txt", None, "not UTF-8, r"),
            ("c.jsonl", 1, "has no `{key"),
            ("d.pdf", None, "is no PDF fi"),
            ("e.csv", None, "{n} row has "),
        ]
        assert report.warnings[1] == "c.jsonl, line 1: has no `text`; left out, add it"


def test_a_document_that_breaks_a_stage_is_left_out_and_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def tell(read: Text, *rest: Any) -> Told:
        if "Eichinger" in read.document.text:
            raise RuntimeError("kaputt")
        return whole(read, *rest)

    whole = stages.tell
    corpus = Folder({"a.txt": VISIT.encode(), "b.txt": STRANGER.encode()}).write(tmp_path / "corpus")
    with monkeypatch.context() as broken:
        broken.setattr(stages, "tell", tell)
        for _ in range(2):
            report = build(corpus, tmp_path / "out")
            assert (report.documents, report.unchanged) == (1, False)
            assert report.warnings == ("b.txt: could not be analysed (RuntimeError: kaputt); left out, report it",)
    report = build(corpus, tmp_path / "out")
    assert (report.documents, report.redone, report.warnings) == (2, 1, ())
    assert build(corpus, tmp_path / "out").unchanged
