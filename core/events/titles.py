"""Titles of events: what happened as a source tells it, else in its words, else type, participants and place."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from operator import itemgetter
from typing import Literal, NamedTuple

from pydantic import Field

from core.claims.gists import vocabulary
from core.claims.lexicon import event_types
from core.corpus.spelling import read_as
from core.model import Gist, Participant, Rest, Status
from core.vocabulary import Entry, load

Language = Literal["de", "en"]

_SHOWN = 3
_INFLECTED = ("de", "te")
"""Endings of nouns made of adjectives, which may be anybody: `der Beamte`, `der Verdächtige`."""

_WORD = re.compile(r"\w+")


class Titled(NamedTuple):
    """What a title is made of: `participants` are those of all claims, `topic` and `gist` are words of a source.

    `place_en` is the place in English where that is another name.
    """

    type: str
    status: Status
    participants: Sequence[Participant]
    place: str | None
    topic: str | None
    gist: Gist | None
    place_en: str | None = None


def topic_shown(topic: str | None) -> str | None:
    """What an event is about as a title shows it: read as it is meant, on one line."""
    return " ".join(read_as(topic).text.split()) if topic else None


class _Word(Entry):
    de: str
    en: str


class _Words(Entry):
    """The file `titles.toml`; `to` and `on` stand in English before others and topics, by type."""

    and_: _Word = Field(alias="and")
    others: _Word
    status: Mapping[Status, _Word]
    heard: Mapping[Status, frozenset[str]]
    topic_mark: str
    on: Mapping[str, str]
    to: Mapping[str, str]


@cache
def _words() -> _Words:
    return load("titles.toml", _Words)


def title(event: Titled, names: Mapping[str, str], family: Mapping[str, str]) -> str:
    """The German title: `Die Hamas veröffentlichte ein neues Kampflied` where a source tells it so, else its label.

    Args:
        event: the event.
        names: actor_id to the name to show.
        family: actor_id of persons to their family name, which stands where there is no room for the whole name.
    """
    said = _sentence(event, names, family)
    if (said is None or said.startswith("…")) and (quoted := _quotation(event, names, family)) is not None:
        return quoted
    if said is None:
        return label(event, names, "de")
    every = [one.actor_id for one in event.participants]
    return _placed(said, event, [known[one] for known in (names, family) for one in every if one in known])


def _placed(said: str, event: Titled, parties: Iterable[str]) -> str:
    """A sentence that names none of the parties, with the place behind it that tells it from others: `(Calais)`."""
    place = event.place
    if not place or said.endswith(")") or "spoken" in event_types()[event.type].traits:
        return said
    placed = f"{said} ({place})"
    told = any(_is_in(name, said) for name in (place, *parties))
    return said if told or len(placed) > vocabulary.words().longest else placed


def _sentence(event: Titled, names: Mapping[str, str], family: Mapping[str, str]) -> str | None:
    """An event's gist with who acts or speaks, in words or by name; None where it has none, or all are too long."""
    gist = event.gist
    if gist is None:
        return None
    acting, _others = _sides(event.participants, topics=False)
    spoken = gist.rests[0].form == "speech"
    actor = gist.actor or (acting[0] if len(acting) == 1 and (spoken or gist.subject is None) else None)
    short = None if actor is None else family.get(actor)
    by_name = [] if actor is None else [names.get(actor, actor), *([short] if short else [])]
    if gist.subject is None:
        unknown = actor is None and (spoken or not acting)
        several = _listed([names.get(one, one) for one in acting], "de") or "…"
        subjects: Sequence[str | None] = by_name or [several if unknown else None]
    else:
        titled = _who_speaks(gist.subject, by_name) if spoken and short else []
        subjects = titled or [gist.subject, *(by_name if gist.actor is not None else [])]
    told = [
        (_order(rest, spoken=spoken), at if rest.form == "predicate" else 0, said)
        for at, rest in enumerate(gist.rests)
        if rest.form != "quote"
        for subject in subjects
        if not (short and rest.form == "speech" and _is_in(short, rest.words))  # who speaks is told there, too
        if (said := _with_mark(subject, rest, event.status)) is not None
    ]
    return min(told, key=itemgetter(0, 1))[2] if told else None


