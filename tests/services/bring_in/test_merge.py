import json

import pytest

from coprod_desktop.domain.changes import Changes
from coprod_desktop.errors import UserError
from coprod_desktop.services import answers, capture, people, sessions, versions, workspace
from coprod_desktop.services.bring_in import merge, session_file
from coprod_desktop.services.capture import NewLine
from tests.desks import EVALUATION, HOME_CARE, STEERING
from tests.uids import without_uids


def changed(**edits):
    data = json.loads(HOME_CARE.read_bytes())
    for where, value in edits.items():
        noun, index, key = where.split("__")
        data[noun][int(index)][key] = value
    return json.dumps(data).encode()


def entry(desk, session, n):
    return next(e for e in sessions.record(desk, session).entries if e.n == n)


@pytest.mark.parametrize("sample", [HOME_CARE, STEERING, EVALUATION], ids=lambda p: p.stem)
def test_a_sample_comes_out_of_the_workspace_as_it_went_in(desk, sample):
    done = merge.import_file(desk, sample.read_bytes())

    out = json.loads(session_file.write(sessions.record(desk, done.session)))
    assert without_uids(out) == json.loads(sample.read_bytes())


def test_the_same_file_again_changes_nothing(desk, home_care):
    again = merge.import_file(desk, HOME_CARE.read_bytes())

    assert (again.new, again.taken, again.differ) == (False, 0, ())


def test_a_row_untouched_here_takes_the_files(desk, home_care):
    merge.import_file(
        desk,
        changed(
            entries__1__text="I never know who is coming. Four different carers in one week.",
            people__2__role="carer and member",
            promises__0__due="2026-12-01",
        ),
    )
    record = sessions.record(desk, home_care)

    assert record.entries[1].text == "I never know who is coming. Four different carers in one week."
    assert record.people[2].role == "carer and member"
    assert str(record.points[0].due) == "2026-12-01"


def test_a_row_only_changed_here_stays_ours(desk, home_care):
    capture.change(desk, entry(desk, home_care, 2).id, text="ours")
    done = merge.import_file(desk, HOME_CARE.read_bytes())

    assert entry(desk, home_care, 2).text == "ours"
    assert done.differ == ()


def test_changed_on_both_sides_keeps_ours_and_lets_theirs_wait_for_a_choice(desk, home_care):
    before = json.loads(session_file.write(sessions.record(desk, home_care)))
    capture.change(desk, entry(desk, home_care, 2).id, text="ours")
    before["entries"][1]["text"] = "theirs"
    done = merge.import_file(desk, json.dumps(before).encode())
    (other,) = versions.waiting(desk)

    assert entry(desk, home_care, 2).text == "ours"
    assert done.differ == ("entries[1]",)
    assert (other.ours, other.theirs) == ("ours", "theirs")


def test_missing_from_the_file_is_kept_and_deleted_here_stays_deleted(desk, home_care):
    capture.remove(desk, entry(desk, home_care, 3).id)
    person = sessions.record(desk, home_care).people[4]
    people.remove(desk, home_care, person.id)
    data = json.loads(HOME_CARE.read_bytes())
    data["entries"] = [e for e in data["entries"] if e["n"] != 4]
    data["promises"][2]["from_entries"] = []
    merge.import_file(desk, json.dumps(data).encode())
    record = sessions.record(desk, home_care)

    assert 4 in {e.n for e in record.entries}
    assert 3 not in {e.n for e in record.entries}
    assert person.name not in {p.name for p in record.people}


def test_a_struck_line_does_not_come_back_with_the_file(desk, home_care):
    capture.strike(desk, entry(desk, home_care, 5).id)
    done = merge.import_file(desk, HOME_CARE.read_bytes())

    assert 5 not in {e.n for e in sessions.record(desk, done.session).entries}


def test_an_import_is_one_undo_and_can_be_done_again(desk, home_care):
    before = sessions.record(desk, home_care)
    file = changed(entries__1__at="10:45", people__0__role="New role")
    merge.import_file(desk, file)
    workspace.undo(desk)
    assert sessions.record(desk, home_care) == before
    merge.import_file(desk, file)

    assert sessions.record(desk, home_care).people[0].role == "New role"


def test_a_wrong_file_stores_nothing_at_all(desk):
    data = json.loads(HOME_CARE.read_bytes())
    data["promises"][-1]["from_entries"] = [999]
    with pytest.raises(UserError, match=r"promises\[6\]\.from_entries\[0\]"):
        merge.import_file(desk, json.dumps(data).encode())

    assert sessions.every(desk) == []
    assert people.every(desk) == []


def test_people_of_two_sessions_are_never_taken_for_one(desk, home_care):
    data = json.loads(HOME_CARE.read_bytes()) | {"id": "another"}
    merge.import_file(desk, json.dumps(data).encode())

    assert [p.name for p in people.every(desk)].count("Gareth D'Arcy") == 2


def test_a_session_made_here_loses_nothing_by_going_out_and_in(desk, tmp_path):
    session, _ = sessions.new(desk, title="Made here", place="Hall", headcount={"carers": 3}, lead_name="Ann")
    person, _ = people.add(desk, session, "Mo", "carer", contact="text only")
    ref = capture.add(desk, session, NewLine(text="Words", speaker=person, theme="Rota", quote_ok=True)).added[0]
    capture.add(desk, session, NewLine(text="By role", speaker_role="carer"))
    answers.add_point(desk, session, "A point", [ref.id], asked_who="the rota team", asked_on=desk.today())
    out = session_file.write(sessions.record(desk, session))
    there = tmp_path / "there"
    workspace.create(there, None)
    other = workspace.unlock(there, None)
    done = merge.import_file(other, out)

    assert json.loads(session_file.write(sessions.record(other, done.session))) == json.loads(out)
    assert sessions.record(other, done.session).entries[1].speaker_role == "carer"
    assert isinstance(done.changes, Changes)
    workspace.close(other)


def test_a_session_exported_and_brought_back_where_it_was_made_is_the_same(desk):
    session, _ = sessions.new(desk, title="Made here")
    capture.add(desk, session, NewLine(text="Words"))
    done = merge.import_file(desk, session_file.write(sessions.record(desk, session)))

    assert (done.new, done.session, done.differ) == (False, session, ())
    assert len(capture.lines(desk, session)) == 1


def test_somebody_else_in_the_same_place_of_a_file_without_ids_has_needs_of_their_own(desk):
    def brought(name):
        needs = [{"need": "hearing loop"}, {"need": "large print"}]
        data = {
            "format": "coprod-session/1", "id": "s", "title": "T", "session": {"type": "forum", "date": "2026-09-17"},
            "people": [{"id": "p1", "name": name, "role": "carer", "needs": needs}],
            "promises": [{"id": "1", "you_said": f"{name} said so", "updates": [{"on": "2026-10-01", "state": "late"}]}],
        }  # fmt: skip
        return merge.import_file(desk, json.dumps(data).encode()).session

    brought("Winifred Tattersall")
    session = brought("Mo Adeyemi")
    brought("Mo Adeyemi")

    found = {p.name: [need.need for need in p.needs] for p in sessions.record(desk, session).people}
    assert found == {name: ["hearing loop", "large print"] for name in ("Winifred Tattersall", "Mo Adeyemi")}
