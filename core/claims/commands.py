"""The body of `lagebild coverage`: what the vocabulary says nothing of in a corpus."""

from pathlib import Path

from upath import UPath

from core import corpus, german
from core.claims.coverage import Coverage, coverage
from core.corpus.language import GERMAN
from core.corpus.reading import read


def of_corpus(folder: Path | UPath) -> Coverage:
    """What the vocabulary leaves undecided in the German texts of a corpus folder.

    Raises:
        CorpusError: there is no such folder, or no text in it that can be read.
    """
    backbone = german.load()
    texts = (document.text for document in read(folder).documents if document.language == GERMAN)
    return coverage((text, backbone.sentences(text, corpus.segments(text))) for text in texts)
