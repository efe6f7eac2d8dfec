"""The Paper page: nothing private slips out, and what one sees is what is made."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog

from coprod_desktop.domain.changes import Ref
from coprod_desktop.domain.check.findings import blocking
from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.permission import Circle
from coprod_desktop.domain.record import Need
from coprod_desktop.publish import paper_kinds
from coprod_desktop.publish.document import Heading
from coprod_desktop.services import answers, capture, drafts, people, sessions, workspace
from coprod_desktop.services.capture import NewLine
from coprod_desktop.services.making import papers
from coprod_desktop.services.seen.looking import KEYS, Choice, State
from coprod_desktop.ui.pages.paper import PaperPage
from coprod_desktop.ui.paper.packs_dialog import PacksDialog
from tests.desks import set_needs
from tests.ui.accessible import assert_accessible

PRIVATE = "Ring my carer Dolores Quimby on 07700 900123"


@pytest.fixture
def page(context, qtbot):
    made = PaperPage(context)
    qtbot.addWidget(made)
    made.resize(1016, 640)
    made.show()
    qtbot.waitExposed(made)
    context.runner.changed.connect(made.apply)
    return made


@pytest.fixture
def private(desk, sample):
    """The sample with one more line that names somebody and a phone number."""
    capture.add(desk, sample, NewLine(text=PRIVATE, quote_ok=True))
    return sample


def settle_down(page, qtbot):
    """Wait until everything has been read and drawn."""
    assert page.context.runner.wait_idle(30_000)
    qtbot.waitUntil(lambda: not page._again.isActive())
    assert page.context.runner.wait_idle(30_000)


def opened(page, session, qtbot):
    page.open(session)
    settle_down(page, qtbot)
    return page


def shown(page, session, qtbot):
    """Open the page and put off what may be put off, so that the paper is in view."""
    opened(page, session, qtbot)
    while page.pages.questions.now is not None:
        choose(page, Choice.LATER, qtbot)
    settle_down(page, qtbot)
    return page


def choose(page, choice, qtbot):
    """Press the one key of a choice."""
    assert page.question.buttons[choice].isVisible()
    page.question.setFocus()
    qtbot.keyClicks(page.question, KEYS[choice])
    settle_down(page, qtbot)


def asked(page):
    return page.pages.questions.now


def go_to(page, item):
    page.pages._go_to(item.id)


def rows(page):
    rows = page.pages.ui.lookedList.items
    return [rows.index(at, 0).data() for at in range(rows.rowCount())]


def text_of(page):
    return page.pages.ui.paperText.toPlainText()


def larger(words):
    return f'<font size="+1">{words}</font>'


def press(push, qtbot):
    push.setFocus()
    qtbot.keyClick(push, Qt.Key.Key_Space)


def test_the_sample_is_shown_as_pages_and_as_the_same_words(page, sample, qtbot):
    shown(page, sample, qtbot)
    assert page.pages.ui.middle.currentWidget() is page.pages.ui.pageView
    assert page.pages.ui.pageWords.text().startswith("Page 1 of ")
    press(page.pages.ui.showText, qtbot)
    assert page.pages.ui.paperText.isVisible()
    words = text_of(page)
    assert "You said: Tell us who is coming and when, on paper if we want it" in words
    assert "This is a draft. 5 things not answered yet." in words
    assert "07700 900481" not in words
    assert "Donna" not in words


def test_what_is_not_printed_as_it_was_typed_is_told_before_anything_is_made(page, sample, desk, heard, qtbot):
    opened(page, sample, qtbot)
    notes = page.pages.ui.otherwise
    had = notes.text() if notes.isVisible() else ""
    capture.add(desk, sample, NewLine(text="لا أحد يتصل بي", quote_ok=True))
    opened(page, sample, qtbot)
    assert notes.isVisible()
    assert notes.text() != had
    press(notes, qtbot)
    what, words, _ = heard.told[-1]
    assert what == "What to know about this paper."
    assert "Words in Arabic letters are not in the braille" in words


def test_what_is_settled_is_one_row_that_opens(page, sample, qtbot):
    shown(page, sample, qtbot)
    ui = page.pages.ui
    assert ui.lookedState.text().startswith("The paper says “draft”: 5 things not answered yet. ")
    assert not ui.lookedList.isVisible()
    press(ui.showLooked, qtbot)
    assert ui.lookedList.isVisible()
    assert ui.lookedList.hasFocus()
    assert "Not complete. 5 things not answered yet. The paper will say “draft”." in rows(page)
    settled = [row for row in rows(page) if row.startswith("Settled.") and "[07700 900481]" in row]
    assert settled[0].endswith(": a phone number. Settled: other words will be printed.")
    assert_accessible(page)
    qtbot.keyClick(ui.lookedList, Qt.Key.Key_End)
    qtbot.keyClick(ui.lookedList, Qt.Key.Key_Return)
    assert ui.question.isVisible()
    assert page.question.ui.questionHeading.text() == "Look at this again"
    assert asked(page).state is State.SETTLED
    choose(page, Choice.LATER, qtbot)
    assert ui.pageView.isVisible()


def test_going_to_answer_is_one_press(page, sample, heard, qtbot):
    opened(page, sample, qtbot)
    while asked(page).state is not State.GAP:
        choose(page, Choice.LATER, qtbot)
    assert page.question.ui.questionState.text() == "5 things not answered yet"
    choose(page, Choice.GO, qtbot)
    assert heard.opened == [("answer", sample)]


def test_while_something_private_is_open_there_are_no_pages_and_no_words(page, private, heard, qtbot):
    opened(page, private, qtbot)
    assert page.question.isVisible()
    assert page.question.hasFocus()
    assert asked(page).state is State.MUST
    assert text_of(page) == ""
    assert page.pages.pdf is None
    assert heard.notes[-1] == ("look", "2 things to look at")
    left = len(page.pages.questions.waiting)
    for _ in range(2 * left):
        choose(page, Choice.LATER, qtbot)
        assert page.question.isVisible(), "what must be settled comes round again"
    assert not any(f.settled and f.settled.id for f in papers.findings(page.context.desk, private))


def test_making_papers_is_refused_with_a_sentence_while_something_private_is_open(
    page, private, heard, tmp_path, qtbot
):
    opened(page, private, qtbot)
    page.formats.set_folder(tmp_path / "out")
    press(page.formats.ui.make, qtbot)
    settle_down(page, qtbot)
    assert "2 things to look at first" in heard.failed[-1].what
    assert not list(tmp_path.glob("out/*"))
    assert page.formats.ui.make.isVisible()


def test_other_words_are_typed_in_place_and_then_the_pages_come(page, private, desk, qtbot):
    opened(page, private, qtbot)
    choose(page, Choice.OTHER_WORDS, qtbot)
    editor = page.question.ui.editWords
    assert editor.toPlainText() == PRIVATE
    assert editor.hasFocus()
    qtbot.keyClicks(editor, "Ring my carer when the rota changes by 12345")
    assert page.question.editing, "digits are words here"
    press(page.question.ui.useWords, qtbot)
    settle_down(page, qtbot)
    assert not editor.isVisible()
    shown(page, private, qtbot)
    assert page.pages.ui.pageView.isVisible()
    assert "Ring my carer when the rota changes" in text_of(page)
    assert "Quimby" not in text_of(page)
    assert drafts.of_session(desk, private) == ()


def test_other_words_that_are_private_too_are_asked_about_at_once(page, private, qtbot):
    opened(page, private, qtbot)
    choose(page, Choice.OTHER_WORDS, qtbot)
    qtbot.keyClicks(page.question.ui.editWords, "Ring 07700 900124")
    press(page.question.ui.useWords, qtbot)
    settle_down(page, qtbot)
    assert page.question.ui.questionWords.text() == larger("Ring <b><u>[07700 900124]</u></b>")
    assert asked(page).title == "“Ring [07700 900124]”: a phone number"


def test_words_being_typed_survive_leaving_the_page(page, private, desk, qtbot):
    opened(page, private, qtbot)
    choose(page, Choice.OTHER_WORDS, qtbot)
    qtbot.keyClicks(page.question.ui.editWords, "Half a thought")
    page.leave()
    settle_down(page, qtbot)
    assert [kept.words for kept in drafts.of_session(desk, private)] == ["Half a thought"]
    press(page.question.ui.cancelWords, qtbot)
    choose(page, Choice.OTHER_WORDS, qtbot)
    assert page.question.ui.editWords.toPlainText() == "Half a thought"


def test_a_struck_line_takes_the_words_being_typed_for_it_with_it(page, private, desk, qtbot):
    opened(page, private, qtbot)
    choose(page, Choice.OTHER_WORDS, qtbot)
    assert "Dolores Quimby" in page.question.ui.editLabel.text()
    qtbot.keyClicks(page.question.ui.editWords, "Half a thought")
    page.leave()
    settle_down(page, qtbot)
    capture.strike(desk, next(line.id for line in capture.lines(desk, private) if line.text == PRIVATE))
    assert drafts.of_session(desk, private) == ()


def test_leave_out_and_fine_settle_and_move_on_to_the_next(page, private, desk, heard, qtbot):
    opened(page, private, qtbot)
    many = len(page.pages.questions.waiting)
    assert page.question.ui.questionLeft.text() == f"{many} left"
    choose(page, Choice.LEAVE_OUT, qtbot)
    assert page.question.ui.questionLeft.text() == f"{many - 1} left"
    assert heard.announced[-1].startswith(f"Left out. {many - 1} left. A phone number. Ring my carer")
    assert "Keys: 1 Leave it out, 2 It is fine" in heard.announced[-1]
    assert asked(page).state is State.MUST
    choose(page, Choice.FINE, qtbot)
    assert not blocking(papers.findings(desk, private))
    assert any("Settled: it is fine as it is" in row for row in rows(page))
    shown(page, private, qtbot)
    assert page.pages.ui.pageView.isVisible()
    assert page.pages.ui.pageView.hasFocus()


def test_undo_brings_the_last_one_back(page, private, context, qtbot):
    opened(page, private, qtbot)
    first = asked(page)
    choose(page, Choice.LEAVE_OUT, qtbot)
    assert asked(page).id != first.id
    context.runner.do(workspace.undo)
    settle_down(page, qtbot)
    assert asked(page).id == first.id
    assert asked(page).state is State.MUST


def test_a_key_pressed_twice_settles_one(page, private, desk, qtbot):
    opened(page, private, qtbot)
    for _ in range(3):  # no turn of the event loop between them: the next was not shown yet
        page.question._choose(Choice.FINE)
    settle_down(page, qtbot)
    assert sum(bool(f.settled and f.settled.id) for f in papers.findings(desk, private)) == 1


def test_the_keys_work_from_the_buttons_too_and_one_that_is_not_offered_does_nothing(page, private, desk, qtbot):
    answers.add_point(desk, private, "Ring us on 07700 900555")
    opened(page, private, qtbot)
    page.question.buttons[Choice.FINE].setFocus()
    qtbot.keyClicks(page.question.buttons[Choice.FINE], "1")
    settle_down(page, qtbot)
    choose(page, Choice.LEAVE_OUT, qtbot)
    assert asked(page).first.subject_kind == "point"
    qtbot.keyClicks(page.question, KEYS[Choice.OTHER_WORDS])
    settle_down(page, qtbot)
    assert not page.question.editing
    assert [f.settled.decision for f in papers.findings(desk, private) if f.settled and f.settled.id] == [
        "leave out"
    ] * 2


def test_fine_can_be_thought_better_of(page, private, desk, qtbot):
    papers.review(desk, private)
    opened(page, private, qtbot)
    fine = next(i for i in page.pages.questions.items if i.by_person == "it is fine")
    go_to(page, fine)
    assert not page.question.buttons[Choice.FINE].isVisible()
    choose(page, Choice.LEAVE_OUT, qtbot)
    (now,) = [f for f in papers.findings(desk, private) if (f.subject, f.kind) == (fine.first.subject, fine.first.kind)]
    assert now.settled.decision == "leave out"


def test_private_words_in_an_answer_are_changed_on_answer(page, sample, desk, heard, qtbot):
    answers.add_point(desk, sample, "Ring us on 07700 900555")
    opened(page, sample, qtbot)
    assert not page.question.buttons[Choice.OTHER_WORDS].isVisible()
    assert page.question.buttons[Choice.GO].text() == "Change it on Answer"
    choose(page, Choice.GO, qtbot)
    assert heard.opened == [("answer", sample)]


def test_a_finding_is_shown_in_its_sentence_with_the_words_marked(page, private, qtbot):
    opened(page, private, qtbot)
    assert page.question.ui.questionWords.text() == larger(
        "Ring my carer <b><u>[Dolores Quimby]</u></b> on 07700 900123"
    )
    assert page.question.ui.questionState.text() == "Names a person who is not on the list"
    assert page.question.accessibleName().startswith(
        "Names a person who is not on the list. Ring my carer [Dolores Quimby] on 07700 900123."
    )
    assert_accessible(page)


def test_change_it_opens_that_very_line_or_point(page, private, desk, context, qtbot):
    point, _ = answers.add_point(desk, private, "Ring us on 07700 900555")
    went = []
    object.__setattr__(page.question._context, "open_page", lambda key, session=None, row=None: went.append((key, row)))
    opened(page, private, qtbot)
    for found in [i for i in page.pages.questions.items if i.state is State.MUST]:
        go_to(page, found)
        choose(page, Choice.GO, qtbot)
    assert [row.noun for _, row in went] == ["entry", "entry", "point"]
    assert went[-1] == ("answer", Ref("point", point))


def test_the_same_words_are_one_question_and_settled_together(page, private, desk, qtbot):
    capture.add(desk, private, NewLine(text=PRIVATE, quote_ok=True))
    opened(page, private, qtbot)
    assert sum(i.state is State.MUST for i in page.pages.questions.items) == 2
    assert page.question.ui.questionWhere.text().startswith("In what people said, and in 1 more place. ")
    for _ in range(2):
        choose(page, Choice.FINE, qtbot)
    assert not blocking(papers.findings(desk, private))


def test_what_is_asked_gently_is_asked_and_the_pages_come_all_the_same(page, sample, desk, qtbot):
    capture.add(desk, sample, NewLine(text="When it stops, my husband hits me", quote_ok=True))
    shown(page, sample, qtbot)
    assert page.pages.ui.pageView.isVisible()
    assert "hits me" in text_of(page)
    (row,) = [row for row in rows(page) if "hits me" in row]
    assert row.startswith("Asked. “When it stops, [my husband hits me]”: tells of violence or abuse")
    (violence,) = [i for i in page.pages.questions.items if i.first.kind == "violence"]
    assert violence.state is State.ASKED
    go_to(page, violence)
    choose(page, Choice.LEAVE_OUT, qtbot)
    assert "hits me" not in text_of(page)


def test_what_was_left_out_can_be_fine_after_all(page, private, desk, qtbot):
    opened(page, private, qtbot)
    first = asked(page)
    choose(page, Choice.LEAVE_OUT, qtbot)
    go_to(page, first)
    assert not page.question.buttons[Choice.LEAVE_OUT].isVisible()
    choose(page, Choice.FINE, qtbot)
    (item,) = [i for i in page.pages.questions.items if i.id == first.id]
    assert item.first.settled.decision == "it is fine"


def test_other_words_that_still_hold_it_are_refused_and_stay_in_the_field(page, private, heard, qtbot):
    opened(page, private, qtbot)
    choose(page, Choice.OTHER_WORDS, qtbot)
    page.question.ui.editWords.selectAll()
    qtbot.keyClicks(page.question.ui.editWords, "Dolores is kind")
    press(page.question.ui.useWords, qtbot)
    settle_down(page, qtbot)
    assert heard.failed[-1].what.startswith("These words still hold “Dolores”")
    assert page.question.ui.editWords.toPlainText() == "Dolores is kind"
    press(page.question.ui.useWords, qtbot)
    settle_down(page, qtbot)
    assert len(heard.failed) == 2, "it can be tried again"


def needs(desk, session, name, *words):
    person = next(p for p in people.on_list(desk, session) if p.name.startswith(name))
    set_needs(desk, session, person.id, [Need(id=new_id(), ais="information format", need=need) for need in words])
    return person


def test_formats_are_ticked_as_people_read_and_nobody_is_forgotten(page, sample, desk, qtbot):
    needs(desk, sample, "Jay", "web page", "BSL film")
    opened(page, sample, qtbot)
    ui = page.formats.ui
    assert page.formats.chosen() == ["pdf", "large-print", "html", "text"]
    assert page.formats.boxes["large-print"].text() == "Large print, 20 pt"
    counts = [page.formats.shelves.rows[name].count.text() for name in ("html", "large-print", "text")]
    assert counts == ["1 person"] * 3
    assert ui.unasked.text() == "Not asked yet: 4 people"
    assert ui.cannotMake.text() == "BSL film: 1 person.\nThis is not made here. Ask someone who can."
    assert ui.make.text() == "Make 4 papers"
    assert not page.formats.boxes["json"].isVisible()
    press(ui.more, qtbot)
    press(page.formats.boxes["json"], qtbot)
    assert ui.make.text() == "Make 5 files"
    press(ui.more, qtbot)
    assert ui.more.text() == "More: 1 ticked"


def test_what_people_here_read_stands_first_and_the_rest_under_more(page, sample, desk, qtbot):
    needs(desk, sample, "Jay", "web page")
    opened(page, sample, qtbot)
    boxes = page.formats.boxes
    assert [name for name, box in boxes.items() if box.isVisible()] == page.formats.chosen()
    assert page.formats.chosen() == ["pdf", "large-print", "html", "text"]
    assert_accessible(page)


def test_ticks_of_ones_own_stay_when_the_paper_is_made_again(page, sample, desk, context, qtbot):
    opened(page, sample, qtbot)
    press(page.formats.boxes["braille"], qtbot)
    press(page.formats.boxes["text"], qtbot)
    context.runner.do(answers.add_point, sample, "More buses to the hall")
    qtbot.waitUntil(lambda: "More buses to the hall" in text_of(page))
    settle_down(page, qtbot)
    assert page.formats.chosen() == ["pdf", "large-print", "braille"]


def test_numbers_of_people_that_disagree_are_told_and_can_be_fine(page, sample, desk, qtbot):
    with desk.store.write("Counted forms") as tx:
        tx.change("session", sample, evaluation_forms=99)
    opened(page, sample, qtbot)
    (numbers,) = [i for i in page.pages.questions.items if i.first.kind == "numbers"]
    assert numbers.title == "99 people filled in a form, and 7 people came, by a list where nobody is ticked."
    go_to(page, numbers)
    assert page.question.ui.questionState.text() == numbers.title
    assert page.question.buttons[Choice.GO].text() == "Go to Listen"
    choose(page, Choice.FINE, qtbot)
    (told,) = [row for row in rows(page) if "99 people" in row]
    assert "Settled: it is fine as it is" in told


def test_ticks_follow_people_at_once_but_for_those_set_by_hand(page, sample, desk, context, qtbot):
    opened(page, sample, qtbot)
    boxes = page.formats.boxes
    press(boxes["text"], qtbot)  # somebody hears papers, and this time another way was found
    priti = next(p.id for p in people.on_list(desk, sample) if p.name.startswith("Priti"))

    def change(verb, *args, **fields):
        context.runner.do(verb, *args, **fields)
        settle_down(page, qtbot)
        return page.formats.chosen()

    assert not boxes["braille"].isChecked()
    qtbot.waitUntil(lambda: "braille" in change(people.add_need, sample, priti, "uses a braille display"))
    need = people.on_list(desk, sample)
    (made,) = (n for p in need if p.id == priti for n in p.needs if "braille" in n.need)
    qtbot.waitUntil(lambda: "easy-read" in change(people.change_need, made.id, need="Easy Read"))
    assert not boxes["braille"].isChecked()
    qtbot.waitUntil(lambda: "easy-read" not in change(people.remove_need, made.id))
    assert not boxes["text"].isChecked()
    assert boxes["pdf"].isChecked()


def test_another_paper_is_shown_and_made_by_its_name(page, sample, desk, tmp_path, qtbot):
    opened(page, sample, qtbot)
    page.formats.set_folder(tmp_path / "out")
    box = page.pages.ui.kind
    box.setFocus()
    while box.currentData() != "ground-rules":
        qtbot.keyClick(box, Qt.Key.Key_Down)
    settle_down(page, qtbot)
    assert text_of(page).startswith("Marrowdale Council")
    assert "Ground rules" in text_of(page)
    assert not page.formats.boxes["csv"].isEnabled()
    assert page.formats.shelves.rows["csv"].count.text() == "No list in it"
    only(page, "html")
    press(page.formats.ui.make, qtbot)
    settle_down(page, qtbot)
    (made,) = (tmp_path / "out").iterdir()
    assert "ground-rules" in made.name
    assert [p.kind for p in papers.made_before(desk, sample)] == ["ground-rules"]


def test_another_session_begins_with_its_usual_paper(page, sample, desk, qtbot):
    other, _ = sessions.start_now(desk)
    opened(page, sample, qtbot)
    page.pages.kind_chosen.emit("agenda")
    settle_down(page, qtbot)
    assert page.pages.ui.kind.currentText() == "Agenda"
    opened(page, other, qtbot)
    assert page.pages.ui.kind.currentText() == "You said, we will"


def test_a_paper_with_nothing_in_it_yet_says_where_it_comes_from(page, desk, heard, qtbot):
    empty, _ = sessions.start_now(desk)
    opened(page, empty, qtbot)
    page.pages.kind_chosen.emit("ground-rules")
    settle_down(page, qtbot)
    assert "There are no ground rules yet." in page.pages.ui.notYetWords.text()
    assert not page.pages.ui.toAnswer.isVisible()
    press(page.pages.ui.toReady, qtbot)
    assert heard.opened == [("get_ready", empty)]


def test_looking_closer_is_offered_with_the_formats_it_is_about(page, sample, qtbot):
    opened(page, sample, qtbot)
    pictures, braille = page.formats.pictures, page.formats.preview_braille
    press(page.formats.ui.more, qtbot)
    assert not pictures.isVisible()
    assert not braille.isVisible()
    press(page.formats.boxes["easy-read"], qtbot)
    press(page.formats.boxes["braille"], qtbot)
    assert_accessible(page)
    for push, name in ((pictures, "easyRead"), (braille, "braillePreview")):
        press(push, qtbot)
        settle_down(page, qtbot)
        (dialog,) = [d for d in page.findChildren(QDialog) if d.isVisible()]
        assert dialog.objectName() == name
        dialog.reject()


@pytest.mark.parametrize(("asked", "name"), [("Easy Read in Word", "easy-read-word"), ("Easy Read", "easy-read")])
def test_the_pictures_of_easy_read_stand_below_the_format_of_it_that_somebody_reads(
    page, desk, sample, qtbot, asked, name
):
    needs(desk, sample, "Jay", asked)
    opened(page, sample, qtbot)
    row = page.formats.shelves.rows[name]
    assert row.box.isChecked()
    assert row.box.isVisible()
    assert page.formats.pictures.isVisible()
    assert row.isAncestorOf(page.formats.pictures)
    assert row.stops == [row.box, page.formats.pictures]


def test_the_folder_is_remembered_until_the_next_start(page, context, sample, tmp_path, qtbot, monkeypatch):
    chosen = tmp_path / "on a stick"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(chosen))
    opened(page, sample, qtbot)
    press(page.formats.ui.chooseFolder, qtbot)
    again = PaperPage(context)
    qtbot.addWidget(again)
    assert again.formats.folder == chosen


def test_letters_of_thanks_go_into_the_private_folder(page, sample, heard, tmp_path, qtbot):
    opened(page, sample, qtbot)
    page.formats.set_folder(tmp_path / "out")
    press(page.formats.ui.more, qtbot)
    press(page.formats.ui.letters, qtbot)
    settle_down(page, qtbot)
    assert heard.failed == []
    assert "files are made" in heard.told[-1][0]
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["private"]
    assert page.formats.ui.letters.hasFocus()


def test_tab_goes_through_the_formats_to_the_acts(page, sample, qtbot):
    opened(page, sample, qtbot)
    page.formats.boxes["pdf"].setFocus()

    def stops(many):
        found = []
        for _ in range(many):
            now = page.window().focusWidget()
            found.append(now.objectName())
            qtbot.keyClick(now, Qt.Key.Key_Tab)
        return found

    acts = ["chooseFolder", "make", "print", "everyone"]
    assert stops(8) == ["pdf", "largePrint", "text", "more", *acts]
    press(page.formats.ui.more, qtbot)
    boxes = page.formats.boxes.values()
    rest = [*(box.objectName() for box in boxes if box.isEnabled() and not box.isChecked()), "letters"]
    assert stops(5 + len(rest)) == ["more", *rest, *acts]


# ---- everyone's papers


@pytest.fixture
def everyone(page, sample, desk, tmp_path, qtbot):
    """The open question about everyone's papers; Gareth can be sent his, others not."""
    gareth = next(p for p in people.on_list(desk, sample) if p.name.startswith("Gareth"))
    people.change(desk, sample, gareth.id, contact="12 Elm Road, Marrow NG1 1AA")
    opened(page, sample, qtbot)
    page.formats.set_folder(tmp_path / "out")
    press(page.formats.ui.everyone, qtbot)
    settle_down(page, qtbot)
    (found,) = [d for d in page.findChildren(PacksDialog) if d.isVisible()]
    return found


