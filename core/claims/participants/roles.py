"""The role that a phrase gives to the actor it names, by its clause, the event, and the phrases around it."""

from core.claims.lexicon import EventType, names_doer, role_words
from core.claims.participants.apposition import shares_part_of
from core.claims.participants.comparisons import acts_likewise
from core.claims.participants.functions import done_by, possessed_by, role_by_function
from core.claims.participants.nominals import does, undergoes
from core.claims.participants.phrase import parts_of_phrase
from core.claims.scene import Scene
from core.german.cases import GENITIVE_OF_NAMES, readings
from core.german.compounds import is_among
from core.german.phrases import Phrase, before_preposition
from core.german.tags import DETERMINERS
from core.model import Role


def role_of(
    scene: Scene, at: int, phrase: Phrase | None, event: EventType, noun: int | None, *, acts: bool, where: bool
) -> Role:
    """The role of an actor in a clause, by the phrase that names it.

    Args:
        scene: the sentence.
        at: the clause.
        phrase: the phrase, if the actor stands in one.
        event: the type of the event.
        noun: the token of the noun that names the event, if a noun does.
        acts: whether the actor is what the subject names.
        where: whether it is a state or a place.
    """
    verb = scene.clauses[at].verb
    passive = verb is not None and verb.passive
    other = shares_part_of(scene, at, phrase) if phrase is not None else None
    if other is not None:
        return role_of(scene, at, other, event, noun, acts=other.function == "subject", where=where)
    if noun is not None and phrase is not None and does(scene, at, phrase, noun):
        return event.object_role if undergoes(scene, at, phrase, noun) else "agent"
    if acts:
        return "target" if passive else "agent"
    if phrase is not None and _is_acted_for(scene, at, phrase):
        return event.object_role if passive else "agent"
    done = done_by(scene, at, phrase) if phrase is not None else None
    if done is not None:
        if noun in done.tokens or _names(scene, done, event):
            return "agent"
        return event.object_role if done.function == ("subject" if passive else "object") else "topic"
    if phrase is not None and (_reports(scene, at, phrase) or acts_likewise(scene, phrase)):
        return "agent"
    if phrase is not None and _gives(scene, at, phrase):
        return "agent"
    host = possessed_by(scene, at, phrase) if phrase is not None else None
    if phrase is not None and passive and phrase.preposition in {"seitens", "vonseiten"}:
        return "agent"
    by_whom = phrase is not None and passive and phrase.preposition == "von" and not scene.is_in_front(at, phrase)
    if host is not None and not by_whom:
        plain = event.traits.isdisjoint({"demand", "encounter"})
        if plain and host.function == ("subject" if passive else "object"):
            return event.object_role
        acts = plain or names_doer(scene.words[host.head]) or scene.words[host.head].text == "Seiten"
        if passive and host.preposition in {"von", "durch"} and acts:
            return "agent"
    if phrase is not None and "saying" in event.traits and _is_dative(scene, at, phrase):
        return "target"
    if phrase is not None and "journey" in event.traits and phrase.preposition in {"in", "nach"} and where:
        return "target"
    if passive and phrase is not None and _is_done_to_together(scene, phrase):
        return event.object_role
    role = role_by_function(_governing(scene, at, phrase, event), passive, event)
    if role in {"partner", "target"} and phrase is not None and _hangs_on_topic(scene, at, phrase, noun):
        return "topic"
    if role == "target" and phrase is not None and event.object_role == "partner" and _is_for(scene, at, phrase, noun):
        return "topic"
    return event.object_role if role == "agent" and not passive else role


def _is_acted_for(scene: Scene, at: int, phrase: Phrase) -> bool:
    """Whether a name in the genitive stands right before a subject that acts for it: `Bo Lunds Regierung`."""
    behind = next((other for other in scene.phrases[at] if other.tokens[0] == phrase.tokens[-1] + 1), None)
    if behind is None or behind.function != "subject" or phrase.preposition:
        return False
    genitive = scene.words[phrase.tokens[-1]].text.endswith(GENITIVE_OF_NAMES)
    return genitive and is_among(scene.words[behind.head], role_words().followers)


def _names(scene: Scene, phrase: Phrase, event: EventType) -> bool:
    """Whether a phrase is for an event of a type."""
    nouns = frozenset(noun.lower() for noun in event.nouns)
    return is_among(scene.words[phrase.head], nouns)


def _reports(scene: Scene, at: int, phrase: Phrase) -> bool:
    """Whether a phrase names whose words somebody passes on: `hieß es aus dem Ministerium`."""
    verb = scene.clauses[at].verb
    host = scene.phrases[at][phrase.host] if phrase.host is not None else phrase
    if verb is None or verb.lemma != "heißen" or host.preposition not in role_words().quoted:
        return False
    return any(scene.words[i].text.lower() == "es" for i in scene.clauses[at].tokens)


