"""Bundles of 200 invented articles in each of the vendors' forms: every article, with what its head says of it."""

from collections.abc import Callable, Sequence

import pytest

from core.corpus.bundles import Division, divide, divide_html
from core.corpus.formats import Extracted, extract
from tests.core.corpus import samples
from tests.core.corpus.bundles import exports
from tests.core.corpus.bundles.press import Written, articles, words

Form = Callable[[Sequence[Written]], Division]


def of_text(text: str, file: str = "bundle.txt") -> Division:
    return divide(Extracted(text), file)


FORMS: dict[str, Form] = {
    "Nexis, numbered": lambda written: of_text(exports.nexis_text(written)),
    "Nexis, numbered, English": lambda written: of_text(exports.nexis_text(written, german=False)),
    "Nexis, closed, .docx": lambda written: divide(
        extract("docx", samples.word(*exports.nexis_paragraphs(written), title="Nexis"), None), "nexis.docx"
    ),
    "Nexis, closed, German": lambda written: of_text("\n\n".join(exports.nexis_paragraphs(written, german=True))),
    "Nexis, closed, a line each": lambda written: of_text("\n".join(exports.nexis_paragraphs(written))),
    "Nexis, closed, .rtf": lambda written: divide(
        extract("rtf", samples.rtf(*exports.nexis_paragraphs(written)), None), "nexis.rtf"
    ),
    "GENIOS": lambda written: of_text(exports.genios_text(written)),
    "GENIOS, values below labels": lambda written: of_text(exports.genios_text(written, values_below=True)),
    "GENIOS, labels above": lambda written: of_text(exports.genios_labels(written)),
    "GENIOS, page": lambda written: divide_html(exports.genios_page(written)),
    "Factiva": lambda written: of_text("\n\n".join(exports.factiva_lines(written))),
    "Factiva, English": lambda written: of_text("\n\n".join(exports.factiva_lines(written, german=False))),
    "Factiva, a line each": lambda written: of_text("\n".join(exports.factiva_lines(written))),
    "Factiva, .rtf": lambda written: divide(
        extract("rtf", samples.rtf(*exports.factiva_lines(written)), None), "factiva.rtf"
    ),
    "Factiva, codes": lambda written: of_text(exports.factiva_codes(written)),
    "Factiva, codes and one blank": lambda written: of_text(exports.factiva_codes(written, gap=" ")),
    "Factiva, codes and line breaks": lambda written: of_text(exports.factiva_codes(written, gap="\n")),
    "Factiva, page": lambda written: divide_html(exports.factiva_page(written)),
    "Factiva, page, English": lambda written: divide_html(exports.factiva_page(written, german=False)),
    "Factiva, page with codes": lambda written: divide_html(exports.factiva_table(written)),
}


def told(part: Extracted) -> dict[str, str]:
    return {key: value for key, value in part.known.items() if key not in ("language", "url")}


def written_down(article: Written) -> dict[str, str]:
    known = {
        "title": article.headline,
        "outlet": article.outlet,
        "author": article.author,
        "published": article.day.isoformat(),
        "page": str(article.page) if article.page else None,
    }
    return {key: value for key, value in known.items() if value}


@pytest.mark.parametrize("form", FORMS)
def test_every_article_of_a_bundle_comes_out_as_it_was_written(form: str) -> None:
    written = articles(200)

    division = FORMS[form](written)

    assert [told(part) for part in division.parts] == [written_down(article) for article in written]
    assert [words([part.text]) for part in division.parts] == [words([each.headline, *each.body]) for each in written]
    assert division.remark is None


@pytest.mark.parametrize("form", FORMS)
def test_a_single_article_is_one_part(form: str) -> None:
    (written,) = articles(1, seed=7)

    (part,) = FORMS[form]([written]).parts

    assert told(part) == written_down(written)


@pytest.mark.parametrize("form", FORMS)
def test_an_article_that_is_added_leaves_the_others_as_they_are(form: str) -> None:
    first, *others = articles(40, seed=3)

    parts = FORMS[form](others).parts
    with_one_more = FORMS[form]([others[0], first, *others[1:]]).parts

    assert len(with_one_more) == len(parts) + 1
    assert {part.text for part in parts} < {part.text for part in with_one_more}


@pytest.mark.parametrize("form", FORMS)
def test_the_headline_is_the_first_line_and_the_body_stands_below_a_blank_one(form: str) -> None:
    for part in FORMS[form](articles(20, seed=5)).parts:
        headline, blank, *body = part.text.split("\n")

        assert headline == part.known["title"]
        assert blank == ""
        assert body[0]
