"""Who tells of an event, and who could and does not: on its card, and of many events as a table."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import streamlit as st

from dashboard import data, state
from dashboard.asking.corpus import Corpus
from dashboard.asking.documents import about
from dashboard.asking.records import Claim, Document, record, records
from dashboard.asking.telling import Matrix
from dashboard.asking.texts import begin
from dashboard.asking.titles import event_titles, title
from dashboard.parts import choosing
from dashboard.parts.quotes import quote, source
from dashboard.parts.way import way
from dashboard.state import current
from dashboard.words.dates import event_dates
from dashboard.words.i18n import _, ngettext, number, percent
from dashboard.words.markup import plain

if TYPE_CHECKING:
    from core.events.confidence import Contribution

LISTED = 6
"""So many sources are listed on a card; the others are counted."""

ROWS = 25
"""A page of the table has so many events."""

COLUMNS = 24
"""And so many sources at most: those that tell of most of them."""

_TELLS, _SILENT = "●", "○"
_KEY = "telling"
_EVENT = "event"  # the column that says which it is; all others are named by their sources
_HEADING = 17  # letters of a source stand above its column; the whole is shown when it is pointed at
_INSTEAD, _QUOTED = 3, 3  # events that are told instead, and quotes of each


def telling(corpus: Corpus, event_id: str) -> None:
    """The sources of an event, each a way to the reader, and those that write about its days and actors without it."""
    told = data.telling(event_id)
    several = len(told.telling) > 1 and not corpus.decided.unsettled(event_id)
    shares = data.contributions(event_id) if several else {}
    count = len(told.silent)
    label = _("Who tells it") + (
        f" · {ngettext('{n} source could and does not', '{n} sources could and do not', count)}" if count else ""
    )
    with st.expander(label):
        for doc, copies in list(told.telling.items())[:LISTED]:
            here = _document(corpus, doc, event_id)
            _source(corpus, f"tells_{event_id}", here, event_id)
            if doc in shares:
                st.caption(_adds(shares[doc]))
            also = [plain(corpus.title(one)) for one in copies if one != here]
            if also:
                st.caption(f"{_('Copies of this text')}: {'; '.join(also)}")
        _others(len(told.telling))
        if not told.asked:
            st.caption(_("It has no day, or nobody takes part in it: of no source can be said that it is silent."))
        elif not told.silent:
            st.caption(_("No other source tells of these days and of who takes part."))
        else:
            st.markdown(_("**Silent about it**, though they tell of these days and of who takes part:"))
        for one in told.silent[:LISTED]:
            _source(corpus, f"silent_{event_id}", _document(corpus, one.source, one.events[0]), one.events[0])
            st.caption(_("tells: {event}").format(event=plain(title(corpus, one.events[0]))))
        _others(count)


def _adds(one: "Contribution") -> str:
    """What a source adds to how sure an event is, in words."""
    alone, share = percent(one.alone), percent(one.share)
    if not one.agrees:
        return _("sure to {alone} by itself; contradicts the surest source, and to {share} beside it").format(
            alone=alone, share=share
        )
    if one.share < one.alone:
        return _("sure to {alone} by itself, and to {share} beside what contradicts it").format(
            alone=alone, share=share
        )
    return _("sure to {alone} by itself").format(alone=alone)


def _others(count: int) -> None:
    if count > LISTED:
        st.caption(_("and {n} more").format(n=number(count - LISTED)))


def _source(corpus: Corpus, key: str, doc_id: str, event_id: str) -> None:
    """A way to where a source tells of an event."""
    row = record(corpus.documents, doc_id, Document)
    label = f"{plain(row.title)} :gray[· {plain(about(row))}]"
    way("reader", label, ":material/menu_book:", key=f"{key}_{doc_id}", left=doc_id, right=None, event=event_id)


def _document(corpus: Corpus, source_id: str, event_id: str) -> str:
    """The document in which a source tells of an event: itself, or a copy of it."""
    here = corpus.documents_of(event_id)
    return source_id if source_id in here else next(doc for doc in here if corpus.source(doc) == source_id)


def matrix(corpus: Corpus) -> None:
    """Which sources tell of which events, those that most tell of first; choosing a cell shows the passage."""
    ids, chosen = data.by_telling(), current().event
    rows = corpus.events.loc[ids[choosing.page_of(_KEY, ids, chosen, ROWS)]]
    told = data.matrix(tuple(rows.index))
    sources = told.sources[:COLUMNS]

    def values(_part: slice) -> dict[str, Any]:
        said = {doc: [_mark(told, event, doc) for event in rows.index] for doc in sources}
        dated = (
            f"{day}: " if one else "" for day, one in zip(event_dates(rows), rows["date_start"].notna(), strict=True)
        )
        return {
            _EVENT: [day + name for day, name in zip(dated, event_titles(rows), strict=True)],
            **said,
        }

    def choose(event: str, column: str = "") -> None:
        state.move(event=event, left=_passage(told, event, column), right=None)

    st.caption(
        _(
            "{n} of {all} sources: those that tell of most of these events stand first. What does not fit comes into"
            " view by scrolling sideways, or with the arrow keys."
        ).format(n=number(len(sources)), all=number(len(told.sources)))
    )
    choosing.table(
        values,
        {
            _EVENT: st.column_config.TextColumn(_("Event"), width=185, pinned=True),
            **{
                doc: st.column_config.TextColumn(begin(heading, _HEADING), help=plain(heading), width=128)
                for doc, heading in _headings(corpus, sources).items()
            },
        },
        ids,
        choose,
        key=_KEY,
        alt=_("Which sources tell of which events"),
        chosen=chosen,
        row_height=choosing.LINES,
        size=ROWS,
        cell=choose,
    )
    if chosen in rows.index:
        _chosen(corpus, str(chosen), current().left)
    else:
        st.caption(choosing.with_keys(_("Choose a cell to see the passage, or what the source tells instead.")))


def _headings(corpus: Corpus, sources: Sequence[str]) -> dict[str, str]:
    """What columns are called: by the outlet, if there is one, and the title, as it may have several texts."""
    outlets = corpus.documents["outlet"].reindex(list(sources)).fillna("").tolist()
    return {
        doc: ": ".join(filter(None, (outlet, corpus.title(doc)))) for doc, outlet in zip(sources, outlets, strict=True)
    }


def _mark(told: Matrix, event_id: str, source_id: str) -> str:
    if (event_id, source_id) in told.tells:
        return f"{_TELLS} {_('tells')}"
    return f"{_SILENT} {_('silent')}" if (event_id, source_id) in told.silent else ""


def _passage(told: Matrix, event_id: str, column: str) -> str | None:
    """The document that a cell leads to: where its source tells of the event, or else that source itself."""
    return told.tells.get((event_id, column), column) if column in told.sources else None


def _chosen(corpus: Corpus, event_id: str, doc_id: str | None) -> None:
    """What a source says of an event or, where it is silent, what it tells instead; without a source, who tells it."""
    with st.container(border=True, key="telling_card"):
        st.subheader(plain(title(corpus, event_id)), anchor=False)
        if doc_id is None:
            telling(corpus, event_id)
        else:
            st.caption(source(corpus, doc_id))
            one = corpus.source(doc_id)
            instead = next((other.events for other in data.telling(event_id).silent if other.source == one), ())
            if instead:
                st.markdown(_("Silent about it. Of these days and of who takes part it tells:"))
            elif doc_id not in corpus.documents_of(event_id):
                st.markdown(_("This source tells neither of the event nor of these days and of who takes part."))
                telling(corpus, event_id)
            for told in instead[:_INSTEAD] or (event_id,):
                _quotes(corpus, told, one)
        st.button(_("Close"), icon=":material/close:", key="close_telling", on_click=state.move, kwargs={"event": None})


def _quotes(corpus: Corpus, event_id: str, source_id: str) -> None:
    """What a source says of an event, and the way to it."""
    claims = corpus.claims.of(event_id)
    mine = claims[[corpus.source(doc) == source_id for doc in claims["doc_id"]]].drop_duplicates("quote")
    for claim in records(mine.head(_QUOTED), Claim):
        quote(corpus, claim)
        way(
            "reader",
            _("Open in reader"),
            ":material/menu_book:",
            key=f"told_{claim.claim_id}",
            left=claim.doc_id,
            right=None,
            event=event_id,
        )
