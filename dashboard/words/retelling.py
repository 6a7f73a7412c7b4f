"""The sentences of `published_evidence`, which are English, told in the interface's language by their templates.

What no template made, such as a reason of a vocabulary that this app does not have, stays as it is.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from functools import cache

from babel import dates

from dashboard.words.dates import day, when
from dashboard.words.i18n import language, locale
from dashboard.words.vocabulary import vocabulary

Template = Mapping[str, str]

_REASONS = "time/reasons.toml"


def evidence(told: str) -> str:
    """Why a document is taken to have been written when it was; days in the language's form."""
    return _retold(vocabulary(_REASONS)["sentence"].values(), told)


def _retold(templates: Iterable[Template], told: str) -> str:
    """What is told by the first of the templates whose English it is made of, in the interface's language."""
    for template in templates:
        if match := pattern(template["en"]).fullmatch(told):
            values = {name: _VALUES.get(name, str)(value) for name, value in match.groupdict().items()}
            return template[language()].format(**values)
    return told


@cache
def pattern(template: str) -> re.Pattern[str]:
    """What a template has made, with the values in it by name."""
    return re.compile(re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>.+?)", re.escape(template)), re.DOTALL)


def _reasons(told: str) -> str:
    """Reasons, and after them those that speak against."""
    return _joined("against", told, lambda side: _joined("next", side, _reason))


def _joined(joint: str, told: str, each: Callable[[str], str]) -> str:
    template = vocabulary(_REASONS)["joint"][joint]
    return str(template[language()]).join(each(part) for part in told.split(template["en"]))


def _reason(told: str) -> str:
    return _retold(vocabulary(_REASONS)["reason"].values(), told)


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
        match = re.fullmatch(rf"{re.escape(entry['label'])}(?: \((?P<first>[\d-]+)(?:/(?P<last>[\d-]+))?\))?", told)
        if match:
            label = entry["label_de" if language() == "de" else "label"]
            return f"{label} ({_held(match['first'], match['last'])})" if match["first"] else label
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
