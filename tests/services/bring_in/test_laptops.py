"""One session on two and three laptops: both lines stay, a no stays a no, and nothing struck comes back, in any order."""

from __future__ import annotations

import itertools
import json
import shutil

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coprod_desktop.domain.check.printable import PrintableLines
from coprod_desktop.domain.words import EntryKind, Publish
from coprod_desktop.errors import UserError
from coprod_desktop.services import answers as answers_verbs
from coprod_desktop.services import capture, holds, people, sessions, versions, workspace
from coprod_desktop.services.bring_in import between_laptops, merge, session_file
from coprod_desktop.services.capture import NewLine
from coprod_desktop.services.changed_mind import ALL, TakenBack, take_back
from coprod_desktop.services.holds import Scope
from coprod_desktop.store import permits
from tests.desks import HOME_CARE, every_value
from tests.uids import without_uids


def written(desk, session):
    record = sessions.record(desk, session)
    return session_file.write(record, between_laptops.of(desk, record))


def carry(here, there, session):
    return merge.import_file(there, written(here, session))


def line(desk, session, n):
    return next(e for e in sessions.record(desk, session).entries if e.n == n)


@pytest.fixture
def laptops(empty_workspace, tmp_path):
    """Three laptops that all brought the same file in, which has no uids."""
    opened = []
    for name in "abc":
        folder = shutil.copytree(empty_workspace, tmp_path / name)
        opened.append(workspace.unlock(folder, None))
    session = {merge.import_file(desk, HOME_CARE.read_bytes()).session for desk in opened}
    assert len(session) == 1
    yield (*opened, session.pop())
    for desk in opened:
        workspace.close(desk)


def texts(desk, session):
    return sorted(e.text for e in sessions.record(desk, session).entries)


def test_a_copied_folder_is_another_laptop(laptops):
    a, b, c, _ = laptops
    assert len({a.store.device, b.store.device, c.store.device}) == 3


@pytest.mark.parametrize("order", [("a", "b"), ("b", "a"), ("a", "b", "a", "b")], ids="-".join)
def test_two_lines_with_one_number_both_stay_once_each(laptops, order):
    a, b, c, session = laptops
    capture.add(a, session, NewLine(text="The lift was broken again on Tuesday"))
    capture.add(b, session, NewLine(text="Nobody told us the café had moved"))
    for name in order:
        carry({"a": a, "b": b}[name], c, session)

    numbers = session_file.numbers_out(sessions.record(c, session).entries)
    both = [e for e in sessions.record(c, session).entries if "lift was" in e.text or "café had" in e.text]
    assert len(both) == 2
    assert len({numbers[e.id] for e in both}) == 2
    assert [e.n for e in both] == [24, 24]
    out = json.loads(session_file.write(sessions.record(c, session)))
    assert len({e["n"] for e in out["entries"]}) == len(out["entries"])


def test_every_laptop_works_the_same_numbers_out(laptops):
    a, b, _, session = laptops
    capture.add(a, session, NewLine(text="One thing"))
    capture.add(b, session, NewLine(text="Another thing"))
    carry(a, b, session)
    carry(b, a, session)
    numbers = [session_file.numbers_out(sessions.record(desk, session).entries) for desk in (a, b)]
    assert numbers[0] == numbers[1]


def test_the_same_file_again_changes_nothing(laptops):
    a, b, _, session = laptops
    capture.change(a, line(a, session, 2).id, text="It is never the same carer twice in a week.")
    capture.change(a, line(a, session, 3).id, quote_ok=False)
    carry(a, b, session)
    before = sessions.record(b, session)
    again = carry(a, b, session)
    assert again.taken == 0
    assert sessions.record(b, session) == before


def test_what_only_one_side_changed_is_taken_column_by_column(laptops):
    a, b, _, session = laptops
    capture.change(a, line(a, session, 2).id, theme="Rotas")
    capture.change(b, line(b, session, 2).id, text="It is never the same carer twice.")
    assert carry(a, b, session).differ == ()
    now = line(b, session, 2)
    assert (now.theme, now.text) == ("Rotas", "It is never the same carer twice.")
    carry(b, a, session)
    assert line(a, session, 2) == now


