"""Words that say what a person is: `NATO-Generalsekretär`, `der frühere japanische Premierminister`, `Sprecherin`."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from core.actors.knowledge import Knowledge
from core.german.tags import NOUNS_AND_NAMES
from core.model import Token


class Title(NamedTuple):
    """A title in a sentence, or a word for one of a people (`der Norweger`).

    Attributes:
        first, last: its first and last token, with the adjectives before it; a following genitive is not included.
        noun: the title itself, without what stands before its hyphen (`Generalsekretär`).
        offices: the keys of the offices that it may mean; empty for any other title (`Sprecher`).
        former: the text says that the office is over.
        deputy: the text says that it is a deputy's, or not yet held.
        feminine: it has the feminine ending.
        modifiers: the adjectives before it and what stands before its hyphen.
    """

    first: int
    last: int
    noun: str
    offices: tuple[str, ...]
    former: bool
    deputy: bool
    feminine: bool
    modifiers: tuple[str, ...]


@cache
def _endings(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(sorted(words, key=len, reverse=True))})(?:in|s|es|en|n)?")


def title_at(tokens: Sequence[Token], i: int, knowledge: Knowledge) -> Title | None:
    """The title whose noun is token `i`, or None."""
    token = tokens[i]
    prefix, hyphen, noun = token.text.rpartition("-")
    compound = hyphen and noun[:1].isupper()
    if not token.text[:1].isupper() or not (token.tag in NOUNS_AND_NAMES or (compound and token.tag == "ADJA")):
        return None  # "Muster-Vorsitzenden" may be tagged as an adjective, "US-amerikanisch" is one
    noun = noun if compound else token.text
    base = singular(noun)
    offices = knowledge.titles.get(token.text.lower()) or knowledge.titles.get(base, ())
    if not offices and not is_title(noun, knowledge) and noun.lower() not in knowledge.peoples:
        return None
    modifiers = [*reversed(prefix.split("-"))] if prefix else []
    first = i
    while first and (tokens[first - 1].tag in {"ADJA", "TRUNC"} or tokens[first - 1].text in {"Ex", "Alt"}):
        first -= 1
        modifiers.append(tokens[first].text)
    patterns = knowledge.patterns
    return Title(
        first,
        i,
        noun,
        offices,
        former=any(word.startswith(patterns.former) for word in modifiers),
        deputy=any(word.startswith(patterns.deputy) for word in modifiers) or noun.startswith("Vize"),
        feminine=noun.endswith("in") or _is_one_woman(tokens, first, noun, knowledge),
        modifiers=tuple(modifiers),
    )


def _is_one_woman(tokens: Sequence[Token], first: int, noun: str, knowledge: Knowledge) -> bool:
    """Whether `die` before a title declined like an adjective makes it one woman's: `die Vorsitzende`."""
    article = tokens[first - 1].text.lower() if first else ""
    return article == "die" and noun.lower().endswith(adjectival(knowledge.patterns.title_endings))


@cache
def adjectival(endings: tuple[str, ...]) -> tuple[str, ...]:
    """The endings of titles declined like adjectives: those listed with and without -r (`abgeordneter`)."""
    return tuple(ending for ending in endings if ending + "r" in endings)


def is_title(noun: str, knowledge: Knowledge) -> bool:
    """Whether a noun says what a person is (`Polizeisprecherin`), by its ending."""
    patterns = knowledge.patterns
    if noun in patterns.honorifics:
        return True
    if noun in patterns.no_titles or noun.removesuffix("s") in patterns.no_titles:
        return False
    match = _endings(patterns.title_endings).search(noun.lower())
    while match is not None:
        if match.end() == len(noun):
            return True
        match = _endings(patterns.title_endings).search(noun.lower(), match.start() + 1)
    return False


def singular(noun: str) -> str:
    """A title in small letters, without the ending of a genitive or dative."""
    lower = noun.lower()
    if lower.endswith("innen"):
        return lower[:-3]
    if lower.endswith(("ers", "irs", "ors", "ärs", "efs", "alts", "glieds")):
        return lower[:-1]
    if lower.endswith("ten") and lower[:-2].endswith("nt"):
        return lower[:-2]
    return lower
