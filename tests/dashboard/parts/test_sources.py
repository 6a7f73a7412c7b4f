from dataclasses import asdict
from pathlib import Path

import pytest

from core.build import build
from core.evaluate import evaluate, read_gold
from core.store import load
from dashboard.parts import sources

ROOT = Path(__file__).parents[3]


@pytest.mark.slow
def test_the_figures_shown_are_those_of_a_fresh_build(tmp_path: Path) -> None:
    build(ROOT / "seeds", tmp_path)
    fresh = asdict(evaluate(read_gold(ROOT / "tests/gold/seeds.yaml"), load(tmp_path)).scores)
    command = "lagebild build seeds && lagebild evaluate tests/gold/seeds.yaml --json > dashboard/evaluation.json"
    assert sources.figures() == pytest.approx(fresh, abs=0.005), f"measure again: {command}"
