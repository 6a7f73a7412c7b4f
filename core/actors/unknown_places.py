"""Places that the vocabulary does not know: `in Preševo`, `die Provinz Hama`, `die Ostukraine`, `in Wien-Hietzing`."""

from collections.abc import Iterator, Sequence

from core.actors.demonyms import demonym
from core.actors.knowledge import Knowledge
from core.actors.names import given
from core.actors.readings import Reading
from core.german.compounds import head_in
from core.german.tags import FINITE, PREPOSITIONS
from core.model import Sentence, Token

_LONGEST = 3  # words of a place's name: `Gornja Radgona`
_SHORTEST = 3  # letters that the name of a place behind a direction has more than
_IN = frozenset({"in", "nahe", "unweit"})
_IN_THE = frozenset({"im", "in", "nahe", "unweit"})  # before an adjective, which may have an article's ending
_SHORTEST_ADJECTIVE = 6  # letters that the adjective of a land has at least, behind what tells a part of it


def unknown_places(sentence: Sentence, taken: Sequence[bool], knowledge: Knowledge) -> Iterator[Reading]:
    """The places of a sentence whose names no list has.

    Those are names right behind `in`, a noun for places, or the adjective of a land (`im türkischen Antalya`), those
    joined to one (`in Bodrum und Rakka`), and parts of a known place that a direction tells
    (`Ostukraine`). A name with a hyphen begins with that of a known place, or a direction: `Wien-Hietzing`.

    Args:
        sentence: the tagged sentence.
        taken: of each token, whether it is part of a name that is known or was found already.
        knowledge: the vocabulary.
    """
    if sentence.kind == "caption":
        return
    tokens, i = sentence.tokens, 0
    joined = -1  # where a name would stand that is joined to the place found last
    while i < len(tokens):
        last = _last(tokens, i, taken, knowledge, joined=i == joined)
        if last is not None:
            start, end = tokens[i].start, tokens[last].end
            name = " ".join(token.text for token in tokens[i : last + 1])
            yield Reading(start, end, i, last, "", "name", name, place=True, whole=True)
            joined = last + 2 if last + 1 < len(tokens) and tokens[last + 1].text in _JOINING else -1
            i = last
        i += 1


_JOINING = frozenset({"und", "oder", "sowie", ","})


def _last(tokens: Sequence[Token], i: int, taken: Sequence[bool], knowledge: Knowledge, *, joined: bool) -> int | None:
    """The last word of the unknown place that begins at a token; None where none does."""
    if taken[i] or not _is_name(tokens[i]):
        return None
    if _is_part(tokens[i].text, knowledge):
        return i
    stands = joined or _is_placed(tokens, i, knowledge)
    if tokens[i].tag != "NE" or not stands or not _is_whole(tokens[i].text, knowledge):
        return None
    last = i
    while last + 1 < len(tokens) and last - i + 1 < _LONGEST and _goes_on(tokens, last + 1, taken):
        last += 1
    if last > i and given(tokens[i].text, knowledge):
        return None  # `in Anna Karenina`
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    return None if after is None or (after.tag == "NN" and after.start == tokens[last].end + 1) else last


def _is_placed(tokens: Sequence[Token], i: int, knowledge: Knowledge) -> bool:
    """Whether what stands before a name makes it that of a place."""
    if i == 0:
        return False
    before = tokens[i - 1]
    if before.tag == "ADJA":
        return i > 1 and tokens[i - 2].text.lower() in _IN_THE and _is_of_land(before.text, knowledge)
    if before.tag in PREPOSITIONS:
        return before.text.lower() in _IN and before.tag == "APPR"
    return before.text in knowledge.place_nouns or head_in(before.text, knowledge.place_heads) is not None


def _is_of_land(adjective: str, knowledge: Knowledge) -> bool:
    """Whether an adjective is of a state, a region, or a part of one: `türkischen`, `nordsyrischen`."""
    if not adjective.islower():
        return False
    return any(demonym(adjective[cut:], knowledge) for cut in range(max(1, len(adjective) - _SHORTEST_ADJECTIVE)))


def _is_whole(word: str, knowledge: Knowledge) -> bool:
    """Whether a word with a hyphen names a place: a quarter behind its city, or a part of an area."""
    first, hyphen, _ = word.partition("-")
    return not hyphen or first in knowledge.directions or (bool(first) and _is_place(first, knowledge))


def _goes_on(tokens: Sequence[Token], i: int, taken: Sequence[bool]) -> bool:
    return not taken[i] and tokens[i].tag == "NE" and _is_name(tokens[i]) and tokens[i].start == tokens[i - 1].end + 1


def _is_name(token: Token) -> bool:
    """Whether a word may be a place's name: capital and small letters, no abbreviation."""
    bare = token.text.replace("-", "")
    return token.tag not in FINITE and len(bare) > 2 and bare.isalpha() and bare[0].isupper() and not bare[1:].isupper()


def _is_part(word: str, knowledge: Knowledge) -> bool:
    """Whether a word is a known place with a direction before it: `Ostukraine`."""
    rests = (word.removeprefix(direction) for direction in knowledge.directions if word.startswith(direction))
    return any(len(rest) > _SHORTEST and rest.islower() and _is_place(rest.capitalize(), knowledge) for rest in rests)


def _is_place(name: str, knowledge: Knowledge) -> bool:
    actor = knowledge.actors.get(knowledge.names.known(name) or "")
    return actor is not None and actor.kind in {"state", "place"}
