"""`lagebild verify` says of each quote whether it still stands in the corpus, and whether it is printed as it was."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from core import store
from core.anchors import anchor
from core.cli import main
from core.handouts import docx, html, pdf
from core.handouts.model import Handout, Passage, Section, sha256
from core.handouts.verify import verify
from core.tables import Tables
from tests.core.conftest import TEXT
from tests.core.handouts.conftest import TEXTS, WORDS

MAKERS = [
    pytest.param(html.page, id="html"),
    pytest.param(docx.document, id="docx"),
    pytest.param(pdf.document, id="pdf", marks=pytest.mark.skipif(not pdf.available(), reason="no Typst")),
]


@pytest.mark.parametrize("make", MAKERS)
def test_all_quotes_of_each_form_stand_in_the_texts_that_they_were_taken_from(
    handout: Handout, make: Callable[[Handout], bytes]
) -> None:
    findings = verify(make(handout), "x", TEXTS.get)
    assert [(one.number, one.standing, one.edited) for one in findings] == [
        (1, "stands", False),
        (2, "stands", False),
        (3, "stands", False),
    ]


@pytest.mark.parametrize("make", MAKERS)
def test_after_one_text_was_edited_the_one_quote_is_told(handout: Handout, make: Callable[[Handout], bytes]) -> None:
    edited = {**TEXTS, "a": "Am Montag: " + TEXTS["a"].replace("traf er Doe", "traf er niemanden")}
    findings = verify(make(handout), "x", edited.get)
    assert [(one.standing, one.edited) for one in findings] == [("gone", True), ("stands", False), ("moved", True)]
    assert [one.holds for one in findings] == [False, True, True]


def test_a_text_that_is_not_in_the_corpus_is_told(handout: Handout) -> None:
    assert [one.standing for one in verify(html.page(handout), "x", {"a": TEXTS["a"]}.get)] == [
        "stands",
        "no text",
        "stands",
    ]


def test_a_quote_that_was_changed_in_the_handout_is_told(handout: Handout) -> None:
    content = html.page(handout).replace(b"<mark>Dort traf er Doe.</mark>", b"<mark>Dort traf er Roe.</mark>")
    assert [one.standing for one in verify(content, "x", TEXTS.get)] == ["altered", "stands", "stands"]


@pytest.mark.slow
@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60))
def test_whatever_is_quoted_is_found_again(text: str) -> None:
    held = anchor("x", text, 0, len(text))
    passage = Passage(held, "", "", "Quelle", "", sha256(text), "Titel")
    one = Handout("T", "heute", "de", (Section("passages", "S", passages=(passage,)),), (), WORDS)
    for make in (html.page, docx.document):
        [finding] = verify(make(one), "x", {"x": text}.get)
        assert finding.standing == "stands"


@pytest.fixture
def written(tmp_path: Path, tables: Tables) -> Path:
    store.place(tables, tmp_path / "tables", {})
    return tmp_path


def run(*arguments: str | Path) -> tuple[int, list[str], str]:
    result = CliRunner().invoke(main, ["verify", *map(str, arguments)])
    return result.exit_code, result.stdout.splitlines(), result.stderr


def made(quote: str) -> Handout:
    start = TEXT.index(quote)
    passage = Passage(anchor("a", TEXT, start, start + len(quote)), "", "", "Quelle", "", sha256(TEXT), "Titel")
    return Handout("T", "heute", "de", (Section("passages", "S", passages=(passage,)),), (), WORDS)


def test_the_command_lists_the_quotes_and_ends_with_0_where_all_stand(written: Path) -> None:
    (written / "b.html").write_bytes(html.page(made("Dort traf er Doe.")))
    code, lines, said = run(written / "b.html", written / "tables")
    assert (code, lines) == (0, ["1  stands  a 37-54  Dort traf er Doe."])
    assert said == "1 of 1 quotes stand in the corpus as they are printed\n"


def test_the_command_ends_with_1_where_a_quote_is_gone_or_the_file_is_no_handout(written: Path) -> None:
    one = made("Dort traf er Doe.")
    [section] = one.sections
    [passage] = section.passages
    other = msgspec.structs.replace(passage, anchor=msgspec.structs.replace(passage.anchor, quote="Dort traf er Roe."))
    section = msgspec.structs.replace(section, passages=(other,))
    (written / "b.html").write_bytes(html.page(msgspec.structs.replace(one, sections=(section,))))
    code, [line], _said = run(written / "b.html", written / "tables")
    assert (code, line) == (1, "1  gone  a 37-54  Dort traf er Roe.")
    for file, words in (("c.html", "No such file"), ("tables/manifest.json", "is no handout of Lagebild")):
        code, lines, said = run(written / file, written / "tables")
        assert (code, lines) == (1, [])
        assert words in said
