"""What one link shows: the view of a session, kept in the page's address.

The address and the widgets both can move the view. Whoever moved last rules: a run that a widget or a click started
(its callback ran, and set `_MOVED`) writes the view into the address; any other run whose address differs from the
view came from a link, the browser's Back or a typed address, and is read into the view. Values equal to their
defaults stay out of the address.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any, NamedTuple, get_args

import streamlit as st

from core.changes.since import valid
from core.model import ActorKind, DateBasis, Status
from dashboard.asking.checking import LOTS
from dashboard.asking.corpus import Corpus
from dashboard.asking.selection import Filters
from dashboard.words.i18n import LANGUAGES

LANES = ("type", "actor", "source", "place")
SIDES = ("left", "right")
"""The panes of the reader."""
EXTENTS = ("dense", "all")
"""How much of the time the timeline draws where no window is set: the part that holds most events, or all."""
STATUSES: tuple[Status, ...] = get_args(Status)
BASES: tuple[DateBasis, ...] = get_args(DateBasis)
BOUNDS = ("apart", "placed")
"""Whether events that only have bounds are listed alone, or stand on charts and count in windows too."""

LAYERS = ("claim", "actor", "time", "differ", "note", "comment")
"""What the reader can mark in a text."""
NO_LAYER = "none"
"""Stands in an address for the choice to mark nothing: what is not there is as it is by default."""

_VIEW, _MOVED, _PAGE = "view", "moved", "page_open"


@dataclass(frozen=True)
class View(Filters):
    """Everything that a link holds: the filters, and what is chosen. None stands for "nothing chosen".

    `since` says since when things are new: a day, or the name of the set of tables that was seen last. `original` are
    the panes of the reader that show their document's file.
    """

    event: str | None = None
    actor: str | None = None
    relation: str | None = None
    left: str | None = None
    right: str | None = None
    original: tuple[str, ...] = ()
    layers: tuple[str, ...] = ("claim", "differ", "note", "comment")
    lanes: str = "type"
    extent: str = "dense"
    strength: int = 1
    steps: int = 0
    to: str | None = None
    kinds: tuple[str, ...] = ()
    lot: str = "chance"
    collection: str | None = None
    stop: int = 1
    present: str | None = None
    since: str | None = None
    lang: str | None = None

    @property
    def filters(self) -> Filters:
        """The part of the view that selects events."""
        return Filters(**{one.name: getattr(self, one.name) for one in fields(Filters)})


DEFAULT = View()


class Wrong(NamedTuple):
    """A value in a link that means nothing here: the parameter and what it said."""

    parameter: str
    value: str


@dataclass(frozen=True)
class Known:
    """The values that a link may name, by parameter; parameters not listed take any value of their form."""

    values: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, corpus: Corpus) -> "Known":
        """The ids of a corpus."""
        events, actors, sources = (
            frozenset(frame.index.tolist()) for frame in (corpus.events, corpus.actors, corpus.documents)
        )
        return cls(
            {
                "event": events,
                "actor": actors,
                "actors": actors,
                "to": actors,
                "sources": sources,
                "left": sources,
                "right": sources,
                "types": frozenset(corpus.types),
                "statuses": frozenset(STATUSES),
                "bases": frozenset(BASES),
                "bounds": frozenset(BOUNDS),
                "original": frozenset(SIDES),
                "layers": frozenset((*LAYERS, NO_LAYER)),
                "lanes": frozenset(LANES),
                "lot": frozenset(LOTS),
                "kinds": frozenset(get_args(ActorKind)),
                "extent": frozenset(EXTENTS),
                "lang": frozenset(LANGUAGES),
                "relation": frozenset(corpus.parts.meetings.ends.index.tolist()),
            }
        )


def _whole(low: int, high: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        number = int(text)
        if not low <= number <= high:
            raise ValueError(text)
        return number

    return read


def _since(text: str) -> str:
    if not valid(text):
        raise ValueError(text)
    return text


_READ: dict[str, Callable[[str], Any]] = {
    "first": date.fromisoformat,
    "last": date.fromisoformat,
    "confidence": _whole(0, 100),
    "strength": _whole(1, 10_000),
    "steps": _whole(0, 2),
    "stop": _whole(1, 10_000),
    "since": _since,
}
"""How a parameter's text becomes its value, where it is not text itself."""


