"""The parts of the page that adds sources which correct or remove what is there already."""

from collections import Counter
from collections.abc import Mapping
from functools import partial
from pathlib import Path

import pandas as pd
import streamlit as st

from core.adding import entries, planning, writing
from core.adding.folder import REMOVED, texts, written
from core.adding.looking import Look, look
from core.corpus.formats import LARGEST
from core.corrections.model import OfDocument, kind
from core.errors import LagebildError, message_of
from dashboard import building, data, sets
from dashboard.asking.documents import published
from dashboard.asking.records import Document, records
from dashboard.parts import articles, choosing, source_fields
from dashboard.parts.add import desk
from dashboard.parts.source_fields import Form
from dashboard.words import labels
from dashboard.words.i18n import _, number
from dashboard.words.markup import plain
from dashboard.words.remarks import told

_CHOSEN, _ASKED = "edit_file", "edit_remove"

_MOST_TOLD = 6
"""So many corrections of a file's documents are told."""


def present(where: Path) -> None:
    """The texts that are in the folder, one of which can be chosen, corrected and removed."""
    try:
        paths = texts(where)
    except LagebildError as error:
        st.error(plain(told(error.message)), icon=":material/error:")
        return
    if not paths:
        st.caption(_("There are no texts yet."))
        return
    chosen = st.session_state.get(_CHOSEN)
    if chosen not in paths:
        chosen = st.session_state[_CHOSEN] = None
    st.selectbox(
        _("Text to correct or remove"),
        list(paths),
        key=_CHOSEN,
        index=None,
        placeholder=_("choose one, here or in the table"),
        on_change=_unask,
    )
    if chosen:
        _card(where, chosen, paths[chosen])
    _table(list(paths))


def _unask() -> None:
    st.session_state[_ASKED] = False


def _choose(file: str) -> None:
    st.session_state[_CHOSEN] = file
    _unask()


def _table(files: list[str]) -> None:
    known = data.corpus().documents if sets.ready() else pd.DataFrame(columns=["file"])
    held = [planning.holder(str(file), set(files)) for file in known["file"]]
    by_file = dict(zip(reversed(held), reversed(list(records(known, Document))), strict=True)) if held else {}
    counts = Counter(held)

    def rows(part: slice) -> dict[str, list[object]]:
        shown = [by_file.get(file) for file in files[part]]
        return {
            "file": [*files[part]],
            "documents": [counts[file] for file in files[part]],
            "title": ["" if row is None else row.title for row in shown],
            "outlet": ["" if row is None else row.outlet or "" for row in shown],
            "date": ["" if row is None else published(row) for row in shown],
        }

    choosing.table(
        rows,
        {
            "file": st.column_config.TextColumn(_("File"), width=200),
            "title": st.column_config.TextColumn(_("Title"), width=300),
            "date": st.column_config.TextColumn(_("Date"), width=140),
            "outlet": st.column_config.TextColumn(_("Outlet"), width=140),
            "documents": st.column_config.NumberColumn(_("Texts"), width=90),
        },
        files,
        _choose,
        key="present",
        alt=_("The files of the corpus folder"),
        chosen=st.session_state.get(_CHOSEN),
    )


_Entries = tuple[tuple[str | None, tuple[tuple[str, str], ...]], ...]
"""What is said of a file, and of its articles by their id."""


@st.cache_data(max_entries=20, show_spinner=False)
def _looked(file: str, path: str, changed: int, entries: _Entries, before: int) -> Look:  # noqa: ARG001 - a key
    with Path(path).open("rb") as opened:
        content = opened.read(LARGEST + 1)
    said = {doc_id: planning.source(file, dict(entry), doc_id) for doc_id, entry in entries}
    return look(file, content, said.pop(None, None), list(said.values()), before)


