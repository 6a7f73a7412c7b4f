"""What a line is by its own form, going by the words of `core/vocabulary/boilerplate.toml`."""

import re
from collections.abc import Iterable
from functools import cache

from core import vocabulary
from core.corpus.paragraphs import CLOSERS

_LONGEST_BEGINNING, _LONGEST_CONTAINED, _LONGEST_SIGN = 400, 160, 40  # characters
_TAIL = 240  # characters at a line's end in which a credit is looked for, so that lines of any length are quick
_CAPTION_WORDS, _CAPTION_SENTENCES, _BYLINE_WORDS, _OUTLET_WORDS = 60, 3, 15, 5

_NAME = r"[A-ZÄÖÜ][\w.’'-]*"
_PARTICLE = r"(?:und|von|van|de|der|den|and)"
_NAMES = re.compile(rf"{_NAME}(?:[ ,/&]+(?:{_PARTICLE} )*{_NAME}){{0,7}}")
_FROM_PLACE = re.compile(r"AUS [A-ZÄÖÜ-]+ ([A-ZÄÖÜ.-]+(?: [A-ZÄÖÜ.-]+){1,2})")  # AUS WIEN EVA ROE
PLACED_NAME = re.compile(
    r"[A-ZÄÖÜ][\w.’'-]+(?: [A-ZÄÖÜ][\w.’'-]+){1,2}, [A-ZÄÖÜ][\w-]+(?: [A-ZÄÖÜ][\w-]+)?"
)  # Eva Roe, Wien
_BAR = re.compile(r" ?[|•·] ?")
_LONGEST_SHORT_NAME = 5  # letters: FAZ, TAZ, ZDF, and not MUSTERZEITUNG
_HANDLE = re.compile(r"By [\w.-]+")
_LINK = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|#\w+(?:[ ,]+#\w+)*")
_DAY = (
    r"(?:\d{1,2}\. ?(?:\d{1,2}\. ?|[A-ZÄ][a-zä]+\.? )\d{2,4}|\d{4}-\d\d-\d\d"
    r"|(?:\d{1,2} [A-Z][a-z]{2,8}\.?|[A-Z][a-z]{2,8}\.? \d{1,2},?) \d{4})"  # 14 March 2024, March 14, 2024
)
_AGO = re.compile(r"(?:[Aa]ktualisiert )?[Vv]or (?:\d{1,2}|einer|einem) (?:Minuten?|Stunden?|Tag|Tagen)")
_SURNAME_FIRST = re.compile(r"(?i:von|from): ([^,]+), ([^,]+)")  # of the sender of a mail
_DATE_LINE = re.compile(rf"\(?(?:{_NAME}, )?(?:den |am )?{_DAY}(?:[ ,–|-]+(?:um )?\d{{1,2}}[:.]\d\d(?: Uhr)?)?\)?")
_FULL_DAY = re.compile(rf"(?<!\d){_DAY}(?:T[\d:.+Z-]+)?")
_CLOCK = re.compile(r"(?<!\d)\d{1,2}[.:]\d\d(?!\d)")
_WIRE = re.compile(
    r"(?:[a-z]{3}|[A-Z]{3})\d{3,4}(?: [\w-]{1,6}){1,8}"
)  # the first line of an agency's report: bdt0123 4 pl 210
_WIRE_FOOT = re.compile(r"(?:[A-Z]{3}\d{4} \d{4}-\d\d-\d\d/\d\d:\d\d|\d{6} [A-ZÄ][a-zä]{2} \d\d)")
_KEYWORDS = re.compile(
    r"[A-ZÄÖÜ][\w-]*(?:/[A-ZÄÖÜ][\w-]*){2,}/?|(?:[A-ZÄÖÜ][\w-]*/){2,}"
)  # Abkommen/Österreich/Außenpolitik
_MAIL_ADDRESS = re.compile(r" ?<\S+@\S+>")
_NAMED_AND_DAY = re.compile(rf"(?P<name>[^\d|·•]+?) ?[|·•] ?{_DAY}(?:[ ,|·•–-]+(?:um )?\d{{1,2}}[:.]\d\d(?: Uhr)?)?")
_PLACES = rf"{_NAME}(?:[ /][ /-]*{_NAME}){{0,3}}"  # a name has hyphens of its own
_DAY_IN_DATELINE = rf"(?:, ?(?:den )?(?:{_DAY}|\d{{1,2}}\. ?(?:\d{{1,2}}\.|[A-ZÄ][a-zä]+)))"
_BEFORE_NAME = re.compile(r"[\s:,|·]*(?:(?:19|20)\d\d)?[\s:,|·]*(?:by |bei |in der |im )?")
_BEHIND_NAME = re.compile(r" ?[,;|·(–]| vom | Nr\b| (?:Mon|Diens|Donners|Frei|Sams|Sonn)tag| Mittwoch| \d| Alle Rechte")
_OF_PLACE = re.compile(r"[A-ZÄÖÜ][\w-]{2,}(?:er|sche[rs]?)|(?i:allgemeine|freie)")  # Dresdner, Sächsische
_IN_NAME = frozenset({"am", "das", "der", "des", "die", "für", "im", "und", "von", "zum"})
_SITE = re.compile(r"(?:www\.)?[\w-]+\.(?:at|ch|com|de|eu|info|li|net|org)")
_IN_PICTURE = re.compile(r"\((?:links|rechts|l\.|r\.|Mitte|M\.|Archiv|im Bild|hinten|vorne?)\)|\b[vV]\. ?l\. ?n\. ?r\.")
_LAST_BRACKET = re.compile(r"\(([^()]{2,100})\)[.\s|]*$")
_LAST_STOP = re.compile(rf"[.!?…]{CLOSERS}$")
SENTENCE_BREAK = re.compile(r"[\w)]{3}[.!?]\s+[A-ZÄÖÜ„»\"(]")
_EDGES = re.compile(r"^[\W_]+|[\W_]+$")


