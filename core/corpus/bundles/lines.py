"""The lines of a text, and what a line can be in the head of an article."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from core.corpus import lexicon
from core.corpus.bundles import days, vocabulary
from core.corpus.bundles.vocabulary import PARTS, Form, any_of

LABEL, VALUE, COVER, RULE, RUNNING_TEXT = "LVCUT"
"""The signs of a line with a label, of one that goes on with its value, and of lines that no head has."""

LONGEST_IN_HEAD = 400  # characters; a longer line is running text
_LONGEST_OUTLET = 100
_SECTION_WORDS = 4
_LONGEST_WORD = 2  # letters of codes that are words, too: IN, AN, RE
_WRAPPED = 55  # characters at least of a line whose value goes on in the next
_DOTS = 60  # characters at the end of a line in which dots lead to a page
_INDENTED = 8  # blanks before a line that is set in the middle

_STOP = re.compile(r"[.!?:]\W*$")
_CODE = re.compile(r"[A-Z][A-Z0-9]{1,9}")
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?::\d\d)?(?: ?(?:Uhr|AM|PM))?(?: [A-Z]{2,5})?", re.IGNORECASE)
_RULE = re.compile(r"([=_*#~–—-])(?: ?\1){4,}")
_DOTTED = re.compile(r"(?:\.\s?){4,40}\s?\d{1,5}$")  # of a table of contents


class Line(NamedTuple):
    """A line that is not blank, without the white space around it.

    It may be `apart` from the line before by a blank line, set in the middle (`indented`), and stand right behind a
    page number or the like, which has been left out.
    """

    text: str
    apart: bool
    indented: bool
    after_noise: bool = False


class Label(NamedTuple):
    """A label at a line's beginning: what it means, and the value on the same line."""

    meaning: str
    value: str


class _Patterns(NamedTuple):
    words: re.Pattern[str]
    copyright: re.Pattern[str]
    edition: re.Pattern[str]
    byline: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    given = vocabulary.load().bundles.lines
    return _Patterns(
        words=re.compile(rf"\d[\d.,]* {any_of(given.words)}", re.IGNORECASE),
        copyright=re.compile(rf"\(?{any_of(given.copyright)}(?!\w)", re.IGNORECASE),
        edition=re.compile(rf"(?<!\w){any_of(given.editions)}(?!\w)", re.IGNORECASE),
        byline=re.compile(rf"{any_of(given.bylines)} \w", re.IGNORECASE),
    )


def lines(text: str) -> list[Line]:
    """The lines of a text that are not blank, in order."""
    shown: list[Line] = []
    apart = True
    for raw in text.splitlines():
        if stripped := raw.strip():
            shown.append(Line(stripped, apart, raw[:_INDENTED].isspace() and len(raw) > _INDENTED))
        apart = not stripped
    return shown


def is_rule(line: Line) -> bool:
    """Whether a line is drawn with one sign."""
    return _RULE.fullmatch(line.text) is not None


