"""What an editor says of an event: that it is right, or what of it is not, or that it is none."""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from core.corrections.model import (
    Checked,
    EventDate,
    EventPlace,
    EventStatus,
    EventType,
    NewActor,
    NotEvent,
    Participants,
    Party,
    Title,
)
from core.model import ActorKind, NamedParty, Role
from core.time import edtf
from dashboard import deciding
from dashboard.asking import anchored
from dashboard.asking.corpus import Corpus
from dashboard.asking.records import Claim, Event, record, records
from dashboard.asking.titles import title
from dashboard.deciding import Change
from dashboard.parts import correcting, dialogs, one_or_two
from dashboard.parts.quotes import quote, source
from dashboard.words import dates_read, labels
from dashboard.words.i18n import _, ngettext
from dashboard.words.markup import plain

RIGHT, EDIT, NONE = "G", "E", "N"
"""Keys: good, edit, no event."""

QUOTES = 3
"""So many quotes stand in the dialog."""

OTHERS = 300
"""So many actors are offered besides those that the event's texts name."""

_NO_NEW = frozenset({"state", "place"})
"""Kinds of which all are known: nobody new is one."""


def badges(corpus: Corpus, event_id: str) -> None:
    """Whether somebody has checked or corrected the event, beside what it is."""
    said = [one for one in corpus.decided.of_event(event_id) if one.state in ("applied", "pending")]
    fields = {one.field for one in said}
    if "not_event" in fields:
        st.badge(_("not an event"), icon=":material/block:", color="red")
    if "checked" in fields:
        st.badge(_("checked"), icon=":material/check:", color="green")
    if fields - {"checked", "not_event"}:
        st.badge(_("corrected"), icon=":material/edit:", color="violet")


def actions(corpus: Corpus, event_id: str, done: Callable[[], None] | None = None) -> None:
    """The buttons of an event's card, each with its key; nothing where the visitor may not correct.

    Args:
        corpus: the corpus.
        event_id: the event.
        done: called as a callback after the event was found right or none.
    """
    if not deciding.may():
        return
    fields = {one.field for one in corpus.decided.of_event(event_id) if one.state in ("applied", "pending")}

    def say(decision: type[Checked] | type[NotEvent]) -> None:
        if deciding.say([Change(decision(anchored.event(corpus, event_id)))]) and done:
            done()

    with st.container(horizontal=True, gap="small", key="event_actions"):
        if not fields & {"checked", "not_event"}:
            st.button(
                _("Right as it is"),
                icon=":material/check:",
                key="right",
                shortcut=dialogs.key_of_page(RIGHT),
                help=_("All of it is right: type, status, date, place, who takes part."),
                on_click=say,
                args=(Checked,),
            )
        if "not_event" not in fields:
            dialogs.opened_by(
                _("Amend"),
                _("Correct the event"),
                _dialog,
                corpus,
                event_id,
                key="correct",
                icon=":material/edit:",
                shortcut=dialogs.key_of_page(EDIT),
            )
            one_or_two.actions(corpus, event_id)
            if done:
                st.button(
                    _("Not an event"),
                    icon=":material/block:",
                    key="not_event",
                    shortcut=dialogs.key_of_page(NONE),
                    on_click=say,
                    args=(NotEvent,),
                )


def _dialog(corpus: Corpus, event_id: str) -> None:
    event = record(corpus.events, event_id, Event)
    claims = corpus.claims.of(event_id)
    for claim in records(claims.head(QUOTES), Claim):
        quote(corpus, claim)
        st.caption(source(corpus, claim.doc_id))
    if len(claims) > QUOTES:
        st.caption(ngettext("{n} more quote", "{n} more quotes", len(claims) - QUOTES))
    form = _Form(corpus, event_id, event)
    form.show()
    why = correcting.reason(event_id)
    with st.container(horizontal=True, horizontal_alignment="distribute"):
        correcting.save(form.changes, why, disabled=not form.good)
        if st.button(_("Not an event"), icon=":material/block:", key="dialog_not_event"):
            correcting.keep([Change(NotEvent(anchored.event(corpus, event_id)), form.title_before)], why)


