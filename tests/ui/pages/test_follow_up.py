"""The Follow up page: late promises first, nobody unseen, and changing one's mind."""

from __future__ import annotations

import dataclasses
import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from coprod_desktop.domain.permission import Circle, Purpose, Standing
from coprod_desktop.domain.words import NameInPublic, UpdateState
from coprod_desktop.services import (
    agreed,
    agreed_versions,
    answers,
    capture,
    members_check,
    people,
    promises,
    sessions,
    workspace,
)
from coprod_desktop.services.making import packs, papers
from coprod_desktop.ui.follow_up.members_check import MembersCheckDialog
from coprod_desktop.ui.pages.follow_up import FollowUpPage
from tests.told import answers_of
from tests.ui.accessible import assert_accessible

TODAY = datetime.date(2026, 11, 6)


@pytest.fixture
def desk(desk, runner):
    """The desk on a day when three promises of the sample are late."""
    there = dataclasses.replace(desk, now=lambda: datetime.datetime(2026, 11, 6, 9, 0).astimezone())
    runner.desk = there
    return there


@pytest.fixture
def page(context, sample, desk, qtbot):
    members_check.looked(desk, sample, "you-said-we-will", "Two members", TODAY)
    made = FollowUpPage(context)
    qtbot.addWidget(made)
    made.resize(1016, 640)
    made.show()
    qtbot.waitExposed(made)
    context.runner.changed.connect(made.apply)
    made.open(sample)
    wait(made)
    return made


@pytest.fixture
def paper(desk, sample, tmp_path):
    """The id of a paper made of the sample."""
    papers.make(desk, sample, ("html",), tmp_path / "out")
    return papers.made_before(desk, sample)[0].id


def wait(page):
    assert page.context.runner.wait_idle(30_000)
    assert page.context.runner.wait_idle(30_000)


def press(push, qtbot):
    push.setFocus()
    qtbot.keyClick(push, Qt.Key.Key_Space)


def asked(page, push, qtbot, kind=QDialog):
    """Press a button that opens a dialog; returns the dialog."""
    press(push, qtbot)
    wait(page)
    (found,) = [d for d in page.findChildren(kind) if d.isVisible()]
    return found


def spoken(shown):
    return [shown.items.index(at, 0).data() for at in range(shown.items.rowCount())]


def named(desk, session, start):
    return next(p for p in people.on_list(desk, session) if p.name.startswith(start))


def pick(box, words):
    box.setCurrentIndex(box.findText(words, Qt.MatchFlag.MatchStartsWith))


# ---- promises


def test_late_promises_come_first_and_the_first_stands_beside_the_list(page):
    rows = spoken(page.list)
    assert [row.startswith("Late.") for row in rows] == [True, True, True, False, False, False]
    assert page.ui.tally.text() == "3 late, 3 not due yet"
    assert page.ui.promiseWords.text().startswith("No new 15-minute calls")
    assert "36 days" in page.ui.standing.text()
    assert "Who: Priti Vaghela" in page.ui.promiseFacts.text()


def test_an_update_is_added_by_keys_and_nothing_is_written_over(page, desk, sample, qtbot):
    late = page.list.current_id()
    promises.add_update(desk, late, datetime.date(2026, 10, 20), UpdateState.IN_HAND, "Two areas agreed")
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    (dialog,) = page.findChildren(QDialog)
    assert_accessible(dialog)
    pick(dialog.ui.how, "Done")
    dialog.ui.on.edit.setFocus()
    dialog.ui.on.edit.selectAll()
    qtbot.keyClicks(dialog.ui.on.edit, "5 nov")
    dialog.ui.words.setFocus()
    qtbot.keyClicks(dialog.ui.words, "All areas since Monday")
    press(dialog.ui.save, qtbot)
    wait(page)
    assert page.list.current_id() == late
    assert page.ui.standing.text() == "Done, 35 days late"
    assert spoken(page.updates) == [
        "In hand. 20 October 2026\nTwo areas agreed.",
        "Done. 5 November 2026\nAll areas since Monday.",
    ]
    assert page.ui.tally.text() == "1 kept, 2 late, 3 not due yet"


