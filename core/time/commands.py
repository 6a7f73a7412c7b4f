"""The body of `lagebild times`: time expressions of documents in JSON lines, for measuring and for other tools."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from core.time import edtf
from core.time.recognise import annotate


class Counted(NamedTuple):
    """How much was read and found."""

    documents: int
    expressions: int


def times(docs: Path, out: Path) -> Counted:
    """Annotate the documents of a file.

    Args:
        docs: lines `{"doc": id, "dct": publication date as EDTF or null, "text": text}`; other keys are ignored.
        out: written anew, one line `{"doc", "start", "end", "type", "value", "text"}` an expression.

    Raises:
        ValueError: a line is not of that form; the message names file, line and what is wrong.
        OSError: a file cannot be read or written.
    """
    rows: list[str] = []
    documents = 0
    with docs.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                documents += 1
                rows.extend(_rows(*_document(line, f"{docs}, line {number}")))
    out.write_text("".join(rows), encoding="utf-8")
    return Counted(documents, len(rows))


def _rows(doc: str, dct: str | None, text: str) -> Iterator[str]:
    for time in annotate(text, dct):
        span = {"doc": doc, "start": time.start, "end": time.end}
        row = {**span, "type": time.type, "value": time.value, "text": time.text}
        yield json.dumps(row, ensure_ascii=False) + "\n"


def _document(line: str, where: str) -> tuple[str, str | None, str]:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise ValueError(f"{where}: no JSON ({error.msg})") from error
    if not isinstance(row, dict):
        raise ValueError(f"{where}: an object with doc, dct and text is needed")
    doc, dct, text = row.get("doc"), row.get("dct"), row.get("text")
    if not isinstance(doc, str) or not isinstance(text, str):
        raise ValueError(f"{where}: doc and text must be there, and be strings")
    if not dct:
        return doc, None, text
    day = str(dct).partition("T")[0]
    try:
        edtf.parse(day)
    except ValueError as error:
        raise ValueError(f"{where}: dct: {error}") from error
    return doc, day, text
