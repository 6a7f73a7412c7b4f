"""The state that a report is from: that of the capital in front of its first sentence, `Oslo/Bergen – …`."""

from collections.abc import Iterable

from core.actors.knowledge import Knowledge
from core.model import Sentence, Token

_LONGEST = 10  # tokens of a dateline with its dash
_DASHES = frozenset({"–", "—", "-"})
_INSIDE = frozenset({"NE", "FM", "NN", "NNA", "$(", "$,"})


def state_of(sentences: Iterable[Sentence], knowledge: Knowledge) -> str | None:
    """The only state whose capital the first dateline of a text names; None where none or several do."""
    for sentence in sentences:
        words = _dateline(sentence.tokens)
        if words:
            states = {state for word in words for state in knowledge.names.bearers(word.text, "capital")}
            return states.pop() if len(states) == 1 else None
    return None


def _dateline(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens before the dash, with blanks around it, that a report's first sentence has behind its place."""
    end = next((i for i, token in enumerate(tokens[:_LONGEST]) if token.text in _DASHES), 0)
    apart = 0 < end < len(tokens) - 1 and tokens[end - 1].end < tokens[end].start < tokens[end + 1].start - 1
    return tokens[:end] if apart and all(token.tag in _INSIDE for token in tokens[:end]) else ()
