"""A mail as Outlook saves it (`.msg`): its text, and the files and mails that are attached to it."""

from collections.abc import Iterator, Sequence

from olefile import OleFileIO
from oxmsg.attachment import Attachment
from oxmsg.domain import constants as c
from oxmsg.properties import Properties
from oxmsg.storage import Storage

from core.corpus.formats import Enclosed, Extracted, mails
from core.corpus.unreadable import UnreadableError
from core.messages import Message

_HEADS = (32, 24)  # bytes before the properties of a mail, and of one inside another
_MOST_DEPTH = 5  # of mails inside mails
_INSIDE = "__substg1.0_3701000D"
_ATTACHMENT = "__attach_version1.0_#"


def unpack(data: bytes, _: str | None) -> Sequence[Extracted | Enclosed]:
    """The text of a mail, with its subject, sender and day, and then what is attached to it.

    Raises:
        UnreadableError: it is no mail of Outlook, or has neither a text nor a file.
    """
    try:
        with OleFileIO(data) as file:
            storage = Storage.from_ole(file)
    except OSError as error:
        raise UnreadableError(
            Message("is no Outlook mail or a damaged one; left out, save it anew or as .eml")
        ) from error
    parts = list(_parts(storage, 0))
    if not parts:
        raise UnreadableError(Message("has no text; left out, save it as .eml or its text as .txt"))
    return parts


def _parts(storage: Storage, depth: int) -> Iterator[Extracted | Enclosed]:
    properties = Properties(storage, _HEADS[min(depth, 1)])
    yield from _texts(properties)
    for inner in storage.iter_attachment_storages():
        mail = next((one for one in inner.storages if one.name == _INSIDE), None)
        if mail is not None and depth < _MOST_DEPTH:
            yield from _parts(mail, depth + 1)
            continue
        attachment = Attachment(inner)
        name = _text(attachment.properties, c.PID_ATTACH_LONG_FILENAME, c.PID_ATTACH_FILENAME)
        content = attachment.file_bytes
        if name and content and not (attachment.mime_type or "").startswith("image/"):
            yield Enclosed(name, content)


def _texts(properties: Properties) -> Sequence[Extracted]:
    head = mails.head(_text(properties, c.PID_SUBJECT), _sender(properties), _day(properties))
    if text := _text(properties, c.PID_BODY):
        return [mails.of_text(text, head)]
    page = properties.binary_prop_value(c.PID_HTML) or _text(properties, c.PID_BODY_HTML).encode()
    try:
        return mails.of_page(page, None, head) if page.strip() else []
    except UnreadableError:
        return []


def _sender(properties: Properties) -> str:
    name = _text(properties, c.PID_SENDER_NAME, c.PID_SENT_REPRESENTING_NAME).replace('"', "")
    return f'"{name}" <{_text(properties, c.PID_SENDER_SMTP_ADDRESS, c.PID_SENDER_EMAIL_ADDRESS)}>' if name else ""


def _day(properties: Properties) -> str:
    moment = properties.date_prop_value(c.PID_CLIENT_SUBMIT_TIME)
    return moment.isoformat() if moment else ""


def _text(properties: Properties, *names: int) -> str:
    """The first of some properties that is a text and not blank."""
    values = ((properties.str_prop_value(name) or "").strip("\0 ") for name in names)
    return next(filter(str.strip, values), "")
