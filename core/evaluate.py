"""Scores a set of tables against hand-made gold events.

A gold event and a claim of the same document match when they share at least half of the shorter of the two stretches,
and the claim is no longer than 600 characters or twice the gold's quote. Each document's gold and claims are paired
one to one, so that the sum of the pairs' scores is the largest possible. On the pairs, type, status and date are
right or wrong, and participants are counted; an exact hit has the right type, the right date and a participant F1 of
at least 0.5. Gold of another tier than the one asked for, or marked optional, is neutral: a claim paired with it counts
neither for nor against.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import pandas as pd
import yaml
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, TypeAdapter, ValidationError
from scipy.optimize import linear_sum_assignment

from core.actors.words import slug
from core.errors import LagebildError
from core.model import Interval
from core.tables import Tables
from core.time import edtf

_SHARED = 0.5  # of the shorter stretch, of the dates' union, of the participants
_LONGEST_CLAIM = 600  # characters
_STATUS_WEIGHT = 0.5  # in choosing pairs; type, date and participants weigh 1 each
_UNDATED = ("document", "unknown")


class GoldError(LagebildError):
    """Gold that cannot be read or does not fit the tables; the message names the file or entry and the mend."""


_Edtf = Annotated[str, BeforeValidator(edtf.as_text), AfterValidator(edtf.checked)]


class GoldEvent(BaseModel):
    """One event that a careful reader finds; `doc` is a document's id or how it begins."""

    model_config = ConfigDict(frozen=True)  # gold may hold remarks of its own

    doc: str
    tier: int
    type: str
    alt_type: str | None = None
    date: _Edtf | None
    alt_date: _Edtf | None = None
    status: str
    actors: tuple[str, ...]
    quote: str
    optional: bool = False

    @property
    def dates(self) -> tuple[str | None, ...]:
        """The dates that count as right; None stands for `the text gives none`."""
        return (self.date, self.alt_date) if "alt_date" in self.model_fields_set else (self.date,)


@dataclass(frozen=True, slots=True)
class Scores:
    """Counts, and shares from 0 to 1 rounded to three places."""

    gold: int
    predicted: int
    precision: float
    recall: float
    f1: float
    type: float
    status: float
    date: float
    participants_f1: float
    exact_f1: float


class Evaluation(NamedTuple):
    """The scores, the gold that no claim matched, and the claims (document id, type, quote) that match no gold."""

    scores: Scores
    missed: tuple[GoldEvent, ...]
    extra: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class _Pair:
    """How well a claim renders a gold event that it matches."""

    type: bool
    status: bool
    date: bool
    right: int  # participants that both name
    surplus: int
    lacking: int

    @property
    def participants_f1(self) -> float:
        return _f1(_share(self.right, self.right + self.surplus), _share(self.right, self.right + self.lacking))

    @property
    def score(self) -> float:
        return 1 + self.type + self.date + self.participants_f1 + _STATUS_WEIGHT * self.status

    @property
    def exact(self) -> bool:
        return self.type and self.date and self.participants_f1 >= _SHARED


def read_gold(path: Path) -> tuple[GoldEvent, ...]:
    """The gold events of a YAML file.

    Raises:
        GoldError: the file is missing or no YAML, or an entry lacks a field or has a wrong one.
    """
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        return TypeAdapter(tuple[GoldEvent, ...]).validate_python(content)
    except FileNotFoundError as error:
        raise GoldError(f"{path}: does not exist; name a YAML file with gold events") from error
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"{path}: cannot be read ({error}); name a YAML file in UTF-8") from error
    except yaml.YAMLError as error:
        raise GoldError(f"{path}: no valid YAML ({' '.join(str(error).split())}); correct it") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = "; ".join(f"entry {part + 1}" if isinstance(part, int) else str(part) for part in first["loc"])
        raise GoldError(f"{path}: {where or 'file'}: {first['msg']}; correct it") from error


def evaluate(gold: Sequence[GoldEvent], tables: Tables, tier: int | None = None) -> Evaluation:
    """Score the tables' claims in the gold's documents.

    Args:
        gold: the events to be found.
        tables: a set that is in order (see `core.check`).
        tier: score the gold of this tier alone; None for all.

    Raises:
        GoldError: a gold event's document is not in the tables, or its quote not in the document.
    """
    claims = _claims(tables)
    names = _names(tables.actors)
    pairs: list[_Pair] = []
    missed: list[GoldEvent] = []
    extra: list[tuple[str, str, str]] = []
    wanted = predicted = 0
    for doc_id, events in _by_document(gold, tables).items():
        scored = [event for event in events if not event.gold.optional and tier in (None, event.gold.tier)]
        neutral = [event for event in events if event not in scored]
        said = claims.get(doc_id, [])
        chosen = _assign([[_pair(event, claim, names) for claim in said] for event in (*scored, *neutral)])
        hits = {i: pair for i, _, pair in chosen if i < len(scored)}
        taken = {j for _, j, _ in chosen}
        pairs.extend(hits.values())
        missed.extend(event.gold for i, event in enumerate(scored) if i not in hits)
        extra.extend((doc_id, claim.type, claim.quote) for j, claim in enumerate(said) if j not in taken)
        wanted += len(scored)
        predicted += len(said) - (len(chosen) - len(hits))
    return Evaluation(_scores(pairs, wanted, predicted), tuple(missed), tuple(extra))


class _Placed(NamedTuple):
    """A gold event and where its quote stands in the document."""

    gold: GoldEvent
    start: int
    end: int


class _Claim(NamedTuple):
    """A claim with what is scored of it."""

    start: int
    end: int
    quote: str
    type: str
    status: str
    dates: tuple["_Dated", "_Dated"]  # its own and its event's
    actors: frozenset[str]


