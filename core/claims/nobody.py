"""Claims in which nobody known acts: which of them are worth telling all the same."""

from functools import cache

from core.claims import triggers
from core.claims.draft import Draft
from core.claims.scene import Scene
from core.claims.triggers import Trigger
from core.german.clauses import Clause
from core.vocabulary import Entry, load


class _Words(Entry):
    """`vocabulary/nobody.toml`: types, and words for subjects."""

    by_noun: frozenset[str]
    by_somebody: frozenset[str]
    possible: frozenset[str]
    pronouns: frozenset[str]
    anybody: frozenset[str]


@cache
def _words() -> _Words:
    return load("nobody.toml", _Words)


def is_worth_telling(draft: Draft) -> bool:
    """Whether a draft has somebody who acts, or is of a happening that counts without.

    Words count with a speaker alone where a pronoun or a name says that there is one. Where nobody at all takes part,
    some types do not count by a noun, as a mere possibility, or without a date in the active, nor does what a relative
    clause says in the present without one, which is what things are like (`Flüchtlinge, die nach Norwegen kommen`).
    """
    if any(part.role in {"agent", "speaker"} for part in draft.parts) or _has_failed(draft):
        return True
    words, name, scene = _words(), draft.trigger.type, draft.scene
    if draft.trigger.evidence == "noun":
        return bool(draft.parts) or name not in words.by_noun or _took_place(draft)
    home = scene.home_of(draft.trigger.at)
    subject = _subject(scene, draft.trigger.at)
    alone = scene.words[subject[0]].text.lower() if len(subject) == 1 else ""
    somebody = alone in words.pronouns or _is_bare_name(scene, subject)
    if (somebody and triggers.has(draft.trigger, "spoken")) or alone in words.anybody:
        return False
    if draft.parts or home is None or home.verb is None:
        return True
    relative = home.kind == "relative" or (home.opener == "wo" and triggers.has(draft.trigger, "saying"))
    described = relative and home.verb.tense == "present"
    active = not home.verb.passive and name in words.by_somebody and not _says_no(scene, home, draft.trigger)
    undated = draft.date is None and (described or active)
    return not (undated or (draft.status == "possible" and name in words.possible))


def _says_no(scene: Scene, home: Clause, trigger: Trigger) -> bool:
    """Whether a clause tells of words by their noun (`Widerstand regt sich`), or of people or a body that say no.

    `Die Beschuldigten weisen das zurück` counts; that somebody gives no comment (`status` of a frame) does not.
    """
    at = scene.clauses.index(home)
    if triggers.worded(scene, at, trigger):
        return True
    told = home.kind == "main" and home.verb is not None and home.verb.mood == "indicative" and trigger.status is None
    subjects = [scene.words[phrase.head] for phrase in scene.phrases[at] if phrase.function == "subject"]
    named = any(word.tag == "NN" for word in subjects) and triggers.somebody(scene, at)
    return told and named and triggers.has(trigger, "refusal")


def _has_failed(draft: Draft) -> bool:
    """Whether something came to nothing, which is nobody's words: `Die Übernahme scheiterte`."""
    return draft.trigger.outright and triggers.has(draft.trigger, "refusal") and not draft.parts


def _took_place(draft: Draft) -> bool:
    """Whether a clause says on which day it was that a noun names: `Das letzte Telefonat fand im Juni statt`."""
    scene, at = draft.scene, draft.trigger.at
    home = scene.home_of(at)
    light = home is not None and triggers.is_light(scene, scene.clauses.index(home))
    return light and draft.date is not None and at in _subject(scene, at)


def _subject(scene: Scene, at: int) -> tuple[int, ...]:
    """The tokens of the subject of the clause that a token stands in."""
    home = scene.home_of(at)
    row = scene.phrases[scene.clauses.index(home)] if home is not None else ()
    return next((phrase.tokens for phrase in row if phrase.function == "subject"), ())


def _is_bare_name(scene: Scene, tokens: tuple[int, ...]) -> bool:
    """Whether tokens are nothing but a name, of whom nobody knows who it is: `…, sagte Lund`."""
    return bool(tokens) and all(scene.words[i].tag == "NE" and i not in scene.mentions for i in tokens)
