"""What an editor says of actors: what one is, that two are one or not, that one is two, that one is none."""

from collections.abc import Sequence
from typing import get_args

import streamlit as st

from core.corrections.model import (
    ActorCountry,
    ActorKindIs,
    ActorName,
    ActorRole,
    NoActor,
    OtherActor,
    SameActor,
)
from core.model import ActorKind
from dashboard import deciding
from dashboard.asking import anchored
from dashboard.asking.corpus import Corpus
from dashboard.asking.records import Actor, record
from dashboard.deciding import Change
from dashboard.parts import correcting, dialogs
from dashboard.parts.quotes import passage, source
from dashboard.words import labels
from dashboard.words.i18n import _, called

PASSAGES = 2
"""So many of the passages that name the actor stand in the dialog."""

OFFERED = 500
"""So many actors are offered as the same."""


def actions(corpus: Corpus, actor_id: str) -> None:
    """The buttons of an actor's card; nothing where the visitor may not correct."""
    if not deciding.may():
        return
    with st.container(horizontal=True, gap="small"):
        dialogs.opened_by(
            _("Amend"),
            _("Correct the actor"),
            _dialog,
            corpus,
            actor_id,
            key=f"correct_{actor_id}",
            icon=":material/edit:",
        )
        if len(_documents(corpus, actor_id)) > 1:
            dialogs.opened_by(
                _("Tell apart …"),
                _("Tell two actors apart"),
                _split,
                corpus,
                actor_id,
                key=f"split_{actor_id}",
                icon=":material/call_split:",
                help=_("Where the name stands for two: say in which sources it is somebody else."),
            )


def _dialog(corpus: Corpus, actor_id: str) -> None:
    actor = record(corpus.actors, actor_id, Actor)
    for mention in corpus.texts.named(actor_id, PASSAGES):
        passage(corpus, mention.doc_id, (mention.start, mention.end))
        st.caption(source(corpus, mention.doc_id))
    grid = st.grid(2, min_column_width=230)
    with grid.cell():
        name = correcting.line(st.text_input(_("Name"), actor.name, key=f"name_{actor_id}", max_chars=500))
    with grid.cell():
        states = ["", *sorted(labels.states(), key=labels.country_label)]
        now = actor.country or ""
        country: str = st.selectbox(
            _("State"),
            list(dict.fromkeys([*states, now])),
            index=states.index(now) if now in states else len(states),
            format_func=lambda code: labels.country_label(code) if code else _("no value"),
            key=f"country_{actor_id}",
        )
    kind = st.pills(
        _("Kind"),
        list(get_args(ActorKind)),
        default=actor.kind,
        required=True,
        format_func=labels.kind_label,
        key=f"kind_{actor_id}",
    )
    before = called(actor.role, actor.role_en) if actor.role else ""
    role = correcting.line(
        st.text_input(_("Role"), before, key=f"actor_role_{actor_id}", placeholder=_("none is known"), max_chars=500)
    )
    others = [one for one in corpus.ranked[:OFFERED] if one != actor_id]
    same = st.selectbox(
        _("The same as"),
        others,
        index=None,
        format_func=lambda one: corpus.names.get(one, one),
        placeholder=_("another actor"),
        key=f"same_{actor_id}",
    )
    why = correcting.reason(actor_id)

    def changes() -> Sequence[Change]:
        about = anchored.actor(corpus, actor_id)
        changes = []
        if name and name != actor.name:
            changes.append(Change(ActorName(about, name), actor.name))
        if kind != actor.kind:
            changes.append(Change(ActorKindIs(about, kind), actor.kind))
        if country != now:
            changes.append(Change(ActorCountry(about, country or None), actor.country))
        if role != before:
            changes.append(Change(ActorRole(about, role or None), actor.role))
        if same:
            changes.append(_same(corpus, same, actor_id))
        return changes

    with st.container(horizontal=True, horizontal_alignment="distribute"):
        correcting.save(changes, why)
        if st.button(_("Not an actor"), icon=":material/block:", key="dialog_no_actor"):
            correcting.keep([Change(NoActor(anchored.actor(corpus, actor_id)), actor.name)], why)


def _documents(corpus: Corpus, actor_id: str) -> list[str]:
    """The documents that mention an actor."""
    return corpus.in_order(corpus.texts.mentioning(actor_id))


def _split(corpus: Corpus, actor_id: str) -> None:
    st.caption(
        _(
            "In the sources that you choose it is somebody else, one and the same in all of them. Within one source,"
            " the name cannot stand for two: there, correct who takes part in the events."
        )
    )
    documents = _documents(corpus, actor_id)
    chosen = st.multiselect(
        _("Sources"),
        documents,
        format_func=lambda doc: corpus.titles.get(doc, doc),
        placeholder=_("choose sources"),
        key=f"apart_{actor_id}",
    )
    why = correcting.reason(f"split_{actor_id}")
    left = [doc for doc in documents if doc not in chosen]
    if chosen and not left:
        st.caption(_("One source has to be left: there it is whom it is taken for now."))

    def changes() -> Sequence[Change]:
        if not (chosen and left):
            return []
        about, *_rest = anchored.mentions(corpus, actor_id, left)
        return [Change(OtherActor(about, tuple(anchored.mentions(corpus, actor_id, chosen))))]

    correcting.save(changes, why)


def same(corpus: Corpus, one: str, other: str, key: str) -> None:
    """A button that says that another actor is this one."""
    if deciding.may():
        st.button(
            _("Both are this one"),
            icon=":material/merge:",
            key=f"same_{key}_{one}_{other}",
            on_click=_say_same,
            args=(corpus, one, other),
        )


def _say_same(corpus: Corpus, one: str, other: str) -> None:
    deciding.say([_same(corpus, one, other)])


def _same(corpus: Corpus, one: str, other: str) -> Change:
    """That two actors are one: the one, unless the vocabulary knows the other alone, which then remains."""
    keep, gone = anchored.actor(corpus, one), anchored.actor(corpus, other)
    if gone.vocabulary and not keep.vocabulary:
        keep, gone = gone, keep
    return Change(SameActor(keep, gone), gone.name)


def apart(corpus: Corpus, one: str, other: str, key: str) -> None:
    """A button that says that two actors are two."""
    if deciding.may():
        st.button(
            _("They are two"),
            icon=":material/call_split:",
            key=f"other_{key}_{one}_{other}",
            type="tertiary",
            on_click=_say_apart,
            args=(corpus, one, other),
        )


def _say_apart(corpus: Corpus, one: str, other: str) -> None:
    deciding.say([Change(OtherActor(anchored.actor(corpus, one), (anchored.actor(corpus, other),)))])
