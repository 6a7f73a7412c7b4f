"""The form for what is known about a text: filled with what is found or said, checked as it is written."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from core.adding.fields import FIELDS, checked
from core.adding.looking import Look, Seen, said
from dashboard.words import retelling
from dashboard.words.dates import when
from dashboard.words.i18n import _, language_name, number
from dashboard.words.markup import plain
from dashboard.words.remarks import told

LANGUAGES = ("de", "en", "fr", "it", "es", "pt", "nl", "pl", "cs", "ru", "uk", "tr", "ar")

_OF_ONE = frozenset({"title", "author", "url"})
"""Fields that say something of one text: nobody can say it of all texts of a file at once."""


@dataclass(frozen=True)
class Form:
    """The form for one file.

    Args:
        key: the form's own name on its page.
        look: what the file becomes by itself.
        entry: what `sources.toml` says of it.
    """

    key: str
    look: Look
    entry: Mapping[str, str]

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that it has."""
        one = self.look.many == 1
        return tuple(field for field in FIELDS if one or field not in _OF_ONE)

    def found(self, field: str) -> str:
        """What the file says by itself, where it is known for sure; a title may be made from its text."""
        first = self.look.documents[0]
        match field:
            case "title":
                return first.title
            case "outlet":
                return first.outlet or ""
            case "author":
                return first.author or ""
            case "url":
                return first.url or ""
            case "published":
                return first.published.edtf or "" if first.published.basis == "metadata" else ""
            case _:
                return ""

    def begun(self, field: str) -> str:
        """What a field is filled with at first."""
        return self.entry.get(field) or (self.found(field) if self._alike(field) else "")

    def _alike(self, field: str) -> bool:
        """Whether all documents of the file say the same by themselves."""
        return len(self.look.documents) == 1 or field in _OF_ONE

    def written(self, field: str) -> str:
        """What stands in a field now."""
        value = st.session_state.get(self._name(field), self.begun(field))
        return checked(field, str(value or "")).value

    def values(self) -> dict[str, str]:
        """What is to be said in `sources.toml`: what differs from what the file says by itself; empty for nothing."""
        return {field: self._said(field) for field in self.fields}

    def _said(self, field: str) -> str:
        value = self.written(field)
        if value == self.begun(field):
            return self.entry.get(field, "")
        return "" if value == self.found(field) else value

    def becomes(self, of_articles: Mapping[str, Mapping[str, str]]) -> Look:
        """What the file becomes with what is to be said of it, as far as that is right, and of its articles."""
        flaws = self.flaws()
        right = {field: value for field, value in self.values().items() if field not in flaws}
        return said(self.look, right, of_articles)

    def changed(self) -> bool:
        """Whether something is to be said that was not said before."""
        return any(value != self.entry.get(field, "") for field, value in self.values().items())

    def flaws(self) -> dict[str, str]:
        """What is wrong, by field."""
        checks = {field: checked(field, value).flaw for field, value in self.values().items()}
        return {field: flaw for field, flaw in checks.items() if flaw}

    def wrong_at_first(self) -> bool:
        """Whether something was wrong before anybody wrote into the form."""
        return any(checked(field, self.begun(field)).flaw for field in self.fields)

    def _name(self, field: str) -> str:
        return f"{self.key}_{field}"

    def show(self) -> None:
        """The fields, each with what is wrong with it right below."""
        flaws = self.flaws()
        grid = st.grid(2, min_column_width=240)
        for field in self.fields:
            with grid.cell():
                if field == "language":
                    self._language()
                else:
                    self._text(field)
                if field in flaws:
                    st.error(told(flaws[field]), icon=":material/error:")

    def _text(self, field: str) -> None:
        st.text_input(
            labels()[field],
            value=self.begun(field),
            key=self._name(field),
            placeholder=self._hint(field),
            help=_("2021-05-03, 2021-05, 2021, or from–to: 2021-05-03/2021-05-09. 3.5.2021 is understood, too.")
            if field == "published"
            else None,
        )

    def _hint(self, field: str) -> str | None:
        if len(self.look.documents) > 1:
            return _("each as its text says")
        if field != "published":
            return {"outlet": _("not stated"), "author": _("not stated"), "url": "https://…"}.get(field)
        return _("estimated: {day}").format(day=day(self.look.documents[0]))

    def _language(self) -> None:
        detected = {one.language for one in self.look.documents} - set(self.entry.values())
        known = list(dict.fromkeys(["", *LANGUAGES, *detected, *filter(None, [self.entry.get("language")])]))
        as_found = _("as found: {language}").format(
            language=", ".join(language_name(one.language) for one in self.look.documents[:1])
        )
        begun = self.entry.get("language", "")
        st.selectbox(
            labels()["language"],
            known,
            index=known.index(begun),
            format_func=lambda code: language_name(code) if code else as_found,
            key=self._name("language"),
        )


def labels() -> dict[str, str]:
    """What the fields are called."""
    return {
        "title": _("Title"),
        "outlet": _("Outlet"),
        "published": _("Day of publication"),
        "author": _("Author"),
        "url": _("Address on the web"),
        "language": _("Language"),
    }


def day(seen: Seen) -> str:
    """When a document was written, in words."""
    interval = seen.published.interval
    return when(interval.first, interval.last, None) if interval else _("undated")


def _document(file: str, seen: Seen) -> None:
    """One document as it will be: title, day and what it rests on, outlet, length, its first words."""
    basis = {
        "metadata": _("{day} (given)"),
        "inferred": _("probably {date}").format(date="{day}"),
        "unknown": _("undated"),
    }[seen.published.basis]
    about = [
        basis.format(day=day(seen)),
        *filter(None, (seen.outlet, seen.author)),
        _("{n} words").format(n=number(seen.words)),
        language_name(seen.language),
    ]
    st.markdown(f"**{plain(seen.title or seen.doc_id)}**  \n{plain(' · '.join(about))}")
    if seen.published.basis != "metadata" and seen.published.evidence:
        st.caption(plain(retelling.retold(seen.published.why, seen.published.evidence)))
    st.caption(plain(seen.opening))
    for remark in seen.remarks:
        st.warning(plain(f"{file}: {told(remark)}"), icon=":material/warning:")


def documents(file: str, look: Look, shown: int = 2) -> None:
    """What a file becomes: its documents, of many the first ones, and why others are none."""
    for seen in look.documents[:shown]:
        _document(file, seen)
    rest = look.documents[shown:]
    if rest or look.more:
        with st.expander(_("and {n} more").format(n=number(len(rest) + look.more))):
            for seen in rest:
                _document(file, seen)
            if look.more:
                st.caption(_("and {n} more").format(n=number(look.more)))
    for refusal in look.refusals[:5]:
        st.warning(plain(f"{file}: {told(refusal)}"), icon=":material/block:")
    if len(look.refusals) > 5:
        st.caption(_("and {n} more").format(n=number(len(look.refusals) - 5)))
