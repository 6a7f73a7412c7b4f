"""Which files the vocabularies have, and what stands in them, unchecked: `core.vocabulary` checks it."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import tomli

HOME: Traversable = files("core") / "vocabulary"
_ENDING = ".toml"


def names(folder: str) -> list[str]:
    """The files of one of the vocabulary's folders, such as `event_types`, without their ending, in order."""
    entries = (entry.name for entry in HOME.joinpath(folder).iterdir())
    return sorted(name.removesuffix(_ENDING) for name in entries if name.endswith(_ENDING))


def text(name: str) -> str:
    """The text of a vocabulary file, such as `event_types/visit.toml`."""
    return HOME.joinpath(name).read_text(encoding="utf-8")


def read(name: str) -> dict[str, Any]:
    """What a vocabulary file holds.

    Raises:
        ValueError: it is no TOML.
    """
    return parsed(text(name))


def parsed(content: str) -> dict[str, Any]:
    """What a file with this text holds; `ValueError` where that is no TOML."""
    return tomli.loads(content)
