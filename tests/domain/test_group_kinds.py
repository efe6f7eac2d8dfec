"""Kinds of groups: what each is called, which end, and a file that cannot be read."""

from __future__ import annotations

import pytest

from coprod_desktop.domain.content_table import WrongContent
from coprod_desktop.domain.group_kinds import GroupKind, GroupKinds, parse_group_kinds

BOARD = {"kind": "board", "words": "Partnership board", "about": "It meets", "ends": False}
PROJECT = {"kind": "project", "words": "Project", "about": "It is done one day", "ends": True}
DATA = {
    "how": "Of a test",
    "kinds": [BOARD, PROJECT],
    "themes": ["Buses", "Calls"],
    "session_types": {"board": "board meeting"},
}


def test_the_file_is_read_as_it_stands():
    assert parse_group_kinds(DATA) == GroupKinds(
        rows=(
            GroupKind(kind="board", words="Partnership board", about="It meets", ends=False),
            GroupKind(kind="project", words="Project", about="It is done one day", ends=True),
        ),
        themes=("Buses", "Calls"),
        session_types={"board": "board meeting"},
    )


def test_a_kind_of_a_newer_program_is_told_by_its_own_name_and_is_not_known():
    kinds = parse_group_kinds(DATA)
    assert [kinds.words(kind) for kind in ("board", "project", "peer_group")] == [
        *("Partnership board", "Project", "Peer group")
    ]
    assert [kinds.ends(kind) for kind in ("board", "project", "peer_group")] == [False, True, False]
    assert [kinds.known(kind) for kind in ("board", "project", "peer_group")] == [True, True, False]


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"kinds": []}, "there is no kind in it"),
        ({"kinds": [BOARD, PROJECT, BOARD]}, "“board” is in it twice"),
        ({"session_types": {"peer_group": "circle"}}, "peer_group"),
        ({"colour": "red"}, "colour"),
        ({"kinds": [BOARD, {**PROJECT, "ends": 1}]}, r"row 2 \(“project”\) that comes"),
    ],
)
def test_a_file_that_cannot_be_meant_is_refused_in_a_sentence(changed, words):
    with pytest.raises(WrongContent, match=words):
        parse_group_kinds({**DATA, **changed})
