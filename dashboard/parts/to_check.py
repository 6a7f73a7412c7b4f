"""The parts of the page on which events are checked one after the other."""

from collections.abc import Sequence

import streamlit as st

from dashboard import data, deciding, state
from dashboard.asking.checking import FIELDS, LOTS, Checks, Lot, Share
from dashboard.asking.corpus import Corpus
from dashboard.asking.selection import Shown
from dashboard.parts import cards, correcting, dialogs
from dashboard.state import bound, current
from dashboard.words import labels
from dashboard.words.i18n import _, ngettext, number, percent
from dashboard.words.markup import plain
from dashboard.words.remarks import told

LATER_KEY = "S"
"""The key that puts an event off."""

RECENT = 10
"""So many decisions are listed at first, and so many more each time."""

_PUT_OFF, _LISTED = "to_check_put_off", "decisions_listed"


def lost(corpus: Corpus) -> None:
    """How many decisions hold on to words that the texts no longer have, and which, each with the way back."""
    every = [said for said in reversed(corpus.decided.said) if said.state == "without_anchor"]
    if not every:
        return
    n = len(every)
    st.warning(
        ngettext(
            "{n} correction holds on to words that the texts no longer have, and does not count any more.",
            "{n} corrections hold on to words that the texts no longer have, and do not count any more.",
            n,
        ),
        icon=":material/link_off:",
    )
    with st.expander(_("Show what they are"), icon=":material/list:"):
        st.caption(_("Correct what they were about anew, where it still stands in other words, and take these back."))
        for said in every:
            correcting.line_of(corpus, said, "lost")


def measured(checks: Checks) -> None:
    """How much is checked, and how much of that was right."""
    every, chance = list(checks.wrong), checks.by_chance
    total, there = len(checks.there), len(checks.there & checks.wrong.keys())
    with st.container(horizontal=True):
        st.metric(
            _("Checked"),
            _("{n} of {total}").format(n=number(there), total=number(total)),
            ngettext("and {n} that is none", "and {n} that are none", checks.none) if checks.none else None,
            delta_color="off",
            delta_arrow="off",
        )
        _metric(_("Right, of those drawn by chance"), checks.share(chance))
        _metric(_("Right, of all checked"), checks.share(every))
    st.progress(there / total if total else 0.0)
    with st.expander(_("What is counted"), icon=":material/help:"):
        st.markdown(
            _(
                "An event is checked once somebody has found it right, has corrected its type, status, date, place or"
                " participants with their roles, or has said that it is none. It was right if it needed none of that."
                " Its title, and whether two events are one, do not count; nor does what the machine has missed: nobody"
                " can tick that off here. What was said to be no event is not counted among the events, but was wrong."
            )
        )
        st.markdown(
            _(
                "Those **drawn by chance** tell of the whole corpus: all events stand in an order that has nothing to"
                " do with them, and these are the ones from its beginning up to the first that is not checked. **All"
                " checked** are what people picked out, doubtful ones perhaps, and tell of these alone. The share of"
                " the whole lies between the two limits 95 times in 100 (Wilson's interval): the more is checked, the"
                " nearer they come."
            )
        )
        if every:
            _by_field(checks, chance or every, by_chance=bool(chance))


def _metric(label: str, share: Share) -> None:
    if not share.n:
        st.metric(label, "–", _("none yet"), delta_color="off", delta_arrow="off")
        return
    st.metric(
        label,
        percent(share.right / share.n),
        _("{right} of {n}; {low} to {high}").format(
            right=number(share.right), n=number(share.n), low=percent(share.low), high=percent(share.high)
        ),
        delta_color="off",
        delta_arrow="off",
    )


def _by_field(checks: Checks, keys: Sequence[str], *, by_chance: bool) -> None:
    """What of the events was right, point by point."""
    st.markdown(
        _("**Point by point**, of those drawn by chance:") if by_chance else _("**Point by point**, of all checked:")
    )
    lines = []
    for field in FIELDS:
        share = checks.share(keys, field)
        label = _("It is an event") if field == "not_event" else labels.decision_label(field)
        if share.n:
            lines.append(
                _("- {field}: {share} ({right} of {n}; {low} to {high})").format(
                    field=label,
                    share=percent(share.right / share.n),
                    right=number(share.right),
                    n=number(share.n),
                    low=percent(share.low),
                    high=percent(share.high),
                )
            )
    st.markdown("\n".join(lines))


def allowed() -> bool:
    """Whether the visitor can check anything; if not, it is said why."""
    if wrong := data.decisions().error:
        st.error(
            _("The file of corrections cannot be read: {error}").format(error=plain(told(wrong))),
            icon=":material/error:",
        )
        return False
    if reason := deciding.hindrance():
        st.info(reason, icon=":material/lock:")
        return False
    return True


def choose(checks: Checks, shown: Shown) -> list[str]:
    """What to check, as it is chosen: the events of that lot."""
    lots = {lot: checks.lot(lot, shown.events) for lot in LOTS}
    names = {
        "chance": _("by chance"),
        "differ": _("sources differ"),
        "perhaps": _("perhaps one event"),
        "low": _("low confidence"),
        "told": _("most told"),
    }
    st.pills(
        _("What to check"),
        list(LOTS),
        required=True,
        format_func=lambda lot: f"{names[lot]} ({number(len(lots[lot]))})",
        **bound("lot"),
    )
    chosen: Lot = current().lot  # type: ignore[assignment]
    return lots[chosen]


def one(corpus: Corpus, lot: Sequence[str]) -> None:
    """The event to check now: that which was chosen, else the first that was not put off."""
    put_off: set[str] = st.session_state.setdefault(_PUT_OFF, set())
    left = [event for event in lot if event not in put_off] or list(lot)
    event = current().event or next(iter(left), None)
    if event is None:
        st.info(_("Nothing is left to check here."), icon=":material/done_all:")
        return

    def later() -> None:
        put_off.add(event)
        state.move(event=None)

    def done() -> None:
        state.move(event=None)

    cards.event_card(corpus, event, done=done)
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.button(
            _("Later"),
            icon=":material/skip_next:",
            key="later",
            shortcut=dialogs.key_of_page(LATER_KEY),
            on_click=later,
        )
        st.caption(ngettext("{n} event to check", "{n} events to check", len(lot)))


def decisions(corpus: Corpus) -> None:
    """All decisions, the latest first, each with the way back."""
    every = sorted(corpus.decided.said, key=lambda said: said.at, reverse=True)
    if not every:
        st.caption(_("Nobody has corrected or checked anything yet."))
        return
    most = st.session_state.get(_LISTED, RECENT)
    for said in every[:most]:
        correcting.line_of(corpus, said, "listed")
    if len(every) > most:
        st.button(
            _("More"),
            icon=":material/expand_more:",
            key="more_decisions",
            on_click=st.session_state.__setitem__,
            args=(_LISTED, most + RECENT),
        )
