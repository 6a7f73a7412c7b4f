"""Web pages with several articles."""

import pytest

from core.corpus.formats.html import extract, unpack
from tests.core.corpus.samples import GERMAN, MORE, html

MARKUPS = [
    "<article><h2>{title}</h2><p>{body}</p></article>",
    '<article><h2><a href="#{title}">{title}</a></h2><p>{body}</p></article>',
    '<div class="meldung gross"><h3>{title}</h3><p>{body}</p></div>',
    '<div class="post"><span class="headline">{title}</span><div>{body}</div></div>',
    '<table class="treffer"><tr class="artikel"><td><h4>{title}</h4><p>{body}</p></td></tr></table>',
]
TEASERS = [
    '<article><h3><a href="/2">Reise nach Tokio</a></h3><p>{body}</p></article>',
    '<article><a href="/2"><h3>Reise nach Tokio</h3><p>{body}</p></a></article>',
    "<article><h3>Reise nach Tokio</h3><p>{body}</p></article>",
    '<article class="comment"><h1>Erika</h1><p>{body}</p></article>',
    "<aside><article><h1>Reise nach Tokio</h1><p>{body}</p></article></aside>",
    "<article><p>{body}</p></article>",
]


def page(*parts: str, head: str = "") -> bytes:
    body = "".join(parts)
    return f'<html lang="de"><head><meta charset="utf-8">{head}</head><body><main>{body}</main></body></html>'.encode()


@pytest.mark.parametrize("markup", MARKUPS)
def test_each_article_of_a_page_is_a_part(markup: str) -> None:
    parts = unpack(
        page(markup.format(title="Abkommen in Wien", body=GERMAN), markup.format(title="Reise nach Tokio", body=MORE)),
        None,
    )
    assert [(part.known["title"], part.text) for part in parts] == [
        ("Abkommen in Wien", f"Abkommen in Wien\n\n{GERMAN}"),
        ("Reise nach Tokio", f"Reise nach Tokio\n\n{MORE}"),
    ]


@pytest.mark.parametrize("teaser", TEASERS)
def test_what_points_to_an_article_or_answers_it_is_no_part(teaser: str) -> None:
    article = f"<article><h1>Abkommen in Wien</h1><p>{GERMAN}</p><p>{MORE}</p></article>"
    data = page(article, teaser.format(body=GERMAN) * 3)
    assert unpack(data, None) == (extract(data, None),)


def test_page_with_one_article_has_its_text_as_a_part() -> None:
    data = html(GERMAN, MORE).encode()
    assert unpack(data, None) == (extract(data, None),)


def test_sections_of_an_article_are_no_parts() -> None:
    section = f'<section class="article"><h2>Wien</h2><p>{GERMAN}</p></section>'
    assert len(unpack(page(f"<article><h1>Abkommen in Wien</h1>{section * 2}</article>"), None)) == 1


def test_part_knows_its_own_day_and_author_and_the_outlet_of_the_page() -> None:
    head = (
        '<meta property="og:site_name" content="Musterblatt"><script type="application/ld+json">'
        '{"@graph": [{"@type": "NewsArticle", "headline": "Reise nach Tokio", "author": {"name": "Erika Muster"}}]}'
        "</script>"
    )
    article = '<article><h2>{}</h2><time datetime="2024-03-{}T08:00:00+01:00">{}. März</time><p>{}</p></article>'
    first, second = unpack(
        page(article.format("Abkommen", 19, 19, GERMAN), article.format("Reise nach Tokio", 20, 20, MORE), head=head),
        None,
    )
    assert first.known == {"title": "Abkommen", "outlet": "Musterblatt", "published": "2024-03-19"}
    assert second.known == {
        "title": "Reise nach Tokio",
        "outlet": "Musterblatt",
        "published": "2024-03-20",
        "author": "Erika Muster",
    }
    assert second.text == f"Reise nach Tokio\n\n20. März\n\n{MORE}"
