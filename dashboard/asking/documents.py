"""What is said of the documents: when they were written and where they are from, and all of them as a table."""

from typing import Any

import pandas as pd

from dashboard.asking.corpus import Corpus
from dashboard.asking.records import records
from dashboard.words import retelling
from dashboard.words.dates import when
from dashboard.words.i18n import _, language_name


def published(row: Any) -> str:
    """When a document was written, in words."""
    if pd.isna(row.published_start):
        return _("undated")
    return when(row.published_start.date(), row.published_end.date(), None)


def about(row: Any) -> str:
    """Outlet, date and origin of a document in one line."""
    said = [str(row.outlet)] if not pd.isna(row.outlet) else []
    sure = pd.isna(row.published_start) or row.published_basis == "metadata"
    said.append(published(row) if sure else _("probably {date}").format(date=published(row)))
    if not pd.isna(row.translated_from):
        said.append(_("machine translation from {language}").format(language=language_name(row.translated_from)))
    return " · ".join(said)


def catalogue(corpus: Corpus) -> pd.DataFrame:
    """The documents as a table to look at: dates and what they rest on, in words."""
    bases = {"metadata": _("given"), "inferred": _("inferred from the text"), "unknown": _("unknown")}
    documents = corpus.documents
    shown = {
        "title": documents["title"],
        **({"copy": [_original(corpus, doc) for doc in documents.index]} if corpus.originals else {}),
        "date": [published(row) for row in records(documents)],
        "basis": documents["published_basis"].map(bases),
        "evidence": [retelling.evidence(told) for told in documents["published_evidence"].fillna("")],
        "events": documents.index.map(corpus.events_told),
        "words": documents["n_words"],
        "outlet": documents["outlet"].fillna(""),
        **{name: documents[name].fillna("") for name in ("author", "bundle") if documents[name].notna().any()},
        "translated": ["" if pd.isna(code) else language_name(code) for code in documents["translated_from"]],
        "url": documents["url"].fillna(""),
        "file": documents["file"],
    }
    return pd.DataFrame(shown, index=documents.index)


def _original(corpus: Corpus, doc_id: str) -> str:
    """The title of the document that this one is a copy of; empty where it is none."""
    return corpus.title(corpus.originals[doc_id]) if doc_id in corpus.originals else ""
