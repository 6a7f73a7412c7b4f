"""What clauses need that is not told with them: a condition, a complement, the second half of something."""

from collections.abc import Sequence, Set
from itertools import pairwise

from core.claims.gists.breaks import word_before
from core.claims.gists.complements import complement_clauses
from core.claims.gists.subjects import subject_span
from core.claims.gists.vocabulary import words
from core.claims.scene import Scene
from core.german.grammar import grammar
from core.german.tags import FINITE, is_sign

_AUXILIARIES = frozenset({"VAFIN", "VMFIN"})
"""Tags of finite verbs that mostly need another, or an adjective."""


def is_conditional(scene: Scene, tokens: Sequence[int]) -> bool:
    """Whether a condition behind some words that they hang on is none of them: `Wir verhandeln wieder, wenn …`."""
    told = {k for k, clause in enumerate(scene.clauses) if not set(tokens).isdisjoint(clause.tokens)}
    conditions = (c for k, c in enumerate(scene.clauses) if k not in told and c.opener in words().conditions)
    return any(clause.parent in told and clause.tokens[0] > tokens[-1] for clause in conditions)


def is_incomplete(scene: Scene, told: Set[int]) -> bool:
    """Whether clauses say something else without those behind them: a condition, a complement, what something is like.

    Not without a reason or a purpose, or what is added to them: `…, weil X`, `…, und X`.
    """
    if is_half(scene, told):
        return True
    last = max(told, default=0)
    needed = (
        (clause.parent is not None and k in complement_clauses(scene, clause.parent))
        or clause.opener in words().conditions | words().manners
        or (clause.kind == "relative" and _narrows(scene, k))
        for k, clause in enumerate(scene.clauses)
        if k not in told and clause.parent in told and not _is_added(scene, k)
    )
    return any(needed) or any(_is_torn_off(scene, k) for k in range(last + 1, min(last + 3, len(scene.clauses))))


def ends_whole(scene: Scene, told: Set[int], end: int) -> bool:
    """Whether clauses up to a word are whole: each has a verb, and the last word announces no more: `aber nicht`.

    A last one with `wer` is the subject of what follows: `alle konnten gehen, | wer blieb, …`.
    """
    last = word_before(scene, end + 1)
    verbs = all(scene.clauses[k].verb is not None for k in told)
    return (
        verbs
        and scene.words[scene.clauses[max(told)].tokens[0]].text.lower() != "wer"
        and last is not None
        and last.tag != "KON"
        and last.text.lower() not in grammar().verbs.negations | {"deshalb", "darum"}
    )


def is_half(scene: Scene, told: Set[int]) -> bool:
    """Whether clauses announce a second half that is not among them: `nicht nur X` without `sondern auch Y`."""
    texts = [scene.words[i].text.lower() for k in sorted(told) for i in scene.clauses[k].tokens]
    halves = any(pair == ("nicht", "nur") for pair in pairwise(texts)) and "sondern" not in texts
    return halves or any(not is_paired(text, texts) for text in words().halved.intersection(texts))


def is_paired(first: str, texts: Sequence[str]) -> bool:
    """Whether both halves of a pair stand among some words: `sowohl X als auch Y`."""
    second = words().pairs.get(first)
    return second is not None and second in texts[texts.index(first) :]


def _is_added(scene: Scene, at: int) -> bool:
    """Whether a conjunction only adds a main clause to the one before; not so `mehr oder | weniger`."""
    joined = _conjunction(scene, at)
    return scene.clauses[at].kind == "main" and joined is not None and joined != "oder"


def _conjunction(scene: Scene, at: int) -> str | None:
    """The conjunction that a clause begins with, or that stands right before it."""
    first = scene.clauses[at].tokens[0]
    around = (scene.words[i] for i in (max(first - 1, 0), first))
    return next((word.text.lower() for word in around if word.tag == "KON"), None)


def _narrows(scene: Scene, at: int) -> bool:
    """Whether a relative clause is what its noun is about, so that little is said without it: `ein Klima, in dem …`.

    With a definite article the noun is that of which the text has told, unless none has come: `der Spielraum, den …`.
    """
    parent, first = scene.clauses[at].parent, scene.clauses[at].tokens[0]
    row = scene.phrases[parent] if parent is not None else ()
    verb = scene.clauses[parent].verb if parent is not None else None
    said = frozenset(verb.tokens if verb is not None else ())
    before = (i for i in range(first - 1, 0, -1) if i not in said and not is_sign(scene.words[i]))
    end = next(before, first - 1)  # `hat den Spielraum genutzt, | den …`
    phrase = next((phrase for phrase in row if phrase.tokens[-1] == end), None)
    if phrase is None or phrase.tokens[0] in scene.mentions:
        return False
    determiner = scene.words[phrase.tokens[0]]
    if determiner.tag == "ART" and not determiner.text.lower().startswith("ein"):
        named = any(i in scene.mentions or i in scene.places for i in phrase.tokens)
        return not named and scene.analysis.first_said[scene.words[phrase.head].lemma] >= scene.index
    return determiner.tag not in {"ART", "PPOSAT", "PDAT", "NE"} or determiner.text.lower().startswith("ein")


def _is_torn_off(scene: Scene, at: int) -> bool:
    """Whether a clause is the rest of one before it, behind one that stands within it: `…, die …, sei freundlich`."""
    clause = scene.clauses[at]
    before = scene.clauses[at - 1] if at else clause
    finite = scene.finite(at - 1) if at else None
    alone = before.verb is not None and len(before.verb.tokens) == 1
    open_end = alone and finite is not None and scene.words[finite].tag in _AUXILIARIES
    if open_end and (clause.kind == "relative" or (scene.finite(at) is None and clause.kind == "main")):
        return not _is_added(scene, at)  # `hat den Vertrag | der Bauern gelesen`
    behind = at > 0 and before.kind != "main" and clause.shares is None
    if clause.kind == "main" and _conjunction(scene, at) == "oder":
        return True
    headless = clause.verb is None or subject_span(scene, at) is None
    begins_with_verb = scene.words[clause.tokens[0]].tag in FINITE
    return clause.kind == "main" and behind and headless and not begins_with_verb and not _is_added(scene, at)
