"""Feeds and sitemaps of news (`.xml`, `.rss`, `.atom`): an entry is a text."""

import io
import re
from collections.abc import Sequence
from typing import Any

import feedparser

from core.corpus import days, languages, markup, xml
from core.corpus.decoding import decode
from core.corpus.formats import BREAK, Extracted
from core.corpus.lines import single_line
from core.corpus.unreadable import UnreadableError
from core.messages import Message

_FEEDS = ("rss", "feed", "RDF", "rdf", "channel")
_SITEMAPS = ("urlset",)
_DECLARED = re.compile(r"\A\s*<\?xml[^>]*\?>")
_TYPE = re.compile(rb"<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE)  # may have entities without end
_CUT = re.compile(r"(?:\[?(?:…|\.\.\.)\]?|\b(?:weiterlesen|mehr|read more)\b)[\s.…»>→]*\Z", re.IGNORECASE)
_WHOLE = 1_500  # characters of a description that is the article itself
_TEASER = Message("holds a teaser, not the article; add the article itself, if its events matter")
_HEADLINE = Message("holds a headline, not the article; add the article itself, if its events matter")


def unpack(data: bytes, _: str | None) -> Sequence[Extracted]:
    """The entries that have a text: headline and article, or headline and teaser, which a remark then says.

    Raises:
        UnreadableError: it is no feed and no sitemap with headlines, or no entry has a text.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = _DECLARED.sub("", decode(data).text, count=1).encode()
    root = xml.parsed(data)
    name = xml.local(root)
    if name in _SITEMAPS:
        return _of_sitemap(data)
    if name not in _FEEDS:
        raise UnreadableError(
            Message(
                "is XML with <{name}>, no feed and no sitemap; left out, save its texts as .html or .txt",
                name=single_line(name)[:40],
            )
        )
    feed = feedparser.parse(io.BytesIO(_TYPE.sub(b"", data)))
    entries = [text for entry in feed.entries if (text := _entry(entry, feed.feed)) is not None]
    if not entries:
        raise UnreadableError(Message("is a feed without entries that have a text; left out, remove it"))
    return entries


def _entry(entry: Any, feed: Any) -> Extracted | None:
    title = single_line(markup.plain(entry.get("title", "")))
    contents = [content.get("value", "") for content in entry.get("content", ())]
    article = max((_plain(content) for content in contents), key=len, default="")
    summary = _plain(entry.get("summary", ""))
    text = article or summary
    if not (title or text).strip():
        return None
    whole = (bool(article) and len(article) > len(summary)) or len(text) >= _WHOLE
    remark = None if whole and not _CUT.search(text) else _TEASER if text else _HEADLINE
    source = entry.get("source", {}).get("title") or feed.get("title", "")
    known = {
        "title": title,
        "outlet": single_line(markup.plain(source)),
        "author": single_line(entry.get("author", "")),
        "url": entry.get("link", ""),
        "language": languages.code(entry.get("language", "") or feed.get("language", "") or ""),
        "published": _day(entry),
    }
    headed = text if title and text.startswith(title) else BREAK.join(filter(None, (title, text)))
    return Extracted(headed, {key: value for key, value in known.items() if value}, remark=remark)


def _plain(source: str) -> str:
    """The text of a description or an article, the marks of HTML in it or not."""
    return markup.plain(source).strip()


def _day(entry: Any) -> str:
    for key in ("published", "updated", "date"):
        if value := entry.get(key):
            return days.day(value)
    return ""


def _of_sitemap(data: bytes) -> list[Extracted]:
    """The headlines of a sitemap of news; any other sitemap only lists addresses."""
    headlines: list[Extracted] = []
    for entry in xml.parsed(data):
        told: dict[str, str] = {}
        for element in entry.iter():
            told.setdefault(xml.local(element), single_line(element.text or ""))
        if not told.get("title"):
            continue
        known = {
            "title": told["title"],
            "outlet": told.get("name", ""),
            "url": told.get("loc", ""),
            "language": languages.code(told.get("language", "")),
            "published": days.day(told.get("publication_date", "")),
        }
        headlines.append(
            Extracted(told["title"], {key: value for key, value in known.items() if value}, remark=_HEADLINE)
        )
    if not headlines:
        raise UnreadableError(
            Message("is a sitemap without headlines; left out, save the pages that it lists as .html")
        )
    return headlines
