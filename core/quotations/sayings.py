"""Quotations to sayings: which stretch of a text is whose word, as the actor that its speaker is."""

import re
from collections.abc import Iterator, Mapping, Sequence

from core.claims.analysis import within
from core.claims.independent import is_independent
from core.german.tags import FINITE, is_sign
from core.model import ActorKind, Mention, Saying, Sentence
from core.quotations.find import quotations
from core.quotations.marks import quoted
from core.quotations.values import Quotation, Span

_SPEECH = 4  # words in quotation marks with a verb among them; fewer are a title or an expression

_LABEL = 7  # tokens before the text of a paragraph that say who speaks, at most


def sayings(
    text: str,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    attributive: frozenset[tuple[int, int]],
    kinds: Mapping[str, ActorKind],
) -> tuple[Saying, ...]:
    """The sayings of a text, sorted by begin and end; one may lie within another.

    The actor is None where the text does not name who speaks, or by no name that is an actor's (`ein Sprecher`). What
    stands in quotation marks and is speech by its form, though nobody's, is a saying as well.

    Args:
        text: the text.
        sentences: its sentences.
        mentions: the mentions in it, sorted by begin.
        attributive: spans of mentions that only describe somebody else.
        kinds: of every actor mentioned.
    """
    quotes = quotations(text, sentences)
    given = [
        Saying(span.start, span.end, who, quotation.type == "Direct")
        for quotation in quotes
        for who in (_speaker(text, quotation, mentions, attributive, kinds),)
        for span in quotation.quote
    ]
    known = {(saying.start, saying.end) for saying in given if saying.direct}
    nobodys = [Saying(*span, None, True) for span in _speech(text, sentences) if span not in known]
    labelled = _labelled(text, sentences, mentions, kinds)
    return tuple(sorted((*given, *nobodys, *labelled), key=lambda saying: (saying.start, saying.end)))


def _labelled(
    text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention], kinds: Mapping[str, ActorKind]
) -> Iterator[Saying]:
    """The paragraphs that begin with who says them, and sentences within one: `Merkel: Wir beraten nicht mehr.`"""
    end = -1
    for sentence in sentences:
        if sentence.start <= end:
            continue
        within_paragraph = bool(text[text.rfind("\n", 0, sentence.start) + 1 : sentence.start].strip())
        colon = next((i for i, word in enumerate(sentence.tokens[:_LABEL]) if word.text == ":"), None)
        if colon is None or not any(word.tag in FINITE for word in sentence.tokens[colon:]):
            continue
        named = within(mentions, sentence.start, sentence.tokens[colon].start)
        last = named[-1] if named else None
        if last is not None and last.end == sentence.tokens[colon].start and kinds.get(last.actor_id) == "person":
            line = text.find("\n", sentence.start)
            end = sentence.end if within_paragraph else line if line >= 0 else len(text)
            yield Saying(sentence.tokens[colon].end, end, last.actor_id, True)


_ORIGIN = re.compile(r"\w\s+aus\s+(?:(?:der|dem|den)\s+)?(?:\w+,\s+)*(?:\w+\s+und\s+)?\Z")
"""What stands before the name of where speakers are from: `Flüchtlinge aus dem Irak, Syrien und …`."""


_WORD = re.compile(r"[\w-]*")


def _speaker(
    text: str,
    quotation: Quotation,
    mentions: Sequence[Mention],
    attributive: frozenset[tuple[int, int]],
    kinds: Mapping[str, ActorKind],
) -> str | None:
    """The actor that speaks: a person before the body that it speaks for, and the last name of `Sprecher Bo Lund`."""
    named = [
        m
        for span in quotation.speaker
        for m in within(mentions, span.start, span.end)
        if m.kind == "metonym" or not _ORIGIN.search(text, span.start, m.start)
    ]
    named = [m for m in named if (m.start, m.end) not in attributive] or named
    named = [m for m in named if not _begins_independent(text, m)]
    persons = [m for m in named if kinds.get(m.actor_id) == "person"]
    return (persons or named)[-1].actor_id if named else None


def _begins_independent(text: str, mention: Mention) -> bool:
    """Whether a name begins a compound for people who do not speak for whom it names: `EU-Abgeordnete`."""
    whole = _WORD.match(text, mention.start)
    return whole is not None and whole.end() > mention.end and is_independent(whole[0])


def _speech(text: str, sentences: Sequence[Sentence]) -> Iterator[Span]:
    """The stretches in quotation marks with a verb and so many words that they are more than a title."""
    first = 0
    for span in quoted(text):
        while first < len(sentences) and sentences[first].end <= span.start:
            first += 1
        inside = []
        for sentence in sentences[first:]:
            if sentence.start >= span.end:
                break
            inside += [word for word in sentence.tokens if span.start <= word.start < span.end and not is_sign(word)]
        if len(inside) >= _SPEECH and any(word.tag in FINITE for word in inside):
            yield span
