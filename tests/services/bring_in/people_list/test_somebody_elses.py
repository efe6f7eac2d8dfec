"""What stands on a list of somebody else never becomes theirs, and whoever says no or does not come is never lost."""

import pytest

from coprod_desktop.cli.people import as_json
from coprod_desktop.errors import UserError
from coprod_desktop.services.bring_in.people_rows import read_list
from coprod_desktop.services.program import content
from tests.services.bring_in.people_list import made_lists as made

NEEDS = content.load().needs


def read(*lines, name="list.csv"):
    data = "\n".join(lines).encode()
    return {row["name"]: row for row in map(as_json, read_list(data, NEEDS, name=name).rows) if row.pop("ticked")}


@pytest.mark.parametrize("heading", [
    "Carer Tel", "Carer's mobile", "Alt contact number", "Named contact tel", "Keyholder phone", "Landlord phone", "SW email",
    "Contact 2 (support worker)", "PA mobile", "Worker's phone", "Mum's number", "SEN contact", "Support worker phone",
    "Phone (someone we can ring if you are unwell)", "Daughter's email", "GP Tel", "Emergency contact name and number",
])  # fmt: skip
def test_a_number_of_somebody_else_is_never_theirs(heading):
    found = read(f"Name,Phone,{heading}", "Ann Lee,07700 900001,07700 900009", "Bo Lee,,07700 900009")
    assert {name: row["contact"] for name, row in found.items()} == {"Ann Lee": "07700 900001", "Bo Lee": ""}


@pytest.mark.parametrize(("headings", "whose"), [
    ("Name,Tel,Belongs to", ("Ann", "daughter Sue")), ("Name,Tel,Whose number", ("self", "warden")),
    ("Name,Tel,Relationship to person", ("own", "mother")), ("Attendee,Contact is,Contact number", ("Ann", "Sue")),
])  # fmt: skip
def test_a_column_that_says_whose_a_number_is_keeps_anothers_out(headings, whose):
    at = headings.split(",").index("Tel") if "Tel" in headings else 2
    rows = [[name, number, who] if at == 1 else [name, who, number]
            for name, number, who in zip(("Ann Lee", "Bo Lee"), ("07700 900001", "07700 900009"), whose, strict=True)]  # fmt: skip
    found = read(headings, *map(",".join, rows))
    assert {name: row["contact"] for name, row in found.items()} == {"Ann Lee": "07700 900001", "Bo Lee": ""}


def test_the_same_heading_behind_a_carer_is_the_carers_number_though_nobody_is_named():
    found = read("Name,Phone,Carer,Phone", "Ann Lee,07700 900001,Jo Lee,07700 900008", "Bo Lee,,,07700 900009")
    assert {name: row["contact"] for name, row in found.items()} == {"Ann Lee": "07700 900001", "Bo Lee": ""}


def test_on_a_list_of_carers_the_carers_number_is_theirs():
    found = read("Carer name,Carer tel,Cared for person", "Grace Obi,07700 900001,Jean Obi")
    assert {name: row["contact"] for name, row in found.items()} == {"Grace Obi": "07700 900001"}


def test_of_a_service_user_and_a_pa_the_service_user_comes():
    found = read("Service user,PA name,PA mobile,SU contact no.", "Leroy Grant,Kaz Ali,07700 900001,07700 900002")
    assert {name: row["contact"] for name, row in found.items()} == {"Leroy Grant": "07700 900002"}


@pytest.mark.parametrize("carer", ["Carer", "Family carer", "Parent", "Name of carer"])
def test_the_service_user_beside_a_carer_may_be_the_one_cared_for_and_never_comes(carer):
    try:
        found = read(f"{carer},Service user,Tel", "Grace Obi,Jean Obi,07700 900001", "Al Poe,Vi Poe,07700 900002")
    except UserError:
        return  # nobody comes before somebody has said whose names they are
    assert set(found) == {"Grace Obi", "Al Poe"}


def test_what_a_child_needs_is_no_need_of_the_parent():
    found = read(
        "Mum/Dad/Carer,Child's name,Child's needs,Parent mobile", "Kirsty Bain,Rory,ear defenders,07700 900001"
    )
    assert found["Kirsty Bain"]["needs"] == []
    assert found["Kirsty Bain"]["contact"] == "07700 900001"


def test_a_card_holds_numbers_of_others_under_labels_of_its_own():
    found = read(
        "BEGIN:VCARD", "FN:Niamh Corrigan", "item1.TEL:07700 900001", "item1.X-ABLabel:_$!<Mobile>!$_",
        "item2.TEL:07700 900009", "item2.X-ABLabel:Mum's phone", "END:VCARD",
        "BEGIN:VCARD", "FN:Sean Kane", "item2.TEL:07700 900002", "END:VCARD", name="list.vcf",
    )  # fmt: skip
    assert {name: row["contact"] for name, row in found.items()} == {
        "Niamh Corrigan": "07700 900001", "Sean Kane": "07700 900002",
    }  # fmt: skip


