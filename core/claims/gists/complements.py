"""The clauses that complete another: which these are, and how what it tells goes on with them."""

from collections.abc import Iterator, Sequence

from core.claims import triggers
from core.claims.gists.attributes import without_attributes
from core.claims.gists.omissions import asides, free_adverbs, free_circumstances
from core.claims.gists.readability import is_in_order
from core.claims.gists.realisation import joined, text
from core.claims.gists.vocabulary import words
from core.claims.scene import Scene
from core.german.tags import FINITE

_WHOSE = frozenset({"deren", "dessen"})
_INFINITIVES = frozenset({"PTKZU", "VVIZU"})
"""Tags that an infinitive has which completes a clause: `zu gehen`, `fortzugehen`."""


def complement_clauses(scene: Scene, at: int) -> list[int]:
    """The clauses that complete a clause; a main clause only where somebody says or believes it."""
    verb, event = scene.clauses[at].verb, triggers.of_verb(scene, at)
    says = event is not None and any(triggers.has(event, trait) for trait in ("saying", "spoken", "governs"))
    believes = verb is not None and verb.lemma in words().believing
    says |= believes
    return [
        k
        for k in scene.complements(at)
        if scene.clauses[k].kind != "main"
        or (says and scene.clauses[at].kind == "main" and scene.words[scene.clauses[k].tokens[0]].tag not in FINITE)
    ]


def fronted_complement(scene: Scene, at: int) -> int | None:
    """The clause in front of a main clause that its verb needs: `Dass X geht, lehnt sie ab`."""
    first = scene.clauses[at].tokens[0]
    before = next((k for k, clause in enumerate(scene.clauses) if max(clause.tokens) in {first - 1, first - 2}), None)
    fronted = before is not None and scene.clauses[before].opener == "dass" and scene.words[first].tag in FINITE
    return before if fronted else None


def with_complements(told: Sequence[str], completing: Sequence[Sequence[str]]) -> Iterator[str]:
    """What is told with the clauses that complete it, these shorter and shorter; then with dots for the last of these.

    What would have dots within it and behind it tells too little.

    Args:
        told: what is told, in several ways.
        completing: the clauses, each in several ways, as `complement_variants` gives them.
    """
    if not completing:
        yield from told
    unbroken = [rest for rest in told if not rest.endswith("…")]
    for count in range(len(completing), 0, -1):
        dots = " …" if count < len(completing) else ""
        for step in range(max(map(len, completing[:count]))):
            shown = [variants[min(step, len(variants) - 1)] for variants in completing[:count]]
            yield from (f"{', '.join([rest, *shown])}{dots}" for rest in unbroken)


def complement_variants(scene: Scene, at: int) -> Iterator[str]:
    """A clause that completes another with those that complete it, whole, and then shorter and shorter."""
    if scene.clauses[at].kind == "infinitive" and not any(
        scene.words[i].tag in _INFINITIVES for i in scene.clauses[at].tokens
    ):
        return  # `den Vertrag, den …, zu prüfen`
    if scene.clauses[at].kind != "relative" and any(scene.words[i].text in _WHOSE for i in scene.clauses[at].tokens):
        return  # `riet ihnen, deren Boot zu meiden`: whose that is stands elsewhere
    inner = complement_clauses(scene, at)
    if not inner:
        yield from _lessened(scene, at)
        return
    yield text(scene, sorted(i for k in (at, *scene.below(at)) for i in scene.clauses[k].tokens))
    for shorter in _lessened(scene, at):
        yield ", ".join([shorter, *(text(scene, scene.clauses[k].tokens) for k in inner)])
    yield from (f"{shorter} …" for shorter in _lessened(scene, at))


def _lessened(scene: Scene, at: int) -> Iterator[str]:
    """A clause that completes another as it stands, then without times and adverbs, circumstances and attributes.

    Pronouns stay: they mean whom the clause before names.
    """
    clause = scene.clauses[at]
    kept = [i for i in clause.tokens if i not in scene.dateline]
    yield text(scene, kept)
    for leaving in (asides(scene, at), free_adverbs(scene, at), *free_circumstances(scene, at)):
        kept = [i for i in kept if i not in leaving]
        if is_in_order(scene, at, kept):
            yield joined(scene, kept, naming=False)
    for left, before in without_attributes(scene, at, kept):
        if is_in_order(scene, at, left):
            yield joined(scene, left, before, naming=False)
    verbs = [i for i in clause.tokens if scene.words[i].tag in _INFINITIVES]
    second = next((i for i in clause.tokens if verbs and i > verbs[0] and scene.words[i].tag == "KON"), None)
    if second is not None:
        yield f"{text(scene, [i for i in clause.tokens if i < second])} …"  # `den Rat zu bitten | und ihm zu schreiben`
