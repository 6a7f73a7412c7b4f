"""What stands on pages beside their article, going by the words of `core/vocabulary/pages.toml`."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from core import vocabulary
from core.corpus import lexicon
from core.corpus.paragraphs import CLOSERS
from core.messages import Message

_LONGEST_COOKIE, _LONGEST_PAYWALL, _LONGEST_TEASER, _LONGEST_BUTTON = 600, 200, 160, 40  # characters
_LONGEST_MENU = 100
_SENTENCE_END = re.compile(rf"[.!?…]{CLOSERS}$")
_NUMBER = re.compile(r"\d[\d.,]*")
_WORD = re.compile(r"[A-ZÄÖÜ]?[a-zäöüß]+|[A-ZÄÖÜ]+(?![a-zäöüß])")


class PageWords(vocabulary.Entry):
    """The lists of `pages.toml`; its head says what each is for."""

    article_types: frozenset[str]
    live_types: frozenset[str]
    article_classes: frozenset[str]
    teaser_classes: frozenset[str]
    left_out_classes: frozenset[str]
    byline_classes: frozenset[str]
    headline_classes: frozenset[str]
    live_words: tuple[str, ...]
    cookie_texts: tuple[str, ...]
    cookie_buttons: tuple[str, ...]
    paywall_texts: tuple[str, ...]
    offers: tuple[str, ...]
    teaser_beginnings: tuple[str, ...]
    print_heads: tuple[str, ...]

    def is_cookie_text(self, line: str) -> bool:
        """Whether a line belongs to a consent dialog."""
        return line in self.cookie_buttons or (len(line) <= _LONGEST_COOKIE and _contains(line, self.cookie_texts))

    def is_paywall(self, line: str) -> bool:
        """Whether an article for subscribers breaks off at this line."""
        return len(line) <= _LONGEST_PAYWALL and _contains(line, self.paywall_texts)

    def is_offer(self, line: str) -> bool:
        """Whether a line beside a paywall advertises the subscription."""
        return len(line) <= _LONGEST_PAYWALL and _contains(line, self.offers)

    def is_teaser(self, line: str) -> bool:
        """Whether a line only points to another article."""
        return len(line) <= _LONGEST_TEASER and line.casefold().startswith(self.teaser_beginnings)

    def is_live(self, title: str) -> bool:
        """Whether a title is that of a live blog."""
        return _contains(title, self.live_words)


class Article(NamedTuple):
    """The lines of an article without what is none of it; `paywall` is the line at which it breaks off, or None."""

    lines: tuple[str, ...]
    paywall: str | None


def without_page(lines: Iterable[str]) -> Article:
    """The lines of an article without consent dialogs, offers around a paywall, pointers to other articles."""
    words = load()
    every = tuple(lines)
    walls = [words.is_paywall(line) for line in every]
    kept = [
        line
        for line, wall, beside in zip(every, walls, _offers(every, walls), strict=True)
        if not (wall or beside or words.is_cookie_text(line) or words.is_teaser(line))
    ]
    return Article(tuple(kept), next((line for line, wall in zip(every, walls, strict=True) if wall), None))


def cut_off(paywall: str | None) -> Message | None:
    """The remark on an article that breaks off at a paywall, None where there is none."""
    if paywall is None:
        return None
    return Message("breaks off at a paywall (“{line}”); kept, save the whole article if you may read it", line=paywall)


def _offers(lines: Sequence[str], walls: Sequence[bool]) -> list[bool]:
    """Which lines advertise a subscription: they look like it, and nothing else stands between them and a paywall."""
    words = load()
    alike = [words.is_offer(line) for line in lines]
    offers = [False] * len(lines)
    for order in (range(len(lines)), reversed(range(len(lines)))):
        beside = False
        for i in order:
            beside = walls[i] or (beside and alike[i])
            offers[i] = offers[i] or (beside and not walls[i])
    return offers


def without_navigation(lines: Iterable[str]) -> Iterator[str]:
    """The lines of a printed page without buttons, menus and lists of links, which end with the next sentence."""
    words = lexicon.load()
    listing = False
    for line in lines:
        listing = words.opens_links(line) or (listing and not _SENTENCE_END.search(line))
        menu = len(line) <= _LONGEST_MENU and words.is_boilerplate(" | ".join(line.split()))
        if not (listing or menu or is_button(line)):
            yield line


def is_button(line: str) -> bool:
    """Whether a short line is a button, a link or a sign of a share bar."""
    return len(line) <= _LONGEST_BUTTON and lexicon.load().is_boilerplate(line)


def class_words(names: str) -> Iterator[str]:
    """The words that names of classes are made of: `cookie-banner`, `cookieBanner` and `cookie_banner` have two."""
    return (word.casefold() for word in _WORD.findall(names))


@cache
def load() -> PageWords:
    """The words that ship with Lagebild.

    Raises:
        VocabularyError: the file is wrong.
    """
    return vocabulary.load("pages.toml", PageWords)


def _contains(line: str, words: Iterable[str]) -> bool:
    folded = _NUMBER.sub("#", line.casefold())
    return any(word in folded for word in words)
