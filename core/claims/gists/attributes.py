"""The attributes that phrases of a clause can do without, with dots in their place."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from core.claims.gists.vocabulary import denying, words
from core.claims.scene import Scene
from core.german.adjectives import is_of_place
from core.german.phrases import Phrase, whole
from core.german.tags import NAMES, NOUNS, PREPOSITIONS


def without_attributes(scene: Scene, at: int, kept: Sequence[int]) -> Iterator[tuple[Sequence[int], frozenset[int]]]:
    """What is left of a clause with dots for more and more of its phrases' attributes, the last ones first.

    First go those that name nobody, then what is only joined to a phrase; that of a noun that only measures it stays.

    Args:
        scene: the sentence.
        at: the clause.
        kept: the words that are left of it so far.

    Yields:
        The words that are left then, and those of them behind which dots stand.
    """
    for parts in (_attributes(scene, at, named=False), _seconds(scene, at), _attributes(scene, at, named=True)):
        left, before = kept, frozenset[int]()
        for first, last in parts:
            tokens = range(first, last + 1)
            if set(tokens) <= set(left):
                left = [i for i in left if i not in tokens]
                before = before - set(tokens) | {first - 1}
                yield left, before


def _attributes(scene: Scene, at: int, *, named: bool) -> Iterator[tuple[int, int]]:
    """The first and the last word of each attribute that a clause can do without, the last ones first.

    Before one that has to stay, or that names somebody where none such is wanted, all others of its phrase stay.
    """
    phrases, verb = scene.phrases[at], scene.clauses[at].verb
    can_end = verb is not None and verb.lemma not in words().unfinished
    for k in reversed(range(len(phrases))):
        if phrases[k].function not in {"object", "oblique"} or scene.words[phrases[k].head].tag not in NOUNS:
            continue
        end = max(_with_adjacent(scene, at, k) if can_end and phrases[k].function == "object" else whole(phrases, k))
        chain = [phrase for phrase in phrases[k:] if phrase.tokens[-1] <= end]
        if _has_more(scene, at, end) and (can_end or not _is_last_but_one(phrases, end)):
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


def _seconds(scene: Scene, at: int) -> Iterator[tuple[int, int]]:
    """The first and the last word of what a conjunction adds to a phrase, the last first: `isst Obst | und Brot`."""
    phrases = scene.phrases[at]
    for k in reversed(range(1, len(phrases))):
        tokens = range(phrases[k - 1].tokens[-1] + 1, phrases[k].tokens[0])
        between = [scene.words[i] for i in tokens]
        if not between or between[0].text.lower() not in words().joining:
            continue
        alike = phrases[k - 1].function == "attribute" or any(
            phrases[j].function == phrases[k].function != "subject"
            and max(_with_adjacent(scene, at, j)) == tokens[0] - 1
            for j in range(k)
        )
        plain = all(word.tag in {"ADV", "ADJD", *PREPOSITIONS} for word in between[1:])
        paired = "zwischen" in {phrases[k].preposition, phrases[k - 1].preposition}
        end = max(_with_adjacent(scene, at, k) if phrases[k].function == "object" else whole(phrases, k))
        if alike and plain and not paired and not _has_more(scene, at, end):
            yield tokens[0], end


def _is_last_but_one(phrases: Sequence[Phrase], end: int) -> bool:
    """Whether only one phrase follows a word, one that a light verb needs: `… | auf die Straße gehen`."""
    behind = [phrase for phrase in phrases if phrase.tokens[0] > end]
    return len(behind) == 1 and behind[0].preposition != "" and behind[0].tokens[0] == end + 2


def _with_adjacent(scene: Scene, at: int, which: int) -> Iterator[int]:
    """The tokens of a phrase of a clause with its attributes and the phrases with prepositions that follow on it."""
    phrases = scene.phrases[at]
    end = max(whole(phrases, which))
    for k in range(which + 1, len(phrases)):
        if phrases[k].tokens[0] == end + 2 and scene.words[end + 1].tag in PREPOSITIONS:
            end = max(whole(phrases, k))
    yield from range(phrases[which].tokens[0], end + 1)


def _has_more(scene: Scene, at: int, i: int) -> bool:
    """Whether something goes on behind a phrase's last word: `der Grenz- und Küstenwache`, `der Schule für Fischer`."""
    tokens = scene.clauses[at].tokens
    behind = scene.words[i + 1] if i + 1 < len(scene.words) else None
    if behind is None:
        return False
    listed = behind.tag == "KON" or (behind.text == "," and i + 2 in tokens) or scene.words[i].text.endswith("-")
    of_place = behind.tag == "NN" and is_of_place(scene.words[i])
    return listed or of_place or behind.tag in PREPOSITIONS | NAMES  # `auf dem Osloer | Platz`
