import re

from hypothesis import given
from hypothesis import strategies as st

from dashboard.words.markup import plain


@given(st.text())
def test_taking_the_escapes_away_gives_the_text_back(text: str) -> None:
    bare = re.sub(r"\\(.)", r"\1", plain(text)).replace("\u200c", "")
    assert bare == " ".join(text.replace("\u200c", "").split()) or "\u200c" in text


@given(st.text("*_`[]()<>#$:~|\\!-+. ab1"))
def test_no_sign_of_markup_stands_without_an_escape(text: str) -> None:
    rest = re.sub(r"\\.", "", plain(text))
    assert not re.search(r"[*_`\[\]<>#$~|\\]", rest)


def test_codes_of_icons_are_broken() -> None:
    assert ":smile" not in plain(":smile:").replace("\\", "")
    assert ":material" not in plain(":material/home:").replace("\\", "")


def test_result_is_one_line() -> None:
    assert "\n" not in plain("one\n\n# two\r\n    three")
