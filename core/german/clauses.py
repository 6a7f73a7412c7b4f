"""Sentence to clauses, by the tags and the topological fields of German (the verb bracket), without a parser.

Commas, dashes, brackets and coordinating conjunctions cut a sentence into chunks; each chunk then opens a clause,
goes on with one, or closes the one whose verb was still to come. The method follows Höhle's field model (1986): a
subordinate clause runs from its conjunction or relative pronoun to the finite verb at its end, a main clause has its
finite verb second (or first) and the rest of the verb last.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from core.german import verbs
from core.german.grammar import grammar
from core.model import Sentence, Token

ClauseKind = Literal["main", "subordinate", "relative", "infinitive", "fragment"]

_OPENERS = frozenset({"KOUS", "PRELS", "PRELAT", "PWAV", "PWS", "PWAT"})
_CUTS = frozenset({",", ";", ":", "–", "—", "-", "|"})
_FINITE = frozenset({"VVFIN", "VAFIN", "VMFIN", "VVIMP", "VAIMP"})
_JOINING = frozenset({"und", "oder", "aber", "sondern", "doch", "denn", "sowie", "bzw."})


class Verb(NamedTuple):
    """The verb complex of a clause.

    `lemma` has its separable particle (`einladen` for `lud … ein`). `tokens` are all its words, `at` the one that
    carries the meaning, as indices into the sentence.
    """

    lemma: str
    at: int
    tokens: tuple[int, ...]
    tense: verbs.Tense
    mood: verbs.Mood
    passive: bool
    modal: str
    negated: bool
    reflexive: bool


class Clause(NamedTuple):
    """A clause with its own tokens (those of clauses inside it left out), as indices into the sentence.

    `parent` is the index of the clause it depends on, `opener` its conjunction or relative pronoun in small letters.
    `shares` is the index of the clause whose subject (and auxiliary) it goes on with: `traf X und besuchte Y`.
    """

    kind: ClauseKind
    tokens: tuple[int, ...]
    verb: Verb | None
    opener: str
    parent: int | None
    shares: int | None


@dataclass
class _Draft:
    kind: ClauseKind
    tokens: list[int]
    opener: str = ""
    parent: int | None = None
    shares: int | None = None
    verb_tokens: list[int] = field(default_factory=list)

    def add(self, chunk: Sequence[int], words: Sequence[Token]) -> None:
        self.tokens.extend(chunk)
        self.verb_tokens.extend(i for i in chunk if words[i].tag[0] == "V" or words[i].tag == "PTKVZ")

    def finite(self, words: Sequence[Token]) -> bool:
        return any(words[i].tag in _FINITE for i in self.verb_tokens)


def clauses(sentence: Sentence) -> tuple[Clause, ...]:
    """The clauses of a sentence, in the order of their first word; every word but the cutting signs is in just one."""
    words = sentence.tokens
    drafts: list[_Draft] = []
    current: int | None = None
    for chunk in _chunks(words):
        if current is not None and _speech_begins(chunk[0], words):
            current = _open(drafts, _Draft("main", [], parent=_nearest_main(drafts, current)), chunk, words)
        else:
            current = _place(chunk, words, drafts, current)
    return tuple(
        Clause(_kind(d), tuple(d.tokens), _verb(d, drafts, words), d.opener, d.parent, d.shares) for d in drafts
    )


def _chunks(words: Sequence[Token]) -> list[list[int]]:
    """Runs of tokens between the cutting signs, further cut where two verbs are joined by a conjunction."""
    runs: list[list[int]] = [[]]
    depth = 0
    for i, word in enumerate(words):
        if word.text in {"(", "["}:
            depth += 1
        elif word.text in {")", "]"}:
            depth = max(0, depth - 1)
        elif not depth and word.text in _CUTS and not _inside_quote_without_verb(words, i):
            runs.append([])
            continue
        runs[-1].append(i)
    parts = [part for run in runs if run for part in _at_conjunctions(run, words)]
    return [piece for part in parts for piece in _behind_subordinate(part, words)]


def _behind_subordinate(run: list[int], words: Sequence[Token]) -> list[list[int]]:
    """Cut a run behind the verb of a conjunction's clause where a second verb shows that its comma is missing."""
    opener = _opener(run, words)
    verbs_at = [k for k, i in enumerate(run) if words[i].tag in _FINITE]
    if opener is None or words[opener].tag != "KOUS" or len(verbs_at) < 2 or verbs_at[0] + 1 == verbs_at[1]:
        return [run]
    cut = verbs_at[0] + 1
    if any(words[i].text in _JOINING for i in run[cut : verbs_at[1]]):
        return [run]
    return [run[:cut], run[cut:]]


def _speech_begins(at: int, words: Sequence[Token]) -> bool:
    """Whether a colon stands before a chunk, and a sentence, not a mere list, after it."""
    return words[at - 1].text == ":" and any(word.tag in _FINITE for word in words[at:])


