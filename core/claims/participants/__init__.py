"""Participants: who takes part in a claim, and as what, by the phrases that mentions stand in.

What is found here can be read in these layers, the upper ones of which use the lower:

- a clause: `clause.py` the actors that it names, each with a role, `antecedents.py` whom a relative clause is about;
- roles: `roles.py` the role that a phrase gives;
- who acts: `subjects.py` the subject, `inversion.py` one behind the verb that word order takes for an object,
  `speaking.py` whoever says `ich`;
- who is named with another: `apposition.py` in apposition, in brackets, or beside it;
- what a phrase names: `phrase.py` the actors in it, each as a part;
- who takes no part: `descriptions.py` names that say who a person is, `affiliation.py` whose people somebody is,
  `whereabouts.py` where something is, `circumstances.py` who takes part in another event, `bystanders.py` hearers and
  other bystanders, `onlookers.py` who only tells of an event, `comparisons.py` whom others are like;
- what gives a part: `functions.py` a phrase's function and preposition alone, `nominals.py` a noun for an event,
  `relatives.py` a relative pronoun, by whom it stands for;
- `parts.py` what a part is, and how parts become participants.

Throughout, `scene` is the sentence, `at` one of its clauses, and `noun` or `name` the token of one, all by number.
"""

from core.claims.participants.antecedents import taken_up
from core.claims.participants.bystanders import nobody_travels
from core.claims.participants.clause import parts_of_clause
from core.claims.participants.functions import place_of
from core.claims.participants.onlookers import without_onlookers
from core.claims.participants.parts import Part, participants
from core.claims.participants.speaking import speaking
from core.claims.participants.subjects import subject_of

__all__ = [
    "Part",
    "nobody_travels",
    "participants",
    "parts_of_clause",
    "place_of",
    "speaking",
    "subject_of",
    "taken_up",
    "without_onlookers",
]
