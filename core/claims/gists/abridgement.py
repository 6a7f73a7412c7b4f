"""What a clause is abridged by where there is no room for it: where it was, and in what setting."""

from collections.abc import Iterator

from core.claims.gists.omissions import is_denying, is_focused
from core.claims.gists.vocabulary import words
from core.claims.lexicon import role_words
from core.claims.scene import Scene
from core.german.adjectives import is_of_place
from core.german.phrases import Phrase, is_inside, whole
from core.german.tags import DETERMINERS, FINITE, NOUNS, PREPOSITIONS


def abridgements(scene: Scene, at: int) -> Iterator[frozenset[int]]:
    """The words of a clause that can go where it would be too long, a phrase or a part of one at a time."""
    yield from _whereabouts(scene, at)
    yield from _settings(scene, at)


def _whereabouts(scene: Scene, at: int) -> Iterator[frozenset[int]]:
    """The phrases that name the place where something is done to somebody, from the last to the first.

    Who does something without an object may only be there: `lebt in Oslo`.
    """
    verb, row = scene.clauses[at].verb, scene.phrases[at]
    done = verb is not None and (verb.passive or any(phrase.function == "object" for phrase in row))
    if verb is None or not done or verb.lemma in words().unfinished:
        return
    for k, phrase in reversed(list(enumerate(row))):
        tokens = list(whole(row, k))
        joined = tokens[0] > 1 and scene.words[tokens[0] - 2].tag == "KON"
        inside = joined or any(is_inside(phrase, other) for other in row)
        if _is_place(scene, phrase) and not inside and _ends(scene, tokens) and not _is_listed(scene, at, tokens[0]):
            yield frozenset({tokens[0] - 1, *tokens})


def _settings(scene: Scene, at: int) -> Iterator[frozenset[int]]:
    """The phrases before an object that say in what setting that is: `nannte | am Rande der Tagung | Zahlen`."""
    verb, row = scene.clauses[at].verb, scene.phrases[at]
    if verb is None or verb.lemma in words().unfinished:
        return
    last = max((phrase.tokens[0] for phrase in row if phrase.function == "object"), default=0)
    for k, phrase in enumerate(row):
        tokens = list(whole(row, k))
        before = scene.words[tokens[0] - 1].text.lower()
        dative = before in {"am", "beim"} or scene.words[tokens[0]].text.lower() in {"dem", "einem"}
        setting = phrase.function == "oblique" and phrase.preposition in {"an", "auf", "bei", "vor", "unter"} and dative
        inside = any(is_inside(phrase, other) for other in row)
        told = is_focused(scene, tokens[0]) or is_denying(scene, tokens)
        told |= is_of_place(scene.words[tokens[-1]]) and scene.words[last].tag == "NN"  # `auf dem Osloer | Platz`
        if setting and tokens[-1] + 1 == last and not inside and not told:
            yield frozenset({tokens[0] - 1, *tokens})


def _is_place(scene: Scene, phrase: Phrase) -> bool:
    named = any(i in scene.places for i in phrase.tokens)
    return phrase.function == "oblique" and phrase.preposition in role_words().where and named


def _ends(scene: Scene, tokens: list[int]) -> bool:
    """Whether nothing goes on with a phrase: no conjunction, no list, no noun, no phrase that hangs on it."""
    if tokens[-1] + 1 == len(scene.words):
        return True
    behind, first = scene.words[tokens[-1] + 1], scene.words[tokens[0]]
    named = behind.tag in NOUNS and (first.tag in DETERMINERS or scene.words[tokens[0] - 1].tag == "APPRART")
    listed = behind.tag in PREPOSITIONS | {"KON", "KOKOM"} or behind.text in {",", "("}
    said = named or listed or is_denying(scene, tokens)  # `am Osloer | Hafen`
    return not said and not is_focused(scene, tokens[0])


def _is_listed(scene: Scene, at: int, first: int) -> bool:
    """Whether a phrase hangs on the last of what a conjunction joins: `die Häfen im Süden und die Werft | in Oslo`."""
    behind_verb = (i for i in range(first - 2, scene.clauses[at].tokens[0], -1) if scene.words[i].tag in FINITE)
    begin = next(behind_verb, scene.clauses[at].tokens[0])
    return any(scene.words[i].tag == "KON" for i in range(begin, first - 1))
