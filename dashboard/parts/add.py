"""The parts of the page that adds sources: what comes, what each file becomes, and what came of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import streamlit as st

from core.adding import entries, names, planning, writing
from core.adding.fields import FIELDS, checked
from core.adding.folder import REMOVED, digest, written
from core.adding.looking import Look, look
from core.adding.planning import Choice, DecidedFile, FileCandidate, Present, Upload
from core.adding.writing import Record
from core.corpus.formats import LARGEST, SUFFIXES
from core.errors import LagebildError
from dashboard import building, data, folders, hosting, sets, state
from dashboard.asking import counting
from dashboard.asking.added import brought
from dashboard.building import Building
from dashboard.parts import articles, cards, source_fields
from dashboard.parts.articles import Corrections
from dashboard.parts.source_fields import Form
from dashboard.words.i18n import _, ngettext, number
from dashboard.words.markup import code, plain
from dashboard.words.remarks import told

MOST_FILES = 30
"""Files at a time: more would make a long page, and each is looked at by a person."""

MOST_BYTES = 200_000_000
"""Bytes at a time: they are held in the server's memory until they are added."""


@dataclass(frozen=True)
class Brought:
    """A file that came, or a text that was pasted, and what was said of it."""

    upload: Upload
    values: Mapping[str, str]


@dataclass
class Desk:
    """What a session is at work on: what came, what was looked at, and the last change that it made."""

    turn: int = 0
    pasted: list[Brought] = field(default_factory=list)
    looks: dict[tuple[str, str, int], Look] = field(default_factory=dict)
    corrections: dict[str, Corrections] = field(default_factory=dict)
    error: str = ""
    record: Record | None = None
    files: list[str] = field(default_factory=list)
    pending: bool = False
    done: bool = False
    building: Building | None = None

    def changed(self, record: Record, files: Sequence[str]) -> None:
        """Note a change of the folder, which the tables do not have yet."""
        self.record, self.files, self.error = record, list(files), ""
        self.pending, self.done, self.building = True, False, None

    def attempt(self, change: Callable[[], Record], files: Sequence[str]) -> bool:
        """Make a change of the folder, if the host still allows it; what is wrong is told on the page."""
        if not hosting.may_add():
            return False
        try:
            self.changed(change(), files)
        except LagebildError as error:
            self.error = error.message
            return False
        return True

    def build(self) -> None:
        """Have the tables take in what has changed."""
        if hosting.may_add():
            self.pending, self.done, self.error = True, False, ""
            self.building = building.begin()


def desk() -> Desk:
    """The session's own."""
    if "adding" not in st.session_state:
        st.session_state["adding"] = Desk()
    own: Desk = st.session_state["adding"]
    return own


def folder() -> Path | None:
    """The corpus folder; where it cannot be changed from here, that is said, and there is none."""
    if reason := hosting.hindrance():
        st.info(reason, icon=":material/lock:")
        return None
    where = folders.corpus_folder()
    st.markdown(
        _("Texts go into the folder `{corpus}` on the machine that this app runs on.").format(corpus=code(str(where)))
    )
    return where


def outcome(where: Path) -> None:
    """How far the build is, what came of the last change, and the ways on from there."""
    at = desk()
    if at.error:
        st.error(_("Nothing has been changed: {error}").format(error=plain(told(at.error))), icon=":material/error:")
    now = building.last()
    if now and not now.finished:
        _running(now)
    elif at.building and at.building.finished and not (at.building.error or at.building.cancelled):
        _settle(at)
    elif at.pending:
        _pending(at, where)
    elif at.done and sets.ready():
        _result(at, where)


@st.fragment(run_every=0.5)
def _running(now: Building) -> None:
    if now.finished:
        st.rerun()
    with st.container(border=True):
        building.bar(now)
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(_("Until it is done, all pages show the tables as they were."))
            st.button(_("Cancel"), icon=":material/cancel:", on_click=now.cancel, key="cancel_build")


def _settle(at: Desk) -> None:
    """Go on to the tables that the session's build has made."""
    at.pending, at.done, at.building = False, True, None
    data.go_on()
    st.rerun()


