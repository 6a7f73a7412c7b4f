"""Which of several ways to tell something there is room for beside its subject."""

from collections.abc import Iterable

from core.claims.gists.subjects import Subject
from core.claims.gists.vocabulary import words
from core.model import Gist, Rest, RestForm

_SHORTEST_NAME = 3  # characters, of a known actor's name


def fitting_gist(subject: Subject, rests: Iterable[str], form: RestForm) -> Gist | None:
    """The gist of those rests for which there is room beside the subject, in their order; None if that is none.

    The name of a known actor may be short, so that it needs little room.
    """
    least = _SHORTEST_NAME if subject.words is None or subject.actor is not None else len(subject.words)
    room = words().longest - least - (2 if form == "speech" else 1)  # a blank, and a colon
    fitting = dict.fromkeys(rest for rest in rests if 0 < len(rest) <= room and is_closed(rest))
    if not fitting or not is_closed(subject.words or ""):
        return None
    return Gist(subject.words, subject.actor, tuple(Rest(rest, form) for rest in fitting))


def is_closed(words: str) -> bool:
    """Whether each bracket and each quotation is closed, and nothing is denied at the end: `…, aber nicht`."""
    opens = words.endswith((", aber nicht", ", aber kein", ", aber keine"))
    return words.count("(") == words.count(")") and words.count('"') % 2 == 0 and not opens
