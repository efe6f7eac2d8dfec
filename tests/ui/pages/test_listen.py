"""The Listen page, driven by keys against a real workspace."""

from __future__ import annotations

import dataclasses
import datetime
import os
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLabel, QLineEdit, QMenu, QPushButton

from coprod_desktop.domain import dates
from coprod_desktop.domain.check.printable import PrintableLines
from coprod_desktop.domain.permission import NO, YES, Circle, Purpose
from coprod_desktop.domain.permission_fields import quote_answer
from coprod_desktop.domain.words import ANONYMOUS, Attending, EntryKind, Group, NoticeTime
from coprod_desktop.services import (
    answers,
    capture,
    drafts,
    holds,
    live_hour,
    notices,
    people,
    prepare,
    sessions,
    workspace,
)
from coprod_desktop.services.capture import NewLine
from coprod_desktop.services.holds import Scope
from coprod_desktop.store import permits
from coprod_desktop.ui.pages.listen import ListenPage
from tests.ui.accessible import assert_accessible
from tests.ui.listen_page import opened, settle

# the offscreen platform says this of itself whenever a menu opens
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True)

TOO_LONG = ("word " * 20_001).strip()
"""More than a line may hold."""
MO, WINIFRED, JAY = "Mo'nique Adeyemi", "Winifred Tattersall", "Jay Postlethwaite"


@pytest.fixture
def open_listen(context, qtbot, runner):
    """Open the page for a session."""
    return lambda session: opened(context, qtbot, runner, session)


@pytest.fixture
def page(open_listen, desk):
    """The page of a session just begun."""
    session, _ = sessions.start_now(desk)
    return open_listen(session)


@pytest.fixture
def full(open_listen, sample):
    """The page of the sample session."""
    return open_listen(sample)


def say(page, words: str) -> None:
    QTest.keyClicks(page.line.field, words)
    QTest.keyClick(page.line.field, Qt.Key.Key_Return)


def put(page, words: str) -> None:
    """Type what no test keyboard has: by pasting."""
    QApplication.clipboard().setText(words)
    page.line.field.paste()


def rows(page):
    model = page.list.rows()
    return [model.index(n, 0).data(Qt.ItemDataRole.UserRole) for n in range(model.rowCount())]


def words(page) -> list[str]:
    return [row.words for row in rows(page)]


def stored(page):
    return capture.lines(page.context.desk, page.session_id)


def person(page, name: str):
    return next(p for p in people.on_list(page.context.desk, page.session_id) if p.name == name)


def dialog(page) -> QDialog:
    found = [d for d in page.findChildren(QDialog) if d.isVisible()]
    assert len(found) == 1
    return found[0]


