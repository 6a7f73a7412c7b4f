"""The parts of the network page: the picture, its clicks and legend, and what a relation or an actor rests on."""

from typing import Any, Literal

import pandas as pd
import streamlit as st

from core.model import ActorKind
from dashboard import data, state
from dashboard.asking import counting, export
from dashboard.asking.corpus import Corpus
from dashboard.asking.records import Actor, record
from dashboard.asking.relations import events_of, relation_ends
from dashboard.charts import network
from dashboard.components.network import network as show_network
from dashboard.parts import cards, choosing
from dashboard.parts.playing import Ends
from dashboard.scenes import pictures
from dashboard.state import bound, current
from dashboard.words import labels
from dashboard.words.dates import day
from dashboard.words.i18n import _, as_spoken, called, ngettext, number
from dashboard.words.markup import plain


def kept(relations: pd.DataFrame) -> tuple[pd.DataFrame, list[str]]:
    """What the page's own controls leave of the relations, and the shortest connection if one is asked for."""
    view = current()
    return network.kept(
        data.corpus(),
        relations,
        strength=view.strength,
        actor=view.actor,
        to=view.to,
        steps=view.steps,
        kinds=view.kinds,
    )


def kinds(relations: pd.DataFrame) -> None:
    """Which kinds of actors are shown: all, or relations among the chosen kinds alone."""
    present = _present(relations)
    offered = [kind for kind in labels.NODES if kind in present or kind in current().kinds]
    if len(offered) > 1:
        st.pills(
            _("Only among"),
            offered,
            selection_mode="multi",
            format_func=lambda kind: f"{labels.NODES[kind].sign} {labels.kind_label(kind)}",
            **bound("kinds", tuple),
        )


def picture(
    relations: pd.DataFrame,
    way: list[str],
    days: Ends,
    frame: tuple[float, float, float, float] | None = None,
) -> None:
    """The network itself; a click on an actor or a relation chooses it.

    Args:
        relations: what is drawn.
        way: those of a shortest connection.
        days: the window that these are of.
        frame: what stays in view, whatever is drawn.
    """
    view = current()
    drawn = data.picture(relations, way)
    show_network(
        drawn.graph,
        key="network",
        alt=_("Network of {actors} actors and {relations} relations; the table below lists the same relations.").format(
            actors=drawn.nodes, relations=drawn.edges
        ),
        title=_title(days),
        about=_about(),
        legend=_legend(relations),
        words={
            "in": _("Zoom in"),
            "out": _("Zoom out"),
            "fit": _("Show all"),
            "save": _("Save as picture"),
            "wheel": _("or Ctrl and the mouse wheel"),
            "sizes": _("Events with others, added up:"),
            "mixed": _("both, each with its share"),
        },
        sizes=drawn.sizes,
        mixed=drawn.mixed,
        frame=frame,
        actor=view.actor,
        relation=view.relation,
        on_pick=lambda actor, relation: state.move(actor=actor, relation=relation, event=None),
    )
    if drawn.edges < len(relations):
        st.caption(
            _("The {n} strongest relations are drawn, of {total}.").format(
                n=number(drawn.edges), total=number(len(relations))
            )
        )


def _title(days: Ends) -> str:
    """What the network is called where it is taken away: with the window that it is of."""
    first, last = days
    if first and last:
        return _("Network, {first} to {last}").format(first=day(first), last=day(last))
    if first:
        return _("Network, from {day} on").format(day=day(first))
    return _("Network, up to {day}").format(day=day(last)) if last else _("Network, all of the time")


def _about() -> str:
    """What the network leaves out where it is taken away, besides the window."""
    view, corpus = current(), data.corpus()
    said = pictures.selection(corpus, view)
    if view.actor and view.steps:
        said.append(_("Around {name}").format(name=corpus.name(view.actor)))
    if view.strength > 1:
        said.append(_("relations of {n} events or more").format(n=number(view.strength)))
    said += [labels.kind_label(kind) for kind in labels.NODES if kind in view.kinds]
    return _("Selection: {what}").format(what=" · ".join(said)) if said else ""


def take_away(corpus: Corpus, relations: pd.DataFrame, events: pd.DataFrame, days: Ends) -> None:
    """The network of a window as files: a page that needs no network, and GraphML."""
    # A file is made when its button is pressed, outside of the session: what depends on it is settled here.
    drawn = data.picture(relations)
    mixed = (_("Lines of two colours: both, each with its share."),) if drawn.mixed else ()
    told = export.Told(_title(days), _about(), (*_legend(relations), *mixed), drawn.sizes)
    with st.container(horizontal=True):
        st.download_button(
            _("Network as a page (HTML)"),
            data=as_spoken(lambda: export.page(drawn.graph, told, export.behind(corpus, relations, events))),
            file_name="lagebild-network.html",
            mime="text/html",
            icon=":material/download:",
            on_click="ignore",
        )
        st.download_button(
            _("Network as GraphML"),
            data=as_spoken(lambda: export.graphml(corpus, relations, events)),
            file_name="lagebild-network.graphml",
            mime="application/xml",
            icon=":material/download:",
            on_click="ignore",
        )


