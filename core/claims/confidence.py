"""How sure a claim is, from named reasons; the figures are in `vocabulary/confidence.toml`."""

from collections.abc import Iterable, Mapping
from functools import cache
from math import prod
from typing import Literal

from core.claims.triggers import Evidence
from core.vocabulary import Entry, load

Doubt = Literal[
    "no_agent", "inherited_subject", "inherited_date", "undated", "in_quotation", "saying", "lasting", "not_fact"
]


class _Confidence(Entry):
    base: Mapping[Evidence, float]
    factors: Mapping[Doubt, float]


@cache
def _figures() -> _Confidence:
    return load("confidence.toml", _Confidence)


def confidence(evidence: Evidence, doubts: Iterable[Doubt]) -> float:
    """A number from 0 to 1: the base of the evidence times the factor of each doubt, to two places."""
    figures = _figures()
    return round(figures.base[evidence] * prod(figures.factors[doubt] for doubt in doubts), 2)
