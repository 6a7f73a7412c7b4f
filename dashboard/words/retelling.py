"""Why a document is taken to have been written when it was, in the interface's language."""

from collections.abc import Mapping
from datetime import date

import msgspec
from babel import dates

from core.model import Why
from core.time import reasons
from dashboard.words.dates import day, when
from dashboard.words.i18n import language, locale

_WHY = msgspec.json.Decoder(Why)


def evidence(published_reasons: str | None, published_evidence: str | None) -> str:
    """What a document's date rests on, days in the language's form; from the columns of these names.

    It stays in English where the tables have a reason that this app's vocabulary does not have.
    """
    if published_reasons is None:
        return published_evidence or ""
    return retold(_WHY.decode(published_reasons), published_evidence or "")


def retold(why: Why | None, otherwise: str) -> str:
    """The same from the data themselves; `otherwise` where they cannot be told."""
    if why is None:
        return otherwise
    try:
        return reasons.told(why, "de" if language() == "de" else "en", _FORMS)
    except KeyError:
        return otherwise


def _day(iso: str) -> str:
    return day(date.fromisoformat(iso), "medium")


def _month_day(value: str) -> str:
    """A day without a year, `04-09`."""
    return str(dates.format_skeleton("MMMMd", date.fromisoformat(f"2000-{value}"), locale=locale()))


def _held(edtf: str) -> str:
    first, _, last = edtf.partition("/")
    try:
        return when(date.fromisoformat(first), date.fromisoformat(last or first), None)
    except ValueError:  # a month or a year
        return edtf


_FORMS: Mapping[str, reasons.Form] = {
    "first": _day,
    "last": _day,
    "day": _day,
    "month_day": _month_day,
    "held": _held,
}
"""How a value is told, where it is not told as it stands."""
