"""The attributes that phrases of a clause can do without, with dots in their place."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from core.claims.gists.vocabulary import denying, words
from core.claims.scene import Scene
from core.german.phrases import whole
from core.german.tags import NOUNS, PREPOSITIONS


def without_attributes(scene: Scene, at: int, kept: Sequence[int]) -> Iterator[tuple[Sequence[int], frozenset[int]]]:
    """What is left of a clause with dots for more and more of its phrases' attributes, the last ones first.

    First go those that name nobody; that of a noun that only measures it stays.

    Args:
        scene: the sentence.
        at: the clause.
        kept: the words that are left of it so far.

    Yields:
        The words that are left then, and those of them behind which dots stand.
    """
    for named in (False, True):
        left, before = kept, frozenset[int]()
        for first, last in _attributes(scene, at, named=named):
            tokens = range(first, last + 1)
            if set(tokens) <= set(left):
                left = [i for i in left if i not in tokens]
                before = before - set(tokens) | {first - 1}
                yield left, before


def _attributes(scene: Scene, at: int, *, named: bool) -> Iterator[tuple[int, int]]:
    """The first and the last word of each attribute that a clause can do without, the last ones first.

    Before one that has to stay, or that names somebody where none such is wanted, all others of its phrase stay.
    """
    phrases = scene.phrases[at]
    for k in reversed(range(len(phrases))):
        if phrases[k].function not in {"object", "oblique"} or scene.words[phrases[k].head].tag not in NOUNS:
            continue
        end = max(whole(phrases, k))
        chain = [phrase for phrase in phrases[k:] if phrase.tokens[-1] <= end]
        if _has_more(scene, at, end):
            continue
        for head, attribute in reversed(list(pairwise(chain))):
            tokens = range(head.tokens[-1] + 1, attribute.tokens[-1] + 1)
            if (
                scene.words[head.head].lemma in words().measures
                or (not named and any(i in scene.mentions for i in tokens))
                or not denying().isdisjoint(scene.words[i].text.lower() for i in tokens)
            ):
                break
            yield tokens[0], tokens[-1]


def _has_more(scene: Scene, at: int, i: int) -> bool:
    """Whether something goes on behind a phrase's last word: `der Grenz- und Küstenwache`, `der Schule für Fischer`."""
    tokens = scene.clauses[at].tokens
    behind = scene.words[i + 1] if i + 1 < len(scene.words) else None
    if behind is None:
        return False
    listed = behind.tag == "KON" or (behind.text == "," and i + 2 in tokens) or scene.words[i].text.endswith("-")
    return listed or behind.tag in PREPOSITIONS