def test_an_older_file_takes_nothing_back(laptops):
    a, b, _, session = laptops
    old = written(a, session)
    capture.change(a, line(a, session, 2).id, text="Corrected by the person herself.")
    carry(a, b, session)
    assert merge.import_file(b, old).differ == ()
    assert merge.import_file(a, old).differ == ()
    assert line(a, session, 2).text == line(b, session, 2).text == "Corrected by the person herself."


def test_both_changed_one_column_waits_for_a_person_and_the_choice_travels(laptops):
    a, b, _, session = laptops
    capture.change(a, line(a, session, 2).id, text="Four carers in a week")
    capture.change(b, line(b, session, 2).id, text="Five carers in a week")
    for _ in range(2):
        carry(a, b, session)
        carry(b, a, session)
    (on_a,), (on_b,) = versions.waiting(a), versions.waiting(b)
    assert (on_a.ours, on_a.theirs) == ("Four carers in a week", "Five carers in a week")
    assert (on_b.ours, on_b.theirs) == ("Five carers in a week", "Four carers in a week")
    versions.choose(a, on_a.id, theirs=False)
    carry(a, b, session)
    assert line(b, session, 2).text == line(a, session, 2).text == "Four carers in a week"
    assert versions.waiting(a) == versions.waiting(b) == []
    carry(b, a, session)
    assert versions.waiting(a) == []


@pytest.mark.parametrize("theirs", [True, False])
def test_choosing_is_a_step_that_can_be_undone(laptops, theirs):
    a, b, _, session = laptops
    capture.change(a, line(a, session, 2).id, text="Four carers in a week")
    capture.change(b, line(b, session, 2).id, text="Five carers in a week")
    carry(a, b, session)
    versions.choose(b, versions.waiting(b)[0].id, theirs=theirs)
    assert versions.waiting(b) == []
    assert line(b, session, 2).text == ("Four carers in a week" if theirs else "Five carers in a week")
    if theirs:
        workspace.undo(b)
        assert line(b, session, 2).text == "Five carers in a week"


def test_of_two_choices_what_may_be_printed_the_stricter_one_stands_meanwhile(laptops):
    a, b, _, session = laptops
    capture.change(a, line(a, session, 2).id, publish=Publish.NO)
    capture.change(b, line(b, session, 2).id, publish=Publish.EDIT, public_text="Other words")
    carry(a, b, session)
    carry(b, a, session)
    assert line(a, session, 2).publish is line(b, session, 2).publish is Publish.NO


def test_a_no_on_one_laptop_and_a_yes_on_the_other_is_a_no(laptops):
    a, b, c, session = laptops
    capture.change(a, line(a, session, 9).id, quote_ok=True)
    capture.change(b, line(b, session, 9).id, quote_ok=False)
    for here, there in ((a, c), (b, c), (c, a), (c, b)):
        carry(here, there, session)
    for desk in (a, b, c):
        record = sessions.record(desk, session)
        assert not PrintableLines(record).allows_words(line(desk, session, 9))
        assert line(desk, session, 9).quote_ok is False
    capture.change(c, line(c, session, 9).id, quote_ok=True)  # asked again, over both
    carry(c, a, session)
    carry(b, a, session)
    assert PrintableLines(sessions.record(a, session)).allows_words(line(a, session, 9))


def test_the_file_without_answers_brings_no_yes_back(laptops):
    a, _, _, session = laptops
    quoted = next(e for e in sessions.record(a, session).entries if e.quote_ok)
    capture.change(a, quoted.id, quote_ok=False)
    merge.import_file(a, HOME_CARE.read_bytes())
    assert not PrintableLines(sessions.record(a, session)).allows_words(line(a, session, quoted.n))


