"""The search: its box, what else may be meant by what was typed, and the passages of texts that it finds."""

import re
from collections.abc import Mapping, Sequence

import streamlit as st

from dashboard import data, state
from dashboard.answers import Searched
from dashboard.asking.corpus import Corpus
from dashboard.asking.passages import Passage, passage
from dashboard.parts.way import way
from dashboard.state import bound, current
from dashboard.words.i18n import _, ngettext
from dashboard.words.markup import plain

TEXTS = 8
"""So many texts are shown at once."""


def search(corpus: Corpus) -> None:
    """The box, and what the search finds besides the events that the page shows."""
    st.text_input(
        _("Search"),
        placeholder=_("words in quotes, titles, names"),
        icon=":material/search:",
        help=_(
            "Words find all of their family, in any order: *Besuch* finds *besuchte* and *Staatsbesuch*, *Muller* finds"
            " *Müller*. Words of five letters and more find all that begins with them.\n\n"
            '- `"Shinzo Abe"` – these words, one behind the other\n'
            "- `Abe OR Kishida` – one of them is enough\n"
            "- `Abe -Trump` or `Abe NOT Trump` – without this word\n"
            "- `Abe NEAR/5 Tokio` – no more than 5 words between them\n"
            "- `Rat*` – all that begins so\n"
            "- `(Abe OR Kishida) Besuch` – what belongs together"
        ),
        **bound("search", lambda text: (text or "").strip()),
    )
    if current().search:
        found = data.searched()
        _meant(found.near)
        _texts(corpus, found)


def _meant(near: Mapping[str, Sequence[str]]) -> None:
    """Words that are found nowhere, and buttons that search for others in their place."""
    for word, others in near.items():
        if not others:
            st.caption(_("“{word}” stands nowhere.").format(word=plain(word)))
            continue
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            st.caption(_("“{word}” stands nowhere. Did you mean:").format(word=plain(word)), width="content")
            for other in others:
                st.button(
                    plain(other),
                    key=f"meant_{word}_{other}",
                    icon=":material/search:",
                    type="tertiary",
                    on_click=_search_instead,
                    args=(word, other),
                )


def _search_instead(word: str, other: str) -> None:
    state.move(search=re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", lambda _match: other, current().search))


def _texts(corpus: Corpus, found: Searched) -> None:
    """The sources whose text has what is searched for, each a way to the reader, which marks it."""
    if found.query is None or not found.texts:
        return
    count = len(found.texts)
    label = ngettext("in the text of {n} source", "in the text of {n} sources", count)
    with st.expander(label, expanded=data.shown().events.empty):
        asked = f"texts_of_{current().search}"
        most = st.session_state.get(asked, TEXTS)
        for one in found.texts[:most]:
            way(
                "reader",
                plain(corpus.title(one.doc_id)),
                ":material/menu_book:",
                key=f"text_{one.doc_id}",
                left=one.doc_id,
                right=None,
                event=None,
            )
            st.caption(_words(passage(corpus, one, found.query)))
        if count > most:
            st.button(
                ngettext("{n} more", "{n} more", count - most),
                key="more_texts",
                type="tertiary",
                icon=":material/expand_more:",
                on_click=st.session_state.__setitem__,
                args=(asked, most + TEXTS),
            )


def _words(found: Passage) -> str:
    """A passage with what was searched for in bold, and whether no event is made of it."""
    said = "".join(f"**{plain(piece.words)}**" if piece.found else _kept(piece.words) for piece in found.pieces)
    return f"… {said} …" if found.told else f"… {said} … *({_('no event')})*"


def _kept(words: str) -> str:
    """Words without marks, with the blanks around them, if there are any."""
    return f"{' ' if words[:1].isspace() else ''}{plain(words)}{' ' if words.strip() and words[-1].isspace() else ''}"
