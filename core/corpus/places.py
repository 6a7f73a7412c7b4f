"""Where something stands in a corpus folder: in a file, on a line of it, in one of its articles."""

from typing import Literal

from core.messages import Message

Unit = Literal["line", "article"]


def at_place(message: Message, file: str, part: int | None = None, unit: Unit = "line") -> Message:
    """A message behind the place that it is on: a file, or a part of it; where `file` is empty, of the part alone."""
    if part is not None and unit == "line":
        message = Message("line {n}: {what}", n=part, what=message)
    elif part is not None:
        message = Message("article {n}: {what}", n=part, what=message)
    if not file:
        return message
    if part is None:
        return Message("{file}: {what}", file=file, what=message)
    return Message("{file}, {what}", file=file, what=message)
