"""From a folder of texts to documents and their segments.

A corpus is a folder with texts (the kinds of files are in `core.corpus.formats`) and, where something is known about
them, a `sources.toml`. Reading it has two steps, so that a cache can stand between them: `items` lists the files,
`opened` reads one, which gives its document or, where it holds several, its parts, which are items in turn; `collect`
puts together what came of them, and `read` is all of it.
"""

from core.corpus.documents import Opened, Read, document, opened
from core.corpus.listing import Item, Items, Notice, items
from core.corpus.reading import Corpus, attempt, collect, read
from core.corpus.segments import segments, title
from core.corpus.self_description import self_description
from core.corpus.sources import CorpusError
from core.corpus.spelling import read_as, unwrapped
from core.corpus.unreadable import UnreadableError

__all__ = [
    "Corpus",
    "CorpusError",
    "Item",
    "Items",
    "Notice",
    "Opened",
    "Read",
    "UnreadableError",
    "attempt",
    "collect",
    "document",
    "items",
    "opened",
    "read",
    "read_as",
    "segments",
    "self_description",
    "title",
    "unwrapped",
]
