"""Which words of a claim may say where it was, and which say where something else is: a speaker, a topic, a plan."""

from core.claims import triggers
from core.claims.lexicon import nouns_of, role_words
from core.claims.scene import Scene
from core.claims.triggers import Trigger
from core.german.compounds import is_among
from core.german.phrases import Phrase, whole


def where_it_was(scene: Scene, trigger: Trigger, tokens: frozenset[int]) -> frozenset[int]:
    """Those of a claim's tokens that may say where it was: of words those that tell of their being said.

    Not what a clause that the verb governs tells (`beschloss, den Einsatz in Afrika zu beenden`), nor what tells where
    that is which words, talks and decisions are about (`kritisierte den Raubbau in Afrika`), or from where who says
    something is (`Die Regierung in Oslo kritisierte …`).

    Args:
        scene: the sentence.
        trigger: the word that tells of the event.
        tokens: of the claim.
    """
    home = scene.home_of(trigger.at)
    spoken = triggers.has(trigger, "spoken")
    if home is None or (spoken and trigger.evidence == "speech"):
        return tokens & scene.dateline if spoken else tokens
    at = scene.clauses.index(home)
    if trigger.type in role_words().bodily:
        return tokens - _below(scene, at)
    if spoken:
        speaker = _of_speaker(scene, at)
        own = frozenset(home.tokens) - _of_topics(scene, at, trigger.at, _TOPICAL) - speaker - scene.dateline
        return tokens & (own if speaker & scene.places.keys() else own | scene.dateline)
    return tokens - _below(scene, at) - _of_topics(scene, at, trigger.at, role_words().content)


def _below(scene: Scene, at: int) -> frozenset[int]:
    """The tokens of the clauses that a clause governs."""
    return frozenset(i for k in scene.below(at) for i in scene.clauses[k].tokens)


def _of_topics(scene: Scene, at: int, trigger: int, prepositions: frozenset[str]) -> frozenset[int]:
    """The tokens of a clause that say where that is which it is about: behind prepositions, of words objects, too."""
    row = scene.phrases[at]
    others = [p for p in row if trigger not in p.tokens and not scene.time_tokens.issuperset(p.tokens)]
    words = prepositions is _TOPICAL
    behind = (p for p in others if p.preposition in prepositions or (words and _is_turned_to(scene, p)))
    topical = (p for p in behind if not _is_audience(scene, p) and not _is_way(scene, p))
    about = (*(p for p in others if words and p.function == "object"), *topical)
    ends = {max(whole(row, row.index(phrase))) for phrase in about}
    found: set[int] = set()
    for phrase in row:  # in their order, as one may go with the next: `Kritik an der Reform in Norwegen`
        if phrase.preposition and phrase.tokens[0] - 2 in ends:
            found.update(phrase.tokens)
            if words and phrase.preposition == "an":
                ends.add(max(whole(row, row.index(phrase))))
    return frozenset(found)


_TOPICAL = frozenset(
    {
        *("gegen", "über", "um", "von", "vor", "wegen", "für", "durch", "ohne"),
        *("angesichts", "trotz", "aufgrund", "infolge", "hinsichtlich", "bezüglich"),
    }
)
"""Prepositions of what words are about that are seldom those of an occasion, as in `auf einer Tagung in London`."""


def _is_turned_to(scene: Scene, phrase: Phrase) -> bool:
    """Whether `auf` has the accusative: `verwies auf das Referendum in Norwegen`, not `auf dem Treffen in Oslo`."""
    if phrase.preposition != "auf":
        return False
    first = scene.words[phrase.tokens[0]]
    return first.tag != "ART" or first.text.lower() in {"das", "den", "die", "ein", "einen", "eine"}


def _of_speaker(scene: Scene, at: int) -> frozenset[int]:
    """The tokens in front of the verb of a main clause that say more of the subject which stands there.

    One constituent stands in front, so that what follows the subject is a part of it: `Die Regierung in Oslo warnte`.
    """
    finite = scene.finite(at)
    front = [phrase for phrase in scene.phrases[at] if scene.is_in_front(at, phrase)]
    front = [phrase for phrase in front if scene.dateline.isdisjoint(phrase.tokens)]
    if finite is None or not front or front[0].preposition or not any(p.function == "subject" for p in front):
        return frozenset()
    return frozenset(range(front[0].tokens[-1] + 1, finite))


def _is_audience(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase names before whom something is said: `vor Journalisten in Brüssel`."""
    audience = nouns_of("person", "institution", "legislature")
    return phrase.preposition == "vor" and is_among(scene.words[phrase.head], audience)


def _is_way(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase names a place that something goes by: `über die Ägäis nach Griechenland`."""
    return not scene.places.keys().isdisjoint(phrase.tokens)
