"""The pictures of stops: a stretch of the timeline, a part of the network, each with its title and legend."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache, partial
from typing import NamedTuple

import pandas as pd

from core.briefings import Network, Timeline
from core.handouts.model import Picture
from dashboard import answers, sets, state
from dashboard.asking.corpus import Corpus
from dashboard.charts import lanes, marks, pictures
from dashboard.charts.pictures import Paper
from dashboard.scenes import found
from dashboard.sets import Set
from dashboard.state import View
from dashboard.words import labels
from dashboard.words.dates import day
from dashboard.words.i18n import _, language, ngettext, number, speaking

MOST_RELATIONS = 60
"""No more relations than this are drawn of a network: more cannot be read on a page or a wall."""


class Drawn(NamedTuple):
    """A picture, its title, short facts to stand below it, and what its signs mean."""

    title: str
    facts: tuple[str, ...]
    picture: Picture
    legend: str


class Sheet(NamedTuple):
    """What pictures are drawn on: how wide the timeline is in pixels, and in which colours."""

    width: int
    paper: Paper


PAGE = Sheet(700, pictures.LIGHT)
"""What is printed: on a page of A4, letters of such a picture are as large as those below it."""

_WIDE = 960

_LANE_NAMES = 170
"""The names of the lanes, and the edges, take so many pixels of a picture's width."""


def drawer(tables: Set, sheet: Sheet) -> Callable[[Timeline | Network], Drawn | None]:
    """Draws stops from a set of tables in the language of now."""
    return partial(_draw, tables, sheet, language())


def _draw(tables: Set, sheet: Sheet, language: str, what: Timeline | Network) -> Drawn | None:
    with speaking(language):
        if isinstance(what, Timeline):
            return _timeline(tables, sheet, what, language)
        return _network(tables, sheet, what, language)


def view_of(corpus: Corpus, tables: Set, what: Timeline | Network) -> View:
    """The view that a stop was collected from; what it names that is gone is left out."""
    view, _wrong = state.from_params(what.view, sets.known(tables))
    if isinstance(what, Network):
        return replace(view, actor=found.actor(corpus, what.actor) if what.actor else None)
    return view


def sheet(*, dark: bool) -> Sheet:
    """What pictures on a page are drawn on."""
    return Sheet(_WIDE, pictures.DARK if dark else pictures.LIGHT)


def title(tables: Set, what: Timeline | Network) -> str:
    """What a picture is called."""
    if isinstance(what, Timeline):
        return _("Timeline, {first} to {last}").format(first=day(what.first), last=day(what.last))
    corpus = sets.corpus(tables)
    actor = view_of(corpus, tables, what).actor
    return _("Around {name}").format(name=corpus.name(actor)) if actor else _("Network")


def _timeline(tables: Set, sheet: Sheet, what: Timeline, language: str) -> Drawn | None:
    corpus = sets.corpus(tables)
    view = view_of(corpus, tables, what)
    days = what.first, what.last
    standing = answers.selected(tables, replace(view.filters, first=days[0], last=days[1])).placed
    events = standing[marks.in_days(standing, days)]
    if events.empty:
        return None
    placed = marks.lanes(events, lanes.by(corpus, view.lanes), lanes.TOP)
    named = lanes.order(corpus, placed, view.lanes)
    said = _("Timeline of {n} events from {first} to {last}").format(
        n=len(events), first=day(days[0]), last=day(days[1])
    )
    if len(events) > marks.MAX_MARKS:
        svg = _periods(Frame(marks.periods(events, placed, named, days)), days, sheet, language)
        legend = _("Each field counts the events that may begin in a period.")
    else:
        frame, spec = lanes.marked(
            corpus,
            events,
            placed,
            named,
            days,
            marks.Special(),
            legend=view.lanes != "type",
            across=sheet.width - _LANE_NAMES,
        )
        svg = _chart(Frame(frame), Spec(spec), sheet)
        signs = lanes.legend(set(frame["form"].dropna()), shows_colours=view.lanes != "type")
        legend = " · ".join(signs).replace("**", "")
    counted = ngettext("{n} event", "{n} events", len(events))
    return Drawn(title(tables, what), (counted, *selection(corpus, view)), Picture(svg, said), legend)


