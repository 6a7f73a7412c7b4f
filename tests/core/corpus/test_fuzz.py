"""Hundreds of random, truncated and hostile files of all kinds: each is built or listed with a reason, nothing breaks.

`python -m tests.benchmarks.bench_hostile` does the same with thousands, and measures time and memory.
"""

from pathlib import Path

import pytest

from core.corpus import read
from core.corpus.formats import BY_SUFFIX
from tests.core.corpus import hostile

pytestmark = pytest.mark.slow

FILES = 300


def test_every_file_is_built_or_listed_with_a_reason(tmp_path: Path) -> None:
    names = hostile.corpus(tmp_path / "corpus", FILES, seed=7)
    assert len(names) == FILES

    corpus = read(tmp_path / "corpus")

    built = {document.file for document in corpus.documents}
    listed = {notice.file for notice in corpus.notices}
    # What is wrong with a file within an archive or a folder is told of that file.
    assert {file.partition("/")[0] for file in built | listed} == names.keys()
    assert [notice for notice in corpus.notices if "\n" in str(notice) or len(str(notice)) > 500] == []
    assert [notice for notice in corpus.notices if len(str(notice)) <= len(notice.file) + 10] == []
    ids = [document.doc_id for document in corpus.documents]
    assert len(set(ids)) == len(ids)
    assert all(doc_id.strip() and len(doc_id) <= 200 and doc_id.isprintable() for doc_id in ids)
    assert not any(hostile.SECRET in document.text or "\0" in document.text for document in corpus.documents)
    for document in corpus.documents:
        document.text.encode()
    kinds = [{file.partition("/")[0].rpartition(".")[2] for file in files} for files in (built, listed)]
    for kind in {suffix.removeprefix(".") for suffix in hostile.SOUND}:
        assert all(kind in some for some in kinds), f"{kind}: the run tries too little"


def test_every_kind_is_tried() -> None:
    untried = set(BY_SUFFIX.values()) - {BY_SUFFIX[suffix] for suffix in hostile.SOUND}
    assert not untried, "SOUND in hostile.py lacks a file of these"
