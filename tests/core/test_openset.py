import shutil
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import store
from core.openset import OpenSet
from core.tables import SCHEMAS, TableError
from tests.synthetic import opened, tables

MADE = tables(200, 8, 300, words=30)
SET = opened(MADE)
BY_DOCUMENT = [name for name, schema in SCHEMAS.items() if "doc_id" in schema.names]


@pytest.mark.parametrize("name", list(SCHEMAS))
def test_a_table_read_in_one_or_in_parts_is_the_whole_table(name: str) -> None:
    whole = SET.read(name)
    assert whole.schema.equals(SCHEMAS[name])
    assert len(whole) == len(getattr(MADE, name)) == sum(len(part) for part in SET.parts(name))


@pytest.mark.slow
@pytest.mark.parametrize("name", BY_DOCUMENT)
@given(numbers=st.sets(st.integers(0, 320), max_size=8))
def test_the_rows_of_documents_are_all_of_theirs_and_no_others(name: str, numbers: set[int]) -> None:
    asked = {f"text-{number:03d}" for number in numbers}
    frame = getattr(MADE, name)
    expected = frame[frame["doc_id"].isin(asked)]
    assert SET.of(name, asked).to_pandas().equals(expected.reset_index(drop=True))
    assert SET.of(name, asked, ["doc_id"])["doc_id"].to_pylist() == expected["doc_id"].tolist()


def test_one_document_is_read_without_most_others(tmp_path: Path) -> None:
    store.place(MADE, tmp_path, {})
    folder = store.located(tmp_path)
    assert folder is not None
    assert pq.ParquetFile(folder / "texts.parquet").metadata.num_row_groups >= 4


def test_an_open_set_is_read_to_the_end_after_its_folder_is_gone(tmp_path: Path) -> None:
    store.place(MADE, tmp_path, {})
    folder = store.located(tmp_path)
    assert folder is not None
    still = OpenSet(folder)
    shutil.rmtree(tmp_path)
    assert still.of("texts", ["text-123"])["text"].to_pylist() == [MADE.texts["text"][123]]


def test_a_damaged_table_is_told(tmp_path: Path) -> None:
    store.place(tables(3, 2, 1), tmp_path, {})
    folder = store.located(tmp_path)
    assert folder is not None
    (folder / "notes.parquet").write_bytes(b"PAR1")
    with pytest.raises(TableError, match=r"notes\.parquet.*--rebuild"):
        OpenSet(folder)


def test_no_tables_are_nowhere_and_plain_files_in_their_own_folder(tmp_path: Path) -> None:
    assert store.located(tmp_path) is None
    store.place(tables(3, 2, 1), tmp_path / "out", {})
    shutil.copytree(tmp_path / "out", tmp_path / "plain", ignore=shutil.ignore_patterns("manifest.json", "sets"))
    assert store.located(tmp_path / "plain") == tmp_path / "plain"
