"""What a claim is about, as a stretch of its own words: what is done to whom, said about what, or who it befell."""

from collections.abc import Iterator, Sequence, Set

from core.claims.scene import Scene
from core.claims.triggers import Trigger
from core.german.grammar import grammar
from core.german.phrases import Phrase, whole
from core.german.tags import PREPOSITIONS, PRONOUNS

_LONGEST = 70
"""Characters; a title of 90 has room for a type and a name before them."""

ABOUT = ("über", "um", "zu", "gegen", "für", "wegen", "auf", "vor", "an", "mit", "von")
"""Prepositions of what an event is about, the most telling first."""


def of_trigger(scene: Scene, clauses: Sequence[int], trigger: Trigger, named: Set[int], *, acts: bool) -> str | None:
    """What the event of some clauses is about, as characters of the sentence; None where they say nothing fit to show.

    Args:
        scene: the sentence.
        clauses: the clauses that carry the claim, the leading one first.
        trigger: the word that tells of the event.
        named: the tokens at which its participants are named: these need no second naming.
        acts: whether one of them is who does it, so that the subject says nothing more.
    """
    for at in clauses:
        phrases = scene.phrases[at]
        for k in _by_telling(phrases, trigger):
            if acts and phrases[k].function == "subject" and trigger.at in scene.clauses[at].tokens:
                continue
            tokens = list(whole(phrases, k))
            if scene.words[tokens[0] - 1].text == "(":
                continue
            start, end = scene.words[_with_preposition(scene, tokens)].start, scene.words[tokens[-1]].end
            if _says_contrary(scene, phrases[k]):
                return None
            empty = _is_empty(scene, phrases[k]) or _is_own_noun(scene, tokens, trigger)
            if end - start <= _LONGEST and named.isdisjoint(tokens) and not empty:
                return scene.analysis.document.text[start:end]
    return None


def _by_telling(phrases: Sequence[Phrase], trigger: Trigger) -> Iterator[int]:
    """The phrases of a clause, those that tell best what it is about first: the event's own noun, object, subject."""
    yield from (k for k, phrase in enumerate(phrases) if trigger.evidence == "noun" and trigger.at in phrase.tokens)
    for function in ("object", "subject"):
        yield from (k for k, phrase in enumerate(phrases) if phrase.function == function)
    for preposition in ABOUT:
        yield from (k for k, phrase in enumerate(phrases) if phrase.preposition == preposition)


def _with_preposition(scene: Scene, tokens: Sequence[int]) -> int:
    """Where a phrase begins with its preposition, without which its case would be wrong: `über höhere Löhne`."""
    before = tokens[0] - 1
    return before if before >= 0 and scene.words[before].tag in PREPOSITIONS else tokens[0]


def _is_own_noun(scene: Scene, tokens: Sequence[int], trigger: Trigger) -> bool:
    """Whether a phrase only names the kind of event, which its type says already: `seinen ersten Besuch`."""
    said = {"ADJA", "NN", "NE", "NNA", "FM", "TRUNC"}
    return all(i == trigger.at or scene.words[i].tag not in said for i in tokens)


def _says_contrary(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase would say something else away from its verb: `keine Freunde`, `weniger Steuern`."""
    own = {scene.words[i].text.lower() for i in phrase.tokens}
    return not own.isdisjoint(grammar().verbs.negations | grammar().nouns.comparing)


def _is_empty(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase says nothing by itself: a pronoun, a time, an adverb, a number, a name (`Meier (FDP)`)."""
    word = scene.words[phrase.head]
    bare_name = phrase.tokens[0] in scene.mentions and len(phrase.tokens) == 1
    adverb = bool(phrase.preposition) and word.lemma.lower() in grammar().nouns.adverbial
    return adverb or word.tag in PRONOUNS or word.tag == "CARD" or phrase.head in scene.time_tokens or bare_name
