"""Names for files in a corpus folder: without path, hidden beginning, or signs that some file system refuses."""

import re
import unicodedata
from collections.abc import Collection
from pathlib import PurePosixPath

from core.corpus import sources
from core.corpus.lines import printable
from core.corpus.unpacking import is_readme
from core.journal import is_journal

LONGEST = 180
"""Bytes of a name; file systems take 255, and a name that is taken gets a number."""

_REFUSED = re.compile(r'[<>:"|?*\ufffd]+')  # by the file systems of Windows, and signs that could not be read
_UNSEEN = ("Cf", "Co", "Cn")  # such as marks that turn the direction of writing


def safe(name: str) -> str:
    """A name for a file from anywhere: the last part of its path, in Unicode normal form C, never hidden.

    The ending stays as it is. The result is the same for a name that is safe already.
    """
    seen = "".join(char for char in name if unicodedata.category(char) not in _UNSEEN)
    last = re.split(r"[/\\]", printable(seen))[-1]
    path = PurePosixPath(_REFUSED.sub("-", " ".join(last.split())).lstrip(". -") or "text")
    stem, ending = path.stem.rstrip(". ") or "text", path.suffix
    whole = f"{stem}{ending}"
    if is_readme(whole) or whole == sources.FILE or is_journal(whole):
        stem = f"text-{stem}"  # else it would tell of the corpus and be no part of it
    return _cut(stem, LONGEST - len(ending.encode())) + ending


def free(name: str, taken: Collection[str]) -> str:
    """The name or, where its stem is taken, the first one with a number that is not.

    Args:
        name: a safe name.
        taken: the names without endings, and the ids of texts, that are taken, in `folded` form.
    """
    path = PurePosixPath(name)
    stem, number = path.stem, 1
    while folded(stem) in taken:
        number += 1
        stem = f"{path.stem}-{number}"
    return stem + path.suffix


def folded(name: str) -> str:
    """What two names share that are one on some file system: case and normal form do not count."""
    return unicodedata.normalize("NFC", name).casefold()


def titled(title: str) -> str:
    """A name for a text that was pasted, from its title."""
    words = re.sub(r"[^\w\s-]", " ", title)
    return safe("-".join(words.lower().split())[:80].strip("-") + ".txt") if words.strip() else "text.txt"


def _cut(text: str, most: int) -> str:
    """The text in no more than so many bytes of UTF-8, whole characters."""
    return text.encode()[:most].decode(errors="ignore")
