"""German titles of events: what happened as a source tells it, else in its words, else who, what, whom and where."""

import re
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple

from core.claims.gists import vocabulary
from core.claims.lexicon import event_types
from core.events.labels import is_inflected, label
from core.events.titled import Titled, capital, is_in, listed, sides, themes_beside, with_notes, words
from core.german.cases import plural
from core.model import Rest

_INFLECTED = ("de", "te")
"""Endings of nouns made of adjectives, which may be anybody: `der Beamte`, `der Verdächtige`."""
_BEING = frozenset({"wurde", "wird", "werde", "würde", "ist", "war", "sei", "wäre"})
"""Verbs by which something may be done to somebody, who then is not who acts."""
_WORD = re.compile(r"\w+")
_MOSTLY = 0.8
"""What share of the longest wording is left of one that is told rather because there is room for what it is about."""


class _Told(NamedTuple):
    """A sentence, the rest that it is made of, and who speaks in it by name."""

    said: str
    rest: Rest
    speaker: str | None = None


def title(event: Titled, names: Mapping[str, str], family: Mapping[str, str]) -> str:
    """The German title: `Die Hamas veröffentlichte ein neues Kampflied` where a source tells it so, else its label.

    Args:
        event: the event.
        names: actor_id to the name to show.
        family: actor_id of persons to their family name, which stands where there is no room for the whole name.
    """
    return _sentence(event, names, family) or _quotation(event, names, family) or label(event, names)


def _sentence(event: Titled, names: Mapping[str, str], family: Mapping[str, str]) -> str | None:
    """An event's gist with who acts or speaks, in words or by name; None where it has none, or all are too long."""
    rests = event.gist.rests if event.gist is not None else ()
    most = {
        rest.form: len(rest.words) for rest in sorted(rests, key=lambda one: len(one.words)) if "…" not in rest.words
    }
    told = (
        (_order(one.rest, spoken=_is_spoken(event)), less, rests.index(one.rest), lacking, said)
        for one in _sentences(event, names, family)
        for said, lacking in _completed(one, event, names, family)
        for less in [(lacking or len(one.rest.words) < _MOSTLY * most.get(one.rest.form, 0)) and "…" not in said]
    )
    best = min(told, key=itemgetter(0, 1, 2, 3), default=None)
    return None if best is None else best[-1]


def _is_spoken(event: Titled) -> bool:
    return event.gist is not None and event.gist.rests[0].form == "speech"


def _sentences(event: Titled, names: Mapping[str, str], family: Mapping[str, str]) -> Iterator[_Told]:
    """What an event's gist tells with each way to call who acts or speaks."""
    gist = event.gist
    if gist is None:
        return
    acting, _others = sides(event.participants, topics=False)
    spoken = _is_spoken(event)
    actor = gist.actor or (acting[0] if len(acting) == 1 and (spoken or gist.subject is None) else None)
    short = None if actor is None else family.get(actor)
    by_name = [] if actor is None else [names.get(actor, actor), *([short] if short else [])]
    subjects: Sequence[str | None]
    if gist.subject is None:
        several = [names.get(one, one) for one in acting]
        subjects = by_name or [listed(several, "de") if spoken and several else None]
    else:
        known = spoken or gist.actor is not None
        titled = _who_speaks(gist.subject, by_name) if known and short else []
        bodies = [names.get(one, one) for one in acting] if gist.subject.lower() in words().bodies else []
        body = [one for one in bodies if len(bodies) == 1 and one not in family and _is_one(one, gist.rests[0])]
        subjects = titled or [*body, gist.subject, *(by_name if gist.actor is not None else [])]
    for rest in gist.rests:
        for subject in subjects if rest.form != "quote" else ():
            if short and rest.form == "speech" and is_in(short, rest.words):
                continue  # who speaks is told there, too
            if rest.form in {"sentence", "name"}:
                yield _Told(rest.words, rest)
            elif rest.form == "speech" and subject is not None:
                yield _Told(capital(rest.words), rest, subject)
            elif subject is not None and not is_in(subject, rest.words) and (gist.subject or _agrees(subject, rest)):
                yield _Told(f"{subject} {rest.words}", rest)  # nobody does something to themselves by name


def _is_one(name: str, rest: Rest) -> bool:
    """Whether a name of a body goes without an article, and with a verb that tells what it does, not what is done."""
    plain = not name.startswith("Die ") and not name.partition(" (")[0].endswith(("en", "USA"))
    return plain and not is_inflected(name) and rest.words.partition(" ")[0] not in _BEING


def _agrees(name: str, rest: Rest) -> bool:
    """Whether a name can be the subject of what is told: not one of somebody of a verb in the plural."""
    several = " und " in name or name.startswith("Die ") or name.partition(" (")[0].endswith(("en", "kräfte", "USA"))
    return several or not plural(rest.words.partition(" ")[0])


def _completed(
    told: _Told, event: Titled, names: Mapping[str, str], family: Mapping[str, str]
) -> Iterator[tuple[str, bool]]:
    """A sentence with what it needs to be understood by itself, and whether there was no room for that.

    Nothing where there is no room for the sentence.
    """
    every = [one.actor_id for one in event.participants]
    parties = [known[one] for known in (names, family) for one in every if one in known]
    if told.speaker is not None:
        yield from _as_spoken(told.speaker, told, event, parties)
        return
    yield from _with_notes(told, event, parties, names)


