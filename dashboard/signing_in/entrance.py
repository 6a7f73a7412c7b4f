"""What stands in the app's place before somebody has signed in, and the line that says who has."""

import streamlit as st

from dashboard.components.spoken import spoken
from dashboard.signing_in import door, visitors
from dashboard.signing_in.settings import settings
from dashboard.signing_in.visitors import Role, Visitor
from dashboard.words.i18n import LANGUAGES, _, language, preferred, speaking
from dashboard.words.markup import plain


def passed() -> bool:
    """Whether the app may be shown in this run; where it may not, the page that asks to sign in has been."""
    known = settings()
    if known is None:
        return True
    if not door.stands():
        st.error("Start the app by dashboard/app.py: without it, nothing guards what the server holds.")
        return False
    visitor = visitors.current()
    if visitor and visitor.role:
        return True
    asked = st.query_params.get("lang")
    with speaking(asked if asked in LANGUAGES else preferred(st.context.locale)):
        _page(known.providers, visitor)
    return False


def _page(providers: tuple[str, ...], visitor: Visitor | None) -> None:
    st.set_page_config(page_title=f"{_('Sign in')} · Lagebild")
    spoken(language())
    st.space("large")
    with st.container(horizontal_alignment="center"), st.container(width=420, border=True, key="entrance"):
        st.title(":material/radar: Lagebild", anchor=False)
        if visitor:
            st.warning(
                _(
                    "You are signed in as {name}, but have no access here. Ask whoever runs this server for it, or sign"
                    " in as somebody else."
                ).format(name=_bold(visitor)),
                icon=":material/block:",
            )
            st.button(_("Sign out"), icon=":material/logout:", on_click=st.logout, width="stretch", key="sign_out")
        else:
            if door.FAILED in st.context.cookies:
                st.warning(_("That did not work: you are not signed in. Try again."), icon=":material/error:")
            st.markdown(_("What this server shows is for those who sign in."))
            for name in providers:
                label = _("Sign in") if name == "default" else _("Sign in with {provider}").format(provider=plain(name))
                st.button(
                    label,
                    icon=":material/login:",
                    width="stretch",
                    on_click=st.login,
                    args=(name,),
                    key=f"sign_in_{name}",
                )
            if st.query_params:
                st.caption(_("The link that brought you here is opened afterwards."))
        st.segmented_control(
            _("Language"),
            list(LANGUAGES),
            default=language(),
            format_func=str.upper,
            label_visibility="collapsed",
            key="entrance_language",
            on_change=_speak,
        )


def _speak() -> None:
    """Keep the language in the address, where the app finds it, too; all else there stays as it is."""
    if chosen := st.session_state["entrance_language"]:
        st.query_params["lang"] = chosen


def account() -> None:
    """Who is signed in, with what role, and the way out; nothing where nobody has to sign in."""
    visitor = visitors.current()
    if visitor is None or visitor.role is None:
        return
    roles = {Role.READER: _("reader"), Role.EDITOR: _("editor"), Role.ADMIN: _("administrator")}
    st.caption(_("Signed in as {name}: {role}").format(name=_bold(visitor), role=roles[visitor.role]))
    st.button(_("Sign out"), icon=":material/logout:", on_click=st.logout, width="stretch", key="sign_out")


def _bold(visitor: Visitor) -> str:
    return f"**{plain(visitor.name)}**"
