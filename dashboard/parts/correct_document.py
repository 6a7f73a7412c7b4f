"""What an editor says of a document: its title, its day, who published it."""

from collections.abc import Sequence

import streamlit as st

from core.adding.fields import checked
from core.corrections.model import DocumentDay, DocumentOutlet, DocumentTitle
from dashboard import deciding
from dashboard.asking import anchored
from dashboard.asking.corpus import Corpus
from dashboard.asking.records import Document, record
from dashboard.deciding import Change
from dashboard.parts import correcting, dialogs
from dashboard.words import dates_read
from dashboard.words.i18n import _
from dashboard.words.markup import plain
from dashboard.words.remarks import told


def present(corpus: Corpus, doc_id: str) -> None:
    """What was decided about a document, and a button to correct what is known of it."""
    said = corpus.decided.of_document(doc_id)
    if not said and not deciding.may():
        return
    if said:
        correcting.notes(corpus, said, f"document_{doc_id}")
    if deciding.may():
        dialogs.opened_by(
            _("Amend “{title}”").format(title=plain(corpus.title(doc_id))),
            _("Correct what is known of the source"),
            _dialog,
            corpus,
            doc_id,
            key=f"correct_document_{doc_id}",
            icon=":material/edit:",
            type="tertiary",
        )


def _dialog(corpus: Corpus, doc_id: str) -> None:
    row = record(corpus.documents, doc_id, Document)
    published = corpus.documents.at[doc_id, "published"]  # also a day that is estimated
    told_day = published if isinstance(published, str) else None
    before = (told_day or "") if row.published_basis == "metadata" else ""
    title = correcting.line(st.text_input(_("Title"), row.title, key=f"doc_title_{doc_id}", max_chars=500))
    grid = st.grid(2, min_column_width=230)
    with grid.cell():
        written = st.text_input(
            _("Day of publication"),
            before,
            key=f"doc_day_{doc_id}",
            placeholder=_("estimated from the text"),
            help=_("For example {forms}.").format(forms=dates_read.forms()),
        )
        day = checked("published", dates_read.read(written or ""))
        if day.flaw:
            st.error(told(day.flaw), icon=":material/error:")
    with grid.cell():
        outlet = correcting.line(
            st.text_input(_("Outlet"), row.outlet or "", key=f"doc_outlet_{doc_id}", max_chars=500)
        )
    st.caption(_("All dates that are counted from the day of publication follow with the next build."))
    why = correcting.reason(doc_id)

    def changes() -> Sequence[Change]:
        about = anchored.document(corpus, doc_id)
        changes = []
        if title and title != row.title:
            changes.append(Change(DocumentTitle(about, title), row.title))
        if day.value and day.value != before:
            changes.append(Change(DocumentDay(about, day.value), told_day))
        if outlet and outlet != (row.outlet or ""):
            changes.append(Change(DocumentOutlet(about, outlet), row.outlet))
        return changes

    correcting.save(changes, why, disabled=bool(day.flaw))
