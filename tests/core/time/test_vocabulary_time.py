"""What a colleague is told whose entry cannot be used."""

import pytest

from core import vocabulary
from core.time import lexicon, occasions, patterns, rulebook
from core.vocabulary import VocabularyError

RULE = """
[part]
det = "article"
[[rule]]
name = "mine"
type = "DATE"
pattern = "{pattern}"
meaning = "month"
"""


@pytest.mark.parametrize(
    ("pattern", "wrong"),
    [("[mnth]", "no class 'mnth'"), ("[month", "unterminated subpattern"), ("[month] %", "cannot read '%'")],
)
def test_a_broken_pattern(monkeypatch: pytest.MonkeyPatch, pattern: str, wrong: str) -> None:
    book = vocabulary.parse(RULE.format(pattern=pattern), rulebook.RuleBook, "time/rules.toml")
    monkeypatch.setattr(patterns, "rulebook", lambda: book)
    with pytest.raises(VocabularyError, match=rf"rules\.toml: rule 'mine': .*{wrong}"):
        patterns.rules.__wrapped__()


def test_a_word_in_two_classes(monkeypatch: pytest.MonkeyPatch) -> None:
    classes = lexicon.WordClasses(words={"month": {"1": ["Januar"]}, "weekday": {"1": ["Januar"]}})
    monkeypatch.setattr(vocabulary, "load", lambda *_: classes)
    with pytest.raises(VocabularyError, match=r"weekday\.1: 'Januar' stands twice"):
        lexicon.senses.__wrapped__()


def test_a_holiday_with_two_rules() -> None:
    with pytest.raises(VocabularyError, match="Fest: give exactly one of date, easter, advent, weekday"):
        vocabulary.parse(
            '[[day]]\nforms = ["Fest"]\ndate = "01-01"\neaster = 1', lexicon.Holidays, "time/holidays.toml"
        )


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        ("series.0.held.0.when", 'happening = []\n[[series]]\nid = "x"\nheld = [{ when = "im Mai" }]'),
        ("happening.0.when", 'series = []\n[[happening]]\nwhen = "im Mai"'),
    ],
)
def test_an_occasion_without_a_date(entry: str, text: str) -> None:
    text = f'era = []\n{text}\nlabel = "x"\nlabel_de = "x"\nnames = ["x"]\n'
    with pytest.raises(VocabularyError, match=rf"occasions\.toml: {entry}: .*'im Mai'"):
        vocabulary.parse(text, occasions.Occasions, "time/occasions.toml")
