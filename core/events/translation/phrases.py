"""Noun phrases in English, with what hangs on them."""

import re
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from core.claims.gists import vocabulary
from core.claims.themes import general
from core.events.translation.lexicon import lexicon
from core.events.translation.nouns import in_sentence
from core.events.translation.words import is_several, is_uncountable, one_of, several
from core.model import Member, Outline

_NUMERAL = re.compile(r"\d[\d.,]*")
_NO_NAME = re.compile(r"[^\w .'’&/-]")
_LONG = 8
"""Characters of a noun that is mostly a compound."""
_TO = "nach"
"""The preposition that says where to in front of a name, and when in front of other nouns."""
_ONE = frozenset({"ein", "eine", "einen", "1"})


class Names(NamedTuple):
    """What actors and places are called in English, by id and by German name; those who act, by name.

    With `quoting`, a noun that is not known stands there as its source has it, in quotation marks.
    """

    actors: Mapping[str, str]
    places: Mapping[str, str]
    acting: Sequence[str]
    quoting: bool = False


class Group(NamedTuple):
    """A phrase in English with all that hangs on it.

    `slot` is what it is of the clause, or its German preposition; it is `telling` where it says more than that there is
    somebody or something.
    """

    slot: str
    said: str
    plural: bool
    telling: bool


def groups(own: Outline, wanted: Collection[str], names: Names) -> list[Group] | None:
    """The phrases of a clause in English; None where one that it needs is not known. Others are left out.

    Args:
        own: the outline of the clause.
        wanted: what its verb has a place for.
        names: what actors and places are called.
    """
    known = []
    for row in _rows(own, wanted):
        head = row[0]
        if head.word == "es" and own.verb == "geben":
            continue
        said = phrase([head._replace(slot="object"), *row[1:]] if own.passive else row, names)
        slot = head.preposition if head.slot == "oblique" or head.preposition == "als" else head.slot
        nobody = slot == "bei" and head.actor is not None  # `warb bei Norwegen um Hilfe`
        nobody |= slot == _TO and slot not in wanted and not head.noun  # `nach Oslo` is no `after`
        if said is not None and not nobody and not (head.slot == "oblique" and said in lexicon().pronouns.values()):
            together = any(one.joined and one.slot == head.slot for one in row[1:])
            known.append(Group(slot, said, together or _are_several(head, said), any(map(_tells, row))))
        elif _is_needed(head, own, names):
            return None
    return known


def _is_needed(head: Member, own: Outline, names: Names) -> bool:
    """Whether a clause says something else, or nothing, without a phrase; for a pronoun, who acts can stand."""
    replaced = not head.noun and not own.passive and bool(names.acting)
    return head.slot in {"object", "dative"} or (head.slot == "subject" and not replaced)


def _rows(own: Outline, wanted: Collection[str]) -> list[list[Member]]:
    """The phrases of a clause, each with those that hang on it behind it."""
    rows: list[list[Member]] = []
    for one in own.members:
        before = rows[-1][-1] if rows else None
        if one.joined and one.actor is not None and rows and any(one.actor == other.actor for other in rows[-1]):
            continue  # `den Präsidenten und Parteichef Bo Lund` is one man
        if one.slot == "attribute" and "genitive" in wanted and before is not None and before.slot == "object":
            rows.append([one._replace(slot="oblique", preposition="genitive")])
        elif before is not None and (one.slot == "attribute" or one.joined or _hangs(one, before, own, wanted)):
            rows[-1].append(one)
        elif one.slot != "attribute":
            rows.append([one])
    return rows


def _hangs(one: Member, before: Member, own: Outline, wanted: Collection[str]) -> bool:
    """Whether a phrase with a preposition is of the one before it, rather than of the verb."""
    if one.slot != "oblique" or not one.touching or not before.noun or own.infinitive:
        return False
    of_noun = one.preposition == "von" and one.actor is None
    if own.passive and one.preposition == "von" and one.actor is not None:
        return False
    return one.preposition not in wanted or of_noun or before.preposition == one.preposition


def phrase(row: Sequence[Member], names: Names) -> str | None:
    """A phrase with what hangs on it; what is not known of that is left out, unless the phrase says nothing without."""
    said = _alone(row[0], names)
    if said is None:
        return None
    needy = row[0].noun in lexicon().relational | vocabulary.words().measures
    lost = False
    for k, (before, one) in enumerate(pairwise(row), start=1):
        if lost and one.slot == "attribute":
            continue  # of something that is not told
        more = _alone(one, names)
        joint = _joint(before, one, goes_on=k + 1 < len(row) and row[k + 1].joined)
        lost = more is None or joint is None
        if lost and (needy or one.joined):
            return None
        if not lost:
            said = f"{said}{joint}{more}"
    empty = needy and len(row) == 1 and row[0].actor is None and not row[0].number
    return None if empty else said


