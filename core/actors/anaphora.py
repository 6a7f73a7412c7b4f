"""What takes an actor up again without its name: `er`, `der Premierminister`, `beide Seiten`, `das Bündnis`.

Each rule answers only where one antecedent is left; otherwise the words are left alone.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from core.actors.demonyms import demonym
from core.actors.knowledge import Knowledge
from core.actors.memory import GivenTitle, Memory
from core.actors.mentions import Named
from core.actors.sentences import NamedSentence
from core.actors.titles import Title, singular
from core.actors.values import Actor
from core.actors.verbs import LONGEST_CLAUSE, verb_of
from core.actors.whose import title_of
from core.model import Interval, MentionKind, Token

_REACH = 2  # sentences back in which a pronoun's antecedent is looked for
_PAIR_REACH = 4
_LAND_REACH = 1
_TAKES_UP = frozenset({"PPER", "NN"})


class Anaphora:
    """Reads a document sentence by sentence and answers whom words without a name mean."""

    def __init__(self, knowledge: Knowledge, actor: Callable[[str], Actor], published: Interval | None) -> None:
        self.knowledge = knowledge
        self.actor = actor
        self.published = published
        self.memory = Memory(actor)

    def take_up(self, sentence: NamedSentence, names: Sequence[Named]) -> list[Named]:
        """The names of the next sentence and what takes up actors in it, in the order of the text."""
        waiting = deque(sorted(names, key=lambda m: m.start))
        covered = {i for m in names for i in range(m.first, m.last + 1)}
        titled = {m.title.last for m in names if m.title is not None}
        titles = {t.last: t for t in sentence.titles if t.last not in titled}
        self.memory.begin(sentence)
        for i, token in enumerate(sentence.sentence.tokens):
            while waiting and waiting[0].first <= i:
                self.memory.remember(waiting.popleft())
            if i in titles or (token.tag in _TAKES_UP and i not in covered):
                for mention in tuple(self._at(sentence, i, token, titles.get(i))):
                    self.memory.remember(mention)
        for mention in names:
            if mention.title is not None:
                of = title_of(mention.title, sentence, self.knowledge)
                self.memory.entitle(mention.actor_id, mention.title, of)
        return self.memory.end()

    def _at(self, sentence: NamedSentence, i: int, token: Token, title: Title | None) -> Iterator[Named]:
        tokens = sentence.sentence.tokens
        if token.tag == "PPER":
            yield from self._pronoun(sentence, i)
        elif title is not None:
            yield from self._title(sentence, title)
        elif token.tag == "NN" and i:
            before = tokens[i - 1].text.lower()
            if before in {"beide", "beiden", "beider"}:
                yield from self._both(tokens, i)
            else:
                yield from self._noun(tokens, i)

    # Pronouns

    def _pronoun(self, sentence: NamedSentence, i: int) -> Iterator[Named]:
        token = sentence.sentence.tokens[i]
        word = token.text.lower()
        if word in {"er", "ihn", "ihm"}:
            gender = "m"
        elif word == "sie" and _singular_verb_near(sentence.sentence.tokens, i):
            gender = "f"
        else:
            if word == "sie" and i == 0:
                yield from (_named(token, token, i, i, person, "pronoun") for person in self._two_before())
            return
        human = verb_of(sentence.sentence.tokens, i) in self.knowledge.patterns.speech_verbs
        actor_id = self._antecedent(gender, subject=word in {"er", "sie"}, human=human)
        if actor_id is not None:
            yield _named(token, token, i, i, actor_id, "pronoun", free=word in {"er", "sie"})

    def _two_before(self) -> tuple[str, ...]:
        """The two persons of the sentence before, where it has just two, and one of them as its subject."""
        for sentence, mentions in self.memory.back(1):
            if sentence is self.memory.sentence:
                continue
            named = [m for m in mentions if not m.attributive]
            persons = dict.fromkeys(m.actor_id for m in named if self.actor(m.actor_id).kind == "person")
            subject = any(m.free for m in named if m.actor_id in persons)
            return tuple(persons) if len(persons) == 2 and subject else ()
        return ()

    def _antecedent(self, gender: str, *, subject: bool, human: bool) -> str | None:
        """The person whom a pronoun means: the only one in the nearest sentence that has any, or its only subject.

        Nobody where that sentence begins with a thing that the pronoun could mean as well, unless the pronoun's verb
        says that it is `human`.
        """
        for sentence, mentions in self.memory.back(_REACH):
            persons = [m for m in mentions if not m.attributive and self._may_be(m.actor_id, gender)]
            ids = list(dict.fromkeys(m.actor_id for m in persons))
            if len(ids) > 1:
                subjects = list(dict.fromkeys(m.actor_id for m in persons if m.free))
                ids = subjects if subject else []
            here = sentence is self.memory.sentence
            if ids and gender == "m" and not human and not here and _begins_with_thing(sentence):
                return None
            if ids:
                return ids[0] if len(ids) == 1 else None
        return None

    def _may_be(self, actor_id: str, gender: str) -> bool:
        actor = self.actor(actor_id)
        return actor.kind == "person" and actor.gender in ({gender} if gender == "f" else {"m", None})

    # Titles

    def _title(self, sentence: NamedSentence, title: Title) -> Iterator[Named]:
        """`der Premierminister`, `Kishidas Nachfolger`, `die Kanzlerin`."""
        tokens = sentence.sentence.tokens
        whose = self.memory.person_at(title.first - 1)
        if title.noun.startswith("Nachfolger"):
            actor_id = self._successor(tokens, whose) if whose is not None else None
            if whose is not None and actor_id is not None:
                yield _named(tokens[whose.first], tokens[title.last], whose.first, title.last, actor_id, "title")
            return
        of = title_of(title, sentence, self.knowledge)
        if title.former and of is None:
            return  # "der Ex-Präsident": who is in office now is not meant
        if title.noun.startswith(_COLLEAGUE):
            actor_id = self._colleague(title, of)
            if actor_id is not None:
                yield _named(tokens[title.first], tokens[title.last], title.first, title.last, actor_id, "title")
            return
        if title.noun.lower() in self.knowledge.peoples and title.first > 1 and tokens[title.first - 2].tag == "NN":
            return  # "die Sicht der Norweger"
        owner = title.first - 1 >= 0 and tokens[title.first - 1].tag in {"NE"} and of is not None
        if not owner and not _definite(tokens, title):
            return
        if any(
            demonym(word, self.knowledge) is None and not word.startswith(_STILL)
            for word in title.modifiers
            if word[0].islower()
        ):
            return
        actor_id = self._holder(title, of)
        if actor_id is not None:
            yield _named(tokens[title.first], tokens[title.last], title.first, title.last, actor_id, "title")

    def _successor(self, tokens: Sequence[Token], whose: Named) -> str | None:
        """Who came after a person in office; where the words are in apposition, the person named before them."""
        if whose.first >= 2 and tokens[whose.first - 1].text == ",":
            named = self.memory.person_at(whose.first - 2)
            if named is not None:
                return named.actor_id
        for tenure in reversed(self.actor(whose.actor_id).tenures):
            for holder, begins, _ in self.knowledge.holders.get((tenure.office, tenure.of), ()):
                if begins and tenure.ends and begins >= tenure.ends and holder != whose.actor_id:
                    return holder
        return None

    def _colleague(self, title: Title, of: str | None) -> str | None:
        """`sein japanischer Amtskollege`: who holds, for that state, the office of the last person named with one."""
        if of is None:
            return None
        for mention in reversed(self.memory.here()):
            offices = mention.title.offices if mention.title is not None else ()
            if offices:
                return self._holder(title._replace(offices=offices), of)
        return None

    def _holder(self, title: Title, of: str | None) -> str | None:
        """The last person in the document who bears the title, else the known holder when the document was written."""
        for actor_id, given in self.memory.persons():
            if self._bears(actor_id, given, title, of):
                return actor_id
        if self.published is None or title.former or title.deputy:
            return None
        if of is None:
            of = _HOME.get(singular(title.noun).removesuffix("in"))
        day = self.published.last
        for office in title.offices:
            for holder, begins, ends in self.knowledge.holders.get((office, of or ""), ()):
                if begins and begins <= day and (ends is None or day <= ends):
                    return holder
        return None

    def _bears(self, actor_id: str, titles: Iterable[GivenTitle], title: Title, of: str | None) -> bool:
        """Whether a person to whom the text gave those titles is called so."""
        if title.feminine and self.actor(actor_id).gender != "f":
            return False
        noun = singular(title.noun)
        for given in titles:
            same = given.noun == noun or not given.offices.isdisjoint(title.offices)
            if same and (of is None or given.of is None or of == given.of):
                return True
        return of is not None and any(t.office in title.offices and t.of == of for t in self.actor(actor_id).tenures)

    # Groups

    def _both(self, tokens: Sequence[Token], i: int) -> Iterator[Named]:
        pairs = self.knowledge.patterns.pairs
        word = tokens[i].text
        persons = word in pairs.persons
        if not persons and word not in pairs.nouns:
            return
        for actor_id in self._pair(persons=persons):
            yield _named(tokens[i - 1], tokens[i], i - 1, i, actor_id, "pronoun")

    def _pair(self, *, persons: bool) -> tuple[str, ...]:
        """The last two actors joined by `und`, else the only two of the last sentences."""
        near: list[str] = []
        for back, (sentence, mentions) in enumerate(self.memory.back(_PAIR_REACH)):
            wanted = [
                m for m in mentions if (self.actor(m.actor_id).kind == "person") == persons and m.kind != "pronoun"
            ]
            if pair := _joined(wanted, sentence.sentence.tokens):
                return pair
            if back <= _REACH:
                near.extend(m.actor_id for m in wanted)
        only = tuple(dict.fromkeys(near))
        return only if len(only) == 2 else ()

    def _noun(self, tokens: Sequence[Token], i: int) -> Iterator[Named]:
        """`das Bündnis`, `die Partei`, `der Konzern`, `des Landes`."""
        noun = tokens[i].text
        if noun not in self.knowledge.taken_up and (noun := noun.removesuffix("es")) not in self.knowledge.taken_up:
            noun = noun.removesuffix("s")
        groups = self.knowledge.taken_up.get(noun)
        if not groups or (i + 1 < len(tokens) and _goes_on(tokens[i + 1])):
            return
        first = i - 1
        adjective = tokens[first].text if tokens[first].tag == "ADJA" else None
        first -= adjective is not None
        if first < 0 or tokens[first].text.lower() not in _DEFINITE:
            return
        actor_id = self._land(adjective) if "state" in groups else self._of_group(groups, adjective)
        if actor_id is not None:
            yield _named(
                tokens[i],
                tokens[i],
                i,
                i,
                actor_id,
                "pronoun",
                free=tokens[first].text.lower() not in {"dem", "den", "des"},
            )

    def _of_group(self, groups: frozenset[str], adjective: str | None) -> str | None:
        """The only actor of a group so far, or the only one in the last sentences."""
        if adjective is not None:
            return None
        if only := self.memory.only_one_of(groups):
            return only
        near = {m.actor_id for _, ms in self.memory.back(_REACH) for m in ms if self.actor(m.actor_id).group in groups}
        return near.pop() if len(near) == 1 else None

    def _land(self, adjective: str | None) -> str | None:
        """The state the document is about, where the last sentences name no other; with a continent, one on it."""
        if adjective is not None:
            return self._land_of(adjective)
        for _, mentions in self.memory.back(_LAND_REACH):
            named = [m for m in mentions if self.actor(m.actor_id).kind == "state" and not m.attributive]
            near = {m.actor_id for m in named}
            if len(near) > 1:
                near = {m.actor_id for m in named if m.free}
            if near:
                state = near.pop()
                states = self.memory.states()
                return state if not near and states[state] == max(states.values()) else None
        return None

    def _land_of(self, adjective: str) -> str | None:
        """The state of that part of the world which makes up most of those named so far."""
        for continent, stem in self.knowledge.patterns.continents.items():
            if adjective.startswith(stem):
                there = {
                    s: n for s, n in self.memory.states().items() if continent in self.knowledge.continent.get(s, ())
                }
                first = max(there, key=lambda s: there[s], default=None)
                return first if first is not None and there[first] * 2 > sum(there.values()) else None
        return None


_COLLEAGUE = ("Amtskolleg", "Kolleg")
_HOME: Mapping[str, str] = {"bundeskanzler": "germany", "bundespräsident": "germany", "bundesaußenminister": "germany"}
_STILL = ("neu", "amtierend", "heutig", "derzeitig", "jetzig", "gegenwärtig", "ehemalig", "früher", "damalig")
_DEFINITE = frozenset(
    {
        "der",
        "die",
        "das",
        "des",
        "dem",
        "den",
        "dieser",
        "diese",
        "dieses",
        "diesem",
        "diesen",
        "zum",
        "im",
        "vom",
        "zur",
        "beim",
    }
)


def _named(
    begin: Token, end: Token, first: int, last: int, actor_id: str, kind: MentionKind, *, free: bool = True
) -> Named:
    return Named(begin.start, end.end, first, last, actor_id, kind, False, free)


def _goes_on(token: Token) -> bool:
    """Whether a noun is followed by what makes it another thing: `das Bündnis zwischen ...`, `das Land Hessen`."""
    return token.tag in {"NE", "FM", "CARD"} or token.text in {"zwischen", "aus", "von", "mit", "der", "des"}


def _definite(tokens: Sequence[Token], title: Title) -> bool:
    """Whether a definite article stands before a title in the singular."""
    if title.first == 0:
        return False
    article = tokens[title.first - 1].text.lower()
    if article in {"die", "diese"} and not title.feminine:
        return False
    return article in _DEFINITE - {"das", "zur"} or (title.feminine and article == "zur")


def _singular_verb_near(tokens: Sequence[Token], i: int) -> bool:
    """Whether the finite verb next to `sie` is in the third person singular."""
    for j in (i + 1, i - 1, i + 2):
        if 0 <= j < len(tokens) and tokens[j].tag in {"VVFIN", "VAFIN", "VMFIN"}:
            return not tokens[j].text.endswith("n") and tokens[j].text != "sind"
    return bool(tokens) and tokens[-1].text != "sind" and _last_verb_singular(tokens, i)


def _last_verb_singular(tokens: Sequence[Token], i: int) -> bool:
    for token in tokens[i + 1 : i + 1 + LONGEST_CLAUSE]:
        if token.tag in {"VVFIN", "VAFIN", "VMFIN"}:
            return not token.text.endswith("n")
        if token.tag in {"$,", "$."}:
            break
    return False


def _begins_with_thing(sentence: NamedSentence) -> bool:
    """Whether a sentence begins with a masculine noun that is no person: it may be what `er` means."""
    tokens = sentence.sentence.tokens
    if not tokens or tokens[0].text not in {"Der", "Ein", "Dieser", "Kein", "Sein", "Ihr"}:
        return False
    i = 1
    while i < len(tokens) and tokens[i].tag == "ADJA":
        i += 1
    return i < len(tokens) and tokens[i].tag == "NN" and not any(t.last == i for t in sentence.titles[: i + 1])


def _joined(mentions: Sequence[Named], tokens: Sequence[Token]) -> tuple[str, str] | None:
    """The last two actors joined by `und`."""
    for one, other in reversed(list(pairwise(mentions))):
        between = [t.text for t in tokens[one.last + 1 : other.first] if t.tag != "ART"]
        if between in (["und"], ["sowie"]) and one.actor_id != other.actor_id:
            return one.actor_id, other.actor_id
    return None
