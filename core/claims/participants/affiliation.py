"""Whose people somebody is: those who act for a body, and those who do not."""

from core.claims.lexicon import names_doer, role_words
from core.claims.scene import Scene
from core.german.compounds import is_among
from core.german.phrases import Phrase, before_preposition
from core.model import Mention, Token


def only_says_whose(scene: Scene, at: int, phrase: Phrase, name: int) -> bool:
    """Whether a name only says whose people somebody is who does not act for them: `zwei Kunden von Muster`.

    Those who work for a body are none of it where something is done to them, but may act for it.

    Args:
        scene: the sentence.
        at: the clause.
        phrase: the phrase that the name stands in.
        name: the token that the name begins in.
    """
    host = scene.phrases[at][phrase.host] if phrase.host is not None else None
    if phrase.preposition in {"von", "bei"}:
        host = before_preposition(scene.phrases[at], phrase)
    noun = scene.words[host.head] if host is not None else None
    last = _last_of_name(scene, name)
    if phrase.tokens[0] < name and scene.words[last].text.endswith("s") and scene.words[name - 1].tag == "NN":
        host, noun = phrase, scene.words[name - 1]  # `Kritiker Putins`
    elif scene.words[last].text.endswith("s") and any(is_private(word) for word in scene.words[last + 1 : last + 2]):
        return True  # `Bo Lunds Sohn`
    if host is None or noun is None or not (host is phrase or follows_no_thing(scene, phrase, name)):
        return False
    if host.preposition == "zwischen":
        return False  # `Gefechte zwischen der Armee und Anhängern von Muster`
    verb = scene.clauses[at].verb
    acts = host.function == "subject" and not (verb is not None and verb.passive)
    return is_private(noun) or (not acts and is_among(noun, role_words().staff))


def _last_of_name(scene: Scene, name: int) -> int:
    """The last token of a name that begins in a token."""
    end = max((m.end for m in scene.mentions.get(name, ())), default=0)
    return max((i for i in range(name, len(scene.words)) if scene.words[i].end <= end), default=name)


def follows_no_thing(scene: Scene, phrase: Phrase, name: int) -> bool:
    """Whether no noun for a thing stands before a name in its phrase: not `Gegner eines Beitritts Norwegens`.

    A noun right before a person's name is a title: `der Sohn des Medienmoguls Bo Lund`.
    """
    title = {name - 1} if name in scene.landmarks.persons and not scene.words[name].text.endswith("s") else set()
    before = [scene.words[i] for i in phrase.tokens if i < name and i not in title]
    affair = any(is_among(word, role_words().affairs) for word in before)  # `die Causa Muster`
    return not affair and all(word.tag != "NN" or names_doer(word) for word in before)


def are_people_of(scene: Scene, phrase: Phrase, behind: Phrase) -> bool:
    """Whether a phrase right behind another says whose people it names: `Kämpfer von X`, `Richter am Gericht`."""
    touches = behind.preposition in {"von", "an"} and behind.tokens[0] == phrase.tokens[-1] + 2
    noun = scene.words[phrase.head]
    return touches and names_doer(noun) and not is_private(noun)


def governed_from(scene: Scene, at: int, phrase: Phrase, mention: Mention) -> Phrase | None:
    """The phrase whose government sits, or rules, where a name behind `in` says: `die Regierung in Oslo`; or None."""
    before = before_preposition(scene.phrases[at], phrase) if phrase.preposition == "in" else None
    if before is None or mention.kind == "metonym":
        return before
    state = scene.analysis.kinds.get(mention.actor_id) == "state"
    return before if state and is_among(scene.words[before.head], role_words().governing) else None


def is_private(noun: Token) -> bool:
    """Whether a noun is one for people who do not act for whose they are: `Kunden`, `Kritiker`, `Sohn`."""
    return is_among(noun, role_words().private)
