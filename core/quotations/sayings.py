"""Quotations to sayings: which stretch of a text is whose word, as the actor that its speaker is."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from core.claims.analysis import spans_within
from core.claims.assertion import questioners
from core.claims.independent import is_independent
from core.german.tags import FINITE, NOUNS, is_sign
from core.model import ActorKind, Mention, Saying, Sentence
from core.quotations import taken_up
from core.quotations.find import quotations
from core.quotations.lexicon import cues
from core.quotations.marks import quoted
from core.quotations.speakers import is_unnamed
from core.quotations.values import Quotation, Span

_SPEECH = 4  # words in quotation marks with a verb among them; fewer are a title or an expression

_LABEL = 7  # tokens before the text of a paragraph that say who speaks, at most
_QUESTIONS = 2  # times that a text says who asks, from which on it is an interview


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
    labelled = list(_labelled(text, sentences, mentions, kinds))
    quotes = [quotation for quotation in quotations(text, sentences) if not _goes_on_in(labelled, quotation)]
    given: list[Saying] = []
    meant: dict[tuple[Span, ...], str | None] = {}
    for quotation in quotes:
        who = _speaker(text, quotation, mentions, attributive, kinds) or meant.get(quotation.speaker)
        who = who or taken_up.speaker(text, sentences, quotation, given, mentions, kinds)
        kind = kinds.get(who or "", "person")
        others = cues().first_person if kind == "state" else _ICH
        if not quotation.cue and kind != "person" and _says(others, text, quotation):
            who = None  # a body that has just spoken goes on with `wir`, a state in the writer's words
        meant[quotation.speaker] = who
        unnamed = who is None and is_unnamed(quotation.speaker, sentences)
        given += (Saying(span.start, span.end, who, quotation.type == "Direct", unnamed) for span in quotation.quote)
    known = {(saying.start, saying.end) for saying in given if saying.direct}
    nobodys = [Saying(*span, None, True) for span in _speech(text, sentences) if span not in known]
    return tuple(sorted((*given, *nobodys, *labelled), key=lambda saying: (saying.start, saying.end)))


def _goes_on_in(labelled: Sequence[Saying], quotation: Quotation) -> bool:
    """Whether words that nothing marks as somebody's stand where a label says whose they are."""
    return not quotation.cue and any(s.start <= quotation.quote[0].start < s.end for s in labelled)


class _Label(NamedTuple):
    """What stands before a colon at the begin of a sentence: where it and the words behind it begin, and who it names.

    `opens` says that it opens a paragraph, `turn` that it is no more than a name, so that the turn before ends there.
    """

    sentence: Sentence
    colon: int
    actor_id: str | None
    opens: bool
    turn: bool


def _labelled(
    text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention], kinds: Mapping[str, ActorKind]
) -> Iterator[Saying]:
    """What stands behind the name of who says it: `Merkel: Wir beraten nicht mehr.`

    That is what stands in quotation marks right behind it, else the paragraph that the name opens, or its sentence. In
    an interview of one paragraph, which names who asks, it is all up to the next such name; what is asked there, and
    what somebody answers whom the text has no name of an actor for, is nobody's word.
    """
    labels = list(_labels(text, sentences, mentions, kinds))
    asking = sum(label.actor_id is None for label in labels if label.turn)
    interview = asking >= _QUESTIONS
    if interview:
        answers = _answers(text, sentences, labels, mentions, kinds)
        labels = sorted((*labels, *answers), key=lambda label: label.sentence.start)
    turns = [label for label in labels if label.turn]
    marks = {span.start: span.end for span in quoted(text)}
    end = -1
    for label in labels:
        if (label.actor_id is None and not interview) or label.sentence.start < end:
            continue
        start, line = label.sentence.start, text.find("\n", label.sentence.start)
        end = label.sentence.end
        behind = label.sentence.tokens[label.colon + 1 : label.colon + 2]
        closing = next((marks[word.start] for word in behind if word.start in marks), None)
        if closing is not None and not interview:
            several = len(text[behind[0].start : closing].split()) >= _SPEECH
            end = closing if several else end
        elif label.opens or interview:
            after = (turn.sentence.start for turn in turns if interview and turn.sentence.start > start)
            end = min(next(after, len(text)), line if line >= 0 else len(text))
            if not interview:
                end = _until_named(label, end, sentences, mentions)
        yield Saying(label.sentence.tokens[label.colon].end, end, label.actor_id, True)


def _until_named(label: _Label, end: int, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> int:
    """Where the sentence begins that speaks of who has the word by name, as the text itself does; else the end."""
    behind = spans_within(mentions, label.sentence.end, end)
    own = next((m for m in behind if m.actor_id == label.actor_id and m.kind in {"name", "alias"}), None)
    if own is None:
        return end
    return sentences[bisect_right(sentences, own.start, key=lambda sentence: sentence.start) - 1].start


def _labels(
    text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention], kinds: Mapping[str, ActorKind]
) -> Iterator[_Label]:
    """Persons and questioners before the colon of a sentence that goes on with a verb, in order."""
    for sentence in sentences:
        words = sentence.tokens
        colon = next((i for i, word in enumerate(words[:_LABEL]) if word.text == ":"), None)
        if colon is None:
            continue
        head = text[sentence.start : words[colon].start].strip()
        asks = head.isupper() or head in questioners()
        named = spans_within(mentions, sentence.start, words[colon].start)
        person = bool(named) and named[-1].end == words[colon].start and kinds.get(named[-1].actor_id) == "person"
        if not asks and not (person and any(word.tag in FINITE for word in words[colon:])):
            continue
        opens = not text[text.rfind("\n", 0, sentence.start) + 1 : sentence.start].strip()
        bare = asks or all(word.tag in NOUNS for word in words[:colon])
        yield _Label(sentence, colon, named[-1].actor_id if person and not asks else None, opens, bare)


