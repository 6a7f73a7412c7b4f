"""An analysed document to its claims: triggers, what they govern, status, date, participants, sentence by sentence."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from core.analysis import Analysis
from core.claims import attribution, dating, places, status, triggers
from core.claims.confidence import Doubt, confidence
from core.claims.participants import Part, of_clause, participants, subject_of
from core.claims.scene import Scene
from core.claims.triggers import Trigger
from core.model import Claim, Mention, Status

_GOVERNING = frozenset({"statement", "request", "agreement", "rejection", "accusation", "invitation", "sanction"})
"""Types whose verb takes a clause as its object: what is said, asked for, agreed, refused, held against somebody."""

_HAPPENINGS = frozenset({"force", "sanction", "accusation"})
"""Types told in the passive present as well: `wird festgenommen`."""

_LASTING = frozenset({"cooperation", "armament", "aid"})
"""Types that tell of a happening, where nobody is named, only with a date."""

_STORY_DAYS = 7
"""A story goes on on its day or in its week; a month or a year says too little to go on in."""


@dataclass(frozen=True)
class _Draft:
    """A claim before it has its date from the neighbourhood."""

    scene: Scene
    trigger: Trigger
    tokens: frozenset[int]
    parts: tuple[Part, ...]
    status: Status
    date: dating.ClaimDate | None
    attributed_to: str | None
    doubts: tuple[Doubt, ...]


def claims(analysis: Analysis) -> tuple[Claim, ...]:
    """The claims of a document in the order of the text.

    A claim's span runs from the first to the last word of the clauses that carry it; a claim without any actor is
    none. Pure: the same analysis gives the same claims.
    """
    drafts: list[_Draft] = []
    speech = _Speech()
    for index, sentence in enumerate(analysis.sentences):
        if sentence.kind == "byline":
            continue
        scene = Scene(analysis, index)
        found = [speech.applied(draft) for draft in _of_sentence(scene) if speech.lets_through(draft)]
        drafts += found
        speech.read(scene, found)
    return tuple(_claim(draft) for draft in _with_context_dates(drafts))


class _Speech:
    """Whose quotation the text is in, sentence after sentence."""

    def __init__(self) -> None:
        self._inside = False
        self._speaker: str | None = None

    def lets_through(self, draft: _Draft) -> bool:
        """Whether a claim is more than a part of what somebody says: within a quotation only what is dated is."""
        return not self._inside or draft.trigger.type == "statement" or draft.date is not None

    def applied(self, draft: _Draft) -> _Draft:
        """The draft as a part of the quotation that its sentence stands in, if it stands in one."""
        if not self._inside:
            return draft
        return replace(
            draft, attributed_to=draft.attributed_to or self._speaker, doubts=(*draft.doubts, "in_quotation")
        )

    def read(self, scene: Scene, drafts: Iterable[_Draft]) -> None:
        """Go on to the end of a sentence."""
        for draft in drafts:
            for part in draft.parts:
                if part.role == "speaker":
                    self._speaker = part.mention.actor_id
        for word in scene.words:
            if word.text in {"„", "»"}:
                self._inside = True
            elif word.text in {"“", "”", "«"}:
                self._inside = False


def _of_sentence(scene: Scene) -> Iterator[_Draft]:
    source = attribution.source(scene)
    taken: set[int] = set()
    drafts: list[_Draft] = []
    for at in _speech_last_first(scene):
        if at not in taken:
            drafts += _of_clause(scene, at, taken)
    for draft in _joined(drafts):
        yield _attributed(draft, source)


def _joined(drafts: Sequence[_Draft]) -> list[_Draft]:
    """The drafts with those made one that tell of one event in two verbs: `stieg ein und inspizierte …`."""
    kept: list[_Draft] = []
    for draft in drafts:
        twin = next((k for k, other in enumerate(kept) if _same_deed(other, draft)), None)
        if twin is None:
            kept.append(draft)
        else:
            kept[twin] = replace(kept[twin], tokens=kept[twin].tokens | draft.tokens)
    return kept


def _same_deed(first: _Draft, second: _Draft) -> bool:
    scene = first.scene
    at = next(k for k, clause in enumerate(scene.clauses) if second.trigger.at in clause.tokens)
    shared = scene.clauses[at].shares
    if shared is None or first.trigger.at not in scene.clauses[shared].tokens:
        return False
    new = {part.mention.actor_id for part in second.parts} - {part.mention.actor_id for part in first.parts}
    undated = second.date is None or second.date == first.date
    return first.trigger.type == second.trigger.type and not new and undated


def _speech_last_first(scene: Scene) -> list[int]:
    """The clauses in order, but `„…“, sagte X` before the quotation that it follows."""
    order = range(len(scene.clauses))
    return sorted(order, key=lambda at: _quoted_before(scene, at) is None)


def _quoted_before(scene: Scene, at: int) -> int | None:
    """The clause before that a clause with its verb in front gives the speaker of, or None."""
    clause = scene.clauses[at]
    trigger = triggers.of_verb(scene, at)
    coordinated = clause.kind != "main" or clause.parent is None or clause.shares is not None
    if coordinated or trigger is None or trigger.type != "statement":
        return None
    first = next((i for i in clause.tokens if scene.words[i].tag[0] != "$"), clause.tokens[0])
    return clause.parent if scene.words[first].tag[1:] == "VFIN" else None


def _of_clause(scene: Scene, at: int, taken: set[int]) -> list[_Draft]:
    """The claims of a clause with all that it governs; marks the clauses that they cover."""
    trigger = triggers.of_verb(scene, at)
    quoted = _quoted_before(scene, at)
    if quoted is not None and trigger is not None:
        return _said(scene, at, trigger, [quoted, *scene.below(quoted)], taken)
    inner = [k for k in scene.complements(at) if k not in taken]
    operated = status.of_operator(scene, at)
    announced = trigger is None or trigger.type == "statement" or (trigger.type == "institution" and inner)
    if operated is not None and announced:
        told = _operated(scene, at, operated, taken)
        if told:
            return told
    if scene.clauses[at].kind == "infinitive" or scene.is_question(at) or _repeats(scene, at, trigger):
        return []  # asserts nothing by itself
    if _doubted(scene, at):
        return []
    if trigger is None:
        return _of_noun(scene, at, taken, operated)
    if trigger.type == "statement" and inner:
        return _said(scene, at, trigger, scene.below(at), taken)
    if trigger.type in _GOVERNING and inner:
        return _draft(scene, [at, *scene.below(at)], trigger, taken, None)
    return _draft(scene, [at], trigger, taken, None)


def _repeats(scene: Scene, at: int, trigger: Trigger | None) -> bool:
    """Whether a relative clause goes on about the event that its matrix clause tells of: `Gespräche, in denen …`."""
    clause = scene.clauses[at]
    if clause.kind != "relative" or clause.parent is None or trigger is None:
        return False
    matrix = triggers.of_verb(scene, clause.parent)
    return matrix is not None and matrix.type == trigger.type and trigger.type != "statement"


def _doubted(scene: Scene, at: int) -> bool:
    """Whether a dass-clause stands under a negation: `Das heißt nicht, dass …`."""
    clause = scene.clauses[at]
    if clause.opener != "dass" or clause.parent is None:
        return False
    verb = scene.clauses[clause.parent].verb
    return verb is not None and verb.negated and triggers.of_verb(scene, clause.parent) is None


def _operated(scene: Scene, at: int, operated: Status, taken: set[int]) -> list[_Draft]:
    """The event that a clause plans, considers or refuses, told by a clause below it or by a noun in it."""
    for k in range(len(scene.clauses)):
        clause = scene.clauses[k]
        if clause.parent != at or k in taken or clause.kind not in {"infinitive", "subordinate", "main"}:
            continue
        event = triggers.of_verb(scene, k)
        if event is None or event.type == "statement" or not (scene.is_complement(k) or clause.opener == "um"):
            continue
        if operated == "denied":
            return _draft(scene, [at, k], event._replace(type="rejection"), taken, "occurred")
        return _draft(scene, [at, k], event, taken, operated)
    verb = scene.clauses[at].verb
    if operated == "denied" and verb is not None:
        return _draft(scene, [at], Trigger("rejection", verb.at, "verb"), taken, "occurred")
    noun = _best_noun(scene, at, least=1, governed=True)
    if noun is not None and noun.type != "statement":
        return _draft(scene, [at], noun, taken, operated)
    return []


def _said(scene: Scene, at: int, trigger: Trigger, content: Sequence[int], taken: set[int]) -> list[_Draft]:
    """What somebody says: the event that it tells of, on his word, or, where it tells of none, the saying itself.

    A quotation in quotation marks stays the saying; a medium only passes on what it reports.
    """
    speakers = subject_of(scene, at, says=True)
    medium = bool(speakers) and all(scene.analysis.kinds.get(s.mention.actor_id) == "media" for s in speakers)
    if medium or not any(scene.is_direct(k) for k in content):
        covered = {at, *taken}
        told = [draft for k in content if k not in covered for draft in _of_clause(scene, k, covered)]
        if not medium:
            told = [draft for draft in told if draft.trigger.evidence != "noun"]
        if speakers:  # what somebody says that somebody said is the first one's word
            told = [draft for draft in told if draft.trigger.type != "statement"]
        if told or medium:
            taken.update(covered, content)
            return [_spoken(draft, speakers, medium) for draft in told]
    return _draft(scene, [at, *content], trigger, taken, None)


def _spoken(draft: _Draft, speakers: Sequence[Part], medium: bool) -> _Draft:
    """The draft on the word of a speaker, who takes part in it unless it is a medium that reports it."""
    if not speakers:
        return draft
    told = draft.attributed_to or speakers[0].mention.actor_id
    return replace(draft, parts=draft.parts if medium else (*speakers, *draft.parts), attributed_to=told)


def _of_noun(scene: Scene, at: int, taken: set[int], operated: Status | None) -> list[_Draft]:
    """A claim from the best noun of a clause whose verb tells of nothing itself; present truths are none."""
    noun = _best_noun(scene, at, least=2)
    if noun is None:
        return []
    drafts = _draft(scene, [at], noun, taken, operated)
    return [draft for draft in drafts if draft.date is not None or draft.status == "occurred"]


def _best_noun(scene: Scene, at: int, least: int, governed: bool = False) -> Trigger | None:
    """The event noun with the most to go by: actors and a date in or right behind its phrase, and its place.

    An undated noun counts only where it is what the clause is about: its subject, its object, or all there is. With
    `governed`, so does only what the verb governs: `kündigte bei einem Besuch den Abzug an` announces no visit.
    """
    nouns = [n for n in triggers.of_nouns(scene, at) if not governed or _governed(scene, at, n)]
    scored = [(_evidence(scene, at, noun), -noun.at, noun) for noun in nouns]
    best = max(scored, default=None, key=lambda row: row[:2])
    return best[2] if best is not None and best[0] >= least else None


def _governed(scene: Scene, at: int, noun: Trigger) -> bool:
    phrase = next((p for p in scene.phrases[at] if noun.at in p.tokens), None)
    if phrase is None or phrase.function in {"subject", "object"}:
        return True
    return _planned_noun_before(scene, at, noun)


def _evidence(scene: Scene, at: int, noun: Trigger) -> int:
    clause = scene.clauses[at]
    following = min((other.at for other in triggers.of_nouns(scene, at) if other.at > noun.at), default=noun.at + 10)
    near = [i for i in clause.tokens if noun.at - 3 <= i < min(noun.at + 10, following)]
    actors = {m.actor_id for i in near for m in scene.mentions.get(i, ())}
    dated = any(i in scene.dates for i in near)
    phrase = next((p for p in scene.phrases[at] if noun.at in p.tokens), None)
    central = clause.verb is None or (phrase is not None and phrase.function in {"subject", "object"})
    if not central and not dated:
        return bool(actors) if _planned_noun_before(scene, at, noun) else 0
    return len(actors) + dated + central


def _planned_noun_before(scene: Scene, at: int, noun: Trigger) -> bool:
    """Whether the noun is what a plan or an idea in front of it is about: `Pläne zur Eröffnung`."""
    return any(i < noun.at for i in status.marking_nouns(scene, scene.clauses[at]))


def _draft(
    scene: Scene, clauses: Sequence[int], trigger: Trigger, taken: set[int], given: Status | None
) -> list[_Draft]:
    """A claim over some clauses, the first of which leads; none where no actor takes part."""
    lead = clauses[0]
    taken.update(clauses)
    event, says = triggers.type_of(trigger), trigger.type == "statement"
    own = of_clause(scene, lead, event, says, trigger.at if trigger.evidence == "noun" else None)
    named = any(p.role in {"agent", "speaker"} for p in own)
    subject = [] if named or _passive(scene, lead) else subject_of(scene, lead, says)
    inner = [part._replace(role="topic") for k in clauses[1:] for part in of_clause(scene, k, event, says)]
    if len(clauses) > 1 and trigger.at in scene.clauses[clauses[1]].tokens:
        inner = of_clause(scene, clauses[1], event, says)
    parts = (*subject, *own, *inner)
    tokens = frozenset(i for k in clauses for i in scene.clauses[k].tokens)
    if event.place == "party":
        parts = (*parts, *_host(scene, tokens, trigger))
    if says and trigger.evidence != "noun" and not any(part.role == "speaker" for part in parts):
        return []
    if not parts and not _stands_alone(scene, lead, trigger):
        return []
    date = _date(scene, clauses, trigger)
    when, written = date.interval if date else None, scene.analysis.published.interval
    at = next((k for k in clauses if trigger.at in scene.clauses[k].tokens), lead)
    judged = given or status.of_clause(scene, lead if says else at, trigger, when, written)
    if says and judged in {"possible", "denied"}:
        return []  # what somebody might say, or did not
    doubts: list[Doubt] = []
    if subject:
        doubts.append("inherited_subject")
    if not any(part.role in {"agent", "speaker"} for part in parts):
        doubts.append("no_agent")
    if judged in {"planned", "possible", "denied"}:
        doubts.append("not_fact")
    if says:
        doubts.append("saying")
    if trigger.type in _LASTING:
        doubts.append("lasting")
    return [_Draft(scene, trigger, tokens, parts, judged, date, None, tuple(doubts))]


def _host(scene: Scene, tokens: Iterable[int], trigger: Trigger) -> list[Part]:
    """The state in whose city something takes place, as a party to it: `ein Büro in Wien eröffnen`."""
    place = places.of_tokens(scene, tokens, trigger.at)
    if place is None or place.state is None:
        return []
    word = scene.words[place.at]
    return [Part(Mention(word.start, word.end, word.text, place.state, "metonym"), place.at, "target")]


def _passive(scene: Scene, at: int) -> bool:
    verb = scene.clauses[at].verb
    return verb is not None and verb.passive


def _stands_alone(scene: Scene, at: int, trigger: Trigger) -> bool:
    """Whether a clause without any actor tells of a happening all the same: in the past, of something or somebody.

    `In der Nacht wurden drei Menschen getötet` does; a truth in the present does not.
    """
    verb = scene.clauses[at].verb
    if verb is None or verb.modal or trigger.evidence == "noun":
        return False
    if verb.tense not in {"past", "perfect", "pluperfect"} and not (verb.passive and trigger.type in _HAPPENINGS):
        return False
    if trigger.type in _LASTING and dating.of_tokens(scene, scene.clauses[at].tokens, trigger.at) is None:
        return False
    shared = scene.clauses[at].shares
    around = (*scene.phrases[at], *(scene.phrases[shared] if shared is not None else ()))
    return any(phrase.function == "subject" for phrase in around)


def _date(scene: Scene, clauses: Sequence[int], trigger: Trigger) -> dating.ClaimDate | None:
    """The date in the clause of the trigger, else in the leading clause, else in the one that it goes on with."""
    lead = clauses[0]
    at = next((k for k in clauses if trigger.at in scene.clauses[k].tokens), lead)
    shared = scene.clauses[lead].shares
    for k in (at, lead, shared):
        if k is not None and (date := dating.of_tokens(scene, scene.clauses[k].tokens, trigger.at)) is not None:
            return date
    return None


def _attributed(draft: _Draft, source: attribution.Source | None) -> _Draft:
    """The draft with its source; a medium is a source only, a person or a state that speaks takes part as well."""
    if source is None or not (source.whole or draft.tokens & source.tokens):
        return draft
    kinds = draft.scene.analysis.kinds
    parts = tuple(
        part._replace(role="speaker") if part.at in source.tokens else part
        for part in draft.parts
        if part.at not in source.tokens or kinds.get(part.mention.actor_id) != "media"
    )
    teller = source.mention.actor_id if source.mention else draft.attributed_to
    return replace(draft, parts=parts, attributed_to=teller)


def _with_context_dates(drafts: Sequence[_Draft]) -> Iterator[_Draft]:
    """Give undated claims the date of a claim before, as a narrative goes on.

    Only within a paragraph, for what is told as past, and where somebody who acts does so in both.
    """
    dated: _Draft | None = None
    for draft in drafts:
        if dated is not None and dated.date is not None and _goes_on(dated, draft):
            date = dated.date._replace(basis="context")
            draft = replace(draft, date=date, doubts=(*draft.doubts, "inherited_date"))
        yield draft
        if draft.date is not None:
            dated = draft if _told_as_past(draft) and _days(draft.date) <= _STORY_DAYS else None


def _goes_on(dated: _Draft, draft: _Draft) -> bool:
    if draft.date is not None or not _told_as_past(draft) or "in_quotation" in draft.doubts:
        return False
    return _segment(dated.scene) == _segment(draft.scene) and bool(_acting(dated) & _acting(draft))


def _days(date: dating.ClaimDate) -> int:
    return (date.interval.last - date.interval.first).days + 1


def _told_as_past(draft: _Draft) -> bool:
    """`traf` is, and so is `sollte treffen`, a plan for the day that the story is at."""
    clauses = draft.scene.clauses
    verb = next((c.verb for c in clauses if draft.trigger.at in c.tokens), None)
    return draft.status == "occurred" or (draft.status == "planned" and verb is not None and verb.tense == "past")


def _acting(draft: _Draft) -> set[str]:
    return {part.mention.actor_id for part in draft.parts if part.role in {"agent", "speaker", "partner"}}


def _segment(scene: Scene) -> int:
    """The number of the segment that a scene's sentence stands in."""
    return bisect_right(scene.analysis.segments, scene.sentence.start, key=lambda segment: segment.start)


