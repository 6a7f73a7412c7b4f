import pytest

from core.corpus.formats.rtf import extract
from core.corpus.unreadable import UnreadableError

HEAD = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fnil\fcharset0 Arial;}{\f1\fswiss\fcharset162 Arial Tur;}}"


def text(body: str, head: str = HEAD) -> str:
    return extract(f"{head}{body}}}".encode(), None).text


def test_paragraphs_are_lines_and_none_is_lost() -> None:
    assert text(r"Eins\par Zwei\line zwei\par\par{\b Drei}\par Ohne Ende") == "Eins\n\nZwei\nzwei\n\nDrei\n\nOhne Ende"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"Gr\'f6\'dfe \'80", "Größe €"),
        (r"\u8222\'84Nein\u8220\'93 \endash ja", "„Nein“ –ja"),
        (r"\uc0\u228\u246", "äö"),
        (r"\u-10179?\u-8704?", "😀"),
        (r"{\f1 Erdo\'f0an}", "Erdoğan"),
        (r"\{a\}\\cell\~b", "{a}\\cell\xa0b"),
        ("Größe", "Größe"),
    ],
)
def test_signs_are_read(written: str, read: str) -> None:
    assert text(written) == read


def test_old_bytes_are_read_by_the_code_page_that_is_named() -> None:
    assert extract(rb"{\rtf1\ansi\ansicpg1250 " + "Orbán Győr}".encode("cp1250"), None).text == "Orbán Győr"
    assert extract(rb"{\rtf1\ansi\ansicpg99999 " + "Größe}".encode("cp1252"), None).text == "Größe"


def test_cells_of_a_table_are_lines() -> None:
    assert text(r"\trowd A\cell B\cell\row C") == "A\n\nB\n\nC"


def test_links_are_read_without_their_addresses() -> None:
    link = r'{{\field{{\*\fldinst{{HYPERLINK "https://example.org/{0}"}}}}{{\fldrslt{{\cs1 Link {0}}}}}}}'
    assert text(f"{link.format('a')} und {link.format('b')} Ende") == "Link a und Link b Ende"


def test_heads_feet_pictures_and_footnotes_are_left_out() -> None:
    picture = r"{\pict\pngblip " + "89504e47" * 200 + "}"
    assert text(r"{\header Kopf\par}{\footer Fu\'df}" + picture + r"Text{\footnote unten}") == "Text"


def test_title_and_author_are_known() -> None:
    extracted = extract(
        rf"{HEAD}{{\info{{\title Gr\'f6\'dfe}}{{\author Erika M.}}{{\operator x}}}}Text}}".encode(), None
    )
    assert extracted.known == {"title": "Größe", "author": "Erika M."}
    assert extracted.text == "Text"


@pytest.mark.parametrize("data", [b"PKxx", b"", b"{\\rt", b"Text"])
def test_other_bytes_are_unreadable(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="no rich text"):
        extract(data, None)
