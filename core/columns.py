"""The tables and their columns, each written once: type, whether it may be empty, which values it has, what it says.

`python -m core.columns > core/TABLES.md` writes what readers read of it.
"""

from collections.abc import Mapping
from typing import NamedTuple, get_args

import pyarrow as pa

from core import model

_TEXT, _DAY, _INT, _FLOAT, _FLAG, _LIST = (
    pa.string(),
    pa.date32(),
    pa.int64(),
    pa.float64(),
    pa.bool_(),
    pa.list_(pa.string()),
)
_NAMES = {_TEXT: "text", _DAY: "day", _INT: "integer", _FLOAT: "number", _FLAG: "yes/no", _LIST: "list of texts"}


class Column(NamedTuple):
    """A column: the type of its values, what they say, whether one may be missing, and which there are if few."""

    type: pa.DataType
    says: str
    optional: bool = False
    values: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        """The kind of its values, in words."""
        return _NAMES[self.type]


class Table(NamedTuple):
    """A table: what a row is, and its columns in order."""

    row: str
    columns: Mapping[str, Column]

    @property
    def schema(self) -> pa.Schema:
        """The columns as Arrow knows them."""
        return pa.schema([pa.field(name, one.type, nullable=one.optional) for name, one in self.columns.items()])


_DOCUMENT = Column(_TEXT, "the document")
_EVENT = Column(_TEXT, "the event")
_CLAIM = Column(_TEXT, "the claim")
_ACTOR = Column(_TEXT, "the actor")
_SPAN = {"doc_id": _DOCUMENT, "start": Column(_INT, "where it begins"), "end": Column(_INT, "where it ends")}
_QUOTED = Column(_TEXT, "the characters that stand there")
_DATES = {
    "date_edtf": Column(_TEXT, "when it was, as EDTF; `../` or `/..` where one end is open", optional=True),
    "date_start": Column(_DAY, "the first possible day", optional=True),
    "date_end": Column(_DAY, "the last possible day", optional=True),
    "date_precision": Column(_TEXT, "how exact a date is; a bound has none", True, get_args(model.Precision)),
    "date_basis": Column(_TEXT, "what it rests on", values=get_args(model.DateBasis)),
    "date_source": Column(_TEXT, "where exactly it comes from", True, get_args(model.DateSource)),
}
_PLACE = Column(_TEXT, "where it was", optional=True)
_TYPE = Column(_TEXT, "its type: the name of a file in `core/vocabulary/event_types/`")
_STATUS = Column(_TEXT, "whether it happened", values=get_args(model.Status))

DECISIONS = (
    *("not_event", "checked", "type", "status", "date", "place", "participants", "title", "same_event", "other_event"),
    *("new_actor", "name", "kind", "country", "role", "no_actor", "same_actor", "other_actor"),
    *("doc_title", "doc_day", "doc_outlet"),
)
"""The kinds of people's decisions, as they stand in `corrections.jsonl`; `core.corrections.model` has them."""

