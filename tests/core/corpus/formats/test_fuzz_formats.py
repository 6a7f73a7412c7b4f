"""Damaged, cut off, nested and blown-up files of each kind end in texts or in a reason of one line, in little time."""

import io
import random
import time
import zipfile
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.corpus import confined, formats
from core.corpus.formats import BY_SUFFIX, Enclosed, Extracted
from core.corpus.unreadable import UnreadableError
from tests.core.corpus import outlook
from tests.core.corpus.holders import (
    SPREADSHEET,
    book,
    mail,
    open_document,
    open_sheet,
    rss,
    saved_page,
    web_archive,
    workbook,
    zipped,
)
from tests.core.corpus.samples import GERMAN, MORE, html, repacked
from tests.core.corpus.test_fuzz import damaged

SECONDS = 10  # of computing; far more than any of these takes
PAGE = html(GERMAN, MORE).encode()
MAIL = mail(
    f"{GERMAN}\n\nAm 3. Mai 2021 schrieb Erika:\n> {MORE}\n-- \nErika", {"a.txt": b"A"}, subject="Größe", date="x"
)
TABLE = [["Titel", "Datum", "Text"], ["Größe", "23.11.2023", GERMAN], ["b", "1. Mai 2024", MORE]]
RTF_HEAD = r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 A;}}{\info{\title T}}"
RTF = rf"{RTF_HEAD}\u228\'e4 {GERMAN}\par {{\b {MORE}}}}}".encode()

SOUND: dict[str, list[bytes]] = {
    "rtf": [RTF],
    "odt": [open_document(f"<text:h>{GERMAN}</text:h><text:p>{MORE}<text:s text:c='3'/></text:p>")],
    "eml": [MAIL],
    "mbox": [b"From a@b Tue Mar 19 18:00:00 2024\n" + MAIL + b"\n\nFrom a@b Tue Mar 19 18:00:00 2024\n" + MAIL],
    "msg": [outlook.mail("Größe", "Erika", datetime(2024, 3, 19, tzinfo=UTC), GERMAN, a_txt=b"A")],
    "delimited": ["\n".join(";".join(f'"{cell}"' for cell in row) for row in TABLE).encode()],
    "spreadsheet": [workbook(A=TABLE, B=TABLE), open_sheet(TABLE)],
    "records": [
        f'[{{"text": "{GERMAN}", "author": {{"name": "E"}}, "published": 45000}}, {{"Text": "<p>A"}}]'.encode()
    ],
    "feed": [
        rss(f"<title>T</title><description>{GERMAN}</description><pubDate>x</pubDate>"),
        b"<urlset><url/></urlset>",
    ],
    "mhtml": [saved_page(PAGE)],
    "epub": [book(f"<h1>A</h1><p>{GERMAN * 9}</p>")],
    "archive": [zipped({"a.txt": GERMAN, "b/c.pdf": b"%PDF"})],
    "warc": [
        web_archive(("https://example.org/", "200 OK", "text/html", PAGE), gzip=zipped) for zipped in (True, False)
    ],
}
PACKED = ("odt", "spreadsheet", "epub", "archive")


def read(kind: str, data: bytes) -> None:
    """Read a file in this process; whatever is in it, it is read in time, or left out with a reason."""
    begin = time.process_time()
    reason = ""
    parts: tuple[Extracted | Enclosed, ...] = ()
    try:
        parts = formats.unpack(kind, data, None)
    except UnreadableError as error:
        reason = str(error)
    assert time.process_time() - begin < SECONDS
    assert parts or 10 < len(reason) < 500
    assert "\n" not in reason
    assert all(isinstance(value, str) for part in parts for value in getattr(part, "known", {}).values())


def test_every_kind_is_tried() -> None:
    assert SOUND.keys() == set(BY_SUFFIX.values()) - {"text", "markdown", "html", "pdf", "docx", "record"}


@pytest.mark.parametrize("kind", SOUND)
def test_sound_file_is_read(kind: str) -> None:
    for data in SOUND[kind][:1]:
        assert formats.unpack(kind, data, None)


@pytest.mark.parametrize("kind", SOUND)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32), cut=st.booleans())
def test_damaged_file_is_read_or_left_out(kind: str, seed: int, cut: bool) -> None:
    dice = random.Random(seed)  # noqa: S311 - not for secrets
    data = dice.choice(SOUND[kind])
    if kind in PACKED and not cut:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            name = dice.choice(archive.namelist())
            read(kind, repacked(data, {name: damaged(archive.read(name), dice)}))
    else:
        read(kind, damaged(data, dice))


