"""The parts of the reader: what chooses documents, goes from event to event, says what is chosen and what is marked."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from dashboard import data, folders, state
from dashboard.asking import counting, original
from dashboard.asking.corpus import Corpus
from dashboard.asking.original import Looked
from dashboard.asking.reader import contradicting, with_notes
from dashboard.asking.records import Event, record
from dashboard.asking.titles import title
from dashboard.components.reader import Mark
from dashboard.parts import cards, choosing, collecting, discrepancies
from dashboard.parts.way import way
from dashboard.scenes import noted
from dashboard.state import LAYERS, NO_LAYER, SIDES, current, tied
from dashboard.words import labels
from dashboard.words.dates import event_date
from dashboard.words.i18n import _
from dashboard.words.markup import plain

PAIRS = 20
_LEAVES = "reader_leaves"


def choose(corpus: Corpus, left: str, right: str | None) -> None:
    """Boxes to choose the two documents, each by itself or both as a pair."""
    none = _("choose a text")
    choosing.box(
        _("Left"),
        choosing.documents(corpus),
        "left",
        left,
        lambda doc: {"left": doc, "right": right},
        placeholder=none,
    )
    if len(corpus.documents) > 1:
        others = choosing.documents(corpus, without=left)
        choosing.box(_("Right"), others, "right", right, lambda doc: {"left": left, "right": doc}, placeholder=none)
    best = corpus.claims.document_pairs[:PAIRS]
    if best:
        st.selectbox(
            _("Pairs with most in common"),
            best,
            index=None,
            placeholder=_("choose a pair"),
            format_func=lambda pair: f"{corpus.titles[pair[0]]} – {corpus.titles[pair[1]]} ({pair[2]})",
            **tied(
                "pair",
                next((pair for pair in best if {pair[0], pair[1]} == {left, right}), None),
                lambda pair: {"left": pair[0], "right": pair[1]} if pair else {},
            ),
        )


def steps(corpus: Corpus, events: Sequence[str], left: str, right: str | None) -> None:
    """Buttons to the events before and after the chosen one, and where it stands among those of the text or the pair.

    The arrow keys do the same, see `components.reader`; as shortcuts of these buttons they would move sliders, too.
    """
    chosen, pair = current().event, right is not None
    at = events.index(chosen) if chosen in events else -1
    ways = (
        (_("Previous"), ":material/arrow_back:", _("Arrow key ←"), at - 1, at <= 0),
        (_("Next"), ":material/arrow_forward:", _("Arrow key →"), at + 1, at >= len(events) - 1),
    )
    for label, icon, keys, to, ended in ways:
        st.button(
            label,
            icon=icon,
            help=keys,
            disabled=ended,
            on_click=state.move,
            kwargs={"event": None if ended else events[to], "left": left, "right": right},
        )
    place = f"{at + 1} / {len(events)} · " if at >= 0 else ""
    count = counting.events(corpus.events.loc[list(events)])
    st.caption(place + (_("in both: {events}").format(events=count.told) if pair else count.told))


def shown(corpus: Corpus, documents: Sequence[str]) -> list[dict[str, Any]]:
    """Documents as the reader component takes them: with the notes that people have put on their passages, or the file.

    Which file that is, the tables say, never the address.
    """
    notes = collecting.every_note()
    view, folder = current(), folders.corpus_folder()
    texts = [with_notes(data.document(doc), noted.inside(corpus, doc, notes)) for doc in documents]
    return [
        {**text, "original": original.shown(corpus, folder, doc, _looked(doc))} if side in view.original else text
        for side, doc, text in zip(SIDES, documents, texts, strict=False)
    ]


def turn(side: int) -> None:
    """Have a pane show its document's file, or its text again; for callbacks."""
    turned = {*current().original} ^ {SIDES[side]}
    state.move(original=tuple(one for one in SIDES if one in turned))


def leaf(documents: Sequence[str], side: int, page: int) -> None:
    """Have a pane show a page of its document's file, until another event is chosen; for callbacks."""
    st.session_state[_LEAVES] = {**st.session_state.get(_LEAVES, {}), documents[side]: Looked(current().event, page)}


def _looked(doc: str) -> Looked:
    event = current().event
    looked: Looked = st.session_state.get(_LEAVES, {}).get(doc, Looked())
    return looked if looked.event == event else Looked(event)


def layers() -> list[str]:
    """What is to be marked in the texts, as it is chosen."""
    names = _layer_names()
    chosen = [one for one in current().layers if one in names]
    st.pills(
        _("Mark"),
        list(LAYERS),
        selection_mode="multi",
        format_func=names.__getitem__,
        label_visibility="collapsed",
        wrap=True,
        **tied("layers", chosen, lambda new: {"layers": tuple(one for one in LAYERS if one in new) or (NO_LAYER,)}),
    )
    return chosen


def _layer_names() -> dict[str, str]:
    return {
        "claim": _("Events"),
        "actor": _("Actors"),
        "time": _("Times"),
        "differ": _("Differences"),
        "note": _("Remarks"),
        "comment": _("Notes"),
    }


def key(documents: Sequence[dict[str, Any]]) -> list[Mark]:
    """What the marks in some documents look like and mean: the types of events by their colours, then the layers."""
    spans = [span for document in documents for span in document["spans"]]
    present = {span[2] for span in spans}
    told = [data.corpus().claims.inside(document["id"])["type"] for document in documents]
    types = sorted({str(kind) for kinds in told for kind in kinds}, key=labels.type_order)
    marks = [Mark("claim", labels.type_label(kind), labels.type_colour(kind)) for kind in types]
    if types:
        marks.append(Mark("chosen", _("chosen event")))
    names = {
        "differ": _("sources differ"),
        "actor": _("actor"),
        "time": _("time"),
        "note": _("remark of the program"),
        "comment": _("note"),
        "found": _("search"),
        "dim": _("not read"),
    }
    return [*marks, *(Mark(layer, name) for layer, name in names.items() if layer in present)]


def chosen(corpus: Corpus, event_id: str, documents: Sequence[str]) -> None:
    """The chosen event in a line above the texts, and on what its sources contradict each other."""
    event = record(corpus.events, event_id, Event)
    said = [labels.type_label(event.type), labels.status_text(event.status), event_date(event)]
    if event.place:
        said.append(corpus.place(event.place))
    with st.container(key="reader_chosen", gap="xsmall"):
        st.markdown(f"**{plain(title(corpus, event_id))}** :gray[{plain(' · '.join(said))}]")
        sources = corpus.documents_of(event_id)
        if not set(documents) & set(sources):
            st.warning(_("Neither of these two texts reports the chosen event."), icon=":material/info:")
            way(
                "reader",
                _("Open its sources: {title}").format(title=plain(corpus.title(sources[0]))),
                ":material/menu_book:",
                key="open_sources",
                **cards.reading(corpus, event_id),
            )
        discrepancies.warnings(corpus, event_id)
        pairs = contradicting(corpus, event_id)
        if pairs and not any({*pair} == {*documents} for pair in pairs):
            left, right = pairs[0]
            way(
                "reader",
                _("Show the two that differ"),
                ":material/compare_arrows:",
                key="differing",
                left=left,
                right=right,
            )
