"""Why a text is taken to have been written when it was: data, and the sentence that `reasons.toml` makes of it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Literal

from core import vocabulary
from core.model import Reason, Why
from core.time.occasions import Era, Happening, Series, occasions
from core.vocabulary import Entry

Language = Literal["de", "en"]
Form = Callable[[str], str]
"""How a value is told: a day in ISO's form, say, as a reader writes it."""


class Template(Entry):
    """One sentence, or part of one, by language; values in braces are filled in."""

    en: str
    de: str


class Reasons(Entry):
    """The file `reasons.toml`."""

    sentence: dict[str, Template]
    joint: dict[str, Template]
    reason: dict[str, Template]


@cache
def _templates() -> Reasons:
    return vocabulary.load("time/reasons.toml", Reasons)


def reason(code: str, **values: object) -> Reason:
    """One reason; what it is filled with in the form that `Reason` says."""
    return Reason(code, {name: str(value) for name, value in values.items()})


def told(why: Why, language: Language = "en", forms: Mapping[str, Form] = {}) -> str:
    """The sentence that data make.

    Args:
        why: the data.
        language: the sentence's.
        forms: how values are told, by their names; one that is not there as it stands.

    Raises:
        KeyError: a code is none of this vocabulary, or a value is missing.
    """
    templates, forms = _templates(), {**_PLAIN, **forms}

    def filled(template: Template, values: Mapping[str, str]) -> str:
        formed = {name: forms.get(name, str)(value) for name, value in values.items()}
        for name in {"occasion", "era"} & values.keys():
            formed[name] = _label(values[name], language)
        if "held" in values:
            formed["occasion"] += f" ({formed['held']})"
        return str(getattr(template, language).format(**formed))

    def listed(reasons: tuple[Reason, ...]) -> str:
        joint = getattr(templates.joint["next"], language)
        return str(joint).join(filled(templates.reason[one.code], one.values) for one in reasons)

    against = getattr(templates.joint["against"], language) + listed(why.against) if why.against else ""
    return filled(templates.sentence[why.code], {**why.values, "reasons": listed(why.reasons) + against})


def _month_day(value: str) -> str:
    day = date.fromisoformat(f"2000-{value}")
    return f"{day.day} {day:%B}"


_PLAIN: Mapping[str, Form] = {"month_day": _month_day}


def _label(name: str, language: Language) -> str:
    """What an occasion or an era, which has its label in English for a name, is called; the same if none is known."""
    return _german().get(name, name) if language == "de" else name


@cache
def _german() -> Mapping[str, str]:
    known = occasions()
    labelled: Sequence[Series | Happening | Era] = (*known.series, *known.happening, *known.era)
    return {one.label: one.label_de for one in labelled}
