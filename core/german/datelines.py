"""Where a report is from, in front of its first sentence: `Oslo/Wien (dpa) – …`."""

from collections.abc import Sequence

from core.german.tags import DASHES
from core.model import Token

_LONGEST = 9  # tokens, the dash too: two cities and two agencies with their signs
_INSIDE = frozenset({"NE", "FM", "NN", "NNA", "$("})


def dateline(words: Sequence[Token]) -> int:
    """How many tokens of a sentence stand before a dash, with a blank before it, that only names stand before."""
    end = next((i for i, word in enumerate(words[:_LONGEST]) if word.text in DASHES), 0)
    apart = end > 0 and words[end - 1].end != words[end].start
    return end if apart and all(word.tag in _INSIDE for word in words[:end]) else 0
