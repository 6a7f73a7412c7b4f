"""Which words of a clause tell of an event, and of what type: frames before plain verbs, verbs before nouns."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from core.claims.counted import counted
from core.claims.lexicon import (
    EventType,
    Frame,
    Trait,
    apart,
    event_types,
    noun_classes,
    nouns_of,
    status_words,
    uneventful,
    with_trait,
)
from core.claims.participants import subject_of
from core.claims.scene import Noun, Scene
from core.german.clauses import Verb
from core.german.compounds import head_in, heads
from core.german.phrases import Phrase, before_preposition
from core.german.tags import NAMES
from core.model import ActorKind, Role, Status

Evidence = Literal["frame", "verb", "noun", "speech"]


class Trigger(NamedTuple):
    """The token that carries an event, the event's type, by what kind of entry it was found, and what that settles.

    `status` is the status that a frame gives (`entging einem Verfahren`: denied), `roles` the roles of its subject,
    its object, or what stands behind a preposition. An `outright` one is no event that its verb says is off.
    """

    type: str
    at: int
    evidence: Evidence
    status: Status | None = None
    roles: tuple[tuple[str, Role], ...] = ()
    outright: bool = False


class _Pattern(NamedTuple):
    """A frame of a type, or one that tells of no event (`type` is None); its nouns are in small letters."""

    type: str | None
    frame: Frame
    demands: int


@cache
def _patterns() -> dict[str, list[_Pattern]]:
    """Verb -> its patterns in all types; a plain verb is a frame without conditions."""
    by_verb: dict[str, list[_Pattern]] = {}
    for name, frame in _all_frames():
        small = _in_small(frame)
        for verb in frame.verbs:
            by_verb.setdefault(verb, []).append(_Pattern(name, small, _demands(frame)))
    return by_verb


def _all_frames() -> Iterator[tuple[str | None, Frame]]:
    none = uneventful()
    for frame in (*none.frames, Frame(verbs=none.verbs | none.light)):
        yield None, frame
    for name, event in event_types().items():
        for frame in (*event.frames, Frame(verbs=event.verbs, without=event.without)):
            yield name, frame


def _in_small(frame: Frame) -> Frame:
    return frame.model_copy(update={key: _small(getattr(frame, key)) for key in _NOUN_LISTS})


_NOUN_LISTS = ("nouns", "subjects", "objects", "behind", "without")


@cache
def _event_nouns() -> dict[str, str | None]:
    """Noun in small letters -> its type, or None where it expressly tells of no event; what is derived comes last."""
    listed: dict[str, str | None] = {noun.lower(): None for noun in uneventful().nouns}
    listed |= {noun.lower(): name for name, event in event_types().items() for noun in event.nouns}
    derived = {_in_ung(verb): name for name, event in event_types().items() for verb in event.verbs}
    return derived | listed


def _in_ung(verb: str) -> str:
    """The noun that German derives most regularly from a verb: `räumen` -> `räumung`, `sammeln` -> `sammlung`."""
    if verb.endswith("eln"):
        return verb.removesuffix("eln") + "lung"
    return verb.removesuffix("en").removesuffix("n") + "ung"


def _small(nouns: frozenset[str]) -> frozenset[str]:
    """The nouns in small letters, those of a class spelled out."""
    spelled_out = (nouns_of(noun[1:]) for noun in nouns if noun[0] == "@")
    return frozenset(noun.lower() for noun in nouns).union(*spelled_out)


def decided(verb: str) -> bool:
    """Whether the vocabulary says of a verb, given as its base form, what it tells of, or that it tells of nothing."""
    return bool(_patterns_of(verb))


def _patterns_of(verb: str) -> Sequence[_Pattern]:
    """The patterns of a verb; where it has none, those of what is left without an adverb that looks like a particle."""
    known: Mapping[str, Sequence[_Pattern]] = _patterns()
    adverb = max((adverb for adverb in uneventful().adverbs if verb.startswith(adverb)), key=len, default="")
    return known.get(verb, known.get(verb.removeprefix(adverb), ()))


def noun_decided(noun: str) -> bool:
    """Whether the vocabulary says of a noun what it names, by itself or by what it ends in."""
    return head_in(noun, _event_nouns()) is not None


@lru_cache(maxsize=128)  # rules ask it of a clause several times while its sentence is read
def of_verb(scene: Scene, at: int) -> Trigger | None:
    """The event that the verb of a clause tells of, by the most demanding pattern that fits."""
    verb = scene.clauses[at].verb
    if verb is None:
        return None
    if verb.modal in _WILL and verb.negated and not verb.passive:
        return Trigger(type_with("refusal"), verb.at, "frame", status="occurred")
    fitting = [pattern for pattern in _patterns_of(verb.lemma) if _fits(pattern.frame, scene, at)]
    best = max(fitting, key=lambda pattern: pattern.demands, default=None)
    if best is None or best.type is None:
        return _intention(scene, at, verb)
    frame = best.frame
    roles = {**event_types()[best.type].roles, **_valency(best.type).get(verb.lemma, {}), **frame.roles}
    if _is_swapped(frame, scene, at):
        roles["object"] = "agent"
    return Trigger(
        best.type, verb.at, "frame" if best.demands else "verb", frame.status, tuple(roles.items()), frame.outright
    )


def _intention(scene: Scene, at: int, verb: Verb) -> Trigger | None:
    """That somebody named wants to do something that is no event by itself: `Meier will die Partei einen`.

    A company plans it; of others it is a stance.
    """
    clause, words = scene.clauses[at], status_words()
    told = verb.tense == "present" and verb.mood == "indicative" and clause.kind == "main"
    willing = verb.modal in _WILL and verb.lemma not in words.undeclared
    planning = not verb.modal and verb.lemma in words.intending and not verb.negated and bool(scene.complements(at))
    if not told or not (willing or planning) or not (scene.complements(at) or len(scene.nouns(clause)) > 1):
        return None
    kinds = {scene.analysis.kinds[part.mention.actor_id] for part in subject_of(scene, at)}
    begin = scene.words[verb.at].start
    if not kinds or any(saying.direct and saying.start <= begin < saying.end for saying in scene.sayings):
        return None  # `Norwegen will die Partei einen`, says somebody else
    if kinds == {"company"}:
        return Trigger(type_with("trade"), verb.at, "verb", status="planned")
    return Trigger(type_with("saying"), verb.at, "verb", status="occurred")


@cache
def _valency(name: str) -> Mapping[str, Mapping[str, Role]]:
    """The parts around the verbs of a type, by the verb."""
    return {verb: entry.roles for entry in event_types()[name].valency for verb in entry.verbs}


def of_words(scene: Scene, at: int) -> str | None:
    """The type that somebody's words are of by what they say, where they deny nothing: `sei ein Skandal`."""
    verb = scene.clauses[at].verb
    if verb is None or verb.negated:
        return None
    return next((name for name, frame in _of_words().get(verb.lemma, ()) if _fits(frame, scene, at)), None)


