"""Noun phrases that can name a speaker: where one ends, and which of a clause's is its subject."""

from collections.abc import Sequence

from core.german.grammar import grammar
from core.german.phrases import Phrase, phrases
from core.german.tags import FINITE
from core.model import Token
from core.quotations.lexicon import cues
from core.quotations.reading import SAID, Reading, first_word

_NOUNS = frozenset({"NN", "NE", "FM", "NNA", "NNI", "TRUNC"})
_DETERMINERS = frozenset({"ART", "PPOSAT", "PDAT", "PIAT", "PIDAT", "PWAT", "ADJA", "CARD"})
_BEFORE_NOUN = _DETERMINERS | {"ADV", "ADJD", "VVPP"}
_PRONOUNS = frozenset({"PPER", "PDS", "PIS", "PRELS", "PWS"})
_OBLIQUE_RELATIVES = frozenset({"dem", "den", "denen", "dessen", "deren"})
_ATTACHED = frozenset({"von", "vom", "aus", "für", "beim", "bei"})
_PAIRS = {"(": ")", "„": "“", "[": "]", "»": "«", '"': '"'}
_IN_BRACKETS = 10  # tokens; more is no addition to a name


def phrase_end(words: Sequence[Token], begin: int) -> int:
    """The index behind the noun phrase that begins at a token, with attributes and an apposition; or `begin`."""
    end = _with_attributes(words, begin)
    if end == begin or words[end - 1].tag in _PRONOUNS:
        return end
    return _apposition_end(words, end)


def phrase_at(words: Sequence[Token], phrase: Phrase) -> tuple[int, ...]:
    """A phrase of a clause with the attributes and the apposition that follow it.

    A phrase in brackets is an addition to the one before them: `Anna Meier (CDU)`.
    """
    begin = phrase.tokens[0]
    if begin > 1 and words[begin - 1].text in _PAIRS and words[begin - 2].tag in _NOUNS:
        begin -= 2
        while begin and words[begin - 1].tag in _NOUNS:
            begin -= 1
    while begin and words[begin - 1].tag in _DETERMINERS:
        begin -= 1
    return tuple(range(begin, max(phrase_end(words, begin), phrase.tokens[-1] + 1)))


def _with_attributes(words: Sequence[Token], begin: int) -> int:
    end = _core_end(words, begin)
    if end > begin and words[end - 1].tag not in _PRONOUNS:
        while (further := _attribute_end(words, end)) > end:
            end = further
    return end


def _core_end(words: Sequence[Token], begin: int) -> int:
    """Behind determiner, adjectives and nouns, or a pronoun, or a name in quotation marks."""
    i = begin
    while i < len(words) and words[i].tag in _BEFORE_NOUN:
        i += 1
    if i < len(words) and words[i].tag in _PRONOUNS:
        return i + 1
    first = i
    while i < len(words) and (words[i].tag in _NOUNS or (i > first and _is_number_of_name(words, i))):
        i += 1
    if i == first and i < len(words) and words[i].text in _PAIRS:
        return _bracket_end(words, i)
    return i if i > first else begin


def _is_number_of_name(words: Sequence[Token], at: int) -> bool:
    """`August 2024`, `Kanal 3`; but in `nach Angaben 28 Häuser` the number belongs to what follows."""
    return words[at].tag == "CARD" and (at + 1 == len(words) or words[at + 1].tag not in _NOUNS)


def _attribute_end(words: Sequence[Token], at: int) -> int:
    """Behind one more part of the phrase that reaches to `at`, or `at`."""
    if at >= len(words):
        return at
    word = words[at]
    if word.text in _PAIRS:
        return _bracket_end(words, at)
    if word.tag in {"ART", "PPOSAT", "PDAT"} and word.text.lower() in grammar().articles.genitive:
        return _core_end(words, at)
    if word.tag in {"NE", "NN", "FM"}:
        return _core_end(words, at)
    if word.text.lower() in _ATTACHED or word.text in {"und", "sowie"}:
        end = _core_end(words, at + 1)
        return end if end > at + 1 and words[end - 1].tag not in _PRONOUNS else at
    return at


def _bracket_end(words: Sequence[Token], at: int) -> int:
    closing = {_PAIRS[words[at].text], "”", '"'}
    reach = range(at + 1, min(at + _IN_BRACKETS, len(words)))
    return next((i + 1 for i in reach if words[i].text in closing), at)


def _apposition_end(words: Sequence[Token], at: int) -> int:
    """Behind `, der Chef der Feuerwehr in Bonn` where a sign or the end closes it; `at` where none follows."""
    if at + 1 >= len(words) or words[at].text != "," or words[at + 1].text in _PAIRS:
        return at
    end = _with_attributes(words, at + 1)
    if end == at + 1 or words[end - 1].tag in _PRONOUNS:
        return at
    while end < len(words) and words[end].tag in {"APPR", "APPRART"}:
        further = _core_end(words, end + 1)
        if further == end + 1:
            break
        end = further
    closed = end == len(words) or words[end].tag in {"$,", "$.", SAID}
    return end if closed else at


def subject(reading: Reading, at: int) -> tuple[int, ...]:
    """The tokens of who does what a clause tells; empty where that is nobody or is not found.

    A clause that goes on with another, and an infinitive, take the subject of the clause that they go on with or
    depend on. A relative pronoun counts with the noun that it stands for.
    """
    clause = reading.clauses[at]
    if clause.kind == "infinitive":
        return subject(reading, clause.parent) if clause.parent is not None else ()
    own = _own_subject(reading, at)
    if own or clause.shares is None:
        return own
    outer = reading.resumes(at)
    return subject(reading, clause.shares if outer is None else outer)


def inserted_subject(reading: Reading, at: int) -> bool:
    """Whether a clause whose verb stands first has a subject of its own: `…, sagte Meier`."""
    return bool(_own_subject(reading, at))


def _own_subject(reading: Reading, at: int) -> tuple[int, ...]:
    words, clause = reading.words, reading.clauses[at]
    first = first_word(words, clause.tokens)
    inserted = words[first].tag in FINITE and words[first - 1].text == ","
    if clause.shares is not None and not inserted:
        return ()
    found = phrases(reading.sentence, clause._replace(shares=None))
    candidates = [p for p in found if p.function == "subject"]
    usable = [p for p in candidates if words[p.head].text.lower() not in cues().no_speakers | _OBLIQUE_RELATIVES]
    if candidates and not usable and words[candidates[0].head].text.lower() in cues().pointers | _OBLIQUE_RELATIVES:
        usable = [p for p in found if p.function == "object" and p.tokens[0] > candidates[0].head]
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
    found = next((p for p in reading.phrases(at) if p.preposition in prepositions), None)
    return phrase_at(reading.words, found) if found else ()
