"""How signing in is set: `[auth]`, as Streamlit wants it, and `[lagebild]` in `secrets.toml`, checked as a whole.

Both are in one file, for who may come in is of no use without the provider that says who somebody is, and the addresses
there are nobody's business but the host's.
"""

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

import msgspec
import streamlit as st
from msgspec import Meta

REQUIRED = "LAGEBILD_SIGN_IN"
"""The environment variable that says `required`: the server then does not start without settings for signing in."""

CALLBACK = "/oauth2callback"
"""Where Streamlit takes a provider's answer, below the app's address."""

SHORTEST_SECRET = 32
"""Characters of the secret that signs cookies: 16 random bytes in hexadecimal, which nobody guesses."""

_HERE = frozenset({"localhost", "127.0.0.1", "::1"})
_OF_A_PROVIDER = ("client_id", "client_secret", "server_metadata_url")


class SettingsError(Exception):
    """What is wrong with the settings, a line each, with what to do."""


class Roles(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who has which role: values of a claim of the provider. `*` stands for everybody whom the provider lets in."""

    claim: str = "email"
    reader: tuple[str, ...] = ()
    editor: tuple[str, ...] = ()
    admin: tuple[str, ...] = ()


class _Own(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[lagebild]`. Streamlit's cookie ends after 30 days, so no sign-in holds longer."""

    roles: Roles
    session_hours: Annotated[float, Meta(gt=0, le=720)] = 12


@dataclass(frozen=True)
class Settings:
    """Settings that hold together."""

    roles: Roles
    seconds: float
    """How long a sign-in holds."""
    secret: str
    origin: str
    """Scheme, host and port of the app's address, as browsers know it."""
    base: str
    """The path that the app is served under: empty, or with a slash before it and none after it."""
    providers: tuple[str, ...]
    """As `st.login` names them; `default` where there is but one."""

    @property
    def https(self) -> bool:
        """Whether browsers reach the app by TLS."""
        return self.origin.startswith("https:")


@cache
def settings() -> Settings | None:
    """The settings that the server was started with; None where nobody has to sign in.

    Raises:
        SettingsError: there are some, and they do not hold together.
    """
    return checked(_secrets(), st.get_option, required=_required())


def _required() -> bool:
    said = os.environ.get(REQUIRED, "").strip().lower()
    if said not in ("", "required"):
        raise SettingsError(f"{REQUIRED}={said}: say `required`, or nothing")
    return bool(said)


def _secrets() -> Mapping[str, Any]:
    files = [Path(file) for file in st.get_option("secrets.files") or ()]
    try:
        if any(file.exists() for file in files):
            secrets: Mapping[str, Any] = st.secrets.to_dict()
            return secrets
    except (OSError, UnicodeDecodeError) as error:  # Streamlit's own error about secrets is an OSError, too
        raise SettingsError(f"secrets.toml cannot be read, so nobody knows who may come in: {error}") from error
    return {}


def checked(secrets: Mapping[str, Any], option: Callable[[str], Any], *, required: bool = False) -> Settings | None:
    """The settings in `secrets.toml`; None where it has none.

    Args:
        secrets: what the file holds.
        option: gives an option of Streamlit by its name.
        required: whether there have to be some.

    Raises:
        SettingsError: with every fault that was seen.
    """
    auth, lagebild = secrets.get("auth"), secrets.get("lagebild")
    if auth is None and lagebild is None:
        if required:
            raise SettingsError(f"{REQUIRED}=required, but no secrets.toml has [auth]: write it, or correct its place")
        return None
    faults = list(_faults(auth, option))
    own = None
    try:
        own = msgspec.convert(lagebild or {}, _Own)
    except msgspec.ValidationError as error:
        faults.append(f"[lagebild]: {error}")
    if own and not (own.roles.reader or own.roles.editor or own.roles.admin):
        faults.append("[lagebild.roles] lets nobody in: name somebody under reader, editor or admin")
    if faults or own is None or not isinstance(auth, Mapping):
        raise SettingsError("\n".join(faults))
    address = urlsplit(_address(auth, option))
    return Settings(
        roles=own.roles,
        seconds=own.session_hours * 3600,
        secret=auth["cookie_secret"],
        origin=f"{address.scheme}://{address.netloc}",
        base=address.path.removesuffix(CALLBACK),
        providers=tuple(_providers(auth)),
    )


def _faults(auth: Any, option: Callable[[str], Any]) -> Iterator[str]:
    """What is wrong with `[auth]` and with what goes with it."""
    if not isinstance(auth, Mapping):
        yield "[lagebild] says who may come in, but there is no [auth], which says how they show who they are: add it"
        return
    for module in ("authlib", "httpx"):
        if find_spec(module) is None:
            yield f"signing in needs the package {module}: pip install 'lagebild[auth]'"
    if option("server.trustedUserHeaders"):
        yield "server.trustedUserHeaders lets a request say who sends it: take it out, or do without [auth]"
    secret = auth.get("cookie_secret")
    if not isinstance(secret, str) or len(secret) < SHORTEST_SECRET or len(set(secret)) < SHORTEST_SECRET // 4:
        yield (
            f"[auth] cookie_secret needs {SHORTEST_SECRET} random characters or more:"
            " python -c 'import secrets; print(secrets.token_hex(32))'"
        )
    yield from _address_faults(_address(auth, option), str(option("server.baseUrlPath") or "").strip("/"))
    providers = _providers(auth)
    if not providers:
        yield f"[auth] has no provider: give {', '.join(_OF_A_PROVIDER)}"
    for name, provider in providers.items():
        where = "[auth]" if provider is auth else f"[auth.{name}]"
        if "_" in name:
            yield f"{where}: a provider's name cannot have an underscore"
        for key in _OF_A_PROVIDER:
            if not isinstance(provider.get(key), str) or not provider[key].strip():
                yield f"{where} {key} is missing: it comes from the provider"
            elif key == "server_metadata_url" and not _safe(provider[key]):
                yield f"{where} {key}: {provider[key]!r} is no https address"


def _address_faults(address: str, base: str) -> Iterator[str]:
    if not address:
        yield f"[auth] redirect_uri is missing: the app's address as browsers know it, with {CALLBACK} at its end"
        return
    if not _safe(address):
        yield f"[auth] redirect_uri: {address!r} is no https address, and cookies are not sent for all to read"
        return
    wanted = f"/{base}{CALLBACK}" if base else CALLBACK
    if urlsplit(address).path != wanted:
        yield f"[auth] redirect_uri: the path of {address!r} must be {wanted}, after the app's base path"


def _address(auth: Mapping[str, Any], option: Callable[[str], Any]) -> str:
    """The redirect address, with the port filled in as Streamlit does."""
    return str(auth.get("redirect_uri") or "").replace("{port}", str(option("server.port")))


def _safe(address: str) -> bool:
    """Whether what is sent to an address cannot be read on the way: TLS, or this machine."""
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return False
    return bool(host) and (parts.scheme == "https" or (parts.scheme == "http" and host in _HERE))


def _providers(auth: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """The providers by name: those with a section of their own, and the one whose keys stand in `[auth]` itself."""
    sections = {name: value for name, value in auth.items() if isinstance(value, Mapping) and name != "client_kwargs"}
    return sections | ({"default": auth} if any(key in auth for key in _OF_A_PROVIDER) else {})
