import pytest

from core.corpus.formats import BY_SUFFIX
from core.corpus.refused import _CONVERT, reason


@pytest.mark.parametrize(
    ("name", "how"),
    [("a.doc", "save it as .docx"), ("b.PAGES", "export it from Pages"), ("c.TIFF", "run OCR"), ("d.rar", "as .zip")],
)
def test_reason_says_how_to_convert(name: str, how: str) -> None:
    assert how in reason(name)


@pytest.mark.parametrize("name", ["a.txt.bak", "b", "c.exe"])
def test_other_kinds_are_told_what_is_read(name: str) -> None:
    assert reason(name).startswith("is none of the kinds that are read (.txt, .md, .html, ")


def test_no_kind_is_read_and_refused() -> None:
    assert not _CONVERT.keys() & BY_SUFFIX.keys()
