import json
from typing import Any

import pytest

from core.corpus.formats.records import unpack
from core.corpus.unreadable import UnreadableError
from tests.core.corpus.samples import GERMAN, MORE


def texts(value: Any) -> list[str]:
    return [text.text for text in unpack(json.dumps(value).encode(), None)]


@pytest.mark.parametrize(
    "value",
    [
        [{"text": GERMAN}, {"text": MORE}],
        {"count": 2, "articles": [{"Titel": "a", "Volltext": GERMAN}, {"Volltext": MORE}]},
        {"response": {"hits": {"total": 2, "hits": [{"content": GERMAN}, {"content": MORE}]}}},
        [{"content_html": f"<p>{GERMAN}</p>"}, {"content_html": f"<div>{MORE}</div>"}],
    ],
)
def test_articles_are_found_where_they_stand(value: Any) -> None:
    assert texts(value) == [GERMAN, MORE]


def test_article_may_stand_alone() -> None:
    [text] = unpack(
        json.dumps(
            {
                "id": 7,
                "headline": "Größe",
                "articleBody": GERMAN,
                "author": [{"@type": "Person", "name": "Erika"}, {"name": "Max"}],
                "publisher": {"name": "Blatt"},
                "datePublished": "2024-03-19T23:30:00Z",
                "inLanguage": "de-DE",
                "url": "https://example.org/a",
                "keywords": ["a"],
            }
        ).encode(),
        None,
    )
    assert (text.text, text.doc_id) == (GERMAN, "7")
    assert text.known == {
        "title": "Größe",
        "author": "Erika, Max",
        "outlet": "Blatt",
        "published": "2024-03-20",
        "language": "de",
        "url": "https://example.org/a",
    }


def test_file_with_a_value_a_line_is_read() -> None:
    assert [
        t.text for t in unpack(json.dumps({"text": "A"}).encode() + b"\n" + json.dumps({"text": "B"}).encode(), None)
    ] == [
        "A",
        "B",
    ]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"{", "is no JSON (Expecting property name enclosed in double quotes)"),
        (b"[" * 100_000, "is JSON of too many levels"),
        (b'{"a": ' * 900 + b"1" + b"}" * 900, "has no column with texts (found: a)"),
        (b"[]", "has no column with texts (found: no header)"),
        (b"7", "has no column with texts (found: no header)"),
        (b'[{"text": ""}]', "has no text in any of its rows"),
        (b"PK\3\4\0\0", "not a text but binary data"),
    ],
)
def test_file_without_texts_is_unreadable(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableError) as error:
        unpack(data, None)
    assert str(error.value).startswith(message)
