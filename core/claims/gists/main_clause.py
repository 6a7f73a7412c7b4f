"""A clause as a main clause by itself, in the words of its sentence: the subject, then the finite verb and the rest.

Nothing is added and no phrase is cut: whole phrases are taken over, moved behind the verb, or left out. `dass X am
Montag den Vertrag unterzeichnet hat` gives `X` and `hat den Vertrag unterzeichnet`.
"""

from collections.abc import Iterator, Set
from itertools import chain, pairwise
from typing import NamedTuple

from core.claims import triggers
from core.claims.gists.abridgement import abridgements
from core.claims.gists.attributes import without_attributes
from core.claims.gists.breaks import gaps, phrase_breaks
from core.claims.gists.dependence import is_paired
from core.claims.gists.omissions import (
    apposed_before,
    apposed_behind,
    asides,
    free_adverbs,
    free_circumstances,
    free_front,
    free_prepositions,
    n_times,
    out_of_place,
    parenthetical,
    relative_phrase,
)
from core.claims.gists.readability import BREAKS, is_readable, tells_something
from core.claims.gists.realisation import joined
from core.claims.gists.subjects import Subject, apposed_name, is_torn, named_subject, subject_span
from core.claims.gists.verbs import finite_verb, verb_second
from core.claims.gists.vocabulary import words
from core.claims.scene import Scene
from core.german.cases import plural, readings
from core.german.grammar import grammar
from core.german.tags import DETERMINERS, PREPOSITIONS


class MainClause(NamedTuple):
    """A clause: its subject, and all behind it."""

    subject: Subject
    rest: str

    @property
    def whole(self) -> str | None:
        """The clause as a sentence; None where no words say who its subject is, or it ends with dots."""
        return None if self.subject.shown is None or self.rest.endswith("…") else f"{self.subject.shown} {self.rest}"


class _Parts(NamedTuple):
    """A clause's subject, where that and the finite verb stand, and the two parts of its verb."""

    subject: Subject
    span: range
    finite: int
    verb: tuple[str, str]


def main_clauses(
    scene: Scene,
    at: int,
    *,
    completed: bool = False,
    without: Set[int] = frozenset(),
    timed: bool = False,
    known: Set[str] = frozenset(),
) -> Iterator[MainClause]:
    """A clause as a main clause: whole but for its time, then without adverbs, then with less and less circumstances.

    Nothing where it cannot be read by itself, or says no more than that somebody did something: `X betonte dann auch`.
    In a relative clause what stands for the noun before it behind a preposition stays out: `mit dem sie ausreiste`.

    Args:
        scene: the sentence.
        at: the clause.
        completed: whether another clause completes it, in which that is said then.
        without: words that stay out of it.
        timed: whether its time goes with the adverbs, and not before.
        known: actors one of whom is its subject by name where a title stands for them.
    """
    verb = scene.clauses[at].verb
    parts = None if verb is None or _needs_another(scene, at) else _parts(scene, at, known)
    if verb is None or parts is None or not without.isdisjoint(parts.span):
        return  # who says it is not who does it: `Die Union hat versagt, so der Minister`
    left_out = (
        {parts.finite, *parts.span, *without, *apposed_behind(scene, parts.span, parts.finite)}
        | out_of_place(scene, at, timed=timed or verb.lemma in words().when)
        | apposed_before(scene, at, parts.span)
        | relative_phrase(scene, at)
    )
    kept = [i for i in scene.clauses[at].tokens if i not in left_out]
    kept.sort(key=lambda i: not _is_reflexive(scene, i))
    if (broken := _broken_at(scene, at, without)) is not None:
        kept = [i for i in kept if i < broken]
        told = [i for i in kept if i not in verb.tokens]
        if is_readable(scene, at, kept) and any(tells_something(scene, i) for i in told):
            yield MainClause(parts.subject, _around(parts.verb, joined(scene, kept), "…"))
        return
    yield from (MainClause(parts.subject, rest) for rest in _rests(scene, at, parts, kept, completed=completed))


