"""Bundles of no vendor: heads of the same shape."""

from collections.abc import Callable

import pytest

from core.corpus.bundles import divide
from core.corpus.formats import Extracted
from tests.core.corpus.bundles import exports
from tests.core.corpus.bundles.press import Written, articles, words

RULE = "=" * 60


def body(article: Written) -> str:
    return "\n\n".join(article.body)


def labels(article: Written) -> str:
    return (
        f"Titel: {article.headline}\nQuelle: {article.outlet}\nDatum: {article.day:%d.%m.%Y}\n"
        f"Autor: {article.author or 'N. N.'}\n\n{body(article)}"
    )


def labels_below_headline(article: Written) -> str:
    return f"{article.headline}\n\nMedium: {article.outlet}\nDatum: {article.day:%d.%m.%Y}\n\n{body(article)}\n\n{RULE}"


def labels_at_the_foot(article: Written) -> str:
    return f"{article.headline}\n\n{body(article)}\n\nMedium: {article.outlet}\nDatum: {article.day:%d.%m.%Y}"


def ruled(article: Written) -> str:
    source = f"{article.outlet}, {article.day:%d.%m.%Y}, S. {article.page or 1}"
    return f"{RULE}\n{source}\n{article.headline}\n\n{body(article)}"


def source_above(article: Written) -> str:
    return f"{article.outlet} vom {article.day:%d.%m.%Y}\n\n{article.headline}\n\n{body(article)}\n\n{RULE}"


def two_lines(article: Written) -> str:
    source = f"{article.outlet}\n{article.day:%d.%m.%Y}\nSeite {article.page or 1}"
    return f"{RULE}\n\n{source}\n\n{article.headline}\n\n{body(article)}"


def day_below_headline(article: Written) -> str:
    return f"{RULE}\n{article.headline}\n{article.day:%d.%m.%Y}\n\n{body(article)}"


@pytest.mark.parametrize(
    "form", [labels, labels_below_headline, labels_at_the_foot, ruled, source_above, two_lines, day_below_headline]
)
@pytest.mark.parametrize("count", [2, 40])
def test_heads_of_the_same_shape_divide_a_bundle(form: Callable[[Written], str], count: int) -> None:
    written = articles(count, seed=11)

    parts = divide(Extracted("\n\n".join(map(form, written))), "bundle.txt").parts

    assert [part.known["title"] for part in parts] == [article.headline for article in written]
    assert [part.known["published"] for part in parts] == [article.day.isoformat() for article in written]
    assert [words([part.text]) for part in parts] == [words([each.headline, *each.body]) for each in written]
    if form is not day_below_headline:
        assert [part.known["outlet"] for part in parts] == [article.outlet for article in written]


def test_a_press_review_is_divided_below_its_table_of_contents() -> None:
    written = [article._replace(page=n) for n, article in enumerate(articles(6, seed=2), 1)]
    contents = "\n".join(f"{each.outlet}: {each.headline} ....... {n}" for n, each in enumerate(written, 2))

    review = f"Pressespiegel\n22. November 2023\n\nInhalt\n\n{contents}\n\n" + "\n\n".join(map(ruled, written))
    parts = divide(Extracted(review), "pressespiegel.txt").parts

    assert [part.known["title"] for part in parts] == [article.headline for article in written]
    assert [part.known["page"] for part in parts] == [str(article.page) for article in written]


def test_without_blank_lines_the_line_below_the_head_is_the_headline() -> None:
    text = "\n".join(
        f"Musterzeitung vom 2{n}.11.2023, S. {n}\nScholz empfängt Meloni zum {n}. Mal\n"
        f"Der Kanzler hat am Mittwoch in Berlin Italiens Ministerpräsidentin empfangen.\n"
        "Beide unterzeichneten einen Aktionsplan, sagte ein Sprecher.\n"
        for n in range(1, 4)
    )

    parts = divide(Extracted(text), "bundle.txt").parts

    assert [part.known["title"] for part in parts] == [f"Scholz empfängt Meloni zum {n}. Mal" for n in (1, 2, 3)]


def test_a_headline_with_a_full_stop_leaves_the_others_divided() -> None:
    written = [
        article._replace(headline=f"{article.headline}.") if n == 7 else article
        for n, article in enumerate(articles(20, seed=9))
    ]
    for text in (
        exports.genios_text(written, values_below=True),
        exports.genios_labels(written),
        "\n\n".join(map(source_above, written)),
    ):
        parts = divide(Extracted(text), "bundle.txt").parts

        assert [part.known["title"] for part in parts] == [article.headline for article in written]


def test_an_article_without_a_body_takes_none_of_the_next() -> None:
    coded = [article._replace(body=()) if n == 1 else article for n, article in enumerate(articles(3, seed=9))]
    text = exports.factiva_codes(coded)

    parts = divide(Extracted(text), "bundle.txt").parts

    assert [part.known["title"] for part in parts] == [article.headline for article in coded]
