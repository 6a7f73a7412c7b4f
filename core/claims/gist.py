"""What a claim tells as a sentence by itself, or who speaks and what is said: its event's title is made of it."""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import groupby, pairwise
from typing import NamedTuple

from core.claims import attribution, main_clause, negation, triggers
from core.claims.assertion import is_condition
from core.claims.main_clause import Subject, text, words
from core.claims.scene import Scene
from core.claims.topics import ABOUT
from core.claims.triggers import Trigger
from core.german.grammar import grammar
from core.german.phrases import Phrase, whole
from core.german.tags import FINITE, is_sign
from core.model import Gist, Rest, RestForm

_SHORTEST = 3  # words of a main clause that may end with its verb: `Anna Meier geht`
_SHORTEST_NAME = 3  # characters, of a known actor's name
_UNKNOWN = Subject(None)


def of_draft(
    scene: Scene, trigger: Trigger, tokens: frozenset[int], taking_part: Set[str], acting: Set[str], teller: str | None
) -> Gist | None:
    """The gist of what some words of a sentence claim; None where they give none that can be read by itself.

    Args:
        scene: the sentence.
        trigger: the word that tells of the event.
        tokens: the words that carry the claim.
        taking_part: the known actors that take part: one of them can stand for a pronoun.
        acting: those of them who act or speak: one alone can stand for any subject that is not named.
        teller: the known actor whose word all of it is.
    """
    if scene.sentence.kind == "headline" and 0 < len(title := text(scene, range(len(scene.words)))) <= words().longest:
        return Gist(None, None, (Rest(title, "sentence"),))
    by_others = _of_actors(_of_sentence(scene, trigger, tokens, acting), taking_part, acting)
    gist = _either_whole(_reported(scene, trigger, tokens, teller), by_others)
    sentences = _as_it_stands(scene, trigger, tokens)
    name = _by_name(scene, trigger, taking_part)
    if gist is None:
        told = sentences or name
        return Gist(None, None, told) if told else None
    timeless = sentences if scene.time_tokens.isdisjoint(tokens) else ()  # nothing has to be left out or moved
    first = tuple(rest for rest in timeless if not rest.words.endswith("…") and gist.rests[0].form != "speech")
    return gist._replace(rests=first + gist.rests + sentences + name)


def _either_whole(said: Gist | None, told: Gist | None) -> Gist | None:
    """What somebody says in his own words, if there is room for it, or else what is told."""
    whole = said is not None and "…" not in said.rests[0].words
    return said if whole or told is None else told


def _reported(scene: Scene, trigger: Trigger, tokens: frozenset[int], teller: str | None) -> Gist | None:
    """What is only somebody's word, in his words: a clause in reported speech, or one that says `wir`."""
    home = scene.home_of(trigger.at)
    if home is None or home.verb is None or home.kind != "main" or trigger.evidence == "speech":
        return None
    owned = any(scene.words[i].text.lower() in words().own for i in tokens)
    if not owned and home.verb.mood != "subjunctive1":
        return None
    own = {i for i in home.tokens if not is_sign(scene.words[i])}
    if not tokens.issuperset(own) or not any(scene.words[i].tag in FINITE for i in own):
        return None
    said = sorted(tokens - _telling(scene))
    if teller is not None:
        return _said(scene, Subject(None, teller), (), said, by={teller})
    source = _source(scene, frozenset(said))
    return _said(scene, source, (), said) if source.words is not None else None


def _telling(scene: Scene) -> frozenset[int]:
    """The words behind others that tell whose these are: `…, droht Bo Lund`, `…, so Bo Lund weiter`."""
    clauses = (c for c in scene.clauses[1:] if c.kind == "main" and c.verb is not None and c.verb.at == c.tokens[0])
    told = {i for c in clauses if c.verb and c.verb.lemma in grammar().verbs.inserted for i in c.tokens}
    source = attribution.source(scene)
    last = max(source.tokens) if source is not None else 0
    behind = range(min(source.tokens), len(scene.words)) if source is not None and last + 3 >= len(scene.words) else ()
    return frozenset(told).union(behind)


def _of_actors(gist: Gist | None, taking_part: Set[str], acting: Set[str]) -> Gist | None:
    """A gist whose subject stands for who takes part, or for somebody without a name; None where it may for several.

    What is said can be told of several.
    """
    if gist is None or gist.subject is not None or gist.actor in taking_part or gist.rests[0].form == "sentence":
        return gist
    return gist if gist.actor is None and (len(acting) < 2 or gist.rests[0].form == "speech") else None


