"""How the data's values look and read: words, colours, shapes. Colour never speaks alone: each has a word or a shape.

Colours stand out from the light and the dark background (contrast of at least 3 : 1 with both).
"""

from collections.abc import Callable
from typing import Any, Literal, NamedTuple, get_args

import pandas as pd

from core.model import ActorKind, DateBasis, DateSource, Role, SegmentKind, Status
from dashboard.words.i18n import _, called, country_name, language
from dashboard.words.vocabulary import event_types, figures, organisations, vocabulary

Sign = Literal["cooperation", "conflict", "neutral"]


class Mark(NamedTuple):
    """How a status is drawn: Vega's shape (a name or an SVG path) and the sign that stands for it in text."""

    shape: str
    sign: str


_CROSS = "M-1,-.6L-.6,-1L0,-.4L.6,-1L1,-.6L.4,0L1,.6L.6,1L0,.4L-.6,1L-1,.6L-.4,0Z"

MARKS: dict[Status, Mark] = {
    "occurred": Mark("circle", "●"),
    "ongoing": Mark("square", "■"),
    "planned": Mark("triangle-up", "▲"),
    "possible": Mark("diamond", "◆"),
    "denied": Mark(_CROSS, "✖"),
}

ROLES: tuple[Role, ...] = get_args(Role)

_OTHER_COLOUR = "#76808c"


def type_colour(kind: str) -> str:
    """The colour of an event type."""
    return str(event_types().get(kind, {}).get("colour", _OTHER_COLOUR))


SIGN_COLOURS: dict[Sign, str] = {"cooperation": "#2f7fc1", "conflict": "#cf5440", "neutral": "#76808c"}


class Node(NamedTuple):
    """How a kind of actor is drawn in the network: vis-network's shape, the sign for text, the colour."""

    shape: str
    sign: str
    colour: str


NODES: dict[ActorKind, Node] = {
    "person": Node("dot", "●", "#2f7fc1"),
    "state": Node("square", "■", "#c4622d"),
    "organisation": Node("diamond", "◆", "#16886b"),
    "military": Node("triangle", "▲", "#8a63b8"),
    "company": Node("triangleDown", "▼", "#a67c00"),
    "media": Node("star", "★", "#c0568f"),
    "place": Node("hexagon", "⬢", "#76808c"),
}


def type_order(kind: str) -> tuple[int, str]:
    """Where a type stands in lists and charts: with its family, and types that the vocabulary has no more last."""
    known = event_types()
    return (known[kind]["rank"] if kind in known else len(known) + 1, kind)


def known_types() -> list[str]:
    """All event types of the vocabulary."""
    return list(event_types())


def sign(kind: str) -> Sign:
    """Whether events of a type are cooperation, conflict or neutral; a type that no vocabulary knows is neutral."""
    known: Sign = event_types().get(kind, {}).get("sign", "neutral")
    return known


def type_label(kind: str) -> str:
    """An event type in words, as its vocabulary file says; a type that no vocabulary knows reads as its id."""
    return str(event_types().get(kind, {}).get(f"label_{language()}", kind))


def status_label(status: Status) -> str:
    """A status in words."""
    return {
        "occurred": _("occurred"),
        "ongoing": _("ongoing"),
        "planned": _("planned"),
        "possible": _("possible"),
        "denied": _("denied"),
    }[status]


def status_text(status: Status) -> str:
    """A status with its sign, as legends, cards and tables show it."""
    return f"{MARKS[status].sign} {status_label(status)}"


def sign_label(name: str) -> str:
    """The sign of a relation in words."""
    return {"cooperation": _("cooperation"), "conflict": _("conflict"), "neutral": _("neutral")}[name]


def kind_label(kind: ActorKind) -> str:
    """A kind of actor in words."""
    return {
        "person": _("Person"),
        "state": _("State"),
        "organisation": _("Organisation"),
        "military": _("Military"),
        "company": _("Company"),
        "media": _("Media"),
        "place": _("Place"),
    }[kind]


def organisation_label(actor_id: str) -> str:
    """An organisation as the vocabulary calls it: what actors belong to need not be named in a text."""
    known = organisations().get(actor_id)
    return called(known["name"], known.get("name_en")) if known else actor_id


