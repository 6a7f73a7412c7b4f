import pytest

from core.quotations.marks import quoted


@pytest.mark.parametrize(
    "stretch",
    [
        "„ja gut“",
        "„ja gut”",
        '„ja gut"',
        "“ja gut”",
        "»ja gut«",
        "«ja gut»",
        '"ja gut"',
        "„sagt ‚ja‘ dazu“",
        "„ja\ngut“",
    ],
)
def test_every_kind_of_mark(stretch: str) -> None:
    text = f"Er sagte {stretch} dazu."
    assert [text[start:end] for start, end in quoted(text)] == [stretch]


@pytest.mark.parametrize("text", ["„nie geschlossen", "„“", "ohne Marken", "„über einen\n\nAbsatz hinaus“"])
def test_no_stretch(text: str) -> None:
    assert list(quoted(text)) == []


def test_a_mark_that_nothing_closes_does_not_swallow_the_next() -> None:
    text = "„offen und „zu Ende“ gesagt"
    assert [text[start:end] for start, end in quoted(text)] == ["„zu Ende“"]
