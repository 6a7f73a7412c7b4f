"""What a clause tells that somebody did, with the clauses that complete it."""

from collections.abc import Iterable, Iterator, Sequence, Set

from core.claims.assertion import is_condition
from core.claims.gists.complements import complement_clauses, complement_variants, fronted_complement, with_complements
from core.claims.gists.dependence import is_half
from core.claims.gists.fitting import fitting_gist
from core.claims.gists.main_clause import main_clauses
from core.claims.gists.realisation import text
from core.claims.gists.subjects import UNKNOWN, has_relative_subject
from core.claims.gists.vocabulary import words
from core.claims.scene import Scene
from core.german.tags import without_signs
from core.model import Gist


def predicate_gist(
    scene: Scene, own: int, carrying: Sequence[int], acting: Set[str], *, alone: bool = False
) -> Gist | None:
    """A clause with those that it depends on, as far as these carry the claim, and the clauses that complete them.

    None where that cannot be told by itself. One actor's name tells more than the noun that a relative pronoun stands
    for.

    Args:
        scene: the sentence.
        own: the clause that tells of the event.
        carrying: the clauses that stand wholly in the claim.
        acting: the known actors who act.
        alone: whether the clauses behind it are not what it is about, but only follow.
    """
    lead = own
    while (parent := scene.clauses[lead].parent) is not None and parent in carrying and scene.is_complement(lead):
        lead = parent
    every = [] if alone else complement_clauses(scene, lead)
    below = [k for k in every if not scene.is_question(k) or (k in carrying and _is_asked(scene, k))]
    if is_condition(scene, lead) or not set(below) <= set(carrying) or not (lead == own or own in below):
        return None  # `war in der Lage, …`
    if below and _goes_on_behind(scene, lead, below[0]):
        if not all(map(scene.is_question, below)) or not any(p.function == "object" for p in scene.phrases[lead]):
            return None
        below = []
    before = fronted_complement(scene, lead)
    if before is not None:
        below = [before, *below]
    if is_half(scene, {lead}) and not below:
        return None
    if any(scene.words[i].text.lower() in words().correlatives for k in below for i in scene.clauses[k].tokens):
        return None  # the other half stands in a clause that is not told
    told = list(main_clauses(scene, lead, completed=bool(below), known=acting))
    completing = [list(complement_variants(scene, k)) for k in below]
    if not all(completing):
        return None
    if before is not None:
        completing[0] = [said[0].lower() + said[1:] for said in completing[0]]
    if not told:
        return None
    verb = scene.clauses[lead].verb  # who acts in a passive is not its subject
    relative = len(acting) == 1 and has_relative_subject(scene, lead) and not (verb and verb.passive)
    rests = [one.rest for one in told]
    with_more = _with_relative(scene, lead, rests) if not below else ()
    subject = UNKNOWN if relative else told[0].subject
    return fitting_gist(subject, (*with_more, *with_complements(rests, completing)), "predicate")


def _is_asked(scene: Scene, at: int) -> bool:
    """Whether a clause is an indirect question that can complete another: with `was` it may only go on with it."""
    return scene.is_question(at) and scene.clauses[at].opener != "was"


def _goes_on_behind(scene: Scene, at: int, below: int) -> bool:
    """Whether a clause goes on behind one that completes it, with more than its verb: `sagte, dass …, also ein X`."""
    verb = scene.clauses[at].verb
    closing = verb.tokens if verb is not None else ()
    own = without_signs(scene.clauses[at].tokens, scene.words)
    return any(i not in closing and i > scene.clauses[below].tokens[-1] for i in own)


def _with_relative(scene: Scene, at: int, rests: Iterable[str]) -> Iterator[str]:
    """What is told of a clause with the relative clause right behind it that says which one its last noun means."""
    last = max(without_signs(scene.clauses[at].tokens, scene.words))
    k = next(
        (k for k, one in enumerate(scene.clauses) if one.kind == "relative" and one.tokens[0] in {last + 1, last + 2}),
        None,
    )
    if k is None or scene.clauses[k].parent != at or scene.below(k):
        return
    ends, which = scene.words[last].text, text(scene, scene.clauses[k].tokens)
    yield from (f"{rest}, {which}" for rest in rests if which and rest.split()[-1] == ends)
