"""Looking back in the window: forms typed by keys, numbers that cannot be said so, a table with a picture."""

from __future__ import annotations

import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from coprod_desktop.domain.looked_back_record import LookedBack, Measured, MeasureUnit
from coprod_desktop.domain.words import Rung
from coprod_desktop.services import drafts, group_measures, groups, looking_back, sessions
from coprod_desktop.services.looking_back import Of, Slip
from coprod_desktop.services.seen import group as seen_group
from coprod_desktop.services.seen import over_time, over_time_told
from coprod_desktop.store import looking_back as rows
from coprod_desktop.ui.groups.looking_back_dialog import LookingBackDialog
from coprod_desktop.ui.groups.looking_back_part import LookingBackPart
from coprod_desktop.ui.groups.measures_dialog import MeasuresDialog
from coprod_desktop.ui.groups.rung_dialog import RungDialog
from tests.ui.accessible import assert_accessible

Key = Qt.Key


def settle(runner):
    while not (runner.wait_idle() and runner._pending == 0):
        QApplication.processEvents()
    QApplication.processEvents()


@pytest.fixture
def group(desk):
    return groups.add(desk, "Steering", "steering_group")[0]


@pytest.fixture
def session(desk, group):
    return sessions.new(desk, title="Forum", group_id=group, ladder_actual=Rung.CONSULTATION)[0]


def looked(desk, group):
    with desk.store.read() as connection:
        return rows.of(connection, group=group)


@pytest.fixture
def dialog(context, session, parent, qtbot, runner):
    made = LookingBackDialog(context, Of(session=session), parent)
    made.open()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    settle(runner)
    return made


def press(qtbot, key):
    qtbot.keyClick(QApplication.focusWidget(), key)


def test_a_slip_takes_a_digit_and_enter_for_each_question(dialog, desk, group, qtbot, runner):
    """Features: "HONESTY AND TRUST" and after a session one slip: typed as fast tallies."""
    assert dialog.form().name == "slip", "of a session the slip comes first"
    for digit in "12":
        qtbot.keyClicks(QApplication.focusWidget(), digit)
        press(qtbot, Key.Key_Return)
    press(qtbot, Key.Key_Return)  # no words
    settle(runner)
    assert "1 form typed in" in dialog.ui.running.text()
    assert QApplication.focusWidget() is dialog.field("had a say")
    qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return, Qt.KeyboardModifier.ControlModifier)  # from any field
    settle(runner)
    (row,) = looked(desk, group)
    assert row.answers == {"had a say": {"yes": 1}, "could take part": {"partly": 1}}


def test_all_numbers_of_a_form_can_be_typed_in_the_first_field(context, desk, group, parent, qtbot, runner):
    dialog = LookingBackDialog(context, Of(group=group), parent)
    dialog.open()
    settle(runner)
    assert dialog.form().name == "members"
    first = dialog.field("done to, for, with")
    qtbot.keyClicks(first, "3 6 4 1 2 3 1 1 1 2 3 1 0 1")
    qtbot.keyClick(first, Key.Key_Return)
    press(qtbot, Key.Key_Return)  # the words are left empty
    settle(runner)
    running = looking_back.seen(desk, Of(group=group), "members").running
    assert running.forms == 1
    assert running.answers["done to, for, with"] == {"to people": 1}
    assert running.answers["rung aimed for"] == {Rung.CO_DESIGN: 1}
    assert "networks" not in running.answers, "0 is no answer"


def test_the_field_one_types_in_is_in_view_however_long_the_form_is(in_shell, qtbot):
    desk, runner = in_shell._context.desk, in_shell.runner
    made = LookingBackDialog(
        in_shell._context, Of(group=groups.add(desk, "Steering", "steering_group")[0]), in_shell.in_front()
    )
    made.open()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    settle(runner)
    for _ in range(8):
        press(qtbot, Key.Key_1)
        press(qtbot, Key.Key_Return)
        settle(runner)
        field = QApplication.focusWidget()
        assert field.visibleRegion().boundingRect().size() == field.size(), field.objectName()
    made.close()


