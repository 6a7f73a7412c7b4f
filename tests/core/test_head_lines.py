"""Lines about a text tell of no events, and say who wrote it and where it was published."""

from core import pipeline
from core.check import check
from core.model import Document
from core.tables import Tables

TEXT = """++ Sperrfrist: Mittwoch, 20. März 2024, 18 Uhr ++

Musterzeitung vom 21.03.2024

Staatsbesuch

Frank-Walter Steinmeier besucht nun doch die Türkei

Von Erika Mustermann

Bundespräsident Frank-Walter Steinmeier besucht am 22. April 2024 Ankara.

Korrektur: In einer früheren Fassung dieses Textes hieß es, Steinmeier besuche am 21. April Emmanuel Macron in Paris.
"""


def built(**known: str) -> Tables:
    return pipeline.tables([Document("a", "a.txt", "a", TEXT, **known)])


def test_no_claim_is_read_from_lines_about_the_text() -> None:
    tables = built()
    assert check(tables) == []
    kinds = list(tables.segments.kind)
    assert kinds == ["embargo", "dateline", "kicker", "headline", "byline", "body", "correction"]
    read = tables.segments[tables.segments.kind.isin(["kicker", "headline", "body"])]
    parts = list(zip(read.start.tolist(), read.end.tolist(), strict=True))
    claims = zip(tables.claims.start.tolist(), tables.claims.end.tolist(), strict=True)
    inside = [any(first <= start and end <= last for first, last in parts) for start, end in claims]
    assert inside
    assert all(inside)


def test_title_author_outlet_and_day_are_the_texts_own() -> None:
    (row,) = built().documents.itertuples()
    assert row.title == "Frank-Walter Steinmeier besucht nun doch die Türkei"
    assert (row.author, row.author_basis) == ("Erika Mustermann", "text")
    assert (row.outlet, row.outlet_basis) == ("Musterzeitung", "text")
    assert (row.published, row.published_basis) == ("2024-03-21", "inferred")


def test_what_the_metadata_say_goes_first() -> None:
    (row,) = built(author="Max Roe", outlet="Beispielblatt").documents.itertuples()
    assert (row.author, row.author_basis) == ("Max Roe", "metadata")
    assert (row.outlet, row.outlet_basis) == ("Beispielblatt", "metadata")


def test_what_nobody_says_is_unknown() -> None:
    documents = pipeline.tables([Document("a", "a.txt", "a", "Macron besuchte Wien.")]).documents
    assert documents[["author", "outlet"]].isna().all(axis=None)
    assert list(documents.author_basis) == list(documents.outlet_basis) == ["unknown"]
