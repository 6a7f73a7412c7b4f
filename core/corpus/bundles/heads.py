"""Patterns of heads, such as `headline+ outlet date labels`, and what they find in the lines of a text."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from core.corpus.bundles.lines import LABEL, VALUE
from core.corpus.bundles.vocabulary import LABELS, PARTS

_MOST = 8  # lines of one part of a head


class Head(NamedTuple):
    """A head in the lines from `first` to before `end`; `parts` has the lines of each part that is there."""

    first: int
    end: int
    parts: Mapping[str, range]


def find(patterns: Sequence[str], signs: Sequence[str], anywhere: bool) -> Head | None:
    """The first head that one of the patterns finds, at the beginning or, where it may be, further down.

    Args:
        patterns: as in `bundles.toml`.
        signs: what each line can be.
        anywhere: whether lines may stand above it.
    """
    shown = "".join(f"<{sign}>" for sign in signs)
    for pattern in map(_compiled, patterns):
        if match := pattern.search(shown) if anywhere else pattern.match(shown):
            parts: dict[str, range] = {}
            for group, value in match.groupdict().items():
                if value:
                    lines = range(shown.count("<", 0, match.start(group)), shown.count("<", 0, match.end(group)))
                    parts.setdefault(group.rstrip("_"), lines)
            return Head(shown.count("<", 0, match.start()), shown.count("<", 0, match.end()), parts)
    return None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    groups: set[str] = set()
    return re.compile("".join(_element(element, groups) for element in pattern.split()))


def _element(element: str, groups: set[str]) -> str:
    part = element.rstrip("?*+")
    group = part
    while group in groups:  # no two groups may have one name
        group += "_"
    groups.add(group)
    if part == LABELS:
        return f"(?P<{group}>(?:{_line(LABEL)}{_line(VALUE)}*)*)"
    counts = {"*": f"{{0,{_MOST}}}", "+": f"{{1,{_MOST}}}"}
    count = element[len(part) :]
    many = counts[count[0]] + count[1:] if count[:1] in counts else count
    return f"(?P<{group}>{_line(PARTS[part])}{many})"


def _line(sign: str) -> str:
    return f"(?:<[^<>]*{sign}[^<>]*>)"
