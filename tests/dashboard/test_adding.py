"""The page that adds sources, over a small corpus and its tables."""

import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import msgspec
import pytest
from streamlit.testing.v1 import AppTest

from core import build_process, corpus
from core.build import build
from core.build_process import Failed, Step
from core.corrections import kept
from core.corrections.model import DocumentOutlet, DocumentReference
from core.messages import as_data, verbatim
from dashboard import building, hosting
from tests.dashboard.conftest import APP
from tests.dashboard.test_pages import said

pytestmark = pytest.mark.slow

VISIT = b"Emmanuel Macron besuchte am 3. Mai 2021 Wien."
LATER = b"Angela Merkel besuchte am 5. Mai 2021 Paris."

Page = Callable[..., AppTest]


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a corpus and its tables."""
    folder = tmp_path_factory.mktemp("made")
    (folder / "corpus").mkdir()
    (folder / "corpus" / "bericht.txt").write_bytes(VISIT)
    (folder / "corpus" / "zwei.txt").write_text("Kurz lobte am 4. Mai 2021 die Ministerin.")
    (folder / "corpus" / "sources.toml").write_text('# Von Hand.\n[[document]]\nfile = "zwei.txt"\noutlet = "Blatt"\n')
    build(folder / "corpus", folder / "tables")
    return folder


@pytest.fixture
def here(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it that the app is over."""
    shutil.copytree(made, tmp_path / "here", symlinks=True)
    monkeypatch.setenv("LAGEBILD_CORPUS", str(tmp_path / "here" / "corpus"))
    monkeypatch.setenv("LAGEBILD_TABLES", str(tmp_path / "here" / "tables"))
    monkeypatch.setenv(hosting.SETTING, "on")
    return tmp_path / "here"


@pytest.fixture
def page(here: Path) -> Page:  # noqa: ARG001 - the app is over it
    def open_page(**params: str) -> AppTest:
        app = AppTest.from_file(str(APP), default_timeout=120)
        app.switch_page("views/add.py")
        for name, value in params.items():
            app.query_params[name] = value
        return app.run()

    return open_page


def texts(here: Path) -> dict[str, str | None]:
    """The titles of the corpus by file."""
    return {one.file: one.title for one in corpus.read(here / "corpus").documents}


def built(app: AppTest) -> AppTest:
    """The page once the build that it began is over."""
    now = building.last()
    assert now is not None
    now.wait(120)
    return app.run()


def field(app: AppTest, label: str, n: int = -1) -> Any:
    """A text field; the last of that name, as the first is for a text to paste."""
    return [one for one in app.text_input if one.label == label][n]


