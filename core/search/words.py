"""Words as they are searched for: however they are spelled, and with all others of their family."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from core.search import dictionary
from core.search.compounds import parts
from core.search.figures import figures

_UNSEEN = "\u00ad\u200b-\u200d\u2060\ufeff"  # soft hyphens and zero-width signs
_WORD = re.compile(rf"[^\W_](?:[{_UNSEEN}]*[^\W_]|[\u0300-\u036f])*")
_PLAIN = re.compile(r"[^\W_]+")
_SPECIAL = re.compile(rf"[{_UNSEEN}\u0300-\u036f]")
_NOT_SEEN = re.compile(f"[{_UNSEEN}]")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


class Word(NamedTuple):
    """What a word is found by.

    Args:
        form: the word itself, folded.
        stem: what it has in common with its other forms.
        stems: the same, and what it has in common with the other words of its family.
        parts: the stems of the words that it is made of.
    """

    form: str
    stem: str
    stems: frozenset[str]
    parts: frozenset[str] = frozenset()


def pattern(text: str) -> re.Pattern[str]:
    """What finds the words of a text: runs of letters and digits, whatever unseen signs stand between them."""
    return _WORD if _SPECIAL.search(text) else _PLAIN  # the second takes a fifth of the time


def words(text: str) -> list[str]:
    """The words of a text."""
    return pattern(text).findall(text)


@lru_cache(maxsize=400_000)
def word(spelled: str) -> Word:
    """What a word of a text is found by."""
    form = fold(spelled)
    if not form.isalpha():
        return Word(form, form, frozenset((form,)))
    plain = unicodedata.normalize("NFC", _NOT_SEEN.sub("", spelled))
    made_of = parts(plain) if plain[0].isupper() else ()
    stem, stems = _stems(plain, form)
    return Word(form, stem, stems, frozenset().union(*(_stems(part, fold(part))[1] for part in made_of)))


@lru_cache(maxsize=10_000)
def asked(spelled: str) -> Word:
    """What a word of a query finds words by: its family, in small letters also that of the noun that is spelled so."""
    own = word(spelled)
    return own._replace(stems=own.stems | word(spelled.capitalize()).stems) if spelled.islower() else own


def fits(one: Word, asked_for: Word, *, begins: bool = False) -> bool:
    """Whether a word of a text is of the family that is asked for, or made of one that is.

    With `begins`, or where what is asked for is long enough, also whether it begins with that.
    """
    if not asked_for.stems.isdisjoint(one.stems) or not asked_for.stems.isdisjoint(one.parts):
        return True
    return (begins or long_enough(asked_for)) and one.form.startswith(asked_for.form)


def long_enough(asked_for: Word) -> bool:
    """Whether a word finds all that begin with it, without being asked to."""
    return len(asked_for.form) >= figures().beginning


def fold(text: str) -> str:
    """The text without case, accents, unseen signs and two spellings of an umlaut: `Müller`, `MUELLER` -> `muller`.

    Other words with `ae`, `oe`, `ue` are folded as well (`neue` -> `nue`), on both sides of every comparison alike.
    """
    spelled = unicodedata.normalize("NFKC", _NOT_SEEN.sub("", text)).casefold().translate(_UMLAUTS)
    if not spelled.isascii():
        spelled = "".join(
            letter for letter in unicodedata.normalize("NFKD", spelled) if not unicodedata.combining(letter)
        )
    return spelled.replace("ae", "a").replace("oe", "o").replace("ue", "u")


def _stems(plain: str, form: str) -> tuple[str, frozenset[str]]:
    """The stem of a word's lemma; and with it that of the word itself, and of a name that may be a genitive."""
    lemma = fold(dictionary.lemma(plain))
    known = figures().stems
    stem = _stem(lemma)
    some = {stem, _stem(form)}
    some |= {
        _stem(lemma.removesuffix(ending))
        for ending in known.derived
        if lemma.endswith(ending) and len(lemma) - len(ending) >= known.shortest
    }
    if plain[0].isupper() and len(form) == known.shortest and form.endswith("s"):
        some.add(form[:-1])
    return stem, frozenset(some)


def _stem(form: str) -> str:
    """A folded word without the ending of a genitive and another one: `ruttes`, `rutte` -> `rutt`."""
    known = figures().stems
    if form.endswith("s") and not form.endswith("ss") and len(form) > known.shortest:
        form = form[:-1]
    for ending in known.endings:
        if form.endswith(ending) and len(form) - len(ending) >= known.shortest:
            return form[: -len(ending)]
    return form
