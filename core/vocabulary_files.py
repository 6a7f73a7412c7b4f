"""Which files the vocabularies have; apart from what checks them, whose import takes a quarter of a second."""

from importlib.resources import files
from importlib.resources.abc import Traversable

HOME: Traversable = files("core") / "vocabulary"
_ENDING = ".toml"


def names(folder: str) -> list[str]:
    """The files of one of the vocabulary's folders, such as `event_types`, without their ending, in order."""
    entries = (entry.name for entry in HOME.joinpath(folder).iterdir())
    return sorted(name.removesuffix(_ENDING) for name in entries if name.endswith(_ENDING))


def text(name: str) -> str:
    """The text of a vocabulary file, such as `event_types/visit.toml`."""
    return HOME.joinpath(name).read_text(encoding="utf-8")
