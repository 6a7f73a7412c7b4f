"""What is typed into a search, as a question: words, phrases, and how these are joined.

Words and phrases that stand one behind the other are all asked for. `OR` joins those of which one is enough, `NOT` or
a hyphen before one says that it is not to be there, `NEAR` joins those that stand near each other, parentheses hold
together, a star behind a word asks for all that begin with it. German operators do as well. Every text has a meaning:
what joins nothing, or is opened and not closed, is passed over.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import NamedTuple, TypeAlias

import numpy as np

from core.search.figures import figures
from core.search.words import Word, asked, fits, pattern, word, words


@dataclass(frozen=True)
class Term:
    """A word and its family; with `begins` all words that begin with it."""

    word: str
    begins: bool = False


@dataclass(frozen=True)
class Phrase:
    """Words that stand one behind the other, each in any of its forms."""

    words: tuple[str, ...]

    @property
    def read(self) -> tuple[Word, ...]:
        """What each word is found by."""
        return tuple(map(word, self.words))


@dataclass(frozen=True)
class Near:
    """Words between any two of which no more than so many stand."""

    terms: tuple[Term, ...]
    most: int


@dataclass(frozen=True)
class All:
    """What has each of these."""

    of: tuple["Query", ...]


@dataclass(frozen=True)
class Either:
    """What has at least one of these."""

    of: tuple["Query", ...]


@dataclass(frozen=True)
class Not:
    """What does not have this."""

    of: "Query"


Leaf: TypeAlias = Term | Phrase | Near
Query: TypeAlias = Leaf | All | Either | Not


def parse(text: str) -> Query | None:
    """What a text asks for; None where it has no words."""
    return _Reading(list(_signs(text))).whole()


def answer(query: Query, having: Callable[[Leaf], np.ndarray]) -> np.ndarray:
    """Whether each of some things has what is asked for.

    Args:
        query: what is asked for.
        having: says of each thing whether it has a word, a phrase, or words near each other.
    """
    match query:
        case All(of):
            return reduce(np.logical_and, (answer(one, having) for one in of))
        case Either(of):
            return reduce(np.logical_or, (answer(one, having) for one in of))
        case Not(of):
            return ~answer(of, having)
        case _:
            return having(query)


def with_terms(query: Query, change: Callable[[Term], Term]) -> Query:
    """The same question with other words in place of its words; those of phrases and near each other stay."""
    match query:
        case All(of) | Either(of):
            return type(query)(tuple(with_terms(one, change) for one in of))
        case Not(of):
            return Not(with_terms(of, change))
        case Term():
            return change(query)
        case _:
            return query


def leaves(query: Query | None) -> Iterator[Leaf]:
    """What is to be there, not what is not to be."""
    match query:
        case All(of) | Either(of):
            for one in of:
                yield from leaves(one)
        case None | Not():
            return
        case _:
            yield query


def terms(query: Query | None) -> Iterator[Term]:
    """The words that are to be there, each for itself; those of phrases are left out."""
    for leaf in leaves(query):
        match leaf:
            case Near(some):
                yield from some
            case Term():
                yield leaf


def single(query: Query | None) -> Iterator[str]:
    """All words that are to be there, as they are typed, each once."""
    phrased = (one for leaf in leaves(query) if isinstance(leaf, Phrase) for one in leaf.words)
    yield from dict.fromkeys([*(term.word for term in terms(query)), *phrased])


def occurrences(text: str, query: Query | None) -> Iterator[tuple[int, int]]:
    """Where in a text (start, end) stands what is to be there: each word by itself, phrases as a whole."""
    some = [(asked(term.word), term.begins) for term in terms(query)]
    phrases = [leaf.read for leaf in leaves(query) if isinstance(leaf, Phrase)]
    if not some and not phrases:
        return
    found = list(pattern(text).finditer(text))
    read = [word(match.group()) for match in found]
    until = 0
    for at, one in enumerate(read):
        length = max((len(phrase) for phrase in phrases if _stands(read, at, phrase)), default=0)
        if not length and any(fits(one, asked_for, begins=begins) for asked_for, begins in some):
            length = 1
        if length and at >= until:
            until = at + length
            yield found[at].start(), found[until - 1].end()


def is_in(name: Sequence[str], leaf: Leaf) -> bool:
    """Whether a few words, such as a name, have what a leaf asks for."""
    read = [word(one) for one in name]
    match leaf:
        case Term():
            return any(fits(one, asked(leaf.word), begins=leaf.begins) for one in read)
        case Phrase():
            return any(_stands(read, at, leaf.read) for at in range(len(read)))
        case Near(some):
            return all(is_in(name, term) for term in some)


def _stands(read: Sequence[Word], at: int, phrase: Sequence[Word]) -> bool:
    """Whether a phrase stands at a place among some words; a name at its end may be in the genitive."""
    there = read[at : at + len(phrase)]
    if len(there) < len(phrase):
        return False
    if [one.stem for one in there] == [one.stem for one in phrase]:
        return True
    *before, last = (one.form for one in phrase)
    return [one.form for one in there] in ([*before, last], [*before, f"{last}s"])


class _Sign(NamedTuple):
    """A part of a query: what kind it is of, and what it says."""

    kind: str
    said: str


_QUOTES = '"„“”»«'
_END = rf"(?![^\s(){_QUOTES}])"
_SIGNS = re.compile(
    rf"[{_QUOTES}](?P<phrase>[^{_QUOTES}]*)[{_QUOTES}]"
    r"|(?P<open>\()|(?P<close>\))"
    rf"|(?P<not>(?<![^\s(])[-−](?=[^\s-])|(?:NOT|NICHT){_END})"
    rf"|(?P<or>OR|ODER){_END}|(?P<and>AND|UND){_END}|(?:NEAR|NAHE)(?:/(?P<near>\d{{1,3}}))?{_END}"
    rf"|(?P<words>[^\s(){_QUOTES}]+)"
)
_GENITIVE = re.compile(r"['’]s\b")
_DEEPEST = 20  # parentheses; further ones are passed over


def _signs(text: str) -> Iterator[_Sign]:
    for match in _SIGNS.finditer(text):
        kind = match.lastgroup or "near"
        yield _Sign(kind, match[kind] or "")


class _Reading:
    """A query that is read from its begin to its end."""

    def __init__(self, signs: Sequence[_Sign]) -> None:
        self._signs = signs
        self._at = 0
        self._deep = 0

    def whole(self) -> Query | None:
        """What all of it asks for."""
        some = []
        while self._at < len(self._signs):
            some.append(self._either())
            self._passed("close")  # of what was not opened
        return _joined(All, some)

    def _either(self) -> Query | None:
        some = [self._all()]
        while self._passed("or"):
            some.append(self._all())
        return _joined(Either, some)

    def _all(self) -> Query | None:
        some = []
        while self._next() not in ("", "or", "close"):
            if not self._passed("and"):
                some.append(self._one())
        return _joined(All, some)

    def _one(self) -> Query | None:
        turned = False
        while self._passed("not"):
            turned = not turned
        one = self._near()
        return Not(one) if turned and one is not None else one

    def _near(self) -> Query | None:
        some, most = [self._primary()], figures().near
        while self._next() == "near":
            most = int(self._taken().said or most)
            some.append(self._primary())
        near = [term for one in some for term in _terms_of(one)]
        if len(some) > 1 and len(near) > 1 and all(one is None or _terms_of(one) for one in some):
            return Near(tuple(near), most)
        return _joined(All, some)

    def _primary(self) -> Query | None:
        if self._next() in ("", "and", "or", "not", "close"):
            return None
        sign = self._taken()
        match sign.kind:
            case "open" if self._deep < _DEEPEST:
                self._deep += 1
                inside = self._either()
                self._passed("close")
                self._deep -= 1
                return inside
            case "phrase":
                some = words(sign.said)
                return Phrase(tuple(some)) if some else None
            case "words":
                last = sign.said.endswith("*")
                some = words(_GENITIVE.sub("", sign.said))
                return _joined(All, [Term(one, last and at == len(some)) for at, one in enumerate(some, 1)])
        return None

    def _next(self) -> str:
        return self._signs[self._at].kind if self._at < len(self._signs) else ""

    def _taken(self) -> _Sign:
        self._at += 1
        return self._signs[self._at - 1]

    def _passed(self, kind: str) -> bool:
        """Go on behind a sign, if it is of a kind."""
        here = self._next() == kind
        self._at += here
        return here


def _joined(kind: type[All] | type[Either], some: Sequence[Query | None]) -> Query | None:
    """Some questions as one, those that ask for nothing left out."""
    left = tuple(dict.fromkeys(one for one in some if one is not None))
    return kind(left) if len(left) > 1 else left[0] if left else None


def _terms_of(query: Query | None) -> tuple[Term, ...]:
    """The words of a question that asks for words alone."""
    match query:
        case Term():
            return (query,)
        case All(of) if all(isinstance(one, Term) for one in of):
            return tuple(one for one in of if isinstance(one, Term))
    return ()
