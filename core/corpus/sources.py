"""What `sources.toml` says about the texts, checked as it is read."""

import difflib
import re
import unicodedata
from collections.abc import Collection, Mapping, Set
from pathlib import Path
from typing import Annotated, Any

import tomli
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from upath import UPath

from core.corpus.lines import single_line
from core.corpus.places import at_place
from core.errors import ToldError, message_of
from core.messages import Message
from core.time import edtf

FILE = "sources.toml"


class CorpusError(ToldError):
    """A corpus that cannot be read at all; the message is one line that says where and what to do."""


def _known_encoding(name: str) -> str:
    try:
        b"a".decode(name)
    except UnicodeDecodeError:
        return name  # known, with more than one byte to a character
    except (LookupError, ValueError):
        raise ToldError(
            Message("`{value}` is no known text encoding; write one such as utf-8 or cp1252", value=name)
        ) from None
    return name


def _edtf(value: str) -> str:
    try:
        edtf.parse(value)
        if edtf.precision(value) not in ("decade", "century"):
            return value
    except ValueError:
        pass
    raise ToldError(
        Message(
            "`{value}` is no date; write 2025-04-08, 2025-04, 2025 or 2025-04-07/2025-04-13", value=single_line(value)
        )
    )


def _path_inside(name: str) -> str:
    if "\\" in name or name.startswith("/") or any(part in ("", ".", "..") for part in name.split("/")):
        raise ToldError(
            Message(
                "`{value}` is no path in the corpus folder; write it from there on, as `name.txt` or `2024/name.txt`",
                value=name,
            )
        )
    return unicodedata.normalize("NFC", name)


_Text = Annotated[str, Field(min_length=1, max_length=500)]
_Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]


class Metadata(BaseModel):
    """What may be known about a text, by sources.toml or by the file itself."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    title: _Text | None = None
    language: _Language | None = None
    outlet: _Text | None = None
    author: _Text | None = None
    page: _Text | None = None
    bundle: _Text | None = None
    url: Annotated[str, Field(pattern=r"^https?://\S+$", max_length=2000)] | None = None
    translated_from: _Language | None = None
    published: Annotated[str, BeforeValidator(edtf.as_text), Field(max_length=50), AfterValidator(_edtf)] | None = None


class Source(Metadata):
    """One `[[document]]` of sources.toml; only the file's path in the corpus folder is required.

    It holds for all texts of the file, or with an `id` for the one that has it.
    """

    file: Annotated[_Text, AfterValidator(_path_inside)]
    id: _Text | None = None
    encoding: Annotated[_Text, AfterValidator(_known_encoding)] | None = None

    @property
    def given(self) -> dict[str, str]:
        """What it says about a text."""
        return self.model_dump(include=set(Metadata.model_fields), exclude_none=True)


Entries = Mapping[tuple[str, str | None], Source]
"""The entries of a folder by the file's path (NFC) and the id of one of its texts, None where it is for all of them."""


def load(folder: Path | UPath, files: Set[str]) -> dict[tuple[str, str | None], Source]:
    """The entries of the folder's `sources.toml`; empty where there is no such file.

    Args:
        folder: the corpus folder.
        files: the paths (NFC) in it of the texts that are there; an entry for any other is an error.

    Raises:
        CorpusError: the file breaks TOML or the fields above, or names a text twice or one that is not there.
    """
    path = folder / FILE
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return {}
    except UnicodeDecodeError as error:
        raise CorpusError(not_utf8(error)) from error
    except OSError as error:
        why = Message("cannot be read ({why}); make it readable or remove it", why=str(error.strerror))
        raise CorpusError(at_place(why, FILE)) from error
    try:
        content = tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        raise CorpusError(_syntax_message(error)) from error
    return _entries(content, _Lines(text), files)


def not_utf8(error: UnicodeDecodeError) -> Message:
    """That the bytes of a `sources.toml` are no text."""
    return Message("{file}: byte {byte} is not UTF-8; save the file as UTF-8", file=FILE, byte=error.start)


def _syntax_message(error: tomli.TOMLDecodeError) -> Message:
    why = str(error)
    where = re.search(r" \(at line (\d+), column \d+\)$", why)
    what = Message(
        '{why}; write entries as [[document]] and then key = "value", one a line',
        why=why[: where.start()] if where else why,
    )
    return at_place(what, FILE, int(where[1]) if where else None)


