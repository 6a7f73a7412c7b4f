"""Which verbs and event nouns of texts the vocabulary says nothing of: what to decide next when extending it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from core.claims import triggers
from core.claims.lexicon import uneventful
from core.german.clauses import clauses
from core.model import Sentence, Token

Kind = Literal["verb", "noun"]


class Undecided(NamedTuple):
    """A word that the vocabulary says nothing of: its base form, how many tokens it has, and a sentence with it."""

    kind: Kind
    word: str
    tokens: int
    example: str


class Coverage(NamedTuple):
    """How many main verbs and event nouns the texts have (by tokens), and which are undecided, the commonest first."""

    tokens: int
    undecided: tuple[Undecided, ...]

    @property
    def share(self) -> float:
        """The share of the tokens whose words are undecided, from 0 to 1."""
        return sum(word.tokens for word in self.undecided) / self.tokens if self.tokens else 0.0


def coverage(texts: Iterable[tuple[str, Iterable[Sentence]]]) -> Coverage:
    """What the vocabulary leaves undecided in some texts.

    A main verb is decided where an event type has it, plain or in a frame, or `no_events.toml` says that it tells of
    none. An event noun is one that ends as nouns of happening often do (`endings` there); it is decided in the same
    way, by itself or by what it ends in.

    Args:
        texts: each text with its sentences; offsets are code points into it.
    """
    counted: Counter[tuple[Kind, str]] = Counter()
    examples: dict[tuple[Kind, str], str] = {}
    tokens = 0
    for text, sentences in texts:
        for sentence in sentences:
            for kind, word, decided in _words(sentence):
                tokens += 1
                if not decided:
                    counted[kind, word] += 1
                    examples.setdefault((kind, word), text[sentence.start : sentence.end])
    rows = sorted(counted.items(), key=lambda row: (-row[1], row[0]))
    return Coverage(tokens, tuple(Undecided(*key, count, examples[key]) for key, count in rows))


def _words(sentence: Sentence) -> Iterator[tuple[Kind, str, bool]]:
    """The main verbs and event nouns of a sentence, and whether each is decided."""
    for clause in clauses(sentence):
        if clause.verb is not None:
            yield "verb", clause.verb.lemma, triggers.decided(clause.verb.lemma)
    for token in sentence.tokens:
        if _names_happening(token):
            decided = triggers.noun_decided(token.lemma) or triggers.noun_decided(token.text)
            yield "noun", token.lemma, decided


def _names_happening(token: Token) -> bool:
    if token.tag not in {"NN", "NNI"} or not token.text[:1].isupper():
        return False
    return token.lemma.lower().endswith(tuple(uneventful().endings))
