"""The begin of what somebody says, as it stands."""

from collections.abc import Iterable, Iterator, Sequence, Set
from typing import NamedTuple

from core.claims import negation
from core.claims.gists.anaphora import name_meant
from core.claims.gists.breaks import clause_breaks, phrase_breaks, phrase_ends
from core.claims.gists.dependence import ends_whole, is_conditional, is_incomplete
from core.claims.gists.realisation import text
from core.claims.gists.subjects import subject_span
from core.claims.gists.vocabulary import words
from core.claims.scene import Scene
from core.german.cases import plural
from core.german.tags import without_signs


class Opening(NamedTuple):
    """How some words begin: with these, and then as they stand from a token on; and whose they are."""

    words: str
    goes_on: int
    by: Set[str]


def opening_of(scene: Scene, at: int, tokens: Sequence[int], by: Set[str]) -> Opening:
    """The begin of what is said, without an adverb that joins it to what was said before: `Außerdem werde sie …`.

    Without that the subject stands in front of the verb.
    """
    first = next(iter(without_signs(tokens, scene.words)), tokens[0])
    finite, said = scene.finite(at), subject_span(scene, at)
    connecting = scene.words[first].text.lower() in words().connecting
    if not connecting or finite != first + 1 or said is None or said[0] != finite + 1:
        return Opening("", tokens[0], by)
    verb = scene.words[finite].text
    return Opening(f"{text(scene, said)} {verb}", said[-1] + 1, by)


def begins_as_spoken(scene: Scene, at: int, opening: Opening, tokens: Sequence[int]) -> Iterator[str]:
    """What is said as it stands, or as many whole clauses of it as there is room for; then less of the first one."""
    yield _from(scene, opening, tokens[-1]) + (" …" if is_conditional(scene, tokens) else "")
    verb = scene.clauses[at].verb
    said = max(verb.tokens) if verb is not None else len(scene.words)
    own = [i for i in scene.clauses[at].tokens if i >= tokens[0]]
    ends_of_phrases = (end for end in phrase_breaks(scene, at, own) if end >= said)
    ends_of_clauses = [end - 1 for end in clause_breaks(scene, tokens)]
    for end in ends_of_clauses:
        told = {
            k for k, clause in enumerate(scene.clauses) if tokens[0] <= clause.tokens[0] and clause.tokens[-1] <= end
        }
        if (
            at in told
            and not is_incomplete(scene, told)
            and ends_whole(scene, told, end)
            and len(begin := _from(scene, opening, end)) >= words().telling
        ):
            yield begin
    yield from _begun(scene, opening, (*ends_of_clauses, *ends_of_phrases))


def begins_with_whole_phrases(scene: Scene, at: int, tokens: Sequence[int], by: Set[str], behind: int) -> Iterator[str]:
    """As many phrases of some words as there is room for, to one `behind` a word at least; nothing of a denial."""
    carried = set(tokens)
    if scene.finite(at) is None or negation.clause_negated(scene, at):
        return
    touched = (k for k, clause in enumerate(scene.clauses) if carried.intersection(clause.tokens))
    asserted = [k for k in touched if not negation.clause_negated(scene, k)]
    ends = sorted({end for k in asserted for end in phrase_ends(scene, k, tokens[-1])}, reverse=True)
    yield from _begun(scene, opening_of(scene, at, tokens, by), (end for end in ends if behind < end))


def _begun(scene: Scene, opening: Opening, ends: Iterable[int]) -> Iterator[str]:
    """The words from the opening to each end, those that tell something, with dots after them."""
    begins = (_from(scene, opening, end) for end in ends if end >= opening.goes_on)
    yield from (f"{begin} …" for begin in begins if len(begin) >= words().telling)


def _from(scene: Scene, opening: Opening, end: int) -> str:
    """The opening and what stands behind it, up to an end."""
    behind = _with_name(scene, range(opening.goes_on, end + 1), opening.by)
    return " ".join(filter(None, (opening.words, behind)))


def _with_name(scene: Scene, tokens: Iterable[int], speaker: Set[str]) -> str:
    """The stretch from the first to the last word as `text` gives it, the first `er` with the name of whom it means.

    Not where whoever speaks is meant, or is named in these words.
    """
    order = list(tokens)
    named = {m.actor_id for i in order for m in scene.mentions.get(i, ()) if m.kind != "pronoun"} | speaker
    at = next((i for i in order if name_meant(scene, i) is not None), None)
    name = name_meant(scene, at) if at is not None else None
    if at is None or name is None or not named.isdisjoint(m.actor_id for m in scene.mentions.get(at, ())):
        return text(scene, order)
    if _is_plural(scene, at) or name in text(scene, order):  # `mit Bo Lund, der …`
        return text(scene, order)
    parts = (
        text(scene, [i for i in order if i < at]),
        name,
        text(scene, [i for i in order if i > at]),
    )
    return " ".join(filter(None, parts))


def _is_plural(scene: Scene, at: int) -> bool:
    """Whether a pronoun is the subject of a verb in the plural, as one name could not be."""
    home = scene.home_of(at)
    finite = scene.finite_of(home.tokens) if home is not None else None
    return scene.words[at].text.lower() == "sie" and finite is not None and plural(scene.words[finite].text)
