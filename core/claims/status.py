"""Did it happen? Status by operators, modals, negation, tense, mood, adverbs and the kind of clause."""

from itertools import pairwise

from core.claims import negation
from core.claims.assertion import is_condition
from core.claims.coming import is_to_come
from core.claims.lexicon import nouns_of, status_words
from core.claims.scene import Scene
from core.claims.triggers import Trigger, of_verb, type_of
from core.claims.voices import sayings_at
from core.german.adjectives import ENDINGS
from core.german.clauses import Clause, Verb
from core.german.compounds import is_among
from core.german.hearsay import of_the_past
from core.german.tags import FINITE
from core.german.values import PAST_TENSES
from core.model import Interval, Status, Token


def status_of_clause(
    scene: Scene, at: int, trigger: Trigger, when: Interval | None, written: Interval | None
) -> Status:
    """The status of an event told by a clause of its own.

    Args:
        scene: the sentence.
        at: the clause.
        trigger: its trigger.
        when: the event's date, where it has one.
        written: when the document was written, where that is known.
    """
    clause, words = scene.clauses[at], status_words()
    if trigger.status is not None:
        off = trigger.status == "planned" and negation.clause_negated(scene, at)  # `ist nicht vorgesehen`
        return "denied" if off else trigger.status
    if _is_contested(scene, at):
        return "denied"
    verb, negated = clause.verb, negation.negates(scene, at, trigger)
    if (setting := _setting(scene, at, trigger)) is not None:
        return _OPPOSITE.get(setting, setting) if negation.clause_negated(scene, at) else setting
    marked = _marked(scene, clause, trigger)
    if marked in {"planned", "possible"}:
        return marked
    told = verb is not None and (verb.tense in PAST_TENSES or of_the_past(verb, scene.words))
    if not told and clause.opener in words.until:
        return "possible"
    if negated and not told and when is None and _has_condition(scene, at, trigger):
        return "possible"  # `Wenn er geht, werden wir nicht zustimmen`
    if negated:
        if verb is not None and verb.lemma in words.finishing:
            return "ongoing"  # `sind noch nicht abgeschlossen`
        return "planned" if _is_to_end(scene, clause) else "denied"
    if verb is None:
        return _by_date("occurred", when, written)
    if (opened := words.openers.status_of(clause.opener)) is not None:
        return opened
    if is_condition(scene, at):
        return "possible"
    if clause.opener == "dass" and _is_of_case(scene, clause):
        return "possible"
    if not told and (_is_hedged(scene, clause) or (when is None and _has_condition(scene, at, trigger))):
        return "possible"
    if verb.modal == "mögen" and verb.mood == "subjunctive2":
        return "planned"  # `möchte das Gesetz verschärfen`
    if verb.mood == "subjunctive2" and (unreal := _unreal(scene, clause, verb)) is not None:
        return unreal
    if told and trigger.evidence == "noun" and _is_occasion(scene, at, trigger):
        return "occurred"
    if verb.modal and (modal := _by_modal(scene, verb)) is not None:
        return modal
    if verb.tense == "future":
        return "planned"
    spoken = "spoken" in type_of(trigger).traits
    holds = when is None or (written is not None and when.first <= written.first and written.last <= when.last)
    itself = holds and trigger.at == verb.at and verb.lemma in words.durative
    lasts = itself or "continuing" in type_of(trigger).traits or verb.lemma in words.lasting
    lasts = lasts and not (spoken and trigger.at == verb.at and _follows_words(scene, at))
    if told:
        return "ongoing" if lasts and _since(scene, clause, words.since | words.always) else "occurred"
    if verb.lemma in words.coming and trigger.at == verb.at and not spoken:
        return "planned"
    of_deed = trigger.evidence != "noun" and "saying" not in type_of(trigger).traits
    if of_deed and (_is_soon(scene, clause) or (when is None and not spoken and is_to_come(scene, clause))):
        return "planned"
    goes_on = of_deed and (_since(scene, clause, words.since) or _keeps_on(scene, clause))
    if marked != "ongoing" and not goes_on and when is None and _is_decided(scene, at, trigger):
        return "planned"
    if marked == "ongoing" or (lasts and scene.sentence.kind == "body") or goes_on:
        return _by_date("ongoing", when, written)
    if spoken and when is not None and written is not None and when.first <= written.last:
        return "occurred"  # `sagt am Montag`: which Monday, the day of writing leaves open
    return _by_date("occurred", when, written)


