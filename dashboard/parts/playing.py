"""Time played over what a page draws: a window moves through a stretch of time."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

import streamlit as st

from dashboard import state
from dashboard.asking.corpus import Corpus
from dashboard.charts.window import Days
from dashboard.state import current
from dashboard.words.dates import day
from dashboard.words.i18n import _, number

STEPS = 24
SECONDS = 1.2
SPEEDS = (0.5, 1.0, 2.0)
_AT, _RUNS, _HELD, _SPEED, _SCRUBBER = "playing_at", "playing", "playing_held", "playing_speed", "playing_scrubber"


def windows(stretch: Days, length: int) -> list[Days]:
    """At most `STEPS` windows of so many days, one after the other through a stretch of time, the last at its end.

    Neighbours overlap by two thirds where that is enough to get through, so that what is drawn fades and does not
    blink.
    """
    first, last = stretch
    way = (last - first).days + 1 - length
    if way <= 0:
        return [stretch]
    count = min(STEPS, 1 + -(-way // max(length // 3, 1)))
    begins = [first + timedelta(days=round(way * step / (count - 1))) for step in range(count)]
    return [(begin, begin + timedelta(days=length - 1)) for begin in begins]


def frames(corpus: Corpus) -> list[Days]:
    """The windows to play: as long as the view's where that is narrow, else a sixth of the stretch."""
    if corpus.days.span is None:
        return []
    view = current()
    stretch = corpus.days.dense or corpus.days.span
    days = (stretch[1] - stretch[0]).days + 1
    chosen = ((view.last or corpus.days.span[1]) - (view.first or corpus.days.span[0])).days + 1
    if chosen < days / 2:
        return windows(corpus.days.span if view.extent == "all" else stretch, chosen)
    return windows(stretch, max(1, days // 6))


def runs() -> bool:
    """Whether time is being played, or held at a step."""
    return st.session_state.get(_AT) is not None


def button(steps: Sequence[Days]) -> None:
    """The button that begins to play, where there is more than one step."""
    if len(steps) > 1:
        st.button(_("Play over time"), icon=":material/play_arrow:", on_click=_begin)


def play(steps: Sequence[Days], draw: Callable[[Days], None]) -> None:
    """Draw one step after the other, with what controls the play, and a button that keeps the window."""
    running = st.session_state.get(_RUNS, False)
    pause = SECONDS / st.session_state.get(_SPEED, 1)
    st.fragment(_step, run_every=pause if running else None)(steps, draw)


def _step(steps: Sequence[Days], draw: Callable[[Days], None]) -> None:
    """One step of the play with its controls; a run that no control has started goes on to the next step."""
    at = st.session_state.get(_AT)
    if at is None or at >= len(steps) or state.moved():
        _go(None if at is None or at >= len(steps) else at)
        _hold()
        st.rerun()
    if st.session_state.pop(_HELD, False) or not st.session_state.get(_RUNS):
        pass
    elif at + 1 < len(steps):
        at += 1
        _go(at)
    else:
        _run(False)
        st.rerun()
    _controls(steps, at)
    draw(steps[at])


def _controls(steps: Sequence[Days], at: int) -> None:
    running = st.session_state.get(_RUNS, False)
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            _("One back"),
            icon=":material/skip_previous:",
            key="play_back",
            disabled=at == 0,
            on_click=_to,
            args=(at - 1,),
        )
        # A change of pace is for the whole page's run: a fragment cannot change how often it runs.
        if st.button(
            _("Pause") if running else _("Go on"),
            icon=":material/pause:" if running else ":material/play_arrow:",
            key="play_pause",
            on_click=_run,
            args=(not running, 0 if at + 1 == len(steps) else at),
        ):
            _hold()
            st.rerun()
        st.button(
            _("One on"),
            icon=":material/skip_next:",
            key="play_on",
            disabled=at + 1 == len(steps),
            on_click=_to,
            args=(at + 1,),
        )
        first, last = steps[at]
        st.button(_("Stop here"), icon=":material/stop:", on_click=_stop, args=(first, last))
        before = st.session_state.setdefault(_SPEED, 1.0)
        speed = st.segmented_control(
            _("Speed"),
            SPEEDS,
            format_func=lambda factor: f"{number(factor)}×",
            default=before,
            key="play_speed",
            required=True,
            label_visibility="collapsed",
            on_change=_hold,
        )
        if speed != before:
            st.session_state[_SPEED] = speed
            _hold()
            st.rerun()
    if st.session_state.get(_SCRUBBER) != at:
        st.session_state[_SCRUBBER] = at
    st.select_slider(
        _("Window of time"),
        range(len(steps)),
        format_func=lambda step: f"{day(steps[step][0], 'medium')} – {day(steps[step][1], 'medium')}",
        key=_SCRUBBER,
        label_visibility="collapsed",
        on_change=_scrub,
    )


def _begin() -> None:
    _go(0)
    _run(True)


def _go(at: int | None) -> None:
    st.session_state[_AT] = at


def _hold() -> None:
    """The next run shows the window that is set, and goes on from there later."""
    st.session_state[_HELD] = True


def _run(running: bool, at: int | None = None) -> None:
    st.session_state[_RUNS] = running
    if at is not None:
        _go(at)
    _hold()


def _to(at: int) -> None:
    _go(at)
    _hold()


def _scrub() -> None:
    _to(st.session_state[_SCRUBBER])


def _stop(first: date, last: date) -> None:
    _go(None)
    state.move(first=first, last=last)
