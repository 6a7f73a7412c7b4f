"""The offices that persons held, in the interface's language.

The vocabulary behind them takes a second to import: it is read when the first office is asked for.
"""

from datetime import date

from dashboard.words.dates import day
from dashboard.words.i18n import _, called


def held(actor: str) -> list[str]:
    """The terms of office known of an actor, the latest first, each with its days."""
    from core.actors import roles

    return [f"{called(role.german, role.english)}, {_term(role.begins, role.ends)}" for role in reversed(roles(actor))]


def on(actor: str, when: date) -> str | None:
    """The office of an actor on a day; None where none is known."""
    from core.actors import role_on

    role = role_on(actor, when)
    return None if role is None else called(role.german, role.english)


def _term(begins: date | None, ends: date | None) -> str:
    if begins and ends:
        return f"{day(begins, 'medium')} – {day(ends, 'medium')}"
    if begins:
        return _("since {day}").format(day=day(begins, "medium"))
    return _("until {day}").format(day=day(ends, "medium")) if ends else _("dates unknown")
