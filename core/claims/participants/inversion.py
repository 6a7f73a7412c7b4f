"""The subjects that stand behind the verb, where word order takes the object in front of it for one."""

from collections.abc import Sequence

from core.claims.lexicon import names_doer
from core.claims.participants.phrase import parts_of_phrase
from core.claims.scene import Scene
from core.german.cases import plural, readings
from core.german.grammar import grammar
from core.german.phrases import Phrase


def inverted_subjects(scene: Scene, at: int) -> Sequence[Phrase]:
    """The actors behind the verb whose object, a thing that word order takes for the subject, stands in front of it.

    Several actors are in the number of the verb (`Die stärksten Rückgänge meldeten Norwegen und Finnland`), and a thing
    without an article is seldom a subject (`Kritik übte Norwegen`). Given are their phrases; none in other clauses.
    """
    clause, phrases = scene.clauses[at], scene.phrases[at]
    finite = scene.finite(at)
    front = next((phrase for phrase in phrases if phrase.function == "subject"), None)
    if clause.kind != "main" or scene.sentence.arcs or clause.verb is None or clause.verb.passive:
        return ()
    if front is None or finite is None or front.tokens[-1] > finite or scene.words[front.head].tag != "NN":
        return ()
    if parts_of_phrase(scene, front) or any(phrase.host is not None and phrase.head < finite for phrase in phrases):
        return ()
    if names_doer(scene.words[front.head]):
        return ()
    acting = [
        phrase
        for phrase in phrases
        if phrase.function == "object"
        and phrase.tokens[0] > finite
        and scene.brackets.isdisjoint(phrase.tokens)
        and any(case[:3] == "nom" for case in readings(scene.words, phrase.tokens, scene.landmarks.persons))
        and scene.words[phrase.tokens[0]].text.lower() not in grammar().articles.not_nominative
    ]
    named = [phrase for phrase in acting if parts_of_phrase(scene, phrase)]
    several = plural(scene.words[finite].text)
    bare = scene.words[front.tokens[0]].tag in {"NN", "ADJA"}
    if not acting or acting != named or several != (len(named) > 1) or not (several or bare):
        return ()
    return named
