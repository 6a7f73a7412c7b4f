"""States by their codes, what has a name in two languages, and colours."""

import tomllib
from pathlib import Path

import pytest

from dashboard.words.i18n import as_spoken, called, language, speaking
from dashboard.words.labels import (
    NODES,
    SIGN_COLOURS,
    country_label,
    known_types,
    organisation_label,
    type_colour,
)

THEME = tomllib.loads((Path(__file__).parents[3] / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
COLOURS: dict[str, str] = {
    **{kind: type_colour(kind) for kind in known_types()},
    **{str(sign): colour for sign, colour in SIGN_COLOURS.items()},
    **{str(kind): node.colour for kind, node in NODES.items()},
}


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


def light(colour: str) -> float:
    """The relative luminance of a colour, as WCAG counts it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(("what", "colour"), COLOURS.items())
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_colour_stands_out_from_the_background(scheme: str, what: str, colour: str) -> None:
    dim, bright = sorted((light(colour), light(THEME[scheme]["backgroundColor"])))
    contrast = (bright + 0.05) / (dim + 0.05)
    assert contrast >= 3, (
        f"{what}: {colour} is too {'bright' if scheme == 'light' else 'dark'}; see dashboard/words/labels.py"
    )
