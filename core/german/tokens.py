"""Text to tokens with their offsets, by spaCy's German tokenizer, with the glued tokens of machine translation split.

The text itself is never changed: a split token is two tokens that touch.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from core.vocabulary import Entry, load

if TYPE_CHECKING:
    from spacy.language import Language


class Piece(NamedTuple):
    """A token before it is tagged."""

    start: int
    end: int
    text: str


class _Words(Entry):
    camel_case: frozenset[str]
    camel_case_endings: tuple[str, ...]
    camel_case_beginnings: frozenset[str]
    after_hyphen: frozenset[str]
    after_hyphen_small: frozenset[str]


_LONGEST = 100_000_000  # characters of a stretch, and more than any text has
_NO_WORD = re.compile(r"\S{500}")  # the longest address of a page has less

_CAMEL = re.compile(r"(?<=[a-zäöüß]{2})(?=[A-ZÄÖÜ][a-zäöüß])|(?<=\d{4})(?=[A-ZÄÖÜ][a-zäöüß]{2})")
_NUMBER_STOP = re.compile(r"(?:\d{3,}|\d[\d.,:]*\d{2,}|\d+:\d+)\.")
_LEGAL_STOP = re.compile(r"\w*[a-z][A-Z]+[a-z]?\.")  # "GmbH.", "KGaA.", "EuGH.": capitals within, and no dots
_EMOTICON = re.compile(r"\):|8\)|\(8")  # the tokenizer's one word where brackets stand: `(SPÖ): …`, `(siehe Seite 8)`
_GENDER = re.compile(r"(?:in|innen)(?:\w*|-\w[\w-]*)|[nrms]")


@cache
def _nlp() -> "Language":
    from spacy.lang.de import German  # takes a second, and a build that only puts documents together needs none

    nlp = German()
    nlp.max_length = _LONGEST  # the limit is for parsers, which need memory
    return nlp


@cache
def _words() -> _Words:
    return load("tokens.toml", _Words)


def pieces(text: str, offset: int = 0) -> Iterator[Piece]:
    """The tokens of a stretch of text, in order, without white space.

    Args:
        text: the stretch.
        offset: where it begins in the document; added to every offset.
    """
    words = [
        (begin + token.idx, token.text)
        for begin, stretch in _stretches(text)
        for token in _nlp().make_doc(stretch)
        if not token.is_space
    ]
    for start, word in _gender_forms(words):
        yield from unglued(word, offset + start)


def _stretches(text: str) -> Iterator[tuple[int, str]]:
    """The text with its begin, cut where that has more signs without a blank than any word: for each sign that can be
    taken off a word (`((((…`), the tokenizer looks at the whole of it again."""
    begin = 0
    for run in _NO_WORD.finditer(text):
        yield begin, text[begin : run.end()]
        begin = run.end()
    if begin < len(text):
        yield begin, text[begin:]


def _gender_forms(words: Sequence[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """The words with their begins; `Politiker:innen` and `eine:r`, which the tokenizer takes apart, are one."""
    i = 0
    while i < len(words):
        start, word = words[i]
        while i + 2 < len(words) and _is_gender_form(words[i : i + 3]):
            word += words[i + 1][1] + words[i + 2][1]
            i += 2
        yield start, word
        i += 1


def _is_gender_form(words: Sequence[tuple[int, str]]) -> bool:
    (begin, word), (colon, sign), (rest, ending) = words
    touch = begin + len(word) == colon and colon + 1 == rest
    if sign != ":" or not touch or not word.replace("-", "").isalpha():  # also "EU-Beauftragte:r"
        return False
    if word.lower() in {"der", "die", "das", "dem", "den"}:
        return ending in {"der", "die", "das", "dem", "den"}
    return _GENDER.fullmatch(ending) is not None


def unglued(word: str, start: int = 0) -> Iterator[Piece]:
    """The words that a token consists of; `start` is where it begins."""
    cut = _first_cut(word)
    if cut is None:
        yield Piece(start, start + len(word), word)
    else:
        yield Piece(start, start + cut, word[:cut])
        yield from unglued(word[cut:], start + cut)


@lru_cache(50_000)
def _first_cut(word: str) -> int | None:
    """Where a token falls apart, or None where it is one word."""
    if _NUMBER_STOP.fullmatch(word) or _LEGAL_STOP.fullmatch(word):  # "2023." ends a sentence; "9." stays an ordinal
        return len(word) - 1
    if _EMOTICON.fullmatch(word):
        return 1
    words = _words()
    head, hyphen, tail = word.rpartition("-")
    splits = tail in words.after_hyphen or (head.islower() and tail in words.after_hyphen_small)
    if hyphen and splits and (len(head) > 3 or not head):
        return len(head) or 1
    if tail.isalnum() and tail not in words.camel_case and not tail.endswith(words.camel_case_endings):
        for cut in _CAMEL.finditer(tail):
            if tail[: cut.start()] not in words.camel_case_beginnings:
                return len(word) - len(tail) + cut.start()
    return None