@settings(max_examples=60, deadline=None)
@given(kind=st.sampled_from(sorted(SOUND)), data=st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_noise_is_left_out(kind: str, data: bytes) -> None:
    read(kind, data)


def laughs(document: str) -> bytes:
    entities = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    return f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">{entities}]>{document}'.encode()


HEAD = b'Content-Type: multipart/mixed; boundary="b"\n\n--b\n'
OFFICE = "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
HOSTILE: dict[str, tuple[str, bytes]] = {
    "laughs in a text": ("odt", repacked(SOUND["odt"][0], {"content.xml": laughs(f"<p {OFFICE}>&i;</p>")})),
    "laughs in a sheet": (
        "spreadsheet",
        repacked(
            SOUND["spreadsheet"][0],
            {"xl/worksheets/s0.xml": laughs("<worksheet><sheetData>&i;</sheetData></worksheet>")},
        ),
    ),
    "laughs in a feed": ("feed", laughs("<rss><channel><item><title>&i;</title></item></channel></rss>")),
    "laughs in a book": (
        "epub",
        repacked(SOUND["epub"][0], {"OPS/text/c0.xhtml": laughs("<html><body>&i;</body></html>")}),
    ),
    "nested text": ("odt", open_document("<text:p>" * 5_000 + "a" + "</text:p>" * 5_000)),
    "nested feed": ("feed", b"<rss>" * 20_000),
    "nested entry": ("feed", rss("<description>" + "&lt;div&gt;" * 20_000 + "</description>")),
    "nested book": ("epub", book("<div>" * 20_000)),
    "nested lists": ("records", b"[" * 200_000 + b"]" * 200_000),
    "nested objects": ("records", b'{"a":' * 50_000 + b"1" + b"}" * 50_000),
    "nested groups": ("rtf", b"{\\rtf1" + b"{" * 200_000 + b"a" + b"}" * 200_000),
    "nested mails": ("eml", b"Content-Type: message/rfc822\n\n" * 2_000 + b"a"),
    "nested parts": (
        "eml",
        b"".join(b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (n, n) for n in range(200)),
    ),
    "many parts": ("eml", HEAD + b'Content-Disposition: attachment; filename="a"\n\nx\n--b\n' * 2_000),
    "long head": ("eml", b"Subject: " + b"=?utf-8?q?a?= " * 2_000 + b"\nFrom: " + b"a@b, " * 2_000 + b"\n\nText"),
    "quoted lines": ("eml", b"Subject: a\n\n" + (b"1 schrieb " * 100_000) + b"\n> a\n" * 10),
    "many mails": ("mbox", b"From a 2024\n\n\n" * 20_000),
    "wide row": ("delimited", b"Text" + b";" * 200_000 + b"\n" + b"a;" * 200_000),
    "open quotation mark": ("delimited", b'Titel;Text\na;"' + b"b;c\n" * 500_000),
    "blanks in a sheet": ("spreadsheet", zipped({"xl/workbook.xml": b" " * 30_000_000})),
    "blanks in a book": ("epub", zipped({"META-INF/container.xml": b" " * 30_000_000})),
    "zeros in an archive": ("archive", zipped({f"{n}.txt": b"\0" * 30_000_000 for n in range(3)})),
    "many entries": ("archive", zipped({f"{n}.txt": b"a" for n in range(30_000)}, zipfile.ZIP_STORED)),
    "links": ("rtf", b"{\\rtf1" + b'{\\field{\\*\\fldinst{HYPERLINK "a"}}{\\fldrslt{\\cs1 a}}}' * 5_000 + b"}"),
    "picture": ("rtf", b"{\\rtf1{\\pict " + b"0f" * 10_000_000 + b"}Text}"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_file_is_read_or_left_out(name: str) -> None:
    read(*HOSTILE[name])


def test_every_kind_is_read_in_the_process_apart() -> None:
    for kind, files in SOUND.items():
        held = confined.held(kind, files[0], None, "Datei")
        assert held.text or held.parts, kind


def test_sheet_that_asks_for_all_memory_is_left_out() -> None:
    near, far = '<row><c r="A1"><v>1</v></c></row>', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    sheet = f'<worksheet xmlns="{SPREADSHEET}"><sheetData>{near}{far}</sheetData></worksheet>'
    data = repacked(workbook(A=TABLE), {"xl/worksheets/s0.xml": sheet.encode()})
    with pytest.raises(UnreadableError, match="takes too much memory"):
        confined.held("spreadsheet", data, None, "a.xlsx")