def _as_it_stands(scene: Scene, trigger: Trigger, tokens: frozenset[int]) -> tuple[Rest, ...]:
    """The claim's own words, where they are a main clause, or else its sentence, where most of it is the claim.

    Only what can be read by itself; nothing of a question. What is too long ends behind a clause, with dots. Where
    somebody speaks, the sentence alone: in the claim may be no more than that.
    """
    every = [i for i, word in enumerate(scene.words) if i not in scene.dateline and not is_sign(word)]
    every = _behind_conjunction(scene, every)
    own = [i for i in every if min(tokens) <= i <= max(tokens)]
    if not own or scene.words[-1].text == "?" or (scene.words[own[0]].tag == "PPOSAT" and own[0] in scene.mentions):
        return ()  # a question, or `Ihre Regierung …`, which has a name
    speaks = triggers.has(trigger, "spoken") and trigger.evidence != "speech"
    mostly = len(tokens.intersection(every)) >= words().most * len(every)
    stretch = own if not speaks and _is_main(scene, own) else every if mostly else []
    if not stretch or scene.finite_of(stretch) is None or _is_conditional(scene, stretch):
        return ()
    ends = () if speaks else (end for end in _clause_ends(scene, stretch) if end > trigger.at)
    stretches = ((stretch, ""), *(([i for i in stretch if i < end], " …") for end in ends))
    return tuple(
        Rest(said, "sentence")
        for part, dots in stretches
        if not any(main_clause.is_unclear(scene.words[i]) for i in part)
        and words().telling <= len(said := text(scene, part) + dots) <= words().longest
    )


def _behind_conjunction(scene: Scene, tokens: list[int]) -> list[int]:
    """The words without the conjunction in front that only joins them to what was said before: `Denn …`."""
    joins = len(tokens) > 1 and scene.words[tokens[0]].text.lower() in words().leading
    return tokens[1:] if joins and scene.words[tokens[0]].tag == "KON" else tokens


def _by_name(scene: Scene, trigger: Trigger, taking_part: Set[str]) -> tuple[Rest, ...]:
    """The noun that names an event, with what belongs to it behind it: `Nationalratswahl 2013`, `Streit um den Bau`.

    A noun by itself tells enough only where nobody else does, and it is a compound.
    """
    at = scene.clause_of(trigger.at, range(len(scene.clauses)))
    phrases = scene.phrases[at]
    k = next((k for k, phrase in enumerate(phrases) if phrase.head == trigger.at), None)
    if trigger.evidence != "noun" or k is None:
        return ()
    form = _nominative(scene, phrases[k])
    behind = [i for i in whole(phrases, k) if i > trigger.at]
    end = behind[-1] if behind else trigger.at
    if not behind and _YEAR.fullmatch(scene.words[min(end + 1, len(scene.words) - 1)].text):
        behind.append(end + 1)
    elif k + 1 < len(phrases) and phrases[k + 1].preposition in words().completing:
        following = list(whole(phrases, k + 1))
        behind += [end + 1, *following] if following[0] == end + 2 else []
    unclear = any(main_clause.is_unclear(scene.words[i]) or scene.words[i].tag == "PPOSAT" for i in behind)
    if form is None or unclear or (not behind and (taking_part or len(form) < words().compound)):
        return ()
    said = f"{form} {text(scene, behind)}" if behind else form
    return (Rest(said, "name"),) if len(said) <= words().longest and _closes(said) else ()


_YEAR = re.compile(r"(?:19|20)\d\d")


def _nominative(scene: Scene, phrase: Phrase) -> str | None:
    """How the noun of a phrase stands by itself; None where that cannot be told from how it stands there."""
    noun = scene.words[phrase.head]
    lemma = noun.lemma
    if noun.text == lemma or (phrase.function in {"subject", "object"} and not phrase.preposition):
        return noun.text
    if noun.text in {f"{lemma}s", f"{lemma}es"}:
        return lemma
    first = scene.words[phrase.tokens[0]]
    before = scene.words[max(phrase.tokens[0] - 1, 0)]
    dative = first.text.lower().endswith("em") or (before.tag == "APPRART" and before.text.lower()[-1] == "m")
    return noun.text if lemma.endswith(words().uninflected) or (dative and not noun.text.endswith("n")) else None


def _is_main(scene: Scene, stretch: Sequence[int]) -> bool:
    """Whether some words begin with a main clause, whose verb stands neither first nor last, and end where it does.

    `könne der Einsatz …` stands behind something, `zwischen dem 24.` before something.
    """
    first, last = stretch[0], scene.words[stretch[-1]]
    home = scene.home_of(first)
    opens = home is not None and home.kind == "main" and home.tokens[0] in {first, first - 1}
    verb_inside = scene.finite_of(stretch) not in {None, first, stretch[-1]}
    return opens and verb_inside and scene.words[first].tag != "KON" and not last.text[0].isdigit()


