"""What German clauses say in English, for titles: from their outlines (`core.model.Outline`), not from their words.

`clauses.py` says a clause by the English wording of its verb (`wordings.py`), with `phrases.py` for its noun phrases,
`nouns.py` for their nouns, and `finite.py` for the form of the verb, all by `lexicon.py` and the English in `words.py`.
What is not known in English for sure is not told: then there is no such clause.
"""

from core.events.translation.clauses import Told, clause
from core.events.translation.phrases import Names, place_in_english

__all__ = ["Names", "Told", "clause", "place_in_english"]
