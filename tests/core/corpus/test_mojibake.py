import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.corpus.mojibake import mended

TEXT = "Außenminister Jörg Müßiggang trifft Präsident Erdoğan – „Größe“ … in KÖLN à la carte"


@pytest.mark.parametrize("encoding", ["latin-1", "cp850", "cp437", "mac_roman"])
def test_a_text_that_was_read_in_a_wrong_encoding_is_mended(encoding: str) -> None:
    text, remark = mended(TEXT.encode().decode(encoding))
    assert text == TEXT
    assert "are mended" in (remark or "")


@pytest.mark.parametrize(("broken", "meant"), [("ErdoÄŸan", "Erdoğan"), ("fÃ¼r und für", "für und für")])
def test_a_few_words_are_mended(broken: str, meant: str) -> None:
    assert mended(broken).text == meant


def test_what_was_lost_is_warned_of_and_not_guessed() -> None:
    text, remark = mended("KÃ\ufffdLN")
    assert text == "KÃ\ufffdLN"
    assert "`KÃ\ufffdLN`" in (remark or "")


@given(st.text("aäöüßÖÜéèçñğ €–„“ "))
def test_signs_that_people_write_stay(text: str) -> None:
    written = f"{text} São Paulo, SÃO PAULO, Ålesund, 5 Â"
    assert mended(written) == (written, None)
