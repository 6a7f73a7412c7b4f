"""The file `rules.toml`: the kinds of time expression, read and checked."""

import re
from functools import cache

from pydantic import Field

from core import vocabulary
from core.model import TimexType
from core.vocabulary import Entry

FILE = "time/rules.toml"
_QUOTED = re.compile(r"'(\w+)'")


class Example(Entry):
    """A sentence with the expression in [ ], and the value it has for a text published on that day."""

    text: str = Field(pattern=r"\[.+\]")
    value: str
    published: str | None = "2014-07-16"
    type: TimexType | None = None


class Rule(Entry):
    """A kind of expression: what it looks like, and the function of `core.time.meanings` that gives its value."""

    name: str
    type: TimexType
    pattern: str
    meaning: str
    value: str = ""
    without_dot: bool = False
    examples: tuple[Example, ...] = ()


class RuleBook(Entry):
    """The file `rules.toml`."""

    part: dict[str, str]
    rule: tuple[Rule, ...]


@cache
def rulebook() -> RuleBook:
    """The rules as written.

    Raises:
        VocabularyError: the file breaks the model.
    """
    return vocabulary.load(FILE, RuleBook)


@cache
def literals() -> frozenset[str]:
    """The words that rules name in quotes."""
    book = rulebook()
    patterns = [*book.part.values(), *(rule.pattern for rule in book.rule)]
    return frozenset(word for pattern in patterns for word in _QUOTED.findall(pattern))