def _inside_quote_without_verb(words: Sequence[Token], at: int) -> bool:
    """Whether a sign stands inside quotation marks that hold only a name or a title: `„NATO und Japan – Partner“`."""
    begin = next((i for i in range(at - 1, -1, -1) if words[i].text in {"„", "‚", "»"}), None)
    end = next((i for i in range(at + 1, len(words)) if words[i].text in {"“", "”", "‘", "«"}), None)
    if begin is None or end is None or any(words[i].text in {"“", "”", "‘", "«"} for i in range(begin, at)):
        return False
    return not any(words[i].tag in _FINITE for i in range(begin, end))


def _at_conjunctions(run: list[int], words: Sequence[Token]) -> list[list[int]]:
    """Cut a run before `und`, `oder`, … where both sides have a verb form of the same rank at their end or begin."""
    for k in range(1, len(run) - 1):
        if words[run[k]].text not in _JOINING:
            continue
        left, right = run[:k], run[k + 1 :]
        if _same_rank(left, right, words) and not _joins_nouns(right, words):
            return [left, *_at_conjunctions(right, words)]
    return [run]


def _joins_nouns(right: Sequence[int], words: Sequence[Token]) -> bool:
    """Whether a later `und`, with the verb right behind it, is the one that joins clauses: `A und B sind da und haben …`."""
    for k, i in enumerate(right[:-1]):
        if words[i].tag in _FINITE:
            return False
        if words[i].text in _JOINING and words[right[k + 1]].tag in _FINITE:
            return True
    return False


def _verb_rank(run: Sequence[int], words: Sequence[Token]) -> set[str]:
    return {words[i].tag for i in run if words[i].tag in _FINITE or words[i].tag in {"VVPP", "VVINF", "VVIZU", "PTKZU"}}


def _same_rank(left: Sequence[int], right: Sequence[int], words: Sequence[Token]) -> bool:
    a, b = _verb_rank(left, words), _verb_rank(right, words)
    if a & _FINITE and b & _FINITE:
        return True
    ends_left, ends_right = words[_last_word(left, words)].tag, words[_last_word(right, words)].tag
    if ends_left in {"PTKVZ", "VVPP", "VVINF"} and b & _FINITE:
        return True
    return ends_left == ends_right and ends_left in {"VVPP", "VVINF", "VVIZU"} and len(right) > 1


def _place(chunk: list[int], words: Sequence[Token], drafts: list[_Draft], current: int | None) -> int:
    """Put a chunk where it belongs; returns the clause that the next chunk may go on with."""
    opener = _opener(chunk, words)
    has_finite = any(words[i].tag in _FINITE for i in chunk) and not _aside(chunk, words)
    if opener is not None:
        kind: ClauseKind = "relative" if words[opener].tag in {"PRELS", "PRELAT"} else "subordinate"
        return _open(drafts, _Draft(kind, [], words[opener].text.lower(), current), chunk, words)
    last = drafts[current] if current is not None else None
    if last is None or current is None:
        return _open(drafts, _Draft("main", []), chunk, words)
    if not has_finite:
        return _place_nonfinite(chunk, words, drafts, current)
    waiting = _waiting(drafts, current, words)
    if waiting is not None:
        drafts[waiting].add(chunk, words)
        return waiting
    first = words[chunk[0]]
    host = _nearest_main(drafts, current)
    shares = host if drafts[host].finite(words) and _goes_on(chunk, words) else None
    if last.kind in {"subordinate", "relative"} and first.tag not in _FINITE and _verb_last(chunk, words):
        return _open(drafts, _Draft(last.kind, [], last.opener, last.parent, current), chunk, words)
    return _open(
        drafts, _Draft("main", [], parent=host if drafts[host].finite(words) else None, shares=shares), chunk, words
    )


def _aside(chunk: Sequence[int], words: Sequence[Token]) -> bool:
    """`sei es als Mitglied` has a verb form but is no clause of its own."""
    return [words[i].text.lower() for i in chunk[:2]] == ["sei", "es"]


