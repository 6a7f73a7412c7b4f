"""Who is meant by `ich` and `mich`: the person whose word it is."""

from collections.abc import Iterator

from core.claims.lexicon import EventType, role_words
from core.claims.participants.parts import Part
from core.claims.participants.roles import role_of
from core.claims.scene import Scene
from core.claims.voices import teller
from core.model import Mention


def speaking(scene: Scene, at: int, event: EventType, noun: int | None) -> Iterator[Part]:
    """The person who speaks of themselves in a clause, with the part that each such pronoun has there.

    What somebody says is about them, anyway: as a topic they are no part. Beside `ich` the others are reflexive: `Das
    wünsche ich mir`.

    Args:
        scene: the sentence.
        at: the clause.
        event: the type of its event.
        noun: the token of the noun that names the event, if a noun does.
    """
    own = [i for i in scene.clauses[at].tokens if scene.words[i].text.lower() in role_words().speaking]
    for i in [i for i in own if scene.words[i].text.lower() == "ich"] or own:
        word = scene.words[i]
        if word.tag == "PRF":
            continue
        actor_id, phrase = teller(scene.analysis.sayings, word.start), scene.phrase_of(i, at)
        if actor_id is None or phrase is None or scene.analysis.kinds.get(actor_id) != "person":
            continue
        role = role_of(scene, at, phrase, event, noun, acts=phrase.function == "subject", where=False)
        if role != "topic":
            meant = Mention(word.start, word.end, word.text, actor_id, "pronoun")
            yield Part(meant, i, role)
