"""How a handout for Word looks: paper, styles, page numbers."""

from typing import Any

from docx.document import Document as Doc
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from core.handouts.docx_text import line
from core.handouts.model import Handout

ACCENT, FAINT, WARN = RGBColor(0x1F, 0x5F, 0x99), RGBColor(0x48, 0x54, 0x5F), RGBColor(0xA3, 0x27, 0x1D)


def set_up(made: Doc, handout: Handout) -> None:
    """Give a new document its paper, styles, language and page numbers."""
    page = made.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(22.5)
    page.top_margin = page.bottom_margin = Mm(22)
    made.core_properties.title = line(handout.title)
    made.core_properties.author = "Lagebild"
    made.core_properties.comments = ""
    made.core_properties.language = handout.language
    styles = made.styles
    normal = styles["Normal"]
    _font(normal, 10.5, None)
    normal.paragraph_format.space_after = Pt(4)
    for name, size, colour, above in (("Title", 22.0, None, 0), ("Heading 1", 14.0, ACCENT, 16)):
        style = styles[name]
        _font(style, size, colour)
        style.font.bold = True
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(above), Pt(3)
        style.paragraph_format.keep_with_next = True
    for border in styles["Title"].element.pPr.findall(qn("w:pBdr")):
        styles["Title"].element.pPr.remove(border)
    for name, size, colour in (
        ("Lagebild Facts", 9.5, FAINT),
        ("Lagebild Source", 9.0, None),
        ("Lagebild Quote", 10.5, None),
        ("Lagebild Difference", 9.5, WARN),
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


def _font(style: Any, size: float, colour: RGBColor | None) -> None:
    font = style.font
    font.name, font.size = "Calibri", Pt(size)
    fonts = style.element.rPr.rFonts
    for name in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{name}"), None)
    font.color.rgb = colour or RGBColor(0x0B, 0x13, 0x1C)


def _quote_style(style: Any) -> None:
    """A line at the left, as long as the quote and its source."""
    borders = parse_xml(
        f'<w:pBdr {nsdecls("w")}><w:left w:val="single" w:sz="18" w:space="8" w:color="1F5F99"/></w:pBdr>'
    )
    format_ = style.paragraph_format
    format_.left_indent = Mm(4)
    style.element.get_or_add_pPr().insert_element_before(
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
