"""Why a file of a kind that is not read is left out, and what a person does to have it read."""

from pathlib import PurePosixPath

from core.corpus.formats import SUFFIXES
from core.messages import Message

_PICTURES = (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".gif", ".bmp", ".webp", ".heic", ".jp2")
_RECORDINGS = (".mp3", ".m4a", ".wav", ".ogg", ".mp4", ".mov", ".avi", ".mkv", ".webm")
_PACKED = (".7z", ".rar", ".tar", ".tgz", ".bz2", ".xz")
_SLIDES = (".ppt", ".pptx", ".odp", ".key")

_CONVERT = {
    ".doc": Message("is of Word's old kind; left out, open it in Word or LibreOffice and save it as .docx"),
    ".docm": Message("is a Word file with macros; left out, save it as .docx"),
    ".dotx": Message("is a template of Word; left out, save it as .docx"),
    ".wpd": Message("is a WordPerfect file; left out, open it in LibreOffice and save it as .docx"),
    ".pages": Message("is a file of Pages; left out, export it from Pages as Word (.docx) or PDF"),
    ".numbers": Message("is a file of Numbers; left out, export it from Numbers as Excel (.xlsx) or CSV"),
    ".xlsm": Message("is an Excel file with macros; left out, save it as .xlsx"),
    ".xlsb": Message("is a binary Excel file; left out, save it as .xlsx"),
    ".pst": Message("is a store of Outlook; left out, drag its mails into the folder, which saves them as .msg"),
    ".emlx": Message("is of Apple Mail's own kind; left out, export the mailbox as .mbox"),
    ".webarchive": Message("is a page as Safari saves it; left out, save it as .html"),
    ".mobi": Message("is a book of Kindle's kind; left out, convert it to .epub (with Calibre, for example)"),
    ".azw3": Message("is a book of Kindle's kind; left out, convert it to .epub (with Calibre, for example)"),
    ".djvu": Message("is a scan; left out, convert it to PDF and run OCR on it (ocrmypdf, for example)"),
    ".xps": Message("is of the XPS kind; left out, print it as PDF"),
    ".ps": Message("is PostScript; left out, convert it to PDF (with ps2pdf, for example)"),
    **dict.fromkeys(
        _PICTURES, Message("is a picture; left out, make a PDF of it and run OCR on that (ocrmypdf, for example)")
    ),
    **dict.fromkeys(_RECORDINGS, Message("is a recording; left out, save a transcript as .txt")),
    **dict.fromkeys(
        _PACKED, Message("is an archive of a kind that is not opened; left out, unpack it or pack it anew as .zip")
    ),
    **dict.fromkeys(_SLIDES, Message("holds slides; left out, save them as PDF")),
}


OTHER = Message("is none of the kinds that are read ({kinds}); left out, convert or remove it", kinds=SUFFIXES)
"""Why a file is left out of whose kind nothing else is known."""


def reason(name: str) -> Message:
    """Why the file of this name, whose kind is none that is read, is left out, in one line."""
    return _CONVERT.get(PurePosixPath(name).suffix.lower(), OTHER)
