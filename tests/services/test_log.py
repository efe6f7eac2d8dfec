import datetime

import pytest

from coprod_desktop.domain import pledged
from coprod_desktop.domain.log_record import LogLine, Publicity
from coprod_desktop.domain.record import Session
from coprod_desktop.errors import UserError
from coprod_desktop.services import bin as the_bin
from coprod_desktop.services import capture, drafts, groups_due, log, promises, undo_words
from coprod_desktop.services.capture import NewLine
from coprod_desktop.services.seen import group as timeline
from coprod_desktop.services.seen import log as seen
from coprod_desktop.services.seen import search
from coprod_desktop.services.seen.group_row import Section
from coprod_desktop.store import reading
from tests.groups import made_group, made_member

DAY = datetime.timedelta(1)


@pytest.fixture
def group(desk):
    return made_group(desk)


def one(desk, line):
    with desk.store.read() as connection:
        return reading.one(connection, LogLine, line)


def add(desk, words, button="", **more):
    line, _ = log.add(desk, words, button, **more)
    return line


def test_one_line_is_saved_with_the_kind_its_words_suggest_and_confirmed_afterwards(desk, group):
    line = add(desk, " Agreed to meet on Tuesdays ", "decided", group=group)
    saved = one(desk, line)
    assert (saved.kind, saved.confirmed, saved.words) == ("decision", False, "Agreed to meet on Tuesdays")
    assert (saved.on, saved.publicity) == (desk.today(), Publicity.PRIVATE)
    log.confirm(desk, line)
    assert one(desk, line).confirmed
    log.confirm(desk, line, "acted_first")
    assert one(desk, line).kind == "acted_first"


def test_every_kind_is_written_down_with_every_field_it_asks(desk, group):
    """What the sources ask for: decisions, scrutiny, evidence, gaps, barriers, training, procurement, ways to people."""
    values = {"words": "A few words", "long": "More words", "whole": 7, "date": desk.today() + DAY, "open": "our own"}
    for kind in desk.content.log.written_here():
        if kind.promise:
            continue
        line = add(desk, f"One {kind.words}", group=group, kind=kind.kind)
        for field in kind.asks:
            log.change(desk, line, field.field, values[field.how.value])
        saved = one(desk, line)
        for field in kind.asks:
            wanted = values[field.how.value]
            assert getattr(saved, field.field) == ((wanted,) if field.field == "trained" else wanted), kind.kind
        (row,) = seen.seen(desk, group=group, kind=kind.kind).rows
        assert [text.partition(":")[0] for text in seen.behind(saved, kind)] == [
            field.label for field in kind.asks if field.field != "until"
        ]
        assert row.called == kind.words


def test_a_decision_says_who_decided_who_was_there_and_what_else_was_looked_at(desk, group):
    """000 "greater rigour at all levels of decision": what, who decided, lived-experience present, options looked at."""
    line = add(desk, "Agreed to keep the phone line", "decided", group=group)
    log.change(desk, line, "who", "The board")
    log.change(desk, line, "lived_present", "Two members")
    log.change(desk, line, "options", "Online only; phone and online")
    (row,) = seen.seen(desk, group=group).rows
    assert row.called == "Decision?"
    assert "Who decided: The board · Who with lived experience was there: Two members" in row.beside


def test_a_question_to_whoever_decides_waits_until_it_is_answered(desk, group):
    """003 "provide scrutiny and support": question, asked of, answer, date."""
    line = add(desk, "Why has the day centre bus stopped?", "told", group=group)
    log.change(desk, line, "asked_of", "Head of transport")
    log.change(desk, line, "by", desk.today() + DAY)
    assert not log.due(desk, desk.today())
    (due,) = log.due(desk, desk.today() + DAY)
    assert (due.words, due.group) == ("Why has the day centre bus stopped?", group)
    log.change(desk, line, "answer", "It starts again in May.")
    saved = one(desk, line)
    assert (saved.answer, saved.answered_on) == ("It starts again in May.", desk.today())
    assert not log.due(desk, desk.today() + 30 * DAY)
    log.change(desk, line, "answer", None)
    assert log.due(desk, desk.today() + 30 * DAY)