def to_params(view: View) -> dict[str, list[str]]:
    """The address of a view: parameter -> its values as text, defaults left out."""
    params = {}
    for one in fields(View):
        value = getattr(view, one.name)
        if value != one.default:
            params[one.name] = list(value) if isinstance(value, tuple) else [str(value)]
    return params


def to_params_of(view: View, **changes: Any) -> dict[str, tuple[str, ...]]:
    """The address of a view with some changes as it is kept in a collection: without the language and what is open."""
    left = {name: getattr(DEFAULT, name) for name in ("event", "relation", "collection", "stop", "present", "lang")}
    params = to_params(replace(view, **{**left, **changes}))
    return {name: tuple(values) for name, values in params.items()}


def from_params(params: Mapping[str, Sequence[str]], known: Known) -> tuple[View, list[Wrong]]:
    """The view that an address asks for, and what in it cannot be had; a wrong value leaves its default.

    Parameters that are not Lagebild's own are passed over. A window whose ends are the wrong way round is wrong.
    """
    values: dict[str, Any] = {}
    wrong: list[Wrong] = []
    for one in fields(View):
        good: list[Any] = []
        for text in params.get(one.name, ()):
            try:
                if text not in known.values.get(one.name, (text,)):
                    raise ValueError(text)
                good.append(_READ.get(one.name, str)(text))
            except ValueError:
                wrong.append(Wrong(one.name, text))
        if good:
            values[one.name] = tuple(dict.fromkeys(good)) if isinstance(one.default, tuple) else good[-1]
    view = View(**values)
    if view.first and view.last and view.first > view.last:
        wrong.append(Wrong("first", f"{view.first} > {view.last}"))
        view = replace(view, first=None, last=None)
    return view, wrong


def sync(known: Known, *, again: bool = False) -> list[Wrong]:
    """Bring address and view together at the begin of a run; returns what a link named in vain.

    With `again` the view is read once more: there are other tables now, which may not have all that it names.
    """
    own = {one.name for one in fields(View)}
    address = {name: st.query_params.get_all(name) for name in st.query_params if name in own}
    moved = st.session_state.pop(_MOVED, False)
    view: View | None = st.session_state.get(_VIEW)
    wrong: list[Wrong] = []
    if view is None or (not moved and address != to_params(view)):
        view, wrong = from_params(address, known)
    elif again:
        view, wrong = from_params(to_params(view), known)
    st.session_state[_VIEW] = view
    # After a move also where it is the same: the browser may be about to take in the address of a move before.
    if moved or address != to_params(view):
        st.query_params.from_dict(to_params(view))
    return wrong


def arrive(page: str) -> None:
    """Say which page this run is of, by its path in the address."""
    st.session_state[_PAGE] = page


def page() -> str:
    """The path of the page that is open."""
    return str(st.session_state.get(_PAGE, ""))


def current() -> View:
    """The session's view."""
    view: View = st.session_state.get(_VIEW, DEFAULT)
    return view


def move(**changes: Any) -> None:
    """Change the view; for callbacks alone (they run before the script, so the whole run shows the new view)."""
    st.session_state[_VIEW] = replace(current(), **changes)
    st.session_state[_MOVED] = True


def moved() -> bool:
    """Whether a callback has changed the view since the address was last written."""
    return bool(st.session_state.get(_MOVED))


def reset() -> None:
    """Take every filter back to its default; what is chosen stays."""
    move(**{one.name: one.default for one in fields(Filters)})


def link(**changes: Any) -> dict[str, list[str]]:
    """The address of the current view with some changes, for `query_params` of page links."""
    return to_params(replace(current(), **changes))


def bound(name: str, read: Callable[[Any], Any] = lambda value: value) -> dict[str, Any]:
    """Keyword arguments that tie a widget to one field of the view.

    `read` turns the widget's value into the field's; a tuple is shown as a list, as Streamlit's widgets want it.
    """
    value = getattr(current(), name)
    return tied(name, list(value) if isinstance(value, tuple) else value, lambda new: {name: read(new)})


def tied(key: str, value: Any, changes: Callable[[Any], dict[str, Any]]) -> dict[str, Any]:
    """Keyword arguments for a widget that shows `value` and, when used, moves the view by `changes(new value)`.

    A widget that shows the value already is left alone: to set it would take back what its user does meanwhile.
    """
    key = f"control_{key}"
    if key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value
    return {"key": key, "on_change": lambda: move(**changes(st.session_state[key]))}
