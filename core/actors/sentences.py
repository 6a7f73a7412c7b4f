"""A sentence with the names found in it."""

from collections import defaultdict
from collections.abc import Mapping
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
        found = defaultdict(list)
        for reading in self.readings:
            found[reading.first].append(reading)
        return dict(found)

    @cached_property
    def ending(self) -> Mapping[int, list[Reading]]:
        """The readings by their last token."""
        found = defaultdict(list)
        for reading in self.readings:
            found[reading.last].append(reading)
        return dict(found)
