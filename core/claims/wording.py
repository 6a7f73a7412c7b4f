"""Of what kind somebody's words are by what they say: a demand, an accusation, or no more than that it is said."""

from collections.abc import Iterable
from dataclasses import replace

from core.claims import status, triggers
from core.claims.draft import Draft
from core.claims.lexicon import event_types
from core.claims.participants import Part, of_clause
from core.claims.scene import Scene
from core.german.hearsay import is_hearsay
from core.model import Role


def kind(scene: Scene, main: int) -> str:
    """The type of the words of which a clause is the first that states something."""
    if not _is_planned(scene, main) and status.is_demanded(scene, scene.clauses[main]):
        return triggers.type_with("demand")
    return triggers.of_words(scene, main) or triggers.type_with("saying")


def _is_planned(scene: Scene, main: int) -> bool:
    """Whether `soll` passes on what is planned, or is said to have happened: `Sie sollen laut X verlegt werden`."""
    verb = scene.clauses[main].verb
    if verb is None or verb.modal != "sollen":
        return False
    return verb.mood == "indicative" or is_hearsay(verb, scene.words)


def about(scene: Scene, main: int, name: str) -> list[Part]:
    """Who the words are about; whoever does what they find fault with is their target."""
    event = event_types()[name]
    blamed: Role = "target" if "blame" in event.traits else "topic"
    named = of_clause(scene, main, event, says=False)
    return [part._replace(role=blamed if part.role == "agent" else "topic") for part in named]


def worded(drafts: Iterable[Draft], scene: Scene, content: Iterable[int]) -> list[Draft]:
    """The drafts of a saying, of the kind that its first clause shows it to be.

    Who is quoted with `Wir müssen …` explains as often as they demand: that stays a saying.

    Args:
        drafts: the drafts.
        scene: their sentence.
        content: the clauses that are said, in order.
    """
    stated = (k for k in content if scene.clauses[k].kind == "main" or scene.clauses[k].opener == "dass")
    main = next(stated, None)
    if main is None:
        return list(drafts)
    name = kind(scene, main)
    verb = scene.clauses[main].verb
    if name == triggers.type_with("demand") and verb is not None and verb.mood == "indicative":
        return list(drafts)
    targets = {part.mention.actor_id for part in about(scene, main, name) if part.role == "target"}
    return [_of_kind(draft, name, targets) if triggers.has(draft.trigger, "saying") else draft for draft in drafts]


def _of_kind(draft: Draft, name: str, targets: set[str]) -> Draft:
    topics = {part.mention.actor_id for part in draft.parts if part.role == "topic"}
    aimed = tuple(
        part._replace(role="target") if part.mention.actor_id in targets & topics else part for part in draft.parts
    )
    return replace(draft, trigger=draft.trigger._replace(type=name), parts=aimed)
