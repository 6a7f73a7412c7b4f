"""Organisations that no list knows: by head noun, legal form, descriptor and the abbreviation in brackets."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from core.actors.knowledge import Knowledge
from core.model import ActorKind, Sentence, Token


class OrganisationName(NamedTuple):
    """A name of an organisation; `short` is the abbreviation that the text introduces with it."""

    start: int
    end: int
    name: str
    kind: ActorKind
    short: str | None


_LONGEST = 5
_NAME = frozenset({"NE", "FM"})
_ABBREVIATION = re.compile(r"[A-ZÄÖÜ][A-Za-zÄÖÜäöü]{0,3}[A-ZÄÖÜ]\d?")


def organisations(sentence: Sentence, taken: list[bool], knowledge: Knowledge) -> list[OrganisationName]:
    """The organisations named in a sentence. Marks their tokens as taken."""
    tokens = sentence.tokens
    found = []
    i = 0
    while i < len(tokens):
        read = None if taken[i] or not tokens[i].text[0].isupper() else _at(tokens, i, taken, knowledge)
        if read is None:
            i += 1
            continue
        first, end, kind = read
        short, after = _abbreviation(tokens, end)
        name = " ".join(token.text for token in tokens[first:end])
        found.append(OrganisationName(tokens[first].start, tokens[end - 1].end, name, kind, short))
        taken[first:after] = [True] * (after - first)
        i = after
    return found


def _at(
    tokens: Sequence[Token], i: int, taken: Sequence[bool], knowledge: Knowledge
) -> tuple[int, int, ActorKind] | None:
    """First token, end and kind of the organisation that begins at token `i`."""
    words = knowledge.patterns.organisation_words
    text = tokens[i].text
    end = _run(tokens, i, taken)
    if kind := _kind(text, words.descriptor):
        begin = i + 1 + (i + 1 < len(tokens) and tokens[i + 1].text in _QUOTES)
        end = _run(tokens, begin, taken)
        if end > begin and tokens[begin].tag in _NAME:
            return begin, end, kind
        return None
    if kind := _kind(text, words.first):
        name = i + 1
        end = _run(tokens, name, taken)
        if end > name and tokens[name].tag in _NAME:
            return i, end, kind
        return None
    for last in range(end - 1, i, -1):
        if kind := _kind(tokens[last].text, words.last):
            return i, last + 1, kind
    return _by_head(tokens, i, taken, knowledge)


_QUOTES = frozenset("„“”‚‘»«›‹\"'")


def _run(tokens: Sequence[Token], i: int, taken: Sequence[bool]) -> int:
    """The index after the run of name tokens that begins at `i`."""
    j = i
    while j < len(tokens) and j - i < _LONGEST and not taken[j]:
        token = tokens[j]
        capital = token.text[0].isupper() or token.text[0].isdigit() and token.tag in _NAME
        if not (capital and (token.tag in _NAME or token.tag == "NN" and j > i) or token.text == "&" and j > i):
            break
        j += 1
    return j


def _by_head(
    tokens: Sequence[Token], i: int, taken: Sequence[bool], knowledge: Knowledge
) -> tuple[int, int, ActorKind] | None:
    """`Deutsche Umwelthilfe`: a capital adjective inside a sentence before a noun that ends like an organisation's."""
    endings = knowledge.patterns.organisation_words.ending
    j = i
    while j < len(tokens) and tokens[j].tag == "ADJA" and tokens[j].text[0].isupper() and not taken[j]:
        j += 1
    if j == i or j - i > 2 or j >= len(tokens) or taken[j] or tokens[j].tag not in {"NN", "NE"} or i == 0:
        return None
    if tokens[i - 1].tag in {"$.", "$("} or tokens[i].text.isupper():
        return None
    kind = _ends(tokens[j].text, endings)
    return (i, j + 1, kind) if kind else None


def _abbreviation(tokens: Sequence[Token], end: int) -> tuple[str | None, int]:
    """The abbreviation in brackets after a name, and the index after it."""
    if end + 2 < len(tokens) and tokens[end].text == "(" and tokens[end + 2].text == ")":
        short = tokens[end + 1].text
        if _ABBREVIATION.fullmatch(short):
            return short, end + 3
    return None, end


def _kind(word: str, words: Mapping[ActorKind, frozenset[str]]) -> ActorKind | None:
    return next((kind for kind, known in words.items() if word in known), None)


def _ends(word: str, endings: Mapping[ActorKind, frozenset[str]]) -> ActorKind | None:
    match = _pattern(tuple((kind, tuple(sorted(known))) for kind, known in endings.items())).search(word.lower())
    return match.lastgroup if match else None  # type: ignore[return-value]


@cache
def _pattern(endings: tuple[tuple[str, tuple[str, ...]], ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{kind}>(?:{'|'.join(known)})(?:e?s|en)?$)" for kind, known in endings))
