"""A clause to its claims, together with the clauses that it governs: what is said, planned, asked for, refused."""

from collections.abc import Sequence
from dataclasses import replace

from core.claims import background, nouns, status, triggers
from core.claims.apart import says_more, set_apart
from core.claims.assertion import is_condition, unasserted
from core.claims.draft import Draft, draft
from core.claims.lexicon import role_words
from core.claims.nobody import is_worth_telling
from core.claims.participants import Part, subject_of
from core.claims.scene import Scene
from core.claims.triggers import Trigger
from core.claims.wording import worded
from core.german.values import PAST_TENSES
from core.model import Saying, Status


def drafts_of_clause(scene: Scene, at: int, taken: set[int]) -> list[Draft]:
    """The claims of a clause with all that it governs; marks the clauses that they cover."""
    trigger = triggers.of_verb(scene, at)
    quoted = quoted_before(scene, at)
    if quoted is not None and trigger is not None:
        content = _quoted(scene, at, quoted)
        if triggers.has(trigger, "saying"):
            return _said(scene, at, trigger, content, taken)
        return _covering(scene, [at, *content], trigger, taken)
    conditional = is_condition(scene, at)  # `Sollte Norwegen dagegen verstoßen, …` says nothing of what follows
    apart = set_apart(scene, at, trigger)
    below = [k for k in scene.below(at) if k not in apart]
    inner = [k for k in scene.complements(at) if k not in taken and k not in apart and not conditional]
    operated = status.of_operator(scene, at)
    announced = trigger is None or triggers.has(trigger, "saying") or (inner and not triggers.has(trigger, "governs"))
    if operated is not None and announced:
        told = _operated(scene, at, operated, taken)
        if told:
            return told
    if unasserted(scene, at):
        return []
    if _is_bare_infinitive(scene, at):
        return list(background.background_of_clause(scene, at, trigger))
    if scene.is_question(at) or _repeats(scene, at, trigger):
        return []  # asserts nothing by itself
    if _doubted(scene, at) or _told_by_relative(scene, at, trigger):
        return []
    if trigger is None:
        return _of_noun(scene, at, taken, operated)
    if triggers.has(trigger, "saying") and inner:
        return [*_said(scene, at, trigger, below, taken), *background.meetings_of_clause(scene, at, trigger)]
    if triggers.has(trigger, "governs") and inner:
        governing = draft(scene, [at, *below], trigger)
        if any(is_worth_telling(told) for told in governing):
            taken.update([at, *below])
            return [*governing, *background.meetings_of_clause(scene, at, trigger)]
    return [*_covering(scene, [at], trigger, taken), *background.background_of_clause(scene, at, trigger)]


def quoted_before(scene: Scene, at: int) -> int | None:
    """The clause before that a clause with its verb in front gives the speaker of, or None."""
    clause = scene.clauses[at]
    if clause.kind != "main" or clause.parent is None or clause.shares is not None:
        return None
    first = next((i for i in clause.tokens if scene.words[i].tag[0] != "$"), clause.tokens[0])
    if scene.words[first].tag[1:] != "VFIN" or _is_circumstance(scene, clause.parent):
        return None
    trigger = triggers.of_verb(scene, at)
    return clause.parent if trigger is not None and triggers.has(trigger, "spoken") else None


def _is_circumstance(scene: Scene, at: int) -> bool:
    """Whether a clause says when or why it was what the main clause behind it tells: `Nachdem …, forderte X`."""
    clause = scene.clauses[at]
    if clause.kind == "infinitive":
        return clause.opener == "um"
    verb = clause.verb
    if clause.opener in _WHEN and verb is not None and verb.mood == "indicative" and not scene.is_direct(at):
        return True
    said = clause.opener == "dass" or scene.is_question(at) or any(_stands_in(scene, at, s) for s in scene.sayings)
    return clause.kind == "subordinate" and not said


_WHEN = frozenset({"nachdem", "als", "seit", "seitdem", "sobald", "bevor", "ehe"})
"""Conjunctions of a clause that says when it was."""


def _quoted(scene: Scene, at: int, quoted: int) -> list[int]:
    """The clauses that `…, sagte X` follows on: the last one with what depends on it, and all of the same saying.

    Not what stands before a colon: `Auch die Kammer ist dagegen: Das sei falsch, sagte X`.
    """
    first = scene.clauses[quoted].tokens[0]
    colon = max((i for i in range(first) if scene.words[i].text == ":"), default=-1)
    sayings = [saying for saying in scene.sayings if saying.start <= scene.words[first].start < saying.end]
    behind = (k for k in range(at) if scene.clauses[k].tokens[0] > colon)
    before = (k for k in behind if any(_stands_in(scene, k, saying) for saying in sayings))
    return sorted({quoted, *scene.below(quoted), *before})


