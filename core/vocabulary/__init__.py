"""Vocabularies: data files that a colleague who doesn't program can extend, checked against a model when loaded."""

from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from core.errors import LagebildError
from core.vocabulary_files import parsed, text


class VocabularyError(LagebildError):
    """A vocabulary file that cannot be used; the message names the file, the entry and what is wrong."""


class Entry(BaseModel):
    """Base of all vocabulary models: unknown keys are errors, values do not change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


Model = TypeVar("Model", bound=Entry)

_PLAIN = {"extra_forbidden": "there is no such key; correct or remove it", "missing": "this key is missing; add it"}
"""The commonest mistakes, which pydantic names in a programmer's words."""


def load(name: str, model: type[Model]) -> Model:
    """Read a vocabulary file of this package, such as `event_types/visit.toml`, into its model.

    Raises:
        VocabularyError: the file is no TOML, or an entry breaks the model.
    """
    return parse(text(name), model, name)


def parse(content: str, model: type[Model], name: str) -> Model:
    """Like `load`, from text; `name` is what error messages call it."""
    try:
        return model.model_validate(parsed(content))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"])) or "file"
        what = _PLAIN.get(first["type"], first["msg"])
        raise VocabularyError(f"core/vocabulary/{name}: {where}: {what}") from error
    except ValueError as error:
        raise VocabularyError(f"core/vocabulary/{name}: not valid TOML: {error}") from error