def _pending(at: Desk, where: Path) -> None:
    """The folder has what the tables do not have: why, and what can be done."""
    with st.container(border=True):
        if at.building and at.building.error:
            st.error(
                _("The tables could not be built: {error}").format(error=plain(told(at.building.error))),
                icon=":material/error:",
            )
        elif at.building and at.building.cancelled:
            st.warning(_("The build was cancelled."), icon=":material/cancel:")
        st.markdown(f"{_stands(at)} {_('The tables do not have this yet: all pages show them as they were.')}")
        with st.container(horizontal=True):
            st.button(
                _("Build the tables"), icon=":material/build:", type="primary", on_click=at.build, key="build_tables"
            )
            _undo(at, where)


def _stands(at: Desk) -> str:
    """What the last change did to the folder, in words."""
    record = at.record
    if record is None:
        return ""
    said = []
    if record.put:
        said.append(_("Now in the folder: {files}.").format(files=_listed(record.put)))
    if out := [file for file in record.removed if file not in record.put]:
        said.append(_("Moved to `{folder}`: {files}.").format(folder=REMOVED, files=_listed(out)))
    if replaced := [file for file in record.removed if file in record.put]:
        said.append(
            _("What they held before is in `{folder}`: {files}.").format(folder=REMOVED, files=_listed(replaced))
        )
    if not said:
        said.append(_("Changed in `sources.toml`: {files}.").format(files=_listed(record.before)))
    return " ".join(said)


def _listed(files: Any) -> str:
    listed = [plain(file) for file in list(files)[:6]]
    more = len(list(files)) - len(listed)
    return ", ".join(listed) + (f" … (+{more})" if more else "")


def _undo(at: Desk, where: Path) -> None:
    record = at.record
    if record is None:
        return

    def back() -> None:
        at.attempt(lambda: writing.take_back(where, record), [])

    st.button(_("Take this change back"), icon=":material/undo:", on_click=back, key="take_back")


def _result(at: Desk, where: Path) -> None:
    """What the files of the last change have brought into the tables, with the ways to see it."""
    corpus = data.corpus()
    gain = brought(corpus, at.files)
    with st.container(border=True):
        st.success(_("The tables are up to date."), icon=":material/check_circle:")
        if at.files:
            st.markdown(
                _("{documents} with {events} and {actors}; {alone} told by no other source.").format(
                    documents=ngettext("**{n}** text", "**{n}** texts", len(gain.documents)),
                    events=ngettext("**{n}** event", "**{n}** events", gain.events),
                    actors=ngettext("**{n}** actor", "**{n}** actors", gain.actors),
                    alone=ngettext("{n} event is", "{n} events are", gain.alone),
                )
            )
            added = corpus.documents.loc[list(gain.documents)[:MOST_FILES]]
            cards.documents(added, counting.documents(corpus, corpus.events.index), "added_documents")
        for warning in _warnings(at):
            st.warning(plain(warning), icon=":material/warning:")
        with st.container(horizontal=True, vertical_alignment="center"):
            if gain.documents:
                only = {**vars(state.DEFAULT.filters), "sources": tuple(gain.documents)}
                st.page_link(
                    "views/timeline.py",
                    label=_("Timeline of these alone"),
                    icon=":material/view_timeline:",
                    query_params=state.link(**only, event=None),
                )
                st.page_link(
                    "views/reader.py",
                    label=_("Open in reader"),
                    icon=":material/menu_book:",
                    query_params=state.link(left=gain.documents[0], right=None, event=None),
                )
            _undo(at, where)


def _warnings(at: Desk) -> list[str]:
    """What the build tells of the files of the last change."""
    now = building.last()
    notices = now.notices if now else ()
    return [f"{one.file}: {told(one.told_of_file)}" for one in notices if one.file in at.files]


