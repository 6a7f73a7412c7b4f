"""What people have said of documents, put onto the listed files: it goes before `sources.toml`, and all follows."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace

from core.corpus.lines import single_line
from core.corpus.listing import Item, Items
from core.corpus.unpacking import stem
from core.corrections.model import Line, OfDocument, in_force, kind

_KEYS = {"doc_title": "title", "doc_day": "published", "doc_outlet": "outlet"}
"""The keys of `sources.toml` for what is said of a document."""


def described(listed: Items, lines: Iterable[Line]) -> Items:
    """The files of a folder with what people have said of the documents in them.

    Args:
        listed: the files.
        lines: those of the file of decisions, in order.
    """
    said: dict[str, dict[str, str]] = {}
    for line in in_force(lines):
        if isinstance(line.what, OfDocument) and (value := single_line(line.what.value).strip()):
            said.setdefault(line.what.about.doc_id, {})[_KEYS[kind(line.what)]] = value
    if not said:
        return listed
    decided = {doc_id: tuple(sorted(values.items())) for doc_id, values in said.items()}
    files = {stem(item.file) for item in listed.items if item.part is None}
    of_records = decided.keys() - files
    items = (
        item if item.part is not None and not of_records else replace(item, decided=decided.get(_doc_id(item), ()))
        for item in listed.items
    )
    return listed._replace(items=tuple(items), decided=decided)


def _doc_id(item: Item) -> str:
    """The id of a file's document or, of a file with a record a line, of the line's; empty where it says none."""
    if item.part is None:
        return stem(item.file)
    try:
        record: object = json.loads(item.content or b"")
    except (ValueError, RecursionError):
        return ""
    return single_line(str(record.get("id", ""))) if isinstance(record, Mapping) else ""
