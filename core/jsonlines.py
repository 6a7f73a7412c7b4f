"""Documents in JSON lines in, what is found in them in JSON lines out: for measuring and for other tools."""

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError


class Counted(NamedTuple):
    """How many documents were read, and how much was found in them."""

    documents: int
    annotations: int


class Line(BaseModel, strict=True):
    """One document; other keys are ignored."""

    doc: str
    text: str


Model = TypeVar("Model", bound=Line)


def annotate(
    docs: Path, out: Path, model: type[Model], annotations: Callable[[Model], Iterable[Mapping[str, object]]]
) -> Counted:
    """Write what is found in the documents of a file, one line each, anew.

    Raises:
        ValueError: a line breaks the model; the message names file, line and what is wrong, and nothing is written.
        OSError: a file cannot be read or written.
    """
    rows: list[str] = []
    documents = 0
    with docs.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                documents += 1
                document = _parsed(line, model, f"{docs}, line {number}")
                rows += [json.dumps(row, ensure_ascii=False) + "\n" for row in annotations(document)]
    out.write_text("".join(rows), encoding="utf-8")
    return Counted(documents, len(rows))


def _parsed(line: str, model: type[Model], where: str) -> Model:
    try:
        return model.model_validate_json(line)
    except ValidationError as error:
        first = error.errors()[0]
        raise ValueError(f"{where}: {'.'.join(map(str, first['loc'])) or 'line'}: {first['msg']}") from error
