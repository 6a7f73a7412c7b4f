"""A noun phrase to the cases that it can stand in, by its determiner, its adjective, and its noun's gender and form."""

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import get_args

from core.german.grammar import Reading, grammar
from core.german.tags import DETERMINERS
from core.model import Token

Readings = frozenset[Reading]

EVERY: Readings = frozenset(get_args(Reading))
"""What a phrase can be of which nothing is known."""

_SINGULAR: Readings = frozenset(reading for reading in EVERY if reading[-1] != "p")
_PLURAL = EVERY - _SINGULAR
_WEAK_E: Readings = frozenset({"nom m", "nom f", "nom n", "acc f", "acc n"})
GENITIVE_OF_NAMES = ("s", "’", "'")
"""What a name in the genitive ends in, and some others."""

_ZERO_PLURAL = ("er", "en", "el", "chen", "lein")
_PRONOUNS = frozenset({"PRELS", "PDS"})


def readings(words: Sequence[Token], tokens: Sequence[int], persons: frozenset[int]) -> Readings:
    """The cases that a noun phrase can stand in; where its words contradict each other, every case.

    Args:
        words: the tokens of the sentence.
        tokens: those of the phrase, as indices into it.
        persons: the tokens of persons' names.
    """
    first = words[tokens[0]]
    cases = EVERY
    if first.tag in DETERMINERS or first.tag in _PRONOUNS:
        cases = determiner(first.text.lower())
        if cases & {"nom p", "acc p", "nom m"} and len(tokens) > 1 and words[tokens[1]].tag == "ADJA":
            cases &= _after_determiner(first.text.lower(), words[tokens[1]].text)
    elif first.tag == "ADJA":
        cases = _strong(first.text)
    if persons.intersection(tokens):
        title = [words[i] for i in tokens if i not in persons and words[i].tag == "NN"]
        return (cases & _SINGULAR & (_of_gender(title[-1].text) if title else EVERY)) or EVERY
    head = words[tokens[-1]]
    if any(words[i].tag == "CARD" and words[i].text.lower() not in {"1", "ein", "eine"} for i in tokens):
        cases &= _PLURAL
    if head.tag == "NN":
        cases &= _of_noun(head)
    return cases or EVERY


def plural(verb: str) -> bool:
    """Whether a finite form, of the third person, is plural: `kamen`, `sind`; but `schien`, `kann`."""
    verb = verb.lower()
    return verb in {"sind", "seien", "tun"} or (verb.endswith(("en", "ern", "eln")) and not verb.endswith("schien"))


@lru_cache(10_000)
def determiner(word: str) -> Readings:
    """What a determiner, or a relative or demonstrative pronoun of its form, can be; every case where it is none."""
    forms: set[Reading] = set()
    for paradigm in grammar().declension.values():
        for stem in paradigm.stems:
            if word.startswith(stem):
                forms |= paradigm.endings.get(word.removeprefix(stem), frozenset())
    return frozenset(forms) or EVERY


def _after_determiner(word: str, adjective: str) -> Readings:
    """What a determiner and an adjective can be together: `der neue`, `die neuen`, `ein neuer`."""
    if determiner(word) & {"nom m"} and adjective.endswith("er") and not word.endswith("er"):
        return frozenset({"nom m"})  # `ein neuer`
    if adjective.endswith("e"):
        plural_too: Readings = frozenset() if word in {"die", "diese"} else frozenset({"nom p", "acc p"})
        return _WEAK_E | plural_too
    return EVERY - _WEAK_E if adjective.endswith("en") else EVERY


def _strong(adjective: str) -> Readings:
    endings = grammar().declension["like_der"].endings
    return next((endings[end] for end in ("er", "es", "en", "em", "e") if adjective.endswith(end)), EVERY)


def _of_noun(noun: Token) -> Readings:
    """What a noun can be by its gender and by whether its form is that of the singular or of the plural."""
    cases = _of_gender(noun.text)
    if noun.text.isupper():
        return cases
    if noun.text.lower() != noun.lemma.lower():
        return cases - {"nom m", "nom f", "nom n"}
    return cases if noun.text.endswith(_ZERO_PLURAL) else cases - _PLURAL


@cache
def _by_ending() -> dict[str, str]:
    nouns = grammar().nouns
    rows = (("f", nouns.feminine), ("m", (*nouns.masculine, *nouns.weak_masculine)), ("n", nouns.neuter))
    return {ending: gender for gender, endings in rows for ending in endings}


@lru_cache(50_000)
def _of_gender(noun: str) -> Readings:
    """The readings of the gender that a noun's ending shows, with those of the plural."""
    word = noun.lower()
    gender = next((_by_ending()[word[k:]] for k in range(len(word)) if word[k:] in _by_ending()), None)
    if gender is None and word.endswith("e"):
        gender = "f"
    return EVERY if gender is None else frozenset(r for r in EVERY if r[-1] in {gender, "p"})
