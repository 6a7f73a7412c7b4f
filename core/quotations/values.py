"""What the quotation stage yields."""

from dataclasses import dataclass
from typing import Literal, NamedTuple


class Span(NamedTuple):
    """A stretch of the text in code points, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that the text gives as somebody's: in quotation marks (direct) or retold (indirect).

    Each part may be in several stretches, in text order. `speaker` is where this text names who speaks, as a name, a
    description or a pronoun, and is empty where it does not say; `cue` is what marks the words as theirs (`sagte`,
    `laut`), and is empty where a quotation goes on without one.
    """

    type: Literal["Direct", "Indirect"]
    speaker: tuple[Span, ...]
    cue: tuple[Span, ...]
    quote: tuple[Span, ...]
