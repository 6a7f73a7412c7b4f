from dataclasses import replace

import pyarrow as pa
import pytest

from core.exports import Held
from core.tables import Tables
from tests.synthetic import tables

EVIL = '<script>alert(1)</script> & "Ä" {x\\y} 50%_# ~^$, a; b\r\nER  - \x00\x0b\x1f\ufffe\u2028 😀'
"""What a name or a title may hold in the worst case."""
ADDRESS = "https://example.org/a_b?c=%20d&e={f}"


@pytest.fixture(scope="session")
def made() -> Tables:
    """Tables with names, titles and addresses that could break other forms, and events at known and unknown places."""
    plain = tables(60, 12, 4)
    documents, events, actors = plain.documents.copy(), plain.events.copy(), plain.actors.copy()
    documents.loc[documents.index[0], ["title", "outlet", "author", "url"]] = [EVIL, EVIL, EVIL, ADDRESS]
    documents.loc[documents.index[1], "url"] = "https://example.org/b"
    events.loc[events.index[::2], "title"] = EVIL
    events["place"] = [("Wien", "Nirgendwo", None)[number % 3] for number in range(len(events))]
    events["place_en"] = [("Vienna", None, None)[number % 3] for number in range(len(events))]
    actors.loc[actors.index[0], "name"] = EVIL
    return replace(plain, documents=documents, events=events, actors=actors)


@pytest.fixture(scope="session")
def arrow(made: Tables) -> dict[str, pa.Table]:
    return made.arrow()


@pytest.fixture(scope="session")
def held(arrow: dict[str, pa.Table]) -> Held:
    return Held(arrow)


@pytest.fixture(scope="session")
def nothing() -> Held:
    return Held(tables(0, 0, 0).arrow())
