"""Small files of each kind that texts come in, made by code."""

import io
import json
import zipfile
from collections.abc import Mapping, Sequence

import docx

GERMAN = "Der Minister hat am Dienstag ein Abkommen unterzeichnet, wie die Regierung in Wien mitteilte."
MORE = "Die Präsidentin will im nächsten Jahr nach Tokio reisen, um über größere Übungen zu sprechen."


def html(*paragraphs: str, head: str = '<meta charset="utf-8">') -> str:
    """A page with navigation around the article."""
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f'<!doctype html><html lang="de"><head>{head}</head><body><nav><a href="/">Start</a></nav>'
        f"<article>{text}</article><footer>Impressum</footer></body></html>"
    )


def word(*paragraphs: str, title: str = "") -> bytes:
    """A Word file with a paragraph each."""
    document = docx.Document()
    document.core_properties.title = title
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    return saved(document)


def rtf(*paragraphs: str) -> bytes:
    """A rich text with a paragraph each."""
    head = r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 A;}}{\info{\title T}}"
    body = "".join(rf"\pard\plain {_in_rtf(paragraph)}\par" + "\n" for paragraph in paragraphs)
    return f"{head}\n{body}}}".encode("ascii")


def saved(document: docx.document.Document) -> bytes:
    """The file of a Word document."""
    to = io.BytesIO()
    document.save(to)
    return to.getvalue()


def repacked(package: bytes, parts: Mapping[str, bytes]) -> bytes:
    """A zip file with some of its parts replaced or added."""
    to = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            new.writestr(name, content)
    return to.getvalue()


def packed(files: Mapping[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive with these files."""
    to = io.BytesIO()
    with zipfile.ZipFile(to, "w", compression) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data, compression)
    return to.getvalue()


def pdf(*pages: Sequence[str], leading: float = 14) -> bytes:
    """A PDF file with lines of Helvetica at 12 points; an empty one is a gap, and blanks set a line in."""
    streams = []
    for lines in pages:
        shown = [_shown(line, 800 - leading * number) for number, line in enumerate(lines) if line]
        streams.append("\n".join(["BT", "/F1 12 Tf", *shown, "ET"]).encode("cp1252"))
    return assembled(*streams)


def placed(*pages: Sequence[tuple[float, float, float, str]]) -> bytes:
    """A PDF file with lines of Helvetica: where each begins, from the left and from below, its size and its text."""
    streams = []
    for lines in pages:
        shown = [f"/F1 {size} Tf 1 0 0 1 {left} {height} Tm ({text}) Tj" for left, height, size, text in lines]
        streams.append("\n".join(["BT", *shown, "ET"]).encode("cp1252"))
    return assembled(*streams)


def assembled(*streams: bytes, more: str = "", xobjects: str = "") -> bytes:
    """A PDF file with a page for each content stream; `more` goes into the trailer, `xobjects` into the resources."""
    first = 4
    kids = " ".join(f"{first + 2 * n} 0 R" for n in range(len(streams)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(streams)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for n, stream in enumerate(streams):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {first + 2 * n + 1} 0 R"
            f" /Resources << /Font << /F1 3 0 R >> /XObject << {xobjects} >> >> >>".encode()
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    return numbered(objects, more)


def numbered(objects: Sequence[bytes], more: str = "") -> bytes:
    """A PDF file of these objects, the first one its catalogue."""
    out, offsets = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    return (
        out
        + (
            f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R {more} >>\n"
            f"startxref\n{len(out)}\n%%EOF\n"
        ).encode()
    )


def record(**fields: object) -> bytes:
    """A line of a JSON-lines file."""
    return json.dumps(fields, ensure_ascii=False).encode() + b"\n"


def _shown(line: str, height: float) -> str:
    words = line.strip()
    escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"1 0 0 1 {72 + 6 * line.index(words)} {height} Tm ({escaped}) Tj"


def _in_rtf(text: str) -> str:
    return "".join(f"\\{sign}" if sign in "\\{}" else sign if sign < "\x7f" else rf"\u{ord(sign)}?" for sign in text)
