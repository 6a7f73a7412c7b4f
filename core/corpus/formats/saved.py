"""Web pages that somebody has saved, with the address and the day of that."""

from collections.abc import Sequence
from datetime import date

from core.corpus import formats
from core.corpus.formats import Extracted
from core.messages import Message, joined


def texts(page: bytes, encoding: str | None, url: str, saved: date | None) -> Sequence[Extracted]:
    """The texts of a page. The day on which it was saved is told where the page has none, and not taken for its own.

    Raises:
        UnreadableError: the page has no text.
    """
    held = [one for one in formats.unpack("html", page, encoding) if isinstance(one, Extracted)]
    known = {"url": url} if url.startswith(("http://", "https://")) else {}
    return [one._replace(known={**known, **one.known}, remark=_remark(one, saved)) for one in held]


def _remark(text: Extracted, saved: date | None) -> Message | None:
    if saved is None or "published" in text.known:
        return text.remark
    undated = Message(
        "does not say when it was published, only that it was saved on {day}; name `published` in sources.toml",
        day=saved.isoformat(),
    )
    return joined(text.remark, undated)