def _stands_in(scene: Scene, at: int, saying: Saying) -> bool:
    return all(saying.start <= scene.words[i].start < saying.end for i in scene.clauses[at].tokens)


def _is_bare_infinitive(scene: Scene, at: int) -> bool:
    """Whether a clause is an infinitive that tells neither by itself nor, with `um`, of a purpose."""
    clause = scene.clauses[at]
    return clause.kind == "infinitive" and clause.opener != "um"


def _repeats(scene: Scene, at: int, trigger: Trigger | None) -> bool:
    """Whether a relative clause goes on about the event that its matrix clause tells of: `Gespräche, in denen …`.

    One that names who acts, where the matrix clause names nobody, is the one that tells of it: `das Abkommen, das
    Frankreich und Italien unterzeichneten, gilt ab Juni`.
    """
    clause = scene.clauses[at]
    if clause.kind != "relative" or clause.parent is None or trigger is None:
        return False
    named_here, named_there = (any(i in scene.mentions for i in scene.clauses[k].tokens) for k in (at, clause.parent))
    if named_here and not named_there:
        return False
    matrix = triggers.of_verb(scene, clause.parent)
    return matrix is not None and matrix.type == trigger.type and not triggers.has(trigger, "saying")


def _told_by_relative(scene: Scene, at: int, trigger: Trigger | None) -> bool:
    """Whether a relative clause tells of a clause's event with who acts, where the clause itself names nobody."""
    if trigger is None or any(i in scene.mentions for i in scene.clauses[at].tokens):
        return False
    below = [k for k, clause in enumerate(scene.clauses) if clause.kind == "relative" and clause.parent == at]
    events = [triggers.of_verb(scene, k) for k in below if any(i in scene.mentions for i in scene.clauses[k].tokens)]
    return any(event is not None and event.type == trigger.type for event in events)


def _doubted(scene: Scene, at: int) -> bool:
    """Whether a dass-clause stands under a negation: `Das heißt nicht, dass …`."""
    clause = scene.clauses[at]
    if clause.opener != "dass" or clause.parent is None:
        return False
    verb = scene.clauses[clause.parent].verb
    return verb is not None and verb.negated and triggers.of_verb(scene, clause.parent) is None


def _operated(scene: Scene, at: int, operated: Status, taken: set[int]) -> list[Draft]:
    """The event that a clause plans, considers or refuses, told by a clause below it or by a noun in it."""
    for k in range(len(scene.clauses)):
        clause = scene.clauses[k]
        if clause.parent != at or k in taken or clause.kind not in {"infinitive", "subordinate", "main"}:
            continue
        if operated == "occurred" and clause.kind != "infinitive":
            continue  # `begann damit, Waren, wie es vereinbart war, zu liefern`
        event = triggers.of_verb(scene, k)
        if event is None or triggers.has(event, "saying") or not (scene.is_complement(k) or clause.opener == "um"):
            continue
        if operated == "denied":
            return _covering(scene, [at, k], event._replace(type=triggers.type_with("refusal")), taken, "occurred")
        if operated != "occurred":
            return _covering(scene, [at, k], event, taken, _tried(scene, at, event) or operated)
        told = draft(scene, [at, k], event._replace(roles=(*event.roles, ("object", "agent"))), operated)
        impersonal = any(scene.words[i].text.lower() == "es" for i in scene.clauses[at].tokens)
        if impersonal and not any(part.role == "agent" for row in told for part in row.parts):
            return []  # `so gelang es, Kontakt aufzunehmen`: whoever did
        taken.update([at, k])
        return told
    verb = scene.clauses[at].verb
    if operated == "denied" and verb is not None:
        return _covering(scene, [at], Trigger(triggers.type_with("refusal"), verb.at, "verb"), taken, "occurred")
    noun = nouns.best(scene, at, least=1, governed=True)
    marking = status.marking_nouns(scene, scene.clauses[at])  # `verteidigte die Vorschläge` tells of none of them
    if noun is not None and noun.at not in marking and not triggers.has(noun, "saying"):
        return _covering(scene, [at], noun, taken, _tried(scene, at, noun) or operated)
    return []


def _tried(scene: Scene, at: int, event: Trigger) -> Status | None:
    """The status of what somebody tried to do; None where nobody did, or is still to.

    Whoever tried to storm a house has attacked it; whether who tried to found a party did so is left open.
    """
    verb = scene.clauses[at].verb
    if verb is None or verb.lemma not in status.attempting() or verb.tense not in PAST_TENSES:
        return None
    return "occurred" if event.type in role_words().bodily else "possible"


