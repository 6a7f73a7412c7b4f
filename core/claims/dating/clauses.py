"""Which date of a sentence is that of a claim: its own clause's, the leading one's, or that which heads it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from core.claims import triggers
from core.claims.dating.agreement import coming
from core.claims.dating.compared import word_after
from core.claims.dating.phrases import read
from core.claims.dating.timing import NOTHING, Told
from core.claims.scene import Scene
from core.claims.triggers import Trigger
from core.german.clauses import Verb
from core.german.hearsay import as_told
from core.german.values import PAST_TENSES
from core.model import Status


def told(scene: Scene, clauses: Sequence[int], trigger: Trigger, given: Status | None, *, spoken: bool) -> Told:
    """What is told of when an event was, by the clause of its trigger, the leading clause, or the one it goes on with.

    Args:
        scene: the sentence.
        clauses: the clauses of the claim, the leading one first.
        trigger: the word that tells of the event.
        given: the status that another clause or verb gives it (`kündigte … an`).
        spoken: whether it consists of words.
    """
    lead, own = clauses[0], scene.clause_of(trigger.at, clauses)
    verb = as_told(scene.clauses[own].verb, scene.words)
    for k in dict.fromkeys((own, lead, scene.clauses[lead].shares)):
        if k is None:
            continue
        timing = of_tokens(scene, scene.clauses[k].tokens, trigger.at)
        if timing.onset is not None and not _lasts(trigger):
            timing = replace(timing, date=timing.onset, bounds=None, onset=None)
        if not spoken:
            beside = verb if k == own else as_told(scene.clauses[k].verb, scene.words)
            timing = coming(timing, beside, scene.analysis.published.interval)
        if given in {"planned", "possible"} and not _of_plan(scene, k, own, trigger, timing):
            continue
        own_date = trigger.evidence == "noun" and _of_noun(scene, timing, trigger.at)
        if not own_date and _of_the_past_in_the_present(scene, timing, verb if k == own else scene.clauses[own].verb):
            continue
        if spoken and (timing.due or _ahead_of_words(scene, timing, verb)):
            continue
        if not timing.silent:
            return timing
    return _heading(scene, trigger.at)


def _lasts(trigger: Trigger) -> bool:
    """Whether an event goes on from the day that it begins on."""
    return triggers.has(trigger, "lasting") or triggers.has(trigger, "continuing")


def _heading(scene: Scene, trigger: int) -> Told:
    """The date that heads a sentence: `24. Februar 2022: Russland greift die Ukraine an`."""
    heads = (dated for dated in scene.dates.get(0, ()) if word_after(scene, dated) in _HEADED)
    return next((read(scene, 0, dated, trigger) for dated in heads), NOTHING)


_HEADED = frozenset({":", "–", "|"})


def _of_plan(scene: Scene, k: int, own: int, trigger: Trigger, timing: Told) -> bool:
    """Whether a date near a verb of planning is that of the plan: not the `am Montag` of `kündigte am Montag … an`."""
    verb = scene.clauses[k].verb
    if timing.date is None or timing.due or verb is None or verb.tense not in PAST_TENSES:
        return True
    if k == own and trigger.evidence != "noun":
        return True  # the verb of the plan stands in another clause
    written = scene.analysis.published.interval
    if written is not None and timing.date.interval.first > written.last:
        return True
    begin, end = scene.words[trigger.at].end, timing.date.evidence[0].start
    return k == own and begin <= end and scene.analysis.document.text[begin:end].strip() in _DIRECTLY


_DIRECTLY = frozenset({"am", "im", "vom", "für", ""})


def of_tokens(scene: Scene, tokens: Iterable[int], trigger: int) -> Told:
    """What some tokens of a sentence tell of when; of several dates the one nearest to the trigger counts.

    A time by the clock is that of the day beside it: `um 14 Uhr am Dienstag`.
    """
    named = [(i, dated) for i in tokens for dated in scene.dates.get(i, ())]
    text = scene.analysis.document.text
    days = [(i, dated) for i, dated in named if not _CLOCK.search(text, dated.start, dated.end)]
    by_distance = [
        (abs(i - trigger), i, one) for i, dated in days or named if not (one := read(scene, i, dated, trigger)).silent
    ]
    return min(by_distance, key=lambda row: (row[2].date is None, *row[:2]))[2] if by_distance else NOTHING


_CLOCK = re.compile(r"\bUhr\b|\d:\d\d")

_FRONT = 3
"""Words at the front of a sentence, where a date sets the scene of what follows."""


def _of_the_past_in_the_present(scene: Scene, timing: Told, verb: Verb | None) -> bool:
    """Whether a date long past stands in the present tense, as that of something else, and not in front of a chronicle.

    `Anhängig ist die Klage wegen der Spenden 2013`, but `2013: Die Partei gewinnt die Wahl`.
    """
    written = scene.analysis.published.interval
    if timing.date is None or written is None or verb is None or verb.tense != "present":
        return False
    if timing.date.precision == "day":
        return False  # as below a picture: `Anna Meier trifft am 3. Mai 2020 Bo Lund`
    front = timing.date.evidence[0].start < scene.words[min(_FRONT, len(scene.words)) - 1].end
    return timing.date.interval.last < written.first and not front


def _of_noun(scene: Scene, timing: Told, noun: int) -> bool:
    """Whether a date belongs to the noun before it, who and where apart: `der Besuch von X im vergangenen Januar`."""
    if timing.date is None:
        return False
    at = next((i for i, word in enumerate(scene.words) if word.start >= timing.date.evidence[0].start), 0)
    between = scene.words[noun + 1 : at]
    return (
        noun < at <= noun + _BEHIND_NOUN
        and not any(word.tag[0] in "V$" for word in between)
        and all(word.text.lower() in _WITH_NOUN for word in between if word.tag in {"APPR", "APPRART"})
    )


_BEHIND_NOUN = 10
"""Words between a noun and its date, with who takes part, and where."""

_WITH_NOUN = frozenset({"von", "vom", "in", "im", "am", "bei", "mit", "zwischen", "nach"})


def _ahead_of_words(scene: Scene, timing: Told, verb: Verb | None) -> bool:
    """Whether words of the present name a time to come that they are about: `fordert für das kommende Jahr mehr Geld`.

    A single day may be that on which they will be said; no year is when the present says something.
    """
    written = scene.analysis.published.interval
    if timing.date is None or written is None or verb is None or verb.tense != "present" or verb.modal:
        return False
    coarse = timing.date.precision in {"year", "quarter", "season"}  # `rechnet 2015 mit mehr Anträgen`
    return coarse or (timing.date.precision != "day" and timing.date.interval.first > written.last)
