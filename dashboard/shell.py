"""What every page has around it: the way to the other pages, the one selection, and notices about the link."""

from datetime import date
from typing import Any

import streamlit as st

from dashboard import building, data, hosting, state
from dashboard.asking.corpus import Corpus
from dashboard.asking.relations import relation_ends
from dashboard.asking.selection import presets
from dashboard.asking.texts import begin
from dashboard.asking.titles import title
from dashboard.components import source
from dashboard.components.menu import going
from dashboard.components.share import copy_link
from dashboard.components.spoken import spoken
from dashboard.components.tabbing import tabbing
from dashboard.parts import choosing, searching, timeline
from dashboard.signing_in import entrance
from dashboard.state import Wrong, bound, current, tied
from dashboard.words import labels
from dashboard.words.i18n import LANGUAGES, _, language, ngettext, number, percent
from dashboard.words.markup import plain
from dashboard.words.remarks import told

FEW = 3
"""So many filters are named above them: all of many would push the others out of the window."""

CHOSEN = 40
"""So many letters stand in the sidebar of what is chosen or filtered by."""

LOOK = 20
"""After so many seconds the app looks again whether there are newer tables."""


_STYLE = f"<style>{source('page.css')}</style>"


def pages() -> list[Any]:
    """The pages in the order of the menu."""
    return [
        st.Page(f"views/{name}.py", title=title, icon=icon, default=name == "overview") for name, title, icon in _menu()
    ]


def _menu() -> list[tuple[str, str, str]]:
    return [
        ("overview", _("Overview"), ":material/space_dashboard:"),
        ("changes", _("What is new"), ":material/new_releases:"),
        ("timeline", _("Timeline"), ":material/view_timeline:"),
        ("network", _("Network"), ":material/hub:"),
        ("reader", _("Reader"), ":material/menu_book:"),
        ("actors", _("Actors"), ":material/groups:"),
        ("discrepancies", _("Discrepancies"), ":material/compare_arrows:"),
        ("to_check", _("To check"), ":material/fact_check:"),
        ("briefing", _("Briefing"), ":material/co_present:"),
        ("sources", _("Sources and method"), ":material/library_books:"),
        *([("add", _("Add sources"), ":material/note_add:")] if hosting.may_add() or hosting.arriving() else []),
    ]


def window_title(path: str) -> str:
    """What the window of a page is called, by the page's path in the address."""
    titles = {name: title for name, title, _icon in _menu()}
    return f"{titles.get(path, titles['overview'])} · Lagebild"


def sidebar(page: str) -> None:
    """The menu, whose links carry the view along, and the filters that rule all pages, on the page of a path."""
    corpus = data.corpus()
    st.html(_STYLE)
    with st.sidebar:
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            st.subheader(":material/radar: Lagebild", anchor=False)
            _news()
        with st.container(gap="xxsmall"):
            for name, title, icon in _menu():
                st.page_link(f"views/{name}.py", label=title, icon=icon, width="stretch", query_params=state.link())
            spoken(language())
            going(page)
            tabbing()
        with st.container(gap="xsmall"):  # at 900 pixels, all of it is in view, whatever is filtered by
            _count(corpus)
            _filters(corpus)
            _found()
        with st.container(horizontal=True, vertical_alignment="center"):
            copy_link(_("Copy link"), _("Copied"))
            st.segmented_control(
                _("Language"),
                list(LANGUAGES),
                format_func=str.upper,
                label_visibility="collapsed",
                **tied("lang", language(), lambda chosen: {"lang": chosen or language()}),
            )
        entrance.account()


@st.fragment(run_every=LOOK)
def _news() -> None:
    """Where newer tables have been built: a button to go on to them. Until it is used, nothing on show changes."""
    if (wrong := building.error()) and hosting.may_correct():
        st.error(_("The tables could not be built: {error}").format(error=plain(told(wrong))), icon=":material/error:")
    if data.newer() and st.button(
        _("New tables"),
        icon=":material/update:",
        help=_("The tables have been built again. You still see the ones that you began with: go on to the new ones."),
    ):
        data.go_on()
        st.rerun()


def welcome() -> None:
    """Say that the tables are other ones than a moment ago."""
    st.toast(_("These are the new tables."), icon=":material/update:", duration="long")