def test_a_question_that_has_its_answer_as_it_is_written_down_waits_for_nothing(desk, group):
    """Also one whose answer was typed while the line was still taken for a risk."""
    line, _ = log.add(
        desk, "Why has it doubled?", group=group, kind="scrutiny_question", answer="Two teams are one now"
    )
    assert not log.due(desk, desk.today() + 400 * DAY)
    assert one(desk, line).answered_on == desk.today()
    taken_for_risk, _ = log.add(desk, "Will the bus stop?", group=group, kind="risk", answer="No, until May")
    assert log.due(desk, desk.today() + 400 * DAY)
    log.confirm(desk, taken_for_risk, "scrutiny_question")
    assert not log.due(desk, desk.today() + 400 * DAY)


def test_what_is_watched_is_looked_at_again_so_long_after_it_was_looked_at_last(desk, group):
    """004 "keep under review the implementation of the strategy": who watches, how often, last looked."""
    line = add(desk, "Keep under review how long letters take", "learnt", group=group)
    log.change(desk, line, "watched_by", "Carers forum")
    assert one(desk, line).follow_up == desk.today() + 91 * DAY
    log.change(desk, line, "answered_on", desk.today() + 10 * DAY)
    assert one(desk, line).follow_up == desk.today() + 101 * DAY


def test_people_are_told_of_what_could_not_wait_by_the_day_that_was_said(desk, group):
    """002 "Urgent issues may arise": what, why, when people are told."""
    line = add(desk, "We had to act: the hall was flooded", "decided", group=group)
    assert one(desk, line).kind == "acted_first"
    assert one(desk, line).follow_up == desk.today() + 7 * DAY
    log.change(desk, line, "by", desk.today() + 3 * DAY)
    assert [due.id for due in log.due(desk, desk.today() + 3 * DAY)] == [line]
    log.change(desk, line, "answered_on", desk.today())
    assert not log.due(desk, desk.today() + 30 * DAY)
    log.change(desk, line, "answered_on", None)
    log.close(desk, line)
    assert not log.due(desk, desk.today() + 30 * DAY)
    log.change(desk, line, "follow_up", desk.today())
    assert [due.id for due in log.due(desk, desk.today())] == [line]


def test_a_day_somebody_chose_stays_when_the_kind_or_another_day_changes(desk, group):
    line = add(desk, "Legal holds it up", "stuck", group=group)
    assert one(desk, line).follow_up == desk.today() + 28 * DAY
    log.confirm(desk, line, "risk")
    assert one(desk, line).follow_up == desk.today() + 91 * DAY
    log.change(desk, line, "follow_up", desk.today() + DAY)
    log.confirm(desk, line, "gap")
    log.change(desk, line, "by", desk.today() + 9 * DAY)
    assert one(desk, line).follow_up == desk.today() + DAY


def test_two_kinds_of_evidence_on_one_theme_are_shown(desk, group):
    """002 "triangulate themes against internal audit activity findings": theme linked to two or more evidence kinds."""
    for words, source, theme in (
        ("Survey: 59.9% say calls are late", "our survey", "Call times"),
        ("Audit: a third of visits late", "audit", "call  times"),
        ("Survey: letters are long", "our survey", "Letters and words"),
    ):
        line = add(desk, words, "learnt", group=group)
        assert one(desk, line).kind == "evidence"
        log.change(desk, line, "source_kind", source)
        log.change(desk, line, "theme", theme)
    first, second = seen.themes(desk, group)
    assert first.stands_on_two
    assert not second.stands_on_two
    assert first.words == "Call times: our survey 1, audit 1 (two kinds of evidence)"


def test_what_people_said_in_the_groups_sessions_is_a_kind_of_evidence(desk, group):
    line = add(desk, "Survey: calls are late", "learnt", group=group)
    log.change(desk, line, "source_kind", "our survey")
    log.change(desk, line, "theme", "Call times")
    session = _session(desk, group)
    capture.add(desk, session, NewLine(text="She came at eleven", theme="Call times"))
    (theme,) = seen.themes(desk, group)
    assert theme.sources == (("our survey", 1), (seen.SAID_THERE, 1))


def test_the_way_that_brought_most_people_is_told(desk, group):
    """002 "Via posters, leaflets, or social media": routes tried and people reached by each; which worked best."""
    from coprod_desktop.services import bank

    for route, reached in (("poster or leaflet", 200), ("word of mouth", None), ("poster or leaflet", 50)):
        line = add(desk, "A way", group=group, kind="recruitment_route")
        log.change(desk, line, "route", route)
        log.change(desk, line, "reached", reached)
    for name, way in (("Ann Ash", "word of mouth"), ("Bo Birch", "word of mouth"), ("Cy Cole", "poster or leaflet")):
        bank.change(desk, made_member(desk, group, name), "heard_by", way)
    first, second = seen.routes(desk, group)
    assert (first.route, first.came, first.reached, first.best) == ("word of mouth", 2, None, True)
    assert (second.route, second.came, second.reached, second.best) == ("poster or leaflet", 1, 250, False)


