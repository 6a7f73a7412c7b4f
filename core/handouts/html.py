"""A handout as one HTML page that needs nothing else. All that people and sources wrote is text in it, never markup."""

import re
from base64 import b64encode
from html import escape, unescape
from importlib.resources import files

from core.handouts import embedded
from core.handouts.embedded import Embedded, HandoutError
from core.handouts.model import Handout, Passage, Section

_BLOCK = re.compile(rb'<script type="application/json" id="lagebild-quotes">(.*?)</script>', re.DOTALL)


def page(handout: Handout) -> bytes:
    """The page: what it shows, and the block that `lagebild verify` reads."""
    words = handout.words
    number = iter(range(1, len(handout.passages) + 1))
    sections, notes = [], []
    for at, section in enumerate(handout.sections, 1):
        numbered = [(next(number), passage) for passage in section.passages]
        sections.append(_section(at, section, numbered, handout))
        notes += [_footnote(count, passage, words.in_the_source) for count, passage in numbered]
    contents = "".join(
        f'<li><a href="#s{at}">{_line(section.title)}</a></li>' for at, section in enumerate(handout.sections, 1)
    )
    sources = "".join(
        f"<li><b>{_line(source.title)}</b><br>{_line(source.about)} · <code>{_line(source.file)}</code>"
        + (f"<br>{_link(source.url, source.url)}" if source.url else "")
        + "</li>"
        for source in handout.sources
    )
    body = (
        f"<header><h1>{_line(handout.title)}</h1><p>{_line(words.as_of.format(day=handout.as_of))}</p></header>"
        f'<nav aria-label="{escape(words.contents)}"><h2>{_line(words.contents)}</h2><ol>{contents}</ol></nav>'
        f"<main>{''.join(sections)}</main>"
        f"<footer><ol class=notes>{''.join(notes)}</ol>"
        f"<h2>{_line(words.sources)}</h2><ul class=sources>{sources}</ul>"
        f"<p class=check>{_line(words.check)}</p></footer>"
    )
    parts = {
        "{{language}}": escape(handout.language),
        "{{title}}": _line(handout.title),
        "{{style}}": _beside("handout.css"),
        "{{body}}": body,
        "{{block}}": embedded.block(handout).decode(),
    }
    whole = _beside("handout.html")
    # Each part is put in at its own place alone: what stands in one is not looked through for the next.
    pieces = re.split("(" + "|".join(map(re.escape, parts)) + ")", whole)
    return "".join(parts.get(piece, piece) for piece in pieces).encode()


def _section(at: int, section: Section, numbered: list[tuple[int, Passage]], handout: Handout) -> str:
    words = handout.words
    facts = "".join(f"<li>{_line(fact)}</li>" for fact in section.facts)
    differing = "".join(f"<li>{_line(one)}</li>" for one in section.differences)
    parts = [f'<section id="s{at}" class="{section.kind}"><h2>{_line(section.title)}</h2>']
    if facts:
        parts.append(f"<ul class=facts>{facts}</ul>")
    for name, told in (("parties", section.parties), ("corrected", section.corrected)):
        if told:
            parts.append(f"<p class={name}>{_line(told)}</p>")
    if section.missing:
        parts.append(f"<p class=missing>{_line(section.missing)}</p>")
    if section.words:
        parts.append(f"<p class=words>{escape(section.words)}</p>")
    if numbered:
        quotes = "".join(_quote(number, passage, words.gone) for number, passage in numbered)
        parts.append(f"<div class=quotes>{quotes}</div>")
    if differing:
        parts.append(f"<h3>{_line(words.differences)}</h3><ul class=differences>{differing}</ul>")
    if section.picture:
        drawn = b64encode(section.picture.svg.encode()).decode()
        alt = escape(section.picture.alt, quote=True)
        parts.append(f'<figure class=picture><img src="data:image/svg+xml;base64,{drawn}" alt="{alt}">')
        parts.append(f"<figcaption>{_line(section.legend)}</figcaption></figure>")
    return "".join([*parts, "</section>"])


def _quote(number: int, passage: Passage, gone: str) -> str:
    lead = f"<span>… {escape(passage.before)}</span>" if passage.before.strip() else ""
    tail = f"<span>{escape(passage.after)} …</span>" if passage.after.strip() else ""
    name = "mark" if passage.stands else "del"
    said = f"<br>{_line(passage.known)}" if passage.known else ""
    if not passage.stands:
        said += f"<br><strong>{_line(gone)}</strong>"
    return (
        f"<figure><blockquote lang=de>{lead}<{name}>{escape(passage.anchor.quote)}</{name}>{tail}</blockquote>"
        f"<figcaption><cite>{_line(passage.source)}</cite>"
        f'<sup><a id="q{number}" href="#n{number}">{number}</a></sup>{said}</figcaption></figure>'
    )


def _footnote(number: int, passage: Passage, to_source: str) -> str:
    said, link = _line(passage.footnote), f" {_link(passage.url, to_source)}" if passage.url else ""
    return f'<li id="n{number}"><a href="#q{number}" aria-label="↑ {number}">↑</a> {said}{link}</li>'


def _link(url: str, label: str) -> str:
    """A link to the web; what is no address of it stays text."""
    if not url.startswith(("http://", "https://")):
        return _line(label)
    return f'<a href="{escape(url, quote=True)}" rel="noreferrer">{_line(label)}</a>'


def _line(text: str) -> str:
    return escape(" ".join(text.split()))


def _beside(name: str) -> str:
    return (files(__package__) / name).read_text(encoding="utf-8")


def quotes(content: bytes, file: str) -> Embedded:
    """What a page holds for machines.

    Raises:
        HandoutError: it is no handout, or damaged.
    """
    return embedded.read(_BLOCK.findall(content), file)


def words(content: bytes) -> str:
    """The text of a page, as a reader sees it."""
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        raise HandoutError(f"byte {error.start} is not UTF-8") from error
    body = text[text.find("<body") :]
    shown = re.sub(r"<script.*?</script>|<style.*?</style>", " ", body, flags=re.DOTALL)
    return unescape(re.sub(r"<[^>]*>", " ", shown))
