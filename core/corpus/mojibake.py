"""Mojibake: a text in UTF-8 that was read in another encoding and saved so, `fÃ¼r` for `für`."""

import re
from contextlib import suppress
from typing import NamedTuple

from core.corpus.lines import printable
from core.messages import Message

_SIGNS = re.compile("[ÃÄÅÂ][\x80-¿Œœ€‚ƒ„…†‡ˆ‰Š‹ŽžŸ‘’“”•–—˜™š›\ufffd]|â(?:\x80|€|‚¬)|├[╝ñÂƒ]|ÔÇ|√[º§∂ü]")
"""What a letter beyond ASCII of German, French or Turkish, or a quotation mark, becomes."""
_PLAIN = re.compile("Ã[\x80-¿Ÿœž„–\ufffd]|[ÄÅ][Ÿ±]|â(?:\x80|€)|├[╝ñÂƒ]|√[º§∂ü]")
"""Those of them that nobody writes."""
_READ_IN = ("sloppy-windows-1252", "cp850", "cp437")  # ftfy's name for Windows' encoding with what it leaves open
_AROUND = 20  # characters of a word on either side of such signs


class Mended(NamedTuple):
    """A text, and what was done to it or is the matter with it; None where it is as it was and all is well."""

    text: str
    remark: Message | None = None


def mended(text: str) -> Mended:
    """A text with its mojibake undone as far as that loses nothing; what is left of it is warned of."""
    broken = _SIGNS.search(text)
    if broken is None:
        return Mended(text)
    repaired = _repaired(text)
    if left := _PLAIN.search(repaired):
        return Mended(
            repaired,
            Message(
                "has signs of a wrong encoding (`{word}`) that cannot be mended; save it anew from its source",
                word=_word(left),
            ),
        )
    if repaired == text:
        return Mended(text)
    return Mended(
        repaired,
        Message(
            "had been saved with signs of a wrong encoding (`{word}`), which are mended; if words look wrong, save it"
            " anew from its source",
            word=_word(broken),
        ),
    )


def _repaired(text: str) -> str:
    from ftfy import TextFixerConfig, fix_encoding  # takes a sixth of a second

    for encoding in _READ_IN:
        with suppress(UnicodeError):
            return text.encode(encoding).decode("utf-8")
    # The other repairs guess what was lost.
    return fix_encoding(
        text, TextFixerConfig(restore_byte_a0=False, replace_lossy_sequences=False, fix_c1_controls=False)
    )


def _word(signs: re.Match[str]) -> str:
    """The word around some signs."""
    before = signs.string[max(0, signs.start() - _AROUND) : signs.start()].split(" ")[-1]
    behind = signs.string[signs.end() : signs.end() + _AROUND].split(" ")[0]
    return printable("".join((before + signs[0] + behind).split()))
