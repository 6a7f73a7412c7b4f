"""What is said of the documents: when they were written and where they are from, and all of them as a table."""

import pandas as pd

from dashboard.asking import counting
from dashboard.asking.corpus import Corpus
from dashboard.asking.records import Document, records
from dashboard.words.dates import when
from dashboard.words.i18n import _, language_name, language_of_origin


def published(row: Document) -> str:
    """When a document was written, in words."""
    return when(row.published_start, row.published_end, None) if row.published_start else _("undated")


def _written(row: Document) -> str:
    """When a document was written, and whether that is inferred."""
    sure = row.published_start is None or row.published_basis == "metadata"
    return published(row) if sure else _("probably {date}").format(date=published(row))


def cited(row: Document) -> str:
    """Title, outlet and day of a document in one line, as a footnote names it."""
    return ", ".join([row.title, *([row.outlet] if row.outlet else []), _written(row)])


def named(row: Document) -> str:
    """A document as whoever looks for it needs it: author, title, outlet and day, its address and its file."""
    lead = f"{row.author}: " if row.author else ""
    return f"{lead}{cited(row)}. {row.url or _('File: {name}').format(name=row.file)}"


def about(row: Document) -> str:
    """Outlet, date and origin of a document in one line."""
    said = [row.outlet] if row.outlet else []
    said.append(_written(row))
    if row.translated_from:
        said.append(_("translated from {language}").format(language=language_of_origin(row.translated_from)))
    return " · ".join(said)


def catalogue(corpus: Corpus) -> pd.DataFrame:
    """The documents as a table to look at, dates in words; columns that would be empty are left out."""
    documents = corpus.documents
    counts = counting.each(counting.documents(corpus, corpus.events.index.drop(list(corpus.gone))))
    shown = {
        "title": documents["title"],
        **({"copy": [_original(corpus, doc) for doc in documents.index]} if corpus.originals else {}),
        "date": [_written(row) for row in records(documents, Document)],
        "events": [count.total for count in counts],
        "apart": [count.apart for count in counts],
        "words": documents["n_words"],
        **{
            name: documents[name].fillna("") for name in ("outlet", "author", "bundle") if documents[name].notna().any()
        },
        **({"translated": _origin(documents["translated_from"])} if documents["translated_from"].notna().any() else {}),
    }
    return pd.DataFrame(shown, index=documents.index)


def _origin(languages: "pd.Series[str]") -> list[str]:
    """The languages that documents were translated from, in words; empty where they were not."""
    return ["" if pd.isna(code) else language_name(code) for code in languages]


def _original(corpus: Corpus, doc_id: str) -> str:
    """The title of the document that this one is a copy of; empty where it is none."""
    return corpus.title(corpus.originals[doc_id]) if doc_id in corpus.originals else ""
