"""A story goes on on its day: undated claims that take the date of a sentence before.

It goes on within a few sentences, in one tense, until another time is named; by a word that says so (`dabei`, `dort`),
by somebody who acts on, or as the next thing that happened.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import groupby
from typing import Literal, NamedTuple

from core.claims import dating
from core.claims.analysis import spans_within
from core.claims.dating.words import dating_words
from core.claims.draft import Draft
from core.claims.scene import Scene
from core.claims.shared_dates import at_that_time
from core.claims.triggers import has, of_nouns, of_verb, type_of
from core.german.clauses import Clause
from core.model import HEADINGS, ClaimDate, Interval
from core.time import lexicon

_STORY_DAYS = 7
"""A story goes on on its day or in its week; a month or a year says too little to go on in."""

_REACH = 3
"""Sentences after the last one of the story, beyond which it has to be dated anew."""

_LONGEST = 8
"""Sentences after the one that gives the day, beyond which a story has mostly come to other days."""

_Stage = Literal["then", "before"]
"""What is told: what happened then (past and perfect), or what had happened before (pluperfect)."""


class _Day(NamedTuple):
    """The day that a story is at: the sentences that give it and go on on it last, who acts in it, and how it is told.

    `words`: it tells of what somebody said, and not of what happened.
    """

    date: ClaimDate
    begun: int
    at: int
    acting: frozenset[str]
    stage: _Stage
    words: bool


def with_context_dates(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Give undated claims of a document, in the order of the text, the date of a sentence before, as a story does.

    A headline has the date of the sentence below it that tells the same.
    """
    told = list(_going_on(drafts))
    for at, draft in enumerate(told):
        yield _headed(draft, told[at + 1 :]) if _awaits_lead(draft) else draft


_LEAD = 3
"""Sentences below a headline in which the text tells again, with its day, what the headline says."""


def _awaits_lead(draft: Draft) -> bool:
    return draft.date is None and draft.bounds is None and draft.scene.sentence.kind in HEADINGS


def _headed(draft: Draft, following: Sequence[Draft]) -> Draft:
    """A headline's claim with the date of the claim below that tells of the same event of the same ones."""
    for other in following:
        if other.scene.index - draft.scene.index > _LEAD:
            break
        same = other.trigger.type == draft.trigger.type and bool(_acting(draft) & _acting(other))
        if same and _is_ahead(other) and _in_present(draft) and _taking_part(draft) <= _taking_part(other):
            return _coming_then(other, draft)
        again = same and (bool(_nouns(draft) & _nouns(other)) or len(_taking_part(draft) & _taking_part(other)) > 1)
        if again and other.status == draft.status and other.date is not None:
            date = other.date._replace(basis="context", source="carried")
            return replace(draft, date=date, doubts=(*draft.doubts, "inherited_date"))
    return draft


def _is_ahead(draft: Draft) -> bool:
    """Whether the present tells, with its date, of what is to come: `Am 22. April reist sie nach Rom.`"""
    written = draft.scene.analysis.published.interval
    if draft.date is None or written is None or draft.status != "planned" or _is_words(draft):
        return False
    clause = _clause(draft)
    told = clause is not None and clause.verb is not None and clause.verb.tense in {"present", "future"}
    return told and draft.date.interval.first > written.last and _days(draft.date) <= _STORY_DAYS


def _in_present(draft: Draft) -> bool:
    """Whether an undated claim is told as happening, in the present tense."""
    clause = _clause(draft)
    told = clause is not None and clause.verb is not None and clause.verb.tense == "present"
    undated = draft.date is None and draft.bounds is None
    return undated and told and draft.status == "occurred" and not _is_words(draft)


def _coming_then(ahead: Draft, draft: Draft) -> Draft:
    """A claim in the present tense with the date of what is to come, which it tells of as well."""
    date = ahead.date._replace(basis="context", source="carried") if ahead.date else None
    return replace(draft, date=date, status="planned", doubts=(*draft.doubts, "not_fact", "inherited_date"))


def _goes_on_ahead(ahead: Draft, draft: Draft) -> bool:
    """Whether the sentence after one on what is to come goes on with it: `Dort trifft sie Kanzler X.`"""
    clause = _clause(draft)
    if clause is None or clause.kind != "main" or not _in_present(draft) or "in_quotation" in draft.doubts:
        return False
    near = draft.scene.index - ahead.scene.index <= 1 and _segment(draft.scene) == _segment(ahead.scene)
    on = _says_so(draft.scene, clause) or bool(_acting(draft) & _acting(ahead))
    return near and on and not _turns_away(draft.scene, clause)


