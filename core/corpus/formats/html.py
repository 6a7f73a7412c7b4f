"""Web pages (`.html`): the main text without navigation and advertising, and what the page's metadata say of it."""

import re
from contextlib import suppress
from datetime import datetime
from zoneinfo import ZoneInfo

from trafilatura import bare_extraction
from trafilatura.settings import Document
from w3lib.encoding import html_body_declared_encoding, read_bom, to_unicode

from core.corpus.decoding import Decoded, decode
from core.corpus.formats import BREAK, Extracted
from core.corpus.unreadable import UnreadableError

_HEAD = 5000  # characters in which a whole page says that it is one
_DATES = {
    "original_date": True,  # of publication, not of the last change
    "extensive_search": False,  # what the page declares, not what dates stand in its text
    "max_date": "2099-12-31",  # else today, and the same page would read otherwise on another day
}


def extract(data: bytes, encoding: str | None) -> Extracted:
    """The main text of a web page, a paragraph a line, with title, author, outlet, url and day of publication.

    Raises:
        DecodingError: the bytes are no text, or not in the declared encoding.
        UnreadableError: there is no main text.
    """
    page, remark = _decoded(data, encoding)
    if "<html" not in page[:_HEAD].lower():
        page = f"<html><body>{page}</body></html>"
    found = bare_extraction(page, include_comments=False, with_metadata=True, date_extraction_params=dict(_DATES))
    if not isinstance(found, Document) or not found.text:
        raise UnreadableError("has no main text; left out, copy the article into a .txt file")
    known = {
        "title": found.title,
        "author": found.author,
        "outlet": found.sitename,
        "url": found.url,
        "published": _day_in_germany(page, found.date),
    }
    return Extracted(
        BREAK.join(found.text.splitlines()), {key: value for key, value in known.items() if value}, remark=remark
    )


_STAMP = re.compile(
    r"""(?:"datePublished"\s*:\s*"|(?:published_time|datePublished)["'][^>]{0,40}content=["'])"""
    r"""(?P<day>\d{4}-\d{2}-\d{2})(?P<clock>T\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(?P<zone>Z|[+-]\d{2}:?\d{2})"""
)
_BERLIN = ZoneInfo("Europe/Berlin")


def _day_in_germany(page: str, day: str | None) -> str | None:
    """The day of publication in Germany, where the page declares a time with its zone: 23:30 UTC is the next day."""
    for stamp in _STAMP.finditer(page):
        if stamp["day"] != day:
            continue
        with suppress(ValueError):
            moment = datetime.fromisoformat(stamp["day"] + stamp["clock"] + stamp["zone"])
            return moment.astimezone(_BERLIN).date().isoformat()
    return day


def _decoded(data: bytes, declared: str | None) -> Decoded:
    """The page's characters: by sources.toml, a byte order mark, the page's own declaration, or its bytes."""
    if declared is None and read_bom(data)[0] is None:
        said = html_body_declared_encoding(data)
        # A declaration that could be read as ASCII is not in a wide encoding, whatever it says.
        if said is not None and not said.startswith(("utf-8", "utf-16", "utf-32")):
            return Decoded(to_unicode(data, said))
    return decode(data, declared)


# The libraries load word lists with the first page, which takes longer than the page: here, that is once for all forks.
with suppress(UnreadableError):
    extract(b"<p>Eine Probe.</p>", None)
