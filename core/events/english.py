"""English titles of events: who did what kind of thing to whom and where, and what it is about.

What sources say is German, so that it can only be told by what is known of its verbs and nouns in English.
"""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import cache, cached_property
from typing import NamedTuple

from core.claims.gists import vocabulary
from core.claims.lexicon import event_types
from core.claims.themes import general
from core.events.titled import Titled, capital, listed, sides, with_notes, words
from core.events.translation import Names, clause, place_in_english
from core.events.translation.nouns import matter, translated
from core.vocabulary import Entry, load

_ACTING = frozenset({"agent", "speaker"})
_NOT = frozenset({"No", "not"})
"""Words by which it is heard that something has not happened."""
_ENOUGH = 2
"""How many phrases a clause has that is understood without more."""
_TELLING = 12
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


@cache
def _deeds() -> _Deeds:
    return load("english.toml", _Deeds)


def english_title(
    event: Titled,
    names: Mapping[str, str],
    family: Mapping[str, str] | None = None,
    places: Mapping[str, str] | None = None,
) -> str:
    """The English title: what its clause says, else `Ann Ody visited Norway (Oslo; topic: fisheries)`.

    Args:
        event: the event.
        names: actor_id to the name to show, in English.
        family: actor_id of persons to their family name, which stands where there is no room for the whole name.
        places: German names of places to their English ones.
    """
    return _as_told(event, names, places or {}) or _as_known(event, names, family or {})


def _as_told(event: Titled, names: Mapping[str, str], places: Mapping[str, str]) -> str | None:
    """What the clause of an event says in English, or what somebody says in it; None where that is not known."""
    if not event.outlines:
        return None
    acting, _others = sides(event.participants, topics=False)
    who = Names(names, places, [names.get(one, one) for one in acting])
    said = _as_said(event, who) if who.acting else None
    return said or (_as_done(event, who) if event.deed is not None else None)


def _as_said(event: Titled, names: Names) -> str | None:
    """What somebody says in English, behind who says it: `Bo Lund: Ports need money`; None for what they deny."""
    own, *content = event.outlines
    saying = "saying" in event_types()[event.type].traits and bool(content) and not content[0].infinitive
    opposed = own.negated or own.verb in vocabulary.words().against
    if event.deed is not None and (not saying or opposed):
        return None
    told = clause(content or [own], event.type, "occurred", names._replace(acting=()))
    if told is None or not told.telling:
        return None
    speaker = listed(names.acting, "en")
    by_self = told.said.removeprefix(f"{speaker} ")
    said = f"{speaker}: {told.said}" if by_self == told.said else f"{speaker}, by own account, {by_self}"
    about = _topics(event, said) if told.telling < _ENOUGH else []
    return next(with_notes(said, about, []), None)


def _as_done(event: Titled, names: Names) -> str | None:
    """What happened in English, with notes of what is not heard in it, who tells it, where, and what it is about."""
    traits, own = event_types()[event.type].traits, event.outlines[0]
    by_verb = event.deed == own.verb.removeprefix("sich ")
    told = clause(event.outlines, event.type, event.status if by_verb else "occurred", names)
    if told is None or not told.telling:
        return None
    thin = told.telling < _ENOUGH
    if thin and own.passive and "spoken" in traits:
        return None
    teller = names.actors.get(event.teller) if event.teller is not None and "spoken" not in traits else None
    if told.said.startswith(("I ", "We ")):
        return None if teller is None else next(with_notes(f"{teller}: {told.said}", []), None)
    mark = words().status.get(event.status)
    heard = mark is None or not words().heard_en.isdisjoint(told.said.lower().split())
    noted = None if heard or mark is None else mark.en
    place = event.place_en or (event.place and place_in_english(event.place, names.places))
    where = place if place and place not in told.said else None
    source = words().by.en.format(teller) if teller is not None and teller not in told.said else None
    about = _topics(event, told.said) if thin else []
    notes = [[noted, source, where, *about], [noted, where, *about], [noted, source, where], [noted, source], [noted]]
    return next(with_notes(told.said, *notes), None)


def _topics(event: Titled, told: str) -> list[str]:
    """What a clause that tells little is about, as a note, where that is known in English."""
    return [f"{words().theme.en}: {one}" for one in _about(event, told) if not one.startswith("“")][:1]


