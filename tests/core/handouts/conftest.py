"""A handout with all there may be in one, and words that want to be more than words."""

import pytest

from core.anchors import anchor
from core.handouts.model import CitedSource, Handout, Passage, Picture, Section, Words, sha256

HOSTILE = (
    '<script>window.__pwned=1</script><img src=x onerror="window.__pwned=2"> $x$ :red[x] #panic("y") {page} \\w &lt;'
)
TEXTS = {
    "a": "Roe reiste am 3. Mai nach Wien. Dort traf er Doe. Ein Abkommen lehnte Doe ab.",
    "b": f"Bericht\n{HOSTILE} sagte Doe in Wien.",
}
WORDS = Words(
    as_of="As of {day}",
    contents="Contents",
    sources="Sources",
    differences="Sources differ",
    in_the_source="in the source",
    gone="no longer there",
    check="Made with Lagebild.",
    page="Page {page} of {pages}",
)
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="#1f5f99"/></svg>'
)


def passage(doc_id: str, quote: str, url: str | None = None, *, stands: bool = True) -> Passage:
    text = TEXTS[doc_id]
    start = text.index(quote)
    held = anchor(doc_id, text, start, start + len(quote))
    around = text[max(0, start - 8) : start], text[start + len(quote) :][:8]
    footnote = f"Titel, Blatt, characters {held.start} to {held.end} {HOSTILE}"
    return Passage(held, *around, "Titel · Blatt", "● 3. Mai", sha256(text), footnote, stands, url)


@pytest.fixture
def handout() -> Handout:
    return Handout(
        f"Lage {HOSTILE}",
        "29 November 2026",
        "de",
        (
            Section("text", "Worum es geht", words=f"Erstens.\n\n{HOSTILE}\x00\x0b"),
            Section(
                "event",
                f"Besuch {HOSTILE}",
                ("Besuch · geschehen", HOSTILE),
                (passage("a", "Dort traf er Doe.", "https://example.org/a?b=1"), passage("b", HOSTILE)),
                ("uneins: Ort",),
                parties=f"Beteiligte: Roe (handelnd), {HOSTILE}",
                corrected=f"Von Hand berichtigt ({HOSTILE}): Ort",
            ),
            Section(
                "passages",
                "Eine Stelle",
                passages=(passage("a", "Ein Abkommen lehnte Doe ab.", "javascript:alert(1)"),),
            ),
            Section("timeline", "Zeitstrahl", picture=Picture(SVG, f"Bild {HOSTILE}"), legend="● geschehen"),
            Section("event", "Ein Ereignis", missing="Es ist nicht mehr da."),
        ),
        (
            CitedSource("a", "Titel", "Blatt", "a.txt", "https://example.org/a"),
            CitedSource("b", HOSTILE, HOSTILE, "b.txt"),
        ),
        WORDS,
    )
