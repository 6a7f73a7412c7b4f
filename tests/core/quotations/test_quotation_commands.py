import json
from pathlib import Path

import pytest

from core.quotations.commands import write


def test_documents_in_quotations_out(tmp_path: Path) -> None:
    docs, out = tmp_path / "docs.jsonl", tmp_path / "pred.jsonl"
    rows = [{"doc": "a", "title": "T", "text": "Meier sagte, es sei spät."}, {"doc": "b", "text": "Es regnet."}]
    docs.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert write(docs, out) == (2, 1)
    assert [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()] == [
        {"doc": "a", "id": 0, "type": "Indirect", "speaker": [[0, 5]], "cue": [[6, 11]], "quote": [[13, 24]]}
    ]


@pytest.mark.parametrize(
    ("line", "wrong"), [("{", "JSON"), ("[]", "object"), ('{"doc": 1, "text": ""}', "doc"), ('{"doc": "a"}', "text")]
)
def test_a_bad_line_is_named_and_nothing_written(tmp_path: Path, line: str, wrong: str) -> None:
    docs, out = tmp_path / "docs.jsonl", tmp_path / "pred.jsonl"
    docs.write_text('{"doc": "a", "text": "Gestern."}\n' + line, encoding="utf-8")
    with pytest.raises(ValueError, match=rf"docs\.jsonl, line 2: .*{wrong}"):
        write(docs, out)
    assert not out.exists()