def test_everyone_is_listed_first_those_for_whom_something_is_missing(everyone):
    assert_accessible(everyone)
    rows = [everyone.ui.parcels.items.index(at, 0).data() for at in range(everyone.ui.parcels.items.rowCount())]
    assert len(rows) == 7
    assert rows[0].startswith("Something is missing. Bríd")
    assert "Nobody has asked them how they read." in rows[0]
    assert rows[-1].startswith("Ready. Gareth D'Arcy. Large print (PDF), 20 point · by post, 12 Elm Road")
    assert everyone.ui.packsState.text() == "For 6 people something is missing. They come first here."


def test_one_act_makes_everyones_papers_and_says_where(everyone, page, desk, sample, heard, tmp_path, qtbot):
    press(everyone.ui.make, qtbot)
    settle_down(page, qtbot)
    what, where, state = heard.told[-1]
    assert (what, state) == ("9 files are made. The paper says “draft”.", "done")
    assert where.startswith(f"In {tmp_path / 'out' / 'private'}")
    assert list((tmp_path / "out" / "private").glob("*posting-list*.pdf"))
    assert len(list((tmp_path / "out" / "private" / "packs").glob("*/*"))) == 7
    assert not page.findChildren(PacksDialog)
    assert len(papers.made_before(desk, sample)) == 1


