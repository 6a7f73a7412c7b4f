"""What people have decided of a field, in words."""

from core.model import NamedParty
from core.time import edtf
from dashboard.asking.corpus import Corpus
from dashboard.asking.decisions import Value
from dashboard.words import labels
from dashboard.words.dates import between, when
from dashboard.words.i18n import _


def value(corpus: Corpus, field: str, said: Value) -> str:
    """What a decision says of a field, in words; of who takes part, the actors with their roles."""
    if not said:
        return _("no value")
    if not isinstance(said, str):
        return "; ".join(map(_party, said))
    match field:
        case "type":
            return labels.type_label(said)
        case "status" if said in labels.MARKS:
            return labels.status_text(said)
        case "kind" | "new_actor":
            return labels.kind_label(said)  # type: ignore[arg-type]
        case "country":
            return labels.country_label(said)
        case "place":
            return corpus.place(said)
        case "date" | "doc_day":
            return _day(said)
        case _:
            return said


def _party(said: NamedParty) -> str:
    return f"{said.name} ({labels.role_label(said.role)})"


def _day(said: str) -> str:
    try:
        first, last = edtf.parse_open(said)
        if first is None or last is None:
            return between(first, last, told=True)
        return when(first, last, edtf.precision(said))
    except ValueError:
        return said
