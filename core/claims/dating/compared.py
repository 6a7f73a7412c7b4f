"""Dates of what something is only compared with: `als am Vortag`, `zum Vorjahresmonat`, `die größte seit 2014`."""

import re
from collections.abc import Sequence
from itertools import takewhile

from core.claims.dating.words import dating_words
from core.claims.scene import Scene
from core.model import Token
from core.time.dates import Dated


def is_compared(scene: Scene, at: int) -> bool:
    """Whether something is compared with what was then: `als am Vortag`, `im Vergleich zum gleichen Zeitraum 2013`."""
    before = scene.words[max(0, at - _REACH_OF_COMPARING) : at]
    if len(before) > 1 and before[-1].text.lower() == "am" and before[-2].tag == "KOKOM":
        return before[-2].text.lower() == "als"
    if before and before[-1].text.lower() == "zum" and scene.words[at].text.startswith(_EARLIER):
        return True
    behind = takewhile(lambda word: word.text.isalpha() and not word.tag.endswith("FIN"), reversed(before))
    compares = any(word.text.lower() in dating_words().comparing for word in behind)
    return compares or _is_of_start(scene, at) or _is_of_record(before)


_EARLIER = ("Vortag", "Vorwoche", "Vormonat", "Vorquartal", "Vorjahr")
"""What nouns of the period before begin with."""


def _is_of_record(before: Sequence[Token]) -> bool:
    """Whether the words before a date say since when nothing was as it is now: `die größte Kundgebung seit`."""
    words = [word.text.lower() for word in before]
    if "seit" not in words[-2:]:
        return False
    ahead = before[: len(words) - 1 - words[::-1].index("seit")]
    return any(_is_superlative(word) for word in ahead) or (bool(ahead) and ahead[-1].text.lower() in _FIRST)


_FIRST = frozenset({"erstmals", "mal", "als"})


def _is_superlative(word: Token) -> bool:
    """Whether a word is an adjective such as `größte`, and neither `feste` nor `letzte`."""
    highest = _SUPERLATIVE.search(word.text.lower()) is not None
    return word.tag == "ADJA" and highest and not word.lemma.lower().endswith(("st", "letzt", "nächst"))


_SUPERLATIVE = re.compile(r"ste[nmrs]?$")


def _is_of_start(scene: Scene, at: int) -> bool:
    """Whether it is then that a figure was what it has moved from: `von 45 Prozent im April auf 60 Prozent`."""
    words = scene.words
    begin = next((i for i in range(at - 1, max(0, at - _REACH_OF_COMPARING) - 1, -1) if words[i].text == "von"), None)
    if begin is None or not any(word.tag == "CARD" for word in words[begin:at]):
        return False
    return any(word_after(scene, dated) == "auf" for dated in scene.dates.get(at, ()))


_REACH_OF_COMPARING = 5
"""Words before a date, with its noun, that are searched for one that compares with it."""


def word_after(scene: Scene, dated: Dated) -> str:
    """The word that follows a date, in small letters."""
    return next((word.text.lower() for word in scene.words if word.start >= dated.end), "")
