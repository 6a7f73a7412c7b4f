"""Whether a clause asserts anything: not a question, a doubt, the plot of a film, a habit, what was withdrawn."""

import re
from bisect import bisect_right
from functools import cache, lru_cache

from core.claims import negation
from core.claims.analysis import spans_within
from core.claims.lexicon import nouns_of
from core.claims.scene import CLOSING_QUOTES, Scene
from core.german.clauses import Clause
from core.german.compounds import head_in, is_among
from core.german.grammar import grammar
from core.german.tags import FINITE, NOUNS, is_sign
from core.german.values import PAST_TENSES
from core.model import Segment, Token
from core.vocabulary import Entry, load

_QUESTION_WORDS = frozenset({"PWS", "PWAT", "PWAV"})
_FORMAL = frozenset({"Sie", "Ihnen", "Ihr", "Ihre", "Ihren", "Ihrem", "Ihrer", "Ihres"})
_PLOT = 8  # sentences that a plot is told in, at most
_LABEL = 6  # words before the colon of an interviewer's question, at most


class _Words(Entry):
    """`vocabulary/assertion.toml`."""

    conditions: frozenset[str]
    doubts: frozenset[str]
    false: frozenset[str]
    not_true: frozenset[str]
    turning_out: frozenset[str]
    taking_back: frozenset[str]
    prevented: frozenset[str]
    none: tuple[str, ...]
    compared: frozenset[str]
    proportions: frozenset[str]
    refuted: frozenset[str]
    evidence: frozenset[str]
    fassung: frozenset[str]
    earlier: frozenset[str]
    fiction: frozenset[str]
    happening: frozenset[str]
    plots: frozenset[str]
    habits: frozenset[str]
    mostly: frozenset[str]
    questioner: frozenset[str]


@cache
def _words() -> _Words:
    return load("assertion.toml", _Words)


@cache
def _small(kind: str) -> frozenset[str]:
    return frozenset(noun.lower() for noun in getattr(_words(), kind))


@cache
def _fiction() -> tuple[str, ...]:
    return tuple(_small("fiction"))


def questioners() -> frozenset[str]:
    """The words before a colon that say that an interviewer asks."""
    return _words().questioner


def unasserted(scene: Scene, at: int) -> bool:
    """Whether a clause, and what a noun in it names, is not said to be so, nor to be planned or denied.

    A condition is no such thing: what it tells is possible, which `status.status_of_clause` says. Each kind rests on
    something else:

    - a question: a question mark behind the clause, if the clause is asked (its verb or a question word stands first,
      or nothing follows before the mark); and in an interview all of a paragraph that ends in one and says `Sie`;
    - a doubt: the conjunction `ob`;
    - what was withdrawn: the clause that it depends on or stands in says that it is false, that nothing points to it,
      or that an earlier version of the text had it; or the clause itself says that it turned out to be a lie;
    - a comparison: nobody did more, or better, than somebody;
    - what was prevented: `dass` behind a verb that says so;
    - a plot: the present tense with a work of fiction in the sentence, or in one before it in the paragraph while no
      date or past tense has come;
    - a programme: the text says of one broadcast after the other until when it lasts;
    - a habit: the present tense, or no verb, with an adverb of repetition or an expression of time such as `täglich`,
      and no date.
    """
    return (
        is_asked(scene, at)
        or is_doubted(scene, at)
        or is_withdrawn(scene, at)
        or is_prevented(scene, at)
        or is_comparison(scene, at)
        or is_plot(scene, at)
        or is_programme(scene)
        or is_habit(scene, at)
    )


def is_asked(scene: Scene, at: int) -> bool:
    """Whether a clause is a question or a part of one."""
    if all(word.text != "?" for word in scene.words):
        return _interviewer_speaks(scene)
    root = _root(scene, at)
    last = max(i for k, _ in enumerate(scene.clauses) if _root(scene, k) == root for i in scene.clauses[k].tokens)
    words = [i for i in scene.clauses[root].tokens if not is_sign(scene.words[i])]
    for i in range(max(words, default=last), len(scene.words)):
        text = scene.words[i].text
        if text in {".", "!"} and i >= last:
            break
        if text == "?":
            return i <= last + 1 or _opens_like_question(scene, root)
        if text in CLOSING_QUOTES and i > last:
            break
    return _interviewer_speaks(scene)


def is_doubted(scene: Scene, at: int) -> bool:
    """Whether a clause leaves open whether it is so (`ob`), or completes one that does."""
    return _opened(scene, at, _words().doubts)


def is_condition(scene: Scene, at: int) -> bool:
    """Whether a clause is a condition, or completes one: `wenn …`, `Sollte er kommen, …`."""
    clause = scene.clauses[at]
    if clause.shares is not None and scene.finite(at) is None:
        return is_condition(scene, clause.shares)  # `Sollte er kommen und bleiben, …`
    if _verb_first(scene, clause) and _next_follows(scene, at) and not is_asked(scene, at):
        return not _was_once(scene, at)
    if _opens_with_should(scene, at):
        return True
    return _opened(scene, at, _words().conditions)


