"""Who looked at a paper, other formats, and what the room said when its themes were read back, as papers tell them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coprod_desktop.domain.live_hour import Heard, ReadBack
from coprod_desktop.domain.week_after import FormatAsked, FormatState, MemberCheck, SaidBack, YesNo
from coprod_desktop.publish.gate import open_gate
from tests.domain.making import DAY, entry, point, record

FILM = FormatAsked(
    id="f", format="BSL film", state=FormatState.CHECKED, on=DAY, where_is="On www.example.org/film, key in the drawer"
)


def opened(*rows, **more):
    return open_gate(replace(record(*rows), **more), (), DAY)


def test_who_looked_at_this_kind_of_paper_is_told():
    check = MemberCheck(id="c", kind="you-said-we-will", who="The reading group", on=DAY, changed="The times")
    assert opened(member_checks=(check,)).members_check == (
        "The reading group looked at this on 17 September 2026. They changed: The times"
    )
    assert opened(member_checks=(replace(check, kind="news"),)).members_check is None
    assert opened(member_checks=(replace(check, who=" "),)).members_check.startswith("Members looked at this")


def test_what_a_no_changed_is_told_and_never_what_was_said_back():
    back = SaidBack(id="b", point="p1", on=DAY, answers=YesNo.NO, back="It is a disgrace")
    snapshot = opened(point(1, "The rota", said_back=(back,)))
    assert snapshot.points[0].said_back.endswith("So we looked again. Our answer is the same.")
    assert "disgrace" not in repr(snapshot)


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (FILM, [("BSL film", "www.example.org/film")]),
        (replace(FILM, state=FormatState.MADE), []),
        (replace(FILM, where_is="In the drawer"), []),
        (replace(FILM, format=" "), []),
    ],
)
def test_a_film_is_told_of_once_it_was_checked_and_only_where_people_can_see_it(row, told):
    assert [(x.what, x.address) for x in opened(formats_asked=(row,)).elsewhere] == told


def heard(n, answer, theme="Ringing back"):
    return ReadBack(id=f"r{n}", theme=theme, answer=Heard(answer), at=f"11:4{n}", on=DAY, words="And at night, says Mo")


def test_what_the_room_said_to_a_printed_theme_is_told_in_fixed_words():
    lines = (
        entry(1, "Nobody rings", theme="Ringing back"),
        entry(2, "Not ever", theme="Ringing back"),
        entry(3, "Tea", theme="Food"),
        entry(4, "Hidden", theme="Secret", publish="no"),
        entry(5, "A note", theme="Notes", kind="note"),
        entry(6, "No theme"),
        entry(7, "Nobody calls", theme="Calls", duplicate_of="e1"),
        entry(8, "Not since May", theme="Ask Mrs Obi"),
    )
    rows = [
        heard(n, "missing", theme)
        for n, theme in enumerate(("Ringing back", "Secret", "Notes", "Calls", "Ask Mrs Obi"))
    ]
    snapshot = opened(*lines, read_backs=(*rows, heard(8, "right")))
    assert snapshot.read_back == (("Ringing back", "something is missing, then right"),)
    assert "And at night" not in repr(snapshot)
    assert opened(*lines).read_back == ()
