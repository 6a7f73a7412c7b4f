"""Footnotes and links for documents of Word: python-docx knows no footnotes, so their part is made here."""

from typing import Any

from docx.document import Document as Doc
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph
from lxml import etree

from core.handouts.docx_text import clean, line
from core.handouts.model import Passage

_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def link(part: Any, paragraph: etree._Element, url: str, label: str) -> None:
    """A link to the web at the end of a paragraph; what is no address of it stays text."""
    run = parse_xml(
        f'<w:r {nsdecls("w")}><w:rPr><w:color w:val="1F5F99"/><w:u w:val="single"/></w:rPr>'
        '<w:t xml:space="preserve"/></w:r>'
    )
    run.find(qn("w:t")).text = line(label)
    if url.startswith(("http://", "https://")):
        relation = part.relate_to(clean(url), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        holder = parse_xml(f'<w:hyperlink {nsdecls("w", "r")} r:id="{relation}"/>')
        holder.append(run)
        run = holder
    paragraph.append(run)


class Footnotes:
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

    def refer(self, paragraph: Paragraph, number: int, passage: Passage, to_source: str) -> None:
        """Put a footnote on where a passage stands at the end of a paragraph."""
        run = paragraph.add_run()
        run.style = "Footnote Reference"
        run._r.append(parse_xml(f'<w:footnoteReference {nsdecls("w")} w:id="{number}"/>'))
        note = parse_xml(
            f'<w:footnote {nsdecls("w")} w:id="{number}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
            '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
            '<w:r><w:t xml:space="preserve"/></w:r></w:p></w:footnote>'
        )
        note.find(f".//{qn('w:t')}").text = f" {line(passage.footnote)} "
        if passage.url:
            link(self._part, note.find(qn("w:p")), passage.url, to_source)
        self._element.append(note)

    def finish(self) -> None:
        """Make the part belong to the document."""
        self._made.part.relate_to(self._part, RELATIONSHIP_TYPE.FOOTNOTES)
        separators = parse_xml(
            f'<w:footnotePr {nsdecls("w")}><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        )
        settings = self._made.settings.element
        later = next((one for one in settings if one.tag in (qn("w:endnotePr"), qn("w:compat"))), None)
        if later is None:
            settings.append(separators)
        else:
            later.addprevious(separators)
