"""The lanes of the timeline, and what is drawn in them: events as marks, with their words."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

import pandas as pd

from dashboard.asking.corpus import Corpus
from dashboard.asking.titles import event_titles
from dashboard.charts import marks, placing
from dashboard.words import labels
from dashboard.words.dates import event_dates
from dashboard.words.i18n import _, language, ngettext

TOP = 20
"""No more lanes than this are drawn."""


def by(corpus: Corpus, lanes: str) -> pd.DataFrame | None:
    """Pairs of event and lane for a choice of lanes; None for lanes by type."""
    if lanes == "actor":
        return corpus.parts.taking_part.set_axis(["event_id", "lane"], axis=1)
    if lanes == "source":
        return corpus.claims.rows[["event_id", "doc_id"]].set_axis(["event_id", "lane"], axis=1)
    if lanes == "place":
        places = corpus.events["place"].dropna()
        return pd.DataFrame({"event_id": places.index, "lane": places.to_numpy()})
    return None


def order(corpus: Corpus, placed: pd.DataFrame, lanes: str) -> dict[str, str]:
    """The lanes with their labels: types in their own order, sources in that of the documents, others by their number.

    The lanes of the rest, and of events that have none, come last.
    """
    counts = placed["lane"].value_counts()
    last = {marks.REST: _("others"), marks.NONE: _("no place") if lanes == "place" else _("nobody named")}
    ids = [lane for lane in counts.index if lane not in last]
    if lanes == "type":
        named = {kind: labels.type_label(kind) for kind in sorted(ids, key=labels.type_order)}
    elif lanes == "source":
        named = {doc: corpus.title(doc) for doc in corpus.in_order(ids)}
    else:
        name = corpus.place if lanes == "place" else corpus.name
        named = {lane: name(lane) for lane in ids}
    return named | {lane: label for lane, label in last.items() if lane in counts.index}


def marked(
    corpus: Corpus,
    events: pd.DataFrame,
    placed: pd.DataFrame,
    named: dict[str, str],
    drawn: tuple[date, date],
    special: marks.Special,
    *,
    legend: bool,
    across: float = placing.WIDTH,
) -> tuple[pd.DataFrame, dict[str, Any]]:
    """The marks of events in lanes, and the specification that draws them.

    Args:
        corpus: whose documents' own dates are drawn below.
        events: those that have a place in time within `drawn`.
        placed: event and lane, see `marks.lanes`.
        named: see `order`.
        drawn: from which to which day.
        special: which events are set off.
        legend: whether the colours are explained; where lanes are types, these explain them.
        across: the width in pixels that marks are placed for.
    """
    from dashboard.charts import specs  # Altair takes half a second to import, and other pages do without

    titled = events.assign(title=event_titles(events))
    titled["label"] = titled["title"] if legend else _without_type(titled)
    frame = marks.rows(titled, placed, named, drawn, special, _described, across)
    documents = marks.document_rows(
        corpus.documents, drawn, _("Sources' own dates"), lambda n: ngettext("{n} source", "{n} sources", n)
    )
    colours = tuple(
        (kind, labels.type_label(kind), labels.type_colour(kind))
        for kind in sorted(set(frame["kind"]), key=labels.type_order)
    )
    words = {
        "title": _("Event"),
        "date": _("Date"),
        "basis": _("Date known because"),
        "type_label": _("Type"),
        "status_label": _("Status"),
        "n_documents": _("Sources"),
    }
    shapes = tuple((status, mark.shape) for status, mark in labels.MARKS.items())
    spec = specs.timeline(language(), tuple(words.items()), colours, shapes, legend)
    return marks.marks(frame, documents, drawn), spec


def _without_type(events: pd.DataFrame) -> list[str]:
    """The titles without the type that they begin with, which names their lane, and the status, which is the sign."""
    kinds = labels.each(events["type"], lambda kind: re.escape(labels.type_label(kind)))
    return [re.sub(rf"^{kind}(?: \([^)]*\))?: ", "", title) for title, kind in zip(events["title"], kinds, strict=True)]


def _described(events: pd.DataFrame) -> pd.DataFrame:
    dates, types = event_dates(events), labels.each(events["type"], labels.type_label)
    return pd.DataFrame(
        {
            "date": dates,
            "type_label": types,
            "status_label": labels.each(events["status"], labels.status_text),
            "basis": labels.each(events["date_source"], labels.source_label),
            "said": _said(events, dates, types),
        },
        index=events.index,
    )


def _said(events: pd.DataFrame, dates: Sequence[str], types: Sequence[str]) -> list[str]:
    """What a mark says to those who do not see it: date, type, status if it has not happened, title, sources."""
    status = labels.each(events["status"], labels.status_label)
    kinds = [kind.lower() if language() == "en" else kind for kind in types]
    return [
        ", ".join(
            (
                date,
                kind if one == "occurred" else f"{kind} ({state})",
                title,
                ngettext("{n} source", "{n} sources", int(n)),
            )
        )
        for date, kind, one, state, title, n in zip(
            dates, kinds, events["status"], status, _without_type(events), events["n_documents"], strict=True
        )
    ]


def legend(forms: set[str], *, shows_colours: bool) -> tuple[str, str]:
    """What signs and forms mean, in two lines of words."""
    signs = " · ".join(f"**{mark.sign}**\u00a0{labels.status_label(status)}" for status, mark in labels.MARKS.items())
    rest = [
        _("filled: words of the sentence say when, hollow: inferred"),
        *([_("━━ a bar is as long as the date is uncertain")] if "interval" in forms else []),
        *([_("◌ dashed: no date, only bounds")] if forms & {"closed", "until", "since"} else []),
        *([_("░▒▓ fading: that day or earlier")] if "until" in forms else []),
        *([_("▓▒░ fading: that day or later")] if "since" in forms else []),
        _("larger: more sources"),
    ]
    if not shows_colours:
        rest.append(_("colour: type"))
    return signs, " · ".join(rest)