def _taking_part(draft: Draft) -> frozenset[str]:
    return frozenset(part.mention.actor_id for part in draft.parts)


def _nouns(draft: Draft) -> frozenset[str]:
    words = draft.scene.words
    return frozenset(words[i].lemma.lower() for i in draft.tokens if words[i].tag == "NN")


def _going_on(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The claims with the dates of the story that they go on with."""
    day: _Day | None = None
    ahead: Draft | None = None
    dated: list[Draft] = []
    seen = -1
    for index, told in groupby(drafts, key=lambda draft: draft.scene.index):
        some = list(told)
        analysis = some[0].scene.analysis
        for between in range(seen + 1, index):
            day = _passing(day, Scene(analysis, between))
        seen = index
        named = bool(some[0].scene.dates)
        for draft in some:
            if draft.date is None and (recalled := _recalled(draft, dated) or at_that_time(draft)) is not None:
                yield recalled
                continue
            if ahead is not None and _goes_on_ahead(ahead, draft):
                draft = _coming_then(ahead, draft)
            if _is_ahead(draft):
                ahead = draft
            if draft.date is None and day is not None and (day.at == index or not named or _is_retold(draft)):
                draft = _carried(day, draft)
            if draft.date is None and (again := _again(draft, dated)) is not None:
                draft = again
            if draft.date is not None and _days(draft.date) == 1 and draft.status == "occurred":
                dated.append(draft)
            yield draft
            day = _after(day, draft)
        if named and (day is None or day.at != index) and not all(map(_is_retold, some)):
            day = _passing(day, some[0].scene)


_AT_EVENT = frozenset({"nach", "bei", "in", "während"})


def _recalled(draft: Draft, dated: Sequence[Draft]) -> Draft | None:
    """Words with the day of an event told of before at which they were said: `nach dem Treffen mit X sagte Y`.

    The event is known by its noun, by who speaks, and by who is named right behind the noun.
    """
    clause = next((k for k, clause in enumerate(draft.scene.clauses) if draft.trigger.at in clause.tokens), None)
    if clause is None or not _is_words(draft) or draft.status != "occurred" or not _told_as_past(draft):
        return None
    scene, tokens = draft.scene, draft.scene.clauses[clause].tokens
    speaking = {part.mention.actor_id for part in draft.parts if part.role in {"agent", "speaker"}}
    for noun in of_nouns(scene, clause):
        phrase = next((p for p in scene.phrases[clause] if noun.at in p.tokens), None)
        if phrase is None or phrase.preposition not in _AT_EVENT:
            continue
        near = {m.actor_id for i in tokens if noun.at <= i <= noun.at + _NEAR for m in scene.mentions.get(i, ())}
        for other in reversed(dated):
            there = {part.mention.actor_id for part in other.parts}
            named = near - speaking
            met = has(noun, "spoken") and "encounter" in type_of(other.trigger).traits  # `in der Rede bei X`
            same = met or other.trigger.type == noun.type
            if same and speaking & there and named & there and other.date is not None:
                date = other.date._replace(basis="context", source="carried")
                return replace(draft, date=date, bounds=None, doubts=(*draft.doubts, "inherited_date"))
    return None


def _again(draft: Draft, dated: Sequence[Draft]) -> Draft | None:
    """What happened to others as well on the day of the news: `X schloss am Dienstag im Minus. … Y schloss`."""
    clause, written = _clause(draft), draft.scene.analysis.published.interval
    if written is None or clause is None or clause.kind != "main" or draft.trigger.evidence == "noun":
        return None
    if _is_words(draft) or draft.status != "occurred" or "in_quotation" in draft.doubts:
        return None
    if _turns_away(draft.scene, clause):
        return None
    told = _told_with(draft)
    for other in reversed(dated):
        date = other.date
        if (
            _told_with(other) == told
            and date is not None
            and 0 <= (written.first - date.interval.first).days <= _NEWS_DAYS
        ):
            carried = date._replace(basis="context", source="carried")
            return replace(draft, date=carried, bounds=None, doubts=(*draft.doubts, "inherited_date"))
    return None


_NEWS_DAYS = 1
"""Days before that of writing of which a report of the day may be."""


def _told_with(draft: Draft) -> tuple[object, ...]:
    """The verb that tells of what a draft is about, its type, and its stage."""
    return draft.scene.words[draft.trigger.at].lemma, draft.trigger.type, _stage_of(draft)


_NEAR = 6
"""Words behind a noun of an event within which somebody is named who took part in it."""


def _after(day: _Day | None, draft: Draft) -> _Day | None:
    """The day that a story is at after a claim."""
    stage = _stage_of(draft)
    if draft.date is None or draft.date.basis == "text":
        if draft.date is None:
            return day
        written = draft.scene.analysis.published.interval
        if stage is None or _days(draft.date) > _STORY_DAYS or not dating.agree("occurred", draft.date, written):
            return None
        return _Day(draft.date, draft.scene.index, draft.scene.index, _acting(draft), stage, _is_words(draft))
    clause = _clause(draft)
    if day is None or (clause is not None and _is_reported(clause)):
        return day
    return day._replace(at=draft.scene.index, acting=day.acting | _acting(draft))


def _passing(day: _Day | None, scene: Scene) -> _Day | None:
    """The day that a story is at after a sentence that no claim is dated in: its own, where it tells of the past."""
    if not scene.dates and day is not None:
        if _turns_back(day, scene):
            return None
        if scene.index == day.at + 1 and _runs_on(day, scene):
            return day._replace(at=scene.index)
    if not scene.dates or all(clause.verb is None or clause.verb.mood != "indicative" for clause in scene.clauses):
        return day  # nothing new, or what somebody says
    for k, clause in enumerate(scene.clauses):
        stage = _stage(clause) if clause.kind == "main" and clause.verb else None
        if stage is None or clause.verb is None:
            continue
        told = dating.of_tokens(scene, clause.tokens, clause.verb.at)
        written = scene.analysis.published.interval
        date = dating.agreed(told, "occurred", clause.verb, written, spoken=False).date
        if date is not None and _days(date) <= _STORY_DAYS:
            subjects = [p for p in scene.phrases[k] if p.function == "subject"]
            acting = {m.actor_id for p in subjects for i in p.tokens for m in scene.mentions.get(i, ())}
            trigger = of_verb(scene, k)
            words = trigger is not None and has(trigger, "spoken")
            return _Day(date, scene.index, scene.index, frozenset(acting), stage, words)
    same = day is not None and all(one.interval == day.date.interval for some in scene.dates.values() for one in some)
    return day if same else None


def _runs_on(day: _Day, scene: Scene) -> bool:
    """Whether an undated sentence goes on telling what happened then, whatever it is that it tells of."""
    stated = [clause for clause in scene.clauses if clause.kind == "main" and clause.verb is not None]
    together = scene.sentence.kind == "body" and _segment(scene) == _segment(Scene(scene.analysis, day.at))
    told = bool(stated) and all(_stage(clause) == day.stage and not _is_reported(clause) for clause in stated)
    return together and told and not any(_turns_away(scene, clause) for clause in stated)


def _turns_back(day: _Day, scene: Scene, before: int | None = None) -> bool:
    """Whether a sentence, as far as a token of it, tells of what had happened before: another time than the story's."""
    clauses = [clause for clause in scene.clauses if before is None or clause.tokens[-1] < before]
    return day.stage == "then" and any(_stage(c) == "before" and c.kind == "main" for c in clauses)


def _carried(day: _Day, draft: Draft) -> Draft:
    """An undated claim with the date of the story, if the story goes on with it."""
    clause = _clause(draft)
    date: ClaimDate | None
    if _is_retold(draft):
        date = day.date if day.words and _by_the_same(day, draft) else None
        if date is None:
            return draft
    elif clause is None or "in_quotation" in draft.doubts or not _told_as_past(draft):
        return draft
    elif (date := _nth_day(day, draft)) is None:
        if _turns_away(draft.scene, clause) or not _goes_on(day, draft, clause):
            return draft
        date = day.date
    date = date._replace(basis="context", source="carried")
    if not dating.agree(draft.status, date, draft.scene.analysis.published.interval):
        return draft
    return replace(draft, date=date, bounds=None, doubts=(*draft.doubts, "inherited_date"))


def _is_retold(draft: Draft) -> bool:
    """Whether a claim is a sentence of somebody's speech: its times and tenses are those of what is said."""
    return draft.trigger.evidence == "speech"


def _by_the_same(day: _Day, draft: Draft) -> bool:
    """Whether words go on that somebody has begun to say."""
    near = draft.scene.index - day.at <= _REACH and _together(day, draft)
    return near and bool(day.acting & _acting(draft))


def _together(day: _Day, draft: Draft) -> bool:
    """Whether a claim stands in the same paragraph as the story before it."""
    return _segment(draft.scene) == _segment(Scene(draft.scene.analysis, day.at))


def _goes_on(day: _Day, draft: Draft, clause: Clause) -> bool:
    gap = draft.scene.index - day.at
    if (
        draft.scene.index - day.begun > _LONGEST
        or gap > (1 if _is_reported(clause) else _REACH)
        or clause.kind != "main"
        or _stage_of(draft) != day.stage
    ):
        return False
    together = _together(day, draft)
    shared = bool(day.acting & _acting(draft))
    if _is_words(draft):
        return together and shared
    if gap > 0 and _turns_back(day, draft.scene, draft.trigger.at):
        return False
    if _says_so(draft.scene, clause):
        return together or gap == 1
    return together and (shared or (gap <= 1 and not day.words))


def _says_so(scene: Scene, clause: Clause) -> bool:
    return any(scene.words[i].text.lower() in dating_words().goes_on for i in clause.tokens)


def _turns_away(scene: Scene, clause: Clause) -> bool:
    """Whether a clause names another time, be it one that is no day (`zuvor`, `seit Jahren`, `immer wieder`)."""
    times = [
        t for t in spans_within(scene.analysis.times, scene.sentence.start, scene.sentence.end) if t.type != "TIME"
    ]
    words = [scene.words[i] for i in clause.tokens]
    if any(word.start < time.end and time.start < word.end for word in words for time in times):
        return True
    return any(word.text.lower() in dating_words().elsewhen for word in words)


def _nth_day(day: _Day, draft: Draft) -> ClaimDate | None:
    """`Am zweiten Tag`: counted from the day that the story is at."""
    words = draft.scene.words
    if _days(day.date) != 1:
        return None
    for k in range(len(words) - 1):
        sense = lexicon.senses().get(words[k].text)
        if words[k + 1].text == "Tag" and sense is not None and sense.kind == "ordinal_word":
            if words[k - 1].text.lower() != "am" or not sense.value.isdigit() or int(sense.value) < 2:
                return None
            then = day.date.interval.first + timedelta(days=int(sense.value) - 1)
            return day.date._replace(edtf=then.isoformat(), interval=Interval(then, then))
    return None


def _days(date: ClaimDate) -> int:
    return (date.interval.last - date.interval.first).days + 1


def _clause(draft: Draft) -> Clause | None:
    return draft.scene.home_of(draft.trigger.at)


def _stage_of(draft: Draft) -> _Stage | None:
    clause = _clause(draft)
    return _stage(clause) if clause and _told_as_past(draft) else None


def _stage(clause: Clause) -> _Stage | None:
    tense = clause.verb.tense if clause.verb else None
    if tense == "pluperfect":
        return "before"
    return "then" if tense in {"past", "perfect"} else None


def _is_reported(clause: Clause) -> bool:
    """Whether a clause passes on what somebody says, which goes back further the longer it does."""
    return clause.verb is not None and clause.verb.mood == "subjunctive1"


def _told_as_past(draft: Draft) -> bool:
    """`traf` is, and so is `sollte treffen`, a plan for the day that the story is at."""
    clause = _clause(draft)
    planned_then = clause is not None and clause.verb is not None and clause.verb.tense == "past"
    return draft.status == "occurred" or (draft.status == "planned" and planned_then)


def _is_words(draft: Draft) -> bool:
    return has(draft.trigger, "spoken")


def _acting(draft: Draft) -> frozenset[str]:
    return frozenset(part.mention.actor_id for part in draft.parts if part.role in {"agent", "speaker", "partner"})


def _segment(scene: Scene) -> int:
    """The number of the segment that a scene's sentence stands in."""
    return bisect_right(scene.analysis.segments, scene.sentence.start, key=lambda segment: segment.start)
