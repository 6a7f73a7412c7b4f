"""A fingerprint covers all that its stage depends on, and no more than it must."""

import json
import os
import pickle
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from core import german, stages
from core.actors import knowledge
from core.corpus import Item
from core.engine.fingerprint import parts
from core.engine.job import MODULES, STAGES, entry
from core.stages import Text
from tests.core.corpus import holders, samples
from tests.core.engine.small_corpus import ENGLISH, LATER_VISIT, NAMESAKE, SANCTION, STRANGER, UNDATED_VISIT

pytestmark = pytest.mark.slow

WORDS = (
    "Von Erika Mustermann\n\n„Wir werden 2025 helfen“, sagte Premierminister Fumio Kishida am Dienstag in Brüssel. "
    "Nach Angaben des Außenministeriums trafen sich beide Seiten zu Ostern beim G7-Gipfel. Der Präsident will im "
    "Sommer nach Tokio reisen, um drei Tage lang über die Krawatten der NATO zu sprechen. Medien zufolge griff "
    "Russland vor zwei Wochen die Ukraine an. Die Pläne wurden am Montag vorgestellt.\n"
)
FILES = {
    "a.txt": WORDS.encode(),
    "b.md": b"# Titel\n\nDer Minister reiste am Montag nach Wien.\n",
    "c.html": samples.html(samples.GERMAN, samples.MORE).encode(),
    "d.pdf": samples.pdf([samples.GERMAN, samples.MORE]),
    "e.docx": samples.word(samples.GERMAN, samples.MORE),
    "f.jsonl": json.dumps({"id": "f", "text": STRANGER, "published": "2021-05-03"}).encode(),
    "a.zip": samples.packed({"a.txt": WORDS.encode()}),
    "g.txt": "Der Außenminister reiste am 3. Mai nach Österreich.".encode("cp1252"),
    "i.csv": f"Titel;Text\na;{samples.MORE}\n".encode(),
    "j.eml": holders.mail(
        f"{samples.MORE}\n> {samples.GERMAN}", subject="AW: a", **{"from": "Erika M <e@example.org>"}
    ),
    **{f"h{n}.txt": text.encode() for n, text in enumerate((ENGLISH, LATER_VISIT, NAMESAKE, SANCTION, UNDATED_VISIT))},
}


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Sequence[str]]:
    """What each stage uses of Lagebild's source: code and vocabulary, as paths in `core`."""
    items = [(Item(name, 1 if name.endswith("jsonl") else None, Path(name)), data) for name, data in FILES.items()]
    texts = [read for item, data in items if isinstance(read := entry(item, data).read, Text)]
    assert len(texts) == len(FILES) - 1  # an archive is no text
    said = [stages.sentences(text, german.load()) for text in texts]
    entities = [stages.find(text, one, knowledge.load()) for text, one in zip(texts, said, strict=True)]
    told = list(map(stages.tell, texts, said, entities))
    calls = {
        "read": items,
        "sentences": [(text,) for text in texts],
        "find": list(zip(texts, said, strict=True)),
        "tell": list(zip(texts, said, entities, strict=True)),
        "brief": list(zip(texts, entities, told, strict=True)),
    }
    path = tmp_path_factory.mktemp("calls") / "calls"
    path.write_bytes(pickle.dumps(calls))
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-m", "tests.core.engine.sources_used", str(path)]
    shown = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
    return dict(json.loads(shown))


OWN = {"stages.py", "engine/job.py"}  # part of every stage's fingerprint


def covered(stage: str) -> set[str]:
    names = {name for name, _ in parts(MODULES[stage])}  # type: ignore[index]
    code = {name.removeprefix("core.").replace(".", "/") for name in names if name.startswith("core")}
    return {
        *OWN,
        *(f"{path}.py" for path in code),
        *(f"{path}/__init__.py" for path in code),
        *(f"vocabulary/{name}" for name in names if name.endswith(".toml")),
    }


@pytest.mark.parametrize("stage", STAGES)
def test_fingerprint_covers_what_its_stage_uses(used: Mapping[str, Sequence[str]], stage: str) -> None:
    assert len(used[stage]) > (2 if stage == "brief" else 3)  # a brief only picks from what there is
    assert set(used[stage]) - covered(stage) == set()


@pytest.mark.parametrize("stage", STAGES)
def test_fingerprint_covers_no_vocabulary_that_its_stage_does_not_use(
    used: Mapping[str, Sequence[str]], stage: str
) -> None:
    vocabulary = {path for path in covered(stage) if path.endswith(".toml")}
    assert vocabulary <= set(used[stage])


@pytest.mark.parametrize("stage", STAGES)
def test_every_library_of_a_stage_counts_with_its_release(stage: str) -> None:
    every = dict(parts(MODULES[stage]))  # type: ignore[index]
    libraries = {name: content for name, content in every.items() if not name.startswith("core") and "." not in name}
    assert libraries
    assert all(libraries.values()), libraries
