"""What is said not to have happened: negation, as far as it reaches the word that tells of an event."""

from collections.abc import Sequence
from functools import cache

from core.claims.scene import CLOSING_QUOTES, OPENING_QUOTES, Scene
from core.claims.triggers import Trigger, of_nouns
from core.german.clauses import Clause
from core.german.phrases import Phrase
from core.german.tags import DASHES, NOUNS, in_complex
from core.german.values import PAST_TENSES
from core.vocabulary import Entry, load

_BEFORE_NOUN = frozenset({"ADJA", "CARD", "ADV", "ADJD", "PIDAT", "NE"})
_INSIDE_PHRASE = frozenset({"ADJA", "ADJD", "VVPP", "ADV"})
_MUCH = frozenset({"PIAT", "PIDAT", "PIS", "ADJA", "ADJD"})
_TAKEN_AS = frozenset({"als", "für"})
_NEAR = 3  # tokens from `Verzicht` to the noun behind it, an article and an adjective between


class _Words(Entry):
    """`vocabulary/negation.toml`."""

    particles: frozenset[str]
    pronouns: frozenset[str]
    not_negated: frozenset[str]
    never: frozenset[str]
    ever: frozenset[str]
    contrasts: frozenset[str]
    openers: frozenset[str]
    prepositions: frozenset[str]
    nouns: frozenset[str]


@cache
def words() -> _Words:
    """The words of negation, read once."""
    return load("negation.toml", _Words)


def negates(scene: Scene, at: int, trigger: Trigger) -> bool:
    """Whether a clause says of the event of a trigger in it that it did not happen.

    A negated verb denies what it tells of itself, and what its subject and objects name; a phrase with `kein` the noun
    that it goes with. In `es gab in den Gesprächen keinen Streit` the talks are not denied.
    """
    clause = scene.clauses[at]
    if _opened_by(scene, clause) or _goes_on_denying(scene, clause):
        return True
    nouns = [trigger.at] if trigger.evidence == "noun" else _framed(scene, at, trigger)
    if not nouns:
        return clause_negated(scene, at)
    phrases = [scene.phrase_of(noun, at) for noun in nouns]
    if any(_denied_noun(scene, noun, phrase) for noun, phrase in zip(nouns, phrases, strict=True)):
        return True
    central = any(phrase is not None and phrase.function in {"subject", "object"} for phrase in phrases)
    particles = (k for k in range(len(clause.tokens)) if _particle(scene, clause, k))
    return (central or trigger.evidence == "frame") and any(_reaches(scene, clause.tokens, k) for k in particles)


def _framed(scene: Scene, at: int, trigger: Trigger) -> list[int]:
    """The nouns that a verb tells of an event with: `fanden [Gespräche] statt`."""
    if trigger.evidence != "frame":
        return []
    return [noun.at for noun in of_nouns(scene, at) if noun.type == trigger.type]


def clause_negated(scene: Scene, at: int) -> bool:
    """Whether a particle, or a negative subject or object, negates the verb of a clause."""
    clause = scene.clauses[at]
    return any(
        _reaches(scene, clause.tokens, k) if _particle(scene, clause, k) else _pronoun(scene, clause, k)
        for k in range(len(clause.tokens))
    )


def _opened_by(scene: Scene, clause: Clause) -> bool:
    """Whether a clause is opened by `ohne … zu`, `statt dass …`."""
    first = min(clause.tokens)
    if clause.opener == "dass":
        return first > 0 and scene.words[first - 1].text.lower() in words().openers
    return clause.kind == "infinitive" and scene.words[first].text.lower() in words().openers


def _goes_on_denying(scene: Scene, clause: Clause) -> bool:
    """Whether `oder` or `noch` joins a clause to what is denied: `wurde weder geschossen noch jemand verhaftet`."""
    before = min(clause.tokens) - 1
    if clause.shares is None or before < 0 or scene.words[before].text not in {"oder", "noch"}:
        return False
    return clause_negated(scene, clause.shares) or _goes_on_denying(scene, scene.clauses[clause.shares])


def _particle(scene: Scene, clause: Clause, k: int) -> bool:
    return scene.words[clause.tokens[k]].text.lower() in words().particles and not _is_set_apart(scene, clause, k)


def _is_set_apart(scene: Scene, clause: Clause, k: int) -> bool:
    """Whether a dash, a colon or a quotation mark parts the k-th token of a clause from its verb: `prüft – nicht alle`.

    Two dashes only part what stands between them.
    """
    if clause.verb is None:
        return False
    at = clause.tokens[k]
    main = clause.verb.at
    between = [word.text for word in scene.words[min(at, main) : max(at, main)]]
    return ":" in between or any(sum(text in marks for text in between) % 2 for marks in (DASHES, _QUOTES))


