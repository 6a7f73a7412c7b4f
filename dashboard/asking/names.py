"""What the actors and documents of a corpus are called, alone and in lists."""

from collections.abc import Mapping
from functools import cached_property

import pandas as pd

from dashboard.words import labels
from dashboard.words.i18n import language


class ActorNames:
    """The names of actors in the languages of the interface."""

    def __init__(self, actors: pd.DataFrame) -> None:
        english = actors["name_en"].fillna(actors["name"])
        self._called = {"de": actors["name"], "en": english}
        self._in_lists: dict[str, Mapping[str, str]] = {}
        self.by_language: Mapping[str, Mapping[str, str]] = {
            spoken: dict(zip(names.index, names, strict=True)) for spoken, names in self._called.items()
        }
        self._ranked = actors["n_claims"]

    def name(self, actor_id: str) -> str:
        """The actor's name in the language spoken; the vocabulary's, or the id, where the actor has no row."""
        name = self.by_language[language()].get(actor_id)
        return labels.organisation_label(actor_id) if name is None else str(name)

    def all_of(self, actor_id: str) -> tuple[str, ...]:
        """The actor's names in all languages, each once."""
        return tuple(dict.fromkeys(str(names.get(actor_id, actor_id)) for names in self.by_language.values()))

    @property
    def in_lists(self) -> Mapping[str, str]:
        """What tells actors apart in a list: the name as spoken, with the id where several have the same."""
        spoken = language()
        if spoken not in self._in_lists:
            self._in_lists[spoken] = _distinct(self._called[spoken], "{name} ({id})")
        return self._in_lists[spoken]

    @cached_property
    def ranked(self) -> list[str]:
        """The actors, those with most claims first."""
        return list(self._ranked.sort_values(ascending=False, kind="stable").index)


class Titles:
    """The titles of documents."""

    def __init__(self, documents: pd.DataFrame) -> None:
        self._titles = documents["title"]
        self._by_id = dict(zip(self._titles.index, self._titles, strict=True))

    def title(self, doc_id: str) -> str:
        """The document's title."""
        return str(self._by_id[doc_id])

    @cached_property
    def in_lists(self) -> Mapping[str, str]:
        """What tells documents apart in a list: the title, behind the id where several have the same.

        A list that is too narrow for a title shows how it begins.
        """
        return _distinct(self._titles, "{id}: {name}")


def _distinct(names: "pd.Series[str]", form: str) -> dict[str, str]:
    """The names by their ids; where several have the same, each with its id."""
    several = names.duplicated(keep=False)
    return {
        str(id_): form.format(name=name, id=id_) if same else str(name)
        for id_, name, same in zip(names.index, names, several, strict=True)
    }
