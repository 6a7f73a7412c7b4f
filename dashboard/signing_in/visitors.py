"""Who a visitor is, and what role they have."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

import streamlit as st

from core.signatures import shown
from dashboard.signing_in.settings import Roles, settings


class Role(IntEnum):
    """What somebody may do; each may do what the ones before it may."""

    READER = 1
    """Look at everything, and take it away."""
    EDITOR = 2
    """Decide what can be taken back by a later line: corrections, notes, collections."""
    ADMIN = 3
    """Change the corpus itself: add, alter and remove sources; see what the server measures."""


@dataclass(frozen=True)
class Visitor:
    """Somebody whom a provider knows."""

    name: str
    """What everybody may see of them, and what they sign with; not who they are, which `account` is."""
    account: str
    """What stays the same when a name or an address changes: 16 hexadecimal digits, fit for the name of a file."""
    role: Role | None
    """None for somebody who is signed in and has no business here."""


def current() -> Visitor | None:
    """The visitor of this session; None for nobody. Outside of a session's run there is nobody."""
    known = settings()
    if known is None:
        return None
    return visitor(st.user.to_dict(), known.roles)


def visitor(claims: Mapping[str, Any], roles: Roles) -> Visitor | None:
    """The visitor that a provider's claims speak of, as Streamlit keeps them; None where nobody is signed in."""
    if claims.get("is_logged_in") is not True:
        return None
    subject = f"{claims.get('iss')}\n{claims.get('sub')}"
    return Visitor(_name(claims), hashlib.sha256(subject.encode()).hexdigest()[:16], _role(claims, roles))


def _name(claims: Mapping[str, Any]) -> str:
    """What the visitor signs with: the name, and the first part of the address, as names are not unique.

    The address as a whole is none of the readers' business, and all that is signed is there for them to read.
    """
    name, address, subject = (
        "".join(char for char in str(claims.get(key) or "") if char.isprintable()).strip()[:200]
        for key in ("name", "email", "sub")
    )
    first = address.partition("@")[0].strip()
    name = "" if name == address else shown(name) or ""
    if name and first and name != first:
        return f"{name} ({first})"
    return name or first or shown(subject) or ""


def _role(claims: Mapping[str, Any], roles: Roles) -> Role | None:
    """The highest role that any value of the claim has.

    An address counts only where the provider says that it has been verified: else whoever may choose an address there
    could choose an admin's.
    """
    value = claims.get(roles.claim)
    held = {one for one in (value if isinstance(value, list) else [value]) if isinstance(one, str) and one}
    if roles.claim == "email":
        held = {_folded(one) for one in held} if claims.get("email_verified") in (True, "true") else set()
        held |= {f"@{one.rpartition('@')[2]}" for one in held}
    for role, named in ((Role.ADMIN, roles.admin), (Role.EDITOR, roles.editor), (Role.READER, roles.reader)):
        if "*" in named or held & {_folded(one) if roles.claim == "email" else one for one in named}:
            return role
    return None


def _folded(address: str) -> str:
    return address.strip().casefold()