def test_a_date_that_makes_no_sense_keeps_the_words(page, desk, sample, qtbot):
    dialog = asked(page, page.ui.addUpdate, qtbot)
    dialog.ui.words.setPlainText("Half done")
    dialog.ui.on.edit.setFocus()
    dialog.ui.on.edit.selectAll()
    qtbot.keyClicks(dialog.ui.on.edit, "someday")
    press(dialog.ui.save, qtbot)
    wait(page)
    assert dialog.isVisible()
    assert "“someday” is not a date" in dialog.ui.banner.what.text()
    assert dialog.ui.words.toPlainText() == "Half done"
    assert not promises.lines(desk, sample)[0].updates


def test_what_is_wrong_is_said_whole_the_dialog_grows_for_it(page, qtbot):
    page.window().resize(1200, 1000)
    dialog = asked(page, page.ui.addUpdate, qtbot)
    dialog.resize(dialog.width(), dialog.layout().totalMinimumHeightForWidth(dialog.width()))
    dialog.ui.on.edit.selectAll()
    qtbot.keyClicks(dialog.ui.on.edit, "many words that are none of a day or a month, so that what is wrong is long")
    press(dialog.ui.save, qtbot)
    qtbot.waitUntil(lambda: dialog.height() >= dialog.layout().totalMinimumHeightForWidth(dialog.width()))
    wrong = dialog.ui.on.said
    assert wrong.height() >= wrong.heightForWidth(wrong.width()) > 0


def test_changing_to_no_asks_for_the_reason(page, desk, sample, qtbot):
    dialog = asked(page, page.ui.addUpdate, qtbot)
    pick(dialog.ui.how, "Changed to no")
    press(dialog.ui.save, qtbot)
    wait(page)
    assert dialog.ui.banner.what.text() == "A no needs its reason."
    qtbot.keyClicks(dialog.ui.words, "The firm has closed")
    press(dialog.ui.save, qtbot)
    wait(page)
    assert page.ui.standing.text() == "Changed to no"


def test_an_update_from_elsewhere_shows_without_leaving_the_page(page, sample, desk, context):
    late = page.list.current_id()
    context.runner.do(promises.add_update, late, TODAY, UpdateState.DONE)
    wait(page)
    assert page.ui.standing.text().startswith("Done")
    context.runner.do(workspace.undo)
    wait(page)
    assert "36 days" in page.ui.standing.text()


# ---- promises of earlier sessions


def test_earlier_promises_are_seen_and_brought_in(page, desk, sample, qtbot):
    later, _ = sessions.new(desk, title="Six weeks on", date=datetime.date(2026, 11, 5))
    page.open(later)
    wait(page)
    assert page.list.items.rowCount() == 6
    assert "From Listening space: home care, 17 September 2026" in spoken(page.list)[0]
    dialog = asked(page, page.ui.carryOn, qtbot)
    assert_accessible(dialog)
    assert dialog.ui.save.text() == "Bring in 6 promises"
    first, *_ = dialog.ui.lines.ticked()
    qtbot.keyClick(dialog.ui.lines.box(first), Qt.Key.Key_Space)
    assert dialog.ui.save.text() == "Bring in 5 promises"
    press(dialog.ui.save, qtbot)
    wait(page)
    assert len(sessions.record(desk, later).earlier) == 5
    assert page.list.items.rowCount() == 6
    dialog = asked(page, page.ui.carryOn, qtbot)
    assert dialog.ui.lines.ticked() == [first]


