"""The parts of the page Briefing: collections, their stops in order, what is written to them, and all notes."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import partial
from typing import Any

import streamlit as st

from core.anchors import Anchor
from core.briefings import Collection, Event, Network, Note, Passages, Stop, Text, Timeline, new_id
from core.briefings.collecting import Added, Deleted, Edited, Made, Moved, Removed, Renamed
from core.briefings.noting import OnActor, OnEvent, OnPassage, Rewritten, Struck
from dashboard import data, hosting, state
from dashboard.asking.corpus import Corpus
from dashboard.asking.records import Claim, records
from dashboard.asking.texts import begin
from dashboard.asking.titles import title
from dashboard.components.share import copy_link
from dashboard.components.stage import stage
from dashboard.parts.collecting import write
from dashboard.parts.presenting import said
from dashboard.scenes import found, pictures, sections
from dashboard.scenes.handout import FORMS, Form, handout
from dashboard.sets import Set
from dashboard.state import current, tied
from dashboard.words.i18n import _, as_spoken, ngettext
from dashboard.words.markup import plain

_REMOVED, _EDITED = "removed_stop", "edited_stop"
_LONGEST = 200
"""Letters of a title."""

_ICONS = {
    Event: ":material/event:",
    Passages: ":material/format_quote:",
    Timeline: ":material/view_timeline:",
    Network: ":material/hub:",
    Text: ":material/notes:",
}


def how() -> None:
    """How a collection comes about, or why none can."""
    if hosting.may_collect():
        st.info(
            _(
                "A collection is a path of stops to present and to hand out: events, passages, stretches of the"
                " timeline, parts of the network, words of your own. *Collect* on every card, in the reader, and on"
                " timeline and network puts one in."
            ),
            icon=":material/bookmark_add:",
        )
    else:
        st.info(
            hosting.hindrance_to_collect()
            or _("This server lets nobody write from here; collections can be shown, presented and handed out."),
            icon=":material/lock:",
        )


def choose(collections: Sequence[Collection]) -> Collection | None:
    """The box of collections and the way to a new one; gives the chosen collection, else the last changed one."""
    chosen = next((one for one in collections if one.id == current().collection), next(iter(collections), None))
    titles = {one.id: one.title or _("without a title") for one in collections}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if chosen:
            st.selectbox(
                _("Collection"),
                list(titles),
                format_func=titles.__getitem__,
                **tied("collection", chosen.id, lambda id_: {"collection": id_, "stop": 1}),
            )
        if hosting.may_collect():
            with st.popover(_("New collection"), icon=":material/create_new_folder:", key="new_collection"):
                _titled(_("Title"), "made", "", _make)
    return chosen


def _titled(label: str, key: str, title: str, keep: Any) -> None:
    """A form that asks for a title and keeps it."""

    def sent() -> None:
        given = " ".join(st.session_state[f"title_{key}"].split())
        if given:
            keep(given)

    with st.form(f"form_{key}", border=False, clear_on_submit=not title):
        st.text_input(label, title, max_chars=_LONGEST, key=f"title_{key}")
        st.form_submit_button(_("Keep"), icon=":material/check:", on_click=sent)


def _make(title: str) -> None:
    id_ = new_id()
    if write([Made(id_, title)]):
        state.move(collection=id_, stop=1)


def actions(collection: Collection) -> None:
    """What can be done with the whole collection."""
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            _("Present"),
            icon=":material/slideshow:",
            disabled=not collection.stops,
            on_click=state.move,
            kwargs={"present": collection.id, "collection": None, "stop": 1},
        )
        if collection.stops:
            copy_link(
                _("Copy link to present"),
                _("Copied"),
                key="share_present",
                params=state.link(present=collection.id, collection=None, stop=1),
            )
            _hand_out(collection)
        if hosting.may_collect():
            with st.popover(_("Collection"), icon=":material/more_horiz:", key=f"more_{collection.id}"):
                _titled(
                    _("Title"),
                    collection.id,
                    collection.title,
                    lambda title: write([Renamed(collection.id, title)]),
                )
                st.button(
                    _("Delete the collection"),
                    icon=":material/delete:",
                    on_click=_delete,
                    args=(collection,),
                )
    told = [ngettext("{n} stop", "{n} stops", len(collection.stops))]
    if collection.by:
        told.append(_("made by {name}").format(name=plain(collection.by)))
    st.caption(" · ".join(told))


def _hand_out(collection: Collection) -> None:
    """The collection as files; each is made when its button is pressed, outside of the session."""
    tables, today = data.tables(), datetime.now().astimezone().date()
    with st.popover(_("Hand out"), icon=":material/download:", key="hand_out"):
        for name, form in FORMS.items():
            made = as_spoken(partial(_file, form, tables, collection, today))
            st.download_button(
                name,
                data=made,
                file_name=f"{file_name(collection.title)}.{form.ending}",
                mime=form.mime,
                icon=":material/download:",
                key=f"hand_out_{form.ending}",
                disabled=not form.available(),
                on_click="ignore",
                width="stretch",
            )
        if not FORMS["PDF"].available():
            st.caption(_("PDF needs Typst on the server: `pip install 'lagebild[pdf]'`"))
        st.caption(_("Each file holds its quotes with their places; `lagebild verify` looks them up in the corpus."))


def _file(form: Form, tables: Set, collection: Collection, today: date) -> bytes:
    return form.make(handout(tables, collection, today))


def file_name(title: str) -> str:
    """A name for a file of a title: letters and figures, whatever stands in it."""
    return "-".join(re.findall(r"\w+", title.lower()))[:60].strip("-") or "briefing"


def _delete(collection: Collection) -> None:
    if write([Deleted(collection.id)]):
        st.session_state[_REMOVED] = collection, None
        state.move(collection=None, stop=1)


def taken_back() -> None:
    """The way back after something was removed."""
    removed: tuple[Collection, Stop | None] | None = st.session_state.get(_REMOVED)
    if removed is None:
        return
    collection, stop = removed
    what = plain(collection.title) if stop is None else plain(stop.title or _("the stop"))
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(_("Removed: {what}").format(what=what))
        st.button(_("Take back"), icon=":material/undo:", type="tertiary", on_click=_restore, args=(collection, stop))


def _restore(collection: Collection, stop: Stop | None) -> None:
    if stop is None:
        if write([Renamed(collection.id, collection.title)]):
            state.move(collection=collection.id)
    else:
        ids = [one.id for one in collection.stops]
        at = ids.index(stop.id)
        write([Moved(collection.id, stop.id, ids[at - 1] if at else None)])
        state.move(stop=at + 1)
    st.session_state.pop(_REMOVED, None)


def stops(corpus: Corpus, collection: Collection) -> None:
    """The stops in their order; the chosen one is open, with what can be done with it."""
    chosen = min(current().stop, len(collection.stops))
    for number, stop in enumerate(collection.stops, 1):
        with st.container(border=True, key=f"stop_{number}", gap="small"):
            if number == chosen:
                _open(corpus, collection, number, stop)
            else:
                st.button(
                    f"**{number}**  {plain(heading(corpus, stop))}",
                    key=f"open_{stop.id}",
                    icon=_ICONS[type(stop.what)],
                    type="tertiary",
                    on_click=state.move,
                    kwargs={"stop": number},
                    wrap=True,
                )
    if hosting.may_collect():
        st.button(_("Add words of your own"), icon=":material/add_notes:", on_click=_add_text, args=(collection,))


def heading(corpus: Corpus, stop: Stop) -> str:
    """What a stop is called in the list."""
    if stop.title:
        return stop.title
    match stop.what:
        case Timeline() | Network():
            return pictures.title(data.tables(), stop.what)
        case Text():
            return begin(" ".join(stop.words.split())) or _("Words of your own")
        case Event() | Passages():
            return sections.section(corpus, stop, lambda _what: None).title


def _add_text(collection: Collection) -> None:
    if write([Added(collection.id, new_id(), Text())]):
        state.move(stop=len(collection.stops) + 1)


def _open(corpus: Corpus, collection: Collection, number: int, stop: Stop) -> None:
    """One stop with all it shows, and, for who may, what changes it."""
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.caption(f"{_ICONS[type(stop.what)]} **{number} / {len(collection.stops)}**")
        if hosting.may_collect():
            _move_buttons(collection, number, stop)
    draw = pictures.drawer(data.tables(), pictures.sheet(dark=st.context.theme.type == "dark"))
    stage(sections.section(corpus, stop, draw), key=f"preview_{stop.id}", words=said())
    if hosting.may_collect():
        _form(corpus, collection, stop)


def _move_buttons(collection: Collection, number: int, stop: Stop) -> None:
    ids = [one.id for one in collection.stops]
    with st.container(horizontal=True, width="content", gap="xsmall"):
        st.button(
            _("Up"),
            key="stop_up",
            icon=":material/arrow_upward:",
            shortcut="Alt+Up",
            disabled=number == 1,
            on_click=_move,
            args=(collection.id, stop.id, ids[number - 3] if number > 2 else None, number - 1),
        )
        st.button(
            _("Down"),
            key="stop_down",
            icon=":material/arrow_downward:",
            shortcut="Alt+Down",
            disabled=number == len(ids),
            on_click=_move,
            args=(collection.id, stop.id, ids[min(number, len(ids) - 1)], number + 1),
        )
        st.button(
            _("Remove"),
            key="stop_remove",
            icon=":material/delete:",
            type="tertiary",
            on_click=_remove,
            args=(collection, stop),
        )


def _move(collection: str, stop: str, behind: str | None, to: int) -> None:
    if write([Moved(collection, stop, behind)]):
        state.move(stop=to)


def _remove(collection: Collection, stop: Stop) -> None:
    if write([Removed(collection.id, stop.id)]):
        st.session_state[_REMOVED] = collection, stop


def _form(corpus: Corpus, collection: Collection, stop: Stop) -> None:
    """Title and words of a stop, and which passages show an event; each is kept as soon as it is left."""
    for unseen in stop.also_written:
        st.warning(
            _("Somebody else wrote at the same time: {words}").format(words=plain(unseen)), icon=":material/group:"
        )
    claims = _claims(corpus, stop.what)
    keep = partial(_edit, corpus, collection.id, stop, claims)
    st.text_input(
        _("Title"),
        stop.title,
        max_chars=_LONGEST,
        key=f"title_{stop.id}",
        placeholder=_("else what it shows names it"),
        on_change=keep,
    )
    st.text_area(
        _("Your text") if isinstance(stop.what, Text) else _("Note"),
        stop.words,
        max_chars=20_000,
        key=f"words_{stop.id}",
        on_change=keep,
    )
    if len(claims) > 1:
        st.multiselect(
            _("Passages that show it"),
            list(claims),
            [id_ for id_, one in claims.items() if _chosen(corpus, stop.what, one)],
            format_func=lambda id_: _passage_label(corpus, claims[id_]),
            max_selections=4,
            key=f"passages_{stop.id}",
            on_change=keep,
        )


def _claims(corpus: Corpus, what: object) -> Mapping[str, Claim]:
    """The claims that an event of a stop can be shown by, by their ids; none for other stops."""
    if not isinstance(what, Event) or (event := found.event(corpus, what.event)) is None:
        return {}
    return {one.claim_id: one for one in records(corpus.claims.of(event), Claim)}


def _chosen(corpus: Corpus, what: object, claim: Claim) -> bool:
    if not isinstance(what, Event):
        return False
    shown = [found.claim(corpus, anchor, claim.event_id) for anchor in what.passages]
    return any(one and one.claim_id == claim.claim_id for one in shown)


def _passage_label(corpus: Corpus, claim: Claim) -> str:
    quote = corpus.texts.of(claim.doc_id)[claim.start : claim.end]
    return f"{corpus.title(claim.doc_id)}: {begin(' '.join(quote.split()), 60)}"


def _edit(corpus: Corpus, collection: str, stop: Stop, claims: Mapping[str, Claim]) -> None:
    """Keep what the fields of a stop have now; of two fields that were left at once, the first keeps both."""
    title = " ".join(st.session_state[f"title_{stop.id}"].split())
    words = st.session_state[f"words_{stop.id}"].strip()
    change = Edited(collection, stop.id, title, words, was_title=stop.title, was_words=stop.words)
    picked = st.session_state.get(f"passages_{stop.id}")
    if picked is not None and isinstance(stop.what, Event):
        passages: tuple[Anchor, ...] = tuple(found.anchored(corpus, claims[id_]) for id_ in claims if id_ in picked)
        shows = Event(stop.what.event, passages)
        change = Edited(collection, stop.id, title, words, shows, stop.title, stop.words)
    if st.session_state.get(_EDITED) != change and write([change]):
        st.session_state[_EDITED] = change


def notes(corpus: Corpus, every: Sequence[Note]) -> None:
    """All notes, each with what it is on and, for who may, what changes it."""
    for note in reversed(every):
        with st.container(border=True, gap="small"):
            st.markdown(f":material/sticky_note_2: {plain(note.text) if note.text else _('bookmark')}")
            for unseen in note.also_written:
                st.caption(_("Somebody else wrote at the same time: {words}").format(words=plain(unseen)))
            signed = [plain(_subject(corpus, note)), *([plain(note.by)] if note.by else [])]
            with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
                st.caption(" · ".join(signed))
                with st.container(horizontal=True, width="content", gap="xsmall", vertical_alignment="center"):
                    _way(corpus, note)
                    if hosting.may_collect():
                        _note_buttons(note)


def _subject(corpus: Corpus, note: Note) -> str:
    """What a note is on, in words."""
    match note.about:
        case OnEvent(event=reference):
            event = found.event(corpus, reference)
            return title(corpus, event) if event else _("An event that is no longer in the tables")
        case OnActor(actor=reference):
            actor = found.actor(corpus, reference)
            return corpus.name(actor) if actor else _("An actor who is no longer in the tables")
        case OnPassage(anchor=anchor):
            words = _("“{words}”").format(words=begin(" ".join(anchor.quote.split())))
            return words if found.place(corpus, anchor) else f"{words} ({_('no longer stands in this source')})"


def _way(corpus: Corpus, note: Note) -> None:
    """The way to what a note is on."""
    match note.about:
        case OnEvent(event=reference) if event := found.event(corpus, reference):
            page, params = "timeline", state.link(event=event, collection=None)
        case OnActor(actor=reference) if actor := found.actor(corpus, reference):
            page, params = "actors", state.link(actor=actor, collection=None)
        case OnPassage(anchor=anchor) if found.place(corpus, anchor):
            claim = found.claim(corpus, anchor)
            page, params = (
                "reader",
                state.link(left=anchor.doc_id, right=None, event=claim.event_id if claim else None, collection=None),
            )
        case _:
            return
    st.page_link(f"views/{page}.py", label=_("Show"), icon=":material/arrow_forward:", query_params=params)


def _note_buttons(note: Note) -> None:
    with st.popover(_("Edit"), icon=":material/edit:", type="tertiary", key=f"edit_{note.id}"):
        with st.form(f"note_form_{note.id}", border=False):
            st.text_area(_("Note"), note.text, max_chars=5000, key=f"text_{note.id}")
            st.form_submit_button(_("Keep"), icon=":material/check:", on_click=_rewrite, args=(note,))
        st.button(
            _("Strike the note"),
            key=f"strike_{note.id}",
            icon=":material/delete:",
            on_click=_strike,
            args=(note,),
        )


def _strike(note: Note) -> None:
    write([Struck(note.id)])


def _rewrite(note: Note) -> None:
    write([Rewritten(note.id, st.session_state[f"text_{note.id}"].strip(), note.text)])