class _Form:
    """The fields of the dialog, filled with what the tables say."""

    def __init__(self, corpus: Corpus, event_id: str, event: Event) -> None:
        self._corpus, self._id, self._event = corpus, event_id, event
        self.title_before = title(corpus, event_id)
        dated = event.date_precision is not None
        told = corpus.events.at[event_id, "date_edtf"]  # also of an event that only has bounds
        self._date_told = told if isinstance(told, str) else None
        self._date_before = self._date_told if dated else None
        roles: dict[str, Role] = {}
        for actor_id, role in corpus.parts.of(event_id)[["actor_id", "role"]].to_numpy().tolist():
            roles.setdefault(actor_id, role)
        self._parties_before = roles
        self.good = True

    def show(self) -> None:
        """Show the fields."""
        event, key = self._event, self._id
        grid = st.grid(2, min_column_width=230)
        with grid.cell():
            types = sorted({*labels.known_types(), event.type}, key=labels.type_order)
            self._type: str = st.selectbox(
                _("Event type"), types, types.index(event.type), format_func=labels.type_label, key=f"type_{key}"
            )
        with grid.cell():
            self._date = dates_read.read(
                st.text_input(
                    _("Date"),
                    self._date_before or "",
                    key=f"date_{key}",
                    placeholder=_("none is known"),
                    help=_("For example {forms}. Empty where no date is known.").format(forms=dates_read.forms()),
                )
                or ""
            )
            if not _is_date(self._date):
                self.good = False
                st.error(
                    _("“{value}” is no date; write for example {forms}.").format(
                        value=plain(self._date), forms=dates_read.forms()
                    ),
                    icon=":material/error:",
                )
        self._status = st.pills(
            _("Status"),
            list(labels.MARKS),
            default=event.status,
            required=True,
            format_func=labels.status_text,
            key=f"status_{key}",
        )
        self._who()
        grid = st.grid(2, min_column_width=230)
        with grid.cell():
            self._place = correcting.line(
                st.text_input(
                    _("Place"), event.place or "", key=f"place_{key}", placeholder=_("none is known"), max_chars=500
                )
            )
        with grid.cell():
            self._title = correcting.line(
                st.text_input(_("Title"), self.title_before, key=f"title_{key}", max_chars=500)
            )

    def _who(self) -> None:
        before = self._parties_before
        chosen = st.multiselect(
            _("Who takes part"),
            _offered(self._corpus, self._id, list(before)),
            default=list(before),
            format_func=self._shown,
            placeholder=_("nobody"),
            accept_new_options=True,
            help=_("Whoever is not offered: write the name as it stands in the text."),
            key=f"who_{self._id}",
        )
        grid = st.grid(3, min_column_width=150)
        self._parties: dict[str, Role] = {}
        self._new: dict[str, NewActor] = {}
        for actor in chosen:
            known = actor in self._corpus.actors.index
            with grid.cell():
                roles = list(labels.ROLES)
                role: Role = st.selectbox(
                    plain(self._shown(actor)),
                    roles,
                    roles.index(before.get(actor, "agent")),
                    format_func=labels.role_label,
                    key=f"role_{self._id}_{actor}",
                )
                self._parties.setdefault(actor if known else self._named(actor), role)

    def _shown(self, actor: str) -> str:
        """An actor's name; of one whom the tables do not have, what was written."""
        return self._corpus.names.get(actor) or (
            self._corpus.name(actor) if actor in self._corpus.actors.index else actor
        )

    def _named(self, name: str) -> str:
        """Whom a name means that was written: the actor for whom its words stand in a text already, else somebody new.

        Of one who is new, it is asked of which kind they are, if a text names them so.
        """
        reference = anchored.words(self._corpus, self._id, correcting.line(name))
        if reference is None:
            self.good = False
            st.error(
                _("No source of this event has the words “{words}”; write the name as it stands there.").format(
                    words=plain(name)
                ),
                icon=":material/error:",
            )
            return name
        if actor := anchored.standing_for(self._corpus, reference):
            st.info(
                _("There, “{words}” already stands for {name}; so {name} takes part.").format(
                    words=plain(name), name=plain(self._corpus.name(actor))
                ),
                icon=":material/info:",
            )
            return actor
        kinds: list[ActorKind] = [kind for kind in labels.NODES if kind not in _NO_NEW]
        kind = st.selectbox(
            _("{name} is").format(name=plain(name)),
            kinds,
            format_func=labels.kind_label,
            key=f"kind_{self._id}_{name}",
        )
        self._new[name] = NewActor(reference, kind)
        return name

    def changes(self) -> Sequence[Change]:
        """What was changed."""
        about = anchored.event(self._corpus, self._id)
        event, changes = self._event, []
        if self._type != event.type:
            changes.append(Change(EventType(about, self._type), event.type))
        if self._status != event.status:
            changes.append(Change(EventStatus(about, self._status), event.status))
        if self._date != (self._date_before or ""):
            changes.append(Change(EventDate(about, self._date or None), self._date_told))
        if self._place != (event.place or ""):
            changes.append(Change(EventPlace(about, self._place or None), event.place))
        if self._parties != self._parties_before:
            changes += [Change(new) for new in self._new.values()]
            changes.append(Change(Participants(about, self._given()), self._in_words(self._parties_before)))
        if self._title and self._title != self.title_before:
            changes.append(Change(Title(about, self._title), self.title_before))
        return changes

    def _given(self) -> tuple[Party, ...]:
        return tuple(
            Party(self._new[actor].about if actor in self._new else anchored.actor(self._corpus, actor), role)
            for actor, role in self._parties.items()
        )

    def _in_words(self, parties: dict[str, Role]) -> tuple[NamedParty, ...]:
        names = self._corpus.actors["name"]
        return tuple(NamedParty(str(names.get(actor, actor)), role) for actor, role in parties.items())


def _is_date(said: str) -> bool:
    """Whether what was written is a date, or nothing."""
    try:
        return not said or bool(edtf.parse(said))
    except ValueError:
        return False


def _offered(corpus: Corpus, event_id: str, parties: list[str]) -> list[str]:
    """Who may take part in an event: those who do, those whom its texts name, others."""
    named: Any = corpus.tables.of("mentions", corpus.documents_of(event_id), ["actor_id"])["actor_id"].to_pandas()
    known = [actor for actor in named.value_counts().index if actor in corpus.actors.index]
    return list(dict.fromkeys([*parties, *known, *corpus.ranked[:OTHERS]]))
