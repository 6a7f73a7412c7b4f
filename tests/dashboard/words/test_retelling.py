import re

import pytest

from core.time.written import estimate
from dashboard.words import i18n, retelling
from dashboard.words.vocabulary import vocabulary


@pytest.fixture(params=["de", "en"])
def lang(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    for module in (i18n, retelling):
        monkeypatch.setattr(module, "language", lambda: request.param)
    return str(request.param)


TOLD = [
    (
        "Between 2025-04-09 and 2025-04-13: “Premierminister Ishiba” is in office from 2024-10-01 to 2025-10-21;"
        " “dieser Woche” is the week of 9 April.",
        "Zwischen 09.04.2025 und 13.04.2025: „Premierminister Ishiba“ ist im Amt von 01.10.2024 bis"
        " 21.10.2025; „dieser Woche“ ist die Woche um den 9. April.",
        "Between 9 Apr 2025 and 13 Apr 2025: “Premierminister Ishiba” is in office from 1 Oct 2024 to"
        " 21 Oct 2025; “dieser Woche” is the week of 9 April.",
    ),
    (
        "Not before 2023-05-01, and nothing tells how long after: the NATO summit (2023-07-11/2023-07-12) is past;"
        " against it: “Juni” is spoken of as to come.",
        "Nicht vor 01.05.2023, und nichts sagt, wie lange danach: vorbei ist: NATO-Gipfel (11.–12. Juli 2023);"
        " dagegen: „Juni“ wird als kommend erwähnt.",
        "Not before 1 May 2023, and nothing tells how long after: the NATO summit (11–12 Jul 2023) is past;"
        " against it: “Juni” is spoken of as to come.",
    ),
    (
        "Nothing in the text tells the year it was written in.",
        "Nichts im Text sagt, in welchem Jahr er geschrieben wurde.",
        "Nothing in the text tells the year it was written in.",
    ),
    ("A sentence of someone else's.", "A sentence of someone else's.", "A sentence of someone else's."),
]


@pytest.mark.parametrize(("told", "german", "english"), TOLD)
def test_what_a_date_rests_on_is_told_in_the_language_of_the_interface(
    lang: str, told: str, german: str, english: str
) -> None:
    said = retelling.evidence(told).replace("\u2009", "")
    assert said == (german if lang == "de" else english)


@pytest.mark.parametrize("lang", ["de"], indirect=True)
@pytest.mark.usefixtures("lang")
def test_nothing_stays_english_that_a_build_says_of_a_date() -> None:
    text = (
        "Im Juni traf die NATO auf ihrem Gipfel in Madrid zusammen. Am 3. Mai 2022 sprach der Minister. "
        "Im kommenden Herbst wird gewählt. Der NATO-Gipfel wird in dieser Woche beginnen. Am Montag, dem 9. Mai kam er."
    )
    told = estimate(text).evidence
    assert not {"the", "is", "and", "of"} & set(retelling.evidence(told).split())


def test_each_language_fills_in_the_same_values() -> None:
    for part in ("sentence", "reason"):
        for template in vocabulary("time/reasons.toml")[part].values():
            names = [set(re.findall(r"\{(\w+)\}", text)) for text in template.values()]
            assert names[0] == names[1]
