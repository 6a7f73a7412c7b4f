"""FollowTheMoney, held to the library's model where that is installed, as in CI, and to a smaller one anywhere."""

import importlib.util
import json
import os
import re
from typing import Any

import pytest

from core.exports import Held, followthemoney

PROPERTIES = {
    "Document": {"fileName", "title", "author", "publisher", "sourceUrl", "publishedAt", "bodyText"},
    "Person": {"name", "alias", "country", "position", "wikidataId"},
    "Organization": {"name", "alias", "country", "wikidataId"},
    "Company": {"name", "alias", "country", "wikidataId"},
    "Mention": {"document", "resolved", "name", "detectedSchema"},
    "Event": {"name", "summary", "keywords", "startDate", "endDate", "location", "involved", "proof"},
}
NEEDED = {"Document": "fileName", "Person": "name", "Organization": "name", "Mention": "document", "Event": "name"}
LINKS = {"document": {"Document"}, "proof": {"Document"}, "resolved": {"Person", "Organization", "Company"}}
LINKS["involved"] = LINKS["resolved"]


def read(held: Held) -> list[dict[str, Any]]:
    return [json.loads(line) for line in followthemoney.write(held).decode().split("\n")[:-1]]


def test_there_is_an_entity_for_each_document_actor_and_event(held: Held) -> None:
    entities = read(held)
    schemas = [entity["schema"] for entity in entities]
    assert schemas.count("Document") == len(held.documents)
    assert schemas.count("Event") == len(held.events)
    assert sum(schema in LINKS["resolved"] for schema in schemas) == len(held.actors)
    assert schemas.count("Mention") > 0
    assert len({entity["id"] for entity in entities}) == len(entities)


def test_entities_are_of_the_form_that_the_model_asks_for(held: Held) -> None:
    entities = read(held)
    kinds = {entity["id"]: entity["schema"] for entity in entities}
    for entity in entities:
        assert re.fullmatch(r"[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?", entity["id"])
        assert set(entity["properties"]) <= PROPERTIES[entity["schema"]]
        assert NEEDED.get(entity["schema"], "name") in entity["properties"]
        for name, values in entity["properties"].items():
            assert values
            assert len(set(values)) == len(values)
            assert all(isinstance(value, str) for value in values)
            assert all(kinds[value] in LINKS[name] for value in values if name in LINKS)


def test_the_library_takes_every_value(held: Held) -> None:
    if importlib.util.find_spec("followthemoney") is None:
        message = "FollowTheMoney is not installed: pip install 'lagebild[ftm]'"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    from followthemoney import model

    for entity in read(held):
        assert model.get(entity["schema"]) is not None
        clean = model.get_proxy(entity, cleaned=False)  # drops what is no date, country, address or id
        for name, values in entity["properties"].items():
            assert len(clean.get(name)) == len(values), (entity["schema"], name, values)


def test_quotes_and_names_come_along(held: Held) -> None:
    events = {name: one for one in read(held) if one["schema"] == "Event" for name in one["properties"]["summary"]}
    for claim in held.claims:
        assert claim.quote in events
