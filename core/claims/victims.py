"""What befell people in an attack: `Zwei Männer wurden verletzt, als eine Rakete einschlug` tells of force."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from core.claims.draft import Draft
from core.claims.lexicon import apart, nouns_of, victims
from core.claims.triggers import of_nouns
from core.german.compounds import head_in
from core.model import HEADINGS


def with_attacks(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts of a document, in the order of the text; those of accidents to people are of force in an attack.

    The attack is told of in another clause of the sentence, or last in the sentence before.
    """
    last: Draft | None = None
    for draft in drafts:
        told = draft
        if _befalls(draft) and not _names_accident(draft) and (_beside_attack(draft) or _after_attack(draft, last)):
            told = replace(draft, trigger=draft.trigger._replace(type=victims().violence))
        yield told
        told_of = told.trigger.type in {victims().accident, victims().violence}
        if told_of and draft.scene.sentence.kind not in HEADINGS:
            last = told


def _befalls(draft: Draft) -> bool:
    home = draft.scene.home_of(draft.trigger.at)
    verb = home.verb if home is not None else None
    if verb is None or verb.reflexive or draft.trigger.type != victims().accident:
        return False  # `verletzte sich`
    return verb.lemma in victims().verbs


def _names_accident(draft: Draft) -> bool:
    """Whether a noun of the sentence names the accident: `bei einem Unfall`."""
    scene = draft.scene
    return any(noun.type == victims().accident for k in range(len(scene.clauses)) for noun in of_nouns(scene, k))


def _beside_attack(draft: Draft) -> bool:
    """Whether another clause of the sentence tells of an attack by a noun."""
    scene, home = draft.scene, draft.scene.home_of(draft.trigger.at)
    words = (scene.words[i] for clause in scene.clauses if clause is not home for i in clause.tokens)
    attacks = nouns_of(*victims().classes)
    lemmas = (word.lemma for word in words if word.tag == "NN")
    return any(head_in(lemma, attacks) is not None and head_in(lemma, apart()) is None for lemma in lemmas)


def _after_attack(draft: Draft, last: Draft | None) -> bool:
    """Whether the event before, in this sentence or the one before, was an attack."""
    if last is None or last.trigger.type != victims().violence or last.status not in {"occurred", "ongoing"}:
        return False
    return draft.scene.index - last.scene.index <= 1
