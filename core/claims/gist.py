"""What a claim tells as a sentence by itself, or who speaks and what is said: its event's title is made of it."""

from collections.abc import Iterator, Sequence, Set

from core.claims import main_clause, triggers
from core.claims.main_clause import Subject, text, words
from core.claims.scene import Scene
from core.claims.topics import ABOUT
from core.claims.triggers import Trigger
from core.german.tags import FINITE, is_sign
from core.model import Gist, Rest, RestForm

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
    gist = _of_actors(_of_sentence(scene, trigger, tokens), trigger, taking_part, acting)
    whole = _as_it_stands(scene, tokens, triggers.has(trigger, "saying") and trigger.evidence != "speech")
    if gist is None:
        return Gist(None, None, whole) if whole else None
    return gist._replace(rests=gist.rests + whole)


def _of_actors(gist: Gist | None, trigger: Trigger, taking_part: Set[str], acting: int) -> Gist | None:
    """A gist with the known actor that its subject stands for; None where it stands for nobody."""
    if gist is None or gist.subject is not None or gist.actor in taking_part:
        return gist
    if acting == 0 and trigger.evidence == "speech":  # whoever says it: that it is said is heard in it
        return Gist(None, None, tuple(rest._replace(form="sentence") for rest in gist.rests))
    return gist._replace(actor=None) if acting == 1 else None


def _as_it_stands(scene: Scene, tokens: frozenset[int], speaks: bool) -> tuple[Rest, ...]:
    """The claim's own words, where they are a main clause, or else its sentence, where most of it is the claim.

    Only what is short enough, and can be read by itself; nothing of a question. Where somebody `speaks`, the sentence
    alone: in the claim may be no more than that.
    """
    every = [i for i, word in enumerate(scene.words) if i not in scene.dateline and not is_sign(word)]
    own = [i for i in every if min(tokens) <= i <= max(tokens)]
    if not own or scene.words[-1].text == "?":
        return ()
    mostly = len(tokens.intersection(every)) >= words().most * len(every)
    stretches = [own] if not speaks and _is_main(scene, own) else [every] if mostly else []
    return tuple(
        Rest(said, "sentence")
        for stretch in stretches
        if not any(main_clause.is_unclear(scene.words[i]) for i in stretch)
        and scene.finite_of(stretch) is not None
        and words().telling <= len(said := text(scene, stretch)) <= words().longest
    )


def _is_main(scene: Scene, stretch: Sequence[int]) -> bool:
    """Whether some words begin with a main clause, whose verb stands neither first nor last, and end where it does.

    `könne der Einsatz …` stands behind something, `zwischen dem 24.` before something.
    """
    first, last = stretch[0], scene.words[stretch[-1]]
    home = scene.home_of(first)
    opens = home is not None and home.kind == "main" and home.tokens[0] in {first, first - 1}
    verb_inside = scene.finite_of(stretch) not in {None, first, stretch[-1]}
    return opens and verb_inside and scene.words[first].tag != "KON" and not last.text[0].isdigit()


def _of_sentence(scene: Scene, trigger: Trigger, tokens: frozenset[int]) -> Gist | None:
    if trigger.evidence == "speech":
        return _said(scene, _UNKNOWN, (), sorted(tokens))
    carrying = [k for k, clause in enumerate(scene.clauses) if tokens.issuperset(clause.tokens)]
    if not carrying:
        return None
    own = scene.clause_of(trigger.at, carrying)
    if trigger.evidence == "noun" and not _is_central(scene, own, trigger):
        return None
    content = [k for k in carrying if k != own]
    if not triggers.has(trigger, "saying"):
        return _told(scene, own, carrying)
    if not content:  # who only spoke, wherever that was, has said nothing yet
        about = any(phrase.function == "object" or phrase.preposition in ABOUT for phrase in scene.phrases[own])
        return _told(scene, own, carrying) if about else None
    reported = scene.clauses[content[0]].kind in {"infinitive", "subordinate"}
    return _either(_told(scene, own, carrying) if reported else None, _content(scene, own, content))


def _either(told: Gist | None, said: Gist | None) -> Gist | None:
    """What is told in a whole sentence, or, if there is no room for that, in the words of who speaks in it."""
    if told is None or said is None or told.subject != said.subject or told.actor != said.actor:
        return told or said
    return told._replace(rests=told.rests + said.rests)


def _content(scene: Scene, own: int, content: Sequence[int]) -> Gist | None:
    """Who speaks in a clause, and what its content is; None where that is not what they say."""
    verb = scene.clauses[own].verb
    if verb is not None and (verb.negated or verb.lemma in words().against):
        return None
    speaker = main_clause.subject(scene, own)
    named = _UNKNOWN if speaker is None else main_clause.named(scene, own, speaker)
    return _said(scene, named, speaker or (), sorted(i for k in content for i in scene.clauses[k].tokens))


