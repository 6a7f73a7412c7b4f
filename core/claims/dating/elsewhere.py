"""Dates that are of something else in a sentence than what is asked for: a noun, a cause, what is compared with."""

import re
from itertools import takewhile

from core.claims.dating.compared import word_after
from core.claims.dating.words import dating_words
from core.claims.scene import Scene
from core.model import Token
from core.time.dates import Dated


def closes_noun(scene: Scene, at: int, dated: Dated, trigger: int) -> bool:
    """Whether `vom 7. Februar` belongs to the noun before it; a range, and `von Montag an`, begin with it."""
    if dated.precision == "interval" or at < 2 or at - 2 == trigger:
        return False
    return word_after(scene, dated) not in {"an", "bis"} and scene.words[at - 2].tag[0] == "N"


def describes(scene: Scene, at: int, dated: Dated, trigger: int) -> bool:
    """Whether a date stands before a noun, within its phrase: `der am Montag vorgestellte Bericht`."""
    words = scene.words
    begin = at - 1
    while begin > 0 and words[begin].tag in {"APPR", "APPRART", "ADV"}:
        begin -= 1
    if begin < 0 or words[begin].tag not in {"ART", "PDAT", "PPOSAT", "PIAT", "PRELS", "PDS", "APPRART"}:
        return False
    if begin and words[begin - 1].text.lower() == "in" and dated.precision == "day":
        return False  # `in einem am Sonntag veröffentlichten Interview`
    after = next((i for i, word in enumerate(words) if word.start >= dated.end), len(words))
    if words[begin].tag == "ART" and words[begin].text.lower().startswith("ein") and begin < at - 1:
        participle = next((i for i in range(after, len(words)) if _is_participle(words[i])), None)
        noun = next((i for i in range(participle or len(words), len(words)) if words[i].tag[0] == "N"), None)
        return noun is None or noun != trigger  # `an einem im Mai von den USA unterzeichneten Abkommen`
    for i in range(after, min(after + _WITHIN, len(words))):
        if _is_participle(words[i]):
            noun = next((k for k in range(i + 1, len(words)) if words[k].tag[0] == "N"), None)
            return noun is not None and noun != trigger
        if words[i].tag[0] in "V$" or words[i].tag == "ART":
            return False
    return False


def _is_participle(word: Token) -> bool:
    return word.tag == "ADJA" and bool(_PARTICIPLE.search(word.text))


_WITHIN = 4
"""Words between a date and the participle that it goes with, in a noun phrase."""

_PARTICIPLE = re.compile(r"(?:[td]|en|end)e[nmrs]?$")


def is_ahead_of(scene: Scene, at: int, dated: Dated, trigger: int) -> bool:
    """Whether the date right behind a noun is that of something before or ahead: `vor dem Referendum am Sonntag`.

    A bare year behind a noun says which one it is (`nach der Konferenz 1995`).
    """
    words, known = scene.words, dating_words()
    if at and dated.precision == "year" and words[at - 1].tag[0] == "N":
        head, prepositions = at - 1, known.ahead_of | known.of_year
    elif at > 1 and words[at - 1].text.lower() in {"am", "im", "vom"}:
        head, prepositions = at - 2, known.ahead_of
    else:
        return False
    return (
        head != trigger
        and head not in scene.time_tokens
        and any(
            head in phrase.tokens and phrase.function == "oblique" and phrase.preposition in prepositions
            for phrases in scene.phrases
            for phrase in phrases
        )
    )


def is_of_cause(scene: Scene, at: int, trigger: int) -> bool:
    """Whether a date is that of a cause, as it may be: `wegen eines Überfalls im Mai verurteilt`."""
    behind = takewhile(lambda i: scene.words[i].tag[0] not in "V$", range(at - 1, -1, -1))
    cause = next((i for i in behind if scene.words[i].text.lower() in dating_words().causal), None)
    return cause is not None and cause < at - 1 and not cause < trigger < at


def names_a_year(scene: Scene, at: int, dated: Dated, trigger: int) -> bool:
    """Whether a year says which one of its kind a noun is: `die Bilanz für 2014`."""
    coarse = dated.precision not in {"day", "week", "month"}
    return coarse and at >= 2 and at - 2 != trigger and scene.words[at - 2].tag[0] == "N"


def is_about_a_year(scene: Scene, at: int, dated: Dated) -> bool:
    """Whether a noun before a bare year is of something about that year: `die Bilanz 2013`, `der Haushalt für 2014`."""
    if dated.precision != "year":
        return False
    behind = [word for word in scene.words[max(0, at - 4) : at] if word.text.lower() not in _BEFORE_YEAR]
    return bool(behind) and behind[-1].text.lower().endswith(dating_words().about_years)


_BEFORE_YEAR = frozenset({"für", "das", "jahr", "zum", "des", "jahres"})
