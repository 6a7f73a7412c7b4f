from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from core.adding import planning
from core.adding.folder import digest
from core.adding.looking import MOST, look
from core.adding.planning import DecidedFile, Present, Twin, Upload
from tests.core.corpus.samples import record

VISIT = b"Emmanuel Macron besuchte am 3. Mai 2021 Wien."
LATER = b"Emmanuel Macron besuchte am 5. Mai 2021 Berlin."
UNDATED = b"Wien, 4. Mai 2021. Emmanuel Macron hat gestern Wien besucht. Er traf dort die Kanzlerin."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "Bericht.txt").write_bytes(VISIT)
    (tmp_path / "satz.jsonl").write_bytes(record(id="r1", text="Macron besuchte Wien."))
    (tmp_path / ".versteckt.txt").write_bytes(LATER)
    return tmp_path


@pytest.fixture
def present(folder: Path) -> Present:
    return Present.of(folder, {"Bericht": "Bericht.txt", "r1": "satz.jsonl", "weg": "weg.txt"})


def decided(present: Present, *uploads: Upload) -> list[tuple[Twin | None, tuple[str, ...]]]:
    return [(one.twin, one.choices) for one in planning.candidates(uploads, present)]


def test_a_new_file_is_added(present: Present) -> None:
    assert decided(present, Upload("neu.txt", LATER)) == [(None, ("add", "skip"))]


@pytest.mark.parametrize("name", ["bericht.txt", "ganz anders.txt"])
def test_the_same_bytes_are_left_out_unless_one_insists(present: Present, name: str) -> None:
    assert decided(present, Upload(name, VISIT)) == [(Twin("content", "Bericht.txt"), ("skip", "rename"))]


def test_another_text_of_the_same_name_gets_a_name_of_its_own(present: Present) -> None:
    (one,) = planning.candidates([Upload("BERICHT.txt", LATER)], present)
    assert one.twin == Twin("name", "Bericht.txt")
    assert one.choices == ("rename", "replace", "skip")
    assert one.file("rename") == "BERICHT-2.txt"


def test_names_that_would_be_one_id_are_told(present: Present) -> None:
    assert decided(present, Upload("bericht.md", LATER)) == [
        (Twin("id", "Bericht.txt"), ("rename", "replace", "skip")),
    ]


def test_ids_of_records_are_told(present: Present) -> None:
    (one,) = planning.candidates([Upload("neu.jsonl", record(id="r1", text="Ein Satz."))], present)
    assert one.twin == Twin("id", "satz.jsonl")


def test_files_of_one_upload_are_set_against_each_other(present: Present) -> None:
    candidates = planning.candidates(
        [Upload("x/neu.txt", LATER), Upload("y/neu.txt", LATER), Upload("z/neu.txt", UNDATED)], present
    )
    assert [(one.twin, one.choices[0]) for one in candidates] == [
        (None, "add"),
        (Twin("content", "neu.txt", uploaded=True), "skip"),
        (Twin("name", "neu.txt", uploaded=True), "rename"),
    ]
    assert len({one.file(one.choices[0]) for one in candidates if one.choices[0] != "skip"}) == 2


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("bild.png", b"\x89PNG", "is none of the kinds"),
        ("leer.txt", b"", "is empty"),
        ("kaputt.docx", b"PK\x03\x04 nichts", "a damaged one"),
        ("kaputt.jsonl", b"kein JSON\n", "line 1: is no JSON"),
    ],
)
def test_what_cannot_be_read_is_told_and_only_left_out(present: Present, name: str, data: bytes, why: str) -> None:
    (one,) = planning.candidates([Upload(name, data)], present)
    assert one.choices == ("skip",)
    assert why in one.look.refusals[0]


def test_a_look_tells_title_day_and_first_words() -> None:
    (seen,) = look("text.txt", UNDATED).documents
    assert seen.published.edtf == "2021-05-04"
    assert seen.published.basis == "inferred"
    assert seen.opening.startswith("Wien, 4. Mai 2021.")
    assert seen.words == 15


def test_what_is_said_goes_before_what_is_found() -> None:
    source = planning.source("text.txt", {"title": "Titel", "published": "2020", "outlet": "", "url": ""})
    (seen,) = look("text.txt", UNDATED, source).documents
    assert (seen.title, seen.published.edtf, seen.published.basis) == ("Titel", "2020", "metadata")