def _of_sentence(scene: Scene, trigger: Trigger, tokens: frozenset[int], acting: Set[str]) -> Gist | None:
    if trigger.evidence == "speech":  # whoever says it: that it is said is heard in it
        at = scene.clause_of(min(tokens), range(len(scene.clauses)))
        lead = scene.clauses[at].parent if scene.clauses[at].kind == "subordinate" else None
        if lead is not None and _is_against(scene, lead, at):
            return _told(scene, lead, [lead, *scene.below(lead)], acting)
        speaker = _UNKNOWN if acting else _source_around(scene, tokens)
        by_itself = None if acting or speaker.words else _said(scene, _UNKNOWN, (), sorted(tokens), "sentence")
        said = by_itself or _said(scene, speaker, (), sorted(tokens), by=acting)
        return said or (_said(scene, _UNKNOWN, (), sorted(tokens)) if speaker.words else None)
    named = attribution.source(scene)
    carrying = scene.inside(tokens if named is None or named.whole else tokens | named.tokens)
    if not carrying:
        return None
    own = scene.clause_of(trigger.at, carrying)
    if trigger.evidence == "noun" and not _is_central(scene, own, trigger):
        return None
    content = [k for k in carrying if k != own and scene.clauses[k].shares != own]
    quoting = triggers.has(trigger, "spoken") and any(scene.clauses[k].kind == "main" for k in content[:1])
    if not triggers.has(trigger, "saying") and not quoting:
        return _retold(scene, trigger, own, tokens) or _told(scene, own, carrying, acting)
    if not content:  # who only spoke, wherever that was, has said nothing yet
        about = any(phrase.function == "object" or phrase.preposition in ABOUT for phrase in scene.phrases[own])
        return _retold(scene, trigger, own, tokens) or _told(scene, own, carrying, acting) if about else None
    reported = scene.clauses[content[0]].kind in {"infinitive", "subordinate"}
    return _either(_told(scene, own, carrying, acting) if reported else None, _content(scene, own, content, acting))


def _retold(scene: Scene, trigger: Trigger, own: int, tokens: frozenset[int]) -> Gist | None:
    """What somebody says of themselves in reported speech, in these words: `Zudem wünsche er sich …`."""
    verb, subject = scene.clauses[own].verb, main_clause.subject(scene, own)
    if verb is None or subject is None or verb.mood != "subjunctive1" or not triggers.has(trigger, "spoken"):
        return None
    said = main_clause.named(scene, own, subject)
    if said.actor is None or scene.words[subject[0]].tag != "PPER":
        return None
    return _said(scene, said, (), sorted(tokens), by={said.actor})


def _either(told: Gist | None, said: Gist | None) -> Gist | None:
    """What is told in a whole sentence, or, if there is no room for that, in the words of who speaks in it."""
    if told is None or said is None or told.subject != said.subject or told.actor != said.actor:
        return told or said
    return told._replace(rests=told.rests + said.rests)


def _source_around(scene: Scene, tokens: Set[int]) -> Subject:
    """The source of words in their sentence or, where reported speech goes on, of those before: `…, sagte X.`"""
    source = _source(scene, tokens)
    home = scene.home_of(min(tokens))
    goes_on = home is not None and home.verb is not None and home.verb.mood == "subjunctive1"
    if source != _UNKNOWN or not goes_on or not scene.index or scene.sentence.kind != "body":
        return source
    before = Scene(scene.analysis, scene.index - 1)
    between = scene.analysis.document.text[before.sentence.end : scene.sentence.start]
    if "\n" in between or before.sentence.kind != "body":
        return _UNKNOWN
    said = _source(before, frozenset(), inserted=True)
    return said if said.words is not None else _UNKNOWN


def _source(scene: Scene, tokens: Set[int], *, inserted: bool = False) -> Subject:
    """Who says words without a name, in words: `sagte ein Sprecher`, `so die Polizei`, `wie das Fernsehen meldete`.

    Only what is `inserted` into the words or stands behind them, if so wanted: that begins with its verb.
    """
    for k, clause in enumerate(scene.clauses):
        verb, speaker = clause.verb, main_clause.subject(scene, k)
        if verb is None or speaker is None or not tokens.isdisjoint(clause.tokens):
            continue
        saying = triggers.of_verb(scene, k)
        says = verb.lemma in grammar().verbs.inserted or (saying is not None and triggers.has(saying, "saying"))
        verb_first = verb.at == clause.tokens[0] and k > 0
        if says and (verb_first or not inserted) and not main_clause.stands_for_nobody(scene, speaker):
            return main_clause.named(scene, k, speaker)
    source = attribution.source(scene)
    behind = sorted(source.tokens - tokens) if source is not None else []
    if len(behind) < 2 or scene.words[behind[0]].text.lower() != "so":
        return _UNKNOWN
    signs = (i for i in behind if is_sign(scene.words[i]) or i in scene.time_tokens)
    return Subject(text(scene, range(behind[1], next(signs, behind[-1] + 1))) or None)


def _content(scene: Scene, own: int, content: Sequence[int], acting: Set[str]) -> Gist | None:
    """Who speaks in a clause, and what its content is; None where that is not what they say."""
    if _is_against(scene, own, content[0]) or _is_another_event(scene, own, content[0]):
        return None
    homes = [own, *([] if (shared := scene.clauses[own].shares) is None else [shared])]
    home = next((k for k in homes if main_clause.subject(scene, k) is not None), own)
    speaker = main_clause.subject(scene, home)
    if speaker is not None and main_clause.stands_for_nobody(scene, speaker):
        return None
    named = (
        _UNKNOWN if speaker is None else _short(scene, main_clause.named(scene, home, speaker, acting), speaker, acting)
    )
    content_tokens = sorted(i for k in content for i in scene.clauses[k].tokens)
    return _said(scene, named, speaker or (), content_tokens, by=acting)


