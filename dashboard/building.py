"""Builds the tables in a process of its own, one build at a time for everybody, and shows how far it is."""

from collections.abc import Sequence
from pathlib import Path
from threading import Lock, Thread, Timer
from typing import TYPE_CHECKING

import streamlit as st

from core import german, store
from core.build_process import BuildCancelledError, BuildFailedError, BuildProcess, Step
from core.store import StoreError
from dashboard import folders, sets
from dashboard.words.i18n import _
from dashboard.words.markup import plain
from dashboard.words.remarks import told

if TYPE_CHECKING:
    from core.corpus import Notice


class Building:
    """One build. Sessions look at it; none of them waits inside it."""

    def __init__(self, corpus: Path, out: Path, backbone: str | None) -> None:
        self.error: str | None = None
        self.cancelled = False
        self.finished = False
        self.notices: Sequence[Notice] = ()
        self._lock = Lock()
        self._again = False
        self._of = corpus, out, backbone or german.DEFAULT
        self._process = BuildProcess(*self._of)
        self._thread = Thread(target=self._run, daemon=True)
        self._thread.start()

    @property
    def step(self) -> Step:
        """How far it is."""
        return self._process.step

    def wait(self, seconds: float) -> None:
        """Wait until it is over."""
        self._thread.join(seconds)

    def again(self) -> bool:
        """Have the texts be read once more at the end: they have changed meanwhile. False where it is over already."""
        with self._lock:
            self._again = not self.finished
            return self._again

    def cancel(self) -> None:
        """Have the build end. The tables stay as they are; what has been done is kept for the next."""
        with self._lock:
            self._again = False
            self._process.cancel()

    def _run(self) -> None:
        try:
            self.notices = self._process.end()
            while self._goes_on():
                self.notices = self._process.end()
        except BuildCancelledError:
            self.cancelled = True
        except BuildFailedError as error:
            self.error = error.message
        finally:
            self.finished = True

    def _goes_on(self) -> bool:
        with self._lock:
            again, self._again = self._again, False
            self.finished = not again
            if again:
                self._process = BuildProcess(*self._of)
            return again


class _Desk:
    """The last build that was begun, if any."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._due: Timer | None = None
        self.building: Building | None = None

    def begin(self, corpus: Path, out: Path, backbone: str | None) -> Building:
        """Begin a build or, where one is at work, have it take in what has changed since it began."""
        with self._lock:
            if self.building is None or not self.building.again():
                self.building = Building(corpus, out, backbone)
            return self.building

    def soon(self, corpus: Path, out: Path) -> None:
        """Begin a build after a pause, unless one is about to begin."""

        def begin() -> None:
            with self._lock:
                self._due = None
            self.begin(corpus, out, _backbone(out))

        with self._lock:
            if self._due is None:
                self._due = Timer(PAUSE, begin)
                self._due.daemon = True
                self._due.start()


@st.cache_resource(show_spinner=False)
def _desk(corpus: Path, out: Path) -> _Desk:  # noqa: ARG001 - one for each pair of folders
    return _Desk()


def begin() -> Building:
    """Begin a build of the texts as they are now, read by what read them for the tables that are there."""
    corpus, out = folders.corpus_folder(), folders.tables_folder()
    return _desk(corpus, out).begin(corpus, out, _backbone(out))


PAUSE = 3.0
"""So many seconds after somebody has corrected something the build begins: corrections come one after the other."""


def soon() -> None:
    """Have the tables take in what has been corrected, in a moment; whoever is correcting is not kept from going on."""
    corpus, out = folders.corpus_folder(), folders.tables_folder()
    _desk(corpus, out).soon(corpus, out)


def last() -> Building | None:
    """The last build that this server began, at work or finished."""
    return _desk(folders.corpus_folder(), folders.tables_folder()).building


def error() -> str | None:
    """Why the last build came to nothing, if it did."""
    at = last()
    return at.error if at else None


def _backbone(out: Path) -> str | None:
    try:
        known = store.manifest(out)
    except StoreError:
        return None
    return str(known["backbone"]).split()[0] if known and known.get("backbone") else None


def bar(building: Building) -> None:
    """How far a build is."""
    stages = {
        "": _("Starting"),
        "analyse": _("Reading the texts"),
        "link": _("Comparing them with each other"),
        "write": _("Writing the tables"),
        "index": _("Preparing the search"),
    }
    step = building.step
    st.progress(step.done / step.total if step.total else 0.0, text=stages.get(step.stage, step.stage))


def _no_texts(*, may_add: bool) -> None:
    """Say that there is nothing to read yet, and how that changes."""
    st.info(
        _("There are no texts yet. The folder for them is `{corpus}`.").format(corpus=folders.corpus_folder()),
        icon=":material/inbox:",
    )
    if may_add:
        st.page_link("views/add.py", label=_("Add sources"), icon=":material/note_add:")
    else:
        st.markdown(_("Put German news texts into it, and read them then."))
    if st.button(_("Read the folder"), icon=":material/refresh:"):
        begin()
        st.rerun()


def _is_without_texts() -> bool:
    from core.corpus.listing import without_texts  # with all that reads texts, which no page needs to begin

    return without_texts(folders.corpus_folder())


@st.fragment(run_every=0.5)
def show(*, may_add: bool) -> None:
    """Show the progress of the first build; when it is over, the page itself.

    Where there are no texts yet, whoever may add some is shown where.
    """
    if sets.ready():
        st.rerun()
    building = last() or begin()
    if building.error and _is_without_texts():
        _no_texts(may_add=may_add)
        return
    if building.error:
        st.error(
            _("The tables could not be built: {error}").format(error=plain(told(building.error))),
            icon=":material/error:",
        )
        st.markdown(
            _("The texts are read from `{corpus}`, the tables are written to `{tables}`.").format(
                corpus=folders.corpus_folder(), tables=folders.tables_folder()
            )
        )
        if st.button(_("Try again"), icon=":material/refresh:"):
            begin()
            st.rerun()
        return
    if building.finished:
        begin()  # the tables went away again after they had been built
    with st.status(_("Reading the texts for the first time …"), expanded=True):
        bar(building)
        st.caption(_("This happens once. The page opens by itself when it is done."))
