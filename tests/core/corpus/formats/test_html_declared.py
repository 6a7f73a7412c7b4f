"""What web pages declare in JSON-LD."""

import json

import pytest

from core.corpus.formats.html import extract
from tests.core.corpus.samples import GERMAN, MORE, html

ARTICLE = {
    "@type": "ReportageNewsArticle",
    "headline": "Abkommen&shy; in Wien",
    "author": [{"@type": "Person", "name": "Erika Muster"}, {"name": "Max Beispiel"}, "https://example.org/eva"],
    "publisher": {"@type": "Organization", "name": "Musterzeitung"},
    "datePublished": "2024-03-19T23:30:00Z",
    "dateModified": "2024-04-02T08:00:00+02:00",
}
KNOWN = {
    "title": "Abkommen in Wien",
    "author": "Erika Muster, Max Beispiel",
    "outlet": "Musterzeitung",
    "published": "2024-03-20",
}


def known(declared: object) -> dict[str, str]:
    head = f'<meta charset="utf-8"><script type="application/ld+json">{json.dumps(declared)}</script>'
    return dict(extract(html(GERMAN, MORE, head=head).encode(), None).known)


@pytest.mark.parametrize(
    "declared",
    [
        ARTICLE,
        [{"@type": "WebSite", "name": "Start"}, ARTICLE],
        {"@context": "https://schema.org", "@graph": [{"@type": "BreadcrumbList"}, ARTICLE]},
        {"@type": "WebPage", "mainEntity": ARTICLE},
        {**ARTICLE, "@type": ["NewsArticle", "http://schema.org/Article"]},
    ],
)
def test_article_is_known_by_what_the_page_declares(declared: object) -> None:
    assert known(declared) == KNOWN


def test_day_of_change_counts_only_where_none_of_publication_is_declared() -> None:
    assert known({"@type": "Article", "dateModified": "2024-04-02T08:00:00+02:00"})["published"] == "2024-04-02"


@pytest.mark.parametrize(
    "declared",
    [
        {"@type": "NewsArticle", "headline": 3, "author": 4, "publisher": [], "datePublished": "gestern"},
        {"@type": "NewsArticle", "datePublished": "0001-01-01T00:00:00+14:00"},
        {"@type": "LiveBlogPosting", "liveBlogUpdate": {"articleBody": 1}},
        {"@type": 7},
        5,
    ],
)
def test_broken_declarations_say_nothing(declared: object) -> None:
    assert known(declared) == {}