def _is_another_event(scene: Scene, at: int, behind: int) -> bool:
    """Whether a main clause only follows one that says all it has to say: `sagte eine Krise voraus, Y sprach von Z`."""
    clause = scene.clauses[behind]
    plain = clause.kind == "main" and clause.verb is not None and clause.verb.mood == "indicative"
    follows = behind > at and scene.words[max(clause.tokens[0] - 1, 0)].text == ","
    says_it = any(phrase.function == "object" for phrase in scene.phrases[at])
    own = any(scene.words[i].text.lower() in words().own for i in clause.tokens)
    return plain and follows and says_it and not own and not scene.is_direct(behind)


def _is_against(scene: Scene, at: int, content: int) -> bool:
    """Whether a clause denies or doubts the one that completes it; a main clause is what somebody says all the same.

    Who has no doubts is sure.
    """
    clause, quoted = scene.clauses[at], scene.clauses[content].kind == "main"
    before = [scene.words[i] for i in clause.tokens if i < scene.clauses[content].tokens[0] or quoted]
    denied = any(word.text.lower() in grammar().verbs.negations for word in before)
    lemmas = {word.lemma for word in before} | ({clause.verb.lemma} if clause.verb is not None else set())
    against = not lemmas.isdisjoint(words().against)
    return denied if quoted else denied != against


def _short(scene: Scene, subject: Subject, tokens: range, acting: Set[str]) -> Subject:
    """A subject with the one known actor who acts and is named in it: their name can stand where it is too long."""
    named = {mention.actor_id for i in tokens for mention in scene.mentions.get(i, ()) if mention.kind != "metonym"}
    if subject.words is None or subject.actor is not None or len(acting) != 1 or not acting <= named:
        return subject
    return subject._replace(actor=next(iter(acting)))


def _is_central(scene: Scene, at: int, trigger: Trigger) -> bool:
    """Whether a clause tells of the event that one of its nouns names: it is what happens, or is done."""
    phrase = scene.phrase_of(trigger.at, at)
    return phrase is not None and phrase.head == trigger.at and phrase.function in {"subject", "object"}


def _told(scene: Scene, own: int, carrying: Sequence[int], acting: Set[str]) -> Gist | None:
    """A clause with those that it depends on, as far as these carry the claim, and the clauses that complete them.

    One actor's name tells more than the noun that a relative pronoun stands for.
    """
    lead = own
    while (parent := scene.clauses[lead].parent) is not None and parent in carrying and scene.is_complement(lead):
        lead = parent
    below = [k for k in _completing(scene, lead) if not scene.is_question(k) or (k in carrying and _is_asked(scene, k))]
    if is_condition(scene, lead) or not set(below) <= set(carrying) or not (lead == own or own in below):
        return None  # `war in der Lage, …`
    if below and _goes_on_behind(scene, lead, below[0]):
        if not all(map(scene.is_question, below)) or not any(p.function == "object" for p in scene.phrases[lead]):
            return None
        below = []
    before = _completed_by(scene, lead)
    if before is not None:
        below = [before, *below]
    if _is_half(scene, {lead}) and not below:
        return None
    if any(scene.words[i].text.lower() in words().correlatives for k in below for i in scene.clauses[k].tokens):
        return None  # the other half stands in a clause that is not told
    told = list(main_clause.shortened(scene, lead, completed=bool(below), known=acting))
    completing = [list(_completion(scene, k)) for k in below]
    if not all(completing):
        return None
    if before is not None:
        completing[0] = [words[0].lower() + words[1:] for words in completing[0]]
    if not told:
        return None
    verb = scene.clauses[lead].verb  # who acts in a passive is not its subject
    relative = len(acting) == 1 and main_clause.is_relative(scene, lead) and not (verb and verb.passive)
    rests = [one.rest for one in told]
    with_more = _with_relative(scene, lead, rests) if not below else ()
    subject = _UNKNOWN if relative else told[0].subject
    return _fitting(subject, (*with_more, *_completed(rests, completing)), "predicate")


def _goes_on_behind(scene: Scene, at: int, below: int) -> bool:
    """Whether a clause goes on behind one that completes it, with more than its verb: `sagte, dass …, also ein X`."""
    verb = scene.clauses[at].verb
    closing = verb.tokens if verb is not None else ()
    behind = (i for i in scene.clauses[at].tokens if i > scene.clauses[below].tokens[-1])
    return any(i not in closing and not is_sign(scene.words[i]) for i in behind)


def _with_relative(scene: Scene, at: int, rests: Iterable[str]) -> Iterator[str]:
    """What is told of a clause with the relative clause right behind it that says which one its last noun means."""
    last = max(i for i in scene.clauses[at].tokens if not is_sign(scene.words[i]))
    k = next(
        (k for k, one in enumerate(scene.clauses) if one.kind == "relative" and one.tokens[0] in {last + 1, last + 2}),
        None,
    )
    if k is None or scene.clauses[k].parent != at or scene.below(k):
        return
    ends, which = scene.words[last].text, text(scene, scene.clauses[k].tokens)
    yield from (f"{rest}, {which}" for rest in rests if which and rest.split()[-1] == ends)


