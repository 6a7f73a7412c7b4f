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

_DOCUMENTS = "document"

_Line = tuple[Key | None, Item]


def entry(text: str, file: str) -> dict[str, str] | None:
    """What the text says of a file, all values as text; None where it has no entry.

    Raises:
        AddingError: the text is no TOML, or its entries are not written as `[[document]]`.
    """
    table = _entry(_entries(_parsed(text)), file)
    return None if table is None else {key: str(value) for key, value in table.unwrap().items() if key != "file"}


def with_values(text: str, file: str, values: Mapping[str, str]) -> str:
    """The text with these values for a file, in an entry that is made where there is none; empty ones are taken out.

    Raises:
        AddingError: as in `entry`.
    """
    content = _parsed(text)
    entries = _entries(content)
    table = _entry(entries, file)
    if table is None:
        if any(values.values()):
            _append(content, entries, file, values)
    else:
        with _without_rest(table):
            for key, value in values.items():
                if not value:
                    table.pop(key, None)
                elif key not in table or str(table[key]) != value:
                    table[key] = value
    return tomlkit.dumps(content)


def without(text: str, file: str) -> str:
    """The text without the entry of a file. Comments below it stay: they are on what comes next.

    Raises:
        AddingError: as in `entry`.
    """
    content = _parsed(text)
    entries = _entries(content)
    table = _entry(entries, file)
    if entries is None or table is None:
        return text
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
        raise AddingError(f"{FILE}: {error}; correct it in an editor first") from error


def _entries(content: tomlkit.TOMLDocument) -> AoT | None:
    entries: Any = content.get(_DOCUMENTS)
    if entries is not None and not isinstance(entries, AoT):
        raise AddingError(f"{FILE}: its entries are not written as [[document]]; write them so in an editor first")
    return entries


def _entry(entries: AoT | None, file: str) -> Table | None:
    for table in entries or ():
        if isinstance(table, Table) and unicodedata.normalize("NFC", str(table.get("file", "")).strip()) == file:
            return table
    return None


def _append(content: tomlkit.TOMLDocument, entries: AoT | None, file: str, values: Mapping[str, str]) -> None:
    before = tomlkit.dumps(content)
    if before.strip() and not before.endswith("\n\n"):
        body = entries[-1].value.body if entries else content.body
        body.append((None, tomlkit.ws("\n" if before.endswith("\n") else "\n\n")))
    table = tomlkit.table()
    table.add("file", file)
    for key, value in values.items():
        if value:
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
