import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from core.model import Segment, Timex
from core.time import annotate, edtf, lexicon
from core.time.rulebook import rulebook

PUBLISHED = st.sampled_from(
    [None, "2014-07-16", "2023-05/2023-07", "2025-04-07/2025-04-13", "0001", "9999-12-31", "2022-WI"]
)
WORDS = [*sorted(lexicon.senses()), *["12.", "31.", "2014", "1999/00", "20.30", "9.", ",", ".", "-", "/"], "\n", "\n\n"]
EXAMPLES = [re.sub(r"[\[\]]", "", example.text) for rule in rulebook().rule for example in rule.examples]
VALUE = re.compile(
    r"[0-9X]{2,4}(-([0-9X]{2}|W[0-9X]{2}|Q[0-9X]|H[0-9X]|SP|SU|FA|WI)(-([0-9X]{1,2}|WE))?)?(T.+)?"
    r"|[0-9]{4}/[0-9]{4}|BC[0-9]+|T[0-9]{2}:[0-9]{2}|T[A-Z]{2}|PT?([0-9.e+]+|X)(Y|M|W|D|H|S|DE|CE|ML|Q|WE)|(PAST|PRESENT|FUTURE)_REF"
)


def check(text: str, times: list[Timex]) -> None:
    end = 0
    for time in times:
        assert end <= time.start < time.end <= len(text)
        assert text[time.start : time.end] == time.text
        assert VALUE.fullmatch(time.value), time.value
        assert time.interval is None or time.interval.first <= time.interval.last
        end = time.end


@settings(deadline=None)
@given(st.text(), PUBLISHED)
def test_any_text(text: str, published: str | None) -> None:
    check(text, annotate(text, published))


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=30), PUBLISHED)
@example(["bevorstehende", "Juli"], "9999-12-31")
def test_any_row_of_time_words(words: list[str], published: str | None) -> None:
    text = " ".join(words)
    check(text, annotate(text, published))


@settings(deadline=None)
@given(st.text(alphabet="0123456789.,:/- \nabUhr–", max_size=200), PUBLISHED)
def test_any_figures(text: str, published: str | None) -> None:
    check(text, annotate(text, published))


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit", ["1", "1.", "1. ", "1, ", "1.1.", "12:30/", "2014-", " ", "\n ", "a-", "1. und ", "im ", "der "]
)
def test_long_runs_end(unit: str) -> None:
    """A pattern that backtracks over a run would not come back from one of this length."""
    text = unit * 10_000
    check(text, annotate(text, "2014-07-16"))


@settings(deadline=None)
@given(st.lists(st.sampled_from(EXAMPLES), min_size=1, max_size=5))
def test_dates_with_a_year_need_no_publication_date(sentences: list[str]) -> None:
    text = "\n\n".join(sentences)
    explicit = [time for time in annotate(text) if time.anchor == "explicit"]
    dated = [time for time in annotate(text, "2020-02-02") if time.anchor == "explicit"]
    assert explicit == dated


@pytest.mark.parametrize(
    ("text", "published", "value", "days"),
    [
        ("im vergangenen Januar", "2023-05/2023-07", "2023-01", "2023-01"),
        ("letzten Monat", "2023-07", "2023-06", "2023-06"),
        ("Im vergangenen Sommer lud sie ein.", "2023-05/2023-07", "2022-SU", "2022-SU"),
        ("Das wird voraussichtlich im Juli geschehen.", "2023-05/2023-07", "2023-07", "2023-07"),
        ("gestern", "2025-04", "2025-XX-XX", "2025-03-31/2025-04-29"),
        ("letzte Woche", "2025-04-07/2025-04-13", "2025-W14", "2025-W14"),
        ("vom 8. bis 9. April", "2025-04-07/2025-04-13", "2025-04-08", "2025-04-08"),
    ],
)
def test_as_precise_as_the_day_of_writing_is_known(text: str, published: str, value: str, days: str) -> None:
    time = annotate(text, published)[0]
    assert (time.value, time.interval) == (value, edtf.parse(days))
    assert time.anchor == "published"


def test_too_vague_a_day_of_writing_gives_no_days() -> None:
    [time] = annotate("gestern", "2006/2012")
    assert (time.value, time.interval) == ("XXXX-XX-XX", None)


def test_unknown_day_of_writing_leaves_parts_unknown() -> None:
    values = [time.value for time in annotate("Gestern, am Montag, im Juli und am 9. April war Ruhe.")]
    assert values == ["XXXX-XX-XX", "XXXX-WXX-1", "XXXX-07", "XXXX-04-09"]
    assert not any(time.interval for time in annotate("Gestern, am Montag, im Juli und am 9. April war Ruhe."))


def test_inferred_days_of_writing_are_told_from_known_ones() -> None:
    assert annotate("gestern", "2025-04-10", inferred=True)[0].anchor == "inferred"


def test_a_caption_dates_itself_alone() -> None:
    body, caption = "Er kam am 3. Mai 2012 an.\n", "Das Foto entstand am 22. Oktober 2006.\n"
    text = body + caption + "Am Tag darauf reiste er ab."
    segments = [
        Segment(0, len(body), "body"),
        Segment(len(body), len(body + caption), "caption"),
        Segment(len(body + caption), len(text), "body"),
    ]
    assert annotate(text, segments=segments)[-1].value == "2012-05-04"
    assert annotate(text)[-1].value == "2006-10-23"


def test_in_a_narrative_dates_go_by_those_before_them() -> None:
    text = (
        "Im Mai 1940 begann der Feldzug. Am 3. Juni 1940 fiel die Stadt, am 22. Juni wurde verhandelt. "
        "Am 8. Oktober 1940 zog das Heer ab. Im Januar kam es wieder, und am 2. März 1941 endete der Krieg."
    )
    values = [time.value for time in annotate(text, "2014-07-16")]
    assert values == ["1940-05", "1940-06-03", "1940-06-22", "1940-10-08", "1941-01", "1941-03-02"]


@pytest.mark.parametrize(
    "text",
    [
        "ein Wein, ein 2013er",
        "Kinder zwischen sechs und elf Jahren",
        "im Alter von 26 Jahren",
        "Er zahlte 2000 Euro.",
        "Der Ofen wird 2000 bis 3000 Grad heiß.",
        "ein 24-jähriger Lehrer",
        "Sie ist 31 Jahre alt.",
        "am 31. Februar",
        "um 12.30 Prozent",
        "Autorin: MAI NGUYEN",
    ],
)
def test_no_time_expression(text: str) -> None:
    assert annotate(text, "2014-07-16") == []


def test_publication_dates_must_be_edtf() -> None:
    with pytest.raises(ValueError, match="gestern"):
        annotate("heute", "gestern")