def _card(where: Path, file: str, path: Path) -> None:
    """One text: what it is now, what can be corrected, and the way out of the corpus."""
    with st.container(border=True):
        try:
            seen = entries.every(written(where), file)
            looked = partial(_looked, file, str(path), path.stat().st_mtime_ns)
            now = looked(_key(seen), 0)
            source_fields.documents(file, now)
            here, chosen = articles.choose(f"edit_article_{file}", file, now, lambda before: looked(_key(seen), before))
            article = chosen.doc_id if chosen else None
            # What it would be without what the form is to say; of a file as a whole, how it is read stays.
            stays = {key: value for key, value in seen.get(None, {}).items() if key == "encoding"}
            others = {doc_id: entry for doc_id, entry in seen.items() if doc_id != article}
            by_itself = looked(_key({None: stays}), 0) if article is None else looked(_key(others), here.before)
        except (LagebildError, ValueError, OSError) as error:
            st.error(plain(told(message_of(error))), icon=":material/error:")
            return
        if article is not None:
            by_itself = Look(tuple(one for one in by_itself.documents if one.doc_id == article))
        _corrected(file, article)
        if by_itself.documents:
            entry = seen.get(article, {})
            form = Form(f"edit_{file}_{article}_{hash(tuple(entry.items()))}", by_itself, entry)
            _form(where, form, file, seen.get(article), article)
        _removal(where, file)


def _key(said: Mapping[str | None, Mapping[str, str]]) -> _Entries:
    return tuple((doc_id, tuple(entry.items())) for doc_id, entry in said.items() if entry)


def _corrected(file: str, article: str | None) -> None:
    """What people have said of a text on its own card, which holds whatever stands in the fields."""
    said = [
        line.what
        for line in data.decisions().held
        if isinstance(line.what, OfDocument)
        and (line.what.about.doc_id == article if article else line.what.about.file == file)
    ]
    if said:
        each = [f"{labels.decision_label(kind(one))}: {plain(one.value)}" for one in said[:_MOST_TOLD]]
        more = ["…"] if len(said) > _MOST_TOLD else []
        st.info(
            _("Corrected in the reader, which goes before what stands here: {corrections}. Take it back there.").format(
                corrections=" · ".join([*each, *more])
            ),
            icon=":material/edit:",
        )


def _form(where: Path, form: Form, file: str, seen: Mapping[str, str] | None, article: str | None) -> None:
    if form.look.many > 1:
        st.caption(_("What you write here holds for all {n} texts.").format(n=number(form.look.many)))
    form.show()

    def save() -> None:
        at = desk()
        if not form.flaws():
            at.attempt(lambda: writing.correct(where, file, form.values(), seen, article), [file])

    st.button(
        _("Save"),
        icon=":material/save:",
        type="primary",
        disabled=bool(form.flaws()) or not form.changed(),
        on_click=save,
        key="save_file",
    )


def _removal(where: Path, file: str) -> None:
    """Ask before a text is removed."""

    def ask() -> None:
        st.session_state[_ASKED] = True

    def remove() -> None:
        at = desk()
        if at.attempt(lambda: writing.remove(where, file), []):
            st.session_state[_CHOSEN] = None
        _unask()

    if not st.session_state.get(_ASKED):
        st.button(_("Remove from the corpus …"), icon=":material/delete:", on_click=ask, key="ask_remove")
        return
    st.warning(
        _("Remove “{file}”? It is not deleted: it moves into the folder `{folder}` beside the texts.").format(
            file=plain(file), folder=REMOVED
        ),
        icon=":material/delete:",
    )
    with st.container(horizontal=True):
        st.button(_("Yes, remove it"), icon=":material/delete:", on_click=remove, key="remove_file")
        st.button(_("No, keep it"), on_click=_unask, key="keep_file")


def rebuild() -> None:
    """A button that builds the tables, for what has been changed by others or by hand."""
    now = building.last()
    if (now and not now.finished) or desk().pending:
        return
    st.caption(_("If somebody has changed the folder in another way, have the tables take that in."))
    st.button(_("Build the tables"), icon=":material/build:", on_click=desk().build, key="build_anyway")
