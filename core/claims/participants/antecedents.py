"""Whom a relative clause is about, and as what, where its pronoun is no subject."""

from core.claims.lexicon import EventType
from core.claims.participants import relatives
from core.claims.participants.functions import role_by_function
from core.claims.participants.parts import Part
from core.claims.participants.subjects import antecedent, is_subject
from core.claims.scene import Scene
from core.model import Role


def taken_up(scene: Scene, at: int, event: EventType) -> list[Part]:
    """Whom a relative clause is about though its pronoun is no subject: `Bo Lund, den die Polizei festnahm`.

    So is who owns what is done something to: `Bo Lund, dessen Antrag abgelehnt wurde`.
    """
    verb = scene.clauses[at].verb
    passive = verb is not None and verb.passive
    pronoun, belonging = relatives.pronoun_of(scene, at), relatives.owned(scene, at)
    if belonging is not None:
        done_to = belonging.function == ("subject" if passive else "object") and not belonging.preposition
        role: Role = event.object_role if done_to else "topic"
    elif pronoun is not None and not is_subject(pronoun):
        role = role_by_function(pronoun, passive, event)
    else:
        role = "topic"
    return [part._replace(role=role) for part in antecedent(scene, at)] if role != "topic" else []
