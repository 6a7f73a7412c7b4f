"""When the name of a city stands for a government: `Tokio will`, `mit Brüssel`, but not `in Tokio`."""

from collections.abc import Sequence

from core.actors.authorities import participle_follows
from core.actors.knowledge import Knowledge
from core.actors.readings import Hit, Reading
from core.german.compounds import head_in
from core.german.grammar import grammar
from core.german.tags import FINITE
from core.model import Sentence, Token

_BEFORE_SUBJECT = frozenset({"$,", "$(", "KON", "KOUS", "$.", "ADV", "PROAV"})
_AFTER_SUBJECT = frozenset(
    {"ART", "ADV", "PPOSAT", "PIAT", "APPR", "ADJA", "CARD", "PTKNEG", "ADJD", "NN", "PRF", "NE", "KON", "PTKVZ"}
)
_RELATIVE = frozenset({"die", "das", "den", "dem"})  # no article ever stands before a city's name alone
_TRAVEL_REACH = 20


def is_where(tokens: Sequence[Token], first: int, knowledge: Knowledge) -> bool:
    """Whether a preposition of place stands before the name, with or without an article, or before a part of the land.

    That is `in Norwegen`, `im Norden Norwegens`, `im Süden der Schweiz`, `im Nachbarland Norwegen`.
    """
    i = _before_phrase(tokens, first)
    apposed = i == first - 1 and i >= 0 and head_in(tokens[i].text, knowledge.patterns.land_nouns) is not None
    if i >= 0 and (apposed or tokens[i].text in grammar().nouns.parts_of_places):
        i = _before_phrase(tokens, i)
    return i >= 0 and tokens[i].tag in {"APPR", "APPRART"} and tokens[i].text.lower() in knowledge.patterns.place_only


def _before_phrase(tokens: Sequence[Token], first: int) -> int:
    """The word before a noun's article and adjectives; -1 where there is none."""
    i = first - 1
    while i >= 0 and tokens[i].tag in {"ART", "ADJA"}:
        i -= 1
    return i


def acts(sentence: Sentence, hit: Hit, before: Sequence[Reading], knowledge: Knowledge) -> bool:
    """Whether a city or region acts: as subject, in the genitive before a noun, after `mit`, `gegen` and the like, or
    as the seat of a government that does.

    Args:
        sentence: the sentence.
        hit: the name.
        before: the names before it; one joined to it by `und` is read as it is.
        knowledge: the vocabulary.
    """
    tokens, patterns = sentence.tokens, knowledge.patterns
    previous = tokens[hit.first - 1] if hit.first else None
    following = tokens[hit.last + 1] if hit.last + 1 < len(tokens) else None
    if following is None or sentence.kind == "caption":
        return False
    if previous is None:
        return following.tag in FINITE or _is_genitive(tokens, hit, following)
    word = previous.text.lower()
    if word in {"und", "sowie", "oder", ","} and before and before[-1].last == hit.first - 2:
        return not before[-1].place
    if word == "in" and hit.first > 1 and _governs(tokens[hit.first - 2], knowledge):
        return True
    if word in patterns.locative:
        return False
    if word in patterns.agentive and previous.tag == "APPR":
        near = tokens[max(0, hit.first - _TRAVEL_REACH) : hit.last + _TRAVEL_REACH]
        return not any(token.text in patterns.travel for token in near) and (word != "von" or _is_passive(tokens, hit))
    if previous.tag not in {"NN", "ART"} and _is_genitive(tokens, hit, following):
        return True
    if following.tag in FINITE:
        return previous.tag in _BEFORE_SUBJECT
    if previous.tag in FINITE:
        return following.tag in _AFTER_SUBJECT
    if word in _RELATIVE and previous.tag in {"ART", "PRELS"}:
        return following.tag in {"NN", "ART", "KON", "ADV"}
    return previous.tag == "KOUS" and following.tag != "$,"


def _governs(noun: Token, knowledge: Knowledge) -> bool:
    """Whether a noun is a government or a ministry, as in `die Regierung in Oslo`."""
    patterns = knowledge.patterns
    return noun.text in patterns.government or noun.text.lower().endswith(tuple(patterns.ministry_endings))


def _is_genitive(tokens: Sequence[Token], hit: Hit, following: Token) -> bool:
    """`Tokios Bitte`: a genitive before a noun."""
    genitive = tokens[hit.last].text.endswith("s") and not hit.aliases[0].name.endswith("s")
    return genitive and following.tag in {"NN", "ADJA", "NNA"}


def _is_passive(tokens: Sequence[Token], hit: Hit) -> bool:
    """Whether `von` names who acts: a participle follows in the clause, and no noun stands right before."""
    before = tokens[hit.first - 2].tag if hit.first > 1 else ""
    return before not in {"NN", "NE"} and participle_follows(tokens, hit.last + 1)
