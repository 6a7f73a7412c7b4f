"""What the timeline draws: events as marks in lanes, as long as their dates are uncertain, or as counts per period.

All of it is pure functions from events to the frame that is drawn (see `specs` and `bars`). Times are sent as
milliseconds since 1970 in UTC and drawn in UTC, so that no day shifts with the visitor's time zone.
"""

from collections.abc import Callable, Collection, Mapping
from datetime import date, timedelta
from typing import NamedTuple

import numpy as np
import pandas as pd

from dashboard.charts import placing

MAX_MARKS = 800
"""From more events than this, the timeline shows counts per period instead of marks."""

MAX_DOCUMENTS = 200
"""From more documents than this, their own dates are drawn as counts per period."""

_CUTS = range(len(placing.CUTS))
MARK_COLUMNS = [
    "event_id", "slot", "start", "end", "middle", "form", "bar", "cut_left", "cut_right", "kind", "status", "firm",
    "chosen", "theirs", "lit", "size", "n_documents", "title", "date", "type_label", "status_label", "basis", "said",
    "side", "label_at", "room", "less", "reach", *(f"label_{n}" for n in _CUTS), *(f"width_{n}" for n in _CUTS),
]  # fmt: skip
"""What the browser gets of each mark."""

_DAY = 86_400_000
_FADE = 18
"""A bound fades into its open side over this part of the window."""

_RIM = 1.5
"""A sign's line goes so many pixels beyond it."""

_ARROW = 5
"""The arrow at the end of a date that goes on beyond the window is so many pixels wider than the sign."""

_LEAST = 70
"""A date shorter than this part of the window is drawn by its sign alone."""


class Special(NamedTuple):
    """Which events are set off: the chosen one, those of the chosen actor, and those of now where time is played."""

    event: str | None = None
    theirs: Collection[str] = ()
    lit: Collection[str] | None = None


def in_days(placed: pd.DataFrame, days: tuple[date, date]) -> "pd.Series[bool]":
    """Whether each event that has a place in time may have happened in these days, or its bounds touch them."""
    first, last = map(pd.Timestamp, days)
    return (placed["placed_start"] <= last) & (placed["placed_end"] >= first)


def form(events: pd.DataFrame) -> np.ndarray:
    """How each event that has a place in time is drawn.

    "day" and "interval" are dates; "closed" is bounded on both sides, "until" and "since" on one.
    """
    dated = events["date_start"].notna()
    return np.select(
        [
            dated & (events["date_start"] == events["date_end"]),
            dated,
            events["bound_start"].isna(),
            events["bound_end"].isna(),
        ],
        ["day", "interval", "until", "since"],
        "closed",
    )


NONE, REST = "", "\n"
"""The lanes of events that have none, and of those that stand in none of the lanes that are drawn; no id is so."""


def lanes(events: pd.DataFrame, by: pd.DataFrame | None, top: int) -> pd.DataFrame:
    """Each event with its lane, as columns event_id and lane; an event can stand in several lanes, and is in one.

    Args:
        events: the events, indexed by event_id.
        by: pairs of event_id and lane, or None for lanes by type.
        top: how many lanes at most; the fullest are kept, and events that stand in none of these have one together.
    """
    if by is None:
        pairs = pd.DataFrame({"event_id": events.index, "lane": events["type"].to_numpy()})
    else:
        pairs = by[by["event_id"].isin(events.index)].drop_duplicates()
    fullest = pairs["lane"].value_counts().head(top).index
    kept = pairs[pairs["lane"].isin(fullest)]
    left = events.index[~events.index.isin(kept["event_id"])]
    lane = np.where(left.isin(pairs["event_id"]), REST, NONE)
    return pd.concat([kept, pd.DataFrame({"event_id": left, "lane": lane})], ignore_index=True) if len(left) else kept


