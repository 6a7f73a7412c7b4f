"""Whom a noun means that belongs to somebody named before: `seine Regierung` is a state, `ihre Partei` a party."""

from collections.abc import Iterator

from core.actors.knowledge import Knowledge
from core.actors.memory import Memory
from core.actors.mentions import Named, taking_up
from core.actors.references import references
from core.actors.salience import Pronoun, antecedent
from core.actors.schema import Gender
from core.actors.values import Actor


def meant(memory: Memory, i: int, knowledge: Knowledge) -> Iterator[Named]:
    """Whom the noun at token `i` of the sentence that is read means, with the possessive before it.

    That is the state that its owner is of, or the party, as far as the text or the vocabulary tells it.
    """
    tokens, words = memory.tokens, references().descriptions
    noun, first = tokens[i].text, i - 1
    if noun not in words.governments | words.lands | words.parties:
        return
    gender = _gender_of_owner(tokens[first].text.lower())
    owner = _owner(memory, first, gender, knowledge) if gender is not None else None
    if owner is None:
        return
    whole = _party(memory, owner, knowledge) if noun in words.parties else knowledge.states.get(owner.country or "")
    if whole is not None:
        oblique = tokens[first].text.lower().endswith(("em", "er", "en"))
        yield taking_up(tokens, first, i, whole, "pronoun", free=not oblique)


def _gender_of_owner(possessive: str) -> Gender | None:
    if possessive.startswith("sein"):
        return "m"
    return "f" if possessive.startswith("ihr") else None


def _owner(memory: Memory, at: int, gender: Gender, knowledge: Knowledge) -> Actor | None:
    """The only person of that gender named before in the sentence, else whom the pronoun would mean."""
    persons = (memory.actor(m.actor_id) for m in memory.here() if m.first < at and not m.attributive)
    here = {a.actor_id for a in persons if a.kind == "person" and a.gender in {gender, None}}
    if len(here) > 1:
        return None
    actor_id = here.pop() if here else antecedent(memory, Pronoun(at, gender, True, True, False), knowledge)
    owner = memory.actor(actor_id) if actor_id is not None else None
    return owner if owner is not None and owner.kind == "person" else None


def _party(memory: Memory, owner: Actor, knowledge: Knowledge) -> str | None:
    """The party of a person: that of a title which the text gives, else the one in the vocabulary."""
    titles = next((titles for person, titles in memory.persons() if person == owner.actor_id), ())
    told = (title.of for title in titles if title.of is not None and not title.former)
    known = (knowledge.actors.get(of) for of in (*told, *owner.member_of))
    return next((actor.actor_id for actor in known if actor is not None and actor.group == "party"), None)
