"""The app over a small corpus of our own sentences, in which the machine is taken to be wrong."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from streamlit.testing.v1 import AppTest

from core import store
from core.build import build
from core.corrections import kept
from core.corrections.model import Decision, Line
from core.openset import OpenSet
from dashboard import building, hosting
from dashboard.asking.corpus import Corpus
from tests.dashboard.conftest import APP

TEXTS = {
    "kanzlerin": "Angela Merkel besuchte am 5. Mai 2021 Paris. Die Kanzlerin forderte neue Sanktionen gegen Belarus.",
    "unternehmer": "Der Unternehmer Karl Quandtmeier traf am 7. Mai 2021 den Minister Heiko Maas in Wien.",
    "reise": "Karl Quandtmaier reiste am 12. Mai 2021 nach Prag und traf Heiko Maas.",
    "gipfel": "Die USA planen für Juni 2021 einen Gipfel in Genf. Angela Merkel besuchte am 7. Mai 2021 Rom.",
}


class Place(NamedTuple):
    """A corpus folder and the folder of its tables."""

    folder: Path
    out: Path

    def corpus(self) -> Corpus:
        """The corpus as its tables have it now."""
        folder = store.located(self.out)
        assert folder is not None
        return Corpus(OpenSet(folder))

    def lines(self) -> tuple[Line, ...]:
        return kept.read(self.folder)

    def say(self, *decisions: Decision) -> None:
        for decision in decisions:
            kept.add(self.folder, decision, by="Eva")

    def build(self) -> None:
        build(self.folder, self.out)


def told(corpus: Corpus, words: str) -> str:
    """The event whose first quote has these words."""
    (event,) = {str(row.event_id) for row in corpus.claims.rows.itertuples() if words in str(row.quote)}
    return event


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corrected")
    (folder / "corpus").mkdir()
    for name, text in TEXTS.items():
        (folder / "corpus" / f"{name}.txt").write_text(text)
    build(folder / "corpus", folder / "tables")
    return folder


@pytest.fixture
def here(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """A copy that the app is over, whose host lets anybody correct; builds begin when they are asked for."""
    shutil.copytree(made, tmp_path / "here", symlinks=True)
    place = Place(tmp_path / "here" / "corpus", tmp_path / "here" / "tables")
    monkeypatch.setenv("LAGEBILD_CORPUS", str(place.folder))
    monkeypatch.setenv("LAGEBILD_TABLES", str(place.out))
    monkeypatch.setenv(hosting.SETTING, "on")
    monkeypatch.setattr(building, "soon", lambda: None)
    return place


Open = Callable[..., AppTest]


@pytest.fixture
def browse(here: Place) -> Open:  # noqa: ARG001 - the app is over it
    def open_page(page: str = "timeline", **params: str) -> AppTest:
        app = AppTest.from_file(str(APP), default_timeout=120)
        app.switch_page(f"views/{page}.py")
        for name, value in params.items():
            app.query_params[name] = value
        return app.run()

    return open_page


def labels(app: AppTest) -> list[str]:
    """What the buttons of a page are called."""
    return [button.label for button in app.button]


def press(app: AppTest, label: str, n: int = 0) -> AppTest:
    """Press a button."""
    return [button for button in app.button if button.label == label][n].click().run()


def fields(line: Line) -> Any:
    """What a line decides."""
    assert line.what is not None
    return line.what
