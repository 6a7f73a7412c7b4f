"""Clause to noun phrases, by a dependency parse in the scheme of the TIGER treebank."""

from core.german.grammar import grammar
from core.german.tags import INSIDE, NOUNS, PREPOSITIONS, PRONOUNS, is_sign
from core.german.values import Clause, Function, Phrase
from core.model import Sentence

_KERNEL = frozenset({"nk", "pnc", "nmc", "adc", "uc", "avc"})
"""Labels of what makes one phrase with its head: articles, adjectives, the parts of a name, a name behind a title."""

_SUBJECT = frozenset({"sb", "sp"})


def phrases(sentence: Sentence, clause: Clause) -> tuple[Phrase, ...]:
    """The noun phrases of a clause in order, the same values as by the fields; an expletive `es` is none."""
    reading = _Reading(sentence, clause)
    return tuple(reading.phrase(head) for head in reading.heads)


class _Reading:
    """A clause with the tokens that head a noun phrase, in order."""

    def __init__(self, sentence: Sentence, clause: Clause) -> None:
        self._words, self._arcs, self._clause = sentence.tokens, sentence.arcs, clause
        self._own = frozenset(clause.tokens)
        self.heads = [i for i in clause.tokens if self._heads_phrase(i)]
        self._members: dict[int, list[int]] = {head: [] for head in self.heads}
        for i in clause.tokens:
            if (head := self._phrase_of(i)) is not None:
                self._members[head].append(i)

    def phrase(self, head: int) -> Phrase:
        """The phrase of a head."""
        members = self._members[head]
        nouns = [i for i in members if self._words[i].tag in NOUNS - {"CARD", "TRUNC"}]
        function, preposition, host = self._function(head)
        joined = bool(preposition) and self._like(head) is not None
        return Phrase(tuple(members), nouns[-1] if nouns else head, preposition, function, host, joined)

    def _function(self, head: int) -> tuple[Function, str, int | None]:
        """What a phrase is in its clause, its preposition, and the number of the phrase that it is an attribute of."""
        above, label = self._arcs[head]
        like = self._like(head)
        if like is not None:
            return self._function(like)
        if above == head or label in _SUBJECT:
            return "subject", "", None
        if above in self._own and self._words[above].tag in PREPOSITIONS:
            word = self._words[above].text.lower()
            return "oblique", grammar().prepositions.get(word, word), None
        host = self._phrase_of(above) if above in self._own else None
        if label == "ag" and host is not None:
            return "attribute", "", self.heads.index(host)
        return "object", "", None

    def _like(self, head: int) -> int | None:
        """The phrase that another one is joined to, or is an apposition of, and so shares the part of."""
        above, label = self._arcs[head]
        if label == "cj" and self._arcs[above].label == "cd":
            above = self._arcs[above].head
        return self._phrase_of(above) if label in {"cj", "app"} and above in self._own else None

    def _nominal(self, i: int) -> bool:
        return self._words[i].tag in NOUNS or self._words[i].tag in PRONOUNS

    def _heads_phrase(self, i: int) -> bool:
        return self._nominal(i) and self._arcs[i].label != "ep" and not self._belongs(i)

    def _belongs(self, i: int) -> bool:
        """Whether a token is a part of the phrase that the token above it is in."""
        above, label = self._arcs[i]
        if above == i or above not in self._own or is_sign(self._words[i]):
            return False
        if self._nominal(above):
            before = label == "ag" and i < above  # `Norwegens Vorschlag`, `dessen Vorschlag`
            return before or (label in _KERNEL and self._words[i].tag not in PREPOSITIONS)
        inside = self._words[above].tag in INSIDE and self._words[i].tag in INSIDE
        return inside and self._phrase_of(above) is not None  # `sehr alte`, `alte und neue`

    def _phrase_of(self, i: int) -> int | None:
        """The head of the phrase that a token is in."""
        while self._belongs(i):
            i = self._arcs[i].head
        return i if self._heads_phrase(i) else None
