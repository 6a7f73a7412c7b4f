"""The endings of German adjectives."""

ENDINGS = ("en", "er", "es", "em", "e")
"""Those of all cases, the longer ones first."""
