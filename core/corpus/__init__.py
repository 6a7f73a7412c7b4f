"""From a folder of texts to documents and their segments.

A corpus is a folder with one text a file (`*.txt`) and, where something is known about them, a `sources.toml`.
"""

from core.corpus.reading import Corpus, Notice, read
from core.corpus.segments import segments, title
from core.corpus.sources import CorpusError

__all__ = ["Corpus", "CorpusError", "Notice", "read", "segments", "title"]
