"""Names of persons in a sentence, known or not, by given names, titles, apposition and verbs of speech."""

import re
from collections.abc import Sequence

from core.actors.knowledge import Knowledge
from core.model import Token

_NAME = frozenset({"NE", "FM"})
_MAYBE = frozenset(
    {"NN", "NNA", "ADJA", "NNI", "CARD", "ADJD", "VVFIN", "VVIMP", "ITJ", "ADV", "VVINF", "VVPP", "PIS", "XY", "APPR"}
)
_WORD = re.compile(r"[A-ZÀ-ÞŁŠŽČĆĐŞİĀ-ž][\w'’.-]*")
_INITIAL = re.compile(r"[A-ZÄÖÜ]\.?")
_ARABIC = re.compile(r"(?:[aA]l|[eE]l|[aA]s|[aA]d|[aA]n|[aA]t|[aA]z|[aA]sch|[bB]in|[bB]en)-[A-ZÄÖÜ]\w+")
_PARTICLE_FIRST = frozenset(
    {
        "von",
        "van",
        "de",
        "di",
        "da",
        "du",
        "del",
        "della",
        "la",
        "le",
        "bin",
        "ibn",
        "al",
        "el",
        "ter",
        "ten",
        "zu",
        "zum",
        "dos",
        "vom",
        "den",
    }
)
_LONGEST = 5


def given(word: str, knowledge: Knowledge) -> bool:
    """Whether a word is a given name; one with a hyphen is where both parts are (`Hans-Jürgen`)."""
    names = knowledge.names_of
    return all(part in names.female or part in names.male for part in word.split("-"))


def sequence(tokens: Sequence[Token], i: int, taken: Sequence[bool], knowledge: Knowledge) -> int:
    """How far a name that begins at token `i` may reach: the index after its last token, `i` where none begins.

    `taken` marks the tokens that belong to another name.
    """
    j = i
    all_given = True
    while j < len(tokens) and j - i < _LONGEST and not taken[j]:
        token = tokens[j]
        if j > i and token.start == tokens[j - 1].end:
            break  # two words that machine translation glued
        if _is_name(token) or (j > i and _INITIAL.fullmatch(token.text) and token.tag != "CARD"):
            all_given = all_given and given(token.text, knowledge)
            j += 1
        elif _WORD.fullmatch(token.text) and given(token.text, knowledge) and token.tag in _MAYBE:
            j += 1
        elif (
            j > i
            and all_given
            and token.tag in _MAYBE
            and _WORD.fullmatch(token.text)
            and token.text[0].isupper()
            and _surname_like(token)
        ):
            return j + 1
        elif (
            j > i
            and all_given
            and token.text in _PARTICLE_FIRST
            and (k := _after_particles(tokens, j, taken, knowledge))
        ):
            return k
        else:
            break
    while j > i and tokens[j - 1].text in knowledge.patterns.honorifics:
        j -= 1
    return j


def _is_name(token: Token) -> bool:
    return token.tag in _NAME and bool(
        _WORD.fullmatch(token.text) and (token.text[0].isupper()) or _ARABIC.fullmatch(token.text)
    )


def _surname_like(token: Token) -> bool:
    return token.tag in {"NN", "NNA", "ADJA", "ADJD"} and "-" not in token.text[-4:]


def _after_particles(tokens: Sequence[Token], j: int, taken: Sequence[bool], knowledge: Knowledge) -> int:
    """The index after a surname that begins with particles (`von der Leyen`), 0 where none does."""
    k = j
    while k < len(tokens) and tokens[k].text in knowledge.names_of.particles and k - j < 3:
        k += 1
    if k < len(tokens) and not taken[k] and tokens[k].text[0].isupper() and tokens[k].tag in _NAME | {"NN", "NNA"}:
        return k + 1
    return 0
