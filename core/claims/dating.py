"""When a claim's event was: its own clause, else the clause it goes on with; never the quotation's inner dates."""

from collections.abc import Iterable

from core.claims.scene import Scene
from core.model import ClaimDate


def of_tokens(scene: Scene, tokens: Iterable[int], trigger: int) -> ClaimDate | None:
    """The date given among some tokens of a sentence; of several the one nearest to the trigger, before it or after."""
    found = [
        (abs(i - trigger), i, dated)
        for i in tokens
        for dated in scene.dates.get(i, ())
        if scene.words[i].text.lower() not in _BOUNDS and (not i or scene.words[i - 1].text.lower() not in _BOUNDS)
    ]
    if not found:
        return None
    _, _, nearest = min(found, key=lambda row: row[:2])
    return ClaimDate(nearest.edtf, nearest.interval, nearest.precision, "text")


_BOUNDS = frozenset({"seit", "bis"})
"""What stands before them bounds how long something lasts; it does not say when it happened."""
