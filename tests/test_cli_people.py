"""`coprod-desktop people FILE`: what is in a list of people, printed; no workspace is asked for and nothing is stored."""

import json

import pytest

from coprod_desktop.cli import main
from tests.services.bring_in.people_list import made_lists as made


def people(capsys, tmp_path, data, *more, name="list.csv"):
    path = tmp_path / name
    path.write_bytes(data)
    code = main(["people", str(path), *more])
    said = capsys.readouterr()
    assert [p.name for p in tmp_path.iterdir()] == [name]
    return code, said.out, said.err


def test_json_is_a_list_of_people_as_they_would_come_in(capsys, tmp_path):
    data = b"Name,Mobile,Coming,NO photos,Needs\nOwain Pask,7700900721.0,Yes,Y,loop\nTotal,1,,,\n"
    code, out, err = people(capsys, tmp_path, data, "--json")
    (owain,) = json.loads(out)
    doubt = "The list has the number as “7700900721.0”. A spreadsheet may have taken its beginning: look at it."
    assert code == 0
    assert owain == {
        "name": "Owain Pask", "ticked": True, "contact": "07700900721", "role": "", "coming": "coming", "needs": ["loop"],
        "consents": {"photo": "no"}, "doubts": [doubt],
    }  # fmt: skip
    assert err == "Row 3 cannot come in: “Total 1” is nobody.\n"


def test_without_json_it_is_a_table_that_a_person_reads(capsys, tmp_path):
    _code, out, _err = people(capsys, tmp_path, made.TITLED)
    assert out.splitlines()[0] == "This is a list in plain text: 4 people."
    assert "  Support → Needs" in out
    assert "    6 ✓ Owain Pask                   carer            coming · cover for mum; large print · owain@example.org; 07700 900721" in out  # fmt: skip


def test_another_sheet_can_be_asked_for(capsys, tmp_path):
    _code, out, err = people(capsys, tmp_path, made.COUNCIL, "--sheet", "Archive 2025", name="list.xlsx")
    assert "Long Gone" in out
    assert "There are 4 sheets or tables in this file. “Archive 2025” was read." in err


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4 x", b"Item,Cost\nTea,4\n"])
def test_what_is_no_list_is_refused_in_a_sentence(capsys, tmp_path, data):
    code, out, err = people(capsys, tmp_path, data)
    assert (code, out) == (1, "")
    assert "Nothing of this file was stored." in err


def test_names_on_one_line_are_rows_of_their_own(capsys, tmp_path):
    data = b"Present: Owain Pask, Hana Yusuf and Kofi Mensah\nApologies: Elin Pugh\n"
    _code, out, _err = people(capsys, tmp_path, data, "--json", name="who.txt")
    assert [(row["name"], row["coming"]) for row in json.loads(out)] == [
        ("Owain Pask", "coming"), ("Hana Yusuf", "coming"), ("Kofi Mensah", "coming"), ("Elin Pugh", "apologies"),
    ]  # fmt: skip
