from pathlib import Path

import pytest

from core.corpus import read
from core.corpus.formats.record import extract
from core.corpus.unreadable import UnreadableError
from tests.core.corpus.samples import GERMAN, MORE, record


def test_record_has_an_id_a_text_and_what_is_known() -> None:
    extracted = extract(
        record(id="a1", text=f" {GERMAN}\n", title="T", published="2021-05", url=None, outlet="", other=[1]), None
    )
    assert (extracted.doc_id, extracted.text) == ("a1", f" {GERMAN}\n")
    assert extracted.known == {"title": "T", "published": "2021-05"}


@pytest.mark.parametrize(
    ("value", "doc_id"), [(17, "17"), ("a\nb\t c\u2028", "a b c"), ("a\0", "a\ufffd"), ("u\u0308", "ü")]
)
def test_id_is_one_line(value: object, doc_id: str) -> None:
    assert extract(record(id=value, text=GERMAN), None).doc_id == doc_id


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b"{", "is no JSON (Expecting property name enclosed in double quotes); left out, write one object a line"),
        (b"[" * 100_000, "is no JSON (RecursionError); left out, write one object a line"),
        (b"[]", 'is no JSON object; left out, write it as {"id": "…", "text": "…"}'),
        (b'{"text": "a"}', "has no `id`; left out, add it"),
        (b'{"id": "", "text": "a"}', "has no `id`; left out, add it"),
        (b'{"id": "a"}', "has no `text`; left out, add it"),
        (b'{"id": true, "text": "a"}', "id: input should be a valid string; left out, correct it"),
        (b'{"id": "a", "text": 1}', "text: input should be a valid string; left out, correct it"),
        (b'{"id": "a", "text": "b", "url": "b"}', 'url: is not valid; left out, write it as "https://…"'),
        (
            b'{"id": "a", "text": "b", "title": "%s"}' % (b"c" * 501),
            "title: string should have at most 500 characters; left out, correct it",
        ),
        (
            b'{"id": "a", "text": "b", "published": "ges\\ntern"}',
            "published: `ges tern` is no date; write 2025-04-08, 2025-04, 2025 or 2025-04-07/2025-04-13; left out,"
            " correct it",
        ),
    ],
)
def test_wrong_line_is_unreadable_with_a_reason(line: bytes, message: str) -> None:
    with pytest.raises(UnreadableError) as error:
        extract(line, None)
    assert str(error.value) == message


def test_bytes_that_are_no_text_are_unreadable() -> None:
    with pytest.raises(UnreadableError, match="binary"):
        extract(bytes(range(32)), None)


def test_encoding_can_be_declared() -> None:
    assert extract('{"id": "a", "text": "Größe"}'.encode("cp850"), "cp850").text == "Größe"


def test_what_is_said_of_one_record_holds_for_it_alone(tmp_path: Path) -> None:
    lines = [record(id="7", text=GERMAN, outlet="Bote"), record(id="8", text=MORE, outlet="Bote")]
    (tmp_path / "liste.jsonl").write_bytes(b"".join(lines))
    (tmp_path / "sources.toml").write_text(
        '[[document]]\nfile = "liste.jsonl"\nauthor = "Jo Roe"\n'
        '[[document]]\nfile = "liste.jsonl"\nid = "8"\noutlet = "Kurier"\n'
        '[[document]]\nfile = "liste.jsonl"\nid = "9"\noutlet = "Echo"\n',
        encoding="utf-8",
    )
    corpus = read(tmp_path)
    assert [(one.doc_id, one.outlet, one.author) for one in corpus.documents] == [
        ("7", "Bote", "Jo Roe"),
        ("8", "Kurier", "Jo Roe"),
    ]
    assert [str(notice) for notice in corpus.notices] == [
        "sources.toml: there is no article `9` in `liste.jsonl`; correct or remove the entry"
    ]
