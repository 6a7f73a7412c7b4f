"""Actors that a clause names only as those of another event, which says when its own was: `bei einem Treffen mit X`."""

from functools import cache

from core.claims.lexicon import EventType, event_types, role_words, with_trait
from core.claims.scene import Scene
from core.german.compounds import is_among
from core.german.phrases import Phrase, before_preposition


def is_of_circumstance(scene: Scene, at: int, phrase: Phrase | None, event: EventType, noun: int | None) -> bool:
    """Whether a phrase hangs on a meeting or visit that only says when something else is told of: `am Rande seines …`.

    What is agreed at a meeting or done together is agreed and done by those who meet.

    Args:
        scene: the sentence.
        at: the clause.
        phrase: the phrase.
        event: the type of the clause's event.
        noun: the token of the noun that names that event, if a noun does.
    """
    if event.object_role == "partner" or "encounter" in event.traits:
        return False
    while phrase is not None and phrase.preposition in {"", *role_words().inside}:
        phrase = _host(scene, at, phrase)
        if phrase is None or phrase.function in {"subject", "object"}:
            return False
        if (
            phrase.head != noun
            and is_among(scene.words[phrase.head], _encounters())
            and _dates(scene, at, phrase, event)
        ):
            return True
    return False


def _host(scene: Scene, at: int, phrase: Phrase) -> Phrase | None:
    """The phrase that another one hangs on: its host, or the one that it stands right behind with its preposition."""
    phrases = scene.phrases[at]
    if phrase.function == "attribute" and phrase.host is not None:
        return phrases[phrase.host]
    return before_preposition(phrases, phrase) if phrase.preposition else None


def _dates(scene: Scene, at: int, phrase: Phrase, event: EventType) -> bool:
    """Whether a phrase says when something else is; `vor` and `nach` something may be warned or asked, too."""
    words = role_words()
    if phrase.function == "attribute":
        host = _host(scene, at, phrase)
        return host is not None and host.preposition != "" and scene.words[host.head].text.lower() in words.margins
    if event.traits >= {"harm", "spoken"} or "demand" in event.traits:
        return phrase.preposition in words.circumstances - {"vor", "nach"}
    return phrase.preposition in words.circumstances


@cache
def _encounters() -> frozenset[str]:
    """The nouns for meetings and visits, in small letters."""
    return frozenset(noun.lower() for name in with_trait("encounter") for noun in event_types()[name].nouns)
