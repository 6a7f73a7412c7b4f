"""The subject of a clause: its words, and whom it names."""

from collections.abc import Iterator, Set
from itertools import pairwise
from typing import NamedTuple

from core.claims.gists.anaphora import is_partitive, is_unresolved, points_back
from core.claims.gists.nominative import as_subject
from core.claims.gists.realisation import text
from core.claims.gists.verbs import finite_verb
from core.claims.gists.vocabulary import words
from core.claims.lexicon import event_nouns, names_doer, role_words
from core.claims.scene import Scene
from core.german.cases import GENITIVE_OF_NAMES, plural
from core.german.compounds import is_among
from core.german.phrases import is_inside, whole
from core.german.tags import DETERMINERS, NOUNS, PREPOSITIONS, PRONOUNS, QUANTIFIERS, in_complex, is_sign
from core.model import Token

_STANDING = frozenset({"es", "man"})
"""Pronouns that stand for nobody in particular, and mean the same away from their sentence."""


class Subject(NamedTuple):
    """What a subject says by itself: its words, or the actor whom a pronoun or a bare name stands for.

    Both are None where a pronoun stands for nobody who is known; `name` is the bare name as it stands. Words that end
    with a known name have both: that name alone would do. `shorter` are words that stand for the whole where that is
    too long, the longest first, and `lesser` such as say less.
    """

    words: str | None
    actor: str | None = None
    name: str | None = None
    shorter: tuple[str, ...] = ()
    lesser: tuple[str, ...] = ()

    @property
    def shown(self) -> str | None:
        """The subject as its sentence has it, if that means something by itself."""
        return self.words or self.name or None


UNKNOWN = Subject(None)
"""A subject that stands for nobody who is known, or that no word tells."""


def subject_span(scene: Scene, at: int) -> range | None:
    """The tokens from the first to the last of a clause's subject with its attributes; None where it has none."""
    phrases = scene.phrases[at]
    mine = [k for k, phrase in enumerate(phrases) if phrase.function == "subject"]
    if not mine or any(max(whole(phrases, a)) + 1 == phrases[b].tokens[0] for a, b in pairwise(mine)):
        return None  # two that nothing joins cannot both be the subject
    verb = scene.clauses[at].verb
    if verb is not None and verb.passive:  # `wurden vom Parlament verabschiedet`: `vom Parlament` is the agent
        owned = (p for p in phrases if p.function == "attribute" and p.host in mine and not p.preposition)
        tokens = [i for p in (*(phrases[k] for k in mine), *owned) for i in p.tokens]
    else:
        persons = scene.landmarks.persons
        tokens = [
            i for k in mine for i in (phrases[k].tokens if phrases[k].tokens[-1] in persons else whole(phrases, k))
        ]
    every, first = scene.words, min(tokens)
    if first and every[first].tag == "NE" and every[first - 1].tag in NOUNS:
        return None  # an attribute of the noun before it: `im Norden Bayerns`
    if first > 1 and [word.text.lower() for word in every[first - 2 : first]] == ["bis", "zu"]:
        first -= 2  # `bis zu 40 Menschen`
    elif first and every[first - 1].tag in PREPOSITIONS:
        return None  # `Im Burgenland warnt …`
    if first and first - 1 in scene.landmarks.persons and _owns(every[first - 1], every[first]):
        first -= 1
        while first and first - 1 in scene.landmarks.persons:
            first -= 1  # `Anna Meiers Anwältin`
    rest = every[first].tag == "ADJA" and every[first].text.startswith(words().measured)
    if rest and first - 1 in scene.time_tokens:
        return None  # the rest of something: `der 27 Jahre | alte mutmaßliche Täter`
    while first and every[first].tag in QUANTIFIERS and _measures(every[first - 1]):
        first -= 1  # `mindestens 40 Menschen`, `so viel Regen`
    while first < min(tokens) and first and every[first - 1].text.lower() in words().telling_adverbs:
        first -= 1  # `nur rund 40 Menschen`
    last, finite = max(tokens), finite_verb(scene, at)
    if scene.clauses[at].kind == "main" and finite is not None and last < finite:
        between = range(last + 1, finite)  # in front of the verb stands one phrase, with all that belongs to it
        dated = next((i for i in between if i in scene.time_tokens), finite)
        dated -= dated < finite and every[dated - 1].tag in PREPOSITIONS
        last = last if any(every[i].text == "," for i in between) else max(last, dated - 1)
    elif scene.clauses[at].kind == "main":
        last = _with_joined(scene, at, last)
    if scene.clauses[at].kind == "main" and finite is not None and finite < first:
        following = next((k for k, p in enumerate(phrases) if p.tokens[0] == last + 2), None)
        before = set[str]() if following is None else {phrases[following].preposition}
        of_event = not before.isdisjoint(words().of_events) and is_among(every[last], event_nouns())
        body = before == {"für"} and every[last].lemma.lower().endswith(words().bodies_for)
        if following is not None and (of_event or body):
            last = max(whole(phrases, following))  # `hat der Prozess gegen X begonnen`, `das Zentrum für X`
        last = _with_measure(scene, last)
    return range(first, last + 1)