def _is_decided(scene: Scene, at: int, trigger: Trigger) -> bool:
    """Whether the present passive tells what will be done: `Das Werk wird geschlossen`, not `wird gerade gebaut`."""
    clause, words = scene.clauses[at], status_words()
    verb, finite = clause.verb, scene.finite(at)
    if verb is None or finite is None or not verb.passive or verb.tense != "present" or clause.kind != "main":
        return False
    told = scene.words[finite].lemma.lower() == "werden" and trigger.at == verb.at and trigger.type in words.decided
    now = words.now | words.habitual
    return told and now.isdisjoint(scene.words[i].text.lower() for i in clause.tokens)


def _is_contested(scene: Scene, at: int) -> bool:
    """Whether the clause that a clause completes says that it is not so: `Dass sie gehe, wurde dementiert`."""
    if scene.clauses[at].opener != "dass":
        return False
    for k, other in enumerate(scene.clauses):
        beside = k == scene.clauses[at].parent or (other.parent == at and other.kind == "main")
        verb = other.verb if beside else None
        if verb is not None and verb.lemma in status_words().contesting and not verb.modal:
            return not negation.clause_negated(scene, k)
    return False


def _follows_words(scene: Scene, at: int) -> bool:
    """Whether a clause only tells who has said what stands before it: `Das sei falsch, kritisiert X`."""
    clause = scene.clauses[at]
    if clause.kind != "main" or clause.parent is None or clause.shares is not None:
        return False
    first = next((i for i in clause.tokens if scene.words[i].tag[0] != "$"), clause.tokens[0])
    return scene.words[first].tag in FINITE and scene.clauses[clause.parent].kind == "main"


def _is_of_case(scene: Scene, clause: Clause) -> bool:
    """Whether a `dass` tells what a noun only reckons with: `für den Fall, dass`, `Die Gefahr wächst, dass`."""
    risks, before = status_words().risks, scene.words[min(clause.tokens) - 2].lemma.lower()
    around = scene.phrases[clause.parent] if clause.parent is not None else ()
    subjects = (scene.words[phrase.head].lemma.lower() for phrase in around if phrase.function == "subject")
    return before in status_words().cases | risks or any(subject in risks for subject in subjects)


def is_demanded(scene: Scene, clause: Clause) -> bool:
    """Whether a clause that somebody says asks for something to be done: `müsse`, `solle`, `gehöre besprochen`.

    What need not be (`brauche keine Hilfe`) is not asked for, nor what must have been (`muss gestürzt sein`) or
    has to be reckoned with, nor what one has to do (`muss man`, `muss ich`, `müsse oft`) or had to (`habe zahlen
    müssen`), nor what a thing is for (`die Reform solle Geld bringen`).
    """
    verb, words = clause.verb, status_words()
    if verb is None:
        return False
    need = verb.modal or verb.lemma
    if verb.modal == "müssen" and _is_of_anybody(scene, clause, verb):
        return False
    if verb.tense in _OVER or (verb.tense == "past" and need in words.needing and verb.mood == "indicative"):
        return False
    if verb.modal and (verb.lemma in words.reckoning or of_the_past(verb, scene.words) or _had_to(scene, verb)):
        return False
    if not words.habitual.isdisjoint(scene.words[i].text.lower() for i in clause.tokens) or _is_for(
        scene, clause, verb
    ):
        return False
    if need in words.due and not verb.modal:
        return any(scene.words[i].tag == "VVPP" for i in clause.tokens)
    if need == "dürfen" and verb.negated:
        return verb.mood == "subjunctive1" and clause.kind == "main"  # `Europa dürfe nicht zusehen`
    return need in words.demanding and not (verb.negated and need in words.needing)


