"""Bundles printed to PDF, a page number on each page, words broken to lines."""

import textwrap
from collections.abc import Sequence

import pytest

from core.corpus.bundles import divide
from core.corpus.formats import extract
from tests.core.corpus import samples
from tests.core.corpus.bundles import exports
from tests.core.corpus.bundles.press import articles

_LINES = 45


def printed(paragraphs: Sequence[str], number: str) -> bytes:
    lines = [line for paragraph in paragraphs for line in (*textwrap.wrap(paragraph, 85), "")]
    starts = range(0, len(lines), _LINES)
    return samples.pdf(
        *([*lines[start : start + _LINES], "", number.format(n, len(starts))] for n, start in enumerate(starts, 1))
    )


@pytest.mark.slow
@pytest.mark.parametrize("vendor", ["Nexis", "GENIOS", "Factiva"])
def test_every_article_comes_out_with_its_head(vendor: str) -> None:
    written = [
        article._replace(headline=article.headline.replace("Šimić", "Simic")) for article in articles(200, seed=4)
    ]
    paragraphs, number = {
        "Nexis": (exports.nexis_paragraphs(written), "Page {} of {}"),
        "GENIOS": ([*exports.genios_text(written).split("\n")], "Seite {} von {}"),
        "Factiva": (exports.factiva_lines(written), "Page {} of {} © 2024 Factiva, Inc. All rights reserved."),
    }[vendor]

    parts = divide(extract("pdf", printed(paragraphs, number), None), "bundle.pdf").parts

    assert [part.known["published"] for part in parts] == [article.day.isoformat() for article in written]
    assert [part.known["outlet"] for part in parts] == [article.outlet for article in written]
    assert [part.known["title"] for part in parts] == [article.headline for article in written]
