"""The small values that pass between the stages: text -> segments -> sentences -> times, mentions -> claims.

All offsets are Python string indices (code points) into the document's text as it is read (`Reading`), which nearly
always is how it is stored, and in the tables into the text exactly as stored; end exclusive;
all date intervals are closed: `first` and `last` are the first and the last possible day.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from hashlib import sha256
from typing import Literal, NamedTuple

import msgspec

SegmentKind = Literal[
    "headline", "kicker", "body", "caption", "byline", "dateline", "agency", "embargo", "correction", "boilerplate"
]
HEADINGS: frozenset[SegmentKind] = frozenset({"headline", "kicker"})
"""Kinds of segments that stand above what they tell in short."""
HEAD_LINES: frozenset[SegmentKind] = frozenset({"byline", "dateline"})
"""Kinds of segments that name persons and places, and tell of nothing."""
UNREAD: frozenset[SegmentKind] = frozenset({"agency", "embargo", "correction", "boilerplate"})
"""Kinds of segments that nothing is looked for in."""
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
MentionKind = Literal["name", "alias", "title", "pronoun", "metonym"]
ActorKind = Literal["person", "state", "organisation", "military", "company", "media", "place"]
Status = Literal["occurred", "ongoing", "planned", "possible", "denied"]
Role = Literal["agent", "partner", "target", "topic", "speaker"]
Precision = Literal["day", "week", "month", "season", "quarter", "half", "year", "decade", "century", "interval"]
DateBasis = Literal["text", "context", "document", "correction", "unknown"]
DateSource = Literal["whole", "partial", "carried", "event", "writing", "person"]
"""Where a date comes from: the sentence says the whole of it; the sentence says a part, such as a day or a weekday, and
the day of writing or a date named before gives the rest; a sentence before; another claim of the same event; the day of
writing alone, which bounds it; a person who corrected it."""
EvidencePart = Literal["expression", "anchor", "writing"]
"""What the characters of a piece of evidence give: the words that say the date, the date that these are counted from,
or what the day of writing is known from."""
Difference = Literal["contradiction", "update", "precision"]
"""How two claims of one event differ on a point: both cannot be right; the later one knows more; one says it more
roughly than the other."""
PublishedBasis = Literal["metadata", "inferred", "unknown"]
KnownBasis = Literal["metadata", "text", "unknown"]
"""What the author and the outlet of a text are known from: `sources.toml` or its file, a line of the text, nothing."""


class Interval(NamedTuple):
    """A closed interval of days; both ends belong to it."""

    first: date
    last: date

    def meets(self, other: "Interval") -> bool:
        """Whether the two have a day in common."""
        return self.first <= other.last and other.first <= self.last


@dataclass(frozen=True, slots=True)
class Document:
    """One text of the corpus with what `sources.toml` and its file say about it."""

    doc_id: str
    file: str
    sha256: str
    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str = "de"
    translated_from: str | None = None
    published: str | None = None  # EDTF, from metadata alone
    published_from: str = "sources.toml"  # the file that says so
    author: str | None = None
    bundle: str | None = None  # the file that it is one text of
    page: str | None = None


class Reading(NamedTuple):
    """A text as the analysis reads it.

    `starts` and `ends` say of each of its characters which stretch of the stored text it is read from; both are empty
    where it is read as it is stored. `breaks` are the places in it where a line ends within a word.
    """

    text: str
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    breaks: tuple[int, ...] = ()

    @property
    def unchanged(self) -> bool:
        """Whether the text is read as it is stored."""
        return not self.starts

    def stored(self, start: int, end: int) -> tuple[int, int]:
        """The smallest stretch of the stored text that an interval of the text as read is read from."""
        if self.unchanged:
            return start, end
        if start >= end:
            place = self.starts[start] if start < len(self.starts) else self.ends[-1]
            return place, place
        return self.starts[start], self.ends[end - 1]


class Segment(NamedTuple):
    """A stretch of the text with the part it plays in the document."""

    start: int
    end: int
    kind: SegmentKind


class Known(NamedTuple):
    """Something that is known about a text, or None, and what it is known from."""

    value: str | None
    basis: KnownBasis


class Token(NamedTuple):
    """A word or sign. `tag` is its STTS part of speech, `lemma` its base form (verbs: infinitive, nouns: singular)."""

    start: int
    end: int
    text: str
    lemma: str
    tag: str


class Arc(NamedTuple):
    """A token's place in a dependency parse: the index of its head (the root is its own) and its TIGER label."""

    head: int
    label: str


