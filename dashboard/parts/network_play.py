"""Time played over the network: a window moves through the selection while every actor keeps its place."""

from datetime import date, timedelta

import streamlit as st

from dashboard import data, state
from dashboard.asking.corpus import Corpus
from dashboard.parts.network import kept, picture
from dashboard.state import current
from dashboard.words.dates import day
from dashboard.words.i18n import _

STEPS = 24
SECONDS = 1.2
_AT = "playing_at"


def windows(stretch: tuple[date, date], length: int) -> list[tuple[date, date]]:
    """At most `STEPS` windows of so many days, one after the other through a stretch of time, the last at its end.

    Neighbours overlap by two thirds where that is enough to get through, so that a relation fades and does not blink.
    """
    first, last = stretch
    way = (last - first).days + 1 - length
    if way <= 0:
        return [stretch]
    count = min(STEPS, 1 + -(-way // max(length // 3, 1)))
    begins = [first + timedelta(days=round(way * step / (count - 1))) for step in range(count)]
    return [(begin, begin + timedelta(days=length - 1)) for begin in begins]


def _windows(corpus: Corpus) -> list[tuple[date, date]]:
    """The windows to play: as long as the view's where that is narrow, else a sixth of the stretch."""
    if corpus.span is None:
        return []
    view = current()
    stretch = corpus.dense or corpus.span
    days = (stretch[1] - stretch[0]).days + 1
    chosen = ((view.last or corpus.span[1]) - (view.first or corpus.span[0])).days + 1
    if chosen < days / 2:
        return windows(corpus.span if view.extent == "all" else stretch, chosen)
    return windows(stretch, max(1, days // 6))


def network(corpus: Corpus) -> None:
    """The network with a button that plays time over it; while it plays, one that stops and keeps the window."""
    if st.session_state.get(_AT) is not None:
        st.fragment(_step, run_every=SECONDS)(corpus)
        return
    if len(_windows(corpus)) > 1:
        st.button(_("Play over time"), icon=":material/play_arrow:", on_click=_go, args=(0,))
    picture(*kept(data.relations()))


def _step(corpus: Corpus) -> None:
    at = st.session_state.get(_AT)
    frames = _windows(corpus)
    if at is None or at >= len(frames) or state.moved():
        _go(None if at is None or at >= len(frames) else at)
        st.rerun()
    first, last = frames[at]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(_("Stop here"), icon=":material/pause:", on_click=_stop, args=(first, last))
        st.progress((at + 1) / len(frames), text=f"{day(first, 'medium')} – {day(last, 'medium')}")
    strong, way = kept(data.relations(first=None, last=None))
    now = data.relations(first=first, last=last)
    picture(now[now.index.isin(strong.index)], way)
    _go(at + 1)


def _go(at: int | None) -> None:
    st.session_state[_AT] = at


def _stop(first: date, last: date) -> None:
    _go(None)
    state.move(first=first, last=last)
