"""What a colon sets apart from a clause that says something itself: `verteidigte die Regeln: Man werde …`."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from core.claims import triggers
from core.claims.draft import Draft
from core.claims.lexicon import attribution_words, names_doer, role_words, source_nouns
from core.claims.scene import OPENING_QUOTES, Scene
from core.claims.triggers import Trigger
from core.claims.voices import sayings_at
from core.german.phrases import Phrase
from core.german.tags import NOUNS, is_sign

_ABOUT = frozenset({"vor", "gegen", "über", "von", "für", "auf", "an", "mit", "nach", "um"})
"""Prepositions of what words are about."""

_ABOUT_PLAINLY = frozenset({"", "vor", "gegen", "für", "über"})
"""Those of them beside verbs that only say that somebody speaks; others tell where and how."""


@lru_cache(maxsize=128)  # asked of a clause for each way of reading it
def set_apart(scene: Scene, at: int, trigger: Trigger | None) -> frozenset[int]:
    """The clauses that a clause governs and that tell by themselves what somebody says.

    They stand behind a colon, and the clause names what it is about: who `warnte vor Panik: Es gebe genug Wasser`
    has warned, and has said that there is enough. In `sagte der Zeitung: …` it is one.
    """
    behind = _behind_colon(scene, at, trigger)
    if not behind:
        return frozenset()
    first, ends = min(scene.clauses[k].tokens[0] for k in behind), scene.words[max(scene.clauses[at].tokens)].end
    sayings = sayings_at(scene.analysis.sayings, scene.words[first].start)
    if not any(saying.actor_id and saying.start >= ends for saying in sayings):
        return frozenset()  # nobody would be known to say it
    return frozenset(k for k in scene.below(at) if scene.clauses[k].tokens[0] >= first)


def says_more(scene: Scene, at: int, trigger: Trigger) -> bool:
    """Whether a clause says something besides what it governs behind a colon, whoever says that."""
    return bool(_behind_colon(scene, at, trigger))


def _behind_colon(scene: Scene, at: int, trigger: Trigger | None) -> list[int]:
    """The main clauses behind the colon of a clause of words that says something itself; none of another."""
    verb = scene.clauses[at].verb
    if trigger is None or verb is None or not triggers.has(trigger, "spoken"):
        return []
    if verb.lemma in attribution_words().mere:
        return []
    behind = [k for k in scene.below(at) if _follows_colon(scene, at, k)]
    told = behind and (_has_own_complement(scene, at, behind) or any(_names_topic(scene, at, trigger)))
    return behind if told else []


def _follows_colon(scene: Scene, at: int, k: int) -> bool:
    """Whether a main clause that is a sentence of its own stands right behind the colon that ends a clause."""
    clause = scene.clauses[k]
    before = clause.tokens[0] - 1
    while before > 0 and is_sign(scene.words[before]) and scene.words[before].text != ":":
        before -= 1
    direct = clause.parent == at and clause.kind == "main"
    return direct and before > 0 and scene.words[before].text == ":" and max(scene.clauses[at].tokens) < before


def _has_own_complement(scene: Scene, at: int, behind: list[int]) -> bool:
    """Whether a clause completes it before the colon: `rief dazu auf, Ruhe zu bewahren: …`."""
    first = min(scene.clauses[k].tokens[0] for k in behind)
    return any(k not in behind and scene.clauses[k].tokens[0] < first for k in scene.complements(at))


def _names_topic(scene: Scene, at: int, trigger: Trigger) -> Iterator[bool]:
    """Of each phrase of a clause, whether it names what the words are about, or whom they are against.

    Beside verbs that only say that somebody speaks, people are mostly those who hear it.
    """
    plain = triggers.has(trigger, "saying") and trigger.evidence == "verb"
    for phrase in scene.phrases[at]:
        head = scene.words[phrase.head]
        if phrase.function == "subject" or head.tag not in NOUNS:
            continue
        if scene.time_tokens.intersection(phrase.tokens) or scene.dateline.issuperset(phrase.tokens):
            continue
        about = phrase.preposition in _ABOUT if phrase.preposition else phrase.function == "object"
        if plain:
            about = about and phrase.preposition in _ABOUT_PLAINLY and head.tag == "NN" and not names_doer(head)
        yield about and not _is_hearer(scene, phrase)


def _is_hearer(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase names a medium, where the words stand, or the words themselves: `auf Twitter`, `die Frage`."""
    words = role_words()
    kinds = {scene.analysis.kinds[m.actor_id] for i in phrase.tokens for m in scene.mentions.get(i, ())}
    head = scene.words[phrase.head]
    forms = {head.text.lower(), head.lemma.lower()}
    spoken = words.platforms | words.interviews | source_nouns() | attribution_words().uttered
    return "media" in kinds or not forms.isdisjoint(spoken)


def with_dates_of_words(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts; what somebody says behind a colon was said when the clause before it tells."""
    before: Draft | None = None
    for draft in drafts:
        if before is not None and draft.trigger.evidence == "speech" and _introduces(before, draft):
            yield replace(draft, date=before.date, bounds=before.bounds)
        else:
            yield draft
        before = draft


def _introduces(before: Draft, draft: Draft) -> bool:
    """Whether a draft of words ends before the colon behind which another one, without a date, begins."""
    if before.scene is not draft.scene or not triggers.has(before.trigger, "spoken") or draft.date or draft.bounds:
        return False
    words, first = draft.scene.words, min(draft.tokens)
    between = [words[i].text for i in range(max(before.tokens) + 1, first) if words[i].text not in OPENING_QUOTES]
    return between == [":"]
