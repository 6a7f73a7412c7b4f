"""A handout as PDF, set by Typst, with the block for machines attached. Needs the extra `lagebild[pdf]`."""

import io
import tempfile
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

import msgspec
import pypdfium2

from core.handouts import embedded
from core.handouts.embedded import Embedded, HandoutError
from core.handouts.model import Handout

MISSING = "for PDF, Typst has to be installed: pip install 'lagebild[pdf]'"


def available() -> bool:
    """Whether what sets PDF is installed."""
    return find_spec("typst") is not None


def document(handout: Handout) -> bytes:
    """The handout as PDF; fonts are embedded.

    Raises:
        HandoutError: Typst is not installed, or cannot set this.
    """
    if not available():
        raise HandoutError(MISSING)
    import typst

    with tempfile.TemporaryDirectory(prefix="lagebild-") as name:
        folder = Path(name)
        # What people and sources wrote goes in as data: strings, in which Typst looks for no markup.
        (folder / "handout.json").write_bytes(msgspec.json.encode(handout))
        (folder / embedded.NAME).write_bytes(embedded.block(handout))
        for at, section in enumerate(handout.sections):
            if section.picture:
                (folder / f"{at}.svg").write_text(section.picture.svg, encoding="utf-8")
        source = folder / "handout.typ"
        source.write_text((files(__package__) / "handout.typ").read_text(encoding="utf-8"), encoding="utf-8")
        try:
            made: bytes = typst.compile(str(source), root=name)
        except RuntimeError as error:
            raise HandoutError(f"Typst cannot set this: {error}") from error
    return made


def quotes(content: bytes, file: str) -> Embedded:
    """What a document holds for machines.

    Raises:
        HandoutError: it is no handout, or damaged.
    """
    blocks = []
    with _opened(content, file) as pdf:
        for at in range(pdf.count_attachments()):
            attachment = pdf.get_attachment(at)
            if attachment.get_name() == embedded.NAME:
                blocks.append(bytes(attachment.get_data()))
    return embedded.read(blocks, file)


def words(content: bytes, file: str) -> str:
    """The text of a document, as a reader sees it."""
    with _opened(content, file) as pdf:
        return "\n".join(page.get_textpage().get_text_bounded() for page in pdf)


def _opened(content: bytes, file: str) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(io.BytesIO(content))
    except pypdfium2.PdfiumError as error:
        raise HandoutError(f"{file}: cannot be opened ({error})") from error
