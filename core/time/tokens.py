"""The text as a row of tokens, each reduced to one character that stands for its class.

Rules are regular expressions over that row, so they run over a few characters instead of the text, and white space,
case and spelling variants are dealt with here alone. White space never splits an expression, an empty line does.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from core.time import lexicon
from core.time.lexicon import Sense
from core.time.rulebook import literals

OTHER = Sense("other", "")
_PUNCTUATION = {
    ",": "comma",
    ".": "dot",
    "-": "dash",
    "–": "dash",
    "—": "dash",
    "/": "slash",
    ":": "colon",
    "(": "open",
    ")": "close",
}
_BREAKS = frozenset("!?;|•")

SENTENCE_ENDS = frozenset({"break", "dot"})
CLAUSE_ENDS = SENTENCE_ENDS | {"colon", "comma"}
"""Kinds of tokens that end a sentence, and a clause."""


class Token(NamedTuple):
    """A word, number or sign: where it stands, as written, and what it counts as."""

    start: int
    end: int
    text: str
    sense: Sense


class Row(NamedTuple):
    """A text's tokens, and the same as one character a token (`code`)."""

    tokens: list[Token]
    codes: str


@lru_cache(maxsize=2)  # a text's times are found twice: to tell when it was written, and from that day
def tokenize(text: str) -> Row:
    """Split the text; linear in its length."""
    tokens, codes = [], []
    sentence_begins = True
    for match in _scanner().finditer(text):
        kind, word = match.lastgroup or "other", match[0]
        if kind == "word":
            sense = _sense(word, sentence_begins)
        elif kind == "sign":
            sense = Sense("break" if word in _BREAKS else _PUNCTUATION.get(word, "sign"), word)
        else:
            sense = Sense("break" if kind == "blank" else kind, word)
        tokens.append(Token(match.start(), match.end(), word, sense))
        codes.append(code(sense))
        sentence_begins = sense.kind in {"dot", "break", "colon", "sign"}
    return Row(tokens, "".join(codes))


def code(sense: Sense) -> str:
    """The character that stands for a sense; equal senses have equal characters."""
    character = _codes().get(sense)
    return character if character is not None else _codes()[Sense(sense.kind, "")]


def codes_of(kind: str, value: str | None = None) -> str:
    """The characters of all senses of a class, or of one of its meanings; empty where there is none."""
    return "".join(c for sense, c in _codes().items() if sense.kind == kind and value in (None, sense.value))


def literal(word: str) -> Sense:
    """What a word that a rule names counts as: itself, unless `words.toml` says more."""
    return lexicon.senses().get(word, Sense("literal", word))


_VALUED_KINDS = [
    "iso",
    "numeric_date",
    "day_month",
    "clock",
    "years",
    "decade",
    "lasting",
    "aged",
    "ordinal",
    "year",
    "number",
    "decimal",
    "holiday",
    "weekday_part",
]
"""Classes whose members all have the same code; the token's text holds the value."""


@cache
def _codes() -> dict[Sense, str]:
    kinds = ["other", "break", "sign", *dict.fromkeys(_PUNCTUATION.values()), *_VALUED_KINDS]
    table = [Sense(kind, "") for kind in kinds]
    table += sorted({s for s in lexicon.senses().values() if s.kind not in {"holiday", "number"}})
    table += [Sense("literal", word) for word in sorted(literals() - lexicon.senses().keys())]
    return {sense: chr(0x4E00 + index) for index, sense in enumerate(dict.fromkeys(table))}


