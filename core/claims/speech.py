"""Whose word a draft is: the source that its sentence names, and the quotation that its sentence stands in."""

from collections.abc import Iterable
from dataclasses import replace

from core.claims import triggers
from core.claims.attribution import Source
from core.claims.draft import Draft
from core.claims.scene import CLOSING_QUOTES, OPENING_QUOTES, Scene


class Speech:
    """Whose quotation the text is in, sentence after sentence."""

    def __init__(self) -> None:
        self._inside = False
        self._speaker: str | None = None

    def lets_through(self, draft: Draft) -> bool:
        """Whether a claim is more than a part of what somebody says: within a quotation only what is dated is."""
        return not self._inside or triggers.has(draft.trigger, "spoken") or draft.date is not None

    def applied(self, draft: Draft) -> Draft:
        """The draft as a part of the quotation that its sentence stands in, if it stands in one."""
        if not self._inside:
            return draft
        return replace(
            draft, attributed_to=draft.attributed_to or self._speaker, doubts=(*draft.doubts, "in_quotation")
        )

    def read(self, scene: Scene, drafts: Iterable[Draft]) -> None:
        """Go on to the end of a sentence."""
        for draft in drafts:
            for part in draft.parts:
                if part.role == "speaker":
                    self._speaker = part.mention.actor_id
        for word in scene.words:
            if word.text in OPENING_QUOTES:
                self._inside = True
            elif word.text in CLOSING_QUOTES:
                self._inside = False


def attributed(draft: Draft, source: Source | None) -> Draft:
    """The draft with its source; a medium is a source only, a person or a state that speaks takes part as well."""
    if source is None or not (source.whole or draft.tokens & source.tokens):
        return draft
    kinds = draft.scene.analysis.kinds
    parts = tuple(
        part._replace(role="speaker") if part.at in source.tokens else part
        for part in draft.parts
        if part.at not in source.tokens or kinds.get(part.mention.actor_id) != "media"
    )
    teller = source.mention.actor_id if source.mention else draft.attributed_to
    return replace(draft, parts=parts, attributed_to=teller)
