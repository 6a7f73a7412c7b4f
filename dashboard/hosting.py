"""What the host lets visitors do: whether they may change the corpus, and whether its folder can be changed at all."""

import os
from pathlib import Path
from urllib.parse import urlsplit

import streamlit as st

from dashboard import folders
from dashboard.words.i18n import _
from dashboard.words.markup import code

SETTING = "LAGEBILD_ADD_SOURCES"
"""The environment variable that says `on` or `off`; without it, only browsers of the same machine may."""

_HERE = frozenset({"localhost", "127.0.0.1", "::1"})
_FORWARDED = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Real-Ip", "Via")


def server_may() -> bool:
    """Whether this server lets any visitor add sources: it is told so, or listens to its own machine alone."""
    said = os.environ.get(SETTING, "").strip().lower()
    if said:
        return said == "on"
    return st.get_option("server.address") in _HERE and not st.get_option("server.baseUrlPath")


def may_add() -> bool:
    """Whether the visitor of this session may add sources.

    Where nothing is set, the browser must be on the server's own machine: its address for the app is this machine's,
    and no proxy has passed it on. A page of another site that reaches the app by a name of its own has another address.
    """
    if not server_may():
        return False
    if os.environ.get(SETTING, "").strip():
        return True
    headers = st.context.headers
    if any(headers.get(name) for name in _FORWARDED):
        return False
    return _host(f"//{headers.get('Host', '')}") in _HERE and _host(headers.get("Origin", "")) in _HERE


def may_correct() -> bool:
    """Whether the visitor of this session may say what is right in the tables: who may add sources."""
    return may_add()


def who() -> str | None:
    """The name that the visitor has signed in with; None where nobody signs in."""
    return str(st.user.get("name") or "") or None if st.user.get("is_logged_in") else None


def _host(address: str) -> str | None:
    try:
        return urlsplit(address).hostname
    except ValueError:
        return None


def hindrance() -> str | None:
    """Why the corpus cannot be changed from here, in words; None where it can."""
    corpus, tables = folders.corpus_place(), folders.tables_folder()
    if "://" in corpus:
        return _("The corpus is on another file system (`{corpus}`): it is changed there, not from here.").format(
            corpus=code(corpus)
        )
    if not Path(corpus).is_dir():
        return _("The folder of texts, `{corpus}`, does not exist.").format(corpus=code(corpus))
    if not _writable(Path(corpus)):
        return _("The folder of texts, `{corpus}`, cannot be written to by this server.").format(corpus=code(corpus))
    existing = next(folder for folder in (tables, *tables.absolute().parents) if folder.is_dir())
    if not _writable(existing):
        return _("The folder of tables, `{tables}`, cannot be written to by this server.").format(
            tables=code(str(tables))
        )
    return None


def _writable(folder: Path) -> bool:
    """Whether files can be put into a folder, and taken out of it."""
    return os.access(folder, os.W_OK | os.X_OK)