def test_a_promise_made_elsewhere_is_typed_in_and_told_by_this_paper(page, desk, sample, qtbot):
    later, _ = sessions.new(desk, title="Six weeks on", date=datetime.date(2026, 11, 5))
    page.open(later)
    wait(page)
    dialog = asked(page, page.ui.carryOn, qtbot)
    dialog.ui.elsewhereWords.setFocus()
    qtbot.keyClicks(dialog.ui.elsewhereWords, "We will mend the lift")
    qtbot.keyClick(dialog.ui.elsewhereWords, Qt.Key.Key_Tab)
    qtbot.keyClicks(dialog.ui.elsewhereDue.edit, "1 December 2026")
    qtbot.keyClick(dialog.ui.elsewhereDue.edit, Qt.Key.Key_Return)
    wait(page)
    wait(page)
    (told,) = sessions.record(desk, later).earlier
    assert (told.text, told.due, told.owner) == ("We will mend the lift", datetime.date(2026, 12, 1), None)
    assert dialog.ui.elsewhereWords.text() == dialog.ui.elsewhereDue.edit.text() == ""
    assert any("We will mend the lift" in row for row in spoken(page.list))
    assert [p.what for p in promises.lines(desk, None) if "lift" in p.what] == ["We will mend the lift"]


def test_what_is_said_of_it_in_a_later_session_is_said_of_it_everywhere(page, desk, sample, qtbot):
    later, _ = sessions.new(desk, title="Six weeks on", date=datetime.date(2026, 11, 5))
    rota = next(p for p in promises.lines(desk, sample) if "rota" in p.what)
    promises.tell(desk, later, [rota.id])
    page.open(later)
    wait(page)
    page.list.go_to(rota.id)
    assert "From: Listening space: home care, 17 September 2026" in page.ui.promiseFacts.text()
    dialog = asked(page, page.ui.addUpdate, qtbot)
    pick(dialog.ui.how, "Done")
    press(dialog.ui.save, qtbot)
    wait(page)
    assert page.ui.standing.text() == "Done, on time"
    page.open(sample)
    wait(page)
    page.list.go_to(rota.id)
    assert page.ui.standing.text() == "Done, on time"
    assert any("Done, on time" in row for row in spoken(page.list))


# ---- who got the paper


def test_before_a_paper_is_made_the_way_there_is_shown(page, heard, sample, qtbot):
    assert page.ui.gotState.text() == "No paper is made yet."
    assert not page.ui.noteSent.isVisible()
    press(page.ui.toPaper, qtbot)
    assert heard.opened == [("paper", sample)]


def test_people_without_a_copy_are_listed_and_noted_by_ticks(page, paper, desk, sample, qtbot):
    page.open(sample)
    wait(page)
    assert page.ui.gotState.text() == "7 people have no copy yet."
    dialog = asked(page, page.ui.noteSent, qtbot)
    assert_accessible(dialog)
    gareth, jay = named(desk, sample, "Gareth"), named(desk, sample, "Jay")
    pick(dialog.ui.form, "Printed")
    for person in (gareth, jay):
        qtbot.keyClick(dialog.ui.who.box(person.id), Qt.Key.Key_Space)
    press(dialog.ui.save, qtbot)
    wait(page)
    assert page.ui.gotState.text() == "5 people have no copy yet."
    rows = spoken(page.readers)
    assert "No copy yet\nNobody has asked how they read." in rows[0]
    assert f"Has it. Gareth D'Arcy. Printed, Fri 6 Nov, copy code {code(desk, sample)}." in rows


def code(desk, session):
    return papers.made_before(desk, session)[0].fingerprint


def test_noting_nobody_is_said_in_the_dialog(page, desk, sample, tmp_path, qtbot):
    papers.make(desk, sample, ("pdf", "large-print", "text"), tmp_path / "out")
    page.open(sample)
    wait(page)
    dialog = asked(page, page.ui.noteSent, qtbot)
    press(dialog.ui.save, qtbot)
    wait(page)
    assert dialog.isVisible()
    assert dialog.ui.banner.what.text() == "Nobody is ticked yet."
    press(dialog.ui.tickRest, qtbot)
    assert not dialog.ui.odd.isVisible()
    press(dialog.ui.save, qtbot)
    wait(page)
    assert page.ui.gotState.text() == "Everyone on the list has a copy."
    got = {line.name: line.format for line in papers.sent_before(desk, sample)}
    assert got["Gareth D'Arcy"] == "large-print"
    assert got["Winifred Tattersall"] == "text"
    assert got["Jay Postlethwaite"] == "pdf"
    workspace.undo(desk)
    assert papers.sent_before(desk, sample) == []


