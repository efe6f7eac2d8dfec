"""Sheets to check one's own words on: just that person's, as they read, private; and what is typed back."""

from __future__ import annotations

import datetime
import re

import pytest

from coprod_desktop.domain.permission import Circle, Purpose, Standing
from coprod_desktop.domain.record import Need
from coprod_desktop.domain.words import EntryKind, NameInPublic, Publish
from coprod_desktop.errors import UserError
from coprod_desktop.services import capture, people, permissions, sessions, still_to_ask, words_checked
from coprod_desktop.services.capture import NewLine
from coprod_desktop.services.making import check_words
from coprod_desktop.services.words_checked import Checked, Choice
from tests.desks import set_needs
from tests.told import answers_of

DAY = datetime.date(2026, 9, 20)
WAY = "by phone"


@pytest.fixture
def two(desk):
    """A session with Ana, who said two things, and Ben, who said one."""
    session, _ = sessions.start_now(desk)
    ana, _ = people.add(desk, session, "Ana Bright", "carer")
    ben, _ = people.add(desk, session, "Ben Low", "carer")
    for text, who in (("The bus is late", ana), ("The lift is slow", ben), ("Ring me on 07700 900123", ana)):
        capture.add(desk, session, NewLine(text=text, speaker=who))
    capture.add(desk, session, NewLine(text="A private note", kind=EntryKind.NOTE, speaker=ana))
    return session, ana, ben


def line(desk, session, text):
    return next(e for e in sessions.record(desk, session).entries if text in e.text)


def standing(desk, session, entry, purpose=Purpose.QUOTE):
    return sessions.record(desk, session).permissions.of_line(entry.voices, purpose, Circle.ANYONE)


def text_of(paths):
    (path,) = [p for p in paths if p.suffix == ".txt" and "aloud" not in p.name]
    return path.read_text("utf-8-sig")


def test_a_sheet_holds_that_persons_own_words_and_nobody_elses(desk, two, tmp_path):
    session, ana, _ = two
    made = check_words.make(desk, session, tmp_path, [ana], ("text",), back_by=datetime.date(2027, 1, 5))
    said = text_of(made.paths)
    for wanted in ("The bus is late", "07700 900123", "Hello,", "5 January 2027", "Private", "Number 1", "Number 3"):
        assert wanted in said
    for choice in ("1. As it is", "2. No name", "3. Change it", "4. No"):
        assert choice in said
    for never in ("The lift is slow", "A private note", "Ben"):
        assert never not in said
    assert "____" not in said
    assert all(p.parent == tmp_path / "private" and "-private-check-my-words-" in p.name for p in made.paths)
    assert not any("ana" in p.name.lower() for p in made.paths)


def test_each_gets_it_as_they_read_and_lines_to_write_on_fit_the_page(desk, two, tmp_path):
    import pypdfium2

    session, ana, _ = two
    set_needs(desk, session, ana, [Need(id="n", need="large print 28 point")])
    made = check_words.make(desk, session, tmp_path)
    (large,) = [p for p in made.paths if "large-print" in p.name]
    assert len([p for p in made.paths if p.suffix == ".pdf"]) == 2
    pdf = pypdfium2.PdfDocument(large)
    text = "\n".join(page.get_textpage().get_text_bounded() for page in pdf)
    pdf.close()
    ruled = [row.strip() for row in text.splitlines() if "_" in row]
    assert ruled
    assert len(set(map(len, ruled))) == 1, "a line to write on went over the edge"


@pytest.mark.parametrize(
    ("need", "ending"), [("Easy Read", ".pdf"), ("Easy Read in Word", ".docx"), ("Easy Read on a web page", ".html")]
)
def test_who_reads_easy_read_checks_their_words_in_it(desk, two, tmp_path, need, ending):
    session, ana, _ = two
    set_needs(desk, session, ana, [Need(id="n", need=need)])
    made = check_words.make(desk, session, tmp_path, [ana], back_by=datetime.date(2027, 1, 5))
    (path,) = made.paths
    assert path.suffix == ending
    assert "check-my-words-easy-read" in path.name
    if ending == ".html":
        said = " ".join(re.sub(r"<[^>]+>", " ", path.read_text("utf-8")).split())
        for wanted in ("The bus is late", "07700 900123", "5 January 2027", "Number 1", "Number 3", "3. Change it."):
            assert wanted in said
        assert said.count("Put a ring round your answer.") == 2
        for never in ("The lift is slow", "A private note", "Ben"):
            assert never not in said


def test_who_took_it_back_or_wants_no_contact_gets_none(desk, two, tmp_path):
    session, ana, ben = two
    capture.change(desk, line(desk, session, "bus").id, withdrawn=True)
    assert "The bus is late" not in text_of(check_words.make(desk, session, tmp_path, [ana], ("text",)).paths)
    people.agree(desk, session, ben, "contact", "no")
    made = check_words.make(desk, session, tmp_path / "all", None, ("text",))
    assert "The lift" not in text_of(made.paths)
    assert "1 person" in made.warnings[0]
    with pytest.raises(UserError, match="past"):
        check_words.make(desk, session, tmp_path, back_by=datetime.date(2020, 1, 1))


