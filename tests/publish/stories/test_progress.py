import dataclasses
from datetime import date

import pytest

from coprod_desktop.domain.record import Telling, Update
from coprod_desktop.domain.words import Attending, EarlierStatus, UpdateState
from coprod_desktop.errors import UserError
from coprod_desktop.publish.document import Bullets, Facts, Heading, Table
from coprod_desktop.publish.gate import open_gate
from coprod_desktop.publish.stories.progress import progress_report
from tests.domain.making import entry, person, point, record
from tests.publish.telling_papers import told

SPRING, AUTUMN = date(2026, 3, 5), date(2026, 9, 17)
TODAY = date(2026, 12, 1)


def joined(made, looked):
    """A promise and what a later paper tells of it, as they come from the workspace."""
    looked = dataclasses.replace(looked, promise=made.id)
    made = dataclasses.replace(made, tellings=(looked,))
    return made, dataclasses.replace(looked, made=made)


def held(day, *rows, earlier=(), **about):
    made = dataclasses.replace(record(*rows, date=day, **about), earlier=earlier)
    return open_gate(made, (), TODAY)


def report(*snapshots):
    return progress_report(snapshots, TODAY)


def section(document, heading, level=2):
    found, inside = [], False
    for block in document.blocks:
        if isinstance(block, Heading) and block.level <= level:
            inside = block.text == heading
        elif inside:
            found.append(block)
    return found


def facts(blocks):
    return [
        {label: "".join(r.text for r in value.runs) for label, value in b.rows} for b in blocks if isinstance(b, Facts)
    ]


def updated(state, text=None):
    return (Update(id="u", on=date(2026, 11, 20), state=UpdateState(state), text=text),)


def test_it_says_which_time_it_covers_and_how_many_came_by_group():
    carers = [person(f"c{n}", f"C{n}", "carer", attendance=Attending.HERE) for n in range(3)]
    people = [*carers, person("b", "B", "officer", attendance=Attending.HERE)]
    document = report(held(SPRING, *people), held(AUTUMN, *people), held(AUTUMN)).document
    took_part = told(section(document, "Who took part")[0])

    assert facts(document.blocks)[0] == {
        "Time it covers": "5 March 2026 to 17 September 2026",
        "Sessions": "3",
        "As things stood on": "1 December 2026",
    }
    assert "People came 5 to 9 times in all." in took_part
    assert "Carers: 5 to 9." in told(document)
    assert "Staff: fewer than 5." in told(document)
    assert "counted each time" in told(document)
    assert "For 1 session we have not written down who came." in told(document)
    few = told(report(held(SPRING, *people)).document)
    assert "People came fewer than 5 times in all." in few
    assert "Carers:" not in few  # of fewer than 5 in all it is not told which groups they are of


def test_themes_are_added_up_over_sessions_and_none_is_lost():
    def said(*themes):
        return [entry(n, "words", theme=theme, quote_ok=True) for n, theme in enumerate(themes, start=1)]

    many = said(*(f"Theme {chr(65 + n)}" for n in range(9)), "Charges", "Call times")
    document = report(held(SPRING, *many), held(AUTUMN, *said("call times", "Charges", "Call times"))).document
    (listed,) = [b for b in section(document, "What people said most about") if isinstance(b, Bullets)]
    items = ["".join(run.text for run in item.runs) for item in listed.items]

    assert items[:3] == ["Call times: 3 things", "Charges: 2 things", "Theme A: 1 thing"]
    assert len(items) == 8  # the rest is counted: nobody reads a list of forty
    assert "People also talked about 3 other themes." in told(document)


def test_a_promise_looked_back_at_later_is_one_promise_with_its_owner():
    made = point(1, "Rotas", text="Paper rotas", owner="Head of home care", due=date(2026, 5, 1))
    looked = Telling(id="o", text="Paper rotas", due=date(2026, 5, 1), status=EarlierStatus.NOT_DONE, reason="Money")
    made, looked = joined(made, looked)
    paper = report(held(SPRING, made), held(AUTUMN, earlier=(looked,)))

    assert "1 promise was made." in told(paper.document)
    assert facts(section(paper.document, "Late or not done")) == [
        {
            "Promised at": "Listening space: home care, 5 March 2026",
            "Who": "Head of home care",
            "By when": "1 May 2026",
            "How it went": "We did not do this. It is 214 days late.",
            "Why": "Money.",
        }
    ]
    assert [row[1:4] for row in paper.sheet.rows] == [("Paper rotas", "Head of home care", date(2026, 5, 1))]


