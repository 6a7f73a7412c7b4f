import pytest

from core.time import annotate
from core.time.dates import dates


@pytest.mark.parametrize(
    ("text", "edtf", "precision"),
    [
        ("Er kam vom 8. bis 9. April 2025.", "2025-04-08/2025-04-09", "interval"),
        ("Er kam am 8. und 9. April 2025.", "2025-04-08/2025-04-09", "interval"),
        ("zwischen Mai und Juli 2011", "2011-05/2011-07", "interval"),
        ("von 2009-2011", "2009/2011", "interval"),
        ("Im Juni 2022 sprach er.", "2022-06", "month"),
        ("In der vergangenen Woche sprach er.", "2014-W28", "week"),
        ("Gestern Abend sprach er.", "2014-07-15", "day"),
        ("Vor zwei Jahren sprach er.", "2012", "year"),
        ("Er sprach am Wochenende.", "2014-07-12/2014-07-13", "interval"),
    ],
)
def test_one_date(text: str, edtf: str, precision: str) -> None:
    [date] = dates(text, annotate(text, "2014-07-16"))
    assert (date.edtf, date.precision) == (edtf, precision)


def test_two_days_in_a_list_stay_two() -> None:
    text = "am 3. und 9. April 2025"
    assert [date.edtf for date in dates(text, annotate(text))] == ["2025-04-03", "2025-04-09"]


def test_what_names_no_days_dates_nothing() -> None:
    text = "Derzeit wird täglich zwei Stunden lang geprobt, montags nie."
    assert dates(text, annotate(text, "2014-07-16")) == []


@pytest.mark.parametrize(
    ("published", "edtf"),
    [
        ("2016-01-08", "2014-05-25"),  # the year of the story, not that of writing
        ("2014-05-25/2016-03-31", "2014-05-25"),  # nor whichever it was in which the text was written
        ("2014-05-27", "2014-05-25"),
    ],
)
def test_a_day_just_named_with_its_year_gives_it_to_the_next_one(published: str, edtf: str) -> None:
    text = "Am 24. Mai 2014 kam sie an. Am 25. Mai traf sie den Minister."
    assert [date.edtf for date in dates(text, annotate(text, published))][1:] == [edtf]