def _count(corpus: Corpus) -> None:
    """How many events are shown, with the way back to all, and what they and the pages are set to."""
    shown, total, view = data.shown(), len(corpus.events) - len(corpus.gone), current()
    with st.container(
        key="count", horizontal=True, vertical_alignment="center", horizontal_alignment="distribute", gap=None
    ):
        st.markdown(
            _("**{shown}** of {total} events").format(shown=number(shown.total), total=number(total)),
            width="content",
        )
        st.button(
            _("Reset"),
            help=_("Take back all filters. What is chosen stays."),
            type="tertiary",
            on_click=state.reset,
            disabled=view.filters == state.DEFAULT.filters,
        )
    said = [
        f":material/{icon}: {plain(', '.join(words))}"
        for icon, words in (("filter_alt", _filtered(corpus)), ("touch_app", _chosen(corpus)))
        if words
    ]
    if said:
        st.caption("  \n".join(said))


def _found() -> None:
    """Where the menu lies over the page (see `page.css`): how many events are left, and the way to them."""
    count = data.shown().total
    st.button(ngettext("Show {n} event", "Show {n} events", count), key="show_found", type="primary", width="stretch")


def _filtered(corpus: Corpus) -> list[str]:
    """The filters that do not stand in view, in words, the first of many: search and window do stand in view."""
    view = current()
    named = [
        *(corpus.name(actor) for actor in view.actors),
        *map(labels.type_label, view.types),
        *(labels.status_text(status) for status in state.STATUSES if status in view.statuses),
        *(labels.basis_label(basis) for basis in state.BASES if basis in view.bases),
        *(corpus.title(doc) for doc in view.sources),
        *([_("confidence of {share} or more").format(share=percent(view.confidence / 100))] if view.confidence else []),
        *([_("bounded events too")] if view.bounds == "placed" else []),
    ]
    more = len(named) - FEW
    few = named[:FEW] if more > 1 else named
    return [*(begin(one, CHOSEN) for one in few), *([ngettext("{n} more", "{n} more", more)] if more > 1 else [])]


def _chosen(corpus: Corpus) -> list[str]:
    """What is chosen on the pages, in words."""
    view = current()
    actors = (view.actor, *(relation_ends(view.relation) if view.relation else ()))
    return [
        *(corpus.name(actor) for actor in dict.fromkeys(filter(None, actors))),
        *([begin(title(corpus, view.event), CHOSEN)] if view.event else []),
    ]


def _filters(corpus: Corpus) -> None:
    searching.search(corpus)
    ends = _within_slider(axis) if (axis := timeline.axis(corpus)) else None
    if ends:
        _window(ends)
    _days(corpus)
    _placed()
    # Known to the session, it stays open when something comes to stand above it; closed, it costs a run nothing.
    more = st.expander(_("More filters"), icon=":material/tune:", key="more_filters", on_change="rerun")
    if more.open:
        with more:
            _more(corpus, ends)


def _more(corpus: Corpus, ends: tuple[date, date] | None) -> None:
    """The filters that seldom change; `ends` are those of the slider of the window, where there is one."""
    view = current()
    if ends:
        _windows(corpus, ends)
    if corpus.days.has_bounds:
        st.toggle(
            _("Draw and count bounded events"),
            help=_(
                "Events that no source dates, but that are known to be no later than a day, or no earlier. Off at"
                " first: many stand at the few days of writing, and would crowd what the sources date."
            ),
            **tied("bounds", view.bounds == "placed", lambda on: {"bounds": "placed" if on else "apart"}),
        )
    choosing.boxes(
        _("Actors who take part"),
        choosing.actors(corpus),
        "actors",
        view.actors,
        placeholder=_("all"),
        help=_(
            "Leaves the events in which any of these takes part, on all pages. An actor who is chosen on a page is"
            " another thing: that opens a card, and leaves all events."
        ),
    )
    st.multiselect(
        _("Event types"),
        sorted(corpus.types, key=labels.type_order),
        format_func=labels.type_label,
        placeholder=_("all"),
        **bound("types", tuple),
    )
    st.multiselect(
        _("Status"),
        list(state.STATUSES),
        format_func=labels.status_text,
        placeholder=_("all"),
        **bound("statuses", tuple),
    )
    st.multiselect(
        _("How the date is known"),
        list(state.BASES),
        format_func=labels.basis_label,
        placeholder=_("all"),
        **bound("bases", tuple),
    )
    choosing.boxes(_("Sources"), choosing.documents(corpus), "sources", view.sources, placeholder=_("all"))
    st.slider(
        _("Confidence, at least"),
        0,
        100,
        step=5,
        format="%d %%",
        help=labels.confidence_meaning(),
        **bound("confidence"),
    )


