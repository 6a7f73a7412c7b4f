"""What a build would read of each file, without building."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.preview import Preview, as_lines, preview
from tests.core.corpus.bundled import article, bundle, divided
from tests.core.corpus.samples import GERMAN, MORE, packed

VISIT = "Emmanuel Macron besuchte am 3. Mai 2021 Wien."


@pytest.fixture(autouse=True)
def dividing() -> Iterator[None]:
    with divided():
        yield


def of(folder: Path, **files: bytes) -> dict[str, Preview]:
    for name, data in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    return {one.file: one for one in preview(folder)}


def test_every_file_is_there_with_what_is_read_of_it(tmp_path: Path) -> None:
    first, second = article(GERMAN, title="Abkommen", published="2021-05-03", author="Jo Roe"), article(MORE)
    previews = of(
        tmp_path,
        a_txt=bundle(first, second, first),
        b__c_txt=VISIT.encode(),
        d_png=b"x",
        e_txt=b"",
        f_zip=packed({"g.txt": GERMAN.encode(), "h.txt": b""}),
    )
    assert list(previews) == ["a.txt", "b/c.txt", "d.png", "e.txt", "f.zip"]
    assert [len(one.documents) for one in previews.values()] == [2, 1, 0, 0, 1]
    assert [len(one.warnings) for one in previews.values()] == [1, 0, 1, 1, 1]
    text = previews["a.txt"].documents[0]
    assert (text.title, text.author, text.bundle) == ("Abkommen", "Jo Roe", "a.txt")
    assert (text.published, text.published_basis, text.published_evidence) == (
        "2021-05-03",
        "metadata",
        "given in a.txt",
    )
    assert text.n_words == len(GERMAN.split())
    assert previews["f.zip"].documents[0].file == "f.zip/g.txt"


def test_a_day_that_is_not_given_is_inferred_as_in_a_build(tmp_path: Path) -> None:
    said = f"Veröffentlicht am 4. Mai 2021\n\n{VISIT}"
    (text,) = of(tmp_path, a_txt=said.encode())["a.txt"].documents
    assert text.published == "2021-05-04"
    assert text.published_basis == "inferred"
    assert text.published_evidence


def test_a_folder_in_which_nothing_can_be_read_is_shown_with_the_reasons(tmp_path: Path) -> None:
    previews = of(tmp_path, a_txt=b"")
    assert list(as_lines(previews["a.txt"])) == [
        "a.txt: left out",
        "  Warning: a.txt: is empty; left out, fill or remove it",
    ]


def test_a_line_says_what_is_known_of_a_document(tmp_path: Path) -> None:
    previews = of(tmp_path, a_txt=bundle(article(GERMAN, title="T", outlet="Bote", published="2021"), article(MORE)))
    _, first, second = as_lines(previews["a.txt"])
    assert first.endswith(": T; Bote; 2021 (metadata: given in a.txt); 14 words")
    assert "; no day (unknown: " in second