def _said(scene: Scene, at: int, trigger: Trigger, content: Sequence[int], taken: set[int]) -> list[Draft]:
    """What somebody says: the event that it tells of, on his word, or, where it tells of none, the saying itself.

    A quotation in quotation marks stays the saying; a medium only passes on what it reports.
    """
    speakers = subject_of(scene, at, says=True)
    medium = bool(speakers) and all(scene.analysis.kinds.get(s.mention.actor_id) == "media" for s in speakers)
    if medium or not any(scene.is_direct(k) for k in content):
        covered = {at, *taken}
        stated = (k for k in content if not is_condition(scene, k))
        told = [draft for k in stated if k not in covered for draft in drafts_of_clause(scene, k, covered)]
        if not medium:
            told = [draft for draft in told if draft.trigger.evidence != "noun"]
        if speakers:  # what somebody says that somebody said is the first one's word
            told = [draft for draft in told if not triggers.has(draft.trigger, "saying") and not _said_by_nobody(draft)]
        told = [draft for draft in told if is_worth_telling(draft)]  # else that somebody says so is
        if told or medium:
            taken.update(covered, content)
            events = [_spoken(draft, speakers, medium) for draft in told]
            if medium or not speakers:
                return events
            if _is_told(scene, content, told):
                return [*(_covering(scene, [at], trigger, taken) if says_more(scene, at, trigger) else ()), *events]
            return [*worded(_covering(scene, [at, *content], trigger, taken), scene, content), *events]
    return worded(_covering(scene, [at, *content], trigger, taken), scene, content)


def _is_told(scene: Scene, content: Sequence[int], drafts: Sequence[Draft]) -> bool:
    """Whether what somebody states is what some drafts tell; in `Die Miete, die stieg, sei zu hoch` that is not so."""
    stated = [k for k in content if scene.clauses[k].kind == "main" or scene.clauses[k].opener == "dass"]
    told = frozenset(i for draft in drafts for i in draft.tokens)
    return not stated or any(not told.isdisjoint(scene.clauses[k].tokens) for k in stated)


def _said_by_nobody(draft: Draft) -> bool:
    """Whether a draft tells of words without saying whose they are: `sei nicht gewarnt worden`."""
    acting = any(part.role in {"agent", "speaker", "partner"} for part in draft.parts)
    home = draft.scene.home_of(draft.trigger.at)
    passive = home is not None and home.verb is not None and home.verb.passive
    return triggers.has(draft.trigger, "spoken") and passive and not acting


def _spoken(draft: Draft, speakers: Sequence[Part], medium: bool) -> Draft:
    """The draft on the word of a speaker, who takes part in it where it consists of words that no medium reports.

    In what happened otherwise (`die Soldaten hätten angegriffen, sagte X`) the speaker is its source alone.
    """
    if not speakers:
        return draft
    told = draft.attributed_to or speakers[0].mention.actor_id
    taking = () if medium or not triggers.has(draft.trigger, "spoken") else speakers
    return replace(draft, parts=(*taking, *draft.parts), attributed_to=told)


def _of_noun(scene: Scene, at: int, taken: set[int], operated: Status | None) -> list[Draft]:
    """A claim from the best noun of a clause whose verb tells of nothing itself; present truths are none.

    What a clause in the past is about was, whatever its verb: `die Großfahndung ging weiter`.
    """
    noun = nouns.best(scene, at, least=1 if _is_over(scene, at) or triggers.is_light(scene, at) else 2)
    if noun is None or (triggers.has(noun, "saying") and scene.clauses[at].verb is not None):
        return list(background.background_of_clause(scene, at, None))
    drafts = _covering(scene, [at], noun, taken, operated)
    own = [draft for draft in drafts if draft.date or draft.bounds or draft.status == "occurred"]
    return [*own, *background.background_of_clause(scene, at, noun)]


def _is_over(scene: Scene, at: int) -> bool:
    verb = scene.clauses[at].verb
    if verb is None or verb.lemma in _OWNING or scene.finite(at) is None:
        return False  # `verleiht` at an end may look like a participle
    return verb.tense in PAST_TENSES and verb.mood == "indicative"


_OWNING = frozenset({"haben", "besitzen"})


def _covering(
    scene: Scene, clauses: Sequence[int], trigger: Trigger, taken: set[int], given: Status | None = None
) -> list[Draft]:
    """The claim of some clauses, which nothing else is then to be made of."""
    taken.update(clauses)
    return draft(scene, clauses, trigger, given)
