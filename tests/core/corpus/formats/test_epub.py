import pytest

from core.corpus.formats.epub import unpack
from core.corpus.unreadable import UnreadableError
from tests.core.corpus.holders import book, zipped
from tests.core.corpus.samples import GERMAN, MORE

CHAPTER = f"<h1>Größe</h1><p>{GERMAN}</p><p>{MORE}</p><p>{GERMAN}</p><p>{MORE}</p>"


def test_chapter_with_enough_text_is_a_text() -> None:
    chapters = ("<p>Impressum</p>", CHAPTER, f"<div>{GERMAN * 5}</div>")
    first, second = unpack(book(*chapters, title="Monat", creator="Erika", language="de", date="2024"), None)
    of_book = {"outlet": "Monat", "author": "Erika", "language": "de", "published": "2024"}
    assert first.text == "\n\n".join(["Größe", GERMAN, MORE, GERMAN, MORE])
    assert first.known == {**of_book, "title": "Größe"}
    assert (second.text, second.known) == (GERMAN * 5, of_book)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"PKxx", "is no book"),
        (zipped({"a": "b"}), "is no book"),
        (zipped({"META-INF/container.xml": "<a/>"}), "is no book"),
        (zipped({"META-INF/container.xml": '<a><rootfile full-path="../../etc/passwd"/></a>'}), "is no book"),
        (book("<p>kurz</p>"), "has no chapter with enough text"),
        (book(), "has no chapter with enough text"),
        (book("<p>" + " " * 30_000_000), "unpacks to more"),
    ],
)
def test_other_files_are_unreadable(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableError) as error:
        unpack(data, None)
    assert str(error.value).startswith(message)
