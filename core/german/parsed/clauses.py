"""Sentence to clauses, by a dependency parse in the scheme of the TIGER treebank (labels of spaCy's German pipelines).

In this scheme the finite verb is the head of its clause, and the participle or infinitive of its verb complex hangs on
it as `oc`. A conjunction hangs on the first conjunct (`cd`) and the second conjunct on the conjunction (`cj`). The
labels are those of Albert et al., TIGER Annotationsschema (2003).
"""

from collections.abc import Sequence
from functools import cached_property

from core.german.tags import CUTS, FINITE_OR_IMPERATIVE, RELATIVE, any_finite, in_complex, is_sign
from core.german.values import Clause, ClauseKind
from core.german.verb_complex import auxiliaries, verb_complex
from core.model import Sentence

_WITH_ZU = frozenset({"sein", "haben", "scheinen", "brauchen", "pflegen"})
"""Verbs with which a zu-infinitive is one verb complex: `ist zu erwarten`."""

_INTERROGATIVE = frozenset({"PWAV", "PWS", "PWAT"})
_OPENING = frozenset("„‚»([")


def clauses(sentence: Sentence) -> tuple[Clause, ...]:
    """The clauses of a parsed sentence, in the order of their first word; the same values as by the fields."""
    return _Parse(sentence).clauses()


