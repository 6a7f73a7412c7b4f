"""The words of `core/vocabulary/bundles.toml`: by what the articles of a bundle, and what is said of them, are told."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from types import MappingProxyType
from typing import Annotated, NamedTuple

from pydantic import AfterValidator, Field

from core import vocabulary

PARTS: Mapping[str, str] = MappingProxyType(
    {
        "headline": "h",
        "outlet": "o",
        "section": "s",
        "author": "a",
        "date": "d",
        "words": "w",
        "clock": "c",
        "code": "k",
        "page": "p",
        "edition": "e",
        "note": "t",
        "language": "l",
        "copyright": "r",
        "source": "q",
        "body": "b",
    }
)
"""What a line can be in the head of an article, with a letter for it. A headline, an outlet, a section can be any line
that is not plainly something else."""

LABELS = "labels"
"""In a head's pattern: any lines with labels, with the lines that go on with their values."""

_SIGN = {"#": r"\d[\d.,]*", "@": r"(?=\w*\d{6})\w{12,60}"}
"""What a whole line may leave open: a number, and the sign of a document, which has a day or a count in it."""


def _known_parts(pattern: str) -> str:
    for element in pattern.split():
        part = re.sub(r"(?:[*+]\??|\?)$", "", element)
        if part not in (*PARTS, LABELS):
            raise ValueError(
                f"`{element}` is no part of a head; write {', '.join((*PARTS, LABELS))}, with ?, * or + behind it"
            )
    return pattern


_Head = Annotated[str, Field(min_length=1), AfterValidator(_known_parts)]


class Labels(vocabulary.Entry):
    """The labels of each meaning; the head of the file says what the meanings are."""

    headline: tuple[str, ...] = ()
    outlet: tuple[str, ...] = ()
    author: tuple[str, ...] = ()
    date: tuple[str, ...] = ()
    page: tuple[str, ...] = ()
    section: tuple[str, ...] = ()
    length: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    url: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    text: tuple[str, ...] = ()
    other: tuple[str, ...] = ()
    foot: tuple[str, ...] = ()

    def meanings(self) -> dict[str, str]:
        """The meaning of each label, in lower case."""
        return {label.casefold(): meaning for meaning, labels in self for label in labels}


class Vendor(vocabulary.Entry):
    """What a vendor's files look like."""

    name: str
    opens: tuple[str, ...] = ()
    closes: tuple[str, ...] = ()
    noise: tuple[str, ...] = ()
    noise_beginnings: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    cover: tuple[str, ...] = ()
    last: tuple[str, ...] = ()
    opened_heads: tuple[_Head, ...] = ()
    closed_heads: tuple[_Head, ...] = ()
    labels: Labels = Labels()
    codes: Labels = Labels()


class General(vocabulary.Entry):
    """What heads of no vendor look like."""

    end_marks: frozenset[str]
    outlet_words: tuple[str, ...]
    labels: Labels


class LineWords(vocabulary.Entry):
    """Words in the lines of a head."""

    words: tuple[str, ...]
    copyright: tuple[str, ...]
    editions: tuple[str, ...]
    pages: tuple[str, ...]
    bylines: tuple[str, ...]


class Dates(vocabulary.Entry):
    """Names of months, in order, and of days."""

    months: tuple[tuple[str, ...], ...] = Field(min_length=12, max_length=12)
    weekdays: tuple[str, ...]


class Bundles(vocabulary.Entry):
    """The whole file."""

    vendors: tuple[Vendor, ...]
    general: General
    lines: LineWords
    languages: Mapping[str, tuple[str, ...]]
    dates: Dates


class Form(NamedTuple):
    """A vendor's words, or those of no vendor, ready to be asked about a line.

    `parts` are those that its heads have; `marks` is a pattern for how lines begin, one of which each bundle has.
    """

    vendor: Vendor
    parts: frozenset[str]
    marks: str
    opens: re.Pattern[str]
    closes: re.Pattern[str]
    noise: re.Pattern[str]
    body: re.Pattern[str]
    below: re.Pattern[str]
    cover: re.Pattern[str]
    last: re.Pattern[str]
    signs: frozenset[str]
    label: re.Pattern[str]
    meanings: Mapping[str, str]
    code: re.Pattern[str]
    code_meanings: Mapping[str, str]


class Words:
    """The vocabulary with its patterns."""

    def __init__(self, bundles: Bundles) -> None:
        self.bundles = bundles
        self.vendors = tuple(_form(vendor) for vendor in bundles.vendors)
        self.general = _form(Vendor(name="", labels=bundles.general.labels))
        self.language_of = {name.casefold(): code for code, names in bundles.languages.items() for name in names}

    def of_vendors(self, text: str) -> Iterator[Form]:
        """The vendors whose bundles have lines such as the text has."""
        return (form for form, mark in zip(self.vendors, self._marks, strict=True) if mark.search(text))

    @cached_property
    def _marks(self) -> list[re.Pattern[str]]:
        flags = re.IGNORECASE | re.MULTILINE
        return [re.compile(rf"^[^\S\n]*(?:{form.marks})(?!\w)", flags) for form in self.vendors]

    @cached_property
    def outlet(self) -> re.Pattern[str]:
        """Finds a word in a line that makes it plausible as the name of an outlet."""
        words = "|".join(re.escape(word) for word in self.bundles.general.outlet_words)
        return re.compile(rf"(?:{words})(?:en|s|er)?\b", re.IGNORECASE)


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first; one that matches nothing for none."""
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(map(re.escape, longest_first)) + ")" if longest_first else r"(?!)"


@cache
def load() -> Words:
    """The words that ship with Lagebild.

    Raises:
        VocabularyError: the file is wrong.
    """
    return Words(vocabulary.load("bundles.toml", Bundles))


def _form(vendor: Vendor) -> Form:
    noise = [_line(line) for line in vendor.noise] + [rf"{_line(start)}\b.*" for start in vendor.noise_beginnings]
    meanings, codes = vendor.labels.meanings(), vendor.codes.meanings()
    patterns = " ".join((*vendor.opened_heads, *vendor.closed_heads))
    # Papers print some of the same words without the colon of a label.
    signs = [re.escape(sign) + (r"\s?:" if sign.casefold() in meanings else "") for sign in vendor.signs]
    marks = [*map(_line, (*vendor.opens, *vendor.closes)), *signs]
    return Form(
        vendor,
        parts=frozenset(part for part in PARTS if re.search(rf"\b{part}\b", patterns)),
        marks="|".join(marks) or "(?!)",
        opens=_whole(map(_line, vendor.opens)),
        closes=_whole(map(_line, vendor.closes)),
        noise=_whole(noise),
        body=_whole(map(_line, vendor.body)),
        below=_whole(map(_line, vendor.below)),
        cover=_whole(rf"{_line(start)}.*" for start in vendor.cover),
        last=_whole(map(_line, vendor.last)),
        signs=frozenset(sign.casefold() for sign in vendor.signs),
        label=re.compile(rf"({any_of(meanings)})\s?:(?!//)\s*(.*)", re.IGNORECASE | re.DOTALL),
        meanings=meanings,
        code=re.compile(rf"({any_of(code.upper() for code in codes)})(?:(\s+)(.*))?", re.DOTALL),
        code_meanings=codes,
    )


def _line(template: str) -> str:
    return "".join(_SIGN.get(char, re.escape(char)) for char in template)


def _whole(patterns: Iterable[str]) -> re.Pattern[str]:
    alternatives = "|".join(patterns)
    return re.compile(rf"(?:{alternatives})" if alternatives else r"(?!)", re.IGNORECASE)
