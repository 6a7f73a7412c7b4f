"""Time played over the network: a window moves through the selection while every actor keeps its place."""

import pandas as pd

from dashboard import data
from dashboard.asking.corpus import Corpus
from dashboard.charts.window import Days
from dashboard.parts import network, playing
from dashboard.parts.playing import Play
from dashboard.state import current


def offered(play: Play | None) -> pd.DataFrame:
    """The relations that the page's own controls choose among: those of the view, or where a play stands, of all time.

    So these controls stay as they are from step to step.
    """
    return data.relations() if play is None or play.running else _whole()


def kept(play: Play | None) -> tuple[pd.DataFrame, list[str]]:
    """What these controls leave of the view's relations, and the shortest connection if one is asked for."""
    strong, way = network.kept(offered(play))
    return (strong, way) if play is None or play.running else (_within(strong, play.steps[play.at]), way)


def show(corpus: Corpus, play: Play | None, relations: pd.DataFrame, way: list[str]) -> None:
    """The network with a button that plays time over it, or what is played.

    The whole selection stays in the frame, so that actors come and go at their places.

    Args:
        corpus: what the network is of.
        play: what is played, if anything is.
        relations, way: what is drawn where nothing is, see `kept`.
    """
    if play:
        playing.show(play, _drawn)
        return
    playing.button(corpus)
    network.picture(relations, way, (current().first, current().last))


def _drawn(window: Days) -> None:
    """The relations of a window, where they stand among all of the selection."""
    strong, way = network.kept(_whole())
    drawn = _within(strong, window)
    network.picture(drawn, way, window, data.extent(strong))
    if len(drawn):
        network.take_away(data.corpus(), drawn, data.shown(first=window[0], last=window[1]).events, window)


def _whole() -> pd.DataFrame:
    """The relations of the selection, whatever the window."""
    return data.relations(first=None, last=None)


def _within(relations: pd.DataFrame, window: Days) -> pd.DataFrame:
    """Those of some relations that a window has, with what they rest on there."""
    now = data.relations(first=window[0], last=window[1])
    return now[now.index.isin(relations.index)]