_QUOTES = OPENING_QUOTES | CLOSING_QUOTES | {'"'}


def _pronoun(scene: Scene, clause: Clause, k: int) -> bool:
    following = scene.words[clause.tokens[k + 1]].text.lower() if k + 1 < len(clause.tokens) else ""
    return scene.words[clause.tokens[k]].text.lower() in words().pronouns and following not in words().not_negated


def _reaches(scene: Scene, tokens: Sequence[int], k: int) -> bool:
    """Whether a particle, the k-th of a clause's tokens, negates the verb and not a word or phrase behind it."""
    behind = [scene.words[i] for i in tokens[k + 1 : k + 4]]
    if not behind:
        return True
    if behind[0].text.lower() in words().not_negated:
        return False
    if k and scene.words[tokens[k - 1]].text.lower() in _TAKEN_AS and behind[0].tag in {"ADJD", "VVPP"}:
        return False  # `kritisierte den Plan als nicht machbar`
    if behind[0].text.lower() in {"mehr", "weniger"} and len(behind) > 1 and behind[1].text.lower() == "als":
        return False
    if behind[0].tag == "ADJA" or (len(behind) > 1 and behind[0].tag in _INSIDE_PHRASE and behind[1].tag == "ADJA"):
        return False  # `von nicht infizierten Mitarbeitern`
    return not (_contrasted(scene, tokens[k]) or _sets_off(scene, tokens, k) or _compares(scene, tokens, k))


def _compares(scene: Scene, tokens: Sequence[int], k: int) -> bool:
    """Whether a particle only says that it was more than ever: `so stark wie seit Jahren nicht`, `nie kamen so viele`.

    That is told of what was. In `so etwas wie einen Vertrag nicht` the particle is the verb's.
    """
    told = [scene.words[i].text.lower() for i in tokens]
    than = next((j for j in range(k) if told[j] == "wie" and "so" in told[:j]), None)
    if than is not None:
        return told[than + 1] in words().ever
    home = scene.home_of(tokens[k])
    was = home is not None and home.verb is not None and home.verb.tense in PAST_TENSES and not home.verb.modal
    so = next((j for j, word in enumerate(told[:-1]) if word == "so"), None)
    much = so is not None and scene.words[tokens[so + 1]].tag in _MUCH
    return was and much and told[k] in words().never and told[k + 1 : k + 2] != ["wieder"]


def _sets_off(scene: Scene, tokens: Sequence[int], k: int) -> bool:
    """Whether a particle after `und` only sets off another part: `die Armut zu bekämpfen, und nicht die Armen`."""
    joined = scene.words[max(0, tokens[k] - 1)].text == "und"
    return joined and not any(in_complex(scene.words[i]) for i in tokens[k:])


def _contrasted(scene: Scene, at: int) -> bool:
    """Whether `sondern` goes on with another part of the same verb: `nicht in Wien, sondern in Bonn`."""
    for i in range(at + 1, len(scene.words)):
        if scene.words[i].text.lower() in words().contrasts:
            home = next((clause for clause in scene.clauses if i in clause.tokens or i + 1 in clause.tokens), None)
            same = home is not None and (at in home.tokens or home.verb is None)
            return same and not any(in_complex(word) for word in scene.words[at:i])
    return False


def _before_nouns(scene: Scene, noun: int) -> int:
    """The word before a noun and those that it is joined to by `oder`: the `keine` of `keine Toten oder Verletzten`."""
    i = noun - 1
    while i >= 0:
        if scene.words[i].text == "oder" and i and scene.words[i - 1].tag in NOUNS:
            i -= 2
        elif scene.words[i].tag in _BEFORE_NOUN:
            i -= 1
        else:
            break
    return i


def _denied_noun(scene: Scene, noun: int, phrase: Phrase | None) -> bool:
    """Whether `kein` or `ohne` goes with a noun, or `Verzicht auf` stands before it."""
    i = _before_nouns(scene, noun)
    if i >= 0 and scene.words[i].text.lower() in words().pronouns:
        return True
    if phrase is not None and phrase.preposition in words().prepositions:
        return True
    near = range(max(0, noun - _NEAR - 1), noun)
    return any(scene.words[j].tag in NOUNS and scene.words[j].lemma.capitalize() in words().nouns for j in near)
