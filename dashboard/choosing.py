"""Tables from which something is chosen, with the mouse or the keyboard: each chart's twin."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

TABLE_ROWS = 200
"""No more rows than this are sent of a table."""


def table(
    rows: Mapping[str, Sequence[Any] | np.ndarray],
    columns: Mapping[str, Any],
    ids: Sequence[str],
    choose: Callable[[str], None],
    *,
    key: str,
    alt: str,
) -> None:
    """Show rows, one of which can be chosen.

    Args:
        rows: the values by column, as they are shown.
        columns: how each column is shown, from left to right; columns of `rows` that are not named here are left out.
        ids: what each row stands for.
        choose: called with the chosen row's id, as a callback.
        key: the table's own name on its page.
        alt: what the table lists, for those who do not see it.
    """

    def pick() -> None:
        picked = st.session_state[f"table_{key}"].selection["rows"]
        if picked:
            choose(ids[picked[0]])

    st.dataframe(
        pd.DataFrame({name: rows[name] for name in columns}),
        hide_index=True,
        key=f"table_{key}",
        on_select=pick,
        selection_mode="single-row",
        alt=alt,
        column_config=dict(columns),
    )
