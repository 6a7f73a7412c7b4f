"""Gists: what a claim tells as a sentence by itself, or who speaks and what is said; titles of events are made of it.

The way from a claim to its gist begins in `gist.py`. What is found there can be read in these layers, the upper ones of
which use the lower:

- the ways to tell a claim: `predicates.py` what somebody did, `reported.py` what somebody says, `sentences.py` the
  claim's own words as a sentence, `nominals.py` the noun that names the event, `quoting.py` the words as they stand;
- what is said: `speakers.py` who says it, `speech.py` how, `verbatim.py` its begin as it stands; of this and of what is
  done, `fitting.py` chooses what there is room for;
- clauses: `main_clause.py` one by itself, `complements.py` those that complete it, `dependence.py` those it needs;
- less of a clause: `omissions.py` what can be left out of it, `abridgement.py` what goes where there is no room for it,
  `attributes.py` where dots can stand in it, `breaks.py` where it can be broken off, `readability.py` whether the rest
  can be read;
- its parts: `subjects.py` who it is about, `nominative.py` how a noun stands as that, `verbs.py` its verb;
- words: `anaphora.py` those that mean nothing by themselves, `realisation.py` how they are put together as text;
- `vocabulary.py` what `gists.toml` says.

Throughout, `scene` is the sentence, `at` one of its clauses, and `tokens` or `kept` are words of it, all by number.
Where a function gives several wordings, those that say most come first.
"""

from core.claims.gists.gist import of_draft

__all__ = ["of_draft"]
