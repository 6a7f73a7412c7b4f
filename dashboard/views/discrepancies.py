"""Where sources contradict each other: both passages, and the way to them."""

import streamlit as st

from dashboard import data
from dashboard.asking.records import Candidate, Discrepancy
from dashboard.parts import cards, discrepancies, telling
from dashboard.words.i18n import _, ngettext

corpus, shown = data.corpus(), data.shown()
findings = data.findings()
differences, refined, pairs = findings.differing, findings.refined, findings.perhaps

st.title(_("Discrepancies"), anchor=False)
if differences.empty:
    cards.empty(corpus, shown.counts.total > 0)
    st.info(
        _(
            "Date, place, status and numbers were compared where several quotes tell of one event, and no two of them "
            "contradict each other there. Parties and wording were not compared."
        ),
        icon=":material/done_all:",
    )
else:
    st.markdown(
        ngettext(
            "In {n} point quotes of one event differ. Which one is right, the texts themselves cannot tell.",
            "In {n} points quotes of one event differ. Which one is right, the texts themselves cannot tell.",
            len(differences),
        )
    )
    st.header(_("Contradictions"), anchor=False)
    for row in discrepancies.first(differences, Discrepancy):
        discrepancies.card(corpus, row)
if not refined.empty:
    st.header(_("Newer or more exact"), anchor=False)
    st.markdown(
        ngettext(
            "In {n} point a later report tells another number, or one says it more exactly. That is no contradiction.",
            "In {n} points a later report tells another number, or one says it more exactly. That is no contradiction.",
            len(refined),
        )
    )
    for row in discrepancies.first(refined, Discrepancy):
        discrepancies.card(corpus, row)
if not pairs.empty:
    st.header(_("Perhaps one event"), anchor=False)
    st.markdown(
        ngettext(
            "{n} pair of events is alike in kind and parties, a few days apart, and told by different texts.",
            "{n} pairs of events are alike in kind and parties, a few days apart, and told by different texts.",
            len(pairs),
        )
    )
    for two in discrepancies.first(pairs, Candidate):
        discrepancies.pair(corpus, two)
if not shown.events.empty and len(corpus.documents) > 1:
    st.header(_("Who tells what"), anchor=False)
    st.markdown(
        _(
            "● this source tells of the event, ○ it tells of the same days and of some who take part, but not of it."
            " Copies of one text are one source."
        )
    )
    telling.matrix(corpus)
