"""What bears a person's name and is none: `die Fregatte Karl Muster`, `die Karl-Muster-Straße`."""

from collections.abc import Sequence
from dataclasses import replace

from core.actors.knowledge import Knowledge
from core.actors.people import PersonName
from core.actors.schema import Namesakes
from core.actors.sentences import NamedSentence
from core.model import Token

QUOTES = frozenset("„»\"“‚'«‹›")
"""Quotation marks that may stand between what a thing is and its name."""


def without_namesakes(sentence: NamedSentence, knowledge: Knowledge) -> NamedSentence:
    """The sentence without the persons whose names are those of ships, streets and the like."""
    namesakes = knowledge.patterns.namesakes
    people = [person for person in sentence.people if not _is_namesake(person, sentence.sentence.tokens, namesakes)]
    return sentence if len(people) == len(sentence.people) else replace(sentence, people=people)


def _is_namesake(person: PersonName, tokens: Sequence[Token], namesakes: Namesakes) -> bool:
    if person.compound:
        return names_a_place(person.words, tokens[person.last].text, namesakes)
    before = person.first - 1
    while before >= 0 and tokens[before].text in QUOTES:
        before -= 1
    return before >= 0 and names_a_ship(tokens[before].text, namesakes)


def names_a_ship(before: str, namesakes: Namesakes) -> bool:
    """Whether a name is that of a ship or the like, by the word before it."""
    return before in namesakes.abbreviations or (before[:1].isupper() and before.lower().endswith(namesakes.nouns))


def names_a_place(words: Sequence[str], compound: str, namesakes: Namesakes) -> bool:
    """Whether a full name is that of a street, a prize or the like, by the compound that it is a link of."""
    return len(words) > 1 and compound.lower().endswith(namesakes.links)