def _as_spoken(speaker: str, told: _Told, event: Titled, parties: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """Words behind who says them; with what they are about where only their text says that, or they name nothing."""
    themes = themes_beside(event, f"{speaker} {told.said}")
    names_nothing = len(themes) == len(event.themes) and not any(is_in(name, told.said) for name in parties)
    wanted = themes[:2] if told.rest.open or names_nothing else []
    bare = f"{capital(speaker)}: {told.said}"
    for one in (*(f"{capital(speaker)} {words().on_theme.format(theme)}: {told.said}" for theme in wanted), bare):
        if len(one) <= vocabulary.words().longest:
            yield one, one == bare and told.rest.open


def _with_notes(
    told: _Told, event: Titled, parties: Sequence[str], names: Mapping[str, str]
) -> Iterator[tuple[str, bool]]:
    """A sentence with notes in brackets: `(geplant; Calais; Thema: Fähren)`.

    They tell what has not happened if that is not heard in it, who tells it, whose `die Regierung` is, where it was if
    it names nobody, and, if it names no place either or means something that only its text says, what that is about.
    """
    said, rest = told.said, told.rest
    spoken = "spoken" in event_types()[event.type].traits
    named = any(is_in(name, said) for name in parties)
    placed = event.place is not None and is_in(event.place, said)
    teller = names.get(event.teller) if event.teller is not None else None
    acting, _others = sides(event.participants, topics=False)
    ruling = said.lower().startswith(words().ruling) and len(acting) == 1 and not named
    whose = names.get(acting[0]) if ruling else None
    place = whose or (None if named or placed or spoken else event.place)
    by = None if teller is None or spoken or named or is_in(teller, said) else words().by.de.format(teller)
    mark = _mark(said, event)
    alone = rest.form == "name" or not (named or placed or place)
    about = _theme_notes(themes_beside(event, said)) if rest.open or alone else []
    noted = [*([mark, by, place, one] for one in about), *([mark, one] for one in about)]
    full = next(with_notes(capital(said), *noted), None)
    less = next(with_notes(capital(said), [mark, by, place], [mark, place], [mark]), None)
    if full is not None:
        yield full, False
    elif less is not None:
        yield less, bool(about) and rest.open


def _theme_notes(themes: Sequence[str]) -> list[str]:
    """What a text is about, in notes that take less and less room."""
    longer = [f"{words().theme.de}: {', '.join(themes[:n])}" for n in (2, 1) if len(themes) >= n]
    return [*longer, *themes[:1]]


def _quotation(event: Titled, names: Mapping[str, str], family: Mapping[str, str]) -> str | None:
    """An event in the words of a source, in quotation marks, with who says so before them; None without room for it.

    Only whole sentences are quoted, not the rest of one.
    """
    acting, _others = sides(event.participants, topics=False)
    speaker = acting[0] if "saying" in event_types()[event.type].traits and len(acting) == 1 else None
    callings = [known[speaker] for known in (names, family) if speaker is not None and speaker in known]
    rests = event.gist.rests if event.gist is not None else ()
    quoted = next((rest.words for rest in rests if rest.form == "quote" and not rest.open), None)
    if quoted is None:
        return None
    if any(is_in(calling, quoted) for calling in callings):
        callings = []
    mark = _mark(quoted, event)
    every = (said for before in [f"{one}: " for one in callings] or [""] for said in [f"{before}„{quoted}“"])
    return next((noted for one in every for noted in with_notes(one, [mark])), None)


def _who_speaks(subject: str, by_name: Sequence[str]) -> list[str]:
    """A person by name in place of a title, with it where it is one noun: `Minister Bo Lund` for `Der Minister`.

    Nothing where whoever speaks is named already, or may be another: `Ein Sprecher`, `Der Beamte`, `Bo Lunds Anwältin`.
    """
    article, _, noun = subject.partition(" ")
    if article.lower() not in {"der", "die"} or is_in(by_name[-1], subject) or noun.endswith(_INFLECTED):
        return []
    titled = noun.isalpha() and noun[:1].isupper()
    return [*(f"{noun} {name}" for name in by_name if titled), *by_name]


def _order(rest: Rest, *, spoken: bool) -> int:
    """Which sentences are better than others: those without dots, then those with some within, at the end, then names.

    What is said is told whole rather than who says it with the whole name; but without any name only before what would
    be broken off. Of what somebody does more is told with the family name alone rather than less with the whole name.
    """
    if rest.form == "name":
        return 4
    if rest.words.endswith("…"):
        return 3
    return 2 if spoken and rest.form != "speech" else int("…" in rest.words)


def _mark(said: str, event: Titled) -> str | None:
    """A word for what has not happened, unless that is heard in what is said."""
    mark = words().status.get(event.status)
    heard = mark is None or not words().heard[event.status].isdisjoint(_WORD.findall(said.lower()))
    return None if mark is None or heard else mark.de