class Reader:
    """Tells what a line can be, going by the words of one vendor, or of none."""

    def __init__(self, form: Form) -> None:
        self.form = form

    def without_noise(self, shown: Iterable[Line]) -> list[Line]:
        """The lines without page numbers and the like."""
        kept: list[Line] = []
        apart = noise = False
        for line in shown:
            if len(line.text) < LONGEST_IN_HEAD and self.form.noise.fullmatch(line.text):
                apart, noise = apart or line.apart, True
                continue
            if noise:
                goes_on = bool(kept) and line.text[0].islower() and not _STOP.search(kept[-1].text)
                line = line._replace(apart=(apart or line.apart) and not goes_on, after_noise=True)
                apart = noise = False
            kept.append(line)
        return kept

    def opens(self, line: Line) -> bool:
        """Whether the line stands before an article."""
        return len(line.text) < LONGEST_IN_HEAD and self.form.opens.fullmatch(line.text) is not None

    def closes(self, line: Line) -> bool:
        """Whether the line stands behind an article."""
        return len(line.text) < LONGEST_IN_HEAD and self.form.closes.fullmatch(line.text) is not None

    def ends_all(self, line: Line) -> bool:
        """Whether nothing of what follows is an article."""
        return len(line.text) < LONGEST_IN_HEAD and self.form.last.fullmatch(line.text) is not None

    def is_sign(self, line: Line) -> bool:
        """Whether only files of this vendor have such a line, one for each article."""
        match = self.form.label.match(line.text)
        return (match is not None and match[1].casefold() in self.form.signs) or self.opens(line) or self.closes(line)

    def heads_foot(self, line: Line) -> bool:
        """Whether the line stands between a body and what is below it."""
        return len(line.text) < LONGEST_IN_HEAD and self.form.below.fullmatch(line.text) is not None

    def is_cover(self, line: Line) -> bool:
        """Whether the line is of a cover page or a table of contents."""
        return len(line.text) < LONGEST_IN_HEAD and (
            self.form.cover.fullmatch(line.text) is not None or _DOTTED.search(line.text[-_DOTS:]) is not None
        )

    def is_copyright(self, line: Line) -> bool:
        """Whether the line says who has the rights."""
        return len(line.text) < LONGEST_IN_HEAD and _patterns().copyright.match(line.text) is not None

    def label(self, line: Line) -> Label | None:
        """The label that the line begins with."""
        if match := self.form.label.match(line.text):
            return Label(self.form.meanings[match[1].casefold()], match[2].strip())
        if match := self.form.code.fullmatch(line.text):
            meaning = self.form.code_meanings[match[1].casefold()]
            if meaning != "foot" or match[2] != " " or self._can_be_coded(match[1], match[3]):
                return Label(meaning, (match[3] or "").strip())
        return None

    def _can_be_coded(self, code: str, value: str) -> bool:
        """Whether a code with a single blank behind it is one; it may be a word in capitals ("IN BERLIN ...")."""
        return (
            len(code) > _LONGEST_WORD or " : " in value or "|" in value or self.form.closes.fullmatch(value) is not None
        )

    def labelled(self, shown: Iterable[Line], foot: bool) -> Iterator[str]:
        """For each of the lines: whether a label begins it, it goes on with the value of one, or neither.

        Below a body, where `foot` is set, labels that stand there alone count, too.
        """
        before: Line | None = None  # the line before, where it is a label's or goes on with its value
        unsaid = False  # whether that label has no value yet
        for line in shown:
            label = self.label(line)
            if label and (foot or label.meaning != "foot"):
                yield LABEL
                unsaid = not label.value
                before = line if label.meaning != "text" and (unsaid or label.meaning != "length") else None
            elif before and (unsaid or (not line.apart and len(before.text) >= _WRAPPED)):
                yield VALUE
                before, unsaid = line, False
            else:
                yield ""
                before = None

    def signs(self, shown: Sequence[Line], foot: bool = False, cover: bool = False) -> list[str]:
        """What each of the lines can be, as letters: `PARTS` of heads, labels, values, lines that no head has."""
        return [
            labelled if labelled == LABEL else labelled + self._unlabelled(line, cover)
            for labelled, line in zip(self.labelled(shown, foot), shown, strict=True)
        ]

    def _unlabelled(self, line: Line, cover: bool) -> str:
        if len(line.text) >= LONGEST_IN_HEAD:
            return RUNNING_TEXT
        text = " ".join(line.text.split())
        words = _patterns()
        if cover and self.is_cover(line):
            return COVER
        if self.form.body.fullmatch(text):
            return PARTS["body"]
        if words.copyright.match(text):
            return PARTS["copyright"]
        if days.in_line(text):
            return PARTS["date"]
        if words.words.fullmatch(text):
            return PARTS["words"]
        if _CLOCK.fullmatch(text):
            return PARTS["clock"]
        if text.casefold() in vocabulary.load().language_of:
            return PARTS["language"]
        if is_rule(line):
            return RULE
        return "".join(
            PARTS[part] for part, can_be in _CAN_BE.items() if part in self.form.parts and can_be(line, text)
        )


def _is_author(text: str) -> bool:
    known = lexicon.load()
    return _patterns().byline.match(text) is not None or known.is_byline(text) or known.is_name(text.replace(";", ","))


_CAN_BE: Mapping[str, Callable[[Line, str], bool]] = {
    "headline": lambda _, text: bool(text),
    "outlet": lambda _, text: len(text) <= _LONGEST_OUTLET,
    "note": lambda _, text: len(text) <= _LONGEST_OUTLET,
    "section": lambda _, text: text.count(" ") < _SECTION_WORDS,
    "author": lambda _, text: _is_author(text),
    "code": lambda _, text: _CODE.fullmatch(text) is not None,
    "page": lambda _, text: days.whole_page(text) is not None,
    "edition": lambda line, text: (line.indented and not line.apart) or _patterns().edition.search(text) is not None,
    "source": lambda _, text: days.source_line(text) is not None,
}
"""Whether a line, and its text with single blanks, can be a part of a head that is told by no word of its own."""
