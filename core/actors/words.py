"""Words as they are compared: spelling folded, endings cut, compounds taken apart at their hyphens."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from core.model import Token

_GERMAN = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "’": "'", "‘": "'", "ı": "i", "ł": "l", "ø": "o", "đ": "d"}
)
_ENDINGS = ("en", "em", "er", "e", "n")
_SHORTEST_STEM = 4


class Part(NamedTuple):
    """A word of the text, or one link of a word with hyphens; `token` is the index of its token."""

    start: int
    end: int
    text: str
    token: int
    ends_token: bool


@lru_cache(200_000)
def fold(word: str) -> str:
    """A word in small letters, without accents, umlauts written out: `Erdoğan` -> `erdogan`, `Müller` -> `mueller`."""
    word = word.lower()
    if word.isascii():
        return word
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", word).translate(_GERMAN))
    return "".join(char for char in plain if not unicodedata.combining(char))


@lru_cache(200_000)
def stem(word: str) -> str:
    """The folded word without an ending of declension: `Vereinten`, `Vereinte` -> `vereint`; `Serbiens` -> `serbi`."""
    folded = fold(word)
    if folded.endswith("s") and not folded.endswith("ss") and len(folded) > _SHORTEST_STEM:
        folded = folded[:-1].removesuffix("'")
    for ending in _ENDINGS:
        if folded.endswith(ending) and len(folded) - len(ending) >= _SHORTEST_STEM:
            return folded[: -len(ending)]
    return folded


@lru_cache(50_000)
def loose(name: str) -> str:
    """A surname as it is compared between transliterations: `Kischida`, `Kishida`; `Satō`, `Satou`, `Sato`."""
    return fold(name).replace("sch", "sh").replace("ou", "o").replace("uu", "u").replace("-", "")


def slug(name: str) -> str:
    """An id from a name: `Gerhard Schröder` -> `gerhard-schroeder`."""
    return re.sub(r"[^a-z0-9]+", "-", fold(name).replace("'", "")).strip("-")


def split_name(name: str) -> list[str]:
    """The words of a name, taken apart at blanks and hyphens as the text is."""
    return [word for word in re.split(r"[\s-]+", name) if word]


def first_word(name: str) -> str:
    """The first of the words of a name."""
    word = name.split(None, 1)[0]
    return word.lstrip("-").partition("-")[0] if "-" in word else word


def parts(tokens: Sequence[Token]) -> Iterator[Part]:
    """The words of a sentence, those with hyphens taken apart."""
    for i, token in enumerate(tokens):
        text = token.text
        if "-" not in text or len(text) == 1:
            yield Part(token.start, token.end, text, i, True)
            continue
        pieces = [(m.start(), m.end()) for m in re.finditer(r"[^-]+", text)]
        for n, (begin, end) in enumerate(pieces):
            yield Part(token.start + begin, token.start + end, text[begin:end], i, n == len(pieces) - 1)


def without_genitive(word: str) -> str:
    """A name without the ending of a genitive: `Ruttes` -> `Rutte`, `Rutte’s` -> `Rutte`; others unchanged."""
    for ending in ("’s", "'s", "’", "'", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)]
    return word
