"""The body of `lagebild quotes`: quotations of documents in JSON lines."""

from collections.abc import Iterator
from pathlib import Path

from core import german
from core.corpus.segments import segments
from core.jsonlines import Counted, Line
from core.jsonlines import annotate as annotate_file
from core.quotations.find import quotations


def quotes(docs: Path, out: Path) -> Counted:
    """Write the quotations of the documents of a file.

    Args:
        docs: lines `{"doc": id, "text": text}`; other keys are ignored.
        out: written anew, one line `{"doc", "id", "type", "speaker", "cue", "quote"}` a quotation: `id` counts within
            the document, `type` is Direct or Indirect, the others are lists of `[start, end]` in code points.

    Raises:
        ValueError: a line is not of that form; the message names file, line and what is wrong.
        OSError: a file cannot be read or written.
    """
    return annotate_file(docs, out, Line, _rows)


def _rows(document: Line) -> Iterator[dict[str, object]]:
    sentences = german.load().sentences(document.text, segments(document.text))
    for number, quotation in enumerate(quotations(document.text, sentences)):
        spans = {"speaker": quotation.speaker, "cue": quotation.cue, "quote": quotation.quote}
        yield {"doc": document.doc, "id": number, "type": quotation.type, **spans}
