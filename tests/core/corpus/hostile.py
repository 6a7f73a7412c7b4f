"""Hostile files of every kind that is read: sound ones that are damaged by chance, and ones made to break a reader."""

import gzip
import io
import json
import os
import random
import struct
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from types import MappingProxyType

from core.corpus.lines import printable
from tests.core.corpus import outlook
from tests.core.corpus.bundles import exports
from tests.core.corpus.bundles.press import articles
from tests.core.corpus.holders import (
    OFFICE,
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
from tests.core.corpus.samples import GERMAN, MORE, assembled, html, numbered, pdf, record, repacked, rtf, word

Make = Callable[[], bytes]

_NAMES_OF_FILES = (
    b"a\nb",
    b"\xff\xfe",
    b"\x1b[31m",
    b"..",
    b" ",
    b"-rf",
    b"'\"<b>",
    b"\xe2\x80\xa8",
    b"\\",
    b"CON",
    b"\xe2\x80\xae",
    b"x" * 190,
    b"a\xcc\x88",
    b"%s{0}$HOME`id`",
)

SECRET = "geheim"  # noqa: S105 - no password
"""Stands in a file outside the corpus, `/…/outside.txt`; no document may have it."""

TEXT = f"{GERMAN}\n\n{MORE}\n\n„Nein“, sagte er am 3. Mai 2021 – und ging.\n"
PLAIN = TEXT.translate(str.maketrans("–", "-", "„“"))
MARKDOWN = f"---\ntitle: Abkommen\ndate: 2021-05-03\n---\n# Titel\n\n{GERMAN}\n\n* a\n* [b](c)\n\n|a|b|\n|-|-|\n|c|d|\n"
PAGE = html(GERMAN, MORE, head='<meta charset="utf-8"><meta name="date" content="2021-05-03">').encode()
MAIL = mail(
    f"{GERMAN}\n\nAm 3. Mai 2021 schrieb Erika:\n> {MORE}\n-- \nErika", {"a.txt": b"A"}, subject="Größe", date="x"
)
TABLE = [["Titel", "Datum", "Text"], ["Größe", "23.11.2023", GERMAN], ["b", "1. Mai 2024", MORE]]
RTF = rtf(GERMAN, MORE, "Größe")
FEED = rss(f"<title>T</title><description>{GERMAN}</description><pubDate>Tue, 19 Mar 2024 18:00:00 +0100</pubDate>")
WRITTEN = articles(3)


def _table(separator: str) -> bytes:
    return "\n".join(separator.join(f'"{cell}"' for cell in row) for row in TABLE).encode()


def _pages(paragraphs: Sequence[str]) -> bytes:
    return pdf(*([line[:90] for line in paragraphs[at : at + 40]] for at in range(0, len(paragraphs), 40)))


_RECORDS = record(id=1, text=GERMAN, published="2021") + record(id="2a", text=MORE) + record(text="?")
_MBOX = b"From a@b Tue Mar 19 18:00:00 2024\n" + MAIL + b"\n\nFrom a@b Tue Mar 19 18:00:00 2024\n" + MAIL
_ARCHIVED = ("https://example.org/", "200 OK", "text/html", PAGE)
_ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>M</title><entry><title>T</title><updated>2024-03-19T18:00:00Z'
    f"</updated><content type='html'>&lt;p&gt;{GERMAN}&lt;/p&gt;</content></entry></feed>"
)

