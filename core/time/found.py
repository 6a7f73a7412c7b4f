"""A fit of a rule in a row of tokens, as the meanings see it."""

import re
from typing import NamedTuple

from core.time import tense
from core.time.rulebook import Rule
from core.time.tokens import Token

_DIGITS = 9


class Found(NamedTuple):
    """Where a rule fits; `first` and `stop` count tokens, `start` and `end` characters of the text."""

    tokens: list[Token]
    match: re.Match[str]
    rule: Rule

    @property
    def first(self) -> int:
        """Index of the expression's first token."""
        return self.match.start("span")

    @property
    def stop(self) -> int:
        """Index after the expression's last token."""
        return self.match.end("span")

    @property
    def start(self) -> int:
        """Where the expression begins in the text."""
        return self.tokens[self.first].start

    @property
    def end(self) -> int:
        """Where the expression ends in the text."""
        last = self.tokens[self.stop - 1]
        return last.end - (self.rule.without_dot and last.text.endswith("."))

    def token(self, label: str) -> Token | None:
        """The first token under a name of the pattern; None where that part is missing."""
        try:
            first, stop = self.match.span(label)
        except IndexError:
            return None
        return self.tokens[first] if 0 <= first < stop else None

    def has(self, label: str) -> bool:
        """Whether the text has the part under a name."""
        return self.token(label) is not None

    def kind(self, label: str) -> str:
        """The class of the token under a name; empty where missing."""
        token = self.token(label)
        return token.sense.kind if token else ""

    def value(self, label: str) -> str:
        """What the token under a name stands for (in `words.toml`), or its text; empty where missing."""
        token = self.token(label)
        return token.sense.value if token else ""

    def whole(self, label: str, default: int = 0) -> int:
        """The value under a name as a whole number."""
        number = self.number(label)
        return default if number is None else int(number)

    def number(self, label: str) -> float | None:
        """The value under a name as a number; None where missing, no number, or too long for one."""
        value = self.value(label).rstrip(".")
        if self.kind(label) == "number":
            value = value.replace(".", "")
        if not value or len(value) > _DIGITS:
            return None
        try:
            return float(value)
        except ValueError:
            return None

    def before(self, steps: int = 1) -> Token | None:
        """The token so many steps before the expression."""
        index = self.first - steps
        return self.tokens[index] if index >= 0 else None

    def after(self, steps: int = 1) -> Token | None:
        """The token so many steps after the expression."""
        index = self.stop + steps - 1
        return self.tokens[index] if index < len(self.tokens) else None

    def tense(self) -> int:
        """-1 where the clause speaks of the past, 1 of the future, 0 where its words don't tell."""
        return tense.tense(self.tokens, self.first, self.stop)