class _Lines:
    """Where the entries and their keys stand; tomli tells no positions."""

    def __init__(self, text: str) -> None:
        self._lines = text.splitlines()
        self._heads = [n for n, line in enumerate(self._lines) if re.match(r"\s*\[\[\s*\"?document\"?\s*\]\]", line)]

    def of_key(self, key: str) -> int:
        """The line (from 1) of a key or table outside the documents."""
        pattern = re.compile(rf"\s*\[*\s*\"?{re.escape(key)}\b")
        return next((n for n, line in enumerate(self._lines, 1) if pattern.match(line)), 1)

    def of_entry(self, index: int, key: str = "") -> int:
        """The line (from 1) of a key in the entry of that index, or else of the entry's head."""
        if index >= len(self._heads):
            return self.of_key("document")
        head = self._heads[index]
        end = self._heads[index + 1] if index + 1 < len(self._heads) else len(self._lines)
        pattern = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=")
        return next((n + 1 for n in range(head, end) if key and pattern.match(self._lines[n])), head + 1)


def _entries(content: Mapping[str, Any], lines: _Lines, files: Set[str]) -> dict[tuple[str, str | None], Source]:
    for key in content:
        if key != "document":
            what = Message("`{key}` is unknown; write [[document]] before each text", key=key)
            raise CorpusError(at_place(what, FILE, lines.of_key(key)))
    documents = content.get("document", [])
    if not isinstance(documents, list) or not all(isinstance(entry, dict) for entry in documents):
        what = Message("write [[document]] in double brackets")
        raise CorpusError(at_place(what, FILE, lines.of_key("document")))
    entries: dict[tuple[str, str | None], Source] = {}
    for index, raw in enumerate(documents):
        try:
            entry = Source.model_validate(raw)
        except ValidationError as error:
            raise CorpusError(_entry_message(error, index, lines)) from error
        named = entry.file, entry.id
        if entry.file not in files or named in entries:
            if named in entries:
                what = Message("`{name}` has two entries; join them into one", name=entry.id or entry.file)
            else:
                what = _no_text(entry.file, files)
            raise CorpusError(at_place(what, FILE, lines.of_entry(index, "file")))
        entries[named] = entry
    return entries


def _entry_message(error: ValidationError, index: int, lines: _Lines) -> Message:
    """The first of pydantic's errors as one line that says where and what to do."""
    first = error.errors()[0]
    key = str(first["loc"][0])
    match first["type"]:
        case "extra_forbidden":
            what = _no_key(key)
        case "missing":
            what = Message("the entry has no `{key}`; add {example}", key=key, example=f'{key} = "…"')
        case _:
            what = Message("{key}: {what}", key=key, what=_flaw(first, key))
    return at_place(what, FILE, lines.of_entry(index, key))


def _flaw(error: Mapping[str, Any], key: str) -> str:
    """What is wrong with the value of a key."""
    match error["type"]:
        case "value_error":
            return message_of(error["ctx"]["error"])
        case "string_pattern_mismatch":
            return Message(
                '`{value}` is not valid; write it as "{example}" or remove the line',
                value=str(error["input"]),
                example=example(key),
            )
        case "string_too_long":
            return too_long(error["ctx"]["max_length"])
        case _:
            return Message("{why}; write text in quotation marks or remove the line", why=str(error["msg"]).lower())


def example(key: str) -> str:
    """A value as it may stand under a key that asks for a pattern."""
    return "https://…" if key == "url" else "de"


def too_long(most: int) -> Message:
    """That a value has more characters than it may have."""
    return Message("is longer than {n} characters; shorten it", n=most)


def _no_text(file: str, files: Collection[str]) -> Message:
    if other := _nearest(file, files):
        return Message(
            "there is no text `{file}`; did you mean `{other}`? Correct it or remove the entry", file=file, other=other
        )
    return Message("there is no text `{file}`; correct it or remove the entry", file=file)


def _no_key(key: str) -> Message:
    if other := _nearest(key, Source.model_fields):
        return Message("unknown key `{key}`; did you mean `{other}`? Correct it or remove it", key=key, other=other)
    return Message("unknown key `{key}`; correct it or remove it", key=key)


def _nearest(name: str, known: Collection[str]) -> str | None:
    return next(iter(difflib.get_close_matches(name, list(known), n=1)), None)