class _Parse:
    """A parsed sentence; its clauses go by the token that heads them."""

    def __init__(self, sentence: Sentence) -> None:
        self._words, self._arcs = sentence.tokens, sentence.arcs
        self._children: list[list[int]] = [[] for _ in self._words]
        for i, arc in enumerate(self._arcs):
            if arc.head != i:
                self._children[arc.head].append(i)

    @cached_property
    def _number(self) -> dict[int, int]:
        return {head: k for k, head in enumerate(self._tokens)}

    @cached_property
    def _tokens(self) -> dict[int, list[int]]:
        """Head of a clause -> its tokens, the clauses in the order of their first words.

        A word goes to the clause of its nearest ancestor, a sign to that of the word before or, if it opens, after it.
        """
        tokens: dict[int, list[int]] = {}
        pending: list[int] = []  # opening signs, which go with the word after them
        owner: int | None = None
        for i, word in enumerate(self._words):
            if word.text in CUTS or self._joins_clauses(i):
                continue
            if is_sign(word):
                if word.text in _OPENING or owner is None:
                    pending.append(i)
                else:
                    tokens[owner].append(i)
                continue
            owner = self._owner(i)
            tokens.setdefault(owner, []).extend((*pending, i))
            pending = []
        if pending:
            tokens.setdefault(self._owner(pending[0]) if owner is None else owner, []).extend(pending)
        return tokens

    def clauses(self) -> tuple[Clause, ...]:
        """The clauses; those that one depends on, or shares its subject with, are given by number."""
        made = [self._clause(head) for head in self._tokens]
        for at, clause in enumerate(made):
            if quoted := self._quoted_before(at, made):
                for k in quoted:
                    made[k] = made[k]._replace(parent=clause.parent)
                made[at] = clause._replace(parent=quoted[-1])
        return tuple(made)

    def _quoted_before(self, at: int, among: Sequence[Clause]) -> list[int]:
        """What a clause with its verb in front gives the speaker of: `„…“, sagte X`."""
        says = among[at]
        first = next((i for i in says.tokens if not is_sign(self._words[i])), says.tokens[0])
        if says.kind != "main" or self._words[first].tag not in FINITE_OR_IMPERATIVE:
            return []
        return [
            k
            for k, clause in enumerate(among)
            if clause.parent == at and clause.kind == "main" and clause.tokens[-1] < says.tokens[0]
        ]

    def _clause(self, head: int) -> Clause:
        tokens, kind = self._tokens[head], self._kind(head)
        verb_tokens = self._complex(head)
        shares = self._shares(head)
        finite = any_finite(verb_tokens, self._words)
        shared = [] if shares is None or finite else auxiliaries(self._complex(shares), self._words)
        dependent = kind in {"subordinate", "relative"}
        verb = verb_complex(verb_tokens, shared, tokens, verb_last=dependent, words=self._words)
        parent = self._parent(head)
        return Clause(
            "fragment" if kind == "main" and verb is None else kind,
            tuple(tokens),
            verb,
            self._opener(head),
            None if parent is None else self._number.get(parent),
            None if shares is None else self._number.get(shares),
        )

    def _heads_clause(self, i: int) -> bool:
        """Whether a token is the head of a clause: a root, a finite verb, a zu-infinitive, a verb joined to another."""
        head, label = self._arcs[i]
        word = self._words[i]
        if head == i or word.tag in FINITE_OR_IMPERATIVE:
            return True
        if word.tag[0] != "V":
            return False
        if label == "rc" or self._child(i, "cp") is not None:
            return True
        first = self._conjunct_before(i)
        if first is not None:
            return self._words[first].tag[0] == "V"
        matrix = self._words[head]
        return self._with_zu(i) and not (label == "oc" and matrix.lemma.lower() in _WITH_ZU)

    def _joins_clauses(self, i: int) -> bool:
        """Whether a token is the conjunction between two clauses."""
        return self._arcs[i].label == "cd" and any(
            self._arcs[c].label == "cj" and self._heads_clause(c) for c in self._children[i]
        )

    def _with_zu(self, i: int) -> bool:
        return self._words[i].tag == "VVIZU" or self._child(i, "pm") is not None

    def _child(self, i: int, label: str) -> int | None:
        return next((c for c in self._children[i] if self._arcs[c].label == label), None)

    def _conjunct_before(self, i: int) -> int | None:
        """The conjunct that another is joined to, the conjunction between them passed over."""
        head, label = self._arcs[i]
        if label != "cj":
            return None
        return self._arcs[head].head if self._arcs[head].label == "cd" else head

    def _owner(self, i: int) -> int:
        while not self._heads_clause(i):
            i = self._arcs[i].head
        return i

    def _joined_to(self, head: int) -> int | None:
        """The head of the clause that a clause is joined to by `und`, a comma or the like."""
        first = self._conjunct_before(head)
        return None if first is None else self._owner(first)

    def _kind(self, head: int) -> ClauseKind:
        opener = self._opening_token(head)
        tag = self._words[head].tag
        if tag[0] == "V" and tag not in FINITE_OR_IMPERATIVE and self._with_zu(head):
            return "infinitive"
        if self._arcs[head].label == "rc" or (opener is not None and self._words[opener].tag in RELATIVE):
            return "relative"
        if opener is not None or self._arcs[head].label == "mo":  # `Sollte er kommen, …` has no opener
            return "subordinate"
        joined = self._joined_to(head)
        return "main" if joined is None else self._kind(joined)

    def _opener(self, head: int) -> str:
        opener = self._opening_token(head)
        if opener is not None:
            return self._words[opener].text.lower()
        joined = self._joined_to(head)
        return "" if joined is None else self._opener(joined)

    def _opening_token(self, head: int) -> int | None:
        """A clause's own conjunction, or the relative or interrogative pronoun among its first words."""
        conjunction = self._child(head, "cp")
        if conjunction is not None or self._arcs[head].head == head:
            return conjunction
        begin = [i for i in self._tokens.get(head, ()) if not is_sign(self._words[i])][:3]
        return next((i for i in begin if self._words[i].tag in RELATIVE | _INTERROGATIVE), None)

    def _parent(self, head: int) -> int | None:
        joined = self._joined_to(head)
        if joined is not None:
            return self._parent(joined)
        above = self._arcs[head].head
        return None if above == head else self._owner(above)

    def _shares(self, head: int) -> int | None:
        """The clause with the subject and the auxiliary that a joined clause lacks."""
        joined = self._joined_to(head)
        if joined is None or self._child(head, "sb") is not None or self._child(head, "ep") is not None:
            return None
        further = None if any_finite(self._complex(joined), self._words) else self._shares(joined)
        return joined if further is None else further

    def _complex(self, head: int) -> list[int]:
        """The verb complex that begins at a head, in the order of the text."""
        if self._words[head].tag[0] != "V":
            return []
        verbs: list[int] = []
        links: Sequence[int] = [head]
        while links:
            verbs += links
            links = [
                c
                for link in links
                for c in self._children[link]
                if self._arcs[c].label in {"oc", "pd", "svp"}
                and in_complex(self._words[c])
                and not self._heads_clause(c)
            ]
        return sorted(verbs)
