"""A text as it is meant: what the analysis reads, and where it stands in the text as it is stored.

Letters and signs may be stored in ways that a reader does not see: umlauts in two signs (Unicode's form D), soft
hyphens and zero-width signs within words, ligatures, the long s, letters of alphabets for show, entities of HTML; and
words are divided at the ends of lines. The analysis reads all that as the plain text that is meant; quotes and offsets
are those of the stored text.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cache
from html import unescape
from itertools import accumulate

from core.model import Reading, Segment
from core.vocabulary import Entry, load

_BREAKS = r"\n\r\v\f\x1c-\x1e\x85\u2028\u2029"
"""What `str.splitlines` ends a line at."""
_INVISIBLE = r"\xad\u034f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_JOINERS = r"\u200c\u200d"
_SHAPING = r"\u0590-\u1fff\u2190-\ud7ff\uf900-\ufaff\ufe00-\ufe0f\U00010000-\U0010ffff"
"""Emoji and scripts in which joiners change what is seen."""
_FOR_SHOW = r"\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7ff"
"""Latin letters and digits that are wide, or bold, slanted and the like as signs of mathematics."""
_LETTER = r"[^\W\d_]"
_LETTER_OR_DIGIT = r"[^\W_]"
_SMALL, _CAPITAL = "[a-zäöüß]", "[A-ZÄÖÜ]"
_GAP = rf"[^\S{_BREAKS}]{{0,20}}[{_BREAKS}]\s{{0,40}}"  # the end of a line, and how the next one begins

_ENTITY = re.compile(r"&(?:amp;){0,3}(?:[A-Za-z]{2,8}|#\d{2,5}|#x[0-9A-Fa-f]{2,5});")
_LOST_BLANK = re.compile(rf"(?<={_SMALL}{{3}})\u200b(?={_CAPITAL})")  # not in Mc\u200bCain
_UNSEEN = re.compile(rf"[{_INVISIBLE}]+|(?<![{_SHAPING}])[{_JOINERS}]+(?![{_SHAPING}{_JOINERS}])")
_DIVISION = re.compile(rf"[-¬\xad](?P<gap>{_GAP})(?=(?P<rest>{_LETTER}+))|(?<={_SMALL})¬(?P<blank> ?)(?={_SMALL})")
_HYPHEN_AT_END = re.compile(rf"¬(?={_GAP}{_LETTER})")
_LINE_BEHIND_HYPHEN = re.compile(rf"(?<=-)(?P<gap>{_GAP})(?=(?P<rest>{_LETTER_OR_DIGIT}+))")
_HEAD = re.compile(rf"{_LETTER_OR_DIGIT}+\Z")
_LINE_END = re.compile(rf"[{_BREAKS}]")
_BLANKS = re.compile(r"\s+")
_LONGEST_WORD = 60  # characters of one that is divided
_SMALL_E = re.compile("(?<=[aouAOU])\u0364")  # of Fraktur, above the letter


class _Words(Entry):
    """The file `spelling.toml`; its head says what each is for."""

    joining: tuple[str, ...]
    also_rests: dict[str, tuple[str, ...]]
    paired: tuple[str, ...]
    signs: dict[str, str]


def read_as(text: str) -> Reading:
    """A text as it is meant; itself, after a glance, where nothing has to be changed."""
    if not _odd().search(text) and unicodedata.is_normalized("NFC", text):
        return Reading(text)
    reading = _changed(Reading(text), _ENTITY, lambda match: _unescaped(match[0]))
    reading = _composed(_changed(reading, _LOST_BLANK, lambda _: " "))
    reading = _changed(reading, _DIVISION, lambda match: "" if match[0][0] == "\xad" and _is_divided(match) else None)
    reading = _changed(reading, _UNSEEN, lambda _: "")
    reading = _composed(_changed(reading, _shapes(), lambda match: _shaped(match[0])))
    reading = _changed(reading, _DIVISION, lambda match: "" if _is_divided(match) else None)
    reading = _changed(reading, _HYPHEN_AT_END, lambda _: "-")
    return _apart(_changed(reading, _LINE_BEHIND_HYPHEN, lambda match: "" if _keeps_hyphen(match) else None))


def unwrapped(reading: Reading, segments: Sequence[Segment]) -> tuple[Reading, tuple[Segment, ...]]:
    """The reading with each segment on one line, and the segments where they stand in that.

    The ends of lines within a paragraph tell nothing; whoever looks for those of paragraphs must not come upon them.
    """
    if not any(_LINE_END.search(reading.text, part.start, part.end) for part in segments):
        return reading, tuple(segments)
    inside = {
        blank.span()
        for part in segments
        for blank in _BLANKS.finditer(reading.text, part.start, part.end)
        if _LINE_END.search(blank[0])
    }
    shorter = list(accumulate((end - start - 1 for start, end in sorted(inside)), initial=0))
    ends = sorted(end for _, end in inside)

    def moved(place: int) -> int:
        return place - shorter[bisect_right(ends, place)]

    return (
        _changed(reading, _BLANKS, lambda blank: " " if blank.span() in inside else None),
        tuple(Segment(moved(part.start), moved(part.end), part.kind) for part in segments),
    )


@cache
def _words() -> _Words:
    return load("spelling.toml", _Words)


@cache
def _shapes() -> re.Pattern[str]:
    return re.compile("|".join([f"[{_FOR_SHOW}]", *map(re.escape, _words().signs)]))


def _shaped(sign: str) -> str:
    """The letter or hyphen that a sign is in another shape."""
    return _words().signs.get(sign) or unicodedata.normalize("NFKC", sign)


@cache
def _odd() -> re.Pattern[str]:
    """Whatever there may be to change, but for how signs are composed."""
    signs = re.escape("".join(_words().signs))
    return re.compile(rf"[{_INVISIBLE}{_JOINERS}{_FOR_SHOW}{signs}¬\u0364]|-{_GAP}{_LETTER_OR_DIGIT}|{_ENTITY.pattern}")


def _unescaped(entity: str) -> str | None:
    """The sign that an entity of HTML names, be it one of an `&` that was written so; `&foo;` names none."""
    sign = unescape(entity)
    while len(sign) > 1 and (further := unescape(sign)) != sign:
        sign = further
    return sign if sign != entity else None


def _composed(reading: Reading) -> Reading:
    """The reading with its signs in Unicode's form C."""
    if unicodedata.is_normalized("NFC", reading.text) and "\u0364" not in reading.text:
        return reading
    beyond = {sign for sign in reading.text if sign > "\x7f"}
    adding = "".join(sign for sign in beyond if unicodedata.category(sign)[0] == "M" or "\u1160" <= sign <= "\u11ff")
    alone = "".join(sign for sign in beyond if not unicodedata.is_normalized("NFC", sign))
    pattern = re.compile(rf"(?s:.)[{adding}]+|[{adding}{alone}]" if adding else rf"[{alone}]")
    return _changed(reading, pattern, lambda match: _normal(match[0]))


