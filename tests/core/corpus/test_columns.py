import pytest

from core.corpus.columns import Cell, named, texts
from core.corpus.formats import BREAK


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Titel", "title"),
        ("ÜBERSCHRIFT", "title"),
        ("Volltext", "text"),
        ("Inhalt", "text"),
        ("Erscheinungs-Datum:", "published"),
        (" datum ", "published"),
        ("Quelle", "outlet"),
        ("Medium", "outlet"),
        ("Zeitung", "outlet"),
        ("Autor", "author"),
        ("Verfasser", "author"),
        ("Link", "url"),
        ("Sprache", "language"),
        ("lfd. Nr.", "id"),
        ("doc_id", "id"),
        ("Seite", "page"),
    ],
)
def test_column_is_known_by_its_name(name: str, key: str) -> None:
    assert named(["?", name]) == {key: 1}


def test_of_two_columns_the_one_that_is_named_first_is_read() -> None:
    assert named(["Artikel", "Volltext", "Text", "Text"]) == {"text": 2}
    assert named([None, 7, "Farbe"]) == {}


@pytest.mark.parametrize(
    ("row", "read"),
    [
        ({"lead": "Kurz", "text": "Lang"}, f"Kurz{BREAK}Lang"),
        ({"lead": "Kurz …", "text": "Kurz und lang"}, "Kurz und lang"),
        ({"lead": "Kurz"}, "Kurz"),
        ({"text": "<p>A &amp; B</p><p>C<br>D</p>"}, f"A & B{BREAK}C\nD"),
        ({"text": "a < b & c > d"}, "a < b & c > d"),
        ({"text": " eingerückt\n"}, " eingerückt"),
    ],
)
def test_lead_stands_before_the_text_and_marks_of_html_are_left_out(row: dict[str, Cell], read: str) -> None:
    assert texts([row])[0].text == read


def test_source_that_is_an_address_is_one() -> None:
    [text] = texts([{"text": "A", "outlet": "https://example.org/a"}])
    assert text.known == {"url": "https://example.org/a"}
