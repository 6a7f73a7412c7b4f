"""What takes an actor up again without its name: `er`, `der Premierminister`, `beide Seiten`, `das Bündnis`.

Each rule answers only where one antecedent is left; otherwise the words are left alone.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence

from core.actors import bare_titles, common_nouns, pronouns
from core.actors.datelines import state_of
from core.actors.joint_titles import titles_given
from core.actors.knowledge import Knowledge
from core.actors.memory import Memory
from core.actors.mentions import Named
from core.actors.sentences import NamedSentence
from core.actors.titles import Title
from core.actors.values import Actor, Membership
from core.actors.whose import title_of
from core.model import Interval

_PRONOUNS = frozenset({"PPER", "PDS", "PIS"})
_TAKES_UP = _PRONOUNS | {"NN"}


class Anaphora:
    """Reads a document sentence by sentence and answers whom words without a name mean."""

    def __init__(
        self,
        knowledge: Knowledge,
        actor: Callable[[str], Actor],
        published: Interval | None,
        named: Sequence[tuple[NamedSentence, Sequence[Named]]],
        memberships: Iterable[Membership],
    ) -> None:
        self.knowledge = knowledge
        self.written = published
        parties: dict[str, set[str]] = defaultdict(set)
        for membership in memberships:
            parties[membership.actor_id].add(membership.of)
        countries = Counter(actor(m.actor_id).country or "" for _, names in named for m in names)
        dateline = state_of((sentence.sentence for sentence, _ in named), knowledge)
        self.memory = Memory(actor, countries, parties, dateline)
        for sentence, names in named:
            for person, title in titles_given(sentence, names):
                self.memory.expect(person, title, title_of(title, sentence, knowledge))

    def take_up(self, sentence: NamedSentence, names: Sequence[Named]) -> list[Named]:
        """The names of the next sentence and what takes up actors in it, in the order of the text."""
        waiting = deque(sorted(names, key=lambda m: m.start))
        covered = {i for m in names for i in range(m.first, m.last + 1)}
        titled = {m.title.last for m in names if m.title is not None}
        titles = {t.last: t for t in sentence.titles if t.last not in titled}
        self.memory.begin(sentence, names)
        for i, token in enumerate(sentence.sentence.tokens):
            while waiting and waiting[0].first <= i:
                self.memory.remember(waiting.popleft())
            this_one = pronouns.is_this_one(sentence.sentence.tokens, i)
            if i in titles or ((token.tag in _TAKES_UP or this_one or pronouns.is_age(token)) and i not in covered):
                for mention in tuple(self._at(i, titles.get(i))):
                    self.memory.remember(mention)
        for person, title in titles_given(sentence, names):
            self.memory.entitle(person, title, title_of(title, sentence, self.knowledge))
        return self.memory.end()

    def _at(self, i: int, title: Title | None) -> Iterator[Named]:
        """Whom token `i` of the sentence that is read means; `title` is the one that ends with it."""
        token = self.memory.tokens[i]
        if token.tag in _PRONOUNS or pronouns.is_age(token) or pronouns.is_this_one(self.memory.tokens, i):
            return pronouns.meant(self.memory, i, self.knowledge)
        holders = list(bare_titles.meant(self.memory, title, self.knowledge, self.written)) if title is not None else []
        return iter(holders) if holders else common_nouns.meant(self.memory, i, self.knowledge)
