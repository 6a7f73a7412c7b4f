"""Plain text (`.txt`): every character as it stands."""

from core.corpus.decoding import decode
from core.corpus.formats import Extracted


def extract(data: bytes, encoding: str | None) -> Extracted:
    """The text of a plain-text file, line ends and all, without a byte order mark.

    Raises:
        DecodingError: the bytes are no text, or not in the declared encoding.
    """
    text, remark = decode(data, encoding)
    return Extracted(text, remark=remark)
