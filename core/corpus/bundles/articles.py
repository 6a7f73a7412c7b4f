"""From the lines of one article to its text and what is known about it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from core.corpus.bundles import days, vocabulary
from core.corpus.bundles.heads import Head
from core.corpus.bundles.lines import LABEL, VALUE, Line, Reader, is_rule
from core.corpus.bundles.vocabulary import LABELS
from core.corpus.extracted import Extracted
from core.messages import Message

_LONGEST_FOOT, _LONGEST_NOTES = 120, 12  # lines
_TITLE_WORDS, _HEADLINE_LINES = 25, 3
_NO_TITLE = re.compile(r"[.:;,]$")
_ODD_HEAD = Message(
    "its head has another form than the others'; check its text, and give its title and day in sources.toml"
)


class Article(NamedTuple):
    """One article: its headline, further lines above its body (a summary, say), its body, and what is known about it.

    `known` has keys of `core.corpus.sources.Metadata`.
    """

    headline: str
    lead: tuple[str, ...]
    body: tuple[Line, ...]
    known: Mapping[str, str]

    @property
    def words(self) -> int:
        """How many words its body has."""
        return sum(line.text.count(" ") + 1 for line in self.body)

    @property
    def is_told_of(self) -> bool:
        """Whether a headline and its outlet or day are known, so that its head has been read."""
        return bool(self.headline) and ("outlet" in self.known or "published" in self.known)

    def extracted(self) -> Extracted:
        """The article as a text of its own: the headline, a blank line, and the paragraphs."""
        return Extracted("\n\n".join(filter(None, (self.headline, *self.lead, _joined(self.body)))), self.known)


def odd(lines: Sequence[Line]) -> Extracted:
    """Lines between two articles, of which it is not known what they are."""
    return Extracted(_joined(lines), remark=_ODD_HEAD)


def read(lines: Sequence[Line], head: Head, reader: Reader) -> Article:
    """The article that the lines are from the head's beginning on; its labels may stand above and below its body."""
    labels = _unrepeated(head.parts.get(LABELS, range(0)), lines, reader)
    body = labels.stop if labels and "body" not in head.parts else head.end
    titled = head.parts.get("headline", range(0))
    if titled.stop == body:  # nothing tells where it ends
        body = titled.start + headline_end(lines[titled.start : body])
        titled = range(titled.start, body)
    end = foot(lines, body, reader)
    fields = Fields()
    for part in ("outlet", "date", "page", "source", "language", "author"):
        for n in head.parts.get(part, ()):
            fields.add(part, lines[n].text)
    fields.add_labels(lines[labels.start : labels.stop], reader)
    fields.add_labels(lines[end:], reader)
    titles = lines[titled.start : titled.stop]
    headline, *subheads = _paragraphs(titles) or [""]
    return article(fields, headline, subheads, lines[body:end])


def _unrepeated(labels: range, lines: Sequence[Line], reader: Reader) -> range:
    """The lines up to where a meaning comes again: a body may begin with what looks like a label."""
    meanings: set[str] = set()
    for n in labels:
        label = reader.label(lines[n])
        if label and label.meaning in meanings:
            return range(labels.start, n)
        if label and label.meaning != "other":
            meanings.add(label.meaning)
    return labels


def article(fields: "Fields", headline: str, lead: Sequence[str], body: Sequence[Line]) -> Article:
    """The article of which the labels say so much; a page's running head, the headline once more, is left out."""
    headline = headline or fields.first("headline")
    body = tuple(line for line in body if not (line.after_noise and line.text == headline))
    known = fields.known() | ({"title": headline} if headline else {})
    return Article(headline, (*lead, *fields.every("lead")), body, known)


def foot(lines: Sequence[Line], body: int, reader: Reader) -> int:
    """Where the lines below a body begin: all to the end are labels, rights and rules; `body` is where it begins."""
    first = max(body, len(lines) - _LONGEST_FOOT)
    labelled = list(reader.labelled(lines[first:], foot=True))
    end = len(lines)
    while end > first:
        line = lines[end - 1]
        if not (labelled[end - 1 - first] or is_rule(line) or reader.is_copyright(line)) or _is_above(line, reader):
            break
        end -= 1
    if end < len(lines):
        above = range(max(first, end - _LONGEST_NOTES), end)
        end = next((n for n in above if reader.heads_foot(lines[n])), end)
    return end


