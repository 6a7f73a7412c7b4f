"""What a claim tells as a sentence by itself, or who speaks and what is said: its event's title is made of it."""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from typing import NamedTuple

from core.claims import main_clause, negation, triggers
from core.claims.assertion import is_condition
from core.claims.main_clause import MainClause, Subject, text, words
from core.claims.scene import Scene
from core.claims.topics import ABOUT
from core.claims.triggers import Trigger
from core.german.phrases import Phrase, whole
from core.german.tags import FINITE, is_sign
from core.model import Gist, Rest, RestForm

_SHORTEST = 3  # words of a main clause that may end with its verb: `Anna Meier geht`
_SHORTEST_NAME = 3  # characters, of a known actor's name
_UNKNOWN = Subject(None)


def of_draft(scene: Scene, trigger: Trigger, tokens: frozenset[int], taking_part: Set[str], acting: int) -> Gist | None:
    """The gist of what some words of a sentence claim; None where they give none that can be read by itself.

    Args:
        scene: the sentence.
        trigger: the word that tells of the event.
        tokens: the words that carry the claim.
        taking_part: the known actors that take part: one of them can stand for a pronoun.
        acting: how many of them act or speak: one alone can stand for any subject that is not named.
    """
    if scene.sentence.kind == "headline" and 0 < len(title := text(scene, range(len(scene.words)))) <= words().longest:
        return Gist(None, None, (Rest(title, "sentence"),))
    gist = _of_actors(_of_sentence(scene, trigger, tokens, acting), taking_part, acting)
    sentences = _as_it_stands(scene, trigger, tokens)
    name = _by_name(scene, trigger, taking_part)
    if gist is None:
        told = sentences or name
        return Gist(None, None, told) if told else None
    timeless = sentences if scene.time_tokens.isdisjoint(tokens) else ()  # nothing has to be left out or moved
    first = tuple(rest for rest in timeless if not rest.words.endswith("…") and gist.rests[0].form != "speech")
    return gist._replace(rests=first + gist.rests + sentences + name)


def _of_actors(gist: Gist | None, taking_part: Set[str], acting: int) -> Gist | None:
    """A gist whose subject stands for who takes part, or for somebody without a name; None where it may for several.

    What is said can be told of several.
    """
    if gist is None or gist.subject is not None or gist.actor in taking_part or gist.rests[0].form == "sentence":
        return gist
    return gist if gist.actor is None and (acting < 2 or gist.rests[0].form == "speech") else None


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
    if not stretch or scene.finite_of(stretch) is None:
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
    return (Rest(said, "sentence"),) if len(said) <= words().longest and _closes(said) else ()


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


def _of_sentence(scene: Scene, trigger: Trigger, tokens: frozenset[int], acting: int) -> Gist | None:
    if trigger.evidence == "speech":  # whoever says it: that it is said is heard in it
        by_itself = None if acting else _said(scene, _UNKNOWN, (), sorted(tokens), "sentence")
        return by_itself or _said(scene, _UNKNOWN, (), sorted(tokens))
    carrying = scene.inside(tokens)
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
    return _either(_told(scene, own, carrying, acting) if reported else None, _content(scene, own, content))


def _retold(scene: Scene, trigger: Trigger, own: int, tokens: frozenset[int]) -> Gist | None:
    """What somebody says of themselves in reported speech, in these words: `Zudem wünsche er sich …`."""
    verb, subject = scene.clauses[own].verb, main_clause.subject(scene, own)
    if verb is None or subject is None or verb.mood != "subjunctive1" or not triggers.has(trigger, "spoken"):
        return None
    said = main_clause.named(scene, own, subject)
    if said.actor is None or scene.words[subject[0]].tag != "PPER":
        return None
    return _said(scene, said, (), sorted(tokens))


def _either(told: Gist | None, said: Gist | None) -> Gist | None:
    """What is told in a whole sentence, or, if there is no room for that, in the words of who speaks in it."""
    if told is None or said is None or told.subject != said.subject or told.actor != said.actor:
        return told or said
    return told._replace(rests=told.rests + said.rests)