def test_a_paper_nobody_looked_at_is_noted_as_gone_out_only_with_who_looked_or_why_nobody_did(
    context, page, paper, desk, sample, qtbot
):
    workspace.undo(desk)
    assert members_check.last(desk, sample, "you-said-we-will") is None
    page.open(sample)
    wait(page)
    dialog = asked(page, page.ui.noteSent, qtbot)
    press(dialog.ui.tickRest, qtbot)
    press(dialog.ui.save, qtbot)
    wait(page)
    assert papers.sent_before(desk, sample) == []
    assert "looked at this paper" in dialog.ui.banner.what.text()
    first = dialog.findChild(MembersCheckDialog)
    press(first.ui.save, qtbot)  # without a reason
    wait(page)
    assert first.isVisible()
    qtbot.keyClicks(first.ui.skipped, "the group meets in January only")
    press(first.ui.save, qtbot)
    wait(page)
    assert members_check.last(desk, sample, "you-said-we-will").skipped == "the group meets in January only"
    assert papers.sent_before(desk, sample)  # what was ticked is noted without being ticked again


def test_copies_with_one_code_are_one_paper_whenever_they_were_made(page, desk, sample, tmp_path, qtbot):
    for formats in (("large-print", "text"), ("pdf",)):
        papers.make(desk, sample, formats, tmp_path / "out")
    page.open(sample)
    wait(page)
    dialog = asked(page, page.ui.noteSent, qtbot)
    assert dialog.ui.paper.count() == 1
    press(dialog.ui.tickRest, qtbot)
    assert not dialog.ui.odd.isVisible()


def test_standard_print_for_someone_who_reads_large_print_is_never_unseen(page, desk, sample, tmp_path, qtbot):
    papers.make(desk, sample, ("pdf", "large-print"), tmp_path / "out")
    page.open(sample)
    wait(page)
    gareth = named(desk, sample, "Gareth")
    page.readers.go_to(gareth.id)
    page.readers.setFocus()
    qtbot.keyClick(page.readers, Qt.Key.Key_Return)
    (dialog,) = page.findChildren(QDialog)
    assert dialog.ui.who.ticked() == [gareth.id]
    pick(dialog.ui.form, "Standard print")
    assert dialog.ui.odd.text().startswith("Gareth D'Arcy: Reads large print, 20 point.")
    assert_accessible(dialog)
    press(dialog.ui.save, qtbot)
    wait(page)
    assert "Gareth D'Arcy reads large print. This is something else: Standard print." in dialog.ui.banner.what.text()
    assert dialog.isVisible()
    press(dialog.ui.save, qtbot)  # now it says: Note it all the same
    wait(page)
    row = next(row for row in spoken(page.readers) if "Gareth" in row)
    assert row.startswith("Not how they read. Gareth D'Arcy. Standard print (PDF), Fri 6 Nov")
    assert "Reads large print, 20 point" in row


def test_d24_what_they_say_they_read_too_is_asked_once_and_never_again(page, desk, sample, tmp_path, qtbot):
    """D24: somebody with large print gets standard print only when they have said so."""
    papers.make(desk, sample, ("pdf", "large-print"), tmp_path / "out")
    page.open(sample)
    wait(page)
    gareth = named(desk, sample, "Gareth")
    page.readers.go_to(gareth.id)
    page.readers.setFocus()
    qtbot.keyClick(page.readers, Qt.Key.Key_Return)
    (dialog,) = page.findChildren(QDialog)
    pick(dialog.ui.form, "Standard print")
    press(dialog.ui.save, qtbot)
    wait(page)
    assert dialog.ui.banner.button.text() == "They read this too"
    assert_accessible(dialog)
    press(dialog.ui.banner.button, qtbot)
    wait(page)
    wait(page)
    assert "standard print" in [need.need for need in named(desk, sample, "Gareth").needs]
    row = next(row for row in spoken(page.readers) if "Gareth" in row)
    assert "Standard print (PDF), Fri 6 Nov" in row
    assert "Not how they read" not in row