_JOINED = r"(?:jährig|monatig|wöchig|tägig|stündig|minütig|sekündig)(?:e[nmrs]?)?\b"
# A year and the next: 2013/14, 2013/2014, 1999/2000. The last digit goes up by one.
_PAIRS = (
    "(?:"
    + "|".join(rf"[12][0-9]{{2}}{digit}/(?:[12][0-9]{{2}}|[0-9]){digit + 1}" for digit in range(9))
    + r"|[12][0-9]{2}9/(?:[12][0-9]{2}|[0-9])0)"
)
_NUMBERS = rf"""
    (?P<iso>      (?:[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}} | [0-9]{{4}}/[0-9]{{2}}/[0-9]{{2}}) (?![0-9]) )
  | (?P<numeric_date> [0-9]{{1,2}}\.[ ]?[0-9]{{1,2}}\.[ ]?(?:[12][0-9]{{3}}|[0-9]{{2}}) (?![0-9]|[.:][0-9]|[ ]?Uhr)
                      | [0-9]{{1,2}}/[0-9]{{1,2}}/[12][0-9]{{3}} (?![0-9/]) )
  | (?P<day_month> [0-9]{{1,2}}\.[ ]?[0-9]{{1,2}}\. (?![0-9]) )
  | (?P<clock>    [0-9]{{1,2}}(?:[.:][0-5][0-9]){{1,2}} (?![0-9]|[.:,][0-9]) )
  | (?P<years>    {_PAIRS} (?![0-9/]) )
  | (?P<decade>   (?:[12][0-9])?[0-9]0-?er (?:-?(?:Jahren?))? \b )
  | (?P<lasting>  [0-9]{{1,4}}(?:,[0-9])?-?{_JOINED} )
  | (?P<aged>     [0-9]{{1,4}}-?(?:Jährig|Monatig)\w* )
  | (?P<ordinal>  [0-9]{{1,2}}\. (?![0-9]) )
  | (?P<year>     [12][0-9]{{3}} (?![0-9]|[.,][0-9]) )
  | (?P<number>   [0-9]{{1,3}}(?:\.[0-9]{{3}})+ (?![0-9]) | [0-9]+ (?![0-9]|[.,][0-9]) )
  | (?P<decimal>  [0-9]+(?:[.,:][0-9]+)* )
"""


@cache
def _scanner() -> re.Pattern[str]:
    phrases = sorted((form for form in lexicon.holidays() if " " in form), key=len, reverse=True)
    initials = "".join(sorted({phrase[0] for phrase in phrases}))
    return re.compile(
        rf"(?=[{initials}]) (?P<holiday> \b(?:{'|'.join(re.escape(phrase) for phrase in phrases)})\b )"
        r"| (?P<word> [^\W\d_]+(?:[-'’][^\W\d_]+)* (?:-?[0-9]+)? )"
        rf"| (?=[0-9]) (?: {_NUMBERS} )"
        r"| (?P<blank> \n[ \t\r]*\n )"
        r"| (?P<sign> [^\w\s] | _ )",
        re.VERBOSE,
    )


@lru_cache(maxsize=1 << 16)
def _sense(word: str, sentence_begins: bool) -> Sense:
    """What a word counts as; as written first, then in lower case, in capitals as a noun."""
    table = lexicon.senses()
    lower = word.lower()
    if sentence_begins and lower in table and word != lower and table[lower].kind == "shift_day":
        return table[lower]  # `Morgen` opens a sentence: tomorrow, not the morning
    sense = table.get(word) or table.get(lower)
    if sense is None and word.isupper():
        sense = table.get(word.capitalize())
    if sense is not None:
        return sense
    if lower in literals():
        return Sense("literal", lower)
    return _compound(word)


_LASTING = re.compile(r"(.+?)-?(jähr|monat|wöch|täg|stünd|minüt|sekünd)ig(?:e[nmrs]?)?")


def _compound(word: str) -> Sense:
    """Montagabend, zehnjährig; anything else is no time word."""
    part = _weekday_parts().get(word)
    if part is not None:
        return part
    if "ig" in word[-4:] and (match := _LASTING.fullmatch(word)):
        count = "ein" if match[1].lower() == "ein" else lexicon.senses().get(match[1].lower(), OTHER).kind
        if count in {"ein", "number", "broken_number"}:
            return Sense("lasting" if word[0].islower() else "aged", word)
    return OTHER


@cache
def _weekday_parts() -> dict[str, Sense]:
    senses = lexicon.senses().items()
    days = [(form, sense.value) for form, sense in senses if sense.kind == "weekday" and not form.endswith("s")]
    parts = [(form.lower(), sense.value) for form, sense in senses if sense.kind in {"part_of_day", "part_adverb"}]
    return {day + part: Sense("weekday_part", f"{number} {code}") for day, number in days for part, code in parts}
