"""What a visitor decides about the tables: kept beside the texts, shown at once, and built in the background."""

from collections.abc import Sequence
from typing import NamedTuple

import streamlit as st

from core.corrections import kept
from core.corrections.model import Decision
from core.errors import LagebildError
from core.model import NamedParty
from dashboard import building, folders, hosting
from dashboard.words.i18n import _

_TROUBLE, _DONE = "deciding_trouble", "deciding_done"


class Change(NamedTuple):
    """A decision, and what the tables said before, for people."""

    decision: Decision
    was: str | tuple[NamedParty, ...] | None = None


def hindrance() -> str | None:
    """Why the visitor cannot correct anything, in words; None where they can."""
    if not hosting.may_correct():
        return _("You may look at everything here, but not correct it: whoever runs this app says who may.")
    return hosting.hindrance()


def may() -> bool:
    """Whether the visitor can correct something."""
    return hindrance() is None


def say(changes: Sequence[Change], why: str | None = None) -> bool:
    """Keep decisions; what is wrong, if anything, is told by `trouble`.

    Returns:
        Whether all of them have been kept.
    """
    if not may():
        return False
    folder = folders.corpus_folder()
    by, reason, now = hosting.who(), (why or "").strip() or None, kept.now()
    try:
        for change in changes:
            kept.add(folder, change.decision, by=by, why=reason, was=change.was, at=now)
    except LagebildError as error:
        return _failed(error)
    return _kept()


def take_back(line: str) -> None:
    """Take a decision back."""
    if may():
        try:
            kept.undo(folders.corpus_folder(), line, by=hosting.who())
        except LagebildError as error:
            _failed(error)
        else:
            _kept()


def _failed(error: LagebildError) -> bool:
    st.session_state[_TROUBLE] = error.message
    return False


def _kept() -> bool:
    st.session_state.pop(_TROUBLE, None)
    building.soon()
    return True


def trouble() -> str | None:
    """What went wrong when something was to be kept the last time; it is told once."""
    told: str | None = st.session_state.pop(_TROUBLE, None)
    return told