def test_who_reads_what_this_paper_was_not_made_in_is_named(page, paper, desk, sample, qtbot):
    page.open(sample)
    wait(page)
    dialog = asked(page, page.ui.noteSent, qtbot)
    press(dialog.ui.tickRest, qtbot)
    assert dialog.ui.odd.text() == (
        "Not made in what they read, so nothing is noted: Gareth D'Arcy, Winifred Tattersall."
    )
    press(dialog.ui.save, qtbot)
    wait(page)
    assert page.ui.gotState.text() == "2 people have no copy yet."


def test_a_copy_of_the_ground_rules_is_no_copy_of_the_answers(page, paper, desk, sample, tmp_path, qtbot):
    papers.make(desk, sample, ("pdf",), tmp_path / "out", kind="ground-rules")
    rules = papers.made_before(desk, sample)[0].id
    packs.note_sent(desk, sample, rules, {p.id: ("pdf",) for p in people.on_list(desk, sample)}, TODAY, as_it_was=True)
    page.open(sample)
    wait(page)
    assert page.ui.kind.currentText() == "You said, we will"
    assert page.ui.gotState.text() == "7 people have no copy yet."
    page.ui.kind.setFocus()
    qtbot.keyClick(page.ui.kind, Qt.Key.Key_Up)
    wait(page)
    assert page.ui.kind.currentText() == "Ground rules"
    assert page.ui.gotState.text() == "2 people have a copy that is not how they read."
    assert_accessible(page)


def test_an_old_copy_is_seen_once_a_newer_paper_says_something_else(page, paper, desk, sample, tmp_path):
    jay = named(desk, sample, "Jay")
    papers.sent(desk, sample, paper, [jay.id], "Printed", TODAY)
    answers.add_point(desk, sample, "More buses to the hall")
    papers.make(desk, sample, ("html",), tmp_path / "out")
    page.open(sample)
    wait(page)
    row = next(r for r in spoken(page.readers) if "Jay" in r)
    first = papers.made_before(desk, sample)[-1].fingerprint
    assert row == (
        f"Old copy. Jay Postlethwaite. Printed, Fri 6 Nov, copy code {first}\nA newer paper says something else."
    )


# ---- changing one's mind


def changed_mind(page, qtbot, who):
    """Open "Someone has changed their mind" for a person."""
    dialog = asked(page, page.ui.changedMind, qtbot)
    assert not dialog.ui.save.isEnabled()
    pick(dialog.ui.who, who)
    wait(page)
    return dialog


def tick(dialog, qtbot, *purposes):
    for purpose in purposes:
        qtbot.keyClick(dialog.boxes[purpose], Qt.Key.Key_Space)


def test_words_taken_back_leave_every_new_paper_and_old_ones_are_listed(
    page, paper, desk, sample, heard, tmp_path, qtbot
):
    mo, gareth = named(desk, sample, "Mo"), named(desk, sample, "Gareth")
    papers.sent(desk, sample, paper, [gareth.id], "Printed", TODAY)
    page.open(sample)
    wait(page)
    dialog = changed_mind(page, qtbot, mo.name)
    tick(dialog, qtbot, Purpose.OTHER_WORDS)
    assert not dialog.ui.save.isEnabled()  # no line is ticked yet
    story = next(e for e in sessions.record(desk, sample).entries if "discharged on a Friday" in e.text)
    qtbot.keyClick(dialog.ui.lines.box(story.id), Qt.Key.Key_Space)
    dialog.ui.on.edit.setText("2 11 2026")
    dialog.ui.on.edit.setModified(True)
    qtbot.keyClicks(dialog.ui.askedBy, "Parveen")
    assert_accessible(dialog)
    press(dialog.ui.save, qtbot)
    wait(page)
    assert capture.one(desk, story.id).withdrawn
    assert not any(e.withdrawn for e in sessions.record(desk, sample).entries if e.id != story.id)
    (no,) = answers_of(desk, story.id, Purpose.OTHER_WORDS)
    assert (no.on, no.asked_by) == (datetime.date(2026, 11, 2), "Parveen")
    assert dialog.ui.afterState.text() == "Done. It is on no new paper."
    (old,) = spoken(dialog.papers)
    assert "Gareth D'Arcy: Printed, 6 November 2026" in old
    assert_accessible(dialog)
    press(dialog.ui.copyList, qtbot)
    copied = QApplication.clipboard().text()
    assert "- Gareth D'Arcy: Printed, 6 November 2026" in copied
    assert ".html" in copied
    press(dialog.ui.makeAgain, qtbot)
    assert heard.opened == [("paper", sample)]
    made = papers.make(desk, sample, ("html",), tmp_path / "again")
    assert "discharged on a Friday" not in made.paths[0].read_text("utf-8")


