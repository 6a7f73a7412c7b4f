"""What all corrections have in common: what was decided, told on a card, and the ways to decide or to take back."""

from collections.abc import Callable, Sequence

import streamlit as st

from core.columns import DECISIONS
from core.corpus.lines import single_line
from dashboard import deciding
from dashboard.asking.corpus import Corpus
from dashboard.asking.decided_values import value
from dashboard.asking.decisions import Said
from dashboard.asking.texts import begin
from dashboard.deciding import Change
from dashboard.parts.titles import title
from dashboard.words import labels
from dashboard.words.dates import moment
from dashboard.words.i18n import _
from dashboard.words.markup import plain
from dashboard.words.remarks import told

ON_CARD = 3
"""A card shows so many decisions at first; the earlier ones are folded up."""

OF_ACTORS = ("same_actor", "other_actor", "no_actor")
"""Kinds of decisions after which an actor is not where it was."""

VALUELESS = ("checked", "not_event", "no_actor", "same_event", "other_event")
"""Kinds of decisions that say all by their name."""


def notes(corpus: Corpus, said: Sequence[Said], key: str) -> None:
    """What people have decided of what a card shows: what the machine says, who, when, why, and the way back."""
    trouble()
    shown = [one for one in reversed(said) if one.state != "overridden"]
    for one in shown[:ON_CARD]:
        _note(corpus, one, key)
    if len(shown) > ON_CARD:
        with st.expander(_("Earlier corrections")):
            for one in shown[ON_CARD:]:
                _note(corpus, one, key)


def trouble() -> None:
    """Say what went wrong when something was to be kept."""
    if wrong := deciding.trouble():
        st.error(_("Nothing has been changed: {error}").format(error=plain(told(wrong))), icon=":material/error:")


def _note(corpus: Corpus, said: Said, key: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f":small[{_ICONS.get(said.field, ':material/edit:')} {sentence(corpus, said)}]", width="stretch")
        undo(said, key)


_ICONS = {"checked": ":green[:material/check_circle:]", "not_event": ":material/block:", "no_actor": ":material/block:"}


def undo(said: Said, key: str) -> None:
    """A button that takes a decision back, if the visitor may."""
    if said.state != "taken_back" and deciding.may():
        st.button(
            _("Undo"),
            icon=":material/undo:",
            key=f"undo_{key}_{said.line}",
            type="tertiary",
            on_click=deciding.take_back,
            args=(said.line,),
        )


def sentence(corpus: Corpus, said: Said) -> str:
    """A decision as Markdown: what was decided, what the machine says, by whom, when and why."""
    what = f"**{labels.decision_label(said.field)}**"
    if said.state == "taken_back":
        what = _("{what}: taken back").format(what=what)
    elif said.field not in VALUELESS:
        now, before = (plain(value(corpus, said.field, one)) for one in (said.value, said.machine))
        what += f": {now}"
        if said.field not in ("same_actor", "other_actor") and before != now:
            what += f" :gray[({_('the machine: {value}').format(value=before)})]"
    at = moment(said.at, st.context.timezone)
    about = [
        *([plain(said.by)] if said.by else []),
        plain(at),
        *([_("“{words}”").format(words=plain(said.why))] if said.why else []),
    ]
    if said.state == "without_anchor":
        about.append(_("its words are gone from the text"))
    elif said.state == "pending":
        about.append(_("not in the tables yet"))
    return f"{what} :gray[· {' · '.join(about)}]"


def latest(corpus: Corpus, fields: Sequence[str] = DECISIONS) -> None:
    """What was decided last of some kinds of things, as long as the tables do not say it, with the way back."""
    waiting = [one for one in corpus.decided.said if one.state == "pending" and one.field in fields]
    if waiting:
        line_of(corpus, waiting[-1], "latest")


def line_of(corpus: Corpus, said: Said, key: str) -> None:
    """A decision with what it is about, where no card says that, and the way back."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f":small[{sentence(corpus, said)}]  \n:small[{_about(corpus, said)}]", width="stretch")
        undo(said, key)


def _about(corpus: Corpus, said: Said) -> str:
    """What a decision is about: titles, names, or the words that it is anchored in."""
    events = [title(corpus, event) for event in said.events if event in corpus.events.index]
    actors = [corpus.name(actor) for actor in said.actors]
    documents = [corpus.title(doc) for doc in said.documents if doc in corpus.documents.index]
    named = plain(" / ".join(dict.fromkeys([*events, *actors, *documents])))
    words = _("“{words}”").format(words=plain(begin(said.quote))) if said.quote and not named else ""
    return f":gray[{named or words}]"


def save(changes: Callable[[], Sequence[Change]], why: str, *, disabled: bool = False) -> None:
    """The button of a dialog that keeps what was changed in it; what is wrong is told in the dialog.

    It can be pressed also where nothing seems changed: what is being written is known when the field is left.
    """
    if st.button(_("Save"), icon=":material/save:", type="primary", disabled=disabled, key="save_decision"):
        keep(changes(), why)


def keep(changes: Sequence[Change], why: str) -> None:
    """Keep what was decided in a dialog, and close it."""
    if not changes:
        st.info(_("Nothing is changed here yet."), icon=":material/info:")
    elif deciding.say(changes, single_line(why)):
        st.rerun()
    trouble()


def reason(key: str) -> str:
    """The field for why something is corrected."""
    return str(st.text_input(_("Why (if you like)"), key=f"why_{key}", max_chars=500) or "")


def line(said: str | None) -> str:
    """What was written into a field, as one line."""
    return single_line(said or "")
