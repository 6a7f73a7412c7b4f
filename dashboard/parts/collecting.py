"""What is found on any page put into a collection, with some words, or noted by itself."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

import streamlit as st

from core.anchors import Anchor, anchor
from core.briefings import Event, Network, Note, Passages, Timeline, What, new_id
from core.briefings.collecting import Added, Change, Made
from core.briefings.noting import About, OnActor, OnEvent, OnPassage, Rewritten, Struck, Written
from core.journal import JournalError
from dashboard import data, hosting, kept, state
from dashboard.asking.corpus import Corpus
from dashboard.asking.reader import code_points
from dashboard.asking.records import Claim, records
from dashboard.parts import dialogs, timeline
from dashboard.scenes import found
from dashboard.scenes.noted import by_subject
from dashboard.state import current
from dashboard.words.dates import day
from dashboard.words.i18n import _
from dashboard.words.markup import plain
from dashboard.words.remarks import told

_LAST, _REFUSED, _DONE = "collected_into", "not_kept", "kept_in"
_MARKED = "marked_words"
_INTO, _WORDS = "collect_into", "collect_words"

_ONLY_NOTE, _NEW = "", "+"


def write(changes: Sequence[Change | Written | Rewritten | Struck]) -> bool:
    """Keep changes, if this visitor may; what hinders it, the page says (see `refused`)."""
    if not hosting.may_collect():
        return False
    try:
        kept.keep(changes, hosting.who())
    except JournalError as error:
        st.session_state[_REFUSED] = error.message
        return False
    return True


def refused() -> None:
    """Say why the last change could not be kept, if so."""
    if reason := st.session_state.pop(_REFUSED, None):
        st.error(plain(told(reason)), icon=":material/error:")


def event(corpus: Corpus, event_id: str) -> None:
    """The button that collects an event with its passages, or puts a note on it."""
    _button(
        f"event_{event_id}",
        lambda: Event(
            found.to_event(corpus, event_id),
            tuple(found.anchored(corpus, claim) for claim in found.best(corpus, event_id)),
        ),
        lambda: OnEvent(found.to_event(corpus, event_id)),
    )


def passages(corpus: Corpus, event_id: str, documents: Sequence[str]) -> None:
    """The button that collects the passages on an event of the documents that stand side by side."""
    claims = corpus.claims.of(event_id)
    sides = [next(records(claims[claims["doc_id"] == doc].head(1), Claim), None) for doc in documents]
    shown = [claim for claim in sides if claim]
    if shown:
        _button(
            "passages",
            lambda: Passages(tuple(found.anchored(corpus, claim) for claim in shown)),
            lambda: OnPassage(found.anchored(corpus, shown[0])),
            _("Collect the passages side by side") if shown[1:] else _("Collect the passage"),
        )


def mark(corpus: Corpus, doc_id: str, start: int, end: int) -> None:
    """Hold on to words that were marked in the reader (offsets in UTF-16 units), to be collected or noted on."""
    if doc_id not in corpus.documents.index:
        return
    text = corpus.texts.of(doc_id)
    first, last = code_points(text, start), code_points(text, end)
    words = text[first:last]
    first, last = first + len(words) - len(words.lstrip()), last - (len(words) - len(words.rstrip()))
    st.session_state[_MARKED] = anchor(doc_id, text, first, last) if first < last else None


def marked(documents: Sequence[str]) -> None:
    """The button that collects what was marked in one of these documents."""
    held: Anchor | None = st.session_state.get(_MARKED)
    if held and held.doc_id in documents:
        _button(
            "marked",
            lambda: Passages((held,)),
            lambda: OnPassage(held),
            _("Collect the marked words"),
        )


def actor(corpus: Corpus, actor_id: str) -> None:
    """The button that collects the network around an actor, or puts a note on it."""
    _button(
        f"actor_{actor_id}",
        lambda: Network(
            state.to_params_of(current(), actor=actor_id, steps=max(1, current().steps)),
            found.to_actor(corpus, actor_id),
        ),
        lambda: OnActor(found.to_actor(corpus, actor_id)),
    )


def stretch(corpus: Corpus) -> None:
    """The button that collects the timeline as it is drawn."""
    if drawn := timeline.window(corpus):
        first, last = drawn
        _button(
            "timeline",
            lambda: Timeline(state.to_params_of(current()), first, last),
            label=_("Collect the timeline"),
        )


def network(corpus: Corpus) -> None:
    """The button that collects the network as it is drawn."""
    actor_id = current().actor
    _button(
        "network",
        lambda: Network(
            state.to_params_of(current()),
            found.to_actor(corpus, actor_id) if actor_id else None,
        ),
        label=_("Collect the network"),
    )


def _button(
    key: str, shows: Callable[[], What], about: Callable[[], About] | None = None, label: str | None = None
) -> None:
    """A button that opens the dialog; what is collected is worked out when that is confirmed."""
    if not hosting.may_collect():
        return
    _said()
    dialogs.opened_by(
        label or _("Collect"),
        _("Collect"),
        _ask,
        shows,
        about,
        key=f"collect_{key}",
        width="small",
        icon=":material/bookmark_add:",
        type="tertiary",
        help=_("Put it into a collection for a briefing, or note something on it."),
    )


def _ask(shows: Callable[[], What], about: Callable[[], About] | None) -> None:
    """Into which collection, and with which words."""
    try:
        titles = {one.id: one.title for one in kept.collections()}
    except JournalError as error:
        st.error(plain(told(error.message)), icon=":material/error:")
        return
    fresh = _("Briefing of {day}").format(day=day(datetime.now().astimezone().date()))
    last = st.session_state.get(_LAST)
    offered = [*([last] if last in titles else []), *(id_ for id_ in titles if id_ != last), _NEW]
    if about:
        offered.append(_ONLY_NOTE)
    special = {_NEW: _("New: {title}").format(title=fresh), _ONLY_NOTE: _("none: only note it")}
    chosen = st.selectbox(
        _("Collection"),
        offered,
        format_func=lambda one: special.get(one) or titles.get(one, one),
        accept_new_options=True,
        filter_mode="contains",
        help=_("Choose one, or type the name of a new one."),
        key=_INTO,
    )
    st.text_area(_("Note"), placeholder=_("what it shows, or what is to be checked"), max_chars=5000, key=_WORDS)
    if chosen == _ONLY_NOTE:
        st.caption(_("Without words it is a bookmark. Notes are listed on the page Briefing."))
    failed = _REFUSED in st.session_state
    refused()
    # The callback keeps it before the page runs, whose cards then show it.
    kept_now = st.button(_("Keep"), icon=":material/check:", on_click=_keep, args=(shows, about, titles, fresh))
    if kept_now and not failed:
        st.rerun()


def _keep(shows: Callable[[], What], about: Callable[[], About] | None, titles: Mapping[str, str], fresh: str) -> None:
    """Put what was shown where it was chosen to go."""
    chosen, words = st.session_state[_INTO], st.session_state[_WORDS].strip()
    if chosen == _ONLY_NOTE and about:
        done, title = write([Written(new_id(), about(), words)]), _("Notes")
    else:
        known = chosen in titles
        id_ = chosen if known else new_id()
        title = titles[chosen] if known else fresh if chosen == _NEW else " ".join(str(chosen).split())
        new = [] if known else [Made(id_, title)]
        done = write([*new, Added(id_, new_id(), shows(), words=words)])
        st.session_state[_LAST] = id_
    if done:
        st.session_state[_DONE] = title


def _said() -> None:
    """Say once that something was kept. Not in the callback: that is the dialog's, which is gone by then."""
    if title := st.session_state.pop(_DONE, None):
        st.toast(_("Kept in “{title}”").format(title=plain(title)), icon=":material/bookmark_added:")


def every_note() -> tuple[Note, ...]:
    """All notes; none where they cannot be read: the page of notes says what is wrong."""
    try:
        return kept.notes()
    except JournalError:
        return ()


def notes_on(subject: str) -> None:
    """The notes on an event or an actor, a line each; nothing where there are none."""
    every = every_note()
    if not every:
        return
    for note in by_subject(data.tables(), every).get(subject, ()):
        said = plain(note.text) if note.text else _("bookmark")
        who = f" :gray[– {plain(note.by)}]" if note.by else ""
        st.markdown(f":material/sticky_note_2: {said}{who}")
