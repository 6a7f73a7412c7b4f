"""The first start: builds the tables when there are none, once for everybody, and shows how far it is."""

import logging
from pathlib import Path
from threading import Thread

import streamlit as st

from dashboard import data
from dashboard.words.i18n import _
from dashboard.words.markup import plain

_LOG = logging.getLogger(__name__)


class Building:
    """One build in a thread of its own. Sessions look at it; none of them waits inside it."""

    def __init__(self, corpus: Path, out: Path) -> None:
        self.stage = ""
        self.done, self.total = 0, 0
        self.error: str | None = None
        self.finished = False
        Thread(target=self._run, args=(corpus, out), daemon=True).start()

    def _run(self, corpus: Path, out: Path) -> None:
        try:
            # The language model's import takes a second: only a server that has to build pays for it.
            from core.build import build

            build(corpus, out, progress=self._report)
        except Exception as error:  # whatever it is, visitors get a sentence and the log gets the rest
            _LOG.exception("The tables could not be built")
            self.error = str(error) or type(error).__name__
        finally:
            self.finished = True

    def _report(self, stage: str, done: int, total: int) -> None:
        self.stage, self.done, self.total = stage, done, total


@st.cache_resource(show_spinner=False)
def _building(corpus: Path, out: Path) -> Building:
    return Building(corpus, out)


@st.fragment(run_every=0.5)
def show() -> None:
    """Show the build's progress; when it is over, the page itself."""
    if data.ready():
        st.rerun()
    building = _building(data.corpus_folder(), data.tables_folder())
    if building.error:
        st.error(
            _("The tables could not be built: {error}").format(error=plain(building.error)), icon=":material/error:"
        )
        st.markdown(
            _("The texts are read from `{corpus}`, the tables are written to `{tables}`.").format(
                corpus=data.corpus_folder(), tables=data.tables_folder()
            )
        )
        if st.button(_("Try again"), icon=":material/refresh:"):
            _building.clear()
            st.rerun()
        return
    if building.finished:
        _building.clear()  # the tables went away again after they had been built
    with st.status(_("Reading the texts for the first time …"), expanded=True):
        st.progress(building.done / building.total if building.total else 0.0, text=building.stage or _("Starting"))
        st.caption(_("This happens once. The page opens by itself when it is done."))
