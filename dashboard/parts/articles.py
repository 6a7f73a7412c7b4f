"""One of the documents of a file, chosen among all of them, to be corrected alone."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import streamlit as st

from core.adding.fields import checked
from core.adding.looking import MOST, Look, Seen
from core.corpus.unpacking import stem
from dashboard.parts.source_fields import Form
from dashboard.words.i18n import _, number
from dashboard.words.markup import plain


def choose(key: str, file: str, every: Look, page: Callable[[int], Look]) -> tuple[Look, Seen | None]:
    """The document that is chosen, with the look that it was found in; none where all are meant, or there is but one.

    Args:
        key: the name of the choice on its page.
        file: the file.
        every: the first look at what it becomes.
        page: looks at its documents behind so many.
    """
    if every.many < 2:
        return every, None
    with st.container(horizontal=True):
        here = _page(key, every, page)
        named = {one.doc_id: one for one in here.documents if one.doc_id != stem(file)}
        if not named:
            return here, None
        chosen = st.selectbox(
            _("Which of them to correct"),
            ["", *named],
            format_func=lambda doc_id: (
                named[doc_id].title or doc_id if doc_id else _("all {n} texts").format(n=number(every.many))
            ),
            key=f"{key}_{here.before}" if here.before else key,
        )
    return here, named.get(chosen)


def _page(key: str, every: Look, page: Callable[[int], Look]) -> Look:
    """The look at those documents of many among which one is chosen."""
    if every.many <= MOST:
        return every
    begin = st.selectbox(
        _("Texts"),
        range(0, every.many, MOST),
        format_func=lambda before: f"{number(before + 1)}–{number(min(before + MOST, every.many))}",
        key=f"{key}_page",
        width=160,
    )
    return page(begin) if begin else every


@dataclass
class Corrections:
    """What is to be said of single documents of a file that comes: `entries` by their id, as far as they were written.

    Of the one whose form is open, `begun` is what was said when it was opened.
    """

    entries: dict[str, dict[str, str]] = field(default_factory=dict)
    doc_id: str | None = None
    begun: Mapping[str, str] = field(default_factory=dict)
    form: Form | None = None

    def show(self, key: str, seen: Seen | None) -> None:
        """The form for the one that is chosen."""
        if seen is None:
            self.doc_id = self.form = None
            return
        if seen.doc_id != self.doc_id:
            self.doc_id, self.begun = seen.doc_id, dict(self.entries.get(seen.doc_id, {}))
        st.caption(_("What you write here holds for “{title}” alone.").format(title=plain(seen.title or seen.doc_id)))
        self.form = Form(f"{key}_{seen.doc_id}", Look((seen,)), self.begun)
        self.form.show()
        self.take_up()

    def take_up(self) -> None:
        """Keep what stands in the form that is open."""
        if self.form is not None and self.doc_id is not None:
            self.entries[self.doc_id] = self.form.values()

    def said(self) -> dict[str, dict[str, str]]:
        """What is to be said, by id, of those of which something is."""
        return {doc_id: values for doc_id, values in self.entries.items() if any(values.values())}

    def right(self) -> dict[str, dict[str, str]]:
        """What of that is right."""
        return {
            doc_id: {name: value for name, value in values.items() if not checked(name, value).flaw}
            for doc_id, values in self.said().items()
        }

    def flawed(self) -> bool:
        """Whether some of it is wrong."""
        return self.right() != self.said()