def _answers(
    text: str,
    sentences: Sequence[Sentence],
    labels: Sequence[_Label],
    mentions: Sequence[Mention],
    kinds: Mapping[str, ActorKind],
) -> Iterator[_Label]:
    """The other single words that stand before a colon again and again in an interview: `Lund: Nein.`

    The word is the last of the name of the only person whom the text names so, or nobody's known name.
    """
    labelled = {label.sentence.start for label in labels}
    heads = [(s, s.tokens[0].text) for s in sentences if len(s.tokens) > 1 and s.tokens[1].text == ":"]
    times = Counter(head for _, head in heads)
    for sentence, head in heads:
        if times[head] >= _QUESTIONS and head[:1].isupper() and sentence.start not in labelled:
            named = {m.actor_id for m in mentions if kinds.get(m.actor_id) == "person" and m.text.split()[-1] == head}
            opens = not text[text.rfind("\n", 0, sentence.start) + 1 : sentence.start].strip()
            yield _Label(sentence, 1, named.pop() if len(named) == 1 else None, opens, turn=True)


def _says(pronouns: frozenset[str], text: str, quotation: Quotation) -> bool:
    """Whether one of some pronouns, in small letters, stands in a quotation."""
    words = (word for span in quotation.quote for word in _WORD.findall(text, span.start, span.end))
    return any(word.lower() in pronouns for word in words)


_WORD = re.compile(r"\w+")
_ICH = frozenset({"ich", "mich", "mir"})
"""Of the first person, the pronouns with which no body speaks."""


_ORIGIN = re.compile(r"\w\s+aus\s+(?:(?:der|dem|den)\s+)?(?:\w+,\s+)*(?:\w+\s+und\s+)?\Z")
"""What stands before the name of where speakers are from: `Flüchtlinge aus dem Irak, Syrien und …`."""


_HEARD_BY = re.compile(r"\bde[rs]\s+(?:\w+\s+)*\w+\s+de[rm]\s+(?:\w+\s+)*\Z")
"""What stands before the name of the medium that hears it: `sagte ein Sprecher der Regierung der Agentur …`."""


_OWNS = re.compile(r"s\s+[A-ZÄÖÜ]\w*[a-zäöüß]+\b(?!\s+[A-ZÄÖÜ])")
"""The end of a name whose noun follows, which belongs to somebody else: `kommentiert Bo Lund, Musters Anwalt`."""


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
        for m in _begun_in(mentions, span)
        if m.kind == "metonym" or not _ORIGIN.search(text, span.start, m.start)
    ]
    if not named and quotation.speaker:
        end = quotation.speaker[-1].end
        named = _seated(text, end, mentions) or _presented(text, end, mentions, kinds)
    named = [m for m in named if not (kinds.get(m.actor_id) == "media" and _hears(text, quotation, m))]
    named = [m for m in named if (m.start, m.end) not in attributive] or named
    named = [
        m for m in named if m.kind != "pronoun" or kinds.get(m.actor_id) == "person"
    ] or named  # `die UN der Gruppe`
    named = [m for m in named if not _begins_independent(text, m)]
    named = [m for m in named if not _is_beside(text, quotation, m)] or named
    named = [m for m in named if not _OWNS.match(text, m.end - 1)] or named
    persons = [m for m in named if kinds.get(m.actor_id) == "person"]
    return (persons or named)[-1].actor_id if named else None


def _begun_in(mentions: Sequence[Mention], span: Span) -> list[Mention]:
    """The mentions that begin in a stretch: the end of one may not look like a name (`Ärzte ohne Grenzen`)."""
    return [m for m in spans_within(mentions, span.start, span.end + _LONGEST_NAME) if m.start < span.end]


_LONGEST_NAME = 60  # letters


def _seated(text: str, end: int, mentions: Sequence[Mention]) -> list[Mention]:
    """For whom a city stands right behind a body that speaks: `teilte das Verteidigungsministerium in Oslo mit`."""
    behind = _IN.match(text, end)
    begin = behind.end() if behind is not None else len(text)
    return [m for m in spans_within(mentions, begin, begin + _LONGEST_CITY) if m.start == begin and m.kind == "metonym"]


def _presented(text: str, end: int, mentions: Sequence[Mention], kinds: Mapping[str, ActorKind]) -> list[Mention]:
    """The person whose name follows where they serve: `laut der Sekretärin im Amt für Verkehr, Anna Meier`."""
    behind = _SERVES.match(text, end)
    begin = behind.end() if behind is not None else len(text)
    named = spans_within(mentions, begin, begin + _LONGEST_NAME)
    return [m for m in named if m.start == begin and kinds.get(m.actor_id) == "person"]


_SERVES = re.compile(r"\s+(?:im|in|am|an|bei|beim|für)\s[^,.;:]{3,80},\s+")


_IN = re.compile(r"\s+(?:im\s+\w*ministerium\s+)?in\s+")
_LONGEST_CITY = 40  # letters


def _hears(text: str, quotation: Quotation, medium: Mention) -> bool:
    begin = next(span.start for span in quotation.speaker if span.start <= medium.start < span.end)
    return _HEARD_BY.search(text, begin, medium.start) is not None


def _is_beside(text: str, quotation: Quotation, mention: Mention) -> bool:
    """Whether a name only tells on what occasion somebody speaks: `stellte der Rat bei einer Prüfung der Bahn fest`."""
    begin = next((span.start for span in quotation.speaker if span.start <= mention.start < span.end), mention.start)
    return _OCCASION.search(text, begin, mention.start) is not None


_OCCASION = re.compile(r"\w\s+(?:bei\s+(?:der|dem|einer|einem|seiner|ihrer)|beim)\s")


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
