"""Actors that a clause names without their taking part: in datelines and attributes, as hearers, as mere places."""

from collections.abc import Iterable

from core.claims.independent import is_independent
from core.claims.lexicon import role_words
from core.claims.participants.comparisons import is_example
from core.claims.participants.nominals import begins_compound
from core.claims.participants.parts import Part
from core.claims.scene import Scene
from core.german.compounds import head_in, is_among
from core.german.phrases import Phrase
from core.model import Mention


def takes_no_part(scene: Scene, at: int, mention: Mention) -> bool:
    """Whether a mention only says where a report is from, or whose or where from somebody is: `Oslo –`, `US-Firma`.

    Args:
        scene: the sentence.
        at: the token that the mention begins in.
        mention: the mention.
    """
    if at in scene.dateline or is_example(scene, at):
        return True
    if scene.analysis.kinds.get(mention.actor_id) not in {"state", "organisation", "place"}:
        return False
    word = scene.words[at]
    if begins_compound(scene, at, mention):
        return is_independent(word.text)
    if not mention.text.endswith("s") or mention.end != word.end:
        return False
    behind = next((w for w in scene.words[at + 1 : at + 3] if w.tag != "ADJA"), None)
    return behind is not None and behind.tag == "NN" and is_independent(behind.text)


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