def test_struck_on_one_laptop_is_struck_on_all_and_no_file_brings_it_back(laptops):
    a, b, c, session = laptops
    secret = "Something that must never be written down anywhere"
    ref = capture.add(a, session, NewLine(text=secret)).added[0]
    with_it = written(a, session)
    carry(a, b, session)
    capture.strike(a, ref.id)
    carry(a, b, session)
    merge.import_file(c, with_it)
    carry(a, c, session)
    for desk in (a, b, c):
        merge.import_file(desk, with_it)
        assert secret not in texts(desk, session)
        assert secret.encode() not in written(desk, session)


def test_a_struck_line_stays_away_from_files_without_uids_too(laptops):
    a, _, _, session = laptops
    capture.strike(a, line(a, session, 5).id)
    done = merge.import_file(a, HOME_CARE.read_bytes())
    assert 5 not in {e.n for e in sessions.record(a, done.session).entries}
    data = json.loads(HOME_CARE.read_bytes())
    data["entries"].append({**data["entries"][4], "n": 99})  # renumbered by another program
    merge.import_file(a, json.dumps(data).encode())
    assert 99 not in {e.n for e in sessions.record(a, done.session).entries}


def test_taken_off_a_list_keeps_ones_no_wherever_it_is_read(laptops):
    a, b, _, session = laptops
    who = line(a, session, 2).speaker
    take_back(a, session, who, TakenBack(purposes=ALL, on=a.today()))
    people.remove(a, session, who)
    carry(a, b, session)
    for desk in (a, b):
        record = sessions.record(desk, session)
        assert PrintableLines(record).taken_back(line(desk, session, 2))


# ---- bad files


def file(**more):
    data = json.loads(HOME_CARE.read_bytes())
    return data | more


UID = "01a2156d-83b7-7853-b3a5-8565ad5fc513"


def test_a_uid_on_two_rows_is_the_first_ones_and_nothing_is_lost(desk):
    data = file()
    data["entries"][1]["uid"] = data["entries"][2]["uid"] = UID
    done = merge.import_file(desk, json.dumps(data).encode())
    record = sessions.record(desk, done.session)
    assert len(record.entries) == 23
    assert next(e for e in record.entries if e.id == UID).n == 2
    assert any("entries[2]" in doubt for doubt in done.doubts)


def test_a_uid_that_changes_its_kind_opens_nothing(desk):
    done = merge.import_file(desk, json.dumps(file()).encode())
    person = sessions.record(desk, done.session).people[0]
    data = file()
    data["entries"][8]["uid"] = person.id
    permission = {
        "id": UID, "of": "entry", "uid": person.id, "purpose": "quote", "circle": "anyone", "value": "yes", "basis": "asked"
    }  # fmt: skip
    done = merge.import_file(desk, json.dumps(data | {"permissions": [permission]}).encode())
    record = sessions.record(desk, done.session)
    assert person.id in {p.id for p in record.people}
    said = PrintableLines(record)
    assert not any(said.allows_words(e) for e in record.entries if e.n == 9)
    assert done.doubts


def test_an_answer_from_the_future_or_for_an_unknown_circle_opens_nothing_and_is_told(desk):
    data = file()
    data["entries"][8]["uid"] = UID
    for made, more in (
        ("01a2156d-83b7-7853-b3a5-8565ad5fc514", {"circle": "the whole town"}),
        ("01a2156d-83b7-7853-b3a5-8565ad5fc515", {"circle": "anyone", "on": "2190-01-01"}),
    ):
        data.setdefault("permissions", []).append(
            {"id": made, "of": "entry", "uid": UID, "purpose": "quote", "value": "yes", "basis": "asked", **more}
        )
    done = merge.import_file(desk, json.dumps(data).encode())
    record = sessions.record(desk, done.session)
    assert not PrintableLines(record).allows_words(next(e for e in record.entries if e.n == 9))
    assert any("circle" in doubt for doubt in done.doubts)
    assert any("after today" in doubt for doubt in done.doubts)