@pytest.mark.parametrize(("heading", "cell"), [
    ("Not attending", "x"), ("Apologies", "Y"), ("Cancelled?", "yes"), ("Unable to attend", "✓"), ("Attending 12/06", "Apols"),
    ("Registration Status", "Canceled"), ("Coming Tues?", "👎"), ("Invite status", "DECL"), ("Attending / apologies", "apologies"),
])  # fmt: skip
def test_whoever_does_not_come_is_known_not_to(heading, cell):
    assert read(f"Name,Role,{heading}", f"Ann Lee,carer,{cell}", "Bo Lee,carer,")["Ann Lee"]["coming"] == "apologies"


@pytest.mark.parametrize(("heading", "cell"), [("Not attending", "n"), ("Cancelled?", "No"), ("Apologies", "")])
def test_whoever_did_not_say_that_they_stay_away_has_said_nothing_yet(heading, cell):
    assert read(f"Name,Role,{heading}", f"Ann Lee,carer,{cell}", "Bo Lee,carer,x")["Ann Lee"]["coming"] is None


def test_ticks_for_coming_and_for_apologies_in_two_columns_are_both_read():
    found = read("Name,Attending,Apologies", "Ann Lee,x,", "Bo Lee,,x")
    assert {name: row["coming"] for name, row in found.items()} == {"Ann Lee": "coming", "Bo Lee": "apologies"}


@pytest.mark.parametrize(("heading", "cell", "no"), [
    ("Any reason we shouldn't photograph you?", "Yes - ex partner", {"photo": "no"}), ("Photo consent", "opted out", {"photo": "no"}),
    ("Agrees to quotes being used", "Prefers not", {"quote": "no"}), ("Ok to share pics of you?", "no thanks!", {"photo": "no"}),
    ("Media consent", "No", {"photo": "no"}), ("Consent: Named", "Withdrawn", {"name": "no"}), ("Consent: Photo", "N/K", {}),
    ("I'm fine with the whole of our morning together being audio recorded", "No", {"recording": "no"}),
    ("Happy with photos and filming", "No", {"photo": "no", "recording": "no"}), ("My comments may be used in the report we write", "No", {"quote": "no"}),
    ("We hope that a short film of the afternoon can be put on our website", "No", {"recording": "no"}), ("Comfortable with a photographer walking round the room now and then", "Yes", {}),
    ("Consent: Photo", "Not obtained", {}), ("Consent: Photo", "No record", {}), ("Opt out of photography?", "Yes", {"photo": "no"}),
])  # fmt: skip
def test_a_no_is_a_no_and_what_nobody_knows_is_none(heading, cell, no):
    assert read(f"Name,Role,{heading}", f"Ann Lee,carer,{cell}", "Bo Lee,carer,")["Ann Lee"]["consents"] == no


@pytest.mark.parametrize(("heading", "cell", "needs"), [
    ("Will you need captions or BSL?", "BSL please", ["BSL please"]), ("Will you need captions or BSL?", "Neither thanks", []),
    ("Accessible Information Needs", "Nil recorded", []), ("Access needs", "None identified", []), ("Access needs", "None of the above", []),
    ("Is there anything we can do to make the event more accessible for you?", "a quiet room", ["a quiet room"]),
    ("Needs interpreter", "Polish", ["Polish interpreter"]), ("Needs interpreter", "No", []),
])  # fmt: skip
def test_a_need_is_neither_lost_nor_made_up(heading, cell, needs):
    assert read(f"Name,Role,{heading}", f"Ann Lee,carer,{cell}", "Bo Lee,carer,")["Ann Lee"]["needs"] == needs


def test_a_pasted_tracking_list_of_a_meeting_names_the_people_and_not_how_they_were_asked():
    found = read(
        "Pask, Owain (Adults)\tRequired Attendee\tAccepted", "Room 2.14 Civic Centre\tResource (Room or Equipment)\tAccepted",
        "Hana Yusuf\tRequired Attendee\tTentative", "Elin Pugh\tOptional Attendee\tDeclined", name="list.txt",
    )  # fmt: skip
    assert {name: row["coming"] for name, row in found.items()} == {
        "Owain Pask": "coming", "Hana Yusuf": None, "Elin Pugh": "apologies",
    }  # fmt: skip