def test_as_it_is_is_an_asked_yes_over_the_refusals_that_were_shown(desk, two):
    session, ana, _ = two
    with desk.store.write() as tx:
        no = permissions.Answer(allowed=False, circle=Circle.CAME, on=datetime.date(2026, 9, 12))
        permissions.write(tx, "person", ana, Purpose.QUOTE, no, session=session)
    first, _second = words_checked.lines(desk, session, ana)
    over = tuple(r.id for r in first.refused.refusals)
    answers = {first.entry.id: Checked(choice=Choice.AS_IT_IS)}
    words_checked.write_down(desk, session, ana, answers, on=DAY, way=WAY)
    assert standing(desk, session, first.entry) is Standing.NO  # no refusal was shown
    answers = {first.entry.id: Checked(choice=Choice.AS_IT_IS, over=over)}
    words_checked.write_down(desk, session, ana, answers, on=DAY, way=WAY)
    assert standing(desk, session, first.entry) is Standing.YES
    row = answers_of(desk, first.entry.id, Purpose.QUOTE)[-1]
    assert (row.on, row.asked_by) == (DAY, WAY)


def test_other_words_and_a_no_are_one_step_and_a_no_takes_it_out_altogether(desk, two):
    session, ana, _ = two
    bus, ring = line(desk, session, "bus"), line(desk, session, "Ring")
    answers = {
        bus.id: Checked(choice=Choice.NO),
        ring.id: Checked(choice=Choice.CHANGE_IT, words="Ring me when it changes"),
    }
    words_checked.write_down(desk, session, ana, answers, on=DAY, way=WAY)
    assert standing(desk, session, bus, Purpose.OTHER_WORDS) is Standing.NO
    now = line(desk, session, "Ring")
    assert (now.publish, now.public_text) == (Publish.EDIT, "Ring me when it changes")
    assert standing(desk, session, now) is Standing.YES
    assert [e.entry.id for e in words_checked.lines(desk, session, ana)] == [ring.id]


def test_no_name_is_written_only_after_it_was_asked_about(desk, two):
    session, ana, _ = two
    people.change(desk, session, ana, name_in_public=NameInPublic.FULL)
    bus = line(desk, session, "bus")
    answers = {bus.id: Checked(choice=Choice.NO_NAME)}
    with pytest.raises(UserError, match="Ask first"):
        words_checked.write_down(desk, session, ana, answers, on=DAY, way=WAY)
    assert standing(desk, session, bus) is Standing.NOT_ASKED
    words_checked.write_down(desk, session, ana, answers, on=DAY, way=WAY, without_name=True)
    assert sessions.record(desk, session).permissions.name_parts(ana, Circle.ANYONE) == frozenset()
    assert standing(desk, session, bus) is Standing.YES


def test_nobody_answers_for_somebody_else(desk, two):
    session, ana, ben = two
    lift = line(desk, session, "lift")
    with pytest.raises(UserError, match="somebody else"):
        words_checked.write_down(desk, session, ana, {lift.id: Checked(choice=Choice.AS_IT_IS)}, on=DAY, way=WAY)
    assert standing(desk, session, lift) is Standing.NOT_ASKED
    empty = {lift.id: Checked(choice=Choice.CHANGE_IT, words=" ")}
    with pytest.raises(UserError, match="Write the words"):
        words_checked.write_down(desk, session, ben, empty, on=DAY, way=WAY)


def test_a_supporters_yes_is_not_the_persons(desk, two):
    session, ana, ben = two
    added = capture.add(desk, session, NewLine(text="She liked the garden", speaker=ana, said_for=ben)).added[0].id
    yes = {added: Checked(choice=Choice.AS_IT_IS)}
    with pytest.raises(UserError, match="not the person's"):
        words_checked.write_down(desk, session, ana, yes, on=desk.today(), way=WAY)
    assert not answers_of(desk, added)


def test_what_was_left_to_be_asked_here_is_asked_here_and_is_a_no_until_then(desk, two, tmp_path):
    session, ana, _bo = two
    people.agree(desk, session, ana, "photo", "no")
    assert "not asked you yet" not in text_of(check_words.make(desk, session, tmp_path, [ana], ("text",)).paths)
    still_to_ask.later(desk, session, ana, still_to_ask.ON_CHECK_MY_WORDS)
    said = text_of(check_words.make(desk, session, tmp_path, [ana], ("text",)).paths)
    assert "May we print your words, between quotation marks?" in said
    assert "Is it safe to ring you?" in said
    assert "photos" not in said, "that was answered"
    assert "Until you answer, it is a no" in said
    still_to_ask.later(desk, session, ana, still_to_ask.BY_PHONE)
    assert "not asked you yet" not in text_of(check_words.make(desk, session, tmp_path, [ana], ("text",)).paths)
