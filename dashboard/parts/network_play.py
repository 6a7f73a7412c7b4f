"""Time played over the network: a window moves through the selection while every actor keeps its place."""

from dashboard import data
from dashboard.asking.corpus import Corpus
from dashboard.charts.window import Days
from dashboard.parts import playing
from dashboard.parts.network import kept, picture, take_away
from dashboard.state import current


def network(corpus: Corpus) -> None:
    """The network with a button that plays time over it, or what is played.

    The whole selection stays in the frame, so that actors come and go at their places.
    """
    steps = playing.frames(corpus)
    if playing.runs():
        playing.play(steps, _drawn)
        return
    playing.button(steps)
    picture(*kept(data.relations()), (current().first, current().last))


def _drawn(window: Days) -> None:
    """The relations of a window, where they stand among all of the selection."""
    strong, way = kept(data.relations(first=None, last=None))
    now = data.relations(first=window[0], last=window[1])
    drawn = now[now.index.isin(strong.index)]
    picture(drawn, way, window, data.extent(strong))
    if len(drawn):
        take_away(data.corpus(), drawn, data.shown(first=window[0], last=window[1]).events, window)
