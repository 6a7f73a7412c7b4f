"""Noun phrases that can name a speaker: where one ends, and which of a clause's is its subject."""

from bisect import bisect_right
from collections.abc import Sequence

from core.claims.lexicon import names_doer, nouns_of
from core.german.compounds import head_in, is_among
from core.german.extent import DETERMINERS, NOUNS, PAIRS, phrase_end
from core.german.grammar import grammar
from core.german.phrases import Phrase, phrases
from core.german.tags import FINITE
from core.model import Sentence, Token
from core.quotations.lexicon import cues
from core.quotations.reading import Reading, first_word
from core.quotations.values import Span

_OBLIQUE_RELATIVES = frozenset({"dem", "den", "denen", "dessen", "deren"})


def phrase_at(words: Sequence[Token], phrase: Phrase) -> tuple[int, ...]:
    """A phrase of a clause with the attributes and the apposition that follow it.

    A phrase in brackets is an addition to the one before them: `Anna Meier (CDU)`.
    """
    begin = phrase.tokens[0]
    if begin > 1 and words[begin - 1].text in PAIRS and words[begin - 2].tag in NOUNS:
        begin -= 2
        while begin and words[begin - 1].tag in NOUNS:
            begin -= 1
    while begin and words[begin - 1].tag in DETERMINERS:
        begin -= 1
    return tuple(range(begin, max(phrase_end(words, begin), phrase.tokens[-1] + 1)))


def subject(reading: Reading, at: int) -> tuple[int, ...]:
    """The tokens of who does what a clause tells; empty where that is nobody or is not found.

    A clause that goes on with another, and an infinitive, take the subject of the clause that they go on with or
    depend on. A relative pronoun counts with the noun that it stands for.
    """
    clause = reading.clauses[at]
    if clause.kind == "infinitive":
        return subject(reading, clause.parent) if clause.parent is not None else ()
    own = _own_subject(reading, at)
    if own:
        return own
    if clause.shares is None:
        return _shared(reading, at)
    return subject(reading, clause.shares)


def _shared(reading: Reading, at: int) -> tuple[int, ...]:
    """The subject of the clause before one that a comma joins to it: `Lund blieb ruhig, hielt aber fest, …`."""
    words, clause = reading.words, reading.clauses[at]
    first = first_word(words, clause.tokens)
    before = reading.clauses[at - 1] if at else None
    joined = clause.kind == "main" and words[first].tag in FINITE and words[first - 1].text == ","
    if before is None or not joined or before.kind != "main" or before.tokens[-1] != first - 2:
        return ()
    return subject(reading, at - 1) if words[first_word(words, before.tokens)].tag not in FINITE else ()


def inserted_subject(reading: Reading, at: int) -> bool:
    """Whether a clause whose verb stands first has a subject of its own: `…, sagte Meier`."""
    return bool(_own_subject(reading, at))


def _own_subject(reading: Reading, at: int) -> tuple[int, ...]:
    words, clause = reading.words, reading.clauses[at]
    first = first_word(words, clause.tokens)
    inserted = words[first].tag in FINITE and words[first - 1].text == ","
    if clause.shares is not None and not inserted:
        return ()
    own = phrases(reading.sentence, clause._replace(shares=None))
    candidates = [p for p in own if p.function == "subject"]
    usable = [p for p in candidates if words[p.head].text.lower() not in cues().no_speakers | _OBLIQUE_RELATIVES]
    if candidates and not usable and words[candidates[0].head].text.lower() in cues().pointers | _OBLIQUE_RELATIVES:
        usable = [p for p in own if p.function == "object" and p.tokens[0] > candidates[0].head]
        usable = [p for p in usable if words[p.tokens[0]].text.lower() not in grammar().articles.not_nominative]
    if not usable:
        return () if candidates else _first_field(words, clause.tokens)
    if words[usable[0].head].tag == "PRELS":
        return (*_antecedent(reading, at), usable[0].head)
    return phrase_at(words, usable[0])


def _first_field(words: Sequence[Token], tokens: Sequence[int]) -> tuple[int, ...]:
    """A name with a preposition in it that begins a clause (`Von Berg sagte`)."""
    first = first_word(words, tokens)
    finite = next((i for i in tokens if words[i].tag in FINITE), first)
    names = range(first, finite)
    return tuple(names) if words[first].text == "Von" and words[finite - 1].tag in {"NE", "NN"} else ()


def _antecedent(reading: Reading, at: int) -> tuple[int, ...]:
    """The last noun phrase before a relative clause in the clause that it depends on."""
    clause = reading.clauses[at]
    if clause.parent is None:
        return ()
    before = [p for p in reading.phrases(clause.parent) if p.tokens[-1] < clause.tokens[0]]
    return before[-1].tokens if before else ()


def governed(reading: Reading, at: int, prepositions: frozenset[str]) -> tuple[int, ...]:
    """The first noun phrase of a clause behind one of the prepositions (base forms), or empty."""
    phrase = next((p for p in reading.phrases(at) if p.preposition in prepositions), None)
    return phrase_at(reading.words, phrase) if phrase else ()


def brought_in(words: Sequence[Token], phrase: Sequence[int]) -> bool:
    """Whether a noun phrase brings in somebody who has no name, and whom the text has not spoken of: `ein Bauer`."""
    first, nouns = words[phrase[0]], [words[i] for i in phrase if words[i].tag in {"NN", "NNA"}]
    new = first.tag == "ART" and first.text.lower() in cues().indefinite
    named = any(words[i].tag in _TAKING_UP for i in phrase)
    return new and not named and bool(nouns) and is_among(nouns[0], nouns_of("person"))


def is_unnamed(speaker: Sequence[Span], sentences: Sequence[Sentence]) -> bool:
    """Whether a noun tells of a speaker whom the text gives no name: `ein Sprecher`, `Fachleute`, `die Polizei`.

    A noun with another article takes up somebody who may be named elsewhere (`der Minister`).
    """
    words = [
        word
        for span in speaker
        for word in sentences[bisect_right(sentences, span.start, key=lambda sentence: sentence.start) - 1].tokens
        if span.start <= word.start < span.end
    ]
    nouns = [word for word in words if word.tag in {"NN", "NNA"}]
    if not nouns or any(word.tag in _TAKING_UP for word in words):
        return False
    first, noun = words[0], nouns[0]
    if head_in(noun.lemma, cues().sources) is not None:  # `Angaben der Polizei`, `Polizeiangaben`
        return any(is_among(other, cues().unnamed) for other in nouns[1:2]) or noun.lemma.lower().startswith(
            tuple(cues().unnamed)
        )
    if is_among(noun, cues().unnamed):
        return True
    bare = first.tag in {"NN", "NNA", "ADJA", "CARD", "PIAT"} and noun.lemma != noun.text
    return names_doer(noun) and (bare or first.text.lower() in cues().indefinite)


_TAKING_UP = frozenset({"NE", "FM", "PPER", "PPOSAT", "PDS", "PDAT", "PRELS"})
"""Tags of names, and of words that take up who is named elsewhere."""
