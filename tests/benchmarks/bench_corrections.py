"""What corrections cost: `python -m tests.benchmarks.bench_corrections [--documents N] [--words N] [--corrections N]`.

For a generated corpus it prints the seconds of a build with one document more, the best of some: without corrections,
and with so many that are spread over as many documents as there are; each build in a process of its own, one of each in
turn. The documents are the same both times, for what one costs depends on how many events it touches. What the second
takes longer is what replaying the corrections costs.
"""

import argparse
import shutil
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import cycle, islice
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa

from core import journal, store
from core.anchors import anchor
from core.corrections import anchoring
from core.corrections.kept import FILE
from core.corrections.model import (
    ActorKindIs,
    ActorName,
    ActorReference,
    Checked,
    Decision,
    EventDate,
    EventPlace,
    EventStatus,
    EventType,
    Line,
    NotEvent,
    Participants,
    Party,
    SameEvent,
)
from core.tables import read_arrow, typed_rows
from tests.benchmarks.articles import articles
from tests.benchmarks.bench_build import measured, write

_NOON = datetime(2026, 11, 29, 12, tzinfo=UTC)
_TRIES = 3
_BAR = 2.0  # seconds that replaying 1,000 corrections on 10,000 documents may add


def decisions(tables: dict[str, pa.Table]) -> Iterator[Decision]:
    """Decisions of each kind in turn, about one claim of each document after the other, and about who is in it."""
    texts = dict(zip(tables["texts"]["doc_id"].to_pylist(), tables["texts"]["text"].to_pylist(), strict=True))
    claims: dict[str, anchoring.ClaimRow] = {}
    for claim in typed_rows(tables["claims"], anchoring.ClaimRow):
        claims.setdefault(claim.doc_id, claim)
    mentions: dict[str, dict[str, Any]] = {}
    for row in tables["mentions"].to_pylist():
        if row["kind"] == "name":
            mentions.setdefault(row["doc_id"], row)
    before = None
    for number, doc_id in enumerate(cycle(sorted(claims.keys() & mentions.keys()))):
        one = (anchoring.claim_anchor(claims[doc_id], texts[doc_id]),)
        row = mentions[doc_id]
        mention = anchor(doc_id, texts[doc_id], row["start"], row["end"])
        who = ActorReference(mention, None, row["actor_id"], row["text"])
        made: tuple[Decision, ...] = (
            EventType(one, "meeting"),
            EventStatus(one, "planned"),
            EventDate(one, "2020-05-05"),
            EventPlace(one, "Wien"),
            Participants(one, (Party(who, "agent"),)),
            Checked(one),
            NotEvent(one),
            ActorName(who, f"Name {number}"),
            ActorKindIs(who, "company"),
            SameEvent(one, before or one),
        )
        before = one
        yield made[number % len(made)]


class Costs(NamedTuple):
    """What builds cost that were measured in turns, so that a machine that gets busy slows all of them."""

    without: list[dict[str, Any]]
    replayed: list[dict[str, Any]]


def one_more(without: Path, replaying: Path) -> Costs:
    """Builds with one document more, of two folders that hold `corpus` and `out`, one after the other."""
    costs = Costs([], [])
    for number in range(_TRIES):
        for folder, builds in ((without, costs.without), (replaying, costs.replayed)):
            text = next(articles(1, seed=1000 + number))[0]
            (folder / "corpus" / f"more{number}.txt").write_text(text, encoding="utf-8")
            builds.append(measured(folder / "corpus", folder / "out", 1))
    return costs


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--words", type=int, default=400)
    parser.add_argument("--corrections", type=int, default=1000)
    parser.add_argument("--workers", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        without, replaying = Path(folder) / "without", Path(folder) / "replaying"
        (without / "corpus").mkdir(parents=True)
        write(without / "corpus", [(text, str(day)) for text, day in articles(options.documents, options.words)])
        cold = measured(without / "corpus", without / "out", options.workers)
        print(f"{options.documents} documents of {options.words} words, from nothing: {cold['seconds']:.1f} s")
        shutil.copytree(without, replaying, symlinks=True)
        located = store.located(replaying / "out")
        assert located is not None
        made = islice(decisions(read_arrow(located)), options.corrections)
        lines = [Line(f"{n:016x}", _NOON, what=one) for n, one in enumerate(made)]
        journal.append(replaying / "corpus" / FILE, lines)
        first = measured(replaying / "corpus", replaying / "out", 1)
        costs = one_more(without, replaying)
    plain, replayed = (min(builds, key=lambda one: float(one["processor"])) for builds in costs)
    for name, run in (("without corrections", plain), ("the corrections come", first), ("with them", replayed)):
        print(f"{name}: {run['seconds']:.2f} s, processor {run['processor']:.2f} s, link {run['stages']['link']:.2f} s")
    added = replayed["processor"] - plain["processor"]
    print(f"{options.corrections} corrections add {added:.2f} s of processor time (bar: {_BAR} s)")


if __name__ == "__main__":
    main()