def test_with_down_one_goes_through_the_forms_and_stays_there(context, group, parent, qtbot, runner):
    made = LookingBackDialog(context, Of(group=group), parent)
    made.open()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    settle(runner)
    assert QApplication.focusWidget() is made.field(made.form().questions[0].key), "the first field is ready to type"
    made.ui.which.setFocus()
    shown = [made.form().name]
    for _ in range(made.ui.which.count() - 1):
        press(qtbot, Key.Key_Down)
        settle(runner)
        assert QApplication.focusWidget() is made.ui.which
        shown.append(made.form().name)
    assert shown == [made.ui.which.itemData(n) for n in range(made.ui.which.count())]
    assert len(shown) > 1
    press(qtbot, Key.Key_Tab)
    assert QApplication.focusWidget() is made.field(made.form().questions[0].key)


def test_a_number_that_is_no_answer_is_said_and_stays(dialog, qtbot, runner):
    field = dialog.field("had a say")
    qtbot.keyClicks(field, "7")
    dialog.ui.addForm.click()
    settle(runner)
    assert "“7” is no answer to “Had I a say?”" in dialog.ui.banner.what.text()
    assert field.text() == "7"


def test_what_is_typed_of_a_form_is_kept(dialog, desk, session, qtbot, runner):
    qtbot.keyClicks(dialog.ui.words, "More breaks")
    dialog.done(0)
    settle(runner)
    assert [(d.field, d.words) for d in drafts.every(desk)] == [(f"looking_back:slip:{session}:words", "More breaks")]


def test_the_last_one_is_taken_back_into_the_fields(dialog, desk, qtbot, runner):
    qtbot.keyClicks(dialog.field("had a say"), "3")
    qtbot.keyClicks(dialog.ui.words, "More breaks")
    dialog.ui.addForm.click()
    settle(runner)
    dialog.ui.takeBack.click()
    settle(runner)
    assert dialog.field("had a say").text() == "3"
    assert dialog.ui.words.words() == "More breaks"
    assert "No form is typed in yet." in dialog.ui.running.text()


# ---- numbers


@pytest.fixture
def numbers(context, group, parent, runner):
    made = MeasuresDialog(context, Of(group=group), parent)
    made.open()
    settle(runner)
    return made


def fill(dialog, qtbot, **typed):
    for name, words in typed.items():
        qtbot.keyClicks(getattr(dialog.ui, name), words)


def test_a_number_is_added_by_enter_with_its_sample(numbers, desk, group, qtbot, runner):
    """Features: "a baseline against which progress can be measured"."""
    fill(numbers, qtbot, question="I have choice", value="59.9%", asked="400", answered="212", source="Our survey")
    qtbot.keyClick(numbers.ui.source, Key.Key_Return)
    settle(runner)
    (row,) = group_measures.every(desk, Of(group=group))
    assert (row.value, row.unit, row.asked, row.answered, row.source) == (
        599,
        MeasureUnit.PERCENT,
        400,
        212,
        "Our survey",
    )
    (line,) = numbers.list.items.rows()
    assert line.count == "59.9%"
    assert "212 of 400 asked" in line.detail
    assert numbers.ui.question.text() == "I have choice", "the next number is most often of the same question"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"value": "120"}, "120% cannot be"),
        ({"value": "many"}, "“many” is no number"),
        ({"value": "50", "asked": "0"}, "Nobody was asked"),
        ({"value": "50", "asked": "10", "answered": "11"}, "11 answered, and only 10 were asked"),
        ({"value": ""}, "Write down the number"),
    ],
)
def test_a_number_that_cannot_be_is_said_and_stays_in_its_field(numbers, desk, group, qtbot, runner, typed, words):
    fill(numbers, qtbot, question="I have choice", **typed)
    numbers.ui.addNumber.click()
    settle(runner)
    assert words in numbers.ui.banner.what.text()
    assert numbers.ui.question.text() == "I have choice"
    assert group_measures.every(desk, Of(group=group)) == []


