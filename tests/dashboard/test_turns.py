"""Runs of visitors take turns, and none waits for long."""

from contextlib import suppress
from threading import Thread

import pytest

from dashboard import turns
from dashboard.turns import turn


def test_a_run_that_takes_long_keeps_no_other_from_beginning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "PATIENCE", 0.01)
    ran = []

    def other() -> None:
        with turn():
            ran.append("other")

    with turn():
        thread = Thread(target=other)
        thread.start()
        thread.join()
        assert ran == ["other"]
    with turn():
        ran.append("next")
    assert ran == ["other", "next"]


def test_a_run_that_fails_gives_its_turn_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "PATIENCE", -1)  # as long as it takes: the test would not end
    with suppress(ValueError), turn():
        raise ValueError
    with turn():
        pass