@cache
def _of_words() -> dict[str, list[tuple[str, Frame]]]:
    """Verb -> the frames, with their types, that tell of what kind somebody's words with it are."""
    by_verb: dict[str, list[tuple[str, Frame]]] = {}
    for name, event in event_types().items():
        for frame in event.words:
            small = _in_small(frame)
            for verb in frame.verbs:
                by_verb.setdefault(verb, []).append((name, small))
    return by_verb


_WILL = frozenset({"wollen"})
"""Modal verbs of intention: who does not want to, refuses."""


def type_with(trait: Trait) -> str:
    """The type that has a trait which only one has."""
    return min(with_trait(trait))


def _demands(frame: Frame) -> int:
    """How much a pattern asks for; 0 for a plain verb. One adverb asks more than all that comes after it, and so on."""
    nouns = bool(frame.nouns) + bool(frame.objects) + bool(frame.behind)
    forms = (frame.reflexive, frame.transitive, frame.intransitive, frame.passive, frame.active, bool(frame.subject))
    fixed = 16 * bool(frame.prepositions) + 24 * bool(frame.subjects)
    return 256 * bool(frame.adverbs) + 64 * nouns + fixed + sum(forms)


def _fits(frame: Frame, scene: Scene, at: int) -> bool:
    clause = scene.clauses[at]
    verb = clause.verb
    if verb is None or (frame.active and verb.passive) or (frame.passive and not verb.passive):
        return False
    if frame.reflexive and not verb.reflexive:
        return False
    if frame.adverbs and not any(scene.words[i].text.lower() in frame.adverbs for i in clause.tokens):
        return False
    behind = [
        phrase
        for phrase in scene.phrases[at]
        if phrase.preposition in frame.prepositions and not _is_attribute_in_front(scene, at, phrase)
    ]
    if frame.prepositions and not behind:
        return False
    if frame.nouns and not _among_nouns(scene, at, frame.nouns):
        return False
    if frame.destination and not any(_is_destination(scene, phrase) for phrase in behind):
        return False
    if frame.behind and not any(_is_one_of(scene, phrase, at, frame.behind) for phrase in behind):
        return False
    subjects, objects = _deep(scene, at)
    if frame.transitive and not objects:
        return False
    if frame.intransitive and objects:
        return False
    if not _has_parts(scene, at, frame, subjects, objects) and not _is_swapped(frame, scene, at):
        return False
    if frame.without and _among_nouns(scene, at, frame.without):
        return False
    return not frame.subject or _has_subject(scene, at, frame.subject)