SOUND: Mapping[str, Sequence[bytes]] = MappingProxyType(
    {
        ".txt": [
            TEXT.encode(),
            TEXT.encode("cp1252"),
            TEXT.encode("utf-16"),
            exports.nexis_text(WRITTEN).encode(),
            exports.genios_text(WRITTEN).encode(),
            exports.factiva_codes(WRITTEN).encode(),
        ],
        ".md": [MARKDOWN.encode()],
        ".html": [PAGE, exports.factiva_page(WRITTEN).encode(), exports.genios_page(WRITTEN).encode()],
        ".xhtml": [PAGE],
        ".mhtml": [saved_page(PAGE)],
        ".pdf": [
            pdf(PLAIN.splitlines(), [MORE]),
            _pages(exports.factiva_lines([article._replace(headline="Titel") for article in WRITTEN])),
        ],
        ".docx": [word(GERMAN, MORE, title="Abkommen"), word(*exports.nexis_paragraphs(WRITTEN))],
        ".odt": [open_document(f"<text:h>{GERMAN}</text:h><text:p>{MORE}<text:s text:c='3'/></text:p>")],
        ".rtf": [RTF, rtf(*exports.nexis_paragraphs(WRITTEN))],
        ".epub": [book(f"<h1>A</h1><p>{GERMAN * 9}</p>", f"<h1>B</h1><p>{MORE * 9}</p>")],
        ".eml": [MAIL],
        ".mbox": [_MBOX],
        ".msg": [outlook.mail("Größe", "Erika", datetime(2024, 3, 19, tzinfo=UTC), GERMAN, a_txt=b"A")],
        ".csv": [_table(";"), _table(",")],
        ".tsv": [_table("\t")],
        ".xlsx": [workbook(A=TABLE, B=TABLE)],
        ".ods": [open_sheet(TABLE)],
        ".xml": [FEED, b"<urlset><url/></urlset>"],
        ".rss": [FEED],
        ".atom": [_ATOM.encode()],
        ".json": [
            f'[{{"text": "{GERMAN}", "author": {{"name": "E"}}, "published": 45000}}, {{"Text": "<p>A"}}]'.encode()
        ],
        ".jsonl": [_RECORDS],
        ".zip": [zipped({"a.txt": GERMAN, "b/c.pdf": pdf([GERMAN]), "m.eml": MAIL, "z.zip": zipped({"d.md": MORE})})],
        ".warc": [web_archive(_ARCHIVED, gzip=False)],
        ".gz": [web_archive(_ARCHIVED, gzip=True)],
    }
)
"""Files of each kind that can be read, by the ending of their names."""

PACKED = (".docx", ".odt", ".epub", ".xlsx", ".ods", ".zip")
"""Kinds whose files are zip archives."""


def damaged(data: bytes, dice: random.Random) -> bytes:
    """The bytes, cut off, with some of them changed, or with a stretch of them put elsewhere."""
    content = bytearray(data)
    for _ in range(dice.randint(1, 3)):
        at = dice.randrange(len(content) + 1)
        match dice.randrange(5):
            case 0:
                del content[at:]
            case 1:
                for place in dice.choices(range(len(content)), k=dice.randint(1, 20)) if content else ():
                    content[place] = dice.randrange(256)
            case 2:
                content[at:at] = content[(begin := dice.randrange(len(content) + 1)) : begin + dice.randrange(500)]
            case 3:
                del content[at : at + dice.randrange(500)]
            case _:
                content[at:at] = dice.choice(
                    [b"\0", b"\xff\xfe", b"<" * 99, b"\xed\xa0\x80", b"&a;", b"(" * 999, b"\n", dice.randbytes(99)]
                )
    return bytes(content)


