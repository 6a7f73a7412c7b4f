"""Sentence to clauses, by the tags and the topological fields of German (the verb bracket), without a parser.

Commas, dashes, brackets and coordinating conjunctions cut a sentence into chunks; each chunk then opens a clause,
goes on with one, or closes the one whose verb was still to come. The method follows Höhle's field model (1986): a
subordinate clause runs from its conjunction or relative pronoun to the finite verb at its end, a main clause has its
finite verb second (or first) and the rest of the verb last.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from core.german.cases import plural
from core.german.fields.chunks import JOINING, chunks, ends_in, last_word, opener, verb_last
from core.german.fields.comparisons import without_compared
from core.german.grammar import grammar
from core.german.tags import (
    FINITE_OR_IMPERATIVE,
    NON_FINITE,
    NOUNS,
    OPENERS,
    PRONOUNS,
    RELATIVE,
    any_finite,
    in_complex,
)
from core.german.values import Clause, ClauseKind
from core.german.verb_complex import auxiliaries, verb_complex
from core.model import Sentence, Token

_ZU = frozenset({"PTKZU", "VVIZU"})
_NO_SUBJECTS = frozenset({"ihn", "ihm", "ihnen", "uns", "den", "dem", "des"})


def clauses(sentence: Sentence) -> tuple[Clause, ...]:
    """The clauses of a sentence, in the order of their first word."""
    reading = _Reading(sentence.tokens)
    for chunk in chunks(sentence.tokens):
        reading.place(chunk)
    return reading.clauses()


@dataclass
class _Draft:
    """A clause that chunks are still being added to; the fields are those of `Clause`."""

    kind: ClauseKind
    opener: str = ""
    parent: int | None = None
    shares: int | None = None
    tokens: list[int] = field(default_factory=list)
    complex: list[int] = field(default_factory=list)  # the tokens of its verb
    lent: list[int] = field(default_factory=list)  # `worden` that the clause behind it ends in for both


class _Reading:
    """The clauses of a sentence as far as it has been read, and the one that the next chunk may go on with."""

    def __init__(self, words: Sequence[Token]) -> None:
        self._words = words
        self._drafts: list[_Draft] = []
        self._current = 0

    def clauses(self) -> tuple[Clause, ...]:
        """What has been read."""
        read = [self._clause(draft) for draft in self._drafts]
        return tuple(_resuming(read, clause) for clause in read)

    def place(self, chunk: Sequence[int]) -> None:
        """Put the next chunk where it belongs."""
        opens = opener(chunk, self._words)
        if self._drafts and self._speech_begins(chunk[0]):
            self._open(_Draft("main", parent=self._nearest_main(self._current)), chunk)
        elif opens is not None:
            word = self._words[opens]
            kind: ClauseKind = "relative" if word.tag in RELATIVE else "subordinate"
            self._open(_Draft(kind, word.text.lower(), self._current if self._drafts else None), chunk)
        elif not self._drafts:
            self._open(_Draft("main"), chunk)
        elif self._completes_modal(chunk):
            self._add(self._current, chunk)
        elif any_finite(chunk, self._words) and not self._aside(chunk):
            self._place_finite(chunk)
        else:
            self._place_nonfinite(chunk)

    def _place_finite(self, chunk: Sequence[int]) -> None:
        """Put a chunk with a finite verb: it closes a clause that waits for one, or opens one of its own."""
        waiting = self._waiting()
        if waiting is not None:
            self._add(waiting, chunk)
            return
        if self._stands_apart(chunk):
            self._open(_Draft("main"), chunk)
            return
        last, host = self._drafts[self._current], self._nearest_main(self._current)
        follows = self._words[chunk[0]].tag not in FINITE_OR_IMPERATIVE and verb_last(chunk, self._words)
        if last.kind in {"subordinate", "relative"} and follows:
            self._open(_Draft(last.kind, last.opener, last.parent, self._current), chunk)
            return
        shared = self._drafts[host].shares  # `hat A verlassen und B erreicht, | sagte X`
        parent = host if self._finite(self._drafts[host]) else shared
        fronted = self._drafts[host].kind != "main"  # behind `Dass …, ` stands a main clause with all that is its own
        joins = not fronted and not self._says_before(host, chunk) and self._goes_on(chunk)
        shares = parent if joins and not self._has_other_number(parent, chunk) else None
        self._open(_Draft("main", parent=parent, shares=shares), chunk)

    def _has_other_number(self, before: int | None, chunk: Sequence[int]) -> bool:
        """Whether a verb in front is plural and that of the clause before is not, or the reverse.

        Then it has a subject of its own, as a condition has: `X drohte, | sollten Kämpfer die Stadt einnehmen`.
        """
        if before is None or self._words[chunk[0]].tag not in FINITE_OR_IMPERATIVE:
            return False
        words = self._words
        one = next((i for i in self._drafts[before].complex if words[i].tag in FINITE_OR_IMPERATIVE), None)
        return one is not None and plural(words[one].text) != plural(words[chunk[0]].text)

    def _completes_modal(self, chunk: Sequence[int]) -> bool:
        """Whether a chunk ends the bracket of a modal: `soll in Graz | und in Linz Geld gestohlen haben`.

        The infinitive of the perfect looks like a plural.
        """
        held = [self._words[i].tag for i in self._drafts[self._current].complex]
        own = [i for i in chunk if in_complex(self._words[i])]
        ends = [self._words[i].tag for i in own] == ["VVPP", "VAFIN"] and own[1] == last_word(chunk, self._words)
        return held == ["VMFIN"] and ends and self._words[own[1]].text in {"haben", "sein"}

    def _stands_apart(self, chunk: Sequence[int]) -> bool:
        """Whether a semicolon stands before a main clause with a subject and a mood of its own: `…; Meier lehnte ab`.

        In the subjunctive of reported speech it goes on with what somebody says.
        """
        known = grammar().verbs.subjunctive1
        return (
            self._words[chunk[0] - 1].text == ";"
            and self._words[chunk[0]].tag not in FINITE_OR_IMPERATIVE
            and not verb_last(chunk, self._words)
            and self._own_subject(chunk)
            and not any(self._words[i].text.lower() in known for i in chunk if in_complex(self._words[i]))
        )

    def _says_before(self, host: int, chunk: Sequence[int]) -> bool:
        """Whether a verb in front tells who says what stands before it: `X sei bereit, sagte am Montag Y`."""
        joined = self._words[chunk[0]].tag not in FINITE_OR_IMPERATIVE or self._words[chunk[0] - 1].text in JOINING
        if joined or self._only_asks(chunk):
            return False
        known, last = grammar().verbs, last_word(chunk, self._words)
        stem = self._words[chunk[0]].lemma.lower()
        if not {stem, self._words[last].text.lower() + stem}.isdisjoint(known.inserted):
            return True
        return any(self._words[i].text.lower() in known.subjunctive1 for i in self._drafts[host].complex)

    def _only_asks(self, chunk: Sequence[int]) -> bool:
        """Whether a verb in front has `aber` behind it and nobody who may say it: `…, fordert aber eine Änderung`."""
        words, known = self._words, grammar()
        if len(chunk) < 2 or words[chunk[1]].text.lower() not in known.sentences.contrasting:
            return False
        nouns = [words[i] for i in chunk if words[i].tag in NOUNS or words[i].tag in PRONOUNS]
        return bool(nouns) and nouns[0].tag == "NN" and nouns[0].lemma.lower().endswith(known.nouns.of_things)

    def _place_nonfinite(self, chunk: Sequence[int]) -> None:
        """Put a chunk without a finite verb: an infinitive clause, the end of a verb bracket, or more of a clause."""
        last = self._drafts[self._current]
        tags = {self._words[i].tag for i in chunk}
        infinitive = bool(tags & _ZU) or self._words[chunk[0]].tag == "KOUI"
        if last.kind == "infinitive" and not self._has_infinitive(last):
            self._add(self._current, chunk)
        elif infinitive:
            self._open(_Draft("infinitive", self._infinitive_opener(chunk), self._current), chunk)
        elif self._finite(last) and not any(tag[0] == "V" for tag in tags) and self._infinitive_follows(chunk):
            self._open(_Draft("infinitive", parent=self._current), chunk)
        elif ends_in(chunk, self._words) in {"VVPP", "VVINF"}:
            self._close_bracket(chunk)
        else:
            closed = last.kind in {"relative", "subordinate", "infinitive"} and self._complete(last)
            self._add(last.parent if closed and last.parent is not None else self._current, chunk)

    def _close_bracket(self, chunk: Sequence[int]) -> None:
        """Put a chunk that ends in a participle or infinitive: it completes a verb, or shares its auxiliary."""
        last = self._drafts[self._current]
        whole = self._finite(last) or (last.kind == "infinitive" and self._has_infinitive(last))
        outside = whole and last.kind != "main"
        at = self._nearest_main(self._current) if outside else self._current
        host = self._drafts[at]
        bracket = [self._words[i].tag for i in host.complex]
        auxiliary = "VAFIN" in bracket or "VMFIN" in bracket or host.shares is not None
        if ends_in(chunk, self._words) in bracket and auxiliary:
            first = at if self._finite(host) else host.shares
            last_one = last_word(chunk, self._words)
            if self._words[last_one].text == "worden":
                host.lent.append(last_one)
            self._open(_Draft(host.kind, host.opener, host.parent, first), chunk)
        else:
            self._add(at, chunk)

    def _open(self, draft: _Draft, chunk: Sequence[int]) -> None:
        self._drafts.append(draft)
        self._add(len(self._drafts) - 1, chunk)

    def _add(self, at: int, chunk: Sequence[int]) -> None:
        self._drafts[at].tokens.extend(chunk)
        self._drafts[at].complex.extend(without_compared(chunk, self._drafts[at].complex, self._words))
        self._current = at

    def _clause(self, draft: _Draft) -> Clause:
        finite = self._finite(draft)
        shared = [] if draft.shares is None or finite else auxiliaries(self._drafts[draft.shares].complex, self._words)
        dependent = draft.kind in {"subordinate", "relative"}
        verb = verb_complex(draft.complex, [*shared, *draft.lent], draft.tokens, verb_last=dependent, words=self._words)
        kind = "fragment" if draft.kind == "main" and verb is None else draft.kind
        return Clause(kind, tuple(draft.tokens), verb, draft.opener, draft.parent, draft.shares)

    def _finite(self, draft: _Draft) -> bool:
        return any_finite(draft.complex, self._words)

    def _has_infinitive(self, draft: _Draft) -> bool:
        return any(self._words[i].tag in {"VVINF", "VVIZU"} for i in draft.complex)

    def _complete(self, draft: _Draft) -> bool:
        """Whether a clause has the verb it needs, or shares one; a plural at its end is tagged as an infinitive."""
        if self._finite(draft):
            return True
        dependent = draft.kind != "main" or draft.shares is not None
        return dependent and any(self._words[i].tag in NON_FINITE for i in draft.complex)

    def _waiting(self) -> int | None:
        """The clause around here whose finite verb has not come yet: `Ishiba, sein Nachfolger, | hat …`."""
        at: int | None = self._current
        while at is not None:
            draft = self._drafts[at]
            if draft.kind != "infinitive" and not self._complete(draft):
                return at
            at = draft.parent
        return None

    def _nearest_main(self, at: int) -> int:
        """The main clause that a clause is, or depends on; where there is none yet, the outermost clause."""
        while self._drafts[at].kind != "main" and (parent := self._drafts[at].parent) is not None:
            at = parent
        return at

    def _speech_begins(self, at: int) -> bool:
        """Whether a colon stands before a chunk, and a sentence, not a mere list, after it."""
        return self._words[at - 1].text == ":" and any(word.tag in FINITE_OR_IMPERATIVE for word in self._words[at:])

    def _aside(self, chunk: Sequence[int]) -> bool:
        """`sei es als Mitglied` has a verb form but is no clause of its own."""
        return [self._words[i].text.lower() for i in chunk[:2]] == ["sei", "es"]

    def _infinitive_opener(self, chunk: Sequence[int]) -> str:
        first = self._words[chunk[0]]
        return first.text.lower() if first.tag == "KOUI" or first.text == "um" else ""

    def _infinitive_follows(self, chunk: Sequence[int]) -> bool:
        """Whether a list goes on to an infinitive: `plant, | sich mit A, | B und C zu treffen`."""
        for word in self._words[chunk[-1] + 1 :]:
            if word.tag in FINITE_OR_IMPERATIVE or word.tag in OPENERS or word.tag == "KOUI" or word.text == "um":
                return False
            if word.tag in _ZU:
                return True
        return False

    def _goes_on(self, chunk: Sequence[int]) -> bool:
        """Whether a clause takes its subject from the one before: `und` and the verb at once, or a verb, no name after.

        In a statement nothing but a shared subject lets the verb stand first after `und`.
        """
        joined = self._words[chunk[0]].text in JOINING
        verb = chunk[1] if joined and len(chunk) > 1 else chunk[0]
        if self._words[verb].tag not in FINITE_OR_IMPERATIVE:
            return joined and not self._own_subject(chunk)
        if not joined and self._words[verb].text.lower() in grammar().verbs.conditional:
            return False  # `droht mit Strafen, sollten ausländische Händler nicht zahlen`
        return joined or self._words[chunk[0] - 1].text in JOINING or not self._own_subject(chunk)

    def _own_subject(self, chunk: Sequence[int]) -> bool:
        """Whether something that can be a subject stands first, or right after the verb: `im Mai ernannte Oslo …`.

        A bare noun after the verb is one where a name follows: `sagte Ministerin Anna Meier`.
        """
        words = self._words
        finite = next((k for k, i in enumerate(chunk) if words[i].tag in FINITE_OR_IMPERATIVE), len(chunk))
        after = finite + 1
        if after < len(chunk) and words[chunk[after]].tag == "PRF":
            after += 1  # `…, beklagte sich Anna Meier`
        nearby = [words[i] for i in (*chunk[:finite], *chunk[after : after + 1])]
        behind = [words[i] for i in chunk[after : after + 2]]
        titled = [word.tag for word in behind] == ["NN", "NE"] and words[chunk[0] - 1].text not in JOINING
        return titled or any(
            word.tag in {"PPER", "NE", "PDS", "PIS", "ART"} and word.text.lower() not in _NO_SUBJECTS for word in nearby
        )


def _resuming(clauses: Sequence[Clause], clause: Clause) -> Clause:
    """A clause that goes on with who said what stands between: `X sagt, A sei B, und fordert C`.

    It is told in the indicative, where that is retold in the subjunctive.
    """
    while clause.shares is not None and clause.verb is not None and clause.verb.mood == "indicative":
        shared = clauses[clause.shares]
        if shared.kind != "main" or shared.parent is None or shared.verb is None or shared.verb.mood != "subjunctive1":
            break
        clause = clause._replace(parent=shared.parent, shares=shared.parent)
    return clause