def test_over_may_name_what_is_not_here_yet(desk):
    data = file()
    data["entries"][8]["uid"] = UID
    no = {"id": "01a2156d-83b7-7853-b3a5-8565ad5fc516", "of": "entry", "uid": UID, "purpose": "quote", "circle": "anyone",
          "value": "no", "basis": "asked"}  # fmt: skip
    yes = {**no, "id": "01a2156d-83b7-7853-b3a5-8565ad5fc517", "value": "yes", "over": [no["id"]]}
    session = merge.import_file(desk, json.dumps(data | {"permissions": [yes]}).encode()).session
    assert PrintableLines(sessions.record(desk, session)).allows_words(line(desk, session, 9))
    merge.import_file(desk, json.dumps(data | {"permissions": [no]}).encode())
    assert PrintableLines(sessions.record(desk, session)).allows_words(line(desk, session, 9))


def test_the_sample_is_never_merged_and_never_shared(desk, tmp_path):
    with pytest.raises(UserError, match="sample"):
        merge.import_file(desk, json.dumps(file(sample=True)).encode())
    assert sessions.every(desk) == []


# ---- histories

ACTS = st.tuples(
    st.sampled_from(["add", "edit", "yes", "no", "strike", "seal", "theme", "carry", "carry"]),
    st.integers(0, 2),
    st.integers(0, 2),
    st.integers(0, 6),
)


@pytest.mark.slow
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(ACTS, min_size=4, max_size=16))
def test_three_laptops_end_with_the_same_lines_and_answers(empty_workspace, tmp_path_factory, acts):
    folder = tmp_path_factory.mktemp("three")
    desks = [workspace.unlock(shutil.copytree(empty_workspace, folder / n), None) for n in "abc"]
    try:
        first, _ = sessions.new(desks[0], title="Forum")
        for n in range(4):
            capture.add(desks[0], first, NewLine(text=f"What the {n} person said about the buses in town"))
        for desk in desks[1:]:
            carry(desks[0], desk, first)
        struck = _play(desks, first, acts)
        for _ in range(2):
            for here, there in itertools.permutations(desks, 2):
                carry(here, there, first)
        _agree(desks, first, struck)
    finally:
        for desk in desks:
            workspace.close(desk)


def _play(desks, session, acts):
    from coprod_desktop.store import strike as striking

    struck = set()
    for step, (act, here, there, which) in enumerate(acts):
        desk = desks[here]
        entries = sessions.record(desk, session).entries
        chosen = entries[which % len(entries)] if entries else None
        if act == "add" or chosen is None:
            capture.add(desk, session, NewLine(text=f"Added at step {step} on laptop {here} about the hall"))
        elif act == "edit":
            capture.change(desk, chosen.id, text=f"{chosen.text} ({step})")
        elif act in {"yes", "no"}:
            capture.change(desk, chosen.id, quote_ok=act == "yes")
        elif act == "theme":
            capture.change(desk, chosen.id, theme=f"Theme {step % 2}")
        elif act == "strike":
            struck.add(chosen.id)
            capture.strike(desk, chosen.id)
        elif act == "seal":
            struck.add(chosen.id)
            with desk.store.write() as tx:
                striking.seal(tx, chosen.id)
        else:
            carry(desk, desks[there], session)
    return struck


def answers(desk, lines):
    with desk.store.read() as connection:
        return set(permits.of_many(connection, lines))


def _agree(desks, session, struck):
    records = [sessions.record(desk, session) for desk in desks]
    assert len({frozenset(e.id for e in record.entries) for record in records}) == 1
    assert not struck & {e.id for e in records[0].entries}
    assert len({tuple(sorted((e.id, e.quote_ok) for e in record.entries)) for record in records}) == 1
    lines = [e.id for e in records[0].entries]
    assert answers(desks[0], lines) == answers(desks[1], lines) == answers(desks[2], lines)
    open_ = [{(o.row_id, o.column) for o in versions.waiting(desk)} for desk in desks]
    for column in ("text", "theme"):
        for rows in zip(*(sorted(r.entries, key=lambda e: e.id) for r in records), strict=True):
            said = {getattr(row, column) for row in rows}
            assert len(said) == 1 or any((rows[0].id, column) in waiting for waiting in open_)