def _content(scene: Scene, own: int, content: Sequence[int]) -> Gist | None:
    """Who speaks in a clause, and what its content is; None where that is not what they say."""
    verb = scene.clauses[own].verb
    reported = scene.clauses[content[0]].kind != "main"
    if verb is not None and (verb.negated or (reported and verb.lemma in words().against)):
        return None
    speaker = main_clause.subject(scene, own)
    if speaker is not None and main_clause.stands_for_nobody(scene, speaker):
        return None
    named = _UNKNOWN if speaker is None else main_clause.named(scene, own, speaker)
    return _said(scene, named, speaker or (), sorted(i for k in content for i in scene.clauses[k].tokens))


def _is_central(scene: Scene, at: int, trigger: Trigger) -> bool:
    """Whether a clause tells of the event that one of its nouns names: it is what happens, or is done."""
    phrase = scene.phrase_of(trigger.at, at)
    return phrase is not None and phrase.head == trigger.at and phrase.function in {"subject", "object"}


def _told(scene: Scene, own: int, carrying: Sequence[int], acting: int) -> Gist | None:
    """A clause with those that it depends on, as far as these carry the claim, and the clauses that complete them.

    One actor's name tells more than the noun that a relative pronoun stands for.
    """
    lead = own
    while (parent := scene.clauses[lead].parent) is not None and parent in carrying and scene.is_complement(lead):
        lead = parent
    below = [k for k in scene.complements(lead) if not scene.is_question(k)]
    if not set(below) <= set(carrying) or not (lead == own or own in below):
        return None  # `war in der Lage, …`
    before = _completed_by(scene, lead)
    if before is not None:
        below = [before, *below]
    if any(scene.words[i].text.lower() in words().correlatives for k in below for i in scene.clauses[k].tokens):
        return None  # the other half stands in a clause that is not told
    told = list(main_clause.shortened(scene, lead, completed=bool(below)))
    completed = [text(scene, scene.clauses[k].tokens) for k in below]
    if before is not None:
        completed[0] = completed[0][0].lower() + completed[0][1:]
    if not told:
        return None
    verb = scene.clauses[lead].verb  # who acts in a passive is not its subject
    relative = acting == 1 and main_clause.is_relative(scene, lead) and not (verb and verb.passive)
    return _fitting(_UNKNOWN if relative else told[0].subject, _completed(told, completed), "predicate")


def _completed(told: Sequence[MainClause], completing: Sequence[str]) -> Iterator[str]:
    """What is told with the clauses that complete it, then with dots in place of the last ones of these."""
    if not completing:
        yield from (one.rest for one in told)
    unbroken = [one.rest for one in told if not one.rest.endswith("…")]
    for count in range(len(completing), 0, -1):
        dots = " …" if count < len(completing) else ""
        yield from (f"{', '.join([rest, *completing[:count]])}{dots}" for rest in unbroken)


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
    """Whether each bracket is closed."""
    return words.count("(") == words.count(")")


def _said(
    scene: Scene, speaker: Subject, spoken_by: Sequence[int], content: Sequence[int], form: RestForm = "speech"
) -> Gist | None:
    """Who speaks and what is said: all of it, or its clauses as far as there is room, or its first one shortened."""
    tokens = [i for i in content if i not in scene.dateline]
    tokens = _behind_conjunction(scene, tokens)
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
    clear = not any(main_clause.is_unclear(scene.words[i]) for i in tokens)
    opening = _opening(scene, at, tokens) if stands and (form == "speech" or clear) else None
    rests = [
        *(_as_spoken(scene, at, opening, tokens) if opening else ()),
        *_shortened(scene, at, tokens),
        *_believed(scene, at, tokens),
        *(_excerpts(scene, at, tokens) if stands and form == "speech" else ()),
    ]
    return _fitting(speaker, rests, form)