def _completed(told: Sequence[str], completing: Sequence[Sequence[str]]) -> Iterator[str]:
    """What is told with the clauses that complete it, these shorter and shorter; then with dots for the last of these.

    What would have dots within it and behind it tells too little.
    """
    if not completing:
        yield from told
    unbroken = [rest for rest in told if not rest.endswith("…")]
    for count in range(len(completing), 0, -1):
        dots = " …" if count < len(completing) else ""
        for step in range(max(map(len, completing[:count]))):
            shown = [variants[min(step, len(variants) - 1)] for variants in completing[:count]]
            yield from (f"{', '.join([rest, *shown])}{dots}" for rest in unbroken)


def _completing(scene: Scene, at: int) -> list[int]:
    """The clauses that complete a clause; a main clause only where somebody says or believes it."""
    verb, event = scene.clauses[at].verb, triggers.of_verb(scene, at)
    says = event is not None and any(triggers.has(event, trait) for trait in ("saying", "spoken", "governs"))
    believes = verb is not None and verb.lemma in words().believing
    says |= believes
    return [
        k
        for k in scene.complements(at)
        if scene.clauses[k].kind != "main"
        or (says and scene.clauses[at].kind == "main" and scene.words[scene.clauses[k].tokens[0]].tag not in FINITE)
    ]


def _is_asked(scene: Scene, at: int) -> bool:
    """Whether a clause is an indirect question that can complete another: with `was` it may only go on with it."""
    return scene.is_question(at) and scene.clauses[at].opener != "was"


def _completion(scene: Scene, at: int) -> Iterator[str]:
    """A clause that completes another with those that complete it, whole, and then shorter and shorter."""
    if scene.clauses[at].kind == "infinitive" and not any(
        scene.words[i].tag in main_clause.INFINITIVES for i in scene.clauses[at].tokens
    ):
        return  # `den Vertrag, den …, zu prüfen`
    inner = _completing(scene, at)
    if not inner:
        yield from main_clause.lessened(scene, at)
        return
    yield text(scene, sorted(i for k in (at, *scene.below(at)) for i in scene.clauses[k].tokens))
    for shorter in main_clause.lessened(scene, at):
        yield ", ".join([shorter, *(text(scene, scene.clauses[k].tokens) for k in inner)])
    yield from (f"{shorter} …" for shorter in main_clause.lessened(scene, at))


def _completed_by(scene: Scene, at: int) -> int | None:
    """The clause in front of a main clause that its verb needs: `Dass X geht, lehnt sie ab`."""
    first = scene.clauses[at].tokens[0]
    before = next((k for k, clause in enumerate(scene.clauses) if max(clause.tokens) in {first - 1, first - 2}), None)
    fronted = before is not None and scene.clauses[before].opener == "dass" and scene.words[first].tag in FINITE
    return before if fronted else None


def _fitting(subject: Subject, rests: Iterable[str], form: RestForm) -> Gist | None:
    """The gist of those rests for which there is room beside the subject; the name of a known actor may be short."""
    least = _SHORTEST_NAME if subject.words is None or subject.actor is not None else len(subject.words)
    room = words().longest - least - (2 if form == "speech" else 1)  # a blank, and a colon
    fitting = dict.fromkeys(rest for rest in rests if 0 < len(rest) <= room and _closes(rest))
    if not fitting or not _closes(subject.words or ""):
        return None
    return Gist(subject.words, subject.actor, tuple(Rest(rest, form) for rest in fitting))


def _closes(words: str) -> bool:
    """Whether each bracket and each quotation is closed, and nothing is denied at the end: `…, aber nicht`."""
    opens = words.endswith((", aber nicht", ", aber kein", ", aber keine"))
    return words.count("(") == words.count(")") and words.count('"') % 2 == 0 and not opens


def _said(
    scene: Scene,
    speaker: Subject,
    spoken_by: Sequence[int],
    content: Sequence[int],
    form: RestForm = "speech",
    *,
    by: Set[str] = frozenset(),
) -> Gist | None:
    """Who speaks and what is said: all of it, or its clauses as far as there is room, or its first one shortened.

    Who is meant by `er` there is named, but for those whose words they are (`by`), as who is named behind them may be.
    """
    tokens = [i for i in content if i not in scene.dateline]
    tokens = _behind_conjunction(scene, tokens)
    last = max(tokens, default=0)
    by = by | {m.actor_id for i, row in scene.mentions.items() if i > last for m in row if m.kind != "pronoun"}
    if not tokens or any(tokens[0] < i < tokens[-1] for i in spoken_by):
        return None
    first = scene.words[tokens[0]]
    at = scene.clause_of(tokens[0], range(len(scene.clauses)))
    if (first.tag == "KOUS" and first.text.lower() != "dass") or is_condition(scene, at):
        return _fitting(speaker, _conditioned(scene, at, tokens), form)
    before = scene.words[tokens[0] - 1] if tokens[0] else None
    if first.text[0].islower() and before is not None and not is_sign(before) and before.tag != "KON":
        source = frozenset(i for i in scene.clauses[at].tokens if i < tokens[0])
        return _fitting(speaker, _shortened(scene, at, tokens, source), form) if first.tag in FINITE else None
    stands = _begins_as_main_clause(scene, at, tokens)
    clear = not any(main_clause.is_dangling(scene, i) for i in tokens)
    opening = _opening(scene, at, tokens, by) if stands and (form == "speech" or clear) else None
    rests = [
        *(_as_spoken(scene, at, opening, tokens) if opening else ()),
        *_shortened(scene, at, tokens),
        *_believed(scene, at, tokens),
        *(_broken_off(scene, at, tokens, by, stands=stands) if form == "speech" else ()),
    ]
    return _fitting(speaker, rests, form)