# ---- what was tried to open a no, or to bring struck words back


def stored(desk):
    return "\n".join(value for _, value in every_value(desk))


def may_quote(desk, session, n):
    record = sessions.record(desk, session)
    return PrintableLines(record).allows_words(next(e for e in record.entries if e.n == n))


def test_a_no_that_comes_for_a_line_removed_here_is_there_when_the_line_comes_back(laptops):
    a, b, _, session = laptops
    capture.change(a, line(a, session, 2).id, quote_ok=False)
    gone = line(b, session, 2).id
    capture.remove(b, gone)
    carry(a, b, session)
    with b.store.write() as tx:
        tx.update("entry", gone, {"deleted_at": None}, "restore")
    assert not may_quote(b, session, 2)


def test_a_no_on_a_line_that_is_then_removed_still_travels(laptops):
    a, b, _, session = laptops
    removed = line(a, session, 2).id
    capture.change(a, removed, quote_ok=False)
    capture.remove(a, removed)
    carry(a, b, session)
    assert not may_quote(b, session, 2)


def test_an_import_that_is_undone_leaves_its_refusals(desk):
    data = file()
    number = next(e["n"] for e in data["entries"] if e.get("quote_ok"))
    refused = json.loads(json.dumps(data))
    next(e for e in refused["entries"] if e["n"] == number)["quote_ok"] = False
    merge.import_file(desk, json.dumps(refused).encode())
    workspace.undo(desk)
    session = merge.import_file(desk, json.dumps(data).encode()).session
    assert not may_quote(desk, session, number)


@pytest.mark.parametrize("speaker", [None, "anonymous", "other"])
def test_putting_right_who_said_it_opens_nothing(desk, home_care, speaker):
    entry = line(desk, home_care, 2)
    people.agree(desk, home_care, entry.speaker, "quote", "no")
    other = next(p.id for p in people.on_list(desk, home_care) if p.id != entry.speaker)
    capture.change(desk, entry.id, speaker=other if speaker == "other" else speaker)
    assert not may_quote(desk, home_care, 2)


def test_ones_yes_is_not_anothers(desk, home_care):
    entry = line(desk, home_care, 2)
    other = next(p.id for p in people.on_list(desk, home_care) if p.id != entry.speaker)
    assert may_quote(desk, home_care, 2)
    capture.change(desk, entry.id, speaker=other)
    assert not may_quote(desk, home_care, 2)


@pytest.mark.parametrize("day", ["2099-1-1", "2099-01-01T10:00:00", 20990101, "soon"])
def test_a_yes_whose_day_cannot_be_read_opens_nothing(desk, day):
    data = file()
    data["entries"][8]["uid"] = UID
    yes = {"id": "01a2156d-83b7-7853-b3a5-8565ad5fc518", "of": "entry", "uid": UID, "purpose": "quote",
           "circle": "anyone", "value": "yes", "basis": "asked", "on": day}  # fmt: skip
    session = merge.import_file(desk, json.dumps(data | {"permissions": [yes]}).encode()).session
    assert not may_quote(desk, session, 9)


@pytest.mark.parametrize("publish", [Publish.NO, Publish.EDIT])
def test_what_was_decided_about_printing_outlives_being_a_note(desk, home_care, publish):
    entry = line(desk, home_care, 2)
    capture.change(desk, entry.id, publish=publish, public_text="Other words")
    capture.change(desk, entry.id, kind=EntryKind.NOTE)
    capture.change(desk, entry.id, kind=EntryKind.CONTRIBUTION)
    assert line(desk, home_care, 2).publish is publish


