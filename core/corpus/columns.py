"""What the columns of a table of articles hold, by their names, and the texts that its rows are."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cache
from typing import NamedTuple

from pydantic import model_validator

from core import vocabulary
from core.corpus import days, languages, markup
from core.corpus.extracted import BREAK, Extracted
from core.corpus.lines import single_line
from core.corpus.unreadable import UnreadableError
from core.messages import Message
from core.vocabulary import Entry

Cell = str | float | int | bool | date | None
"""What stands in a row under a name; an empty one says nothing."""

_SHOWN = 8  # names of columns in a message


class _Columns(Entry):
    """The lists of `columns.toml`; its head says what each is for."""

    text: tuple[str, ...]
    lead: tuple[str, ...]
    id: tuple[str, ...]
    title: tuple[str, ...]
    published: tuple[str, ...]
    outlet: tuple[str, ...]
    author: tuple[str, ...]
    url: tuple[str, ...]
    language: tuple[str, ...]
    translated_from: tuple[str, ...]
    page: tuple[str, ...]

    @model_validator(mode="after")
    def _each_name_once(self) -> "_Columns":
        held: dict[str, str] = {}
        for key, names in self:
            for name in names:
                if held.setdefault(_bare(name), key) != key:
                    raise ValueError(f"`{name}` stands under `{held[_bare(name)]}` and `{key}`; keep one")
        return self


class _Named(NamedTuple):
    """What a column holds, and how early its name comes among those that hold the same."""

    key: str
    rank: int


def named(header: Sequence[object]) -> dict[str, int]:
    """The positions of the columns of a header, by what they hold; those with other names hold nothing."""
    positions: dict[str, tuple[int, int]] = {}
    for place, name in enumerate(header):
        if meaning := _names().get(_bare(str(name or ""))):
            positions[meaning.key] = min(positions.get(meaning.key, (meaning.rank, place)), (meaning.rank, place))
    return {key: place for key, (_, place) in positions.items()}


def holds_texts(positions: Mapping[str, int]) -> bool:
    """Whether columns are those of a table of articles."""
    return "text" in positions or ("lead" in positions and len(positions) > 1)


def nameless(header: Sequence[object]) -> UnreadableError:
    """The error of a table without a column that holds texts."""
    names = [single_line(str(name))[:40] for name in header if name not in (None, "")]
    told = ", ".join(names[:_SHOWN]) + (", …" if len(names) > _SHOWN else "")
    return UnreadableError(
        Message(
            "has no column with texts (found: {names}); left out, name the columns in the first row, such as Titel,"
            " Datum, Quelle, Text",
            names=told or Message("no header"),
        )
    )


def texts(rows: Sequence[Mapping[str, Cell]]) -> list[Extracted]:
    """The texts of the rows that have one; on the first a remark tells of those that have none.

    Raises:
        UnreadableError: no row has a text.
    """
    extracted = [one for row in rows if (one := _extracted(row)) is not None]
    if not extracted:
        raise UnreadableError(Message("has no text in any of its rows; left out, fill the column or remove the file"))
    if _are_running_numbers([one.doc_id for one in extracted]):
        extracted = [one._replace(doc_id=None) for one in extracted]
    if silent := sum(any(value not in (None, "") for value in row.values()) for row in rows) - len(extracted):
        extracted[0] = extracted[0]._replace(remark=_silent(silent))
    return extracted


def _silent(rows: int) -> Message:
    """That some rows have no text."""
    if rows == 1:
        return Message("{n} row has no text; left out, fill the column `text`", n=rows)
    return Message("{n} rows have no text; left out, fill the column `text`", n=rows)


def of_row(cells: Sequence[Cell], positions: Mapping[str, int]) -> dict[str, Cell]:
    """What a row holds, by the positions of the columns."""
    return {key: cells[place] for key, place in positions.items() if place < len(cells)}


def _extracted(row: Mapping[str, Cell]) -> Extracted | None:
    paragraphs = [markup.plain(_text(row.get(key))) for key in ("lead", "text")]
    lead, text = (paragraph.strip("\r\n") for paragraph in paragraphs)
    if lead and not text.startswith(lead.rstrip(" .…[]")):
        text = BREAK.join(filter(str.strip, (lead, text)))
    if not text.strip():
        return None
    known = {key: value for key, cell in row.items() if (value := _known(key, cell))}
    if re.match("https?://", known.get("outlet", "")):  # "Quelle" is one or the other
        known.setdefault("url", known.pop("outlet"))
    return Extracted(text, known, known.pop("id", None))


def _known(key: str, cell: Cell) -> str:
    match key:
        case "text" | "lead":
            return ""
        case "published":
            return _day(cell)
        case "language" | "translated_from":
            return languages.code(_text(cell)) if cell else ""
        case _:
            return single_line(markup.plain(_text(cell)))


def _day(cell: Cell) -> str:
    if isinstance(cell, datetime):
        return days.in_germany(cell).isoformat()
    if isinstance(cell, float | int) and not isinstance(cell, bool):
        return days.day_of_excel(cell) or _text(cell)
    return days.day(_text(cell))


def _text(cell: Cell) -> str:
    """A cell as a person sees it: a number without the fraction that a table gives to all of them."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell)


def _are_running_numbers(ids: Sequence[str | None]) -> bool:
    """Whether ids only number the rows, as those of another table do, too."""
    numbers = sorted(int(one) if one is not None and re.fullmatch(r"[0-9]{1,9}", one) else -1 for one in ids)
    return numbers[0] in (0, 1) and numbers == list(range(numbers[0], numbers[0] + len(numbers)))


@cache
def _names() -> dict[str, _Named]:
    return {
        _bare(name): _Named(key, rank)
        for key, names in vocabulary.load("columns.toml", _Columns)
        for rank, name in enumerate(names)
    }


def _bare(name: str) -> str:
    """A name without what does not matter in it."""
    return re.sub(r"[\s_.:*-]+", "", name).lower()