def test_a_numbered_list_with_replies_is_read_with_what_each_said():
    found = read(
        "Who's coming Thursday", "", "1. Bernice Holloway - yes, needs the loop", "2. Arun Desai - can't, clash",
        "3. Lou – not heard back", "4. Gary Pike's mum is NOT coming", name="list.txt",
    )  # fmt: skip
    assert {name: row["coming"] for name, row in found.items()} == {
        "Bernice Holloway": "coming", "Arun Desai": "apologies", "Lou": None,
    }  # fmt: skip
    assert found["Bernice Holloway"]["needs"] == ["needs the loop"]


def test_who_has_only_said_what_to_call_them_comes_in_by_that_name():
    found = read("ID,Name,What should we call you?,Phone", "1,,Big Mo,07700 900001", "2,,Sian Vaughan,")
    assert set(found) == {"Big Mo", "Sian Vaughan"}


def test_badges_and_rooms_are_nobody():
    assert set(read("Name,Time in", "VISITOR BADGE 4,9.50", "Room 3,10.00", "Ann Lee,9.55")) == {"Ann Lee"}


def test_how_many_were_invited_is_nobody():
    found = read(
        "Invitee,Invited on,Response,Notes",
        "Ann Lee,05/01/2026,Yes,",
        "Bo Lee,05/01/2026,Declined,",
        "Total invited,2,1 yes,",
    )
    assert [*found] == ["Ann Lee", "Bo Lee"]


def test_a_number_under_the_word_for_whoever_else_it_is_is_theirs():
    for whose in (
        "Kin's mobile",
        "Keyworker's mobile",
        "NOK’s number",
        "GP's phone",
        "Keyholder's number",
        "Referrer's email",
    ):
        told = "gp@example.org" if "email" in whose else "07700 900911"
        (row,) = read_list(f"Name,Status,{whose}\nVal Cox,Confirmed,{told}\n".encode(), NEEDS, name="list.csv").rows
        assert not row.contact, whose


def test_beside_a_column_that_names_an_advocate_what_is_the_advocates_is_not_theirs():
    lines = "Name,Tel,Advocate,Advocate's email,Advocate's needs,Resident's needs\nAnn Lee,01632 960371,Jo Poe,jo@example.org,parking,loop\n"
    (row,) = read_list(lines.encode(), NEEDS, name="list.csv").rows
    assert (row.contact, [words for words, _ in row.needs]) == ("01632 960371", ["loop"])


def test_a_column_without_a_heading_keeps_numbers_that_a_spreadsheet_spoilt():
    lines = "Name,,,Needs\nAnn Lee,7700900123,carer,loop\nBo Ray,01632 960123 (eve),carer,\n"
    assert [row.contact for row in read_list(lines.encode(), NEEDS, name="list.csv").rows] == [
        "07700900123",
        "01632 960123 (eve)",
    ]


def test_what_another_sheet_says_of_somebody_by_reference_or_name_is_theirs_and_of_nobody_else():
    people = [("Ref", "Surname", "First name", "Attending?", "Telephone"), ("K1", "Lunt", "Ceri", "Y", "01632 960711"),
              ("K2", "Marsh", "Bo", "N", ""), ("K3", "Crisp", "Ada", "Y", ""), ("K4", "Crisp", "Ada", "Y", "")]  # fmt: skip
    access = [("Ref", "Name", "Requirement", "Photo consent", "Booked?"), ("K1", "Ceri Lunt", "Hearing loop", "No", "Yes"),
              ("", "Bo Marsh", "Large print", "", ""), ("K4", "Ada Crisp", "Braille agenda", "", "Ordered"), ("", "Ada Crisp", "Quiet room", "", ""),
              ("K2", "Una Frost", "BSL interpreter", "", "")]  # fmt: skip
    cars = [("Passenger", "Pick-up", "Company", "Driver's number"), ("Ceri Lunt", "12:15", "Hill Cars", "01632 960799")]
    told = [("Supplier", "What", "Contact", "Tel"), ("Hill Cars", "Taxis", "Ada Crisp", "01632 960799")]
    found = read_list(
        made.workbook(Attendees=people, Access=access, Transport=cars, Suppliers=told), NEEDS, name="list.xlsx"
    )
    assert [(row.name, [need for need, _ in row.needs], row.refused, row.contact) for row in found.rows] == [
        ("Ceri Lunt", ["Hearing loop"], ("photo",), "01632 960711"), ("Bo Marsh", ["large print"], (), None),
        ("Ada Crisp", [], (), None), ("Ada Crisp", ["Braille agenda"], (), None),
    ]  # fmt: skip
    left = [doubt for doubt in found.doubts if "was not read" in doubt]
    assert [doubt.split("”")[0] for doubt in left] == ["“Ada Crisp", "“Una Frost"]
