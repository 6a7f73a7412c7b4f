"""Did it happen? Status by operators, modals, negation, tense, mood, adverbs and the kind of clause."""

from core.claims.lexicon import status_words
from core.claims.scene import Scene
from core.claims.triggers import Trigger, type_of
from core.german.adjectives import ENDINGS
from core.german.clauses import Clause, Verb
from core.model import Interval, Status


def of_clause(scene: Scene, at: int, trigger: Trigger, when: Interval | None, written: Interval | None) -> Status:
    """The status of an event told by a clause of its own.

    Args:
        scene: the sentence.
        at: the clause.
        trigger: its trigger.
        when: the event's date, where it has one.
        written: when the document was written, where that is known.
    """
    clause, words = scene.clauses[at], status_words()
    verb = clause.verb
    marked = _marked(scene, clause, trigger)
    if marked in {"planned", "possible"}:
        return marked
    if verb is None:
        return _by_date("occurred", when, written)
    if verb.negated:
        return "denied"
    if trigger.evidence == "frame" and (setting := words.settings.status_of(verb.lemma)) is not None:
        return setting
    if (opened := words.openers.status_of(clause.opener)) is not None:
        return opened
    told = verb.tense in {"past", "perfect", "pluperfect"}
    if verb.modal:
        if verb.modal == "sollen" and _hearsay(scene, verb):
            return "occurred"
        modal = words.modals.get(verb.modal)
        if modal is not None and not (told and verb.modal in {"können", "müssen", "dürfen"}):
            return modal
    if verb.mood == "subjunctive2" and verb.modal == "" and verb.lemma != "werden":
        return "possible"
    if verb.tense == "future":
        return "possible" if verb.mood == "subjunctive2" else "planned"
    if told:
        return "ongoing" if _since(scene, clause) and "continuing" in type_of(trigger).traits else "occurred"
    if marked == "ongoing" or ("continuing" in type_of(trigger).traits and scene.sentence.kind == "body"):
        return _by_date("ongoing", when, written)
    return _by_date("occurred", when, written)


def is_demanded(clause: Clause) -> bool:
    """Whether a clause that somebody says asks for something to be done: `müsse`, `solle`, `brauche`."""
    verb = clause.verb
    return verb is not None and (verb.modal or verb.lemma) in status_words().demanding


def _hearsay(scene: Scene, verb: Verb) -> bool:
    """Whether `soll` passes on what is said to have happened: `soll geschickt haben`, not `soll geschickt werden`."""
    last = scene.words[verb.tokens[-1]]
    return scene.words[verb.at].tag == "VVPP" and last.tag[:2] == "VA" and last.lemma.lower() in {"haben", "sein"}


def of_operator(scene: Scene, at: int) -> Status | None:
    """The status that a clause gives to the event of a clause or noun below it: `plant`, `erwägt`, `Pläne`."""
    clause, words = scene.clauses[at], status_words()
    if clause.verb is None:
        return None
    status = words.operators.status_of(clause.verb.lemma)
    if status is not None:
        return "denied" if status == "planned" and clause.verb.negated else status
    for i in marking_nouns(scene, clause):
        return words.nouns.status_of(scene.words[i].lemma.capitalize())
    return None


def marking_nouns(scene: Scene, clause: Clause) -> list[int]:
    """The nouns of a clause that mark what they are about as planned or possible, where they are its object."""
    at = scene.clauses.index(clause)
    words = status_words().nouns
    heads = {p.head for p in scene.phrases[at] if p.function == "object"}
    return [n.at for n in scene.nouns(clause) if n.at in heads and words.status_of(n.lemma.capitalize()) is not None]


def _marked(scene: Scene, clause: Clause, trigger: Trigger) -> Status | None:
    """By an adverb of the clause, or an adjective in front of the noun that names the event."""
    words = status_words().adverbs
    before = range(max(0, trigger.at - _BEFORE_NOUN), trigger.at)
    near = before if trigger.evidence == "noun" else clause.tokens
    for i in near:
        token = scene.words[i]
        if token.tag in {"ADV", "ADJD"} or (token.tag in {"ADJA", "VVPP"} and trigger.evidence == "noun"):
            for form in (token.lemma.lower(), token.text.lower(), _uninflected(token.text.lower())):
                if (status := words.status_of(form)) is not None:
                    return status
    return None


_BEFORE_NOUN = 3  # tokens before a noun in which its adjectives stand


def _uninflected(adjective: str) -> str:
    """`geplanten` -> `geplant`."""
    return adjective.removesuffix(next(filter(adjective.endswith, ENDINGS), ""))


def _since(scene: Scene, clause: Clause) -> bool:
    since = status_words().since
    return any(scene.words[i].text.lower() in since for i in clause.tokens)


def _by_date(status: Status, when: Interval | None, written: Interval | None) -> Status:
    """What the present tense tells of a time that ends after the writing is planned."""
    return "planned" if when and written and when.last > written.last else status
