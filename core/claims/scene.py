"""One sentence laid out for the claim rules: its clauses, their phrases, and who is mentioned in which word."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from core.actors.values import Place
from core.claims.analysis import Analysis, Spanned, spans_within
from core.claims.lexicon import names_doer
from core.german.cases import plural
from core.german.clauses import Clause
from core.german.datelines import dateline
from core.german.landmarks import Landmarks, covered
from core.german.phrases import Phrase, phrases
from core.german.tags import FINITE
from core.model import Mention, MentionKind, Saying, Timex, Token
from core.time.dates import Dated

OPENING_QUOTES, CLOSING_QUOTES = frozenset("„»"), frozenset("“”«")
"""Marks of speech; single ones set off a quotation within it, or a name."""

_NOUNS = frozenset({"NN", "NE", "NNA", "NNI", "FM"})
_NAMES: frozenset[MentionKind] = frozenset({"name", "alias"})
_CONTRASTS = frozenset({"aber", "auch", "dagegen", "hingegen", "indes", "jedoch", "wiederum"})
_NEAR = 5  # tokens from a relative pronoun back to its noun: a comma, a mark, and a verb's particle may be between


class Noun(NamedTuple):
    """A noun of a clause: its index in the sentence, and its base form and form in the text, in small letters."""

    at: int
    lemma: str
    text: str


class Scene:
    """A sentence of an analysed document; token and clause numbers below are indices into it."""

    def __init__(self, analysis: Analysis, index: int) -> None:
        self.analysis = analysis
        self.index = index
        self.sentence = analysis.sentences[index]
        self.words: tuple[Token, ...] = self.sentence.tokens
        self.clauses = analysis.clauses[index]
        self._nouns: dict[tuple[int, ...], list[Noun]] = {}

    @cached_property
    def phrases(self) -> tuple[tuple[Phrase, ...], ...]:
        """The noun phrases of each clause."""
        return tuple(phrases(self.sentence, clause, self.landmarks) for clause in self.clauses)

    @cached_property
    def landmarks(self) -> Landmarks:
        """Where times, places and names end, and which tokens are persons' names."""
        kinds, words = self.analysis.kinds, self.words
        named = [m for row in self.mentions.values() for m in row if m.kind in _NAMES]
        persons = [(m.start, m.end) for m in named if kinds[m.actor_id] == "person"]
        bodies = [(m.start, m.end) for m in named if kinds[m.actor_id] != "person"]
        bounds = {time.end for time in self._times}
        bounds |= {place.end for row in self.places.values() for place in row if place.name == self._text(place)}
        bounds |= {end for _, end in persons}
        ends = frozenset(i for i, word in enumerate(words) if word.end in bounds)
        inside = covered(words, [(m.start + 1, m.end) for m in named])
        return Landmarks(
            ends - {i - 1 for i in inside},
            self.time_tokens | self.dateline,
            covered(words, persons),
            inside,
            covered(words, bodies),
            frozenset(i for i, word in enumerate(words) if word.tag == "NN" and names_doer(word)),
        )

    def _text(self, span: Place) -> str:
        return self.analysis.document.text[span.start : span.end]

    @cached_property
    def mentions(self) -> dict[int, list[Mention]]:
        """The mentions by the token that they begin in."""
        return self._by_token(spans_within(self.analysis.mentions, self.sentence.start, self.sentence.end))

    @cached_property
    def dates(self) -> dict[int, list[Dated]]:
        """The dates by the token that they begin in."""
        return self._by_token(spans_within(self.analysis.dates, self.sentence.start, self.sentence.end))

    @cached_property
    def places(self) -> dict[int, list[Place]]:
        """The places by the token that they begin in."""
        return self._by_token(spans_within(self.analysis.places, self.sentence.start, self.sentence.end))

    @cached_property
    def sayings(self) -> tuple[Saying, ...]:
        """The sayings that a part of the sentence belongs to, in order."""
        start, end = self.sentence.start, self.sentence.end
        return tuple(saying for saying in self.analysis.sayings if saying.start < end and start < saying.end)

    @cached_property
    def time_tokens(self) -> frozenset[int]:
        """The tokens that are a time expression or a part of one."""
        return self._tokens_of(self._times)

    @cached_property
    def durations(self) -> frozenset[int]:
        """The tokens that say how long or how often something is."""
        return self._tokens_of(time for time in self._times if time.type in {"DURATION", "SET"})

    @property
    def days(self) -> list[Timex]:
        """The time expressions that name days, times of a day, or longer stretches of the calendar."""
        return [time for time in self._times if time.type in {"DATE", "TIME"}]

    def _tokens_of(self, times: Iterable[Timex]) -> frozenset[int]:
        spans = list(times)
        return frozenset(
            i for i, word in enumerate(self.words) if any(s.start < word.end and word.start < s.end for s in spans)
        )

    @cached_property
    def _times(self) -> list[Timex]:
        return spans_within(self.analysis.times, self.sentence.start, self.sentence.end)

    @cached_property
    def dateline(self) -> frozenset[int]:
        """The tokens before the dash that a report's first sentence has behind its place: `Oslo/Wien (dpa) –`."""
        before = range(dateline(self.words))
        mentions = (mention for i in before for mention in self.mentions.get(i, ()))
        named = any(self.analysis.kinds.get(mention.actor_id) == "person" for mention in mentions)
        return frozenset() if named else frozenset(before)

    @cached_property
    def brackets(self) -> frozenset[int]:
        """The tokens that stand in brackets."""
        inside, deep = set(), 0
        for i, word in enumerate(self.words):
            deep += word.text == "("
            if deep:
                inside.add(i)
            deep -= word.text == ")" and deep > 0
        return frozenset(inside)

    def _by_token(self, spans: Iterable[Spanned]) -> dict[int, list[Spanned]]:
        spans_by: dict[int, list[Spanned]] = {}
        at = 0
        for span in spans:
            while at < len(self.words) and self.words[at].end <= span.start:
                at += 1
            if at < len(self.words):
                spans_by.setdefault(at, []).append(span)
        return spans_by

    def clause_of(self, token: int, among: Sequence[int]) -> int:
        """Which of some clauses a token stands in; the first where it stands in none of them."""
        return next((k for k in among if token in self.clauses[k].tokens), among[0])

    def inside(self, tokens: frozenset[int]) -> list[int]:
        """The clauses that stand wholly among some tokens."""
        return [k for k, clause in enumerate(self.clauses) if tokens.issuperset(clause.tokens)]

    def phrase_of(self, token: int, at: int) -> Phrase | None:
        """The phrase of a clause that a token stands in."""
        return next((phrase for phrase in self.phrases[at] if token in phrase.tokens), None)

    def home_of(self, token: int) -> Clause | None:
        """The clause that a token stands in; the conjunction that joins two stands in none."""
        return next((clause for clause in self.clauses if token in clause.tokens), None)

    def nouns(self, clause: Clause) -> list[Noun]:
        """The nouns and names of a clause in order; made once, as each frame of its verb asks for them."""
        if clause.tokens not in self._nouns:
            self._nouns[clause.tokens] = [self._noun(i) for i in clause.tokens if self.words[i].tag in _NOUNS]
        return self._nouns[clause.tokens]

    def _noun(self, at: int) -> Noun:
        word = self.words[at]
        return Noun(at, word.lemma.lower().lstrip("-"), word.text.lower().lstrip("-"))

    def noun_of(self, phrase: Phrase, at: int) -> Noun | None:
        """The noun that a phrase of a clause has as its head; of a relative pronoun the one that it stands for."""
        tag = self.words[phrase.head].tag
        if tag == "PRELS":
            return self._before(at)
        return self._noun(phrase.head) if tag in _NOUNS else None

    def antecedent(self, at: int) -> Noun | None:
        """The noun that the pronoun stands for with which a relative clause on the past begins: `die Zölle, die …`.

        In the present it says what kind of thing that is: `Beamte, die in Hauptquartiere versandt werden`.
        """
        clause = self.clauses[at]
        if clause.verb is None or clause.verb.tense == "present":
            return None
        first = next((i for i in clause.tokens if self.words[i].tag[0] != "$"), 0)
        if clause.kind != "relative" or self.words[first].tag != "PRELS":
            return None
        return self._before(at)

    def _before(self, at: int) -> Noun | None:
        """The noun that stands right before a clause."""
        first = min(self.clauses[at].tokens)
        before = range(first - 1, max(-1, first - _NEAR), -1)
        return next((self._noun(i) for i in before if self.words[i].tag in _NOUNS), None)

    def finite(self, at: int) -> int | None:
        """The finite verb of a clause."""
        return next((i for i in self.clauses[at].tokens if self.words[i].tag in FINITE), None)

    def tells_of_several(self, at: int) -> bool | None:
        """Whether the finite verb of a clause is in the plural; None where it has none."""
        finite = self.finite(at)
        return None if finite is None else plural(self.words[finite].text)

    def finite_of(self, tokens: Iterable[int]) -> int | None:
        """The first finite verb among some tokens."""
        return next((i for i in tokens if self.words[i].tag in FINITE), None)

    def is_in_front(self, at: int, phrase: Phrase) -> bool:
        """Whether a phrase stands before the verb of a main clause, where there is room for one constituent."""
        clause = self.clauses[at]
        finite = self.finite(at)
        if finite is None:
            return False
        verb_last = clause.verb is not None and len(clause.verb.tokens) > 1 and finite == max(clause.verb.tokens)
        return clause.kind == "main" and not verb_last and phrase.tokens[0] < finite

    def span(self, tokens: Iterable[int]) -> tuple[int, int]:
        """The stretch of text from the first to the last of the tokens, signs at both ends left out."""
        order = sorted(tokens)
        signs = {",", ";", ":", "–", "-", "|", "(", "„", "»", "‚"}
        while len(order) > 1 and self.words[order[0]].text in signs:
            order.pop(0)
        while len(order) > 1 and self.words[order[-1]].text in signs:
            order.pop()
        return self.words[order[0]].start, self.words[order[-1]].end

    def below(self, at: int) -> list[int]:
        """The clauses that a clause governs: its complements, and all that depends on these, in order."""
        governed: list[int] = []
        for k, clause in enumerate(self.clauses):
            if (clause.parent == at and self.is_complement(k)) or (clause.parent in governed and self._depends(k)):
                governed.append(k)
        return governed

    def complements(self, at: int) -> list[int]:
        """The clauses that are what a clause says, asks, plans, …, in order."""
        return [k for k, clause in enumerate(self.clauses) if clause.parent == at and self.is_complement(k)]

    def _depends(self, at: int) -> bool:
        return self.clauses[at].kind != "main" or self.is_complement(at)

    def is_complement(self, at: int) -> bool:
        """Whether a clause may be what the clause before it says: dass, infinitive, or verb-second after a comma."""
        clause = self.clauses[at]
        if clause.parent is None or clause.shares is not None or clause.kind == "relative":
            return False
        if clause.kind == "infinitive":
            return clause.opener == ""
        if clause.kind == "subordinate":
            return clause.opener == "dass" or self.is_question(at)
        first = self.words[clause.tokens[0]]
        if first.text in {"und", "aber", "doch", "oder", "denn", "sondern", "so"} or first.tag[1:] == "VFIN":
            return False
        return not self._is_anothers(at)

    def _is_anothers(self, at: int) -> bool:
        """Whether a verb-second clause tells what somebody else does: `Meier warf ihm etwas vor, Lund forderte …`.

        It begins with a person's name or sets its subject off (`der Richter aber befand …`, `auch Lund …`), and the
        clause before it has an object already.
        """
        clause = self.clauses[at]
        indicative = clause.verb is not None and clause.verb.mood == "indicative"
        if clause.parent is None or not indicative or self.words[clause.tokens[0] - 1].text != ",":
            return False
        first = [self.words[i].text.lower() for i in clause.tokens if i < (self.finite(at) or 0)]
        set_off = clause.tokens[0] in self.landmarks.persons or not _CONTRASTS.isdisjoint(first)
        return set_off and any(phrase.function == "object" for phrase in self.phrases[clause.parent])

    def is_question(self, at: int) -> bool:
        """Whether a clause is an indirect question, which asserts nothing."""
        opener, kind = self.clauses[at].opener, self.clauses[at].kind
        if opener == "wo":
            return not self._goes_on_about_place(at)
        if opener.startswith("welch"):
            return kind != "relative"  # `der Verein, welcher klagte`, but `welche Partei gewann`
        return opener in {"ob", "wie", "warum", "weshalb", "was", "wer"}

    def _goes_on_about_place(self, at: int) -> bool:
        """Whether a clause with `wo` tells what was at the place right before it: `flog nach Oslo, wo er Lund traf`."""
        clause = self.clauses[at]
        if clause.parent is None or clause.verb is None or clause.verb.mood != "indicative":
            return False
        before = [p for p in self.phrases[clause.parent] if p.tokens[-1] < clause.tokens[0]]
        behind = range(before[-1].tokens[-1] + 1, clause.tokens[0]) if before else ()
        touches = all(self.words[i].tag[0] in "V$" or self.words[i].tag == "PTKVZ" for i in behind)
        last = len(before) - 1
        while last > 0 and before[last].host is not None:
            last = before[last].host or 0
        return bool(before) and touches and before[last].preposition != ""

    def is_direct(self, at: int) -> bool:
        """Whether a quotation that is more than a word or two, with a verb of its own, begins within a clause."""
        for i in self.clauses[at].tokens:
            if self.words[i].text in OPENING_QUOTES:
                behind = range(i, len(self.words))
                end = next((k for k in behind if self.words[k].text in CLOSING_QUOTES), len(self.words))
                if any(word.tag in FINITE for word in self.words[i:end]):
                    return True
        return False
