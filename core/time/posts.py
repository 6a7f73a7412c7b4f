"""Posts that are no offices of state (`posts.toml`): who led a company, a team or a mission, and when."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Annotated, NamedTuple

from pydantic import AfterValidator, Field, model_validator

from core import vocabulary
from core.model import Interval, OfficeMention
from core.time import edtf
from core.time.writing import words
from core.vocabulary import Entry


class _Term(NamedTuple):
    name: str
    days: Interval | None
    """None where it has not ended; then `begins` alone is known."""
    begins: date


def _term(written: str) -> _Term:
    """A holder of a post, written `Name begin/end`."""
    name, _, days = written.rpartition(" ")
    begin, _, end = days.partition("/")
    if not (name and begin and end):
        raise ValueError(f"{written!r} is no term; write 'Name begin/end'")
    begins = edtf.parse(edtf.checked(begin)).first
    if end == "..":
        return _Term(name, None, begins)
    ends = edtf.parse(edtf.checked(end)).last
    if ends < begins:
        raise ValueError(f"{written!r} ends before it begins")
    return _Term(name, Interval(begins, ends), begins)


def _checked(written: tuple[str, ...]) -> tuple[str, ...]:
    for one in written:
        _term(one)
    return written


class Post(Entry):
    """A post with its holders: called by `titles`, or by what is led (`of`) with each of the words for a head of it."""

    titles: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    holders: Annotated[tuple[str, ...], Field(min_length=1), AfterValidator(_checked)]

    @model_validator(mode="after")
    def _is_named(self) -> "Post":
        if bool(self.titles) == bool(self.of):
            raise ValueError("give exactly one of titles, of")
        return self


class Posts(Entry):
    """The file `posts.toml`."""

    heads: tuple[str, ...] = Field(min_length=1)
    post: tuple[Post, ...]


class _Sought(NamedTuple):
    """A post as it is looked for: words of which its text has one, and the form of a title with its holder."""

    id: str
    hints: tuple[str, ...]
    pattern: re.Pattern[str]
    terms: tuple[_Term, ...]


def mentions(text: str) -> Iterator[OfficeMention]:
    """The holders of posts that a text names with the post (`OMV-Chef Seele`), with the span of their terms."""
    for post in _sought():
        if not any(hint in text for hint in post.hints):
            continue
        for match in post.pattern.finditer(text):
            held = [term for term in post.terms if match["name"] in {term.name, _surname(term.name)}]
            before = text[max(0, match.start() - _BEFORE) : match.start()].rstrip(" -").lower()
            if _NOT_YET.search(before):
                continue
            former = before.endswith(words().former)
            begins = min(term.begins for term in held)
            ends = max((term.days.last for term in held if term.days), default=None)
            if any(term.days is None for term in held):
                ends = None
            who = held[0].name
            yield OfficeMention(match.start(), match.end(), match[0], who, post.id, begins, ends, former)


_BEFORE = 30
"""Characters before a title that are looked at."""
_NOT_YET = re.compile(r"(?:designiert|künftig|zukünftig|kommend|nächst|möglich|stellvertretend)e[nmrs]?$|\bvize$")
"""Right before a title: who does not hold the post yet, or not this one."""


def _surname(name: str) -> str:
    """A name without the first word of it: `van Aken` of `Jan van Aken`."""
    return name.partition(" ")[2] or name


@cache
def _sought() -> tuple[_Sought, ...]:
    """The posts.

    Raises:
        VocabularyError: the file breaks its model.
    """
    known = vocabulary.load("time/posts.toml", Posts)
    return tuple(_pattern(post, known.heads) for post in known.post)


def _pattern(post: Post, heads: tuple[str, ...]) -> _Sought:
    titles = post.titles or tuple(f"{of}-{head}" for of in post.of for head in heads)
    terms = tuple(map(_term, post.holders))
    names = {form for term in terms for form in (term.name, _surname(term.name))}
    called = "|".join(re.escape(title) for title in sorted(titles, key=len, reverse=True))
    named = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    pattern = re.compile(rf"\b(?:{called})(?:in|s|n)?\s+(?P<name>{named})s?(?![\w-])")
    hints = tuple(f"{of}-" for of in post.of) or post.titles
    return _Sought(titles[0], hints, pattern, terms)
