"""Which actors may be one."""

import numpy as np
import pandas as pd
import pytest

from core.corrections.model import OtherActor, in_force
from dashboard.asking import anchored
from dashboard.asking.alike import open_pairs, pairs
from dashboard.asking.corpus import Corpus
from dashboard.asking.decisions import Pending, pending
from tests.dashboard.correcting.conftest import Place


def test_two_spellings_of_a_name_may_be_one_and_what_speaks_for_it_is_told(here: Place) -> None:
    (pair,) = pairs(here.corpus())
    assert {pair.a, pair.b} == {"karl-quandtmeier", "karl-quandtmaier"}
    assert pair.shared == ["heiko-maas"]


def test_what_somebody_has_decided_is_not_asked_again(here: Place) -> None:
    corpus = here.corpus()
    one, other = (anchored.actor(corpus, actor) for actor in ("karl-quandtmeier", "karl-quandtmaier"))
    here.say(OtherActor(one, (other,)))
    assert open_pairs(corpus, pairs(corpus)) != []
    assert open_pairs(corpus.corrected(pending(corpus.tables, in_force(here.lines()))), pairs(corpus)) == []


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("Jörn Quandtmeier", "Joern Quandtmeier", True),
        ("J. Quandtmeier", "Jörn Quandtmeier", True),
        ("Quandtmeier", "Jörn Quandtmeier", True),
        ("Karl Müller", "Klaus Müller", False),
        ("Karl Müller", "Karl Möllner", False),
        ("Jörn Quandtmeier", "Jörn Adler", False),
        ("Bund der Förster", "Bund der Forster", True),
    ],
)
def test_names_are_near_or_not(here: Place, one: str, other: str, *, near: bool) -> None:
    assert bool(pairs(_named(here.corpus(), one, other))) == near


@pytest.mark.parametrize(("column", "value"), [("kind", "organisation"), ("country", "AUT")])
def test_kind_and_state_have_a_say(here: Place, column: str, value: str) -> None:
    corpus = here.corpus()
    corpus.actors = corpus.actors.astype(object)
    corpus.actors.loc["karl-quandtmaier", "country"] = "DEU"
    corpus.actors.loc["karl-quandtmeier", column] = value
    assert pairs(corpus) == []


def test_whoever_takes_part_beside_the_other_is_another(here: Place) -> None:
    corpus = here.corpus()
    both = pd.DataFrame({"event_id": corpus.events.index[0], "actor_id": ["karl-quandtmeier", "karl-quandtmaier"]})
    corpus.parts._rows = pd.concat([corpus.parts.rows, both.assign(role="agent")], ignore_index=True)
    assert pairs(corpus) == []


def _named(corpus: Corpus, one: str, other: str) -> Corpus:
    """The corpus with other names for the two actors that are alike."""
    names = {"karl-quandtmeier": one, "karl-quandtmaier": other}
    corpus.actors = corpus.actors.assign(name=[names.get(str(id_), str(id_)) for id_ in corpus.actors.index])
    corpus.actors["aliases"] = pd.Series([np.array([], dtype=object)] * len(corpus.actors), index=corpus.actors.index)
    return corpus.corrected(Pending())
