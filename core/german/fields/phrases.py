"""Clause to noun phrases, each with its preposition or the part it plays, by word order and the forms of case."""

from collections.abc import Sequence

from core.german.cases import Readings, plural, readings
from core.german.grammar import grammar
from core.german.landmarks import Landmarks
from core.german.tags import DETERMINERS, FINITE, INSIDE, NOUNS, PREPOSITIONS, PRONOUNS
from core.german.values import Clause, Phrase
from core.model import Sentence, Token


def phrases(sentence: Sentence, clause: Clause, landmarks: Landmarks) -> tuple[Phrase, ...]:
    """The noun phrases of a clause in order; one of those without a preposition is its subject, where it has one."""
    return _Reading(sentence.tokens, clause, landmarks).phrases()


class _Reading:
    """A clause with the phrases made of it so far."""

    def __init__(self, words: Sequence[Token], clause: Clause, landmarks: Landmarks) -> None:
        self._words, self._clause, self._landmarks = words, clause, landmarks
        self._made: list[Phrase] = []

    def phrases(self) -> tuple[Phrase, ...]:
        """The phrases, the subject marked."""
        words, order = self._words, self._clause.tokens
        preposition = ""
        begin: list[int] = []
        begun: dict[int, tuple[str, list[int]]] = {}
        k = 0
        while k < len(order):
            i = order[k]
            word = words[i]
            if i in begun:
                preposition, begin = begun[i][0], [*begun[i][1], i]
            elif self._counts_up(k):
                k += 1
            elif word.tag in PREPOSITIONS or self._is_preposition(word):
                if not preposition and word.text.lower() in _PARTITIVE and self._is_number(begin):
                    self._made.append(self._phrase(tuple(begin), begin, ""))
                if (goes_on := self._goes_on(begin, k)) is not None:
                    begun[goes_on] = preposition, begin
                preposition, begin = grammar().prepositions.get(word.text.lower(), word.text.lower()), []
            elif word.tag in DETERMINERS or (word.tag in {"ADJA", "CARD"} and not begin):
                if begin and self._counts(begin, word):
                    self._made.append(self._phrase(tuple(begin), begin, preposition))
                    preposition = ""
                # The year of a date is no number of what follows: `traf am 5. Januar 2023 Habeck`.
                begin = [] if word.tag == "CARD" and i in self._landmarks.ends else [i]
            elif begin and word.tag == "CARD" and self._is_counted(k):
                begin.append(i)
            elif word.tag in NOUNS or word.tag in PRONOUNS:
                tokens, k = self._run(k, counted=any(words[j].tag == "CARD" for j in begin))
                self._made.append(self._phrase((*begin, *tokens), tokens, preposition))
                self._take_postposition(k)
                preposition, begin = "", []
                continue
            elif begin and word.tag in INSIDE:
                begin.append(i)
            elif word.tag[0] == "V" or word.tag == "PTKVZ" or word.text == ")":
                if word.tag in FINITE and not preposition and begin == [order[0]] and self._is_number(begin):
                    self._made.append(self._phrase(tuple(begin), begin, ""))
                preposition, begin = "", []
            k += 1
        self._mark_subject()
        return tuple(self._made)

    def _take_postposition(self, k: int) -> None:
        """Give the last phrase the postposition right behind it, or what it is of: `Angaben von X zufolge`.

        A person is of nothing: `sagte Bo Lund | der Zeitung zufolge`.
        """
        words, made, order = self._words, self._made, self._clause.tokens
        behind = words[order[k]].text.lower() if k < len(order) and order[k] == made[-1].tokens[-1] + 1 else ""
        if behind not in grammar().postpositions:
            return
        at = len(made) - 1
        while (host := self._host_of(at)) is not None and not self._is_person(host):
            at = host
        made[at] = made[at]._replace(preposition=behind, function="oblique", host=None)

    def _host_of(self, at: int) -> int | None:
        """The phrase that one in the genitive, or behind `von`, belongs to."""
        phrase = self._made[at]
        of_before = phrase.preposition == "von" and at and self._made[at - 1].tokens[-1] + 2 == phrase.tokens[0]
        return at - 1 if of_before else phrase.host

    def _counts(self, begin: Sequence[int], word: Token) -> bool:
        """Whether a number stands by itself before those of whom it counts some: `zwei ihrer Redakteure`."""
        number = all(self._words[i].tag == "CARD" for i in begin)
        return number and word.text.lower() in grammar().articles.genitive and word.tag in DETERMINERS

    def _is_number(self, begin: Sequence[int]) -> bool:
        """Whether what is begun is a number that stands for some of whom there are more, no year or time."""
        return (
            len(begin) == 1
            and self._words[begin[0]].tag == "CARD"
            and begin[0] not in self._landmarks.circumstances | self._landmarks.ends
        )

    def _is_counted(self, k: int) -> bool:
        """Whether an adjective right behind a number shows that the noun is still to come: `die drei alten Werke`."""
        at, following = self._clause.tokens[k], self._clause.tokens[k + 1 : k + 2]
        return at not in self._landmarks.ends and [self._words[i].tag for i in following] == ["ADJA"]

    def _goes_on(self, begin: Sequence[int], k: int) -> int | None:
        """Where a phrase goes on that is begun before the preposition at position k, which begins its attribute.

        That is the adjective behind a noun that has all it needs: `einem | am Sonntag veröffentlichten Interview`,
        `die | von Teilen der Partei geforderte Reform`. None where there is no such attribute.
        """
        words, order = self._words, self._clause.tokens
        if not begin or words[begin[0]].tag not in DETERMINERS or begin[-1] + 1 != order[k]:
            return None
        complete = False
        for j, i in enumerate(order[k:], k):
            tag = words[i].tag
            if complete and tag == "ADJA":
                behind = (words[n].tag for n in order[j + 1 :] if words[n].tag not in {"ADJA", "CARD"})
                return i if next(behind, "") in NOUNS and i not in self._landmarks.inside else None
            if tag in FINITE or tag in {"KOUS", "$.", "PRELS", "PTKVZ"} or words[i].text in {",", ":"}:
                return None
            if tag in NOUNS:
                complete = True
            elif tag in PREPOSITIONS or tag in DETERMINERS:
                complete = False
        return None

    def _is_preposition(self, word: Token) -> bool:
        """Whether a conjunction opens no clause here, and so is the preposition that it looks like: `während`."""
        lower = word.text.lower()
        return word.tag == "KOUS" and lower in grammar().or_preposition and lower != self._clause.opener

    def _counts_up(self, k: int) -> bool:
        """Whether `bis zu` stands before a number, and so is no preposition: `Ihm drohen bis zu zehn Jahre Haft`."""
        following = [self._words[i] for i in self._clause.tokens[k : k + 4]]
        both = [word.text.lower() for word in following[:2]] == ["bis", "zu"]
        return both and [word.tag for word in following[2:]] == ["CARD", "NN"]

    def _run(self, k: int, *, counted: bool) -> tuple[list[int], int]:
        """The nouns and names that stand together from position k, and the position after them.

        Behind a noun that a number counts, a name begins a phrase of its own: `haben 300 Menschen | Europa erreicht`.
        """
        words, order = self._words, self._clause.tokens
        tokens = [order[k]]
        k += 1
        while k < len(order):
            word, before = words[order[k]], words[tokens[-1]]
            if order[k] in self._landmarks.inside and order[k] == tokens[-1] + 1:
                tokens.append(order[k])
                k += 1
                continue
            if completing := self._completing(tokens[-1], k):
                tokens += completing
                k += len(completing)
                continue
            name_then_noun = (
                before.tag == "NE" and word.tag == "NN" and not before.text.endswith("s") and word.text[0] != "-"
            )
            another = before.tag == word.tag == "NN" and not self._belongs(tokens[-1], order[k])
            apart = order[k] != tokens[-1] + 1 or word.start == before.end
            one_name = tokens[-1] in self._landmarks.persons and order[k] in self._landmarks.persons
            ended = tokens[-1] in self._landmarks.ends
            if word.tag not in {"NN", "NE", "FM"} or before.tag in PRONOUNS or name_then_noun or another or ended:
                break
            if (apart or (counted and before.tag == "NN" and word.tag == "NE")) and not one_name:
                break
            tokens.append(order[k])
            k += 1
        return tokens, k

    def _belongs(self, i: int, following: int) -> bool:
        """Whether a noun right behind another belongs to its phrase: what it measures, a name, or a further title.

        `Tonnen Waffen`, `die Zeitung Welt`, `Kolumnist Pfarrer Giles Fraser`, and behind what looks like a noun and is
        an adjective, `am Wolfsburger Hauptplatz`; not so `übte im Gespräch Kritik`.
        """
        words, landmarks = self._words, self._landmarks
        titles = {i, following} <= landmarks.doers and words[min(following + 1, len(words) - 1)].tag == "NE"
        named = following in landmarks.bodies or following in landmarks.persons
        like_adjective = words[i].text.endswith("er") and i not in landmarks.doers
        return titles or named or like_adjective or words[i].lemma.lower() in grammar().nouns.measuring

    def _completing(self, last: int, k: int) -> Sequence[int]:
        """From position k on, the tokens up to the noun that has what one at `last` lacks: `Klima- und Artenschutz`."""
        words, ahead = self._words, self._clause.tokens[k : k + 2]
        noun = last + 2
        if not words[last].text.endswith("-") or noun not in ahead or words[noun].tag not in NOUNS:
            return ()
        return ahead[: ahead.index(noun) + 1] if words[last + 1].text in _JOINING else ()

    def _phrase(self, tokens: tuple[int, ...], nouns: Sequence[int], preposition: str) -> Phrase:
        words, before = self._words, self._made[-1] if self._made else None
        head = nouns[-1]
        first = words[tokens[0]]
        if preposition:
            return Phrase(tokens, head, preposition, "oblique", None)
        if self._landmarks.circumstances.issuperset(tokens):
            return Phrase(tokens, head, "", "oblique", None)  # `vergangene Woche`, `Oslo –`
        if before is None:
            return Phrase(tokens, head, "", "object", None)
        touches = before.tokens[-1] + 1 == tokens[0] and before.tokens[-1] not in self._landmarks.ends
        genitive = first.tag in DETERMINERS and first.text.lower() in grammar().articles.genitive
        genitive = genitive and any(reading[:3] == "gen" for reading in self._readings(tokens))
        of_noun = words[before.head].tag == "NN"
        name_in_s = of_noun and first.tag == "NE" and first.text.endswith("s")
        bare = of_noun and first.tag == "ADJA" and first.text.islower() and first.text.endswith("er")
        if touches and words[before.head].tag in {"NN", "NE", "NNA", "CARD"} and (genitive or name_in_s or bare):
            return Phrase(tokens, head, "", "attribute", len(self._made) - 1)
        joined = before.tokens[-1] + 2 == tokens[0] and words[tokens[0] - 1].tag in {"KON", "$,"}
        if joined and before.host is not None and self._is_genitive_too(tokens, before, self._made[before.host]):
            return Phrase(tokens, head, "", "attribute", before.host)
        if self._in_brackets(len(self._made) - 1) and len(self._made) > 1:  # `mit Anna Meier (FDP) und Otto Muster`
            gap = [word.text for word in words[before.tokens[-1] + 1 : tokens[0]]]
            before, joined = self._made[-2], len(gap) == 2 and gap[0] == ")" and gap[1] in _JOINING
        listed = joined and before.preposition and first.tag not in PRONOUNS and self._agrees(before.tokens, tokens)
        if listed and not self._ends_apposition(tokens):
            return Phrase(tokens, head, before.preposition, "oblique", None, joined=True)
        return Phrase(tokens, head, "", "object", None)

    def _is_genitive_too(self, tokens: Sequence[int], before: Phrase, host: Phrase) -> bool:
        """Whether a phrase joined to a genitive is one, too: `die Chefs der NATO | und der UNO`, `der CDU | und SPD`.

        A name without a clear form is none where the verb asks for a second subject: `Der Chef der CDU und Muster
        einigten sich`.
        """
        words = self._words
        first, head = words[tokens[0]], words[tokens[-1]]
        if first.tag in DETERMINERS and first.text.lower() in grammar().articles.genitive:
            noun = next((k for k, i in enumerate(tokens) if words[i].tag == "NN"), len(tokens) - 1)
            cases = {reading[:3] for reading in self._readings(tokens[: noun + 1])}  # `der Feuerwehr | Muster`
            if "gen" in cases and "nom" not in cases:
                return True
            if first.text.lower() != words[before.tokens[0]].text.lower():
                return False
        elif first.tag not in {"NE", "FM"}:
            return False
        names = {words[before.head].tag, head.tag} <= {"NE", "FM"}
        if not names or words[tokens[0] - 1].tag != "KON" or not self._landmarks.persons.isdisjoint(tokens):
            return False
        finite = self._finite()
        return finite is None or not plural(words[finite].text) or "nom p" in self._readings(host.tokens)

    def _agrees(self, before: Sequence[int], tokens: Sequence[int]) -> bool:
        """Whether what a comma joins can be in one case: `vor der Wahl, | ein Treffen` cannot, `in der Stadt, im Dorf`.

        Without a determiner before both that is not seen.
        """
        words = self._words
        both = all(words[run[0]].tag in DETERMINERS for run in (before, tokens))
        if words[tokens[0] - 1].text != "," or not both:
            return True
        one, other = ({reading[:3] for reading in self._readings(run)} - {"nom"} for run in (before, tokens))
        return not one or not other or not one.isdisjoint(other)

    def _ends_apposition(self, tokens: Sequence[int]) -> bool:
        """Whether a comma before a phrase ends what a person was said to be: `Bo Lund, Obfrau von X, …`.

        Made before are then the person, the noun behind a comma and what it is of.
        """
        words, made = self._words, self._made
        if words[tokens[0] - 1].text != "," or len(made) < 3:
            return False
        person, noun, of = made[-3:]
        between = words[person.tokens[-1] + 1 : noun.tokens[0]]
        named = person.head in self._landmarks.persons
        touches = of.tokens[0] == noun.tokens[-1] + 2
        return named and touches and not noun.preposition and [word.text for word in between] == [","]

    def _readings(self, tokens: Sequence[int]) -> Readings:
        own = [i for i in tokens if i not in self._landmarks.inside or i in self._landmarks.persons]
        return readings(self._words, own or tokens, self._landmarks.persons)

    def _mark_subject(self) -> None:
        """Mark the subject, and the names and nouns that `und` joins to it."""
        clause, words, made = self._clause, self._words, self._made
        passive = clause.verb is not None and clause.verb.passive
        if clause.kind == "infinitive" or (clause.shares is not None and not passive):
            return
        candidates = [k for k, p in enumerate(made) if p.function == "object" and _may_be_subject(p, words)]
        if clause.shares is not None:  # `wurden zwei Männer verhaftet und | drei Häuser durchsucht`
            candidates = [k for k in candidates if words[made[k].head].tag in NOUNS and self._nominative(k)]
        if not candidates:
            return
        at = self._likeliest(candidates)
        made[at] = made[at]._replace(function="subject")
        for k in range(at + 1, len(made)):
            if made[k].function == "object" and self._is_joined(k):
                made[k] = made[k]._replace(function="subject")
            elif made[k].function != "attribute" and not self._in_brackets(k):
                break

    def _likeliest(self, candidates: Sequence[int]) -> int:
        """Of several phrases that could be the subject the likeliest: a pronoun that is nothing else goes first.

        Then comes one in a certain nominative. Whatever cannot be in the nominative, or is singular where the verb is
        plural, comes last. Among equals it is the first, but in front of the verb the one right before it: a sentence
        in order has one phrase there; two stand there where machine translation went wrong.
        """
        words = self._words
        pronouns = [k for k in candidates if words[self._made[k].head].text.lower() in {"er", "wir", "ich", "man"}]
        if pronouns:
            return pronouns[0]
        agreeing = [k for k in candidates if self._nominative(k)] or candidates
        certain = [k for k in agreeing if all(r[:3] in {"nom", "gen"} for r in self._readings(self._made[k].tokens))]
        finite = self._finite()
        before = [k for k in agreeing if finite is not None and self._made[k].tokens[-1] < finite]
        if len(before) > 1 and finite is not None and words[finite - 1].text == "," and self._is_person(before[0]):
            return before[0]  # `Bo Lund, einst Richter, heute Dozent in Krems, rät ab`
        if certain and not (before and self._equates()):
            return self._leading(certain[0], agreeing)
        if (actor := self._who_acts(agreeing)) is not None:
            return actor
        if finite is None or self._clause.kind != "main":
            return agreeing[0]
        return next((k for k in reversed(before) if not self._is_joined(k)), agreeing[0])

    def _who_acts(self, candidates: Sequence[int]) -> int | None:
        """With a verb whose subject is somebody, the first person, or the first body where a thing stands before it.

        `Eine Zusammenarbeit mit ihnen lehnte Anna Meier ab`, `Das Angebot lehnte die Bahn ab`. Of two that could both
        do it, it is the first: `Die Gewerkschaft kritisierte Anna Meier`.
        """
        verb, landmarks = self._clause.verb, self._landmarks
        if verb is None or verb.lemma not in grammar().verbs.of_persons:
            return None
        first = self._made[candidates[0]]
        behind = (self._made[k] for k in self._following(candidates[0]))
        arranged = any(p.preposition == "mit" and p.tokens[0] == first.tokens[-1] + 2 for p in behind)
        if not arranged and (first.head in landmarks.doers or not landmarks.bodies.isdisjoint(first.tokens)):
            return None  # not so `eine Koalition mit ihnen`
        named = landmarks.persons
        if self._words[self._made[candidates[0]].head].lemma.lower().endswith(grammar().nouns.of_things):
            named |= landmarks.bodies
        return next((k for k in candidates if not named.isdisjoint(self._made[k].tokens)), None)

    def _is_person(self, k: int) -> bool:
        """Whether a phrase is the name of a person."""
        return not self._landmarks.persons.isdisjoint(self._made[k].tokens)

    def _equates(self) -> bool:
        """Whether the clause says that one thing is another, both in the nominative: `X war der erste Minister`."""
        return self._clause.verb is not None and self._clause.verb.lemma in grammar().verbs.copulas

    def _leading(self, k: int, candidates: Sequence[int]) -> int:
        """The first of the phrases that are joined to each other up to one: `Anna Meier, die Ministerin, …`."""
        while (before := k - 2 if k and self._in_brackets(k - 1) else k - 1) in candidates and self._is_joined(k):
            k = before
        return k

    def _nominative(self, k: int) -> bool:
        """Whether a phrase can be in the nominative, in the number of the clause's verb."""
        cases = {reading for reading in self._readings(self._made[k].tokens) if reading[:3] == "nom"}
        finite = self._finite()
        if finite is None or not cases:
            return bool(cases)
        several = any(self._is_joined(j) for j in self._following(k))
        if plural(self._words[finite].text):
            return several or "nom p" in cases
        return cases != {"nom p"}

    def _following(self, k: int) -> Sequence[int]:
        """The phrase behind another, what stands in brackets left out."""
        behind = range(k + 1, len(self._made))
        return [j for j in behind if not self._in_brackets(j)][:1]

    def _finite(self) -> int | None:
        return next((i for i in self._clause.tokens if self._words[i].tag in FINITE), None)

    def _is_joined(self, k: int) -> bool:
        """Whether a conjunction or a comma alone stands between a phrase and the one before it.

        What stands in brackets between them does not count: `Anna Meier (FDP) und Otto Muster (SPD)`.
        """
        if not k:
            return self._words[self._made[k].tokens[0] - 1].text in _JOINING
        gap = [word.text for word in self._words[self._made[k - 1].tokens[-1] + 1 : self._made[k].tokens[0]]]
        if self._in_brackets(k - 1) and gap[:1] == [")"]:
            gap = gap[1:]
        return (len(gap) == 1 and gap[0] in _JOINING) or self._is_correlated(k, gap)

    def _is_correlated(self, k: int, gap: Sequence[str]) -> bool:
        """Whether the words before a phrase are a pair's second half: `sowohl X | als auch Y`, `weder X | noch Y`."""
        half = " ".join(gap)
        first = _CORRELATED.get(half)
        before = range(self._clause.tokens[0], self._made[k].tokens[0])
        return half in _TOO or (first is not None and any(self._words[i].text.lower() == first for i in before))

    def _in_brackets(self, k: int) -> bool:
        """Whether a phrase opens a bracket."""
        return self._words[self._made[k].tokens[0] - 1].text in {"(", "["}


