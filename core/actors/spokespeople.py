"""Whose words `eine Sprecherin` passes on: the only body that was named just before, or whom a compound names."""

from collections.abc import Iterator

from core.actors.knowledge import Knowledge
from core.actors.memory import Memory, group_of
from core.actors.mentions import Named, taking_up
from core.actors.references import references
from core.german.tags import PREPOSITIONS
from core.model import Token


def meant(memory: Memory, i: int, knowledge: Knowledge) -> Iterator[Named]:
    """The body for which `ein Sprecher` at token `i` of the sentence that is read speaks.

    A compound says what kind of body that is (`eine Unternehmenssprecherin`), or who it is (`ein Lund-Sprecher`).
    Nobody where the text itself says whose (`ein Sprecher des Gerichts`), where two bodies stand near, or where a
    person acted that may have a speaker, too.
    """
    tokens = memory.tokens
    kind = _kind(tokens[i].text)
    if kind is not None and kind.endswith("-"):
        if person := _with_surname(memory, tokens[i].text[: len(kind) - 1]):
            yield taking_up(tokens, i, i, person, "pronoun")
        return
    if kind is None or (i + 1 < len(tokens) and _is_told_whose(tokens[i + 1])):
        return
    groups = knowledge.taken_up.get(kind.capitalize(), frozenset()) if kind else None
    near = [mention for _, mentions in memory.back(1) for mention in mentions if not mention.attributive]
    bodies = {m.actor_id for m in near if memory.actor(m.actor_id).kind not in {"person", "state", "place", "media"}}
    if groups is not None:
        bodies = {body for body in bodies if group_of(memory.actor(body)) in groups}
    elif any(m.free and memory.actor(m.actor_id).kind == "person" for m in near):
        return
    if len(bodies) == 1:
        yield taking_up(tokens, i - 1, i, bodies.pop(), "pronoun")


def _with_surname(memory: Memory, surname: str) -> str | None:
    """The only person so far with a surname: `ein Lund-Sprecher` speaks for them."""
    named = [person for person, _ in memory.persons() if memory.actor(person).name.split()[-1] == surname]
    return named[0] if len(named) == 1 else None


def _kind(noun: str) -> str | None:
    """What a noun for a speaker says of the body, without the linking s; None for other nouns."""
    word = noun.lower()
    ending = next((ending for ending in references().descriptions.speakers if word.endswith(ending)), None)
    return word.removesuffix(ending).removesuffix("s") if ending is not None else None


def _is_told_whose(token: Token) -> bool:
    """Whether a word behind a noun begins what says whose it is."""
    return token.tag in PREPOSITIONS or token.tag in {"NE", "FM", "ART", "NN"}
