"""Sentences that the tables hold in English, told in the interface's language by the templates they were made of.

What no template made, such as a note of a vocabulary that this app does not have, stays as it is.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cache

from babel import dates

from dashboard.i18n import day, language, locale, when
from dashboard.vocabulary import vocabulary

Template = Mapping[str, str]

_REASONS = "time/reasons.toml"


def evidence(told: str) -> str:
    """Why a document is taken to have been written when it was; days in the language's form."""
    for template in vocabulary(_REASONS)["sentence"].values():
        found = _filled(template, told)
        if found is not None:
            return _told(template, found)
    return told


def note(told: str) -> str:
    """The text of a margin note."""
    found = vocabulary("notes.toml")
    for entry in (*found["note"], found["glued"]):
        template = {"en": entry["text"], "de": entry["text_de"]}
        filled = _filled(template, told)
        if filled is not None:
            return str(template[language()]).format(**filled)
    return told


def _filled(template: Template, told: str) -> dict[str, str] | None:
    """The values that fill the English template to what is told; None where it is not made of it."""
    found = _pattern(template["en"]).fullmatch(told)
    return found.groupdict() if found else None


@cache
def _pattern(template: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+?)", re.escape(template)), re.DOTALL)


def _told(template: Template, values: Mapping[str, str]) -> str:
    return template[language()].format(**{name: _VALUES.get(name, str)(value) for name, value in values.items()})


def _reasons(told: str) -> str:
    """Reasons, and after them those that speak against."""
    return _joined("against", told, lambda side: _joined("next", side, _reason))


def _joined(joint: str, told: str, each: Callable[[str], str]) -> str:
    template = vocabulary(_REASONS)["joint"][joint]
    return str(template[language()]).join(each(part) for part in told.split(template["en"]))


def _reason(told: str) -> str:
    for template in vocabulary(_REASONS)["reason"].values():
        found = _filled(template, told)
        if found is not None:
            return _told(template, found)
    return told


def _day(iso: str) -> str:
    try:
        return day(date.fromisoformat(iso), "medium")
    except ValueError:  # no day, but something that fits the template by chance
        return iso


def _month_day(english: str) -> str:
    """A day without a year, `9 April`."""
    try:
        said = datetime.strptime(f"{english} 2000", "%d %B %Y")
    except ValueError:
        return english
    return str(dates.format_skeleton("MMMMd", said, locale=locale()))


def _occasion(told: str) -> str:
    """An occasion, with its date where only one is meant."""
    known = vocabulary("time/occasions.toml")
    for entry in (*known["series"], *known["happening"]):
        found = re.fullmatch(rf"{re.escape(entry['label'])}(?: \((?P<first>[\d-]+)(?:/(?P<last>[\d-]+))?\))?", told)
        if found:
            label = entry["label_de" if language() == "de" else "label"]
            return f"{label} ({_held(found['first'], found['last'])})" if found["first"] else label
    return told


def _held(first: str, last: str | None) -> str:
    try:
        return when(date.fromisoformat(first), date.fromisoformat(last or first), None)
    except ValueError:  # a month or a year
        return f"{first}/{last}" if last else first


_VALUES: dict[str, Callable[[str], str]] = {
    "first": _day,
    "last": _day,
    "day": _day,
    "month_day": _month_day,
    "occasion": _occasion,
    "reasons": _reasons,
}
"""How a value is told, where it is not told as it stands."""
