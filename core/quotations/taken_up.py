"""Who is meant where a text names a speaker by no name: `so der Vertreter`, `sagt er`, `nach ihren Worten`."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Literal

from core.actors.references import references
from core.claims.analysis import spans_within
from core.claims.lexicon import source_nouns
from core.german.compounds import head_in
from core.model import ActorKind, Mention, Saying, Sentence
from core.quotations.lexicon import cues
from core.quotations.values import Quotation

_ARTICLE = 2  # words before a name, and one more
_REACH = 3
"""Sentences back in which the only person named is meant, and for whom `die Sprecherin` has just spoken."""

_Meant = Literal["person", "body", "spokesman", "its spokesman", "speaker", ""]


def speaker(
    text: str,
    sentences: Sequence[Sentence],
    quotation: Quotation,
    before: Sequence[Saying],
    mentions: Sequence[Mention],
    kinds: Mapping[str, ActorKind],
) -> str | None:
    """The actor that a pronoun, a noun for a person or body, or words of theirs take up as who speaks.

    That is who spoke in the sentence before, or in the same one, if it is of that kind; a person also if no other is
    named in the last sentences, and for a body the only one that is called so there. Office holders whom nothing else
    tells are left open: `der Minister` is mostly not the one who has just spoken.

    Args:
        text: the text.
        sentences: its sentences.
        quotation: the quotation, whose speaker is no known actor's name.
        before: the sayings before it, in order.
        mentions: the mentions in the text, sorted by begin.
        kinds: of every actor mentioned.
    """
    if not quotation.speaker:
        return None
    called = " ".join(text[span.start : span.end] for span in quotation.speaker).split()
    if len(called[-1]) > 1 and called[-1].isupper():
        return None  # a medium that is no actor, as papers write their own name
    words = [word.lower() for word in called]
    if words[0].startswith(cues().own):  # `Die Bank hat nach eigenen Angaben …`
        first = spans_within(mentions, quotation.quote[0].start, quotation.quote[0].end)[:1]
        opens = first and len(text[quotation.quote[0].start : first[0].start].split()) < _ARTICLE
        return first[0].actor_id if opens else None
    cue = text[quotation.cue[0].start : quotation.cue[0].end].lower() if quotation.cue else ""
    governed = cue in cues().prepositions | cues().postpositions | {"nach"} or _is_governed(text, quotation)
    meant = _meant(words, governed=governed)
    if not cue or not meant or (meant == "person" and governed):
        return None  # `der Statistik zufolge`
    if meant == "person" and _is_another(text, quotation):
        return None
    here = bisect_right(sentences, quotation.cue[0].start, key=lambda sentence: sentence.start) - 1
    reach = _REACH if meant == "spokesman" else 1
    last = before[-1] if before else None
    if last is not None and last.actor_id is not None and last.end >= sentences[max(here - reach, 0)].start:
        is_person = kinds.get(last.actor_id) == "person"
        if meant in {"spokesman", "speaker"}:
            return last.actor_id
        if meant == "person" and is_person:
            return last.actor_id
        if meant == "body" and not is_person and _is_last_named(last, quotation.cue[0].start, mentions, kinds):
            return last.actor_id
    if meant in {"body", "its spokesman"}:
        is_meant = _is_called if meant == "body" else _is_spoken_for
        near = spans_within(mentions, sentences[max(here - _REACH, 0)].start, quotation.cue[0].start)
        bodies = {m.actor_id for m in near if kinds.get(m.actor_id) != "person" and is_meant(text, m, words[-1])}
        return bodies.pop() if len(bodies) == 1 else None
    if meant != "person":
        return None
    start = sentences[max(here - _REACH, 0)].start
    named = spans_within(mentions, start, sentences[here].start)
    persons = {m.actor_id for m in named if kinds.get(m.actor_id) == "person"}
    return persons.pop() if len(persons) == 1 else None


def _is_another(text: str, quotation: Quotation) -> bool:
    """Whether whoever speaks now joins who has spoken: `Auch er sagt`, `kritisierte auch er`."""
    start = quotation.speaker[0].start
    return text[max(0, start - _LONGEST_TOO) : start].lower().split()[-1:] in (["auch"], ["ebenso"])


_LONGEST_TOO = 8  # letters, with the space behind it


def _is_governed(text: str, quotation: Quotation) -> bool:
    """Whether a preposition stands before the speaker: `heißt es in der Branche`, `verlautete aus dem Ministerium`."""
    start = quotation.speaker[0].start
    return text[max(0, start - _LONGEST_PREPOSITION) : start].split()[-1:] in (["in"], ["aus"], ["von"])


_LONGEST_PREPOSITION = 5  # letters, with the space behind it


def _is_called(text: str, mention: Mention, noun: str) -> bool:
    """Whether a name, or the noun before it, ends in a noun: `die Hilfsorganisation Nordlicht`, `die Organisation`."""
    before = text[max(0, mention.start - _LONGEST_NOUN) : mention.start].split()
    return any(word.lower().removesuffix("s").endswith(noun) for word in (*mention.text.split(), *before[-1:]))


def _is_spoken_for(text: str, mention: Mention, spokesman: str) -> bool:
    """Whether a body's name has in it of what body a compound says that somebody speaks: `ein Diözesansprecher`."""
    ending = next(end for end in references().descriptions.speakers if spokesman.endswith(end))
    body = spokesman.removesuffix(ending).removesuffix("s")
    stem = body[: max(_SHORTEST_STEM, len(body) - _LINK)]
    return len(body) >= _SHORTEST_STEM and stem in text[mention.start : mention.end].lower()


