"""What stands around the news, or only asks, denies or announces, changes nothing of what is told as fact."""

from collections import defaultdict

import pytest

from core.model import Document
from core.pipeline import tables
from core.tables import Tables

TITLE = "Scholz trifft Erdogan in Köln"
NEWS = (
    "Bundeskanzler Olaf Scholz hat am 5. März 2024 in Köln den türkischen Präsidenten Recep Tayyip Erdogan getroffen."
)
MET = ["Olaf Scholz", "Recep Tayyip Erdoğan"]

DATELINES = [
    "HAMBURG/KÖLN (dpa/lno) – ",
    "KÖLN (Reuters) -- ",
    "Köln, 5. März (dpa) – ",
    "(AFP) Köln – ",
    "Köln (KNA/epd) ",
    "Köln. (dpa) ",
    "dpa Köln. ",
    "Köln | dpa | ",
    "[Köln/dpa] ",
    "Köln (dpa-AFX) - ",
]
EMBARGOES = [
    "Achtung: Sperrfrist 6. März, 12 Uhr!",
    "*** SPERRFRIST: 6. März 2024, 18.00 Uhr ***",
    "Embargo bis 6. März, 0:01 Uhr",
    "Frei für Donnerstagausgaben",
    "Sperrfrist Redebeginn – Es gilt das gesprochene Wort",
]
BESIDE = [
    "Berichtigung: In einer früheren Version hieß es, Scholz habe Wladimir Putin getroffen. Das ist falsch.",
    "Hinweis: In einer ersten Fassung des Artikels stand, Scholz habe Wladimir Putin getroffen. Das war falsch.",
    "Anmerkung: In einer vorherigen Version war zu lesen, Scholz habe Wladimir Putin getroffen.",
    "Hat Olaf Scholz am Montag Wladimir Putin getroffen?",
    "Ob Olaf Scholz Wladimir Putin getroffen hat, ist unklar.",
    "Wird Olaf Scholz Wladimir Putin treffen?",
    "Falsch ist, dass Olaf Scholz Wladimir Putin getroffen hat.",
    "Ein Gespräch zwischen Olaf Scholz und Wladimir Putin ist nicht geplant.",
    "Ein Treffen mit Wladimir Putin ist nicht vorgesehen.",
]


@pytest.fixture(scope="module")
def built() -> Tables:
    texts = {
        **{line: f"{TITLE}\n\n{line}{NEWS}\n" for line in DATELINES},
        **{line: f"{line}\n\n{TITLE}\n\n{NEWS}\n" for line in EMBARGOES},
        **{line: f"{TITLE}\n\n{NEWS}\n\n{line}\n" for line in BESIDE},
    }
    return tables([Document(name, "a.txt", name, text, published="2024-03-06") for name, text in texts.items()])


def facts(built: Tables, doc_id: str) -> list[tuple[str, list[str]]]:
    """The days and the participants of what a document tells as fact."""
    names = built.actors.set_index("actor_id").name
    taking_part: dict[str, list[str]] = defaultdict(list)
    for claim_id, actor_id in built.participants[["claim_id", "actor_id"]].to_numpy().tolist():
        taking_part[claim_id].append(actor_id)
    told = built.claims[(built.claims.doc_id == doc_id) & (built.claims.status == "occurred")]
    return [
        (str(one.date_edtf), sorted(names[actor_id] for actor_id in taking_part[str(one.claim_id)]))
        for one in told.itertuples()
    ]


@pytest.mark.parametrize("line", [*DATELINES, *EMBARGOES, *BESIDE])
def test_a_text_tells_of_one_meeting_alone(built: Tables, line: str) -> None:
    assert facts(built, line) == [("2024-03-05", MET)] * 2


@pytest.mark.parametrize("line", [*DATELINES, *EMBARGOES, *BESIDE])
def test_the_title_is_the_headline(built: Tables, line: str) -> None:
    assert built.documents.set_index("doc_id").title[line] == TITLE