def test_each_point_written_from_those_lines_is_looked_at_again(page, desk, sample, heard, qtbot):
    record = sessions.record(desk, sample)
    point = next(p for p in record.points if p.from_entries)
    line = next(
        e for e in record.entries if e.id == point.from_entries[0] and e.speaker in {p.id for p in record.people}
    )
    who = next(p for p in record.people if p.id == line.speaker)
    dialog = changed_mind(page, qtbot, who.name)
    tick(dialog, qtbot, Purpose.QUOTE)
    qtbot.keyClick(dialog.ui.lines.box(line.id), Qt.Key.Key_Space)
    press(dialog.ui.save, qtbot)
    wait(page)
    assert sessions.record(desk, sample).permissions.of_line(line.voices, Purpose.QUOTE, Circle.ANYONE) is Standing.NO
    assert any(point.you_said in row for row in spoken(dialog.points))
    assert "Look again at the wording" in dialog.ui.pointsWords.text()
    assert dialog.ui.promiseStays.text() == "A promise that was made because of it stays, without their words."
    dialog.points.go_to(point.id)
    press(dialog.ui.lookAgain, qtbot)
    assert heard.opened == [("answer", sample)]
    assert point.you_said in heard.told[-1][1]


def test_everything_taken_back_keeps_the_promise_without_the_words(page, paper, desk, sample, tmp_path, qtbot):
    page.open(sample)
    wait(page)
    mo = named(desk, sample, "Mo")
    dialog = changed_mind(page, qtbot, mo.name)
    press(dialog.ui.takeAll, qtbot)
    assert_accessible(dialog)
    press(dialog.ui.save, qtbot)
    wait(page)
    assert named(desk, sample, "Mo").name_in_public is NameInPublic.NONE
    assert named(desk, sample, "Mo").consent_withdrawn_on == TODAY
    made = papers.make(desk, sample, ("html",), tmp_path / "again").paths[0].read_text("utf-8")
    assert "burglars" not in made
    assert "can choose a paper rota" in made


def test_a_name_taken_back_lists_the_papers_that_printed_it(page, paper, desk, sample, qtbot):
    record = sessions.record(desk, sample)
    (made,) = papers.made_before(desk, sample)
    on_it = next(p for p in record.people if p.id in made.holds)
    not_on_it = next(p for p in record.people if p.id not in made.holds)
    for person, count in ((not_on_it, 0), (on_it, 1)):
        dialog = changed_mind(page, qtbot, person.name)
        tick(dialog, qtbot, Purpose.NAME)
        assert not dialog.ui.scopeLines.isVisible()
        press(dialog.ui.save, qtbot)
        wait(page)
        assert dialog.papers.items.rowCount() == count, person.name
        press(dialog.ui.close, qtbot)
        wait(page)


def test_no_contact_closes_contact_and_not_words(page, paper, desk, sample, qtbot):
    mo = named(desk, sample, "Mo")
    people.change(desk, sample, mo.id, contact="text 07700 900321")
    page.open(sample)
    wait(page)
    dialog = changed_mind(page, qtbot, mo.name)
    tick(dialog, qtbot, Purpose.CONTACT)
    press(dialog.ui.save, qtbot)
    wait(page)
    assert named(desk, sample, "Mo").contact is None
    permissions = sessions.record(desk, sample).permissions
    assert permissions.of_person(mo.id, Purpose.CONTACT) is Standing.NO
    assert permissions.of_person(mo.id, Purpose.OTHER_WORDS) is not Standing.NO
    assert dialog.ui.afterState.text() == "Done. Nothing more is sent to them."
    assert dialog.ui.afterWords.text() == "No paper made before holds it."
    assert not dialog.ui.makeAgain.isVisible()


