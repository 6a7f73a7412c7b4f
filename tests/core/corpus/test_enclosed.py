"""Files that other files hold: archives, also in archives."""

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from core.corpus import Corpus, formats, limits, read, unpacking
from core.corpus.formats import Enclosed, Extracted
from core.corpus.unreadable import UnreadableError
from tests.core.corpus.bundled import article, bundle, divided
from tests.core.corpus.samples import GERMAN, MORE, html, packed, pdf, record, word


def of(folder: Path, files: Mapping[str, bytes], sources: str = "") -> Corpus:
    (folder / "z.zip").write_bytes(packed(files))
    (folder / "a.txt").write_text(GERMAN, encoding="utf-8")
    (folder / "sources.toml").write_text(sources, encoding="utf-8")
    return read(folder)


def enclosed(corpus: Corpus) -> list[tuple[str, str, str | None]]:
    return [(one.doc_id, one.file, one.bundle) for one in corpus.documents if one.file != "a.txt"]


def notices(corpus: Corpus) -> list[str]:
    return [str(notice) for notice in corpus.notices]


def test_files_in_an_archive_are_read_as_files_of_their_own(tmp_path: Path) -> None:
    corpus = of(
        tmp_path,
        {"b.txt": MORE.encode(), "c/d.html": html(GERMAN, MORE).encode(), "e.pdf": pdf([MORE]), "f.docx": word(GERMAN)},
    )
    assert enclosed(corpus) == [
        ("z.zip/b", "z.zip/b.txt", "z.zip"),
        ("z.zip/c/d", "z.zip/c/d.html", "z.zip"),
        ("z.zip/e", "z.zip/e.pdf", "z.zip"),
        ("z.zip/f", "z.zip/f.docx", "z.zip"),
    ]
    assert [one.text for one in corpus.documents] == [GERMAN, MORE, f"{GERMAN}\n\n{MORE}", MORE, GERMAN]
    assert corpus.notices == ()


def test_archives_in_archives_and_records_in_them_are_opened(tmp_path: Path) -> None:
    records = record(id="x", text=MORE) + b"\n{}\n" + record(id="y", text=GERMAN)
    corpus = of(tmp_path, {"b.zip": packed({"c.txt": MORE.encode()}), "d.jsonl": records})
    assert enclosed(corpus) == [
        ("z.zip/b.zip/c", "z.zip/b.zip/c.txt", "z.zip"),
        ("x", "z.zip/d.jsonl", "z.zip/d.jsonl"),
        ("y", "z.zip/d.jsonl", "z.zip/d.jsonl"),
    ]
    assert notices(corpus) == ["z.zip: d.jsonl, line 3 has no `id`; left out, add it"]


def test_a_bundle_in_an_archive_is_divided(tmp_path: Path) -> None:
    with divided():
        corpus = of(tmp_path, {"b.txt": bundle(article(GERMAN, title="Eins"), article(MORE, title="Zwei"))})
    assert [one.title for one in corpus.documents if one.bundle == "z.zip/b.txt"] == ["Eins", "Zwei"]
    assert all(one.doc_id.startswith("z.zip/b-") for one in corpus.documents[1:])


def test_what_cannot_be_read_is_noticed_and_the_rest_is_read(tmp_path: Path) -> None:
    corpus = of(
        tmp_path,
        {"b.txt": MORE.encode(), "c.png": b"\x89PNG", "d.zip": b"PK", "e.txt": b"", "README.md": b"x", ".f.txt": b"x"},
    )
    assert [doc_id for doc_id, *_ in enclosed(corpus)] == ["z.zip/b"]
    assert [notice.partition(";")[0].partition(" (")[0] for notice in notices(corpus)] == [
        "z.zip: c.png is a picture",
        "z.zip: d.zip is no zip archive or a damaged one",
        "z.zip/e.txt: is empty",
    ]


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (bytes, "is empty"),
        (lambda: packed({}), "is an empty zip archive"),
        (lambda: packed({"a.png": b"x"}), "holds no text that is read (a.png is a picture"),
        (lambda: packed({"a.zip": packed({})}), "holds no text that is read (a.zip is an empty zip archive"),
        (lambda: b"PK\x03\x04" * 9, "is no zip archive or a damaged one"),
        (lambda: packed({"a.txt": b" " * 60_000_000}), "unpacks to more than"),
        (lambda: packed({f"{n}.txt": b"" for n in range(20_001)}, zipfile.ZIP_STORED), "holds more than"),
    ],
    ids=["nothing", "empty", "picture", "empty within", "damaged", "bomb", "many files"],
)
def test_archives_of_odd_sizes_are_left_out_with_a_notice(
    tmp_path: Path, make: Callable[[], bytes], message: str
) -> None:
    (tmp_path / "a.txt").write_text(GERMAN, encoding="utf-8")
    (tmp_path / "z.zip").write_bytes(make())
    corpus = read(tmp_path)
    assert [one.doc_id for one in corpus.documents] == ["a"]
    (notice,) = notices(corpus)
    assert notice.startswith(f"z.zip: {message}")


