"""The words that mark what follows or comes before as somebody's words, from the vocabulary."""

from functools import cache

from core.actors.references import references
from core.claims.lexicon import attribution_words, event_types, with_trait
from core.vocabulary import Entry, load


class _Verbs(Entry):
    saying: frozenset[str]
    impersonal: frozenset[str]
    citing: frozenset[str]
    urging: frozenset[str]
    calling: frozenset[str]


class _File(Entry):
    nouns: frozenset[str]
    sources: frozenset[str]
    views: frozenset[str]
    complementisers: frozenset[str]
    pointers: frozenset[str]
    no_speakers: frozenset[str]
    named: frozenset[str]
    first_person: frozenset[str]
    unnamed: frozenset[str]
    third_person: frozenset[str]
    definite: frozenset[str]
    indefinite: frozenset[str]
    own: str
    theirs: tuple[str, ...]
    offices: tuple[str, ...]
    bodies: tuple[str, ...]
    papers: tuple[str, ...]
    stances: frozenset[str]
    viewing: frozenset[str]
    either_mood: frozenset[str]
    guesses: frozenset[str]
    verbs: _Verbs


class Cues(Entry):
    """All cue words, in small letters; `quotations.toml` says what each list is."""

    saying: frozenset[str]
    impersonal: frozenset[str]
    citing: frozenset[str]
    urging: frozenset[str]
    calling: frozenset[str]
    nouns: frozenset[str]
    sources: frozenset[str]
    views: frozenset[str]
    prepositions: frozenset[str]
    postpositions: frozenset[str]
    particle: frozenset[str]
    brackets: frozenset[str]
    references: frozenset[str]
    complementisers: frozenset[str]
    pointers: frozenset[str]
    no_speakers: frozenset[str]
    named: frozenset[str]
    first_person: frozenset[str]
    unnamed: frozenset[str]
    third_person: frozenset[str]
    definite: frozenset[str]
    indefinite: frozenset[str]
    own: str
    theirs: tuple[str, ...]
    offices: tuple[str, ...]
    bodies: tuple[str, ...]
    papers: tuple[str, ...]
    stances: frozenset[str]
    viewing: frozenset[str]
    either_mood: frozenset[str]
    guesses: frozenset[str]

    @property
    def verbs(self) -> frozenset[str]:
        """Every verb that can be a cue."""
        return self.saying | self.urging | self.calling


@cache
def cues() -> Cues:
    """The cue words: those of `quotations.toml`, of `attribution.toml`, and the verbs and nouns of statements."""
    own, attribution, types = load("quotations.toml", _File), attribution_words(), event_types()
    said = frozenset(verb for name in with_trait("saying") for verb in types[name].verbs)
    words = frozenset(noun for name in with_trait("spoken") for noun in types[name].nouns)
    return Cues(
        saying=own.verbs.saying | own.verbs.impersonal | own.verbs.citing | said,
        impersonal=own.verbs.impersonal,
        citing=own.verbs.citing,
        urging=own.verbs.urging,
        calling=own.verbs.calling,
        nouns=_small(own.nouns | words),
        sources=_small(own.sources | attribution.nouns),
        views=_small(own.views),
        prepositions=attribution.prepositions - attribution.postpositions,
        postpositions=attribution.postpositions,
        particle=attribution.particle,
        brackets=attribution.brackets,
        references=attribution.references,
        complementisers=own.complementisers,
        pointers=own.pointers,
        no_speakers=own.no_speakers | own.pointers,
        named=_small(own.named),
        first_person=own.first_person,
        unnamed=_small(own.unnamed),
        third_person=own.third_person,
        definite=own.definite,
        indefinite=own.indefinite,
        own=own.own,
        theirs=own.theirs,
        offices=own.offices,
        bodies=(*own.bodies, *(ending for endings in references().persons.bodies.values() for ending in endings)),
        papers=own.papers,
        stances=own.stances,
        viewing=own.viewing,
        either_mood=own.either_mood,
        guesses=own.guesses,
    )


def _small(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word.lower() for word in words)