def _believed(scene: Scene, at: int, tokens: Sequence[int]) -> Iterator[str]:
    """What somebody says that they believe: `Ich glaube, dass die Zahlen steigen` gives `die Zahlen steigen`."""
    clause = scene.clauses[at]
    own = any(scene.words[i].text.lower() in {"ich", "wir"} for i in clause.tokens)
    if own and clause.verb is not None and not clause.verb.negated and clause.verb.lemma in words().believing:
        for k in _completing(scene, at)[:1]:
            yield from _shortened(scene, k, tokens)


def _conditioned(scene: Scene, at: int, tokens: Sequence[int]) -> Iterator[str]:
    """What is said under a condition: all of it, or the main clause with the begin of the condition behind it.

    `Wenn das nicht gelinge, drohe ein Kollaps` gives `Ein Kollaps drohe, wenn …`.
    """
    yield text(scene, range(tokens[0], tokens[-1] + 1))
    clause = scene.clauses[at]
    mains = (k for k, one in enumerate(scene.clauses) if one.kind == "main" and one.tokens[0] > tokens[0])
    home = next((k for k in mains if k != at), None)
    carried = {*tokens, *(i for i, word in enumerate(scene.words) if is_sign(word))}
    if home is None or not carried.issuperset(scene.clauses[home].tokens):
        return
    opener = clause.opener or scene.words[tokens[0]].text.lower()  # `sollte das nicht gelingen, …`
    for main in main_clause.shortened(scene, home):
        subject = main.subject.words or main.subject.name
        if subject and not main.rest.endswith("…"):
            yield f"{subject} {main.rest}, {opener} …"


def _begins_as_main_clause(scene: Scene, at: int, tokens: Sequence[int]) -> bool:
    """Whether some words begin with a main clause, and not with its verb, and are no question."""
    clause = scene.clauses[at]
    if clause.kind != "main" or clause.verb is None:
        return False
    own = [i for i in clause.tokens if not is_sign(scene.words[i])]
    verb_last = len(own) > _SHORTEST and scene.finite(at) == own[-1]  # `mit der Betrüger abkassieren wollen`
    return scene.words[-1].text != "?" and scene.words[tokens[0]].tag not in FINITE and not verb_last


class _Opening(NamedTuple):
    """How some words begin: with these, and then as they stand from a token on; and whose they are."""

    words: str
    goes_on: int
    by: Set[str]


def _opening(scene: Scene, at: int, tokens: Sequence[int], by: Set[str]) -> _Opening:
    """The begin of what is said, without an adverb that joins it to what was said before: `Außerdem werde sie …`.

    Without that the subject stands in front of the verb.
    """
    first = next((i for i in tokens if not is_sign(scene.words[i])), tokens[0])
    finite, said = scene.finite(at), main_clause.subject(scene, at)
    connecting = scene.words[first].text.lower() in words().connecting
    if not connecting or finite != first + 1 or said is None or said[0] != finite + 1:
        return _Opening("", tokens[0], by)
    verb = scene.words[finite].text
    return _Opening(f"{text(scene, said)} {verb}", said[-1] + 1, by)


def _as_spoken(scene: Scene, at: int, opening: _Opening, tokens: Sequence[int]) -> Iterator[str]:
    """What is said as it stands, or as many whole clauses of it as there is room for; then less of the first one."""
    yield _from(scene, opening, tokens[-1]) + (" …" if _is_conditional(scene, tokens) else "")
    verb = scene.clauses[at].verb
    said = max(verb.tokens) if verb is not None else len(scene.words)
    own = [i for i in scene.clauses[at].tokens if i >= tokens[0]]
    phrase_ends = (end for end in main_clause.breaks(scene, at, own) if end >= said)
    clause_ends = [end - 1 for end in _clause_ends(scene, tokens)]
    for end in clause_ends:
        told = {
            k for k, clause in enumerate(scene.clauses) if tokens[0] <= clause.tokens[0] and clause.tokens[-1] <= end
        }
        if (
            at in told
            and not _lacks(scene, told)
            and _ends_well(scene, told, end)
            and len(begin := _from(scene, opening, end)) >= words().telling
        ):
            yield begin
    yield from _begun(scene, opening, (*clause_ends, *phrase_ends))


