"""Whether what is left of a clause can be read by itself."""

from collections.abc import Sequence, Set
from itertools import pairwise

from core.claims.gists.anaphora import is_unresolved
from core.claims.gists.omissions import parenthetical
from core.claims.gists.realisation import are_adjacent
from core.claims.gists.vocabulary import words
from core.claims.scene import Scene
from core.german.tags import PREPOSITIONS, is_sign, without_signs

BREAKS = frozenset({"–", "—", "/", ";"})
"""Signs behind which something else begins, or an aside."""

_LEADING = PREPOSITIONS | {"ART", "KOKOM"}
"""Tags of words that mean nothing without the one behind them."""


def is_readable(scene: Scene, at: int, kept: Sequence[int], told: Set[int] = frozenset()) -> bool:
    """Whether what is left of a clause means something by itself, in the order in which it comes to stand.

    What pronouns that are `told` mean is said behind it.
    """
    return not any(is_unresolved(scene, i) for i in kept if i not in told) and is_in_order(scene, at, kept)


def is_in_order(scene: Scene, at: int, kept: Sequence[int]) -> bool:
    """Whether what is left of a clause is no jumble: no word is torn from what it leads to, none closes up."""
    torn = any(scene.words[i].tag in _LEADING and i + 1 != behind for i, behind in pairwise(kept))
    infinitives = (i for i in kept if scene.words[i].tag[1:] in {"VINF", "AINF", "MINF"} and i)
    halved = any(scene.words[i - 1].text == "zu" and i - 1 not in kept for i in infinitives)
    begins = bool(kept) and scene.words[kept[0]].tag == "KON"  # `ist | und nach dem Gesetz verboten`
    measuring = (i for i in kept if scene.words[i].text in words().needing and i + 1 in scene.clauses[at].tokens)
    bare = any(i + 1 not in kept for i in measuring)  # `im Laufe | des Tages`
    return not torn and not halved and not begins and not bare and not _is_bridged(scene, at, kept)


def _is_bridged(scene: Scene, at: int, kept: Sequence[int]) -> bool:
    """Whether words come to stand side by side that a sign and words of the clause had parted: more than an aside."""
    tokens, added = scene.clauses[at].tokens, parenthetical(scene, at)
    return any(
        all(i in tokens or is_sign(scene.words[i]) for i in range(before + 1, behind))
        and any(scene.words[i].text in {",", ":", *BREAKS} for i in range(before + 1, behind) if i not in added)
        for before, behind in pairwise(without_signs(kept, scene.words))
        if before + 1 < behind and not are_adjacent(scene, before, behind)
    )


def tells_something(scene: Scene, i: int) -> bool:
    """Whether a word says something beside when, how or whereupon."""
    return not is_sign(scene.words[i]) and scene.words[i].tag not in {"ADV", "PROAV", "PRF"}
