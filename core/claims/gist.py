"""What a claim tells as a sentence by itself, or who speaks and what is said: its event's title is made of it."""

from collections.abc import Sequence

from core.claims import main_clause, triggers
from core.claims.main_clause import text, words
from core.claims.scene import Scene
from core.claims.topics import ABOUT
from core.claims.triggers import Trigger
from core.german.tags import FINITE, is_sign
from core.model import Gist


def of_draft(scene: Scene, trigger: Trigger, tokens: frozenset[int], acting: int) -> Gist | None:
    """The gist of what some words of a sentence claim; None where they give none that can be read by itself.

    Args:
        scene: the sentence.
        trigger: the word that tells of the event.
        tokens: the words that carry the claim.
        acting: how many known actors act or speak in it: one alone can stand for a pronoun.
    """
    if scene.sentence.kind == "headline" and 0 < len(title := text(scene, range(len(scene.words)))) <= words().longest:
        return Gist("", title, says=False)
    if trigger.evidence == "noun":
        return None
    if trigger.evidence == "speech":
        return _said(scene, None, (), sorted(tokens)) if acting == 1 else None
    carrying = [k for k, clause in enumerate(scene.clauses) if tokens.issuperset(clause.tokens)]
    if not carrying:
        return None
    own = scene.clause_of(trigger.at, carrying)
    content = [k for k in carrying if k != own]
    if not triggers.has(trigger, "saying"):
        return _told(scene, own, carrying, acting)
    if not content:  # who only spoke, wherever that was, has said nothing yet
        about = any(phrase.function == "object" or phrase.preposition in ABOUT for phrase in scene.phrases[own])
        return _told(scene, own, carrying, acting) if about else None
    if scene.clauses[content[0]].kind in {"infinitive", "subordinate"}:
        whole_sentence = _told(scene, own, carrying, acting)
        if whole_sentence is not None:
            return whole_sentence
    speaker = main_clause.subject(scene, own)
    named = None if speaker is None else main_clause.words_of(scene, own, speaker)
    if named is None and acting != 1:
        return None
    return _said(scene, named, speaker or (), sorted(i for k in content for i in scene.clauses[k].tokens))


def _told(scene: Scene, own: int, carrying: Sequence[int], acting: int) -> Gist | None:
    """A clause with those that it depends on, as far as these carry the claim, and the clauses that complete them."""
    lead = own
    while (parent := scene.clauses[lead].parent) is not None and parent in carrying and scene.is_complement(lead):
        lead = parent
    below = [k for k in scene.complements(lead) if not scene.is_question(k)]
    if not set(below) <= set(carrying) or not (lead == own or own in below):
        return None  # `war in der Lage, …`
    told = _main(scene, lead, acting)
    if told is None:
        return None
    rest = ", ".join([told.rest, *(text(scene, scene.clauses[k].tokens) for k in below)])
    return told._replace(rest=rest) if len(rest) <= _room(told.subject) else None


def _main(scene: Scene, at: int, acting: int) -> Gist | None:
    """A clause by itself, as much of it as there is room for."""
    for subject, rest in main_clause.shortened(scene, at):
        if subject is None and acting != 1:
            return None
        if len(rest) <= _room(subject):
            return Gist(subject, rest, says=False)
    return None


def _room(named: str | None) -> int:
    """The characters that are left beside a subject and a blank; the name of a known actor has yet to be filled in."""
    return words().longest - (words().name if named is None else len(named)) - 1


def _said(scene: Scene, named: str | None, speaker: Sequence[int], content: Sequence[int]) -> Gist | None:
    """Who speaks and what is said: all of it, or its clauses as far as there is room, or its first one shortened."""
    tokens = [i for i in content if i not in scene.dateline]
    if not tokens or any(tokens[0] < i < tokens[-1] for i in speaker) or scene.words[tokens[0]].tag in FINITE:
        return None
    opening = scene.words[tokens[0]]
    if opening.tag == "KOUS" and opening.text.lower() != "dass":
        return None
    if opening.text[0].islower() and tokens[0] and not is_sign(scene.words[tokens[0] - 1]):
        return None  # the rest of something
    first = scene.clauses[at := scene.clause_of(tokens[0], range(len(scene.clauses)))]
    if first.verb is None:
        return None
    room = _room(named) - 1  # the colon
    said = "" if first.kind == "subordinate" else _begin(scene, tokens, room)
    if not said and (main := _main(scene, at, 0)):
        shown = f"{main.subject} {main.rest}"
        tells = set(tokens) <= set(first.tokens) or len(shown) >= words().telling
        said = shown if len(shown) <= room and tells else ""
    return Gist(named, said, says=True) if said else None


def _begin(scene: Scene, tokens: Sequence[int], room: int) -> str:
    """The words as they stand or, where there is no room, as many whole clauses of them, with dots after them."""
    first, last = tokens[0], tokens[-1]
    whole = text(scene, range(first, last + 1))
    if len(whole) <= room:
        return whole
    begins = {clause.tokens[0] for clause in scene.clauses if clause.shares is None} & set(range(first + 1, last))
    ends = (at for at in sorted(begins, reverse=True) if not _announces(scene, at))
    shown = (text(scene, range(first, at)) for at in ends)
    return next((f"{begin} …" for begin in shown if words().telling <= len(begin) <= room - 2), "")


def _announces(scene: Scene, at: int) -> bool:
    """Whether the word before a clause has its content in it: `er arbeite daran, …`."""
    before = next((scene.words[i] for i in range(at - 1, -1, -1) if not is_sign(scene.words[i])), None)
    return before is not None and (before.tag == "PROAV" or before.text.lower() == "es")
