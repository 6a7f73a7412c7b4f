"""Sentences of a text as scenes, with the clause that holds a word, for tests of what a single clause tells."""

import re

from core import german, time
from core.claims.analysis import Analysis
from core.claims.scene import Scene
from core.claims.triggers import Trigger
from core.corpus.segments import segments
from core.model import ActorKind, Document, Mention, Published
from core.quotations.sayings import sayings
from core.time.dates import dates

KINDS: dict[str, ActorKind] = {"Anna Meier": "person", "Bo Lund": "person", "Norwegen": "state", "Rat": "organisation"}


def analysis(text: str, published: str | None = "2021-03-10") -> Analysis:
    """A text as a document written on a day, or nobody knows when; its actors are the names of `KINDS`."""
    parts = segments(text)
    said = german.load().sentences(text, parts)
    named = [m for name in KINDS for m in re.finditer(rf"\b{name}\b", text)]
    mentions = tuple(Mention(m.start(), m.end(), m[0], m[0], "name") for m in sorted(named, key=re.Match.start))
    times = tuple(time.annotate(text, published))
    when = (
        Published(published, time.edtf.parse(published), "metadata", "")
        if published
        else Published(None, None, "unknown", "")
    )
    return Analysis(
        Document("d", "d.txt", "", text),
        parts,
        said,
        when,
        times,
        tuple(dates(text, times)),
        mentions,
        (),
        sayings(text, said, mentions, frozenset(), KINDS),
        frozenset(),
        KINDS,
        {},
    )


def clause_with(word: str, text: str, published: str | None = "2021-03-10") -> tuple[Scene, int, int]:
    """The scene, the clause and the token of the first word of a text that reads so."""
    read = analysis(text, published)
    for index in range(len(read.sentences)):
        scene = Scene(read, index)
        for at, clause in enumerate(scene.clauses):
            for i in clause.tokens:
                if scene.words[i].text == word:
                    return scene, at, i
    raise AssertionError(f"no clause of {text!r} holds {word!r}")


def trigger_of(scene: Scene, at: int, token: int, kind: str = "meeting") -> Trigger:
    """The token as what tells of an event: as the verb of its clause, or as a noun."""
    verb = scene.clauses[at].verb
    return Trigger(kind, token, "verb" if verb is not None and token == verb.at else "noun")
