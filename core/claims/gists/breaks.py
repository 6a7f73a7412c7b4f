"""Where a sentence may be broken off with dots: behind a phrase, before its last words, before another clause."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from core.claims.gists.omissions import is_denying
from core.claims.gists.vocabulary import denying, words
from core.claims.scene import Scene
from core.german.phrases import is_inside, whole
from core.german.tags import DETERMINERS, PREPOSITIONS, is_sign, without_signs
from core.model import Token

_GOING_ON = frozenset({"KON", "KOKOM", "ADJA"})
"""Tags of words that go on with the phrase before them, which does not end there."""

_MEASURED = frozenset({"CARD", "KOKOM"})
"""Tags of what words that only say how much stand before: `fast vierzig`, `mehr als`."""

_VERBS = frozenset({"VV", "VA", "VM"})
"""What the tags of verbs begin with."""


def phrase_breaks(scene: Scene, at: int, kept: Sequence[int]) -> Iterator[int]:
    """The words of a clause behind which what is left of it may be broken off with dots, the last ones first.

    Those are the ends of phrases. What the verb needs is said by then: where it is one word, an object or what it is
    about; else its own last word.
    """
    verb = scene.clauses[at].verb
    if verb is None:
        return
    order = without_signs(kept, scene.words)
    if len(verb.tokens) > 1:
        if not verb.passive and not any(_needed_ends(scene, at, order)):
            return  # `hat angekündigt, …`
        first = max(verb.tokens)
    elif scene.words[verb.at].tag != "VVFIN" or verb.lemma in words().unfinished:
        return  # what completes the verb would be missing
    else:
        objects, about = _needed_ends(scene, at, order)
        first = min((*objects, *about), default=len(scene.words))
    for end in _closed_ends(scene, at, order):
        parted = any(scene.words[k].text == "," for k in range(first, end))
        if first <= end and not parted and not is_denying(scene, [i for i in order if i > end]):
            yield end


def gaps(scene: Scene, at: int, kept: Sequence[int], particle: str) -> Iterator[tuple[int, int]]:
    """Where dots can stand in what is left of a clause before its verb's last words, the late ones first.

    Those are the last word before the dots and the first behind them, or one behind all where a split-off particle
    stands last. What the verb needs is said before, and no word that denies what is said is left out.
    """
    verb = scene.clauses[at].verb
    order = without_signs(kept, scene.words)
    if verb is None or not order:
        return
    closing = {*verb.tokens, *(i for i in order if scene.words[i].text.lower() in denying())}
    closing |= {i - 1 for i in closing if scene.words[i - 1].tag in PREPOSITIONS | {"PTKZU"}}  # `vor allem`, `zu gehen`
    last = next((i for k, i in enumerate(order) if set(order[k:]) <= closing), order[-1] + 1)
    if verb.lemma in words().unfinished or (last > order[-1] and not particle):
        return
    objects, about = _needed_ends(scene, at, order)
    first = max(objects) if objects else -1 if verb.passive else min(about, default=len(scene.words))
    begins = [order[0] - 1] if first < 0 else []
    for i in (*_closed_ends(scene, at, order), *begins):
        left_out = [scene.words[k] for k in order if i < k < last]
        parted = any(scene.words[k].text == "," for k in range(order[0], i))
        denied = any(
            a.text.lower() in denying() and b.tag not in _MEASURED for a, b in pairwise([*left_out, *left_out[-1:]])
        )
        kept_whole = not denied and not any(word.tag[:2] in _VERBS for word in left_out)
        focused = i >= 0 and scene.words[i].text.lower() in words().focusing  # `vor allem | …`
        if first <= i and left_out and not parted and kept_whole and not focused:
            yield i, last


def phrase_ends(scene: Scene, at: int, before: int) -> Iterator[int]:
    """Where phrases of a clause end before a word, each with all that belongs to it and goes on with it, in reverse."""
    yield from (end for end in _outer_ends(scene, at) if end < before and scene.words[end + 1].tag not in _GOING_ON)


def _needed_ends(scene: Scene, at: int, order: Sequence[int]) -> tuple[list[int], list[int]]:
    """The last words of a clause's objects, and of what its verb is about, as far as they are left."""
    phrases = scene.phrases[at]
    objects = (max(whole(phrases, k)) for k, phrase in enumerate(phrases) if phrase.function == "object")
    about = (max(whole(phrases, k)) for k, phrase in enumerate(phrases) if phrase.preposition in words().completing)
    return [i for i in objects if i in order], [i for i in about if i in order]


def _closed_ends(scene: Scene, at: int, order: Sequence[int]) -> Iterator[int]:
    """The ends of phrases, or of the verb, with which nothing goes on that is left of a clause; the last ones first."""
    verb, inside = scene.clauses[at].verb, {i for phrase in scene.phrases[at] for i in phrase.tokens}
    loose = (i for i in order if scene.words[i].tag in DETERMINERS and i not in inside)
    opened = next(loose, len(scene.words))  # `den | seit Jahren von allen verhandelten Vertrag` is one phrase
    ends = {*_outer_ends(scene, at), *(() if verb is None or len(verb.tokens) == 1 else (max(verb.tokens),))}
    for follows, end in pairwise(reversed(order)):
        goes_on = scene.words[follows].tag in _GOING_ON and not _adds(scene, at, end, follows)
        if end in ends and end < opened and not goes_on and scene.words[end + 1].text not in {"(", "„"}:
            yield end


def _adds(scene: Scene, at: int, end: int, conjunction: int) -> bool:
    """Whether behind a phrase another is only added: `forderte X | sowie Y`, not `zwischen X und Y`."""
    phrase = next((p for p in scene.phrases[at] if p.tokens[-1] == end), None)
    begins = {p.tokens[0] for p in scene.phrases[at]}
    added = scene.words[conjunction].text.lower() in words().joining and conjunction + 1 in begins
    return added and phrase is not None and phrase.preposition != "zwischen"


def _outer_ends(scene: Scene, at: int) -> Iterator[int]:
    """The ends of the phrases of a clause, each with its attributes; not of those that stand within another."""
    row = scene.phrases[at]
    outer = (k for k in reversed(range(len(row))) if not any(is_inside(row[k], other) for other in row))
    return (max(whole(row, k)) for k in outer)


def clause_breaks(scene: Scene, tokens: Sequence[int]) -> Iterator[int]:
    """Where in some words another clause begins, before which they can be broken off; the last first."""
    begins = {
        clause.tokens[0]
        for k, clause in enumerate(scene.clauses)
        if clause.kind == "main" or not scene.is_complement(k) or _is_joined(scene, k)
    }
    for at in sorted(begins & set(range(tokens[0] + 1, tokens[-1])), reverse=True):
        if not _announces(scene, at):
            yield at - 1 if scene.words[at - 1].tag == "KON" else at


def _is_joined(scene: Scene, at: int) -> bool:
    """Whether another clause before completes the same one: `…, ins Detail zu gehen | und das zu regeln`."""
    parent = scene.clauses[at].parent
    return parent is not None and scene.complements(parent)[:1] != [at]


def _announces(scene: Scene, at: int) -> bool:
    """Whether the word before a clause has its content in it: `er arbeite daran, …`."""
    before = word_before(scene, at)
    return before is not None and (before.tag == "PROAV" or before.text.lower() == "es")


def word_before(scene: Scene, i: int) -> Token | None:
    """The last word before a token, whatever signs stand between; None where there is none."""
    return next((word for word in reversed(scene.words[:i]) if not is_sign(word)), None)