def _days(corpus: Corpus) -> None:
    """The first and the last day of the window, to be typed or picked; empty ones leave it open."""
    whole = corpus.days.stretch(bounded=current().bounds == "placed", whole=True)
    if whole is None:
        return
    view = current()
    given = [day for day in (*whole, view.first, view.last) if day]

    def begins(day: date | None) -> dict[str, date | None]:
        return {"first": day, "last": None if day and view.last and day > view.last else view.last}

    def ends(day: date | None) -> dict[str, date | None]:
        return {"last": day, "first": None if day and view.first and day < view.first else view.first}

    for key, label, value, changes in (
        ("from", _("from"), view.first, begins),
        ("to", _("to"), view.last, ends),
    ):
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.caption(label, width=36)
            st.date_input(
                label,
                None,
                min_value=min(given),
                max_value=max(given),
                format="DD.MM.YYYY" if language() == "de" else "YYYY-MM-DD",
                label_visibility="collapsed",
                **tied(f"day_{key}", value, changes),
            )


_SLIDER = date(1684, 7, 29), date(2255, 6, 4)
"""The days that Streamlit's slider takes: their microseconds since 1970 are whole numbers of JavaScript."""


def _placed() -> None:
    """How many events of the window are dated, bounded and undated, and which of them do not count in it."""
    shown = data.shown()
    said = ", ".join(
        (
            ngettext("{n} dated", "{n} dated", shown.counts.dated),
            ngettext("{n} bounded", "{n} bounded", shown.counts.bounded),
            ngettext("{n} undated", "{n} undated", shown.counts.undated),
        )
    )
    if shown.left_out:
        apart = shown.bounds == "apart"
        said += f" – {_('dated ones count alone') if apart else _('undated ones do not count')}"
    st.caption(said)


def _within_slider(span: tuple[date, date]) -> tuple[date, date] | None:
    """A span as far as the slider can show it, whose ends then stand for all before and after; None for a day alone."""
    first, last = max(span[0], _SLIDER[0]), min(span[1], _SLIDER[1])
    return (first, last) if first < last else None


def _window(span: tuple[date, date]) -> None:
    """The window as a slider over these days."""
    first, last = span
    view = current()
    window = tuple(min(max(day, first), last) for day in (view.first or first, view.last or last))

    def ends(chosen: tuple[date, date]) -> dict[str, date | None]:
        return {
            "first": None if chosen[0] <= first else chosen[0],
            "last": None if chosen[1] >= last else chosen[1],
        }

    st.slider(
        _("Time window"),
        first,
        last,
        format=_("YYYY-MM-DD"),
        help=_(
            "Dated: the words of a source say when. Bounded: no words say when, but as the day of writing is known, it"
            " cannot have been later, or earlier. Undated: nothing is known of when."
        ),
        **tied("window", window, ends),
    )


def _windows(corpus: Corpus, span: tuple[date, date]) -> None:
    """Windows to choose from by a click."""
    view = current()
    choices = presets(corpus, bounded=view.bounds == "placed")

    def chosen() -> str | None:
        if view.first is None and view.last is None:
            return "most" if choices.get("most", ()) == timeline.axis(corpus) else "all"
        begin, end = choices.get("all", span)
        return next((name for name, ends_ in choices.items() if ends_ == (view.first or begin, view.last or end)), None)

    names = {
        "all": _("all"),
        "most": _("densest part"),
        "five": _("last 5 years"),
        "year": _("last year"),
        "half": _("last half year"),
    }
    if len(choices) > 1:
        st.pills(
            _("Time windows to choose from"),
            list(choices),
            format_func=names.__getitem__,
            label_visibility="collapsed",
            **tied(
                "preset",
                chosen(),
                lambda name: _PRESETS.get(name or "all") or {"first": choices[name][0], "last": None},
            ),
        )


_PRESETS: dict[str, dict[str, Any]] = {
    "all": {"first": None, "last": None, "extent": "all"},
    "most": {"first": None, "last": None, "extent": "dense"},
}
"""What the presets that leave nothing out change: what slider and charts reach over."""


def notices(wrong: list[Wrong]) -> None:
    """Say what the link asked for and cannot have, and what is shown instead."""
    if not wrong:
        return
    names = {
        "event": _("event"),
        "actor": _("actor"),
        "actors": _("actor"),
        "to": _("actor"),
        "relation": _("relation"),
        "sources": _("source"),
        "left": _("text"),
        "right": _("text"),
        "first": _("date"),
        "last": _("date"),
        "types": _("event type"),
        "statuses": _("status"),
        "bases": _("how the date is known"),
        "since": _("since when"),
    }
    listed = "; ".join(f"{names.get(one.parameter, one.parameter)} “{plain(one.value)}”" for one in wrong)
    st.warning(
        _("This link names what is not in these tables: {what}. The rest of it is shown.").format(what=listed),
        icon=":material/link_off:",
    )
