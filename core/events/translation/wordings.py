"""Which English wording a German verb has, and what stands where in it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from core.events.translation.lexicon import lexicon
from core.model import Outline

_SLOT = re.compile(r"([^{}]*)\{(\w+)(\??)\}")
_BEING = {"sein": "be", "werden": "become", "bleiben": "remain"}


class Slot(NamedTuple):
    """A place in a wording: the words before it, what stands there, and whether that may be missing."""

    before: str
    of: str
    optional: bool


class Wording(NamedTuple):
    """An English verb in base form, what always stands behind it, its places, and what stands behind these."""

    verb: str
    fixed: str
    slots: tuple[Slot, ...]
    behind: str

    @property
    def wanted(self) -> frozenset[str]:
        """What it has a place for."""
        return frozenset(slot.of for slot in self.slots)


def wordings(own: Outline, type_: str) -> Iterator[Wording]:
    """The wordings of the verb of an outline, the best first.

    Args:
        own: the outline.
        type_: the type of event that it tells of.
    """
    known = lexicon()
    if own.predicate and own.verb in _BEING and (adjective := known.adjectives.get(own.predicate)) is not None:
        yield Wording(_BEING[own.verb], "", (), adjective)
        return
    key = f"{own.verb} {own.predicate}" if own.predicate else own.verb
    text = known.verbs_of.get(type_, {}).get(key) or known.verbs.get(key) or ""
    yield from (_wording(one) for one in text.split(" / ") if one)


def as_idiom(own: Outline) -> Outline:
    """An outline whose verb and object have a wording together: `Kritik üben`; else the same."""
    for one in own.members:
        nouns = lexicon().idioms.get(own.verb, ()) if one.slot == "object" else ()
        last = next((noun for noun in nouns if one.noun.lower().endswith(noun.lower())), None)
        verb = f"{own.verb} {last}"
        kept = last is not None and "{object}" in lexicon().verbs[verb]
        if kept or last == one.noun:
            return own._replace(verb=verb, members=tuple(m for m in own.members if kept or m is not one))
    return own


def _wording(text: str) -> Wording:
    """`report {object} to police`; `file lawsuit | against {gegen?}`, where what is before the stroke always stands."""
    front, stroke, more = text.partition(" | ")
    verb, _, rest = front.partition(" ")
    fixed, more = (rest, more) if stroke else ("", rest)
    slots = tuple(Slot(before.strip(), of, bool(optional)) for before, of, optional in _SLOT.findall(more))
    return Wording(verb, fixed, slots, more[more.rfind("}") + 1 :].strip())
