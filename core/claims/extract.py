"""An analysed document to its claims, sentence by sentence."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from core.claims import attribution, retold
from core.claims.analysis import Analysis
from core.claims.apart import with_dates_of_words
from core.claims.draft import Draft, claim, teller_of
from core.claims.governing import drafts_of_clause, quoted_before
from core.claims.nobody import is_worth_telling
from core.claims.scene import Scene
from core.claims.scenery import with_places
from core.claims.shared_dates import with_shared_dates
from core.claims.speech import as_spoken, attributed, with_oneself, with_speakers
from core.claims.story import with_context_dates
from core.claims.victims import with_attacks
from core.claims.wording import alleged, demanded, says_something
from core.model import HEAD_LINES, Claim


def claims(analysis: Analysis) -> tuple[Claim, ...]:
    """The claims of a document in the order of the text.

    A claim's span runs from the first to the last word of the clauses that carry it. Pure: the same analysis gives the
    same claims.
    """
    told = (index for index, sentence in enumerate(analysis.sentences) if sentence.kind not in HEAD_LINES)
    drafts = tuple(with_attacks(draft for index in told for draft in _of_sentence(Scene(analysis, index))))
    dated = tuple(with_dates_of_words(tuple(with_shared_dates(with_context_dates(drafts)))))
    return tuple(claim(draft, place) for draft, place in with_places(dated))


def _of_sentence(scene: Scene) -> Iterator[Draft]:
    source = attribution.source(scene)
    taken: set[int] = set()
    drafts: list[Draft] = []
    for at in _speech_last_first(scene):
        if at not in taken:
            drafts += drafts_of_clause(scene, at, taken)
    own = as_spoken(_joined(drafts))
    told = [attributed(draft, source) for draft in (with_speakers(own) if source is None else own)]
    told = [demanded(draft, teller_of(draft)) for draft in told]
    kept = [draft for draft in told if _is_kept(draft)]
    besides = [draft for draft in retold.of_sentence(scene, kept, source) if _is_kept(draft)]
    yield from (with_oneself(alleged(draft, teller_of(draft))) for draft in (*kept, *besides))


def _is_kept(draft: Draft) -> bool:
    return says_something(draft) and is_worth_telling(draft)


def _joined(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with those made one that tell of one event in two verbs: `stieg ein und inspizierte …`."""
    kept: list[Draft] = []
    for draft in drafts:
        twin = next((k for k, other in enumerate(kept) if _same_deed(other, draft)), None)
        if twin is None:
            kept.append(draft)
        else:
            kept[twin] = replace(kept[twin], tokens=kept[twin].tokens | draft.tokens)
    return kept


def _same_deed(first: Draft, second: Draft) -> bool:
    scene = first.scene
    at = next(k for k, clause in enumerate(scene.clauses) if second.trigger.at in clause.tokens)
    shared = scene.clauses[at].shares
    if shared is None or first.trigger.at not in scene.clauses[shared].tokens:
        return False
    if any(phrase.function == "subject" for phrase in scene.phrases[at]):
        return False  # `zwei Männer wurden verhaftet und drei Häuser durchsucht`
    new = {part.mention.actor_id for part in second.parts} - {part.mention.actor_id for part in first.parts}
    undated = second.date is None or second.date == first.date
    return first.trigger.type == second.trigger.type and not new and undated


def _speech_last_first(scene: Scene) -> list[int]:
    """The clauses in order, but `„…“, sagte X` before the quotation that it follows."""
    order = range(len(scene.clauses))
    return sorted(order, key=lambda at: quoted_before(scene, at) is None)
