"""What some documents have brought into the tables."""

from collections.abc import Collection
from typing import NamedTuple

from dashboard.asking.corpus import Corpus


class Brought(NamedTuple):
    """The documents of some files, how many events they tell of, how many of these nobody else does, and actors."""

    documents: list[str]
    events: int
    alone: int
    actors: int


def brought(corpus: Corpus, files: Collection[str]) -> Brought:
    """What the documents of these files tell of."""
    within = tuple(f"{file}/" for file in files)
    documents = [
        str(doc)
        for doc, file in zip(corpus.documents.index, corpus.documents["file"], strict=True)
        if file in files or file.startswith(within)
    ]
    events = {event for doc in documents for event in corpus.claims.inside(doc)["event_id"]}
    alone = sum(set(corpus.documents_of(event)) <= set(documents) for event in events)
    actors = {actor for event in events for actor in corpus.parts.actors_of(event)}
    return Brought(documents, len(events), alone, len(actors))
