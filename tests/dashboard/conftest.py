import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from core import store
from dashboard.asking.corpus import Corpus
from tests.synthetic import opened, tables

APP = Path(__file__).parents[2] / "dashboard" / "main.py"

Open = Callable[..., AppTest]


@pytest.fixture(autouse=True)
def _main_stays() -> Iterator[None]:
    """An `AppTest` leaves the app behind as `__main__`, which a process that another test spawns would run anew."""
    main = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = main


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    return Corpus(opened(tables()))


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("tables")
    store.place(tables(), out, {})
    return out


@pytest.fixture
def browse(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Open a page of the app with parameters in its address, over the tables of `folder` or of another one."""

    def open_page(page: str = "overview", tables: Path = folder, **params: str | list[str]) -> AppTest:
        monkeypatch.setenv("LAGEBILD_TABLES", str(tables))
        app = AppTest.from_file(str(APP), default_timeout=60)
        if page != "overview":
            app.switch_page(f"views/{page}.py")
        for name, value in params.items():
            app.query_params[name] = value
        return app.run()

    return open_page


def with_more_filters(app: AppTest) -> AppTest:
    """The page with the further filters unfolded, which are there only then."""
    app.session_state["more_filters"] = True
    return app.run()