def test_of_many_records_the_first_are_looked_at() -> None:
    seen = look("viele.jsonl", b"".join(record(id=str(n), text=f"Satz {n}.") for n in range(MOST + 5)))
    assert (len(seen.documents), seen.more) == (MOST, 5)


def test_those_behind_the_first_are_looked_at_by_how_many_are_passed() -> None:
    lines = [record(id=str(n), text=f"Satz {n}.") for n in range(MOST + 5)]
    lines[3] = b"{}\n"
    seen = look("viele.jsonl", b"".join(lines), before=MOST)
    assert [one.doc_id for one in seen.documents] == ["20", "21", "22", "23", "24"]
    assert (seen.before, seen.more, seen.refusals) == (MOST, 0, ())


def test_what_is_said_of_an_article_goes_along_with_its_file_under_another_name(present: Present) -> None:
    (one,) = planning.candidates([Upload("bericht.md", LATER)], present)
    of_articles = {"bericht-2021-besuch-1a2b": {"title": "A"}, "bericht.md/x": {"title": "B"}, "7": {"title": "C"}}
    (addition,) = planning.additions([DecidedFile(one, "rename", {}, of_articles)], present)
    assert addition.file == "bericht-2.md"
    assert set(addition.of_articles) == {"bericht-2-2021-besuch-1a2b", "bericht-2.md/x", "7"}


def test_a_replaced_file_is_named_with_what_it_held(present: Present) -> None:
    (one,) = planning.candidates([Upload("bericht.md", LATER)], present)
    (addition,) = planning.additions([DecidedFile(one, "replace", {"title": "T"})], present)
    assert addition.file == "bericht.md"
    assert addition.replaces == {"Bericht.txt": digest(VISIT)}
    assert planning.additions([DecidedFile(one, "skip", {})], present) == ()


def test_of_an_archive_each_text_is_seen_and_what_is_left_out() -> None:
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        archive.writestr("a.txt", VISIT)
        archive.writestr("b.txt", LATER)
        archive.writestr("bild.png", b"x")
    seen = look("alles.zip", packed.getvalue())
    assert [one.doc_id for one in seen.documents] == ["alles.zip/a", "alles.zip/b"]
    assert len(seen.refusals) == 1
    assert "bild.png" in seen.refusals[0]


def test_texts_in_sub_folders_are_there_too(folder: Path) -> None:
    (folder / "2021" / ".alt").mkdir(parents=True)
    (folder / "2021" / "mai.txt").write_bytes(LATER)
    (folder / "2021" / ".alt" / "mai.txt").write_bytes(UNDATED)
    present = Present.of(folder, {})
    assert "2021/mai.txt" in present.paths
    (one,) = planning.candidates([Upload("mai.txt", LATER)], present)
    assert one.twin == Twin("content", "2021/mai.txt")
    assert planning.candidates([Upload("alt.txt", UNDATED)], present)[0].twin is None


def test_what_no_build_reads_is_not_there_already(folder: Path) -> None:
    outside = folder.parent / f"{folder.name}-anderswo.txt"
    outside.write_bytes(LATER)
    (folder / "verweis.txt").symlink_to(outside)
    (folder / "Seite_files").mkdir()
    (folder / "Seite.html").write_bytes(b"<p>Anna Berg besuchte Oslo.</p>")
    (folder / "Seite_files" / "werbung.txt").write_bytes(UNDATED)
    present = Present.of(folder, {})
    uploads = [Upload("neu.txt", LATER), Upload("werbung.txt", UNDATED)]
    assert decided(present, *uploads) == [(None, ("add", "skip"))] * 2


def test_the_name_of_what_no_build_reads_is_taken(folder: Path) -> None:
    outside = folder.parent / f"{folder.name}-anderswo.txt"
    outside.write_bytes(LATER)
    (folder / "verweis.txt").symlink_to(outside)
    (one,) = planning.candidates([Upload("Verweis.txt", UNDATED)], Present.of(folder, {}))
    assert (one.twin, one.choices[0]) == (Twin("name", "verweis.txt"), "rename")
    assert one.file("rename") == "Verweis-2.txt"
