"""The parts of the page on sources and method."""

import json
from collections.abc import Callable, Sequence
from functools import cache, partial
from importlib.resources import files
from typing import Literal, get_args

import numpy as np
import pandas as pd
import pyarrow as pa
import streamlit as st

from core.briefings import Note
from core.exports import FORMATS
from core.journal import JournalError
from core.model import SegmentKind
from core.tables import SCHEMAS
from dashboard import data, kept, state
from dashboard.asking import counting, export
from dashboard.asking.archive import archive
from dashboard.asking.corpus import Corpus
from dashboard.asking.documents import about, published
from dashboard.asking.records import Document, record, records
from dashboard.asking.selection import Shown
from dashboard.asking.workbook import workbook
from dashboard.parts import choosing, timeline
from dashboard.scenes import noted
from dashboard.state import current
from dashboard.words import labels, retelling
from dashboard.words.i18n import _, as_spoken, number, percent
from dashboard.words.markup import plain
from dashboard.words.remarks import told

DATES = 12
"""From more documents than these on, dates are told by the first and last."""


def documents(corpus: Corpus) -> None:
    """The documents with their dates; choosing a row shows what else is known of one, with a way to its text."""
    table = data.documents()
    ways = {
        "title": st.column_config.TextColumn(_("Text"), width=152),
        "copy": st.column_config.TextColumn(_("Copy of"), width=115),
        "date": st.column_config.TextColumn(_("Date"), width=128),
        "outlet": st.column_config.TextColumn(_("Outlet"), width=90),
        "author": st.column_config.TextColumn(_("Author"), width=90),
        "bundle": st.column_config.TextColumn(_("One of several in"), width=125),
        "translated": st.column_config.TextColumn(_("Translated from"), width=112),
        "events": st.column_config.NumberColumn(_("Events"), width=65),
        "words": st.column_config.NumberColumn(_("Words"), width=65),
        "apart": choosing.apart(width=110),
    }
    chosen = current().left
    choosing.table(
        lambda part: {str(name): column.to_numpy() for name, column in table.iloc[part].items()},
        {name: way for name, way in ways.items() if name in table},
        list(table.index),
        lambda doc: state.move(left=doc),
        key="documents",
        alt=_("The texts of the corpus"),
        chosen=chosen,
        row_height=choosing.LINES,
    )
    if chosen:
        _document(corpus, chosen)
    else:
        st.caption(choosing.with_keys(_("Choose a row to see what the text's date rests on and where it is from.")))


def _document(corpus: Corpus, doc_id: str) -> None:
    """What is known of one document, and the way to its text."""
    document = record(corpus.documents, doc_id, Document)
    with st.container(border=True, key="document_card"):
        st.subheader(plain(corpus.title(doc_id)), anchor=False)
        st.caption(plain(about(document)))
        evidence = retelling.evidence(document.published_reasons, document.published_evidence)
        said = [
            (_("Date"), f"{published(document)}: {evidence}"),
            (_("Author"), document.author),
            (_("One of several in"), document.bundle),
            (_("Address"), document.url),
            (_("File"), document.file),
        ]
        st.markdown(
            "  \n".join(f"**{name}** {plain(str(value))}" for name, value in said if value and not pd.isna(value))
        )
        st.page_link(
            "views/reader.py",
            label=_("Open in reader"),
            icon=":material/menu_book:",
            query_params=state.link(left=doc_id, right=None, event=None),
        )


def read(corpus: Corpus) -> None:
    """How much of the texts was read for events, and how much was set aside as boilerplate."""
    lengths = corpus.texts.lengths
    total = int(lengths.sum())
    if not total:
        return
    with st.container(horizontal=True):
        for kind in get_args(SegmentKind):
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
    drawn = corpus.days.dense or corpus.days.span
    if drawn is None:
        st.caption(_("No event in this selection has a date."))
        return
    counted = data.coverage(drawn)
    if counted is not None:
        alt = _("Number of events over time in the whole corpus")
        timeline.bars(counted, drawn, key="coverage", alt=alt)
        timeline.reach(corpus.events.dropna(subset=["date_start"]), drawn)
    dated = corpus.documents.dropna(subset=["published_start"]).sort_values(["published_start", "published_end"])
    st.caption(
        _("Silence is not absence: {n} texts tell of what their writers chose to tell.").format(
            n=number(len(corpus.documents))
        )
        + (" " + _("They were written: {dates}.").format(dates=_written(dated)) if len(dated) else "")
    )


