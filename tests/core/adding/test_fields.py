import pytest

from core.adding.fields import FIELDS, checked, flaws
from core.corpus.sources import Metadata


@pytest.mark.parametrize(
    ("key", "said", "value"),
    [
        ("title", "  Minister \n in Wien ", "Minister in Wien"),
        ("published", "3.5.2021", "2021-05-03"),
        ("published", "03. 05. 2021", "2021-05-03"),
        ("published", "2021-05-03/2021-05-09", "2021-05-03/2021-05-09"),
        ("published", "2021", "2021"),
        ("url", "", ""),
    ],
)
def test_what_is_right_is_put_in_order(key: str, said: str, value: str) -> None:
    assert checked(key, said) == (value, None)


@pytest.mark.parametrize(
    ("key", "said", "why"),
    [
        ("published", "31.2.2021", "is no date"),
        ("published", "gestern", "is no date"),
        ("url", "example.org", "https://"),
        ("language", "Deutsch", "write it as"),
        ("title", "x" * 501, "500"),
    ],
)
def test_what_is_wrong_is_told(key: str, said: str, why: str) -> None:
    assert why in flaws({key: said})[key]


def test_every_field_is_one_of_the_corpus() -> None:
    assert set(FIELDS) <= set(Metadata.model_fields)
