"""What the core tells of files is told in German: every message that its code can make."""

import ast
import re
from pathlib import Path

import pytest

import core
from dashboard.words import remarks

ROOT = Path(core.__file__).parent
ERRORS = ("UnreadableError", "DecodingError", "AddingError")


def messages() -> list[str]:
    """A sample of each message with which the reading of files refuses something, its values filled with 7."""
    found = []
    for file in (*(ROOT / "corpus").rglob("*.py"), *(ROOT / "adding").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ERRORS and node.args:
                found.append(_sample(node.args[0]))
    return sorted(one for one in set(found) if re.search("[a-z]{3}", one))


def _sample(node: ast.expr) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join("7" if isinstance(one, ast.FormattedValue) else _sample(one) for one in node.values)
    return ""


@pytest.mark.parametrize("message", messages())
def test_every_refusal_is_told_in_german(message: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remarks, "language", lambda: "de")
    assert remarks.told(message) != message


def test_values_are_told_too_and_what_nobody_knows_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remarks, "language", lambda: "de")
    assert remarks.told("line 3: is empty; left out, fill or remove it").startswith("Zeile 3: ist leer")
    assert remarks.told("something else") == "something else"
    monkeypatch.setattr(remarks, "language", lambda: "en")
    assert remarks.told("is empty; left out, fill or remove it").startswith("is empty")
