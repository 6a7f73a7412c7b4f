"""Small files of the kinds that hold several texts or stand in an archive, made by code."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from email.message import EmailMessage
from html import escape

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns"


def mail(text: str, files: Mapping[str, bytes] | None = None, /, **heads: str) -> bytes:
    """A mail; the keys of its head have `_` for `-`."""
    message = EmailMessage()
    for name, value in heads.items():
        message[name.replace("_", "-")] = value
    message.set_content(text)
    for name, data in (files or {}).items():
        message.add_attachment(data, "application", "octet-stream", filename=name)
    return message.as_bytes()


def zipped(files: Mapping[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive."""
    to = io.BytesIO()
    with zipfile.ZipFile(to, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return to.getvalue()


def workbook(**sheets: Sequence[Sequence[str | float | None]]) -> bytes:
    """An Excel file; a float is a day, as Excel counts them."""
    names = list(sheets)
    targets = "".join(
        f'<Relationship Id="r{n}" Type="{RELATIONS}/worksheet" Target="worksheets/s{n}.xml"/>'
        for n in range(len(names))
    )
    listed = "".join(f'<sheet name="{name}" sheetId="{n + 1}" r:id="r{n}"/>' for n, name in enumerate(names))
    styles = '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs>'
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{TYPES}/content-types"/>',
            "_rels/.rels": f'<Relationships xmlns="{TYPES}/relationships"><Relationship Id="a"'
            f' Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{SPREADSHEET}" xmlns:r="{RELATIONS}"><sheets>{listed}</sheets>'
            "</workbook>",
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{TYPES}/relationships">{targets}<Relationship Id="st"'
            f' Type="{RELATIONS}/styles" Target="styles.xml"/></Relationships>',
            "xl/styles.xml": f'<styleSheet xmlns="{SPREADSHEET}">{styles}</styleSheet>',
            **{f"xl/worksheets/s{n}.xml": _sheet(rows) for n, rows in enumerate(sheets.values())},
        }
    )


def _sheet(rows: Sequence[Sequence[str | float | None]]) -> str:
    written = "".join(
        "<row>" + "".join(_cell(f"{chr(65 + c)}{r}", value) for c, value in enumerate(row)) + "</row>"
        for r, row in enumerate(rows, 1)
    )
    return f'<worksheet xmlns="{SPREADSHEET}"><sheetData>{written}</sheetData></worksheet>'


def _cell(place: str, value: str | float | None) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return f'<c r="{place}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return f'<c r="{place}" s="{int(isinstance(value, float))}"><v>{value}</v></c>'


def open_document(body: str, properties: str = "") -> bytes:
    """An OpenDocument text of elements with the prefixes `text`, `table` and `office`."""
    names = " ".join(f'xmlns:{name}="{OFFICE}:{name}:1.0"' for name in ("office", "text", "table", "meta"))
    return zipped(
        {
            "content.xml": f"<office:document-content {names}><office:body><office:text>{body}</office:text>"
            "</office:body></office:document-content>",
            "meta.xml": f'<office:document-meta {names} xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta>'
            f"{properties}</office:meta></office:document-meta>",
        }
    )


def open_sheet(rows: Sequence[Sequence[str]]) -> bytes:
    """An OpenDocument spreadsheet."""
    names = " ".join(f'xmlns:{name}="{OFFICE}:{name}:1.0"' for name in ("office", "text", "table"))
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    written = "".join(
        f"<table:table-row>{''.join(cell.format(escape(value)) for value in row)}</table:table-row>" for row in rows
    )
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{OFFICE}:manifest:1.0"/>',
            "content.xml": f"<office:document-content {names}><office:body><office:spreadsheet>"
            '<table:table table:name="T">'
            f"{written}</table:table></office:spreadsheet></office:body></office:document-content>",
        }
    )


def book(*chapters: str, title: str = "Ein Buch", **properties: str) -> bytes:
    """A book with a chapter a file; the properties are those of Dublin Core."""
    told = "".join(f"<dc:{name}>{value}</dc:{name}>" for name, value in {"title": title, **properties}.items())
    items = "".join(f'<item id="c{n}" href="text/c{n}.xhtml"/>' for n in range(len(chapters)))
    order = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="OPS/a.opf"/></rootfiles></container>',
            "OPS/a.opf": '<package xmlns="http://www.idpf.org/2007/opf"><metadata'
            f' xmlns:dc="http://purl.org/dc/elements/1.1/">{told}</metadata><manifest>{items}</manifest>'
            f"<spine>{order}</spine></package>",
            **{
                f"OPS/text/c{n}.xhtml": f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{chapter}</body></html>'
                for n, chapter in enumerate(chapters)
            },
        }
    )


def web_archive(*pages: tuple[str, str, str, bytes], gzip: bool = True) -> bytes:
    """A web archive of pages, each an address, a status, a kind and what the server gave."""
    to = io.BytesIO()
    writer = WARCWriter(to, gzip=gzip)
    for url, status, kind, content in pages:
        heads = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        record = writer.create_warc_record(
            url,
            "response",
            payload=io.BytesIO(content),
            http_headers=heads,
            warc_headers_dict={"WARC-Date": "2024-03-19T23:30:00Z"},
        )
        writer.write_record(record)
        record.raw_stream.close()  # a file of the writer's, which it leaves open
    return to.getvalue()


def rss(*items: str, channel: str = "<title>Musterblatt</title>") -> bytes:
    """A feed of items that are written out."""
    written = "".join(f"<item>{item}</item>" for item in items)
    return (
        '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<channel>{channel}{written}</channel></rss>"
    ).encode()


def saved_page(page: bytes, kind: str = 'text/html; charset="utf-8"', **heads: str) -> bytes:
    """A page as a browser saves it with all that belongs to it."""
    told = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in heads.items())
    return (
        (
            f'{told}MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n'
            f"--b\r\nContent-Type: {kind}\r\nContent-Location: https://example.org/artikel\r\n\r\n"
        ).encode()
        + page
        + b"\r\n--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--\r\n"
    )
