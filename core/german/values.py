"""What a sentence falls into: clauses with their verb, and the noun phrases of each."""

from typing import Literal, NamedTuple

Tense = Literal["present", "past", "perfect", "pluperfect", "future"]
PAST_TENSES: frozenset[Tense] = frozenset({"past", "perfect", "pluperfect"})
Mood = Literal["indicative", "subjunctive1", "subjunctive2"]
ClauseKind = Literal["main", "subordinate", "relative", "infinitive", "fragment"]
Function = Literal["subject", "object", "attribute", "oblique"]


class Verb(NamedTuple):
    """The verb complex of a clause.

    `lemma` has its separable particle (`einladen` for `lud … ein`). `tokens` are all its words, `at` the one that
    carries the meaning, as indices into the sentence.
    """

    lemma: str
    at: int
    tokens: tuple[int, ...]
    tense: Tense
    mood: Mood
    passive: bool
    modal: str
    negated: bool
    reflexive: bool


class Clause(NamedTuple):
    """A clause with its own tokens (those of clauses inside it left out), as indices into the sentence.

    `parent` is the index of the clause it depends on, `opener` its conjunction or relative pronoun in small letters.
    `shares` is the index of the clause whose subject (and auxiliary) it goes on with: `traf X und besuchte Y`. A
    quotation does not depend on who says it after it: `„…“, sagte X` hangs on the quotation.
    """

    kind: ClauseKind
    tokens: tuple[int, ...]
    verb: Verb | None
    opener: str
    parent: int | None
    shares: int | None


class Phrase(NamedTuple):
    """A noun phrase as indices into the sentence, its preposition left out of `tokens`.

    `head` is its last noun or name. `function`: the subject, an object (accusative or dative), an attribute in the
    genitive of another phrase (`host` is that phrase's index), or oblique: governed by `preposition` (base form:
    `zum` -> `zu`), or a time or a dateline without a preposition (`vergangene Woche`). It is `joined` where its
    preposition stands before an earlier phrase of a list (`in Norwegen und | Finnland`).
    """

    tokens: tuple[int, ...]
    head: int
    preposition: str
    function: Function
    host: int | None
    joined: bool = False