def _is_conditional(scene: Scene, tokens: Sequence[int]) -> bool:
    """Whether a condition behind some words that they hang on is none of them: `Wir verhandeln wieder, wenn …`."""
    told = {k for k, clause in enumerate(scene.clauses) if not set(tokens).isdisjoint(clause.tokens)}
    conditions = (c for k, c in enumerate(scene.clauses) if k not in told and c.opener in words().conditions)
    return any(clause.parent in told and clause.tokens[0] > tokens[-1] for clause in conditions)


def _lacks(scene: Scene, told: Set[int]) -> bool:
    """Whether clauses say something else without those behind them: a condition, a complement, what something is like.

    Not without a reason or a purpose, or what is added to them: `…, weil X`, `…, und X`.
    """
    if _is_half(scene, told):
        return True
    last = max(told, default=0)
    needed = (
        (clause.parent is not None and k in _completing(scene, clause.parent))
        or clause.opener in words().conditions
        or (clause.kind == "relative" and _narrows(scene, k))
        for k, clause in enumerate(scene.clauses)
        if k not in told and clause.parent in told and not _is_added(scene, k)
    )
    return any(needed) or any(_is_torn_off(scene, k) for k in range(last + 1, min(last + 3, len(scene.clauses))))


def _ends_well(scene: Scene, told: Set[int], end: int) -> bool:
    """Whether clauses up to a word are whole: each has a verb, and the last word announces no more: `aber nicht`."""
    last = next((scene.words[i] for i in range(end, -1, -1) if not is_sign(scene.words[i])), None)
    verbs = all(scene.clauses[k].verb is not None for k in told)
    return (
        verbs
        and last is not None
        and last.tag != "KON"
        and last.text.lower() not in grammar().verbs.negations | {"deshalb", "darum"}
    )


def _is_half(scene: Scene, told: Set[int]) -> bool:
    """Whether clauses announce a second half that is not among them: `nicht nur X` without `sondern auch Y`."""
    texts = [scene.words[i].text.lower() for k in sorted(told) for i in scene.clauses[k].tokens]
    halves = any(pair == ("nicht", "nur") for pair in pairwise(texts)) and "sondern" not in texts
    return halves or not words().halved.isdisjoint(texts)


def _is_added(scene: Scene, at: int) -> bool:
    """Whether a conjunction only adds a main clause to the one before; not so `mehr oder | weniger`."""
    joined = _conjunction(scene, at)
    return scene.clauses[at].kind == "main" and joined is not None and joined != "oder"


def _conjunction(scene: Scene, at: int) -> str | None:
    """The conjunction that a clause begins with, or that stands right before it."""
    first = scene.clauses[at].tokens[0]
    around = (scene.words[i] for i in (max(first - 1, 0), first))
    return next((word.text.lower() for word in around if word.tag == "KON"), None)


def _narrows(scene: Scene, at: int) -> bool:
    """Whether a relative clause is what its noun is about, so that little is said without it: `ein Klima, in dem …`."""
    parent, first = scene.clauses[at].parent, scene.clauses[at].tokens[0]
    row = scene.phrases[parent] if parent is not None else ()
    phrase = next((phrase for phrase in row if phrase.tokens[-1] in {first - 1, first - 2}), None)
    if phrase is None or phrase.tokens[0] in scene.mentions:
        return False
    determiner = scene.words[phrase.tokens[0]]
    return determiner.tag not in {"ART", "PPOSAT", "PDAT", "NE"} or determiner.text.lower().startswith("ein")


_AUXILIARIES = frozenset({"VAFIN", "VMFIN"})
"""Tags of finite verbs that mostly need another, or an adjective."""


def _is_torn_off(scene: Scene, at: int) -> bool:
    """Whether a clause is the rest of one before it, behind one that stands within it: `…, die …, sei freundlich`."""
    clause = scene.clauses[at]
    before = scene.clauses[at - 1] if at else clause
    finite = scene.finite(at - 1) if at else None
    alone = before.verb is not None and len(before.verb.tokens) == 1
    open_end = alone and finite is not None and scene.words[finite].tag in _AUXILIARIES
    if open_end and (clause.kind == "relative" or (scene.finite(at) is None and clause.kind == "main")):
        return not _is_added(scene, at)  # `hat den Vertrag | der Bauern gelesen`
    behind = at > 0 and before.kind != "main" and clause.shares is None
    if clause.kind == "main" and _conjunction(scene, at) == "oder":
        return True
    headless = clause.verb is None or main_clause.subject(scene, at) is None
    begins_with_verb = scene.words[clause.tokens[0]].tag in FINITE
    return clause.kind == "main" and behind and headless and not begins_with_verb and not _is_added(scene, at)


