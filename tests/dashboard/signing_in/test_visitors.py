"""Who somebody is and what they may do, by what a provider says of them."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.signing_in.settings import Roles
from dashboard.signing_in.visitors import Role, visitor
from tests.dashboard.signing_in.conftest import EMIL

BY_ADDRESS = Roles(reader=("@example.org",), editor=("Emil@Example.org", "eve@elsewhere.example"), admin=("ada@x.y",))


def role(claims: dict[str, Any], roles: Roles = BY_ADDRESS) -> Role | None:
    known = visitor({**EMIL, **claims}, roles)
    assert known
    return known.role


@pytest.mark.parametrize(
    ("claims", "has"),
    [
        ({}, Role.EDITOR),
        ({"email": "EMIL@example.ORG"}, Role.EDITOR),
        ({"email": "rita@example.org"}, Role.READER),
        ({"email": "ada@x.y"}, Role.ADMIN),
        ({"email": "rita@example.org.evil.example"}, None),
        ({"email": "rita@sub.example.org"}, None),
        ({"email": "@example.org@evil.example"}, None),
        ({"email": ""}, None),
        ({"email": None}, None),
        ({"email": "emil@example.org", "email_verified": False}, None),
        ({"email": "emil@example.org", "email_verified": None}, None),
        ({"email": "emil@example.org", "email_verified": "false"}, None),
        ({"email": "emil@example.org", "email_verified": "true"}, Role.EDITOR),
    ],
)
def test_a_verified_address_gives_the_role(claims: dict[str, Any], has: Role | None) -> None:
    assert role(claims) is has


@pytest.mark.parametrize(
    ("groups", "has"),
    [(["desk", "chiefs"], Role.ADMIN), (["desk"], Role.EDITOR), ("desk", Role.EDITOR), (["Desk"], None), (7, None)],
)
def test_any_claim_of_the_provider_may_give_the_role(groups: Any, has: Role | None) -> None:
    assert role({"groups": groups}, Roles(claim="groups", editor=("desk",), admin=("chiefs",))) is has


def test_everybody_whom_the_provider_lets_in_may_have_a_role() -> None:
    assert role({"email": None}, Roles(reader=("*",), editor=("emil@example.org",))) is Role.READER


@pytest.mark.parametrize("signed_in", [False, None, "true", 1])
def test_without_a_sign_in_there_is_nobody(signed_in: Any) -> None:
    assert visitor({**EMIL, "is_logged_in": signed_in}, Roles(reader=("*",))) is None
    assert visitor({"email": "test@example.com"}, Roles(reader=("*",))) is None


@given(
    st.dictionaries(st.sampled_from(("email", "email_verified", "groups", "name", "sub")), st.text() | st.booleans())
)
def test_nothing_that_a_provider_says_lets_in_whom_the_settings_do_not_name(claims: dict[str, Any]) -> None:
    known = visitor({**claims, "is_logged_in": True}, Roles(claim="groups", reader=("readers-\u2603",)))
    assert known
    assert known.role is None


@pytest.mark.parametrize(
    ("name", "email", "signs"),
    [
        ("Emil Sommer", "emil.s@example.org", "Emil Sommer (emil.s)"),
        ("Emil Sommer", "esommer@example.org", "Emil Sommer (esommer)"),
        ("Emil Sommer", None, "Emil Sommer"),
        (None, "emil.s@example.org", "emil.s"),
        ("emil.s@example.org", "emil.s@example.org", "emil.s"),
        ("Emil <emil.s@example.org>", "emil@example.org", "Emil <emil.s> (emil)"),
        (None, None, "emil-7"),
    ],
)
def test_people_sign_with_their_name_and_never_with_their_address(
    name: str | None, email: str | None, signs: str
) -> None:
    known = visitor({**EMIL, "name": name, "email": email, "sub": "emil-7"}, BY_ADDRESS)
    assert known
    assert known.name == signs


def test_the_name_goes_with_the_first_part_of_the_address_on_one_line() -> None:
    known = visitor({**EMIL, "name": "Emil\n<script>\u202e"}, BY_ADDRESS)
    assert known
    assert known.name == "Emil<script> (emil)"


def test_the_account_stays_the_same_under_another_name_and_is_no_other_providers() -> None:
    accounts = [
        visitor({**EMIL, **changes}, BY_ADDRESS)
        for changes in ({}, {"name": "E. S.", "email": "new@example.org"}, {"iss": "https://other.example"})
    ]
    one, renamed, other = (account.account for account in accounts if account)
    assert one == renamed != other
    assert len(one) == 16
