"""Vocabularies: data files that a colleague who doesn't program can extend, checked against a model when loaded."""

from importlib.resources import files
from typing import TypeVar

import tomli
from pydantic import BaseModel, ConfigDict, ValidationError

from core.errors import LagebildError

_ENDING = ".toml"


class VocabularyError(LagebildError):
    """A vocabulary file that cannot be used; the message names the file, the entry and what is wrong."""


class Entry(BaseModel):
    """Base of all vocabulary models: unknown keys are errors, values do not change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


Model = TypeVar("Model", bound=Entry)


def names(folder: str) -> list[str]:
    """The files of one of the vocabulary's folders, such as `event_types`, without their ending, in order."""
    found = (entry.name for entry in files(__name__).joinpath(folder).iterdir())
    return sorted(name.removesuffix(_ENDING) for name in found if name.endswith(_ENDING))


def load(name: str, model: type[Model]) -> Model:
    """Read a vocabulary file of this package, such as `event_types/visit.toml`, into its model.

    Raises:
        VocabularyError: the file is no TOML, or an entry breaks the model.
    """
    text = files(__name__).joinpath(name).read_text(encoding="utf-8")
    return parse(text, model, name)


def parse(text: str, model: type[Model], name: str) -> Model:
    """Like `load`, from text; `name` is what error messages call it."""
    try:
        return model.model_validate(tomli.loads(text))
    except tomli.TOMLDecodeError as error:
        raise VocabularyError(f"core/vocabulary/{name}: not valid TOML: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"])) or "file"
        raise VocabularyError(f"core/vocabulary/{name}: {where}: {first['msg']}") from error
