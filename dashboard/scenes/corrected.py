"""What people have corrected of an event, in words: a briefing tells it apart from what sources say."""

from collections import defaultdict
from datetime import date

from dashboard.asking.corpus import Corpus
from dashboard.asking.decided_values import value
from dashboard.asking.decisions import OF_EVENT, Said
from dashboard.words import labels
from dashboard.words.dates import day
from dashboard.words.i18n import _

_FIELDS = (*OF_EVENT, "participants")


def corrected(corpus: Corpus, event_id: str) -> str:
    """Which fields of an event people have corrected, who and when, and what the machine had; empty where none.

    All of it in a line.
    """
    held = {said.field: said for said in corpus.decided.of_event(event_id) if said.state in ("applied", "pending")}
    by: defaultdict[tuple[str | None, date], list[str]] = defaultdict(list)
    for field in _FIELDS:
        if field in held and held[field].value != held[field].machine:
            said = held[field]
            by[said.by, said.at.astimezone().date()].append(_field(corpus, said))
    return " · ".join(
        _("Corrected by hand ({who}): {fields}").format(
            who=", ".join([*([name] if name else []), day(on, "medium")]), fields=", ".join(fields)
        )
        for (name, on), fields in by.items()
    )


def _field(corpus: Corpus, said: Said) -> str:
    """A field, with what the machine had; of titles that is not always kept."""
    name = labels.decision_label(said.field)
    if said.field == "title" and not said.machine:
        return name
    return f"{name} ({_('the machine: {value}').format(value=value(corpus, said.field, said.machine))})"
