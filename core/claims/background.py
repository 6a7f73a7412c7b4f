"""Events that a noun names beside the event of its clause, with a day of their own: `nach der Wahl 2012`."""

from collections.abc import Iterator

from core.claims import nouns, triggers
from core.claims.draft import Draft, draft
from core.claims.scene import Scene
from core.claims.triggers import Trigger
from core.german.tags import is_sign

_LONGEST = 14
"""Tokens of a noun phrase with all that hangs on it; what stands farther behind belongs to the clause."""


def background_of_clause(scene: Scene, at: int, told: Trigger | None) -> Iterator[Draft]:
    """The events that nouns of a clause name by the way.

    Such a noun has a date right behind it. Words are none: that somebody said something is told where it is told.

    Args:
        scene: the sentence.
        at: the clause.
        told: what tells of the clause's own event, if it has one; a noun of the same type tells of it once more.
    """
    for noun in triggers.of_nouns(scene, at):
        if triggers.has(noun, "spoken") or (told is not None and told.type == noun.type):
            continue
        phrase = scene.phrase_of(noun.at, at)
        if phrase is None or phrase.function in {"subject", "object"} or phrase.head != noun.at:
            continue
        extent = _extent(scene, at, phrase.tokens[0], noun.at)
        if any(i in scene.dates for i in extent if i - noun.at <= nouns.DATE_BEHIND):
            yield from draft(scene, [at], noun, extent=extent)


def _extent(scene: Scene, at: int, first: int, noun: int) -> frozenset[int]:
    """The tokens of the noun's phrase, from its begin to the next verb or sign, or the next event that is named."""
    following = {other.at for other in triggers.of_nouns(scene, at)} - {noun}
    inside = [first]
    for i in scene.clauses[at].tokens:
        if first < i <= first + _LONGEST:
            word = scene.words[i]
            if i != inside[-1] + 1 or i in following or word.tag[0] == "V" or is_sign(word):
                break
            inside.append(i)
    return frozenset(inside)
