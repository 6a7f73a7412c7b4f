"""What all corrections have in common: what was decided, told on a card, and the ways to decide or to take back."""

from collections.abc import Callable, Sequence
from itertools import accumulate

import streamlit as st

from core.columns import DECISIONS
from core.corpus.lines import single_line
from dashboard import deciding
from dashboard.asking.corpus import Corpus
from dashboard.asking.decided_values import value
from dashboard.asking.decisions import OF_EVENTS, Said
from dashboard.asking.texts import begin
from dashboard.asking.titles import title
from dashboard.deciding import Change
from dashboard.words import labels
from dashboard.words.dates import moment
from dashboard.words.i18n import _
from dashboard.words.markup import plain
from dashboard.words.remarks import told

ON_CARD = 3
"""A card shows so many decisions at first; the earlier ones are folded up."""

OF_ACTORS = ("same_actor", "other_actor", "no_actor")
"""Kinds of decisions after which an actor is not where it was."""

VALUELESS = ("checked", "not_event", "no_actor")
"""Kinds of decisions that say all by their name."""


def notes(corpus: Corpus, said: Sequence[Said], key: str, event: str | None = None) -> None:
    """What people have decided of what a card shows: what the machine says, who, when, why, and the way back.

    What was kept at once stands together; the latest is never folded up.

    Args:
        corpus: the corpus.
        said: the decisions, the earliest first.
        key: the card's own.
        event: the event, if the card is of one.
    """
    trouble()
    saves = _saves([one for one in said if one.state != "overridden"])
    counts = accumulate(map(len, saves))
    shown = max(1, sum(count <= ON_CARD for count in counts))
    for save in saves[:shown]:
        _save(corpus, save, key, event)
    if saves[shown:]:
        with st.expander(_("Earlier corrections")):
            for save in saves[shown:]:
                _save(corpus, save, key, event)


def _saves(said: Sequence[Said]) -> list[list[Said]]:
    """Decisions by when they were kept, with by whom and why: the latest first, each save in its own order."""
    saves: dict[tuple[object, ...], list[Said]] = {}
    for one in said:
        saves.setdefault((one.at, one.by, one.why), []).append(one)
    return list(reversed(saves.values()))


def trouble() -> None:
    """Say what went wrong when something was to be kept."""
    if wrong := deciding.trouble():
        st.error(_("Nothing has been changed: {error}").format(error=plain(told(wrong))), icon=":material/error:")


def _save(corpus: Corpus, save: Sequence[Said], key: str, event: str | None) -> None:
    """What was kept at once: by whom, when and why, then each decision; where it is one, in one line."""
    if len(save) == 1:
        _note(f"{_ICONS.get(save[0].field, _ICON)} {sentence(corpus, save[0], event)}", save[0], key)
        return
    st.markdown(f":small[{_ICON} :gray[{' · '.join(_who(save[0]))}]]")
    for one in save:
        state = _state(one)
        _note(f"{_what(corpus, one, event)}{f' :gray[· {state}]' if state else ''}", one, key)


def _note(words: str, said: Said, key: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f":small[{words}]", width="stretch")
        undo(said, key)


_ICON = ":material/edit:"
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


def sentence(corpus: Corpus, said: Said, event: str | None = None) -> str:
    """A decision as Markdown: what was decided, what the machine says, by whom, when and why.

    Args:
        corpus: the corpus.
        said: the decision.
        event: the event on whose card it is told, if any.
    """
    about = [*_who(said), *([state] if (state := _state(said)) else [])]
    return f"{_what(corpus, said, event)} :gray[· {' · '.join(about)}]"


def _what(corpus: Corpus, said: Said, event: str | None) -> str:
    """What was decided, and what the machine says."""
    what = f"**{labels.decision_label(said.field)}**"
    if said.state == "taken_back":
        return _("{what}: taken back").format(what=what)
    if said.field in OF_EVENTS:
        other = _("“{words}”").format(words=plain(_second(corpus, said, event)))
        if said.field == "same_event":
            return _("{what}, joined with {other}").format(what=what, other=other)
        if len(said.events) > 1:
            return _("{what}: not one with {other}").format(what=what, other=other)
        return _("{what}, split off: {other}").format(what=what, other=other)
    if said.field in VALUELESS:
        return what
    if said.field == "same_actor" and said.actors and said.state in ("pending", "applied"):
        kept = corpus.decided.changes.now(said.actors[0])
        other = plain(_gone(corpus, said, kept))
        return _("{what}: {other} is {name}").format(what=what, other=other, name=plain(corpus.name(kept)))
    now, before = (plain(value(corpus, said.field, one)) for one in (said.value, said.machine))
    what += f": {now}"
    if said.field not in ("same_actor", "other_actor") and before != now:
        what += f" :gray[({_('the machine: {value}').format(value=before)})]"
    return what


def _gone(corpus: Corpus, said: Said, kept: str) -> str:
    """Who is another actor: after the build tables have no more of it than its name, or the words that stand for it."""
    if others := [corpus.name(one) for one in said.actors if one != kept]:
        return ", ".join(others)
    name = said.value if isinstance(said.value, str) else ""
    if name in corpus.names_of(kept) and said.quote:
        return said.quote
    return labels.organisation_named(name)


def _second(corpus: Corpus, said: Said, event: str | None) -> str:
    """The other of two events as one of them sees it: its title or, where it has none of its own, its words."""
    others = [one for one in said.events if one != event and one in corpus.events.index]
    return title(corpus, others[-1]) if len(said.events) > 1 and others else begin(said.other or said.quote or "")


def _who(said: Said) -> list[str]:
    """By whom, when and why something was decided, as Markdown."""
    return [
        *([plain(said.by)] if said.by else []),
        plain(moment(said.at, st.context.timezone)),
        *([_("“{words}”").format(words=plain(said.why))] if said.why else []),
    ]


def _state(said: Said) -> str | None:
    """What is to be known of what became of a decision."""
    if said.state == "without_anchor":
        return _("its words are gone from the text")
    if said.state == "pending":
        return _("not in the tables yet")
    return None


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
