"""What the timeline draws: events as marks in lanes, as long as their dates are uncertain, or as counts per period.

All of it is pure functions from events to the frame that is drawn (see `specs` and `bars`). Times are sent as
milliseconds since 1970 in UTC and drawn in UTC, so that no day shifts with the visitor's time zone.
"""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

import numpy as np
import pandas as pd

MAX_MARKS = 800
"""From more events than this, the timeline shows counts per period instead of marks."""

MAX_DOCUMENTS = 200
"""From more documents than this, their own dates are drawn as counts per period."""

MARK_COLUMNS = [
    "event_id", "slot", "start", "end", "middle", "form", "bar", "cut_left", "cut_right", "kind", "status", "firm",
    "chosen", "size", "n_documents", "title", "date", "type_label", "status_label", "basis",
]  # fmt: skip
"""What the browser gets of each mark."""

_DAY = 86_400_000
_FADE = 18
"""A bound fades into its open side over this part of the window."""

_GLYPH = 70  # a mark's width as a part of the timeline's: marks closer than 1/70 are set in different rows


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


def lanes(events: pd.DataFrame, by: pd.DataFrame | None, top: int) -> pd.DataFrame:
    """Each event with its lane, as columns event_id and lane; an event can stand in several lanes.

    Args:
        events: the events, indexed by event_id.
        by: pairs of event_id and lane, or None for lanes by type.
        top: how many lanes at most; the fullest are kept.
    """
    if by is None:
        pairs = pd.DataFrame({"event_id": events.index, "lane": events["type"].to_numpy()})
    else:
        pairs = by[by["event_id"].isin(events.index)].drop_duplicates()
    fullest = pairs["lane"].value_counts().head(top).index
    return pairs[pairs["lane"].isin(fullest)]


def rows(
    events: pd.DataFrame,
    placed: pd.DataFrame,
    order: Mapping[str, str],
    window: tuple[date, date],
    chosen: str | None,
    describe: Callable[[pd.DataFrame], pd.DataFrame],
) -> pd.DataFrame:
    """The marks of the timeline, one for each event and lane.

    Args:
        events: events that have a place in time, indexed by event_id.
        placed: event_id and lane, see `lanes`.
        order: the lanes' ids from top to bottom, with their labels.
        window: the days that are drawn; a date that reaches beyond is cut there and marked as going on.
        chosen: the chosen event.
        describe: gives the columns for the tooltip, of the same index as the events.

    Returns:
        A frame with event_id, slot (lane and row in it, for the axis), start, end and middle in milliseconds (`end` is
        the end of the last possible day; a bound with an open side goes on there for as long as it fades), form (see
        `form`), bar (whether it is long enough to be seen beside the sign), kind, status, firm (the sentence itself
        says the date), chosen, size (the sign's area in square pixels: larger for more sources, smaller on a bar, which
        speaks for itself) and the described columns.
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
        chosen=frame["event_id"] == chosen,
    )
    frame["bar"] = np.isin(forms, ["interval", "closed"]) & (frame["end"] - frame["start"] > (stop - begin) // _GLYPH)
    frame["size"] = (80 + 40 * (frame["n_documents"].clip(1, 5) - 1)) // (1 + frame["bar"])
    rank = {lane: number for number, lane in enumerate(order)}
    frame["rank"] = frame["lane"].map(rank)
    frame = frame.sort_values(["rank", "start", "end"], ignore_index=True)
    row = _rows(frame, (stop - begin) // _GLYPH)
    frame["slot"] = [
        f"{rank:03d}|{number:03d}|{order[lane]}"
        for rank, number, lane in zip(frame["rank"], row, frame["lane"], strict=True)
    ]
    return frame[MARK_COLUMNS]


def _rows(frame: pd.DataFrame, width: int) -> list[int]:
    """The row of each mark in its lane: the first where it touches no mark before it."""
    result = []
    lane: int | None = None
    free: list[int] = []
    for rank, start, end, middle in frame[["rank", "start", "end", "middle"]].itertuples(index=False):
        if rank != lane:
            lane, free = rank, []
        left, right = min(start, middle - width // 2), max(end, middle + width // 2)
        number = next((number for number, until in enumerate(free) if until <= left), len(free))
        if number == len(free):
            free.append(right)
        else:
            free[number] = right
        result.append(number)
    return result


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
    days = (window[1] - window[0]).days + 1
    unit = "D" if days <= 100 else "W" if days <= 700 else "M" if days <= 4000 else "Y"
    frame = placed.merge(events[["placed_start"]], left_on="event_id", right_index=True)
    begin = frame["placed_start"].where(frame["placed_start"] >= pd.Timestamp(window[0]), pd.Timestamp(window[0]))
    counted = (
        frame.assign(period=begin.dt.to_period(unit)).groupby(["lane", "period"], observed=True).size().rename("n")
    ).reset_index()
    start = counted["period"].dt.start_time.dt.normalize().astype("datetime64[s]")
    end = counted["period"].dt.end_time.dt.normalize().astype("datetime64[s]")
    rank = {lane: number for number, lane in enumerate(order)}
    return pd.DataFrame(
        {
            "slot": [f"{rank[lane]:03d}|000|{order[lane]}" for lane in counted["lane"]],
            "start": start.astype("int64") * 1000,
            "end": end.astype("int64") * 1000 + _DAY,
            "first": start.dt.strftime("%Y-%m-%d"),
            "last": end.dt.strftime("%Y-%m-%d"),
            "n": counted["n"],
        }
    )


def ms(day: date) -> int:
    """The begin of a day in milliseconds since 1970, UTC."""
    return (day - date(1970, 1, 1)) // timedelta(days=1) * _DAY


def overview(events: pd.DataFrame, span: tuple[date, date]) -> pd.DataFrame:
    """How many events could have begun in each period of the corpus: start and end in milliseconds, and n."""
    placed = pd.DataFrame({"event_id": events.index, "lane": pd.Categorical(["all"]).repeat(len(events))})
    return periods(events, placed, {"all": ""}, span)


def marks(events: pd.DataFrame, documents: pd.DataFrame, window: tuple[date, date]) -> pd.DataFrame:
    """The rows of events and of documents in one frame, with the window's ends, which fix the time axis."""
    ends = pd.DataFrame({"start": [ms(window[0])], "end": [ms(window[1]) + _DAY], "part": "window"})
    parts = [events.assign(part="event"), documents.assign(part="document"), ends]
    return pd.concat([part for part in parts if len(part)], ignore_index=True)
