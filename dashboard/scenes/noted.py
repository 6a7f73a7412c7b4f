"""People's notes: which are on what of the tables."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from core.anchors import Place
from core.briefings import Note
from core.briefings.noting import OnActor, OnEvent, OnPassage
from dashboard import sets
from dashboard.asking import export
from dashboard.asking.corpus import Corpus
from dashboard.asking.selection import Shown
from dashboard.scenes import found
from dashboard.sets import Set
from dashboard.words.i18n import _


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


def inside(corpus: Corpus, doc_id: str, notes: Sequence[Note]) -> list[tuple[Place, str, str]]:
    """The notes on passages of a document that still stand: where, the id of each, and what it says and whose it is."""
    there = ((note, note.about.anchor) for note in notes if isinstance(note.about, OnPassage))
    own = ((note, found.place(corpus, anchor)) for note, anchor in there if anchor.doc_id == doc_id)
    return [(place, note.id, said(note)) for note, place in own if place]


def said(note: Note) -> str:
    """What a note says, and who wrote it."""
    words = note.text or _("bookmark")
    if note.by:
        return _("Note by {name}: {words}").format(name=note.by, words=words)
    return _("Note: {words}").format(words=words)


def among(corpus: Corpus, shown: Shown, notes: Sequence[Note]) -> tuple[Note, ...]:
    """The notes that go with a selection: those on what it shows, and those on what the tables do not hold any more."""
    documents, events, actors = (
        frozenset(export.table(corpus, shown, name)[column].to_pylist())
        for name, column in (("documents", "doc_id"), ("events", "event_id"), ("actors", "actor_id"))
    )

    def goes(note: Note) -> bool:
        match note.about:
            case OnEvent(event=event):
                return (id_ := found.event(corpus, event)) is None or id_ in events
            case OnActor(actor=actor):
                return (id_ := found.actor(corpus, actor)) is None or id_ in actors
            case OnPassage(anchor=anchor):
                return anchor.doc_id in documents or anchor.doc_id not in corpus.documents.index

    return tuple(filter(goes, notes))