class _Dated(NamedTuple):
    interval: Interval | None
    basis: str


def _by_document(gold: Sequence[GoldEvent], tables: Tables) -> dict[str, list[_Placed]]:
    """The gold events by document id, in the order of the ids."""
    texts = dict(sorted(zip(tables.texts["doc_id"], tables.texts["text"], strict=True)))
    placed: dict[str, list[_Placed]] = {doc_id: [] for doc_id in texts}
    for event in gold:
        doc_id = next((doc_id for doc_id in texts if doc_id.startswith(event.doc)), None)
        if doc_id is None:
            raise GoldError(f"the gold's document `{event.doc}` is not in the tables; build the corpus it was made for")
        start = texts[doc_id].find(event.quote)
        if start < 0:
            raise GoldError(f"the gold's quote is not in document `{doc_id}`: {event.quote!r}; correct the quote")
        placed[doc_id].append(_Placed(event, start, start + len(event.quote)))
    return {doc_id: events for doc_id, events in placed.items() if events}


def _claims(tables: Tables) -> dict[str, list[_Claim]]:
    """The claims by document id."""
    actors = tables.participants.groupby("claim_id")["actor_id"].agg(frozenset).to_dict()
    events = {str(row["event_id"]): _dated(row) for row in tables.events.to_dict("records")}
    claims: dict[str, list[_Claim]] = {}
    for row in tables.claims.to_dict("records"):
        claim = _Claim(
            start=row["start"],
            end=row["end"],
            quote=row["quote"],
            type=row["type"],
            status=row["status"],
            dates=(_dated(row), events[row["event_id"]]),
            actors=actors.get(row["claim_id"], frozenset()),
        )
        claims.setdefault(row["doc_id"], []).append(claim)
    return claims


def _dated(row: Mapping[Hashable, Any]) -> _Dated:
    """The days of a row; what goes on from a day on begins on it, and what has a last day alone has no date."""
    if pd.isna(row["date_start"]):
        return _Dated(None, row["date_basis"])
    end = row["date_start"] if pd.isna(row["date_end"]) else row["date_end"]
    return _Dated(Interval(row["date_start"], end), row["date_basis"])


def _names(actors: pd.DataFrame) -> dict[str, str]:
    """Actor ids by everything that the actor is called, in the form of an id."""
    ids: dict[str, str] = {}
    for actor_id, name, aliases in zip(actors["actor_id"], actors["name"], actors["aliases"], strict=True):
        for called in (name, actor_id, *aliases):
            ids.setdefault(slug(called), actor_id)
    return ids


def _known_as(actor: str, names: Mapping[str, str]) -> str:
    """The tables' id for an actor of the gold, whose family name may come first there."""
    family_first = "-".join(reversed(actor.split("-")))
    return names.get(actor, names.get(family_first, actor))


def _pair(event: _Placed, claim: _Claim, names: Mapping[str, str]) -> _Pair | None:
    """How well the claim renders the event; None where they are not about the same stretch."""
    gold = event.gold
    shared = min(event.end, claim.end) - max(event.start, claim.start)
    length = claim.end - claim.start
    if shared <= 0 or shared / min(len(gold.quote), length) < _SHARED:
        return None
    if length > max(_LONGEST_CLAIM, 2 * len(gold.quote)):
        return None
    wanted = {_known_as(actor, names) for actor in gold.actors}
    return _Pair(
        type=claim.type in (gold.type, gold.alt_type),
        status=claim.status == gold.status,
        date=any(_agree(value, dated) for value in gold.dates for dated in claim.dates),
        right=len(wanted & claim.actors),
        surplus=len(claim.actors - wanted),
        lacking=len(wanted - claim.actors),
    )


def _agree(gold: str | None, dated: _Dated) -> bool:
    """Whether the intervals share at least half of their union; a gold without date wants none from the text."""
    if gold is None:
        return dated.interval is None or dated.basis in _UNDATED
    if dated.interval is None:
        return False
    want, got = edtf.parse(gold), dated.interval
    shared = (min(want.last, got.last) - max(want.first, got.first)).days + 1
    union = (max(want.last, got.last) - min(want.first, got.first)).days + 1
    return shared / union >= _SHARED


def _assign(pairs: Sequence[Sequence[_Pair | None]]) -> list[tuple[int, int, _Pair]]:
    """The one-to-one choice of pairs (row, column, pair) with the highest sum of scores."""
    if not pairs or not pairs[0]:
        return []
    scores = [[pair.score if pair else 0.0 for pair in row] for row in pairs]
    rows, columns = linear_sum_assignment(scores, maximize=True)
    chosen = ((int(i), int(j), pairs[i][j]) for i, j in zip(rows, columns, strict=True))
    return [(i, j, pair) for i, j, pair in chosen if pair]


def _scores(pairs: Sequence[_Pair], wanted: int, predicted: int) -> Scores:
    precision, recall = _share(len(pairs), predicted), _share(len(pairs), wanted)
    right = sum(pair.right for pair in pairs)
    named = right + sum(pair.surplus for pair in pairs)
    needed = right + sum(pair.lacking for pair in pairs)
    exact = sum(pair.exact for pair in pairs)
    return Scores(
        gold=wanted,
        predicted=predicted,
        precision=round(precision, 3),
        recall=round(recall, 3),
        f1=round(_f1(precision, recall), 3),
        type=round(_share(sum(pair.type for pair in pairs), len(pairs)), 3),
        status=round(_share(sum(pair.status for pair in pairs), len(pairs)), 3),
        date=round(_share(sum(pair.date for pair in pairs), len(pairs)), 3),
        participants_f1=round(_f1(_share(right, named), _share(right, needed)), 3),
        exact_f1=round(_f1(_share(exact, predicted), _share(exact, wanted)), 3),
    )


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
