import ast
import re
from pathlib import Path

import pytest

import dashboard
from dashboard.words import i18n

FOLDER = Path(dashboard.__file__).parent


def messages() -> set[str]:
    """Every message in the source: the first argument of each call of `_` and `ngettext`."""
    calls = [
        node
        for file in FOLDER.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "ngettext")
    ]
    return {str(ast.literal_eval(call.args[0])) for call in calls}


MESSAGES = messages()


def test_every_message_of_the_interface_is_in_german() -> None:
    assert len(MESSAGES) > 50
    assert MESSAGES - set(i18n.catalogue("de")) == set()


def test_no_translation_is_left_over() -> None:
    assert set(i18n.catalogue("de")) - MESSAGES == set()


def test_translations_fill_in_the_same_values() -> None:
    names = re.compile(r"\{(\w*)\}")
    for message, forms in i18n.catalogue("de").items():
        for form in forms:
            assert set(names.findall(form)) == set(names.findall(message)), message


@pytest.mark.parametrize(
    ("browser", "found"), [("de-AT", "de"), ("de", "de"), ("fr-FR", "en"), (None, "en"), ("", "en")]
)
def test_the_browser_proposes_the_language(browser: str | None, found: str) -> None:
    assert i18n.preferred(browser) == found
