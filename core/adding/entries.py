"""Changes to the text of a `sources.toml` that leave comments, order and layout of all the rest as they are."""

import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, Item, Key, Table

from core.adding import AddingError
from core.corpus.sources import FILE
from core.messages import Message

_DOCUMENTS = "document"

_Line = tuple[Key | None, Item]


def entry(text: str, file: str) -> dict[str, str] | None:
    """What the text says of a file as a whole, all values as text; None where it has no such entry.

    Raises:
        AddingError: the text is no TOML, or its entries are not written as `[[document]]`.
    """
    return every(text, file).get(None)


def every(text: str, file: str) -> dict[str | None, dict[str, str]]:
    """What the text says of a file, by the id of the one of its texts that an entry is on, None for all of them.

    Raises:
        AddingError: as in `entry`.
    """
    tables = [table.unwrap() for table in _of(_entries(_parsed(text)), file)]
    return {
        table.get("id"): {key: str(value) for key, value in table.items() if key not in ("file", "id")}
        for table in tables
    }


def with_values(text: str, file: str, values: Mapping[str, str], doc_id: str | None = None) -> str:
    """The text with these values for a file, in an entry that is made where there is none; empty ones are taken out.

    Args:
        text: of `sources.toml`.
        file: the file.
        values: the values by key.
        doc_id: the id of the one of its texts that they are on; None for all.

    Raises:
        AddingError: as in `entry`.
    """
    content = _parsed(text)
    entries = _entries(content)
    table = next((one for one in _of(entries, file) if one.get("id") == doc_id), None)
    if table is None:
        if any(values.values()):
            named = {"file": file, **({"id": doc_id} if doc_id else {})}
            _append(content, entries, {**named, **{key: value for key, value in values.items() if value}})
    else:
        with _without_rest(table):
            for key, value in values.items():
                if not value:
                    table.pop(key, None)
                elif key not in table or str(table[key]) != value:
                    table[key] = value
    return tomlkit.dumps(content)


def without(text: str, file: str) -> str:
    """The text without the entries of a file. Comments below them stay: they are on what comes next.

    Raises:
        AddingError: as in `entry`.
    """
    while table := next(_of(_entries(_parsed(text)), file), None):
        text = _without(text, file, table.get("id"))
    return text


def _without(text: str, file: str, doc_id: str | None) -> str:
    content = _parsed(text)
    entries = _entries(content)
    assert entries is not None  # noqa: S101 - it holds the entry; narrows the type
    table = next(one for one in _of(entries, file) if one.get("id") == doc_id)
    index = next(n for n, one in enumerate(entries) if one is table)
    rest = _rest(table)
    place = next(n for n, (key, _) in enumerate(content.body) if key is not None and key.key == _DOCUMENTS)
    del entries[index]
    if not entries:
        content.remove(_DOCUMENTS)
    if index:
        entries[index - 1].value.body.extend(rest)
    else:
        content.body[place:place] = rest
    return tomlkit.dumps(content)


def _parsed(text: str) -> tomlkit.TOMLDocument:
    try:
        return tomlkit.parse(text)
    except TOMLKitError as error:
        raise AddingError(Message("{file}: {why}; correct it in an editor first", file=FILE, why=str(error))) from error


def _entries(content: tomlkit.TOMLDocument) -> AoT | None:
    entries: Any = content.get(_DOCUMENTS)
    if entries is not None and not isinstance(entries, AoT):
        raise AddingError(
            Message("{file}: its entries are not written as [[document]]; write them so in an editor first", file=FILE)
        )
    return entries


def _of(entries: AoT | None, file: str) -> Iterator[Table]:
    """The entries of a file."""
    for table in entries or ():
        if isinstance(table, Table) and unicodedata.normalize("NFC", str(table.get("file", "")).strip()) == file:
            yield table


def _append(content: tomlkit.TOMLDocument, entries: AoT | None, values: Mapping[str, str]) -> None:
    before = tomlkit.dumps(content)
    if before.strip() and not before.endswith("\n\n"):
        body = entries[-1].value.body if entries else content.body
        body.append((None, tomlkit.ws("\n" if before.endswith("\n") else "\n\n")))
    table = tomlkit.table()
    for key, value in values.items():
        table.add(key, value)
    if entries is None:
        entries = tomlkit.aot()
        content.append(_DOCUMENTS, entries)
    entries.append(table)


def _rest(table: Table) -> list[_Line]:
    """The lines of an entry after its last key: blank ones and comments, which are on what comes next."""
    body = table.value.body
    last = max((n for n, (key, _) in enumerate(body) if key is not None), default=-1)
    return list(body[last + 1 :])


@contextmanager
def _without_rest(table: Table) -> Iterator[None]:
    """Set the lines after the last key apart meanwhile: what is added comes before them."""
    rest = _rest(table)
    body = table.value.body
    del body[len(body) - len(rest) :]
    yield
    table.value.body.extend(rest)
