import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from core.adding import AddingError, entries

TEXT = """\
# What we know of the texts.

[[document]]
file = "a.txt"      # the first
title = "A"

# On the second, by hand.
[[document]]
file = "b.txt"
outlet = "Blatt"
published = 2021-05-03
encoding = "cp1252"
"""


def comments(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip().startswith("#")]


def said(text: str) -> dict[str, dict[str, object]]:
    return {one.pop("file"): one for one in tomli.loads(text).get("document", [])}


def test_an_entry_is_read_as_text() -> None:
    assert entries.entry(TEXT, "b.txt") == {"outlet": "Blatt", "published": "2021-05-03", "encoding": "cp1252"}
    assert entries.entry(TEXT, "c.txt") is None


def test_a_value_is_changed_where_it_stands() -> None:
    assert entries.with_values(TEXT, "a.txt", {"title": "Neu"}) == TEXT.replace('title = "A"', 'title = "Neu"')


def test_a_new_value_stands_with_the_others_of_its_entry() -> None:
    changed = entries.with_values(TEXT, "a.txt", {"title": "A", "outlet": "Neues Blatt"})
    assert changed == TEXT.replace('title = "A"\n', 'title = "A"\noutlet = "Neues Blatt"\n')


def test_an_empty_value_is_taken_out_and_other_keys_stay() -> None:
    changed = entries.with_values(TEXT, "b.txt", {"title": "", "outlet": ""})
    assert changed == TEXT.replace('outlet = "Blatt"\n', "")


def test_nothing_said_makes_no_entry() -> None:
    assert entries.with_values(TEXT, "c.txt", {"title": "", "outlet": ""}) == TEXT


@pytest.mark.parametrize("before", ["", "# nur ein Satz", TEXT, TEXT.rstrip("\n"), TEXT.replace("\n", "\r\n")])
def test_a_new_entry_comes_last(before: str) -> None:
    changed = entries.with_values(before, "c.txt", {"title": 'Der "Neue"', "outlet": ""})
    assert said(changed) == {**said(before), "c.txt": {"title": 'Der "Neue"'}}
    assert comments(changed) == comments(before)


@pytest.mark.parametrize("file", ["a.txt", "b.txt"])
def test_an_entry_goes_and_comments_on_the_next_stay(file: str) -> None:
    changed = entries.without(TEXT, file)
    assert set(said(changed)) == {"a.txt", "b.txt"} - {file}
    assert comments(changed) == comments(TEXT)


def test_the_last_entry_may_go_and_another_come() -> None:
    empty = entries.without(entries.without(TEXT, "a.txt"), "b.txt")
    assert said(empty) == {}
    assert said(entries.with_values(empty, "c.txt", {"title": "C"})) == {"c.txt": {"title": "C"}}


def test_what_is_said_of_one_text_of_a_file_goes_with_the_file() -> None:
    of_one = TEXT + '\n[[document]]\nfile = "b.txt"\nid = "b-1"\ntitle = "Erster"\n'
    assert entries.every(of_one, "b.txt")["b-1"] == {"title": "Erster"}
    changed = entries.with_values(of_one, "b.txt", {"title": "Alle"})
    assert entries.every(changed, "b.txt")["b-1"] == {"title": "Erster"}
    assert entries.entry(changed, "b.txt") == {**(entries.entry(TEXT, "b.txt") or {}), "title": "Alle"}
    assert entries.every(entries.without(changed, "b.txt"), "b.txt") == {}


@pytest.mark.parametrize("broken", ["[[document]", '[document]\nfile = "a"', 'document = [{ file = "a.txt" }]'])
def test_a_text_that_cannot_be_changed_is_refused(broken: str) -> None:
    with pytest.raises(AddingError, match=r"sources\.toml"):
        entries.with_values(broken, "a.txt", {"title": "x"})


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])), st.sampled_from(["a.txt", "b.txt", "c.txt"]))
def test_whatever_is_said_is_text_and_nothing_else_changes(value: str, file: str) -> None:
    changed = said(entries.with_values(TEXT, file, {"title": value}))
    assert changed.get(file, {}).get("title", "") == value
    assert {name: known for name, known in changed.items() if name != file} == {
        name: known for name, known in said(TEXT).items() if name != file
    }
