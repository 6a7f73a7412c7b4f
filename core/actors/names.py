"""How far a person's name reaches: given names, initials, particles, surname."""

import re
from collections.abc import Sequence
from itertools import dropwhile

from core.actors.knowledge import Knowledge
from core.actors.titles import is_title
from core.german.tags import NAMES, NOUNS_AND_NAMES
from core.model import Token

_NEVER = frozenset(
    {"ART", "KON", "KOUS", "PPER", "PPOSAT", "VAFIN", "VMFIN", "PDAT", "PRELS", "APPRART", "$,", "$.", "$("}
)
_SURNAME = frozenset({"NN", "NNA", "ADJA", "ADJD", "VVFIN", "VVINF", "VVPP", "VVIMP", "ADV", "XY"})
_WORD = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’.-]*")
_INITIAL = re.compile(r"[A-ZÄÖÜ]\.?")
_ARABIC = re.compile(r"(?:[aA]l|[eE]l|[aA]s|[aA]d|[aA]n|[aA]t|[aA]z|[aA]sch|[uU]l|[bB]in|[bB]en)-[A-ZÄÖÜ]\w+")
_LONGEST = 5
_MOST_PARTICLES = 3
_APOSTROPHES = frozenset("’'")

_WITH_ARTICLE = frozenset({"zum", "zur", "vom"})


def given(word: str, knowledge: Knowledge) -> bool:
    """Whether a word is a given name; one with a hyphen is where all its parts are (`Hans-Jürgen`)."""
    names = knowledge.names_of
    return (
        word in names.female
        or word in names.male
        or ("-" in word and all(given(w, knowledge) for w in word.split("-")))
    )


def family_name(name: str, country: str | None, knowledge: Knowledge) -> str | None:
    """What stands behind a person's given names: `von Brunn`, `Merkel`; None where the name begins with no given name.

    Of persons of a country (ISO code) where family names come first, it is the first word: `Ban` of `Ban Ki-moon`.
    """
    words = name.split()
    if country in knowledge.names_of.family_first and len(words) > 1:
        return words[0]
    if len(words) < 2 or not given(words[0], knowledge):
        return None
    rest = dropwhile(lambda word: given(word, knowledge) or word.endswith("."), words[:-1])
    return " ".join((*rest, words[-1]))


def sequence(tokens: Sequence[Token], i: int, taken: Sequence[bool], knowledge: Knowledge) -> int:
    """The index after a name that begins at token `i`; `i` where none does.

    A name is a run of words that the tagger takes for names or that are given names; after given names alone, one
    more capital word, or particles and one (`Ursula von der Leyen`). `taken` marks the tokens of other names.
    """
    j = i
    only_given = True
    while j < len(tokens) and j - i < _LONGEST and not taken[j]:
        token = tokens[j]
        if elided := _elided(tokens, j):
            only_given = False
            j = elided
        elif j > i and only_given and (noble := _noble(tokens, j, taken, knowledge)):
            return noble
        elif j > i and _ends_before(tokens, j, knowledge):
            break
        elif _is_given(token, knowledge) or (j > i and _INITIAL.fullmatch(token.text) and token.tag != "CARD"):
            j += 1
        elif _is_name(token) or (j > i and _ARABIC.fullmatch(token.text)):
            only_given = False
            j += 1
        elif j > i and only_given:
            if _WORD.fullmatch(token.text) and token.tag in _SURNAME:
                withheld = token.tag == "NN" and _INITIAL.fullmatch(tokens[j - 1].text)  # `gegen Amar B. Anklage`
                if withheld or token.text in knowledge.names_of.no_surnames:
                    return j
                only_given = False
                j += 1
                continue
            return _after_particles(tokens, j, taken, knowledge) or j
        else:
            break
    return j


def _ends_before(tokens: Sequence[Token], j: int, knowledge: Knowledge) -> bool:
    """Whether a name ends before a token that goes on with no name, whatever it is tagged as."""
    honorific = tokens[j].text in knowledge.patterns.honorifics
    return honorific or _is_glued(tokens, j) or _says_whose(tokens[j - 1], tokens[j], knowledge)


def _says_whose(owner: Token, noun: Token, knowledge: Knowledge) -> bool:
    """Whether a title that is tagged as a name stands behind a genitive: `Otto Musters Exanwalt Bo Lund`."""
    return owner.text.endswith("s") and noun.tag in NAMES and is_title(noun.text, knowledge)


def _noble(tokens: Sequence[Token], j: int, taken: Sequence[bool], knowledge: Knowledge) -> int:
    """The index after a surname that begins with a title of nobility (`Graf Lambsdorff`), 0 where none does."""
    if tokens[j].text not in knowledge.names_of.nobiliary or j + 1 >= len(tokens) or taken[j + 1]:
        return 0
    if after := _after_particles(tokens, j + 1, taken, knowledge):
        return after
    following = tokens[j + 1]
    return j + 2 if _WORD.fullmatch(following.text) and following.tag in NOUNS_AND_NAMES else 0


def _is_glued(tokens: Sequence[Token], j: int) -> bool:
    """Whether machine translation glued a word to the one before it."""
    return tokens[j].start == tokens[j - 1].end


def _elided(tokens: Sequence[Token], j: int) -> int:
    """The index after `O’Leary`, `D’Alema` at token `j`, which the tokenizer takes apart; 0 elsewhere."""
    if j + 2 >= len(tokens) or len(tokens[j].text) > 1 or tokens[j + 1].text not in _APOSTROPHES:
        return 0
    touch = tokens[j].end == tokens[j + 1].start and tokens[j + 1].end == tokens[j + 2].start
    return j + 3 if touch and tokens[j].text.isupper() and tokens[j + 2].text[0].isupper() else 0


def joined(tokens: Sequence[Token]) -> tuple[str, ...]:
    """The words of a name; tokens that touch are one word."""
    words: list[str] = []
    for n, token in enumerate(tokens):
        if n and token.start == tokens[n - 1].end:
            words[-1] += token.text
        else:
            words.append(token.text)
    return tuple(words)


def _is_given(token: Token, knowledge: Knowledge) -> bool:
    return token.tag not in _NEVER and given(token.text, knowledge)


def _is_name(token: Token) -> bool:
    return token.tag in NAMES and bool(_WORD.fullmatch(token.text) or _ARABIC.fullmatch(token.text))


def _after_particles(tokens: Sequence[Token], j: int, taken: Sequence[bool], knowledge: Knowledge) -> int:
    """The index after a surname that begins with particles, 0 where none does."""
    names = knowledge.names_of
    if tokens[j].text not in names.first_particles:
        return 0
    k = j
    while k < len(tokens) and k - j < _MOST_PARTICLES and tokens[k].text in names.particles:
        k += 1
    # A preposition with its article stands before common nouns, too: `mit Ehefrau Margit zum Essen`.
    surname = NAMES if tokens[k - 1].text in _WITH_ARTICLE else NAMES | _SURNAME
    if k < len(tokens) and not taken[k] and tokens[k].text[0].isupper() and tokens[k].tag in surname:
        behind = k + 1
        return behind + 1 if behind < len(tokens) and _ARABIC.fullmatch(tokens[behind].text) else behind
    return 0