def _session(desk, group=None):
    with desk.store.write("Made a session") as tx:
        ref = tx.add(
            Session(id="0191d6a0-0000-7000-8000-000000000001", title="Round table", type="forum", date=desk.today(),
                    group_id=group), session=None)  # fmt: skip
    return ref.id


def test_a_line_written_in_a_session_is_in_the_log_of_its_group(desk, group):
    session = _session(desk, group)
    line = add(desk, "Agreed to ask again", "decided", session=session)
    assert [row.id for row in seen.seen(desk, group=group).rows] == [line]
    assert [row.id for row in seen.seen(desk, session=session).rows] == [line]


def test_a_line_of_nothing_is_refused(desk, group):
    with pytest.raises(UserError, match="belongs to a group or to a session"):
        log.add(desk, "Agreed", "decided")
    with pytest.raises(UserError, match="There is no kind of line called “haiku”"):
        log.add(desk, "Agreed", group=group, kind="haiku")
    with pytest.raises(UserError, match="20,000 characters"):
        log.add(desk, "a" * 20_000, "decided", group=group)
    with desk.store.write("Took a group away") as tx:
        tx.remove("work_group", group)
    with pytest.raises(UserError, match="was taken away"):
        log.add(desk, "Agreed", "decided", group=group)


@pytest.mark.parametrize(
    ("kind", "field", "value", "why"),
    [
        ("training", "until", datetime.date(2020, 1, 1), "ends before its own day"),
        ("scrutiny_question", "answered_on", datetime.date(2020, 1, 1), "is answered before its own day"),
        ("evidence", "asked_n", 0, "Nobody cannot be right"),
        ("procurement_stage", "score", "120%", "more than all of them"),
        ("decision", "options", "a" * 20_000, "one line holds 4,000"),
        ("decision", "words", " ", "no words"),
        ("decision", "on", None, "needs its day"),
        ("decision", "colour", "red", "has no “colour”"),
        ("decision", "kind", "haiku", "no kind of line"),
        ("tender_question", "publicity", "anyone", "never goes on a paper"),
    ],
)
def test_what_cannot_be_so_is_said_and_nothing_changes(desk, group, kind, field, value, why):
    line = add(desk, "One line", group=group, kind=kind)
    before = one(desk, line)
    with pytest.raises(UserError, match=why):
        log.change(desk, line, field, value)
    assert one(desk, line) == before


def test_a_line_cannot_begin_after_it_ended(desk, group):
    line = add(desk, "Course", group=group, kind="training")
    log.change(desk, line, "until", desk.today() + DAY)
    with pytest.raises(UserError, match="ends before"):
        log.change(desk, line, "on", desk.today() + 2 * DAY)


def test_a_kind_from_a_newer_program_is_kept_shown_and_stays_private(desk, group):
    newer = LogLine(id="0191d6a0-0000-7000-8000-0000000000aa", kind="peer_visit", on=desk.today(), words="Went there", group_id=group)  # fmt: skip
    with desk.store.write("Brought in") as tx:
        tx.add(newer, session=None)
    (row,) = seen.seen(desk, group=group).rows
    assert row.called == "Peer visit?"
    with pytest.raises(UserError, match="never goes on a paper"):
        log.change(desk, newer.id, "publicity", "anyone")
    log.change(desk, newer.id, "words", "Went there twice")
    assert one(desk, newer.id).kind == "peer_visit"
    log.confirm(desk, newer.id)
    assert one(desk, newer.id).kind == "peer_visit"


def test_a_line_that_becomes_a_kind_that_is_never_printed_is_private_from_then_on(desk, group):
    line = add(desk, "Do you pay for travel time?", group=group, kind="decision")
    log.change(desk, line, "publicity", "anyone")
    log.confirm(desk, line, "tender_question")
    assert one(desk, line).publicity is Publicity.PRIVATE
    desk.store.undo_last()
    assert (one(desk, line).kind, one(desk, line).publicity) == ("decision", Publicity.PRIVATE)


