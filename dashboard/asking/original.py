"""The file that a document was read from, as the reader component shows it in a pane."""

from pathlib import Path
from typing import Any, NamedTuple

from core.corpus.originals import MissingError, original
from dashboard.asking.corpus import Corpus
from dashboard.asking.records import Document, record
from dashboard.words.i18n import _
from dashboard.words.remarks import told


class Looked(NamedTuple):
    """What of a file is looked at: a page of it, or the one of the passage of an event, if one is given."""

    event: str | None = None
    page: int | None = None


def shown(corpus: Corpus, folder: Path, doc_id: str, looked: Looked) -> dict[str, Any]:
    """A document's file: what is said of it, its text or the picture of a page, and the passage to look for in it."""
    row = record(corpus.documents, doc_id, Document)
    quote = _quote(corpus, doc_id, looked.event)
    try:
        found = original(
            folder,
            row.file,
            str(corpus.documents.at[doc_id, "sha256"]),
            several=row.bundle is not None,
            page=looked.page,
            words=quote,
        )
    except MissingError as error:
        return {"said": told(error.message)}
    said = {
        "as_read": _("{file}, unchanged since Lagebild read it."),
        "changed": _("{file}. Attention: it has been changed since Lagebild read it."),
        "one_of_several": _("{file}, which holds several texts. Whether it has been changed since is not known."),
    }[found.state].format(file=row.file)
    if not found.picture:
        said += " " + _("Shown as it is stored; nothing in it is run or loaded.")
    if found.cut:
        said += " " + _("Only its beginning is shown.")
    return {
        "said": said,
        "text": found.text,
        "picture": found.picture,
        "page": found.page,
        "pages": found.pages,
        "paged": _("Page {n} of {all}").format(n=found.page, all=found.pages) if found.picture else "",
        "quote": quote,
    }


def _quote(corpus: Corpus, doc_id: str, event: str | None) -> str:
    """The first words in which a document tells of an event; empty where it does not."""
    inside = corpus.claims.inside(doc_id)
    quotes = inside.loc[inside["event_id"] == event, "quote"]
    return "" if quotes.empty else str(quotes.iloc[0])
