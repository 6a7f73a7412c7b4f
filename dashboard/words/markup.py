"""Foreign text inside Streamlit's Markdown: shown as it stands, nothing in it is markup."""

import re

_SIGNS = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:&^=\"'/@])")
_SHORTCODE = re.compile(r":(?=[\w+-]+(?:/[\w+-]+)?:)")
_ZERO_WIDTH_NON_JOINER = "\u200c"


def plain(text: str) -> str:
    """The text with everything escaped that Markdown or Streamlit's directives would read as markup.

    Emoji and icon codes (`:smile:`) are replaced after escapes are gone; an invisible sign behind the first colon
    keeps them as text. Line breaks become spaces: the result stays inside its paragraph, list item or quote.
    """
    text = _SHORTCODE.sub(":" + _ZERO_WIDTH_NON_JOINER, " ".join(text.split()))
    return _SIGNS.sub(r"\\\1", text)


def code(text: str) -> str:
    """The text as it may stand between Markdown's marks of code, in which only these marks mean something."""
    return " ".join(text.split()).replace("`", "ˋ")