def test_undo_narrows_who_may_read_a_line_and_never_widens_it(desk, group):
    line = add(desk, "Agreed", group=group, kind="decision")
    log.change(desk, line, "publicity", "anyone")
    log.change(desk, line, "publicity", "members")
    changes = desk.store.undo_last()
    assert one(desk, line).publicity is Publicity.MEMBERS
    assert "choose it again" in changes.kept
    log.change(desk, line, "publicity", "anyone")
    desk.store.undo_last()
    assert one(desk, line).publicity is Publicity.MEMBERS
    desk.store.redo_last()
    assert one(desk, line).publicity is Publicity.MEMBERS


def test_what_is_taken_away_is_in_the_bin_and_comes_back(desk, group):
    line = add(desk, "Agreed to meet", "decided", group=group)
    log.take_away(desk, line)
    assert not seen.seen(desk, group=group).rows
    (binned,) = the_bin.things(desk)
    assert binned.words == "Agreed to meet"
    with pytest.raises(UserError, match="was taken away"):
        log.change(desk, line, "who", "The board")
    the_bin.put_back(desk, "log_line", line)
    assert [row.id for row in seen.seen(desk, group=group).rows] == [line]


def test_undo_says_what_of_a_line_it_takes_back(desk, group):
    line = add(desk, "Agreed to meet", "decided", group=group)
    assert undo_words.next_undo(desk).before == "take the line of the log “Agreed to meet” away"
    log.change(desk, line, "who", "The board")
    assert undo_words.next_undo(desk).before == "the line of the log “Agreed to meet”: who it was, The board back to nothing"  # fmt: skip


def test_the_draft_of_a_line_goes_as_the_line_is_saved(desk, group):
    drafts.keep(desk, f"work_group:{group}:new_log", "Agreed to", "", row=group)
    add(desk, "Agreed to meet", "decided", group=group)
    assert not drafts.every(desk)


def test_find_finds_a_line_by_its_words_and_by_its_kind(desk, group):
    line = add(desk, "Legal has held up the policy", "stuck", group=group)
    log.change(desk, line, "tried", "Rang the solicitor")
    for typed in ("policy", "solicitor", "Barrier", "barriers"):
        assert [hit.id for hit in search.search(desk, typed) if hit.noun == "log_line"] == [line], typed
    log.take_away(desk, line)
    assert not [hit for hit in search.search(desk, "policy") if hit.noun == "log_line"]
    assert not [hit for hit in search.search(desk, "barrier") if hit.noun == "log_line"]


def test_check_says_when_a_name_is_in_what_was_heard_outside(desk, group):
    """001 "we gather intelligence from communities on a daily basis": with source, no names."""
    made_member(desk, group, "Gurpreet Sandhu")
    named = add(desk, "Gurpreet said the bus never comes", "told", group=group)
    clean = add(desk, "A carer at the market said the bus never comes", "told", group=group)
    doubts = {row.id: row.doubt for row in seen.seen(desk, group=group).rows}
    assert "names someone you know" in doubts[named]
    assert doubts[clean] == ""


# ---- pledges


def test_a_pledge_is_a_promise_of_its_group_once_somebody_says_so(desk, group):
    """002 "Senior leaders will be asked to sign up to work together": pledges by named leaders, tracked as promises."""
    line = add(desk, "Councillor Hart will ring every carer by 6 May 2027", "decided", group=group)
    saved = one(desk, line)
    assert (saved.kind, saved.confirmed) == ("pledge", False)
    assert (saved.who, saved.by) == ("Councillor Hart", datetime.date(2027, 5, 6))
    assert not promises.lines(desk)
    log.confirm(desk, line)
    (promise,) = promises.lines(desk)
    assert (promise.what, promise.who, promise.due, promise.group) == (
        "Councillor Hart will ring every carer by 6 May 2027", "Councillor Hart", datetime.date(2027, 5, 6), group,
    )  # fmt: skip
    assert promise.session_title == "Home care steering group"
    assert not seen.seen(desk, group=group).rows
    desk.store.undo_last()
    assert not promises.lines(desk)
    assert [row.id for row in seen.seen(desk, group=group).rows] == [line]


def test_a_pledge_of_nobody_or_of_no_group_is_not_made_a_promise(desk, group):
    line = add(desk, "We will do better", group=group, kind="pledge")
    with pytest.raises(UserError, match="somebody whose it is"):
        log.confirm(desk, line)
    alone = add(desk, "Councillor Hart will ring", "decided", session=_session(desk))
    with pytest.raises(UserError, match="this session is of none"):
        log.confirm(desk, alone)
    assert not promises.lines(desk)


