"""What a person may say of a text in a form: the same checks as in `sources.toml`, a field at a time."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from pydantic import ValidationError

from core.corpus.lines import single_line
from core.corpus.sources import Metadata, example, too_long
from core.errors import message_of
from core.messages import Message

FIELDS = ("title", "outlet", "published", "author", "url", "language")
"""The fields of the form, in its order."""

_GERMAN_DAY = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})")


def as_edtf(said: str) -> str:
    """A day as it was written into a field, as EDTF where it was written `3.5.2021`."""
    return _GERMAN_DAY.sub(lambda day: f"{day[3]}-{int(day[2]):02}-{int(day[1]):02}", single_line(said))


class Checked(NamedTuple):
    """A field's value as it goes into `sources.toml`, empty for none, and what is wrong with it, None where nothing."""

    value: str
    flaw: str | None = None


def checked(key: str, said: str) -> Checked:
    """What was written into a field, with its white space in order; a day may be written `3.5.2021`, too."""
    value = as_edtf(said) if key == "published" else single_line(said)
    if not value:
        return Checked("")
    try:
        Metadata.model_validate({key: value})
    except ValidationError as error:
        first = error.errors()[0]
        match first["type"]:
            case "value_error":
                return Checked(value, message_of(first["ctx"]["error"]))
            case "string_pattern_mismatch":
                return Checked(value, Message('is not valid; write it as "{example}"', example=example(key)))
            case "string_too_long":
                return Checked(value, too_long(first["ctx"]["max_length"]))
            case _:
                return Checked(value, str(first["msg"]).lower())
    return Checked(value)


def flaws(values: Mapping[str, str]) -> dict[str, str]:
    """What is wrong with the values of a form, by field; empty where nothing is."""
    checks = {key: checked(key, value).flaw for key, value in values.items()}
    return {key: flaw for key, flaw in checks.items() if flaw}
