"""What a person belongs to, as the text says beside the name: `Anna Muster (SPD)`, `der SPD-Politiker Otto Muster`."""

from collections.abc import Iterator, Sequence

from core.actors.knowledge import Knowledge
from core.actors.people import PersonName
from core.actors.readings import Reading
from core.actors.sentences import NamedSentence
from core.actors.values import Membership
from core.actors.whose import attribute

_LONGEST_BRACKET = 8


def bracketed(last: int, named: NamedSentence) -> list[Reading]:
    """The names in the brackets right after token `last`, where a person's name ends (`(FDP, Hessen)`)."""
    tokens = named.sentence.tokens
    if last + 1 >= len(tokens) or tokens[last + 1].text != "(":
        return []
    end = min(last + 2 + _LONGEST_BRACKET, len(tokens))
    close = next((i for i in range(last + 2, end) if tokens[i].text == ")"), last + 2)
    return [reading for i in range(last + 2, close) for reading in named.beginning.get(i, ())]


def origin(person: PersonName, named: NamedSentence, knowledge: Knowledge) -> str | None:
    """The state in brackets after a person's name."""
    states = (r.actor_id for r in bracketed(person.last, named) if r.actor_id)
    return next((state for state in states if knowledge.actors[state].kind == "state"), None)


def memberships(
    named: NamedSentence, people: Sequence[tuple[PersonName, str]], knowledge: Knowledge
) -> Iterator[Membership]:
    """The parties of the persons of a sentence: in brackets after the name, or the party of a title of today."""
    for person, actor_id in people:
        names = bracketed(person.last, named)
        if person.title is not None and not person.title.former:
            names += filter(None, [attribute(person.title, named)])
        for name in names:
            of = knowledge.actors.get(name.actor_id)
            if of is not None and of.group == "party":
                yield Membership(actor_id, of.actor_id)
