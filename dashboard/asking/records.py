"""The rows of frames."""

from collections import namedtuple
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import pandas as pd


def records(frame: pd.DataFrame) -> Iterator[Any]:
    """The rows of a frame as named tuples, `Index` first; their fields have the types of the table's schema."""
    row = _row(tuple(frame.columns))
    return map(row._make, zip(frame.index, *(frame[name].tolist() for name in frame.columns), strict=True))


@lru_cache(maxsize=64)
def _row(columns: tuple[str, ...]) -> Any:
    """The type of a frame's rows; to make one takes longer than to fill it, so each is made once."""
    return namedtuple("Row", ("Index", *columns))