# ---- the rung, and the part on the page


def test_who_decided_the_rung_is_asked(context, desk, group, parent, qtbot, runner):
    """Features: "the different levels of participation in decision-making": who decided the rung."""
    looking_back.add_form(desk, Of(group=group), "members", Slip(answers={"equality": "no"}))
    looking_back.write_down(desk, Of(group=group), "members")
    dialog = RungDialog(context, looked(desk, group)[0], parent)
    dialog.open()
    assert_accessible(dialog)
    dialog.reached.setCurrentIndex(dialog.reached.findData(Rung.CONSULTATION))
    dialog.keep.click()
    settle(runner)
    assert "Say who decided" in dialog.banner.what.text()
    qtbot.keyClicks(dialog.who, "Members, by hands")
    dialog.keep.click()
    settle(runner)
    row: LookedBack = looked(desk, group)[0]
    assert (row.rung_reached, row.rung_decided_by) == (Rung.CONSULTATION, "Members, by hands")


@pytest.fixture
def part(context, desk, group, session, qtbot, runner):
    of = Of(group=group)
    for form, answer in (("members", "to people"), ("staff", "with people")):
        looking_back.add_form(
            desk,
            of,
            form,
            Slip(
                answers={"done to, for, with": answer, "co-decision": "never"}
                if form == "staff"
                else {"done to, for, with": answer}
            ),
        )
        looking_back.write_down(desk, of, form)
    day = desk.today() - datetime.timedelta(200)
    for what, value, on in ((Measured.BASELINE, 599, day), (Measured.AFTER, 720, desk.today())):
        group_measures.add(
            desk, of, question="I have choice", what=what, value=value, unit=MeasureUnit.PERCENT, on=on, asked=400
        )
    made = LookingBackPart(context)
    qtbot.addWidget(made)
    made.resize(760, 480)
    made.show()
    made.show_group(seen_group.read(desk, group))
    settle(runner)
    return made


def texts(part):
    table = part.table
    return [
        [table.item(r, c).text() for c in range(table.columnCount()) if table.item(r, c)]
        for r in range(table.rowCount())
    ]


def test_members_and_staff_are_shown_where_they_differ(part):
    """Features: "usually involves people through consultation or engagement": both shown if they differ."""
    assert part.shown.currentText() == "The year, by members and by staff"
    assert part.words.text() == "Members and staff differ on 1 question. Never used, as staff say: co-decision."
    assert texts(part)[0][1:4] == ["to people 1", "with people 1", "They differ"]
    assert_accessible(part)


def test_each_table_is_chosen_by_name_and_announced(part, heard, qtbot):
    """Features: "improved from 59.9% to 72%"; "climbing the ladder"."""
    part.shown.setCurrentIndex(part.shown.findData("measures"))
    part.shown.activated.emit(part.shown.currentIndex())
    assert texts(part)[0][3] == "Up 12.1 percentage points"
    assert "It does not say why" in heard.announced[-1]
    assert [part.shown.itemText(at) for at in range(part.shown.count())][1] == "How much power was shared"


def test_a_group_with_nothing_to_look_back_on_says_what_to_do(context, desk, qtbot, runner):
    empty, _ = groups.add(desk, "New", "project")
    part = LookingBackPart(context)
    qtbot.addWidget(part)
    part.show()
    part.show_group(seen_group.read(desk, empty))
    settle(runner)
    assert part.words.text() == over_time_told.NOTHING
    assert not part.table.isVisible()


def test_a_table_in_sentences_says_the_same(part, desk, group):
    tables = over_time_told.tables(over_time.read(desk, group))
    said = list(over_time_told.sentences(next(t for t in tables if t.name == "measures")))
    assert said[0].startswith("I have choice. Before: 59.9%, of 400 asked")