def _opened(scene: Scene, at: int, openers: frozenset[str]) -> bool:
    """Whether one of some conjunctions opens a clause, or the one that it completes: `ob sie plant, … zu treffen`."""
    clause = scene.clauses[at]
    if clause.kind == "subordinate" and clause.opener in openers:
        return True
    before = clause.parent if clause.kind == "infinitive" or clause.opener == "dass" else None
    return before is not None and before < at and _opened(scene, before, openers)


def is_withdrawn(scene: Scene, at: int) -> bool:
    """Whether the sentence takes back what a clause says, or only tells what an earlier version of the text said."""
    clause = scene.clauses[at]
    if _earlier_version(scene):
        return True
    if clause.verb is not None and clause.verb.lemma in _words().turning_out and _refutes(scene, at):
        return True  # `Der Überfall erwies sich als Erfindung`
    said = clause.opener == "dass" or (clause.verb is not None and clause.verb.mood != "indicative")
    if not said:
        return False
    around = {clause.parent, *(k for k, other in enumerate(scene.clauses) if at in {other.parent, other.shares})}
    return any(_refutes(scene, k) for k in around if k is not None)


def is_prevented(scene: Scene, at: int) -> bool:
    """Whether a clause completes a verb that says it does not come to that: `verhinderten, dass das Boot sank`."""
    clause = scene.clauses[at]
    if clause.parent is None or not (clause.opener == "dass" or (clause.kind == "infinitive" and not clause.opener)):
        return False
    verb = scene.clauses[clause.parent].verb
    return verb is not None and not verb.negated and verb.lemma in _words().prevented


def is_comparison(scene: Scene, at: int) -> bool:
    """Whether a clause says that none did more than somebody: `Kein Land nahm mehr Menschen auf als Norwegen`.

    Or that the more of one thing, the more of another: `je höher die Miete, umso eher wird gekündigt`.
    """
    words = [scene.words[i] for i in scene.clauses[at].tokens]
    if any(word.text.lower() in _words().proportions for word in words):
        return any(word.text.lower() == "je" for word in scene.words)
    none = next((k for k, word in enumerate(words) if word.text.lower().startswith(_words().none)), len(words))
    than = next((k for k, word in enumerate(words) if word.tag == "KOKOM" and word.text == "als"), 0)
    return any(word.text.lower() in _words().compared for word in words[none + 1 : than])


def is_plot(scene: Scene, at: int) -> bool:
    """Whether a clause tells what happens in a work of fiction."""
    verb = scene.clauses[at].verb
    if verb is None or verb.tense != "present" or verb.modal or scene.sentence.kind != "body":
        return False
    if scene.dates:
        return False
    segment = _segment(scene)
    for index in range(scene.index, max(-1, scene.index - _PLOT), -1):
        before = scene if index == scene.index else Scene(scene.analysis, index)
        if before.sentence.start < segment.start:
            return False
        if _tells_plot(before):
            return True
        if before.dates or any(
            clause.verb is not None and clause.verb.tense in PAST_TENSES for clause in before.clauses
        ):
            return False
    return False


def is_programme(scene: Scene) -> bool:
    """Whether a text tells what is on television: `Bis 22.00, ORF 1 20.15 ABENTEUER …`."""
    return _lists_broadcasts(scene.analysis.document.text)


@lru_cache(maxsize=8)  # each clause of a document asks for it
def _lists_broadcasts(text: str) -> bool:
    return len(_UNTIL.findall(text)) >= _BROADCASTS


_UNTIL = re.compile(r"\bBis [0-2]?\d\.[0-5]\d\b")
_BROADCASTS = 3  # fewer may be opening hours


def is_habit(scene: Scene, at: int) -> bool:
    """Whether a clause tells what is done again and again, on no day of its own."""
    clause = scene.clauses[at]
    if clause.verb is not None and clause.verb.tense in PAST_TENSES:
        return False
    if any(i in scene.dates for i in clause.tokens):
        return False
    if any(scene.words[i].text.lower() in _words().habits for i in clause.tokens):
        return True
    return any(time.type == "SET" for time in spans_within(scene.analysis.times, *scene.span(clause.tokens)))


def is_mostly(scene: Scene, at: int) -> bool:
    """Whether a clause tells what people do more often than not: `Vor Streiks rufen Firmen oft ein Gericht an`."""
    return any(scene.words[i].text.lower() in _words().mostly for i in scene.clauses[at].tokens)


def _root(scene: Scene, at: int) -> int:
    """The main clause that a clause is or depends on."""
    while scene.clauses[at].kind not in {"main", "fragment"} and (parent := scene.clauses[at].parent) is not None:
        at = parent
    return at


def _first(scene: Scene, clause: Clause) -> int:
    return next((i for i in clause.tokens if not is_sign(scene.words[i])), clause.tokens[0])


def _verb_first(scene: Scene, clause: Clause) -> bool:
    first = _first(scene, clause)
    opens = clause.parent is None or scene.words[first - 1].text == ":"
    return clause.kind == "main" and opens and scene.words[first].tag in FINITE


