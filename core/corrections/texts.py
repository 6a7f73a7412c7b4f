"""The documents that decisions are about: where in them an anchor is, and which claim or actor stands there."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, Protocol

from core.anchors import find
from core.corrections.claims import located
from core.corrections.model import ActorReference, ClaimAnchor
from core.model import Claim, Mention
from core.stages import Analysed


class LazyDocument(Protocol):
    """A document, read no further than it has to be."""

    @property
    def analysed(self) -> Callable[[], Analysed]:
        """Reads all of it."""


class Place(NamedTuple):
    """A claim, by its number (from 0) among those that the machine found in its document."""

    doc_id: str
    number: int


class Local(NamedTuple):
    """An actor of one document, by the id that it has there."""

    doc_id: str
    actor_id: str


class _Document(NamedTuple):
    """What is asked of a document."""

    text: str
    mentions: Sequence[Mention]
    claims: Sequence[Claim]


class Texts:
    """The documents of a corpus by id, each read when it is first asked for."""

    def __init__(self, sources: Mapping[str, LazyDocument]) -> None:
        self._sources = sources
        self._read: dict[str, _Document] = {}

    def __contains__(self, doc_id: str) -> bool:
        """Whether there is such a document."""
        return doc_id in self._sources

    def claims(self, doc_id: str) -> Sequence[Claim]:
        """The claims of a document as the machine found them, its actors by the ids that they have there."""
        return self._document(doc_id).claims

    def claim(self, anchor: ClaimAnchor) -> Place | None:
        """The claim that an anchor holds on to; None where there is none any more."""
        doc_id = anchor.quote.doc_id
        if doc_id not in self._sources:
            return None
        document = self._document(doc_id)
        number = located(anchor, document.text, document.claims)
        return None if number is None else Place(doc_id, number)

    def actor(self, reference: ActorReference, id_of: Callable[[str, str], str]) -> Local | None:
        """The actor that a mention stands for; None where it stands there no more, or for nobody.

        Args:
            reference: the reference.
            id_of: gives an actor of a document the id that it has in the tables, which tells two apart.
        """
        anchor = reference.mention
        if anchor is None or anchor.doc_id not in self._sources:
            return None
        document = self._document(anchor.doc_id)
        place = find(anchor, document.text)
        locals_ = [mention.actor_id for mention in document.mentions if (mention.start, mention.end) == place]
        if not locals_:
            return None
        meant = [one for one in locals_ if id_of(anchor.doc_id, one) == reference.actor_id]
        return Local(anchor.doc_id, (meant or locals_)[0])

    def _document(self, doc_id: str) -> _Document:
        if doc_id not in self._read:
            one = self._sources[doc_id].analysed()
            self._read[doc_id] = _Document(one.read.document.text, one.entities.actors.mentions, one.told.claims)
        return self._read[doc_id]
