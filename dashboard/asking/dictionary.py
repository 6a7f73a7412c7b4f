"""What the tables and their columns say, as a table itself: the data dictionary of exports."""

import pandas as pd

from core.columns import TABLES


def dictionary() -> pd.DataFrame:
    """One row a column of any table, and before these one that says what a row of the table is."""
    rows = []
    for name, table in TABLES.items():
        rows.append((name, "", "", "", f"a row is {table.row}", ""))
        rows += [
            (name, column, one.kind, "yes" if one.optional else "no", one.says, "|".join(one.values))
            for column, one in table.columns.items()
        ]
    return pd.DataFrame(rows, columns=["table", "column", "type", "may be empty", "says", "values"])