def test_by_format_is_chosen_by_key(everyone, page, tmp_path, qtbot):
    press(everyone.ui.byFormat, qtbot)
    press(everyone.ui.make, qtbot)
    settle_down(page, qtbot)
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["large-print", "pdf", "private", "text"]


def test_what_cannot_be_written_is_said_in_the_dialog_and_it_stays(everyone, page, tmp_path, qtbot):
    (tmp_path / "out").write_text("a file in the way")
    press(everyone.ui.make, qtbot)
    settle_down(page, qtbot)
    assert "could not be written to" in everyone.ui.banner.what.text()
    assert everyone.ui.make.hasFocus()


def test_escape_while_it_makes_them_stops_and_nothing_goes_on_unseen(everyone, page, desk, sample, qtbot):
    press(everyone.ui.make, qtbot)
    qtbot.keyClick(everyone, Qt.Key.Key_Escape)
    settle_down(page, qtbot)
    stopped = papers.made_before(desk, sample) == []
    assert stopped == everyone.isVisible()
    assert not stopped or "Stopped" in everyone.ui.banner.what.text()


def only(page, *formats):
    """Tick these and nothing else."""
    for name, box in page.formats.boxes.items():
        box.setChecked(name in formats)


def test_papers_are_made_and_their_places_shown(page, sample, desk, heard, tmp_path, qtbot):
    opened(page, sample, qtbot)
    page.formats.set_folder(tmp_path / "out")
    only(page, "pdf", "html")
    press(page.formats.ui.more, qtbot)
    press(page.formats.boxes["json"], qtbot)
    press(page.formats.ui.make, qtbot)
    settle_down(page, qtbot)
    (what, where, state) = heard.told[-1]
    assert (what, state) == ("3 files are made. The paper says “draft”.", "done")
    assert str(tmp_path / "out") in where
    names = sorted(p.relative_to(tmp_path / "out").as_posix() for p in (tmp_path / "out").rglob("*.*"))
    assert len(names) == 3
    assert [n for n in names if n.startswith("private/")]
    assert all(name in where for name in names)
    assert page.formats.ui.make.hasFocus()
    assert len(papers.made_before(desk, sample)) == 1


