"""Texts that are one article, whatever they look like."""

from pathlib import Path

import pytest

from core.corpus.bundles import Division, divide, divide_html, may_be_bundle
from core.corpus.formats import Extracted
from tests.core.corpus import samples
from tests.core.corpus.bundles import exports
from tests.core.corpus.bundles.press import articles

P = "Der Kanzler hat am Mittwoch in Berlin die Ministerpräsidentin empfangen. Beide sprachen über den Haushalt."

TEXTS = {
    "chronology": "\n\n".join(f"{day}. Februar 2022\n\nTag {day} des Krieges\n\n{P}" for day in range(20, 28)),
    "chronology with rules": "\n\n".join(f"{'-' * 20}\n{day}. Februar 2022\nTag {day}\n\n{P}" for day in range(20, 28)),
    "chronology with places": "\n\n".join(f"Berlin, {day}. Februar 2022\n\nTag {day}\n\n{P}" for day in range(20, 28)),
    "live blog": "\n\n".join(f"+++ {hour}.15 Uhr: Scholz reist ab +++\n\n{P}" for hour in range(8, 20)),
    "live blog with days": "\n\n".join(
        f"* * * * *\n\nMontag, {n}. März 2024\n\n10.15 Uhr: Lage ruhig\n\n{P}" for n in range(1, 9)
    ),
    "interview": "\n\n".join(f"Frage: Was geschah am 2{n}.11.2023?\n\nAntwort: {P}" for n in range(8)),
    "reading list": f"{P}\n\n{P}\n\n" + "\n".join(f"Musterzeitung, 2{n}.11.2023, S. {n}" for n in range(1, 9)),
    "captions": "\n\n".join(f"{P}\n\nFoto: Musterbild, 2{n}.11.2023\n\nQuelle: dpa" for n in range(8)),
    "sections": "\n\n".join(f"{'#' * 12}\n\nTeil {n}: Der Haushalt\n\n{P}" for n in range(8)),
    "calendar": "\n\n".join(f"Datum: 2{n}.11.2023\nOrt: Berlin\nThema: Haushalt" for n in range(8)),
    "quoted papers": "\n\n".join(
        f"Die Musterzeitung (Berlin) schreibt am 2{n}. November 2023:\n\n{P}" for n in range(8)
    ),
    "letters": "\n\n".join(f"{P}\n\nEva Beispiel, Köln, 2{n}.11.2023" for n in range(8)),
    "words of vendors": f"Länge: 12 Wörter\n\nBody\n\n{P}\n\nEnd of Document, sagte er.\n\nDocument eins\n\nHD TV",
}


@pytest.mark.parametrize("text", TEXTS)
def test_one_article_is_not_divided(text: str) -> None:
    assert divide(Extracted(TEXTS[text]), "article.txt") == Division(())


def test_a_news_page_is_none_of_a_vendor() -> None:
    teasers = "".join(f"<h2>Titel {n}</h2><p>Musterzeitung, 2{n}.11.2023</p><p>{P}</p>" for n in range(1, 9))

    assert divide_html(samples.html(P, P).replace("</article>", f"</article>{teasers}")) == Division(())
    assert divide(Extracted(f"Titel\n\n{P}"), "page.html") == Division(())


@pytest.mark.parametrize("nothing", ["", "\n", " \n\t\n", "<", "<html>", "\0"])
def test_nothing_is_nothing(nothing: str) -> None:
    assert divide(Extracted(nothing), "a.txt") == Division(())
    assert divide_html(nothing) == Division(())


def test_ordinary_texts_are_told_by_their_bytes() -> None:
    assert not may_be_bundle(f"Scholz empfängt Meloni\n\n{P}\n\n{P}".encode(), ".txt")
    assert not may_be_bundle(samples.html(P).encode(), ".html")


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16"])
@pytest.mark.parametrize("count", [1, 3])
def test_bundles_are_told_by_their_bytes_in_any_encoding(encoding: str, count: int) -> None:
    written = [article._replace(headline="Titel") for article in articles(count)]
    for text in (exports.nexis_text(written), exports.genios_text(written), exports.factiva_codes(written)):
        assert may_be_bundle(text.replace("Šimić", "Simic").encode(encoding), ".txt")
    assert may_be_bundle(exports.factiva_page(written).replace("Šimić", "Simic").encode(encoding), ".html")
    assert may_be_bundle(exports.genios_page(written).replace("Šimić", "Simic").encode(encoding), ".HTML")


@pytest.mark.parametrize("suffix", [".docx", ".rtf", ".pdf", ".odt"])
def test_packed_text_may_be_a_bundle(suffix: str) -> None:
    assert may_be_bundle(b"PK", suffix)


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        (f"{P}\n\nEnd of Document\n\n" * 3, "3 lines such as “End of Document”"),
        (f"{P}\n\nDokumentnummer: A1\n\n{P}\n\nDokumentnummer: A2", "2 lines such as “Dokumentnummer: A1”"),
        (f"ots: Verein: Aufruf\n\n{P}\n\n###\n\nots: Amt: Absage\n\n{P}\n\n###", "2 lines such as “###”"),
        (
            f"{P}\n\nMusterzeitung, 22.11.2023, S. 5\n\n{P} {P} {P} {P} {P}\n\n" * 3,
            "3 lines such as “Musterzeitung, 22",
        ),
    ],
)
def test_a_bundle_that_cannot_be_divided_is_told_of(text: str, sign: str) -> None:
    division = divide(Extracted(text), "bundle.txt")

    assert not division.parts
    assert division.remark is not None
    assert division.remark.startswith(f"looks like several articles ({sign}")
    assert "\n" not in division.remark


def test_the_seeds_are_articles() -> None:
    seeds = list(Path("seeds").rglob("*.txt"))

    assert seeds
    assert {divide(Extracted(seed.read_text(encoding="utf-8")), seed.name) for seed in seeds} == {Division(())}
