"""The body of `lagebild quotes`: quotations of documents in JSON lines, for measuring and for other tools."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from pydantic import BaseModel, ValidationError

from core import german
from core.corpus.segments import segments
from core.quotations.find import quotations


class Counted(NamedTuple):
    """How much was read and found."""

    documents: int
    quotations: int


class _Line(BaseModel, strict=True):
    """One line of the input; other keys are ignored."""

    doc: str
    text: str


def write(docs: Path, out: Path) -> Counted:
    """Write the quotations of the documents of a file.

    Args:
        docs: lines `{"doc": id, "text": text}`; other keys are ignored.
        out: written anew, one line `{"doc", "id", "type", "speaker", "cue", "quote"}` a quotation: `id` counts within
            the document, `type` is Direct or Indirect, the others are lists of `[start, end]` in code points.

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
                rows.extend(_rows(_parsed(line, f"{docs}, line {number}")))
    out.write_text("".join(rows), encoding="utf-8")
    return Counted(documents, len(rows))


def _parsed(line: str, where: str) -> _Line:
    try:
        return _Line.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        raise ValueError(f"{where}: {'.'.join(map(str, first['loc'])) or 'line'}: {first['msg']}") from error


def _rows(document: _Line) -> Iterator[str]:
    sentences = german.load().sentences(document.text, segments(document.text))
    for number, found in enumerate(quotations(document.text, sentences)):
        spans = {"speaker": found.speaker, "cue": found.cue, "quote": found.quote}
        row = {"doc": document.doc, "id": number, "type": found.type, **spans}
        yield json.dumps(row, ensure_ascii=False) + "\n"