def _measures(word: Token) -> bool:
    """Whether an adverb says how many there are, not when: `mindestens`, but not `seither`."""
    return word.tag in {"ADV", "ADJD"} and word.text.lower() not in words().connecting


def _with_joined(scene: Scene, at: int, last: int) -> int:
    """The last word of a subject behind its verb with what is joined to it: `kamen Fischer | und zwei Boote`."""
    while last + 2 < len(scene.words) and scene.words[last + 1].text.lower() in words().joining:
        begins = {last + 2, last + 3} if scene.words[last + 2].tag == "ADV" else {last + 2}
        phrases = scene.phrases[at]
        k = next((k for k, p in enumerate(phrases) if p.tokens[0] in begins and not p.preposition), None)
        if k is None:
            break
        last = max(whole(phrases, k))
    return last


def _with_measure(scene: Scene, last: int) -> int:
    """The last word of a subject behind its verb with how much or what of: `ist eine Frist | von zwei Wochen`.

    `wurde der Verkauf | von Booten` is such, `wurde das Boot von Fischern` is none.
    """
    every = scene.words
    if last + 2 >= len(every) or every[last + 1].text != "von":
        return last
    if every[last + 2].tag == "NN" and not names_doer(every[last + 2]) and last + 2 not in scene.mentions:
        return last + 2
    number = next((i for i in range(last + 2, min(last + 5, len(every) - 1)) if every[i].tag == "CARD"), None)
    return last if number is None or every[number + 1].tag not in NOUNS else number + 1


def _owns(name: Token, noun: Token) -> bool:
    """Whether a name in the genitive stands right before its noun."""
    return noun.tag in {"NN", "ADJA"} and noun.start == name.end + 1 and name.text.endswith(GENITIVE_OF_NAMES)


def is_torn(scene: Scene, at: int, subject: range) -> bool:
    """Whether a subject cannot be one as it stands, because what is before or within it belongs elsewhere.

    So `eingeleiteten Verfahren` of `7.850 der | eingeleiteten Verfahren`, `Fischern` of `von 40 | Fischern`, `Betrug`
    of `wegen Raub und | Betrug`, `Oslo der Handel` of `verbot Oslo | der Handel`, `Norwegens` of `Norwegens | Oberstes
    Gericht`.
    """
    every, first = scene.words, subject[0]
    weak = every[first].tag in {"ADJA", "VVPP", "NNA"} and every[first].text.endswith(("en", "em"))
    joint = every[first - 1] if first else None
    home = scene.home_of(first - 2) if first > 1 else None
    inside = home is not None and (home is scene.clauses[at] or home.verb is None)
    joins = joint is not None and joint.tag == "KON" and joint.text.lower() in words().joining
    counted = joint is not None and joint.tag == "CARD" and first - 1 not in scene.time_tokens
    joined = counted or (joins and inside and every[first - 2].tag in NOUNS)
    parted = any(every[i].tag == "NE" and every[i + 1].tag == "ART" for i in subject[:-1])
    last = every[subject[-1]]
    behind = every[subject[-1] + 1] if subject[-1] + 1 < len(every) else last
    owning = last.tag == "NE" and last.text != last.lemma and last.text.endswith("s") and behind.text[0].isupper()
    open_ended = last.tag in {"ADJA", "NN"} and last.text[0].islower() and behind.tag in {"NN", "NE"}  # `neue | Werft`
    return (
        weak or joined or parted or open_ended or (owning and behind.tag in {"NN", "ADJA", "NE"} and len(subject) == 1)
    )


def is_impersonal(scene: Scene, subject: range) -> bool:
    """Whether a subject is a pronoun that means nobody in particular, and so can do something, but not be quoted."""
    return scene.words[subject[0]].text.lower() in _STANDING


def has_relative_subject(scene: Scene, at: int) -> bool:
    """Whether the subject of a clause is a relative pronoun."""
    tokens = subject_span(scene, at)
    return tokens is not None and scene.words[tokens[0]].tag == "PRELS"


