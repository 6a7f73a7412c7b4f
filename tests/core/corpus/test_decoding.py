import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.corpus.decoding import DecodingError, decode

GERMAN = "Der Präsident erklärte: „Größere Übungen gehören dazu“ – und fügte später äußerst knapp hinzu, dass …\r\nEnde"


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1))
def test_utf8_is_read_character_for_character(text: str) -> None:
    assert decode(text.encode()).text == text.removeprefix("\ufeff")


def test_line_ends_stay_as_they_are() -> None:
    assert decode(b"a\r\nb\nc\rd").text == "a\r\nb\nc\rd"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_byte_order_mark_names_the_encoding_and_is_dropped(mark: bytes, encoding: str) -> None:
    assert decode(mark + GERMAN.encode(encoding)) == (GERMAN, None)


@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "mac_roman"])
def test_legacy_encoding_of_a_german_text_is_detected_and_named(encoding: str) -> None:
    text = "".join(char for char in GERMAN if char.encode(encoding, "ignore"))
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert encoding in (decoded.remark or "")


@pytest.mark.parametrize("text", ["Größe", "Übung für Präsident Doe", "„Nein“"])
def test_legacy_encoding_is_detected_in_a_few_words(text: str) -> None:
    assert decode(text.encode("cp1252")).text == text


def test_legacy_encoding_of_another_language_is_detected() -> None:
    text = "Президент встретился с премьер-министром. Они обсудили сотрудничество и положение в соседних странах."
    decoded = decode(text.encode("cp1251"))
    assert decoded.text == text
    assert "cp1251" in (decoded.remark or "")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_read_with_a_remark(encoding: str) -> None:
    decoded = decode(GERMAN.encode(encoding))
    assert decoded.text == GERMAN
    assert "UTF-16" in (decoded.remark or "")


def test_declared_encoding_goes_before_what_the_bytes_look_like() -> None:
    assert decode("Größe".encode(), "cp1252") == ("GrÃ¶ÃŸe", None)
    assert decode(codecs.BOM_UTF8 + b"a", "utf-8") == ("a", None)


def test_bytes_that_break_the_declared_encoding_are_an_error() -> None:
    with pytest.raises(DecodingError, match=r"byte 2 is not utf-8.*sources\.toml"):
        decode("Größe".encode("cp1252"), "utf-8")


def test_damaged_utf8_is_read_with_a_remark_on_the_place() -> None:
    decoded = decode("Größe und Übung ".encode() + b"\xff" + " für später".encode())
    assert decoded.text == "Größe und Übung \ufffd für später"
    assert "1 place (first at byte 19)" in (decoded.remark or "")


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0\x08\x06\0\0\0",
        b"PK\x03\x04\x14\0\x08\0\x08\0" + bytes(range(256)) * 4,
        b"\0" * 100,
        bytes(range(256)),
    ],
)
def test_binary_data_is_an_error(data: bytes) -> None:
    with pytest.raises(DecodingError, match="binary"):
        decode(data)


@given(st.binary())
def test_any_bytes_are_a_text_or_an_error(data: bytes) -> None:
    try:
        text = decode(data).text
    except DecodingError:
        return
    text.encode()  # no half characters, which no table could hold
