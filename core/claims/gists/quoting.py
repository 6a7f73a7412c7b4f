"""A claim in its own words, as they stand: what a title has in quotation marks where nothing else can be told."""

from core.claims.gists.fitting import is_closed
from core.claims.gists.realisation import text
from core.claims.gists.vocabulary import words
from core.claims.scene import Scene
from core.german.tags import without_signs
from core.model import Rest

_MARKS = str.maketrans({"„": "‚", "“": "‘", "”": "’", '"': "'", "»": "›", "«": "‹"})
"""Quotation marks as they stand within a quotation."""


def quoted_rests(scene: Scene, tokens: frozenset[int]) -> tuple[Rest, ...]:
    """The words of a claim from the first to the last, if there is room for all.

    Broken off they would mostly lose their verb. Where they are not all of their sentence, or what is asked is not
    said (`In welcher Höhe, sei offen`), they are open.
    """
    said = text(scene, range(min(tokens), max(tokens) + 1)).translate(_MARKS)
    fits = words().telling <= len(said) <= words().longest - 2 and is_closed(said)
    every = [i for i in without_signs(range(len(scene.words)), scene.words) if i not in scene.dateline]
    asks = any(scene.words[i].tag in {"PWS", "PWAT", "PWAV"} for i in every[:2]) and scene.words[every[0]].text != "Was"
    part = min(tokens) > every[0] or max(tokens) < every[-1] or asks
    return (Rest(said, "quote", part),) if fits else ()
