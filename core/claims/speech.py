"""Whose word a draft is: the source that its sentence names, and the quotation that it stands in."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from core.claims import triggers
from core.claims.attribution import NamedSource, sayings_at
from core.claims.draft import Draft


def as_spoken(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts as parts of the quotations that they stand in; those left out that are no more than parts of them.

    Within quotation marks only what is words, or has a date, is told of by itself.
    """
    for draft in drafts:
        at = draft.scene.words[draft.trigger.at].start
        quoting = next((saying for saying in sayings_at(draft.scene.analysis.sayings, at) if saying.direct), None)
        if quoting is None or draft.trigger.evidence == "speech":
            yield draft
        elif triggers.has(draft.trigger, "spoken") or draft.date is not None:
            told = draft.attributed_to or quoting.actor_id
            yield replace(draft, attributed_to=told, doubts=(*draft.doubts, "in_quotation"))


def attributed(draft: Draft, source: NamedSource | None) -> Draft:
    """The draft with its source, who only tells of it: who is named there takes no part."""
    if source is None or not (source.whole or draft.tokens & source.tokens):
        return draft
    parts = tuple(part for part in draft.parts if part.at not in source.tokens)
    teller = source.mention.actor_id if source.mention else draft.attributed_to
    return replace(draft, parts=parts, attributed_to=teller)
