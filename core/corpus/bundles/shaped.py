"""Divides a bundle at heads of the same shape: labels with their values, or a line with an outlet and a day."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from core.corpus.bundles import articles, days, vocabulary
from core.corpus.bundles.articles import Article, Fields
from core.corpus.bundles.lines import LABEL, Line, Reader, is_rule
from core.corpus.bundles.marked import Divided

_FEWEST_WORDS = 12  # of the body of an article, where no vendor's words tell that it is one
_ARTICLE_WORDS = 60
_MOSTLY = 0.9  # of the articles of a bundle have a headline without a stop, and a body
_LONGEST_OUTLET = 80
_LONGEST_SOURCE = 160
_LONG_RULE = 10  # signs of a rule below which a day alone makes a head
_BELOW_RULE = 4  # lines from a rule to a day that belongs to the head below it


class Group(NamedTuple):
    """The lines from `first` to before `end` that tell of one article, and what they say.

    `body` is the beginning of the text where it stands on the line of its label.
    """

    first: int
    end: int
    fields: Fields
    body: Line | None = None


_Place = Literal["above", "below headline", "foot"]
"""Where the groups stand: above headline and body, between the two, or below the body."""


def by_labels(lines: Sequence[Line], reader: Reader, fewest: int) -> Divided | None:
    """Divided at runs of labels that tell title or outlet and day of an article, `fewest` of them at least."""
    return _divided(lines, list(_labelled(lines, reader)), reader, fewest)


def by_sources(lines: Sequence[Line], reader: Reader, fewest: int) -> Divided | None:
    """Divided at lines that tell outlet and day of an article, such as `Musterzeitung vom 22.11.2023, S. 5`."""
    lines = [line for line in lines if not reader.is_cover(line)]
    labelled = list(reader.labelled(lines, foot=True))
    groups = list(_sourced(lines, labelled, any_outlet=fewest == 1))
    begun = [n for n, group in enumerate(groups) if n and _begins(lines, labelled, group, groups[n - 1], reader)]
    return _divided(lines, [groups[n] for n in (0, *begun)] if begun else groups, reader, fewest)


def heads(lines: Sequence[Line], reader: Reader) -> list[str]:
    """The lines of a text that could each be of the head of an article, with an article's words below them."""
    groups = list(_sourced(lines, list(reader.labelled(lines, foot=True)), any_outlet=False))
    ends = [group.first for group in groups[1:]] + [len(lines)]
    return [
        lines[group.first].text
        for group, end in zip(groups, ends[: len(groups)], strict=True)
        if sum(line.text.count(" ") + 1 for line in lines[group.end : end]) >= _ARTICLE_WORDS
    ]


def _begins(lines: Sequence[Line], labelled: Sequence[str], group: Group, before: Group, reader: Reader) -> bool:
    """Whether the foot of another article or a rule stands above a group; others may be quoted in a body."""
    n = group.first - 1
    above = lines[max(before.end, group.first - _BELOW_RULE) : group.first]
    return bool(labelled[n]) or reader.is_copyright(lines[n]) or any(map(is_rule, above))


def _labelled(lines: Sequence[Line], reader: Reader) -> Iterator[Group]:
    signs = list(reader.labelled(lines, foot=True))
    n = 0
    while n < len(lines):
        label = reader.label(lines[n]) if signs[n] == LABEL else None
        if label is None or label.meaning in ("foot", "text"):
            n += 1
            continue
        first, body, titled = n, None, False
        while n < len(lines) and signs[n] and body is None:
            label = reader.label(lines[n]) if signs[n] == LABEL else None
            if label and label.meaning == "headline":
                if titled:  # the next article's, below one without a body
                    break
                titled = True
            n += 1
            if label and label.meaning == "text":
                body = Line(label.value, apart=True, indented=False)
        fields = Fields()
        fields.add_labels(lines[first:n], reader)
        known = fields.known()
        if "published" in known and (fields.first("headline") or "outlet" in known):
            yield Group(first, n, fields, body if body and body.text else None)