def test_a_folder_that_cannot_be_written_is_a_sentence_and_everything_stays(page, sample, heard, tmp_path, qtbot):
    (tmp_path / "in the way").write_text("a file")
    opened(page, sample, qtbot)
    page.formats.set_folder(tmp_path / "in the way")
    press(page.formats.ui.make, qtbot)
    settle_down(page, qtbot)
    assert "could not be written to" in heard.failed[-1].what
    assert page.formats.ui.make.isVisible()
    assert page.formats.boxes["pdf"].isChecked()


def test_with_nothing_in_it_the_page_says_what_is_missing(page, desk, heard, qtbot):
    empty, _ = sessions.start_now(desk)
    opened(page, empty, qtbot)
    assert page.pages.ui.notYetState.text() == "There is nothing to print yet"
    press(page.formats.ui.print, qtbot)
    assert heard.told[-1][0] == "There is nothing to print yet."
    press(page.pages.ui.toListen, qtbot)
    assert heard.opened == [("listen", empty)]


def test_a_change_anywhere_makes_the_paper_again(page, sample, desk, context, qtbot):
    opened(page, sample, qtbot)
    before = page.pages.pdf
    context.runner.do(answers.add_point, sample, "More buses to the hall")
    qtbot.waitUntil(lambda: "More buses to the hall" in text_of(page))
    settle_down(page, qtbot)
    assert page.pages.pdf != before