def _needs_another(scene: Scene, at: int) -> bool:
    """Whether a clause is one half of something, has something else within it, or depends on another as a condition."""
    clause, added = scene.clauses[at], parenthetical(scene, at)
    behind_dateline = (i for i in clause.tokens if i > max(scene.dateline, default=-2) + 1 and i not in added)
    texts = [scene.words[i].text.lower() for i in behind_dateline]
    if n_times(scene, at) > 1 and "," in {scene.words[i].text for i in clause.tokens}:
        return True  # `im Mai übernahm X die Leitung, im Juni Y`
    halved = any(text in words().correlatives | BREAKS and not is_paired(text, texts) for text in texts)
    return halved or clause.opener in words().conditions or clause.kind == "infinitive"


def _parts(scene: Scene, at: int, known: Set[str]) -> _Parts | None:
    """What a main clause can be built around; None where a clause has no such subject or verb, be they shared."""
    clause, home, span = scene.clauses[at], at, subject_span(scene, at)
    if span is None and clause.shares is not None and clause.kind == "main":
        if _has_own_subject(scene, at):
            return None
        home, span = clause.shares, subject_span(scene, clause.shares)
    finite = next((i for k in (at, home) if (i := finite_verb(scene, k)) is not None), None)
    if clause.verb is None or finite is None or span is None:
        return None
    inserted = clause.tokens[0] == finite and finite and scene.words[finite - 1].text == ","
    event = triggers.of_verb(scene, at)
    demands = (
        event is not None and triggers.has(event, "demand") and any(p.function == "object" for p in scene.phrases[at])
    )
    if inserted and clause.verb.lemma in grammar().verbs.inserted and not demands:
        return None  # `…, meint ein Experte` has no object of its own
    if finite not in clause.tokens and scene.words[finite].tag[:2] == "VV":
        return None  # `trafen sich und besprochen`: no auxiliary that both could share
    if span[0] > finite + 1 and scene.words[span[0] - 1].text == ",":
        return None  # an apposition to something: `wurden drei Insassen getötet, zwei Afghanen und ein Kenianer`
    if is_torn(scene, at, span) or _is_begun(scene, span[0]):
        return None
    if scene.words[finite].tag == "VMFIN" and finite in clause.tokens and len(clause.verb.tokens) == 1:
        return None  # `muss die Schritte, die …, würdigen`: the verb stands behind a clause
    if clause.verb.passive and len(span) == 1 and finite < span[0] == max(clause.verb.tokens) - 1:
        return None  # `wird den Bedenken Rechnung getragen`
    infinitives = (
        w for i in clause.tokens if (w := scene.words[i]).tag[1:].endswith(("INF", "VIZU")) or w.text == w.lemma
    )
    if (
        scene.words[finite].tag == "VMFIN"
        and len(clause.verb.tokens) > 1
        and not any(w.tag[0] == "V" for w in infinitives)
    ):
        return None  # `darf nicht festgenommen und … werden`: its infinitive stands elsewhere
    subject, verb = named_subject(scene, home, span, known), verb_second(scene, at, finite)
    if subject.words is not None and plural(scene.words[finite].text):
        subject = subject._replace(actor=None)
    elif subject.words is not None and subject.actor is None:
        subject = subject._replace(actor=apposed_name(scene, range(span[-1] + 1, finite)))
    alone = subject.actor is not None and subject.words is None and scene.words[span[0]].text.lower() != "die"
    if verb is None or (alone and plural(scene.words[finite].text)):
        return None  # `X werden Y und Z vorgeworfen`; but `Die Grünen warnen`
    return _Parts(subject, span, finite, verb)


