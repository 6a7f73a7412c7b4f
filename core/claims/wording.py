"""Of what kind somebody's words are by what they say: a demand, an accusation, or no more than that it is said."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from core.claims import status, triggers
from core.claims.assertion import is_condition
from core.claims.draft import Draft
from core.claims.lexicon import attribution_words, event_types, status_words
from core.claims.participants import Part, parts_of_clause
from core.claims.scene import Scene
from core.claims.voices import sayings_at
from core.german.clauses import Clause
from core.german.hearsay import is_hearsay
from core.model import Mention, Role


def kind(scene: Scene, main: int) -> str:
    """The type of the words of which a clause is the first that states something."""
    if not _is_planned(scene, main) and status.is_demanded(scene, scene.clauses[main]):
        return triggers.type_with("demand")
    return triggers.of_words(scene, main) or triggers.type_with("saying")


def _is_planned(scene: Scene, main: int) -> bool:
    """Whether `soll` passes on what is planned, or is said to have happened: `Sie sollen laut X verlegt werden`."""
    verb = scene.clauses[main].verb
    if verb is None or (verb.modal or verb.lemma) != "sollen":  # `soll besser werden` has no verb but these
        return False
    return not _ought(scene, main) and (verb.mood == "indicative" or is_hearsay(verb, scene.words))


def _ought(scene: Scene, main: int) -> bool:
    """Whether `sollte` is the second subjunctive, by which something is asked for: `Norwegen sollte mehr sparen`.

    It looks like a past, which tells of a plan: with a day, or of what many things should undergo (`Drei Züge sollten
    verkauft werden`).
    """
    clause = scene.clauses[main]
    told = {scene.words[i].text.lower() for i in clause.tokens}
    verb, should = clause.verb, told & {"sollte", "sollten"}
    if verb is None or not should or is_condition(scene, main):
        return False
    if told & {"wir", "man"}:
        return True
    planned = not told.isdisjoint(status_words().planned_once) or not scene.dates.keys().isdisjoint(clause.tokens)
    if planned or verb.lemma in _STATES or not status.is_demanded(scene, clause):
        return False
    return should == {"sollte"} if verb.passive else status.acts(scene, main)


def about(scene: Scene, main: int, name: str) -> list[Part]:
    """Who the words are about; whoever does what they blame, or has to do what they demand, is their target."""
    event, verb = event_types()[name], scene.clauses[main].verb
    owes = "demand" in event.traits and verb is not None and bool(verb.modal) and verb.lemma not in _STATES
    blamed: Role = "target" if owes or "blame" in event.traits else "topic"
    named = parts_of_clause(scene, main, event, says=False)
    return [part._replace(role=blamed if part.role == "agent" else "topic") for part in named]


def beside(scene: Scene, clauses: Iterable[int], main: int) -> Iterator[Part]:
    """Who the words are about that stand in their other clauses: `Wir haben kein Interesse, Norwegen zu …`."""
    event = event_types()[triggers.type_with("saying")]
    for k in clauses:
        if k != main:
            yield from (part._replace(role="topic") for part in parts_of_clause(scene, k, event, says=False))


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
    explains = verb is not None and verb.mood == "indicative" and not _ought(scene, main)
    if name == triggers.type_with("demand") and explains:
        return list(drafts)
    targets = {part.mention.actor_id for part in about(scene, main, name) if part.role == "target"}
    return [_of_kind(draft, name, targets) if triggers.has(draft.trigger, "saying") else draft for draft in drafts]


def says_something(draft: Draft) -> bool:
    """Whether the words of a saying tell anything; in `Das weiß ich nicht, sagte X` they do not."""
    scene, fillers = draft.scene, attribution_words().fillers
    if not triggers.has(draft.trigger, "saying"):
        return True
    told_in = scene.home_of(draft.trigger.at) if draft.trigger.evidence != "speech" else None
    words = [scene.words[i] for i in draft.tokens if told_in is None or i not in told_in.tokens]
    return not words or any(
        (word.tag in _TELLING and word.lemma not in fillers.nouns)
        or (word.tag[:2] == "VV" and word.lemma not in fillers.verbs)
        for word in words
    )


_TELLING = frozenset({"NN", "NNA", "NNI", "NE", "FM", "CARD", "ADJA", "ADJD", "XY"})
"""Tags of words that tell something beside verbs: nouns, names, numbers, adjectives."""


def demanded(draft: Draft, speaker_id: str | None) -> Draft:
    """The draft of an event that, as somebody says, others must bring about, as the demand that this is.

    `Norwegen müsse die Grenze öffnen` demands it of Norway. What the speakers must do themselves they may explain.
    """
    scene, trigger = draft.scene, draft.trigger
    home = scene.home_of(trigger.at)
    verb = home.verb if home is not None else None
    if speaker_id is None or home is None or verb is None or verb.modal != "müssen":
        return draft
    if draft.status != "planned" and not _is_reported_plural(home, scene):
        return draft
    direct = any(saying.direct for saying in sayings_at(scene.analysis.sayings, scene.words[trigger.at].start))
    acting = {part.mention.actor_id for part in draft.parts if part.role in {"agent", "speaker"}}
    own = speaker_id in acting or any(scene.words[i].text.lower() in _SPEAKERS for i in home.tokens)
    spoken = triggers.has(trigger, "spoken") and not triggers.has(trigger, "demand")
    if own or spoken or (verb.mood == "indicative" and not direct) or not status.is_demanded(scene, home):
        return draft
    first = scene.words[trigger.at]
    speaker = Part(Mention(first.start, first.end, first.text, speaker_id, "name"), trigger.at, "agent")
    addressed = (p._replace(role="target" if p.mention.actor_id in acting else "topic") for p in draft.parts)
    demand = trigger._replace(type=triggers.type_with("demand"))
    doubts = tuple(doubt for doubt in draft.doubts if doubt not in {"not_fact", "no_agent"})
    kept = replace(draft, trigger=demand, parts=(speaker, *addressed), status="occurred", doubts=doubts)
    return replace(kept, date=None, bounds=None, attributed_to=speaker_id)


def _is_reported_plural(clause: Clause, scene: Scene) -> bool:
    """Whether `müssten` stands for the first subjunctive, which in the plural looks like the indicative."""
    conditional = any(is_condition(scene, k) for k in range(len(scene.clauses)))
    told = (scene.words[i].text.lower() for i in clause.tokens)
    return clause.kind == "main" and "müssten" in told and not conditional


def alleged(draft: Draft, speaker_id: str | None) -> Draft:
    """The draft of what `soll` passes on; where nobody is known to say so, it is no more than possible."""
    home = draft.scene.home_of(draft.trigger.at)
    verb = home.verb if home is not None else None
    if speaker_id is not None or verb is None or draft.status != "occurred" or not is_hearsay(verb, draft.scene.words):
        return draft
    return replace(draft, status="possible", doubts=(*draft.doubts, "not_fact"))


_STATES = frozenset({"bleiben", "haben", "sein", "werden"})
_SPEAKERS = frozenset({"wir", "ich"})


def _of_kind(draft: Draft, name: str, targets: set[str]) -> Draft:
    topics = {part.mention.actor_id for part in draft.parts if part.role == "topic"}
    aimed = tuple(
        part._replace(role="target") if part.mention.actor_id in targets & topics else part for part in draft.parts
    )
    return replace(draft, trigger=draft.trigger._replace(type=name), parts=aimed)
