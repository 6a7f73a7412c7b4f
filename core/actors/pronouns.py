"""Whom `er` and `sie` mean: the only person near who can be, or the only subject among several."""

from collections.abc import Iterator, Sequence

from core.actors.knowledge import Knowledge
from core.actors.memory import REACH, Memory
from core.actors.mentions import Named, taking_up
from core.actors.schema import Gender
from core.actors.sentences import NamedSentence
from core.actors.verbs import LONGEST_CLAUSE, verb_of
from core.german.tags import FINITE
from core.model import Token


def meant(memory: Memory, i: int, knowledge: Knowledge) -> Iterator[Named]:
    """The person, or the two persons, whom the personal pronoun at token `i` of the sentence that is read means."""
    tokens = memory.tokens
    word = tokens[i].text.lower()
    subject = word in {"er", "sie"}
    if word in {"er", "ihn", "ihm"}:
        gender: Gender = "m"
    elif word == "sie" and _has_singular_verb(tokens, i):
        gender = "f"
    else:
        if word == "sie" and i == 0:
            yield from (taking_up(tokens, i, i, person, "pronoun") for person in _two_before(memory))
        return
    human = verb_of(tokens, i) in knowledge.patterns.speech_verbs
    actor_id = _antecedent(memory, gender, subject=subject, human=human)
    if actor_id is not None:
        yield taking_up(tokens, i, i, actor_id, "pronoun", free=subject)


def _two_before(memory: Memory) -> tuple[str, ...]:
    """The two persons of the sentence before, where it has just two, and one of them as its subject."""
    for sentence, mentions in memory.back(1):
        if sentence is memory.sentence:
            continue
        named = [m for m in mentions if not m.attributive]
        persons = dict.fromkeys(m.actor_id for m in named if memory.actor(m.actor_id).kind == "person")
        subject = any(m.free for m in named if m.actor_id in persons)
        return tuple(persons) if len(persons) == 2 and subject else ()
    return ()


def _antecedent(memory: Memory, gender: Gender, *, subject: bool, human: bool) -> str | None:
    """The person whom a pronoun means: the only one in the nearest sentence that has any, or its only subject.

    Nobody where that sentence begins with a thing that the pronoun could mean as well, unless the pronoun's verb
    says that it is `human`.
    """
    for sentence, mentions in memory.back(REACH):
        persons = [m for m in mentions if not m.attributive and _may_be(memory, m.actor_id, gender)]
        ids = list(dict.fromkeys(m.actor_id for m in persons))
        if len(ids) > 1:
            subjects = list(dict.fromkeys(m.actor_id for m in persons if m.free))
            ids = subjects if subject else []
        here = sentence is memory.sentence
        if ids and gender == "m" and not human and not here and _begins_with_thing(sentence):
            return None
        if ids:
            return ids[0] if len(ids) == 1 else None
    return None


def _may_be(memory: Memory, actor_id: str, gender: Gender) -> bool:
    actor = memory.actor(actor_id)
    return actor.kind == "person" and actor.gender in ({gender} if gender == "f" else {"m", None})


def _has_singular_verb(tokens: Sequence[Token], i: int) -> bool:
    """Whether the finite verb next to `sie`, or else at the end of its clause, is in the third person singular."""
    for j in (i + 1, i - 1, i + 2):
        if 0 <= j < len(tokens) and tokens[j].tag in FINITE:
            return not tokens[j].text.endswith("n") and tokens[j].text != "sind"
    return tokens[-1].text != "sind" and _last_verb_singular(tokens, i)


def _last_verb_singular(tokens: Sequence[Token], i: int) -> bool:
    for token in tokens[i + 1 : i + 1 + LONGEST_CLAUSE]:
        if token.tag in FINITE:
            return not token.text.endswith("n")
        if token.tag in {"$,", "$."}:
            break
    return False


def _begins_with_thing(sentence: NamedSentence) -> bool:
    """Whether a sentence begins with a masculine noun that is no person: it may be what `er` means."""
    tokens = sentence.sentence.tokens
    if not tokens or tokens[0].text not in {"Der", "Ein", "Dieser", "Kein", "Sein", "Ihr"}:
        return False
    i = 1
    while i < len(tokens) and tokens[i].tag == "ADJA":
        i += 1
    return i < len(tokens) and tokens[i].tag == "NN" and not any(t.last == i for t in sentence.titles[: i + 1])
