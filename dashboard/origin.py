"""The parts of the page on sources and method."""

import json
from collections.abc import Callable, Iterable
from functools import cache, partial
from importlib.resources import files
from typing import Any

import pandas as pd
import streamlit as st

from core.tables import SCHEMAS
from dashboard import export, labels, timeline
from dashboard.i18n import _, number, percent
from dashboard.reading import published
from dashboard.selection import Corpus, Shown, records


def documents(corpus: Corpus) -> None:
    """The documents with their dates and what these rest on; choosing a row opens nothing by itself."""
    bases = {"metadata": _("given"), "inferred": _("inferred from the text"), "unknown": _("unknown")}
    rows = list(records(corpus.documents))
    st.dataframe(
        pd.DataFrame(
            {
                "title": [row.title for row in rows],
                "date": [published(row) for row in rows],
                "basis": [bases[row.published_basis] for row in rows],
                "evidence": _texts(row.published_evidence for row in rows),
                "events": [corpus.events_told[row.Index] for row in rows],
                "words": [row.n_words for row in rows],
                "outlet": _texts(row.outlet for row in rows),
                "translated": _texts(row.translated_from for row in rows),
                "url": _texts(row.url for row in rows),
                "file": [row.file for row in rows],
            }
        ),
        hide_index=True,
        alt=_("The documents of the corpus"),
        column_config={
            "title": st.column_config.TextColumn(_("Document"), width=225),
            "date": st.column_config.TextColumn(_("Date"), width=165),
            "basis": st.column_config.TextColumn(_("Date is"), width=145),
            "evidence": st.column_config.TextColumn(_("Because"), width=275),
            "outlet": st.column_config.TextColumn(_("Outlet")),
            "translated": st.column_config.TextColumn(_("Translated from")),
            "words": st.column_config.NumberColumn(_("Words"), width=70),
            "events": st.column_config.NumberColumn(_("Events"), width=80),
            "url": st.column_config.TextColumn(_("Address")),
            "file": st.column_config.TextColumn(_("File")),
        },
    )


def _texts(values: Iterable[Any]) -> list[str]:
    """Texts with an empty one where there is none."""
    return ["" if pd.isna(value) else str(value) for value in values]


def read(corpus: Corpus) -> None:
    """How much of the texts was read for events, and how much was set aside as boilerplate."""
    segments = corpus.tables.segments
    lengths = (segments["end"] - segments["start"]).groupby(segments["kind"]).sum()
    total = int(lengths.sum())
    if not total:
        return
    with st.container(horizontal=True):
        for kind in ("body", "headline", "caption", "byline", "boilerplate"):
            if kind in lengths:
                st.metric(labels.segment_label(kind), percent(lengths[kind] / total), border=True)
    st.caption(
        _(
            "Shares of the characters read. Headlines, body and captions are searched for events; bylines and"
            " boilerplate, such as advertising and link lists, are shown in the reader but not searched."
        )
    )


def coverage(corpus: Corpus) -> None:
    """When the documents were written and when the events they tell of took place."""
    if corpus.span is None:
        st.caption(_("No event in this selection has a date."))
        return
    timeline.bars(corpus.events, corpus.span, key="coverage", alt=_("Number of events over time in the whole corpus"))
    dates = sorted(published(row) for row in records(corpus.documents) if not pd.isna(row.published_start))
    st.caption(
        _("Silence is not absence: {n} documents tell of what their writers chose to tell.").format(
            n=number(len(corpus.documents))
        )
        + (" " + _("They were written: {dates}.").format(dates="; ".join(dates[:12])) if dates else "")
    )


def method() -> None:
    """How the tables come about, in plain words."""
    st.markdown(
        _(
            "1. Each text is cut into headline, body, captions and boilerplate, sentences and words.\n"
            "2. Time expressions are read and set against the day the text was written, which is itself inferred from"
            " the text where nothing says it.\n"
            "3. Names, titles and pronouns are linked to actors.\n"
            "4. A clause that asserts something of a known type becomes a claim: who, what, when, and whether it"
            " happened, goes on, is planned, possible or denied.\n"
            "5. Claims about the same happening, from one text or several, become one event; where they differ, the"
            " difference is kept.\n\n"
            "All of it is done by rules and word lists, without a language model: the same texts give the same tables,"
            " and each claim names the rule that found it. A date that the text does not support is left out."
        )
    )


@cache
def figures() -> dict[str, float]:
    """The evaluation's figures, as `lagebild evaluate tests/gold/seeds.yaml --json` printed them for `seeds`."""
    found: dict[str, float] = json.loads((files("dashboard") / "evaluation.json").read_text(encoding="utf-8"))
    return found


def quality() -> None:
    """How well extraction works, measured on the texts that come with it."""
    found = figures()
    said = {
        "recall": _("found: share of the hand-made events that were found"),
        "precision": _("right: share of the events found that are events"),
        "type": _("of those found, the type is right"),
        "status": _("of those found, the status is right"),
        "date": _("of those found, the date is right"),
        "participants_f1": _("actors: found and right (F1)"),
        "exact_f1": _("everything right at once (F1)"),
    }
    st.dataframe(
        pd.DataFrame({"what": list(said.values()), "share": [percent(found[name]) for name in said]}),
        hide_index=True,
        width="content",
        alt=_("How well it works"),
        column_config={
            "what": st.column_config.TextColumn(_("what it says"), width=470),
            "share": st.column_config.TextColumn(_("value"), width=80),
        },
    )
    st.caption(
        _(
            "Measured against {n} events that a reader collected by hand from the five texts in `seeds`. The rules"
            " were made with these texts at hand: expect less of others."
        ).format(n=number(found["gold"]))
        + "  \n"
        + _("To measure again: `lagebild build seeds` and `lagebild evaluate tests/gold/seeds.yaml`.")
    )


def downloads(corpus: Corpus, shown: Shown) -> None:
    """A button for each table and format; a file is made when its button is pressed."""
    for name in SCHEMAS:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"`{name}`", width=140)
            st.download_button(
                "CSV",
                data=partial(_file, corpus, shown, name, export.csv),
                file_name=f"{name}.csv",
                mime="text/csv",
                key=f"csv_{name}",
                icon=":material/download:",
                on_click="ignore",
            )
            st.download_button(
                "Parquet",
                data=partial(_file, corpus, shown, name, partial(export.parquet, name=name)),
                file_name=f"{name}.parquet",
                mime="application/vnd.apache.parquet",
                key=f"parquet_{name}",
                icon=":material/download:",
                on_click="ignore",
            )


def _file(corpus: Corpus, shown: Shown, name: str, write: Callable[[pd.DataFrame], bytes]) -> bytes:
    return write(export.tables(corpus, shown)[name])
