"""Claims: stretches of a document that assert an event, with its type, status, date, place and participants."""

from core.claims.extract import claims

__all__ = ["claims"]
