"""The day of writing, told from posts with known terms, and from how far a text says an occasion is."""

from datetime import date

import pytest

from core import vocabulary
from core.time import estimate, posts
from core.vocabulary import VocabularyError


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("ÖBB-Chef Christian Kern lobte die Züge.", date(2010, 6, 1), date(2016, 5, 31)),
        ("Laut Siemens-Chef Löscher läuft das Geschäft.", date(2007, 7, 1), date(2013, 7, 31)),
        ("Handelskommissarin Cecilia Malmström lobte den Entwurf.", date(2014, 11, 1), date(2019, 11, 30)),
        ("Zum 70. Jahrestag des Kriegsendes sprach der Präsident.", date(2014, 11, 1), date(2015, 11, 30)),
        ("Zwei Wochen nach dem Anschlag von Hanau trauern viele.", date(2020, 2, 26), date(2020, 3, 11)),
        ("Zwei Wochen vor Beginn der Fußball-EM in Polen wird gebaut.", date(2012, 5, 18), date(2012, 6, 1)),
        ("Die Amokfahrt von Graz erschüttert alle. Am 20. Juni starben drei.", date(2015, 6, 20), date(2016, 5, 31)),
        ("Wenige Wochen vor dem Brexit-Referendum wird gestritten.", date(2016, 3, 23), date(2016, 6, 23)),
        ("Kurz nach dem Anschlag von Hanau trauern viele.", date(2020, 2, 19), date(2020, 5, 21)),
        ("Die 28 EU-Staaten streiten über Fischquoten.", date(2013, 7, 1), date(2020, 1, 31)),
        ("Slowakei übernimmt am 1. Juli die EU-Präsidentschaft.", date(2015, 7, 1), date(2017, 9, 30)),
        ("Im laufenden Jahr 2018 soll der Umsatz steigen.", date(2018, 1, 1), date(2018, 12, 31)),
        ("Im Vorjahr (2018) waren es weniger.", date(2019, 1, 1), date(2019, 12, 31)),
        ("Im nächsten Jahr (2018) soll es losgehen.", date(2017, 1, 1), date(2017, 12, 31)),
    ],
)
def test_what_bounds_the_day_on_both_sides(text: str, first: date, last: date) -> None:
    assert estimate(text).interval == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "Ex-ÖBB-Chef Christian Kern lobte die Züge.",
        "Der damalige Siemens-Chef Löscher lobte das Geschäft.",
        "Der designierte ORF-Chef Roland Weißmann lobte das Haus, Vize-VW-Chef Diess auch.",
        "Der zurückgetretene VW-Chef Winterkorn lobte die Autos.",
        "Im Jahr 2012 lobte Siemens-Chef Löscher das Geschäft.",
        "Siemens-Chefin Löscher-Huber lobte das Geschäft.",
        "Nach dem Brexit-Referendum wollen viele Banken London verlassen.",
        "Nach den Olympischen Spielen in London wird er aufhören.",
        "Das Spiel ist aus. Es wurde lange beraten und viel gesagt, was hier nicht steht. " * 6
        + "Zwei Wochen nach dem Anschlag von Hanau trat er zurück.",
        "In diesem Jahr 1989 fiel die Grenze.",
        "Die Kommunalwahl in Bayern ist am Sonntag, im März wird gewählt.",
        "Im selben Jahr 2015 war viel los.",
        "Im Jahr 2015 waren es mehr, im Vorjahr (2014) waren es weniger.",
        "Viele wünschen sich den Sturz Assads.",
        "Der Kurznachrichtendienst Twitter wurde in X umbenannt.",
        "Im Jahr 1990 gab es Erdbeben in Nepal.",
    ],
)
def test_what_bounds_it_on_one_side_or_none(text: str) -> None:
    assert estimate(text).interval is None


@pytest.mark.parametrize(
    ("post", "wrong"),
    [
        ('of = ["Muster"]\ntitles = ["Musterchef"]\nholders = ["Lea Muster 2001/2003"]', "exactly one of titles, of"),
        ('of = ["Muster"]\nholders = ["Lea Muster 2001"]', "is no term; write 'Name begin/end'"),
        ('of = ["Muster"]\nholders = ["Lea Muster 2003/2001"]', "ends before it begins"),
    ],
)
def test_a_post_that_cannot_be_used(post: str, wrong: str) -> None:
    with pytest.raises(VocabularyError, match=rf"posts\.toml: post\.0.*: .*{wrong}"):
        vocabulary.parse(f'heads = ["Chef"]\n[[post]]\n{post}\n', posts.Posts, "time/posts.toml")
