"""The actors that a clause names, each with its role."""

from core.claims.lexicon import EventType, role_words
from core.claims.participants.affiliation import governed_from, only_says_whose
from core.claims.participants.bystanders import is_hearer, takes_no_part
from core.claims.participants.circumstances import is_of_circumstance
from core.claims.participants.comparisons import is_compared
from core.claims.participants.descriptions import describing
from core.claims.participants.inversion import inverted_subjects
from core.claims.participants.nominals import attacks, is_adjective_of_deed, is_aimed_at, owns_what_befell
from core.claims.participants.parts import Part
from core.claims.participants.roles import role_of
from core.claims.participants.subjects import named_subject
from core.claims.participants.whereabouts import is_of_those_there, only_says_where
from core.claims.scene import Scene
from core.german.phrases import Phrase
from core.model import Mention


def parts_of_clause(scene: Scene, at: int, event: EventType, says: bool, noun: int | None = None) -> list[Part]:
    """The actors named in a clause itself, those that only describe a person or name a source left out.

    Args:
        scene: the sentence.
        at: the clause.
        event: the type of its event; gives the role of objects.
        says: whether the event is an utterance, so that its subject is a speaker.
        noun: the token of the noun that names the event, if a noun does.
    """
    acting = {id(part.mention) for part in named_subject(scene, at)}
    inverted = () if "harm" in event.traits else inverted_subjects(scene, at)
    parts = []
    for i in scene.clauses[at].tokens:
        for mention in scene.mentions.get(i, ()):
            phrase = _whose_seat(scene, at, i, mention)
            if phrase is not None and "saying" not in event.traits and only_says_whose(scene, at, phrase, i):
                continue
            if (
                takes_no_part(scene, i, mention)
                or (phrase is not None and is_compared(scene, phrase))
                or is_hearer(scene, at, mention, phrase, says, acts=id(mention) in acting)
            ):
                continue
            if phrase is not None and is_of_those_there(scene, at, phrase):
                continue
            if only_says_where(scene, i, mention, phrase, event) or is_of_circumstance(scene, at, phrase, event, noun):
                continue
            where = scene.analysis.kinds.get(mention.actor_id) in {"state", "place"}
            role = role_of(scene, at, phrase, event, noun, acts=id(mention) in acting, where=where)
            if attacks(scene, i, mention) or phrase in inverted or is_adjective_of_deed(scene, i, phrase, noun):
                role = "agent"
            elif noun == i and is_aimed_at(scene, i, mention, event):
                role = "target"
            elif noun is not None and phrase is not None and owns_what_befell(scene, at, phrase, noun, i):
                role = event.object_role
            if role == "agent" and id(mention) in acting and _gets(scene, at, event):
                role = "target"
            parts.append(Part(mention, i, "speaker" if says and role == "agent" else role))
    skipped = {id(part.mention) for part in describing(scene, parts)} - acting
    return [part for part in parts if id(part.mention) not in skipped]


def _whose_seat(scene: Scene, at: int, i: int, mention: Mention) -> Phrase | None:
    """The phrase that names an actor; for whom a city stands, that of its government: `gegen die Regierung in Oslo`."""
    phrase = scene.phrase_of(i, at)
    return phrase and (governed_from(scene, at, phrase, mention) or phrase)


def _gets(scene: Scene, at: int, event: EventType) -> bool:
    """Whether the subject of a clause is who is told something: `Norwegens Vorschlag stieß auf Kritik`."""
    verb = scene.clauses[at].verb
    if verb is None or "spoken" not in event.traits or verb.lemma not in role_words().getting:
        return False
    got = (phrase.function == "object" or phrase.preposition in {"auf", "für"} for phrase in scene.phrases[at])
    return any(got)  # `Ins selbe Horn stieß Bo Lund` has nothing of the kind
