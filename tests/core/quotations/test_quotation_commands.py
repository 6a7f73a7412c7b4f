import json
from pathlib import Path

from core.quotations.commands import quotes


def test_documents_in_quotations_out(tmp_path: Path) -> None:
    docs, out = tmp_path / "docs.jsonl", tmp_path / "pred.jsonl"
    rows = [{"doc": "a", "title": "T", "text": "Meier sagte, es sei spät."}, {"doc": "b", "text": "Es regnet."}]
    docs.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert quotes(docs, out) == (2, 1)
    assert [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()] == [
        {"doc": "a", "id": 0, "type": "Indirect", "speaker": [[0, 5]], "cue": [[6, 11]], "quote": [[13, 24]]}
    ]
