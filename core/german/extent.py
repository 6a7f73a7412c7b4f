"""How far a noun phrase reaches with its attributes and an apposition, by tags alone."""

from collections.abc import Sequence

from core.german.grammar import grammar
from core.german.tags import PRONOUNS
from core.model import Token

NOUNS = frozenset({"NN", "NE", "FM", "NNA", "NNI", "TRUNC"})
DETERMINERS = frozenset({"ART", "PPOSAT", "PDAT", "PIAT", "PIDAT", "PWAT", "ADJA", "CARD"})
PAIRS = {"(": ")", "„": "“", "[": "]", "»": "«", '"': '"'}
"""Signs that open an addition to a name, and those that close it."""

_BEFORE_NOUN = DETERMINERS | {"ADV", "ADJD", "VVPP"}
_ATTACHED = frozenset({"von", "vom", "aus", "für", "beim", "bei"})
_CLOSING = frozenset({"$,", "$.", "XY"})  # `XY`: a quotation drawn together to one token
_IN_BRACKETS = 10  # tokens; more is no addition to a name


def phrase_end(words: Sequence[Token], begin: int) -> int:
    """The index behind the noun phrase that begins at a token, with attributes and an apposition; or `begin`."""
    end = _with_attributes(words, begin)
    if end == begin or words[end - 1].tag in PRONOUNS:
        return end
    return _apposition_end(words, end)


def _with_attributes(words: Sequence[Token], begin: int) -> int:
    end = _core_end(words, begin)
    if end > begin and words[end - 1].tag not in PRONOUNS:
        while (further := _attribute_end(words, end)) > end:
            end = further
    return end


def _core_end(words: Sequence[Token], begin: int) -> int:
    """Behind determiner, adjectives and nouns, or a pronoun, or a name in quotation marks."""
    i = begin
    while i < len(words) and words[i].tag in _BEFORE_NOUN:
        i += 1
    if i > begin and (inner := _extended_end(words, i)) > i:
        i = inner
    if i < len(words) and words[i].tag in PRONOUNS:
        return i + 1
    first = i
    while i < len(words) and (words[i].tag in NOUNS or (i > first and _is_number_of_name(words, i))):
        if i > first and _owns_what_follows(words, i):
            break
        i += 1
    if i == first and i < len(words) and words[i].text in PAIRS:
        return _bracket_end(words, i)
    return i if i > first else begin


def _extended_end(words: Sequence[Token], at: int) -> int:
    """Behind what an adjective brings along before a noun (`der [im Norden regierenden] Partei`), or `at`."""
    if words[at - 1].tag not in DETERMINERS or at + 1 >= len(words) or words[at].tag not in {"APPR", "APPRART"}:
        return at
    end = _core_end(words, at + 1)
    if end == at + 1 or end == len(words) or words[end].tag != "ADJA":
        return at
    while end < len(words) and words[end].tag == "ADJA":
        end += 1
    return end


def _owns_what_follows(words: Sequence[Token], at: int) -> bool:
    """Whether a name in the genitive behind a noun opens the next phrase: `laut Medien | Meiers neuer Plan`."""
    before, word, behind = words[at - 1], words[at], words[at + 1 : at + 3]
    owner = before.tag == "NN" and word.tag == "NE" and word.text.endswith("s")
    return owner and [w.tag for w in behind] == ["ADJA", "NN"]


def _is_number_of_name(words: Sequence[Token], at: int) -> bool:
    """`August 2024`, `Kanal 3`; but in `nach Angaben 28 Häuser` the number belongs to what follows."""
    return words[at].tag == "CARD" and (at + 1 == len(words) or words[at + 1].tag not in NOUNS)


def _attribute_end(words: Sequence[Token], at: int) -> int:
    """Behind one more part of the phrase that reaches to `at`, or `at`."""
    if at >= len(words):
        return at
    word = words[at]
    if word.text in PAIRS:
        return _bracket_end(words, at)
    if word.tag in {"ART", "PPOSAT", "PDAT"} and word.text.lower() in grammar().articles.genitive:
        behind = next((w for w in words[at + 1 : at + 2] if w.tag == "ADJA"), None)
        nominative = word.text.lower() == "der" and behind is not None and behind.text.endswith("e")
        return at if nominative else _core_end(words, at)  # `erhielt laut Medien | der neue Betreiber`
    if word.tag in {"NE", "NN", "FM"} and not _owns_what_follows(words, at):
        return _core_end(words, at)
    if word.text.lower() in _ATTACHED or word.text in {"und", "sowie"}:
        end = _core_end(words, at + 1)
        return end if end > at + 1 and words[end - 1].tag not in PRONOUNS else at
    return at


def _bracket_end(words: Sequence[Token], at: int) -> int:
    closing = {PAIRS[words[at].text], "”", '"'}
    reach = range(at + 1, min(at + _IN_BRACKETS, len(words)))
    return next((i + 1 for i in reach if words[i].text in closing), at)


def _apposition_end(words: Sequence[Token], at: int) -> int:
    """Behind `, der Chef der Feuerwehr in Bonn` where a sign or the end closes it; `at` where none follows."""
    if at + 1 >= len(words) or words[at].text != "," or words[at + 1].text in PAIRS:
        return at
    end = _with_attributes(words, at + 1)
    if end == at + 1 or words[end - 1].tag in PRONOUNS:
        return at
    while end < len(words) and words[end].tag in {"APPR", "APPRART"}:
        further = _core_end(words, end + 1)
        if further == end + 1:
            break
        end = further
    closed = end == len(words) or words[end].tag in _CLOSING
    return end if closed else at