def test_pages_are_turned_and_zoomed_by_keys(page, sample, qtbot):
    shown(page, sample, qtbot)
    view = page.pages.ui.pageView
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert page.pages.ui.pageWords.text().startswith("Page 2 of ")
    qtbot.keyClick(view, Qt.Key.Key_End)
    last = page.pages.ui.pageWords.text().split()
    assert last[1] == last[3]
    wide = view.horizontalScrollBar().maximum()
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert view.horizontalScrollBar().maximum() > wide
    qtbot.keyClick(view, Qt.Key.Key_0)
    assert view.horizontalScrollBar().maximum() == wide == 0


def test_headings_are_reached_by_key_in_the_text(page, sample, desk, qtbot):
    shown(page, sample, qtbot)
    told = [block.text for block in papers.paper(desk, sample).blocks if isinstance(block, Heading)]
    press(page.pages.ui.showText, qtbot)
    text = page.pages.ui.paperText
    text.setFocus()
    heads = []
    for _ in range(3):
        qtbot.keyClick(text, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        heads.append(text.textCursor().block().text())
    assert heads[:2] == told[:2]
    qtbot.keyClick(text, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert text.textCursor().block().text() == heads[1]


def test_words_that_look_like_markup_are_shown_as_typed(page, sample, desk, qtbot):
    answers.add_point(desk, sample, "<b>Not bold</b> & <script>nothing</script>")
    opened(page, sample, qtbot)
    assert "<b>Not bold</b> & <script>nothing</script>" in text_of(page)


def test_it_can_be_used_by_keyboard_and_screen_reader(page, private, qtbot):
    opened(page, private, qtbot)
    assert_accessible(page)
    choose(page, Choice.OTHER_WORDS, qtbot)
    assert_accessible(page)
    press(page.question.ui.cancelWords, qtbot)
    for _ in range(2):
        choose(page, Choice.LEAVE_OUT, qtbot)
    shown(page, private, qtbot)
    assert page.pages.ui.pageView.isVisible()
    assert_accessible(page)


def test_every_page_goes_to_the_printer(page, sample, tmp_path, qtbot):
    from PySide6.QtPrintSupport import QPrinter

    from coprod_desktop.ui.paper.pdf_pages import PdfPages
    from coprod_desktop.ui.paper.printing import PrintRun

    opened(page, sample, qtbot)
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    run = PrintRun(page.pages.pdf, printer, page)
    with qtbot.waitSignal(run.ended, timeout=60_000) as ended:
        run.start()
    assert ended.args == [True]
    assert len(PdfPages((tmp_path / "printed.pdf").read_bytes())) == len(PdfPages(page.pages.pdf))


@pytest.mark.parametrize(("first", "last", "pages"), [(0, 0, (0, 4)), (2, 3, (1, 2)), (4, 99, (3, 4)), (1, 1, (0, 0))])
def test_only_the_pages_asked_for_are_printed(first, last, pages):
    from coprod_desktop.ui.paper.printing import wanted_pages

    assert wanted_pages(first, last, 5) == pages


def test_stopping_leaves_whole_papers_and_a_way_on(page, sample, heard, tmp_path, qtbot):
    opened(page, sample, qtbot)
    page.formats.set_folder(tmp_path / "out")
    only(page, "pdf", "html")
    press(page.formats.ui.make, qtbot)
    assert page.formats.ui.stop.hasFocus()
    press(page.formats.ui.stop, qtbot)
    settle_down(page, qtbot)
    assert page.formats.ui.make.isVisible()
    assert heard.failed == [] or "Stopped." in heard.failed[-1].what
    assert not list(tmp_path.rglob("*.tmp"))


def test_tab_goes_from_the_question_through_its_choices(page, private, qtbot):
    opened(page, private, qtbot)
    page.question.setFocus()
    found = []
    for _ in range(7):
        now = page.window().focusWidget()
        found.append(now.objectName())
        qtbot.keyClick(now, Qt.Key.Key_Tab)
    assert found == ["question", "leaveOut", "itIsFine", "otherWords", "goThere", "notNow", "showLooked"]


def test_the_paper_can_be_for_the_people_who_came(page, sample, qtbot, tmp_path):
    capture.add(page.context.desk, sample, NewLine(text="The ramp is too steep", quote_ok=True, circle=Circle.CAME))
    opened(page, sample, qtbot)
    ui = page.pages.ui
    assert ui.circle.currentText() == "For anyone"
    assert "The ramp is too steep" not in text_of(page)
    ui.circle.setFocus()
    qtbot.keyClick(ui.circle, Qt.Key.Key_Down)
    settle_down(page, qtbot)
    assert ui.circle.currentText() == "For the people who came"
    assert "The ramp is too steep" in text_of(page)
    assert "Please do not pass it on." in text_of(page)
    page.formats.set_folder(tmp_path / "out")
    for name, box in page.formats.boxes.items():
        box.setChecked(name == "html")
    press(page.formats.ui.make, qtbot)
    qtbot.waitUntil(lambda: not page.formats._making.running)
    assert [path.name.count("for-who-came") for path in (tmp_path / "out").glob("*.html")] == [1]
    assert_accessible(page)


def test_what_is_for_before_the_day_is_for_anyone(page, sample, qtbot):
    opened(page, sample, qtbot)
    ui = page.pages.ui
    assert ui.circle.isVisible()
    ui.circle.setFocus()
    qtbot.keyClick(ui.circle, Qt.Key.Key_Down)
    settle_down(page, qtbot)
    for kind, shown in (("call-out", False), (paper_kinds.YOU_SAID_WE_WILL, True)):
        ui.kind.setCurrentIndex(ui.kind.findData(kind))
        ui.kind.activated.emit(ui.kind.currentIndex())
        settle_down(page, qtbot)
        assert ui.circle.isVisible() is shown
        assert ("do not pass it on" in text_of(page)) is shown
    page.open(None)
    opened(page, sample, qtbot)
    assert ui.circle.currentText() == "For anyone"