def organisation_named(german: str) -> str:
    """An organisation by its German name as the language spoken calls it; a name that the vocabulary has not stays."""
    english = next((one.get("name_en") for one in organisations().values() if one["name"] == german), None)
    return called(german, english)


def states() -> list[str]:
    """The codes of all states of the vocabulary."""
    return list(vocabulary("actors/states.toml")["state"])


def country_label(code: str) -> str:
    """A state by its ISO 3166-1 alpha-3 code, as the vocabulary calls it; a code that it does not know stays."""
    known = vocabulary("actors/states.toml")["state"].get(code)
    if known is None:
        return code
    given = known.get({"de": "name", "en": "name_en"}[language()])
    return str(given or country_name(known["code"]))


def role_label(role: Role) -> str:
    """An actor's part in an event, in words."""
    return {
        "agent": _("acting"),
        "partner": _("partner"),
        "target": _("towards"),
        "topic": _("subject"),
        "speaker": _("speaker"),
    }[role]


def source_label(source: DateSource | None) -> str:
    """Where an event's date comes from, in words."""
    if source is None:
        return _("no source gives a date")
    return {
        "whole": _("the sentence gives the date"),
        "partial": _("the sentence says a part of it, the text's day or a date before the rest"),
        "carried": _("from a sentence before"),
        "event": _("from another report of the same event"),
        "writing": _("no date: only when the text was written is known"),
        "person": _("corrected by hand"),
    }[source]


def confidence_meaning() -> str:
    """What is meant by confidence, everywhere; the figures are in `core/vocabulary/confidence.toml`."""
    return _(
        "Confidence is an estimate of how often quotes of this kind are understood rightly in every part, participants"
        " and date included: how often they were on news that had been set aside. An event is as sure as its surest"
        " quote, surer where several sources agree, and less sure where they contradict it."
    )


def basis_label(basis: DateBasis) -> str:
    """What an event's date rests on, in words."""
    return {
        "text": _("the text gives it"),
        "context": _("from the context"),
        "document": _("only when it was written"),
        "correction": _("corrected by hand"),
        "unknown": _("not known"),
    }[basis]


def segment_label(kind: SegmentKind) -> str:
    """A part of a document in words."""
    return {
        "headline": _("headline"),
        "body": _("body"),
        "kicker": _("kicker"),
        "caption": _("caption"),
        "byline": _("byline"),
        "dateline": _("dateline"),
        "agency": _("agency sign"),
        "embargo": _("embargo"),
        "correction": _("correction"),
        "boilerplate": _("boilerplate"),
    }[kind]


def each(values: pd.Series, label: Callable[[Any], str]) -> list[str]:
    """The label of every value of a column, each different value looked up once."""
    rows = values.tolist()
    known = {value: label(value) for value in dict.fromkeys(rows)}
    return [known[value] for value in rows]


def field_label(name: str) -> str:
    """The point on which claims differ in words: a field, or what a number counts."""
    fields = {"date": _("date"), "status": _("status"), "place": _("place"), "count": _("number")}
    return fields.get(name) or figure_label(name)


def figure_label(kind: str) -> str:
    """What numbers of a kind count; an unknown kind reads as its name."""
    known: Any = figures().get(kind, {})
    return str(known.get(f"label_{language()}", kind))


def decision_label(name: str) -> str:
    """What a person decides, in words: the field, or what is said."""
    return {
        "not_event": _("Not an event"),
        "checked": _("Right as it is"),
        "type": _("Type"),
        "status": _("Status"),
        "date": _("Date"),
        "place": _("Place"),
        "participants": _("Participants"),
        "title": _("Title"),
        "same_event": _("One event"),
        "other_event": _("Two events"),
        "name": _("Name"),
        "kind": _("Kind"),
        "country": _("State"),
        "role": _("Role"),
        "new_actor": _("New actor"),
        "no_actor": _("Not an actor"),
        "same_actor": _("One actor"),
        "other_actor": _("Not one actor"),
        "doc_title": _("Title"),
        "doc_day": _("Day of publication"),
        "doc_outlet": _("Outlet"),
    }[name]
