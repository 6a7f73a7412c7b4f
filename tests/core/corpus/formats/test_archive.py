import zipfile
from collections.abc import Callable

import pytest

from core.corpus.formats import LARGEST, Enclosed
from core.corpus.formats.archive import unpack
from core.corpus.unreadable import UnreadableError
from tests.core.corpus.holders import zipped


def test_files_are_given_with_their_folders() -> None:
    files = {
        "a.txt": b"A",
        "Größe/b.PDF": b"B",
        "__MACOSX/._a.txt": b"x",
        ".DS_Store": b"x",
        "c/Thumbs.db": b"x",
        "d/": b"",
    }
    assert unpack(zipped(files), None) == [Enclosed("a.txt", b"A"), Enclosed("Größe/b.PDF", b"B")]


def test_file_of_a_kind_that_is_not_read_is_named_and_not_unpacked() -> None:
    assert unpack(zipped({"film.mp4": b"\0" * 50_000_000}), None) == [Enclosed("film.mp4", b"")]


def test_names_in_unicode_are_read_where_the_archive_does_not_say_so() -> None:
    data = zipped({"Groesse1.txt": b"A"})
    assert unpack(data.replace(b"Groesse1", "Größe1".encode()), None)[0].name == "Größe1.txt"
    assert unpack(data.replace(b"Groesse1", "Größen1.".encode("cp437")), None)[0].name == "Größen1..txt"


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: b"PKxx", "is no zip archive"),
        (bytes, "is no zip archive"),
        (lambda: zipped({}), "is an empty zip archive"),
        (lambda: zipped({"a.txt": b"\0" * 20_000_000}), "unpacks to more than articles can hold"),
        (lambda: zipped({f"{n}.txt": b"" for n in range(20_001)}), "holds more than 20000 files"),
        (lambda: zipped({"a.txt": b"abc" * 99})[:-30], "is no zip archive"),
    ],
    ids=["other bytes", "nothing", "empty", "bomb", "many files", "cut off"],
)
def test_other_archives_are_unreadable(make: Callable[[], bytes], message: str) -> None:
    with pytest.raises(UnreadableError) as error:
        unpack(make(), None)
    assert str(error.value).startswith(message)


def test_encrypted_archive_is_unreadable() -> None:
    data = bytearray(zipped({"a.txt": b"A"}))
    data[data.index(b"PK\1\2") + 8] |= 1
    with pytest.raises(UnreadableError, match="encrypted"):
        unpack(bytes(data), None)


def test_file_that_says_it_is_smaller_than_it_is_gives_no_more_than_is_allowed() -> None:
    data = bytearray(zipped({"a.txt": b"ab" * LARGEST}, zipfile.ZIP_DEFLATED))
    at = data.index(b"PK\1\2") + 24
    data[at : at + 4] = (100).to_bytes(4, "little")
    try:
        [file] = unpack(bytes(data), None)
    except UnreadableError:
        return
    assert len(file.data) <= LARGEST + 1
