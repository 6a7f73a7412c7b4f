"""Tables and boxes from which something is chosen, with the mouse or the keyboard."""

import math
import textwrap
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
import streamlit as st

from dashboard.asking.corpus import Corpus
from dashboard.asking.texts import begin
from dashboard.state import tied
from dashboard.words.i18n import _, number
from dashboard.words.markup import plain

TABLE_ROWS = 100
"""A page of a table has so many rows; no more are sent at once."""

LINES = 66
"""The height of a row in which texts go on in a second and a third line; Streamlit cuts them in those of 64 and less.

There is room for half of a fourth line, so it must not come to that, see `_fitting`.
"""

MORE_LINES = 78
"""The height of a row that has a fourth one, for tables that are narrow everywhere."""

_LINE, _LETTER, _BLANK, _PADDING = 18.2, 6.8, 3, 16
"""The height of a line, the width of a letter (at most, on average), what is blank above and at the sides of a cell."""

_IN_VIEW = 7.5
"""So many such rows are seen without scrolling; Streamlit would show five. The half row says that more follow."""

_HEADING = 37
"""The height of the row of headings, with a table's frame."""

APART = 170
"""The width in pixels of the last column of some tables, see `apart`: it may lie beyond the page on a tablet."""


def apart(width: int = APART) -> Any:
    """The column that tells dated, bounded and undated events apart, which another column counts together."""
    return st.column_config.TextColumn(_("Dated or not"), width=width)


def table(
    rows: Callable[[slice], Mapping[str, Sequence[Any] | np.ndarray]],
    columns: Mapping[str, Any],
    ids: Sequence[str],
    choose: Callable[[str], None],
    *,
    key: str,
    alt: str,
    chosen: str | None,
    row_height: int | None = None,
    size: int = TABLE_ROWS,
    cell: Callable[[str, str], None] | None = None,
) -> None:
    """Show rows, one of which can be chosen by a click anywhere on it; long tables by pages.

    Args:
        rows: gives the values of some of the rows by column, as they are shown.
        columns: how each column is shown, from left to right; columns of `rows` that are not named here are left out.
        ids: what each row stands for, all rows of all pages.
        choose: called with the chosen row's id, as a callback.
        key: the table's own name on its page.
        alt: what the table lists, for those who do not see it.
        chosen: what is chosen now: its row is marked, and its page opens when it was chosen elsewhere.
        row_height: in pixels, see `LINES`: texts end with … where a cell as wide as its column is said to be has no
            room for more. None for rows of one line.
        size: how many rows a page has.
        cell: called in place of `choose`, with the column of what was clicked besides.
    """
    part = page_of(key, ids, chosen, size)
    page, pages = part.start // size + 1, _pages(ids, size)
    inside = ids[part]
    at = inside.index(chosen) if chosen in inside else None
    name = f"table_{key}_{page}_{_closed(key, chosen)}"  # another page begins at its top

    def pick() -> None:
        for row, column in st.session_state[name].selection["cells"]:
            cell(inside[row], column) if cell else choose(inside[row])

    _mark(name, at, next(iter(columns)))
    values = rows(part)
    st.dataframe(
        pd.DataFrame(
            {
                name: values[name] if row_height is None else _fitting(values[name], column["width"], row_height)
                for name, column in columns.items()
            }
        ),
        hide_index=True,
        key=name,
        on_select=pick,
        selection_mode="single-cell",
        alt=alt,
        row_height=row_height,
        height="auto" if row_height is None else int(min(len(inside), _IN_VIEW) * row_height) + _HEADING,
        column_config=dict(columns),
    )
    if pages > 1:
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            st.caption(
                _("Rows {first} to {last} of {n}; a click on a heading sorts these.").format(
                    first=number(part.start + 1), last=number(part.start + len(inside)), n=number(len(ids))
                )
            )
            st.pagination(pages, key=_paged(key))


def _fitting(values: Sequence[Any] | np.ndarray, width: int, height: int) -> list[Any]:
    """The values of a column, texts with as many words as its cells have room for in whole lines.

    Where a table has more room, Streamlit makes its columns wider than they are said to be, never narrower.
    """
    letters, lines = int((width - _PADDING) / _LETTER), int((height - _BLANK) / _LINE)
    return [
        _begin(value, letters, lines) if isinstance(value, str) and len(value) > letters else value for value in values
    ]


@lru_cache(maxsize=16_384)
def _begin(words: str, letters: int, lines: int) -> str:
    """As many words as there is room for in some lines of so many letters; longer words go on in the next line.

    Kept, as the same titles and quotes are shown again and again, and each takes 50 microseconds.
    """
    wrapped = textwrap.wrap(words, letters, drop_whitespace=False, break_on_hyphens=False)
    return words if len(wrapped) <= lines else begin(words, sum(map(len, wrapped[:lines])))


def _closed(key: str, chosen: str | None) -> int:
    """How often what was chosen in a table has been closed: it begins anew then, and the same cell can be clicked."""
    last, times = f"chosen_{key}", f"closed_{key}"
    st.session_state.setdefault(times, 0)
    if chosen is None and st.session_state.get(last) is not None:
        st.session_state[times] += 1
    st.session_state[last] = chosen
    return int(st.session_state[times])


def _paged(key: str) -> str:
    return f"page_{key}"


def _pages(ids: Sequence[str], size: int) -> int:
    return max(1, math.ceil(len(ids) / size))


