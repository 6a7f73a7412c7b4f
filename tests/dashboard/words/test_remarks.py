"""What the core tells its users is told in German: every message that its code can make."""

import ast
import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest

import core
from core.corpus import Notice, refused
from core.messages import Message, joined
from dashboard.words import i18n, remarks

ROOT = Path(core.__file__).parent
SHOWN = ("adding", "briefings", "corpus", "corrections", "journal.py")
"""Of the core, what the app shows the errors of."""


def parsed(*places: str) -> Iterator[tuple[Path, ast.AST]]:
    """The code of files and folders of the core."""
    for place in places:
        for file in [ROOT / place] if place.endswith(".py") else (ROOT / place).rglob("*.py"):
            yield file, ast.parse(file.read_text(encoding="utf-8"))


@cache
def first_arguments() -> Sequence[tuple[Path, ast.expr]]:
    """Those of each call of `Message`."""
    return [
        (file, node.args[0])
        for file, code in parsed(".")
        for node in ast.walk(code)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Message"
    ]


@cache
def templates() -> set[str]:
    """What the core's messages are made from."""
    return {str(ast.literal_eval(node)) for _, node in first_arguments() if isinstance(node, ast.Constant)}


def german() -> dict[str, str]:
    """The German messages by English template."""
    return {str(one.id): str(one.string) for one in i18n.catalogue("core.de.po", "de") if one.id and one.string}


def test_every_message_has_a_template_that_stands_in_the_code() -> None:
    assert {file.name for file, node in first_arguments() if not isinstance(node, ast.Constant)} == {"messages.py"}


def test_every_message_of_the_core_is_in_german() -> None:
    assert len(templates()) > 150
    assert templates() - set(german()) == set()


def test_no_translation_is_left_over() -> None:
    assert set(german()) - templates() == set()


def test_translations_fill_in_the_same_values() -> None:
    names = re.compile(r"\{(\w*)\}")
    for message, other in german().items():
        assert set(names.findall(other)) == set(names.findall(message)), message


def test_errors_that_the_app_shows_carry_messages() -> None:
    """Then the type checker holds that each of them is raised with a `Message`."""
    bases = [
        (node.name, base.id)
        for _, code in parsed(*SHOWN)
        for node in ast.walk(code)
        if isinstance(node, ast.ClassDef) and node.name.endswith("Error")
        for base in node.bases
        if isinstance(base, ast.Name)
    ]
    assert len(bases) > 5
    assert {base for _, base in bases} - {name for name, _ in bases} == {"ToldError"}


@pytest.mark.parametrize(
    "suffix", [".doc", ".pages", ".xlsm", ".pst", ".azw3", ".djvu", ".png", ".mp3", ".rar", ".pptx"]
)
def test_what_to_do_with_a_kind_that_is_not_read_is_told_in_german(suffix: str) -> None:
    with i18n.speaking("de"):
        told = remarks.told(refused.reason(f"a{suffix}"))
    assert told.startswith(("ist ", "enthält "))
    assert "wird ausgelassen; " in told


def test_remarks_that_stand_behind_one_another_are_each_told() -> None:
    paywall = Message(
        "breaks off at a paywall (“{line}”); kept, save the whole article if you may read it",
        line="Jetzt lesen; nur mit Abo",
    )
    rows = Message("{n} rows have no text; left out, fill the column `text`", n=2)
    with i18n.speaking("de"):
        assert remarks.told(joined(paywall, rows) or "") == f"{remarks.told(paywall)}; {remarks.told(rows)}"
        assert remarks.told(paywall).startswith("bricht an einer Bezahlschranke ab („Jetzt lesen; nur mit Abo“)")


def test_what_is_the_matter_at_a_place_is_told_behind_it() -> None:
    empty = Message("is empty; left out, fill or remove it")
    with i18n.speaking("de"):
        assert remarks.told(Notice("b ; a.jsonl", empty, 3).told).startswith("b ; a.jsonl, Zeile 3: ist leer")
        assert remarks.told(Notice("a.zip", empty, 3, "article").told).startswith("a.zip, Artikel 3: ist leer")
        assert remarks.told(Notice("a.txt", empty).told).startswith("a.txt: ist leer")
        assert remarks.told(Notice("a.txt", empty, 3).told_of_file).startswith("Zeile 3: ist leer")


def test_values_are_told_too_and_what_nobody_knows_stays() -> None:
    known = Message(
        "is not in German ({language}, {source}); kept as a source, but nothing is extracted from it",
        language="fr",
        source=Message("it seems"),
    )
    with i18n.speaking("de"):
        assert remarks.told(known).startswith("ist nicht auf Deutsch (fr, wie es scheint)")
        assert remarks.told("something else") == "something else"
        assert remarks.told(str(known)) == known
        assert remarks.told("has no text; left out, remove it").startswith("hat keinen Text")
    with i18n.speaking("en"):
        assert remarks.told(known) == known
