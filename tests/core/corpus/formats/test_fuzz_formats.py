"""Damaged files of each kind, and noise, end in texts or in a reason of one line."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.corpus import confined, formats
from core.corpus.formats import BY_SUFFIX, CONFINED, Enclosed, Extracted
from core.corpus.unreadable import UnreadableError
from tests.core.corpus.holders import SPREADSHEET, workbook
from tests.core.corpus.hostile import PACKED, SOUND, TABLE, damaged, damaged_inside
from tests.core.corpus.samples import repacked

KINDS = sorted(suffix for suffix in SOUND if BY_SUFFIX[suffix] in CONFINED)


def read(kind: str, data: bytes) -> None:
    """Read a file in this process; whatever is in it, it is read, or left out with a reason."""
    reason = ""
    parts: tuple[Extracted | Enclosed, ...] = ()
    try:
        parts = formats.unpack(kind, data, None)
    except UnreadableError as error:
        reason = str(error)
    assert parts or 10 < len(reason) < 500
    assert "\n" not in reason
    assert all(isinstance(value, str) for part in parts for value in getattr(part, "known", {}).values())


@pytest.mark.parametrize("suffix", SOUND)
def test_sound_file_is_read(suffix: str) -> None:
    for data in SOUND[suffix][:1]:
        assert formats.unpack(BY_SUFFIX[suffix], data.partition(b"\n")[0] if suffix == ".jsonl" else data, None)


@pytest.mark.slow
@pytest.mark.parametrize("suffix", KINDS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32), cut=st.booleans())
def test_damaged_file_is_read_or_left_out(suffix: str, seed: int, cut: bool) -> None:
    dice = random.Random(seed)  # noqa: S311 - not for secrets
    damage = damaged_inside if suffix in PACKED and not cut else damaged
    read(BY_SUFFIX[suffix], damage(dice.choice(SOUND[suffix]), dice))


@settings(max_examples=60, deadline=None)
@given(suffix=st.sampled_from(KINDS), data=st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_noise_is_left_out(suffix: str, data: bytes) -> None:
    read(BY_SUFFIX[suffix], data)


@pytest.mark.parametrize("suffix", KINDS)
def test_every_kind_is_read_in_the_process_apart(suffix: str) -> None:
    held = confined.held(BY_SUFFIX[suffix], SOUND[suffix][0], None, f"Datei{suffix}")
    assert held.text or held.parts


def test_sheet_that_asks_for_all_memory_is_left_out() -> None:
    near, far = '<row><c r="A1"><v>1</v></c></row>', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    sheet = f'<worksheet xmlns="{SPREADSHEET}"><sheetData>{near}{far}</sheetData></worksheet>'
    data = repacked(workbook(A=TABLE), {"xl/worksheets/s0.xml": sheet.encode()})
    with pytest.raises(UnreadableError, match="takes too much memory"):
        confined.held("spreadsheet", data, None, "a.xlsx")