def _is_of_anybody(scene: Scene, clause: Clause, verb: Verb) -> bool:
    """Whether a clause is of people in general, or of who says it alone; `man müsse`, retold, asks others to."""
    told = {scene.words[i].text.lower() for i in clause.tokens}
    retold = verb.mood == "subjunctive1" and clause.kind == "main"
    return "ich" in told or ("man" in told and not retold)


_OVER = frozenset({"perfect", "pluperfect"})


def _had_to(scene: Scene, verb: Verb) -> bool:
    """Whether a modal verb stands in the perfect, where it looks like an infinitive: `hat zahlen müssen`."""
    beside = (scene.words[i] for i in verb.tokens)
    return any(word.tag == "VAFIN" and word.lemma.lower() == "haben" for word in beside)


def _is_for(scene: Scene, clause: Clause, verb: Verb) -> bool:
    """Whether `solle` says what a thing is for, and not what somebody shall do: `die Abgabe solle Geld bringen`."""
    if verb.modal != "sollen" or verb.mood != "subjunctive1" or verb.passive or verb.lemma == "geben":
        return False
    row = scene.phrases[scene.clauses.index(clause)]
    subjects = [scene.words[phrase.head] for phrase in row if phrase.function == "subject"]
    acts = verb.reflexive or any(phrase.function == "object" for phrase in row)
    return acts and bool(subjects) and all(_is_thing(scene, word) for word in subjects)


def acts(scene: Scene, at: int) -> bool:
    """Whether the subject of a clause is somebody, or a body, that can be asked to do what it tells."""
    subjects = [scene.words[phrase.head] for phrase in scene.phrases[at] if phrase.function == "subject"]
    return bool(subjects) and not any(_is_thing(scene, word) for word in subjects)


def _is_thing(scene: Scene, word: Token) -> bool:
    """Whether a subject is neither somebody nor a body."""
    if word.tag in {"PPER", "PDS", "PIS"}:
        return word.text.lower() in {"es", "dies", "das", "nichts", "alles"}
    named = any(m.start <= word.start < m.end for row in scene.mentions.values() for m in row)
    return word.tag == "NN" and not named and not is_among(word, nouns_of("person", "body", "council", "refugee"))


def _is_to_end(scene: Scene, clause: Clause) -> bool:
    """Whether a negation tells of an end to come: `wird nicht mehr antreten`."""
    words = [scene.words[i].text.lower() for i in clause.tokens]
    ends = any(pair in status_words().ending for pair in pairwise(words))
    return ends and clause.verb is not None and clause.verb.tense == "future"


_OPPOSITE: dict[Status, Status] = {"planned": "denied", "denied": "planned"}
"""What a negation makes of a verb that sets the status: `ist nicht geplant`, `wurde nicht abgesagt`."""


def _setting(scene: Scene, at: int, trigger: Trigger) -> Status | None:
    """The status that the verb or the predicate of a clause gives to the event that a noun in it names.

    `Das Treffen wurde abgesagt`, `Ein Besuch ist geplant`, `Der Strafe entging er`; a frame has its noun beside it.
    """
    clause, words = scene.clauses[at], status_words().settings
    if clause.verb is None or trigger.outright or (trigger.evidence != "frame" and trigger.at == clause.verb.at):
        return None
    own = of_verb(scene, at)
    if trigger.evidence == "noun" and own is not None and (own.evidence, own.type) == ("verb", trigger.type):
        return None  # `vereinbarten den Vertrag`: verb and noun tell of the same
    if trigger.at == clause.verb.at and "spoken" in type_of(trigger).traits:
        return None  # who threatens (`drohte mit Konsequenzen`) has said so
    if (status := words.status_of(clause.verb.lemma)) is not None:
        return status
    if trigger.evidence == "frame" or clause.verb.lemma not in {"sein", "bleiben", "werden", "halten"}:
        return None
    return _predicated(scene, clause)


