"""A document with all that has been found in it so far: what the claim stage reads."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from core.actors.values import Place
from core.claims.themes import Theme, themes
from core.german.clauses import Clause, clauses
from core.german.landmarks import with_names
from core.model import ActorKind, Document, Mention, Published, Saying, Segment, Sentence, Timex
from core.time.dates import Dated


@dataclass(frozen=True)
class Analysis:
    """One analysed document; spans of every kind are in text order."""

    document: Document
    segments: tuple[Segment, ...]
    sentences: tuple[Sentence, ...]
    published: Published
    times: tuple[Timex, ...]
    dates: tuple[Dated, ...]  # those of the times that name days, ranges joined
    mentions: tuple[Mention, ...]
    places: tuple[Place, ...]
    sayings: tuple[Saying, ...]
    attributive: frozenset[tuple[int, int]]  # spans of mentions that only describe somebody else
    kinds: Mapping[str, ActorKind]  # of every actor mentioned
    hosts: Mapping[str, str]  # name of a place, or id of an organisation with a seat -> the state it is in or is

    @cached_property
    def clauses(self) -> tuple[tuple[Clause, ...], ...]:
        """The clauses of each sentence."""
        return tuple(clauses(sentence) for sentence in self.sentences)

    @cached_property
    def first_said(self) -> Mapping[str, int]:
        """The number of the first sentence that has a word, by its base form."""
        first: dict[str, int] = {}
        for at, sentence in enumerate(self.sentences):
            for word in sentence.tokens:
                first.setdefault(word.lemma, at)
        return first

    @cached_property
    def themes(self) -> tuple[Theme, ...]:
        """The nouns that say what the text is about, the most telling first."""
        return themes(self.sentences, (*self.mentions, *self.places, *self.times))


def with_persons(
    sentences: Sequence[Sentence], mentions: Sequence[Mention], kinds: Mapping[str, ActorKind]
) -> tuple[Sentence, ...]:
    """The sentences with every word of a person's name tagged as a name, so that clauses and phrases take it for one.

    Args:
        sentences: the tagged sentences of a document.
        mentions: its mentions, in order.
        kinds: the kinds of the actors mentioned.
    """
    named = [m for m in mentions if m.kind in {"name", "alias"} and kinds[m.actor_id] == "person"]
    return tuple(
        with_names(sentence, [(m.start, m.end) for m in spans_within(named, sentence.start, sentence.end)])
        for sentence in sentences
    )


Spanned = TypeVar("Spanned", Mention, Timex, Dated, Place)


def spans_within(spans: Sequence[Spanned], start: int, end: int) -> list[Spanned]:
    """The spans, sorted by start, that lie inside a stretch of the text."""
    low = bisect_left(spans, start, key=lambda span: span.start)
    high = bisect_right(spans, end - 1, key=lambda span: span.start)
    return [span for span in spans[low:high] if span.end <= end]
