"""Why a file of a kind that is not read is left out, and what a person does to have it read."""

from pathlib import PurePosixPath

from core.corpus.formats import SUFFIXES

_PICTURES = (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".gif", ".bmp", ".webp", ".heic", ".jp2")
_RECORDINGS = (".mp3", ".m4a", ".wav", ".ogg", ".mp4", ".mov", ".avi", ".mkv", ".webm")
_PACKED = (".7z", ".rar", ".tar", ".tgz", ".bz2", ".xz")
_SLIDES = (".ppt", ".pptx", ".odp", ".key")

_CONVERT = {
    ".doc": "is of Word's old kind; left out, open it in Word or LibreOffice and save it as .docx",
    ".docm": "is a Word file with macros; left out, save it as .docx",
    ".dotx": "is a template of Word; left out, save it as .docx",
    ".wpd": "is a WordPerfect file; left out, open it in LibreOffice and save it as .docx",
    ".pages": "is a file of Pages; left out, export it from Pages as Word (.docx) or PDF",
    ".numbers": "is a file of Numbers; left out, export it from Numbers as Excel (.xlsx) or CSV",
    ".xlsm": "is an Excel file with macros; left out, save it as .xlsx",
    ".xlsb": "is a binary Excel file; left out, save it as .xlsx",
    ".pst": "is a store of Outlook; left out, drag its mails into the folder, which saves them as .msg",
    ".emlx": "is of Apple Mail's own kind; left out, export the mailbox as .mbox",
    ".webarchive": "is a page as Safari saves it; left out, save it as .html",
    ".mobi": "is a book of Kindle's kind; left out, convert it to .epub (with Calibre, for example)",
    ".azw3": "is a book of Kindle's kind; left out, convert it to .epub (with Calibre, for example)",
    ".djvu": "is a scan; left out, convert it to PDF and run OCR on it (ocrmypdf, for example)",
    ".xps": "is of the XPS kind; left out, print it as PDF",
    ".ps": "is PostScript; left out, convert it to PDF (with ps2pdf, for example)",
    **dict.fromkeys(_PICTURES, "is a picture; left out, make a PDF of it and run OCR on that (ocrmypdf, for example)"),
    **dict.fromkeys(_RECORDINGS, "is a recording; left out, save a transcript as .txt"),
    **dict.fromkeys(_PACKED, "is an archive of a kind that is not opened; left out, unpack it or pack it anew as .zip"),
    **dict.fromkeys(_SLIDES, "holds slides; left out, save them as PDF"),
}


def reason(name: str) -> str:
    """Why the file of this name, whose kind is none that is read, is left out, in one line."""
    other = f"is none of the kinds that are read ({SUFFIXES}); left out, convert or remove it"
    return _CONVERT.get(PurePosixPath(name).suffix.lower(), other)
