"""A sentence with the names found in it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from core.actors.organisations import OrganisationName
from core.actors.people import PersonName
from core.actors.readings import Reading
from core.actors.titles import Title
from core.model import Sentence


@dataclass(frozen=True)
class NamedSentence:
    """A sentence, what the known names in it stand for, the unknown organisations, the persons and all titles."""

    sentence: Sentence
    readings: list[Reading]
    organisations: list[OrganisationName]
    people: list[PersonName]
    titles: list[Title]

    @cached_property
    def beginning(self) -> Mapping[int, list[Reading]]:
        """The readings by their first token."""
        return _by(self.readings, lambda reading: reading.first)

    @cached_property
    def ending(self) -> Mapping[int, list[Reading]]:
        """The readings by their last token."""
        return _by(self.readings, lambda reading: reading.last)


def _by(readings: Iterable[Reading], token: Callable[[Reading], int]) -> Mapping[int, list[Reading]]:
    readings_by: dict[int, list[Reading]] = defaultdict(list)
    for reading in readings:
        readings_by[token(reading)].append(reading)
    return dict(readings_by)
