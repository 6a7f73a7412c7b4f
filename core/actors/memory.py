"""What a document said of its actors so far: its last sentences as they are, of all before only what is asked again.

What remembering and asking cost does not depend on how long the document is.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from core.actors.mentions import Named
from core.actors.references import references
from core.actors.sentences import NamedSentence
from core.actors.titles import Title, singular
from core.actors.values import Actor
from core.german.compounds import heads
from core.model import Token

REACH = 2  # sentences back in which most antecedents are looked for
_SENTENCES = 5
_MOST_MENTIONS = 50  # looked at in one sentence, back from its end
_MOST_PERSONS = 100  # asked for a title, from the one last named
_BEFORE_STATE = 2  # tokens from `Regierung` to the name of its state or capital: a preposition or an article between


class GivenTitle(NamedTuple):
    """A title that the text gives to a person, the state or organisation that it belongs to, and whether it is over."""

    noun: str
    offices: frozenset[str]
    of: str | None
    former: bool


def group_of(actor: Actor) -> str | None:
    """The group whose nouns take an actor up; that of a company or a medium which no list knows is its kind."""
    return actor.group or (actor.kind if actor.kind in {"company", "media"} else None)


class Memory:
    """The mentions of a document up to the one that is read.

    Args:
        actor: gives an actor by id.
        countries: how often the whole document names actors of a country, by its code.
        parties: the parties to which the document says that a person belongs, by person.
        dateline: the state whose capital the document is datelined at.
    """

    def __init__(
        self,
        actor: Callable[[str], Actor],
        countries: Mapping[str, int],
        parties: Mapping[str, Collection[str]],
        dateline: str | None,
    ) -> None:
        self.actor = actor
        self.countries = countries
        self.parties = parties
        self._dateline = dateline
        self._to_come: dict[tuple[str, GivenTitle], None] = {}
        self._names: Sequence[Named] = ()
        self._sentences: deque[tuple[NamedSentence, list[Named]]] = deque(maxlen=_SENTENCES)
        self._titles: dict[str, set[GivenTitle]] = defaultdict(set)
        self._persons: dict[str, None] = {}  # the one last named stands last
        self._groups: dict[str | None, set[str]] = defaultdict(set)
        self._states: Counter[str] = Counter()
        self._forces: set[str] = set()
        self._governed: set[str] = set()
        self._ministries: set[str] = set()
        self._called: dict[str, set[str]] = defaultdict(set)

    def begin(self, sentence: NamedSentence, names: Sequence[Named]) -> None:
        """Go on to the next sentence, which has these names."""
        self._sentences.append((sentence, []))
        self._names = names

    def remember(self, mention: Named) -> None:
        """Add a mention to the sentence that is read."""
        self._sentences[-1][1].append(mention)
        actor = self.actor(mention.actor_id)
        self._groups[group_of(actor)].add(mention.actor_id)
        if actor.kind == "person":
            self._persons.pop(mention.actor_id, None)
            self._persons[mention.actor_id] = None
        elif actor.kind == "state" and not mention.attributive:
            self._states[mention.actor_id] += 1
            if self._is_government(mention):
                self._governed.add(mention.actor_id)
        elif actor.kind == "military":
            self._forces.add(mention.actor_id)
        if self.tokens[mention.last].text.lower().removesuffix("s").endswith("ministerium"):
            self._ministries.add(mention.actor_id)
        if actor.kind not in {"person", "state", "place"} and mention.kind in {"name", "alias"}:
            self._describe(mention)

    def _is_government(self, mention: Named) -> bool:
        """Whether a state is named by its government: `die norwegische Regierung`, `die Regierung in Oslo`."""
        beside = self.tokens[max(0, mention.first - _BEFORE_STATE) : mention.last + 2]
        return any(token.text in references().descriptions.governments for token in beside)

    def _describe(self, mention: Named) -> None:
        """Note what kind of body the noun right before a name, or the first in it, says it is: `die Terrorgruppe X`."""
        before = self.tokens[mention.first - 1] if mention.first else None
        starts = self.tokens[mention.first].start == mention.start
        if before is not None and starts and before.tag == "NN":
            for head in heads(before.text):
                self._called[head].add(mention.actor_id)
        whose, _, body = self.tokens[mention.last].text.rpartition("-")
        if whose.isupper() and starts and self.tokens[mention.last].end == mention.end:  # `EU-Kommission`
            self._called[body.lower()].add(mention.actor_id)
        is_body = self.actor(mention.actor_id).kind in {"organisation", "company", "military"}
        if is_body and mention.first < mention.last and mention.kind == "name":
            nouns = [token.text for token in self.tokens[mention.first : mention.last + 1] if token.tag == "NN"]
            for noun in nouns[:1]:  # `Syrische Beobachtungsstelle für Menschenrechte`, `Flughafen Wien`
                self._called[noun.lower()].add(mention.actor_id)

    def entitle(self, person: str, title: Title, of: str | None) -> None:
        """Note that the text gives a title to a person."""
        self._titles[person].add(GivenTitle(singular(title.noun), frozenset(title.offices), of, title.former))

    def expect(self, person: str, title: Title, of: str | None) -> None:
        """Note that the text is going to give a title to a person."""
        self._to_come[person, GivenTitle(singular(title.noun), frozenset(title.offices), of, title.former)] = None

    @property
    def names_nobody_yet(self) -> bool:
        """Whether the document has named no person so far."""
        return not self._persons

    def still_to_come(self) -> Iterable[tuple[str, GivenTitle]]:
        """The titles that the text gives to persons anywhere."""
        return self._to_come

    def end(self) -> list[Named]:
        """The mentions of the sentence that was read, in the order of the text."""
        mentions = self._sentences[-1][1]
        mentions.sort(key=lambda m: (m.start, m.end))
        return mentions

    @property
    def sentence(self) -> NamedSentence:
        """The sentence that is read."""
        return self._sentences[-1][0]

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the sentence that is read."""
        return self.sentence.sentence.tokens

    def here(self) -> list[Named]:
        """The last mentions of the sentence that is read."""
        return self._sentences[-1][1][-_MOST_MENTIONS:]

    def ahead(self, begin: int, end: int) -> Iterator[Named]:
        """The names of the sentence that is read which begin between two of its tokens."""
        return (name for name in self._names if begin <= name.first < end)

    def back(self, reach: int) -> Iterator[tuple[NamedSentence, list[Named]]]:
        """The sentence that is read and up to four before it, the nearest first, each with its last mentions."""
        for sentence, mentions in islice(reversed(self._sentences), 1 + reach):
            yield sentence, mentions[-_MOST_MENTIONS:]

    def person_at(self, last: int) -> Named | None:
        """The person whose name ends with that token of the sentence that is read."""
        return next((m for m in self.here() if m.last == last and self.actor(m.actor_id).kind == "person"), None)

    def persons(self) -> Iterator[tuple[str, Iterable[GivenTitle]]]:
        """The persons named so far, the last one first, each with the titles that the text gave."""
        for person in islice(reversed(self._persons), _MOST_PERSONS):
            yield person, self._titles.get(person, ())

    def only_one_of(self, groups: Iterable[str]) -> str | None:
        """The only actor so far that belongs to one of the groups."""
        named = [self._groups[group] for group in groups if group in self._groups]
        return next(iter(named[0])) if len(named) == 1 and len(named[0]) == 1 else None

    def only_one_called(self, nouns: Iterable[str]) -> str | None:
        """The only actor so far whose name has one of the nouns in it, or stood behind it or a compound of it."""
        called = next((self._called[noun.lower()] for noun in nouns if noun.lower() in self._called), set())
        return next(iter(called)) if len(called) == 1 else None

    def only_forces(self) -> str | None:
        """The only armed forces named so far."""
        return next(iter(self._forces)) if len(self._forces) == 1 else None

    def only_ministry(self) -> str | None:
        """The only actor so far that was named by a ministry, itself or the state that it stands for."""
        return next(iter(self._ministries)) if len(self._ministries) == 1 else None

    def only_government(self) -> str | None:
        """The only state so far that was named by its government."""
        return next(iter(self._governed)) if len(self._governed) == 1 else None

    def home(self) -> str | None:
        """The state that the document is from, as long as it has named no other."""
        return self._dateline if self._states.keys() <= {self._dateline} else None

    def states(self) -> Mapping[str, int]:
        """The states that took part so far, with the number of their mentions."""
        return self._states