def _place_nonfinite(chunk: list[int], words: Sequence[Token], drafts: list[_Draft], current: int) -> int:
    last = drafts[current]
    tags = {words[i].tag for i in chunk}
    waiting = last.kind == "infinitive" and not any(words[i].tag in {"VVINF", "VVIZU"} for i in last.verb_tokens)
    if waiting and not tags & {"PTKZU", "VVIZU"}:
        last.add(chunk, words)
        return current
    if tags & {"PTKZU", "VVIZU"} or words[chunk[0]].tag == "KOUI":
        opener = words[chunk[0]].text.lower() if words[chunk[0]].tag == "KOUI" or words[chunk[0]].text == "um" else ""
        if waiting:
            last.add(chunk, words)
            return current
        return _open(drafts, _Draft("infinitive", [], opener, current), chunk, words)
    if last.finite(words) and not any(tag[0] == "V" for tag in tags) and _infinitive_follows(chunk, words):
        return _open(drafts, _Draft("infinitive", [], "", current), chunk, words)
    ends = words[_last_word(chunk, words)].tag
    if ends in {"VVPP", "VVINF"}:
        host = _nearest_main(drafts, current) if last.finite(words) and last.kind != "main" else current
        bracket = [words[i].tag for i in drafts[host].verb_tokens]
        if ends in bracket and ("VAFIN" in bracket or "VMFIN" in bracket or drafts[host].shares is not None):
            first = host if drafts[host].finite(words) else drafts[host].shares
            return _open(
                drafts, _Draft(drafts[host].kind, [], drafts[host].opener, drafts[host].parent, first), chunk, words
            )
        drafts[host].add(chunk, words)
        return host
    closed = last.kind in {"relative", "subordinate", "infinitive"} and _complete(last, words)
    host = last.parent if closed and last.parent is not None else current
    drafts[host].add(chunk, words)
    return host


def _infinitive_follows(chunk: Sequence[int], words: Sequence[Token]) -> bool:
    """Whether a list goes on to an infinitive: `plant, | sich mit A, | B und C zu treffen`."""
    for i in range(chunk[-1] + 1, len(words)):
        tag = words[i].tag
        if tag in _FINITE or tag in _OPENERS or tag == "KOUI" or words[i].text == "um":
            return False
        if tag in {"PTKZU", "VVIZU"}:
            return True
    return False


def _open(drafts: list[_Draft], draft: _Draft, chunk: Sequence[int], words: Sequence[Token]) -> int:
    draft.add(chunk, words)
    drafts.append(draft)
    return len(drafts) - 1


def _opener(chunk: Sequence[int], words: Sequence[Token]) -> int | None:
    """The conjunction or relative pronoun that opens a subordinate clause, at the begin or behind a preposition."""
    for i in chunk[:4]:
        tag = words[i].tag
        if tag in _OPENERS and not (tag in {"PWS", "PWAV"} and words[chunk[-1]].text == "?"):
            return i if _really_opens(i, chunk, words) else None
        if tag not in {"KON", "APPR", "ADV", "$(", "PTKNEG"}:
            return None
    return None


def _really_opens(at: int, chunk: Sequence[int], words: Sequence[Token]) -> bool:
    """Tells a conjunction from a preposition (`während des Besuchs`) and a relative pronoun from an article."""
    tags = {words[i].tag for i in chunk}
    if words[at].tag == "KOUS" and words[at].text.lower() in {"während", "seit", "bis"}:
        following = words[at + 1].tag if at + 1 < len(words) else ""
        return any(tag[0] == "V" for tag in tags) and (
            _verb_last(chunk, words) or following not in {"ART", "PPOSAT", "PDAT"}
        )
    if words[at].text.lower() == "wie" and not any(tag[0] == "V" for tag in tags):
        return False  # a comparison: `Firmen, wie A und B`
    if words[at].tag == "PRELS":
        return bool(tags & _FINITE) or not tags & {"PTKZU", "VVIZU"}
    return True


def _waiting(drafts: Sequence[_Draft], current: int, words: Sequence[Token]) -> int | None:
    """The clause around here whose finite verb has not come yet: `Ishiba, sein Nachfolger, | hat …`."""
    at: int | None = current
    while at is not None:
        if not drafts[at].finite(words) and drafts[at].kind != "infinitive" and not _complete(drafts[at], words):
            return at
        at = drafts[at].parent
    return None


def _complete(draft: _Draft, words: Sequence[Token]) -> bool:
    """Whether a dependent clause has the verb it needs; a plural at its end is tagged as an infinitive."""
    if draft.kind == "main":
        return draft.finite(words)
    return draft.finite(words) or any(words[i].tag in {"VVINF", "VVIZU", "VVPP"} for i in draft.verb_tokens)


def _nearest_main(drafts: Sequence[_Draft], at: int) -> int:
    """The main clause that a clause is, or depends on; where there is none yet, the outermost clause."""
    while drafts[at].kind != "main" and (parent := drafts[at].parent) is not None:
        at = parent
    return at


def _last_word(chunk: Sequence[int], words: Sequence[Token]) -> int:
    return next((i for i in reversed(chunk) if words[i].tag[0] != "$"), chunk[-1])


def _verb_last(chunk: Sequence[int], words: Sequence[Token]) -> bool:
    return words[_last_word(chunk, words)].tag in _FINITE


