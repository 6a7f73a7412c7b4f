"""Events that a noun names beside the event of its clause, with a day of their own: `nach der Wahl 2012`."""

from collections.abc import Iterator
from dataclasses import replace

from core.claims import nouns, triggers
from core.claims.draft import Draft, draft
from core.claims.participants import subject_of
from core.claims.scene import Scene
from core.claims.triggers import Trigger
from core.german.phrases import Phrase
from core.german.tags import is_sign
from core.german.values import PAST_TENSES

_LONGEST = 14
"""Tokens of a noun phrase with all that hangs on it; what stands farther behind belongs to the clause."""


def background_of_clause(scene: Scene, at: int, told: Trigger | None) -> Iterator[Draft]:
    """The events that nouns of a clause name by the way.

    Such a noun has a date right behind it, or names a meeting with somebody known. Words are none: that somebody said
    something is told where it is told.

    Args:
        scene: the sentence.
        at: the clause.
        told: what tells of the clause's own event, if it has one; a noun of the same type tells of it once more.
    """
    yield from meetings_of_clause(scene, at, told)
    for noun, phrase in _by_the_way(scene, at, told):
        extent = _extent(scene, at, phrase.tokens[0], noun.at)
        dated = any(i in scene.dates for i in extent if i - noun.at <= nouns.DATE_BEHIND)
        if dated and not _is_attended(scene, at, noun, phrase):
            yield from draft(scene, [at], noun, extent=extent)


def meetings_of_clause(scene: Scene, at: int, told: Trigger | None) -> Iterator[Draft]:
    """The meetings by name at which, or after which, somebody did what a clause tells: `sagte nach dem Treffen mit X`.

    Arguments are those of `background_of_clause`.
    """
    for noun, phrase in _by_the_way(scene, at, told):
        if _is_attended(scene, at, noun, phrase):
            extent = _as_far_as_met(scene, at, phrase)
            over = phrase.preposition == "nach" or _is_past(scene, at)
            drafts = draft(scene, [at], noun, given="occurred" if over else None, extent=extent)
            yield from (_with_guests(told_of, at) for told_of in drafts)


def _by_the_way(scene: Scene, at: int, told: Trigger | None) -> Iterator[tuple[Trigger, Phrase]]:
    """The nouns for events beside what a clause tells of, each with its phrase."""
    for noun in triggers.of_nouns(scene, at):
        if triggers.has(noun, "spoken") or (told is not None and told.type == noun.type):
            continue
        phrase = scene.phrase_of(noun.at, at)
        if phrase is not None and phrase.function not in {"subject", "object"} and phrase.head == noun.at:
            yield noun, phrase


def _is_attended(scene: Scene, at: int, noun: Trigger, phrase: Phrase) -> bool:
    """Whether a phrase names a meeting that the subject of its clause, whom the text names, was at."""
    encounter = triggers.has(noun, "encounter") and phrase.preposition in _ATTENDING
    return (
        encounter
        and _meets(scene, _extent(scene, at, phrase.tokens[0], noun.at), noun.at)
        and bool(subject_of(scene, at))
    )


_ATTENDING = frozenset({"bei", "nach"})
"""Prepositions of a meeting that whoever does what the clause tells was at."""


def _meets(scene: Scene, extent: frozenset[int], noun: int) -> bool:
    """Whether a phrase says whom somebody met, by name: `bei einem Treffen mit Anna Meier`; media interview."""
    behind = [i for i in sorted(extent) if i > noun]
    if not behind or behind[0] != noun + 1 or scene.words[behind[0]].text.lower() != "mit":
        return False
    named = (mention.actor_id for i in behind for mention in scene.mentions.get(i, ()))
    return any(scene.analysis.kinds.get(actor) in {"person", "state"} for actor in named)


def _as_far_as_met(scene: Scene, at: int, phrase: Phrase) -> frozenset[int]:
    """The tokens of a meeting with whom, when and where it was: `einem Treffen mit Anna Meier am Montag | den Plan`."""
    row, end = scene.phrases[at], phrase.tokens[-1]
    for other in row[row.index(phrase) + 1 :]:
        when, where = scene.time_tokens.issuperset(other.tokens), not scene.places.keys().isdisjoint(other.tokens)
        if other.function != "attribute" and other.preposition != "mit" and not when and not where:
            break
        end = other.tokens[-1]
    return frozenset(i for i in scene.clauses[at].tokens if phrase.tokens[0] <= i <= end)


def _is_past(scene: Scene, at: int) -> bool:
    verb = scene.clauses[at].verb
    return verb is not None and verb.tense in PAST_TENSES and not verb.modal


def _with_guests(told: Draft, at: int) -> Draft:
    """The draft of a meeting with whoever does what the clause tells, who was there."""
    known = {part.mention.actor_id for part in told.parts}
    attending = subject_of(told.scene, at)
    guests = tuple(part._replace(role="agent") for part in attending if part.mention.actor_id not in known)
    return replace(told, parts=(*guests, *told.parts))


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