def _quotation(event: Titled, names: Mapping[str, str], family: Mapping[str, str]) -> str | None:
    """An event in the words of a source, in quotation marks, with who says so before them; None without room for it."""
    acting, _others = _sides(event.participants, topics=False)
    speaker = acting[0] if "saying" in event_types()[event.type].traits and len(acting) == 1 else None
    callings = [known[speaker] for known in (names, family) if speaker is not None and speaker in known]
    rests = event.gist.rests if event.gist is not None else ()
    words = next((rest.words for rest in rests if rest.form == "quote"), None)
    if words is None:
        return None
    if any(_is_in(calling, words) for calling in callings):
        callings = []
    said = (_marked(f"{before}„{words}“", event.status) for before in [f"{one}: " for one in callings] or [""])
    return next((one for one in said if len(one) <= vocabulary.words().longest), None)


def _who_speaks(subject: str, by_name: Sequence[str]) -> list[str]:
    """A person by name in place of a title, with it where it is one noun: `Minister Bo Lund` for `Der Minister`.

    Nothing where whoever speaks is named already, or may be another: `Ein Sprecher`, `Der Beamte`, `Bo Lunds Anwältin`.
    """
    article, _, noun = subject.partition(" ")
    if article.lower() not in {"der", "die"} or _is_in(by_name[-1], subject) or noun.endswith(_INFLECTED):
        return []
    titled = noun.isalpha() and noun[:1].isupper()
    return [*(f"{noun} {name}" for name in by_name if titled), *by_name]


def _order(rest: Rest, *, spoken: bool) -> int:
    """Which sentences are better than others: those without dots, then those with some within, at the end, then names.

    What is said is told whole rather than who says it with the whole name; but without any name only before what would
    be broken off. Of what somebody does more is told with the family name alone rather than less with the whole name.
    """
    if rest.form == "name":
        return 4
    if rest.words.endswith("…"):
        return 3
    return 2 if spoken and rest.form != "speech" else int("…" in rest.words)


def _with_mark(subject: str | None, rest: Rest, status: Status) -> str | None:
    """A sentence in which it is heard, or said behind it, what has not happened; None if it is too long for a title."""
    if rest.form in {"sentence", "name"}:
        said = rest.words
    elif subject is None or (rest.form == "predicate" and _is_in(subject, rest.words)):
        return None  # nobody does something to themselves by name: it is another who does it
    else:
        said = f"{subject}: {_capital(rest.words)}" if rest.form == "speech" else f"{subject} {rest.words}"
    if rest.form != "speech":
        said = _marked(said, status)
    return _capital(said) if len(said) <= vocabulary.words().longest else None


def _marked(said: str, status: Status) -> str:
    """What is said, with a word behind it for what has not happened, unless that is heard in it."""
    mark = _words().status.get(status)
    heard = mark is None or not _words().heard[status].isdisjoint(_WORD.findall(said.lower()))
    return said if mark is None or heard else f"{said} ({mark.de})"


