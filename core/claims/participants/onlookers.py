"""Who only expects, regrets or shows what a noun names: `Muster erwartet einen Rückgang`."""

from collections.abc import Iterable, Iterator

from core.claims.lexicon import role_words
from core.claims.participants.parts import Part
from core.claims.scene import Scene


def without_onlookers(scene: Scene, at: int, parts: Iterable[Part], noun: int) -> Iterator[Part]:
    """The parts in an event that a noun names; who does what its clause says about the event is none of its agents.

    Args:
        scene: the sentence.
        at: the clause.
        parts: the actors of the clause.
        noun: the token of the noun.
    """
    verb = scene.clauses[at].verb
    if verb is None or verb.lemma not in role_words().looking_on:
        yield from parts
        return
    for part in parts:
        phrase = scene.phrase_of(part.at, at)
        acts = phrase is not None and (phrase.preposition == "von" if verb.passive else phrase.function == "subject")
        inside = phrase is not None and noun in phrase.tokens
        yield part._replace(role="topic") if acts and not inside and part.role == "agent" else part
