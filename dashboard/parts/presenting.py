"""A collection presented: one stop fills the screen; arrow keys go on and back, Escape leaves."""

import streamlit as st

from core.briefings import Collection, Stop, Timeline
from core.handouts.model import Picture
from dashboard import data, state
from dashboard.asking.corpus import Corpus
from dashboard.charts import pictures as drawing
from dashboard.components.stage import stage
from dashboard.scenes import pictures
from dashboard.scenes.pictures import Sheet
from dashboard.scenes.sections import section
from dashboard.state import current
from dashboard.words.i18n import _

_WIDE, _NARROW = 1100, 380
"""How wide the timeline is drawn: larger screens enlarge it, a phone has one of its own."""


def said() -> dict[str, str]:
    """The words that a stop is shown with."""
    return {
        "gone": _("no longer stands in this source"),
        "source": _("in the source"),
        "differences": _("Sources differ"),
    }


def show(corpus: Corpus, collection: Collection) -> None:
    """The stop that the address names, and what leads on from it."""
    stops = collection.stops
    at = min(current().stop, len(stops))
    _screen(corpus, stops[at - 1], len(stops), collection.title)
    with (
        st.bottom,
        st.container(
            horizontal=True, wrap=False, vertical_alignment="center", horizontal_alignment="distribute", gap="xsmall"
        ),
    ):
        st.button(
            _("Back"),
            shortcut="Left",
            disabled=at <= 1,
            on_click=state.move,
            kwargs={"stop": at - 1},
        )
        st.markdown(f"**{at} / {len(stops)}**", width="content")
        st.button(
            _("On"),
            shortcut="Right",
            disabled=at >= len(stops),
            on_click=state.move,
            kwargs={"stop": at + 1},
        )
        st.button(
            _("Leave"),
            icon=":material/close:",
            shortcut="Esc",
            type="tertiary",
            on_click=state.move,
            kwargs={"present": None, "collection": collection.id, "stop": at},
        )


def _screen(corpus: Corpus, stop: Stop, count: int, above: str) -> None:
    dark = st.context.theme.type == "dark"
    paper = drawing.DARK if dark else drawing.LIGHT
    draw = pictures.drawer(data.tables(), Sheet(_WIDE, paper))
    stage(
        section(corpus, stop, draw),
        key="stage",
        narrow=_narrow(stop, Sheet(_NARROW, paper)),
        words=said(),
        screen=above,
        on_go=lambda by: state.move(stop=min(max(current().stop + by, 1), count)),
    )


def _narrow(stop: Stop, sheet: Sheet) -> Picture | None:
    """The timeline for a phone; a network is the same there, and is moved about."""
    if not isinstance(stop.what, Timeline):
        return None
    drawn = pictures.drawer(data.tables(), sheet)(stop.what)
    return drawn.picture if drawn else None


def empty(collection: Collection | None) -> None:
    """What there is to say where nothing can be presented, with the way to the page."""
    if collection is None:
        st.info(_("There is no such collection any more."), icon=":material/inbox:")
    else:
        st.info(_("This collection has no stops yet."), icon=":material/inbox:")
    st.button(
        _("To all collections"),
        icon=":material/arrow_back:",
        shortcut="Esc",
        on_click=state.move,
        kwargs={"present": None, "stop": 1, "collection": collection.id if collection else None},
    )
