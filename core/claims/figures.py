"""Numbers that a claim gives, with what they count: `mindestens 49 Menschen` who died, `2,5 Millionen Euro`.

What a number means is an interval: `mindestens 49` is open above, `rund 40` reaches from 36 to 44.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from pydantic import Field

from core.claims.lexicon import noun_classes
from core.claims.scene import Scene
from core.german.tags import NOUNS_AND_NAMES
from core.model import Figure
from core.time.numerals import number_words
from core.vocabulary import Entry, load

_NUMERAL = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?")

_RANGE = frozenset({"bis", "–", "-"})
_OF = frozenset({"der", "von", "aller"})
_COUNT = "count"
"""The kind of numbers of all other things; their unit is the noun."""


class Kind(Entry):
    """What numbers count; the file says what each key is for."""

    name: str
    label_de: str
    label_en: str
    changes: bool
    nouns: frozenset[str]
    adjectives: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()


class Unit(Entry):
    """A share or a currency, and the words for it in small letters."""

    label_de: str
    label_en: str
    changes: bool
    words: frozenset[str]


class _Counts(Entry):
    never: frozenset[str]


class _Vote(Entry):
    between: frozenset[str]
    nouns: frozenset[str]
    kinds: tuple[str, str]


class _Before(Entry):
    """Words before a number, and what part of it they leave as possible; None is an open end."""

    words: frozenset[str]
    low: float = Field(alias="from")
    high: float | None = Field(default=None, alias="to")


class Vocabulary(Entry):
    """`vocabulary/figures.toml`."""

    kinds: tuple[Kind, ...]
    units: Mapping[str, Unit]
    counts: _Counts
    vote: _Vote
    magnitudes: Mapping[str, int]
    at_least: Mapping[str, int]
    before: tuple[_Before, ...]


@cache
def vocabulary() -> Vocabulary:
    """What numbers count, and how they are said."""
    return load("figures.toml", Vocabulary)


@cache
def label(kind: str, lang: str) -> str:
    """What numbers of a kind count, in German or English; the name of a kind that the vocabulary does not know."""
    known = next((one for one in vocabulary().kinds if one.name == kind), None) or vocabulary().units.get(kind)
    return kind if known is None else known.label_de if lang == "de" else known.label_en


@cache
def changes(kind: str) -> bool:
    """Whether later reports have other numbers of a kind because more is known by then."""
    known = next((one for one in vocabulary().kinds if one.name == kind), None) or vocabulary().units.get(kind)
    return known is not None and known.changes


class _Number(NamedTuple):
    """Tokens that say a number: the first and the one behind the last, and the interval that they say."""

    first: int
    end: int
    low: float
    high: float | None


def of_tokens(scene: Scene, tokens: Collection[int]) -> tuple[Figure, ...]:
    """The numbers among the tokens of a claim, in order, each with what it counts.

    Left out are the numbers of times, and those of which the vocabulary says that they count nothing.

    Args:
        scene: the sentence.
        tokens: the tokens that carry the claim.
    """
    numbers = list(_numbers(scene, sorted(set(tokens) - scene.time_tokens)))
    return tuple(figure for at in range(len(numbers)) if (figure := _figure(scene, numbers, at)) is not None)


def _numbers(scene: Scene, tokens: Sequence[int]) -> Iterator[_Number]:
    behind = 0
    for at in tokens:
        if at >= behind and (number := _number(scene, at)) is not None:
            behind = number.end
            yield _bounded(scene, number)


def _number(scene: Scene, at: int) -> _Number | None:
    """The number that begins with a token, with its second one where it is a range."""
    words = scene.words
    least = vocabulary().at_least.get(words[at].text.lower())
    if least is not None:
        return _Number(at, at + 1, least, None)
    first = _value(words[at].text)
    if first is None:
        return None
    end, last = at + 1, first
    if end + 1 < len(words) and words[end].text in _RANGE and (second := _value(words[end + 1].text)) is not None:
        end, last = end + 2, second
    elif at and words[at - 1].text.lower() == "zwischen" and end + 1 < len(words) and words[end].text == "und":
        second = _value(words[end + 1].text)
        end, last = (end, last) if second is None else (end + 2, second)
    times = vocabulary().magnitudes.get(words[end].text.lower()) if end < len(words) else None
    if times is not None:
        end += 1
    low, high = first * (times or 1), last * (times or 1)
    return _Number(at, end, low, high) if low <= high else None


def _value(text: str) -> float | None:
    if _NUMERAL.fullmatch(text):
        return float(text.replace(".", "").replace(",", "."))
    word = number_words().get(text.lower())
    return None if word is None else float(word)


def _bounded(scene: Scene, number: _Number) -> _Number:
    """The number with what stands before it: `mehr als 200`."""
    for words in (2, 1, 3):
        first = number.first - words
        said = " ".join(word.text.lower() for word in scene.words[max(0, first) : number.first])
        before = next((one for one in vocabulary().before if said in one.words), None)
        if first >= 0 and before is not None and number.high is not None:
            high = None if before.high is None else number.high * before.high
            return _Number(first, number.end, number.low * before.low, high)
    return number


def _figure(scene: Scene, numbers: Sequence[_Number], at: int) -> Figure | None:
    """A number with what it counts; None where that is not known, or nothing."""
    number = numbers[at]
    if at and numbers[at - 1].end + 1 == number.first and scene.words[number.first - 1].text in _OF:
        return None  # `32 der 4.200 Menschen an Bord`: of the many nothing is told
    following = numbers[at + 1] if at + 1 < len(numbers) else None
    head = _head(scene, number.end)
    if (vote := _vote(scene, numbers, at)) is not None:
        return _made(scene, number, head, vote)
    noun = scene.words[head] if head is not None else None
    if noun is not None and (unit := _unit(noun.text)) is not None:
        return _made(scene, number, head, unit)
    adjectives = {scene.words[i].lemma for i in range(number.end, head or number.end)}
    named = {noun.text, noun.lemma} if noun is not None else frozenset[str]()
    for kind in vocabulary().kinds:
        if kind.nouns & named or (noun is not None and kind.adjectives & adjectives):
            return _made(scene, number, head, kind.name)
    if noun is None or noun.lemma in noun_classes()["person"].nouns:
        befallen = _befallen(scene, number, following)
        if befallen is not None:
            return _made(scene, number, head, befallen)
    if noun is None or noun.lemma in vocabulary().counts.never or noun.tag not in {"NN", "NNA"}:
        return None
    return _made(scene, number, head, _COUNT, noun.lemma)


def _made(scene: Scene, number: _Number, last: int | None, kind: str, unit: str | None = None) -> Figure:
    start = scene.words[number.first].start
    end = scene.words[max(number.end - 1, last if last is not None else 0)].end
    return Figure(start, end, scene.analysis.document.text[start:end], kind, unit, number.low, number.high)


def _vote(scene: Scene, numbers: Sequence[_Number], at: int) -> str | None:
    """The kind of a number of a pair: `mit 345 zu 230 Stimmen`."""
    said = vocabulary().vote
    for offset, kind in enumerate(said.kinds):
        first = at - offset
        if first < 0 or first + 1 >= len(numbers):
            continue
        one, other = numbers[first], numbers[first + 1]
        joined = one.end + 1 == other.first and scene.words[one.end].text.lower() in said.between
        noun = _head(scene, other.end)
        if joined and noun is not None and scene.words[noun].lemma.lower() in said.nouns:
            return kind
    return None


def _head(scene: Scene, at: int) -> int | None:
    """The noun that a number counts: behind it, with adjectives between."""
    words = scene.words
    while at < len(words) and words[at].tag in {"ADJA", "PIAT", "PIDAT"}:
        at += 1
    counts = at < len(words) and (words[at].tag in NOUNS_AND_NAMES or _unit(words[at].text) is not None)
    return at if counts and at not in scene.time_tokens else None


@cache
def _units() -> Mapping[str, str]:
    return {word: name for name, unit in vocabulary().units.items() for word in unit.words}


def _unit(text: str) -> str | None:
    return _units().get(text.lower())


def _befallen(scene: Scene, number: _Number, following: _Number | None) -> str | None:
    """What befell the people that a number counts, by the words of its clause, those behind it first."""
    home = scene.home_of(number.first)
    if home is None:
        return None
    end = following.first if following is not None else len(scene.words)
    behind = _lemmas(scene, (i for i in home.tokens if number.end <= i < end))
    whole = {home.verb.lemma} if home.verb is not None else set[str]()  # with its particle: `nahm … fest`
    return _told(behind) or _told(_lemmas(scene, home.tokens) | whole)


def _lemmas(scene: Scene, tokens: Iterable[int]) -> frozenset[str]:
    return frozenset(scene.words[i].lemma.lower() for i in tokens)


def _told(lemmas: Collection[str]) -> str | None:
    return next(
        (
            kind.name
            for kind in vocabulary().kinds
            if any(all(part in lemmas for part in words.split()) for words in kind.words)
        ),
        None,
    )