def _predicated(scene: Scene, clause: Clause) -> Status | None:
    """The status that a predicate of a clause gives: `ist geplant`, `hält sie für unwahrscheinlich`."""
    words = status_words().settings
    predicates = (scene.words[i] for i in clause.tokens if scene.words[i].tag in {"ADJD", "VVPP"})
    return next((s for word in predicates if (s := words.status_of(word.text.lower())) is not None), None)


def _is_occasion(scene: Scene, at: int, trigger: Trigger) -> bool:
    """Whether a noun only names when or why a clause was so: `wollte nach dem Treffen warten` plans no meeting."""
    phrase = scene.phrase_of(trigger.at, at)
    return phrase is not None and phrase.preposition in status_words().occasions


def _by_modal(scene: Scene, verb: Verb) -> Status | None:
    """What a modal makes of its clause; None where it tells a fact: `konnte verhindern`, `muss gewusst haben`."""
    if of_the_past(verb, scene.words):
        return "possible" if verb.modal in {"können", "mögen"} else "occurred"
    if verb.tense in PAST_TENSES and verb.modal in {"können", "müssen", "dürfen"}:
        return None
    return status_words().modals.get(verb.modal)


def _unreal(scene: Scene, clause: Clause, verb: Verb) -> Status | None:
    """What the second subjunctive makes of a clause; None where it only stands for the first one in reported speech."""
    adverbs = {scene.words[i].text.lower() for i in clause.tokens}
    if adverbs & status_words().almost:
        return "denied"
    if adverbs & status_words().otherwise:
        return "possible"
    if verb.modal and of_the_past(verb, scene.words):
        return None  # `dürfte getötet haben`
    singular = any(scene.words[i].text.lower() == "würde" for i in verb.tokens)
    if verb.modal == "müssen" or (verb.tense == "future" and singular):
        return "possible"  # `werde` would report; the plural `würden` has no other form to do so
    sayings = sayings_at(scene.analysis.sayings, scene.words[verb.at].start)
    reported = any(not saying.direct for saying in sayings[:1]) or _stands_for_first(scene, clause, verb)
    return None if reported or (verb.modal and verb.modal != "mögen") else "possible"


def _stands_for_first(scene: Scene, clause: Clause, verb: Verb) -> bool:
    """Whether `hätten` or `würden` only reports: in the plural the first subjunctive looks like the indicative.

    `Die Soldaten hätten geschossen` does where the sentence has no condition; `würden` may tell as well what is only
    thought of, so that somebody has to report around it: `zwei seien tot, drei würden vermisst`.
    """
    told = {scene.words[i].text.lower() for i in clause.tokens}
    finite = {scene.words[i].text.lower() for i in verb.tokens} & {"hätten", "würden"}
    if not finite or verb.modal or not told.isdisjoint(status_words().wishing) or clause.opener in _COMPARING:
        return False
    if any(other.opener in _IF or is_condition(scene, k) for k, other in enumerate(scene.clauses)):
        return False
    if finite == {"hätten"}:
        return verb.tense in PAST_TENSES
    if clause.kind != "main" and not verb.passive:
        return False
    before = [Scene(scene.analysis, scene.index - 1)] if scene.index else []
    moods = (other.verb.mood for one in (scene, *before) for other in one.clauses if other.verb is not None)
    return "subjunctive1" in moods


_IF = frozenset({"wenn", "falls", "sofern"})
_COMPARING = frozenset({"als", "ob"})


def _is_hedged(scene: Scene, clause: Clause) -> bool:
    """Whether an adverb says that it is not quite sure: `stoppt wohl Exporte`; of the past it is told all the same."""
    return any(scene.words[i].text.lower() in status_words().hedges for i in clause.tokens)


def _has_condition(scene: Scene, at: int, trigger: Trigger) -> bool:
    """Whether what a clause tells follows from a condition in the sentence: `Sollte er gehen, tritt sie an.`"""
    if scene.clauses[at].kind != "main":
        return False
    around = [k for k, clause in enumerate(scene.clauses) if clause.parent == at]
    before = scene.clauses[at].parent
    around += [before] if before is not None and scene.clauses[before].kind == "main" else []
    verb = scene.clauses[at].verb
    said = "spoken" in type_of(trigger).traits and (verb is None or verb.tense != "future")
    if not said:  # as in `Wenn er geht, sagt sie, …`
        around += _in_front(scene, at)
    return any(is_condition(scene, k) for k in around if scene.clauses[k].kind != "main" or k < at)


