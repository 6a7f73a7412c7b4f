"""A text as it is meant, and where that stands in the text as it is stored."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.corpus import read_as, segments, unwrapped
from tests.core.long_texts import SIGNS

ODD = st.text(st.sampled_from("aeouäü sS-¬⸗&;ſﬁ\u00ad\u200b\u200d\u2060\ufeff\u0308\u0364👩💻\ufe0f\n\r.1"))
TEXTS = st.one_of(st.text(st.characters(exclude_categories=["Cs"])), ODD)


@pytest.mark.parametrize(
    ("stored", "meant"),
    [
        ("Mitt-\nwoch", "Mittwoch"),
        ("Mitt-  \r\n  woch", "Mittwoch"),
        ("Mon-\n\ntag", "Montag"),
        ("Mitt¬\nwoch", "Mittwoch"),
        ("Mitt¬woch", "Mittwoch"),
        ("Mitt⸗\nwoch", "Mittwoch"),
        ("Mitt\u00ad\nwoch", "Mittwoch"),
        ("Ver-\nteidigungs-\nminister", "Verteidigungsminister"),
        ("Mo\u0308-\nbel", "Möbel"),
        ("Kür-\nbis", "Kürbis"),
        ("US-\namerikanisch", "US-amerikanisch"),
        ("deutsch-\nfranzösische", "deutsch-französische"),
        ("Karl-\nTheodor", "Karl-Theodor"),
        ("Schwarz¬\nRot", "Schwarz-Rot"),
        ("25-\nJährige", "25-Jährige"),
        ("25-\njährige", "25-jährige"),
        ("G-\n20-Gipfel", "G-20-Gipfel"),
    ],
)
def test_a_word_divided_at_a_lines_end_is_one(stored: str, meant: str) -> None:
    reading = read_as(stored)
    assert reading.text == meant
    assert reading.stored(0, len(meant)) == (0, len(stored))


@pytest.mark.parametrize(
    "stored",
    [
        "vor-\nund nachher",
        "Ein- \nund Ausfuhr",
        "zwei-\nbis dreimal",
        "2-\nbis 3-mal",
        "Er kam -\ndas war spät",
        "Bundes-\n\nLänder",
        "Spiel 2-\n1",
        "Preis ¬ 3",
        "Œuvre, Ægir, Straße",
    ],
)
def test_other_hyphens_and_letters_stay(stored: str) -> None:
    assert read_as(stored).text == stored
    assert read_as(stored).unchanged


@pytest.mark.parametrize(
    ("stored", "meant"),
    [
        (unicodedata.normalize("NFD", "Erdoğan in Köln"), "Erdoğan in Köln"),
        ("Prä\u00adsi\u00addent", "Präsident"),
        ("Prä\u200bsi\u2060dent\ufeff", "Präsident"),
        ("Emmanuel\u200bMacron", "Emmanuel Macron"),
        ("Be\u200csuch", "Besuch"),
        ("ﬁnden, oﬀen, ﬂiehen, Raﬃnesse", "finden, offen, fliehen, Raffinesse"),
        ("beſuchte Warſchau", "besuchte Warschau"),
        ("Herr Mu\u0364ller", "Herr Müller"),
        ("f&uuml;r Stra&szlig;e &amp; Schiene, R&D; M&#252;nchen", "für Straße & Schiene, R&D; München"),
        ("K&amp;ouml;ln &amp;amp; M&#252;nster", "Köln & Münster"),
        ("Emma\u200bMuster, Mc\u200bCain", "Emma Muster, McCain"),
        ("𝗦𝗰𝗵𝗼𝗹𝘇 𝐟𝐞𝐭𝐭", "Scholz fett"),
        ("𝓜𝗼\u0308bel", "Möbel"),
        ("Ｋｏｅｌｎ １２", "Koeln 12"),
    ],
)
def test_signs_are_read_as_they_are_meant(stored: str, meant: str) -> None:
    assert read_as(stored).text == meant


@pytest.mark.parametrize("emoji", ["👨‍👩‍👧", "🏳️‍🌈", "👩🏽‍💻", "❤️‍🔥"])
def test_emoji_stay_whole(emoji: str) -> None:
    assert read_as(f"Prä\u00adsident {emoji}!").text == f"Präsident {emoji}!"


@pytest.mark.slow
@given(TEXTS)
def test_what_is_read_is_composed_and_nothing_is_read_twice(stored: str) -> None:
    reading = read_as(stored)
    assert unicodedata.is_normalized("NFC", reading.text)
    if reading.unchanged:
        return
    assert len(reading.starts) == len(reading.ends) == len(reading.text)
    spans = list(zip(reading.starts, reading.ends, strict=True))
    assert all(0 <= start < end <= len(stored) for start, end in spans)
    assert all(one == other or one[1] <= other[0] for one, other in pairwise(spans))


@given(TEXTS, st.data())
def test_an_interval_is_read_from_the_smallest_stretch_that_reads_so(stored: str, data: st.DataObject) -> None:
    reading = read_as(stored)
    end = data.draw(st.integers(0, len(reading.text)))
    start = data.draw(st.integers(0, end))
    first, last = reading.stored(start, end)
    assert 0 <= first <= last <= len(stored)
    if start == end or reading.unchanged:
        assert last - first == end - start
        return
    assert (first, last) == (reading.starts[start], reading.ends[end - 1])
    assert not unicodedata.combining((stored + " ")[last]) or unicodedata.combining((reading.text + " ")[end])
    removed = "\u00ad\u2060\ufeff"
    assert stored[first] not in removed
    assert stored[last - 1] not in removed


@given(st.text("abcäöüß ABC.,–„“\n"))
def test_a_plain_text_is_read_as_it_stands(text: str) -> None:
    assert read_as(text) == (text, (), (), ())


@given(st.text("aB.- \n\r\t\u00ad"))
def test_what_is_unwrapped_has_each_segment_on_one_line_and_all_words_where_they_stand(stored: str) -> None:
    wrapped = read_as(stored)
    parts = segments(wrapped.text, wrapped.breaks)
    reading, moved = unwrapped(wrapped, parts)
    assert [part.kind for part in moved] == [part.kind for part in parts]
    for old, new in zip(parts, moved, strict=True):
        line = reading.text[new.start : new.end]
        assert len(line.splitlines()) == 1
        assert line.split() == wrapped.text[old.start : old.end].split()
        assert reading.stored(new.start, new.end) == wrapped.stored(old.start, old.end)


def test_many_signs_on_one_letter_are_one_stretch() -> None:
    reading = read_as(SIGNS["signs on a letter"].text())
    assert reading.text.endswith(" am Ring")
    assert reading.stored(3, 4) == (3, 50_004)
