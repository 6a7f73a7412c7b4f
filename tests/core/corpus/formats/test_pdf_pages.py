"""PDF pages as they are laid out: margins, columns, drop caps, several articles."""

import random

from core.corpus.formats.pdf import extract, unpack
from core.corpus.unreadable import UnreadableError
from tests.core.corpus.hostile import damaged
from tests.core.corpus.samples import placed

Lines = list[tuple[float, float, float, str]]
LEFT = [
    "Der Kanzler hat am Mittwoch in",
    "Berlin die Präsidentin aus Rom",
    "getroffen. Beide unterschrieben",
    "einen Vertrag.",
]
RIGHT = [
    "Die Ministerin reist im Mai nach",
    "Kairo. Dort trifft sie den neuen",
    "Minister und spricht mit ihm",
    "über Frieden.",
]


def column(lines: list[str], left: float, top: float, size: float = 10) -> Lines:
    return [(left, top - 12 * number, size, line) for number, line in enumerate(lines)]


def paragraphs(*pages: Lines) -> list[str]:
    return extract(placed(*pages), None).text.split("\n\n")


def joined(lines: list[str]) -> str:
    return " ".join(lines)


def test_running_heads_and_page_numbers_are_left_out_and_words_joined_across_pages() -> None:
    pages = [
        [(72, 800, 8, "Musterzeitung | 23. November 2023 | Politik"), *column(body, 72, 700), (290, 30, 8, f"- {n} -")]
        for n, body in enumerate([[*LEFT, "Macron hat am Mitt-"], ["woch Paris besucht."]], 1)
    ]
    assert paragraphs(*pages) == [joined(LEFT), "Macron hat am Mittwoch Paris besucht."]
    assert extract(placed(*pages), None).known["published"] == "2023-11-23"


def test_lines_of_the_text_that_are_repeated_at_the_top_of_pages_are_kept() -> None:
    assert paragraphs(column(LEFT, 72, 800), column(LEFT, 72, 800)) == [joined(LEFT)] * 2


def test_rights_that_a_paper_reserves_in_its_margin_make_it_no_vendor_s() -> None:
    head, foot = (
        "MUSTERZEITUNG Nr. 271 Donnerstag, 23. November 2023 Seite {}",
        "Alle Rechte vorbehalten. Muster Verlag",
    )
    pages = [
        [(72, 800, 8, head.format(n)), (72, 780, 8, foot), (72, 740, 18, "Berlin trifft Rom"), *column(LEFT, 72, 700)]
        for n in (1, 2)
    ]
    (part,) = unpack(placed(*pages), None)
    assert "MUSTERZEITUNG" not in part.text
    assert "Rechte" not in part.text
    assert part.known["published"] == "2023-11-23"


def test_what_a_browser_prints_around_a_page_is_left_out() -> None:
    text = paragraphs(
        [
            *[(40, 820, 8, "11/28/26, 1:00 AM"), (260, 820, 8, "Abkommen in Wien | Musterblatt")],
            *[(40, 700, 10, "Start Politik Wirtschaft"), (40, 680, 10, "Alle akzeptieren")],
            *[(40, 640, 20, "Abkommen in Wien"), *column(LEFT, 40, 600)],
            *[(40, 500, 14, "Meistgelesen"), (40, 480, 10, "Die Ministerin reist nach Kairo")],
            *[(40, 20, 8, "file:///home/x/Seite.html"), (540, 20, 8, "1/1")],
        ]
    )
    assert text == ["Abkommen in Wien", joined(LEFT)]


def test_columns_are_read_one_after_the_other_even_where_the_file_runs_across_them() -> None:
    pairs = zip(column(LEFT, 72, 700), column(RIGHT, 300, 700), strict=True)
    assert paragraphs([line for pair in pairs for line in pair]) == [joined(LEFT), joined(RIGHT)]


def test_sentence_goes_on_in_the_next_column_past_a_caption() -> None:
    first, rest = ["Die Staaten haben lange beraten", "und wollen nun im Frühjahr einen"], ["neuen Vertrag schließen."]
    caption = (72.0, 660.0, 7.0, "Der Tagungsort in Wien. Foto: dpa")
    lines = [*column(first, 72, 700), caption, *column(rest, 300, 700)]
    assert paragraphs(lines) == [joined(first + rest), "Der Tagungsort in Wien. Foto: dpa"]


def test_cells_of_a_table_stay_in_their_rows() -> None:
    rows = [
        line
        for n in range(5)
        for line in ((72.0, 700.0 - 12 * n, 10.0, f"Partei {n}"), (200.0, 700.0 - 12 * n, 10.0, f"{n} Sitze"))
    ]
    assert all(f"Partei {n} {n} Sitze" in " ".join(paragraphs(rows)) for n in range(5))


def test_drop_cap_is_joined_to_its_word() -> None:
    lines: Lines = [(72, 682, 32, "D"), (98, 700, 10, "er Kanzler hat am Mittwoch in"), (98, 688, 10, LEFT[1])]
    assert paragraphs([*lines, *column(LEFT[2:], 72, 676)]) == [joined(LEFT)]


def test_letter_spaced_headline_is_mended() -> None:
    shown = "S c h o l z    t r i f f t    M a c r o n"
    assert paragraphs([(72, 740, 16, shown), *column(LEFT, 72, 700)])[0] == "Scholz trifft Macron"


def test_articles_with_headlines_of_one_size_on_a_page_are_parts() -> None:
    page = [
        *[(72.0, 740.0, 18.0, "Treffen in Berlin"), *column(LEFT + LEFT, 72, 700)],
        *[(320.0, 740.0, 18.0, "Reise nach Kairo"), *column(RIGHT + RIGHT, 320, 700)],
    ]
    parts = unpack(placed(page), None)
    assert [part.known["title"] for part in parts] == ["Treffen in Berlin", "Reise nach Kairo"]
    assert all(part.text.startswith(f"{part.known['title']}\n\n") for part in parts)


def test_headings_below_a_larger_headline_divide_nothing() -> None:
    page = [(72.0, 780.0, 24.0, "Ein Treffen und eine Reise"), *column(LEFT + LEFT, 72, 750)]
    for n, body in enumerate([LEFT, RIGHT]):
        page += [(72.0, 600.0 - 150 * n, 16.0, "Wie es war"), *column(body + body, 72, 580 - 150 * n)]
    (part,) = unpack(placed(page), None)
    assert part.known["title"] == "Ein Treffen und eine Reise"


def test_damaged_pages_give_parts_or_a_reason() -> None:
    dice = random.Random(5)  # noqa: S311 - not for secrets
    page = [
        (72.0, 740.0, 18.0, "Treffen"),
        *column(LEFT, 72, 700),
        (320.0, 740.0, 18.0, "Reise"),
        *column(RIGHT, 320, 700),
    ]
    texts = 0
    for _ in range(300):
        try:
            texts += all(part.text.strip() for part in unpack(damaged(placed(page, page), dice), None))
        except UnreadableError:
            continue
    assert texts > 100
