"""Whose word a claim rests on, where that is not who acts: `Laut Kyodo`, `Quellen von X zufolge`, `so Reuters`."""

from collections.abc import Sequence
from typing import NamedTuple

from core.claims import triggers
from core.claims.lexicon import attribution_words, source_nouns
from core.claims.participants import subject_of
from core.claims.participants.bystanders import takes_no_part
from core.claims.scene import Scene
from core.german.compounds import is_among
from core.german.extent import phrase_end
from core.german.tags import FINITE
from core.model import Mention, Token


class NamedSource(NamedTuple):
    """A source named in a sentence: who it is, where its name is an actor's, and the tokens that name it.

    `whole` is true where all of the sentence rests on it, and not only the clause that it stands in.
    """

    mention: Mention | None
    tokens: frozenset[int]
    whole: bool = False


def source(scene: Scene) -> NamedSource | None:
    """The source that the sentence names, or None.

    Found are a preposition in front (`laut`), a postposition behind (`zufolge`), `nach Angaben …`, `so` after a comma
    at the end, brackets (`(Quelle: Reuters)`), a clause such as `wie das Ministerium mitteilte`, and words that refer
    to a source named before (`demnach`).
    """
    return _by_words(scene) or _by_clause(scene) or _by_reference(scene)


def _by_reference(scene: Scene) -> NamedSource | None:
    """The source that `demnach` or `nach diesen Angaben` takes up: the last one, a few sentences before at most."""
    at = next((i for i, word in enumerate(scene.words) if _refers(scene.words, i)), None)
    if at is None or scene.sentence.kind != "body":
        return None
    for index in range(scene.index - 1, max(-1, scene.index - 1 - _REACH), -1):
        before = Scene(scene.analysis, index)
        named = _by_words(before) or _by_clause(before)
        if named is not None and named.mention is not None:
            return NamedSource(named.mention, frozenset({at}), whole=True)
        tellers = [saying.actor_id for saying in before.sayings if saying.actor_id is not None]
        if tellers:
            word = scene.words[at]
            meant = Mention(word.start, word.end, word.text, tellers[-1], "pronoun")
            return NamedSource(meant, frozenset({at}), whole=True)
        spoken = any(not saying.direct for saying in before.sayings)
        if spoken or (named is None and not any(_refers(before.words, i) for i in range(len(before.words)))):
            return None
    return None


_REACH = 3  # sentences back that a source is referred to


def _refers(words: Sequence[Token], at: int) -> bool:
    """Whether a word refers back to a source: `demnach`, or the `nach` of `nach diesen Angaben`."""
    if words[at].text.lower() in attribution_words().references:
        return True
    pointing = [word.text.lower() for word in words[at + 1 : at + 2]]
    return words[at].text.lower() == "nach" and pointing in (["diesen"], ["dieser"]) and _names_source(words, at + 1)


def _by_clause(scene: Scene) -> NamedSource | None:
    for at, clause in enumerate(scene.clauses):
        trigger = triggers.of_verb(scene, at) if clause.opener == "wie" else None
        if trigger is not None and triggers.has(trigger, "saying"):
            tellers = subject_of(scene, at, says=True)
            return NamedSource(tellers[0].mention if tellers else None, frozenset(clause.tokens), whole=True)
    return None


def _by_words(scene: Scene) -> NamedSource | None:
    words, known = scene.words, attribution_words()
    for i, word in enumerate(words):
        lower = word.text.lower()
        if lower in known.postpositions and i:
            begin = _back_to_break(scene, i)
            return _named(scene, begin, i)._replace(tokens=frozenset(range(begin, i + 1)))
        if lower in known.brackets and i and words[i - 1].text == "(":
            return _named(scene, i + 1, next((k for k in range(i, len(words)) if words[k].text == ")"), len(words) - 1))
        if lower in known.prepositions or (lower == "nach" and _names_source(words, i + 1) and not _refers(words, i)):
            end = _phrase_end(scene, i + 1)
            if end > i + 1:
                return _named(scene, i + 1, end)
        if lower in known.particle and i and words[i - 1].tag in {"$,", "$("}:
            end = _phrase_end(scene, i + 1)
            stop = next((k for k in range(end, len(words)) if words[k].tag[0] == "$"), len(words))
            if end > i + 1 and not any(words[k].tag in FINITE for k in range(end, stop)):
                return _named(scene, i + 1, end)
    return None


def _phrase_end(scene: Scene, begin: int) -> int:
    """Where the noun phrase that begins at a token ends: at the latest with a person's name before another noun."""
    end = phrase_end(scene.words, begin)
    persons = scene.landmarks.persons
    names = (i + 1 for i in range(begin, end - 1) if i in persons and i + 1 not in persons)
    return next((i for i in names if scene.words[i].tag in {"NE", "NN", "FM"}), end)


def _names_source(words: Sequence[Token], begin: int) -> bool:
    """Whether the noun of the phrase that begins at a token names a source: `ersten Angaben`, `Polizeiangaben`."""
    for word in words[begin : begin + _LONGEST_BEFORE_NOUN]:
        if word.tag in {"NN", "NNA"} or (word.tag == "NE" and not word.text.endswith("s")):
            return is_among(word, source_nouns())
        if word.tag not in {"ART", "ADJA", "PPOSAT", "PDAT", "PIAT", "CARD", "NE"}:
            return False
    return False


_LONGEST_BEFORE_NOUN = 5  # tokens before a noun, and the noun: `nach den ersten vorläufigen Angaben`


def _back_to_break(scene: Scene, before: int) -> int:
    """Where the phrase that ends before a token begins: after a comma, or at the begin of the sentence.

    An article behind a person's name opens a new one: `sagte Bo Lund | der Agentur zufolge`.
    """
    words, i = scene.words, before
    while i and words[i - 1].tag not in {"$,", "$."} and words[i - 1].tag[0] != "V":
        if words[i].tag == "ART" and i - 1 in scene.landmarks.persons:
            break
        i -= 1
    return i


def _named(scene: Scene, begin: int, end: int) -> NamedSource:
    at = [i for i in range(begin, end) if scene.words[i - 1].text.lower() != "aus"]  # `Fachleuten aus Norwegen`
    mentions = [m for i in at for m in scene.mentions.get(i, ()) if not takes_no_part(scene, i, m)]
    persons = [m for m in mentions if scene.analysis.kinds.get(m.actor_id) == "person"]
    return NamedSource(next(iter(persons or mentions), None), frozenset(range(begin - 1, end)))
