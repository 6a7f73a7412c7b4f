import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.adding import names


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("bericht.txt", "bericht.txt"),
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\Texte\\Bericht 1.docx", "Bericht 1.docx"),
        (".versteckt.txt", "versteckt.txt"),
        ("<script>alert(1)</script>.txt", "script-.txt"),
        ("Ma\u0308rz.txt", "März.txt"),
        ("umgekehrt\u202etxt.exe.txt", "umgekehrttxt.exe.txt"),
        ("README.md", "text-README.md"),
        ("", "text"),
        ("..", "text"),
        ("a\nb.txt", "a-b.txt"),
    ],
)
def test_a_name_from_outside_becomes_a_plain_one(given_name: str, kept: str) -> None:
    assert names.safe(given_name) == kept


@given(st.text())
def test_no_name_leads_out_of_the_folder_or_hides(name: str) -> None:
    safe = names.safe(name)
    assert safe
    assert not set("/\\\0\n") & set(safe)
    assert not safe.startswith(".")
    assert unicodedata.is_normalized("NFC", safe)
    assert len(safe.encode()) <= 255
    assert names.safe(safe) == safe


def test_a_name_that_is_taken_gets_a_number() -> None:
    assert names.free("Bericht.txt", {"bericht", "bericht-2"}) == "Bericht-3.txt"
    assert names.free("Neues.txt", {"bericht"}) == "Neues.txt"


@pytest.mark.parametrize(
    ("title", "name"),
    [("Minister in Wien", "minister-in-wien.txt"), ("../x", "x.txt"), ("!!!", "text.txt"), ("", "text.txt")],
)
def test_a_pasted_text_is_named_by_its_title(title: str, name: str) -> None:
    assert names.titled(title) == name