def _shortened(scene: Scene, at: int, tokens: Sequence[int], source: frozenset[int] = frozenset()) -> Iterator[str]:
    """The first clause of what is said as a main clause by itself; dots stand in place of what completes it.

    Left out of it is the source that stands in it, as `Nach Meinung von Bo Lund könnten …` or `…, so Bo Lund`.
    """
    clause = scene.clauses[at]
    if not source and (named := attribution.source(scene)) is not None and named.tokens.isdisjoint(tokens):
        source = named.tokens & frozenset(clause.tokens)
    carried = {*tokens, *scene.dateline, *source}
    is_carried = all(i in carried or is_sign(scene.words[i]) or scene.words[i].tag == "KON" for i in clause.tokens)
    if clause.kind not in {"main", "subordinate"} or not is_carried or scene.words[-1].text == "?":
        return
    below = [k for k in _completing(scene, at) if carried.issuperset(scene.clauses[k].tokens)]
    completing = [variants for k in below if (variants := list(_completion(scene, k)))]
    dots = " …" if len(completing) < len(_completing(scene, at)) or _lacks(scene, {at, *below}) else ""
    said = main_clause.subject(scene, at)
    every = [
        main
        for timed in (True, False)
        for main in main_clause.shortened(scene, at, completed=bool(completing), without=source, timed=timed)
    ]
    for subject, alike in groupby(every, lambda main: main.subject.words or main.subject.name):
        some = list(alike)
        spoken = text(scene, said) if said and (source or _is_own(scene, said)) else None
        for rest in _completed([main.rest for main in some], completing):
            shown = f"{subject or spoken} {rest}{'' if rest.endswith('…') else dots}"
            if (subject or spoken) and (set(tokens) <= set(clause.tokens) or len(shown) >= words().telling):
                yield shown


def _broken_off(scene: Scene, at: int, tokens: Sequence[int], by: Set[str], *, stands: bool) -> Iterator[str]:
    """As many phrases of some words as there is room for, those with all of the verb of the first clause first."""
    verb = scene.clauses[at].verb
    last = max(verb.tokens) if verb is not None else len(scene.words)
    if stands:
        yield from _excerpts(scene, at, tokens, by, last - 1)
    yield from _uncompleted(scene, at, tokens)
    if stands and (finite := scene.finite(at)) is not None:
        yield from _excerpts(scene, at, tokens, by, finite)


def _uncompleted(scene: Scene, at: int, tokens: Sequence[int]) -> Iterator[str]:
    """The first clause of what is said, with dots in place of the clauses that complete it."""
    if not _completing(scene, at) or not set(tokens).issuperset(
        i for i in scene.clauses[at].tokens if not is_sign(scene.words[i])
    ):
        return
    for main in main_clause.shortened(scene, at, completed=True, timed=True):
        subject = main.subject.words or main.subject.name
        if subject and not main.rest.endswith("…") and len(f"{subject} {main.rest}") >= words().telling:
            yield f"{subject} {main.rest} …"


def _is_own(scene: Scene, subject: range) -> bool:
    """Whether whoever speaks is the subject: `ich`, `wir`."""
    return scene.words[subject[0]].text.lower() in words().own


def _excerpts(scene: Scene, at: int, tokens: Sequence[int], by: Set[str], behind: int) -> Iterator[str]:
    """As many phrases of some words as there is room for, to one `behind` a word at least; nothing of a denial."""
    carried = set(tokens)
    if scene.finite(at) is None or negation.clause_negated(scene, at):
        return
    touched = (k for k, clause in enumerate(scene.clauses) if carried.intersection(clause.tokens))
    asserted = [k for k in touched if not negation.clause_negated(scene, k)]
    ends = sorted({end for k in asserted for end in main_clause.phrase_ends(scene, k, tokens[-1])}, reverse=True)
    yield from _begun(scene, _opening(scene, at, tokens, by), (end for end in ends if behind < end))


def _begun(scene: Scene, opening: _Opening, ends: Iterable[int]) -> Iterator[str]:
    """The words from the opening to each end, those that tell something, with dots after them."""
    begins = (_from(scene, opening, end) for end in ends if end >= opening.goes_on)
    yield from (f"{begin} …" for begin in begins if len(begin) >= words().telling)


def _from(scene: Scene, opening: _Opening, end: int) -> str:
    """The opening and what stands behind it, up to an end."""
    behind = main_clause.spoken(scene, range(opening.goes_on, end + 1), opening.by)
    return " ".join(filter(None, (opening.words, behind)))


def _clause_ends(scene: Scene, tokens: Sequence[int]) -> Iterator[int]:
    """Where in some words another clause begins, before which they can be broken off; the last first."""
    begins = {
        clause.tokens[0]
        for k, clause in enumerate(scene.clauses)
        if clause.kind == "main" or not scene.is_complement(k) or _goes_on(scene, k)
    }
    for at in sorted(begins & set(range(tokens[0] + 1, tokens[-1])), reverse=True):
        if not _announces(scene, at):
            yield at - 1 if scene.words[at - 1].tag == "KON" else at


def _goes_on(scene: Scene, at: int) -> bool:
    """Whether another clause before completes the same one: `…, ins Detail zu gehen | und das zu regeln`."""
    parent = scene.clauses[at].parent
    return parent is not None and scene.complements(parent)[:1] != [at]


def _announces(scene: Scene, at: int) -> bool:
    """Whether the word before a clause has its content in it: `er arbeite daran, …`."""
    before = next((scene.words[i] for i in range(at - 1, -1, -1) if not is_sign(scene.words[i])), None)
    return before is not None and (before.tag == "PROAV" or before.text.lower() == "es")
