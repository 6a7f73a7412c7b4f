"""What a phrase says by its grammatical function and its preposition alone."""

from core.claims.lexicon import EventType, role_words
from core.claims.scene import Scene
from core.german.compounds import head_in
from core.german.phrases import Phrase, before_preposition
from core.model import Role


def role_by_function(phrase: Phrase | None, passive: bool, event: EventType) -> Role:
    """The role that a phrase gives by function and preposition alone; that of a topic where there is no phrase.

    Args:
        phrase: the phrase.
        passive: whether its clause is in the passive.
        event: the type of the event.
    """
    if phrase is None:
        return "topic"
    if phrase.function == "subject":
        return "target" if passive else "agent"
    if phrase.function == "object":
        return event.object_role
    if phrase.preposition in {"von", "durch"} and passive:
        return "agent"
    if phrase.preposition in role_words().partner:
        return "topic" if "saying" in event.traits else "partner"
    if phrase.preposition in role_words().target or _is_asked(phrase, event):
        return "target"
    if "harm" in event.traits and phrase.preposition == ("über" if "spoken" in event.traits else "auf"):
        return "target"
    return "topic"


def _is_asked(phrase: Phrase, event: EventType) -> bool:
    """Whether a phrase names of whom something is demanded: `beim Fonds beantragen`, `von Norwegen fordern`."""
    return "demand" in event.traits and phrase.preposition in role_words().asked


def done_by(scene: Scene, at: int, phrase: Phrase) -> Phrase | None:
    """The phrase, around another one, of what those did whom that names: `die von Norwegen verhängten Sanktionen`."""
    if phrase.preposition not in {"von", "durch"}:
        return None
    around = (other for other in scene.phrases[at] if other.tokens[0] < phrase.tokens[0] < other.tokens[-1])
    return next((p for p in around if any(scene.words[i].tag == "ADJA" for i in p.tokens if i > phrase.head)), None)


def place_of(scene: Scene, at: int, phrase: Phrase) -> str:
    """Where a phrase stands to its verb: the preposition or the function by which a frame gives its part.

    Whose the object is has the object's place: `lobte die Arbeit Norwegens`; other owners have none.
    """
    owned = possessed_by(scene, at, phrase)
    if owned is not None and (phrase.function == "attribute" or owned.function in {"subject", "object"}):
        return "object" if owned.function == "object" else ""
    return phrase.preposition or phrase.function


def possessed_by(scene: Scene, at: int, phrase: Phrase) -> Phrase | None:
    """The phrase of what a phrase says whose it is: `die Politik Norwegens`, `den Vorschlag von Bo Lund`.

    Of several that hang on each other it is the first; None where the phrase says of nothing whose it is.
    """
    phrases = scene.phrases[at]
    if phrase.function == "attribute" and phrase.host is not None:
        host = phrases[phrase.host]
        return possessed_by(scene, at, host) or host
    before = before_preposition(phrases, phrase)
    if before is None or before.preposition:
        return None
    border = phrase.preposition == "zu" and head_in(scene.words[before.head].text, role_words().lands) is not None
    return before if border or phrase.preposition == "von" else None
