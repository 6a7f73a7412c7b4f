"""A folder with a bundle of 200 articles in each kind of file that each vendor gives out."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from core.corpus import read
from tests.core.corpus import samples
from tests.core.corpus.bundles import exports
from tests.core.corpus.bundles.press import Written, articles
from tests.core.corpus.bundles.test_pdf import printed

FILES: dict[str, Callable[[Sequence[Written]], bytes]] = {
    "nexis.docx": lambda written: samples.word(*exports.nexis_paragraphs(written), title="Nexis"),
    "nexis.rtf": lambda written: samples.rtf(*exports.nexis_paragraphs(written)),
    "nexis.txt": lambda written: exports.nexis_text(written).encode("utf-8-sig"),
    "nexis.pdf": lambda written: printed(exports.nexis_paragraphs(written), "Page {} of {}"),
    "genios.txt": lambda written: exports.genios_text(written).encode(),
    "genios.html": lambda written: exports.genios_page(written).encode(),
    "genios.pdf": lambda written: printed(exports.genios_text(written).split("\n"), "Seite {} von {}"),
    "factiva.html": lambda written: exports.factiva_page(written).encode(),
    "factiva.rtf": lambda written: samples.rtf(*exports.factiva_lines(written)),
    "factiva.txt": lambda written: exports.factiva_codes(written).encode("utf-16"),
}


@pytest.mark.slow
@pytest.mark.parametrize("file", FILES)
def test_every_article_is_a_document_with_what_its_head_says(file: str, tmp_path: Path) -> None:
    # None of the signs that the type of the PDF has not.
    written = [article._replace(headline=article.headline.replace("Šimić", "Simic")) for article in articles(200)]
    (tmp_path / file).write_bytes(FILES[file](written))

    corpus = read(tmp_path)

    assert corpus.notices == ()
    told = [(one.title, one.outlet, one.author, one.published, one.page) for one in corpus.documents]
    assert told == [
        (each.headline, each.outlet, each.author, each.day.isoformat(), str(each.page) if each.page else None)
        for each in written
    ]
    assert {one.bundle for one in corpus.documents} == {file}
    assert {one.language for one in corpus.documents} == {"de"}
