"""A set of tables prepared once for asking: no Streamlit.

Days are closed intervals; frames keep them as `datetime64[s]`, missing ones as NaT. What only bounds an undated event
or claim stands apart, as `bound_start` and `bound_end`, and is never taken for a date. `placed_start` and `placed_end`
say where an event stands in time: at its date or at its bounds; at the one bound that there is where a side is open.
"""

from collections.abc import Collection, Iterable, Mapping
from functools import cached_property

import numpy as np
import pandas as pd

from core.model import ActorKind
from core.openset import OpenSet
from dashboard.asking import frames, overlay
from dashboard.asking.claims import Claims
from dashboard.asking.days import Days
from dashboard.asking.decisions import CorpusDecisions, Pending
from dashboard.asking.finding import CorrectedFinder, Finder
from dashboard.asking.frames import frame
from dashboard.asking.names import ActorNames, Titles
from dashboard.asking.parts import Parts
from dashboard.asking.texts import Texts
from dashboard.words.i18n import called

ANNOUNCED = ("planned", "possible")
"""The statuses of what is announced."""


class Corpus:
    """A set of tables prepared for asking. Built once, shared by all sessions, never changed.

    `days`, `claims`, `parts`, `texts`, `finder` and `decided` answer about these; the rest is about documents,
    actors, events.
    """

    def __init__(self, tables: OpenSet) -> None:
        """Prepare what every page needs; what is costly and not needed at once is left until it is asked for.

        Raises:
            TableError: a table is damaged.
        """
        self.tables = tables
        self.documents = frame(tables, "documents").set_index("doc_id")
        self.actors = frame(tables, "actors").set_index("actor_id")
        self.events = (
            frames.placed(frames.bounds_apart(frame(tables, "events")))
            .set_index("event_id")
            .sort_values(["date_start", "date_end"], kind="stable")
        )
        self.discrepancies = frame(tables, "discrepancies")
        self.originals: Mapping[str, str] = {
            copy["doc_id"]: copy["original"] for copy in tables.read("copies").to_pylist()
        }
        self.claims = Claims(tables, self.events.index, self.source)
        self.parts = Parts.read(tables, self.events.index)
        self.texts = Texts(tables)
        self.finder = Finder(tables, self.documents, self.actors, self.events, self.claims, self.parts)
        self.decided = CorpusDecisions(tables)
        self.days = Days(self.events)
        self._names, self._titles = ActorNames(self.actors), Titles(self.documents)
        self._doc_order = {doc: at for at, doc in enumerate(self.documents.index)}

    def corrected(self, waiting: Pending) -> "Corpus":
        """The corpus with what people have decided since its tables were made; what it changes is there at once.

        What was derived from a table in which nothing changes is shared with this corpus: at 46,000 events, deriving
        all anew would keep who decides something waiting for .2 s.
        Rows stay in their order, and names in titles of events that are corrected in nothing else stay what they were.
        """
        other = Corpus.__new__(Corpus)
        other.tables, other.discrepancies, other.originals = self.tables, self.discrepancies, self.originals
        other.texts, other._doc_order = self.texts, self._doc_order
        other.decided = CorpusDecisions(self.tables, waiting)
        changes = other.decided.changes
        other.documents = overlay.documents(self.documents, changes)
        other._titles = self._titles if other.documents is self.documents else Titles(other.documents)
        other.actors = overlay.actors(self.actors, changes)
        other._names = self._names if other.actors is self.actors else ActorNames(other.actors)
        other.events = overlay.events(self.events, changes, self.claims.confidence(changes.vouched))
        other.claims = overlay.claims(self.claims, changes)
        other.days = self.days if frames.same_days(self.events, other.events) else Days(other.events)
        parts = overlay.parts(self.parts.rows, changes)
        other.parts = self.parts if parts is self.parts.rows else Parts(parts, other.events.index)
        told = overlay.Told(
            other.parts.rows,
            other._names.by_language["de"],
            other._names.by_language["en"],
            self.claims.topics([*changes.events, *changes.parties]),
            other.decided.titled,
        )
        other.events = overlay.titled(other.events, changes, told)
        other.finder = CorrectedFinder(self.finder, other.documents, other.actors, other.events, other.parts)
        return other

    @property
    def gone(self) -> Collection[str]:
        """The events that are none by what people have said since the tables were made."""
        return self.decided.changes.no_events

    @cached_property
    def candidates(self) -> pd.DataFrame:
        """The pairs of events that are perhaps one; only the page of discrepancies asks for them."""
        return frame(self.tables, "candidates")

    @cached_property
    def perhaps_one(self) -> np.ndarray:
        """The two events of each of the `candidates`, by their places."""
        return self._places(self.candidates[["event_a", "event_b"]].to_numpy().ravel()).reshape(-1, 2)

    @cached_property
    def differing(self) -> np.ndarray:
        """The event of each of the `discrepancies`, by its place."""
        return self._places(self.discrepancies["event_id"])

    @cached_property
    def announced(self) -> np.ndarray:
        """Whether each event is announced, by its place."""
        return self.events["status"].isin(ANNOUNCED).to_numpy()

    def _places(self, events: "pd.Series[str] | np.ndarray") -> np.ndarray:
        return self.events.index.get_indexer(pd.Index(events, dtype=object))

    @cached_property
    def types(self) -> list[str]:
        """The event types that occur."""
        return sorted(self.events["type"].unique())

    @cached_property
    def type_of(self) -> tuple[np.ndarray, list[str]]:
        """Each event's type, by the event's place: its place in the list of types that follows."""
        codes, kinds = pd.factorize(self.events["type"])
        return codes, kinds.tolist()

    def among(self, events: pd.Index) -> np.ndarray:
        """Whether each of the corpus' events, by place, is one of these."""
        return frames.among(self.events.index, events)

    def documents_of(self, event_id: str) -> list[str]:
        """The documents that report an event, in the order of the documents table."""
        return self.in_order(self.claims.documents_of(event_id))

    def in_order(self, documents: Iterable[str]) -> list[str]:
        """Documents in the order of the documents table."""
        return sorted(documents, key=self._doc_order.__getitem__)

    def source(self, doc_id: str) -> str:
        """The document that counts as the source of a document's words: its original, or itself where it is no copy."""
        return self.originals.get(doc_id, doc_id)

    @property
    def ranked(self) -> list[str]:
        """The actors, those with most claims first."""
        return self._names.ranked

    def actors_named(self, query: str) -> list[str]:
        """The actors whose name or other names have every word of a query, those with most claims first."""
        named = set(self.finder.actors_named(query))
        return [actor for actor in self.ranked if actor in named] if named else []

    def name(self, actor_id: str) -> str:
        """The actor's name in the language spoken; the vocabulary's, or the id, where the actor has no row."""
        return self._names.name(actor_id)

    def names_of(self, actor_id: str) -> tuple[str, ...]:
        """The actor's names in all languages, each once."""
        return self._names.all_of(actor_id)

    def place(self, german: str) -> str:
        """The name of a place in the language spoken, by its German one."""
        return called(german, self._places_en.get(german))

    @cached_property
    def _places_en(self) -> Mapping[str, str]:
        """The English names, where they differ, of places: of states that act, and of those of events."""
        pairs = [self.actors[["name", "name_en"]], self.events[["place", "place_en"]]]
        return {german: english for named in pairs for german, english in named.dropna().to_numpy().tolist()}

    def kind(self, actor_id: str) -> ActorKind:
        """The actor's kind; `place`, the least telling, where the actor has no row."""
        return self._kinds.get(actor_id, "place")

    @cached_property
    def _kinds(self) -> Mapping[str, ActorKind]:
        return dict(zip(self.actors.index.tolist(), self.actors["kind"].tolist(), strict=True))

    def title(self, doc_id: str) -> str:
        """The document's title."""
        return self._titles.title(doc_id)

    @property
    def titles(self) -> Mapping[str, str]:
        """What tells documents apart in a list: the title, behind the id where several have the same."""
        return self._titles.in_lists

    @property
    def names(self) -> Mapping[str, str]:
        """What tells actors apart in a list: the name as spoken, with the id where several have the same."""
        return self._names.in_lists
