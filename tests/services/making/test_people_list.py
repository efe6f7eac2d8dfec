"""The people of a session out again: private, nothing a formula, and read again as the same people."""

import openpyxl
import pytest

from coprod_desktop.cli import main
from coprod_desktop.domain.permission import Purpose
from coprod_desktop.domain.words import Attending
from coprod_desktop.errors import UserError
from coprod_desktop.services import people, permissions, sessions, workspace
from coprod_desktop.services.bring_in.people_rows import read_list
from coprod_desktop.services.making import people_list


@pytest.fixture
def session(desk):
    made = sessions.new(desk, title="Steering group")[0]
    owain, _ = people.add(
        desk, made, "Owain Pask", "carer", contact="07700 900721", attendance=Attending.APOLOGIES,
        safe_contact={"ring": False},
    )  # fmt: skip
    people.add_need(desk, made, owain, "large print 24 point")
    people.add(desk, made, "=cmd|' /C calc'!A0", "@SUM(1)", contact="+44 7700 900722")
    zoe, _ = people.add(desk, made, "Zoë Łuk", "", contact="zoe@example.org")
    people.agree(desk, made, owain, "photo", "no")
    people.agree(desk, made, zoe, "photo", "2026-01-02")
    people.agree(desk, made, zoe, "contact", "no")
    return made


def test_it_goes_into_the_private_folder_and_says_so_in_name_and_first_row(desk, session, tmp_path):
    made = people_list.make(desk, session, tmp_path)
    assert [path.parent for path in made.paths] == [tmp_path / "private"] * 2
    assert all("private-people" in path.name for path in made.paths)
    data = made.paths[0].read_bytes()
    assert data.startswith(b"\xef\xbb\xbf" + b'"Private. It names people')


def test_no_cell_is_a_formula_in_either_format(desk, session, tmp_path):
    csv_file, xlsx = people_list.make(desk, session, tmp_path).paths
    assert "\r\n'=cmd|' /C calc'!A0,'@SUM(1)," in csv_file.read_bytes().decode("utf-8-sig")
    page = openpyxl.load_workbook(xlsx).active
    assert "f" not in {cell.data_type for row in page.iter_rows() for cell in row}
    assert page["A4"].value == "=cmd|' /C calc'!A0"
    assert page.title == "Private people"


@pytest.mark.parametrize("which", [0, 1])
def test_read_again_it_is_the_same_people_and_gives_no_yes(desk, session, tmp_path, which):
    path = people_list.make(desk, session, tmp_path).paths[which]
    found = {row.name: row for row in read_list(path.read_bytes(), desk.content.needs).rows}
    owain, zoe = found["Owain Pask"], found["Zoë Łuk"]
    assert (owain.role, owain.attendance, owain.contact) == ("carer", Attending.APOLOGIES, "07700 900721")
    assert [need for need, _ in owain.needs] == ["large print 24 point"]
    assert (owain.refused, zoe.refused) == (("photo",), ())
    assert zoe.contact is None, "who does not want to be contacted is not reached by a list"


def test_who_took_everything_back_is_not_reached_by_it(desk, session, tmp_path):
    owain = next(person for person in people.on_list(desk, session) if person.name == "Owain Pask")
    with desk.store.write("x") as tx:
        for purpose in Purpose:
            if purpose is not Purpose.NAME:
                permissions.write(tx, "person", owain.id, purpose, permissions.REFUSED, session=session)
    path = people_list.make(desk, session, tmp_path, ["csv"]).paths[0]
    assert "900721" not in path.read_text("utf-8-sig")


def test_without_people_there_is_no_list(desk, tmp_path):
    with pytest.raises(UserError, match="Nobody is on"):
        people_list.make(desk, sessions.new(desk, title="Empty")[0], tmp_path)
    assert not list(tmp_path.rglob("*.csv"))


def test_the_command_makes_it(folder, tmp_path, capsys):
    desk = workspace.unlock(folder, None)
    made = sessions.new(desk, title="Steering group")[0]
    people.add(desk, made, "Owain Pask", "carer")
    workspace.close(desk)
    assert (
        main(["--workspace", str(folder), "people-list", made, "--format", "csv", "--out", str(tmp_path / "out")]) == 0
    )
    assert capsys.readouterr().out.strip().endswith(".csv")
