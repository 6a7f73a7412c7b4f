"""Documents in JSON lines, and what is said of a line that is none."""

from pathlib import Path

import pytest

from core.jsonlines import Line, annotate


def _words(document: Line) -> list[dict[str, object]]:
    return [{"doc": document.doc, "word": word} for word in document.text.split()]


def test_blank_lines_and_other_keys_are_passed_over(tmp_path: Path) -> None:
    docs, out = tmp_path / "docs.jsonl", tmp_path / "pred.jsonl"
    docs.write_text('{"doc": "a", "text": "Öl fließt", "title": 1}\n\n{"doc": "b", "text": ""}\n', encoding="utf-8")
    assert annotate(docs, out, Line, _words) == (2, 2)
    assert out.read_text(encoding="utf-8") == '{"doc": "a", "word": "Öl"}\n{"doc": "a", "word": "fließt"}\n'


@pytest.mark.parametrize(
    ("line", "wrong"), [("{", "JSON"), ("[]", "object"), ('{"doc": 1, "text": ""}', "doc"), ('{"doc": "a"}', "text")]
)
def test_a_bad_line_is_named_and_nothing_written(tmp_path: Path, line: str, wrong: str) -> None:
    docs, out = tmp_path / "docs.jsonl", tmp_path / "pred.jsonl"
    docs.write_text('{"doc": "a", "text": "Gestern."}\n' + line, encoding="utf-8")
    with pytest.raises(ValueError, match=rf"docs\.jsonl, line 2: .*{wrong}"):
        annotate(docs, out, Line, _words)
    assert not out.exists()
