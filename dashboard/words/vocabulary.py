"""The words of the vocabulary that the app shows, by what they are of."""

from collections import ChainMap
from functools import cache
from typing import Any

from core.vocabulary_files import names, read


@cache
def event_types() -> dict[str, dict[str, Any]]:
    """The event types with their labels and signs."""
    return {name: vocabulary(f"event_types/{name}.toml") for name in names("event_types")}


def type_words(kind: str) -> list[str]:
    """What an event type is called, in each language."""
    return [label for name, label in event_types().get(kind, {}).items() if name.startswith("label_")]


@cache
def organisations() -> dict[str, dict[str, Any]]:
    """The organisations that the vocabulary knows, by their ids."""
    return dict(ChainMap(*vocabulary("actors/organisations.toml").values()))


@cache
def figures() -> dict[str, dict[str, Any]]:
    """What numbers count, by the name of the kind or unit."""
    known = vocabulary("figures.toml")
    return {**{kind["name"]: kind for kind in known["kinds"]}, **known["units"]}


@cache
def vocabulary(name: str) -> dict[str, Any]:
    """What a file such as `titles.toml` holds."""
    return read(name)