def _is_swapped(frame: Frame, scene: Scene, at: int) -> bool:
    """Whether a frame tells by its objects who acts where their order misleads: `Zwei Millionen zahlte die Firma`.

    Who acts and who it is done to may both be people, or a state that acts: then the order counts.
    """
    verb = scene.clauses[at].verb
    subjects, objects = _deep(scene, at)
    if not frame.objects or frame.objects & _PEOPLE or verb is None or verb.passive or not (subjects and objects):
        return False
    if any("state" in kinds_named(scene, phrase) for phrase in subjects):
        return False  # `Norwegen griff Milizen an`
    straight = _has_parts(scene, at, frame, subjects, objects)
    return not straight and _has_parts(scene, at, frame, objects, subjects)


_PEOPLE = frozenset({"@person", "@pronoun", "@body", "@council", "@refugee", "@troops"})


def _has_parts(scene: Scene, at: int, frame: Frame, subjects: Sequence[Phrase], objects: Sequence[Phrase]) -> bool:
    """Whether a frame's nouns head the phrases that name who does it, and what it is done to."""
    return all(
        not nouns or any(_is_one_of(scene, phrase, at, nouns) for phrase in phrases)
        for nouns, phrases in ((frame.objects, objects), (frame.subjects, subjects))
    )


def _is_attribute_in_front(scene: Scene, at: int, phrase: Phrase) -> bool:
    """Whether a phrase before the verb of a main clause goes with the noun before it: `Im Kampf gegen X sprach …`.

    One constituent stands there, so that what follows another phrase in it is a part of that.
    """
    if not scene.is_in_front(at, phrase):
        return False
    before = before_preposition(scene.phrases[at], phrase)
    return before is not None and before.preposition != "" and before.preposition != phrase.preposition


def is_light(scene: Scene, at: int) -> bool:
    """Whether the verb of a clause only carries the event that a noun names: `es kam zu Protesten`, `erfolgte`."""
    verb = scene.clauses[at].verb
    return verb is not None and verb.lemma in uneventful().light


def worded(scene: Scene, at: int, trigger: Trigger) -> bool:
    """Whether a noun for the very words is what the clause is about, whoever said them: `Forderungen kamen auf`."""
    central = {phrase.head for phrase in scene.phrases[at] if phrase.function in {"subject", "object"}}
    return trigger.evidence == "frame" and any(
        noun.type == trigger.type and noun.at in central for noun in of_nouns(scene, at)
    )


def somebody(scene: Scene, at: int) -> bool:
    """Whether the subject of a clause is somebody who can speak, though nobody knows who: `Ermittler`, `sie`.

    A name that no actor is known by is somebody, too. `ich` and `wir` are whoever writes, who tells of no saying of
    their own.
    """
    subjects, _ = _deep(scene, at)
    heads = [(phrase, scene.words[phrase.head]) for phrase in subjects]
    return any(
        word.tag == "NE" or _is_one_of(scene, phrase, at, _speaking())
        if word.tag != "PPER"
        else word.text.lower() not in _WRITING
        for phrase, word in heads
    )


_WRITING = frozenset({"ich", "wir"})


@cache
def _speaking() -> frozenset[str]:
    return _small(frozenset({"@person", "@body"}))


def _among_nouns(scene: Scene, at: int, nouns: frozenset[str]) -> bool:
    """Whether one of the nouns stands in a clause, or is what its relative pronoun stands for."""
    antecedent = scene.antecedent(at)
    named = scene.nouns(scene.clauses[at]) + ([antecedent] if antecedent else [])
    return any(_is_kind_of(form, nouns) for noun in named for form in _forms(scene, noun))


def _forms(scene: Scene, noun: Noun) -> tuple[str, ...]:
    """The forms by which a noun may be of a kind; none of a person's name: a `Klingbeil` is no `Beil`."""
    return () if noun.at in scene.landmarks.persons else (noun.lemma, noun.text)


