"""A briefing tells what people corrected apart from what sources say."""

from datetime import datetime

from core.corrections.model import EventPlace, EventStatus, Title, in_force
from dashboard.asking import anchored
from dashboard.asking.corpus import Corpus
from dashboard.asking.decisions import pending
from dashboard.scenes.corrected import corrected
from dashboard.words.dates import day
from dashboard.words.i18n import speaking
from tests.dashboard.correcting.conftest import Place, told


def said(corpus: Corpus, words: str, language: str = "de") -> str:
    with speaking(language):
        return corrected(corpus, told(corpus, words))


def test_a_corrected_field_says_who_when_and_what_the_machine_had_before_and_after_the_build(here: Place) -> None:
    before = here.corpus()
    words = "Angela Merkel besuchte am 5. Mai"
    claims = anchored.event(before, told(before, words))
    assert said(before, words) == ""
    here.say(EventPlace(claims, "Lyon"), Title(claims, "Merkel in Lyon"))
    here.build()
    with speaking("de"):
        today = day(datetime.now().astimezone().date(), "medium")
    line = said(here.corpus(), words)
    assert line == f"Von Hand berichtigt (Eva, {today}): Ort (maschinell: Paris), Titel"
    here.say(EventStatus(claims, "denied"))
    now = here.corpus()
    waiting = now.corrected(pending(now.tables, in_force(here.lines())))
    assert "Status" in said(waiting, words)
    assert "Place (the machine: Paris)" in said(waiting, words, "en")
    assert said(now, "Karl Quandtmaier reiste") == ""
