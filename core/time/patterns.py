"""The rules of `rules.toml`, compiled.

A pattern is a row of terms: a class of `words.toml` (`month`), one meaning of a class (`unit.Y`), a word in quotes
(`'vor'`), or a part defined in the same file. `|`, `?` and round brackets mean what they mean in regular expressions,
`*` means up to six times; `[ ]` marks the part that becomes the time expression, the rest is context; `name=term` names
a term for the rule's meaning; `!` before a term at the end asks that it does not follow.
"""

import re
from functools import cache
from typing import NamedTuple

from core.time import tokens
from core.time.rulebook import FILE, Rule, rulebook
from core.vocabulary import VocabularyError

_TERM = re.compile(
    r"\s*(?:(?:(?P<group>\w+)=)?(?P<sign>[\[\]()|?*])|(?P<not>!)?(?:(?P<label>\w+)=)?(?:'(?P<word>\w+)'|(?P<name>[\w.-]+)))\s*"
)
_DEPTH = 8
_UP_TO = "{0,6}"
"""What `*` means: bounded, so that a search takes time linear in the text."""


class CompiledRule(NamedTuple):
    """A rule with its pattern over token codes."""

    rule: Rule
    regex: re.Pattern[str]


@cache
def rules() -> tuple[CompiledRule, ...]:
    """All rules, in the file's order: where two fit the same words, the earlier one wins.

    Raises:
        VocabularyError: a pattern names a class that does not exist, or is malformed.
    """
    book = rulebook()
    return tuple(CompiledRule(rule, _compile(rule, book.part)) for rule in book.rule)


def _compile(rule: Rule, parts: dict[str, str]) -> re.Pattern[str]:
    try:
        return re.compile(_translate(rule.pattern, parts, 0))
    except (ValueError, re.error) as error:
        raise VocabularyError(f"core/vocabulary/{FILE}: rule {rule.name!r}: {error}") from error


def _translate(pattern: str, parts: dict[str, str], depth: int) -> str:
    if depth > _DEPTH:
        raise ValueError("parts that contain themselves")
    out, position = [], 0
    while position < len(pattern):
        match = _TERM.match(pattern, position)
        if not match:
            raise ValueError(f"cannot read {pattern[position:]!r}")
        out.append(_term(match, parts, depth))
        position = match.end()
    return "".join(out)


def _term(match: re.Match[str], parts: dict[str, str], depth: int) -> str:
    if sign := match["sign"]:
        opening = f"(?P<{match['group']}>" if match["group"] else "(?:"
        return {"[": "(?P<span>", "]": ")", "(": opening, "*": _UP_TO}.get(sign, sign)
    part = parts.get(match["name"])
    inner = _codes(match) if part is None else f"(?:{_translate(part, parts, depth + 1)})"
    if match["not"]:
        return f"(?!{inner})"
    return f"(?P<{match['label']}>{inner})" if match["label"] else inner


def _codes(match: re.Match[str]) -> str:
    if word := match["word"]:
        return tokens.code(tokens.literal(word))
    kind, _, value = match["name"].partition(".")
    codes = tokens.codes_of(kind, value or None)
    if not codes:
        raise ValueError(f"there is no class {match['name']!r}")
    return f"[{codes}]"