def test_without_the_setting_nothing_is_offered(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(hosting.SETTING, "off")
    app = page()
    assert not app.exception
    assert not app.file_uploader
    assert not [one for one in app.button if one.key in ("add_files", "build_anyway", "save_file")]
    assert "Add sources" not in [getattr(one, "label", None) for one in app.get("page_link")]


def test_what_a_file_becomes_is_seen_before_anything_is_written(page: Page, here: Path) -> None:
    app = page()
    app.file_uploader[0].upload("<script>x</script>.txt", LATER).run()
    assert not app.exception
    assert "Angela Merkel besuchte am 5" in said(app).replace("\\", "")
    assert "1 text" in said(app)
    assert set(texts(here)) == {"bericht.txt", "zwei.txt"}


def test_files_are_added_as_corrected_and_the_tables_have_them(page: Page, here: Path) -> None:
    app = page()
    app.file_uploader[0].upload("../../neu.txt", LATER).run()
    field(app, "Title").set_value("Besuch in Paris").run()
    field(app, "Day of publication").set_value("6.5.2021").run()
    app.button(key="add_files").click().run()
    app = built(app)
    assert not app.exception
    assert texts(here) == {"bericht.txt": None, "neu.txt": "Besuch in Paris", "zwei.txt": None}
    assert 'published = "2021-05-06"' in (here / "corpus" / "sources.toml").read_text()
    assert (here / "corpus" / "sources.toml").read_text().startswith("# Von Hand.")
    assert "**1** text with **1** event" in said(app)
    assert not app.file_uploader[0].value


def test_a_wrong_day_is_told_beside_its_field_and_stops_the_rest(page: Page, here: Path) -> None:
    app = page(lang="de")
    app.file_uploader[0].upload("neu.txt", LATER).run()
    field(app, "Tag der Veröffentlichung").set_value("gestern").run()
    assert any("ist kein Datum" in one.value for one in app.error)
    assert app.button(key="add_files").disabled
    assert set(texts(here)) == {"bericht.txt", "zwei.txt"}


@pytest.mark.parametrize(
    ("choice", "files"),
    [
        ("rename", {"bericht.txt": VISIT, "bericht-2.txt": LATER}),
        ("replace", {"bericht.txt": LATER, ".removed/bericht.txt": VISIT}),
    ],
)
def test_nothing_is_overwritten_without_being_asked(
    page: Page, here: Path, choice: str, files: dict[str, bytes]
) -> None:
    app = page()
    app.file_uploader[0].upload("bericht.txt", LATER).run()
    assert app.radio[0].value == "rename"
    app.radio[0].set_value(choice).run()
    app.button(key="add_files").click().run()
    built(app)
    assert {file: (here / "corpus" / file).read_bytes() for file in files} == files


def test_the_same_bytes_are_left_out(page: Page) -> None:
    app = page()
    app.file_uploader[0].upload("anders.txt", VISIT).run()
    assert app.radio[0].value == "skip"
    assert app.button(key="add_files").disabled


@pytest.mark.parametrize(("lang", "why"), [("en", "is empty"), ("de", "ist leer")])
def test_what_cannot_be_read_is_refused_in_words(page: Page, lang: str, why: str) -> None:
    app = page(lang=lang)
    app.file_uploader[0].upload("leer.txt", b"").run()
    assert any(why in one.value for one in app.warning)
    assert app.button(key="add_files").disabled


def test_too_much_at_once_is_refused(page: Page) -> None:
    app = page()
    for n in range(31):
        app.file_uploader[0].upload(f"{n}.txt", LATER)
    app.run()
    assert any("At most 30 files" in one.value for one in app.error)
    assert not [one for one in app.button if one.key == "add_files"]


def test_a_text_is_pasted(page: Page, here: Path) -> None:
    app = page()
    field(app, "Title", 0).set_value("Nach Prag")
    field(app, "Outlet", 0).set_value("Abendblatt")
    app.text_area[0].set_value("Karl Nehammer reiste am 7. Mai 2021 nach Prag.")
    next(one for one in app.button if one.label == "See what it becomes").click().run()
    app.button(key="add_files").click().run()
    built(app)
    assert texts(here)["nach-prag.txt"] == "Nach Prag"


def test_what_is_known_of_a_text_is_corrected(page: Page, here: Path) -> None:
    app = page()
    app.selectbox(key="edit_file").set_value("zwei.txt").run()
    assert field(app, "Outlet").value == "Blatt"
    field(app, "Outlet").set_value("Tagblatt").run()
    app.button(key="save_file").click().run()
    assert 'outlet = "Tagblatt"' in (here / "corpus" / "sources.toml").read_text()
    assert "The tables do not have this yet" in said(app)
    app.button(key="take_back").click().run()
    assert 'outlet = "Blatt"' in (here / "corpus" / "sources.toml").read_text()


def test_a_correction_that_goes_before_the_fields_is_told_beside_them(page: Page, here: Path) -> None:
    about = DocumentReference("zwei", "zwei.txt")
    kept.add(here / "corpus", DocumentOutlet(about, "Abendblatt *"))
    app = page()
    app.selectbox(key="edit_file").set_value("zwei.txt").run()
    (note,) = [one.value for one in app.info if "goes before" in one.value]
    assert "Outlet: Abendblatt \\*" in note
    app.selectbox(key="edit_file").set_value("bericht.txt").run()
    assert not [one for one in app.info if "goes before" in one.value]


def bundle(*articles: tuple[str, str]) -> bytes:
    """A file with articles, each with its outlet and title."""
    return "".join(
        f"Dokument {n} von {len(articles)}\n\n{outlet} vom 05.03.2024, S. {n} / Politik\n\n{title}\n\n{title}."
        f" {LATER.decode()}\n\nQuelle: {outlet} vom 05.03.2024, S. {n}\nDokumentnummer: A{n}\n\n"
        for n, (outlet, title) in enumerate(articles, 1)
    ).encode()


BUNDLE = bundle(("Tagblatt", "Besuch in Paris"), ("Morgenpost", "Reise nach Rom"))


def outlets(here: Path) -> dict[str, str | None]:
    """The outlets of the corpus by title."""
    return {one.title or "": one.outlet for one in corpus.read(here / "corpus").documents}


def choose(app: AppTest, key: str, label: str) -> None:
    """Choose what is called so."""
    next(one for one in app.selectbox if one.key and one.key.endswith(key)).select(label).run()


def test_one_article_of_a_bundle_is_corrected_alone(page: Page, here: Path) -> None:
    (here / "corpus" / "auswahl.txt").write_bytes(BUNDLE)
    app = page()
    app.selectbox(key="edit_file").set_value("auswahl.txt").run()
    choice = app.selectbox(key="edit_article_auswahl.txt")
    assert choice.options == ["all 2 texts", "Besuch in Paris", "Reise nach Rom"]
    choice.select("Reise nach Rom").run()
    assert field(app, "Outlet").value == "Morgenpost"
    field(app, "Outlet").set_value("Abendblatt").run()
    field(app, "Title").set_value("Fahrt nach Rom").run()
    app.button(key="save_file").click().run()
    read = outlets(here)
    assert read["Besuch in Paris"] == "Tagblatt"
    assert read["Fahrt nach Rom"] == "Abendblatt"
    app.button(key="take_back").click().run()
    assert outlets(here).keys() >= {"Besuch in Paris", "Reise nach Rom"}


def test_single_articles_are_corrected_before_a_bundle_is_added(page: Page, here: Path) -> None:
    app = page()
    app.file_uploader[0].upload("auswahl.txt", BUNDLE).run()
    choose(app, "_article", "Reise nach Rom")
    field(app, "Title").set_value("Fahrt nach Rom").run()
    assert "Fahrt nach Rom" in said(app)
    choose(app, "_article", "Besuch in Paris")
    field(app, "Outlet").set_value("Abendblatt").run()
    app.button(key="add_files").click().run()
    read = outlets(here)
    assert (read["Fahrt nach Rom"], read["Besuch in Paris"]) == ("Morgenpost", "Abendblatt")
    built(app)
    app.button(key="take_back").click().run()
    assert outlets(here).keys().isdisjoint({"Fahrt nach Rom", "Besuch in Paris"})


def test_an_article_far_behind_in_a_file_is_corrected(page: Page, here: Path) -> None:
    many = bundle(*((f"Blatt {n}", f"Bericht Nummer {n}") for n in range(1, 46)))
    (here / "corpus" / "jahr.txt").write_bytes(many)
    app = page()
    app.selectbox(key="edit_file").set_value("jahr.txt").run()
    pages = app.selectbox(key="edit_article_jahr.txt_page")
    assert pages.options == ["1–20", "21–40", "41–45"]
    pages.select("41–45").run()
    app.selectbox(key="edit_article_jahr.txt_40").select("Bericht Nummer 43").run()
    field(app, "Outlet").set_value("Abendblatt").run()
    app.button(key="save_file").click().run()
    read = outlets(here)
    assert (read["Bericht Nummer 43"], read["Bericht Nummer 42"]) == ("Abendblatt", "Blatt 42")


def test_what_a_text_says_of_itself_is_seen_and_stands_in_the_form(page: Page, here: Path) -> None:
    text = b"Musterzeitung vom 05.05.2021\n\nNach Paris\n\nVon Erika Mustermann\n\n" + LATER
    app = page()
    app.file_uploader[0].upload("paris.txt", text).run()
    assert "5 May 2021" in said(app)
    assert field(app, "Outlet").value == "Musterzeitung"
    assert field(app, "Author").value == "Erika Mustermann"
    app.button(key="add_files").click().run()
    assert "Musterzeitung" not in (here / "corpus" / "sources.toml").read_text()


def test_a_text_is_removed_only_after_asking_and_kept_aside(page: Page, here: Path) -> None:
    app = page()
    app.selectbox(key="edit_file").set_value("zwei.txt").run()
    app.button(key="ask_remove").click().run()
    assert set(texts(here)) == {"bericht.txt", "zwei.txt"}
    app.button(key="remove_file").click().run()
    assert set(texts(here)) == {"bericht.txt"}
    assert (here / "corpus" / ".removed" / "zwei.txt").exists()
    app.button(key="build_tables").click().run()
    app = built(app)
    assert "The tables are up to date" in "".join(one.value for one in app.success)


def playing(monkeypatch: pytest.MonkeyPatch, lines: Sequence[Step | Failed], then: str = "") -> None:
    """Have a script take the place of the build, which says so much of itself and then goes on."""
    said = msgspec.json.Encoder(enc_hook=as_data).encode_lines(lines).decode()
    script = f"import sys; print({said!r}, end='', flush=True); {then}"
    monkeypatch.setattr(build_process, "COMMAND", (sys.executable, "-c", script))


def test_a_build_that_fails_says_what_stands_and_can_be_taken_back(
    page: Page, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    playing(monkeypatch, [Failed(verbatim("No space left on device"))])
    app = page()
    app.file_uploader[0].upload("neu.txt", LATER).run()
    app.button(key="add_files").click().run()
    app = built(app)
    assert any("No space left on device" in one.value for one in app.error)
    assert "Now in the folder: neu\\.txt" in said(app)
    app.button(key="take_back").click().run()
    assert set(texts(here)) == {"bericht.txt", "zwei.txt"}


def test_a_build_can_be_cancelled_and_the_tables_stay(page: Page, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = (here / "tables" / "manifest.json").read_bytes()
    playing(monkeypatch, [Step("analyse", 0, 2)], then="sys.stdin.read()")
    app = page()
    app.file_uploader[0].upload("neu.txt", LATER).run()
    app.button(key="add_files").click().run()
    app.run()
    app.button(key="cancel_build").click().run()
    app = built(app)
    assert any("cancelled" in one.value for one in app.warning)
    assert "Now in the folder: neu\\.txt" in said(app)
    assert (here / "tables" / "manifest.json").read_bytes() == before


def test_a_corpus_that_is_elsewhere_is_not_changed(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LAGEBILD_CORPUS", "s3://bucket/texts")
    app = page()
    assert not app.exception
    assert any("s3://bucket/texts" in one.value for one in app.info)
    assert not app.file_uploader


def test_an_empty_folder_can_be_filled(page: Page, here: Path) -> None:
    shutil.rmtree(here / "tables")
    for path in (here / "corpus").iterdir():
        path.unlink()
    app = page()
    assert not app.exception
    app.file_uploader[0].upload("neu.txt", LATER).run()
    app.button(key="add_files").click().run()
    app = built(app)
    assert not app.exception
    assert "**1** text" in said(app)
