import json
from pathlib import Path

import pytest

from core.time.commands import times


def test_documents_in_expressions_out(tmp_path: Path) -> None:
    docs, out = tmp_path / "docs.jsonl", tmp_path / "pred.jsonl"
    rows = [{"doc": "a", "dct": "2014-07-16", "text": "Gestern."}, {"doc": "b", "dct": None, "text": "Im Jahr 1989."}]
    docs.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert times(docs, out) == (2, 2)
    assert [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()] == [
        {"doc": "a", "start": 0, "end": 7, "type": "DATE", "value": "2014-07-15", "text": "Gestern"},
        {"doc": "b", "start": 3, "end": 12, "type": "DATE", "value": "1989", "text": "Jahr 1989"},
    ]


def test_a_bad_date_is_named(tmp_path: Path) -> None:
    docs = tmp_path / "docs.jsonl"
    docs.write_text('{"doc": "a", "text": "", "dct": "x"}', encoding="utf-8")
    with pytest.raises(ValueError, match=r"docs\.jsonl, line 1: dct"):
        times(docs, tmp_path / "pred.jsonl")
