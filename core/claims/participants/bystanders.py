"""Actors that a clause names without their taking part: in datelines and attributes, as hearers, as mere places."""

from collections.abc import Iterable, Sequence

from core.claims.independent import is_independent, is_subsidiary
from core.claims.lexicon import role_words
from core.claims.participants.comparisons import is_example
from core.claims.participants.nominals import begins_compound
from core.claims.participants.parts import Part
from core.claims.scene import Scene
from core.german.compounds import head_in, is_among
from core.german.phrases import Phrase
from core.model import Mention, Token


def takes_no_part(scene: Scene, at: int, mention: Mention) -> bool:
    """Whether a mention only says where a report is from, or whose or where from somebody is: `Oslo –`, `US-Firma`.

    Args:
        scene: the sentence.
        at: the token that the mention begins in.
        mention: the mention.
    """
    if at in scene.dateline or is_example(scene, at) or _repeats(scene, at, mention):
        return True
    if begins_compound(scene, at, mention) and mention.text.lower() in role_words().platforms:
        return True
    word = scene.words[at]
    if begins_compound(scene, at, mention) and is_subsidiary(word.text):
        return True
    if scene.analysis.kinds.get(mention.actor_id) not in {"state", "organisation", "place"}:
        return False
    if begins_compound(scene, at, mention):
        return is_independent(word.text) or _is_place_of(scene, mention, word) or _says_whose_other(scene, at, mention)
    if _is_behind_its_body(scene, at, mention):
        return True
    if not mention.text.endswith("s") or mention.end != word.end:
        return False
    behind = next((w for w in scene.words[at + 1 : at + 3] if w.tag != "ADJA"), None)
    return behind is not None and behind.tag == "NN" and is_independent(behind.text)


def _repeats(scene: Scene, at: int, mention: Mention) -> bool:
    """Whether a name in brackets is the short form of the one before them: `die Liga Muster (LM)`."""
    return scene.words[at - 1].text == "(" and any(m.actor_id == mention.actor_id for m in _ending(scene, at - 2))


def _ending(scene: Scene, at: int) -> Sequence[Mention]:
    """The mentions that end with a token."""
    if at < 0:
        return ()
    end = scene.words[at].end
    return [m for i in range(max(0, at - _LONGEST_NAME), at + 1) for m in scene.mentions.get(i, ()) if m.end == end]


_LONGEST_NAME = 8  # tokens


def _is_place_of(scene: Scene, mention: Mention, compound: Token) -> bool:
    """Whether a compound is for a place in the land that it begins with: `US-Stadt`; a band holds its `Miliz-Lager`."""
    band = scene.analysis.kinds.get(mention.actor_id) == "organisation"
    return (not band or mention.text.lower() in role_words().areas) and _names_place(compound.text)


def _names_place(compound: str) -> bool:
    """Whether a compound is for a part of a land, and no border, which a state may close: `US-Stadt`."""
    place = head_in(compound, role_words().lands | role_words().settled)
    return place is not None and not place.startswith("grenz")


def _says_whose_other(scene: Scene, at: int, mention: Mention) -> bool:
    """Whether the compound that a name begins stands before the name of who it is: `das EU-Land Norwegen`."""
    behind = at + 2 if [word.text for word in scene.words[at + 1 : at + 2]] == ["("] else at + 1
    others = (m for m in scene.mentions.get(behind, ()) if m.actor_id != mention.actor_id)
    return any(scene.analysis.kinds.get(other.actor_id) not in {"person", None} for other in others)


def _is_behind_its_body(scene: Scene, at: int, mention: Mention) -> bool:
    """Whether a name says whose the body named right before it is: `das Programm (MP) der Vereinten Nationen`."""
    if at < 2 or mention.kind == "pronoun" or scene.words[at - 1].text.lower() not in {"der", "des"}:
        return False
    last = at - 2
    if scene.words[last].text == ")":
        last = next((i for i in range(last, -1, -1) if scene.words[i].text == "("), 0) - 1
    bodies = (m for m in _ending(scene, last) if m.actor_id != mention.actor_id and m.kind != "pronoun")
    return any(scene.analysis.kinds.get(body.actor_id) in {"organisation", "company"} for body in bodies)


def is_hearer(scene: Scene, at: int, mention: Mention, phrase: Phrase | None, says: bool, *, acts: bool) -> bool:
    """Whether a mention names the medium that something is said to: `sagte der dpa`, `im Interview mit der dpa`.

    Args:
        scene: the sentence.
        at: the clause.
        mention: the mention.
        phrase: the phrase that it stands in.
        says: whether the clause is an utterance.
        acts: whether the subject names it: then it is no hearer.
    """
    if phrase is None or acts or scene.analysis.kinds.get(mention.actor_id) != "media":
        return False
    if phrase.preposition in role_words().hearers:
        return True
    if phrase.preposition == "mit":
        before = scene.words[max(0, phrase.tokens[0] - 2) : phrase.tokens[0]]
        return any(head_in(word.text, role_words().interviews) for word in before)
    host = scene.phrases[at][phrase.host] if phrase.host is not None else phrase
    # `sagte Lund der Zeitung`
    told = host is not phrase and (host.function == "attribute" or mention.kind == "pronoun")
    return says and (phrase.function == "object" or told)


def nobody_travels(scene: Scene, at: int, parts: Iterable[Part]) -> bool:
    """Whether a clause names only where people come that act for nobody: `Flüchtlinge trafen in Norwegen ein`.

    The state is a mere place then, and receives nobody. `parts` are those of the clause, with their roles.
    """
    kinds = {scene.analysis.kinds.get(part.mention.actor_id, "state") for part in parts if part.role != "topic"}
    subjects = [scene.words[phrase.head] for phrase in scene.phrases[at] if phrase.function == "subject"]
    sent = any(is_among(noun, role_words().officials) for noun in subjects)
    return bool(kinds) and kinds <= {"state", "place"} and not sent and all(part.role != "agent" for part in parts)
