"""JSON lines (`.jsonl`): one text a line, an object with `id`, `text` and what else is known about it."""

import json
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, ConfigDict, Field, ValidationError

from core.corpus.decoding import decode
from core.corpus.formats import Extracted
from core.corpus.lines import single_line
from core.corpus.sources import Metadata, example
from core.corpus.unreadable import UnreadableError
from core.errors import message_of
from core.messages import Message

_Id = Annotated[str, BeforeValidator(lambda value: str(value) if type(value) is int else value), Field(min_length=1)]


class _Record(Metadata):
    """One line; keys that are not known are for others, and those without a value say nothing."""

    model_config = ConfigDict(extra="ignore", frozen=True, str_strip_whitespace=False)

    id: _Id
    text: str


def extract(data: bytes, encoding: str | None) -> Extracted:
    """The text of one line, with its id and its metadata.

    Raises:
        DecodingError: the bytes are no text, or not in the declared encoding.
        UnreadableError: the line is no such object.
    """
    line, remark = decode(data, encoding)
    record = _checked(_parsed(line))
    known = record.model_dump(exclude={"id", "text"}, exclude_none=True)
    return Extracted(record.text, known, single_line(record.id), remark)


def _parsed(line: str) -> dict[str, Any]:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        what = error.msg if isinstance(error, json.JSONDecodeError) else type(error).__name__
        raise UnreadableError(Message("is no JSON ({why}); left out, write one object a line", why=what)) from error
    if not isinstance(value, dict):
        raise UnreadableError(
            Message("is no JSON object; left out, write it as {example}", example='{"id": "…", "text": "…"}')
        )
    return {key: content for key, content in value.items() if content not in (None, "")}


def _checked(fields: dict[str, Any]) -> _Record:
    try:
        return _Record.model_validate(fields)
    except ValidationError as error:
        first = error.errors()[0]
        raise UnreadableError(_flaw(first, str(first["loc"][0]))) from error


def _flaw(error: Mapping[str, Any], key: str) -> Message:
    match error["type"]:
        case "missing":
            return Message("has no `{key}`; left out, add it", key=key)
        case "value_error":
            return Message("{key}: {what}; left out, correct it", key=key, what=message_of(error["ctx"]["error"]))
        case "string_pattern_mismatch":
            return Message('{key}: is not valid; left out, write it as "{example}"', key=key, example=example(key))
        case _:
            return Message("{key}: {what}; left out, correct it", key=key, what=error["msg"].lower())
