"""A handout for Word: with footnotes, pictures as vectors beside bitmaps, and the block for machines as a part."""

import io
from zipfile import BadZipFile, ZipFile

from docx import Document
from docx.document import Document as Doc
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Emu, Mm, Pt
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from lxml import etree

from core.handouts import embedded
from core.handouts.docx_footnotes import Footnotes, link
from core.handouts.docx_styles import FAINT, WARN, set_up
from core.handouts.docx_text import clean, line
from core.handouts.embedded import Embedded, HandoutError
from core.handouts.model import Handout, Passage, Picture, Section

_MARK = "FFE9B8"
_WIDTH = Mm(165)
_HIGHEST = Mm(135)
_NAMESPACE = "urn:lagebild:quotes"
_SVG = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_ASVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"


def document(handout: Handout) -> bytes:
    """The handout as a file for Word."""
    made = Document()
    _drop_thumbnail(made)
    set_up(made, handout)
    notes = Footnotes(made)
    made.add_paragraph(line(handout.title), style="Title")
    made.add_paragraph(line(handout.words.as_of.format(day=handout.as_of)), style="Lagebild Facts")
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


def _drop_thumbnail(made: Doc) -> None:
    """Take away the picture that python-docx begins with: it shows another document."""
    relations = made.part.package.rels
    for id_ in [id_ for id_, one in relations.items() if one.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        relations.pop(id_)


def _section(made: Doc, section: Section, number: int, notes: "Footnotes", handout: Handout, at: int) -> None:
    heading = made.add_paragraph(line(section.title), style="Heading 1")
    if at == 0:
        heading.paragraph_format.space_before = Pt(12)
    for told in (" · ".join(section.facts), section.parties, section.corrected):
        if told:
            _lead(made, told)
    if section.missing:
        made.add_paragraph(line(section.missing), style="Lagebild Difference")
    for paragraph in filter(str.strip, section.words.splitlines()):
        made.add_paragraph(clean(paragraph)).paragraph_format.keep_with_next = bool(section.passages)
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
            made.add_paragraph(line(difference), style="Lagebild Difference")
    if section.picture:
        _picture(made, section.picture)
        made.add_paragraph(line(section.legend), style="Lagebild Facts")


def _lead(made: Doc, words: str) -> None:
    """Words that stand on the page of what comes after them."""
    made.add_paragraph(line(words), style="Lagebild Facts").paragraph_format.keep_with_next = True


def _quote(places: list[Paragraph], passage: Passage, number: int, notes: "Footnotes", handout: Handout) -> None:
    said, source = places
    said.style, source.style = "Lagebild Quote", "Lagebild Source"
    _german(_faint(said.add_run(clean(f"… {passage.before}" if passage.before.strip() else ""))))
    words = _german(said.add_run(clean(passage.anchor.quote)))
    if passage.stands:
        shade = parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{_MARK}"/>')
        words._r.get_or_add_rPr().insert_element_before(shade, "w:vertAlign", "w:lang")
    else:
        words.font.strike = True
    _german(_faint(said.add_run(clean(f"{passage.after} …" if passage.after.strip() else ""))))
    source.add_run(line(passage.source)).bold = True
    notes.refer(source, number, passage, handout.words.in_the_source)
    for told, colour in ((passage.known, FAINT), ("" if passage.stands else handout.words.gone, WARN)):
        if told:
            source.add_run().add_break()
            source.add_run(line(told)).font.color.rgb = colour


def _faint(run: Run) -> Run:
    run.font.color.rgb = FAINT
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
    shape._inline.docPr.set("descr", line(picture.alt))
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
    made.add_paragraph(line(handout.words.sources), style="Heading 1")
    for source in handout.sources:
        paragraph = made.add_paragraph()
        paragraph.paragraph_format.keep_together = True
        paragraph.add_run(line(source.title)).bold = True
        paragraph.add_run().add_break()
        _faint(paragraph.add_run(line(f"{source.about} · {source.file}")))
        if source.url:
            paragraph.add_run().add_break()
            link(made.part, paragraph._p, source.url, source.url)
    _faint(made.add_paragraph().add_run(line(handout.words.check)))


def _embed(made: Doc, block: bytes) -> None:
    holder = etree.Element(f"{{{_NAMESPACE}}}quotes", nsmap={None: _NAMESPACE})
    holder.text = block.decode()
    package = made.part.package
    content = etree.tostring(holder, xml_declaration=True, encoding="UTF-8", standalone=True)
    part = Part(package.next_partname("/customXml/item%d.xml"), "application/xml", content, package)
    made.part.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)


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
