"""States by their codes, and what has a name in two languages."""

import pytest

from dashboard.words.i18n import as_spoken, called, language, speaking
from dashboard.words.labels import country_label, organisation_label


@pytest.mark.parametrize(
    ("code", "german", "english"),
    [
        ("JPN", "Japan", "Japan"),
        ("NOR", "Norwegen", "Norway"),
        ("CIV", "Elfenbeinküste", "Ivory Coast"),
        ("TUR", "Türkei", "Turkey"),
        ("ZZZ", "ZZZ", "ZZZ"),
    ],
)
def test_a_code_reads_as_the_state_that_it_stands_for(code: str, german: str, english: str) -> None:
    for spoken, expected in (("de", german), ("en", english)):
        with speaking(spoken):
            assert country_label(code) == expected


def test_an_organisation_that_no_text_names_reads_as_the_vocabulary_calls_it() -> None:
    with speaking("en"):
        named = [organisation_label(one) for one in ("five-eyes", "united-nations", "no-such-body")]
    assert named == ["Five Eyes", "United Nations", "no-such-body"]


def test_what_has_no_english_name_keeps_the_german_one() -> None:
    with speaking("en"):
        assert [called("Ostsee", "Baltic Sea"), called("Hafenstadt", None)] == ["Baltic Sea", "Hafenstadt"]
    with speaking("de"):
        assert called("Ostsee", "Baltic Sea") == "Ostsee"


def test_what_is_made_later_speaks_the_language_that_it_was_asked_for_in() -> None:
    with speaking("de"):
        made = as_spoken(language)
    with speaking("en"):
        assert made() == "de"
