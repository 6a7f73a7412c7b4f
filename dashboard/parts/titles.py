"""Titles of events, for the parts of pages."""

from dashboard.asking.titles import event_titles, title

__all__ = ["event_titles", "title"]
