"""A sentence as the frames see it: what is said in quotation marks is one word, whatever verbs are in it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from core.german.clauses import Clause, clauses
from core.german.phrases import Phrase, phrases
from core.german.tags import FINITE
from core.model import Sentence, Token
from core.quotations.values import Span

SAID = "XY"  # the tag of a stretch in quotation marks: STTS has it for what is no word
_LONG = 4  # words; so many in quotation marks are more than an expression


@dataclass(frozen=True)
class Reading:
    """A sentence with each stretch of speech in it drawn together to one token of the tag `SAID`."""

    sentence: Sentence

    @property
    def words(self) -> tuple[Token, ...]:
        """The tokens."""
        return self.sentence.tokens

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses; what is said counts as a part of the clause that it stands in."""
        return clauses(self.sentence)

    @cached_property
    def clause_of(self) -> dict[int, int]:
        """The clause of each token; cutting signs are in none."""
        return {i: k for k, clause in enumerate(self.clauses) for i in clause.tokens}

    def phrases(self, at: int) -> tuple[Phrase, ...]:
        """The noun phrases of a clause."""
        return phrases(self.sentence, self.clauses[at])

    def tokens_in(self, span: Span) -> list[int]:
        """The tokens that begin inside a stretch of the text."""
        return [i for i, word in enumerate(self.words) if span.start <= word.start < span.end]

    def extent(self, at: int) -> tuple[int, ...]:
        """The tokens of a clause and of all that depend on it, with the signs between them."""
        inside, tokens = {at}, set(self.clauses[at].tokens)
        for k in range(at + 1, len(self.clauses)):
            if self.clauses[k].parent in inside:
                inside.add(k)
                tokens.update(self.clauses[k].tokens)
        signs = {i for i in range(min(tokens), max(tokens)) if i not in self.clause_of and i - 1 in tokens}
        return tuple(sorted(tokens | signs))

    def spans(self, tokens: Iterable[int]) -> tuple[Span, ...]:
        """Where tokens stand, those that follow each other in one stretch, without commas and stops at its ends."""
        runs: list[list[int]] = []
        for i in sorted(set(tokens)):
            if runs and runs[-1][-1] == i - 1:
                runs[-1].append(i)
            else:
                runs.append([i])
        trimmed = [self._trimmed(run) for run in runs]
        return tuple(Span(self.words[run[0]].start, self.words[run[-1]].end) for run in trimmed if run)

    def _trimmed(self, run: list[int]) -> list[int]:
        words = [k for k, i in enumerate(run) if self.words[i].tag not in {"$,", "$."}]
        return run[words[0] : words[-1] + 1] if words else []


def read(sentence: Sentence, quoted: Sequence[Span]) -> Reading:
    """The reading of a sentence; `quoted` are the stretches in quotation marks that overlap it, in order.

    A parse of the sentence is given up: drawn together, its words are others.
    """
    tokens: list[Token] = []
    rest = 0
    words = sentence.tokens
    for span in quoted:
        while rest < len(words) and words[rest].start < span.start:
            tokens.append(words[rest])
            rest += 1
        begin = rest
        while rest < len(words) and words[rest].start < span.end:
            rest += 1
        inside = words[begin:rest]
        if is_speech(inside):
            tokens.append(Token(inside[0].start, inside[-1].end, "“”", "“”", SAID))
        else:
            tokens += inside
    return Reading(Sentence(sentence.start, sentence.end, sentence.kind, (*tokens, *words[rest:])))


def is_speech(words: Sequence[Token]) -> bool:
    """Whether words in quotation marks are more than a name, a title or a single expression."""
    spoken = [word for word in words if word.tag[0] != "$"]
    return not is_name(spoken) and (len(spoken) >= _LONG or any(word.tag in FINITE for word in spoken))


def is_name(words: Sequence[Token]) -> bool:
    """Whether words in quotation marks look like a name or a title: all begin with a capital or a digit.

    A single noun is none: `der „Durchbruch“`.
    """
    spoken = [word for word in words if word.tag[0] != "$"]
    if len(spoken) == 1 and spoken[0].tag == "NN":
        return False
    return all(word.text[0].isupper() or word.text[0].isdigit() or "." in word.text for word in spoken)


def first_word(words: Sequence[Token], tokens: Sequence[int]) -> int:
    """The first of the tokens that is no sign, or the first."""
    return next((i for i in tokens if words[i].tag[0] != "$"), tokens[0])
