"""Whether a clause in the present tense tells of a day that is still to come, though nobody knows which day that is.

Without the day of writing, a weekday has no date; the present tense says all the same on which side of today it lies:
what is over is told in a past tense.
"""

import re
from functools import cache

from core.claims.scene import Scene
from core.german.clauses import Clause
from core.german.tags import PREPOSITIONS
from core.model import Timex
from core.time import lexicon


def is_to_come(scene: Scene, clause: Clause) -> bool:
    """Whether the present tense of a clause is that of a plan: `Das Gesetz tritt am Montag in Kraft`.

    In a text that tells in the present what has happened it is not: there a clause of the past stands beside it.
    """
    verb = clause.verb
    if verb is None or verb.tense != "present" or verb.modal or verb.mood == "subjunctive2":
        return False
    beside = (other.verb for other in scene.clauses if other.verb is not None and other.tokens != clause.tokens)
    if verb.mood == "indicative" and any(other.tense == "past" for other in beside):
        return False
    if any(scene.words[i].text.lower() in _by_now() for i in clause.tokens):
        return False
    return any(_is_of_clause(scene, clause, time) for time in scene.days if _names_a_day(time.text))


def _is_of_clause(scene: Scene, clause: Clause, time: Timex) -> bool:
    """Whether a time tells when what a clause tells is, and neither from when or until when nor which one of a noun.

    What stands in front or behind the verb does; right behind a noun it may be the noun's: `die Wahl am Sonntag`.
    """
    words = scene.words
    at = next((i for i in clause.tokens if words[i].start <= time.start < words[i].end), None)
    if at is None:
        return False
    behind = next((word.tag for word in words[at:] if word.start >= time.end), "")
    first = at
    while first > 0 and words[first - 1].text.lower() in _POINTING:
        first -= 1
    before = max((i for i in clause.tokens if i < first), default=None)
    apart = before is None or (words[before].tag[0] in "VAPK" and words[before].tag not in _OF_PHRASE)
    return apart and behind not in {"ADJA", "CARD"}  # `die am Montag eröffnete Schau`


_POINTING = frozenset({"am", "im", "in", "an", "der", "den", "dem", "ab"})
"""Words before a day that something is on, or from which on it will be."""
_OF_PHRASE = PREPOSITIONS | {"APPO", "ART", "ADJA", "PIAT", "PDAT", "PPOSAT", "KOKOM"}


def _names_a_day(text: str) -> bool:
    """Whether a time is a weekday, a day of a month or one said to come, without a year, and not over."""
    senses = [sense for word in re.findall(r"[^\W\d]+", text) if (sense := lexicon.senses().get(word))]
    kinds = {sense.kind for sense in senses}
    steps = {sense.value.startswith("-") for sense in senses if sense.kind == "relative"}
    day = text.startswith(lexicon.weekdays()) or ("month" in kinds and re.match(r"\d{1,2}\.", text) is not None)
    coming = steps == {False} and bool(kinds & {"unit", "units"})
    return (day or coming) and True not in steps and re.search(r"\d{4}", text) is None


@cache
def _by_now() -> frozenset[str]:
    """The adverbs of a day that is not ahead: `heute, Freitag,`."""
    days = ((form, sense) for form, sense in lexicon.senses().items() if sense.kind == "shift_day")
    return frozenset(form.lower() for form, sense in days if int(sense.value) <= 0)
