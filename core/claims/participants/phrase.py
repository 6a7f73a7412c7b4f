"""The actors that a phrase names."""

from core.claims.participants.bystanders import takes_no_part
from core.claims.participants.parts import Part
from core.claims.scene import Scene
from core.german.phrases import Phrase


def parts_of_phrase(scene: Scene, phrase: Phrase) -> list[Part]:
    """The actors that a phrase names and that are no bystanders, in the order of the text.

    Their role is that of an agent, until another is found for them.
    """
    return [
        Part(mention, i, "agent")
        for i in phrase.tokens
        for mention in scene.mentions.get(i, ())
        if not takes_no_part(scene, i, mention)
    ]
