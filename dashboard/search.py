"""Search that forgives: umlauts spelled either way, case, accents, endings, and the order of words."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import simplemma

_WORD = re.compile(r"[^\W_]+")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


class Term(NamedTuple):
    """What a word is found by: its folded form and its folded German lemma."""

    form: str
    lemma: str


class Index:
    """Tells which of some things have a word. Building it reads all their texts once; a question takes milliseconds."""

    def __init__(self, size: int, texts: Iterable[tuple[int, str]]) -> None:
        """Index the things 0 to `size` - 1 by texts, each with the thing it belongs to."""
        known: dict[str, int] = {}
        said: list[int] = []
        owners: list[int] = []
        for owner, text in texts:
            inside = {known.setdefault(word, len(known)) for word in words(text)}
            said.extend(inside)
            owners.extend([owner] * len(inside))
        self._size = size
        self._words = np.array(said, dtype=np.int64)
        self._owners = np.array(owners, dtype=np.int64)
        self._terms = [term(word) for word in known]

    def having(self, word: str) -> np.ndarray:
        """Whether each thing has a word that `fits` the given one."""
        asked = term(word)
        fitting = np.fromiter((fits(one, asked) for one in self._terms), dtype=bool, count=len(self._terms))
        found = np.zeros(self._size, dtype=bool)
        found[self._owners[fitting[self._words]]] = True
        return found


def places(text: str, query: str) -> Iterator[tuple[int, int]]:
    """Where in a text (start, end) the words of a query stand, each by itself."""
    asked = [term(word) for word in words(query)]
    for found in _WORD.finditer(text) if asked else ():
        word = term(found.group())
        if any(fits(word, one) for one in asked):
            yield found.span()


def fits(word: Term, asked: Term) -> bool:
    """Whether a word begins with what is asked for, or is a form of the same lemma."""
    return word.form.startswith(asked.form) or word.lemma == asked.lemma


def words(text: str) -> list[str]:
    """The words of a text: runs of letters and digits."""
    return _WORD.findall(text)


@lru_cache(maxsize=400_000)
def term(word: str) -> Term:
    """What a word is found by."""
    form = fold(word)
    return Term(form, fold(simplemma.lemmatize(word, lang="de")) if word.isalpha() else form)


def fold(text: str) -> str:
    """The text without case, accents and the two spellings of an umlaut: `Müller`, `Mueller`, `MULLER` -> `muller`.

    Other words with `ae`, `oe`, `ue` are folded as well (`neue` -> `nue`), on both sides of every comparison alike.
    """
    spelled = unicodedata.normalize("NFKC", text).casefold().translate(_UMLAUTS)
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", spelled) if not unicodedata.combining(letter))
    return plain.replace("ae", "a").replace("oe", "o").replace("ue", "u")