TABLES: Mapping[str, Table] = {
    "documents": Table(
        "a text, with what is known about it",
        {
            "doc_id": Column(_TEXT, "its id: its file's path without the ending, or the `id` of its record or article"),
            "file": Column(_TEXT, "the name of its file"),
            "sha256": Column(_TEXT, "a hash of its bytes"),
            "title": Column(_TEXT, "its title; made from the text where none is given"),
            "outlet": Column(_TEXT, "who published it", optional=True),
            "url": Column(_TEXT, "where it stands", optional=True),
            "language": Column(_TEXT, "its language (ISO 639); only German is read"),
            "translated_from": Column(_TEXT, "the language that it was translated from", optional=True),
            "published": Column(_TEXT, "when it was published, as EDTF", optional=True),
            "published_start": Column(_DAY, "the first possible day of that", optional=True),
            "published_end": Column(_DAY, "the last possible day of that", optional=True),
            "published_basis": Column(_TEXT, "how that is known", values=get_args(model.PublishedBasis)),
            "published_evidence": Column(_TEXT, "the same in a sentence, in English", optional=True),
            "published_reasons": Column(
                _TEXT, "what that sentence is made of, as JSON: codes of `time/reasons.toml` and values", optional=True
            ),
            "n_chars": Column(_INT, "its characters"),
            "n_words": Column(_INT, "its words"),
            "author": Column(_TEXT, "who wrote it", optional=True),
            "bundle": Column(_TEXT, "the name of its file, where that holds several texts", optional=True),
            "page": Column(_TEXT, "the page that it was printed on", optional=True),
            "author_basis": Column(_TEXT, "how the author is known", values=get_args(model.KnownBasis)),
            "outlet_basis": Column(_TEXT, "how the outlet is known", values=get_args(model.KnownBasis)),
        },
    ),
    "segments": Table(
        "a stretch of a text that is of one kind",
        {**_SPAN, "kind": Column(_TEXT, "its kind; boilerplate is not read", values=get_args(model.SegmentKind))},
    ),
    "mentions": Table(
        "a stretch that stands for an actor",
        {
            **_SPAN,
            "text": _QUOTED,
            "actor_id": Column(_TEXT, "whom it stands for"),
            "kind": Column(_TEXT, "how it does", values=get_args(model.MentionKind)),
        },
    ),
    "times": Table(
        "a time expression (TIMEX3)",
        {
            **_SPAN,
            "text": _QUOTED,
            "type": Column(_TEXT, "its type", values=get_args(model.TimexType)),
            "value": Column(_TEXT, "its value, by the rules of TIMEX3"),
            "date_start": Column(_DAY, "the first day that it means", optional=True),
            "date_end": Column(_DAY, "the last day that it means", optional=True),
        },
    ),
    "claims": Table(
        "one stretch of one source that asserts one event",
        {
            "claim_id": Column(_TEXT, "its id"),
            "event_id": _EVENT,
            **_SPAN,
            "quote": _QUOTED,
            "trigger_start": Column(_INT, "where the word begins that tells of the event"),
            "trigger_end": Column(_INT, "where it ends"),
            "type": _TYPE,
            "status": _STATUS,
            **_DATES,
            "place": _PLACE,
            "attributed_to": Column(_TEXT, "the actor who says so", optional=True),
            "confidence": Column(_FLOAT, "how often such a claim is right in every part, from 0 to 1"),
            "rule": Column(_TEXT, "what found it, and each reason to doubt it"),
            "topic": Column(_TEXT, "what it is about, in the words of its quote", optional=True),
        },
    ),
    "events": Table(
        "a happening: all claims about it",
        {
            "event_id": Column(_TEXT, "its id, after its earliest report"),
            "type": _TYPE,
            "status": _STATUS,
            "title": Column(_TEXT, "its title, in German: where it can be, what happened in the words of a source"),
            "title_en": Column(
                _TEXT,
                "its title in English, but for words of persons and sources (in “”): who did what to whom, and where",
            ),
            **_DATES,
            "place": _PLACE,
            "place_en": Column(_TEXT, "the place in English, where that is another name", optional=True),
            "n_claims": Column(_INT, "its claims"),
            "n_documents": Column(_INT, "its sources; copies of one text are one"),
            "confidence": Column(_FLOAT, "how likely a source is right that agrees with the surest one, from 0 to 1"),
            "has_discrepancy": Column(_FLAG, "whether two of its claims contradict one another on a point"),
        },
    ),
    "participants": Table(
        "an actor's part in a claim",
        {
            "claim_id": _CLAIM,
            "event_id": _EVENT,
            "actor_id": _ACTOR,
            "role": Column(_TEXT, "the part", values=get_args(model.Role)),
        },
    ),
    "date_evidence": Table(
        "words that a claim's date rests on, in the claim's document or another",
        {
            "claim_id": _CLAIM,
            "event_id": _EVENT,
            **_SPAN,
            "text": _QUOTED,
            "part": Column(_TEXT, "what they are to the date", values=get_args(model.EvidencePart)),
        },
    ),
    "figures": Table(
        "a number that a claim gives",
        {
            "claim_id": _CLAIM,
            "event_id": _EVENT,
            **_SPAN,
            "text": _QUOTED,
            "kind": Column(_TEXT, "what it counts: a kind or unit of `core/vocabulary/figures.toml`, or *count*"),
            "unit": Column(_TEXT, "of a *count* the noun", optional=True),
            "low": Column(_FLOAT, "the least that it can mean"),
            "high": Column(_FLOAT, "the most; empty where that is open, as of `mehr als 200`", optional=True),
        },
    ),
    "actors": Table(
        "a person, state, organisation, military body, company, medium or place that acts",
        {
            "actor_id": Column(_TEXT, "its id"),
            "name": Column(_TEXT, "its name, in German where it has one"),
            "name_en": Column(_TEXT, "its name in English, where that is another one", optional=True),
            "aliases": Column(_LIST, "other names"),
            "kind": Column(_TEXT, "its kind", values=get_args(model.ActorKind)),
            "country": Column(_TEXT, "its state (ISO 3166, three letters)", optional=True),
            "role": Column(_TEXT, "what a person is or does", optional=True),
            "role_en": Column(_TEXT, "the same in English, where that is known", optional=True),
            "member_of": Column(_LIST, "the actors that it belongs to"),
            "wikidata_id": Column(_TEXT, "what Wikidata calls it", optional=True),
            "n_mentions": Column(_INT, "its mentions"),
            "n_claims": Column(_INT, "the claims that it takes part in"),
            "n_documents": Column(_INT, "the sources that mention it; copies of one text are one"),
            "first_date": Column(_DAY, "the first day of a dated event that it takes part in", optional=True),
            "last_date": Column(_DAY, "the last day of one", optional=True),
        },
    ),
    "discrepancies": Table(
        "a point on which two claims of an event differ",
        {
            "event_id": _EVENT,
            "field": Column(_TEXT, "the point: date, place, status, or what a number counts"),
            "claim_a": Column(_TEXT, "one claim"),
            "claim_b": Column(_TEXT, "the other"),
            "value_a": Column(_TEXT, "what one says"),
            "value_b": Column(_TEXT, "what the other says"),
            "relation": Column(
                _TEXT,
                "how the two differ: both cannot be right, a later one knows more, or one is less exact",
                values=get_args(model.Difference),
            ),
            "start_a": Column(_INT, "where the words begin that say so in the text of the one", optional=True),
            "end_a": Column(_INT, "where they end", optional=True),
            "start_b": Column(_INT, "where the words begin that say so in the text of the other", optional=True),
            "end_b": Column(_INT, "where they end", optional=True),
        },
    ),
    "candidates": Table(
        "two events of different texts that are perhaps one: alike in kind and parties, and a few days apart",
        {
            "event_a": Column(_TEXT, "the earlier event"),
            "event_b": Column(_TEXT, "the later one"),
            "claim_a": Column(_TEXT, "the first claim that dates the earlier"),
            "claim_b": Column(_TEXT, "the first that dates the later"),
            "shared": Column(_LIST, "the actors that take part in both"),
            "days_apart": Column(_INT, "the days between them"),
            "place": Column(_TEXT, "whether they name one place", values=("same", "other", "unknown")),
        },
    ),
    "notes": Table(
        "a remark for the reader's margin, such as a translation slip",
        {
            **_SPAN,
            "kind": Column(_TEXT, "its kind"),
            "text": Column(_TEXT, "the remark, in English"),
            "text_de": Column(_TEXT, "the same in German"),
        },
    ),
    "copies": Table(
        "a text most of which stands in an earlier one",
        {
            "doc_id": _DOCUMENT,
            "original": Column(_TEXT, "the earlier document"),
            "similarity": Column(_FLOAT, "the share of it that stands there, from 0 to 1"),
        },
    ),
    "corrections": Table(
        "a person's decision, and one thing that it is about; what was taken back is not there",
        {
            "correction_id": Column(_TEXT, "the decision: the `id` of its line in `corrections.jsonl`"),
            "at": Column(_TEXT, "when it was made, in UTC"),
            "by": Column(_TEXT, "who made it", optional=True),
            "why": Column(_TEXT, "for which reason", optional=True),
            "field": Column(_TEXT, "what is decided", values=DECISIONS),
            "value": Column(_TEXT, "the value that it has by that", optional=True),
            "machine": Column(
                _TEXT,
                "the value that it has without, where it is looked up; of a date it may be a bound, as in `date_edtf`",
                optional=True,
            ),
            "was": Column(_TEXT, "what the tables said when it was made", optional=True),
            "parties": Column(
                _TEXT,
                "the actors that these three name, as JSON: by the column, lists of `name` and `role`",
                optional=True,
            ),
            "state": Column(
                _TEXT,
                "what became of it: it holds, a later one does, the words are gone that it held on to, nothing",
                values=("applied", "overridden", "without_anchor", "no_effect"),
            ),
            "doc_id": Column(_TEXT, "the document that it is anchored in", optional=True),
            "quote": Column(_TEXT, "the words there that it is anchored in", optional=True),
            "claim_id": Column(_TEXT, "the claim that it is about, also one that is none by that", optional=True),
            "event_id": Column(_TEXT, "the event of that", optional=True),
            "actor_id": Column(_TEXT, "the actor that it is about", optional=True),
        },
    ),
    # The last file: what the offsets count in, so that the tables can be read without the corpus at hand.
    "texts": Table(
        "the text that the offsets count in", {"doc_id": _DOCUMENT, "text": Column(_TEXT, "all of its characters")}
    ),
}


def markdown() -> str:
    """The tables for readers."""
    parts = ["# The tables\n\nMade by `python -m core.columns`; [the paper on core](README.md#the-tables) says more."]
    for name, table in TABLES.items():
        parts.append(f"## `{name}`\n\nA row is {table.row}.")
        parts.append("| column | type | what it says |\n|---|---|---|\n" + "\n".join(map(_line, table.columns.items())))
    return "\n\n".join(parts) + "\n"


def _line(named: tuple[str, Column]) -> str:
    name, column = named
    optional = ", may be empty" if column.optional else ""
    values = f": {', '.join(f'*{value}*' for value in column.values)}" if column.values else ""
    return f"| `{name}` | {column.kind}{optional} | {column.says}{values} |"


if __name__ == "__main__":
    print(markdown(), end="")
