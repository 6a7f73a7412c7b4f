"""Links to the very words of a page."""

from urllib.parse import unquote, urlsplit

import pytest

from core.handouts.links import to_words

LONG = (
    "Am Montag reiste der Minister mit einer großen Delegation nach Wien,"
    " wo er Gespräche über Handel, Verkehr und Energie führte."
)


@pytest.mark.parametrize(
    ("url", "words", "link"),
    [
        ("https://e.org/a", "in Wien", "https://e.org/a#:~:text=in%20Wien"),
        ("https://e.org/a#b", "in Wien", "https://e.org/a#b:~:text=in%20Wien"),
        ("https://e.org/a", "NATO-Gipfel, 2 & 3", "https://e.org/a#:~:text=NATO%2DGipfel%2C%202%20%26%203"),
        ("https://e.org/a", LONG, "https://e.org/a#:~:text=Am%20Montag%20reiste%20der%20Minister,"),
    ],
)
def test_the_words_stand_behind_the_address(url: str, words: str, link: str) -> None:
    assert to_words(url, words).startswith(link)


def test_a_long_quote_is_named_by_its_first_and_last_words() -> None:
    first, last = urlsplit(to_words("https://e.org/a", LONG)).fragment.removeprefix(":~:text=").split(",")
    assert LONG.startswith(unquote(first))
    assert LONG.endswith(unquote(last))
