"""Whose a title is: `Japans Premierminister`, `Präsident der Ukraine`, `Vorsitzender der Deutschen Umwelthilfe`."""

from collections.abc import Sequence

from core.actors.demonyms import demonym
from core.actors.knowledge import Knowledge
from core.actors.organisations import OrganisationName
from core.actors.readings import Reading
from core.actors.sentences import NamedSentence
from core.actors.titles import Title
from core.german.cases import GENITIVE_OF_NAMES
from core.model import Token


def title_of(title: Title, named: NamedSentence, knowledge: Knowledge) -> str | None:
    """The id of the known state or organisation that a title belongs to."""
    if people := knowledge.peoples.get(title.noun.lower()):
        return people
    for modifier in title.modifiers:
        if state := demonym(modifier, knowledge):
            return state
    reading = attribute(title, named)
    return reading.actor_id if reading else None


def attribute(title: Title, named: NamedSentence) -> Reading | None:
    """The known name that says whose title it is, as a link of the compound, in the genitive before it or after it."""
    tokens, after = named.sentence.tokens, title.last + 1
    for reading in named.ending.get(title.first - 1, ()):
        if reading.actor_id and tokens[reading.last].text.endswith(GENITIVE_OF_NAMES):
            return reading
    for reading in named.ending.get(title.last, ()):
        if reading.actor_id and not reading.whole:
            return reading
    for reading in named.beginning.get(after, ()):
        if reading.actor_id and tokens[reading.last].text.endswith("s"):
            return reading
    begins = _after_preposition(tokens, after)
    return next((reading for reading in named.beginning.get(begins, ()) if reading.actor_id), None)


def unknown_attribute(title: Title, named: NamedSentence) -> OrganisationName | None:
    """The organisation that says whose a title is, where no list knows it: after it, or as a link of the compound."""
    begins = {title.last + 1, _after_preposition(named.sentence.tokens, title.last + 1)}
    if not named.sentence.tokens[title.last].text.endswith(("ern", "innen")):
        begins.add(title.last)
    return next((name for name in named.organisations if name.first in begins), None)


def _after_preposition(tokens: Sequence[Token], i: int) -> int:
    """The index after `der`, `von`, `an der` and the like at token `i`; -1 where nothing such stands there."""
    if i < len(tokens) and tokens[i].text in _OF:
        return i + 1
    article = i + 1 < len(tokens) and tokens[i + 1].tag == "ART"
    return i + 2 if article and tokens[i].text in {"an", "in", "bei"} else -1


_OF = frozenset({"der", "des", "von", "vom", "beim", "bei"})