class Sentence(NamedTuple):
    """A sentence of one segment; tokens hold no white space. `arcs`, one a token, are empty where nothing parsed it."""

    start: int
    end: int
    kind: SegmentKind
    tokens: tuple[Token, ...]
    arcs: tuple[Arc, ...] = ()


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression. `value` is TIMEX3; `interval` is None where the value names no calendar days.

    `anchor` says what the value was computed from: "explicit", "published", "inferred", "context" or "".
    """

    start: int
    end: int
    text: str
    type: TimexType
    value: str
    interval: Interval | None = None
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that stands for an actor.

    `actor_id` is an id of the vocabulary or, for an actor that no vocabulary knows, one local to the document
    until the documents are linked.
    """

    start: int
    end: int
    text: str
    actor_id: str
    kind: MentionKind


class OfficeMention(NamedTuple):
    """A person named together with an office (`Premierminister Ishiba`), with the term of that office.

    `former` is true where the text says so (`der frühere Premierminister Kishida`): the text is then later than the
    term's begin, and probably than its end. `begins` and `ends` are None where the term is open.
    """

    start: int
    end: int
    text: str
    actor_id: str
    office: str
    begins: date | None
    ends: date | None
    former: bool


class Reason(msgspec.Struct, frozen=True, omit_defaults=True):
    """One reason as data: a template of `time/reasons.toml` by its name, and what it is filled with.

    Days are in ISO's form, `month_day` is `04-09`; `occasion` and `era` are English labels of `time/occasions.toml`,
    and `held` is when the occasion was, where only one is meant.
    """

    code: str
    values: dict[str, str] = {}


class Why(msgspec.Struct, frozen=True, omit_defaults=True):
    """Why a text is taken to have been written when it was, as data: a sentence, reasons, and those against it."""

    code: str
    values: dict[str, str] = {}
    reasons: tuple[Reason, ...] = ()
    against: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Published:
    """When a document was written: an EDTF value, its closed interval, and what that rests on.

    `evidence` is one plain sentence with the quoted words, made from `why`; `spans` are where those words stand.
    """

    edtf: str | None
    interval: Interval | None
    basis: PublishedBasis
    evidence: str
    spans: tuple[tuple[int, int], ...] = ()
    why: Why | None = None


class Saying(NamedTuple):
    """A stretch of text that is somebody's word: in quotation marks (direct) or retold.

    `actor_id` is None where nobody is named who says it, or nobody that is an actor. Then `unnamed` says that the text
    tells of somebody all the same (`ein Sprecher`, `die Polizei`), and not by a name or a pronoun.
    """

    start: int
    end: int
    actor_id: str | None
    direct: bool = False
    unnamed: bool = False


class Participant(NamedTuple):
    """An actor's part in a claim."""

    actor_id: str
    role: Role


class NamedParty(msgspec.Struct, frozen=True):
    """An actor's part in an event for people, by the name that the tables give to it."""

    name: str
    role: Role

    def __str__(self) -> str:
        return f"{self.name} ({self.role})"


def in_words(parties: Iterable[NamedParty]) -> str:
    """The actors of an event in one line."""
    return "; ".join(map(str, parties))


class DateEvidence(NamedTuple):
    """A stretch of the document that a date rests on, with its words and what these give."""

    start: int
    end: int
    text: str
    part: EvidencePart


