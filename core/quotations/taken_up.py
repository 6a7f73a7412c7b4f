"""Who is meant where a text names a speaker by no name: `so der Vertreter`, `sagt er`, `heißt es in der Aussendung`."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from core.claims.analysis import spans_within
from core.model import ActorKind, Mention, Saying, Sentence
from core.quotations.lexicon import cues
from core.quotations.values import Quotation

_ARTICLE = 2  # words before a name, and one more
_REACH = 3
"""Sentences back in which the only person named is meant."""


def speaker(
    text: str,
    sentences: Sequence[Sentence],
    quotation: Quotation,
    before: Sequence[Saying],
    mentions: Sequence[Mention],
    kinds: Mapping[str, ActorKind],
) -> str | None:
    """The actor that a pronoun, a noun for a person or body, or a paper of theirs takes up as who speaks.

    That is who spoke in the sentence before, or in the same one, if it is of that kind; a person also if no other is
    named in the last sentences.

    Args:
        text: the text.
        sentences: its sentences.
        quotation: the quotation, whose speaker is no known actor's name.
        before: the sayings before it, in order.
        mentions: the mentions in the text, sorted by begin.
        kinds: of every actor mentioned.
    """
    words = " ".join(text[span.start : span.end] for span in quotation.speaker).lower().split()
    if words and words[0].startswith(cues().own):  # `Die Bank hat nach eigenen Angaben …`
        first = spans_within(mentions, quotation.quote[0].start, quotation.quote[0].end)[:1]
        opens = first and len(text[quotation.quote[0].start : first[0].start].split()) < _ARTICLE
        return first[0].actor_id if opens else None
    meant = _meant(words)
    cue = text[quotation.cue[0].start : quotation.cue[0].end].lower() if quotation.cue else ""
    if not cue or not meant or (meant == "person" and cue in cues().prepositions | cues().postpositions):
        return None  # `der Statistik zufolge`
    here = bisect_right(sentences, quotation.cue[0].start, key=lambda sentence: sentence.start) - 1
    last = before[-1] if before else None
    if last is not None and last.actor_id is not None and last.end >= sentences[max(here - 1, 0)].start:
        is_person = kinds.get(last.actor_id) == "person"
        if meant == "paper" or is_person == (meant == "person"):
            return last.actor_id
    if meant != "person":
        return None
    start = sentences[max(here - _REACH, 0)].start
    near = {
        m.actor_id for m in spans_within(mentions, start, sentences[here].start) if kinds.get(m.actor_id) == "person"
    }
    return near.pop() if len(near) == 1 else None


def _meant(words: Sequence[str]) -> str:
    """What somebody who speaks is called by: `person`, `body` or `paper`; empty where it may be anybody new."""
    known = cues()
    first, *rest = words or ("",)
    if not rest:
        return "person" if first in known.third_person else ""
    if first not in known.definite or len(rest) > 1:
        return ""
    if rest[0].endswith(known.papers):
        return "paper"
    if rest[0].endswith(known.bodies):
        return "body"
    return "person" if first == "der" or rest[0].endswith("in") else ""