def rows(
    events: pd.DataFrame,
    placed: pd.DataFrame,
    order: Mapping[str, str],
    window: tuple[date, date],
    special: Special,
    describe: Callable[[pd.DataFrame], pd.DataFrame],
    across: float = placing.WIDTH,
) -> pd.DataFrame:
    """The marks of the timeline, one for each event and lane.

    Args:
        events: events that have a place in time, indexed by event_id, with the words that are to stand beside them as
            `label`.
        placed: event_id and lane, see `lanes`.
        order: the lanes' ids from top to bottom, with their labels.
        window: the days that are drawn; a date that reaches beyond is cut there and marked as going on.
        special: which events are set off.
        describe: gives the columns for the tooltip, of the same index as the events.
        across: the width in pixels that marks are placed for, see `placing`.

    Returns:
        A frame with event_id, slot (lane and row in it, for the axis), start, end and middle in milliseconds (`end` is
        the end of the last possible day; a bound with an open side goes on there for as long as it fades), form (see
        `form`), bar (whether it is long enough to be seen beside the sign), kind, status, firm (the sentence itself
        says the date), chosen, theirs (an event of the chosen actor), lit (not stepped back), size (the sign's area in
        square pixels: larger for more sources, smaller on a bar, which speaks for itself), the described columns, and
        where the label is, see `placing.Placement`: side, label_at (the end of the mark on that side), room, less,
        reach, and its cuts with their widths.
    """
    begin, stop = ms(window[0]), ms(window[1]) + _DAY
    frame = placed.merge(events, left_on="event_id", right_index=True).merge(
        describe(events), left_on="event_id", right_index=True
    )
    start = frame["placed_start"].astype("int64").to_numpy() * 1000
    end = frame["placed_end"].astype("int64").to_numpy() * 1000 + _DAY
    forms, fade = form(frame), (stop - begin) // _FADE
    seen_start, seen_end = np.maximum(start, begin), np.minimum(end, stop)
    frame = frame.assign(
        start=np.where(forms == "until", np.maximum(start - fade, begin), seen_start),
        end=np.where(forms == "since", np.minimum(end + fade, stop), seen_end),
        middle=(seen_start + seen_end) // 2,
        form=forms,
        cut_left=start < begin,
        cut_right=end > stop,
        kind=frame["type"],
        firm=frame["date_basis"].isin(("text", "correction")),
        chosen=frame["event_id"] == special.event,
        theirs=frame["event_id"].isin(special.theirs),
        lit=True if special.lit is None else frame["event_id"].isin(special.lit),
    )
    frame["bar"] = np.isin(forms, ["interval", "closed"]) & (frame["end"] - frame["start"] > (stop - begin) // _LEAST)
    frame["size"] = (80 + 40 * (frame["n_documents"].clip(1, 5) - 1)) // (1 + frame["bar"])
    rank = {lane: number for number, lane in enumerate(order)}
    frame["rank"] = frame["lane"].map(rank)
    return _placed(frame, order, (begin, stop), across)[MARK_COLUMNS]


def _placed(frame: pd.DataFrame, order: Mapping[str, str], window: tuple[int, int], across: float) -> pd.DataFrame:
    """Marks, by lane and begin, with their slots and labels."""
    begin, stop = window
    long = (frame["bar"] | frame["form"].isin(["until", "since"])).to_numpy()
    left, right = (np.where(long, frame[end], frame["middle"]) for end in ("start", "end"))
    ordered = np.lexsort((right, left, frame["rank"].to_numpy()))
    frame, left, right = frame.take(ordered), left[ordered], right[ordered]
    arrows = (frame["cut_left"] | frame["cut_right"]).to_numpy()
    reach = np.sqrt(frame["size"].to_numpy()) / 2 + _RIM + _ARROW * arrows
    cuts = [placing.cuts(label) for label in frame["label"]]
    shares = ((end - begin) / (stop - begin) for end in (left, right))
    ranks, weights = frame["rank"].tolist(), frame["n_documents"].tolist()
    widths = [(these[0][1], these[-1][1]) if these else (0.0, 0.0) for these in cuts]
    marks = tuple(
        placing.Mark(lane, start, end, beyond, weight, *wide)
        for lane, start, end, beyond, weight, wide in zip(
            ranks, *(share.tolist() for share in shares), reach.tolist(), weights, widths, strict=True
        )
    )
    rows, sides, rooms, less = (np.array(column) for column in zip(*placing.place(marks, across), strict=True))
    told = {
        "slot": [
            f"{lane:03d}|{row:03d}|{order[name]}" for lane, row, name in zip(ranks, rows, frame["lane"], strict=True)
        ],
        "side": sides,
        "label_at": np.where(sides > 0, right, left),
        "room": rooms.round(5),
        "less": less.round(1),
        "reach": reach.round(1),
    }
    for n in _CUTS:
        told[f"label_{n}"] = [these[n][0] if n < len(these) else "" for these in cuts]
        told[f"width_{n}"] = [round(these[n][1]) if n < len(these) else 0 for these in cuts]
    return pd.concat([frame.reset_index(drop=True), pd.DataFrame(told)], axis=1)


def document_rows(
    documents: pd.DataFrame, window: tuple[date, date], label: str, counted: Callable[[int], str]
) -> pd.DataFrame:
    """The documents' own dates as marks of a lane below the events.

    More than `MAX_DOCUMENTS` inside the window are drawn as one mark a period, which says how many they are in the
    words of `counted`.
    """
    begin, stop = ms(window[0]), ms(window[1]) + _DAY
    dated = documents.dropna(subset=["published_start"])
    start = dated["published_start"].astype("int64") * 1000
    end = dated["published_end"].astype("int64") * 1000 + _DAY
    inside = (start < stop) & (end > begin)
    marks = pd.DataFrame(
        {
            "title": dated["title"][inside],
            "start": start[inside].clip(lower=begin),
            "end": end[inside].clip(upper=stop),
        }
    )
    if len(marks) > MAX_DOCUMENTS:
        length = max(_DAY, (stop - begin) // MAX_DOCUMENTS // _DAY * _DAY)
        grouped = marks.groupby((marks["start"] - begin) // length)
        n = grouped.size()
        first = begin + n.index.to_numpy() * length
        marks = pd.DataFrame(
            {"title": [counted(int(one)) for one in n], "start": first, "end": np.minimum(first + length, stop)}
        )
    return marks.assign(
        said=f"{label}: " + marks["title"],
        slot=f"999|000|{label}",
        middle=(marks["start"] + marks["end"]) // 2,
        spread=(marks["end"] - marks["start"]) > _DAY,
    )


def periods(
    events: pd.DataFrame, placed: pd.DataFrame, order: Mapping[str, str], window: tuple[date, date]
) -> pd.DataFrame:
    """Counts of events per lane and period, by the first day where they stand; a period is a day, week, month or year.

    Returns:
        A frame with slot, start and end of the period in milliseconds, first and last (its days, ISO), n.
    """
    length = (window[1] - window[0]).days + 1
    unit = "D" if length <= 100 else "W" if length <= 700 else "M" if length <= 4000 else "Y"
    days = events["placed_start"].to_numpy()[events.index.get_indexer(pd.Index(placed["event_id"]))]
    period = _begin(np.maximum(days, np.datetime64(window[0])), unit)
    lane, lanes = pd.factorize(placed["lane"])
    begins, at = np.unique(period, return_inverse=True)
    fields, n = np.unique(lane * len(begins) + at, return_counts=True)
    start = begins[fields % len(begins)]
    end = _begin(start + np.timedelta64(_AT_MOST[unit], "D"), unit) - np.timedelta64(1, "D")
    rank = {lane: number for number, lane in enumerate(order)}
    slots = np.array([f"{rank[lane]:03d}|000|{order[lane]}" for lane in lanes], dtype=object)
    return pd.DataFrame(
        {
            "slot": slots[fields // len(begins)],
            "start": start.astype("int64") * _DAY,
            "end": end.astype("int64") * _DAY + _DAY,
            "first": start.astype(str),
            "last": end.astype(str),
            "n": n,
        }
    )


_AT_MOST = {"D": 1, "W": 7, "M": 31, "Y": 366}
"""So many days after the begin of a period the next one has begun, and the one after it has not."""


def _begin(days: np.ndarray, unit: str) -> np.ndarray:
    """The first days of the periods in which days lie; a week begins on Monday."""
    whole = days.astype("datetime64[D]")
    if unit == "W":
        return whole - (whole.astype("int64") + _THURSDAY) % 7 * np.timedelta64(1, "D")
    begin: np.ndarray = whole.astype(f"datetime64[{unit}]").astype("datetime64[D]")
    return begin


_THURSDAY = 3
"""The weekday from which numpy counts days, when Monday is 0."""


def ms(day: date) -> int:
    """The begin of a day in milliseconds since 1970, UTC."""
    return (day - date(1970, 1, 1)) // timedelta(days=1) * _DAY


def stretch(days: tuple[date, date]) -> tuple[int, int]:
    """The first and the last millisecond of some days."""
    return ms(days[0]), ms(days[1]) + _DAY - 1


def overview(events: pd.DataFrame, span: tuple[date, date]) -> pd.DataFrame:
    """How many events could have begun in each period of the corpus: start and end in milliseconds, and n."""
    placed = pd.DataFrame({"event_id": events.index, "lane": pd.Categorical(["all"]).repeat(len(events))})
    return periods(events, placed, {"all": ""}, span)


def pointed(chosen: pd.Series, span: tuple[date, date], said: str) -> pd.DataFrame:
    """How a span's chart points to the chosen event: a row of start, points (Vega's shape) and said.

    An event before or after the span is pointed to from its end.
    """
    first, last = chosen["placed_start"].date(), chosen["placed_end"].date()
    begin, stop = ms(span[0]), ms(span[1]) + _DAY
    middle = (ms(first) + ms(last) + _DAY) // 2
    edge = (stop - begin) // 100  # else the sign would make the axis shorter
    shape = "triangle-right" if first > span[1] else "triangle-left" if last < span[0] else "triangle-down"
    return pd.DataFrame({"start": [min(max(middle, begin + edge), stop - edge)], "points": [shape], "said": [said]})


def marks(events: pd.DataFrame, documents: pd.DataFrame, window: tuple[date, date]) -> pd.DataFrame:
    """The rows of events and of documents in one frame, with the window's ends, which fix the time axis."""
    ends = pd.DataFrame({"start": [ms(window[0])], "end": [ms(window[1]) + _DAY], "part": "window"})
    parts = [events.assign(part="event"), documents.assign(part="document"), ends]
    return pd.concat([part for part in parts if len(part)], ignore_index=True)
