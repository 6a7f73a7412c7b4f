"""Search that forgives: umlauts spelled either way, case, accents, endings, and the order of words."""

import re
import unicodedata
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

import numpy as np

_UNSEEN = "\u00ad\u200b-\u200d\u2060\ufeff"  # soft hyphens and zero-width signs
_WORD = re.compile(rf"[^\W_](?:[{_UNSEEN}]*[^\W_]|[\u0300-\u036f])*")
_NOT_SEEN = re.compile(f"[{_UNSEEN}]")
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
        said, owners = array("i"), array("i")
        for owner, text in texts:
            inside = {known.setdefault(word, len(known)) for word in words(text)}
            said.extend(inside)
            owners.extend([owner] * len(inside))
        self._size = size
        by_word = np.argsort(said, kind="stable")
        self._owners = np.array(owners, dtype=np.int32)[by_word]
        self._begins = np.searchsorted(np.array(said, dtype=np.int32)[by_word], np.arange(len(known) + 1))
        terms = [term(word) for word in known]
        by_form = sorted(range(len(terms)), key=lambda number: terms[number].form)
        self._forms = [terms[number].form for number in by_form]
        self._by_form = by_form
        self._by_lemma: defaultdict[str, list[int]] = defaultdict(list)
        for number, one in enumerate(terms):
            self._by_lemma[one.lemma].append(number)

    def having(self, word: str) -> np.ndarray:
        """Whether each thing has a word that `fits` the given one."""
        asked = term(word)
        first, last = bisect_left(self._forms, asked.form), bisect_left(self._forms, asked.form + _LAST)
        mask = np.zeros(self._size, dtype=bool)
        for number in {*self._by_form[first:last], *self._by_lemma.get(asked.lemma, ())}:
            mask[self._owners[self._begins[number] : self._begins[number + 1]]] = True
        return mask


_LAST = "\U0010ffff"
"""A sign that stands behind all others and in no word."""


def occurrences(text: str, query: str) -> Iterator[tuple[int, int]]:
    """Where in a text (start, end) the words of a query stand, each by itself."""
    asked = [term(word) for word in words(query)]
    for match in _WORD.finditer(text) if asked else ():
        word = term(match.group())
        if any(fits(word, one) for one in asked):
            yield match.span()


def fits(word: Term, asked: Term) -> bool:
    """Whether a word begins with what is asked for, or is a form of the same lemma."""
    return word.form.startswith(asked.form) or word.lemma == asked.lemma


def words(text: str) -> list[str]:
    """The words of a text: runs of letters and digits, whatever unseen signs stand between them."""
    return _WORD.findall(text)


@lru_cache(maxsize=400_000)
def term(word: str) -> Term:
    """What a word is found by."""
    import simplemma  # takes a quarter of a second; the first page does without

    form = fold(word)
    word = unicodedata.normalize("NFC", _NOT_SEEN.sub("", word))
    return Term(form, fold(simplemma.lemmatize(word, lang="de")) if word.isalpha() else form)


def fold(text: str) -> str:
    """The text without case, accents, unseen signs and two spellings of an umlaut: `Müller`, `MUELLER` -> `muller`.

    Other words with `ae`, `oe`, `ue` are folded as well (`neue` -> `nue`), on both sides of every comparison alike.
    """
    spelled = unicodedata.normalize("NFKC", _NOT_SEEN.sub("", text)).casefold().translate(_UMLAUTS)
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", spelled) if not unicodedata.combining(letter))
    return plain.replace("ae", "a").replace("oe", "o").replace("ue", "u")
