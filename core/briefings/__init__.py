"""What people put together from the tables for others: collections of stops in an order, and notes.

Both are kept in journals beside the texts of a corpus (see `core.journal`), one of each for everybody, with who wrote
it on each line. Not one a person: a collection is made to be shared, and may be worked on by several. Lines of one
file, added under a lock, have an order that all agree on; those of several files would have to be ordered by clocks.
"""

from core.briefings.collecting import Collection, Kept
from core.briefings.journals import COLLECTIONS, NOTES, collections, keep, new_id, notes
from core.briefings.noting import Note
from core.briefings.stops import Event, Network, Passages, Reference, Stop, Text, Timeline, What

__all__ = [
    "COLLECTIONS",
    "NOTES",
    "Collection",
    "Event",
    "Kept",
    "Network",
    "Note",
    "Passages",
    "Reference",
    "Stop",
    "Text",
    "Timeline",
    "What",
    "collections",
    "keep",
    "new_id",
    "notes",
]
