"""A sentence with the names found in it."""

from dataclasses import dataclass

from core.actors.organisations import OrganisationName
from core.actors.people import PersonName
from core.actors.readings import Reading
from core.actors.titles import Title
from core.model import Sentence


@dataclass(frozen=True, slots=True)
class NamedSentence:
    """A sentence, what the known names in it stand for, the unknown organisations, the persons and all titles."""

    sentence: Sentence
    readings: list[Reading]
    organisations: list[OrganisationName]
    people: list[PersonName]
    titles: list[Title]
