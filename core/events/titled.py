"""What the titles of events are made of, and what those in both languages have in common."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Literal, NamedTuple

from pydantic import Field

from core.claims.gists import vocabulary
from core.corpus.spelling import read_as
from core.model import Gist, Outline, Participant, Status
from core.vocabulary import Entry, load

Language = Literal["de", "en"]

_SHOWN = 3
_WORD = re.compile(r"\w+")


class Titled(NamedTuple):
    """What a title is made of: `participants` are those of all claims, `topic` and `gist` are words of a source.

    `place_en` is the place in English where that is another name. `deed` is the base form of the verb or noun that
    tells of it, `themes` are nouns that say what its text is about, `nouns` those of the words that tell of it, in base
    form, `teller` the actor whose word it is, `outlines` those of its clauses.
    """

    type: str
    status: Status
    participants: Sequence[Participant]
    place: str | None
    topic: str | None
    gist: Gist | None
    place_en: str | None = None
    deed: str | None = None
    themes: Sequence[str] = ()
    nouns: Sequence[str] = ()
    teller: str | None = None
    outlines: Sequence[Outline] = ()


def topic_shown(topic: str | None) -> str | None:
    """What an event is about as a title shows it: read as it is meant, on one line."""
    return " ".join(read_as(topic).text.split()) if topic else None


class Word(Entry):
    """A word in both languages."""

    de: str
    en: str


class Labels(Entry):
    """What an event of a type is called where no sentence tells it, by who is known: `{S}` acts, `{O}` it concerns.

    `kind` is the noun for `{K}` where it is told of by a verb.
    """

    kind: str
    both: str
    acting: str
    other: str
    none: str


class Words(Entry):
    """The file `titles.toml`."""

    and_: Word = Field(alias="and")
    others: Word
    status: Mapping[Status, Word]
    heard: Mapping[Status, frozenset[str]]
    theme: Word
    on_theme: str
    by: Word
    heard_en: frozenset[str]
    ruling: tuple[str, ...]
    bodies: frozenset[str]
    inflected: frozenset[str]
    inflecting: tuple[str, ...]
    articled: tuple[str, ...]
    label: Mapping[str, Labels]
    deeds: Mapping[str, str]
    doing: frozenset[str]
    done: tuple[str, ...]


@cache
def words() -> Words:
    """The file, read once."""
    return load("titles.toml", Words)


def sides(participants: Iterable[Participant], *, topics: bool) -> tuple[list[str], list[str]]:
    """Who acts, and whom it concerns; topics only if asked for, and where nobody else is named.

    Whom sources name as both is one whom it concerns.
    """
    every: dict[str, None] = {}
    acting, others = set(), set()
    for actor, role in participants:
        every[actor] = None
        if role in ("agent", "speaker"):
            acting.add(actor)
        elif role != "topic":
            others.add(actor)
    if topics and not acting and not others:
        return [], list(every)
    return [actor for actor in every if actor in acting - others], [actor for actor in every if actor in others]


def listed(names: Sequence[str], language: Language) -> str:
    """Names as a title joins them, the first three of more."""
    if len(names) < 2:
        return "".join(names)
    and_, others = (getattr(word, language) for word in (words().and_, words().others))
    if len(names) > _SHOWN:
        return f"{', '.join(names[:_SHOWN])} {and_} {others}"
    return f"{', '.join(names[:-1])} {and_} {names[-1]}"


def is_in(name: str, said: str) -> bool:
    """Whether all words of a name stand among others, be it in another case: `in der polnischen Hauptstadt`."""
    every, own = ({_stem(word) for word in _WORD.findall(words)} for words in (said, name))
    return bool(own) and own <= every


def _stem(word: str) -> str:
    """A word without the ending that tells its case, of names and nouns that of the genitive alone."""
    return word.rstrip("mnrs").removesuffix("e") if word.islower() else word.removesuffix("s")


def themes_beside(event: Titled, said: str) -> list[str]:
    """The nouns that say what an event's text is about and that are not said already, be it in a longer word."""
    told = said.lower()
    return [theme for theme in event.themes if theme.lower()[:-1] not in told]


def with_notes(said: str, *variants: Sequence[str | None]) -> Iterator[str]:
    """Some words with notes in brackets behind them, in each of several ways for which there is room."""
    for notes in variants:
        every = "; ".join(filter(None, notes))
        noted = f"{said} ({every})" if every else said
        if len(noted) <= vocabulary.words().longest:
            yield noted


def capital(text: str) -> str:
    """A text with a capital letter in front."""
    return text[0].upper() + text[1:]
