"""The parts that a noun for an event gives to whose it is, and to the names within it and in front of it."""

from core.claims.lexicon import EventType, role_words
from core.claims.scene import Scene
from core.german.compounds import head_in, is_among
from core.german.phrases import Phrase, first_of_list
from core.model import Mention

_LONGEST_DEED = 8  # tokens from a noun to who does it: `die Abschiebung von rund 100 Menschen durch Norwegen`


def does(scene: Scene, at: int, phrase: Phrase, noun: int) -> bool:
    """Whether a phrase names who does what a noun names: `der Besuch der Ministerin`, `der Besuch von Bo Lund`."""
    if phrase.function == "attribute" and phrase.host is not None:
        affair = any(is_among(scene.words[i], role_words().affairs) for i in phrase.tokens)
        return not affair and noun in scene.phrases[at][phrase.host].tokens
    if phrase.preposition == "durch" and noun < phrase.tokens[0] <= noun + _LONGEST_DEED:
        return not any(scene.words[i].tag[0] == "V" for i in range(noun, phrase.tokens[0]))
    first = first_of_list(scene.phrases[at], phrase)
    return phrase.preposition in {"von", "durch"} and noun < first.tokens[0] <= noun + 2


def undergoes(scene: Scene, at: int, phrase: Phrase, noun: int) -> bool:
    """Whether whose event it is, is who it is done to: `die Festnahme Bo Lunds`, `der Angriff auf … durch Norwegen`."""
    if phrase.preposition == "durch":
        return False
    by_another = any(other.preposition == "durch" and does(scene, at, other, noun) for other in scene.phrases[at])
    return by_another or is_among(scene.words[noun], role_words().undergone)


def owns_what_befell(scene: Scene, at: int, phrase: Phrase, noun: int, name: int) -> bool:
    """Whether a name stands in the phrase of a noun for what is done to whose it is: `Bo Lunds Festnahme`.

    `name` is the token that the name begins in.
    """
    return noun in phrase.tokens and name != noun and undergoes(scene, at, phrase, noun)


def begins_compound(scene: Scene, name: int, mention: Mention) -> bool:
    """Whether the mention at a token is the first part of a compound: `US-Firma`."""
    word = scene.words[name]
    return word.start == mention.start and mention.end < word.end


def attacks(scene: Scene, name: int, mention: Mention) -> bool:
    """Whether a mention at a token is the part of a compound that says who attacks: `IS-Anschlag`, `US-Luftangriff`."""
    if not begins_compound(scene, name, mention) or _is_land(scene, mention):
        return False
    return _names_attack(scene, name)


def is_aimed_at(scene: Scene, name: int, mention: Mention, event: EventType) -> bool:
    """Whether a mention at a token is the part of a compound that says whom a harm is for: `Norwegen-Sanktionen`.

    `event` is the type of the event that the compound names.
    """
    return begins_compound(scene, name, mention) and _is_land(scene, mention) and "harm" in event.traits


def _is_land(scene: Scene, mention: Mention) -> bool:
    """Whether a mention is the name of a state or place, and not its short form in capitals (`US`)."""
    return scene.analysis.kinds.get(mention.actor_id) in {"state", "place"} and not mention.text.isupper()


def _names_attack(scene: Scene, at: int) -> bool:
    return head_in(scene.words[at].text, role_words().attacks) is not None


def is_adjective_of_deed(scene: Scene, name: int, phrase: Phrase | None, noun: int | None) -> bool:
    """Whether the mention at a token is the adjective that says who does what a noun names.

    `bei norwegischen Luftangriffen`. `phrase` is the one it stands in, `noun` the one that names the event, if any.
    """
    if phrase is None or scene.words[name].tag != "ADJA" or phrase.head <= name:
        return False
    return phrase.head == noun or _names_attack(scene, phrase.head)
