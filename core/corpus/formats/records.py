"""JSON files (`.json`): a list of articles, an object that holds one, or a single article."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from core.corpus import columns
from core.corpus.columns import Cell
from core.corpus.decoding import decode
from core.corpus.formats import Extracted
from core.corpus.unreadable import UnreadableError
from core.messages import Message, joined

_MOST_LEVELS = 4  # down to the list of articles
_NAMES = ("name", "text", "value", "title", "url", "href")  # of what a value is that is an object itself


def unpack(data: bytes, encoding: str | None) -> Sequence[Extracted]:
    """The articles of a JSON file, an object each; its keys have the names that columns of a table may have.

    Raises:
        DecodingError: the bytes are no text, or not in the declared encoding.
        UnreadableError: it is no JSON, or no object in it has a text.
    """
    source, remark = decode(data, encoding)
    objects = _objects(_parsed(source), 0)
    rows = [_row(one) for one in objects]
    if not any("text" in row or "lead" in row for row in rows):
        raise columns.nameless(list(objects[0]) if objects else [])
    texts = columns.texts(rows)
    return [texts[0]._replace(remark=joined(remark, texts[0].remark)), *texts[1:]]


def _parsed(source: str) -> Any:
    """The value of the file; of one with a value a line, the list of them."""
    try:
        return json.loads(source)
    except RecursionError as error:
        raise UnreadableError(Message("is JSON of too many levels; left out, write a list of objects")) from error
    except ValueError as error:
        try:
            return [json.loads(line) for line in source.splitlines() if line.strip()]
        except (ValueError, RecursionError):
            what = error.msg if isinstance(error, json.JSONDecodeError) else type(error).__name__
            raise UnreadableError(
                Message("is no JSON ({why}); left out, correct it or save it anew", why=what)
            ) from error


def _objects(value: Any, level: int) -> list[dict[str, Any]]:
    """The objects of the list; where an object is no article itself, of the longest list that stands in it."""
    if isinstance(value, list):
        return [one for one in value if isinstance(one, dict)]
    if not isinstance(value, dict):
        return []
    inner = [
        _objects(one, level + 1) for one in value.values() if level < _MOST_LEVELS and isinstance(one, dict | list)
    ]
    longest = max(inner, key=len, default=[])
    return longest if longest and not columns.holds_texts(columns.named(list(value))) else [value]


def _row(fields: Mapping[str, Any]) -> dict[str, Cell]:
    names = list(fields)
    return {key: _cell(fields[names[place]]) for key, place in columns.named(names).items()}


def _cell(value: Any) -> Cell:
    """A value as a cell; of a list its values in one, of an object its name."""
    if isinstance(value, list):
        return ", ".join(str(cell) for cell in map(_cell, value) if cell not in (None, ""))
    if isinstance(value, dict):
        return next((_cell(value[name]) for name in _NAMES if isinstance(value.get(name), str)), None)
    return value if isinstance(value, str | int | float) else None