def _sourced(lines: Sequence[Line], labelled: Sequence[str], any_outlet: bool) -> Iterator[Group]:
    names = vocabulary.load().outlet
    rule = -_BELOW_RULE - 1  # where the last long one stands
    n = 0
    while n < len(lines):
        line, first = lines[n], n
        n += 1
        if is_rule(line):
            rule = first if len(line.text) >= _LONG_RULE else rule
        if len(line.text) > _LONGEST_SOURCE or labelled[first]:
            continue
        text = " ".join(line.text.split())
        fields = Fields()
        if source := days.source_line(text):
            if not any_outlet and not source.page and not names.search(source.outlet):
                continue
            fields.add("source", text)
        elif len(text) <= _LONGEST_OUTLET and n < len(lines) and names.search(text) and days.in_line(lines[n].text):
            fields.add("outlet", text)
            fields.add("date", lines[n].text)
            n += 1
            if n < len(lines) and days.page_in(lines[n].text) and days.whole_page(lines[n].text):
                fields.add("page", lines[n].text)
                n += 1
        elif 1 < first - rule <= _BELOW_RULE and days.in_line(text):
            fields.add("date", text)
        else:
            continue
        yield Group(first, n, fields)


def _divided(lines: Sequence[Line], groups: Sequence[Group], reader: Reader, fewest: int) -> Divided | None:
    if len(groups) < fewest:
        return None
    place = _place(lines, groups)
    if place is None:
        return None
    pieces = list(_articles(lines, groups, place, reader))
    few = 0 if fewest == 1 else _FEWEST_WORDS
    while pieces and pieces[0].words < min(few, 1):  # a table of contents tells of the same articles
        pieces = pieces[1:]
    if len(pieces) < fewest:
        return None
    are_titles = all(group.fields.first("headline") for group in groups) or _mostly(
        articles.is_title(each.headline) for each in pieces
    )
    if not (are_titles and all(each.is_told_of for each in pieces) and _mostly(each.words >= few for each in pieces)):
        return None
    return Divided(tuple(each.extracted() for each in pieces), len(pieces), 0)


def _place(lines: Sequence[Line], groups: Sequence[Group]) -> _Place | None:
    if all(group.fields.first("headline") for group in groups):
        return "above"
    last = groups[-1]
    if last.end == len(lines) and groups[0].first > 1:
        return "foot"
    below = _mostly(group.first > 0 and articles.is_title(lines[group.first - 1].text) for group in groups)
    above = _mostly(group.end < len(lines) and articles.is_title(lines[group.end].text) for group in groups)
    if below and not (above and groups[0].first == 0):
        return "below headline"
    return "above" if above else None


def _mostly(each: Iterable[bool]) -> bool:
    true = list(each)
    return sum(true) >= _MOSTLY * len(true)


def _articles(lines: Sequence[Line], groups: Sequence[Group], place: _Place, reader: Reader) -> Iterator[Article]:
    """The article of each group."""
    befores: list[Group | None] = [None, *groups[:-1]]
    if place == "foot":
        for before, group in zip(befores, groups, strict=True):
            yield _article(lines[before.end if before else 0 : group.first], group, reader)
        return
    starts = [
        _start(lines, group, before) if place == "below headline" else group.first
        for before, group in zip(befores, groups, strict=True)
    ]
    for group, start, end in zip(groups, starts, [*starts[1:], len(lines)], strict=True):
        opening = [group.body] if group.body else []
        yield _article([*lines[start : group.first], *opening, *lines[group.end : end]], group, reader)


def _start(lines: Sequence[Line], group: Group, before: Group | None) -> int:
    """Where the headline above a group begins: below a rule, or else with the last paragraph."""
    top = max(before.end if before else 0, group.first - _BELOW_RULE)
    for n in range(group.first - 1, top - 1, -1):
        if is_rule(lines[n]):
            return n + 1
    start = group.first - 1
    while start > top and not lines[start].apart:
        start -= 1
    return start


def _article(chunk: Sequence[Line], group: Group, reader: Reader) -> Article:
    """The article of which a group tells; its first paragraph is the headline where no label is."""
    while chunk and is_rule(chunk[0]):
        chunk = chunk[1:]
    chunk = _without_codes(chunk, reader)
    end = articles.foot(chunk, 0, reader)
    group.fields.add_labels(chunk[end:], reader)
    if group.fields.first("headline"):
        return articles.article(group.fields, "", (), chunk[:end])
    first = articles.headline_end(chunk[:end])
    headline = " ".join(" ".join(line.text for line in chunk[:first]).split())
    return articles.article(group.fields, headline, (), chunk[first:end])


def _without_codes(chunk: Sequence[Line], reader: Reader) -> Sequence[Line]:
    """The lines of a body whose second paragraph a code of its own may open ("TD")."""
    for n, line in enumerate(chunk):
        if reader.form.code.fullmatch(line.text) and (label := reader.label(line)) and label.meaning == "text":
            return [*chunk[:n], *([line._replace(text=label.value)] if label.value else ()), *chunk[n + 1 :]]
    return chunk
