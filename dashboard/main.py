"""What every visit runs: the tables, the one selection, and the page that is asked for. `app.py` serves it."""

from pathlib import Path

import streamlit as st

from core.store import StoreError
from core.tables import TableError
from dashboard import building, data, hosting, sets, shell, state
from dashboard.signing_in import entrance
from dashboard.turns import turn
from dashboard.words.i18n import _, language, speaking
from dashboard.words.markup import plain

icon = str(Path(__file__).with_name("icon.svg"))
st.set_page_config(page_icon=icon, layout="wide")  # first, or the page's own icon would be asked of another host
# Before anything can stop the run: a page that Streamlit has not heard of is lost from the address.
page = st.navigation(shell.pages(), position="hidden")
st.set_page_config(page_title=shell.window_title(page.url_path), page_icon=icon)

if not entrance.passed():
    st.stop()

if not sets.ready():
    if page.url_path == "add":  # an empty folder is filled there
        page.run()
        st.stop()
    st.title("Lagebild")
    building.show(may_add=hosting.may_add())
    st.stop()

try:
    new = data.pin()
except (StoreError, TableError) as error:
    st.title("Lagebild")
    st.error(_("The tables cannot be read: {error}").format(error=plain(str(error))), icon=":material/error:")
    st.stop()

state.arrive(page.url_path)
wrong = state.sync(data.known(), again=new)
# Again, as the link may have another language.
st.set_page_config(page_title=shell.window_title(page.url_path), page_icon=icon)
if page.url_path == "briefing" and state.current().present:  # one stop fills the screen, with nothing around it
    page.run()
    st.stop()
with turn(), speaking(language()):  # asked once: each of a page's hundreds of words would look into the session for it
    shell.sidebar(page.url_path)
    if new:
        shell.welcome()
    shell.notices(wrong)
    page.run()
data.prepare()