_SHORTEST_STEM = 5  # letters
_LINK = 2
"""Letters by which the first part of a compound may differ from the noun: `Diözesan-`, `Diözese`."""


_LONGEST_NOUN = 40  # letters


def _is_last_named(last: Saying, cue: int, mentions: Sequence[Mention], kinds: Mapping[str, ActorKind]) -> bool:
    """Whether no other body is named between what the last speaker said and a cue: that may be who is meant."""
    named = spans_within(mentions, last.end, cue)
    return all(m.actor_id == last.actor_id or kinds.get(m.actor_id) in {"person", "place", "state"} for m in named)


def _meant(words: Sequence[str], *, governed: bool) -> _Meant:
    """What somebody who speaks is called by, behind a preposition or as a subject; empty where it may be anybody new.

    `speaker` is whoever spoke last, whose words are taken up: `heißt es in der Aussendung`, `nach ihren Worten`,
    `den Angaben zufolge`, `demnach`. So is `spokesman`, of a body or a person: `die Sprecherin`. `its spokesman` speaks
    for a body that a compound tells: `ein Diözesansprecher`.
    """
    known = cues()
    first, *rest = words
    if not rest:
        return "speaker" if first in known.references else "person" if first in known.third_person else ""
    if len(rest) > 1:
        return ""
    theirs = first.startswith(known.theirs)
    if governed and ((theirs and head_in(rest[0], known.sources)) or (first in known.definite and _are_words(rest[0]))):
        return "speaker"
    spokesman = rest[0].endswith(references().descriptions.speakers)
    if first not in known.definite:
        return "its spokesman" if spokesman and first in known.indefinite else ""
    if rest[0].endswith(known.papers):
        return "speaker"
    if spokesman:
        return "spokesman"
    if rest[0].endswith(known.bodies):
        return "body"
    return "person" if (first == "der" or rest[0].endswith("in")) and not rest[0].endswith(known.offices) else ""


def _are_words(noun: str) -> bool:
    """Whether a noun is one for what somebody has said: `den Angaben zufolge`, but not `der Umfrage zufolge`."""
    return head_in(noun, source_nouns()) is not None