def test_an_older_file_prints_nothing_a_newer_one_left_out(desk):
    data = file()
    newer = json.loads(json.dumps(data))
    newer["entries"][1]["publish"] = "no"
    for one in (data, newer, data):
        session = merge.import_file(desk, json.dumps(one).encode()).session
    assert line(desk, session, 2).publish is Publish.NO
    assert versions.waiting(desk)


def test_no_id_keeps_a_no_out(laptops):
    a, b, _, session = laptops
    capture.change(a, line(a, session, 2).id, quote_ok=False)
    honest = written(a, session)
    poisoned = json.loads(honest)
    for row in poisoned["permissions"]:
        if row["value"] == "no" and row["purpose"] == "quote":
            row |= {"value": "yes", "purpose": "photo"}
    poisoned["entries"][1]["quote_ok"] = True
    merge.import_file(b, json.dumps(poisoned).encode())
    merge.import_file(b, honest)
    assert not may_quote(b, session, 2)


def test_a_file_made_before_a_strike_puts_no_older_words_into_the_history(laptops):
    a, b, _, session = laptops
    ref = capture.add(a, session, NewLine(text="Quicksilver wheelbarrow in the garden")).added[0].id
    capture.change(a, ref, text="Something quite different was meant")
    before = written(a, session)
    carry(a, b, session)
    capture.strike(b, ref)
    merge.import_file(b, before)
    assert "Quicksilver" not in stored(b)


def test_earlier_wordings_of_a_struck_line_stay_away_too(desk, home_care):
    entry = line(desk, home_care, 3)
    capture.change(desk, entry.id, text="It was put into other words before it was struck")
    point = sessions.record(desk, home_care).points[0]
    answers_verbs.change_point(desk, point.id, you_said=entry.text, from_entries=(*point.from_entries, entry.id))
    answers_verbs.change_point(desk, point.id, you_said="Come at the time you say")
    capture.strike(desk, entry.id)
    assert "get myself up" not in stored(desk)
    merge.import_file(desk, HOME_CARE.read_bytes())
    assert entry.text not in texts(desk, home_care)
    assert "get myself up" not in stored(desk)


def test_a_merged_strike_waits_for_a_hold(laptops):
    a, b, _, session = laptops
    entry = line(a, session, 2)
    carry(a, b, session)
    holds.place(b, Scope.WORKSPACE, None, "A complaint", "Complaints")
    capture.strike(a, entry.id)
    carry(a, b, session)
    assert entry.text not in texts(b, session)
    assert json.dumps(entry.text, ensure_ascii=False)[1:-1] in stored(b)


def test_a_line_struck_elsewhere_takes_no_other_line_of_its_number_with_it(laptops):
    a, b, _, session = laptops
    capture.add(a, session, NewLine(text="Struck at once, and nobody else ever saw it"))
    capture.strike(a, line(a, session, 24).id)
    carry(a, b, session)
    data = file()
    data["entries"].append({**data["entries"][3], "n": 24, "text": "The hall was warm and the tea was good"})
    merge.import_file(b, json.dumps(data).encode())
    assert "The hall was warm and the tea was good" in texts(b, session)


def test_a_copy_of_a_session_with_its_uids_is_a_session_of_its_own(desk, home_care):
    copy = json.loads(written(desk, home_care)) | {"id": "next-month"}
    copy.pop("uid")
    done = merge.import_file(desk, json.dumps(copy).encode())
    assert done.session != home_care
    assert len(texts(desk, done.session)) == len(texts(desk, home_care)) == 23


def test_two_lines_of_one_number_come_back_once_each_from_a_file_without_uids(laptops):
    a, b, _, session = laptops
    capture.add(a, session, NewLine(text="The lift was broken again on Tuesday"))
    capture.add(b, session, NewLine(text="Nobody told us the café had moved"))
    carry(a, b, session)
    bare = without_uids(json.loads(written(b, session)))
    merge.import_file(b, json.dumps(bare).encode())
    assert len(texts(b, session)) == 25
