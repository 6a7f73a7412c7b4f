"""German labels of events: who, what, whom and where, where no sentence tells it."""

from collections.abc import Iterator, Mapping

from core.claims.gists import vocabulary
from core.claims.lexicon import event_types
from core.claims.themes import general
from core.events.titled import Titled, capital, listed, sides, themes_beside, with_notes, words

_EITHER = frozenset({"die", "das", "eine", "ein"})
"""Articles that a subject and an object can have."""
_ARTICLES = _EITHER | {"den", "dem", "einen", "einem", "einer", "der"}
_GOVERNING = frozenset({"für", "gegen", "über", "um"})
"""Prepositions of the accusative."""
_BEGINNING = _GOVERNING | {
    *("auf", "an", "am", "aus", "bei", "beim", "in", "im", "mit"),
    *("nach", "unter", "von", "vom", "vor", "wegen", "zu", "zum", "zur"),
}
"""Prepositions of phrases, which cannot stand by themselves."""
_COMPOUND = 11
"""Characters of a noun that mostly is a compound, and so says what something is about."""
_STEM = 6
"""Characters that words of one family begin with."""
_WEAK = ("em", "ihr", "ihre", "ihren", "sein", "seine", "seinen")
"""Endings of adjectives in another case, and words for whose something is."""


def label(event: Titled, names: Mapping[str, str]) -> str:
    """A title such as `Gewalt von Ann Ody gegen Norwegen (Oslo)` or `Besuch bei Ann Ody (geplant)`.

    Behind it stands what it is about: in the words of its source if these can stand by themselves, else in nouns of its
    text. Names that are long stay whole.

    Args:
        event: the event.
        names: actor_id to the name to show.
    """
    head = capital(_head(event, names))
    mark = words().status.get(event.status)
    where = event.place if event.place and event.place not in head else None
    about = list(_about(event, head))
    notes = [mark.de if mark else None, where]
    variants = (*([*notes, f"{words().theme.de}: {one}"] for one in about), notes, notes[:1])
    return next(with_notes(head, *variants), head)


def _head(event: Titled, names: Mapping[str, str]) -> str:
    """Who does what to whom, in the pattern of its type; side by side where a name would need another case."""
    entry, pattern = event_types()[event.type], words().label[event.type]
    acting, others = sides(event.participants, topics="spoken" not in entry.traits)
    who, whom = (listed([names.get(one, one) for one in side], "de") for side in (acting, others))
    kind = _noun(event) or pattern.kind
    done = event.deed in words().deeds and event.type in words().doing and kind.endswith(words().done)
    if any(is_inflected(names.get(one, one)) for one in (*acting, *others)):
        against = not who and not done and " gegen " in pattern.other
        return f"{kind} gegen {whom}" if against else f"{kind}: {' – '.join(filter(None, (who, whom)))}"
    if done:
        return " ".join(filter(None, (kind, whom and f"von {whom}", who and f"durch {who}")))
    form = pattern.both if who and whom else pattern.acting if who else pattern.other if whom else pattern.none
    return form.format(S=who, O=whom, K=kind)


def _noun(event: Titled) -> str | None:
    """The noun that tells of an event, or the one for the verb that does; None where that is not known."""
    deed = event.deed or ""
    if not deed[:1].isupper() or "ß" in deed:
        return words().deeds.get(deed)
    # Base forms are in small letters behind a hyphen.
    return "-".join(capital(part) for part in deed.split("-") if part)


def is_inflected(name: str) -> bool:
    """Whether a name has another form in other cases, or an article there: `Rotes Kreuz`, `Rechnungshof`."""
    first, _, more = name.partition(" ")
    last = name.partition(" (")[0].lower()
    return last.endswith(words().articled) or (
        bool(more) and (first in words().inflected or first.endswith(words().inflecting))
    )


def _about(event: Titled, head: str) -> Iterator[str]:
    """What an event is about, the most telling first."""
    topic = None if event.topic is None else _by_itself(event.topic)
    themes = themes_beside(event, f"{head} {topic or ''}")
    if topic and topic not in head and topic != event.place:
        yield from (f"{topic}, {theme}" for theme in themes[:1])
        yield topic
    if themes and not topic and "spoken" in event_types()[event.type].traits:
        yield from (f"{themes[0]}, {noun}" for noun in _own(event, f"{head} {themes[0]}"))
    yield from (", ".join(themes[:n]) for n in (2, 1) if len(themes) >= n)


def _own(event: Titled, said: str) -> Iterator[str]:
    """The compounds among the words that tell of an event that are not said already, and stand as they are."""
    told = said.lower()
    for noun in event.nouns:
        compound = len(noun) >= _COMPOUND and noun.endswith(vocabulary.words().uninflected)
        if compound and noun not in general() and noun.lower()[:_STEM] not in told:
            yield noun


def _by_itself(topic: str) -> str | None:
    """The words of a source that an event is about as they stand by themselves; None where these are in another case.

    `den Bau einer Werft` gives `Bau einer Werft`, `für eine Werft` gives `Werft`; `den neuen Werften` and `ihre Werft`
    give nothing.
    """
    if topic.count("(") != topic.count(")") or '"' in topic:
        return None
    every = topic.split()
    if every[0].lower() in _GOVERNING and len(every) > 1 and every[1].lower() in _EITHER:
        every = every[1:]
    if every[0].lower() in _ARTICLES and len(every) > 1:
        if every[1][0].isupper():
            every = every[1:]
        elif every[0].lower() not in _EITHER:
            return None
    adverb = len(every) > 1 and every[0].lower() in _EITHER and every[1][0].islower() and every[1][-1] not in "en"
    if adverb or every[0].lower() in _BEGINNING or every[0].endswith("."):
        return None  # `die insgesamt 40 Boote`, `auf die Boote`
    bare = len(every) == 1 and not general().isdisjoint({every[0], every[0].removesuffix("n")})
    begins = every[0][0].isupper() or every[0].lower() in _EITHER or every[0][0].isdigit()
    return " ".join(every) if begins and not bare and not every[0].lower().endswith(_WEAK) else None
