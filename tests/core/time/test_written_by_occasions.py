"""The day of writing, told from well-known occasions and from years beside the text's own."""

from datetime import date

import pytest

from core.time import estimate


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Er hofft, die US-Präsidentschaftswahl am 8. November zu gewinnen.", date(2015, 12, 1), date(2016, 11, 8)),
        ("Vor der Bundestagswahl am Sonntag werben im September 2013 alle.", date(2013, 9, 15), date(2013, 9, 29)),
        ("Irmgard Griss will bei der Bundespräsidentenwahl im kommenden Jahr antreten.", date(2015, 1, 1), None),
        ("Der Hypo-U-Ausschuss befragte am Montag Zeugen.", date(2014, 9, 1), date(2017, 1, 31)),
        ("Im Rathaus wurde 70 Jahre nach Kriegsende der Opfer gedacht.", date(2014, 11, 1), date(2016, 5, 31)),
        ("Im April stieg die Quote gegenüber April 2014 um 2 Prozent.", date(2015, 4, 1), date(2015, 10, 31)),
        ("Heuer wächst der Umsatz um 2 Prozent, 2016 soll er um 3 Prozent wachsen.", date(2015, 1, 1), None),
        ("In diesem Jahr kamen viele. Der Andrang wird auch 2016 anhalten.", date(2015, 1, 1), date(2015, 12, 31)),
        ("Wir sehen nun, im Jahr 2016, wieder lange Schlangen.", date(2016, 1, 1), date(2016, 12, 31)),
    ],
)
def test_what_bounds_the_day_on_both_sides(text: str, first: date, last: date | None) -> None:
    interval = estimate(text).interval
    assert interval is not None
    assert interval.first == first
    assert interval.last == (last or date(first.year, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        "Der ehemalige Hypo-U-Ausschuss befragte Zeugen.",
        "Die Brexit-Abstimmung beschäftigte den Rat.",
        "Heuer wächst der Umsatz um 2 Prozent, bis 2030 soll er sich verdoppeln.",
        "Im April 2014 wurde gewählt. Im April wurde gefeiert.",
    ],
)
def test_what_bounds_it_on_one_side_or_none(text: str) -> None:
    assert estimate(text).interval is None


def test_a_month_of_this_year_is_of_the_year_of_writing() -> None:
    text = "Im Jahr 2016 soll gebaut werden. Am 3. Mai 2015 wurde geplant. Im Oktober dieses Jahres wurde gegraben."
    assert estimate(text).interval == (date(2015, 10, 1), date(2016, 12, 31))
