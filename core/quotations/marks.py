"""Stretches of a text in quotation marks."""

import re
from collections.abc import Iterator

from core.quotations.values import Span

# Within one paragraph; none of the alternatives looks at a character twice.
_QUOTED = re.compile(
    r"""„(?:[^„“”"\n]|\n(?!\s*\n))*[“”"]"""
    r"|“(?:[^“”\n]|\n(?!\s*\n))*”"
    r"|»(?:[^»«\n]|\n(?!\s*\n))*«"
    r"|«(?:[^»«\n]|\n(?!\s*\n))*»"
    r'|"(?:[^"\n]|\n(?!\s*\n))*"'
)


def quoted(text: str) -> Iterator[Span]:
    """The stretches in quotation marks, marks included, in order; a mark that nothing closes opens none."""
    for found in _QUOTED.finditer(text):
        if found.end() - found.start() > 2:
            yield Span(found.start(), found.end())
