"""Passages, events and actors are found again after texts were edited and ids have changed."""

import msgspec

from core.anchors import Anchor
from core.briefings import Reference
from dashboard.asking.corpus import Corpus
from dashboard.asking.records import Claim, Discrepancy, records
from dashboard.scenes import found


def test_an_event_is_the_one_whose_claim_was_held_on_to_whatever_its_id_is_now(corpus: Corpus) -> None:
    for event_id in corpus.events.index[:10]:
        held = found.to_event(corpus, event_id)
        assert found.event(corpus, held) == event_id
        assert found.event(corpus, Reference("renamed", held.anchor)) == event_id


def test_where_the_words_are_gone_the_id_counts_and_without_both_there_is_none(corpus: Corpus) -> None:
    event_id = corpus.events.index[0]
    gone = Anchor("text-000", 0, 5, "Solche Worte stehen nirgends")
    assert found.event(corpus, Reference(event_id, gone)) == event_id
    assert found.event(corpus, Reference("nowhere", gone)) is None
    assert found.event(corpus, Reference("nowhere", msgspec.structs.replace(gone, doc_id="no-text"))) is None


def test_an_actor_is_the_one_whom_the_mention_stands_for(corpus: Corpus) -> None:
    for actor_id in corpus.actors.index[corpus.actors["n_mentions"] > 0][:5]:
        held = found.to_actor(corpus, actor_id)
        assert held.anchor is not None
        assert found.actor(corpus, Reference("renamed", held.anchor)) == actor_id
    assert found.actor(corpus, Reference("nowhere")) is None


def test_an_event_is_shown_by_passages_of_as_many_sources(corpus: Corpus) -> None:
    several = corpus.events.index[corpus.events["n_documents"] > 2][0]
    shown = found.best(corpus, several)
    assert len(shown) == len({claim.doc_id for claim in shown}) == found.SIDES


def test_where_sources_differ_the_passages_that_do_are_shown(corpus: Corpus) -> None:
    row = next(records(corpus.discrepancies, Discrepancy))
    claims = {claim.claim_id: claim for claim in records(corpus.claims.of(row.event_id), Claim)}
    differing = {claims[row.claim_a].doc_id, claims[row.claim_b].doc_id}
    assert {claim.doc_id for claim in found.best(corpus, row.event_id)} == differing
