"""A claim in the making: who takes part, when and where it was, and how sure that is; then the claim itself."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from core.claims import (
    dating,
    figures,
    gists,
    impersonal,
    matter,
    outline,
    participants,
    places,
    status,
    topics,
    triggers,
    voices,
)
from core.claims.alone import is_said, stands_alone
from core.claims.assertion import is_condition
from core.claims.confidence import Doubt, confidence
from core.claims.dating.words import dating_words
from core.claims.lexicon import role_words, status_words
from core.claims.participants import Part, subject_of
from core.claims.places import ClaimPlace
from core.claims.scene import Scene
from core.claims.setting import where_it_was
from core.claims.triggers import Trigger
from core.german.hearsay import as_told
from core.model import Bounds, Claim, ClaimDate, Mention, Role, Status


@dataclass(frozen=True)
class Draft:
    """A claim before it has its source, and its date from the neighbourhood.

    `tokens` are the words that carry it, `parts` who takes part, `bounds` what the sentence says of when where it
    gives no date, `doubts` the reasons to be less sure of it.
    """

    scene: Scene
    trigger: Trigger
    tokens: frozenset[int]
    parts: tuple[Part, ...]
    status: Status
    date: ClaimDate | None
    bounds: Bounds | None
    attributed_to: str | None
    doubts: tuple[Doubt, ...]


def draft(
    scene: Scene,
    clauses: Sequence[int],
    trigger: Trigger,
    given: Status | None = None,
    extent: frozenset[int] | None = None,
) -> list[Draft]:
    """The claim that some clauses make together; none where nobody takes part, or it is not said to be.

    Args:
        scene: the sentence.
        clauses: the clauses, the leading one first.
        trigger: the word that tells of the event, in one of them.
        given: the status, where another clause settles it (`plant, …`).
        extent: the tokens that carry it, where these are only some of the clauses'.
    """
    lead, own_clause = clauses[0], scene.clause_of(trigger.at, clauses)
    says = triggers.has(trigger, "saying")
    tokens = extent or frozenset(i for k in clauses for i in scene.clauses[k].tokens)
    parts, inherited = _parts(scene, clauses, trigger, tokens)
    if extent is not None:
        parts, inherited = tuple(part for part in parts if part.at in extent), False
    speaks = any(part.role == "speaker" for part in parts)
    if says and trigger.evidence != "noun" and not speaks and not is_said(scene, lead, trigger):
        return []
    if says and not speaks and impersonal.lacks_words(scene, clauses):
        return []
    if extent is None and not parts and not stands_alone(scene, lead, trigger):
        return []
    journey = trigger.evidence != "noun" and triggers.has(trigger, "journey")
    if journey and participants.nobody_travels(scene, lead, parts):
        parts = ()
    spoken = triggers.has(trigger, "spoken")
    told, written = dating.told(scene, clauses, trigger, given, spoken=spoken), scene.analysis.published.interval
    when = told.date.interval if told.date else None
    judged = given or status.status_of_clause(scene, lead if says else own_clause, trigger, when, written)
    thinks = speaks or triggers.somebody(scene, lead)
    if says and judged in {"denied", "possible"} and thinks and _is_stance(scene, lead):
        judged = "occurred"
    if says and judged in {"possible", "denied"}:
        return []  # what somebody might say, or did not
    verb = as_told(scene.clauses[lead if given else own_clause].verb, scene.words)
    date, bounds, judged = dating.agreed(told, judged, verb, written, spoken=spoken)
    doubts = _doubts(trigger, parts, judged, inherited)
    return [Draft(scene, trigger, tokens, parts, judged, date, bounds, None, doubts)]


def _parts(
    scene: Scene, clauses: Sequence[int], trigger: Trigger, tokens: frozenset[int]
) -> tuple[tuple[Part, ...], bool]:
    """Who takes part, and whether the subject stands in another clause."""
    lead, event, says = clauses[0], triggers.type_of(trigger), triggers.has(trigger, "saying")
    noun = trigger.at if trigger.evidence == "noun" else None
    own = participants.parts_of_clause(scene, lead, event, says, noun)
    if noun is not None:
        own = list(participants.without_onlookers(scene, lead, own, noun))
    named = any(part.role in {"agent", "speaker"} for part in own) and not _attends(scene, lead, trigger)
    verb = scene.clauses[lead].verb
    passive = verb is not None and verb.passive
    placed = {id(part.mention) for part in own}  # have their part in the clause: `die Norwegen-Sanktionen`
    acting = [] if named and not passive else subject_of(scene, lead, says)
    if passive:  # its own subject has its part already
        inside = scene.clauses[lead].tokens
        acting = [part._replace(role="target") for part in acting if part.at not in inside]
    acting += participants.taken_up(scene, lead, event)
    subject = [part for part in acting if id(part.mention) not in placed]
    inner = [part for k in clauses[1:] for part in participants.parts_of_clause(scene, k, event, says)]
    if scene.clause_of(trigger.at, clauses) != lead and any(part.role == "agent" for part in inner):
        # `X kündigte an, dass Y …`: X tells of what another one does.
        subject, own = [], [part for part in own if part.role not in {"agent", "speaker"}]
    if trigger.at in scene.clauses[lead].tokens:  # what is said, asked for, refused is the topic
        asked = {part.mention for part in inner if "demand" in event.traits and _is_to_do(scene, part)}
        inner = [part._replace(role="target" if part.mention in asked else "topic") for part in inner]
    host = _host(scene, tokens, trigger) if event.place == "party" else []
    return (*settled(scene, lead, [*subject, *own], dict(trigger.roles)), *inner, *host), bool(subject)


def _attends(scene: Scene, at: int, trigger: Trigger) -> bool:
    """Whether who does what a clause tells takes part in a meeting that a noun names, too: `nahm am Treffen … teil`."""
    verb = scene.clauses[at].verb
    attending = verb is not None and verb.lemma in role_words().attending
    return attending and trigger.evidence == "noun" and triggers.has(trigger, "encounter")


def _is_to_do(scene: Scene, part: Part) -> bool:
    """Whether somebody shall do what is demanded: `forderte, dass Norwegen zahlt`, `…, Norwegen solle zahlen`."""
    home = scene.home_of(part.at)
    if part.role != "agent" or home is None or home.verb is None:
        return False
    return home.opener in {"dass", "daß"} or (home.kind == "main" and home.verb.mood == "subjunctive1")


def settled(scene: Scene, at: int, parts: Iterable[Part], roles: Mapping[str, Role]) -> Iterator[Part]:
    """The parts with the roles that a frame gives: who has to answer (`sich verantworten`) is the target."""
    for part in parts:
        phrase = scene.phrase_of(part.at, at)
        key = participants.place_of(scene, at, phrase) if phrase is not None else ""
        acts = part.role in {"agent", "speaker"} and (phrase is None or phrase.preposition != "von")
        key = "subject" if acts else key
        yield part._replace(role=roles.get(key, part.role))


def _host(scene: Scene, tokens: Iterable[int], trigger: Trigger) -> list[Part]:
    """The state in whose city something takes place, as a party to it: `ein Büro in Wien eröffnen`."""
    place = places.of_tokens(scene, tokens, trigger.at, triggers.type_of(trigger))
    if place is None or place.state is None:
        return []
    word = scene.words[place.at]
    return [Part(Mention(word.start, word.end, word.text, place.state, "metonym"), place.at, "target")]


def _is_stance(scene: Scene, at: int) -> bool:
    """Whether a clause tells what somebody thinks, if of what is not or may be: `rechnet nicht mit einem Streik`."""
    verb = scene.clauses[at].verb
    told = verb is not None and not verb.modal and verb.mood == "indicative" and not is_condition(scene, at)
    return told and verb is not None and verb.lemma in status_words().stances


def _doubts(trigger: Trigger, parts: Sequence[Part], judged: Status, inherited: bool) -> tuple[Doubt, ...]:
    reasons: dict[Doubt, bool] = {
        "inherited_subject": inherited,
        "no_agent": not any(part.role in {"agent", "speaker"} for part in parts),
        "not_fact": judged in {"planned", "possible", "denied"},
        "saying": triggers.has(trigger, "saying"),
        "lasting": "lasting" in triggers.type_of(trigger).traits,
    }
    return tuple(doubt for doubt, holds in reasons.items() if holds)


def place_of(draft: Draft) -> ClaimPlace | None:
    """The place that the words of a draft name."""
    return places.of_tokens(
        draft.scene,
        where_it_was(draft.scene, draft.trigger, draft.tokens),
        draft.trigger.at,
        triggers.type_of(draft.trigger),
    )


def claim(draft: Draft, place: ClaimPlace | None) -> Claim:
    """The finished claim of a draft, with its place; its span runs from the first to the last word that carries it."""
    scene, trigger = draft.scene, draft.trigger
    word = scene.words[trigger.at]
    undated: tuple[Doubt, ...] = ("undated",) if draft.date is None else ()
    doubts = (*draft.doubts, *undated)
    start, end = scene.span(draft.tokens)
    text = scene.analysis.document.text
    teller = teller_of(draft)
    return Claim(
        doc_id=scene.analysis.document.doc_id,
        start=start,
        end=end,
        quote=text[start:end],
        trigger_start=word.start,
        trigger_end=word.end,
        type=trigger.type,
        status=draft.status,
        date=draft.date,
        bounds=None if draft.date else draft.bounds or _bounds(draft),
        place=place.name if place else None,
        host=place.state if place else None,
        attributed_to=teller,
        participants=participants.participants(draft.parts),
        confidence=confidence(trigger.evidence, doubts),
        keywords=_keywords(scene, draft.tokens),
        topic=_topic(draft),
        gist=gists.of_draft(scene, trigger, draft.tokens, _taking_part(draft.parts), _acting(draft.parts), teller),
        headline=scene.sentence.kind == "headline",
        figures=figures.of_tokens(scene, draft.tokens),
        deed=_deed(scene, trigger),
        outlines=outline.outlines(scene, trigger, draft.tokens),
        nouns=matter.own_nouns(scene, trigger, draft.tokens),
        themes=matter.text_nouns(scene, trigger),
        rule=":".join((trigger.evidence, trigger.type, word.lemma.lower(), *doubts)),
    )


def _taking_part(parts: Iterable[Part]) -> set[str]:
    """The actors who have a part that is more than being what it is about."""
    return {part.mention.actor_id for part in parts if part.role != "topic"}


def _acting(parts: Iterable[Part]) -> set[str]:
    """The actors who act or speak."""
    return {part.mention.actor_id for part in parts if part.role in {"agent", "speaker"}}


def teller_of(draft: Draft) -> str | None:
    """Whose word a draft is: as the sentence says, else by where it stands.

    In reported speech a relative clause in the past or pluperfect is the writer's addition: what is retold has the
    perfect there. Who is told in the indicative to say something says it himself, whoever spoke before.
    """
    if draft.attributed_to is not None:
        return draft.attributed_to
    scene, home = draft.scene, draft.scene.home_of(draft.trigger.at)
    if home is not None and home.kind == "relative" and home.verb is not None and home.parent is not None:
        told = scene.clauses[home.parent].verb
        added = home.verb.mood == "indicative" and home.verb.tense in {"past", "pluperfect"}
        if added and told is not None and told.mood == "subjunctive1":
            return None
    start = scene.words[draft.trigger.at].start
    teller = voices.teller(scene.analysis.sayings, start)
    others = {part.mention.actor_id for part in draft.parts if part.role in {"agent", "speaker"}} - {teller}
    spoken = draft.trigger.evidence != "speech" and triggers.has(draft.trigger, "spoken")
    plain = home is not None and home.verb is not None and home.verb.mood == "indicative"
    retold = not any(saying.direct for saying in voices.sayings_at(scene.analysis.sayings, start))
    return None if others and spoken and plain and retold else teller


def _topic(draft: Draft) -> str | None:
    """What a draft is about beside those who take part."""
    scene = draft.scene
    carrying = scene.inside(draft.tokens)
    own_first = sorted(carrying, key=lambda k: draft.trigger.at not in scene.clauses[k].tokens)
    named = {part.at for part in draft.parts if part.role != "topic"}
    acts = bool(_acting(draft.parts)) or matter.names_speaker(scene, draft.trigger)
    return topics.of_trigger(scene, own_first, draft.trigger, named, acts=acts)


def _bounds(draft: Draft) -> Bounds | None:
    """What the day of writing says of when the event of an undated draft was."""
    analysis, home = draft.scene.analysis, draft.scene.home_of(draft.trigger.at)
    of_content = draft.trigger.evidence == "speech"  # the verb is of what is said
    verb = as_told(home.verb, draft.scene.words) if home is not None and not of_content else None
    spoken = triggers.has(draft.trigger, "spoken")
    told = frozenset(draft.scene.words[i].text.lower() for i in draft.tokens)
    until_now = not told.isdisjoint(dating_words().until_now)
    return dating.bounded(
        draft.status, verb, analysis.published, analysis.document.text, spoken=spoken, until_now=until_now
    )


def _deed(scene: Scene, trigger: Trigger) -> str | None:
    """The base form of the verb, with its particle, or of the noun that tells of an event; words tell of none."""
    if trigger.evidence == "speech":
        return None
    home = scene.home_of(trigger.at)
    verb = home.verb if home is not None and trigger.evidence != "noun" else None
    return verb.lemma if verb is not None and trigger.at in verb.tokens else scene.words[trigger.at].lemma


def _keywords(scene: Scene, tokens: Iterable[int]) -> frozenset[str]:
    return frozenset(noun.lower().lstrip("-") for noun in matter.nouns(scene, tokens))
