"""The state that a report is from: that of the capital in front of its first sentence, `Oslo/Bergen – …`."""

from collections.abc import Iterable

from core.actors.knowledge import Knowledge
from core.german.datelines import dateline
from core.model import Sentence


def state_of(sentences: Iterable[Sentence], knowledge: Knowledge) -> str | None:
    """The only state whose capital the first dateline of a text names; None where none or several do."""
    for sentence in sentences:
        if before := sentence.tokens[: dateline(sentence.tokens)]:
            states = {state for word in before for state in knowledge.names.bearers(word.text, "capital")}
            return states.pop() if len(states) == 1 else None
    return None