class Frame:
    """A frame as a key of a cache: the same where it holds the same."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self.frame = frame
        self._key = str(frame.to_json(orient="split"))

    def __hash__(self) -> int:
        return hash(self._key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Frame) and self._key == other._key


class Spec:
    """A specification of a chart as a key of a cache; the charts make each but once."""

    def __init__(self, spec: Mapping[str, object]) -> None:
        self.spec = spec

    def __hash__(self) -> int:
        return id(self.spec)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Spec) and self.spec is other.spec


@lru_cache(maxsize=64)
def _chart(frame: Frame, spec: Spec, sheet: Sheet) -> str:
    return pictures.chart(frame.frame, spec.spec, sheet.width, sheet.paper)


@lru_cache(maxsize=16)
def _periods(frame: Frame, days: tuple[date, date], sheet: Sheet, language: str) -> str:
    from dashboard.charts import specs

    ends = pd.DataFrame({"start": [marks.ms(days[0])], "end": [marks.ms(days[1])]})
    words = (("first", _("from")), ("last", _("to")), ("n", _("Events")))
    rows = pd.concat([frame.frame, ends], ignore_index=True)
    return pictures.chart(rows, specs.periods(language, words, 24), sheet.width, sheet.paper)


def selection(corpus: Corpus, view: View) -> list[str]:
    """What a view leaves out, in words: the types, actors, sources and words that it asks for."""
    said = [
        ", ".join(map(labels.type_label, view.types)),
        ", ".join(map(corpus.name, view.actors)),
        ", ".join(map(corpus.title, view.sources)),
        ", ".join(labels.status_label(status) for status in state.STATUSES if status in view.statuses),
        _("“{words}”").format(words=view.search) if view.search else "",
    ]
    return [words for words in said if words]


def _network(tables: Set, sheet: Sheet, what: Network, language: str) -> Drawn | None:
    from dashboard.charts import network

    corpus = sets.corpus(tables)
    view = view_of(corpus, tables, what)
    strong, _way = network.kept(
        corpus,
        answers.related(tables, view.filters),
        strength=view.strength,
        actor=view.actor,
        to=view.to,
        steps=view.steps,
        kinds=view.kinds,
    )
    relations = strong.head(MOST_RELATIONS)
    if relations.empty:
        return None
    svg, actors = _network_svg(tables, answers.Drawable(relations), sheet.paper, language)
    said = _("Network of {actors} actors and {relations} relations").format(actors=actors, relations=len(relations))
    kinds = {corpus.kind(actor) for actor in pd.unique(relations[["a", "b"]].to_numpy().ravel())}
    shapes = [f"{node.sign}\u00a0{labels.kind_label(kind)}" for kind, node in labels.NODES.items() if kind in kinds]
    legend = " · ".join(
        [*shapes, _("Lines: blue cooperation, red and dashed conflict, grey neither; the thicker, the more events.")]
    )
    window = [day(end) for end in (view.first, view.last) if end]
    less = _("The {n} strongest relations are drawn, of {total}.").format(
        n=number(len(relations)), total=number(len(strong))
    )
    facts = [
        said,
        *([less] if len(relations) < len(strong) else []),
        *([" – ".join(window)] if window else []),
        *selection(corpus, view),
    ]
    return Drawn(title(tables, what), tuple(facts), Picture(svg, said), legend)


@lru_cache(maxsize=32)
def _network_svg(tables: Set, shown: answers.Drawable, paper: Paper, language: str) -> tuple[str, int]:
    from dashboard.charts import network

    corpus = sets.corpus(tables)
    plan = network.layout(corpus, shown.relations)
    with speaking(language):
        drawn = network.picture(network.draw(corpus, shown.relations, plan, frozenset()))
    return pictures.network(drawn.graph, paper), drawn.nodes
