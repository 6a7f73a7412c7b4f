"""Streamlit components (version 2) that Streamlit itself has no equal for; all they need is served by the app."""

from pathlib import Path

_FOLDER = Path(__file__).parent


def source(*names: str) -> str:
    """The text of a file beside this one, or of several, one after the other."""
    return "\n".join((_FOLDER / name).read_text(encoding="utf-8") for name in names)


PRINT = _FOLDER / "print.css"
"""How a page is printed that has the texts of sources: these whole, with nothing around them."""
