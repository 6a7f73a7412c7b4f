"""A collection as a handout: what its stops show now, with the sources that they quote."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from core.briefings import Collection
from core.handouts import docx, html, pdf
from core.handouts.model import CitedSource, Handout, Words
from dashboard import sets
from dashboard.asking.corpus import Corpus
from dashboard.asking.documents import about
from dashboard.asking.records import Document, records
from dashboard.scenes.pictures import PAGE, drawer
from dashboard.scenes.sections import section
from dashboard.sets import Set
from dashboard.words.dates import day
from dashboard.words.i18n import _, language


class Form(NamedTuple):
    """A kind of file: how it ends, its media type, what makes it, and whether all that this needs is installed."""

    ending: str
    mime: str
    make: Callable[[Handout], bytes]
    available: Callable[[], bool]


FORMS = {
    "Word": Form(
        "docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        docx.document,
        lambda: True,
    ),
    "PDF": Form("pdf", "application/pdf", pdf.document, pdf.available),
    "HTML": Form("html", "text/html", html.page, lambda: True),
}


def handout(tables: Set, collection: Collection, today: date) -> Handout:
    """What a collection shows, in the language of now."""
    corpus = sets.corpus(tables)
    draw = drawer(tables, PAGE)
    sections = tuple(section(corpus, stop, draw) for stop in collection.stops)
    quoted = {passage.anchor.doc_id for one in sections for passage in one.passages}
    return Handout(
        collection.title or _("Briefing"),
        day(today),
        language(),
        sections,
        _sources(corpus, quoted),
        _words(),
    )


def _sources(corpus: Corpus, quoted: set[str]) -> tuple[CitedSource, ...]:
    """The documents that are quoted and are there, in their order."""
    documents = corpus.documents[corpus.documents.index.isin(quoted)]
    return tuple(
        CitedSource(
            one.doc_id,
            one.title,
            " · ".join([about(one), *([one.author] if one.author else [])]),
            one.file,
            one.url if one.url and one.url.startswith(("http://", "https://")) else None,
        )
        for one in records(documents, Document)
    )


def _words() -> Words:
    return Words(
        as_of=_("As of {day}"),
        contents=_("Contents"),
        sources=_("Sources"),
        differences=_("Sources differ"),
        in_the_source=_("in the source"),
        gone=_("no longer stands in this source"),
        check=_(
            "Made with Lagebild. Its command “lagebild verify” says of each quote whether it is still in its source."
        ),
        page=_("Page {page} of {pages}"),
    )
