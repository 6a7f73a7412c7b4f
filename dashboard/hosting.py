"""What the host lets visitors do: who they are, what they may change, and whether the folder can be changed at all."""

import os
from pathlib import Path
from urllib.parse import urlsplit

import streamlit as st

from dashboard import folders
from dashboard.signing_in import visitors
from dashboard.signing_in.settings import settings
from dashboard.signing_in.visitors import Role
from dashboard.words.i18n import _
from dashboard.words.markup import code

SETTING = "LAGEBILD_ADD_SOURCES"
"""The environment variable that says `on` or `off`; without it, administrators may, or, where nobody has to sign in,
browsers of the same machine."""

NAME = "LAGEBILD_NAME"
"""The environment variable with the name that decisions are signed with where nobody has to sign in."""

_HERE = frozenset({"localhost", "127.0.0.1", "::1"})
_FORWARDED = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Real-Ip", "Via")


def server_may() -> bool:
    """Whether this server lets any visitor add sources: it is told so, has people sign in, or is for this machine."""
    said = _said()
    if said or settings():
        return said in ("", "on")
    return st.get_option("server.address") in _HERE and not st.get_option("server.baseUrlPath")


def may_add() -> bool:
    """Whether the visitor of this session may change the corpus itself: add, alter and remove sources."""
    return server_may() and _may(Role.ADMIN)


def may_correct() -> bool:
    """Whether the visitor of this session may make decisions that a later line can take back: corrections."""
    return _may(Role.EDITOR) if settings() else may_add()


def may_collect() -> bool:
    """Whether the visitor of this session may keep notes and collections, where a corpus can be written to."""
    return may_correct() and hindrance_to_collect() is None


def who() -> str | None:
    """The name that what the visitor of this session does is signed with; None for nobody in particular.

    It is what the provider says, or the environment: text, to be escaped wherever it is shown.
    """
    if settings():
        visitor = visitors.current()
        return visitor.name if visitor else None
    return os.environ.get(NAME, "").strip() or None


def account() -> str | None:
    """What tells the visitor of this session from all others for good, fit for the name of a file; None for nobody."""
    visitor = visitors.current()
    return visitor.account if visitor else None


def arriving() -> bool:
    """Whether the visitor of this session has yet to sign in: all that there is may be where they want to go."""
    return settings() is not None and visitors.current() is None


def _may(role: Role) -> bool:
    """Whether the visitor has a role. Where nobody signs in, it is the host's word, or else being on this machine.

    There, the browser must be on the server's own machine: its address for the app is this machine's, and no proxy has
    passed it on. A page of another site that reaches the app by a name of its own has another address.
    """
    if settings():
        visitor = visitors.current()
        return visitor is not None and visitor.role is not None and visitor.role >= role
    if _said():
        return True
    headers = st.context.headers
    if any(headers.get(name) for name in _FORWARDED):
        return False
    return _host(f"//{headers.get('Host', '')}") in _HERE and _host(headers.get("Origin", "")) in _HERE


def _said() -> str:
    return os.environ.get(SETTING, "").strip().lower()


def _host(address: str) -> str | None:
    try:
        return urlsplit(address).hostname
    except ValueError:
        return None


def hindrance_to_collect() -> str | None:
    """Why nothing can be kept beside the texts, in words; None where it can."""
    corpus = folders.corpus_place()
    if "://" in corpus:
        return _("The corpus is on another file system (`{corpus}`): nothing can be kept beside it.").format(
            corpus=code(corpus)
        )
    if not Path(corpus).is_dir():
        return _("The folder of texts, `{corpus}`, does not exist.").format(corpus=code(corpus))
    if not _writable(Path(corpus)):
        return _("The folder of texts, `{corpus}`, cannot be written to by this server.").format(corpus=code(corpus))
    return None


def hindrance() -> str | None:
    """Why the corpus cannot be changed from here, in words; None where it can."""
    corpus, tables = folders.corpus_place(), folders.tables_folder()
    if "://" in corpus:
        return _("The corpus is on another file system (`{corpus}`): it is changed there, not from here.").format(
            corpus=code(corpus)
        )
    if hindered := hindrance_to_collect():
        return hindered
    existing = next(folder for folder in (tables, *tables.absolute().parents) if folder.is_dir())
    if not _writable(existing):
        return _("The folder of tables, `{tables}`, cannot be written to by this server.").format(
            tables=code(str(tables))
        )
    return None


def _writable(folder: Path) -> bool:
    """Whether files can be put into a folder, and taken out of it."""
    return os.access(folder, os.W_OK | os.X_OK)
