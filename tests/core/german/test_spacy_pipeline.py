"""A spaCy pipeline as the backbone, with components that tag and parse by a table in a trained model's place."""

from pathlib import Path

import pytest
import spacy
from click.testing import CliRunner, Result
from spacy.language import Language
from spacy.tokens import Doc

from core import german
from core.cli import main
from core.german.clauses import clauses
from core.german.phrases import phrases
from core.german.spacy_pipeline import PipelineBackbone
from core.model import Arc, Segment

TEXT = "Bo LundTraf (am Montag) die Ministerin. Er blieb."

TABLE = {
    "Bo": ("Bo", "NE", "Lund", "pnc"),
    "Lund": ("Lund", "NE", "Traf", "sb"),
    "Traf": ("treffen", "VVFIN", "Traf", "ROOT"),
    "am": ("an", "APPRART", "Traf", "mo"),
    "Montag": ("Montag", "NN", "am", "nk"),
    "die": ("der", "ART", "Ministerin", "nk"),
    "Ministerin": ("Ministerin", "NN", "Traf", "oa"),
    "Er": ("er", "PPER", "blieb", "sb"),
    "blieb": ("bleiben", "VVFIN", "blieb", "ROOT"),
}
"""Word -> its lemma, tag, head and label; every other token is a sign that hangs on the root."""


class FromTable:
    """Tags and parses by the table, and knows the labels of the schemes that Lagebild reads."""

    labels = ("VVFIN", "sb")

    def __call__(self, doc: Doc) -> Doc:
        places = {token.text: token.i for token in doc}
        root = next(i for word, i in places.items() if word in TABLE and TABLE[word][3] == "ROOT")
        for token in doc:
            lemma, tag, head, label = TABLE.get(token.text, ("--", "XY", doc[root].text, "punct"))
            token.lemma_, token.tag_, token.dep_, token.head = lemma, tag, label, doc[places[head]]
        return doc


@Language.factory("lagebild_from_table")
def from_table(nlp: Language, name: str) -> FromTable:  # noqa: ARG001 - spaCy asks for these names
    return FromTable()


def pipeline(language: str = "de") -> Language:
    nlp = spacy.blank(language)
    nlp.add_pipe("lagebild_from_table")
    return nlp


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The name of a package, installed as `spacy download` does it, that holds the pipeline."""
    package, about = tmp_path / "de_from_table", tmp_path / "de_from_table-1.2.dist-info"
    package.mkdir()
    about.mkdir()
    (package / "__init__.py").write_text(
        "import spacy\ndef load(**options):\n    return spacy.load(__path__[0] + '/model', **options)\n"
    )
    pipeline().to_disk(package / "model")
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: de_from_table\nVersion: 1.2\n")
    (about / "entry_points.txt").write_text("[spacy_models]\nde_from_table = de_from_table\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    return "de_from_table"


def build(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["build", "texte", "--out", "aus", *arguments])


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "texte").mkdir()
    (tmp_path / "texte" / "a.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)


def test_the_pipeline_is_fed_our_tokens_and_gives_tags_lemmas_and_arcs() -> None:
    text = "Wetter\n" + TEXT
    backbone = PipelineBackbone(pipeline(), "test")
    met, stayed = backbone.sentences(text, [Segment(0, 7, "boilerplate"), Segment(7, len(text), "body")])
    assert [token.text for token in met.tokens[:4]] == ["Bo", "Lund", "Traf", "("]
    assert all(text[token.start : token.end] == token.text for token in (*met.tokens, *stayed.tokens))
    assert [(token.lemma, token.tag) for token in met.tokens[1:4]] == [
        ("Lund", "NE"),
        ("treffen", "VVFIN"),
        ("--", "$("),
    ]
    assert met.arcs[:3] == (Arc(1, "pnc"), Arc(2, "sb"), Arc(2, "ROOT"))
    assert stayed.arcs[:2] == (Arc(1, "sb"), Arc(1, "ROOT"))


def test_what_is_parsed_is_read_by_its_parse() -> None:
    sentence, _ = PipelineBackbone(pipeline(), "test").sentences(TEXT, [Segment(0, len(TEXT), "body")])
    (clause,) = clauses(sentence)
    all_phrases = phrases(sentence, clause)
    assert [(sentence.tokens[p.head].text, p.function) for p in all_phrases] == [
        ("Lund", "subject"),
        ("Montag", "oblique"),
        ("Ministerin", "object"),
    ]


def test_a_text_without_sentences_gives_none() -> None:
    assert PipelineBackbone(pipeline(), "test").sentences("", []) == ()


@pytest.mark.parametrize(
    ("unfit", "lacking"),
    [
        (spacy.blank("de"), "a tagger with STTS tags and a parser with TIGER labels"),
        (pipeline("en"), "German"),
    ],
)
def test_a_pipeline_that_reads_otherwise_is_refused(unfit: Language, lacking: str) -> None:
    with pytest.raises(german.BackboneError, match=f"test cannot be the backbone: it lacks {lacking}$"):
        PipelineBackbone(unfit, "test")


@pytest.mark.parametrize(
    ("name", "mend"),
    [
        ("de_core_news_lg", "run `python -m spacy download de_core_news_lg`"),
        ("numpy", "neither `hanta` nor an installed spaCy pipeline"),
        ("../texte", "neither `hanta` nor an installed spaCy pipeline"),
    ],
)
@pytest.mark.usefixtures("corpus")
def test_a_backbone_that_is_not_installed_is_one_line_on_what_to_do(
    name: str, mend: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(german, "entry_points", lambda **_: ())  # whatever this machine has installed
    result = build("--backbone", name)
    assert (result.exit_code, result.stdout) == (1, "")
    [line] = result.stderr.splitlines()
    assert line.startswith(f"Error: {name} is ")
    assert mend in line
    assert not Path("aus").exists()


@pytest.mark.usefixtures("corpus")
def test_tables_are_built_anew_when_the_backbone_changes(installed: str) -> None:
    first = build("--backbone", installed)
    assert (first.exit_code, first.stderr) == (0, "")
    assert build("--backbone", installed).stdout.startswith("Nothing has changed")
    assert build().stdout.startswith("Built aus: ")


def test_the_release_of_a_pipeline_is_that_of_its_package(installed: str) -> None:
    assert german.release(installed) == "1.2"
    assert german.release(german.DEFAULT)