def _joint(before: Member, one: Member, *, goes_on: bool) -> str | None:
    """What stands between a phrase and one that hangs on it; None where that is not known."""
    if one.joined:
        return ", " if goes_on else " and "
    if one.slot == "attribute":
        return " of "
    of_noun = lexicon().behind_nouns.get(one.preposition, {})
    low = before.noun.lower()
    known = next((english for end, english in of_noun.items() if low.endswith(end)), None)
    to_name = one.preposition == _TO and not one.noun  # `Verbindungen nach Oslo`
    known = known or ("to" if to_name else lexicon().prepositions.get(one.preposition))
    return None if known is None else f" {known} "


def _tells(member: Member) -> bool:
    known = bool(member.noun) and member.noun not in general() and in_sentence(member.noun, member.word) is not None
    return member.actor is not None or bool(member.number) or known


def _are_several(head: Member, said: str) -> bool:
    """Whether a verb goes with a phrase as with several."""
    if head.actor is not None and (not head.instead or head.noun in general()):
        return bool(head.plural) and " and " in said
    if not head.noun:
        return " and " in said or said in {"I", "we"}
    noun = said.split(" of ")[0]
    if is_uncountable(noun) and not noun.endswith("s"):
        return noun.endswith(("police", "people", "Police"))
    if head.plural is not None and head.noun:
        return head.plural or (is_several(said) and head.number != "1")
    return is_several(said)


def _alone(member: Member, names: Names) -> str | None:
    """A phrase in English without what hangs on it."""
    known, noun = lexicon(), in_sentence(member.noun, member.word) if member.noun else None
    if member.actor is not None:
        by_noun = member.instead and member.noun and member.noun not in general()
        if not by_noun or (noun is None and member.slot == "subject"):
            return names.actors.get(member.actor)
    if not member.noun:
        if not member.word[:1].isupper():
            return known.pronouns.get(member.word)
        return None if _NO_NAME.search(member.word) else place_in_english(member.word, names.places)
    count = _number(member.number)
    quantifier = known.quantifiers.get(member.quantifier) if member.quantifier and not member.number else ""
    untold = [one for one in member.adjectives if one not in known.adjectives]
    unclear = any(one in known.apart or _is_compared(one, names.places) for one in untold)
    quoted = noun is None and names.quoting and member.slot != "subject" and _is_quotable(member)
    if (noun is None and not quoted) or count is None or quantifier is None or unclear:
        return None
    shown = f"“{member.word}”" if noun is None else _in_number(noun, member)
    adjectives = [known.adjectives[one] for one in member.adjectives if one in known.adjectives]
    return " ".join(filter(None, (quantifier, count, *adjectives, shown)))


def _is_compared(adjective: str, places: Mapping[str, str]) -> bool:
    """Whether an adjective is a comparative or superlative, rather than one of a place: `kürzer`, not `Kölner`."""
    of_place = adjective.removesuffix("er").capitalize() in places
    return adjective.endswith(("st", "ßt")) or (adjective.endswith("er") and not of_place)


def _is_quotable(member: Member) -> bool:
    """Whether a noun says what it is to who looks it up: a compound, mostly."""
    said = lexicon().by_noun.get(member.noun.lower()) != "" and member.noun not in general()
    return said and len(member.word) >= _LONG and member.word.replace("-", "").isalpha()


def _in_number(noun: str, member: Member) -> str:
    if member.plural or (member.number and member.number.lower() not in _ONE):
        return several(noun)
    return one_of(noun) if member.plural is False else noun


def place_in_english(name: str, places: Mapping[str, str]) -> str:
    """A name in English: `northern Iraq` for `Nordirak`.

    Args:
        name: the German name.
        places: German names of places to their English ones.
    """
    for part, english in lexicon().directions.items():
        if name.startswith(part) and (known := places.get(name.removeprefix(part).capitalize())):
            return f"{english} {known}"
    return places.get(name, name)


def _number(count: str) -> str | None:
    """A number in English; None where a word of it is not known."""
    numbers = {**lexicon().numbers, **lexicon().measures}
    every = count.split()
    said: list[str] = []
    if (degree := numbers.get(" ".join(every[:2]).lower())) is not None:
        said, every = [degree], every[2:]
    for one in every:
        numeral = one.translate(str.maketrans(".,", ",.")) if _NUMERAL.fullmatch(one) else None
        known = numeral or numbers.get(one) or numbers.get(one.lower())
        if known is None:
            return None
        said.append(known)
    return " ".join(said)
