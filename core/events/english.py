"""English titles of events: who did what kind of thing to whom, where and when, and what it is about.

What sources say is German, so that it can only be told by what is known of its verbs and nouns in English.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property
from typing import NamedTuple

from core.claims.gists import vocabulary
from core.claims.lexicon import event_types
from core.claims.themes import general
from core.events.titled import Titled, capital, day_shown, listed, sides, with_notes, words
from core.german.compounds import heads
from core.vocabulary import Entry, load

_JOINTS = ("", "s", "es", "n", "en", "er", "e")
"""What stands between the parts of a compound."""
_TELLING = 9
_QUOTABLE = 34
"""Characters of a German noun that an English title may quote: from the first to the second number."""


class Deed(NamedTuple):
    """An English verb, in base form and in the past, with all before the one whom it concerns, and the noun for it.

    `of` stands behind the noun before the one whom it concerns, `by` before the one who does it; the verb alone says
    nothing where it is `transitive`.
    """

    do: str
    did: str
    thing: str
    of: str
    transitive: str
    by: str = "by"


class _Deeds(Entry):
    """The file `english.toml`."""

    about: Mapping[str, str]
    types: Mapping[str, Deed]
    verbs: Mapping[str, Mapping[str, Deed]]
    verbs_of: Mapping[str, Mapping[str, Deed]]

    @cached_property
    def by_type(self) -> dict[tuple[str, str], Deed]:
        """The English verbs by the type and the German verb; those of one type alone go before others."""
        shared = {
            (type_, verb): deed
            for types, row in self.verbs.items()
            for type_ in types.split()
            for verb, deed in row.items()
        }
        return shared | {(type_, verb): deed for type_, row in self.verbs_of.items() for verb, deed in row.items()}


class _Nouns(Entry):
    """The file `english_nouns.toml`."""

    nouns: Mapping[str, str]
    no_heads: frozenset[str]


@cache
def _deeds() -> _Deeds:
    return load("english.toml", _Deeds)


@cache
def _nouns() -> dict[str, str]:
    return {german.lower(): english for german, english in load("english_nouns.toml", _Nouns).nouns.items()}


@cache
def _no_heads() -> frozenset[str]:
    return load("english_nouns.toml", _Nouns).no_heads


def english_title(event: Titled, names: Mapping[str, str]) -> str:
    """The English title: `Ann Ody visited Norway (Oslo, 3 May 2021; topic: fisheries)`.

    Args:
        event: the event.
        names: actor_id to the name to show, in English.
    """
    spoken = "spoken" in event_types()[event.type].traits
    acting, others = sides(event.participants, topics=not spoken)
    who, whom = ([names.get(one, one) for one in side] for side in (acting, others))
    topics = [names.get(one.actor_id, one.actor_id) for one in event.participants if one.role == "topic"]
    parties: tuple[tuple[Sequence[str], Sequence[str]], ...] = ((who, whom), (who[:1], whom[:1]), (who[:1], []))
    every = (_head(event, listed(some, "en"), listed(more, "en")) for some, more in parties)
    head = next((one for one in every if len(one) <= vocabulary.words().longest), capital(_deed(event).thing))
    about = list(dict.fromkeys([*(one for one in topics if spoken and one not in head), *_about(event, head)]))
    place = event.place_en or event.place
    where = ", ".join(filter(None, (place if place and place not in head else None, day_shown(event.days, "en"))))
    mark = words().status.get(event.status)
    noted = None if mark is None else mark.en
    several = [listed(about[:n], "en") for n in (3, 2, 1) if len(about) >= n]
    if spoken and several:
        own = any(noun not in general() and translated(noun) for noun in event.nouns)
        quoted = [] if own else [f"{_on(event, head, who, whom, several[-1])}: “{said}”" for said in _quotable(event)]
        wordings = (*quoted, *(_on(event, head, who, whom, one) for one in several))
        told = (said for one in wordings for said in with_notes(one, [noted, where], [noted]))
        if (found := next(told, None)) is not None:
            return found
    notes = (*([noted, where, f"{words().theme.en}: {one}"] for one in several), [noted, where], [noted])
    return next(with_notes(head, *notes), head)


def _quotable(event: Titled) -> Iterator[str]:
    """What is said in an event, in whole German sentences."""
    rests = event.gist.rests if event.gist is not None else ()
    yield from (capital(one.words) for one in rests if one.form in {"speech", "quote"} and "…" not in one.words)


def _on(event: Titled, head: str, who: Sequence[str], whom: Sequence[str], about: str) -> str:
    """Who says something about what: `Ann Ody commented on fisheries`, `Warning by Ann Ody about fisheries`."""
    plain = _deed(event) == _deeds().types["statement"] and event.status == "occurred"
    if plain and who and not whom:
        return f"{listed(who, 'en')} commented on {about}"
    return f"{head} {_deeds().about.get(event.type, 'about')} {about}"


def _deed(event: Titled) -> Deed:
    """What an event is in English: by its verb or noun, else by its type."""
    default = _deeds().types[event.type]
    if event.deed is None:
        return default
    if event.deed[:1].isupper():
        thing = translated(event.deed)
        own = default._replace(by="by", of="involving") if default.by == "about" else default  # no `Takeover about`
        return default if thing is None else own._replace(thing=thing)
    return _deeds().by_type.get((event.type, event.deed), default)


def _head(event: Titled, who: str, whom: str) -> str:
    """Who does what to whom: as a sentence if that can be said of them, else as a noun."""
    deed = _deed(event)
    named = event.deed is not None and event.deed[:1].isupper()
    unsure = event.status == "possible"
    if not who or named or unsure or (deed.transitive and not whom):
        toward = f" {'and' if who and deed.by == deed.of else deed.of} {whom}" if whom else ""
        return capital(f"{deed.thing}{f' {deed.by} {who}' if who else ''}{toward}")
    if event.status == "planned":
        verb = f"to {deed.do}"
    elif event.status == "denied":
        verb = f"did not {deed.do}"
    else:
        verb = deed.did
    return f"{who} {verb} {whom}".strip() if deed.transitive else f"{who} {verb}"


def _about(event: Titled, head: str) -> Iterator[str]:
    """What an event is about in English: its text and its own words; one of these in German where none is known."""
    said = head.lower()
    every = [*event.themes[:1], *event.nouns, *event.themes[1:]]
    telling = (noun for noun in every if noun not in general())
    known = [english for noun in telling if (english := translated(noun)) is not None and english.lower() not in said]
    spoken = "spoken" in event_types()[event.type].traits
    own = [
        noun for noun in event.nouns if noun not in general() and noun.isalpha() and _TELLING <= len(noun) <= _QUOTABLE
    ]
    quotable = own[:1] if spoken and not any(map(translated, event.nouns)) else []
    german = quotable or ([] if known else event.themes[:1])
    yield from (*known[:1], *(f"“{noun}”" for noun in german), *known[1:])


def translated(noun: str) -> str | None:
    """A German noun in English: as it is listed, or by its parts; None where these are not known."""
    low = noun.lower()
    for form in (low, *(low.removesuffix(end) for end in ("en", "n", "e", "s", "er"))):
        if form in _nouns():
            return _nouns()[form]
    for head in heads(low):
        before = low.removesuffix(head).rstrip("-")
        if head == low or head not in _nouns() or head in _no_heads():
            continue
        first = next((_nouns()[before.removesuffix(j)] for j in _JOINTS if before.removesuffix(j) in _nouns()), None)
        return None if first is None else f"{_singular(first)} {_nouns()[head]}"
    return None


def _singular(noun: str) -> str:
    """An English noun as the first part of a compound: `refugee` of `refugees`."""
    if noun.endswith("ies"):
        return f"{noun[:-3]}y"
    plural = noun.endswith("s") and not noun.endswith(("ss", "us", "is", "ics", "ews"))
    return noun[:-1] if plural else noun
