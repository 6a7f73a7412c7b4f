"""Groups of rows of two tables are put together in any order."""

from collections.abc import Sequence
from random import Random

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.engine import last_set
from core.engine.last_set import Groups, Regrouping


def table(name: str, sizes: Sequence[int]) -> Groups:
    """Groups of so many rows, each row with the name of its group."""
    groups = [f"{name}{number}" for number, size in enumerate(sizes) for _ in range(size)]
    return Groups(pa.table({"group": pa.array(groups, pa.string())}), np.array(sizes, dtype=np.int64))


sizes = st.lists(st.integers(0, 3), max_size=6)


@pytest.mark.parametrize("stretches", [0, 2000])  # copied row by row, or a stretch at a time
@given(old=sizes, new=sizes, chance=st.randoms())
def test_groups_of_two_tables_stand_in_the_wanted_order(
    stretches: int, old: list[int], new: list[int], chance: Random
) -> None:
    numbers = list(range(len(old) + len(new)))
    wanted = chance.sample(numbers, chance.randint(0, len(numbers)))
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(last_set, "_STRETCHES", stretches)
        made = Regrouping(np.array(wanted, dtype=np.int64)).table(table("old", old), table("new", new))
    names = [*(f"old{n}" for n in range(len(old))), *(f"new{n}" for n in range(len(new)))]
    assert made["group"].to_pylist() == [names[n] for n in wanted for _ in range([*old, *new][n])]
    assert made["group"].num_chunks <= 1
