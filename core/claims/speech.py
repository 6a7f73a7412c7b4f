"""Whose word a draft is: the source that its sentence names, and the quotation that it stands in."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from core.claims import triggers
from core.claims.attribution import NamedSource
from core.claims.draft import Draft, settled
from core.claims.participants import Part, speaking
from core.claims.voices import sayings_at
from core.german.values import PAST_TENSES
from core.model import Mention, Role, Saying


def as_spoken(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts as parts of the quotations that they stand in; those left out that are no more than parts of them.

    Within quotation marks only what is words, or has a date, is told of by itself.
    """
    for draft in drafts:
        at = draft.scene.words[draft.trigger.at].start
        quoting = next((saying for saying in sayings_at(draft.scene.analysis.sayings, at) if saying.direct), None)
        if quoting is None or draft.trigger.evidence == "speech":
            yield draft
        elif triggers.has(draft.trigger, "spoken") or draft.date is not None or _is_plain(draft, quoting):
            told = draft.attributed_to or quoting.actor_id
            yield replace(draft, attributed_to=told, doubts=(*draft.doubts, "in_quotation"))


def _is_plain(draft: Draft, quoting: Saying) -> bool:
    """Whether a draft tells a fact in words of nobody known, as an interviewer's: nothing else will be told of them."""
    home = draft.scene.home_of(draft.trigger.at)
    if quoting.actor_id is not None or home is None or home.verb is None or home.kind != "main":
        return False
    told = {draft.scene.words[i].text.lower() for i in draft.tokens}
    own = not told.isdisjoint(_OWN) or draft.trigger.evidence == "noun"
    over = draft.status == "occurred" and home.verb.tense in PAST_TENSES
    meant = draft.status == "planned" and any(part.role == "agent" for part in draft.parts)
    return not own and (over or meant) and home.verb.mood == "indicative"


_OWN = frozenset({"ich", "wir", "mich", "mir", "uns", "man", "sie", "du", "ihr", "er", "es"})
"""Pronouns of those who speak, and of others whom only they know."""


def attributed(draft: Draft, source: NamedSource | None) -> Draft:
    """The draft with its source, who only tells of it: who is named there takes no part."""
    if source is None or not (source.whole or draft.tokens & source.tokens):
        return draft
    parts = tuple(part for part in draft.parts if part.at not in source.tokens)
    teller = source.mention.actor_id if source.mention else draft.attributed_to
    return replace(draft, parts=parts, attributed_to=teller)


def with_speakers(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """The drafts, those of words that name nobody who says them with who is known to have the word there.

    `…, erklärte die Organisation` and `…, fährt er fort` name nobody by themselves.
    """
    for draft in drafts:
        speaker_id = _who_has_the_word(draft)
        yield draft if speaker_id is None else _spoken_by(draft, speaker_id)


def _who_has_the_word(draft: Draft) -> str | None:
    """The actor whose saying stands beside a draft of words that names nobody who acts; None where there is none."""
    acting = any(part.role in {"agent", "speaker", "partner"} for part in draft.parts)
    if acting or draft.trigger.evidence not in {"verb", "frame"} or not triggers.has(draft.trigger, "spoken"):
        return None
    said = next((saying for saying in draft.scene.sayings if _touches(draft, saying)), None)
    return said.actor_id if said is not None else None


def _spoken_by(draft: Draft, speaker_id: str) -> Draft:
    word = draft.scene.words[draft.trigger.at]
    role: Role = "speaker" if triggers.has(draft.trigger, "saying") else "agent"
    speaker = Part(Mention(word.start, word.end, word.text, speaker_id, "pronoun"), draft.trigger.at, role)
    others = (part for part in draft.parts if part.mention.actor_id != speaker_id)
    doubts = tuple(doubt for doubt in draft.doubts if doubt != "no_agent")
    return replace(draft, parts=(speaker, *others), doubts=doubts)


def with_oneself(draft: Draft) -> Draft:
    """The draft with whoever speaks of themselves in its clause: `Ich habe den Vertrag unterschrieben, sagte X.`

    In words of others they are no more than the target: `Lund hat mich beschimpft, sagte X.`
    """
    scene, trigger = draft.scene, draft.trigger
    home = scene.home_of(trigger.at)
    if home is None or trigger.evidence == "speech":
        return draft
    spoken = triggers.has(trigger, "spoken")
    at, known = scene.clauses.index(home), {part.mention.actor_id for part in draft.parts}
    noun = trigger.at if trigger.evidence == "noun" else None
    parts = speaking(scene, at, triggers.type_of(trigger), noun)
    own = [part for part in settled(scene, at, parts, dict(trigger.roles)) if part.mention.actor_id not in known]
    own = [part for part in own if part.role == "target" or not spoken]
    acts = any(part.role == "agent" for part in own)
    doubts = tuple(doubt for doubt in draft.doubts if doubt != "no_agent" or not acts)
    return replace(draft, parts=(*own, *draft.parts), doubts=doubts)


def _touches(draft: Draft, saying: Saying) -> bool:
    """Whether what is said stands right before or behind the clause of a draft's trigger."""
    scene, home = draft.scene, draft.scene.home_of(draft.trigger.at)
    if home is None:
        return False
    start, end = scene.span(home.tokens)
    text = scene.analysis.document.text
    gap = text[saying.end : start] if saying.end <= start else text[end : saying.start] if end <= saying.start else "x"
    return not any(sign.isalnum() for sign in gap)
