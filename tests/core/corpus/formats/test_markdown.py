import pytest

from core.corpus.formats.markdown import extract

MARKED = """\
# Abkommen in *Wien*

Der Minister hat am [Dienstag](https://example.org) ein **Abkommen**
unterzeichnet. ![Bild](bild.png)

> „Wir werden handeln“, sagte er.

* mehr Geld
* neue `Schiffe`

| Land  | Anteil |
|-------|--------|
| Japan | 1,8    |

<aside><b>Kasten</b> mit Text<script>alert(1)</script></aside>
"""


def text(source: str) -> str:
    return extract(source.encode(), None).text


def test_marks_are_dropped_and_each_part_has_a_line_of_its_own() -> None:
    assert text(MARKED).split("\n\n") == [
        "Abkommen in Wien",
        "Der Minister hat am Dienstag ein Abkommen unterzeichnet.",
        "„Wir werden handeln“, sagte er.",
        "mehr Geld",
        "neue Schiffe",
        "Land",
        "Anteil",
        "Japan",
        "1,8",
        "Kasten mit Text",
    ]


def test_plain_text_stays_as_it_is() -> None:
    assert text("Erster Absatz.\n\nZweiter Absatz & mehr.") == "Erster Absatz.\n\nZweiter Absatz & mehr."


def test_front_matter_is_known_and_no_part_of_the_text() -> None:
    extracted = extract(b"---\ntitle: Abkommen\ndate: 2021-05-03 10:00:00\ntags: [a]\nlang: de\n---\nText.\n", None)
    assert extracted.text == "Text."
    assert extracted.known == {"title": "Abkommen", "published": "2021-05-03", "language": "de"}


@pytest.mark.parametrize("front", ["Es war einmal.", "a: [", "- a\n- b", "[" * 2000])
def test_lines_between_rules_that_are_no_front_matter_are_text(front: str) -> None:
    assert front.splitlines()[0].lstrip("- ") in text(f"---\n{front}\n---\nEnde.")
