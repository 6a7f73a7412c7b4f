"""The day of publication that a web page declares."""

from core.corpus.formats import html

PAGE = """<html><head><script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "{stamp}"}}</script>
</head><body><article><h1>Empfang in Ulm</h1><p>{body}</p><p>{body}</p></article></body></html>"""
BODY = "Die Ministerin hat am Mittwoch in Ulm den Bürgermeister empfangen und mit ihm lange geredet."


def published(stamp: str) -> str | None:
    return html.extract(PAGE.format(stamp=stamp, body=BODY).encode(), None).known.get("published")


def test_a_time_stamp_counts_as_the_day_in_germany() -> None:
    assert published("2024-03-20T23:30:00Z") == "2024-03-21"
    assert published("2024-03-20T12:30:00Z") == "2024-03-20"
    assert published("2024-03-20T23:30:00+01:00") == "2024-03-20"
    assert published("2024-03-20") == "2024-03-20"