class ClaimDate(NamedTuple):
    """When a claim's or an event's happening was: EDTF, the closed interval, how fine it is, and what it rests on."""

    edtf: str
    interval: Interval
    precision: Precision
    basis: DateBasis
    source: DateSource = "whole"
    evidence: tuple[DateEvidence, ...] = ()


class Bounds(NamedTuple):
    """Between which days a happening was that no source dates; None is an open end.

    The day of writing bounds what is told (`basis` "document"), and so do words such as `ab` and `spätestens` ("text").
    A bound is no date: claims are not joined by it.
    """

    first: date | None
    last: date | None
    basis: DateBasis
    source: DateSource
    evidence: tuple[DateEvidence, ...] = ()

    def meets(self, other: "Bounds | Interval") -> bool:
        """Whether the two allow a day in common."""
        return (self.first or date.min) <= (other.last or date.max) and (other.first or date.min) <= (
            self.last or date.max
        )


class Figure(NamedTuple):
    """A number that a claim gives: where it stands with what it counts, and what that is.

    `unit` is the base form of the noun where the kind is a mere count. The number lies from `low` to `high`, which is
    None where it is open above: `mindestens 49`.
    """

    start: int
    end: int
    text: str
    kind: str
    unit: str | None
    low: float
    high: float | None


RestForm = Literal["predicate", "speech", "sentence", "name", "quote"]
"""The finite verb with what belongs to it, what somebody says, a sentence that needs no subject before it, or no more
than the name of an event."""


class Rest(NamedTuple):
    """What stands behind a subject, or by itself, in a title.

    An `open` one means something that only the text before it says: `Davon hält er wenig`.
    """

    words: str
    form: RestForm
    open: bool = False


class Gist(NamedTuple):
    """What a claim tells in the words of its sentence, for a title.

    `subject` is who or what does it, or who says it, in words; None where only an actor's name stands for that: of
    `actor` or, if that is None, of the one who acts. Where there is no room for the words, the name of `actor` does. Of
    the `rests`, each by itself enough, the first that there is room for is the best, and one that is whole before those
    with dots.
    """

    subject: str | None
    actor: str | None
    rests: tuple[Rest, ...]


Slot = Literal["subject", "object", "dative", "attribute", "oblique"]


class Member(NamedTuple):
    """A noun phrase of an outline: what it is of which clause, in base forms.

    `slot` is what it is there, `object` being one in the accusative or in no certain case; `preposition` stands before
    it. It is the actor `actor`, or `noun` is the base form of its head, `word` the head as it stands: a name that is no
    actor's, or a pronoun. `number` is how many (`105 Millionen`), `plural` tells of several where that is sure,
    `quantifier` the word for how many (`kein`, `viele`), `adjectives` are in base form, or `höher`. It is `joined` to
    the member before by `und`; one that is `touching` stands right behind that, and may be of it. One that is `instead`
    names something that stands for the actor: `die Behörden` for Norway.
    """

    slot: Slot
    preposition: str = ""
    actor: str | None = None
    noun: str = ""
    word: str = ""
    number: str = ""
    plural: bool | None = None
    quantifier: str = ""
    adjectives: tuple[str, ...] = ()
    joined: bool = False
    touching: bool = False
    instead: bool = False


class Outline(NamedTuple):
    """What a clause says, in base forms, so that it can be said in another language.

    `verb` has its particle, and `sich` before it; `time` is that of the verb, `modal` the base form of a modal verb,
    `wouldbe` tells of one in the second subjunctive, `predicate` is the adjective that completes it. `completed` tells
    whether another clause completes it. An `infinitive` has no subject of its own. `hearsay` is what somebody is said
    to have done: `soll getötet haben`. `several` tells whether its finite verb is one of several.
    """

    verb: str
    time: Literal["past", "present", "future"]
    members: tuple[Member, ...]
    modal: str = ""
    wouldbe: bool = False
    passive: bool = False
    negated: bool = False
    predicate: str = ""
    completed: bool = False
    infinitive: bool = False
    hearsay: bool = False
    several: bool | None = None

    def renamed(self, ids: Mapping[str, str]) -> "Outline":
        """The same of actors that go by other ids."""
        named = (one if one.actor is None else one._replace(actor=ids[one.actor]) for one in self.members)
        return self._replace(members=tuple(named))