def _written(documents: pd.DataFrame) -> str:
    """The dates of documents, ordered by them, in words: of many the first and the last."""
    ends = documents if len(documents) <= DATES else documents.iloc[[0, -1]]
    days = [published(row) for row in records(ends, Document)]
    return "; ".join(days) if ends is documents else _("from {first} to {last}").format(first=days[0], last=days[1])


def glossary() -> None:
    """What the words mean that stand on every page."""
    meanings = (
        (_("Text"), _("an article as it was read, from a file or a part of one.")),
        (
            _("Source"),
            _("a text together with its copies, whole or cut: whatever they tell, they tell once."),
        ),
        (
            _("Quote"),
            _("the words of a text that tell of an event, and where they stand; in the tables, each makes a claim."),
        ),
        (
            _("Event"),
            _("what one or several quotes tell of: of one type, with a status, a date, a place, and who takes part."),
        ),
        (
            _("dated, bounded, undated"),
            _(
                "a source says when it was, or it follows from what it says; it is known that it was not after a day,"
                " or not before one; neither."
            ),
        ),
        (
            _("takes part"),
            _("acts in an event, or is who or what it is done with, to or about. Who only speaks about it does not."),
        ),
        (_("Relation"), _("two actors who take part in the same events; the more of these, the stronger.")),
        (
            _("Discrepancy"),
            _("two quotes of one event that cannot both be right: in day, place or number, or one denies it."),
        ),
        (_("Confidence"), labels.confidence_meaning()),
    )
    st.markdown("\n".join(f"- **{word}**: {meaning}" for word, meaning in meanings))


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
            " difference is kept. Copies of one text, whole or cut, count as one source.\n\n"
            "All of it is done by rules and word lists, without a language model: the same texts give the same tables,"
            " and each claim names the rule that found it. Where no words say a date, none"
            " is guessed; how many dates are right stands below."
        )
    )


@cache
def figures() -> dict[str, float]:
    """The evaluation's figures, as `lagebild evaluate tests/gold/seeds.yaml --json` printed them for `seeds`."""
    return _measured("evaluation.json")


def figures_unseen() -> dict[str, float]:
    """The same for news texts that were set aside while the rules were made; `texts` says how many.

    `read` is how many quotes of yet other news a reader judged, `read_right` and `read_flawed` how many were so.
    """
    return _measured("evaluation_unseen.json")


def _measured(file: str) -> dict[str, float]:
    measured: dict[str, float] = json.loads((files("dashboard") / file).read_text(encoding="utf-8"))
    return measured


def quality() -> None:
    """How well extraction works, measured on the texts that come with it and on news that nothing was fitted to."""
    seeds, unseen = figures(), figures_unseen()
    said = {
        "recall": _("found: share of the hand-made events that were found"),
        "precision": _("right: share of the events found that are events"),
        "type": _("of those found, the type is right"),
        "status": _("of those found, the status is right"),
        "date": _("of those found, the date is right"),
        "participants_f1": _("actors: found and right (F1)"),
        "exact_f1": _("everything right at once (F1)"),
    }
    st.table(
        pd.DataFrame(
            {
                _("other news"): [percent(unseen[name]) for name in said],
                _("the five texts"): [percent(seeds[name]) for name in said],
                _("what it says"): list(said.values()),
            }
        ),
        width="content",
        hide_index=True,
        border="horizontal",
    )
    # No caption: code in one has too little contrast.
    st.markdown(
        _(
            "Measured against {n} events that readers collected by hand from {texts} news texts on many subjects, which"
            " were set aside while the rules were made: expect that of your texts. And against {seeds} events of the"
            " five texts in `seeds`, which the rules were made with."
        ).format(n=number(unseen["gold"]), texts=number(unseen["texts"]), seeds=number(seeds["gold"]))
        + " "
        + _(
            "Of {n} quotes drawn by chance from other news, a reader found {right} read right in every part, {flawed}"
            " with one part wrong or missing, and {wrong} wrong."
        ).format(
            n=number(unseen["read"]),
            right=number(unseen["read_right"]),
            flawed=number(unseen["read_flawed"]),
            wrong=number(unseen["read"] - unseen["read_right"] - unseen["read_flawed"]),
        )
        + "  \n"
        + _("To measure again: `lagebild build seeds` and `lagebild evaluate tests/gold/seeds.yaml`.")
    )