class Words(vocabulary.Entry):
    """The lists of `boilerplate.toml`; its head says what each is for."""

    whole_lines: tuple[str, ...]
    beginnings: tuple[str, ...]
    contained: tuple[str, ...]
    link_lists: tuple[str, ...]
    sections: tuple[str, ...]
    agencies: tuple[str, ...]
    picture_sources: tuple[str, ...]
    credit_words: tuple[str, ...]
    byline_words: tuple[str, ...]
    dateline_beginnings: tuple[str, ...]
    dateline_words: tuple[str, ...]
    head_words: tuple[str, ...]
    embargo_beginnings: tuple[str, ...]
    embargo_words: tuple[str, ...]
    correction_beginnings: tuple[str, ...]
    title_labels: tuple[str, ...]
    outlet_labels: tuple[str, ...]
    medium_labels: tuple[str, ...]
    outlet_endings: tuple[str, ...]
    common_endings: tuple[str, ...]
    outlets: tuple[str, ...]
    of_companies: tuple[str, ...]
    programs_authors: tuple[str, ...]


class Lexicon:
    """The vocabulary, ready to be asked about a line (white space folded to single blanks)."""

    def __init__(self, words: Words) -> None:
        self._whole = {_key(line) for line in (*words.whole_lines, *words.sections)}
        self._sections = {_key(section) for section in words.sections}
        self._link_lists = {_key(line) for line in words.link_lists}
        self._beginnings = tuple(word.casefold() for word in words.beginnings)
        self._contained = tuple(word.casefold() for word in words.contained)
        self._agencies = {agency.casefold() for agency in words.agencies}
        self._dateline_beginnings = tuple(word.casefold() for word in words.dateline_beginnings)
        self._dateline_words = {word.casefold() for word in words.dateline_words}
        self._head_words = {word.casefold() for word in words.head_words}
        self._embargo_beginnings = tuple(word.casefold() for word in words.embargo_beginnings)
        self._embargo_words = frozenset(words.embargo_words)
        self._correction_beginnings = tuple(word.casefold() for word in words.correction_beginnings)
        self._title_label = re.compile(rf"(?i:{_any_of(words.title_labels)}) ?")
        self._outlet_label = re.compile(rf"(?i:{_any_of(words.outlet_labels)})")
        self._medium_labels = {label.casefold() for label in words.medium_labels}
        self._outlet_endings = words.outlet_endings
        self._outlet_endings_alone = frozenset(words.outlet_endings) - frozenset(words.common_endings)
        self._outlets = {outlet.casefold(): outlet for outlet in words.outlets}
        self._programs_authors = frozenset(name.casefold() for name in words.programs_authors)
        self._of_companies = re.compile(rf" (?:{_any_of(words.of_companies)})$")
        agencies, sources = _any_of(words.agencies), _any_of(words.picture_sources)
        credit = _any_of(words.credit_words)
        self._credit = re.compile(rf"(?:^|[\s|(/\[])(?i:{credit}): ?(?:[^.!?:„“\"]|\.(?=\S)){{1,60}}[.)|\]\s]*$")
        self._credit_first = re.compile(rf"(?i:{credit}):")
        self._source = re.compile(rf"(?<!\w)(?i:{sources})(?!\w)")
        self._bare_source = re.compile(
            rf"(?:[.!?|–—/-] ?|\bvia )(?i:{sources})[.\s|]*$|(?:^|[\s|(.])© ?[\w /.-]{{2,60}}$"
        )
        self._dateline = re.compile(rf"{_PLACES}{_DAY_IN_DATELINE}? ?\((?i:{agencies})[^)]{{0,30}}\)\s*[-–—:.]?")
        self._opening_dateline = re.compile(
            rf"(?:{self._dateline.pattern} ?|{_PLACES}{_DAY_IN_DATELINE}?(?: (?i:{agencies}))? ?[–—-] "
            rf"|(?i:{agencies})(?:/(?i:{agencies}))* {_PLACES}[.:] ?)(?=[A-ZÄÖÜ„»\"])"
        )
        by = _any_of(words.byline_words).replace(r"\ von", rf"(?:\ aus\ {_NAME})?\ von")
        self._by = re.compile(rf"(?i:{by}) +(.+)")
        self._by_behind_day = re.compile(
            rf"(?:{_NAME}, )?{_DAY}(?:,? ?\d{{1,2}}[:.]\d\d(?: Uhr)?)?[ ,|•·–-]+(?i:{by}) +(.+)"
        )

    def is_boilerplate(self, line: str) -> bool:
        """Whether the line is advertising, a link, a button, a row of sections, or an agency's sign."""
        folded = line.casefold()
        return (
            (len(line) <= _LONGEST_CONTAINED and _key(line) in self._whole)
            or (len(line) <= _LONGEST_BEGINNING and folded.startswith(self._beginnings))
            or (len(line) <= _LONGEST_CONTAINED and any(word in folded for word in self._contained))
            or _LINK.fullmatch(line) is not None
            or not any(char.isalnum() for char in line[:_TAIL])
            or self._is_menu(line)
        )

    def is_agency_sign(self, line: str) -> bool:
        """Whether the line has an agency's signs alone, or authors' beside these: `jsc/AFP/dpa`, `(dpa)`."""
        if len(line) > _LONGEST_BEGINNING:
            return False
        if _WIRE.fullmatch(line) or _WIRE_FOOT.fullmatch(line) or _KEYWORDS.fullmatch(line):
            return True
        if len(line) > _LONGEST_SIGN:
            return False
        signs = [sign for sign in re.split(r"[\s/,;|()\[\]]+", line) if sign]
        known = [sign.casefold() in self._agencies for sign in signs]
        bracketed = line.startswith("(") and line.endswith(")")
        return (any(known) or (bracketed and bool(signs))) and all(
            is_known or re.fullmatch(r"[a-zäöü]{2,4}", sign) for is_known, sign in zip(known, signs, strict=True)
        )

    def is_embargo(self, line: str) -> bool:
        """Whether the line says when the text may be published, and nothing else."""
        if len(line) > _LONGEST_CONTAINED:
            return False
        bare = _EDGES.sub("", line.casefold())
        return bare.startswith(self._embargo_beginnings) and self._embargo_words.issuperset(
            re.findall(r"[^\W\d_]+", bare)
        )

    def is_correction(self, line: str) -> bool:
        """Whether the line is a note on a mistake of an earlier version."""
        return len(line) <= _LONGEST_BEGINNING and line.casefold().startswith(self._correction_beginnings)

    def opens_links(self, line: str) -> bool:
        """Whether the line is the head of a list of links or tags."""
        return len(line) <= _LONGEST_CONTAINED and _key(line.partition(":")[0]) in self._link_lists

    def is_caption(self, line: str) -> bool:
        """Whether the line describes a picture: it ends with a credit, or says who stands where in it."""
        if line.count(" ") >= _CAPTION_WORDS or len(SENTENCE_BREAK.findall(line)) >= _CAPTION_SENTENCES:
            return False  # a report whose last words are the credit of its picture
        tail = line[-_TAIL:]
        if self._credit.search(tail) or self._bare_source.search(tail) or self._has_credited_bracket(tail):
            return True
        if line.startswith("|") and line.endswith("|") and line.count("|") == 2:
            return True
        return bool(self._credit_first.match(line) or (_IN_PICTURE.search(line) and not _LAST_STOP.search(line)))

    def is_dateline(self, line: str) -> bool:
        """Whether the line tells the day or the place of publication, and the outlet, and nothing else."""
        if line.count(" ") >= _BYLINE_WORDS or len(line) > _LONGEST_BEGINNING:
            return False
        if line.casefold().startswith(self._dateline_beginnings) or _DATE_LINE.fullmatch(line) or _AGO.fullmatch(line):
            return True
        return self._dateline.fullmatch(line) is not None or self._tells_where(line)

    def _tells_where(self, line: str) -> bool:
        """Whether there is nothing but a day, number, page, section or outlet, and a day or such a word."""
        rest, days = _FULL_DAY.subn(" ", line)
        words = re.findall(r"[^\W\d_](?:[\w-]|\.(?=\w))*", _CLOCK.sub(" ", rest))
        keys = [word.casefold() for word in words]
        headed = any(key in self._head_words for key in keys)
        others = [
            word
            for word, key in zip(words, keys, strict=True)
            if key not in self._dateline_words
            and key not in self._head_words
            and not (headed and key in self._sections)
        ]
        if days == 0:
            return headed and not others
        return self._agencies.issuperset(map(str.casefold, others)) or self.is_outlet(" ".join(others))

    def is_byline(self, line: str) -> bool:
        """Whether the line names the author, and nothing but that and the day and place."""
        return line.count(" ") < _BYLINE_WORDS and self._signed(line) is not None

    def author(self, line: str) -> str | None:
        """Whom a byline names; None where that is an agency."""
        name = self._signed(line)
        if sender := _SURNAME_FIRST.fullmatch(_MAIL_ADDRESS.sub("", line)):
            name = f"{sender[2]} {sender[1]}"
        return name if name and not self.is_agency_sign(name) else None

    def _signed(self, line: str) -> str | None:
        if len(line) > _LONGEST_BEGINNING:
            return None
        names = _MAIL_ADDRESS.sub("", re.split(r" ?[|•·] ?|, ?(?=\d)", line)[0])
        by = self._by.fullmatch(names) or self._by_behind_day.fullmatch(line)
        if by and (_NAMES.fullmatch(by[1]) or _HANDLE.fullmatch(names) or by[1].casefold() in self._agencies):
            return by[1]
        from_place = _FROM_PLACE.fullmatch(names)
        return from_place[1] if from_place else None

    def outlet(self, line: str) -> str | None:
        """The outlet that a line names: alone, behind a label, before a day, or behind a bar."""
        return next(filter(None, map(self._outlet, _BAR.split(line))), None)

    def _outlet(self, line: str) -> str | None:
        label = self._outlet_label.match(line)
        rest = line[label.end() :] if label else line
        start = _BEFORE_NAME.match(rest)
        name = _BEHIND_NAME.split(rest[start.end() if start else 0 :], maxsplit=1)[0].strip(' .:"„“”»«')
        while shorter := self._of_companies.sub("", name):
            if shorter == name:
                break
            name = shorter
        if not self.is_outlet(name) and not (label and self._is_called_so(label[0], name)):
            return None
        if not name.isupper():
            return name
        return self._outlets.get(name.casefold()) or (name.title() if len(name) > _LONGEST_SHORT_NAME else name)

    def _is_called_so(self, label: str, name: str) -> bool:
        """Whether a name that tells nothing by itself is an outlet's behind a label: `Medium: Blickpunkt`."""
        if not 1 <= len(name.split()) <= _OUTLET_WORDS or not name[0].isupper() or name.casefold() in self._agencies:
            return False
        return label.casefold() in self._medium_labels or name.casefold() in self._outlet_endings_alone

    def is_outlet(self, name: str) -> bool:
        """Whether a name is that of a newspaper, a magazine, a broadcaster or a site."""
        words = name.split()
        if not 1 <= len(words) <= _OUTLET_WORDS or not all(w[0].isupper() or w in _IN_NAME for w in words[1:]):
            return name.casefold() in self._outlets
        return (
            name.casefold() in self._outlets
            or (words[0][0].isupper() and any(map(self._ends_as_outlet, words)))
            or (any(map(_OF_PLACE.fullmatch, words[:-1])) and words[-1].casefold() in self._outlet_endings)
            or _SITE.fullmatch(name) is not None
        )

    def _ends_as_outlet(self, word: str) -> bool:
        """`Musterzeitung`; not `Zeitung` or `Nachrichten` by themselves, which are common nouns."""
        ending = next((one for one in self._outlet_endings if word.casefold().endswith(one)), None)
        return ending is not None and len(word) > len(ending) + 2

    def has_outlet_label(self, line: str) -> bool:
        """Whether a line begins with what stands before the name of an outlet."""
        return self._outlet_label.match(line) is not None

    def is_programs_author(self, name: str) -> bool:
        """Whether a name is one that programs write into a file where nobody has told them who writes."""
        return name.casefold() in self._programs_authors

    def without_label(self, line: str) -> str:
        """A headline without what says that it is one: `Titel: …`, `Betreff: WG: …`."""
        while label := self._title_label.match(line):
            line = line[label.end() :]
        return line.removesuffix(" =")  # as agencies end one

    def without_dateline(self, line: str) -> str:
        """A line of the body without the dateline that opens it: `BERLIN (dpa) – …`."""
        opening = self._opening_dateline.match(line[:_LONGEST_BEGINNING])
        return line[opening.end() :] if opening else line

    def named_beside_day(self, line: str) -> str | None:
        """The name before a day in a line that has nothing else: `Erika Mustermann | 14.03.2024`."""
        named = _NAMED_AND_DAY.fullmatch(line)
        return named["name"] if named and self.is_name(named["name"]) and not self.is_outlet(named["name"]) else None

    def is_name(self, line: str) -> bool:
        """Whether the line can be a signature: two to four words, each with a capital, and no stop."""
        return (
            len(line) <= _LONGEST_CONTAINED
            and 1 <= line.count(" ") <= 3
            and _NAMES.fullmatch(line) is not None
            and not _LAST_STOP.search(line)
            and not self._of_companies.search(line)
        )

    def is_signature(self, line: str) -> bool:
        """Whether the line is a name, in brackets or not."""
        return self.is_name(without_brackets(line))

    def _has_credited_bracket(self, tail: str) -> bool:
        """`(AP Photo/Jane Roe)` or `(Jane Roe/dpa)`; agencies alone, `(AFP/dpa)`, sign a text."""
        bracket = _LAST_BRACKET.search(tail)
        if bracket is None:
            return False
        if self._source.search(bracket[1]):
            return True
        *names, last = re.split(r" ?/ ?", bracket[1])
        return (
            last.casefold() in self._agencies
            and bool(names)
            and any(_NAMES.fullmatch(name) and name.casefold() not in self._agencies for name in names)
        )

    def _is_menu(self, line: str) -> bool:
        items = [_key(item) for item in re.split(r" ?[|•·»>] ?", line[:_LONGEST_BEGINNING]) if item]
        return len(items) >= 2 and sum(item in self._sections for item in items) * 2 >= len(items)


@cache
def load() -> Lexicon:
    """The lexicon of the vocabulary that ships with Lagebild.

    Raises:
        VocabularyError: the file is wrong.
    """
    return Lexicon(vocabulary.load("boilerplate.toml", Words))


def without_brackets(line: str) -> str:
    """`(Max Roe)` -> `Max Roe`."""
    return line[1:-1] if line.startswith("(") and line.endswith(")") else line


def _key(line: str) -> str:
    """A line as the lists are compared: without signs at its edges, in lower case, any number as #."""
    return re.sub(r"\d[\d.,]*", "#", _EDGES.sub("", line.replace("#", "0")).casefold())


def _any_of(words: Iterable[str]) -> str:
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"
