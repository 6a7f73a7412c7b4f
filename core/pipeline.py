"""Documents to tables in memory, without any cache: each document by itself, then all of them together."""

from collections.abc import Sequence

from core import german
from core.actors import knowledge
from core.engine.assembly import LazyDocument, assemble
from core.model import Document
from core.stages import Analysed, analyse, brief
from core.tables import Tables


def tables(documents: Sequence[Document], backbone: str = german.DEFAULT) -> Tables:
    """The tables of a corpus; `core.build` gives the same, and does only what is left to do.

    Args:
        documents: the corpus.
        backbone: what reads German, by a name that `german.load` takes.

    Raises:
        BackboneError: the backbone is not installed, or cannot be used.
    """
    reader, known = german.load(backbone), knowledge.load()
    sources = [_source(analyse(document, known, reader)) for document in documents]
    return Tables.of(assemble(sources, known).tables)


def _source(one: Analysed) -> LazyDocument:
    key = one.read.document.doc_id.encode()
    return LazyDocument(brief(one.read, one.entities, one.told), key, key, lambda: one.told.claims, lambda: one)