def _claim(draft: _Draft) -> Claim:
    scene, trigger = draft.scene, draft.trigger
    word = scene.words[trigger.at]
    doubts = (*draft.doubts, *(("undated",) if draft.date is None else ()))
    start, end = scene.span(draft.tokens)
    text = scene.analysis.document.text
    place = places.of_tokens(scene, draft.tokens, trigger.at)
    return Claim(
        doc_id=scene.analysis.document.doc_id,
        start=start,
        end=end,
        quote=text[start:end],
        trigger_start=word.start,
        trigger_end=word.end,
        type=trigger.type,
        status=draft.status,
        date_edtf=draft.date.value if draft.date else None,
        interval=draft.date.interval if draft.date else None,
        precision=draft.date.precision if draft.date else None,
        basis=draft.date.basis if draft.date else "unknown",
        place=place.name if place else None,
        host=place.state if place else None,
        attributed_to=draft.attributed_to or attribution.teller(scene.analysis.sayings, word.start),
        participants=participants(draft.parts),
        confidence=confidence(trigger.evidence, doubts),
        keywords=_keywords(scene, draft.tokens),
        rule=":".join((trigger.evidence, trigger.type, word.lemma.lower(), *doubts)),
    )


def _keywords(scene: Scene, tokens: Iterable[int]) -> frozenset[str]:
    named = {i for i in tokens for mention in scene.mentions.get(i, ()) if mention.end >= scene.words[i].end}
    return frozenset(
        scene.words[i].lemma.lower().lstrip("-")
        for i in tokens
        if scene.words[i].tag == "NN" and i not in named and i not in scene.time_tokens
    )
