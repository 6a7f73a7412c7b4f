"""Words that nobody known says, and that are told of all the same: `heißt es in dem Bericht`, `wurde vorgestellt`."""

from collections.abc import Sequence
from functools import cache

from core.claims import dating, triggers
from core.claims.lexicon import nouns_of, status_words
from core.claims.scene import Scene
from core.claims.triggers import Trigger
from core.german.clauses import Verb
from core.german.compounds import is_among
from core.german.phrases import Phrase
from core.german.values import PAST_TENSES
from core.vocabulary import Entry, load


class _Words(Entry):
    """`vocabulary/impersonal.toml`."""

    papers: frozenset[str]
    sources: frozenset[str]
    published: frozenset[str]


@cache
def _words() -> _Words:
    return load("impersonal.toml", _Words)


@cache
def _papers() -> frozenset[str]:
    return frozenset(noun.lower() for noun in _words().papers)


def stands_written(scene: Scene, at: int, trigger: Trigger) -> bool:
    """Whether a clause says in what its words stand, or in whose house they were said, instead of who says them.

    `Der Bericht betont, dass …`, `heißt es in dem Schreiben`; `hieß es` alone names no source.
    """
    verb = scene.clauses[at].verb
    says = triggers.has(trigger, "saying") or trigger.evidence == "verb"  # but `Der Bericht sorgt für Empörung`
    if verb is None or verb.negated or not says:
        return False
    if verb.passive:
        return triggers.has(trigger, "saying") and _is_said_inside(scene, at)
    if verb.lemma == _TOLD:
        return any(phrase.preposition in _words().sources and _is_source(scene, phrase) for phrase in scene.phrases[at])
    subjects = (phrase for phrase in scene.phrases[at] if phrase.function == "subject")
    return any(is_among(scene.words[phrase.head], _papers()) for phrase in subjects)


_TOLD = "heißen"


def _is_said_inside(scene: Scene, at: int) -> bool:
    """Whether a passive without a subject names the house where it was said: `wurde im Ministerium betont, dass …`."""
    row = scene.phrases[at]
    inside = any(phrase.preposition in _INSIDE and _is_source(scene, phrase) for phrase in row)
    return inside and not any(phrase.function == "subject" for phrase in row) and bool(scene.complements(at))


_INSIDE = frozenset({"in", "bei", "seitens"})
"""Prepositions of a house where something was said."""


def lacks_words(scene: Scene, clauses: Sequence[int]) -> bool:
    """Whether clauses hold no more than `heißt es in dem Bericht`, without what it says there."""
    verb = scene.clauses[clauses[0]].verb
    return len(clauses) == 1 and verb is not None and verb.lemma == _TOLD


def _is_source(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase names a paper or a body: `in dem Schreiben`, `aus dem Ministerium`."""
    named = not triggers.kinds_named(scene, phrase).isdisjoint(_BODIES)
    return named or is_among(scene.words[phrase.head], _papers() | nouns_of("body"))


_BODIES = frozenset({"organisation", "company", "military", "media", "state"})


def is_made_known(scene: Scene, at: int, trigger: Trigger) -> bool:
    """Whether a clause tells, in the past passive, of words that somebody made known or that were aimed at something.

    `Die Pläne wurden vorgestellt` does, `Zwei Beamte wurden gerügt` too; `Es wurde vermutet` tells what was thought.
    """
    clause = scene.clauses[at]
    verb = clause.verb
    if verb is None or trigger.at != verb.at or not (_is_past(verb) and verb.passive) or verb.modal or verb.negated:
        return False
    if clause.kind != "main" and dating.of_tokens(scene, clause.tokens, trigger.at).silent:
        return False
    published = verb.lemma in _words().published
    if not published and (triggers.has(trigger, "saying") or trigger.evidence != "verb"):
        return False
    if status_words().settings.status_of(verb.lemma) is not None and not published:
        return False  # `Der Besuch wurde abgesagt` tells of a visit
    subjects = [phrase for phrase in scene.phrases[at] if phrase.function == "subject"]
    return any(scene.words[phrase.head].tag in _NAMING for phrase in subjects)


_NAMING = frozenset({"NN", "NE", "PRELS", "CARD"})


def _is_past(verb: Verb) -> bool:
    return verb.tense in PAST_TENSES and verb.mood == "indicative"