_FORMATS = (
    ("CSV", "csv", "text/csv", export.csv),
    ("Parquet", "parquet", "application/vnd.apache.parquet", export.parquet),
)
_ZIP, _EXCEL = "application/zip", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def downloads(corpus: Corpus, shown: Shown) -> None:
    """One menu with all there is to take away, and beside it what that holds and leaves out.

    A file is made when its button is pressed, outside of the session: its words are settled here.
    """
    said = _held(corpus, shown)
    with st.container(horizontal=True, vertical_alignment="center"):
        # Its 60 buttons are made when it is opened: they took as long as the rest of the page.
        menu = st.popover(_("Download"), icon=":material/download:", key="downloads", on_change="rerun")
        if menu.open:
            with menu:
                _menu(corpus, shown, said)
        st.markdown(said, width="stretch")


def _menu(corpus: Corpus, shown: Shown, said: str) -> None:
    _button(_("Everything (zip)"), "lagebild.zip", _ZIP, lambda: archive(corpus, shown, said), "primary")
    st.caption(_("All tables as CSV, what their columns say, and the network as GraphML."))
    _button(_("Excel workbook"), "lagebild.xlsx", _EXCEL, lambda: workbook(corpus, shown))
    st.caption(_("A sheet for each table but the whole texts, which are too long for Excel's cells."))
    with st.expander(_("For other programs")):
        _interchange(corpus, shown)
    with st.expander(_("Single tables")):
        for name in SCHEMAS:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(f"`{name}`", width=120)
                for label, ending, mime, write in _FORMATS:
                    _button(label, f"{name}.{ending}", mime, partial(_file, corpus, shown, name, write))


def _interchange(corpus: Corpus, shown: Shown) -> None:
    """A button for each form of other programs, with what it holds of the selection and what not."""
    counts, total = data.exported(), shown.counts.total
    try:
        notes = kept.notes()
    except JournalError as error:
        notes = ()
        st.error(plain(told(error.message)), icon=":material/error:")
    for name, form in FORMATS.items():
        made = partial(_interchange_file, corpus, shown, name, notes if form.noted else ())
        _button(form.label, f"lagebild.{form.ending}", form.media_type, made)
        said = _holds(name)
        if counts[name] < total:
            said += " " + _("{n} of {total} events; the others stay out.").format(
                n=number(counts[name]), total=number(total)
            )
        st.caption(said)


def _interchange_file(corpus: Corpus, shown: Shown, form: str, notes: Sequence[Note]) -> bytes:
    return export.interchange(corpus, shown, form, noted.among(corpus, shown, notes) if notes else ())


def _holds(form: str) -> str:
    """What a form of other programs holds, and what it is for."""
    return {
        "ris": _("Sources with the quotes used of them, for reference managers."),
        "bibtex": _("The same for LaTeX."),
        "ical": _("What is planned or possible and has a date, for calendars."),
        "geojson": _("Events at places whose coordinates are known, for maps."),
        "annotations": _("Quotes, remarks and people's notes by their words and positions, after the W3C's model."),
        "ftm": _("Sources, actors, mentions and events, for OpenAleph."),
        "graphml": _("The network, for Gephi and yEd."),
        "gexf": _("The network with its times, for Gephi."),
    }[form]


def _button(
    label: str, file: str, mime: str, made: Callable[[], bytes], kind: Literal["primary", "secondary"] = "secondary"
) -> None:
    st.download_button(
        label,
        data=as_spoken(made),
        file_name=file,
        mime=mime,
        key=f"download_{file}",
        icon=":material/download:",
        type=kind,
        on_click="ignore",
    )


def _held(corpus: Corpus, shown: Shown) -> str:
    """What the files hold of the corpus, and what the selection leaves out of them, in words."""
    rest = counting.of_times(shown.known[~shown.kept])
    telling = corpus.claims.telling
    silent = len(corpus.documents) - np.unique(telling.which[shown.kept[telling.event]]).size
    said = [_("The files hold {events}.").format(events=shown.counts.told)]
    if rest.total:
        said.append(_("The selection leaves out {events}.").format(events=rest.told))
    if shown.narrowed and shown.counts.bounded + shown.counts.undated:
        said.append(_("Events without a date come along, though the time window is narrowed."))
    if silent:
        said.append(
            _("Left out with all that stands in them: texts that tell of none of these ({n}).").format(n=number(silent))
        )
    return " ".join(said)


def _file(corpus: Corpus, shown: Shown, name: str, write: Callable[[pa.Table], bytes]) -> bytes:
    return write(export.table(corpus, shown, name))
