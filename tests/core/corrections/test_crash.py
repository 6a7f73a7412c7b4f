"""Whoever writes decisions, or replays them, may be killed at any moment: no line is lost, none stands twice."""

import os
import signal
from pathlib import Path
from random import Random

import pytest

from core.build import build
from core.corrections import kept
from core.corrections.model import Decision, EventDate, EventStatus, EventType, NotEvent, SameEvent
from tests.core.corrections.builds import Corpus
from tests.core.engine.small_corpus import placed

pytestmark = pytest.mark.slow

KILLS = int(os.environ.get("LAGEBILD_KILLS", "20"))
_COMPARED = 10  # so many kills lie between two comparisons with a build from nothing


def _decisions(corpus: Corpus) -> list[Decision]:
    claims = [corpus.of_claim("a"), corpus.of_claim("b", "traf"), corpus.of_claim("c", "lehnte")]
    return [
        *(EventType(one, "agreement") for one in claims),
        *(EventStatus(one, "planned") for one in claims),
        *(EventDate(one, "2021-05-05") for one in claims),
        *(NotEvent(one) for one in claims),
        SameEvent(claims[0], claims[1]),
    ]


def _work(corpus: Corpus, decisions: list[Decision], chance: Random, told: int) -> None:
    """Write decisions, take some back and build, over and over; tell the id of each line that is kept."""
    while True:
        for _ in range(3):
            lines = [line for line in kept.read(corpus.folder) if line.id not in kept.undone(kept.read(corpus.folder))]
            if lines and chance.random() < 0.5:
                line = kept.undo(corpus.folder, chance.choice(lines).id)
            else:
                line = kept.add(corpus.folder, chance.choice(decisions), by="Eva", why="ä" * chance.randrange(500))
            os.write(told, f"{line.id}\n".encode())
        build(corpus.folder, corpus.out)


def _killed(corpus: Corpus, decisions: list[Decision], chance: Random, after: float) -> list[str]:
    """Have a fork of this process work until it is killed after some seconds; the ids that it told."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            signal.setitimer(signal.ITIMER_REAL, after)  # nobody handles the signal: it ends the process at once
            _work(corpus, decisions, chance, write)
        finally:
            os._exit(1)
    os.close(write)
    with os.fdopen(read, encoding="ascii") as told:
        ids = told.read().split("\n")[:-1]
    status = os.waitpid(child, 0)[1]
    assert os.WTERMSIG(status) == signal.SIGALRM
    return ids


def test_no_line_is_lost_or_doubled_and_the_next_build_replays_them_all(corpus: Corpus, tmp_path: Path) -> None:
    decisions, chance = _decisions(corpus), Random(1)  # noqa: S311
    told: list[str] = []
    for kill in range(1, KILLS + 1):
        # The moments are spread over writing, which takes milliseconds, and over building.
        told += _killed(corpus, decisions, Random(kill), chance.choice((0.02, 0.2, 2.0)) * (0.05 + chance.random()))  # noqa: S311
        ids = [line.id for line in kept.read(corpus.folder)]
        assert len(ids) == len(set(ids))
        assert [one for one in ids if one in set(told)] == told
        build(corpus.folder, corpus.out)
        if kill % _COMPARED == 0 or kill == KILLS:
            build(corpus.folder, tmp_path / "nothing", rebuild=True)
            assert placed(corpus.out) == placed(tmp_path / "nothing")
    assert told