def _is_in(name: str, words: str) -> bool:
    """Whether all words of a name stand among others, be it in the genitive."""
    every = {word.removesuffix("s") for word in _WORD.findall(words)}
    own = {word.removesuffix("s") for word in _WORD.findall(name)}
    return bool(own) and own <= every


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def label(event: Titled, names: Mapping[str, str], language: Language) -> str:
    """A title such as `Besuch: Mark Rutte – Japan (Tokio)`, `Visit: Mark Rutte to Japan` or `Forderung: Meier · Geld`.

    Within an English one the words of the source, which are German, stand in quotation marks: what is said, in a whole
    sentence if there is room, or else its topic.

    Args:
        event: the event; its topic is left out where the title would be too long for it, names that are longer stay
            whole.
        names: actor_id to the name to show, in that language.
        language: the language of the type's label, of the place and of the words between names.
    """
    entry = event_types()[event.type]
    kind = entry.label_de if language == "de" else entry.label_en
    if event.status in _words().status:
        kind = f"{kind} ({getattr(_words().status[event.status], language)})"
    spoken, topic = "spoken" in entry.traits, event.topic
    acting, others = _sides(event.participants, topics=not spoken)
    every, sided = [names.get(one.actor_id, one.actor_id) for one in event.participants], bool(acting or others)
    said = f"“{topic}”" if topic and language == "en" else topic or ""  # words of a source stay German
    if spoken and not acting and not others and every:
        topic = said = _listed(list(dict.fromkeys(every)), language)
    if language == "en":
        head, topic = _english(kind, event, (acting, others), names, (topic, said))
    else:
        sides = " – ".join(_listed([names.get(a, a) for a in side], language) for side in (acting, others) if side)
        if others and not acting and (entry.sign == "conflict" or spoken):
            sides = f"… – {sides}"  # whoever does it is not known, and these do not
        if topic and not sides:
            sides, topic = ("…", topic) if spoken else (said, None)  # of whom or what somebody speaks, speaks not
        head = f"{kind}: {sides}" if sides else kind
    place = (event.place_en if language == "en" else None) or event.place
    short = f"{head} ({place})" if place and place not in head else head
    wordings = [f"“{words}”" for words in _quotable(event)] if language == "en" and spoken and sided else []
    if topic and topic not in short and topic != event.place:
        wordings.append(said)
    titles = (f"{short}{_words().topic_mark}{words}" for words in wordings)
    return next((one for one in titles if len(one) <= vocabulary.words().longest), short)


def _quotable(event: Titled) -> Iterator[str]:
    """What is said in an event, in whole sentences."""
    rests = event.gist.rests if event.gist is not None else ()
    told = (rest for rest in rests if rest.form in {"speech", "quote"} and "…" not in rest.words)
    yield from (_capital(rest.words) for rest in told)


def _english(
    kind: str,
    event: Titled,
    sides: tuple[Sequence[str], Sequence[str]],
    names: Mapping[str, str],
    about: tuple[str | None, str],
) -> tuple[str, str | None]:
    """An English label without its place, and the topic that is still to be told behind it.

    `Visit: Ann Ody to Norway`, `Accusation against Ann Ody`, `Statement on Norway`; where nothing else is known, what a
    source says.
    """
    acting, others = (_listed([names.get(actor, actor) for actor in side], "en") for side in sides)
    (topic, said), to = about, _words().to.get(event.type, "–")
    if acting or others:
        toward = f"{to} {others}" if others and (acting or to != "–") else others
        return " ".join(filter(None, (f"{kind}:" if acting or to == "–" else kind, acting, toward))), topic
    if topic:
        on = _words().on.get(event.type)
        return (f"{kind} {on} {said}" if on else f"{kind}: {said}"), None
    whole = (rest.words for rest in event.gist.rests if rest.form != "predicate") if event.gist else ()
    room = vocabulary.words().longest - len(f"{kind}: “”") - len(event.place_en or event.place or "") - len(" ()")
    told = next((words for words in whole if len(words) <= room), None)
    return (f"{kind}: “{told}”" if told else kind), None


def _sides(participants: Iterable[Participant], *, topics: bool) -> tuple[list[str], list[str]]:
    """Who acts, and whom it concerns; topics only if asked for, and where nobody else is named."""
    every: dict[str, None] = {}
    acting, others = set(), set()
    for actor, role in participants:
        every[actor] = None
        if role in ("agent", "speaker"):
            acting.add(actor)
        elif role != "topic":
            others.add(actor)
    if topics and not acting and not others:
        return list(every), []
    return [actor for actor in every if actor in acting], [actor for actor in every if actor in others - acting]


def _listed(names: Sequence[str], language: Language) -> str:
    if len(names) < 2:
        return "".join(names)
    and_, others = (getattr(word, language) for word in (_words().and_, _words().others))
    if len(names) > _SHOWN:
        return f"{', '.join(names[:_SHOWN])} {and_} {others}"
    return f"{', '.join(names[:-1])} {and_} {names[-1]}"