def legend(relations: pd.DataFrame) -> None:
    """What shapes, colours and widths mean, in words."""
    st.caption("  \n".join(_legend(relations)))


def _present(relations: pd.DataFrame) -> set[ActorKind]:
    """The kinds of the actors that have one of these relations."""
    corpus = data.corpus()
    return {corpus.kind(actor) for actor in {*relations["a"], *relations["b"]}}


def _legend(relations: pd.DataFrame) -> tuple[str, str]:
    kinds = _present(relations)
    shapes = " · ".join(
        f"{node.sign}\u00a0{labels.kind_label(kind)}" for kind, node in labels.NODES.items() if kind in kinds
    )
    return (
        shapes,
        _("Lines: blue cooperation, red and dashed conflict, grey neither; the thicker, the more events."),
    )


def relation_card(corpus: Corpus, relation: str, events: pd.DataFrame) -> None:
    """What a relation rests on: one sentence, then its events."""
    a, b = relation_ends(relation)
    both = events_of(corpus, relation, events)
    with st.container(border=True):
        st.header(f"{plain(corpus.name(a))} – {plain(corpus.name(b))}", anchor=False)
        st.markdown(sentence(corpus, both, "relation"))
        cards.event_table(corpus, both, key="relation", narrow=True, alt=_("The events behind this"))


def actor_card(corpus: Corpus, actor: str, events: pd.DataFrame) -> None:
    """An actor in the network: how many events and with whom, then the events."""
    row = record(corpus.actors, actor, Actor)
    mine = counting.taking_part(corpus, actor, events)
    with st.container(border=True):
        st.header(plain(corpus.name(actor)), anchor=False)
        said = [labels.kind_label(row.kind)]
        if row.role:
            said.append(plain(called(row.role, row.role_en)))
        st.caption(" · ".join(said))
        st.markdown(sentence(corpus, mine, "actor"))
        st.page_link(
            "views/actors.py", label=_("All about this actor"), icon=":material/person:", query_params=state.link()
        )
        cards.event_table(corpus, mine, key="actor", narrow=True, alt=_("The events behind this"))


def sentence(corpus: Corpus, events: pd.DataFrame, of: Literal["relation", "actor"]) -> str:
    """The events that a relation rests on, or that an actor takes part in, in one sentence."""
    if events.empty:
        return _("No event of this selection.")
    claims = corpus.claims.among(events.index)
    kinds = events["type"].value_counts()
    named = ", ".join(f"{labels.type_label(str(kind))} ({count})" for kind, count in kinds.head(4).items())
    if len(kinds) > 4:
        named += ", …"
    count = counting.events(events)
    said = {
        "relation": ngettext("This relation rests on {n} event", "This relation rests on {n} events", count.total),
        "actor": ngettext("This actor takes part in {n} event", "This actor takes part in {n} events", count.total),
    }
    return _("{events} ({apart}), told {claims} {sources}: {kinds}").format(
        events=said[of],
        apart=count.apart,
        claims=ngettext("in {n} quote", "in {n} quotes", len(claims)),
        sources=ngettext("from {n} source", "from {n} sources", counting.sources(corpus, events.index)),
        kinds=named,
    )


def table(corpus: Corpus, relations: pd.DataFrame) -> None:
    """The relations as a sortable table; choosing a row chooses the relation."""

    def rows(part: slice) -> dict[str, Any]:
        shown = relations.iloc[part]
        return {
            "a": [corpus.name(actor) for actor in shown["a"]],
            "b": [corpus.name(actor) for actor in shown["b"]],
            "events": shown["events"].to_numpy(),
            "sign": labels.each(shown["sign"], labels.sign_label),
            "cooperation": shown["cooperation"].to_numpy(),
            "conflict": shown["conflict"].to_numpy(),
            "apart": [count.apart for count in counting.each(shown)],
        }

    choosing.table(
        rows,
        {
            # What matters first, and together narrower than the page on a tablet but for the last, see `actors.table`.
            "a": st.column_config.TextColumn(_("Actor"), width=130),
            "b": st.column_config.TextColumn(_("with"), width=130),
            "events": st.column_config.NumberColumn(_("Events"), width=76),
            "cooperation": st.column_config.NumberColumn(_("cooperation"), width=122),
            "conflict": st.column_config.NumberColumn(_("conflict"), width=70),
            "sign": st.column_config.TextColumn(_("mostly"), width=122),
            "apart": choosing.apart(),
        },
        list(relations.index),
        lambda relation: state.move(relation=relation, actor=None, event=None),
        key="relations",
        alt=_("The relations of the network"),
        chosen=current().relation,
    )


def way_text(corpus: Corpus, way: list[str]) -> None:
    """The shortest connection in words."""
    view = current()
    if not way:
        st.info(_("Nothing in this selection connects the two."), icon=":material/link_off:")
        return
    at = str(view.actor)
    stations = [at]
    for relation in way:
        a, b = relation_ends(relation)
        at = b if a == at else a
        stations.append(at)
    names = " → ".join(f"**{plain(corpus.name(one))}**" for one in stations)
    st.markdown(f":material/route: {names}")
