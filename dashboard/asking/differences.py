"""On what the sources of an event differ, in words."""

from core.time import edtf
from dashboard.asking.corpus import Corpus
from dashboard.asking.records import Discrepancy, records
from dashboard.words import labels
from dashboard.words.dates import when
from dashboard.words.i18n import _


def where(row: Discrepancy) -> str:
    """On what point sources differ, and how, in words."""
    field = labels.field_label(row.field)
    match row.relation:
        case "update":
            return _("later reports tell anew: {field}").format(field=field)
        case "precision":
            return _("one says it more exactly: {field}").format(field=field)
        case _:
            return _("differs: {field}").format(field=field)


def value_text(corpus: Corpus, field: str, value: str) -> str:
    """A field's value in words, where it is a word of the data's own."""
    if field == "status" and value in labels.MARKS:
        return labels.status_text(value)
    if field == "place":
        return corpus.place(value)
    if field == "date":
        return when(*edtf.parse(value), edtf.precision(value))
    return value


def told(corpus: Corpus, event: str) -> list[str]:
    """What the sources of an event tell differently, a line for each difference, to stand below words that say so."""
    rows = corpus.discrepancies
    documents = corpus.claims.of(event).set_index("claim_id")["doc_id"]
    lines = []
    for row in records(rows[rows["event_id"] == event], Discrepancy):
        sides = " / ".join(
            f"{value_text(corpus, row.field, value)} ({corpus.title(str(documents[claim]))})"
            for claim, value in ((row.claim_a, row.value_a), (row.claim_b, row.value_b))
        )
        point = labels.field_label(row.field) if row.relation == "contradiction" else where(row)
        lines.append(f"{point}: {sides}")
    return lines
