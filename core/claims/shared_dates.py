"""Dates that a text gives once, and that hold for more than the sentence: of figures, of harm that was done.

`Im April stieg die Quote. In Bergen sank sie`: a month, a quarter or a year holds for the figures that follow closely,
the day of a report from the markets for all of them. `Am Dienstag brannte eine Halle. … Drei Autos wurden zerstört`:
what an accident or an attack did has its day, if the text tells of no other. Neither holds for a clause that names
another time. `Damals` is a time that was named before.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from core.claims import dating
from core.claims.dating.compared import is_compared
from core.claims.dating.words import dating_words
from core.claims.draft import Draft
from core.claims.lexicon import nouns_of, victims
from core.claims.scene import Scene
from core.german.compounds import is_among
from core.german.values import Verb
from core.model import HEADINGS, ClaimDate, DateEvidence, Precision

_REACH = 3
"""Sentences after one with figures of a period in which more of them are told."""

_PERIODS: frozenset[Precision] = frozenset({"month", "quarter", "year"})

_NEWS_DAYS = 1
"""Days before that of writing of which a report from the markets may be."""

_REACH_OF_HARM = 6
"""Sentences after one that tells of an accident or an attack in which a text says what it did."""


def with_shared_dates(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts of a document, in the order of the text, undated ones with the date that they share with others."""
    return _of_harm(_of_figures(drafts))


def at_that_time(draft: Draft) -> Draft | None:
    """What was `damals`, with the date that its sentence before the word, or the one before, names last.

    So it is with one a little further back, if the text names no other since.
    """
    scene = draft.scene
    clause = scene.home_of(draft.trigger.at)
    then = next((i for i in clause.tokens if scene.words[i].text.lower() == "damals"), None) if clause else None
    if then is None or scene.words[max(0, then - 1)].text.lower() in _FROM_THEN:
        return None
    planned_then = draft.status == "planned" and clause and clause.verb and clause.verb.tense == "past"
    if draft.bounds is not None or not (draft.status == "occurred" or planned_then):
        return None
    known = scene.analysis.dates
    at = bisect_right(known, scene.words[then].start, key=lambda dated: dated.start)
    near, begin = (scene.analysis.sentences[max(0, scene.index - back)].start for back in (1, _REACH))
    written = scene.analysis.published.interval
    since = {dated.interval for dated in known[:at] if dated.start >= begin}
    alone = len(since) == 1 and draft.trigger.evidence != "speech"  # who tells what was `damals` may do so now
    if not since or (known[at - 1].start < near and not alone):
        return None
    if written is not None and known[at - 1].interval.last >= written.first:
        return None
    named = known[at - 1]
    said = DateEvidence(named.start, named.end, scene.analysis.document.text[named.start : named.end], "expression")
    date = ClaimDate(named.edtf, named.interval, named.precision, "context", "carried", (said,))
    return replace(draft, date=date, doubts=(*draft.doubts, "inherited_date"))


_FROM_THEN = frozenset({"seit", "bis", "von"})


def _of_figures(drafts: Iterable[Draft]) -> Iterator[Draft]:
    period: tuple[ClaimDate, int] | None = None
    day: ClaimDate | None = None
    for draft in drafts:
        told = draft
        if not _moves(draft):
            yield draft
            continue
        if draft.date is not None:
            if draft.date.basis == "text":
                period = (draft.date, draft.scene.index) if draft.date.precision in _PERIODS else None
                day = draft.date if _is_of_market_day(draft, draft.date) else day
        elif _may_share(draft):
            if day is not None and _is_of_market(draft):
                told = _dated(draft, day)
            elif period is not None and _is_near(draft, *period):
                told = _dated(draft, period[0])
                period = period[0], draft.scene.index
        yield told


def _of_harm(drafts: Iterable[Draft]) -> Iterator[Draft]:
    known: list[ClaimDate] = []
    at = 0
    for draft in drafts:
        told = draft
        if draft.trigger.type in {victims().accident, victims().violence} and draft.status == "occurred":
            near = bool(known) and draft.scene.index - at <= _REACH_OF_HARM
            if draft.date is not None:
                known.append(draft.date)
            elif near and len({date.interval for date in known}) == 1 and known[0].precision == "day":
                told = _dated(draft, known[0]) if _was_done(draft) and _may_share(draft) else draft
            at = draft.scene.index if told.date is not None else at
        yield told


def _dated(draft: Draft, date: ClaimDate) -> Draft:
    carried = date._replace(basis="context", source="carried")
    if not dating.agree(draft.status, carried, draft.scene.analysis.published.interval):
        return draft
    return replace(draft, date=carried, doubts=(*draft.doubts, "inherited_date"))


def _verb(draft: Draft) -> Verb | None:
    """The verb of the clause that a draft is told in, where that says as a fact that it is over."""
    home = draft.scene.home_of(draft.trigger.at)
    verb = home.verb if home is not None else None
    over = verb is not None and verb.tense in {"past", "perfect"} and verb.mood == "indicative"
    return verb if over and draft.status == "occurred" else None


def _moves(draft: Draft) -> bool:
    """Whether a draft tells of figures that moved, or how high they were."""
    figure = draft.trigger.type == dating_words().figures_of and draft.trigger.evidence != "noun"
    verb = _verb(draft)
    return figure and verb is not None and verb.lemma in dating_words().moving


def _was_done(draft: Draft) -> bool:
    """Whether a draft tells what an accident or an attack did, at no place of its own: `Ein Haus wurde zerstört`."""
    home, verb = draft.scene.home_of(draft.trigger.at), _verb(draft)
    if home is None or verb is None or draft.trigger.evidence == "noun":
        return False
    elsewhere = not draft.scene.places.keys().isdisjoint(home.tokens)
    return verb.lemma in victims().effects and not elsewhere


def _may_share(draft: Draft) -> bool:
    """Whether the clause of an undated draft leaves it to another one to say when it was."""
    scene, home = draft.scene, draft.scene.home_of(draft.trigger.at)
    if home is None or draft.bounds is not None or scene.sentence.kind in HEADINGS or "in_quotation" in draft.doubts:
        return False
    if any(scene.words[i].text.lower() in dating_words().elsewhen for i in home.tokens):
        return False
    return not any(i in scene.dates and not is_compared(scene, i) for i in home.tokens)


def _is_near(draft: Draft, period: ClaimDate, at: int) -> bool:
    """Whether figures come soon after others, and neither their sentence nor one between names another time."""
    scene = draft.scene
    between = (Scene(scene.analysis, index) for index in range(at + 1, scene.index + 1))
    return scene.index - at <= _REACH and not any(_names_other(other, period) for other in between)


def _names_other(scene: Scene, period: ClaimDate) -> bool:
    """Whether a sentence names a time that is not the period, and that nothing is only compared with."""
    return any(
        dated.interval != period.interval and not is_compared(scene, i)
        for i, row in scene.dates.items()
        for dated in row
    )


def _is_of_market_day(draft: Draft, date: ClaimDate) -> bool:
    """Whether a dated draft tells of prices on the markets on the day of the news."""
    written = draft.scene.analysis.published.interval
    if written is None or date.precision != "day" or not _is_of_market(draft):
        return False
    return 0 <= (written.first - date.interval.first).days <= _NEWS_DAYS


def _is_of_market(draft: Draft) -> bool:
    nouns = [word for i in draft.tokens if (word := draft.scene.words[i]).tag[0] == "N"]
    return any(is_among(word, nouns_of("security")) or word.lemma in _CHANGES for word in nouns)


_CHANGES = frozenset({"Plus", "Minus"})
