"""A briefing as it is handed out: what each stop shows, in words ready to be set, with pictures and sources."""

import hashlib
from typing import Literal

import msgspec

from core.anchors import Anchor

Kind = Literal["event", "passages", "timeline", "network", "text"]


class Passage(msgspec.Struct, frozen=True):
    """A quote between the words around it.

    `source` says whose it is and of when, `known` what the passage says of the event and how its date is known.
    `text_sha256` is that of the whole text that it was quoted from, empty where that is gone. `footnote` says where in
    which text it is. `stands` is whether the quote stands in its text; `url` leads to it where its text has an address.
    """

    anchor: Anchor
    before: str
    after: str
    source: str
    known: str
    text_sha256: str
    footnote: str
    stands: bool = True
    url: str | None = None


class Picture(msgspec.Struct, frozen=True):
    """A drawing as SVG, and what it shows for those who do not see it."""

    svg: str
    alt: str


class Section(msgspec.Struct, frozen=True):
    """What a stop shows.

    `facts` are short ones below the title: type and status, the date and how it is known, the place. `parties` says who
    takes part, `corrected` what of that people have corrected, each in a line. `differences` say on what its sources
    differ, `words` are those of whoever made the stop, `missing` says what of it is gone.
    """

    kind: Kind
    title: str
    facts: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()
    differences: tuple[str, ...] = ()
    words: str = ""
    picture: Picture | None = None
    legend: str = ""
    missing: str = ""
    parties: str = ""
    corrected: str = ""


class CitedSource(msgspec.Struct, frozen=True):
    """A document that is quoted: title, what is known of it in a line, its file and its address."""

    doc_id: str
    title: str
    about: str
    file: str
    url: str | None = None


class Words(msgspec.Struct, frozen=True):
    """The words that a handout is set with, in its language; `{…}` are filled in."""

    as_of: str  # {day}
    contents: str
    sources: str
    differences: str
    in_the_source: str
    gone: str
    check: str
    page: str  # {page}, {pages}


class Handout(msgspec.Struct, frozen=True):
    """A briefing: its title, the day of its making in words, language (ISO 639), sections, sources, and words."""

    title: str
    as_of: str
    language: str
    sections: tuple[Section, ...]
    sources: tuple[CitedSource, ...]
    words: Words

    @property
    def passages(self) -> tuple[Passage, ...]:
        """All passages, in order: the numbers of their footnotes count from 1."""
        return tuple(passage for section in self.sections for passage in section.passages)


def sha256(text: str) -> str:
    """What a text is known by."""
    return hashlib.sha256(text.encode()).hexdigest()
