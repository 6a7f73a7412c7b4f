"""Time played over what a page draws: a window moves through a stretch of time.

While it runs, the picture alone shows the window of its step, as a run of the whole page would take too long for each.
As soon as it stands, that window is the view's, so that all of the page tells of what the picture shows. The window of
before comes back with the end. Whoever chooses another window meanwhile, has ended the play.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import streamlit as st

from dashboard import state
from dashboard.asking.corpus import Corpus
from dashboard.charts.window import Days
from dashboard.components.pressing import pressing
from dashboard.state import current
from dashboard.words.dates import day
from dashboard.words.i18n import _, number

STEPS = 24
SECONDS = 1.2
SPEEDS = (0.5, 1.0, 2.0)
_PLAY, _HELD, _SPEED, _SCRUBBER = "playing", "playing_held", "playing_speed", "playing_scrubber"

Ends = tuple[date | None, date | None]
"""A window of days; an open end is None."""


@dataclass(frozen=True)
class Play:
    """What is played: its steps, the view's window of before, and where it is."""

    steps: tuple[Days, ...]
    before: Ends
    at: int = 0
    running: bool = True

    @property
    def window(self) -> Ends:
        """What the view's window is: that of before, or of the step where it stands."""
        return self.before if self.running else self.steps[self.at]


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


def playing() -> Play | None:
    """What is played now, running or standing.

    A window that is neither the one of before nor a step's was chosen meanwhile, and ends the play; the browser's Back
    leads to steps where it stood.
    """
    play: Play | None = st.session_state.get(_PLAY)
    window = _window()
    if play is None or window == play.window:
        return play
    stands = [at for at, step in enumerate(play.steps) if step == window]
    play = replace(play, at=stands[0], running=False) if stands else None
    st.session_state[_PLAY] = play
    return play


def button(corpus: Corpus) -> None:
    """The button that begins to play, where there is more than one step."""
    steps = frames(corpus)
    if len(steps) > 1:
        st.button(_("Play over time"), icon=":material/play_arrow:", on_click=_begin, args=(steps,))


def show(play: Play, draw: Callable[[Days], None]) -> None:
    """Draw what is played, one step after the other or the one where it stands, with what controls it."""
    if play.running:
        st.session_state[_HELD] = True  # a run of the whole page goes on to no other step
        pace = _pace()
        st.fragment(_run, run_every=SECONDS / pace)(draw, pace)
    else:
        with st.container():  # as a fragment has one: else all would be drawn anew where it comes to stand
            _step(play, draw)


def _run(draw: Callable[[Days], None], pace: float) -> None:
    """A step of what runs: the fragment's own runs go on to the next one, until something is for the whole page."""
    play = playing()
    if play and play.running and state.moved():  # something in the picture was chosen: what it is, is to be read
        _stand(play.at)
        play = None
    if play is None or not play.running or pace != _pace():
        st.rerun()  # a fragment cannot change how often it runs, and the view is the whole page's
    if not st.session_state.pop(_HELD, False):
        if play.at + 1 == len(play.steps):
            _end()
            st.rerun()
        play = replace(play, at=play.at + 1)
        st.session_state[_PLAY] = play
    _step(play, draw)


def _step(play: Play, draw: Callable[[Days], None]) -> None:
    _controls(play)
    draw(play.steps[play.at])


def _controls(play: Play) -> None:
    at, last = play.at, len(play.steps) - 1
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.button(
            _("One back"),
            icon=":material/skip_previous:",
            key="play_back",
            help=_("Arrow key ←"),
            disabled=at == 0,
            on_click=_stand,
            args=(at - 1,),
        )
        st.button(
            _("Pause") if play.running else _("Go on"),
            icon=":material/pause:" if play.running else ":material/play_arrow:",
            key="play_pause",
            help=_("Space bar"),
            on_click=_pause if play.running else _go_on,
        )
        st.button(
            _("One on"),
            icon=":material/skip_next:",
            key="play_on",
            help=_("Arrow key →"),
            disabled=at == last,
            on_click=_stand,
            args=(at + 1,),
        )
        st.button(_("Stop"), icon=":material/stop:", key="play_stop", on_click=_end)
        st.button(_("Keep this window"), icon=":material/check:", key="play_keep", on_click=_keep)
        st.segmented_control(
            _("Speed"),
            SPEEDS,
            format_func=lambda factor: f"{number(factor)}×",
            default=_pace(),
            key="play_speed",
            required=True,
            label_visibility="collapsed",
            on_change=_speed,
        )
        pressing({"ArrowLeft": "play_back", "ArrowRight": "play_on", " ": "play_pause"})
    if st.session_state.get(_SCRUBBER) != at:
        st.session_state[_SCRUBBER] = at
    st.select_slider(
        _("Window of time"),
        range(len(play.steps)),
        format_func=lambda step: _said(play.steps[step]),
        key=_SCRUBBER,
        label_visibility="collapsed",
        on_change=_scrub,
    )
    _tell(play)


def _tell(play: Play) -> None:
    """Which window is shown, and where."""
    shown, before = _said(play.steps[play.at]), _said(play.before)
    st.caption(
        _("In the picture: {window}. Numbers, cards and tables show {before} until you pause.").format(
            window=shown, before=before
        )
        if play.running
        else _("The whole page shows {window}. “Stop” brings back {before}.").format(window=shown, before=before)
    )


def _said(window: Ends) -> str:
    """A window in words."""
    first, last = (end and day(end, "medium") for end in window)
    if first and last:
        return f"{first} – {last}"
    if first:
        return _("the time from {day} on").format(day=first)
    return _("the time up to {day}").format(day=last) if last else _("all of the time")


def _window() -> Ends:
    return current().first, current().last


def _pace() -> float:
    pace: float = st.session_state.get(_SPEED, 1.0)
    return pace


def _speed() -> None:
    st.session_state[_SPEED] = st.session_state["play_speed"]


def _begin(steps: Sequence[Days]) -> None:
    st.session_state[_PLAY] = Play(tuple(steps), _window())


def _put(play: Play | None, window: Ends) -> None:
    """Have this played, or nothing, and the view's window be this one."""
    st.session_state[_PLAY] = play
    first, last = window
    state.move(first=first, last=last)


def _stand(at: int) -> None:
    if play := playing():
        stands = replace(play, at=min(max(at, 0), len(play.steps) - 1), running=False)
        _put(stands, stands.window)


def _pause() -> None:
    if play := playing():
        _stand(play.at)


def _go_on() -> None:
    """Run on from where it stands; from the last step, all over again."""
    if play := playing():
        _put(replace(play, at=0 if play.at + 1 == len(play.steps) else play.at, running=True), play.before)


def _scrub() -> None:
    _stand(st.session_state[_SCRUBBER])


def _end() -> None:
    """Stop, with the window of before."""
    if play := playing():
        _put(None, play.before)


def _keep() -> None:
    """Stop, with the window of the step."""
    if play := playing():
        _put(None, play.steps[play.at])
