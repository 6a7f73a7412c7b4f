import pytest

from core.german.sentences import split
from core.german.tokens import pieces


def sentences(text: str) -> list[str]:
    return [text[group[0].start : group[-1].end] for group in split(list(pieces(text)))]


@pytest.mark.parametrize(
    "expected",
    [
        ["Der Minister kam am 9. Mai an.", "Er blieb bis zum 11. Mai."],
        ["Das war 2021.", "Danach kam nichts."],
        ["Sie kam am 8.", "Der Rat tagte bis zum 9."],
        ["Sie sagte: „Wir kommen.", "Wir gehen.“", "Dann ging sie."],
        ["Kommt er?", "Nein!", "Doch."],
        ["Dr. Meier sprach z.B. über die EU."],
    ],
)
def test_sentences_end_where_a_reader_ends_them(expected: list[str]) -> None:
    assert sentences(" ".join(expected)) == expected


def test_a_colon_keeps_what_is_said_with_who_says_it() -> None:
    assert sentences("Die Ministerin sagte: „Wir liefern.“") == ["Die Ministerin sagte: „Wir liefern.“"]


def test_no_tokens_are_no_sentences() -> None:
    assert sentences("") == []