def damaged_inside(package: bytes, dice: random.Random) -> bytes:
    """A sound zip file with one damaged part in it."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        name = dice.choice(archive.namelist())
        return repacked(package, {name: damaged(archive.read(name), dice)})


def counted_wrong(data: bytes, dice: random.Random) -> bytes:
    """The bytes with one of the numbers in them another one: a length, a count, a day, a place."""
    digits = [at for at, byte in enumerate(data) if 48 <= byte <= 57]
    if not digits:
        return damaged(data, dice)
    begin = end = dice.choice(digits)
    while begin and 48 <= data[begin - 1] <= 57:
        begin -= 1
    while end < len(data) and 48 <= data[end] <= 57:
        end += 1
    other = dice.choice([b"0", b"-1", b"99999999", b"4294967295", b"18446744073709551616", b"1e999", b"9" * 5000])
    return data[:begin] + other + data[end:]


def by_chance(dice: random.Random) -> tuple[str, bytes]:
    """The ending and the bytes of a file of any kind, damaged by chance, under a wrong ending or nothing but noise."""
    suffix = dice.choice(sorted(SOUND))
    data = dice.choice(SOUND[suffix])
    chance = dice.random()
    if chance < 0.05:
        return suffix, dice.randbytes(dice.choice([0, 1, 10, 1000, 100_000]))
    if chance < 0.12:
        return dice.choice([*sorted(SOUND), ".xls", ".exe", ".doc", ""]), data
    if chance < 0.25:
        return suffix, counted_wrong(data, dice)
    if suffix in PACKED and chance < 0.8:
        return suffix, damaged_inside(data, dice)
    return suffix, damaged(data, dice)


_XML = '<?xml version="1.0"?>'
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMES = " ".join(f"xmlns:{name}='{OFFICE}:{name}:1.0'" for name in ("office", "text", "table"))
_MULTIPART = b'Content-Type: multipart/mixed; boundary="b"\n\n--b\n'
_OUTSIDE = '<!DOCTYPE x [<!ENTITY i SYSTEM "file://{path}">]>'


def laughs(document: str) -> bytes:
    """An XML document whose `&i;` is a hundred million words."""
    entities = "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    return f'{_XML}<!DOCTYPE x [<!ENTITY a "ha">{entities}]>{document}'.encode()


def _word_xml(content: str) -> str:
    return f'<w:document xmlns:w="{_WORD}"><w:body><w:p><w:r><w:t>{content}</w:t></w:r></w:p></w:body></w:document>'


def _open_text(content: str, attributes: str = "") -> str:
    return (
        f"<office:document-content {_NAMES}><office:body><office:text><text:p {attributes}>{content}</text:p>"
        "</office:text></office:body></office:document-content>"
    )


def _sheet(rows: str) -> bytes:
    sheet = f'<worksheet xmlns="{SPREADSHEET}"><sheetData>{rows}</sheetData></worksheet>'
    return repacked(workbook(A=TABLE), {"xl/worksheets/s0.xml": sheet.encode()})


def _open_rows(rows: str) -> bytes:
    table = (
        f"<office:document-content {_NAMES}><office:body><office:spreadsheet><table:table table:name='T'>{rows}"
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    return repacked(open_sheet(TABLE), {"content.xml": table.encode()})


def _nested_zip(depth: int) -> bytes:
    data = zipped({"a.txt": GERMAN})
    for n in range(depth):
        data = zipped({f"{n}.zip": data})
    return data


def _locked_zip() -> bytes:
    """A zip archive whose entries say that a password locks them."""
    data = bytearray(zipped({"a.txt": GERMAN}))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + at] |= 1
    return bytes(data)


def _with_sizes(data: bytes, size: int) -> bytes:
    """A zip archive whose directory says that its first entry has another size."""
    content, at = bytearray(data), data.index(b"PK\x01\x02") + 24
    content[at : at + 4] = struct.pack("<I", size)
    return bytes(content)


def _linked_zip() -> bytes:
    to, link = io.BytesIO(), zipfile.ZipInfo("link.txt")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(to, "w") as archive:
        archive.writestr(link, "/etc/passwd")
        archive.writestr("../../oben.txt", GERMAN)
        archive.writestr("/etc/absolut.txt", MORE)
        archive.writestr("C:\\a\\b.txt", TEXT)
    return to.getvalue()


def _locked_office() -> bytes:
    """What Office makes of a file with a password."""
    streams = [outlook.Entry(name, bytes(5000)) for name in ("EncryptedPackage", "EncryptionInfo")]
    return outlook.compound(streams)


def _looped_compound() -> bytes:
    """A compound file whose sectors follow each other in a circle."""
    data = bytearray(SOUND[".msg"][0])
    table = data[512:1024]
    for at in range(4, len(table) - 4, 4):
        table[at : at + 4] = struct.pack("<I", 1 + at % 3)
    data[512:1024] = table
    return bytes(data)


def _looped_pages() -> bytes:
    return numbered(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 99999999 /Parent 3 0 R >>",
            b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 /Parent 2 0 R >>",
        ]
    )


def _looped_font() -> bytes:
    return assembled(b"BT /F1 12 Tf 72 700 Td (Text) Tj /X0 Do ET", xobjects="/X0 5 0 R")


def _locked_pdf() -> bytes:
    key = "00" * 32
    handler = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{key}> /U <{key}> /P -4 >> /ID [<00> <00>]"
    return assembled(b"BT /F1 12 Tf 72 700 Td (Text) Tj ET", more=handler)


def _json_ld(value: str) -> bytes:
    return html(GERMAN, head=f'<script type="application/ld+json">{value}</script>').encode()


SPECIAL: Mapping[str, tuple[str, Make]] = MappingProxyType(
    {
        "a line of five million signs": (".txt", lambda: b"a" * 5_000_000),
        "a line of blanks and one word": (".txt", lambda: b" " * 3_000_000 + b"a"),
        "a line of words": (".txt", lambda: (GERMAN + " ").encode() * 2_000),
        "line ends alone": (".txt", lambda: b"\n" * 2_000_000),
        "a word a line": (".txt", lambda: b"Wien\n" * 30_000),
        "nothing but NUL": (".txt", lambda: b"\0" * 100_000),
        "NUL between words": (".txt", lambda: GERMAN.replace(" ", "\0 ").encode()),
        "combining signs": (".txt", lambda: ("Wien" + "\u0301" * 50_000 + " " + GERMAN).encode()),
        "marks of direction": (".txt", lambda: ("\u202e" * 3_000 + GERMAN + "\u2066" * 3_000).encode()),
        "soft hyphens": (".txt", lambda: ("\u00ad".join(GERMAN * 50)).encode()),
        "quotation marks": (".txt", lambda: "„“»«\"'".encode() * 5_000),
        "brackets": (".txt", lambda: b"(" * 30_000 + b"a" + b")" * 30_000),
        "stops": (".txt", lambda: b"a. " * 20_000 + b"." * 30_000),
        "figures": (".txt", lambda: b"1.1." * 10_000 + b"9" * 30_000),
        "days": (".txt", lambda: b"am 31. Februar 2021 und am 1.1.0000, " * 1_000),
        "one name without end": (".txt", lambda: b"Anna-Maria-" * 5_000 + b" sprach."),
        "capitals": (".txt", lambda: b"Minister Karl " * 3_000),
        "parts of words at line ends": (".txt", lambda: b"Mitt-\nwoch " * 5_000),
        "halves of surrogates": (".txt", lambda: b"\xed\xa0\x80" * 500 + GERMAN.encode()),
        "a mark of UTF-16 and an odd byte": (".txt", lambda: b"\xff\xfe" + GERMAN.encode("utf-16-le") + b"\0"),
        "a mark of UTF-32": (".txt", lambda: b"\xff\xfe\0\0" + b"\xff" * 40),
        "bytes of all values": (".txt", lambda: bytes(range(256)) * 400),
        "single bytes": (".txt", lambda: bytes(range(128, 256)) * 30_000),
        "lines that begin articles": (".txt", lambda: b"1 von 9 DOKUMENTEN\n\n" * 20_000),
        "ends of articles": (".txt", lambda: "Länge: 9 Wörter\nBody\nEnd of Document\n".encode() * 5_000),
        "codes of articles": (".txt", lambda: b"HD a\nPD b\nSN c\nLP\nTD\nAN Document d\n" * 5_000),
        "sources of articles": (".txt", lambda: b"Musterzeitung vom 22.11.2023, S. 5\n" * 5_000),
        "separators": (".txt", lambda: (b"_" * 60 + b"\n") * 20_000),
        "head of a page": (".md", lambda: b"---\n" + b"a: &a [*a, *a]\n" * 5 + b"---\n" + GERMAN.encode()),
        "laughing head": (
            ".md",
            lambda: (
                "---\na: &a [1]\n"
                + "".join(f"{b}: &{b} [{f'*{a},' * 9}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
                + f"---\n{GERMAN}"
            ).encode(),
        ),
        "nested quotes": (".md", lambda: b">" * 20_000 + b"a"),
        "nested lists": (".md", lambda: b"".join(b"  " * n + b"* a\n" for n in range(1_000))),
        "open links": (".md", lambda: b"![[" * 20_000),
        "stars": (".md", lambda: b"*a **b " * 20_000),
        **{
            f"nested <{tag}>": (".html", partial(lambda tag: f"{f'<{tag}>' * 20_000}<p>{GERMAN}".encode(), tag))
            for tag in ("div", "b", "ul><li", "table><tr><td", "blockquote", "svg", "font", "article", "a href=x")
        },
        "attributes": (".html", lambda: b"<p " + b"a=b " * 200_000 + b">" + GERMAN.encode()),
        "an attribute": (".html", lambda: b'<p class="' + b"a" * 3_000_000 + b'">' + GERMAN.encode()),
        "articles": (".html", lambda: f"<article><h2>A</h2><p>{GERMAN}</p></article>".encode() * 3_000),
        "entries": (
            ".html",
            lambda: f"<div class='entry'><time>12:00</time><h3>A</h3><p>{GERMAN}</p></div>".encode() * 3_000,
        ),
        "an open comment": (".html", lambda: PAGE + b"<!--" * 50_000),
        "an open script": (".html", lambda: b"<script>" + PAGE),
        "a frame of itself": (".html", lambda: b"<iframe src='?'></iframe>" + PAGE),
        "references to signs": (".html", lambda: b"<p>" + b"&#x110000;&#0;&#xD800;&nix;" * 10_000 + GERMAN.encode()),
        **{
            f"declared {name}": (
                ".html",
                partial(lambda name: html(GERMAN, head=f'<meta charset="{name}">').encode(), name),
            )
            for name in ("utf-16", "utf-7", "utf-32", "rot13", "hex", "zip", "idna", "undefined", "x" * 9999, "\0")
        },
        "nested JSON-LD": (".html", lambda: _json_ld("[" * 50_000 + "]" * 50_000)),
        "odd JSON-LD": (
            ".html",
            lambda: _json_ld(
                json.dumps(
                    {
                        "@type": ["NewsArticle", None, 7, {}],
                        "headline": [{}],
                        "author": [[[{"name": {"name": 7}}]]],
                        "datePublished": ["9999-99-99", -1, None, "2024-03-19T25:61:61+99:99"],
                        "publisher": 7,
                        "@graph": {"@graph": [None]},
                    }
                )
            ),
        ),
        "large number in JSON-LD": (
            ".html",
            lambda: _json_ld('{"@type":"NewsArticle","headline":' + "9" * 9_999 + "}"),
        ),
        "no page": (".pdf", lambda: assembled()),
        "pages in a circle": (".pdf", _looped_pages),
        "a page that shows itself": (".pdf", _looped_font),
        "a password": (".pdf", _locked_pdf),
        "a wrong table": (".pdf", lambda: pdf([GERMAN]).replace(b"startxref\n", b"startxref\n9")),
        "a long stream": (".pdf", lambda: assembled(b"BT /F1 12 Tf 72 700 Td " + b"(a) Tj " * 200_000 + b"ET")),
        "many pages": (".pdf", lambda: pdf(*([GERMAN[:60]] for _ in range(2_000)))),
        "a huge page": (".pdf", lambda: pdf([GERMAN]).replace(b"[0 0 595 842]", b"[0 0 9e9 9e9]")),
        "text off the page": (
            ".pdf",
            lambda: assembled(b"BT /F1 1e9 Tf 1e9 -1e9 Td (Text) Tj 0 0 0 0 0 0 Tm (b) Tj ET"),
        ),
        "a head alone": (".pdf", lambda: b"%PDF-1.7\n"),
        "blanks for text": (
            ".docx",
            lambda: repacked(word(GERMAN), {"word/document.xml": _XML.encode() + b" " * 30_000_000}),
        ),
        "laughs for text": (".docx", lambda: repacked(word(GERMAN), {"word/document.xml": laughs(_word_xml("&i;"))})),
        "an outside entity": (
            ".docx",
            lambda: repacked(
                word(GERMAN), {"word/document.xml": (_OUTSIDE.format(path="/etc/passwd") + _word_xml("&i;")).encode()}
            ),
        ),
        "nested tables": (
            ".docx",
            lambda: repacked(
                word(GERMAN),
                {"word/document.xml": _word_xml("</w:t></w:r></w:p>" + "<w:tbl><w:tr><w:tc>" * 5_000).encode()},
            ),
        ),
        "relations in a circle": (
            ".docx",
            lambda: repacked(
                word(GERMAN),
                {
                    "word/_rels/document.xml.rels": b'<Relationships xmlns="http://schemas.openxmlformats.org/package/'
                    b'2006/relationships"><Relationship Id="r" Type="x" Target="document.xml"/></Relationships>'
                },
            ),
        ),
        "a locked file for Word": (".docx", _locked_office),
        "a sheet for Word": (".docx", lambda: SOUND[".xlsx"][0]),
        "a billion blanks": (".odt", lambda: open_document("<text:p>a<text:s text:c='999999999'/>b</text:p>")),
        "many blanks": (".odt", lambda: open_document("<text:p>a<text:s text:c='99999'/>b</text:p>" * 500)),
        "laughs in a text": (".odt", lambda: repacked(SOUND[".odt"][0], {"content.xml": laughs(_open_text("&i;"))})),
        "nested text": (".odt", lambda: open_document("<text:p>" * 5_000 + "a" + "</text:p>" * 5_000)),
        "a locked text": (
            ".odt",
            lambda: zipped(
                {
                    "mimetype": "application/vnd.oasis.opendocument.text",
                    "META-INF/manifest.xml": "<manifest:manifest xmlns:manifest='urn:oasis:names:tc:opendocument:xmlns"
                    ":manifest:1.0'><manifest:file-entry manifest:full-path='content.xml'><manifest:encryption-data/>"
                    "</manifest:file-entry></manifest:manifest>",
                    "content.xml": random.Random(1).randbytes(3_000),  # noqa: S311 - not for secrets
                }
            ),
        ),
        "nested groups": (".rtf", lambda: b"{\\rtf1" + b"{" * 200_000 + b"a" + b"}" * 200_000),
        "closed groups": (".rtf", lambda: b"{\\rtf1 a" + b"}" * 200_000),
        "binary data": (".rtf", lambda: b"{\\rtf1 \\bin999999999 a}" + GERMAN.encode()),
        "odd signs": (".rtf", lambda: b"{\\rtf1\\ansicpg99999\\uc99999 \\u99999999 \\u-99999999 \\'zz \\u55296 a}"),
        "links": (
            ".rtf",
            lambda: b"{\\rtf1" + b'{\\field{\\*\\fldinst{HYPERLINK "a"}}{\\fldrslt{\\cs1 a}}}' * 5_000 + b"}",
        ),
        "a picture": (".rtf", lambda: b"{\\rtf1{\\pict " + b"0f" * 10_000_000 + b"}Text}"),
        "no order of reading": (
            ".epub",
            lambda: repacked(SOUND[".epub"][0], {"OPS/a.opf": b"<package><manifest/></package>"}),
        ),
        "an order of nothing": (
            ".epub",
            lambda: repacked(
                SOUND[".epub"][0],
                {
                    "OPS/a.opf": b"<package><manifest><item id='a' href='../../../etc/passwd'/><item id='b'"
                    b" href='a.opf'/></manifest><spine><itemref idref='a'/><itemref idref='b'/><itemref idref='x'/>"
                    b"</spine></package>"
                },
            ),
        ),
        "one chapter again and again": (
            ".epub",
            lambda: repacked(
                SOUND[".epub"][0],
                {
                    "OPS/a.opf": b"<package><manifest><item id='c' href='text/c0.xhtml'/></manifest><spine>"
                    + b"<itemref idref='c'/>" * 20_000
                    + b"</spine></package>"
                },
            ),
        ),
        "a book in a circle": (
            ".epub",
            lambda: repacked(
                SOUND[".epub"][0],
                {"META-INF/container.xml": b"<c><rootfile full-path='META-INF/container.xml'/></c>"},
            ),
        ),
        "laughs in a book": (
            ".epub",
            lambda: repacked(SOUND[".epub"][0], {"OPS/text/c0.xhtml": laughs("<html><body>&i;</body></html>")}),
        ),
        "nested book": (".epub", lambda: book("<div>" * 20_000)),
        "blanks in a book": (".epub", lambda: zipped({"META-INF/container.xml": b" " * 30_000_000})),
        "nested mails": (".eml", lambda: b"Content-Type: message/rfc822\n\n" * 2_000 + b"a"),
        "nested parts": (
            ".eml",
            lambda: b"".join(b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (n, n) for n in range(200)),
        ),
        "many parts": (
            ".eml",
            lambda: _MULTIPART + b'Content-Disposition: attachment; filename="a"\n\nx\n--b\n' * 2_000,
        ),
        "long head": (
            ".eml",
            lambda: b"Subject: " + b"=?utf-8?q?a?= " * 2_000 + b"\nFrom: " + b"a@b, " * 2_000 + b"\n\nText",
        ),
        "quoted lines": (".eml", lambda: b"Subject: a\n\n" + (b"1 schrieb " * 100_000) + b"\n> a\n" * 10),
        "a limit of nothing": (".eml", lambda: b"Content-Type: multipart/mixed; boundary=\n\n--\n\na\n----\n"),
        "odd day": (".eml", lambda: b"Subject: a\nDate: Thu, 99 Foo 99999 99:99:99 +9999\n\n" + GERMAN.encode()),
        "early day": (".eml", lambda: b"Subject: a\nDate: Mon, 1 Jan 0001 00:00:00 +2300\n\n" + GERMAN.encode()),
        **{
            f"a mail declared {name}": (
                ".eml",
                partial(
                    lambda name: (
                        f"Subject: =?{name}?q?=FF?=\nContent-Type: text/plain; charset={name}\n"
                        f"Content-Transfer-Encoding: base64\n\n####{GERMAN}"
                    ).encode(),
                    name,
                ),
            )
            for name in ("unknown-8bit", "hex_codec", "idna", "utf-7", "rot13", "zlib_codec", "punycode", "\0")
        },
        "attachments with odd names": (
            ".eml",
            lambda: (
                _MULTIPART
                + b"\n--b\n".join(
                    b'Content-Disposition: attachment; filename="%s"\n\n%s' % (name, GERMAN.encode())
                    for name in (
                        b"../a.txt",
                        b"/b.txt",
                        b"\0c.txt",
                        b".txt",
                        b"d\te.txt",
                        b"x" * 5_000 + b".txt",
                        b"a.txt",
                    )
                )
            ),
        ),
        "many mails": (".mbox", lambda: b"From a 2024\n\n\n" * 20_000),
        "a mailbox without From": (".mbox", lambda: MAIL * 3),
        "From alone": (".mbox", lambda: b"From " * 100_000),
        "sectors in a circle": (".msg", _looped_compound),
        "a head and noise": (
            ".msg",
            lambda: SOUND[".msg"][0][:512] + random.Random(2).randbytes(20_000),  # noqa: S311 - not for secrets
        ),
        "a locked file for Outlook": (".msg", _locked_office),
        "a million columns": (".csv", lambda: b"Text" + b";" * 1_000_000 + b"\n" + b"a;" * 1_000_000),
        "a million rows": (".csv", lambda: b"Titel;Text\n" + b"a;b\n" * 1_000_000),
        "an open quotation mark": (".csv", lambda: b'Titel;Text\na;"' + b"b;c\n" * 100_000),
        "one cell": (".csv", lambda: b"Titel;Text\na;" + b"b" * 3_000_000),
        "one column many times": (".csv", lambda: b"Text;Text;text;TEXT\na;b;c;d\n" * 3),
        "odd days": (
            ".csv",
            lambda: b"Titel;Datum;Text\n" + f"a;99.99.9999;{GERMAN}\nb;1e999;{MORE}\n".encode(),
        ),
        "blanks in a sheet": (".xlsx", lambda: zipped({"xl/workbook.xml": b" " * 30_000_000})),
        "laughs in a sheet": (
            ".xlsx",
            lambda: repacked(
                SOUND[".xlsx"][0],
                {"xl/worksheets/s0.xml": laughs("<worksheet><sheetData>&i;</sheetData></worksheet>")},
            ),
        ),
        "a far cell": (
            ".xlsx",
            lambda: _sheet('<row><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
        ),
        "a cell of no string": (".xlsx", lambda: _sheet('<row><c r="A1" t="s"><v>99999999</v></c></row>')),
        "a cell nowhere": (".xlsx", lambda: _sheet('<row r="0"><c r="ZZZZZZZ99999999999"><v>1e999</v></c></row>')),
        "a locked book of sheets": (".xlsx", _locked_office),
        "a locked old book of sheets": (".xls", _locked_office),
        "repeated rows": (
            ".ods",
            lambda: _open_rows(
                "<table:table-row table:number-rows-repeated='1048576'><table:table-cell"
                " table:number-columns-repeated='16384' office:value-type='string'><text:p>a</text:p>"
                "</table:table-cell></table:table-row>"
            ),
        ),
        "repeated nothing": (
            ".ods",
            lambda: _open_rows(
                "<table:table-row table:number-rows-repeated='-1'><table:table-cell"
                " table:number-columns-repeated='99999999999999999999'/></table:table-row>"
            ),
        ),
        "laughs in a feed": (".xml", lambda: laughs("<rss><channel><item><title>&i;</title></item></channel></rss>")),
        "an outside feed": (
            ".xml",
            lambda: (
                _OUTSIDE.format(path="/etc/passwd") + "<rss><channel><item><title>&i;</title></item></channel></rss>"
            ).encode(),
        ),
        "a feed of days": (
            ".xml",
            lambda: rss(
                *(
                    f"<title>{n}</title><description>{GERMAN}</description><pubDate>{day}</pubDate>"
                    for n, day in enumerate(
                        ("x", "9999999999999", "0000-00-00", "Tue, 31 Feb 2024 99:99:99 GMT", "-1", "", "2024-13-45T")
                    )
                )
            ),
        ),
        "nested feed": (".xml", lambda: b"<rss>" * 20_000),
        "nested entry": (".xml", lambda: rss("<description>" + "&lt;div&gt;" * 20_000 + "</description>")),
        "a feed declared UTF-16": (".xml", lambda: FEED.replace(b"utf-8", b"utf-16")),
        "a feed declared nonsense": (".xml", lambda: FEED.replace(b"utf-8", b"rot13")),
        "many entries": (".xml", lambda: rss(*("<title>a</title>" for _ in range(5_000)))),
        "lists in lists": (".json", lambda: b"[" * 200_000 + b"]" * 200_000),
        "objects in objects": (".json", lambda: b'{"a":' * 50_000 + b"1" + b"}" * 50_000),
        "odd values": (
            ".json",
            lambda: (
                b'[{"text": "\\ud800 a", "title": NaN, "date": 1e999}, {"text": ' + b"9" * 5_000 + b"}, null, [[]]]"
            ),
        ),
        "records in records": (".jsonl", lambda: b'{"id": 1, "text": ' + b"[" * 100_000 + b"\n"),
        "a record of a large number": (".jsonl", lambda: b'{"id": ' + b"9" * 5_000 + b', "text": "a"}\n{"id":1e999}\n'),
        "many records": (".jsonl", lambda: b"{}\n" * 20_000),
        "fifty zips in one another": (".zip", lambda: _nested_zip(50)),
        "zeros": (".zip", lambda: zipped({f"{n}.txt": b"\0" * 30_000_000 for n in range(3)})),
        "many files": (".zip", lambda: zipped({f"{n}.txt": b"a" for n in range(30_000)}, zipfile.ZIP_STORED)),
        "a locked zip": (".zip", _locked_zip),
        "links and ways out": (".zip", _linked_zip),
        "a wrong size": (".zip", lambda: _with_sizes(zipped({"a.txt": GERMAN}), 0xFFFFFFFE)),
        "a size of nothing": (".zip", lambda: _with_sizes(zipped({"a.txt": GERMAN}), 0)),
        "an empty zip": (".zip", lambda: zipped({})),
        "a zip of mails of zips": (
            ".zip",
            lambda: zipped({"a.eml": mail("a", {"b.zip": zipped({"c.eml": mail("d", {"e.zip": _nested_zip(3)})})})}),
        ),
        "lengths that are wrong": (
            ".warc",
            lambda: b"".join(
                SOUND[".warc"][0].replace(b"Content-Length: ", b"Content-Length: " + wrong)
                for wrong in (b"9", b"-", b"x")
            ),
        ),
        "a length without end": (
            ".warc",
            lambda: SOUND[".warc"][0].replace(b"Content-Length: ", b"Content-Length: 99999999999"),
        ),
        "many pages of a server": (".warc", lambda: SOUND[".warc"][0] * 300),
        "a gigabyte of zeros": (".gz", lambda: gzip.compress(b"\0" * 1_000_000_000, 9)),
        "a long page in little": (
            ".gz",
            lambda: gzip.compress(SOUND[".warc"][0].replace(b"</body>", b"a" * 100_000_000 + b"</body>"), 1),
        ),
        "no web archive": (".gz", lambda: gzip.compress(TEXT.encode())),
        "a page without its limits": (".mhtml", lambda: saved_page(PAGE).replace(b'boundary="b"', b"")),
        "a page within pages": (".mhtml", lambda: saved_page(saved_page(saved_page(PAGE)))),
        **{f"empty {suffix}": (suffix, bytes) for suffix in SOUND},
    }
)
"""Files that are made to break a reader: the ending of the name, and what makes the bytes."""


def corpus(folder: Path, count: int, seed: int) -> dict[str, str]:
    """Have a new folder hold so many hostile entries; gives what each is, by its name as it is shown."""
    dice = random.Random(seed)  # noqa: S311 - not for secrets
    (outside := folder.with_name("outside.txt")).write_text(SECRET)
    folder.mkdir()
    entries = {printable(os.fsdecode(name)): "a hostile name" for name in _entries(folder, outside)}
    sound: dict[str, tuple[str, Make]] = {
        f"sound {suffix}": (suffix, partial(bytes, some[0])) for suffix, some in SOUND.items()
    }
    for what, (suffix, make) in {**SPECIAL, **sound}.items():
        name = f"{len(entries):04}{suffix}"
        (folder / name).write_bytes(make())
        entries[name] = what
    while len(entries) < count:
        suffix, data = by_chance(dice)
        name = f"{len(entries):04}{suffix}"
        (folder / name).write_bytes(data)
        entries[name] = "by chance"
    return entries


def is_on(warning: str, name: str) -> bool:
    """Whether a warning is on an entry of the folder."""
    return warning.startswith((f"{name}:", f"{name}/", f"{name}, "))


def _entries(folder: Path, outside: Path) -> Iterator[bytes]:
    """Entries that are hostile by what they are and not by what they hold; gives their names."""
    for number, name in enumerate(_NAMES_OF_FILES):
        for suffix in (b".txt", b".jsonl", b".exe", b".eml"):
            entry = b"%d%s%s" % (number, name, suffix)
            Path(os.fsdecode(os.fsencode(folder) + b"/" + entry)).write_bytes(TEXT.encode())
            yield entry
    for link in ("link.txt", "link.pdf", "link.jsonl", "link.zip", "link"):
        (folder / link).symlink_to(outside)
        yield link.encode()
    for loop in ("loop.txt", "loop.html"):
        (folder / loop).symlink_to(folder / loop)
        yield loop.encode()
    (folder / "circle").symlink_to(folder)
    (folder / "folder.md").mkdir()
    (folder / "folder.md" / "odd.xyz").touch()
    deepest = folder / "deep"
    for _ in range(40):
        deepest /= "d"
    deepest.mkdir(parents=True)
    (deepest / "a.txt").write_text(TEXT)
    os.mkfifo(folder / "pipe.docx")
    yield from (b"circle", b"folder.md", b"deep", b"pipe.docx")
