"""Adjectives of states where they stand for the state: `die japanische Regierung`, `der russische Angriff`."""

from collections.abc import Collection, Sequence

from core.actors.knowledge import Knowledge
from core.actors.readings import Reading
from core.actors.references import references
from core.actors.words import fold
from core.german.adjectives import ENDINGS
from core.model import Sentence, Token

_ALL_FORCES = "armed-forces"  # the id of a state's forces taken together, in patterns.toml
_TAGS = frozenset({"ADJA", "ADJD", "NN", "NE", "NNA", "TRUNC"})


def demonyms(sentence: Sentence, taken: Collection[int], knowledge: Knowledge) -> list[Reading]:
    """The states, and the armed forces and other bodies of states, that are named by a demonym.

    A demonym before any other noun (`japanische Technologie`) names nobody. `taken` are the tokens of other names.
    """
    tokens, readings = sentence.tokens, []
    for i, token in enumerate(tokens):
        if i in taken or token.tag not in _TAGS:
            continue
        if state := demonym(token.text, knowledge):
            j = i + 1
            while j < len(tokens) and tokens[j].tag == "ADJA":
                j += 1
            if j < len(tokens) and tokens[j].text[:1].isupper():
                readings.extend(_with_noun(tokens, i, j, state, knowledge))
        elif state := _stance(token.text, knowledge):
            readings.append(Reading(token.start, token.end, i, i, state, "alias", token.text, False, True))
    return readings


def demonym(word: str, knowledge: Knowledge) -> str | None:
    """The state or region of a demonym adjective in any form; None for other words."""
    folded = fold(word)
    for ending in ("", *ENDINGS):
        if folded.endswith(ending) and (state := knowledge.adjectives.get(folded[: len(folded) - len(ending)])):
            return state
    return None


def _with_noun(tokens: Sequence[Token], i: int, j: int, state: str, knowledge: Knowledge) -> list[Reading]:
    """What a demonym at `i` and a noun at `j` stand for together."""
    noun, patterns = tokens[j].text, knowledge.patterns
    start, end = tokens[i].start, tokens[j].end
    forms = (noun, noun.removesuffix("s"), noun.removesuffix("es"), noun.removesuffix("n"))
    acting = (*patterns.ministry_endings, *references().descriptions.officials)
    if not patterns.government.isdisjoint(forms) or noun.lower().endswith(acting):
        return [Reading(start, end, i, j, state, "metonym", noun, False, True)]
    if not patterns.capitals.isdisjoint(forms):
        named = j + 1 < len(tokens) and tokens[j + 1].tag == "NE"  # `der polnischen Hauptstadt Warschau`
        name = f"{tokens[i].text.removesuffix('n')} {noun}"
        return [] if named else [Reading(start, end, i, j, state, "name", name, True, True)]
    acts = references().descriptions.acts
    if not patterns.state_acts.isdisjoint(forms) or any(form.lower().endswith(acts) for form in forms):
        return [Reading(start, tokens[i].end, i, i, state, "alias", tokens[i].text, False, True)]
    for form in forms:
        if suffix := patterns.forces.get(form) or patterns.bodies.get(form):
            name = f"{_usual(suffix, knowledge)} ({knowledge.actors[state].name})"
            actor_id = f"{state}-{suffix}"
            if suffix == _ALL_FORCES:
                actor_id = knowledge.forces.get(state, actor_id)
            return [Reading(start, end, i, j, actor_id, "name", name, False, True, body_of=state)]
    return []


def _usual(suffix: str, knowledge: Knowledge) -> str:
    """The first noun listed for a body."""
    patterns = knowledge.patterns
    return next(noun for noun, other in (*patterns.forces.items(), *patterns.bodies.items()) if other == suffix)


def _stance(word: str, knowledge: Knowledge) -> str | None:
    """The state of `antirussisch` or `pro-chinesische`."""
    for prefix in knowledge.patterns.stance_prefixes:
        if word.startswith(prefix) and (state := demonym(word[len(prefix) :], knowledge)):
            return state
    return None