def _in_front(scene: Scene, at: int) -> list[int]:
    """The clauses in the place before the verb of a main clause: `Wenn er geht, der sie lobte, tritt sie an.`"""
    first = next((i for i in scene.clauses[at].tokens if scene.words[i].tag[0] != "$"), 0)
    begins = scene.words[first]
    follows = begins.tag in FINITE or begins.text.lower() in {"so", "dann"}
    if first < 2 or scene.words[first - 1].text != "," or not follows:
        return []
    k = next((k for k, clause in enumerate(scene.clauses) if first - 2 in clause.tokens), None)
    found: list[int] = []
    while k is not None and k < at:
        found.append(k)
        k = scene.clauses[k].parent
    return found


def of_operator(scene: Scene, at: int) -> Status | None:
    """The status that a clause gives to the event of a clause or noun below it: `plant`, `erwägt`, `Pläne`."""
    clause, words = scene.clauses[at], status_words()
    if clause.verb is None:
        return None
    if clause.verb.lemma == "halten" and (held := _predicated(scene, clause)) is not None:
        return "possible" if held == "denied" else held
    status = words.operators.status_of(clause.verb.lemma)
    if clause.verb.lemma in words.oneself and not clause.verb.reflexive:
        status = None  # `nahm eine Festnahme vor`
    if status is not None and not (clause.verb.passive and _is_set(scene, at)):
        if status == "occurred":
            return "occurred" if clause.verb.tense in PAST_TENSES and not negation.clause_negated(scene, at) else None
        if status != "planned" or not negation.clause_negated(scene, at):
            return status
        return None if clause.verb.lemma in words.awaiting else "denied"
    for i in marking_nouns(scene, clause):
        return words.nouns.status_of(scene.words[i].lemma.capitalize())
    return None


def begun() -> frozenset[str]:
    """The verbs that say of something that it began."""
    return status_words().operators.occurred


def attempting() -> frozenset[str]:
    """The verbs that say of something that somebody tried to do it."""
    return status_words().attempting


def _is_set(scene: Scene, at: int) -> bool:
    """Whether the verb of a clause sets the status of what its subject names: `Ein Treffen ist geplant`."""
    verb = scene.clauses[at].verb
    set_here = verb is not None and status_words().settings.status_of(verb.lemma) is not None
    return set_here and not any(c.parent == at and c.kind in {"infinitive", "subordinate"} for c in scene.clauses)


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


def _since(scene: Scene, clause: Clause, since: frozenset[str]) -> bool:
    verb = clause.verb
    if verb is not None and verb.tense in PAST_TENSES and (verb.passive or verb.lemma == "sein"):
        return False  # `seit Samstag wurden 1.780 Menschen gerettet`; `war die größte seit 2014`
    return any(scene.words[i].text.lower() in since for i in clause.tokens)


def _is_soon(scene: Scene, clause: Clause) -> bool:
    """Whether an adverb says that it is to come: `werde bald verboten`, but `kehrt bald darauf zurück`."""
    told = [scene.words[i].text.lower() for i in clause.tokens]
    return any(word in status_words().soon and behind not in _THEN for word, behind in pairwise((*told, "")))


_THEN = frozenset({"darauf", "danach", "nach"})


def _keeps_on(scene: Scene, clause: Clause) -> bool:
    """Whether it is told as going on: `immer öfter`, `immer noch`, `noch immer`."""
    told = pairwise(scene.words[i].text.lower() for i in clause.tokens)
    return any("immer" in pair and status_words().again & set(pair) for pair in told)


def _by_date(status: Status, when: Interval | None, written: Interval | None) -> Status:
    """What the present tense tells of a time that ends after the writing is planned."""
    return "planned" if when and written and when.last > written.last else status
