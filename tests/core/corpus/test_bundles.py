"""A file with several articles gives a document for each."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest

from core.corpus import Corpus, read
from core.corpus.bundles import Division
from tests.core.corpus.bundled import article, bundle, divided, parsed
from tests.core.corpus.samples import GERMAN, MORE, record

FIRST = article(GERMAN, title="Abkommen in Wien", outlet="Bote", published="2021-05-03", author="Jo Roe", page="4")
SECOND = article(MORE, title="Reise nach Tokio")
THIRD = article("Die Regierung in Rom hat am Montag einen Plan vorgelegt.")


@pytest.fixture(autouse=True)
def dividing() -> Iterator[None]:
    with divided():
        yield


def of(folder: Path, data: bytes, sources: str = "", name: str = "a.txt") -> Corpus:
    (folder / name).write_bytes(data)
    (folder / "sources.toml").write_text(sources, encoding="utf-8")
    return read(folder)


def ids(corpus: Corpus) -> list[str]:
    return [document.doc_id for document in corpus.documents]


def test_an_article_has_its_own_text_and_what_its_head_says(tmp_path: Path) -> None:
    corpus = of(tmp_path, bundle(FIRST, SECOND))
    first, second = corpus.documents
    assert (first.text, second.text) == (GERMAN, MORE)
    assert first.sha256 == hashlib.sha256(GERMAN.encode()).hexdigest()
    assert (first.file, first.bundle, first.page) == ("a.txt", "a.txt", "4")
    assert (first.title, first.outlet, first.author) == ("Abkommen in Wien", "Bote", "Jo Roe")
    assert (first.published, first.published_from) == ("2021-05-03", "a.txt")
    assert (second.title, second.outlet, second.published, second.page) == ("Reise nach Tokio", None, None, None)
    assert corpus.notices == ()


def test_an_id_tells_the_file_the_day_and_the_title(tmp_path: Path) -> None:
    first, second, third = ids(of(tmp_path, bundle(FIRST, SECOND, THIRD)))
    assert first.startswith("a-2021-05-03-abkommen-in-wien-")
    assert second.startswith("a-reise-nach-tokio-")
    assert third.startswith("a-die-regierung-in-rom-hat-am-montag-einen-plan-")


def test_ids_stay_when_an_article_is_put_before_the_others(tmp_path: Path) -> None:
    before = of(tmp_path, bundle(SECOND, THIRD))
    after = of(tmp_path, bundle(FIRST, SECOND, THIRD))
    assert after.documents[1:] == before.documents


def test_the_same_article_twice_is_one_document(tmp_path: Path) -> None:
    corpus = of(tmp_path, bundle(FIRST, SECOND, FIRST))
    assert len(corpus.documents) == 2
    (notice,) = corpus.notices
    doc_id = corpus.documents[0].doc_id
    assert str(notice) == f"a.txt: article 3 has the same id as article 1 (`{doc_id}`); the second is left out"


def test_the_same_text_of_two_outlets_is_two_documents(tmp_path: Path) -> None:
    corpus = of(tmp_path, bundle(*(article(GERMAN, outlet=outlet) for outlet in ("Bote", "Kurier"))))
    assert [document.outlet for document in corpus.documents] == ["Bote", "Kurier"]


def test_a_file_with_one_article_keeps_its_name(tmp_path: Path) -> None:
    with (
        patch("core.corpus.unpacking.may_be_bundle", return_value=True),
        patch("core.corpus.unpacking.divide", lambda text, _file: Division((parsed(text.text),), None)),
    ):
        (document,) = of(tmp_path, bundle(FIRST)).documents
    assert (document.doc_id, document.bundle, document.title) == ("a", None, "Abkommen in Wien")


def test_a_file_that_cannot_be_divided_is_one_document_with_a_notice(tmp_path: Path) -> None:
    corpus = of(tmp_path, b"=====\n" + GERMAN.encode())
    assert ids(corpus) == ["a"]
    assert [str(notice) for notice in corpus.notices] == [
        "a.txt: seems to hold several articles that cannot be told apart; split it"
    ]


def test_a_notice_names_the_article(tmp_path: Path) -> None:
    corpus = of(tmp_path, bundle(FIRST, article(" "), SECOND))
    assert [str(notice) for notice in corpus.notices] == ["a.txt, article 2: is empty; left out, fill or remove it"]


def test_sources_hold_for_all_articles_and_a_title_where_there_is_none(tmp_path: Path) -> None:
    entry = '[[document]]\nfile = "a.txt"\ntitle = "Auswahl"\noutlet = "Kurier"\nencoding = "cp1252"\n'
    corpus = of(tmp_path, bundle(FIRST, THIRD), entry)
    assert [(one.title, one.outlet) for one in corpus.documents] == [
        ("Abkommen in Wien", "Kurier"),
        ("Auswahl", "Kurier"),
    ]


def test_sources_may_name_one_article(tmp_path: Path) -> None:
    _, doc_id = ids(of(tmp_path, bundle(FIRST, SECOND)))
    entries = f'[[document]]\nfile = "a.txt"\noutlet = "Kurier"\n[[document]]\nfile = "a.txt"\nid = "{doc_id}"\n'
    corpus = of(tmp_path, bundle(FIRST, SECOND), f'{entries}title = "Abflug"\npublished = "2021"\n')
    first, second = corpus.documents
    assert (first.title, first.outlet, first.published) == ("Abkommen in Wien", "Kurier", "2021-05-03")
    assert (second.title, second.outlet, second.published) == ("Abflug", "Kurier", "2021")
    assert corpus.notices == ()


def test_an_entry_for_an_article_that_is_not_there_is_noticed(tmp_path: Path) -> None:
    corpus = of(tmp_path, bundle(FIRST, SECOND), '[[document]]\nfile = "a.txt"\nid = "weg"\ntitle = "x"')
    assert [str(notice) for notice in corpus.notices] == [
        "sources.toml: there is no article `weg` in `a.txt`; correct or remove the entry"
    ]


def test_bundles_of_one_article_in_two_folders_are_two_documents(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "a.txt").write_bytes(bundle(FIRST, SECOND))
    corpus = of(tmp_path, bundle(FIRST, SECOND))
    assert len(set(ids(corpus))) == 4
    assert corpus.notices == ()


def test_columns_of_records_are_documents_fields(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(record(id="x", text=GERMAN, author="Jo Roe", page="4", bundle="Archiv"))
    (document,) = read(tmp_path).documents
    assert (document.author, document.page, document.bundle) == ("Jo Roe", "4", "Archiv")
