"""Live blogs: days and times stand before the entries that they are of."""

import json

from lxml.html import fromstring

from core.corpus.formats.html import extract, unpack
from core.corpus.formats.html_lines import lines as page_lines
from core.corpus.formats.html_live import is_live

MACRON = "Präsident Emmanuel Macron hat heute mit Wladimir Putin telefoniert."
SCHOLZ = "Bundeskanzler Olaf Scholz ist gestern nach Warschau gereist."
TUSK = "Ministerpräsident Donald Tusk kündigte eine Rede an."


def page(body: str, head: str = "", title: str = "Liveblog zum Krieg") -> bytes:
    return (
        f'<html lang="de"><head><meta charset="utf-8"><title>{title}</title>{head}</head><body><main><h1>{title}</h1>'
        f"{body}</main></body></html>"
    ).encode()


def lines(data: bytes) -> list[str]:
    (part,) = unpack(data, None)
    assert part == extract(data, None)
    return part.text.split("\n\n")


def test_headings_of_days_and_times_of_entries_are_lines() -> None:
    entry = "<div><time>{}</time><h3>{}</h3><p>{}</p></div>"
    assert lines(
        page(
            f"<h2>Mittwoch, 20. März 2024</h2>{entry.format('14:12 Uhr', 'Telefonat', MACRON)}"
            f"<h2>Dienstag, 19. März 2024</h2>{entry.format('7:30', 'Reise', SCHOLZ)}"
        )
    ) == [
        *("Liveblog zum Krieg", "Mittwoch, 20. März 2024", "14:12 Uhr", "Telefonat", MACRON),
        *("Dienstag, 19. März 2024", "7:30 Uhr", "Reise", SCHOLZ),
    ]


def test_day_that_is_only_there_for_machines_becomes_a_heading() -> None:
    entry = '<article><time datetime="{}">vor {} Stunden</time><h3>{}</h3><p>{}</p><button>Teilen</button></article>'
    assert lines(
        page(
            entry.format("2024-03-19T23:30:00Z", 3, "Telefonat", MACRON)
            + entry.format("2024-03-19T18:00:00Z", 9, "Rede", TUSK)
            + entry.format("2024-03-19T17:00:00Z", 10, "Reise", SCHOLZ)
        )
    ) == [
        *("Liveblog zum Krieg", "Mittwoch, 20. März 2024", "00:30 Uhr", "Telefonat", MACRON),
        *("Dienstag, 19. März 2024", "19:00 Uhr", "Rede", TUSK, "18:00 Uhr", "Reise", SCHOLZ),
    ]


def test_times_in_front_of_headings_make_a_live_blog_without_its_name() -> None:
    entries = [("14:12", "Telefonat", MACRON), ("11.30", "Rede", TUSK), ("9:00", "Reise", SCHOLZ)]
    body = "".join(f"<h3>{time} Uhr: {title}</h3><p>{text}</p>" for time, title, text in entries)
    assert lines(page(body, title="Krieg in der Ukraine")) == [
        "Krieg in der Ukraine",
        *(line for time, title, text in entries for line in (f"{time} Uhr: {title}", text)),
    ]


def test_entries_that_are_only_declared_are_read_from_there() -> None:
    blog = {
        "@context": "https://schema.org",
        "@type": "LiveBlogPosting",
        "headline": "Krieg: alle Entwicklungen",
        "datePublished": "2024-03-19T06:00:00+01:00",
        "liveBlogUpdate": [
            {"headline": "Telefonat", "datePublished": "2024-03-19T23:30:00Z", "articleBody": f"<p>{MACRON}</p>"},
            {"headline": "Reise", "datePublished": "2024-03-19T14:30:00+01:00", "articleBody": SCHOLZ},
        ],
    }
    head = f'<script type="application/ld+json">{json.dumps(blog)}</script>'
    data = page("<p>Hier finden Sie alle Nachrichten zum Krieg.</p>", head)
    assert lines(data) == [
        *("Krieg: alle Entwicklungen", "Mittwoch, 20. März 2024", "00:30 Uhr", "Telefonat", MACRON),
        *("Dienstag, 19. März 2024", "14:30 Uhr", "Reise", SCHOLZ),
    ]
    assert extract(data, None).known["published"] == "2024-03-19/2024-03-20"


def test_times_of_publication_and_change_make_no_live_blog() -> None:
    body = f"<div><time>20. März 2024, 8:00 Uhr</time> <time>9:00 Uhr</time><p>{MACRON}</p><p>{TUSK}</p></div>"
    assert not is_live(tuple(page_lines(fromstring(body))), titled=True)
