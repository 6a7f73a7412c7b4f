"""Events that a noun names: which noun of a clause has enough to go by."""

from core.claims import status, triggers
from core.claims.lexicon import role_words
from core.claims.scene import Scene
from core.claims.triggers import Trigger

DATE_BEHIND = 4  # tokens behind a noun in which a date is its own: `der Wahl im Jahr 2012`
_TOPICAL = frozenset({"auf", "über", "bezüglich", "hinsichtlich", "betreffend"})
"""Prepositions before what a sentence is about; what such a phrase names need not have happened."""
_BEFORE, _BEHIND = 3, 10  # tokens around a noun in which its actors and its date stand


def best(scene: Scene, at: int, least: int, governed: bool = False) -> Trigger | None:
    """The event noun with the most to go by: actors and a date in or right behind its phrase, and its place.

    An undated noun counts only where it is what the clause is about: its subject, its object, or all there is. With
    `governed`, so does only what the verb governs: `kündigte bei einem Besuch den Abzug an` announces no visit.
    """
    named = (noun for noun in triggers.of_nouns(scene, at) if not _is_had(scene, at, noun))
    nouns = [n for n in named if not governed or _governed(scene, at, n)]
    scored = [(_evidence(scene, at, noun), -noun.at, noun) for noun in nouns]
    best = max(scored, default=None, key=lambda row: row[:2])
    return best[2] if best is not None and best[0] >= least else None


def _is_had(scene: Scene, at: int, noun: Trigger) -> bool:
    """Whether a noun only names what somebody has: `hat einen Vertrag`."""
    verb, phrase, words = scene.clauses[at].verb, scene.phrase_of(noun.at, at), role_words()
    having = verb is not None and verb.lemma in words.possessing and noun.type in words.possessed
    return having and phrase is not None and phrase.function == "object"


def _governed(scene: Scene, at: int, noun: Trigger) -> bool:
    phrase = scene.phrase_of(noun.at, at)
    if phrase is None or phrase.function in {"subject", "object"}:
        return True
    return _planned_noun_before(scene, at, noun)


def _evidence(scene: Scene, at: int, noun: Trigger) -> int:
    clause = scene.clauses[at]
    following = min(
        (other.at for other in triggers.of_nouns(scene, at) if other.at > noun.at), default=noun.at + _BEHIND
    )
    near = [i for i in clause.tokens if noun.at - _BEFORE <= i < min(noun.at + _BEHIND, following)]
    actors = {m.actor_id for i in near for m in scene.mentions.get(i, ())}
    dated = any(i in scene.dates for i in near)
    phrase = scene.phrase_of(noun.at, at)
    central = clause.verb is None or (phrase is not None and phrase.function in {"subject", "object"})
    if clause.verb is not None and phrase is not None and phrase.preposition == "mit":
        central = clause.verb.lemma in status.begun()  # `begannen mit dem Abzug`
    if clause.verb is None and phrase is not None and phrase.preposition in _TOPICAL:
        central = False  # `Zweitens in Bezug auf die Beschränkungen die Bedeutung der Zusammenarbeit`
    if not central and not dated:
        return bool(actors) if _planned_noun_before(scene, at, noun) else 0
    return len(actors) + dated + central


def _planned_noun_before(scene: Scene, at: int, noun: Trigger) -> bool:
    """Whether the noun is what a plan or an idea in front of it is about: `Pläne zur Eröffnung`."""
    return any(i < noun.at for i in status.marking_nouns(scene, scene.clauses[at]))
