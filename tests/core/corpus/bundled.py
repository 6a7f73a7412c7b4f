"""A plain form of bundle for tests: articles between lines of `=`, each with its head over a line of `-`.

Vendors' forms are divided as ever.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch

from core.corpus import bundles, unpacking
from core.corpus.bundles import Division
from core.corpus.formats import Extracted
from core.messages import Message

_BETWEEN, _BELOW = "\n=====\n", "\n-----\n"


def bundle(*articles: str) -> bytes:
    """A file with these articles."""
    return _BETWEEN.join(articles).encode()


def article(text: str, **known: str) -> str:
    """An article with what its head says."""
    return "\n".join(f"{key}: {value}" for key, value in known.items()) + _BELOW + text


def may_be_bundle(data: bytes, suffix: str) -> bool:
    """Whether a file is divided."""
    return (suffix == ".txt" and _BETWEEN.strip().encode() in data) or bundles.may_be_bundle(data, suffix)


def divide(extracted: Extracted, file: str) -> Division:
    """The articles of a bundle; of one that begins with a line of `=`, none."""
    if _BETWEEN.strip() not in extracted.text:
        return bundles.divide(extracted, file)
    if extracted.text.startswith(_BETWEEN.lstrip()):
        return Division((), Message("seems to hold several articles that cannot be told apart; split it"))
    return Division(tuple(map(parsed, extracted.text.split(_BETWEEN))), None)


def parsed(source: str) -> Extracted:
    """An article as `article` writes it."""
    head, _, text = source.rpartition(_BELOW)
    pairs = (line.split(": ", 1) for line in head.splitlines())
    return Extracted(text, dict(pairs))


@contextmanager
def divided() -> Iterator[None]:
    """Bundles of this form are divided, in this process."""
    with (
        patch("core.corpus.documents.may_be_bundle", may_be_bundle),
        patch("core.corpus.unpacking.may_be_bundle", may_be_bundle),
        patch("core.corpus.unpacking.divide", divide),
        patch("core.corpus.confined.held", unpacking.held),
    ):
        yield
