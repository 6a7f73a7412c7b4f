"""Nouns and phrases as they stand as the subject of a sentence, whatever case the text has them in."""

from core.claims.gists.vocabulary import words
from core.claims.lexicon import names_doer
from core.claims.scene import Scene
from core.german.grammar import grammar
from core.german.phrases import Phrase
from core.german.tags import NAMES
from core.model import Token

_ENDINGS = {"der": ("e", "er"), "die": ("e", "e"), "das": ("e", "es")}
"""How an adjective ends behind `der` and behind `ein`, by the pronoun that stands for its noun."""


def noun_by_itself(scene: Scene, phrase: Phrase) -> str | None:
    """How the noun of a phrase stands by itself; None where that cannot be told from how it stands there."""
    noun = scene.words[phrase.head]
    lemma = noun.lemma
    if noun.text == lemma or (phrase.function in {"subject", "object"} and not phrase.preposition):
        return noun.text
    if noun.text in {f"{lemma}s", f"{lemma}es"}:
        return lemma
    first = scene.words[phrase.tokens[0]]
    before = scene.words[max(phrase.tokens[0] - 1, 0)]
    dative = first.text.lower().endswith("em") or (before.tag == "APPRART" and before.text.lower()[-1] == "m")
    return noun.text if lemma.endswith(words().uninflected) or (dative and not noun.text.endswith("n")) else None


def as_subject(scene: Scene, phrase: Phrase, pronoun: str, *, several: bool) -> str | None:
    """A phrase as the subject that the relative pronoun behind it stands for: `mit dem Boot, das …`, `das Boot`.

    None where it is more than a determiner, adjectives and a noun, or the noun's form cannot be told.

    Args:
        scene: the sentence.
        phrase: the phrase.
        pronoun: `der`, `die` or `das`, as the subject of its clause.
        several: whether its verb is in the plural.
    """
    every = [scene.words[i] for i in phrase.tokens]
    head, before = every.pop(), scene.words[phrase.tokens[0] - 1]
    determiner = every.pop(0).text.lower() if every and every[0].tag == "ART" else ""
    plain = pronoun in _ENDINGS and all(word.tag in {"ADJA", "CARD"} for word in every)
    if not plain or head.tag not in NAMES | {"NN"}:
        return None
    definite = determiner.startswith("d") or before.tag == "APPRART"
    noun = _plural(head, phrase) if several else _singular(head, pronoun)
    if noun is None or not (definite or determiner or several or head.tag in NAMES):
        return None
    if several:
        article, ending = ("die", "en") if definite else ("", "e")
    else:
        article, ending = (
            pronoun if definite else "eine" if pronoun == "die" else "ein",
            _ENDINGS[pronoun][not definite],
        )
        article = article if definite or determiner else ""
    described = [_inflected(word, ending) for word in every]
    return " ".join(filter(None, (article, *described, noun)))


def _inflected(word: Token, ending: str) -> str:
    """An adjective with another ending; a number as it is."""
    if word.tag != "ADJA":
        return word.text
    stem = word.text.removesuffix("e") if word.text.endswith("e") else word.text[:-2]
    return f"{stem}{ending}"


def _singular(noun: Token, pronoun: str) -> str | None:
    """A noun in the singular as a subject: one that `die` stands for has one form."""
    cases = {f"{noun.lemma}{ending}" for ending in ("", "s", "es", "n", "en")}
    if noun.tag in NAMES or pronoun == "die" or noun.text == noun.lemma:
        return noun.text
    return noun.lemma if noun.text in cases else None


def _plural(noun: Token, phrase: Phrase) -> str | None:
    """A noun in the plural as a subject: without the ending of the dative, where that is one."""
    lemma, form = noun.lemma, noun.text
    if not form.endswith("n") or form == lemma or not phrase.preposition or phrase.preposition in words().accusative:
        return form
    if form == f"{lemma}en" and lemma.endswith("ling"):
        return f"{lemma}e"
    if form == f"{lemma}n" and lemma.endswith("er") and names_doer(noun):
        return lemma
    return form if lemma.lower().endswith((*words().uninflected, *grammar().nouns.weak_masculine, "e")) else None
