"""Sentences to quotations: who is given as saying what, directly or indirectly."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from core.german.clauses import Verb
from core.german.compounds import head_in
from core.german.extent import phrase_end
from core.german.hearsay import is_hearsay
from core.german.tags import FINITE
from core.model import Sentence, Token
from core.quotations.frames import Frame, frames
from core.quotations.lexicon import cues
from core.quotations.marks import quoted
from core.quotations.reading import SAID, Reading, first_word, is_name, read
from core.quotations.speakers import brought_in, governed, subject
from core.quotations.values import Quotation, Span

_LONGEST = 300  # tokens; what is longer is a list or a table and no sentence
_FROM = frozenset({"von"})
_ONE_WORD = 3  # tokens of a single word in its marks
_NOTHING_BUT_SAID = frozenset({SAID, "$.", "$,", "$("})
_PARAGRAPH_BREAK = re.compile(r"\n\s*\n")


class _Line(NamedTuple):
    """A sentence with its frames, the stretches in quotation marks in it, and whether it opens a paragraph."""

    reading: Reading
    frames: tuple[Frame, ...]
    marks: tuple[Span, ...]
    opens_paragraph: bool


class _Voice(NamedTuple):
    """Who has the word, where what they are known to say ends, and whether they have said anything yet."""

    speaker: tuple[Span, ...]
    end: int
    said: bool


class _Main(NamedTuple):
    """A main clause: its place among the clauses of its sentence, and its verb."""

    at: int
    verb: Verb


def quotations(text: str, sentences: Sequence[Sentence]) -> tuple[Quotation, ...]:
    """The quotations of a text, in order of their words.

    Found are words in quotation marks that somebody says, and words retold with a verb (`sagte, dass …`; `…, sagte X`;
    `wie X sagte`), a source (`laut X`, `X zufolge`, `nach Angaben von X`, `so X`) or a noun (`die Forderung, …`). What
    goes on without words of that kind, in quotation marks, in the subjunctive of reported speech or in the first person
    (some papers' texts come without the marks), is the word of whom the sentence before tells that they speak up
    (`Meier äußerte sich besorgt.`), else of the last speaker.

    Args:
        text: the text.
        sentences: its sentences, as the backbone gives them; offsets are code points into `text`.
    """
    lines = _lines(text, sentences)
    pieces: list[Quotation] = []
    voice: _Voice | None = None
    for n, line in enumerate(lines):
        if line.opens_paragraph and not _in_subjunctive1(line.reading):
            voice = None
        direct = list(_direct(lines, n, voice))
        here = [*_retold(lines, n), *direct]
        if len(here) == len(direct) and _goes_on(lines, n, voice):
            whole = Quotation("Indirect", voice.speaker if voice else _just_named(lines, n), (), _whole(line.reading))
            here.append(whole)
        elif not here and not line.marks and (announced := _announced(line.reading)) is not None:
            here.append(announced)
        elif not here and not line.marks and _in_first_person(line.reading.words):
            before = _newcomer(lines, n, voice) or (voice.speaker if voice else ())
            speaker = before if voice and voice.said else _who_follows(lines, n) or before
            here.append(Quotation("Direct", speaker, (), _whole(line.reading)))
        pieces += here
        voice = _voice(lines, n, here) or _held(voice, lines, n)
    return tuple(sorted(_joined(pieces), key=lambda quotation: (quotation.quote, quotation.type, quotation.speaker)))


def _voice(lines: Sequence[_Line], n: int, here: Sequence[Quotation]) -> _Voice | None:
    """Who has the word after a sentence: the speaker of its last quotation, or else whoever it says speaks up."""
    reading = lines[n].reading
    if here:
        # Of one within another that ends with it the outer one is the text's own report.
        told = [quotation for quotation in here if quotation.speaker] or here
        last = max(told, key=lambda quotation: (quotation.quote[-1].end, -quotation.quote[0].start))
        tags = {reading.words[i].tag for span in last.speaker for i in reading.tokens_in(span)}
        # A possessive (`sein Vorschlag, …`) takes up somebody who is named before.
        return None if tags == {"PPOSAT"} else _Voice(last.speaker, last.quote[-1].end, said=True)
    if _says_nobody(reading):
        return _Voice((), reading.sentence.end, said=False)
    named = next((frame.speaker for frame in reversed(lines[n].frames) if frame.speaker), ())
    speaker = reading.spans(named) if named else _who_speaks_up(reading) or _who_is_presented(reading)
    return _Voice(speaker, reading.sentence.end, said=False) if speaker else None


def _newcomer(lines: Sequence[_Line], n: int, voice: _Voice | None) -> tuple[Span, ...]:
    """Whom the sentence before brings in without a name, where somebody else has had the word: `Da sitzt ein Wirt.`"""
    if voice is None or voice.end > lines[n - 1].reading.sentence.start or not lines[n - 1].reading.clauses:
        return ()
    reading = lines[n - 1].reading
    main = _main_clause(reading)
    phrase = subject(reading, main.at) if main is not None else ()
    return reading.spans(phrase) if phrase and brought_in(reading.words, phrase) else ()


def _held(voice: _Voice | None, lines: Sequence[_Line], n: int) -> _Voice | None:
    """Who still has the word after a sentence in which nobody says anything.

    Nobody where whoever spoke up has said nothing in two sentences.
    """
    if voice is None or voice.said or voice.end > lines[n - 1].reading.sentence.start:
        return voice
    return None


def _joined(pieces: Sequence[Quotation]) -> list[Quotation]:
    """The quotations with those joined to the retold one before that go on with it."""
    joined: list[Quotation] = []
    for quotation in pieces:
        before = joined[-1] if joined else None
        goes_on = not quotation.cue and quotation.type == "Indirect"
        if before and goes_on and before.type == "Indirect" and before.speaker == quotation.speaker:
            joined[-1] = replace(before, quote=(*before.quote, *quotation.quote))
        else:
            joined.append(quotation)
    return joined


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
        told = tuple(frame for frame in frames(reading) if not _is_of_first_person(reading, frame))
        lines.append(_Line(reading, told, overlapping, bool(_PARAGRAPH_BREAK.search(gap))))
    return lines


def _is_of_first_person(reading: Reading, frame: Frame) -> bool:
    """Whether a frame is a part of what somebody says who speaks already: `Ich bin überzeugt, dass …`."""
    return bool(frame.speaker) and all(reading.words[i].text.lower() in cues().first_person for i in frame.speaker)


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
        in_marks = {i for mark in lines[n].marks for i in reading.tokens_in(mark)}
        if any(reading.words[i].tag[0] != "$" for i in frame.said if i not in in_marks):
            yield Quotation("Indirect", reading.spans(frame.speaker), reading.spans(frame.cue), quote)


def _direct(lines: Sequence[_Line], n: int, voice: _Voice | None) -> Iterator[Quotation]:
    """The direct quotations that begin in a sentence; `voice` is who has the word before it."""
    begin = lines[n].reading.sentence.start
    for mark in lines[n].marks:
        if mark.start < begin:
            continue
        end = n
        while end + 1 < len(lines) and lines[end + 1].reading.sentence.start < mark.end:
            end += 1
        inside = [line.reading.words[i] for line in lines[n : end + 1] for i in line.reading.tokens_in(mark)]
        if not inside or is_name(inside):
            continue
        framed = next(((line, f) for line in (lines[end], lines[n]) if (f := _frame_of(line, mark)) is not None), None)
        if framed is not None:
            line, frame = framed
            yield Quotation("Direct", line.reading.spans(frame.speaker), line.reading.spans(frame.cue), (mark,))
        elif speaker := _unmarked_speaker(lines, n, end, mark, voice):
            yield Quotation("Direct", speaker, (), (mark,))


def _unmarked_speaker(
    lines: Sequence[_Line], begin: int, end: int, mark: Span, voice: _Voice | None
) -> tuple[Span, ...]:
    """Who says words in quotation marks that reach from one sentence to another and have no frame there."""
    if speaker := _introduced_by(lines[begin].reading, mark) or _newcomer(lines, begin, voice):
        return speaker
    alone = all(word.tag in _NOTHING_BUT_SAID for line in lines[begin : end + 1] for word in line.reading.words)
    if voice is not None:
        first = lines[begin].reading
        marked = first.tokens_in(mark)
        several = len(marked) > _ONE_WORD or any(first.words[i].tag == SAID for i in marked)
        return voice.speaker if alone or (several and _in_subjunctive1(first)) else ()
    return _just_mentioned(lines, begin) if alone else ()


def _frame_of(line: _Line, mark: Span) -> Frame | None:
    """The frame that words in quotation marks belong to: what they stand in, or what stands before or behind them."""
    reading = line.reading
    quote = reading.tokens_in(mark)
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
    quote = reading.tokens_in(mark)
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


def _goes_on(lines: Sequence[_Line], n: int, voice: _Voice | None) -> bool:
    """Whether a sentence is reported speech by its form, as nothing in it says.

    The first subjunctive is enough for that. The second stands for it where a form is no other (`sie hätten`), and
    `soll` passes on hearsay, where somebody has just spoken; `könnte`, which has a first one, is the writer's guess.
    `Sie wollten` may be either mood, and is reported between two sentences that are.
    """
    reading = lines[n].reading
    if _tells_behind(reading):
        return False
    if _in_subjunctive1(reading):
        return True
    main = _main_clause(reading)
    if main is None or voice is None or lines[n].opens_paragraph:
        return False
    verb = main.verb
    follows = voice.end >= lines[n - 1].reading.sentence.start
    guessed = verb.modal == "mögen" or any(reading.words[i].text.lower() in cues().guesses for i in verb.tokens)
    guessed = guessed or (not voice.said and verb.modal in _WEIGHING)
    reported = (verb.mood == "subjunctive2" and not guessed) or _between_reported(lines, n, verb)
    return (reported and follows) or is_hearsay(verb, reading.words)


def _tells_behind(reading: Reading) -> bool:
    """Whether behind what others say the text itself tells something: `Nach Berichten, es gebe Tote, floh Meier.`

    Their words stand behind a noun for them and a comma, in front of the verb.
    """
    words, first = reading.words, _main_clause(reading)
    if first is None or words[0].tag not in {"APPR", "APPRART"}:
        return False
    comma = next((k for k in range(first.verb.tokens[0]) if words[k].text == ","), 0)
    named = any(head_in(word.lemma, cues().sources | cues().nouns) for word in words[:comma] if word.tag == "NN")
    behind = (c for c in reading.clauses[first.at + 1 :] if c.kind == "main" and c.parent == first.at)
    told = (clause.verb for clause in behind if words[first_word(words, clause.tokens)].tag in FINITE)
    return named and any(verb is not None and verb.mood == "indicative" for verb in told)


_WEIGHING = frozenset({"können", "dürfen"})
"""Modal verbs whose second subjunctive is a writer's guess where nobody has said anything yet."""


def _between_reported(lines: Sequence[_Line], n: int, main: Verb) -> bool:
    """Whether a verb in a form that is past tense and second subjunctive stands before reported speech that goes on."""
    either = any(lines[n].reading.words[i].text.lower() in cues().either_mood for i in main.tokens)
    if not either or n + 1 == len(lines) or lines[n + 1].opens_paragraph:
        return False
    return not lines[n + 1].frames and _in_subjunctive1(lines[n + 1].reading)


def _says_nobody(reading: Reading) -> bool:
    """Whether the main clause of a sentence tells of words that nobody in it says: `Meier wird Betrug vorgeworfen.`"""
    main = _main_clause(reading)
    if main is None or not main.verb.passive or main.verb.lemma not in cues().verbs - cues().citing:
        return False
    return not governed(reading, main.at, frozenset({"von", "durch"}))


def _who_is_presented(reading: Reading) -> tuple[Span, ...]:
    """The subject of a sentence that says how somebody named takes a thing: `Auch Meier ist nicht begeistert.`"""
    main = _main_clause(reading)
    if main is None or _in_subjunctive1(reading):
        return ()
    takes = any(reading.words[i].text.lower() in cues().stances for i in reading.clauses[main.at].tokens)
    views = main.verb.lemma in cues().viewing and not main.verb.passive
    speaker = subject(reading, main.at) if takes or views else ()
    return reading.spans(speaker) if any(reading.words[i].tag in {"NE", "PPER"} for i in speaker) else ()


def _who_speaks_up(reading: Reading) -> tuple[Span, ...]:
    """The subject of a sentence whose main clause tells that somebody says something, without what: `übte Kritik`."""
    main = _main_clause(reading)
    if main is None or main.verb.passive or _in_subjunctive1(reading):
        return ()
    at, verb = main
    known, speaker = cues(), subject(reading, at)
    central = (phrase.head for phrase in reading.phrases(at) if phrase.function in {"subject", "object"})
    worded = any(reading.words[head].lemma.lower() in known.nouns for head in central)
    if worded and (source := governed(reading, at, _FROM)):
        return reading.spans(source)  # `Kritik kommt von der Stadt`
    behind = (reading.words[i] for i in reading.clauses[at].tokens if i not in speaker)
    said = verb.lemma in known.verbs or any(w.tag == "NN" and w.lemma.lower() in known.nouns for w in behind)
    return reading.spans(speaker) if said else ()


def _who_follows(lines: Sequence[_Line], n: int) -> tuple[Span, ...]:
    """Who says the next sentence of a paragraph, where that is told behind its words: `Wir gehen. Gut so, sagte X.`"""
    if n + 1 == len(lines) or lines[n + 1].opens_paragraph:
        return ()
    reading = lines[n + 1].reading
    behind = (frame for frame in lines[n + 1].frames if frame.speaker and 0 in frame.said)
    return next((reading.spans(frame.speaker) for frame in behind), ())


def _in_first_person(words: Sequence[Token]) -> bool:
    """Whether words without quotation marks are somebody's own: they say `wir` or `ich`."""
    return any(word.text.lower() in cues().first_person for word in words)


def _announced(reading: Reading) -> Quotation | None:
    """The words in the first person behind a colon, of whom the clause before it is about: `Lund wirbt: Wir kommen.`"""
    words = reading.words
    colon = next((i for i, word in enumerate(words) if word.text == ":"), None)
    if colon is None or not _in_first_person(words[colon:]) or _in_first_person(words[:colon]):
        return None
    speaker = _main_subject(reading, reading.clause_of.get(colon - 1)) or _label(reading, colon)
    return Quotation("Direct", speaker, (), reading.spans(range(colon + 1, len(words)))) if speaker else None


def _label(reading: Reading, colon: int) -> tuple[Span, ...]:
    """The name that begins what stands before a colon, without a verb: `Bo Lund, Sprecher des Rats: Wir kommen.`"""
    words = reading.words
    first = next((i for i, word in enumerate(words[:colon]) if word.tag == "NE"), colon)
    titled = first < colon and all(word.tag in {"NN", "ADJA"} for word in words[:first])
    named = titled and all(word.tag not in FINITE for word in words[:colon])
    return reading.spans(range(phrase_end(words, 0))) if named else ()


def _just_named(lines: Sequence[_Line], n: int) -> tuple[Span, ...]:
    """Who the sentence before is about where that has a name, for things say nothing."""
    speaker = _just_mentioned(lines, n)
    reading = lines[n - 1].reading
    named = any(reading.words[i].tag in {"NE", "PPER"} for span in speaker for i in reading.tokens_in(span))
    return speaker if named else ()


def _in_subjunctive1(reading: Reading) -> bool:
    """Whether the first main clause of a sentence is in the subjunctive of reported speech; `ich gehe` is not."""
    main = _main_clause(reading)
    told = main is not None and main.verb.mood == "subjunctive1"
    return told and all(word.text.lower() != "ich" for word in reading.words)


def _main_clause(reading: Reading) -> _Main | None:
    """The first main clause of a sentence; None where there is none, or it has no verb."""
    at = next((k for k, clause in enumerate(reading.clauses) if clause.kind == "main"), None)
    verb = reading.clauses[at].verb if at is not None else None
    return _Main(at, verb) if at is not None and verb is not None else None


def _whole(reading: Reading) -> tuple[Span, ...]:
    return reading.spans(range(len(reading.words)))