def headline_end(lines: Sequence[Line]) -> int:
    """Where the headline that some lines begin with ends: with the paragraph, or, of running text, with the line."""
    end = next((n for n, line in enumerate(lines) if n and line.apart), len(lines))
    return end if end <= _HEADLINE_LINES and all(is_title(line.text) for line in lines[:end]) else min(1, len(lines))


def is_title(text: str) -> bool:
    """Whether a line can be a headline: it is short and has no stop."""
    return text.count(" ") < _TITLE_WORDS and any(map(str.isalpha, text)) and not _NO_TITLE.search(text)


def _is_above(line: Line, reader: Reader) -> bool:
    """Whether a line has a code that stands in a head alone, or opens the body."""
    label = reader.label(line)
    is_code = label is not None and reader.form.label.match(line.text) is None
    return label is not None and (label.meaning == "text" or (is_code and label.meaning != "foot"))


class Fields:
    """What the labels and the lines of a head say, by what it means."""

    def __init__(self) -> None:
        self._values: dict[str, list[str]] = {}

    def add(self, meaning: str, value: str) -> None:
        """Add a value, if it is one; the first that is added for a meaning counts."""
        if folded := " ".join(value.split()):
            self._values.setdefault(meaning, []).append(folded)

    def add_labels(self, lines: Sequence[Line], reader: Reader) -> None:
        """Add what the labels in some lines say, each with the lines up to the next one."""
        meaning, value = "", ""
        for line, sign in zip(lines, reader.labelled(lines, foot=True), strict=True):
            label = reader.label(line) if sign == LABEL else None
            if label:
                self.add(meaning, value)
                meaning, value = label
            elif sign == VALUE:
                value = f"{value} {line.text}"
        self.add(meaning, value)

    def first(self, meaning: str) -> str:
        """The first value of a meaning, or nothing."""
        return next(iter(self._values.get(meaning, ())), "")

    def every(self, meaning: str) -> Sequence[str]:
        """All values of a meaning."""
        return self._values.get(meaning, ())

    def known(self) -> dict[str, str]:
        """The values as `core.corpus.sources.Metadata` has them."""
        sources = [days.source_line(value) or days.source_value(value) for value in self.every("source")]
        language_of = vocabulary.load().language_of
        languages = self.first("language").casefold().replace(",", ";").split(";")
        page = self.first("page")
        outlet = self.first("outlet")
        in_outlet = days.source_value(outlet)  # some say the day there, too
        known = {
            "outlet": (in_outlet.outlet if in_outlet.day else outlet) or _first(source.outlet for source in sources),
            "author": _without_by(self.first("author")),
            "published": days.in_value(self.first("date")) or _first(source.day for source in sources) or in_outlet.day,
            "page": days.whole_page(page)
            or days.page_in(page)
            or _first(source.page for source in sources)
            or in_outlet.page
            or days.page_in(self.first("section")),
            "language": next((language_of[name.strip()] for name in languages if name.strip() in language_of), ""),
            "url": "".join(self.first("url").split()),
        }
        return {key: value for key, value in known.items() if value}


def _first(values: Iterable[str | None]) -> str:
    return next(filter(None, values), "")


def _without_by(author: str) -> str:
    by = vocabulary.load().bundles.lines.bylines
    word, _, name = author.partition(" ")
    return name if name and word.casefold() in {each.casefold() for each in by} else author


def _paragraphs(lines: Iterable[Line]) -> list[str]:
    """The lines as paragraphs, each a line."""
    paragraphs: list[str] = []
    for line in lines:
        text = " ".join(line.text.split())
        if line.apart or not paragraphs:
            paragraphs.append(text)
        else:
            paragraphs[-1] += f" {text}"
    return paragraphs


def _joined(lines: Iterable[Line]) -> str:
    return "".join(("\n\n" if line.apart else "\n") + line.text for line in lines).strip()
