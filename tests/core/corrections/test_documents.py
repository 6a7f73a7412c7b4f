"""What people say of a document goes before what it and `sources.toml` say, and all that rests on it follows."""

import json

import pytest

from core.corrections import anchoring, kept
from core.corrections.model import DocumentDay, DocumentOutlet, DocumentReference, DocumentTitle
from core.preview import preview
from tests.core.corpus.bundled import article, bundle, divided
from tests.core.corpus.samples import packed
from tests.core.corrections.builds import Corpus

pytestmark = pytest.mark.slow

YESTERDAY = "Macron besuchte gestern Wien."


def said(corpus: Corpus, doc_id: str) -> tuple[object, ...]:
    (row,) = corpus.rows("documents", doc_id=doc_id)
    return tuple(row[name] for name in ("title", "outlet", "published", "published_basis", "published_evidence"))


def test_the_day_of_a_text_decides_its_dates(corpus: Corpus) -> None:
    corpus.write(a=YESTERDAY).build()
    about = anchoring.document(corpus.tables, "a")
    assert corpus.claim("a")["date_edtf"] is None
    title = DocumentTitle(about, "Gast\nin Wien")
    corpus.decide(DocumentDay(about, "2021-05-04"), DocumentOutlet(about, "Bote"), title)

    assert said(corpus, "a") == ("Gast in Wien", "Bote", "2021-05-04", "metadata", "given in corrections.jsonl")
    assert corpus.claim("a")["date_edtf"] == "2021-05-03"
    assert corpus.states() == [("doc_day", "applied"), ("doc_outlet", "applied"), ("doc_title", "applied")]


def test_it_goes_before_sources_toml(corpus: Corpus) -> None:
    corpus.write(a=YESTERDAY)
    (corpus.folder / "sources.toml").write_text(
        '[[document]]\nfile = "a.txt"\noutlet = "Kurier"\npublished = "2020-01-01"\n', encoding="utf-8"
    )
    corpus.build()
    corpus.decide(DocumentDay(anchoring.document(corpus.tables, "a"), "2021-05-04"))
    assert said(corpus, "a")[1:3] == ("Kurier", "2021-05-04")


@pytest.mark.parametrize("kind", ["records", "bundle", "archive"])
def test_one_of_several_texts_in_a_file_is_corrected_alone(corpus: Corpus, kind: str) -> None:
    other = "Die EU lehnte Sanktionen ab."
    content = {
        "records": "\n".join(json.dumps({"id": f"r{n}", "text": text}) for n, text in enumerate((YESTERDAY, other))),
        "bundle": bundle(article(YESTERDAY, title="Besuch"), article(other, title="Streit")).decode(),
    }
    corpus.write(z="Blau ist eine Farbe.")
    if kind == "archive":
        (corpus.folder / "t.zip").write_bytes(packed({"a.txt": YESTERDAY.encode(), "b.txt": other.encode()}))
    else:
        (corpus.folder / ("t.jsonl" if kind == "records" else "t.txt")).write_text(content[kind], encoding="utf-8")
    with divided():
        corpus.build()
        doc_id = corpus.rows("claims", quote=YESTERDAY)[0]["doc_id"]
        corpus.decide(DocumentDay(anchoring.document(corpus.tables, doc_id), "2021-05-04"))
    days = {row["doc_id"]: row["published"] for row in corpus.rows("documents")}
    assert [one for one, day in days.items() if day == "2021-05-04"] == [doc_id]


def test_a_document_that_is_gone_is_told(corpus: Corpus) -> None:
    kept.add(corpus.folder, DocumentTitle(DocumentReference("gone", "gone.txt"), "Titel"))
    report = corpus.build()
    assert corpus.states() == [("doc_title", "without_anchor")]
    assert [warning for warning in report.warnings if "has lost what it was about (gone)" in warning]


def test_what_a_build_would_read_is_shown_as_people_have_it(corpus: Corpus) -> None:
    kept.add(corpus.folder, DocumentTitle(DocumentReference("a", "a.txt"), "Hoher Gast"))
    (shown,) = (one for one in preview(corpus.folder) if one.file == "a.txt")
    assert shown.documents[0].title == "Hoher Gast"
