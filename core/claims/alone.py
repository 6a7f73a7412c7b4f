"""Clauses in which nobody known takes part: which of them tell of a happening all the same."""

from collections.abc import Sequence

from core.claims import dating, impersonal, triggers
from core.claims.assertion import is_condition, is_mostly
from core.claims.lexicon import nouns_of, role_words
from core.claims.scene import Scene
from core.claims.triggers import Trigger
from core.german.compounds import is_among
from core.german.phrases import Phrase
from core.german.values import Verb
from core.model import HEADINGS, Token


def stands_alone(scene: Scene, at: int, trigger: Trigger) -> bool:
    """Whether a clause without any actor tells of a happening all the same: of something or somebody, not of anybody.

    `In der Nacht wurden drei Menschen getötet` does; `man stirbt daran` and a truth in the present do not.
    """
    clause = scene.clauses[at]
    spoken = triggers.has(trigger, "spoken")
    failed = trigger.outright and clause.kind == "main"
    if (spoken and not (failed or is_said(scene, at, trigger))) or is_condition(scene, at):
        return False
    if spoken and (impersonal.stands_written(scene, at, trigger) or _is_uttered(scene, at, trigger)):
        return True
    dated = not dating.of_tokens(scene, clause.tokens, trigger.at).silent
    verb = clause.verb
    if verb is None or trigger.evidence == "noun":
        phrase = scene.phrase_of(trigger.at, at)
        central = phrase is not None and phrase.function in {"subject", "object"}
        return dated or verb is None or ((central or triggers.is_light(scene, at)) and verb.tense != "present")
    subjects = _subjects(scene, at)
    openers = {scene.words[phrase.tokens[0]].text.lower() for phrase in subjects}
    if openers == {"es"} and triggers.is_light(scene, at):
        return dated or verb.tense != "present" or _is_perfect(scene, verb)  # `es kam zu Zusammenstößen`
    if openers & _NOBODY and not (openers == {"es"} and _is_expletive(scene, at)):
        return False
    if not subjects and not verb.passive:
        return False
    if verb.tense != "present" or _is_perfect(scene, verb) or dated or scene.sentence.kind in HEADINGS:
        return True
    if clause.kind in {"subordinate", "relative"} and openers & _ANYBODY:
        return False  # `der Vergleich, den ein Arbeitnehmer vor Gericht durchsetzt`
    firsts = [scene.words[phrase.tokens[0]] for phrase in subjects]
    named = any(scene.words[i].tag == "NE" for phrase in subjects for i in phrase.tokens)
    main = clause.kind == "main"
    speaking = spoken and main and triggers.somebody(scene, at) and _is_told_of_several(scene, at)
    spoken = spoken and any(word.tag == "PPER" for word in firsts)  # `„…“, sagt sie`
    told = verb.passive or named or spoken or speaking or any(word.tag in {"ART", "PDAT", "CARD"} for word in firsts)
    actual = triggers.has(trigger, "harm") or trigger.type in role_words().bodily | role_words().aftermath
    return told or (actual and main and (_are_several(scene, at, subjects) or _befalls_somebody(scene, at, firsts)))


def _is_uttered(scene: Scene, at: int, trigger: Trigger) -> bool:
    """Whether a main clause tells of words by the noun for them, whoever has them: `Kritik gibt es an der Maut`."""
    verb = scene.clauses[at].verb
    told = scene.clauses[at].kind == "main" and verb is not None and not verb.modal and verb.mood == "indicative"
    told = told and not triggers.has(trigger, "saying") and not is_mostly(scene, at)
    return told and triggers.worded(scene, at, trigger)


def _is_expletive(scene: Scene, at: int) -> bool:
    """Whether `es` only keeps the place of a subject behind a passive: `Es wurden zehn Zeugen befragt`."""
    verb = scene.clauses[at].verb
    others = (scene.words[phrase.head] for phrase in scene.phrases[at] if phrase.function in {"subject", "object"})
    return verb is not None and verb.passive and any(word.tag == "NN" for word in others)


def _befalls_somebody(scene: Scene, at: int, firsts: Sequence[Token]) -> bool:
    """Whether a clause tells in the present of one who is known from before: `Er sitzt in Haft`, `ihr droht Haft`."""
    verb = scene.clauses[at].verb
    if verb is None or verb.modal or verb.mood != "indicative" or is_mostly(scene, at):
        return False
    objects = (scene.words[phrase.tokens[0]] for phrase in scene.phrases[at] if phrase.function == "object")
    definite = any(word.tag in {"PPOSAT", "PDAT"} or word.text.lower() in _OF_ONE for word in objects)
    return definite or any(word.text.lower() in _ONE for word in firsts)


_ONE = frozenset({"er", "sie"})
_OF_ONE = frozenset({"dem", "den", "der", "ihm", "ihr", "ihnen"})
"""Words of those who are known from before, as a subject and as the one whom something befalls."""


def _are_several(scene: Scene, at: int, subjects: Sequence[Phrase]) -> bool:
    """Whether a clause tells in the present what some people do: `Kurdische Kämpfer rücken vor`, `viele sitzen ein`."""
    if not _is_told_of_several(scene, at):
        return False
    quantified = any(scene.words[phrase.tokens[0]].tag in {"PIAT", "PIDAT"} for phrase in subjects)
    return quantified or any(_are_people(scene.words[phrase.head]) for phrase in subjects)


def _is_told_of_several(scene: Scene, at: int) -> bool:
    """Whether a clause tells in the plural what its subjects do, and not what they may do or mostly do."""
    verb = scene.clauses[at].verb
    told = verb is not None and not verb.modal and verb.mood == "indicative"
    return told and bool(scene.tells_of_several(at)) and not is_mostly(scene, at)


def _subjects(scene: Scene, at: int) -> list[Phrase]:
    """The phrases that are the subject of a clause, taken from the clauses that it goes on with where it has none."""
    here: int | None = at
    while here is not None:
        own = [phrase for phrase in scene.phrases[here] if phrase.function == "subject"]
        if own:
            return own
        here = scene.clauses[here].shares
    return []


def _are_people(word: Token) -> bool:
    """Whether a word without an article names several people: `Fachleute erwarten ein Plus`."""
    return word.tag == "NN" and is_among(word, nouns_of("person"))


def _is_perfect(scene: Scene, verb: Verb) -> bool:
    """Whether a modal verb tells of what is over: `soll es zu Übergriffen gekommen sein`."""
    return bool(verb.modal) and not verb.passive and scene.words[verb.at].tag[2:] == "PP"


def is_said(scene: Scene, at: int, trigger: Trigger) -> bool:
    """Whether words that nobody known says are somebody's all the same, or are what the clause is about."""
    named = triggers.somebody(scene, at) or triggers.worded(scene, at, trigger)
    return named or impersonal.stands_written(scene, at, trigger) or impersonal.is_made_known(scene, at, trigger)


_ANYBODY = frozenset({"ein", "eine"})
_NOBODY = frozenset({"man", "niemand", "keiner", "wer", "jeder", "jede", "jemand", "kein", "keine", "es"})
"""Words for nobody in particular: what is told of them is told of no one."""
