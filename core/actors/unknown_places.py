"""Places that the vocabulary does not know: `in Preševo`, `die Provinz Hama`, `die Ostukraine`, `in Wien-Hietzing`."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from core.actors.demonyms import demonym
from core.actors.knowledge import Knowledge
from core.actors.names import given
from core.actors.readings import Reading
from core.german.adjectives import is_of_place
from core.german.compounds import head_in, is_among
from core.german.tags import FINITE, PREPOSITIONS
from core.model import Sentence, Token

_LONGEST = 3  # words of a place's name: `Gornja Radgona`
_SHORTEST = 3  # letters that the name of a place behind a direction has more than
_IN = frozenset({"in", "nahe", "unweit"})
_IN_THE = frozenset({"im", "in", "nahe", "unweit"})  # before an adjective, which may have an article's ending
_SHORTEST_ADJECTIVE = 6  # letters that the adjective of a land has at least, behind what tells a part of it


def unknown_places(sentence: Sentence, taken: Sequence[bool], knowledge: Knowledge) -> Iterator[Reading]:
    """The places of a sentence whose names no list has.

    Those are names right behind `in`, a noun for places, a direction (`östlich von Rakka`), or the adjective of a land
    (`im türkischen Antalya`), those joined to one (`in Bodrum und Rakka`), and parts of a known place that a direction
    tells (`Ostukraine`). A name with a hyphen begins with that of a known place, or a direction (`Wien-Hietzing`), or
    it ends like a town.

    Args:
        sentence: the tagged sentence.
        taken: of each token, whether it is part of a name that is known or was found already.
        knowledge: the vocabulary.
    """
    if sentence.kind == "caption":
        return
    yield from _edges(sentence, knowledge)
    yield from _towns_of_sites(sentence, knowledge)
    tokens, i = sentence.tokens, 0
    joined = -1  # where a name would stand that is joined to the place found last
    while i < len(tokens):
        town = sentence.kind == "body" and _is_town(tokens, i, knowledge)
        last = _last(tokens, i, taken, knowledge, stands=town or i == joined)
        if last is not None:
            start, end = tokens[i].start, tokens[last].end
            name = " ".join(token.text for token in tokens[i : last + 1])
            yield Reading(start, end, i, last, "", "name", name, place=True, whole=True)
            joined = last + 2 if last + 1 < len(tokens) and tokens[last + 1].text in _JOINING else -1
            i = last
        i += 1


def _edges(sentence: Sentence, knowledge: Knowledge) -> Iterator[Reading]:
    """The borders and coasts that are named by their lands: `die Grenze zu Norwegen`, `vor der libyschen Küste`."""
    tokens = sentence.tokens
    for i, noun in enumerate(tokens):
        if noun.tag != "NN" or head_in(noun.text, knowledge.edges) is None:
            continue
        before, behind = tokens[i - 1] if i else None, [token.text for token in tokens[i + 1 : i + 3]]
        if before is not None and before.tag == "ADJA" and _is_of_land(before.text, knowledge):
            name = f"{before.text.removesuffix('n')} {noun.lemma}"
            yield Reading(before.start, noun.end, i - 1, i, "", "name", name, place=True, whole=True)
        elif len(behind) > 1 and behind[0] in _TO and _is_place(behind[1], knowledge):
            name = f"{noun.text} {behind[0]} {behind[1]}"
            yield Reading(noun.start, noun.end, i, i, "", "name", name, place=True, whole=True)


def _towns_of_sites(sentence: Sentence, knowledge: Knowledge) -> Iterator[Reading]:
    """The towns whose adjective says where something stands: `am Bonner Hauptbahnhof`."""
    tokens = sentence.tokens
    for i, (word, noun) in enumerate(pairwise(tokens)):
        adjective = is_of_place(word) and word.tag != "NE"
        if adjective and noun.tag == "NN" and is_among(noun, knowledge.sites):
            stem = word.text.removesuffix("er")
            names = (stem, f"{stem}en", f"{stem.removesuffix('n')}en")  # Bonn, Bremen, Dresden
            name = next((name for name in names if knowledge.names.is_place(name)), None)
            if name is not None:
                yield Reading(word.start, word.end, i, i, "", "name", name, place=True, whole=True)


_TO = frozenset({"zu", "zum", "zur"})
_JOINING = frozenset({"und", "oder", "sowie", ","})


def _last(tokens: Sequence[Token], i: int, taken: Sequence[bool], knowledge: Knowledge, *, stands: bool) -> int | None:
    """The last word of the unknown place that begins at a token; None where none does.

    Args:
        tokens: the words of the sentence.
        i: the token.
        taken: of each token, whether it is part of another name.
        knowledge: the vocabulary.
        stands: whether a place stands there, whatever is before it.
    """
    if taken[i] or not _is_name(tokens[i]):
        return None
    if _is_part(tokens[i].text, knowledge):
        return i
    named = tokens[i].tag == "NE" or _is_town(tokens, i, knowledge)
    if not named or not (stands or _is_placed(tokens, i, knowledge)) or not _is_whole(tokens[i].text, knowledge):
        return None
    last = i
    while last + 1 < len(tokens) and last - i + 1 < _LONGEST and _goes_on(tokens, last + 1, taken):
        last += 1
    if last > i and given(tokens[i].text, knowledge):
        return None  # `in Anna Karenina`
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    noun = after is not None and after.tag == "NN" and after.start == tokens[last].end + 1
    return None if after is None or (noun and not _is_called(tokens, i, knowledge)) else last


def _is_placed(tokens: Sequence[Token], i: int, knowledge: Knowledge) -> bool:
    """Whether what stands before a name makes it that of a place."""
    if i == 0:
        return False
    before = tokens[i - 1]
    if before.tag == "ADJA":
        return i > 1 and tokens[i - 2].text.lower() in _IN_THE and _is_of_land(before.text, knowledge)
    if before.text == "von":
        return i > 1 and tokens[i - 2].text.lower() in knowledge.compass
    if before.tag in PREPOSITIONS:
        return before.text.lower() in _IN and before.tag == "APPR"
    return _is_called(tokens, i, knowledge)


def _is_called(tokens: Sequence[Token], i: int, knowledge: Knowledge) -> bool:
    """Whether a noun for places stands right before a name: `des Dorfes Beit Anon`, `in den Provinzen Homs und …`."""
    forms = (tokens[i - 1].text, tokens[i - 1].lemma) if i else ()
    return any(form in knowledge.place_nouns or head_in(form, knowledge.place_heads) is not None for form in forms)


def _is_town(tokens: Sequence[Token], i: int, knowledge: Knowledge) -> bool:
    """Whether a word stands right behind `in`, as no noun could, and ends as names of towns do: `in Musterbach`."""
    word, before = tokens[i], tokens[i - 1] if i else None
    placed = before is not None and before.text.lower() == "in" and before.tag == "APPR"
    ends = any(word.text.endswith(end) and len(word.text) > len(end) + 1 for end in knowledge.town_endings)
    return placed and word.tag in {"NN", "NNA", "NE"} and ends


def _is_of_land(adjective: str, knowledge: Knowledge) -> bool:
    """Whether an adjective is of a state, a region, or a part of one: `türkischen`, `nordsyrischen`."""
    if not adjective.islower():
        return False
    return any(demonym(adjective[cut:], knowledge) for cut in range(max(1, len(adjective) - _SHORTEST_ADJECTIVE)))


def _is_whole(word: str, knowledge: Knowledge) -> bool:
    """Whether a word with a hyphen names a place: a quarter behind its city, or a part of an area."""
    first, hyphen, rest = word.partition("-")
    known = first in knowledge.directions or (bool(first) and _is_place(first, knowledge))
    return not hyphen or known or rest.endswith(knowledge.town_endings)


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