def page_of(key: str, ids: Sequence[str], chosen: str | None, size: int = TABLE_ROWS) -> slice:
    """The rows of a table that are on show: of the page turned to, or of that of what has been chosen since."""
    followed = f"followed_{key}"
    turned = st.session_state.get(_paged(key), 1)
    page: int = min(turned, _pages(ids, size))
    if chosen is not None and st.session_state.get(followed) != chosen and chosen in ids:
        page = ids.index(chosen) // size + 1
    st.session_state[followed] = chosen
    if page != turned:
        st.session_state[_paged(key)] = page
    return slice((page - 1) * size, page * size)


def _mark(name: str, at: int | None, column: str) -> None:
    """Have a table show the chosen row by its selected cell, or none.

    A cell of that row that was clicked or reached with arrow keys is left alone, so that these go on from it; any
    other is let go of, so that it can be clicked again.
    """
    cells = st.session_state.get(name, {}).get("selection", {}).get("cells", [])
    if [row for row, _column in cells] != ([] if at is None else [at]):
        marked = [] if at is None else [(at, column)]
        st.session_state[name] = {"selection": {"rows": [], "columns": [], "cells": marked}}


def with_keys(hint: str) -> str:
    """A hint what to choose, and how to do so in a table without a mouse."""
    return f"{hint} {_('With the keyboard, in a table: arrow keys.')}"


MANY = 500
"""From more things than this, a box offers the first ones and what is searched for, not all."""

OFFERED = 100
"""So many unless it searches: they are sent anew with every run, and 500 took a browser .15 s longer to draw."""


class Things(NamedTuple):
    """What a box offers: ids, the likeliest first; those that a choice may name; how an id reads; what finds some."""

    ids: Sequence[str]
    known: Collection[str]
    label: Callable[[str], str]
    find: Callable[[str], Sequence[str]]


def actors(corpus: Corpus, without: str | None = None) -> Things:
    """The actors to choose from, `without` one of them."""
    ids = [actor for actor in corpus.ranked if actor != without] if without else corpus.ranked
    return Things(ids, corpus.actors.index, lambda one: corpus.names.get(one, one), corpus.actors_named)


def documents(corpus: Corpus, without: str | None = None) -> Things:
    """The documents to choose from, `without` one of them."""
    ids = [doc for doc in corpus.documents.index if doc != without]
    return Things(ids, corpus.documents.index, lambda one: corpus.titles.get(one, one), corpus.finder.documents_titled)


def box(
    label: str,
    things: Things,
    key: str,
    chosen: str | None,
    changes: Callable[[str | None], dict[str, Any]],
    **options: Any,
) -> None:
    """A box to choose one thing; from many, by words: Enter searches, and what is found is offered.

    Args:
        label: what it chooses.
        things: what it offers.
        key: the box's own name on its page.
        chosen: what is chosen now.
        changes: how a choice changes the view (see `state.tied`).
        options: further ones of `st.selectbox`.
    """

    def choose(new: str | None) -> dict[str, Any]:
        ids = _resolved(things, key, [new] if new else [], [])
        return changes(ids[0] if ids else None) if ids or new is None else {}

    st.selectbox(
        label,
        _offered(things, key, [chosen] if chosen else []),
        format_func=things.label,
        **_searching(things, options),
        **tied(key, chosen, choose),
    )
    _said(things, key)


def boxes(label: str, things: Things, key: str, chosen: tuple[str, ...], **options: Any) -> None:
    """A box to choose several things for a field of the view that has the key's name; otherwise like `box`."""
    st.multiselect(
        label,
        _offered(things, key, chosen),
        format_func=things.label,
        **_searching(things, options),
        **tied(key, list(chosen), lambda new: {key: tuple(_resolved(things, key, new, chosen))}),
    )
    _said(things, key)


def _asked(key: str) -> str:
    return f"asked_{key}"


def _offered(things: Things, key: str, chosen: Sequence[str]) -> list[str]:
    if len(things.ids) <= MANY:
        return list(things.ids)
    asked = st.session_state.get(_asked(key))
    listed = things.find(asked)[:MANY] if asked else things.ids[:OFFERED]
    return list(dict.fromkeys([*chosen, *listed]))


def _searching(things: Things, options: Mapping[str, Any]) -> dict[str, Any]:
    """The options of a box, with those of one that searches if there is much to choose from."""
    if len(things.ids) <= MANY:
        return dict(options)
    hint = _("{n}: type, Enter searches").format(n=number(len(things.ids)))
    return {**options, "placeholder": hint, "accept_new_options": True, "filter_mode": "contains"}


def _resolved(things: Things, key: str, new: Sequence[str], before: Collection[str]) -> list[str]:
    """What was chosen: known things as they are, typed words as the only thing that they find.

    Words that find several, or nothing, are kept to be searched for in the next run.
    """
    st.session_state[_asked(key)] = None
    result = []
    for one in new:
        if one in before or one in things.known:
            result.append(one)
            continue
        ids = things.find(one)
        if len(ids) == 1:
            result.append(ids[0])
        else:
            st.session_state[_asked(key)] = one
    return result


def _said(things: Things, key: str) -> None:
    """How many things a search found; nothing where none was made."""
    asked = st.session_state.get(_asked(key))
    if asked and len(things.ids) > MANY:
        count = len(things.find(asked))
        st.caption(
            _("“{words}” finds {n}: open the list.").format(words=plain(asked), n=number(count))
            if count
            else _("“{words}” finds nothing.").format(words=plain(asked))
        )
