"""Titles of events, made from type, participants and place, never by cutting a sentence."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Literal

from pydantic import Field

from core.claims.lexicon import event_types
from core.model import Participant
from core.vocabulary import Entry, load

Language = Literal["de", "en"]

_SHOWN = 3
_LONGEST = 90  # characters of a title; names that are longer stay whole


class _Word(Entry):
    de: str
    en: str


class _Words(Entry):
    """The file `titles.toml`."""

    and_: _Word = Field(alias="and")
    others: _Word
    topic_mark: str


@cache
def _words() -> _Words:
    return load("titles.toml", _Words)


def title(
    event_type: str,
    participants: Iterable[Participant],
    names: Mapping[str, str],
    place: str | None,
    topic: str | None,
    language: Language,
) -> str:
    """A short title such as `Besuch: Mark Rutte – Japan (Tokio)` or `Forderung: Anna Meier · mehr Geld`.

    Args:
        event_type: the event's type.
        participants: the participants of all its claims; an actor may come more than once.
        names: actor_id to the name to show.
        place: where, or None.
        topic: what it is about in the words of a source, or None; left out where the title would be too long for it.
        language: "de" or "en": the language of the type's label and of the joining words.
    """
    entry = event_types()[event_type]
    label = entry.label_de if language == "de" else entry.label_en
    acting, others = _sides(participants)
    sides = " – ".join(_listed([names.get(a, a) for a in side], language) for side in (acting, others) if side)
    if not sides and topic:
        sides, topic = topic, None
    where = f" ({place})" if place and place not in sides else ""
    short = f"{label}: {sides}{where}" if sides else f"{label}{where}"
    about = f"{_words().topic_mark}{topic}" if topic and topic not in short else ""
    return f"{short}{about}" if len(short) + len(about) <= _LONGEST else short


def _sides(participants: Iterable[Participant]) -> tuple[list[str], list[str]]:
    """Who acts, and whom it concerns; topics only where nobody else is named."""
    every: dict[str, None] = {}
    acting, others = set(), set()
    for actor, role in participants:
        every[actor] = None
        if role in ("agent", "speaker"):
            acting.add(actor)
        elif role != "topic":
            others.add(actor)
    if not acting and not others:
        return list(every), []
    return [actor for actor in every if actor in acting], [actor for actor in every if actor in others - acting]


def _listed(names: Sequence[str], language: Language) -> str:
    if len(names) < 2:
        return "".join(names)
    and_, others = (getattr(word, language) for word in (_words().and_, _words().others))
    if len(names) > _SHOWN:
        return f"{', '.join(names[:_SHOWN])} {and_} {others}"
    return f"{', '.join(names[:-1])} {and_} {names[-1]}"
