"""Which words of a clause tell of an event, and of what type: frames before plain verbs, verbs before nouns."""

from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from core.claims.lexicon import EventType, Frame, event_types
from core.claims.participants import subject_of
from core.claims.scene import Scene
from core.german.compounds import head_in
from core.german.phrases import Phrase
from core.model import ActorKind

Evidence = Literal["frame", "verb", "noun"]


class Trigger(NamedTuple):
    """The token that carries an event, the event's type, and by what kind of entry it was found."""

    type: str
    at: int
    evidence: Evidence


class _Pattern(NamedTuple):
    type: str
    frame: Frame


@cache
def _patterns() -> dict[str, list[_Pattern]]:
    """Verb -> its patterns in all types; a plain verb is a frame without conditions. Nouns are in small letters."""
    found: dict[str, list[_Pattern]] = {}
    for name, event in event_types().items():
        for frame in (*event.frames, Frame(verbs=event.verbs, without=event.without)):
            small = frame.model_copy(update={"nouns": _small(frame.nouns), "without": _small(frame.without)})
            for verb in frame.verbs:
                found.setdefault(verb, []).append(_Pattern(name, small))
    return found


@cache
def _event_nouns() -> dict[str, str]:
    """Noun in small letters -> type."""
    return {noun.lower(): name for name, event in event_types().items() for noun in event.nouns}


def _small(nouns: frozenset[str]) -> frozenset[str]:
    return frozenset(noun.lower() for noun in nouns)


def of_verb(scene: Scene, at: int) -> Trigger | None:
    """The event that the verb of a clause tells of, by the most demanding pattern that fits."""
    clause = scene.clauses[at]
    if clause.verb is None:
        return None
    fitting = [
        (_demands(pattern.frame), pattern.type)
        for pattern in _patterns().get(clause.verb.lemma, ())
        if _fits(pattern, scene, at)
    ]
    if not fitting:
        return None
    demands, name = max(fitting, key=lambda pair: pair[0])
    return Trigger(name, clause.verb.at, "frame" if demands else "verb")


def _demands(frame: Frame) -> int:
    """How much a pattern asks for; 0 for a plain verb. One adverb asks more than all that comes after it, and so on."""
    return 8 * bool(frame.adverbs) + 4 * bool(frame.nouns) + 2 * bool(frame.prepositions) + bool(frame.reflexive)


def _fits(pattern: _Pattern, scene: Scene, at: int) -> bool:
    clause, frame = scene.clauses[at], pattern.frame
    if frame.active and clause.verb is not None and clause.verb.passive:
        return False
    antecedent = scene.antecedent(at)
    named = scene.nouns(clause) + ([antecedent] if antecedent else [])
    nouns = [form for noun in named for form in (noun.lemma, noun.text)]
    if frame.without and any(head_in(noun, frame.without) for noun in nouns):
        return False
    if frame.nouns and not any(head_in(noun, frame.nouns) for noun in nouns):
        return False
    behind = [phrase for phrase in scene.phrases[at] if phrase.preposition in frame.prepositions]
    if frame.prepositions and not behind:
        return False
    if frame.destination and not any(_is_destination(scene, phrase) for phrase in behind):
        return False
    if frame.adverbs and not any(scene.words[i].text.lower() in frame.adverbs for i in clause.tokens):
        return False
    if frame.subject and not _has_subject(scene, at, frame.subject):
        return False
    return not frame.reflexive or (clause.verb is not None and clause.verb.reflexive)


def _is_destination(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase names a place or a state."""
    kinds = {scene.analysis.kinds[m.actor_id] for i in phrase.tokens for m in scene.mentions.get(i, ())}
    return bool(kinds & {"state", "place"}) or any(i in scene.places for i in phrase.tokens)


def _has_subject(scene: Scene, at: int, kinds: frozenset[ActorKind]) -> bool:
    """Whether the subject is an actor of one of the kinds, or a pronoun that could be one."""
    known = {scene.analysis.kinds[part.mention.actor_id] for part in subject_of(scene, at)}
    if known:
        return bool(known & kinds)
    heads = [phrase.head for phrase in scene.phrases[at] if phrase.function == "subject"]
    return any(scene.words[i].tag == "PPER" for i in heads)


def of_nouns(scene: Scene, at: int) -> Iterator[Trigger]:
    """The events that the nouns of a clause name (`der Besuch Ruttes`), in order."""
    nouns = _event_nouns()
    for noun in scene.nouns(scene.clauses[at]):
        if (head := head_in(noun.lemma, nouns) or head_in(noun.text, nouns)) is not None:
            yield Trigger(nouns[head], noun.at, "noun")


def type_of(trigger: Trigger) -> EventType:
    """The entry of the trigger's event type."""
    return event_types()[trigger.type]
