import os
import signal
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from core.corpus import confined
from core.corpus.confined import extract
from core.corpus.documents import opened
from core.corpus.listing import Item
from core.corpus.unreadable import UnreadableError
from tests.core.corpus.samples import GERMAN, numbered, pdf, record


def text(name: str) -> str:
    return extract("markdown", f"# {name}".encode(), None).text


def forms() -> bytes:
    """A page that shows a form, which shows another ten times, which shows another ten times, and so on."""
    stream = b"/X Do " * 10
    forms = [
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X %d 0 R >> >> /Length %d >>\n"
        b"stream\n%s\nendstream" % (number, len(stream), stream)
        for number in range(6, 18)
    ]
    return numbered(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R"
            b" /Resources << /XObject << /X 5 0 R >> >> >>",
            b"<< /Length 5 >>\nstream\n/X Do\nendstream",
            *forms,
            b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 15 >>\nstream\n0 0 m 1 1 l S Q\nendstream",
        ]
    )


def test_text_and_what_is_known_come_back() -> None:
    extracted = extract("markdown", "---\ntitle: Größe\n---\nÄ".encode() + b"\xff", None)
    assert extracted.text == "Ä\ufffd"
    assert extracted.known == {"title": "Größe"}
    assert "not valid UTF-8" in (extracted.remark or "")


def test_reason_comes_back() -> None:
    with pytest.raises(UnreadableError, match="no text layer"):
        extract("pdf", pdf([]), None)


@pytest.mark.slow
def test_file_that_takes_too_long_is_left_out_and_the_next_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confined, "_SECONDS", 1)
    with pytest.raises(UnreadableError, match="takes more than 1 s to read"):
        extract("markdown", b"![[" * 200_000, None)
    assert text("danach") == "danach"


@pytest.mark.slow
def test_file_that_takes_too_much_memory_is_left_out_and_the_next_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confined, "_BYTES", 500 << 20)
    with pytest.raises(UnreadableError, match="memory"):
        extract("pdf", forms(), None)
    assert extract("pdf", pdf([GERMAN]), None).text == GERMAN


def test_process_that_somebody_ended_is_started_again() -> None:
    text("vorher")
    process = confined._helper._process
    assert process is not None
    os.kill(process.pid, signal.SIGKILL)
    assert text("danach") == "danach"


@pytest.mark.parametrize("file", ["a.txt", "a.jsonl"])
def test_plain_text_that_is_long_is_decoded_in_the_process_apart(file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confined, "_BYTES", 1 << 20)  # with which no process can do anything
    opened(Item(file, None, Path(file)), record(id="a", text=GERMAN))
    with pytest.raises(UnreadableError, match="memory"):
        opened(Item(file, None, Path(file)), record(id="a", text=GERMAN * 2_000))


@pytest.mark.slow
def test_many_threads_and_forks_get_their_own_answers() -> None:
    names = [f"Nummer {number}" for number in range(20)]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(text, names)) == names
    with get_context("fork").Pool(2) as processes:
        assert processes.map(text, names) == names
    assert text("danach") == "danach"