def named_subject(scene: Scene, at: int, tokens: range, known: Set[str] = frozenset()) -> Subject:
    """What the subject of a clause says by itself, in words or as an actor; `UNKNOWN` where it says nothing so.

    Args:
        scene: the sentence.
        at: the clause.
        tokens: its subject, as `subject_span` gives it.
        known: actors whose name stands in place of a title for one of them.
    """
    first = scene.words[tokens[0]]
    if is_impersonal(scene, tokens):
        return Subject(first.text)
    mention = next(iter(scene.mentions.get(tokens[0], ())), None)
    whole_name = mention is not None and mention.end >= scene.words[tokens[-1]].end
    if mention is None and first.tag == "ART" and len(tokens) > 1:
        mention = next((m for m in scene.mentions.get(tokens[1], ()) if m.kind == "title"), None)
        whole_name = mention is not None and mention.end >= scene.words[tokens[-1]].end
    titled = mention is not None and mention.kind == "title" and mention.actor_id in known
    if (
        mention is not None
        and whole_name
        and (titled or mention.kind == "pronoun" or first.tag in PRONOUNS | {"PPOSAT"})
    ):
        beside = (m for i in scene.clauses[at].tokens if i not in tokens for m in scene.mentions.get(i, ()))
        return Subject(None, None if any(m.actor_id == mention.actor_id for m in beside) else mention.actor_id)
    if first.tag == "PRELS" and len(tokens) == 1:
        return Subject(_antecedent(scene, at))
    if first.tag == "PPER" and len(tokens) == 1 and (meant := _subject_before(scene, at, tokens[0])) is not None:
        return meant
    if any(is_unresolved(scene, i) for i in tokens) or (first.tag in PRONOUNS and not is_partitive(scene, tokens[0])):
        return UNKNOWN
    if mention is not None and whole_name and mention.kind in {"name", "alias"}:
        return Subject(None, mention.actor_id, text(scene, tokens))
    if any(i in clause.tokens for k, clause in enumerate(scene.clauses) if k != at for i in tokens):
        return UNKNOWN
    texts, apposed = [scene.words[i].text for i in tokens], None
    if words().joining.isdisjoint(texts) and "," in texts:
        if texts[:-1].count(",") > 1:
            return UNKNOWN  # an enumeration, or more than one can tell apart from it
        behind = scene.mentions.get(tokens[texts.index(",") + 1], ()) if texts.index(",") + 1 < len(tokens) else ()
        apposed = next((m.actor_id for m in behind if m.kind == "name" and m.end == scene.words[tokens[-1]].end), None)
        tokens = tokens[: texts.index(",")]
    if texts[-1] == ")" and texts.count("(") == 1:
        tokens = tokens[: texts.index("(")]
    said = text(scene, tokens)
    if not said:
        return UNKNOWN
    shorter, lesser = tuple(_shorter(scene, tokens)), tuple(_lesser(scene, at, tokens))
    return Subject(said, apposed or _name_in(scene, at, tokens), None, shorter, lesser)


def _shorter(scene: Scene, tokens: range) -> Iterator[str]:
    """A subject in fewer words, without its article or by bare names: `Bo Lund und Anna Meier`."""
    first = scene.words[tokens[0]].text.lower()
    if len(tokens) > 1 and first in {"der", "die", "das"} and scene.words[tokens[1]].tag == "NN":
        yield text(scene, tokens[1:])
    if (names := _persons(scene, tokens)) is not None:
        yield names


def _lesser(scene: Scene, at: int, tokens: range) -> Iterator[str]:
    """A subject without what only tells where its last noun is, or with dots for whose that is.

    `Ein Sprecher der Polizei in Oslo` is `Ein Sprecher der Polizei`, and then `Ein Sprecher …`.
    """
    end = tokens[-1]
    for phrase in reversed(scene.phrases[at]):
        behind = phrase.tokens[0] > tokens[0] + 1 and phrase.tokens[-1] == end
        if behind and phrase.preposition in role_words().where and scene.words[phrase.tokens[0] - 2].tag in NOUNS:
            end = phrase.tokens[0] - 2
            yield from (text(scene, range(tokens[0], end + 1)), *_shorter(scene, range(tokens[0], end + 1)))
    last = next((p for p in reversed(scene.phrases[at]) if p.function == "attribute" and p.tokens[-1] == end), None)
    before = None if last is None or last.host is None else scene.phrases[at][last.host]
    if last is not None and before is not None and scene.words[before.head].lemma not in words().measures:
        yield f"{text(scene, range(tokens[0], last.tokens[0]))} …"


