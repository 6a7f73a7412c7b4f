"""PDF files (`.pdf`) with a text layer: their articles, a paragraph a line.

PDFium reads them, the reader of the Chromium browser: it mends words that were divided at the end of a line, and is
tried with hostile files all the time.
"""

import ctypes
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, takewhile

import pypdfium2 as pdfium
import pypdfium2.raw as c

from core.corpus.bundles import is_export, printed_around
from core.corpus.formats import BREAK, LONGEST, Extracted
from core.corpus.formats.page_words import cut_off, without_navigation, without_page
from core.corpus.formats.pdf_articles import Part, articles, whole
from core.corpus.formats.pdf_lines import DROP_CAP, Box, Line, Word, goes_on, in_columns, joined, lines, with_drop_caps
from core.corpus.formats.pdf_margins import Page, said, usual_size, without_margins
from core.corpus.formats.pdf_order import in_reading_order
from core.corpus.formats.pdf_paragraphs import Paragraph, paragraphs
from core.corpus.unreadable import UnreadableError
from core.messages import Message

_MOST_PAGES = 2_000
_DIVISIONS = "\x02\ufffe"  # PDFium's signs for a hyphen at the end of a line


def unpack(data: bytes, _: str | None) -> Sequence[Extracted]:
    """The articles of a PDF file where its headlines surely show several, else its text as `extract` gives it.

    What a press database has given out is one text, with all that the vendor says of each article.

    Raises:
        UnreadableError: the file is encrypted or damaged, has no text layer, or more pages than an article.
    """
    return _texts(data, several=True)


def extract(data: bytes, _: str | None) -> Extracted:
    """The text layer of a PDF file, a paragraph a line. Its properties are left alone: they tell of the program.

    Raises:
        UnreadableError: the file is encrypted or damaged, has no text layer, or more pages than an article.
    """
    (text,) = _texts(data, several=False)
    return text


def _texts(data: bytes, *, several: bool) -> Sequence[Extracted]:
    pages = _pages(opened(data))
    if export := _export(pages):
        return [export]
    margins = without_margins(pages)
    if not any(page.lines for page in margins.pages):
        raise UnreadableError(Message("has no text layer; left out, run OCR on it (ocrmypdf, for example)"))
    usual = usual_size(margins.pages)
    read = _paragraphs(margins.pages, usual)
    parts = articles(read, usual) if several else [whole(read)]
    head = takewhile(lambda paragraph: paragraph.text != parts[0].title, parts[0].paragraphs) if len(parts) > 1 else ()
    known = {**said([paragraph.text for paragraph in head]), **margins.known}
    return [_extracted(part, known, printed=margins.printed) for part in parts]


def _export(pages: Sequence[Page]) -> Extracted | None:
    """The text that a press database has given out; None where it is none.

    Its margins are the vendor's: the outlet, the day and the page of an article may stand where papers have theirs.
    """
    noise = printed_around("\n".join(line.text for page in pages for line in page.lines))
    if noise is None:
        return None
    own = [page._replace(lines=tuple(line for line in page.lines if not noise.fullmatch(line.text))) for page in pages]
    text = BREAK.join(paragraph.text for paragraph in _paragraphs(own, usual_size(own), heads=True))
    return Extracted(text) if is_export(text) else None


def _paragraphs(pages: Sequence[Page], usual: float, *, heads: bool = False) -> list[Paragraph]:
    """The paragraphs of pages in reading order; see `paragraphs`."""
    order = [in_reading_order(in_columns(with_drop_caps(page.lines))) for page in pages]
    return paragraphs(order, usual, heads=heads)


def _extracted(part: Part, known: Mapping[str, str], *, printed: bool) -> Extracted:
    texts = tuple(paragraph.text for paragraph in part.paragraphs)
    article = without_page(without_navigation(texts) if printed else texts)
    title = {"title": part.title} if part.title else {}
    return Extracted(BREAK.join(article.lines or texts), {**known, **title}, remark=cut_off(article.paywall))


def opened(data: bytes) -> pdfium.PdfDocument:
    """A PDF file, opened.

    Raises:
        UnreadableError: it is encrypted or damaged, or has more pages than an article.
    """
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code in (c.FPDF_ERR_PASSWORD, c.FPDF_ERR_SECURITY):
            raise UnreadableError(Message("is encrypted; left out, save it without a password")) from error
        raise UnreadableError(Message("is no PDF file or a damaged one; left out, save it anew")) from error
    if len(document) > _MOST_PAGES:
        raise UnreadableError(Message("has {n} pages; left out, split it into one file an article", n=len(document)))
    return document


def _pages(document: pdfium.PdfDocument) -> list[Page]:
    """The pages in turn, without one that PDFium cannot read."""
    pages: list[Page] = []
    length = 0
    for number in range(len(document)):
        try:
            page = document[number]
        except pdfium.PdfiumError:
            continue
        read = tuple(_lines(page.get_textpage()))
        _, bottom, _, top = page.get_bbox()
        page.close()
        pages.append(Page(read, top, bottom))
        if (length := length + sum(len(line.text) for line in read)) > LONGEST:
            break
    return pages


def _lines(page: pdfium.PdfTextPage) -> Iterator[Line]:
    """The lines of a page that are not blank, in the order of the file."""
    last: Line | None = None
    for words in _rows(page):
        for line in lines(words):
            if last is not None and goes_on(last, line):
                last = joined(last, line)
                continue
            if last is not None:
                yield last
            last = line
    if last is not None:
        yield last


def _rows(page: pdfium.PdfTextPage) -> Iterator[list[Word]]:
    """The words between two of PDFium's line breaks; a word that it has put together from two lines is two."""
    raw = page.raw
    signs = [chr(c.FPDFText_GetUnicode(raw, i)) for i in range(page.count_chars())]
    for broken, run in groupby(enumerate(signs), key=lambda sign: sign[1] in "\r\n"):
        if broken:
            continue
        words: list[Word] = []
        for blank, word in groupby(run, key=lambda sign: sign[1].isspace()):
            if not blank:
                words += _words(raw, list(word))
        if words:
            yield words


def _words(page: c.FPDF_TEXTPAGE, signs: Sequence[tuple[int, str]]) -> Iterator[Word]:
    """A word, or two where it was divided at the end of a line or begins with a drop cap."""
    begin = 0
    for end in range(1, len(signs) + 1):
        if end < len(signs) and signs[end - 1][1] not in _DIVISIONS:
            continue
        first, last = _box(page, signs[begin][0]), _box(page, signs[max(begin, end - 1 - _is_divided(signs, end))][0])
        if end - begin > 1 and first.height >= DROP_CAP * last.height > 0:
            yield Word(signs[begin][1], first)
            begin += 1
            first = _box(page, signs[begin][0])
        text = "".join(sign for _, sign in signs[begin:end])
        yield Word(text, Box(first.left, last.right, first.top, first.bottom))
        begin = end


def _is_divided(signs: Sequence[tuple[int, str]], end: int) -> bool:
    """Whether a sign that stands for a hyphen, and may have no box, is the last one."""
    return signs[end - 1][1] in _DIVISIONS


def _box(page: c.FPDF_TEXTPAGE, index: int) -> Box:
    """The box of a character as its type has it, the same height for `a` and `A`; empty where it has none."""
    box = c.FS_RECTF()
    c.FPDFText_GetLooseCharBox(page, index, ctypes.byref(box))
    return Box(box.left, box.right, box.top, box.bottom)
