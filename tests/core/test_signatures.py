import pytest

from core.signatures import shown


@pytest.mark.parametrize(
    ("by", "seen"),
    [
        ("Eva Roth (eva.roth@example.org)", "Eva Roth (eva.roth)"),
        ("eva@sub.example.org", "eva"),
        ("Eva Roth", "Eva Roth"),
        ("@eva", "@eva"),
        ("Ressort @ Haus", "Ressort @ Haus"),
        ("", ""),
        (None, None),
    ],
)
def test_a_signature_is_shown_without_what_makes_an_address_of_it(by: str | None, seen: str | None) -> None:
    assert shown(by) == seen