def _normal(signs: str) -> str | None:
    normal = unicodedata.normalize("NFC", _SMALL_E.sub("\u0308", signs))
    return normal if normal != signs else None


def _changed(reading: Reading, pattern: re.Pattern[str], change: Callable[[re.Match[str]], str | None]) -> Reading:
    """The reading with what matches a pattern put as `change` says; None leaves it.

    Each new character stands for all that was matched.
    """
    text: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    breaks: list[int] = []
    done = length = 0
    old = reading.breaks

    def keep(until: int) -> None:
        nonlocal length
        text.append(reading.text[done:until])
        starts.extend(reading.starts[done:until] if reading.starts else range(done, until))
        ends.extend(reading.ends[done:until] if reading.starts else range(done + 1, until + 1))
        breaks.extend(length + place - done for place in old[bisect_right(old, done) : bisect_right(old, until)])
        length += until - done

    for match in pattern.finditer(reading.text):
        new = change(match)
        if new is None:
            continue
        keep(match.start())
        start, end = reading.stored(*match.span())
        text.append(new)
        starts += [start] * len(new)
        ends += [end] * len(new)
        length += len(new)
        if not new and match.groupdict().get("gap"):
            breaks.append(length)
        done = match.end()
    if not done:
        return reading
    keep(len(reading.text))
    return Reading("".join(text), tuple(starts), tuple(ends), tuple(breaks))


def _apart(reading: Reading) -> Reading:
    """The reading with stretches that overlap, as of a ligature with an accent, made one."""
    starts: list[int] = []
    ends: list[int] = []
    begin = until = count = 0  # of the stretches that overlap, and how many they are
    for start, end in zip(reading.starts, reading.ends, strict=True):
        if start >= until:
            starts += [begin] * count
            ends += [until] * count
            begin, count = start, 0
        until, count = max(until, end), count + 1
    return reading._replace(starts=(*starts, *[begin] * count), ends=(*ends, *[until] * count))


def _is_divided(match: re.Match[str]) -> bool:
    """Whether a hyphen at a line's end only divides a word: `Mitt-⏎woch`, not `Nord-⏎Süd`, `vor-⏎und nachher`."""
    if match["gap"] is None:
        return True  # ¬ within a line
    head, rest = _around(match)
    if not head.isalpha() or not rest[0].islower() or _joins(head, rest):
        return False
    return match[0][0] != "-" or not _is_compound(head, rest)


def _keeps_hyphen(match: re.Match[str]) -> bool:
    """Whether a word goes on behind a hyphen of its own at a line's end: `Karl-⏎Theodor`, `25-⏎Jährige`, `G-⏎20`."""
    head, rest = _around(match)
    if not head or len(match["gap"].splitlines()) > 1:
        return False
    if rest[0].isdigit():
        return head.isalpha()  # and not of `2-⏎1`
    return not _joins(head, rest) if rest[0].islower() else rest[0].isupper()


def _around(match: re.Match[str]) -> tuple[str, str]:
    """The letters and digits before a hyphen and those behind it."""
    before = match.string[max(0, match.start() - _LONGEST_WORD) : match.start()].rstrip("-¬")
    head = _HEAD.search(before)
    return head[0] if head else "", match["rest"]


def _joins(head: str, rest: str) -> bool:
    """Whether what stands behind a hyphen is a word by itself: `Ein- und Ausfuhr`."""
    words = _words()
    return rest in words.joining or (
        rest in words.also_rests and not (head + rest).casefold().endswith(words.also_rests[rest])
    )


def _is_compound(head: str, rest: str) -> bool:
    """Whether the hyphen belongs to the word: `SPD-geführt`, `E-mail`, `deutsch-französisch`."""
    if len(head) == 1 or head.isupper():
        return True
    paired = _words().paired
    return head.casefold().endswith(paired) and rest.startswith(paired)
