import re

import pytest

from core import time
from core.model import Reason, Why
from dashboard.words import i18n, retelling
from dashboard.words.vocabulary import vocabulary


@pytest.fixture(params=["de", "en"])
def lang(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    for module in (i18n, retelling):
        monkeypatch.setattr(module, "language", lambda: request.param)
    return str(request.param)


ISHIBA = Reason("office_term", {"text": "Premierminister Ishiba", "first": "2024-10-01", "last": "2025-10-21"})
SUMMIT = {"occasion": "the NATO summit", "held": "2023-07-11/2023-07-12"}
WHYS = [
    (
        Why(
            "between",
            {"first": "2025-04-09", "last": "2025-04-13"},
            (ISHIBA, Reason("week_of_day", {"text": "dieser Woche", "month_day": "04-09"})),
        ),
        "Zwischen 09.04.2025 und 13.04.2025: „Premierminister Ishiba“ ist im Amt von 01.10.2024 bis"
        " 21.10.2025; „dieser Woche“ ist die Woche um den 9. April.",
        "Between 9 Apr 2025 and 13 Apr 2025: “Premierminister Ishiba” is in office from 1 Oct 2024 to"
        " 21 Oct 2025; “dieser Woche” is the week of 9 April.",
    ),
    (
        Why(
            "not_before",
            {"day": "2023-05-01"},
            (Reason("occasion_past", SUMMIT),),
            (Reason("to_come", {"text": "Juni; und {mehr}"}),),
        ),
        "Nicht vor 01.05.2023, und nichts sagt, wie lange danach: vorbei ist: NATO-Gipfel (11.–12. Juli 2023);"
        " dagegen: „Juni; und {mehr}“ wird als kommend erwähnt.",
        "Not before 1 May 2023, and nothing tells how long after: the NATO summit (11–12 Jul 2023) is past;"
        " against it: “Juni; und {mehr}” is spoken of as to come.",
    ),
    (
        Why("nothing"),
        "Nichts im Text sagt, in welchem Jahr er geschrieben wurde.",
        "Nothing in the text tells the year it was written in.",
    ),
    (Why("given", {"file": "sources.toml"}), "angegeben in sources.toml", "given in sources.toml"),
    (Why("of another vocabulary"), "A sentence.", "A sentence."),
]


@pytest.mark.parametrize(("why", "german", "english"), WHYS)
def test_what_a_date_rests_on_is_told_in_the_language_of_the_interface(
    lang: str, why: Why, german: str, english: str
) -> None:
    said = retelling.retold(why, "A sentence.").replace("\u2009", "")
    assert said == (german if lang == "de" else english)


@pytest.mark.parametrize("lang", ["de"], indirect=True)
@pytest.mark.usefixtures("lang")
def test_nothing_stays_english_that_a_build_says_of_a_date() -> None:
    text = (
        "Im Juni traf die NATO auf ihrem Gipfel in Madrid zusammen. Am 3. Mai 2022 sprach der Minister. "
        "Im kommenden Herbst wird gewählt. Der NATO-Gipfel wird in dieser Woche beginnen. Am Montag, dem 9. Mai kam er."
    )
    why = time.estimate(text).why
    assert not {"the", "is", "and", "of"} & set(retelling.retold(why, "").split())


@pytest.mark.parametrize("lang", ["de"], indirect=True)
@pytest.mark.usefixtures("lang")
def test_eras_are_named_in_the_language_too() -> None:
    era = vocabulary("time/occasions.toml")["era"][0]
    why = Why("not_before", {"day": "2010-01-01"}, (Reason("era_since", {"era": era["label"], "first": "2010-01-01"}),))
    assert era["label_de"] in retelling.retold(why, "")


def test_each_language_fills_in_the_same_values() -> None:
    for part in ("sentence", "reason"):
        for template in vocabulary("time/reasons.toml")[part].values():
            names = [set(re.findall(r"\{(\w+)\}", text)) for text in template.values()]
            assert names[0] == names[1]
