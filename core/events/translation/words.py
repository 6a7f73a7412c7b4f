"""English words in the form that a sentence needs: verbs by tense and number, nouns by number."""

from collections.abc import Sequence
from functools import cache

from core.events.translation.lexicon import lexicon

_SIBILANT = ("s", "x", "z", "ch", "sh")
_VOWELS = "aeiou"
_NO_PLURAL = ("ss", "us", "sis", "xis")
"""Endings of nouns in the singular that look like a plural."""


def past(verb: str) -> str:
    """`warned` for `warn`."""
    known = lexicon().irregular
    return known[verb][0] if verb in known else _with_ed(verb)


def participle(verb: str) -> str:
    """`taken` for `take`."""
    known = lexicon().irregular
    return known[verb][1] if verb in known else _with_ed(verb)


def present(verb: str, *, plural: bool) -> str:
    """`warns` for `warn`, of several `warn`."""
    if verb == "be":
        return "are" if plural else "is"
    if plural:
        return verb
    return {"have": "has", "do": "does", "go": "goes"}.get(verb) or _with_s(verb)


def several(noun: str) -> str:
    """A noun in the plural; as it is where it has none, or is one."""
    irregular, (*before, last) = lexicon().irregular_plurals, noun.split(" ")
    if is_uncountable(noun):
        return noun
    if noun in irregular:
        return irregular[noun]
    head, of, rest = noun.partition(" of ")
    if of:
        return f"{several(head)}{of}{rest}"
    if last in _singulars() or (last.endswith("s") and not last.endswith(_NO_PLURAL)):
        return noun
    return " ".join([*before, irregular.get(last) or _with_s(last)])


def one_of(noun: str) -> str:
    """A noun in the singular; as it is where it has none, or is one."""
    if is_uncountable(noun):
        return noun
    if noun in _singulars():
        return _singulars()[noun]
    *before, last = noun.split(" ")
    return " ".join([*before, _singulars().get(last) or _without_s(last)])


def is_several(noun: str) -> bool:
    """Whether a verb goes with a noun as with several."""
    last = noun.split(" of ")[0].split(" for ")[0].split(" in ")[0].split(" ")[-1]
    ending = last.endswith("s") and not last.endswith((*_NO_PLURAL, "ics"))
    return last in _singulars() or last == "police" or ending


def is_uncountable(noun: str) -> bool:
    """Whether a noun has no plural, or no singular."""
    return noun in lexicon().uncountable or noun.split(" ")[-1] in lexicon().uncountable


def listed(some: Sequence[str]) -> str:
    """Words one after the other: `A, B and C`."""
    return some[0] if len(some) == 1 else f"{', '.join(some[:-1])} and {some[-1]}"


@cache
def _singulars() -> dict[str, str]:
    return {plural: one for one, plural in lexicon().irregular_plurals.items()}


def _with_s(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(_SIBILANT) else f"{word}s"


def _without_s(word: str) -> str:
    if word.endswith("ies") and len(word) > len("ties"):
        return f"{word[:-3]}y"
    if word.endswith(("sses", "xes", "ches", "shes", "buses")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(_NO_PLURAL) else word


def _with_ed(verb: str) -> str:
    if verb.endswith("e"):
        return f"{verb}d"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return f"{verb[:-1]}ied"
    return f"{verb}ed"