def test_an_agreed_paper_that_names_them_is_told_with_what_to_do(page, desk, sample, qtbot):
    mo = named(desk, sample, "Mo")
    charter, _ = agreed.begin(desk, "charter", title="Our charter")
    agreed_versions.sign(desk, charter, mo.name, person=mo.id)
    dialog = changed_mind(page, qtbot, mo.name)
    tick(dialog, qtbot, Purpose.NAME)
    press(dialog.ui.save, qtbot)
    wait(page)
    assert dialog.ui.afterWords.text() == (
        "“Our charter”, version 1, names them among who signed up. A new copy does not: make it again, and ask the old ones back."
    )
    assert dialog.ui.afterWords.isVisible()


def test_a_day_still_to_come_is_refused_and_nothing_is_lost(page, desk, sample, qtbot):
    mo = named(desk, sample, "Mo")
    dialog = changed_mind(page, qtbot, mo.name)
    tick(dialog, qtbot, Purpose.NAME)
    dialog.ui.on.set_date(datetime.date(2027, 3, 1))
    press(dialog.ui.save, qtbot)
    wait(page)
    assert "still to come" in dialog.ui.banner.what.text()
    assert dialog.boxes[Purpose.NAME].isChecked()
    assert named(desk, sample, "Mo").name_in_public is mo.name_in_public


# ---- what happened to what she said?


def test_every_line_of_a_person_and_what_it_became(page, desk, sample, qtbot):
    dialog = asked(page, page.ui.whatHappened, qtbot)
    assert dialog.ui.happenedState.text() == "Choose who asks."
    pick(dialog.ui.who, "Winifred")
    wait(page)
    assert_accessible(dialog)
    rows = "\n".join(spoken(dialog.list))
    assert dialog.ui.happenedState.text() == "4 things said"
    assert "Men do my personal care" in rows
    assert "Under “I asked for a woman to help me wash”: We do not know yet." in rows
    assert "What is an app. No answer yet." in rows


def test_someone_who_said_nothing_is_told_so(page, desk, sample, qtbot):
    people.add(desk, sample, "Quiet Person", "carer")
    page.open(sample)
    wait(page)
    dialog = asked(page, page.ui.whatHappened, qtbot)
    pick(dialog.ui.who, "Quiet Person")
    wait(page)
    assert dialog.ui.happenedState.text() == "Nothing is written down from them."


def test_it_can_be_used_by_keyboard_and_screen_reader(page, paper, sample):
    page.open(sample)
    wait(page)
    assert_accessible(page)


def test_a_session_with_nothing_yet_says_so(page, desk):
    empty, _ = sessions.new(desk, title="The very first", date=datetime.date(2020, 1, 1))
    page.open(empty)
    wait(page)
    assert page.ui.noPromises.isVisible()
    assert not page.ui.goingCard.isVisible()
    assert_accessible(page)


def tab_stops(window, first, count, qtbot):
    """Return the names of the controls Tab stops at, beginning with `first`."""
    first.setFocus()
    found = []
    for _ in range(count):
        now = window.window().focusWidget()
        found.append(now.objectName())
        qtbot.keyClick(now, Qt.Key.Key_Tab)
    return found


def test_tab_goes_in_reading_order(page, paper, sample, desk, qtbot):
    page.open(sample)
    wait(page)
    assert tab_stops(page, page.list, 10, qtbot) == [
        *("promisesList", "carryOn", "askOwners", "addUpdate", "needsAskPush", "openMoney", "stillOpen"),
        *("readersList", "noteSent", "whatHappened"),
    ]
    dialog = asked(page, page.ui.noteSent, qtbot)
    stops = tab_stops(dialog, dialog.ui.paper, 12, qtbot)
    assert stops[:5] == ["paper", "form", "onEdit", "tick0", "tick1"]
    assert stops[-3:] == ["tick6", "save", "tickRest"]
