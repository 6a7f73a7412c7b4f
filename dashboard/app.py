"""The app's server: `streamlit run dashboard/app.py`. What a visitor sees is in `main.py`."""

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Thread

import streamlit as st
from starlette.middleware import Middleware
from streamlit import config

# Where only the dependencies are installed, as app hosts do, the packages are found beside this file.
_ROOT = str(Path(__file__).resolve().parent.parent)
if _ROOT not in sys.path:
    sys.path.insert(0, _ROOT)


def _take_uploads() -> None:
    """Let in files as large as a text may be, where visitors may add some; else the server stays at its settings."""
    from core.corpus.formats import LARGEST
    from dashboard import hosting

    if hosting.server_may():
        config.set_option("server.maxUploadSize", LARGEST // 10**6, "dashboard/app.py")


def _warm_up() -> None:
    from dashboard import answers

    answers.warm_up()


@asynccontextmanager
async def _serving(_: st.App) -> AsyncIterator[None]:
    """Have libraries and tables loaded from the start of the server on: the first visitor's browser takes as long."""
    _take_uploads()
    Thread(target=_warm_up, daemon=True).start()
    yield


def _door() -> list[Middleware]:
    """What stands before everything where people have to sign in. Settings that do not hold together end the server."""
    from dashboard.signing_in.settings import SettingsError, settings

    try:
        known = settings()
    except SettingsError as error:
        sys.exit(f"The app does not start, as who may come in is not settled:\n{error}")
    if known is None:
        return []
    from dashboard.signing_in.door import Door

    return [Middleware(Door, settings=known)]


app = st.App(Path(__file__).with_name("main.py"), lifespan=_serving, middleware=_door())
