import re
from collections.abc import Callable

import pytest

from core import german, time
from core.actors import Place
from core.claims import claims
from core.claims.analysis import Analysis
from core.model import ActorKind, Claim, Document, Mention, Published, Segment
from core.time.dates import dates

KINDS: dict[str, ActorKind] = {
    "Anna Meier": "person",
    "Bo Lund": "person",
    "Ida Rex": "person",
    "Norwegen": "state",
    "Norwegens": "state",
    "Finnland": "state",
    "Schweden": "state",
    "Dänemark": "state",
    "Rat": "organisation",
    "Nordpost": "media",
}
IDS = {"Norwegens": "Norwegen"}
PLACES = (
    r"Oslo\b|Bergen\b|Lier\b|Krems\b|Donau\b|Iran\b|Mali\b|Grenze zu Finnland\b|(?<=in )Norwegen|(?<=Norden )Norwegens"
)


@pytest.fixture(scope="session")
def told() -> Callable[..., list[Claim]]:
    """The claims of a text; its actors are the names of `KINDS`, its pronouns stand for whom the caller says."""
    backbone = german.load()

    def read(text: str, published: str | None = None, **pronouns: str) -> list[Claim]:
        names = [*KINDS, *pronouns]
        mentions = tuple(
            Mention(m.start(), m.end(), m[0], pronouns.get(m[0]) or IDS.get(m[0], m[0]), "name")
            for m in re.finditer("|".join(rf"\b{re.escape(name)}\b" for name in names), text)
        )
        segments = tuple(Segment(m.start(), m.end(), "body") for m in re.finditer(r"[^\n]+", text))
        when = time.edtf.parse(published) if published else None
        return list(
            claims(
                Analysis(
                    Document("d", "d.txt", "", text),
                    segments,
                    backbone.sentences(text, segments),
                    Published(published, when, "metadata" if when else "unknown", ""),
                    times := tuple(time.annotate(text, published)),
                    tuple(dates(text, times)),
                    mentions,
                    tuple(Place(m.start(), m.end(), m[0]) for m in re.finditer(PLACES, text)),
                    (),
                    frozenset(),
                    {IDS.get(name, name): kind for name, kind in KINDS.items()},
                    {"Oslo": "Norwegen"},
                )
            )
        )

    return read
