"""The body of `lagebild times`: time expressions of documents in JSON lines."""

from collections.abc import Iterator
from pathlib import Path

from pydantic import field_validator

from core.jsonlines import Counted, Line
from core.jsonlines import annotate as annotate_file
from core.time import edtf
from core.time.recognise import annotate


class _Dated(Line):
    dct: str | None = None

    @field_validator("dct")
    @classmethod
    def _day(cls, value: str | None) -> str | None:
        """Without the time of day, as EDTF; `edtf.parse` raises where it is none."""
        if not value:
            return None
        day = value.partition("T")[0]
        edtf.parse(day)
        return day


def times(docs: Path, out: Path) -> Counted:
    """Annotate the documents of a file.

    Args:
        docs: lines `{"doc": id, "dct": publication date as EDTF or null, "text": text}`; other keys are ignored.
        out: written anew, one line `{"doc", "start", "end", "type", "value", "text"}` an expression.

    Raises:
        ValueError: a line is not of that form; the message names file, line and what is wrong.
        OSError: a file cannot be read or written.
    """
    return annotate_file(docs, out, _Dated, _rows)


def _rows(document: _Dated) -> Iterator[dict[str, object]]:
    for time in annotate(document.text, document.dct):
        span = {"doc": document.doc, "start": time.start, "end": time.end}
        yield {**span, "type": time.type, "value": time.value, "text": time.text}