def _is_central(scene: Scene, at: int, trigger: Trigger) -> bool:
    """Whether a clause tells of the event that one of its nouns names: it is what happens, or is done."""
    phrase = scene.phrase_of(trigger.at, at)
    return phrase is not None and phrase.head == trigger.at and phrase.function in {"subject", "object"}


def _told(scene: Scene, own: int, carrying: Sequence[int]) -> Gist | None:
    """A clause with those that it depends on, as far as these carry the claim, and the clauses that complete them."""
    lead = own
    while (parent := scene.clauses[lead].parent) is not None and parent in carrying and scene.is_complement(lead):
        lead = parent
    below = [k for k in scene.complements(lead) if not scene.is_question(k)]
    if not set(below) <= set(carrying) or not (lead == own or own in below):
        return None  # `war in der Lage, …`
    before = _completed_by(scene, lead)
    if before is not None:
        below = [before, *below]
    told = list(main_clause.shortened(scene, lead))
    completed = [text(scene, scene.clauses[k].tokens) for k in below]
    if before is not None:
        completed[0] = completed[0][0].lower() + completed[0][1:]
    return _fitting(told[0].subject, (", ".join([one.rest, *completed]) for one in told), "predicate") if told else None


def _completed_by(scene: Scene, at: int) -> int | None:
    """The clause in front of a main clause that its verb needs: `Dass X geht, lehnt sie ab`."""
    first = scene.clauses[at].tokens[0]
    before = next((k for k, clause in enumerate(scene.clauses) if max(clause.tokens) in {first - 1, first - 2}), None)
    fronted = before is not None and scene.clauses[before].opener == "dass" and scene.words[first].tag in FINITE
    return before if fronted else None


def _fitting(subject: Subject, rests: Iterator[str], form: RestForm) -> Gist | None:
    """The gist of those rests for which there is room beside the subject; the name of a known actor may be short."""
    least = _SHORTEST_NAME if subject.words is None else len(subject.words)
    room = words().longest - least - (2 if form == "speech" else 1)  # a blank, and a colon
    fitting = tuple(dict.fromkeys(rest for rest in rests if 0 < len(rest) <= room))
    return Gist(subject.words, subject.actor, tuple(Rest(rest, form) for rest in fitting)) if fitting else None


def _said(scene: Scene, speaker: Subject, spoken_by: Sequence[int], content: Sequence[int]) -> Gist | None:
    """Who speaks and what is said: all of it, or its clauses as far as there is room, or its first one shortened."""
    tokens = [i for i in content if i not in scene.dateline]
    if not tokens or any(tokens[0] < i < tokens[-1] for i in spoken_by):
        return None
    opening = scene.words[tokens[0]]
    if opening.tag == "KOUS" and opening.text.lower() != "dass":
        return None
    if opening.text[0].islower() and tokens[0] and not is_sign(scene.words[tokens[0] - 1]):
        return None  # the rest of something
    return _fitting(speaker, _words_said(scene, tokens), "speech")


def _words_said(scene: Scene, tokens: Sequence[int]) -> Iterator[str]:
    """What is said: as it stands, as many whole clauses of it with dots after them, then its first clause shortened."""
    first = scene.clauses[at := scene.clause_of(tokens[0], range(len(scene.clauses)))]
    if first.verb is None or scene.words[-1].text == "?":
        return
    carried = {*tokens, *scene.dateline}
    whole = all(i in carried or is_sign(scene.words[i]) for i in first.tokens)
    if first.kind != "subordinate" and scene.words[tokens[0]].tag not in FINITE:
        yield text(scene, range(tokens[0], tokens[-1] + 1))
        yield from _begins(scene, tokens)
    for main in main_clause.shortened(scene, at) if whole else ():
        subject = main.subject.words or main.subject.name
        shown = f"{subject} {main.rest}"
        if subject and (set(tokens) <= set(first.tokens) or len(shown) >= words().telling):
            yield shown


def _begins(scene: Scene, tokens: Sequence[int]) -> Iterator[str]:
    """As many whole clauses of some words as tell something, with dots after them."""
    first, last = tokens[0], tokens[-1]
    begins = {clause.tokens[0] for clause in scene.clauses if clause.shares is None} & set(range(first + 1, last))
    ends = (at for at in sorted(begins, reverse=True) if not _announces(scene, at))
    yield from (f"{begin} …" for at in ends if len(begin := text(scene, range(first, at))) >= words().telling)


def _announces(scene: Scene, at: int) -> bool:
    """Whether the word before a clause has its content in it: `er arbeite daran, …`."""
    before = next((scene.words[i] for i in range(at - 1, -1, -1) if not is_sign(scene.words[i])), None)
    return before is not None and (before.tag == "PROAV" or before.text.lower() == "es")