def _is_kind_of(form: str, nouns: frozenset[str]) -> bool:
    """Whether a noun is, or ends in, one of some nouns, and is no word that only ends like it."""
    return not _kinds_of(form).isdisjoint(nouns)


@lru_cache(maxsize=2**16)  # a word stands in many frames of many clauses
def _kinds_of(form: str) -> frozenset[str]:
    """What a noun is a kind of: itself and its ends, down to a word that is apart."""
    other = head_in(form, apart())
    return frozenset(head for head in heads(form) if other is None or len(head) >= len(other))


@lru_cache(maxsize=128)  # each frame of a verb asks for it
def _deep(scene: Scene, at: int) -> tuple[list[Phrase], list[Phrase]]:
    """The phrases that name who does it, and what it is done to; in the passive the latter is the subject."""
    clause = scene.clauses[at]
    subjects = [phrase for phrase in scene.phrases[at] if phrase.function == "subject"]
    before = clause.parent if clause.kind == "infinitive" else clause.shares
    while not subjects and before is not None:
        subjects = [phrase for phrase in scene.phrases[before] if phrase.function == "subject"]
        before = scene.clauses[before].shares
    if clause.verb is not None and clause.verb.passive:
        return [phrase for phrase in scene.phrases[at] if phrase.preposition in {"von", "durch"}], subjects
    return subjects, [phrase for phrase in scene.phrases[at] if phrase.function == "object"]


def _is_one_of(scene: Scene, phrase: Phrase, at: int, nouns: frozenset[str]) -> bool:
    """Whether a phrase names one of the nouns or, where they ask for a class, an actor of one of its kinds."""
    head = scene.noun_of(phrase, at)
    named = (head, counted(scene, phrase, at))
    if any(_is_kind_of(form, nouns) for noun in named if noun is not None for form in _forms(scene, noun)):
        return True
    if head is None and _is_kind_of(scene.words[phrase.head].text, nouns):
        return True  # a pronoun, or what the tagger takes for an adjective: `der 23-Jährige`
    if any(_is_kind_of(form, nouns) for form in _before_name(scene, phrase)):
        return True
    kinds = _actors_among(nouns)
    return bool(kinds) and not kinds.isdisjoint(kinds_named(scene, phrase))


def _before_name(scene: Scene, phrase: Phrase) -> tuple[str, ...]:
    """The forms of the noun before a name at the end of a phrase, or what belongs to its own: `das Landesgericht Linz`.

    That is so in `der Gerichtshof für Menschenrechte`, where it is one name.
    """
    words = scene.words
    inside = [i for i in phrase.tokens if i <= phrase.head]
    own = next((k for k, i in enumerate(inside) if k and words[i].tag == "APPR"), None)
    inside = inside[:own] if own is not None else inside
    while inside and words[inside[-1]].tag in NAMES:
        inside.pop()
    noun = words[inside[-1]] if inside and inside[-1] != phrase.head else None
    return (noun.lemma, noun.text) if noun is not None and noun.tag == "NN" else ()


def kinds_named(scene: Scene, phrase: Phrase) -> set[ActorKind]:
    """The kinds of the actors that a phrase names, and `place` where it names a place."""
    kinds = {scene.analysis.kinds[m.actor_id] for i in phrase.tokens for m in scene.mentions.get(i, ())}
    return kinds | {"place"} if not scene.places.keys().isdisjoint(phrase.tokens) else kinds


@cache
def _actors_among(nouns: frozenset[str]) -> frozenset[ActorKind]:
    """The kinds of actors that count as one of the nouns, by the classes among them."""
    return frozenset(kind for noun in nouns if noun[0] == "@" for kind in noun_classes()[noun[1:]].actors)


def _is_destination(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase names a place or a state."""
    return not kinds_named(scene, phrase).isdisjoint({"state", "place"})


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
        head = head_in(noun.lemma, nouns) or head_in(noun.text, nouns)
        name = nouns[head] if head is not None else None
        if name is not None and noun.at not in scene.landmarks.persons:
            yield Trigger(name, noun.at, "noun", roles=tuple(event_types()[name].roles.items()))


def has(trigger: Trigger, trait: Trait) -> bool:
    """Whether the trigger's event type has a trait."""
    return trait in type_of(trigger).traits


def type_of(trigger: Trigger) -> EventType:
    """The entry of the trigger's event type."""
    return event_types()[trigger.type]
