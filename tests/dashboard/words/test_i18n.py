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


def translated() -> dict[str, tuple[str, ...]]:
    """The German messages by English id, in their forms: one, or singular and plural."""
    forms = {}
    for entry in i18n.catalogue("de.po", "de"):
        english, german = ((text,) if isinstance(text, str) else tuple(text or ()) for text in (entry.id, entry.string))
        if english[0] and all(german):
            forms[english[0]] = german
    return forms


def test_every_message_of_the_interface_is_in_german() -> None:
    assert len(MESSAGES) > 50
    assert not (missing := MESSAGES - set(translated())), f"dashboard/locale/de.po lacks {sorted(missing)}"


def test_no_translation_is_left_over() -> None:
    assert not (left := set(translated()) - MESSAGES), f"dashboard/locale/de.po has for nothing {sorted(left)}"


def test_translations_fill_in_the_same_values() -> None:
    names = re.compile(r"\{(\w*)\}")
    for message, forms in translated().items():
        for form in forms:
            assert set(names.findall(form)) == set(names.findall(message)), message


@pytest.mark.parametrize(
    ("browser", "language"), [("de-AT", "de"), ("de", "de"), ("fr-FR", "en"), (None, "en"), ("", "en")]
)
def test_the_browser_proposes_the_language(browser: str | None, language: str) -> None:
    assert i18n.preferred(browser) == language


@pytest.mark.parametrize(
    ("lang", "n", "said"),
    [("en", 1, "1 event"), ("en", 1200, "1,200 events"), ("de", 1, "1 Ereignis"), ("de", 0, "0 Ereignisse")],
)
def test_numbers_and_plurals_are_those_of_the_language_that_is_spoken(lang: str, n: int, said: str) -> None:
    with i18n.speaking(lang):
        assert i18n.ngettext("{n} event", "{n} events", n) == said


def test_what_is_spoken_for_sessions_to_share_ends_with_it() -> None:
    with i18n.speaking("de"), i18n.speaking("en"):
        assert i18n._("date") == "date"
    with i18n.speaking("de"):
        assert i18n._("date") == "Datum"
    assert i18n.language() == "en"


@pytest.mark.parametrize(
    ("code", "english", "german"),
    [("en", "English", "Englischen"), ("hi", "Hindi", "Hindi"), ("gd", "Scottish Gaelic", "Gälischen (Schottland)")],
)
def test_the_language_that_a_text_was_translated_from_is_inflected_as_german_does(
    code: str, english: str, german: str
) -> None:
    for language, said in (("en", english), ("de", german)):
        with i18n.speaking(language):
            assert i18n.language_of_origin(code) == said
