"""What a piece of Lagebild's code depends on, as a hash: its modules, the vocabulary that they name, the libraries."""

import hashlib
import re
import sys
from collections.abc import Iterable, Iterator
from dis import get_instructions, opmap
from functools import cache
from importlib.machinery import SourceFileLoader
from importlib.metadata import PackageNotFoundError, distributions, requires, version
from pathlib import Path
from platform import python_version
from types import CodeType
from typing import NamedTuple

_ROOT = Path(__file__).parents[1]
_VOCABULARY = _ROOT / "vocabulary"
_DISTRIBUTIONS = {
    "charset_normalizer": "charset-normalizer",
    "docx": "python-docx",
    "markdown_it": "markdown-it-py",
    "oxmsg": "python-oxmsg",
    "upath": "universal_pathlib",
    "yaml": "PyYAML",
}
"""Libraries whose name on PyPI is not that of the module."""

_REQUIRED = re.compile(r"[\w.-]+(?!.*\bextra *==)")
"""The name in a requirement, such as `lxml[html-clean]>=5.3`, that is none of an extra."""


_IMPORT = opmap["IMPORT_NAME"]

_LISTING = "core.vocabulary_files"
"""The module that says which vocabulary files a folder holds."""


class _Module(NamedTuple):
    """What one source file says: its own bytes, and the modules of Lagebild and the libraries that it imports."""

    content: bytes
    imports: frozenset[str]
    libraries: frozenset[str]

    def names(self, word: str) -> bool:
        """Whether the word stands in the file as a string of its own."""
        return f'"{word}"'.encode() in self.content


def fingerprint(modules: Iterable[str], *more: str) -> bytes:
    """A hash that changes where anything changes that the results of these modules depend on.

    That is the code of the modules and of all that they import from Lagebild, the files and folders of the vocabulary
    that this code names in a string, and the releases of Python and of the libraries that it imports.

    Args:
        modules: names of modules and packages of Lagebild, such as `core.time`.
        more: anything else that the results depend on.
    """
    digest = hashlib.sha256(python_version().encode())
    for part in more:
        digest.update(b"\0" + part.encode())
    for name, content in parts(modules):
        digest.update(b"\0" + name.encode() + b"\0" + hashlib.sha256(content).digest())
    return digest.digest()[:16]


def releases() -> dict[str, str]:
    """The releases of Python and of every library that Lagebild declares, by name; of all there are in a bare checkout.

    A library that one of these brings along counts only where it is declared as well.
    """
    try:
        declared = [named[0] for line in requires("lagebild") or () if (named := _REQUIRED.match(line))]
    except PackageNotFoundError:
        declared = sorted({each.name for each in distributions()})
    return {"Python": python_version(), **{library: _release(library) for library in declared}}


def parts(modules: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """The names and contents of all that these modules depend on, in a fixed order: code, vocabulary, libraries."""
    closure: dict[str, _Module] = {}
    waiting = sorted(modules)
    while waiting:
        if (name := waiting.pop()) not in closure:
            closure[name] = _module(name)
            waiting += closure[name].imports
    yield from ((name, closure[name].content) for name in sorted(closure))
    # Elsewhere a word such as `time` is no folder of the vocabulary.
    listing = [module for module in closure.values() if _LISTING in module.imports]
    yield from (
        (path, content)
        for path, content in _vocabulary()
        if any(module.names(path) for module in closure.values())
        or any(module.names(path.partition("/")[0]) for module in listing)
    )
    for library in sorted(frozenset[str]().union(*(module.libraries for module in closure.values()))):
        yield library, _release(library).encode()


@cache
def _vocabulary() -> tuple[tuple[str, bytes], ...]:
    paths = sorted(_VOCABULARY.rglob("*.toml"))
    return tuple((path.relative_to(_VOCABULARY).as_posix(), path.read_bytes()) for path in paths)


@cache
def _module(name: str) -> _Module:
    path = _path(name)
    # What Python compiled it to is kept beside it; to parse every file anew takes two seconds.
    code = SourceFileLoader(name, str(path)).get_code(name)
    imports, libraries = set[str](), set[str]()
    for module, names in _imported(code) if code else ():
        if module.partition(".")[0] != "core":
            libraries.add(module.partition(".")[0])
        elif names is None:
            imports.add(module)
        else:
            # A package's own file only hands on what its modules give: a module of it stands for itself.
            imports |= {inner if _is_module(inner := f"{module}.{each}") else module for each in names}
    return _Module(path.read_bytes(), frozenset(imports), frozenset(libraries - sys.stdlib_module_names))


def _imported(code: CodeType) -> Iterator[tuple[str, tuple[str, ...] | None]]:
    """The modules that code and all in it imports, and the names that it takes from each; None for a whole module."""
    if _IMPORT in code.co_code[::2]:  # most functions import nothing
        names: tuple[str, ...] | None = None
        for step in get_instructions(code):
            if step.opname == "LOAD_CONST":
                names = step.argval
            elif step.opcode == _IMPORT:
                yield step.argval, names
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _imported(constant)


def _path(name: str) -> Path:
    path = _ROOT.joinpath(*name.split(".")[1:])
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


def _is_module(name: str) -> bool:
    return _path(name).is_file()


@cache
def _release(library: str) -> str:
    """The installed release of a library; empty where there is none."""
    try:
        return version(_DISTRIBUTIONS.get(library, library))
    except PackageNotFoundError:
        return ""
