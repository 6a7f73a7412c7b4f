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
    for match in _QUOTED.finditer(text):
        if match.end() - match.start() > 2:
            yield Span(match.start(), match.end())