def test_two_promises_in_the_same_words_stay_two():
    rows = [point(1, "Rotas", text="We will see"), point(2, "Phones", text="We will see")]
    looked = Telling(id="o", text="We will see", due=date(2026, 11, 6), status=EarlierStatus.DONE)
    rows[0], looked = joined(rows[0], looked)
    paper = report(held(SPRING, *rows), held(AUTUMN, earlier=(looked,)))

    assert sorted(row[4] for row in paper.sheet.rows) == [
        "Done",
        "The date passed 25 days ago, and nobody has said whether it is done",
    ]


def test_promises_are_counted_by_what_became_of_them():
    rows = [
        point(1, "A", updates=updated("done")),
        point(2, "B", due=date(2026, 11, 30), updates=updated("done")),
        point(3, "C"),
        point(4, "D", updates=updated("changed to no", "The firm closed")),
        point(5, "E", due=date(2027, 5, 1)),
    ]
    old = Telling(id="o", text="Old", due=date(2025, 5, 1), status=EarlierStatus.NOT_DONE)
    document = report(held(SPRING, *rows, earlier=(old,))).document

    assert "2 of 6 kept (1 on time), 2 overdue, 1 changed to no, 1 not due yet." in told(document)
    assert "6 promises were made." in told(document)
    assert "1 of them was promised before these sessions." in told(document)
    assert [f["Who"] for f in facts(section(document, "Late or not done"))] == ["Nobody is named", "Head of home care"]


def test_kept_promises_are_listed_each_with_its_session():
    spring = held(SPRING, point(1, "A", text="Paper rotas", updates=updated("done")), title="Spring")
    autumn = held(AUTUMN, point(1, "B", text="A phone line", due=date(2026, 12, 24)), title="Autumn")
    document = report(spring, autumn).document
    kept, open_ = (
        ["".join(run.text for run in item.runs) for b in section(document, heading) for item in b.items]
        for heading in ("Kept", "Not due yet")
    )

    assert kept == ["Paper rotas.\nPromised at Spring, 5 March 2026. Head of home care. Done, 14 days late."]
    assert open_ == [
        "A phone line.\nPromised at Autumn, 17 September 2026. Head of home care. Not due yet, by 24 December 2026."
    ]


def test_every_no_has_its_reason():
    rows = [
        point(1, "A", text="Paper rotas", updates=updated("changed to no", "The firm closed")),
        point(2, "Pay by the minute", answer="cannot", due=None, reason_category="Money", reason="It costs £9",
              look_again="2027-09-01"),
        point(3, "Free parking", answer="will_not", due=None),
    ]  # fmt: skip
    found = facts(section(report(held(SPRING, *rows)).document, "Where the answer is no"))

    assert [(f["Our answer"].split(".")[0], f["Why"]) for f in found] == [
        ("Changed to no", "The firm closed."),
        ("No", "Money. It costs £9."),
        ("No", "Not written down."),
    ]
    assert found[1]["When we look again"] == "1 September 2027."


def test_access_problems_are_added_up_with_what_was_done():
    problem = entry(1, "W could not hear", kind="access_incident", outcome_note="The loop is tested first")
    document = report(held(SPRING, problem), held(AUTUMN, problem)).document
    (done,) = [b for b in section(document, "Problems with taking part") if isinstance(b, Bullets)]
    said = told(document)

    assert "2 things made it hard for someone to take part." in said
    assert [told(item).split("\n")[0] for item in done.items] == ["The loop is tested first."]
    assert "could not hear" not in said


def test_what_is_not_answered_is_counted():
    said = told(report(held(SPRING, entry(1, "Who checks", quote_ok=True), point(2, "Buses", answer=None))).document)
    assert "2 things people said have no answer yet." in said
    assert "Who checks" not in said


def test_the_log_is_its_appendix():
    document = report(held(AUTUMN, type="forum"), held(SPRING, type="workshop")).document
    (table,) = [b for b in section(document, "Appendix: events that have taken place") if isinstance(b, Table)]
    assert [row[:2] for row in table.rows] == [("5 March 2026", "Workshop"), ("17 September 2026", "Forum")]


def test_with_nothing_in_them_the_sections_say_so():
    said = told(report(held(SPRING)).document)
    for words in (
        "We have not written down how many people came.",
        "No promises were made.",
        "None were written down.",
    ):
        assert words in said


def test_without_sessions_there_is_no_report():
    with pytest.raises(UserError, match="no sessions"):
        progress_report((), TODAY)