def _believed(scene: Scene, at: int, tokens: Sequence[int]) -> Iterator[str]:
    """What somebody says that they believe: `Ich glaube, dass die Zahlen steigen` gives `die Zahlen steigen`."""
    clause = scene.clauses[at]
    own = any(scene.words[i].text.lower() in {"ich", "wir"} for i in clause.tokens)
    if own and clause.verb is not None and not clause.verb.negated and clause.verb.lemma in words().believing:
        for k in scene.complements(at)[:1]:
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
    """How some words begin: with these, and then as they stand from a token on."""

    words: str
    goes_on: int


def _opening(scene: Scene, at: int, tokens: Sequence[int]) -> _Opening:
    """The begin of what is said, without an adverb that joins it to what was said before: `Außerdem werde sie …`.

    Without that the subject stands in front of the verb.
    """
    first = next((i for i in tokens if not is_sign(scene.words[i])), tokens[0])
    finite, said = scene.finite(at), main_clause.subject(scene, at)
    connecting = scene.words[first].text.lower() in words().connecting
    if not connecting or finite != first + 1 or said is None or said[0] != finite + 1:
        return _Opening("", tokens[0])
    verb = scene.words[finite].text
    return _Opening(f"{text(scene, said)} {verb}", said[-1] + 1)


def _as_spoken(scene: Scene, at: int, opening: _Opening, tokens: Sequence[int]) -> Iterator[str]:
    """What is said as it stands, or as many whole clauses of it as there is room for; then less of the first one."""
    yield _from(scene, opening, tokens[-1])
    verb = scene.clauses[at].verb
    said = max(verb.tokens) if verb is not None else len(scene.words)
    own = [i for i in scene.clauses[at].tokens if i >= tokens[0]]
    phrase_ends = (end for end in main_clause.breaks(scene, at, own) if end >= said)
    clause_ends = (end - 1 for end in _clause_ends(scene, tokens))
    yield from _begun(scene, opening, (*clause_ends, *phrase_ends))


def _shortened(scene: Scene, at: int, tokens: Sequence[int], source: frozenset[int] = frozenset()) -> Iterator[str]:
    """The first clause of what is said as a main clause by itself; dots stand in place of what completes it.

    Left out of it is the source that stands in it: `Nach Meinung von Bo Lund könnten …`.
    """
    clause, carried = scene.clauses[at], {*tokens, *scene.dateline, *source}
    is_carried = all(i in carried or is_sign(scene.words[i]) or scene.words[i].tag == "KON" for i in clause.tokens)
    if clause.kind not in {"main", "subordinate"} or not is_carried or scene.words[-1].text == "?":
        return
    dots = " …" if scene.complements(at) else ""
    said = main_clause.subject(scene, at)
    for main in main_clause.shortened(scene, at, without=source):
        subject = main.subject.words or main.subject.name or (text(scene, said) if said and source else None)
        shown = f"{subject} {main.rest}{'' if main.rest.endswith('…') else dots}"
        if subject and (set(tokens) <= set(clause.tokens) or len(shown) >= words().telling):
            yield shown


def _excerpts(scene: Scene, at: int, tokens: Sequence[int]) -> Iterator[str]:
    """As many phrases of some words as there is room for, the first clause's verb among them; nothing of a denial."""
    finite, carried = scene.finite(at), set(tokens)
    if finite is None or negation.clause_negated(scene, at):
        return
    touched = (k for k, clause in enumerate(scene.clauses) if carried.intersection(clause.tokens))
    asserted = [k for k in touched if not negation.clause_negated(scene, k)]
    ends = sorted({end for k in asserted for end in main_clause.phrase_ends(scene, k, tokens[-1])}, reverse=True)
    yield from _begun(scene, _opening(scene, at, tokens), (end for end in ends if finite < end))


def _begun(scene: Scene, opening: _Opening, ends: Iterable[int]) -> Iterator[str]:
    """The words from the opening to each end, those that tell something, with dots after them."""
    begins = (_from(scene, opening, end) for end in ends)
    yield from (f"{begin} …" for begin in begins if len(begin) >= words().telling)


def _from(scene: Scene, opening: _Opening, end: int) -> str:
    """The opening and what stands behind it, up to an end."""
    return " ".join(filter(None, (opening.words, text(scene, range(opening.goes_on, end + 1)))))


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