def test_archives_are_opened_to_a_depth(tmp_path: Path) -> None:
    data = {"a.txt": MORE.encode()}
    for _ in range(limits.DEEPEST):
        data = {"b.txt": MORE.encode(), "b.zip": packed(data)}
    corpus = of(tmp_path, data)
    inner = "b.zip/" * (limits.DEEPEST - 1)
    assert [doc_id for doc_id, *_ in enclosed(corpus)][-1] == f"z.zip/{inner}b"
    assert notices(corpus) == [f"z.zip: {inner}b.zip is packed {limits.DEEPEST + 1} deep; left out, unpack it"]


@pytest.mark.parametrize(("limit", "most"), [("MOST_FILES", 3), ("MOST_BYTES", 300)])
def test_all_files_within_a_file_are_counted_together(monkeypatch: pytest.MonkeyPatch, limit: str, most: int) -> None:
    monkeypatch.setattr(limits, limit, most)
    inner = packed({"b.txt": b"x" * 10, "c.txt": b"x" * 10})
    assert len(unpacking.held("archive", packed({"a.zip": inner}), None, "z.zip").parts) == 2
    with pytest.raises(UnreadableError, match="holds more than"):
        unpacking.held("archive", packed({"a.zip": inner, "d.zip": inner}), None, "z.zip")


def test_names_that_lead_out_of_an_archive_do_not(tmp_path: Path) -> None:
    corpus = of(tmp_path, {"../../b.txt": MORE.encode(), "/c.txt": GERMAN.encode()})
    assert [file for _, file, _ in enclosed(corpus)] == ["z.zip/b.txt", "z.zip/c.txt"]


def test_sources_hold_for_all_files_of_an_archive_or_for_one(tmp_path: Path) -> None:
    files = {"b.txt": "Größe ist für alle da.".encode("cp1252"), "c.txt": MORE.encode("cp1252")}
    entries = '[[document]]\nfile = "z.zip"\nencoding = "cp1252"\noutlet = "Bote"\nlanguage = "de"\n'
    corpus = of(tmp_path, files, f'{entries}[[document]]\nfile = "z.zip"\nid = "z.zip/c"\ntitle = "Ziel"\n')
    assert [(one.text, one.outlet, one.title) for one in corpus.documents[1:]] == [
        ("Größe ist für alle da.", "Bote", None),
        (MORE, "Bote", "Ziel"),
    ]
    assert corpus.notices == ()


@pytest.fixture
def mailed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Archives give texts as mails do: the comment of the archive, divided at `|`, is what the mails say."""

    def unpack(name: str, data: bytes, encoding: str | None) -> tuple[Extracted | Enclosed, ...]:
        if name != "archive":
            return whole(name, data, encoding)
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            texts = [Extracted(text, {"title": text[:4]}) for text in archive.comment.decode().split("|") if text]
            return (*texts, *(Enclosed(entry.filename[2:], archive.read(entry)) for entry in archive.infolist()))

    whole = formats.unpack
    monkeypatch.setattr(formats, "unpack", unpack)
    monkeypatch.setattr("core.corpus.confined.held", unpacking.held)


def mail(*texts: str, attached: Mapping[str, bytes]) -> bytes:
    to = io.BytesIO(packed(attached))
    with zipfile.ZipFile(to, "a") as archive:
        archive.comment = "|".join(texts).encode()
    return to.getvalue()


@pytest.mark.usefixtures("mailed")
def test_a_mail_keeps_the_name_of_its_file_and_what_is_attached_goes_with_it(tmp_path: Path) -> None:
    (tmp_path / "m.zip").write_bytes(mail(GERMAN, attached={"0/a.txt": MORE.encode()}))
    (tmp_path / "sources.toml").write_text(
        '[[document]]\nfile = "m.zip"\ntitle = "Brief"\noutlet = "Bote"', encoding="utf-8"
    )
    own, attached = read(tmp_path).documents
    assert (own.doc_id, own.file, own.bundle, own.title, own.outlet) == ("m", "m.zip", None, "Brief", "Bote")
    assert (attached.doc_id, attached.file, attached.bundle) == ("m.zip/a", "m.zip/a.txt", "m.zip")
    assert (attached.title, attached.outlet) == ("Brief", "Bote")


@pytest.mark.usefixtures("mailed")
def test_attachments_of_one_name_are_kept_and_the_same_one_twice_is_not(tmp_path: Path) -> None:
    attached = {"1/a.txt": MORE.encode(), "2/a.txt": GERMAN.encode(), "3/a.txt": GERMAN.encode()}
    (tmp_path / "m.zip").write_bytes(mail(GERMAN, MORE, attached=attached))
    corpus = read(tmp_path)
    assert [one.title for one in corpus.documents[:2]] == ["Der", "Die"]
    first, second = (one.file for one in corpus.documents[2:])
    assert first == "m.zip/a.txt"
    assert re.fullmatch(r"m\.zip/a-[0-9a-f]{8}\.txt", second)
    assert [notice.message for notice in corpus.notices] == [
        f"{second.removeprefix('m.zip/')}: stands there twice; the second is left out"
    ]