def test_choosing_that_a_line_is_a_pledge_makes_no_promise_yet(desk, group):
    line = add(desk, "The Director pledged a reply by 31/3/2027", group=group, kind="decision")
    log.change(desk, line, "kind", "pledge")
    saved = one(desk, line)
    assert (saved.kind, saved.confirmed, saved.who) == ("pledge", False, "The Director")
    assert not promises.lines(desk)


@pytest.mark.parametrize(
    ("words", "who", "day"),
    [
        ("Cllr Jo Marsh has promised a reply by 31/3/26", "Cllr Jo Marsh", datetime.date(2026, 3, 31)),
        ("Senior leaders have signed up to the charter", "Senior leaders", None),
        ("The Director gave her word that it stays open", "The Director", None),
        ("We will do it", None, None),
        ("A good meeting", None, None),
    ],
)
def test_who_pledged_and_by_when_is_read_from_the_line(words, who, day):
    assert pledged.who_and_when(words, datetime.date(2026, 3, 2)) == (who, day)


# ---- on the timeline, and due


def test_the_log_stands_on_the_timeline_of_its_group(desk, group):
    decided = add(desk, "Agreed to keep the phone line", group=group, kind="decision")
    stuck = add(desk, "Legal has held up the policy", "stuck", group=group)
    learnt = add(desk, "Tea first worked", group=group, kind="learning")
    add(desk, "Do you pay for travel time?", group=group, kind="tender_question")
    rows = timeline.read(desk, group).rows
    by_section = {section: [row.opens.id for row in rows if row.section is section] for section in Section}
    assert by_section[Section.DECIDED] == [decided]
    assert by_section[Section.DUE] == [stuck]
    assert learnt in by_section[Section.BEFORE]
    assert stuck not in by_section[Section.BEFORE]
    (due,) = [row for row in rows if row.section is Section.DUE]
    assert (due.day, due.state) == (desk.today() + 28 * DAY, "look")
    log.close(desk, stuck)
    rows = timeline.read(desk, group).rows
    assert stuck in [row.opens.id for row in rows if row.section is Section.BEFORE]


def test_home_is_told_of_lines_to_look_at_again_by_the_same_reader_as_the_rest(desk, group):
    line = add(desk, "Legal has held up the policy", "stuck", group=group)
    assert not groups_due.near(desk)
    log.change(desk, line, "follow_up", desk.today() - DAY)
    (due,) = groups_due.near(desk)
    assert (due.line, due.group_name, due.words) == (
        line, "Home care steering group", "Barrier: Legal has held up the policy",
    )  # fmt: skip
    assert due.is_late(desk.today())


ROWS = (
    ("003 “provide scrutiny and support”", "scrutiny_question", {"asked_of", "answer", "answered_on"}),
    ("000 “greater rigour at all levels of decision”", "decision", {"who", "lived_present", "options"}),
    ("000 “Committee Members consider how they can promote co-production”", "pledge", {"who", "by"}),
    ("002 “including people with lived experience in the evaluation of tenders”", "procurement_stage", {"stage", "score"}),
    ("001 “able to question potential providers”", "tender_question", {"asked_of", "answer", "score"}),
    ("002 “Via posters, leaflets, or social media”", "recruitment_route", {"route", "reached"}),
    ("003 “We will provide training and a toolkit on co-production for staff”", "training", {"trained", "reached"}),
    ("002 “co-delivering training to support implementation”", "training", {"lived_present", "answer"}),
    ("000 “community of practice”", "learning", {"tried"}),
    ("002 “All improvement projects will be evidence-based”", "evidence", {"source_kind", "who", "misses", "asked_n"}),
    ("002 “Where there are gaps in knowledge, wider feedback may be sought”", "gap", {"tried", "by"}),
    ("001 “we gather intelligence from communities on a daily basis”", "heard_outside", {"source_kind"}),
    ("001 “weekly Use of Resources Panel”", "not_found", {"tried", "reached"}),
    ("002 “Urgent issues may arise”", "acted_first", {"answer", "by"}),
    ("004 “risk that local people, service users and stakeholders are not included”", "risk", {"answer", "watched_by"}),
    ("004 “keep under review the implementation of the strategy”", "monitoring", {"watched_by", "how_often", "answered_on"}),
    ("003 “any barriers to making progress are discussed in an open”", "barrier", {"tried"}),
)  # fmt: skip


@pytest.mark.parametrize(("row", "kind", "asks"), ROWS, ids=[row for row, *_ in ROWS])
def test_each_row_of_the_sources_has_its_kind_and_asks_for_what_it_names(desk, row, kind, asks):
    assert asks <= {field.field for field in desk.content.log.of(kind).asks}, row
