"""A mail (`.eml`): its text, and the files that are attached to it."""

from collections.abc import Sequence

from core.corpus.formats import Enclosed, Extracted, mails


def unpack(data: bytes, _: str | None) -> Sequence[Extracted | Enclosed]:
    """The text of a mail, with its subject, sender and day, and then its attachments.

    Raises:
        UnreadableError: it is no mail, or has neither a text nor a file.
    """
    return mails.parts(mails.parsed(data))