def _as_known(event: Titled, names: Mapping[str, str], persons: Mapping[str, str]) -> str:
    """Who did what kind of thing to whom and where, and what it is about."""
    if _deed(event).did.endswith((" in", " at")):
        event = event._replace(
            participants=[one for one in event.participants if one.actor_id not in persons or one.role in _ACTING]
        )
    spoken = "spoken" in event_types()[event.type].traits
    acting, others = sides(event.participants, topics=not spoken)
    who, whom = ([names.get(one, one) for one in side] for side in (acting, others))
    head = _fitting_head(event, who, whom)
    topics = [names.get(one.actor_id, one.actor_id) for one in event.participants if one.role == "topic"]
    named = [one for one in topics if spoken and one not in head]
    about = list(dict.fromkeys([*named, *_about(event, head)]))
    several = [listed(about[:n], "en") for n in (3, 2, 1) if len(about) >= n]
    place = event.place_en or event.place
    where = place if place and place not in head else None
    mark = words().status.get(event.status)
    noted = None if mark is None or _NOT & set(head.split()) else mark.en
    wordings: list[str] = []
    if _needs_quotation(event, about, spoken=spoken):
        before = [head]
        if spoken:
            bare = _on(event, head, who, whom, listed(named, "en")) if named else head
            short = [persons[one] for one in acting if one in persons]
            before = [bare, *_speaker(event, who), *_speaker(event, short)]
        wordings = [f"{one}: “{said}”" for said in _quotable(event, names, persons) for one in before]
    if spoken:
        wordings += [_on(event, head, who, whom, one) for one in several]
    told = (said for one in wordings for said in with_notes(one, [noted, where], [noted]))
    notes = (*([noted, where, f"{words().theme.en}: {one}"] for one in several), [noted, where], [noted])
    return next(told, None) or next(with_notes(head, *notes), head)


def _fitting_head(event: Titled, who: Sequence[str], whom: Sequence[str]) -> str:
    """Who does what to whom, with as many of them as there is room for; else what it is alone."""
    parties: tuple[tuple[Sequence[str], Sequence[str]], ...] = ((who, whom), (who[:1], whom[:1]), (who[:1], []))
    every = (_head(event, listed(some, "en"), listed(more, "en")) for some, more in parties)
    return next((one for one in every if len(one) <= vocabulary.words().longest), capital(_deed(event).thing))


def _needs_quotation(event: Titled, about: Sequence[str], *, spoken: bool) -> bool:
    """Whether what an event is about is not known in English: of words their own nouns, of a deed nothing at all."""
    own = any(noun not in general() and matter(noun) for noun in event.nouns)
    return not own and (spoken or all(one.startswith("“") for one in about))


def _quotable(event: Titled, names: Mapping[str, str], persons: Container[str]) -> Iterator[str]:
    """What is said in an event, or how a source tells of it, in whole German sentences with persons by name."""
    gist = event.gist
    who = gist.subject if gist is not None else None
    if gist is not None and gist.actor is not None and gist.actor in persons:
        who = names.get(gist.actor, who)
    for one in gist.rests if gist is not None else ():
        if "…" in one.words:
            continue
        if one.form == "predicate" and who is not None:
            yield capital(f"{who} {one.words}")
        elif one.form in {"speech", "sentence"} or (one.form == "quote" and not one.open):
            yield capital(one.words)


def _speaker(event: Titled, who: Sequence[str]) -> list[str]:
    """Who says something, where there is no room for more before it."""
    return [listed(who, "en")] if who and _is_plain(event) else []


def _is_plain(event: Titled) -> bool:
    return _deed(event) == _deeds().types["statement"] and event.status == "occurred"


def _on(event: Titled, head: str, who: Sequence[str], whom: Sequence[str], about: str) -> str:
    """Who says something about what: `Ann Ody commented on fisheries`, `Warning by Ann Ody about fisheries`."""
    if _is_plain(event) and who and not whom:
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
    """Who does what to whom: as a sentence if its verb is known and that can be said of them, else as a noun."""
    deed = _deed(event)
    known = (event.type, event.deed) in _deeds().by_type
    unsure = event.status == "possible"
    if not who or not known or unsure or (deed.transitive and not whom):
        toward = f" {'and' if who and deed.by == deed.of else deed.of} {whom}" if whom else ""
        refused = event.status == "denied" and "spoken" in event_types()[event.type].traits
        thing = f"no {deed.thing}" if refused else deed.thing
        return capital(f"{thing}{f' {deed.by} {who}' if who else ''}{toward}")
    if event.status == "planned":
        verb = f"to {deed.do}"
    elif event.status == "denied":
        verb = f"did not {deed.do}"
    else:
        verb = deed.did
    return f"{who} {verb} {whom}".strip() if deed.transitive else f"{who} {verb}"


def _about(event: Titled, head: str) -> Iterator[str]:
    """What an event is about in English: in its own words, and if it is no speech in those of its text.

    Of its own words those come first that its text has much. One in German stands there where none is known.
    """
    said = head.lower()
    spoken = "spoken" in event_types()[event.type].traits
    much = {theme.lower() for theme in event.themes}
    own = sorted((noun for noun in event.nouns if noun not in general()), key=lambda noun: noun.lower() not in much)
    every = own if spoken else [*own, *event.themes]
    known = [english for noun in every if (english := matter(noun)) is not None and english.lower() not in said]
    known = list(dict.fromkeys(known))
    written = _written(event)
    telling = [noun for noun in own if noun in written and noun.isalpha() and _TELLING <= len(noun) <= _QUOTABLE]
    quotable = [] if known or any(map(matter, own)) else telling[:1]
    yield from (*known[:1], *(f"“{noun}”" for noun in quotable), *known[1:])


def _written(event: Titled) -> set[str]:
    """The words of an event's sources as they stand there; a base form may be one that nobody wrote."""
    rests = event.gist.rests if event.gist is not None else ()
    return set(re.findall(r"\w+", " ".join([event.topic or "", *event.themes, *(one.words for one in rests)])))
