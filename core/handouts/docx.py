"""A handout for Word: with footnotes, pictures as vectors beside bitmaps, and the block for machines as a part."""

import io
import re
from importlib.util import find_spec
from zipfile import BadZipFile, ZipFile

from docx import Document
from docx.document import Document as Doc
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Emu, Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from lxml import etree

from core.handouts import embedded
from core.handouts.embedded import Embedded, HandoutError
from core.handouts.model import Handout, Passage, Picture, Section

_ACCENT, _FAINT, _WARN = RGBColor(0x1F, 0x5F, 0x99), RGBColor(0x48, 0x54, 0x5F), RGBColor(0xA3, 0x27, 0x1D)
_MARK = "FFE9B8"
_WIDTH = Mm(165)
_HIGHEST = Mm(135)
_NAMESPACE = "urn:lagebild:quotes"
_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_SVG = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_ASVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML cannot hold."""


def document(handout: Handout) -> bytes:
    """The handout as a file for Word."""
    made = Document()
    _page(made, handout)
    notes = _Footnotes(made)
    made.add_paragraph(_line(handout.title), style="Title")
    made.add_paragraph(_line(handout.words.as_of.format(day=handout.as_of)), style="Lagebild Facts")
    number = 0
    for at, section in enumerate(handout.sections):
        _section(made, section, number, notes, handout, at)
        number += len(section.passages)
    _sources(made, handout)
    _embed(made, embedded.block(handout))
    notes.finish()
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def _page(made: Doc, handout: Handout) -> None:
    """Paper, styles, language and page numbers."""
    page = made.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(22.5)
    page.top_margin = page.bottom_margin = Mm(22)
    made.core_properties.title = _line(handout.title)
    made.core_properties.author = "Lagebild"
    made.core_properties.comments = ""
    made.core_properties.language = handout.language
    styles = made.styles
    normal = styles["Normal"]
    _font(normal, 10.5, None)
    normal.paragraph_format.space_after = Pt(4)
    for name, size, colour, before in (("Title", 22, None, 0), ("Heading 1", 14, _ACCENT, 16)):
        style = styles[name]
        _font(style, size, colour)
        style.font.bold = True
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(3)
        style.paragraph_format.keep_with_next = True
    for border in styles["Title"].element.pPr.findall(qn("w:pBdr")):
        styles["Title"].element.pPr.remove(border)
    for name, size, colour in (
        ("Lagebild Facts", 9.5, _FAINT),
        ("Lagebild Source", 9, None),
        ("Lagebild Quote", 10.5, None),
        ("Lagebild Difference", 9.5, _WARN),
        ("Footnote Text", 8.5, None),
    ):
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = normal
        _font(style, size, colour)
        style.paragraph_format.space_after = Pt(3)
    _quote_style(styles["Lagebild Quote"])
    _quote_style(styles["Lagebild Source"])
    styles["Lagebild Quote"].paragraph_format.keep_with_next = True
    reference = styles.add_style("Footnote Reference", WD_STYLE_TYPE.CHARACTER)
    reference.font.superscript = True
    for element in styles.element.iter(qn("w:lang")):
        element.set(qn("w:val"), {"de": "de-DE", "en": "en-GB"}.get(handout.language, handout.language))
    footer = page.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
    before, _, rest = handout.words.page.partition("{page}")
    between, _, after = rest.partition("{pages}")
    for words, code in ((before, "PAGE"), (between, "NUMPAGES"), (after, None)):
        if words:
            footer.add_run(words)
        if code:
            _field(footer, code)


def _font(style: object, size: float, colour: RGBColor | None) -> None:
    font = style.font  # type: ignore[attr-defined]
    font.name, font.size = "Calibri", Pt(size)
    fonts = style.element.rPr.rFonts  # type: ignore[attr-defined]
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    font.color.rgb = colour or RGBColor(0x0B, 0x13, 0x1C)


def _quote_style(style: object) -> None:
    """A line at the left, as long as the quote and its source."""
    borders = parse_xml(
        f'<w:pBdr {nsdecls("w")}><w:left w:val="single" w:sz="18" w:space="8" w:color="1F5F99"/></w:pBdr>'
    )
    format_ = style.paragraph_format  # type: ignore[attr-defined]
    format_.left_indent = Mm(4)
    style.element.get_or_add_pPr().insert_element_before(  # type: ignore[attr-defined]
        borders, *("w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr")
    )


def _field(paragraph: Paragraph, code: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)


def _section(made: Doc, section: Section, number: int, notes: "_Footnotes", handout: Handout, at: int) -> None:
    heading = made.add_paragraph(_line(section.title), style="Heading 1")
    if at == 0:
        heading.paragraph_format.space_before = Pt(12)
    if section.facts:
        _lead(made, " · ".join(section.facts))
    if section.missing:
        made.add_paragraph(_line(section.missing), style="Lagebild Difference")
    for paragraph in filter(str.strip, section.words.splitlines()):
        made.add_paragraph(_clean(paragraph)).paragraph_format.keep_with_next = bool(section.passages)
    if len(section.passages) == 2:
        table = made.add_table(1, 2)
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for column, passage in enumerate(section.passages):
            cell = table.cell(0, column)
            _quote([cell.paragraphs[0], cell.add_paragraph()], passage, number + column + 1, notes, handout)
        behind = made.add_paragraph().paragraph_format
        behind.space_after, behind.line_spacing = Pt(0), Pt(6)
    else:
        for count, passage in enumerate(section.passages, number + 1):
            _quote([made.add_paragraph(), made.add_paragraph()], passage, count, notes, handout)
    if section.differences:
        _lead(made, handout.words.differences)
        for difference in section.differences:
            made.add_paragraph(_line(difference), style="Lagebild Difference")
    if section.picture:
        _picture(made, section.picture)
        made.add_paragraph(_line(section.legend), style="Lagebild Facts")


def _lead(made: Doc, words: str) -> None:
    """Words that stand on the page of what comes after them."""
    made.add_paragraph(_line(words), style="Lagebild Facts").paragraph_format.keep_with_next = True


def _quote(places: list[Paragraph], passage: Passage, number: int, notes: "_Footnotes", handout: Handout) -> None:
    said, source = places
    said.style, source.style = "Lagebild Quote", "Lagebild Source"
    _german(_faint(said.add_run(_clean(f"… {passage.before}" if passage.before.strip() else ""))))
    words = _german(said.add_run(_clean(passage.anchor.quote)))
    if passage.stands:
        words._r.get_or_add_rPr().append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:fill="{_MARK}"/>'))
    else:
        words.font.strike = True
    _german(_faint(said.add_run(_clean(f"{passage.after} …" if passage.after.strip() else ""))))
    source.add_run(_line(passage.source)).bold = True
    notes.refer(source, number, passage, handout)
    for line in (passage.known, "" if passage.stands else handout.words.gone):
        if line:
            source.add_run().add_break()
            run = source.add_run(_line(line))
            run.font.color.rgb = _FAINT if line == passage.known else _WARN


def _faint(run: Run) -> Run:
    run.font.color.rgb = _FAINT
    return run


def _german(run: Run) -> Run:
    """Quotes are German, whatever the handout is."""
    properties = run._r.get_or_add_rPr()
    properties.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="de-DE"/>'))
    return run


def _picture(made: Doc, picture: Picture) -> None:
    """A picture as SVG, which Word draws sharply, with a PNG for whoever cannot."""
    import vl_convert  # starts an engine of its own

    png: bytes = vl_convert.svg_to_png(picture.svg, scale=2)
    paragraph = made.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.keep_with_next = True
    shape = paragraph.add_run().add_picture(io.BytesIO(png))
    factor = min(_WIDTH / shape.width, _HIGHEST / shape.height, 1.2)
    shape.width, shape.height = Emu(int(shape.width * factor)), Emu(int(shape.height * factor))
    shape._inline.docPr.set("descr", _line(picture.alt))
    package = made.part.package
    name = package.next_partname("/word/media/drawing%d.svg")
    part = Part(name, "image/svg+xml", picture.svg.encode(), package)
    relation = made.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
    [blip] = shape._inline.iter(qn("a:blip"))
    blip.append(
        parse_xml(
            f'<a:extLst {nsdecls("a")}><a:ext uri="{_SVG}"><asvg:svgBlip xmlns:asvg="{_ASVG}"'
            f' {nsdecls("r")} r:embed="{relation}"/></a:ext></a:extLst>'
        )
    )


def _sources(made: Doc, handout: Handout) -> None:
    made.add_paragraph(_line(handout.words.sources), style="Heading 1")
    for source in handout.sources:
        paragraph = made.add_paragraph()
        paragraph.paragraph_format.keep_together = True
        paragraph.add_run(_line(source.title)).bold = True
        paragraph.add_run().add_break()
        _faint(paragraph.add_run(_line(f"{source.about} · {source.file}")))
        if source.url:
            paragraph.add_run().add_break()
            _link(made.part, paragraph._p, source.url, source.url)
    _faint(made.add_paragraph().add_run(_line(handout.words.check)))


def _link(part: object, paragraph: etree._Element, url: str, label: str) -> None:
    """A link to the web at the end of a paragraph; what is no address of it stays text."""
    run = parse_xml(
        f'<w:r {nsdecls("w")}><w:rPr><w:color w:val="1F5F99"/><w:u w:val="single"/></w:rPr>'
        '<w:t xml:space="preserve"/></w:r>'
    )
    run.find(qn("w:t")).text = _line(label)
    if url.startswith(("http://", "https://")):
        relation = part.relate_to(_clean(url), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)  # type: ignore[attr-defined]
        link = parse_xml(f'<w:hyperlink {nsdecls("w", "r")} r:id="{relation}"/>')
        link.append(run)
        run = link
    paragraph.append(run)


class _Footnotes:
    """The footnotes of a document: python-docx knows none, so their part is made here."""

    def __init__(self, made: Doc) -> None:
        self._element = parse_xml(
            f"<w:footnotes {nsdecls('w', 'r')}>"
            '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
            '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
            "</w:footnote></w:footnotes>"
        )
        self._part = XmlPart(PackURI("/word/footnotes.xml"), _FOOTNOTES, self._element, made.part.package)
        self._made = made

    def refer(self, paragraph: Paragraph, number: int, passage: Passage, handout: Handout) -> None:
        """Put a footnote on where a passage stands at the end of a paragraph."""
        run = paragraph.add_run()
        run.style = "Footnote Reference"
        run._r.append(parse_xml(f'<w:footnoteReference {nsdecls("w")} w:id="{number}"/>'))
        at = passage.anchor
        note = parse_xml(
            f'<w:footnote {nsdecls("w")} w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
            '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
            '<w:r><w:t xml:space="preserve"/></w:r></w:p></w:footnote>'
        )
        said = handout.words.footnote.format(document=at.doc_id, start=at.start, end=at.end)
        note.find(f".//{qn('w:t')}").text = f" {_line(said)} "
        if passage.url:
            _link(self._part, note.find(qn("w:p")), passage.url, handout.words.in_the_source)
        self._element.append(note)

    def finish(self) -> None:
        """Make the part belong to the document."""
        self._made.part.relate_to(self._part, RELATIONSHIP_TYPE.FOOTNOTES)


def _embed(made: Doc, block: bytes) -> None:
    holder = etree.Element(f"{{{_NAMESPACE}}}quotes", nsmap={None: _NAMESPACE})
    holder.text = block.decode()
    package = made.part.package
    content = etree.tostring(holder, xml_declaration=True, encoding="UTF-8", standalone=True)
    part = Part(package.next_partname("/customXml/item%d.xml"), "application/xml", content, package)
    made.part.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)


def _line(text: str) -> str:
    return _clean(" ".join(text.split()))


def available() -> bool:
    """Whether what draws the pictures is installed."""
    return find_spec("vl_convert") is not None


_MOST = 200_000_000
"""Bytes of a part that is unpacked."""


def quotes(content: bytes, file: str) -> Embedded:
    """What a document holds for machines; Word may have given the part another number.

    Raises:
        HandoutError: it is no handout, or damaged.
    """
    blocks = []
    for name, part in _parts(content, file):
        if name.startswith("customXml/item") and _NAMESPACE.encode() in part:
            root = _parsed(part, file)
            if root.tag == f"{{{_NAMESPACE}}}quotes":
                blocks.append((root.text or "").encode())
    return embedded.read(blocks, file)


def words(content: bytes, file: str) -> str:
    """The text of a document, as a reader sees it."""
    for name, part in _parts(content, file):
        if name == "word/document.xml":
            return "".join(_parsed(part, file).itertext(qn("w:t")))
    raise HandoutError(f"{file}: is no document of Word")


def _parts(content: bytes, file: str) -> list[tuple[str, bytes]]:
    try:
        with ZipFile(io.BytesIO(content)) as whole:
            return [
                (one.filename, whole.read(one))
                for one in whole.infolist()
                if one.file_size < _MOST and one.filename.endswith(".xml")
            ]
    except (BadZipFile, OSError, RuntimeError) as error:
        raise HandoutError(f"{file}: cannot be opened ({error})") from error


def _parsed(part: bytes, file: str) -> etree._Element:
    try:
        return etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))
    except etree.XMLSyntaxError as error:
        raise HandoutError(f"{file}: is damaged ({error})") from error
