"""Which of several ways to tell something there is room for beside its subject."""

import re
from collections.abc import Iterable
from functools import cache
from itertools import product

from core.claims.gists.subjects import Subject
from core.claims.gists.vocabulary import words
from core.model import Gist, Rest, RestForm

_JOINT = re.compile(r",? (?:und|oder|da|weil) …$")
"""What announces something that is left out, and can be left out as well."""

_SHORTEST_NAME = 3  # characters, of a known actor's name


def fitting_gist(subject: Subject, rests: Iterable[str], form: RestForm) -> Gist | None:
    """The gist of those rests for which there is room beside the subject, in their order; None if that is none.

    The name of a known actor may be short, so that it needs little room. Where there is no room for a whole sentence,
    there is for one with fewer words for the subject; such as say less come last, without dots where somebody speaks.
    """
    every = [
        rest for rest in dict.fromkeys(_unlinked(_JOINT.sub(" …", one)) for one in rests) if rest and is_closed(rest)
    ]
    whole = [rest for rest in every if "…" not in rest]
    choices = [
        *product((whole, every), (subject.words, *subject.shorter)),
        *product((whole, every), subject.lesser),
    ]
    for some, shown in choices:
        least = _SHORTEST_NAME if shown is None or subject.actor is not None else len(shown)
        room = words().longest - least - (2 if form == "speech" else 1)  # a blank, and a colon
        if is_closed(shown or "") and any(len(rest) <= room for rest in some):
            shown = shown.removesuffix(" …") if shown and form == "speech" else shown
            return Gist(shown, subject.actor, tuple(Rest(rest, form) for rest in every if len(rest) <= room))
    return None


def _unlinked(said: str) -> str:
    """What is said without the adverbs within it, or at its end, that only join it to what was said before."""
    return _linking().sub("", said)


@cache
def _linking() -> re.Pattern[str]:
    every = "|".join(sorted(words().linking, key=len, reverse=True))
    return re.compile(rf"(?<=\w) (?:{every})(?= \w|$)")


def is_closed(words: str) -> bool:
    """Whether each bracket and each quotation is closed, and nothing is announced at the end: `…, aber nicht`."""
    opens = words.endswith((", aber nicht", ", aber kein", ", aber keine", " nur", " und", " oder"))
    return words.count("(") == words.count(")") and words.count('"') % 2 == 0 and not opens
