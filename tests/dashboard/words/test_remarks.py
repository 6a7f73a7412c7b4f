"""What the core tells of files is told in German: every message that its code can make."""

import ast
import re
from pathlib import Path

import pytest

import core
from core.corpus import refused
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
    german = remarks.told(message)
    assert german != message, "dashboard/locale/core.de.po has no German for it"
    assert not re.match("(is|has|holds|had|breaks|does) |.*left out", german)


@pytest.mark.parametrize(
    "suffix", [".doc", ".pages", ".xlsm", ".pst", ".azw3", ".djvu", ".png", ".mp3", ".rar", ".pptx"]
)
def test_what_to_do_with_a_kind_that_is_not_read_is_told_in_german(
    suffix: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remarks, "language", lambda: "de")
    german = remarks.told(refused.reason(f"a{suffix}"))
    assert german.startswith(("ist ", "enthält "))
    assert "wird ausgelassen; " in german


def test_remarks_that_stand_behind_one_another_are_each_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remarks, "language", lambda: "de")
    first = "not UTF-8, read as cp1252; if words look wrong, save it as UTF-8 or name its `encoding` in sources.toml"
    second = "breaks off at a paywall (“Jetzt lesen; nur mit Abo”); kept, save the whole article if you may read it"
    third = "2 rows have no text; left out, fill the column `text`"
    assert remarks.told("; ".join((first, second, third))) == "; ".join(map(remarks.told, (first, second, third)))
    assert remarks.told(second).startswith("bricht an einer Bezahlschranke ab („Jetzt lesen; nur mit Abo“)")


@pytest.mark.parametrize(
    ("message", "german"),
    [
        (
            "Neue Mappe/a b.mp3 is a recording; left out, save a transcript as .txt",
            "Neue Mappe/a b.mp3 ist eine Aufnahme",
        ),
        ("a.zip/b.jsonl, line 3 has no `text`; left out, add it", "a.zip/b.jsonl, Zeile 3 hat kein `text` und wird "),
        ("sources.toml, line 4: write [[document]] in double brackets", "sources.toml, Zeile 4: schreiben Sie "),
    ],
)
def test_what_is_the_matter_at_a_place_is_told_behind_it(
    message: str, german: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remarks, "language", lambda: "de")
    assert remarks.told(message).startswith(german)


def test_values_are_told_too_and_what_nobody_knows_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remarks, "language", lambda: "de")
    assert remarks.told("line 3: is empty; left out, fill or remove it").startswith("Zeile 3: ist leer")
    assert remarks.told("something else") == "something else"
    monkeypatch.setattr(remarks, "language", lambda: "en")
    assert remarks.told("is empty; left out, fill or remove it").startswith("is empty")