def new(where: Path) -> None:
    """Files to drop and a text to paste, what each becomes, and the button that adds them."""
    at = desk()
    uploads, pasting = st.tabs([_("Files"), _("Paste a text")])
    with uploads:
        files = st.file_uploader(
            _("Texts to add"),
            accept_multiple_files=True,
            key=f"uploads_{at.turn}",
            max_upload_size=LARGEST // 10**6,
        )
        st.caption(
            _("{kinds}; {one} MB a file, {n} files and {all} MB at a time.").format(
                kinds=plain(SUFFIXES), one=LARGEST // 10**6, n=MOST_FILES, all=MOST_BYTES // 10**6
            )
        )
    with pasting:
        _paste(at)
    came = [
        *((f"file_{one.file_id}", Brought(Upload(one.name, one.getvalue()), {})) for one in files or ()),
        *((f"pasted_{n}", one) for n, one in enumerate(at.pasted)),
    ]
    if not came:
        return
    if len(came) > MOST_FILES or sum(len(one.upload.data) for _key, one in came) > MOST_BYTES:
        st.error(
            _("At most {n} files and {all} MB at a time.").format(n=MOST_FILES, all=MOST_BYTES // 10**6),
            icon=":material/error:",
        )
        return
    present = _present(where)
    if present is None:
        return
    with st.spinner(_("Reading what you added …")):
        candidates = planning.candidates([one.upload for _key, one in came], present, partial(_look, at))
    decided = [
        _candidate(f"{key}_{at.turn}", candidate, one.values, where)
        for (key, one), candidate in zip(came, candidates, strict=True)
    ]
    _button(at, where, decided, present)


def _present(where: Path) -> Present | None:
    ids = dict(zip(data.corpus().documents.index, data.corpus().documents["file"], strict=True)) if sets.ready() else {}
    try:
        return Present.of(where, ids)
    except LagebildError as error:
        st.error(plain(told(error.message)), icon=":material/error:")
        return None


def _look(at: Desk, file: str, content: bytes, before: int = 0) -> Look:
    """What a file becomes, looked at once in a session."""
    key = (file, digest(content), before)
    if key not in at.looks:
        at.looks[key] = look(file, content, before=before)
    return at.looks[key]


def _paste(at: Desk) -> None:
    key = f"paste_{at.turn}_{len(at.pasted)}"
    with st.form(key, border=False):
        st.text_input(_("Title"), key=f"{key}_title")
        with st.container(horizontal=True):
            st.text_input(_("Outlet"), key=f"{key}_outlet")
            st.text_input(_("Day of publication"), key=f"{key}_published", placeholder="2021-05-03")
        st.text_area(_("Text"), key=f"{key}_text", height=180)
        st.form_submit_button(
            _("See what it becomes"), icon=":material/visibility:", on_click=_take_up, kwargs={"key": key}
        )
    if st.session_state.pop("paste_empty", False):
        st.error(_("There is no text yet: paste one."), icon=":material/error:")
    for n, one in enumerate(at.pasted):
        st.button(
            _("Discard “{title}”").format(title=plain(one.values["title"] or one.upload.name)),
            icon=":material/close:",
            key=f"discard_{at.turn}_{n}",
            on_click=_discard,
            args=(n,),
        )


def _take_up(key: str) -> None:
    at = desk()
    said = {name: str(st.session_state.get(f"{key}_{name}") or "") for name in ("title", "outlet", "published", "text")}
    text = said.pop("text")
    if not text.strip():
        st.session_state["paste_empty"] = True
        return
    values = {name: checked(name, value).value for name, value in said.items()}
    at.pasted.append(Brought(Upload(names.titled(values["title"]), text.encode()), values))


def _discard(n: int) -> None:
    del desk().pasted[n]


@dataclass(frozen=True)
class _Card:
    """A file that came, with what is decided on it: the forms are there where it is to be put into the folder."""

    candidate: FileCandidate
    choice: Choice
    form: Form | None
    corrections: Corrections

    @property
    def flawed(self) -> bool:
        """Whether something that was written is wrong."""
        return self.form is not None and (bool(self.form.flaws()) or self.corrections.flawed())

    def decided(self) -> DecidedFile:
        """What is decided, with what stands in the fields now."""
        self.corrections.take_up()
        values = self.form.values() if self.form else {}
        return DecidedFile(self.candidate, self.choice, values, self.corrections.said())


def _candidate(key: str, candidate: FileCandidate, values: Mapping[str, str], where: Path) -> _Card:
    """The card of a file: what it becomes, what is to be decided, and the forms to correct what is known of it."""
    at, seen = desk(), candidate.look
    with st.container(border=True):
        size = _("{n} kB").format(n=number(max(1, round(len(candidate.upload.data) / 1000))))
        what = ngettext("{n} text", "{n} texts", seen.many) if seen.many else _("left out")
        st.markdown(f"`{code(candidate.name)}` · {size} · {what}")
        becomes = st.container()
        choice = _choice(key, candidate)
        form, corrections = None, at.corrections.setdefault(key, Corrections())
        if choice != "skip":
            if choice == "replace":
                values = {**_said(where, candidate), **values}
            form = Form(f"{key}_{choice}", seen, values)
            with st.expander(_("Correct what is known of it"), icon=":material/edit:", expanded=form.wrong_at_first()):
                if seen.many > 1:
                    st.caption(_("What you write here holds for all {n} texts.").format(n=number(seen.many)))
                form.show()
                page = partial(_look, at, candidate.name, candidate.upload.data)
                _here, chosen = articles.choose(f"{key}_article", candidate.name, seen, page)
                corrections.show(f"{key}_article", chosen)
        with becomes:
            source_fields.documents(candidate.name, form.becomes(corrections.right()) if form else seen)
    return _Card(candidate, choice, form, corrections)


def _said(where: Path, candidate: FileCandidate) -> Mapping[str, str]:
    """What is said of the file that a new one replaces: it holds for the new one, too, until it is corrected."""
    try:
        said = entries.entry(written(where), candidate.twin.file) if candidate.twin else None
    except LagebildError:  # told when it is to be written
        return {}
    return {key: value for key, value in (said or {}).items() if key in FIELDS}


def _choice(key: str, candidate: FileCandidate) -> Choice:
    twin = candidate.twin
    if twin is None or len(candidate.choices) < 2:
        return candidate.choices[0]
    file = plain(twin.file)
    said = {
        "content": _("“{file}” holds exactly the same.")
        if not twin.uploaded
        else _("It comes twice: as “{file}”, too."),
        "name": _("There is another text named “{file}”."),
        "id": _("There is a text with the same id: “{file}”."),
    }[twin.likeness]
    ways = {
        "rename": _("keep both, the new one as {file}").format(file=plain(candidate.other_name)),
        "replace": _("replace it; it moves to {folder}").format(folder=plain(REMOVED)),
        "skip": _("leave the new one out"),
        "add": _("add"),
    }
    chosen: Choice = st.radio(
        said.format(file=file), candidate.choices, format_func=ways.__getitem__, key=f"{key}_choice"
    )
    return chosen if chosen in candidate.choices else candidate.choices[0]


def _button(at: Desk, where: Path, came: Sequence[_Card], present: Present) -> None:
    wanted = [card for card in came if card.form is not None]
    flawed = [card.candidate.name for card in wanted if card.flawed]
    if flawed:
        st.error(_("Correct what is marked first: {files}.").format(files=_listed(flawed)), icon=":material/error:")

    def add() -> None:
        # By now the browser has sent what stands in the fields.
        plan = [card.decided() for card in wanted]
        if any(card.flawed for card in wanted):
            return
        files = [card.candidate.file(card.choice) for card in wanted]
        if at.attempt(lambda: writing.add(where, planning.additions(plan, present)), files):
            at.turn += 1
            at.pasted.clear()
            at.looks.clear()
            at.corrections.clear()
            at.build()

    st.button(
        ngettext("Add {n} file and build", "Add {n} files and build", len(wanted)),
        icon=":material/add:",
        type="primary",
        disabled=not wanted or bool(flawed),
        on_click=add,
        key="add_files",
    )
