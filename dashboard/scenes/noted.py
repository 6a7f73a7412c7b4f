"""Which notes are on which event and on which actor of a set of tables."""

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from core.briefings import Note
from core.briefings.noting import OnActor, OnEvent, OnPassage
from dashboard import sets
from dashboard.scenes import found
from dashboard.sets import Set


@lru_cache(maxsize=4)
def by_subject(tables: Set, notes: tuple[Note, ...]) -> Mapping[str, tuple[Note, ...]]:
    """The notes by the id of the event or the actor that they are on; one on a passage is on the event it tells of."""
    corpus = sets.corpus(tables)
    subjects: defaultdict[str, list[Note]] = defaultdict(list)
    for note in notes:
        match note.about:
            case OnEvent(event=event):
                subject = found.event(corpus, event)
            case OnActor(actor=actor):
                subject = found.actor(corpus, actor)
            case OnPassage(anchor=anchor):
                claim = found.claim(corpus, anchor)
                subject = claim.event_id if claim else None
        if subject:
            subjects[subject].append(note)
    return {subject: tuple(on) for subject, on in subjects.items()}
