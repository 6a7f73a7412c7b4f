"""Author and outlet as a text names them itself."""

import pytest

from core.corpus import segments, self_description

BODY = "Der Minister hat am Dienstag in Wien ein Abkommen unterzeichnet. Die Opposition lehnte es ab."


def named(head: str, foot: str = "") -> tuple[str | None, str | None]:
    text = f"{head}\n\n{BODY}\n\n{foot}\n"
    return self_description(text, segments(text))


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Von Erika Mustermann", "Erika Mustermann"),
        ("VON ERIKA MUSTERMANN UND MAX ROE", "Erika Mustermann und Max Roe"),
        ("Von Erika Mustermann, Wien | 12.03.2021", "Erika Mustermann"),
        ("Autor: Max Mustermann", "Max Mustermann"),
        ("Ein Gastbeitrag von Jane Roe", "Jane Roe"),
        ("Von dpa", None),
        ("Von Krise keine Spur", None),
        ("12.03.2021", None),
    ],
)
def test_author_stands_in_the_byline(line: str, author: str | None) -> None:
    assert named(f"Abkommen in Wien\n{line}")[0] == author


def test_author_may_sign_the_text() -> None:
    assert named("Abkommen in Wien", "Erika Mustermann")[0] == "Erika Mustermann"


@pytest.mark.parametrize(
    ("head", "foot", "outlet"),
    [
        ("Musterzeitung, 23.11.2023\n\nAbkommen in Wien", "", "Musterzeitung"),
        ("MUSTERZEITUNG Nr. 271 Donnerstag, 23. November 2023 Seite 1\n\nAbkommen in Wien", "", "Musterzeitung"),
        ("Musterzeitung\n23. November 2023\n\nAbkommen in Wien", "", "Musterzeitung"),
        ("Dresdner Nachrichten vom 23.11.2023, S. 5\n\nAbkommen in Wien", "", "Dresdner Nachrichten"),
        ("Abkommen in Wien", "Quelle: Musterzeitung", "Musterzeitung"),
        ("Abkommen in Wien", "Quelle: beispiel.de, mba/dpa", "beispiel.de"),
        ("Abkommen in Wien", "© 2023 Musterzeitung GmbH & Co. KG. Alle Rechte vorbehalten.", "Musterzeitung"),
        ("Abkommen in Wien", "Copyright 2023 Frankfurter Allgemeine Zeitung", "Frankfurter Allgemeine Zeitung"),
        ("Abkommen in Wien", "© dpa-infocom, dpa:240320-99-412345/3", None),
        ("Abkommen in Wien", "Quelle: Statistikamt", None),
        ("Gute Nachrichten\nAbkommen in Wien", "", None),
        ("Abkommen in Wien\n23.11.2023", "", None),
    ],
)
def test_outlet_stands_beside_the_day_or_as_the_source(head: str, foot: str, outlet: str | None) -> None:
    assert named(head, foot)[1] == outlet
