"""A story goes on on its day: undated claims that take the date of a claim before."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from core.claims.draft import Draft
from core.claims.scene import Scene
from core.model import ClaimDate

_STORY_DAYS = 7
"""A story goes on on its day or in its week; a month or a year says too little to go on in."""


def with_context_dates(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Give undated claims the date of a claim before, as a narrative goes on.

    Only within a paragraph, for what is told as past, and where somebody who acts does so in both.
    """
    dated: Draft | None = None
    for draft in drafts:
        if dated is not None and dated.date is not None and _goes_on(dated, draft):
            date = dated.date._replace(basis="context")
            draft = replace(draft, date=date, doubts=(*draft.doubts, "inherited_date"))
        yield draft
        if draft.date is not None:
            dated = draft if _told_as_past(draft) and _days(draft.date) <= _STORY_DAYS else None


def _goes_on(dated: Draft, draft: Draft) -> bool:
    if draft.date is not None or not _told_as_past(draft) or "in_quotation" in draft.doubts:
        return False
    return _segment(dated.scene) == _segment(draft.scene) and bool(_acting(dated) & _acting(draft))


def _days(date: ClaimDate) -> int:
    return (date.interval.last - date.interval.first).days + 1


def _told_as_past(draft: Draft) -> bool:
    """`traf` is, and so is `sollte treffen`, a plan for the day that the story is at."""
    clauses = draft.scene.clauses
    verb = next((c.verb for c in clauses if draft.trigger.at in c.tokens), None)
    return draft.status == "occurred" or (draft.status == "planned" and verb is not None and verb.tense == "past")


def _acting(draft: Draft) -> set[str]:
    return {part.mention.actor_id for part in draft.parts if part.role in {"agent", "speaker", "partner"}}


def _segment(scene: Scene) -> int:
    """The number of the segment that a scene's sentence stands in."""
    return bisect_right(scene.analysis.segments, scene.sentence.start, key=lambda segment: segment.start)
