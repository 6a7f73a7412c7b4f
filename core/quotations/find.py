"""Sentences to quotations: who is given as saying what, directly or indirectly."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from core.german.compounds import head_in
from core.german.tags import FINITE
from core.model import Sentence
from core.quotations.frames import Frame, frames
from core.quotations.lexicon import cues
from core.quotations.marks import quoted
from core.quotations.reading import SAID, Reading, is_name, read
from core.quotations.speakers import subject
from core.quotations.values import Quotation, Span

_LONGEST = 300  # tokens; what is longer is a list or a table and no sentence
_NOTHING_BUT_SAID = frozenset({SAID, "$.", "$,", "$("})
_PARAGRAPH_BREAK = re.compile(r"\n\s*\n")


class _Line(NamedTuple):
    """A sentence with its frames, the stretches in quotation marks in it, and whether it opens a paragraph."""

    reading: Reading
    frames: tuple[Frame, ...]
    marks: tuple[Span, ...]
    opens_paragraph: bool


def quotations(text: str, sentences: Sequence[Sentence]) -> tuple[Quotation, ...]:
    """The quotations of a text, in order of their words.

    Found are words in quotation marks that somebody says, and words retold with a verb (`sagte, dass …`; `…, sagte X`;
    `wie X sagte`), a source (`laut X`, `X zufolge`, `nach Angaben von X`, `so X`) or a noun (`die Forderung, …`). What
    goes on in the next sentence, in quotation marks or in the subjunctive of reported speech, is the same speaker's
    until the paragraph ends.

    Args:
        text: the text.
        sentences: its sentences, as the backbone gives them; offsets are code points into `text`.
    """
    lines = _lines(text, sentences)
    found: list[Quotation] = []
    last: int | None = None  # the quotation that the next sentence may go on with
    for n, line in enumerate(lines):
        if line.opens_paragraph and not _is_reported(line.reading):
            last = None
        voice = found[last] if last is not None else None
        here = [*_retold(lines, n), *_direct(lines, n, voice)]
        if here:
            found += here
            last = max(range(len(found) - len(here), len(found)), key=lambda k: found[k].quote[-1].end)
        elif last is not None and _is_reported(line.reading):
            found[last] = _continued(found[last], line.reading)
        elif last is not None and found[last].quote[-1].end <= line.reading.sentence.start:
            last = None
    return tuple(sorted(found, key=lambda quotation: (quotation.quote, quotation.type, quotation.speaker)))


def _lines(text: str, sentences: Sequence[Sentence]) -> list[_Line]:
    marks = list(quoted(text))
    first = 0
    lines: list[_Line] = []
    for n, sentence in enumerate(sentences):
        while first < len(marks) and marks[first].end <= sentence.start:
            first += 1
        behind = first
        while behind < len(marks) and marks[behind].start < sentence.end:
            behind += 1
        overlapping = tuple(marks[first:behind])
        read_in = sentence if len(sentence.tokens) <= _LONGEST else sentence._replace(tokens=())
        reading = read(read_in, overlapping)
        gap = text[sentences[n - 1].end : sentence.start] if n else "\n\n"
        lines.append(_Line(reading, frames(reading), overlapping, bool(_PARAGRAPH_BREAK.search(gap))))
    return lines


def _retold(lines: Sequence[_Line], n: int) -> Iterator[Quotation]:
    """The indirect quotations of a sentence; what is in quotation marks alone is none."""
    reading = lines[n].reading
    for frame in lines[n].frames:
        quote = reading.spans(frame.said)
        if frame.points_back:
            if lines[n].opens_paragraph:
                continue
            before = lines[n - 1].reading.sentence
            quote = (Span(before.start, before.end), *quote)
        in_marks = {i for mark in lines[n].marks for i in reading.within(mark)}
        if any(reading.words[i].tag[0] != "$" for i in frame.said if i not in in_marks):
            yield Quotation("Indirect", reading.spans(frame.speaker), reading.spans(frame.cue), quote)


def _direct(lines: Sequence[_Line], n: int, voice: Quotation | None) -> Iterator[Quotation]:
    """The direct quotations that begin in a sentence; `voice` is the quotation that may go on here."""
    begin = lines[n].reading.sentence.start
    for mark in lines[n].marks:
        if mark.start < begin:
            continue
        end = n
        while end + 1 < len(lines) and lines[end + 1].reading.sentence.start < mark.end:
            end += 1
        inside = [line.reading.words[i] for line in lines[n : end + 1] for i in line.reading.within(mark)]
        if not inside or is_name(inside):
            continue
        framed = next(((line, f) for line in (lines[end], lines[n]) if (f := _frame_of(line, mark)) is not None), None)
        if framed is not None:
            line, frame = framed
            yield Quotation("Direct", line.reading.spans(frame.speaker), line.reading.spans(frame.cue), (mark,))
        elif speaker := _unmarked_speaker(lines, n, end, mark, voice):
            yield Quotation("Direct", speaker, (), (mark,))


def _unmarked_speaker(
    lines: Sequence[_Line], begin: int, end: int, mark: Span, voice: Quotation | None
) -> tuple[Span, ...]:
    """Who says words in quotation marks that reach from one sentence to another and have no frame there."""
    if speaker := _introduced_by(lines[begin].reading, mark):
        return speaker
    alone = all(word.tag in _NOTHING_BUT_SAID for line in lines[begin : end + 1] for word in line.reading.words)
    if voice is not None:
        return voice.speaker if alone or _is_reported(lines[begin].reading) else ()
    return _just_mentioned(lines, begin) if alone else ()


def _frame_of(line: _Line, mark: Span) -> Frame | None:
    """The frame that words in quotation marks belong to: what they stand in, or what stands before or behind them."""
    reading = line.reading
    quote = reading.within(mark)
    if not quote:
        return None
    near = [(scope, k) for k, frame in enumerate(line.frames) if (scope := _scope(reading, frame, quote)) is not None]
    return line.frames[min(near)[1]] if near else None


def _scope(reading: Reading, frame: Frame, quote: Sequence[int]) -> int | None:
    """How many words a frame holds together, those in quotation marks among them; None where they are no part of it."""
    if not frame.speaker or set(quote) & {*frame.speaker, *frame.cue}:
        return None
    if set(quote) <= set(frame.said):
        return len(frame.said)
    if frame.clause is None or _names_what_precedes(reading, quote[0]):
        return None
    clause = reading.clauses[frame.clause]
    if quote[0] in clause.tokens:
        return len(clause.tokens)
    touches = clause.tokens[-1] < quote[0] and reading.words[quote[0] - 1].text in {":", ","}
    return len(clause.tokens) + 1 if touches and reading.words[quote[0]].tag == SAID else None


def _names_what_precedes(reading: Reading, at: int) -> bool:
    """Whether an expression in quotation marks is a name: `die Zeitung „Abendpost“`, `sagte der „Abendpost“`."""
    words = reading.words
    if at < 2 or words[at].tag == SAID:
        return False
    if words[at - 1].text in {"der", "dem"}:
        return words[at - 2].tag in FINITE
    return words[at - 1].tag == "NN" and head_in(words[at - 1].lemma, cues().named) is not None


def _introduced_by(reading: Reading, mark: Span) -> tuple[Span, ...]:
    """Who the sentence before a colon is about, where speech follows: `Meier wurde deutlich: „…“`."""
    quote = reading.within(mark)
    if not quote or quote[0] < 2 or reading.words[quote[0]].tag != SAID or reading.words[quote[0] - 1].text != ":":
        return ()
    return _main_subject(reading, reading.clause_of.get(quote[0] - 2))


def _just_mentioned(lines: Sequence[_Line], n: int) -> tuple[Span, ...]:
    """Who the sentence before is about, in the same paragraph: `Meier war enttäuscht. „Es ist bitter.“`."""
    if lines[n].opens_paragraph or not lines[n - 1].reading.clauses:
        return ()
    return _main_subject(lines[n - 1].reading, 0)


def _main_subject(reading: Reading, at: int | None) -> tuple[Span, ...]:
    """The subject of the main clause that a clause is or depends on."""
    while at is not None and reading.clauses[at].kind != "main":
        at = reading.clauses[at].parent
    return reading.spans(subject(reading, at)) if at is not None else ()


def _is_reported(reading: Reading) -> bool:
    """Whether the first main clause of a sentence is in the subjunctive of reported speech."""
    main = next((clause for clause in reading.clauses if clause.kind == "main"), None)
    return main is not None and main.verb is not None and main.verb.mood == "subjunctive1"


def _continued(quotation: Quotation, reading: Reading) -> Quotation:
    """An indirect quotation with the next sentence added."""
    if quotation.type == "Direct":
        return quotation
    return replace(quotation, quote=(*quotation.quote, *reading.spans(range(len(reading.words)))))
