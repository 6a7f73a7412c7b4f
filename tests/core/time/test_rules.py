"""Every rule's own examples, and what a broken rule file is told."""

import re

import pytest

from core.time import annotate
from core.time.meanings import MEANINGS
from core.time.patterns import rules
from core.time.rulebook import Example, rulebook

EXAMPLES = [
    pytest.param(rule.type, example, id=f"{rule.name}: {example.text}")
    for rule in rulebook().rule
    for example in rule.examples
]


@pytest.mark.parametrize(("rule_type", "example"), EXAMPLES)
def test_example(rule_type: str, example: Example) -> None:
    start, end = example.text.index("["), example.text.index("]") - 1
    text = re.sub(r"[\[\]]", "", example.text)
    times = {(time.start, time.end): time for time in annotate(text, example.published)}
    assert (start, end) in times, [text[a:b] for a, b in times]
    assert times[start, end].value == example.value
    assert times[start, end].type == (example.type or rule_type)


def test_each_rule_has_examples_and_each_meaning_a_rule() -> None:
    for compiled in rules():
        assert compiled.rule.examples, compiled.rule.name
    assert {compiled.rule.meaning for compiled in rules()} == MEANINGS.keys()