def press(parent, name: str) -> None:
    QTest.mouseClick(parent.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def read(parent) -> str:
    return "\n".join(label.text() for label in parent.findChildren(QLabel) if label.isVisibleTo(parent))


def choose(item: str) -> None:
    """Press an item of the menu that is open, or of a menu inside it."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    every = [a for m in (menu, *menu.findChildren(QMenu)) for a in m.actions()]
    found = next(a for a in every if a.text().split("\t")[0].replace("&", "") == item)
    found.trigger()
    menu.close()


def on_row(page, at: int) -> None:
    page.list.setFocus()
    page.list.go_to(page.list.rows().id_at(at))


# ---- the line


def test_enter_empties_the_line_shows_the_row_at_once_and_then_it_is_on_the_disk(page):
    say(page, "I never know who is coming")

    assert page.line.field.words() == ""
    assert [(r.words, r.state_words) for r in rows(page)] == [("I never know who is coming", "Saving…")]
    settle(page)
    assert [(r.words, r.state_words) for r in rows(page)] == [("I never know who is coming", "saved")]
    assert [line.text for line in stored(page)] == ["I never know who is coming"]
    assert "1 so far" in page.form.saidCount.text()


def test_only_the_last_line_still_says_saved(page):
    for said in ("one", "two", "three"):
        say(page, said)
    settle(page)

    assert [(r.words, r.state_words) for r in rows(page)] == [("one", ""), ("two", ""), ("three", "saved")]


def test_enter_on_nothing_saves_nothing(page):
    say(page, "   ")
    settle(page)

    assert rows(page) == []
    assert stored(page) == []


def test_shift_enter_begins_a_new_line_in_the_same_words(page, qtbot):
    QTest.keyClicks(page.line.field, "they come at 8")
    low = page.line.field.height()
    QTest.keyClick(page.line.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(page.line.field, "or at 10")
    qtbot.waitUntil(lambda: page.line.field.height() > low)
    QTest.keyClick(page.line.field, Qt.Key.Key_Return)
    settle(page)

    assert words(page) == ["they come at 8\nor at 10"]


@pytest.mark.parametrize(
    "typed",
    [
        "عندي سؤال عن الرعاية",
        "家でのケア 🙂 👩‍👩‍👧",
        "<b>bold</b> & <script>alert('x')</script>",
        "  spaces\u00a0kept  ",
        "tab\there",
        "=1+1",
        "a @nobody at all and #nothing",
        "word " * 4000,
    ],
    ids=["arabic", "emoji", "markup", "spaces", "tab", "formula", "signs", "20,000"],
)
def test_words_of_any_kind_are_shown_and_kept_as_typed(page, typed):
    put(page, typed)
    QTest.keyClick(page.line.field, Qt.Key.Key_Return)
    assert words(page) == [typed]
    settle(page)

    assert words(page) == [typed]
    assert [line.text for line in stored(page)] == [typed]


def test_words_that_cannot_be_saved_come_back_as_they_were(page, heard):
    QTest.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier)
    page.line.field.setPlainText(TOO_LONG)
    QTest.keyClick(page.line.field, Qt.Key.Key_Return)
    settle(page)

    assert rows(page) == []
    assert page.line.field.words() == TOO_LONG
    assert page.line.said.kind is EntryKind.PARKING_LOT
    assert "longer than" in heard.failed[-1].what
    page.line.field.setPlainText("shorter")
    QTest.keyClick(page.line.field, Qt.Key.Key_Return)
    settle(page)
    assert [(line.text, line.kind) for line in stored(page)] == [("shorter", EntryKind.PARKING_LOT)]


def test_words_typed_while_others_could_not_be_saved_are_not_lost(page):
    page.line.field.setPlainText(TOO_LONG)
    QTest.keyClick(page.line.field, Qt.Key.Key_Return)
    QTest.keyClicks(page.line.field, "and then this")
    settle(page)

    assert page.line.field.words() == "and then this"
    QTest.keyClick(page.line.field, Qt.Key.Key_Return)
    settle(page)
    assert [line.text for line in stored(page)] == ["and then this"]
    assert page.line.field.words() == TOO_LONG


def test_up_on_an_empty_line_changes_the_last_one_and_escape_gives_up(page):
    say(page, "they come at 8")
    settle(page)
    QTest.keyClick(page.line.field, Qt.Key.Key_Up)
    assert page.line.field.words() == "they come at 8"
    QTest.keyClicks(page.line.field, " or not")
    QTest.keyClick(page.line.field, Qt.Key.Key_Escape)
    settle(page)
    assert page.line.field.words() == ""
    assert words(page) == ["they come at 8"]

    QTest.keyClick(page.line.field, Qt.Key.Key_Up)
    QTest.keyClicks(page.line.field, " or 10")
    QTest.keyClick(page.line.field, Qt.Key.Key_Return)
    settle(page)
    assert words(page) == ["they come at 8 or 10"]
    assert [line.text for line in stored(page)] == ["they come at 8 or 10"]
    assert drafts.of_session(page.context.desk, page.session_id) == ()


def test_what_was_being_typed_waits_while_an_older_line_is_changed(page):
    say(page, "first")
    settle(page)
    QTest.keyClicks(page.line.field, "half a sent")
    on_row(page, 0)
    QTest.keyClick(page.list, Qt.Key.Key_Return)
    editor = page.on_line.editor
    assert (editor.field.words(), page.focusWidget()) == ("first", editor.field)
    QTest.keyClicks(editor.field, " of all")
    QTest.keyClick(editor.field, Qt.Key.Key_Return)
    settle(page)

    assert words(page) == ["first of all"]
    assert page.line.field.words() == "half a sent"


def test_ctrl_z_takes_the_line_away_and_brings_it_back_in_its_place(page):
    for said in ("one", "two"):
        say(page, said)
    settle(page)
    first = rows(page)[0].id
    page.context.runner.do(capture.remove, first)
    settle(page)
    assert words(page) == ["two"]
    page.context.runner.do(workspace.undo)
    settle(page)

    assert words(page) == ["one", "two"]


# ---- drafts


def test_typing_is_on_the_disk_within_a_quarter_of_a_second_and_gone_once_saved(page, qtbot):
    QTest.keyClicks(page.line.field, "half a sentence")
    assert page.line._soon.interval() <= 250
    qtbot.waitUntil(lambda: [d.words for d in drafts.every(page.context.desk)] == ["half a sentence"])
    draft = drafts.of_session(page.context.desk, page.session_id)[0]
    assert draft.field == f"capture:{page.session_id}"
    QTest.keyClick(page.line.field, Qt.Key.Key_Return)
    settle(page)

    assert drafts.every(page.context.desk) == ()


def test_words_never_entered_are_offered_not_put_back_unasked(open_listen, desk):
    session, _ = sessions.start_now(desk)
    drafts.keep(desk, f"capture:{session}", "half a sent", session=session)
    page = open_listen(session)
    assert page.line.field.words() == ""
    assert "half a sent" in page.form.draftBanner.what.text()
    press(page, "bannerAct")
    settle(page)
    assert page.line.field.words() == "half a sent"
    assert not page.form.draftBanner.isVisible()
    say(page, "ence")
    settle(page)

    assert words(page) == ["half a sentence"]
    assert drafts.every(desk) == ()


def test_a_line_cut_short_keeps_who_said_it_what_it_is_its_theme_for_whom_and_when(open_listen, desk, qtbot):
    session, _ = sessions.start_now(desk)
    amina, _ = people.add(desk, session, "Amina", "carer")
    mo, _ = people.add(desk, session, "Mo", "advocate")
    people.agree(desk, session, mo, "quote", "people who came")
    first = open_listen(session)
    QTest.keyClicks(first.line.field, "he cannot get ou")
    first.line.choose_voice(next(v for v in first._voices.by_name.values() if v.speaker == mo))
    first.line.choose_kind(EntryKind.STORY)
    first.line.choose_theme("Getting out")
    first.line.choose_for(amina)
    was = first.line.said
    qtbot.waitUntil(lambda: not first.line._soon.isActive())
    settle(first)
    at = drafts.of_session(desk, session)[0].beside["at"]

    page = open_listen(session)
    press(page, "bannerAct")
    settle(page)
    assert page.line.said == replace(was, at=at)
    say(page, "t")
    settle(page)
    line = capture.one(desk, stored(page)[0].id)
    assert (line.text, line.speaker, line.kind, line.theme) == ("he cannot get out", mo, EntryKind.STORY, "Getting out")
    assert (line.said_for, line.whose_words, line.at) == (amina, None, at)
    with desk.store.read() as connection:
        said = {(row.circle, row.value) for row in permits.of(connection, line.id) if row.purpose == Purpose.QUOTE}
    assert said == {(Circle.CAME, YES), (Circle.ANYONE, NO)}


def test_a_yes_in_a_line_cut_short_does_not_stand_over_a_no_said_since(open_listen, desk):
    session, _ = sessions.start_now(desk)
    mo, _ = people.add(desk, session, "Mo", "advocate")
    kept = {"kind": "contribution", "speaker": mo, "quote": True}
    drafts.keep(desk, f"capture:{session}", "half a sent", session=session, beside=kept)
    people.agree(desk, session, mo, "quote", "no")
    page = open_listen(session)
    press(page, "bannerAct")
    settle(page)
    assert page.line.said.quote is False


def test_an_offered_draft_can_be_thrown_away(open_listen, desk):
    session, _ = sessions.start_now(desk)
    drafts.keep(desk, f"capture:{session}", "half a sent", session=session)
    page = open_listen(session)
    press(page, "bannerClose")
    settle(page)

    assert drafts.every(desk) == ()


def test_typing_on_before_deciding_keeps_both_on_the_disk(open_listen, desk):
    session, _ = sessions.start_now(desk)
    drafts.keep(desk, f"capture:{session}", "from before", session=session)
    page = open_listen(session)
    QTest.keyClicks(page.line.field, "new words")
    page.leave()
    settle(page)

    assert {d.words for d in drafts.of_session(desk, session)} == {"from before", "new words"}


def test_a_change_cut_short_is_offered_as_a_change_of_that_line(open_listen, desk):
    session, _ = sessions.start_now(desk)
    line = capture.add(desk, session, NewLine(text="they come at 8")).added[0].id
    drafts.keep(desk, f"entry:{line}", "they come at 8 or 10", session=session, row=line)
    page = open_listen(session)
    press(page, "bannerAct")
    assert page.line.editing == line
    QTest.keyClick(page.line.field, Qt.Key.Key_Return)
    settle(page)

    assert words(page) == ["they come at 8 or 10"]
    assert drafts.every(desk) == ()


def test_a_line_entered_before_old_drafts_are_known_leaves_none_behind(context, qtbot, desk):
    session, _ = sessions.start_now(desk)
    page = ListenPage(context)
    qtbot.addWidget(page)
    page.show()
    page.open(session)
    QTest.keyClicks(page.line.field, "very quick")
    page.line.hand_in_draft()
    QTest.keyClick(page.line.field, Qt.Key.Key_Return)
    settle(page)

    assert [line.text for line in stored(page)] == ["very quick"]
    assert drafts.every(desk) == ()


def test_a_key_that_does_nothing_writes_no_letter_into_what_was_said(page):
    QTest.keyClicks(page.line.field, "she ")
    QTest.keyClick(page.line.field, Qt.Key.Key_G, Qt.KeyboardModifier.AltModifier)
    QTest.keyClicks(page.line.field, "said É")
    assert page.line.field.words() == "she said É"


def test_the_list_is_entered_at_the_newest_line(page):
    for n in range(30):
        say(page, f"number {n}")
    settle(page)
    page.list.setFocus()
    assert page.list.rows().row_of(page.list.current_id()) == 29


# ---- who, theme, kind, permission


def test_a_theme_that_is_on_no_list_is_offered_as_a_new_one_and_never_taken_by_itself(page):
    QTest.keyClicks(page.line.field, "they changed it again #Rotas")
    QTest.keyClick(page.line.field, Qt.Key.Key_Return)
    settle(page)
    assert [(line.text, line.theme) for line in stored(page)] == [("they changed it again #Rotas", None)]
    QTest.keyClicks(page.line.field, "and again #Rotas")
    QTest.keyClick(page.line.field, Qt.Key.Key_Down)
    QTest.keyClick(page.line.field, Qt.Key.Key_Return)
    assert page.line.said.theme == "Rotas"
    QTest.keyClick(page.line.field, Qt.Key.Key_Return)
    settle(page)

    assert (stored(page)[-1].text, stored(page)[-1].theme) == ("and again", "Rotas")


def test_at_and_a_few_letters_choose_who_and_their_permission_comes_with_them(full):
    people.arrive(full.context.desk, full.session_id, person(full, MO).id, quote=True)
    full.open(full.session_id)
    settle(full)
    QTest.keyClicks(full.line.field, "she has a key @mo")
    QTest.keyClick(full.line.field, Qt.Key.Key_Tab)
    assert full.line.field.words() == "she has a key "
    assert full.line.said.voice.words == MO
    QTest.keyClick(full.line.field, Qt.Key.Key_Return)
    settle(full)

    line = stored(full)[-1]
    assert (line.name, line.quote_ok, line.text) == (MO, 1, "she has a key")


def test_one_key_overrides_the_permission_of_the_speaker(full):
    people.arrive(full.context.desk, full.session_id, person(full, JAY).id, quote="no")
    full.open(full.session_id)
    settle(full)
    QTest.keyClicks(full.line.field, "that is fine @jay")
    QTest.keyClick(full.line.field, Qt.Key.Key_Tab)
    assert full.line.said.quote is False
    QTest.keyClick(full, Qt.Key.Key_Q, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(full.line.field, Qt.Key.Key_Return)
    settle(full)

    assert stored(full)[-1].quote_ok == 1
    record = sessions.record(full.context.desk, full.session_id)
    assert PrintableLines(record).allows_words(record.entries[-1])


def test_a_hash_completes_a_theme_and_enter_in_the_offer_does_not_save(full):
    before = len(rows(full))
    QTest.keyClicks(full.line.field, "late again #call t")
    QTest.keyClick(full.line.field, Qt.Key.Key_Return)
    assert full.line.said.theme == "Call times"
    assert len(rows(full)) == before
    QTest.keyClick(full.line.field, Qt.Key.Key_Return)
    settle(full)

    assert stored(full)[-1].theme == "Call times"


def test_an_at_sign_in_ordinary_words_does_not_stop_enter(full):
    say(full, "see you @")
    settle(full)

    assert stored(full)[-1].text == "see you @"


def test_the_pickers_open_by_alt_keys_and_the_choice_is_for_this_line_only(full):
    QTest.keyClick(full, Qt.Key.Key_K, Qt.KeyboardModifier.AltModifier)
    QApplication.processEvents()
    choose("Question")
    QTest.keyClick(full, Qt.Key.Key_W, Qt.KeyboardModifier.AltModifier)
    QApplication.processEvents()
    choose("No name given")
    QTest.keyClick(full, Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    QApplication.processEvents()
    choose("Charges")
    assert full.focusWidget() is full.line.field
    say(full, "how much is it?")
    say(full, "and then")
    settle(full)

    first, second = stored(full)[-2:]
    assert (first.kind, first.speaker, first.theme) == (EntryKind.QUESTION, ANONYMOUS, "Charges")
    assert (second.kind, second.speaker, second.theme) == (EntryKind.CONTRIBUTION, None, None)


def test_a_role_can_be_given_without_a_person(page):
    QTest.keyClick(page, Qt.Key.Key_W, Qt.KeyboardModifier.AltModifier)
    QApplication.processEvents()
    choose("Carer")
    say(page, "mum thinks they are burglars")
    settle(page)

    assert (stored(page)[-1].speaker, stored(page)[-1].role) == (None, "carer")
    assert rows(page)[-1].who == "Carer"


def test_first_letters_mean_nothing_until_switched_on(page, settings):
    say(page, "? why not")
    settings.write(dataclasses.replace(settings.read(), shorthand=True))
    page.open(page.session_id)
    say(page, "? why not")
    settle(page)

    assert [(x.text, x.kind) for x in stored(page)] == [
        ("? why not", EntryKind.CONTRIBUTION),
        ("why not", EntryKind.QUESTION),
    ]


def test_gap_parked_and_access_problem_have_a_key_each(page):
    QTest.keyClicks(page.line.field, "still typing")
    QTest.keyClick(page, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    settle(page)
    assert page.line.field.words() == "still typing"
    assert rows(page)[0].state_words == "come back to this"
    QTest.keyClick(page, Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)
    say(page, "")
    settle(page)

    assert [x.kind for x in stored(page)] == [EntryKind.NOTE, EntryKind.ACCESS_INCIDENT]
    assert stored(page)[0].text.startswith("missed, ")


def test_filling_a_gap_makes_it_something_said(page):
    QTest.keyClick(page, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    settle(page)
    QTest.keyClick(page.line.field, Qt.Key.Key_Up)
    say(page, "We asked about buses")
    settle(page)

    line = stored(page)[0]
    assert (line.text, line.kind, line.flags, line.publish) == ("We asked about buses", "contribution", "[]", "yes")


# ---- a line in the list


def test_keys_in_the_list_change_the_line_one_is_on(full):
    on_row(full, 1)
    one = stored(full)[1]
    QTest.keyClick(full.list, Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(full.list, Qt.Key.Key_Q, Qt.KeyboardModifier.AltModifier)
    settle(full)

    again = stored(full)[1]
    assert (again.id, again.kind, again.quote_ok) == (one.id, EntryKind.PARKING_LOT, 0)
    assert rows(full)[1].kind_words == "Parked"
    assert full.line.said.kind is EntryKind.CONTRIBUTION


def test_someone_else_said_it_and_then_it_is_their_permission_that_counts(full):
    people.arrive(full.context.desk, full.session_id, person(full, JAY).id, quote="no")
    settle(full)
    full.open(full.session_id)
    settle(full)
    on_row(full, 1)
    assert rows(full)[1].quote is True
    QTest.keyClick(full.list, Qt.Key.Key_W, Qt.KeyboardModifier.AltModifier)
    choose(JAY)
    settle(full)

    assert (rows(full)[1].who, rows(full)[1].quote) == (JAY, False)


def test_a_line_can_be_marked_as_saying_the_same_as_another(full):
    on_row(full, 2)
    QTest.keyClick(full.list, Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    asked = dialog(full)
    QTest.keyClicks(asked.focusWidget(), "burglars")
    press(asked, "sameUse")
    settle(full)

    assert stored(full)[2].duplicate_of == stored(full)[1].id
    assert rows(full)[2].state_words == "the same as at 10:44 · saved"


def test_strike_asks_first_names_the_points_and_then_the_line_is_nowhere(full):
    one = stored(full)[1]
    answers.add_point(full.context.desk, full.session_id, "You want the same faces", [one.id])
    on_row(full, 1)
    QTest.keyClick(full.list, Qt.Key.Key_Delete)
    settle(full)
    asked = dialog(full)
    assert "cannot be undone" in read(asked)
    assert "You want the same faces" in read(asked)
    assert asked.focusWidget().text() == "Keep the line"
    press(asked, "strikeGo")
    settle(full)

    assert one.id not in {row.id for row in rows(full)}
    assert one.id not in {line.id for line in stored(full)}


def test_under_a_hold_the_question_says_that_the_removal_waits(full):
    desk = full.context.desk
    holds.place(desk, Scope.SESSION, full.session_id, "A complaint", "The complaints team")
    on_row(full, 1)
    QTest.keyClick(full.list, Qt.Key.Key_Delete)
    settle(full)
    asked = dialog(full)
    for part in ("out of sight at once", "when the hold on it ends", "A complaint; asked for by The complaints team"):
        assert part in read(asked)
    press(asked, "strikeGo")
    settle(full)

    assert len(rows(full)) == 22
    assert holds.waiting(desk) == 1


def test_the_question_says_which_copies_still_hold_the_line_and_until_when(full):
    desk = full.context.desk
    copy = desk.store.folder / "workspace-before-schema-9.db"
    copy.write_bytes(b"a copy")
    soon = desk.now() + datetime.timedelta(minutes=1)
    os.utime(copy, (soon.timestamp(), soon.timestamp()))
    on_row(full, 1)
    QTest.keyClick(full.list, Qt.Key.Key_Delete)
    settle(full)
    said = read(dialog(full))

    assert f"1 backup still holds it, from {dates.plain(soon.date())}." in said
    assert f"It goes by {dates.plain(soon.date() + datetime.timedelta(30))} at the latest." in said
    assert_accessible(dialog(full))


def test_striking_can_be_thought_better_of(full):
    before = words(full)
    on_row(full, 1)
    QTest.keyClick(full.list, Qt.Key.Key_Delete)
    settle(full)
    press(dialog(full), "strikeKeep")
    settle(full)

    assert words(full) == before
    assert full.focusWidget() is full.line.field


def test_a_line_changed_on_another_page_is_brought_up_to_date_here(full):
    one = stored(full)[1]
    full.context.runner.do(capture.change, one.id, theme="Rota")
    settle(full)

    assert rows(full)[1].theme == "Rota"
    assert len(rows(full)) == 23


# ---- someone may be at risk


def test_at_risk_with_nobody_filled_in_and_words_in_hand(page):
    QTest.keyClicks(page.line.field, "told in confidence")
    page.leave()
    press(page, "riskButton")
    assert "Ring your safeguarding lead" in read(dialog(page))
    press(dialog(page), "riskCopy")
    press(dialog(page), "riskThrowAway")
    press(dialog(page), "riskClose")
    settle(page)

    assert page.line.field.words() == ""
    assert drafts.every(page.context.desk) == ()
    assert page.focusWidget() is page.line.field


# ---- the room


def test_counting_at_the_door_leaves_the_focus_where_one_types(page):
    QTest.keyClicks(page.line.field, "half")
    press(page, "more_carers")
    press(page, "more_carers")
    settle(page)
    press(page, "fewer_carers")
    settle(page)

    assert page.form.roomCard.findChild(QLabel, "count_carers").text() == "1"
    assert sessions.one(page.context.desk, page.session_id).headcount == {Group.CARERS.value: 1}
    assert page.focusWidget() is page.line.field
    assert page.line.field.words() == "half"


def test_people_are_ticked_off_asked_once_about_quoting_and_their_needs_open_by_a_press(full):
    QTest.keyClick(full, Qt.Key.Key_H, Qt.KeyboardModifier.AltModifier)
    asked = dialog(full)
    assert "Hearing loop" not in read(asked)  # who stands at the door can see this list
    for push in asked.findChildren(QPushButton):
        if push.objectName().startswith("needs_"):
            push.click()
    assert "Hearing loop" in read(asked)
    key = person(full, WINIFRED).key
    press(asked, f"arrived_{key}")
    settle(full)
    assert "May we quote what you say?" in read(asked)
    press(asked, f"quoteYes_{key}")
    settle(full)
    assert "May we quote what you say?" not in read(asked)
    press(asked, "arrivalsClose")

    here = person(full, WINIFRED)
    assert here.attendance is Attending.HERE
    assert quote_answer(here) == "anyone"
    assert full.form.roomCard.findChild(QLabel, "count_lived_experience").text() == "1"
    assert "Hearing loop: Winifred Tattersall" in read(full.form.accessCard)
    assert full.focusWidget() is full.line.field


def test_not_now_leaves_the_question_open_and_nothing_is_recorded(full):
    press(full, "whoIsHere")
    key = person(full, JAY).key
    press(dialog(full), f"arrived_{key}")
    settle(full)
    press(dialog(full), f"quoteNotNow_{key}")
    settle(full)

    assert "not asked about quoting" in read(dialog(full))
    assert quote_answer(person(full, JAY)) is None


def test_names_are_typed_one_after_the_other_without_waiting_for_the_disk(page):
    press(page, "whoIsHere")
    asked = dialog(page)
    name = asked.findChild(QLineEdit, "newName")
    assert asked.focusWidget() is name
    QTest.keyClicks(name, "Ivy")
    press(asked, "newAdd")
    assert asked.focusWidget() is name
    QTest.keyClicks(name, "Mo")
    settle(page)

    assert name.text() == "Mo"
    assert [p.name for p in people.on_list(page.context.desk, page.session_id)] == ["Ivy"]


def test_who_is_here_opens_on_the_first_person_of_the_list(full):
    press(full, "whoIsHere")
    asked = dialog(full)
    assert asked.focusWidget() in asked.findChildren(QPushButton)


def test_someone_who_is_not_on_the_list_is_added_and_here(full):
    press(full, "whoIsHere")
    asked = dialog(full)
    press(asked, "newAdd")
    settle(full)
    assert "needs a name" in read(asked)
    QTest.keyClicks(asked.findChild(QLineEdit, "newName"), "Ivy")
    asked.findChild(QComboBox, "newRole").setCurrentText("carer")
    press(asked, "newAdd")
    settle(full)

    ivy = person(full, "Ivy")
    assert (ivy.role, ivy.attendance) == ("carer", Attending.HERE)
    assert "Ivy" in read(asked)
    assert full.form.roomCard.findChild(QLabel, "count_carers").text() == "1"


def test_while_nobody_is_ticked_it_is_said_how_many_papers_count(full):
    said = full.form.roomCard.findChild(QLabel, "nobodyTicked")
    listed = len(full.room.people)
    assert said.text() == f"Nobody is ticked yet. Papers count {listed} people as having come."
    assert said.isVisibleTo(full)
    press(full, "more_staff")
    settle(full)
    assert not said.isVisibleTo(full)


def test_ground_rules_are_read_and_agreed_by_so_many(full):
    press(full, "more_staff")
    settle(full)
    press(full, "rulesOpen")
    assert "one person talks at a time" in read(dialog(full))
    press(dialog(full), "rulesAgree")
    settle(full)

    agreed = sessions.one(full.context.desk, full.session_id).rules_agreed
    assert agreed["by_how_many"] == 1
    at = datetime.datetime.fromisoformat(agreed["at"])
    assert full.form.rulesCard.agreed.text() == f"Agreed {at:%H:%M} by 1"


def test_with_no_ground_rules_the_starter_set_is_one_press_away(page):
    press(page, "rulesOpen")
    press(dialog(page), "rulesStarter")
    settle(page)

    assert "One person talks at a time." in read(dialog(page))


def test_the_agenda_goes_on_by_one_key_and_the_break_is_told(open_listen, desk, context, runner):
    session, _ = sessions.new(desk, title="Forum", start="10:30", finish_by="12:30")
    prepare.use_agenda(desk, session, [(25, "What is working?"), (15, "Break"), (30, "Read back")])
    clock = [datetime.datetime(2026, 9, 17, 10, 45).astimezone()]
    at = dataclasses.replace(desk, now=lambda: clock[0])
    runner.desk = at
    page = open_listen(session)
    page.hour.context = dataclasses.replace(context, desk=at)
    QTest.keyClick(page, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    settle(page)
    clock[0] += datetime.timedelta(minutes=11)
    page.hour.look()

    said = read(page.form.agendaCard)
    assert "14 min left" in said
    assert "until 11:10" in said
    assert "Finish by 12:30: on time, 35 min in hand" in read(page.form.leftSide)
    assert page.form.agendaCard.next.text() == "Next: break"
    assert "Break due 11:10" in read(page.form.accessCard)


def test_far_into_a_long_agenda_what_is_on_now_is_in_view(open_listen, desk, qtbot):
    session, _ = sessions.new(desk, title="Forum", start="10:30")
    prepare.use_agenda(desk, session, [(5, f"Part {n}, with a long name that takes two lines") for n in range(20)])
    for _ in range(16):
        live_hour.next_item(desk, session)
    page = open_listen(session)
    side, card = page.form.leftSide, page.form.agendaCard

    def seen() -> bool:
        top = card.next.mapTo(side.viewport(), card.next.rect().topLeft()).y()
        return 0 <= top <= side.viewport().height() - card.next.height()

    qtbot.waitUntil(seen)


def test_with_no_agenda_the_way_to_make_one_is_shown(page, heard):
    press(page, "agendaMake")

    assert heard.opened == [("get_ready", page.session_id)]


# ---- all of it


def test_another_session_starts_with_an_empty_line_and_its_own_lines(sample, page):
    first = page.session_id
    say(page, "mine")
    QTest.keyClicks(page.line.field, "half")
    page.leave()
    page.open(sample)
    settle(page)
    assert page.line.field.words() == ""
    assert len(rows(page)) == 23
    page.leave()
    page.open(first)
    settle(page)

    assert words(page) == ["mine"]
    assert "half" in page.form.draftBanner.what.text()


def test_every_control_can_be_named_reached_and_pressed(full):
    assert_accessible(full)
    for name in ("whoIsHere", "rulesOpen", "riskButton"):
        press(full, name)
        settle(full)
        assert_accessible(dialog(full))
        dialog(full).reject()
        settle(full)


def test_tab_goes_from_the_agenda_to_the_list_to_the_room_to_the_line(full):
    chain, at = [], full.form.agendaCard.make
    while at is not full.line.field:
        chain.append(at.objectName())
        at = at.nextInFocusChain()

    assert chain.index("agendaMake") < chain.index("saidList") < chain.index("more_carers") < chain.index("rulesOpen")


def test_rows_are_read_out_whole(full):
    model = full.list.rows()

    assert model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) == (
        "10:44, Mo'nique Adeyemi: I never know who's coming. Four different carers last week, mum's got dementia, "
        "she thinks they're burglars. Theme Same faces. May quote."
    )


def test_the_list_stays_at_its_end_as_lines_come(full):
    for n in range(3):
        say(full, f"line {n}")
        settle(full)
    bar = full.list.verticalScrollBar()

    assert bar.value() == bar.maximum()


def test_in_a_narrow_window_the_room_moves_below_the_agenda(full):
    full.resize(700, 640)
    QApplication.processEvents()
    assert not full.form.rightSide.isVisible()
    assert full.form.roomCard.isVisible()
    full.resize(1200, 640)
    QApplication.processEvents()

    assert full.form.rightSide.isAncestorOf(full.form.roomCard)


# ---- the notice


def test_the_notice_is_read_out_and_who_comes_after_is_named(full):
    card = full.form.noticeCard
    assert card.read_out.text() == "Not read out yet"
    press(full, "noticeOpen")
    settle(full)
    asked = dialog(full)
    assert "Telling is not asking" in read(asked)
    assert "don’t write that down" in read(asked)
    assert asked.ui.heardBy.value() == sum(full.room.came().here.values())
    assert_accessible(asked)
    asked.ui.heardBy.setValue(5)
    press(asked, "noticeRead")
    settle(full)
    (given,) = notices.of(full.context.desk, full.session_id)
    assert (given.when, given.heard_by) == (NoticeTime.START, 5)
    assert card.read_out.text() == f"Read out at {given.at}, 5 heard it"
    assert full.focusWidget() is full.line.field
    QTest.qWait(5)  # stamps are milliseconds
    for name in (JAY, MO):
        people.arrive(full.context.desk, full.session_id, person(full, name).id)
    full._read_room()
    settle(full)
    late = card.after.text()
    assert late.endswith("came after the notice was read")
    assert JAY in late
    assert MO in late
    press(full, "noticeOpen")
    settle(full)
    asked = dialog(full)
    assert asked.when() is NoticeTime.LATE
    assert asked.ui.cameAfter.text() == late
    assert asked.ui.heardBy.value() == 2
    press(asked, "noticeRead")
    settle(full)
    assert not card.after.isVisible()