def _has_own_subject(scene: Scene, at: int) -> bool:
    """Whether one of two objects may well be the subject of a clause: `…, doch nahm | ein Verein | eine Spende`."""
    objects = [phrase for phrase in scene.phrases[at] if phrase.function == "object"]
    pairs = [(one, other) for one, other in pairwise(objects) if other.tokens[0] == one.tokens[-1] + 1]
    finite, verb = scene.finite(at), scene.clauses[at].verb
    if not pairs or finite is None or verb is None or len(verb.tokens) > 1:
        return False
    first = pairs[0][0]
    cases = readings(scene.words, first.tokens, scene.landmarks.persons)
    behind = first.tokens[0] == finite + 1 and scene.words[first.head].tag != "PRF"
    return behind and any(case.startswith("nom") for case in cases)


def _is_begun(scene: Scene, first: int) -> bool:
    """Whether the article of a subject stands before a time in front of it: `ein | vorige Woche | gesunkenes Boot`.

    So it is with an age: `der | 27 Jahre | alte Lenker`.
    """
    before = first - 1
    while before > 0 and (before in scene.time_tokens or scene.words[before].tag == "CARD" or _is_age(scene, before)):
        before -= 1
    return 0 <= before < first - 1 and scene.words[before].tag in DETERMINERS


def _is_age(scene: Scene, i: int) -> bool:
    return scene.words[i].lemma in {"Jahr", "Monat"} and scene.words[i - 1].tag == "CARD"


def _broken_at(scene: Scene, at: int, without: Set[int]) -> int | None:
    """Where something begins behind the last word of a main clause's verb that is more than added to it.

    `hat alles dafür getan, | den Vertrag, den …, zu prüfen`.
    """
    clause = scene.clauses[at]
    if clause.verb is None or clause.kind != "main" or len(clause.verb.tokens) == 1:
        return None
    end, left_out = max(clause.verb.tokens), parenthetical(scene, at) | without
    overhang = (i for i in clause.tokens if i - 1 > end and i not in left_out)
    broken = next((i for i in overhang if scene.words[i - 1].text == ","), None)
    return None if broken is None or scene.words[broken].text.lower() in words().adding else broken


def _rests(scene: Scene, at: int, parts: _Parts, kept: list[int], *, completed: bool) -> Iterator[str]:
    """What stands behind the subject: all that is kept, then less and less of it, in the end with dots."""
    for leaving in (
        frozenset[int](),
        asides(scene, at) | free_adverbs(scene, at),
        free_front(scene, at, parts.finite, parts.span, words().circumstances),
        *free_circumstances(scene, at),
        free_front(scene, at, parts.finite, parts.span, free_prepositions(scene, at)),
        *abridgements(scene, at),
    ):
        kept = [i for i in kept if i not in leaving]
        if not completed and not any(tells_something(scene, i) for i in kept):
            return
        stands_for = {i for i in kept if completed and scene.words[i].text == "es"}  # `lehnt es ab, … zu gehen`
        if is_readable(scene, at, kept, stands_for):
            yield _around(parts.verb, joined(scene, kept))
    if not words().correlatives.isdisjoint(scene.words[i].text.lower() for i in kept):
        return  # `sowohl X als auch Y`
    for left, before in without_attributes(scene, at, kept):
        if is_readable(scene, at, left):
            yield _around(parts.verb, joined(scene, left, before))
    particle = parts.verb[1]
    broken_off = ((end, len(scene.words)) for end in phrase_breaks(scene, at, kept)) if not particle else ()
    for end, last in chain(broken_off, gaps(scene, at, kept, particle)):
        begin = [i for i in kept if i <= end]
        if is_readable(scene, at, begin):
            close = joined(scene, [i for i in kept if i >= last])
            yield _around(parts.verb, joined(scene, begin), "…", close)


def _around(verb: tuple[str, str], *parts: str) -> str:
    """What stands between the two parts of a verb, with these; empty ones are left out."""
    first, last = verb
    return " ".join(filter(None, (first, *parts, last)))


def _is_reflexive(scene: Scene, i: int) -> bool:
    """Whether a word is a reflexive pronoun by itself, which stands right behind the verb: not so `zu sich`."""
    return scene.words[i].tag == "PRF" and not (i and scene.words[i - 1].tag in PREPOSITIONS)