def _opens_with_should(scene: Scene, at: int) -> bool:
    """Whether a clause behind another one is a condition: `droht mit Strafen, sollten die Händler nicht zahlen`."""
    clause = scene.clauses[at]
    first = _first(scene, clause)
    behind = first > 0 and clause.parent is not None and clause.shares is None and scene.words[first - 1].text == ","
    return behind and scene.words[first].text.lower() in grammar().verbs.conditional


def _opens_like_question(scene: Scene, at: int) -> bool:
    first = scene.words[_first(scene, scene.clauses[at])]
    return first.tag in FINITE or first.tag in _QUESTION_WORDS


def _was_once(scene: Scene, at: int) -> bool:
    """Whether a clause tells what was before that changed: `Waren es im Mai noch 40 Fälle, stieg die Zahl …`."""
    clause = scene.clauses[at]
    verb = clause.verb
    past = verb is not None and not verb.modal and verb.tense in PAST_TENSES and verb.mood == "indicative"
    return past and any(scene.words[i].text == "noch" for i in clause.tokens)


def _next_follows(scene: Scene, at: int) -> bool:
    """Whether a main clause with its verb in front, or with `so` or `dann`, follows from a clause."""
    for clause in scene.clauses[at + 1 :]:
        if clause.kind == "main" and clause.parent == at and clause.shares is None:
            first = scene.words[_first(scene, clause)]
            joined = scene.words[min(clause.tokens) - 1].text == ","
            return joined and (first.tag in FINITE or first.text.lower() in {"so", "dann"})
    return False


def _interviewer_speaks(scene: Scene) -> bool:
    """Whether the sentence stands in a paragraph that asks somebody: it ends in a question mark and says `Sie`."""
    segment = _segment(scene)
    text = scene.analysis.document.text[segment.start : segment.end].rstrip('“”«" ')
    if not text.endswith("?"):
        return False
    head, colon, _ = text.partition(":")
    labelled = bool(colon) and (head.isupper() or head in _words().questioner) and head.count(" ") < _LABEL
    return labelled or any(word.text in _FORMAL for word in scene.words[1:])


def _segment(scene: Scene) -> Segment:
    segments = scene.analysis.segments
    return segments[bisect_right(segments, scene.sentence.start, key=lambda segment: segment.start) - 1]


def _earlier_version(scene: Scene) -> bool:
    """Whether a sentence says what an earlier version of the text had: `In einer früheren Fassung hieß es`."""
    words = scene.words
    return any(
        words[i].tag == "ADJA"
        and words[i].lemma.lower() in _words().earlier
        and head_in(words[i + 1].lemma, _small("fassung")) is not None
        and any(word.text.lower() in {"in", "im"} for word in words[max(0, i - 2) : i])
        for i in range(len(words) - 1)
    )


def _refutes(scene: Scene, at: int) -> bool:
    """Whether a clause says that what the clause beside it says is not so."""
    clause, known = scene.clauses[at], _words()
    if clause.verb is None:
        return False
    if clause.verb.passive and clause.verb.lemma in known.taking_back and scene.words[clause.tokens[0]].text == "was":
        return True  # `…, was umgehend dementiert wurde`
    denied = negation.clause_negated(scene, at)
    words = [scene.words[i] for i in clause.tokens]
    if clause.verb.lemma in {"sein", "handeln", "bleiben", *known.turning_out}:
        predicates = {form for word in words for form in (word.text.lower(), word.lemma.lower())}
        if predicates & _small("not_true" if denied else "false"):
            return True
    if denied and any(word.tag in NOUNS and word.lemma.lower() in _small("evidence") for word in words):
        return True
    return denied and clause.verb.lemma in known.refuted


def _names_cast(scene: Scene) -> bool:
    """Whether a person's name stands in brackets right behind a name: `Jana (Anna Berger) trifft Tom`."""
    words, persons = scene.words, scene.landmarks.persons
    for i in range(1, len(words) - 3):
        if words[i].text != "(" or not _may_be_name(words[i - 1]) or i - 1 in scene.mentions:
            continue
        end = next((k for k in range(i + 1, len(words)) if words[k].text == ")"), 0)
        if end > i + 2 and persons.issuperset(range(i + 1, end)):
            return True
    return False


def _is_work(noun: str) -> bool:
    return noun.endswith(_fiction()) and not noun.endswith(tuple(_small("happening")))


def _may_be_name(word: Token) -> bool:
    """Whether a word is a name, or a noun for no kind of people, as which the tagger takes given names."""
    return word.tag == "NE" or (word.tag == "NN" and not is_among(word, nouns_of("person")))


def _tells_plot(scene: Scene) -> bool:
    """Whether a sentence says what a work of fiction is about, or what happens in it, or who plays whom."""
    if _names_cast(scene):
        return True
    works = {i for i, word in enumerate(scene.words) if word.tag == "NN" and _is_work(word.lemma.lower())}
    for k, clause in enumerate(scene.clauses):
        if clause.verb is None or clause.verb.tense != "present":
            continue
        for phrase in scene.phrases[k] if works else ():
            if phrase.head in works and phrase.preposition == "in":
                return True
            if phrase.head in works and phrase.function == "subject" and clause.verb.lemma in _words().plots:
                return True
    return False
