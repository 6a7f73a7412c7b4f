"""What befell people in an attack: `Zwei Männer wurden verletzt, als eine Rakete einschlug` tells of force."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from core.claims.draft import Draft
from core.claims.lexicon import apart, nouns_of, victims
from core.claims.scene import Scene
from core.claims.triggers import of_nouns
from core.german.compounds import head_in
from core.model import HEADINGS, Token

_REACH = 3
"""Sentences after one that tells of an attack in which its victims are told of, if no accident comes between."""


def with_attacks(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts of a document, in the order of the text; those of accidents to people are of force in an attack.

    The attack is told of in another clause of the sentence, last in the sentences before, or the one before names it.
    """
    last: Draft | None = None
    for draft in drafts:
        told = draft
        if _befalls(draft) and not _names(draft.scene, victims().accident):
            attacked = _beside_attack(draft) or _after_attack(draft, last) or _after_named_attack(draft)
            told = replace(draft, trigger=draft.trigger._replace(type=victims().violence)) if attacked else draft
        yield told
        harmful = told.trigger.type in {victims().accident, victims().violence}
        if harmful and draft.scene.sentence.kind not in HEADINGS:
            last = told


def _befalls(draft: Draft) -> bool:
    home = draft.scene.home_of(draft.trigger.at)
    verb = home.verb if home is not None else None
    if verb is None or draft.trigger.type != victims().accident:
        return False
    return verb.lemma in (victims().reflexive if verb.reflexive else victims().verbs)  # but `verletzte sich`


def _names(scene: Scene, name: str) -> bool:
    """Whether a noun of the sentence names an event of a type: `bei einem Unfall`."""
    named = (noun for k in range(len(scene.clauses)) for noun in of_nouns(scene, k) if noun.type == name)
    return any(head_in(scene.words[noun.at].text, victims().unclear) is None for noun in named)


def _beside_attack(draft: Draft) -> bool:
    """Whether another clause of the sentence tells of an attack by a noun."""
    scene, home = draft.scene, draft.scene.home_of(draft.trigger.at)
    return _tells_of_attack(scene.words[i] for clause in scene.clauses if clause is not home for i in clause.tokens)


def _tells_of_attack(words: Iterable[Token]) -> bool:
    attacks = nouns_of(*victims().classes)
    lemmas = (word.lemma for word in words if word.tag == "NN")
    return any(head_in(lemma, attacks) is not None and head_in(lemma, apart()) is None for lemma in lemmas)


def _after_attack(draft: Draft, last: Draft | None) -> bool:
    """Whether the event before, in this sentence or one shortly before, was an attack."""
    if last is None or last.trigger.type != victims().violence or last.status in {"possible", "denied"}:
        return False
    told = [last.scene.words[i] for i in last.tokens]
    unclear = any(word.tag == "NN" and head_in(word.text, victims().unclear) is not None for word in told)
    if unclear and not _tells_of_attack(told):
        return False
    scene, home = draft.scene, draft.scene.home_of(draft.trigger.at)
    gap = scene.index - last.scene.index
    lingers = home is not None and home.verb is not None and home.verb.lemma in victims().lingering
    if gap > 1 and lingers and not _tells_of_attack(scene.analysis.sentences[scene.index - 1].tokens):
        return False
    return gap <= _REACH


def _after_named_attack(draft: Draft) -> bool:
    """Whether a noun of the sentence before names an attack, and none an accident: `Der Anschlag galt Bo Lund.`"""
    scene = draft.scene
    if scene.index == 0 or not draft.scene.words[draft.trigger.at].tag.startswith("VVPP"):
        return False  # who `starb` may have done so long after
    before = Scene(scene.analysis, scene.index - 1)
    return _names(before, victims().violence) and not _names(before, victims().accident)
