"""A copy of the source of `core` whose vocabulary a test may edit, with the effect of a new process after each edit."""

import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import _lru_cache_wrapper
from pathlib import Path
from types import ModuleType

import pytest

import core
from core import build, german, vocabulary_files
from core.corpus import language
from core.engine import fingerprint, job
from core.german import tokens


@contextmanager
def changing_source(folder: Path) -> "Iterator[Source]":
    """Have this process read a copy in this new folder for as long as the context lasts, and forget it then."""
    original = Path(core.__file__).parent
    shutil.copytree(original, folder, ignore=shutil.ignore_patterns("__pycache__"))
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(fingerprint, "_ROOT", folder)
        monkeypatch.setattr(fingerprint, "_VOCABULARY", folder / "vocabulary")
        monkeypatch.setattr(vocabulary_files, "HOME", folder / "vocabulary")
        for module in (job, build):
            monkeypatch.setattr(module, "files", lambda package: folder.joinpath(*package.split(".")[1:]))
        yield Source(original, folder)
    _forget([path.relative_to(original).as_posix() for path in original.rglob("*.toml")])


class Source:
    """The copy. What this process has loaded from it is forgotten with every edit; code is not loaded again."""

    def __init__(self, original: Path, folder: Path) -> None:
        self._original, self.folder = original, folder
        self._edited: frozenset[tuple[str, str, str]] = frozenset()
        _forget(())

    def edit(self, *edits: tuple[str, str, str]) -> None:
        """Have the copy be the original but for these edits: in a file, put one text in the place of another."""
        if self._edited == set(edits):
            return
        changed = [file for file, _, _ in self._edited.union(edits)]
        for file, _, _ in self._edited:
            shutil.copyfile(self._original / file, self.folder / file)
        for file, old, new in edits:
            text = (self.folder / file).read_text(encoding="utf-8")
            assert text.count(old) == 1, (file, old)
            (self.folder / file).write_text(text.replace(old, new), encoding="utf-8")
        self._edited = frozenset(edits)
        _forget(changed)


def _forget(changed: Sequence[str]) -> None:
    """Forget what this process has loaded from the vocabulary; of what takes long, only what has changed."""
    kept = [f"core.{name}" for name in ("actors", "time") if not any(f"/{name}/" in file for file in changed)]
    models = (german.load, tokens._nlp, language._identifier, fingerprint._module)
    for module in _modules():
        for value in vars(module).values():
            if not isinstance(value, _lru_cache_wrapper) or value in models:
                continue
            if not value.__module__.startswith(tuple(kept)):
                value.cache_clear()


def _modules() -> list[ModuleType]:
    return [module for name, module in sys.modules.items() if name.partition(".")[0] == "core"]