_JOINING = frozenset({"und", ",", "sowie", "oder"})
_CORRELATED = {"als auch": "sowohl", ", als auch": "sowohl", "wie auch": "sowohl", "wie": "sowohl", "noch": "weder"}
"""What joins the second of two that a word before the first announces."""
_TOO = frozenset({"und auch", "sowie auch", "wie auch", "oder auch"})
_PARTITIVE = frozenset({"von", "unter"})
"""Prepositions before those of whom a number counts some: `zwei von ihnen`."""


def _may_be_subject(phrase: Phrase, words: Sequence[Token]) -> bool:
    first, head = words[phrase.tokens[0]], words[phrase.head]
    if head.lemma.lower() in grammar().nouns.of_time and first.tag == "ADJA":
        return False
    if words[phrase.tokens[0] - 1].text in {"(", "["}:  # `Anna Meier (FDP)`
        return False
    bare_number = first.tag == "CARD" and head.tag == "CARD" and not _counts_some(phrase, words)
    oblique = first.tag != "NE" and first.text.lower() in grammar().articles.not_nominative
    return not oblique and not bare_number


def _counts_some(phrase: Phrase, words: Sequence[Token]) -> bool:
    """Whether a number stands for some of more: `Drei der sechs Räte gingen`, `zwei von ihnen`, `40 starben`."""
    behind = words[phrase.head + 1] if phrase.head + 1 < len(words) else words[phrase.head]
    genitive = behind.tag in DETERMINERS and behind.text.lower() in grammar().articles.genitive
    return genitive or behind.text.lower() in _PARTITIVE or behind.tag in FINITE
