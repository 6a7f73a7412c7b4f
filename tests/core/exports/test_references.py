"""RIS and BibTeX, read back by rispy and bibtexparser."""

import pyarrow as pa
import pytest
import rispy
from bibtexparser.entrypoint import parse_string

from core.exports import Held, bibtex, ris
from core.exports.signs import line
from tests.core.exports.conftest import ADDRESS, EVIL


def test_ris_has_every_source_with_its_quotes(held: Held) -> None:
    records = rispy.loads(ris.write(held).decode())
    assert [record["id"] for record in records] == [row.doc_id for row in held.documents]
    for record, row in zip(records, held.documents, strict=True):
        assert record["type_of_reference"] == "NEWS"
        assert record["title"] == line(row.title)
        quotes = [line(claim.quote) for claim in held.claims_in[row.doc_id]]
        assert [note[1 : 1 + len(quote)] for note, quote in zip(record["notes"], quotes, strict=True)] == quotes
    assert records[0]["urls"] == [ADDRESS]
    assert records[0]["authors"] == [line(EVIL)]


def test_no_value_breaks_its_line_in_ris(held: Held) -> None:
    text = ris.write(held).decode()
    assert text.count("\r\n") == len(text.splitlines())
    assert text.count("\nER  - \r\n") == len(held.documents)


def test_bibtex_has_every_source_with_its_quotes(held: Held) -> None:
    library = parse_string(bibtex.write(held).decode())
    assert not library.failed_blocks
    assert len(library.entries) == len(held.documents)
    first, second = library.entries[:2]
    assert "<script>alert(1)</script>" in first["title"]
    assert r"\{x\textbackslash{}y\} 50\%\_\#" in first["title"]
    assert first["url"] == "https://example.org/a_b?c=%20d&e=%7Bf%7D"
    assert second["url"] == "https://example.org/b"
    for entry, row in zip(library.entries, held.documents, strict=True):
        assert entry["annote"].count("„") >= len(held.claims_in[row.doc_id])


@pytest.mark.parametrize("ids", [["a/b", "a b", "A-B"], ["ö", "ü"], ["}", "@misc{x,"]])
def test_keys_in_bibtex_are_each_entrys_own(arrow: dict[str, pa.Table], ids: list[str]) -> None:
    some = arrow["documents"].slice(0, len(ids))
    named = some.set_column(some.schema.get_field_index("doc_id"), "doc_id", pa.array(ids))
    library = parse_string(bibtex.write(Held({**arrow, "documents": named})).decode())
    assert not library.failed_blocks
    assert len({entry.key.lower() for entry in library.entries}) == len(ids)


def test_a_day_is_told_where_it_is_known_and_a_year_where_that_is(arrow: dict[str, pa.Table]) -> None:
    for record, row in zip(rispy.loads(ris.write(Held(arrow)).decode()), Held(arrow).documents, strict=True):
        first, last = row.published_start, row.published_end
        assert ("date" in record) == (first is not None and first == last)
        assert ("year" in record) == bool(first and last and first.year == last.year)
