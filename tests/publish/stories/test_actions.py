import dataclasses
from datetime import date

import pytest

from coprod_desktop.domain.record import Update
from coprod_desktop.domain.words import UpdateState
from coprod_desktop.errors import UserError
from coprod_desktop.publish.document import Bullets, Heading
from coprod_desktop.publish.gate import open_gate
from coprod_desktop.publish.stories.actions import action_list
from tests.domain.making import point, record

SPRING, AUTUMN, TODAY = date(2026, 3, 5), date(2026, 9, 17), date(2026, 12, 1)


def held(title, day, *rows):
    return open_gate(dataclasses.replace(record(*rows, title=title, date=day)), (), TODAY)


def done(day):
    return (Update(id="u", on=day, state=UpdateState.DONE),)


def test_every_promise_of_every_session_stands_once_late_ones_first():
    spring = held(
        "Spring", SPRING, point(1, "A", text="Paper rotas"), point(2, "B", text="Sorry letters", updates=done(SPRING))
    )
    autumn = held(
        "Autumn",
        AUTUMN,
        point(1, "C", text="A phone line", due=date(2027, 1, 5)),
        point(2, "D", answer="cannot", due=None),
    )
    paper = action_list((autumn, spring), TODAY)

    assert [row[0] for row in paper.sheet.rows] == ["Paper rotas", "A phone line", "Sorry letters"]
    assert paper.sheet.rows[0][1:3] == ("Head of home care", date(2026, 11, 6))
    assert paper.sheet.rows[1][5] == "Autumn, 17 September 2026"
    headings = [b.text for b in paper.document.blocks if isinstance(b, Heading)]
    assert headings[:4] == ["What we promised, and how it stands", "Late, or not done", "Not due yet", "Done"]
    items = ["".join(r.text for r in i.runs) for b in paper.document.blocks if isinstance(b, Bullets) for i in b.items]
    assert items[1] == (
        "A phone line.\nHead of home care. By 5 January 2027. Not due yet. Promised at Autumn, 17 September 2026."
    )


def test_that_no_date_was_given_is_said_once():
    paper = action_list((held("Spring", SPRING, point(1, "A", answer="not_decided", due=None)),), TODAY)
    assert str(paper.document.blocks).count("No date was given") == 1


def test_without_promises_there_is_no_list():
    with pytest.raises(UserError, match="Nothing was promised"):
        action_list((held("Spring", SPRING),), TODAY)
