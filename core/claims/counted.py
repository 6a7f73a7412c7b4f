"""What a noun of number counts: the Schafe of `ein Teil der Schafe`."""

from core.claims.lexicon import nouns_of
from core.claims.scene import Noun, Scene
from core.german.compounds import is_among
from core.german.phrases import Phrase


def counted(scene: Scene, phrase: Phrase, at: int) -> Noun | None:
    """The noun that a phrase of a clause counts, or None where it counts nothing.

    `Ein Teil der Schafe`, `eine Reihe von Schafen` and `zehn Prozent aller Schafe` are sheep; `die Zahl der Schafe` is
    a number.
    """
    head = scene.words[phrase.head]
    if head.tag != "NN" or not (is_among(head, nouns_of("share")) or _is_of_some(scene, phrase)):
        return None
    for other in scene.phrases[at]:
        gap = min(other.tokens) - phrase.head
        if (gap == 1 and other.function == "attribute") or (gap in {1, 2} and other.preposition == _OF):
            return scene.noun_of(other, at)
    return None


_OF = "von"


def _is_of_some(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase tells of a number of something, as yet unknown: `eine Reihe`, not `die Reihe`."""
    opening = scene.words[phrase.tokens[0]].text.lower()
    return opening.startswith("ein") and is_among(scene.words[phrase.head], nouns_of("number"))
