"""A small corpus that decisions are made about, built for real, and what its tables say."""

from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from core.actors import knowledge
from core.build import BuildReport, build
from core.check import breaches
from core.corrections import anchoring, kept
from core.corrections.model import ActorReference, ClaimAnchor, Decision, Line
from core.tables import read_arrow
from tests.core.engine.small_corpus import LATER_VISIT, NAMESAKE, STRANGER, VISIT, Folder, placed

TEXTS = {"a.txt": VISIT, "b.txt": STRANGER, "c.txt": NAMESAKE, "d.txt": LATER_VISIT}


class Corpus(NamedTuple):
    """A corpus folder and the folder of its tables."""

    folder: Path
    out: Path

    def write(self, **texts: str) -> "Corpus":
        """Have the folder hold the texts, beside what people have decided."""
        lines = (self.folder / kept.FILE).read_bytes() if (self.folder / kept.FILE).exists() else None
        Folder({f"{name}.txt": text.encode() for name, text in texts.items()}).write(self.folder)
        if lines is not None:
            (self.folder / kept.FILE).write_bytes(lines)
        return self

    def build(self) -> BuildReport:
        """Build; the tables are in order and those of a build from nothing."""
        report = build(self.folder, self.out)
        fresh = self.out.with_name("fresh")
        build(self.folder, fresh, rebuild=True)
        assert placed(self.out) == placed(fresh)
        assert breaches(self.tables) == []
        return report

    def decide(self, *decisions: Decision) -> list[Line]:
        """Keep decisions, and build."""
        lines = [kept.add(self.folder, decision, by="Eva") for decision in decisions]
        self.build()
        return lines

    @property
    def tables(self) -> dict[str, pa.Table]:
        return read_arrow(self.out)

    def rows(self, table: str, **having: Any) -> list[dict[str, Any]]:
        """The rows of a table that have these values."""
        some = self.tables[table]
        for column, value in having.items():
            some = some.filter(pc.equal(some[column], value))
        rows: list[dict[str, Any]] = some.to_pylist()
        return rows

    def claim(self, doc_id: str, quote: str = "") -> dict[str, Any]:
        """The only claim of a document with these words in it."""
        (row,) = (row for row in self.rows("claims", doc_id=doc_id) if quote in row["quote"])
        return row

    def of_claim(self, doc_id: str, quote: str = "") -> tuple[ClaimAnchor, ...]:
        return anchoring.claim(self.tables, self.claim(doc_id, quote)["claim_id"])

    def of_event(self, doc_id: str, quote: str = "") -> tuple[ClaimAnchor, ...]:
        return anchoring.event(self.tables, self.claim(doc_id, quote)["event_id"])

    def event(self, doc_id: str, quote: str = "") -> dict[str, Any]:
        (row,) = self.rows("events", event_id=self.claim(doc_id, quote)["event_id"])
        return row

    def parties(self, doc_id: str, quote: str = "") -> dict[str, str]:
        """Who takes part in a claim, with their roles."""
        rows = self.rows("participants", claim_id=self.claim(doc_id, quote)["claim_id"])
        return {row["actor_id"]: row["role"] for row in rows}

    def actor(self, actor_id: str) -> ActorReference:
        return anchoring.actor(self.tables, actor_id, actor_id in knowledge.load().actors)

    def mention(self, doc_id: str, words: str) -> ActorReference:
        """An actor by the first mention of it in a document by these words."""
        row = next(row for row in self.rows("mentions", doc_id=doc_id) if row["text"] == words)
        return anchoring.mention(self.tables, doc_id, row["start"], row["end"], row["actor_id"])

    def states(self) -> list[tuple[str, str]]:
        """What was decided, and what became of it."""
        return [(row["field"], row["state"]) for row in self.rows("corrections")]