def _goes_on(chunk: Sequence[int], words: Sequence[Token]) -> bool:
    """Whether a clause takes its subject from the one before: `und` and the verb at once, or a verb with no name after.

    In a statement nothing but a shared subject lets the verb stand first after `und`.
    """
    joined = words[chunk[0]].text in _JOINING
    verb = chunk[1] if joined and len(chunk) > 1 else chunk[0]
    if words[verb].tag not in _FINITE:
        return joined and not _own_subject(chunk, words)
    return joined or words[chunk[0] - 1].text in _JOINING or not _own_subject(chunk, words)


def _own_subject(chunk: Sequence[int], words: Sequence[Token]) -> bool:
    """Whether something that can be a subject stands first, or right after the verb: `im Mai ernannte Oslo …`."""
    finite = next((k for k, i in enumerate(chunk) if words[i].tag in _FINITE), len(chunk))
    nearby = [words[i] for i in (*chunk[:finite], *chunk[finite + 1 : finite + 2])]
    return any(
        word.tag in {"PPER", "NE", "PDS", "PIS", "ART"}
        and word.text.lower() not in {"ihn", "ihm", "ihnen", "uns", "den", "dem", "des"}
        for word in nearby
    )


def _kind(draft: _Draft) -> ClauseKind:
    return "fragment" if draft.kind == "main" and not draft.verb_tokens else draft.kind


def _verb(draft: _Draft, drafts: Sequence[_Draft], words: Sequence[Token]) -> Verb | None:
    """The verb complex of a clause; a clause that shares a verb bracket takes its auxiliary from there."""
    own = draft.verb_tokens
    if not own:
        return None
    shared = _auxiliaries(drafts[draft.shares], words) if draft.shares is not None and not draft.finite(words) else []
    group = [*shared, *own]
    finite = next((i for i in group if words[i].tag in _FINITE), None)
    if (
        finite is None
        and draft.kind in {"subordinate", "relative"}
        and words[own[-1]].tag in {"VAINF", "VMINF", "VVINF"}
    ):
        finite = own[-1]  # a plural present looks like an infinitive
    lexical = [i for i in own if words[i].tag in {"VVPP", "VVINF", "VVIZU"}]
    if finite is not None and words[finite].tag in {"VVFIN", "VVIMP"}:
        main = finite
    elif lexical:
        main = lexical[-1]
    elif finite is not None:
        main = finite
    else:
        main = next((i for i in own if words[i].tag[0] == "V"), own[0])
    particle = next((words[i].text.lower() for i in reversed(own) if words[i].tag == "PTKVZ"), "")
    lemma = words[main].lemma.lower()
    if main == finite and particle:
        lemma = particle + lemma
    auxiliaries = [words[i].lemma.lower() for i in group if i != main and words[i].tag[:2] == "VA"]
    modal = next((words[i].lemma.lower() for i in group if i != main and words[i].tag[:2] == "VM"), "")
    form = words[finite] if finite is not None else None
    participle = words[main].tag == "VVPP"
    passive = participle and ("werden" in auxiliaries or _statal(auxiliaries, lemma))
    return Verb(
        lemma,
        main,
        tuple(own),
        _tense(form, auxiliaries, participle, passive),
        verbs.mood(form.text, form.lemma) if form else "indicative",
        passive,
        modal,
        _negated(draft, words),
        any(words[i].tag == "PRF" for i in draft.tokens),
    )


def _auxiliaries(draft: _Draft, words: Sequence[Token]) -> list[int]:
    return [i for i in draft.verb_tokens if words[i].tag in {"VAFIN", "VMFIN"}]


def _statal(auxiliaries: Sequence[str], lemma: str) -> bool:
    return auxiliaries == ["sein"] and not verbs.perfect_with_sein(lemma)


def _tense(form: Token | None, auxiliaries: Sequence[str], participle: bool, passive: bool) -> verbs.Tense:
    if form is None:
        return "perfect" if participle else "present"
    is_past = verbs.past(form.text, form.lemma) and form.text.lower() not in grammar().verbs.subjunctive2
    if passive and auxiliaries == ["sein"]:  # a state: `sind beteiligt`
        return "past" if is_past else "present"
    auxiliary = form.lemma.lower() if form.tag[:2] == "VA" else ""
    if (
        participle
        and not (passive and auxiliary == "werden" and "sein" not in auxiliaries)
        and auxiliary in {"haben", "sein"}
    ):
        return "pluperfect" if is_past else "perfect"
    if auxiliary == "werden" and not participle and "werden" in auxiliaries:
        return "future"
    if auxiliary == "werden" and "werden" in auxiliaries[1:]:
        return "future"
    return "past" if is_past else "present"


def _negated(draft: _Draft, words: Sequence[Token]) -> bool:
    known = grammar().verbs
    for i, after in zip(draft.tokens, [*draft.tokens[1:], None], strict=True):
        if words[i].text.lower() in known.negations:
            following = words[after].text.lower() if after is not None else ""
            if following not in known.not_negated:
                return True
    return False
