"""Links to the very words of a page: its address with a text fragment, as browsers know them (WICG)."""

from urllib.parse import quote, urlsplit

_WHOLE = 120
"""A quote of more letters is named by its first and its last words: it may go over several paragraphs."""
_WORDS = 5


def to_words(url: str, words: str) -> str:
    """The address that opens a page at some words of it, which browsers then mark.

    Args:
        url: of the page, http or https.
        words: what stands there.
    """
    said = words.split()
    whole = " ".join(said)
    several = "\n" in words.strip() or len(whole) > _WHOLE
    if several and len(said) > 2 * _WORDS:
        text = f"{_encoded(said[:_WORDS])},{_encoded(said[-_WORDS:])}"
    else:
        text = _encoded(said)
    return f"{url}{'' if urlsplit(url).fragment else '#'}:~:text={text}"


def _encoded(words: list[str]) -> str:
    """Words in an address; `-`, `,` and `&` mean something in a text fragment."""
    return quote(" ".join(words), safe="").replace("-", "%2D")
