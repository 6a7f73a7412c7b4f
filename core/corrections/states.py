"""What became of decisions in a set of tables."""

from collections import defaultdict
from collections.abc import Collection
from typing import Literal, TypeAlias, get_args

import pyarrow as pa

State: TypeAlias = Literal["applied", "overridden", "no_effect", "without_anchor"]
"""What became of a decision about one thing; of several that one line is about, that which stands first here counts."""


def states(table: pa.Table) -> dict[str, State]:
    """What became of each line that a table `corrections` knows, by its id."""
    said: dict[str, set[State]] = defaultdict(set)
    for line, state in zip(table["correction_id"].to_pylist(), table["state"].to_pylist(), strict=True):
        said[line].add(state)
    return {line: state_of(some) for line, some in said.items()}


def state_of(some: Collection[State]) -> State:
    """What became of a line, by what became of each thing that it is about."""
    return next(state for state in get_args(State) if state in some)
