import zlib

import pytest

from core.corpus.formats.pdf import extract
from core.corpus.unreadable import UnreadableError
from tests.core.corpus.samples import assembled, pdf


def text(*pages: list[str], leading: float = 14) -> str:
    return extract(pdf(*pages, leading=leading), None).text


def test_lines_of_a_paragraph_are_joined_and_a_gap_ends_it() -> None:
    lines = [
        "Der Minister hat am Dienstag in Wien ein",
        "Abkommen über größere Übungen unterzeichnet.",
        "",
        "Die Präsidentin reist im Mai nach Tokio und",
        "Seoul.",
    ]
    assert text(lines) == (
        "Der Minister hat am Dienstag in Wien ein Abkommen über größere Übungen unterzeichnet.\n\n"
        "Die Präsidentin reist im Mai nach Tokio und Seoul."
    )


def test_line_that_is_set_in_begins_a_paragraph() -> None:
    lines = [
        "   Der Minister hat am Dienstag in Wien",
        "ein Abkommen unterzeichnet, das alle nun",
        "   Die Präsidentin reist nach Tokio und",
        "spricht dort mit Abgeordneten.",
    ]
    assert text(lines).split("\n\n") == [
        "Der Minister hat am Dienstag in Wien ein Abkommen unterzeichnet, das alle nun",
        "Die Präsidentin reist nach Tokio und spricht dort mit Abgeordneten.",
    ]


def test_line_with_room_for_the_next_word_ends_a_paragraph() -> None:
    lines = ["Von Erika Mustermann", "Der Minister hat am Dienstag in Wien ein Abkommen", "unterzeichnet."]
    assert text(lines).split("\n\n") == [
        "Von Erika Mustermann",
        "Der Minister hat am Dienstag in Wien ein Abkommen unterzeichnet.",
    ]


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["Sie lobten die gute Zusammen-", "arbeit der Staaten Europas."], "Zusammenarbeit der"),
        (["Sie lobten den guten NATO-", "Generalsekretär in Europa."], "NATO-Generalsekretär in"),
        (["Sie lobten die gute Rüstungs-", "und Handelspolitik Europas."], "Rüstungs- und Handelspolitik"),
    ],
)
def test_words_divided_at_the_end_of_a_line_are_mended(lines: list[str], joined: str) -> None:
    assert joined in text(lines)


def test_pages_follow_one_another() -> None:
    assert text(["Erste Seite."], [], ["Dritte Seite."]) == "Erste Seite.\n\nDritte Seite."


@pytest.mark.parametrize("stream", [b"", b"0 0 m 100 100 l S", b"BT /F1 12 Tf (   ) Tj ET"])
def test_file_without_a_text_layer_is_unreadable(stream: bytes) -> None:
    with pytest.raises(UnreadableError, match="no text layer; left out, run OCR"):
        extract(assembled(stream), None)


def test_encrypted_file_is_unreadable() -> None:
    owner = "00" * 32
    handler = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{owner}> /U <{owner}> /P -4 >> /ID [<00> <00>]"
    with pytest.raises(UnreadableError, match="is encrypted; left out, save it without a password"):
        extract(assembled(b"", more=handler), None)


def test_book_is_unreadable() -> None:
    with pytest.raises(UnreadableError, match="has 2001 pages; left out, split it"):
        extract(assembled(*[b""] * 2001), None)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"Der Minister", zlib.compress(b"a")])
def test_what_is_no_pdf_is_unreadable(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="no PDF file or a damaged one"):
        extract(data, None)