def _gives(scene: Scene, at: int, phrase: Phrase) -> bool:
    """Whether a phrase names who utters what somebody gets, or what there is: `Kritik kam von Norwegen`."""
    verb = scene.clauses[at].verb
    if verb is None or verb.passive:
        return False
    return phrase.preposition == "von" and verb.lemma in role_words().coming and _is_beside_verb(scene, phrase)


def _is_beside_verb(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase with a preposition says nothing of a person or body named right before it: `der Chef von …`."""
    first = phrase.tokens[0] - 1
    while first > 0 and scene.words[first].tag == "ADV":  # `von rund 100 Menschen`
        first -= 1
    if first < 1 or scene.words[first - 1].tag == "NE" or first - 1 in scene.time_tokens:
        return True
    noun = scene.words[first - 1]
    inside = any(first - 1 == other.head and other.preposition for row in scene.phrases for other in row)
    return not names_doer(noun) and not (noun.tag == "NN" and inside)


def _is_dative(scene: Scene, at: int, phrase: Phrase) -> bool:
    """Whether a phrase names to whom something is said, by its form or because a thing is said beside it."""
    if phrase.function != "object":
        return False
    cases = readings(scene.words, phrase.tokens, scene.landmarks.persons)
    if cases and all(reading[:3] in {"dat", "gen"} for reading in cases):
        return True
    if phrase.tokens[0] - 1 in scene.landmarks.ends:
        return False  # `von Lunds | Demokraten`
    behind = [p for p in scene.phrases[at] if p.function == "object" and p.tokens[0] > phrase.head]
    return scene.words[phrase.tokens[0]].tag not in DETERMINERS and any(
        scene.words[p.head].tag == "NN" and not parts_of_phrase(scene, p) for p in behind
    )


def _is_done_to_together(scene: Scene, phrase: Phrase) -> bool:
    """Whether a passive names whom something is done to with its subject: `Zusammen mit Bo Lund wurde … angeklagt`."""
    first = phrase.tokens[0]
    before = scene.words[first - 2].text.lower() if first > 1 else ""
    return phrase.preposition == "mit" and before in role_words().together


def _governing(scene: Scene, at: int, phrase: Phrase | None, event: EventType) -> Phrase | None:
    """The phrase whose preposition tells the part of whoever is named behind it: `gegen die Politik Norwegens`.

    That is an owner in the genitive, or whose people others are: `mit Vertretern von Norwegen`.
    """
    host = phrase
    while host is not None and host.function == "attribute" and host.host is not None:
        host = scene.phrases[at][host.host]
    if host is not None and host.preposition == "von":
        before = before_preposition(scene.phrases[at], host)
        people = before is not None and before.preposition in role_words().partner
        host = before if people and before is not None and names_doer(scene.words[before.head]) else host
    if host is not None and (protested := _protested(scene, at, host)) is not None:
        return protested
    if host is None or host is phrase:
        return phrase
    partner = host.preposition in role_words().partner and names_doer(scene.words[host.head])
    blamed = event.traits >= {"harm", "spoken"} and host.preposition in role_words().target
    return host if partner or blamed or host.preposition in role_words().against else phrase


def _protested(scene: Scene, at: int, phrase: Phrase) -> Phrase | None:
    """What a phrase says where it is to be, behind `gegen`: `gegen den Abbau von Stellen | bei Muster`."""
    if phrase.preposition != "bei":
        return None
    before = before_preposition(scene.phrases[at], phrase)
    while before is not None and before.preposition == "von":
        before = before_preposition(scene.phrases[at], before)
    return before if before is not None and before.preposition == "gegen" else None


def _hangs_on_topic(scene: Scene, at: int, phrase: Phrase, noun: int | None) -> bool:
    """Whether a phrase belongs to a noun that only says what it is about: `Gespräche über Hilfen für Norwegen`."""
    before = before_preposition(scene.phrases[at], phrase)
    against = phrase.preposition == "gegen"  # `eine Klage auf Schadenersatz gegen die Regierung`
    return before is not None and before.head != noun and before.preposition in role_words().content and not against


def _is_for(scene: Scene, at: int, phrase: Phrase, noun: int | None) -> bool:
    """Whether a phrase says for whom a thing is that others agree on: `eine Einigung auf eine Lösung für Norwegen`."""
    before = before_preposition(scene.phrases[at], phrase)
    return phrase.preposition == "für" and before is not None and before.head != noun
