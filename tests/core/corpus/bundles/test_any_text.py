"""Whatever a text holds: nothing breaks, and nothing is made up."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.corpus.bundles import divide, divide_html
from core.corpus.formats import Extracted
from tests.core.long_texts import BUNDLES

_LINES = """
1 of 2 DOCUMENTS
Dokument 1 von 2
End of Document
Document MUZ0000020231122ejbm00005
HD
HD  Titel
LP
TD
AN  Document MUZ0000020231122ejbm00005
Quelle: Musterzeitung vom 22.11.2023
Quelle:
Titel: X
Datum: 31.2.2023
Musterzeitung vom 22.11.2023, S. 5
22. November 2023
LÄNGE: 5 Wörter
5 Wörter
Deutsch
Copyright 2023
Body
© GBI-Genios Deutsche Wirtschaftsdatenbank GmbH
==============================
Page 1 of 2
Ein Titel
Eva Beispiel
Ein Satz. Noch ein Satz.
""".splitlines()

_texts = st.lists(st.sampled_from(_LINES) | st.text(max_size=40), max_size=40).map("\n".join)


@pytest.mark.slow
@given(_texts)
@settings(max_examples=200, deadline=None)
def test_no_text_breaks_it_and_every_part_has_its_words(text: str) -> None:
    for part in divide(Extracted(text), "bundle.txt").parts:
        assert part.text.strip()
        assert all(key in ("title", "outlet", "author", "published", "page", "language", "url") for key in part.known)
        assert set(part.text.split()) <= set(text.split())


@given(st.text(alphabet="<>/ abptdr&;\n", max_size=200) | _texts.map(lambda text: f"<p>{text}</p>"))
@settings(max_examples=100, deadline=None)
def test_no_page_breaks_it(page: str) -> None:
    divide_html(page)


@pytest.mark.slow
@pytest.mark.parametrize("name", BUNDLES)
def test_many_marks_without_articles_are_no_bundle(name: str) -> None:
    assert divide(Extracted(BUNDLES[name].text()), "bundle.txt").parts == ()
