"""Clauses in English: what an outline says, where all that it needs is known in English.

`Die Reederei machte Norwegen für den Unfall verantwortlich` gives `Shipping company blamed Norway for accident`. Nouns
have no articles, as in headlines; times are left out, and so is what only adds something and is not known.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import groupby
from typing import NamedTuple

from core.claims.gists import vocabulary
from core.events.translation.finite import active, passive
from core.events.translation.lexicon import lexicon
from core.events.translation.phrases import Group, Names, groups
from core.events.translation.wordings import Wording, as_idiom, wordings
from core.events.translation.words import listed, participle
from core.model import Outline, Status

_OBJECTS = frozenset({"object", "dative"})
_CENTRAL = _OBJECTS | {"subject"}
_BY = frozenset({"von", "durch"})
_BARE = frozenset({"sein", "geben", "haben"})
"""Verbs that say nothing without what stands beside them."""
_LONGEST = 50
"""Characters of two phrases that stand in one place."""
_PRONOUNS = frozenset({"er", "sie", "beide", "dieser", "diese"})
"""Those that stand for who acts."""
_OF_I = {"are": "am", "were": "was"}
_TO_COME = frozenset({"planned", "possible"})
"""Statuses of what an infinitive tells by itself: `will kaufen`."""
_NOBODY = "\0"
"""The subject of an infinitive."""


class Told(NamedTuple):
    """A clause in English, and how many of its phrases say more than that there is somebody or something."""

    said: str
    telling: int


class _Placed(NamedTuple):
    """What stands in the places of a wording, by these, the subjects, and the phrases that have no place there."""

    given: Mapping[str, Group]
    subjects: Sequence[Group]
    rest: Sequence[Group]


class _Front(NamedTuple):
    """The subject and the verb; of a passive the place that its subject has, and who does it."""

    subject: str
    verb: str
    used: str = ""
    agent: Group | None = None


def clause(outlines: Sequence[Outline], type_: str, status: Status, names: Names) -> Told | None:
    """What a clause says in English, with as much as there is room for; None where that is not known, or too long.

    One noun that is not known may stand there in German, in quotation marks.

    Args:
        outlines: that of the clause, and of the one that completes it.
        type_: the type of event that it tells of.
        status: whether that has happened, if the verb tells of it; else `occurred`.
        names: what actors and places are called.
    """
    told_of = outlines[-1].verb not in _BARE
    for some in (names, *([names._replace(quoting=True)] if told_of else [])):
        every = _sentences(outlines, type_, status, some)
        fitting = (one for one in every if len(one.said) <= vocabulary.words().longest)
        told = next((one for one in fitting if one.said.count("“") <= 1), None)
        if told is not None:
            return told._replace(said=told.said[0].upper() + told.said[1:])
    return None


def _sentences(outlines: Sequence[Outline], type_: str, status: Status, names: Names) -> Iterator[Told]:
    """A clause in each wording of its verb, with less and less of what has no place there."""
    own, content = as_idiom(outlines[0]), outlines[1:2]
    if (own.completed and not content) or (own.infinitive and status not in _TO_COME):
        return  # `lehnte den Antrag ab, den Streik zu verbieten` tells of no ban
    every = list(wordings(own, type_))
    some = groups(own, {of for one in every for of in one.wanted}, names)
    for wording in every if some is not None else ():
        placed = _placed(wording, own, some or (), names)
        form = "" if not content else "to" if content[0].infinitive else "that"
        completion = _completion(content[0], type_, names) if form in wording.wanted else None
        if placed is None or (content and completion is None):
            continue
        front = _front(wording, own, placed, names, status)
        if front is not None and not _lacks(wording, own, {*placed.given, *([form] if completion else [])}):
            yield from _told(wording, placed, front, completion or "", own, some or ())


def _lacks(wording: Wording, own: Outline, filled: Set[str]) -> bool:
    """Whether a wording has a place for what is missing, or for what its clause has and is not known in English."""
    said = {one.preposition for one in own.members if one.slot == "oblique" and (one.noun or one.actor)}
    return any(slot.of not in filled and (not slot.optional or slot.of in said) for slot in wording.slots)


def _placed(wording: Wording, own: Outline, some: Sequence[Group], names: Names) -> _Placed | None:
    """Which phrase stands where in a wording; None where an object has no place in it."""
    wanted = wording.wanted
    objects = [one for one in some if one.slot in _OBJECTS]
    subject = next((one for one in some if one.slot == "subject"), None)
    given: dict[str, Group] = {"object": subject} if own.passive and subject is not None else {}
    if len(objects) > 1 and wanted >= _OBJECTS and objects[0].slot == objects[1].slot == "object":
        objects[0] = objects[0]._replace(slot="dative")  # `warf der Firma Betrug vor`
    for one in objects:
        free = "object" in wanted and "object" not in given
        slot = "dative" if one.slot == "object" and not free else one.slot
        if slot in given or slot not in wanted:
            return None
        given[slot] = one
    rest = []
    for one in some:
        if one.slot in _CENTRAL:
            continue
        if one.slot not in wanted:
            rest.append(one)
        elif one.slot not in given:
            given[one.slot] = one
        elif len(both := f"{given[one.slot].said} and {one.said}") <= _LONGEST:
            given[one.slot] = given[one.slot]._replace(said=both)
    subjects = [] if own.passive else [one for one in some if one.slot == "subject"]
    if subjects and any(one.said in names.acting for one in objects) and subjects[0].said not in names.acting:
        return None  # who acts is no object
    if own.verb == "sein" and any(one.said in names.actors.values() for one in objects):
        return None  # `Man sei, so Bo Lund, in Sorge`
    return _Placed(given, subjects, rest)


def _front(wording: Wording, own: Outline, placed: _Placed, names: Names, status: Status) -> _Front | None:
    """The subject and the verb; None where there is none, or the verb cannot be told so."""
    if own.passive:
        return _in_passive(wording, own, placed, status)
    subject, plural = _subject(own, placed, names)
    verb = active(own, wording.verb, plural=plural, status=status)
    if verb is not None and subject == "I":
        first, _, more = verb.partition(" ")
        verb = f"{_OF_I.get(first, first)} {more}".strip()
    return _Front(subject, verb) if subject and verb is not None else None


def _in_passive(wording: Wording, own: Outline, placed: _Placed, status: Status) -> _Front | None:
    """What is done to the first place of a wording: `Ann Ody was accused`."""
    first = next((slot for slot in wording.slots if slot.of in placed.given), None)
    if first is None or wording.fixed:
        return None
    front = placed.given[first.of]
    done = " ".join(filter(None, (participle(wording.verb), first.before)))
    verb = passive(own, done, plural=front.plural, status=status)
    agent = next((one for one in placed.rest if one.slot in _BY and not one.said[0].isdigit()), None)
    return None if verb is None else _Front(front.said, verb, first.of, agent)


def _subject(own: Outline, placed: _Placed, names: Names) -> tuple[str, bool]:
    """Who does it, and whether these are several; by name where a pronoun stands for them. Empty where nobody does."""
    subjects = placed.subjects
    if own.several is False and len(subjects) > 1:  # `der Minister, Bo Lund`
        subjects = [next((one for one in subjects if one.said in names.actors.values()), subjects[0])]
    if subjects and len(names.acting) > 1 and subjects[0].plural and subjects[0].said in names.acting:
        subjects = []  # `die beiden Politiker`
    if own.verb == "geben":
        there = not subjects and "object" in placed.given and any(one.word == "es" for one in own.members)
        return ("there", placed.given["object"].plural) if there else ("", False)
    if subjects:
        said = " and ".join(one.said for one in subjects)
        return said, len(subjects) > 1 or subjects[0].plural or said in {"I", "we"}
    has_one = own.infinitive or any(one.slot == "subject" and one.word in _PRONOUNS for one in own.members)
    return (listed(names.acting), len(names.acting) > 1) if names.acting and has_one else ("", False)


def _told(
    wording: Wording, placed: _Placed, front: _Front, completion: str, own: Outline, some: Sequence[Group]
) -> Iterator[Told]:
    """A clause with all that is told by its preposition, then with less and less of that."""
    said = [front.subject, front.verb, wording.fixed]
    for slot in wording.slots:
        if slot.of in placed.given and slot.of != front.used:
            said += [slot.before, placed.given[slot.of].said]
        elif completion and slot.of in {"to", "that"}:
            said += [slot.before, completion]
    said += [wording.behind, f"by {front.agent.said}" if front.agent is not None else ""]
    rest = [one for one in placed.rest if one is not front.agent]
    stronger = wording.behind.endswith("er") or any(a.endswith("er") for one in own.members for a in one.adjectives)
    compared = {"als": "than"} if stronger else {}
    added = _added(rest, {**lexicon().prepositions, **compared})
    if wording.verb == "be" and len(added) < len({one.slot for one in rest}):
        return  # `Unter den Toten sind zwei Kinder`
    shown = [one for one in some if one in rest or one.slot not in lexicon().prepositions]
    by_name = not own.passive and not placed.subjects
    telling = sum(one.telling for one in shown) + bool(completion) + by_name
    for n in range(len(added), -1, -1):
        yield Told(" ".join(filter(None, [*said, *added[:n]])), telling)


def _added(rest: Sequence[Group], prepositions: Mapping[str, str]) -> list[str]:
    """Phrases that are told by their preposition, those with the same one together."""
    known = [one for one in rest if one.slot in prepositions]
    return [
        f"{prepositions[slot]} {listed([one.said for one in alike])}"
        for slot, alike in groupby(known, key=lambda one: one.slot)
    ]


def _completion(content: Outline, type_: str, names: Names) -> str | None:
    """What completes a clause, behind the words for that; None where it is not known."""
    if not content.infinitive:
        first = next(_sentences([content], type_, "occurred", names._replace(acting=())), None)
        return None if first is None else first.said
    first = next(_sentences([content], type_, "planned", names._replace(acting=[_NOBODY])), None)
    begins = first is not None and first.said.startswith(f"{_NOBODY} to ")
    return first.said.removeprefix(f"{_NOBODY} ") if first is not None and begins else None
