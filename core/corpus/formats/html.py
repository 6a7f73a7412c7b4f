"""Web pages (`.html`): the main text without navigation and advertising, and what the page's metadata say of it.

A page with several articles has a text for each.
"""

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import date
from typing import NamedTuple

from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.metadata import extract_metadata
from trafilatura.settings import Document
from trafilatura.utils import load_html
from w3lib.encoding import html_body_declared_encoding, read_bom, to_unicode

from core.corpus.bundles import divide_html
from core.corpus.decoding import Decoded, decode
from core.corpus.formats import BREAK, Extracted, html_left_out, html_live, page_words
from core.corpus.formats.html_articles import PageArticle, articles
from core.corpus.formats.html_declared import Declared, day, declared
from core.corpus.formats.html_left_out import unglued
from core.corpus.formats.html_lines import lines
from core.corpus.formats.page_words import cut_off, without_page
from core.corpus.unreadable import UnreadableError
from core.messages import Message, joined

_HEAD = 5000  # characters in which a whole page says that it is one
_DATES = {
    "original_date": True,  # of publication, not of the last change
    "extensive_search": False,  # what the page declares, not what dates stand in its text
    "max_date": "2099-12-31",  # else today, and the same page would read otherwise on another day
}
_MOST = 0.6  # of a page's characters
_NO_MAIN_TEXT = Message("has no main text; left out, copy the article into a .txt file")


class _Page(NamedTuple):
    """A page without consent dialogs, share bars and lists of links, with what it declares."""

    source: str
    tree: HtmlElement
    about: tuple[Declared, ...]
    remark: Message | None

    @property
    def title(self) -> str:
        """What stands in its head as the title, and what it declares as titles."""
        return " ".join([self.tree.findtext(".//title") or "", *(one.title for one in self.about)])


def unpack(data: bytes, encoding: str | None) -> Sequence[Extracted]:
    """The articles of a web page, each with what is known about it; of a page with one, that of `extract`.

    Raises:
        DecodingError: the bytes are no text, or not in the declared encoding.
        UnreadableError: there is no main text.
    """
    page = _read(data, encoding)
    if (division := divide_html(page.source)).parts:
        return division.parts
    if any(one.live for one in page.about) or page_words.load().is_live(page.title):
        return (_whole(page),)
    several = articles(page.tree)
    if not several:
        return (_whole(page),)
    outlet = extract_metadata(page.tree, date_config=dict(_DATES), extensive=False).sitename
    return tuple(_part(article, page, outlet) for article in several)


def extract(data: bytes, encoding: str | None) -> Extracted:
    """The main text of a web page, a paragraph a line, with title, author, outlet, url and day of publication.

    Of a live blog, it has the headings of days and the times of entries.

    Raises:
        DecodingError: the bytes are no text, or not in the declared encoding.
        UnreadableError: there is no main text.
    """
    return _whole(_read(data, encoding))


def _read(data: bytes, encoding: str | None) -> _Page:
    source, remark = _decoded(data, encoding)
    if "<html" not in source[:_HEAD].lower():
        source = f"<html><body>{source}</body></html>"
    tree = load_html(source)
    if tree is None:
        raise UnreadableError(_NO_MAIN_TEXT)
    about = declared(tree)
    html_left_out.clear(tree)
    return _Page(source, tree, about, remark)


def _whole(page: _Page) -> Extracted:
    """The page as one text."""
    document = bare_extraction(
        page.tree, include_comments=False, with_metadata=True, date_extraction_params=dict(_DATES)
    )
    text = document.text or "" if isinstance(document, Document) else ""
    about = _about(page, document.title if isinstance(document, Document) else None)
    known = about.known() if about else {}
    if isinstance(document, Document):
        published = _day_in_germany(page.source, document.date)
        said = {"title": document.title, "author": document.author, "outlet": document.sitename, "url": document.url}
        known = {key: value for key, value in {**said, "published": published, **known}.items() if value}
    texts, days = _lines(page, text, about)
    if days and known.get("published", str(days[0])) <= str(days[-1]):
        known["published"] = html_live.span(known.get("published"), days)
    article = without_page(texts)
    if not article.lines:
        raise UnreadableError(_NO_MAIN_TEXT)
    return Extracted(BREAK.join(article.lines), known, remark=_remark(page, article.paywall, about))