def _persons(scene: Scene, tokens: range) -> str | None:
    """The names of the persons whom a subject joins, each with what they are before it; None where one has no name."""
    joints = [i for i in tokens if scene.words[i].tag == "KON" or scene.words[i].text == ","]
    sides = [range(begin, end) for begin, end in pairwise([tokens[0], *joints, tokens[-1] + 1])]
    kinds = scene.analysis.kinds
    named = [
        [m for i in side for m in scene.mentions.get(i, ()) if m.kind == "name" and kinds[m.actor_id] == "person"]
        for side in sides
    ]
    last = [scene.words[side[-1]].end for side in sides if side]
    if len(sides) != 2 or [one[-1].end if one else None for one in named] != last:
        return None
    return f"{named[0][-1].text} {scene.words[joints[0]].text} {named[1][-1].text}" if len(joints) == 1 else None


def apposed_name(scene: Scene, tokens: range) -> str | None:
    """The person whose bare name stands between commas behind a subject: `Der Chef, | Bo Lund, | ging`."""
    words, kinds = scene.words, scene.analysis.kinds
    named = (m for i in tokens for m in scene.mentions.get(i, ()) if words[i - 1].text == "," and m.kind == "name")
    closed = {words[i - 1].end for i in range(tokens.start + 1, tokens.stop) if words[i].text == ","}
    return next((m.actor_id for m in named if m.end in closed and kinds[m.actor_id] == "person"), None)


def _subject_before(scene: Scene, at: int, pronoun: int) -> Subject | None:
    """The subject of the clause that a clause depends on or follows, where its own can only mean that.

    `Der Lenker war gefahren, als er ins Schleudern geriet`: of the same gender and number, and no known actor.
    """
    parent = scene.clauses[at].parent
    before = None if parent is None or parent > at else subject_span(scene, parent)
    finites = [None if k is None else finite_verb(scene, k) for k in (parent, at)]
    if parent is None or before is None or before[0] > pronoun or None in finites:
        return None
    several = [plural(scene.words[i].text) for i in finites if i is not None]
    form, first = scene.words[pronoun].text.lower(), scene.words[before[0]]
    fitting = words().articles.get("sie_plural" if form == "sie" and several[1] else form, frozenset())
    bare = form == "sie" and all(several) and first.tag not in DETERMINERS
    if several[0] != several[1] or not (bare or first.text.lower() in fitting):
        return None
    meant = named_subject(scene, parent, before)
    phrase = next((p.tokens for p in scene.phrases[parent] if p.tokens[0] == before[0]), None)
    if meant.words is None or phrase is None:
        return None
    return meant if len(meant.words) <= words().telling else Subject(text(scene, phrase))


def _antecedent(scene: Scene, at: int) -> str | None:
    """The phrase right before a relative clause that its pronoun stands for, where it can stand as a subject so."""
    clause = scene.clauses[at]
    if clause.kind != "relative" or clause.parent is None:
        return None
    before = range(min(clause.tokens) - 1, 0, -1)  # behind the verb: `hat ein Boot gekauft, das …`
    end = next((i for i in before if not is_sign(scene.words[i]) and not in_complex(scene.words[i])), 0)
    phrase = next((p for p in scene.phrases[clause.parent] if p.tokens[-1] == end), None)
    if phrase is None or points_back(scene, phrase.tokens):
        return None
    first = scene.words[phrase.tokens[0]]
    case_kept = phrase.function in {"subject", "object"} or phrase.preposition in words().accusative
    either = first.tag not in DETERMINERS or first.text.lower() in words().either_case
    if phrase.function == "subject" or (case_kept and either):
        return text(scene, phrase.tokens)
    pronoun, finite = scene.words[clause.tokens[0]].text.lower(), finite_verb(scene, at)
    if phrase.function == "attribute" or finite is None:
        return None
    return as_subject(scene, phrase, pronoun, several=plural(scene.words[finite].text))


def _name_in(scene: Scene, at: int, tokens: range) -> str | None:
    """The known actor whose name is the head and end of a subject: `Präsident Bo Lund`, not `ein Freund Bo Lunds`."""
    ends = (m for i in tokens for m in scene.mentions.get(i, ()) if m.end == scene.words[tokens[-1]].end)
    mention = next((m for m in ends if m.kind == "name"), None)
    touching = [phrase for phrase in scene.phrases[at] if set(phrase.tokens) & set(tokens)]
    mine = [p for p in touching if not any(is_inside(p, other) for other in touching)]
    if mention is None or len(mine) != 1 or scene.analysis.kinds.get(mention.actor_id) in {"state", "place"}:
        return None
    if tokens[-1] + 1 < len(scene.words) and scene.words[tokens[-1] + 1].tag in NOUNS:
        return None  # `der Hersteller Lund | Automobile`
    return mention.actor_id if mention.start <= scene.words[mine[0].head].start < mention.end else None