class Corrected(NamedTuple):
    """What people have decided of a claim (`core.corrections`).

    `found_as` is its type before that, which its id is made from; `fields` are the names of what was corrected.
    `title` is what they call its event, with a number: of several such titles, that with the highest holds.
    """

    found_as: str
    fields: frozenset[str]
    title: tuple[int, str] | None = None


class Claim(msgspec.Struct, frozen=True):
    """One stretch of one source that asserts one event.

    `date` is when that was, as the text tells; `bounds`, where it does not, what can be said all the same. `host` is
    the state that the place is in, or is, where that is known. `keywords` are the base forms of its nouns, in small
    letters, without times and the names of actors; `topic` is the stretch of the quote that says what it is about,
    `gist` what it tells as a sentence by itself, `figures` the numbers that it gives. `headline` tells whether it
    stands in one. `deed` is the base form of the verb or noun that tells of it, `nouns` are the others of its words,
    `themes` those that say what all of the text is about. `outlines` are those of its clause, and of the one that
    completes it. `corrected` is None as long as nobody has decided anything of
    it.
    """

    doc_id: str
    start: int
    end: int
    quote: str
    trigger_start: int
    trigger_end: int
    type: str
    status: Status
    date: ClaimDate | None
    place: str | None
    attributed_to: str | None
    participants: tuple[Participant, ...]
    confidence: float
    rule: str
    keywords: frozenset[str]
    host: str | None = None
    bounds: Bounds | None = None
    topic: str | None = None
    gist: Gist | None = None
    headline: bool = False
    figures: tuple[Figure, ...] = ()
    corrected: Corrected | None = None
    deed: str | None = None
    nouns: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    outlines: tuple[Outline, ...] = ()

    @property
    def interval(self) -> Interval | None:
        """The days on which its event can have been; None where it gives no date."""
        return self.date.interval if self.date else None

    def renamed(
        self,
        doc_id: str,
        participants: tuple[Participant, ...],
        attributed_to: str | None,
        subject: str | None,
        id_of: Callable[[str], str],
    ) -> "Claim":
        """The same claim of a document and of actors that go by these ids; a Struct, as this is done for a corpus.

        `subject` is the actor of its gist, None where that is no actor after all: then there is no gist. `id_of` gives
        the id of those in its outlines, an empty one where that is no actor: then there are no outlines.
        """
        gist = self.gist
        if gist is not None and gist.actor != subject:
            gist = gist._replace(actor=subject) if subject is not None else None
        named = {one.actor: id_of(one.actor) for row in self.outlines for one in row.members if one.actor is not None}
        outlines = self.outlines
        if any(new != old for old, new in named.items()):
            outlines = tuple(row.renamed(named) for row in outlines) if all(named.values()) else ()
        return msgspec.structs.replace(
            self, doc_id=doc_id, participants=participants, attributed_to=attributed_to, gist=gist, outlines=outlines
        )

    @property
    def claim_id(self) -> str:
        """The claim's id, the same whenever the same words of the same document tell of the same type of event.

        A person who corrects the type does not change it.
        """
        type_ = self.corrected.found_as if self.corrected else self.type
        return _claim_id(f"{self.doc_id}|{self.start}|{self.end}|{self.trigger_start}|{type_}")


@lru_cache(1_000_000)  # asked for several times for each claim of a corpus
def _claim_id(key: str) -> str:
    return "c" + sha256(key.encode()).hexdigest()[:12]


class Note(NamedTuple):
    """A remark for the reader's margin: a translation slip with its suggested reading, for example."""

    start: int
    end: int
    kind: str
    text: str
    text_de: str