def _lines(page: _Page, text: str, about: Declared | None) -> tuple[Iterable[str], Sequence[date]]:
    """The lines of the page's text: as the page shows them where it is a live blog, else as the main text has them.

    With the days of a live blog's entries in order, as far as the page gives them to machines.
    """
    shown = tuple(lines(_main(page.tree)))
    titled = page_words.load().is_live(page.title) or (about is not None and about.live)
    if about and about.entries and not html_live.are_shown(about.entries, " ".join(line.text for line in shown)):
        return html_live.declared_text(about), html_live.declared_days(about)
    if html_live.is_live(shown, titled=titled):
        return html_live.page_text(shown), sorted({line.day for line in shown if line.day is not None})
    return unglued(text.splitlines(), shown), ()


def _main(tree: HtmlElement) -> HtmlElement:
    """The smallest element that holds most of the page's words, of those that are made to hold an article."""
    words = len("".join(line.text for line in lines(tree)))
    for tag in ("article", "main"):
        for element in tree.iter(tag):
            if len("".join(line.text for line in lines(element))) >= _MOST * words:
                return element
    return tree


def _about(page: _Page, title: str | None) -> Declared | None:
    """What the page declares about the article of a title; the only article that it declares, if it has no such."""
    for one in page.about:
        if one.title and title and one.title in title:
            return one
    return page.about[0] if len(page.about) == 1 or any(one.live for one in page.about[:1]) else None


def _part(article: PageArticle, page: _Page, outlet: str | None) -> Extracted:
    """One of the articles of a page."""
    about = next((one for one in page.about if one.title == article.headline), None)
    kept = without_page(line.text for line in article.lines if line.text == article.headline or not line.is_aside())
    texts = list(kept.lines)
    if article.headline not in texts:
        texts.insert(0, article.headline)
    published = next((line.day.isoformat() for line in article.lines if line.day is not None), None)
    known = {"title": article.headline, "outlet": outlet, "published": published, **(about.known() if about else {})}
    return Extracted(
        BREAK.join(texts),
        {key: value for key, value in known.items() if value},
        remark=_remark(page, kept.paywall, about),
    )


def _remark(page: _Page, paywall: str | None, about: Declared | None) -> Message | None:
    paid = cut_off(paywall)
    if paid is None and about and not about.free:
        paid = Message("is marked as paid content, its end may be missing; kept, compare it with the page")
    return joined(page.remark, paid)


_STAMP = re.compile(
    r"""(?:"datePublished"\s*:\s*"|(?:published_time|datePublished)["'][^>]{0,40}content=["'])"""
    r"""(?P<day>\d{4}-\d{2}-\d{2})(?P<clock>T\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(?P<zone>Z|[+-]\d{2}:?\d{2})"""
)


def _day_in_germany(source: str, published: str | None) -> str | None:
    """The day of publication in Germany, where the page declares a time with its zone: 23:30 UTC is the next day."""
    for stamp in _STAMP.finditer(source):
        if stamp["day"] == published and (german := day(stamp["day"] + stamp["clock"] + stamp["zone"])):
            return german
    return published


def _decoded(data: bytes, declared_encoding: str | None) -> Decoded:
    """The page's characters by sources.toml, a byte order mark, as UTF-8, by its own declaration, or its bytes."""
    if declared_encoding is None and read_bom(data)[0] is None and not _is_utf8(data):
        said = html_body_declared_encoding(data)
        # A declaration that could be read as ASCII is not in a wide encoding, whatever it says.
        if said is not None and not said.startswith(("utf-8", "utf-16", "utf-32")):
            with suppress(LookupError, UnicodeError):  # it names no encoding of texts
                return Decoded(to_unicode(data, said))
    return decode(data, declared_encoding)


def _is_utf8(data: bytes) -> bool:
    """Whether the bytes are valid UTF-8 beyond ASCII: no other encoding gives that by chance, whatever a page says."""
    with suppress(UnicodeDecodeError):
        data.decode("utf-8")
        return not data.isascii()
    return False


# The libraries load word lists with the first page, which takes longer than the page: here, that is once for all forks.
with suppress(UnreadableError):
    extract(b"<p>Eine Probe.</p>", None)
