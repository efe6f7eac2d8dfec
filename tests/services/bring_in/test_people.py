import pytest

from coprod_desktop.domain import formats
from coprod_desktop.domain.needs import By
from coprod_desktop.domain.permission import NO, Purpose
from coprod_desktop.domain.permission_fields import quote_answer
from coprod_desktop.domain.words import Attending, NameInPublic
from coprod_desktop.errors import UserError
from coprod_desktop.services import people, sessions, workspace
from coprod_desktop.services.bring_in import people as people_in
from coprod_desktop.services.bring_in.people import Chosen, look, read_list
from coprod_desktop.services.bring_in.people_alike import SAME_PERSON
from coprod_desktop.services.program import content
from coprod_desktop.store import permits
from tests.desks import SAMPLES

NEEDS = content.load().needs
MESSY = (SAMPLES / "attendees-messy.csv").read_bytes()


@pytest.fixture
def session(desk):
    return sessions.new(desk, title="Steering group")[0]


@pytest.fixture
def messy():
    return {row.number: row for row in read_list(MESSY, NEEDS).rows}


def one(*cells, header="Name,Access needs,Format,Coming,Mobile,Email,How to contact,Photo,Notes"):
    cells = [f'"{cell}"' for cell in cells]
    return read_list(f"{header}\n{','.join(cells)}\n".encode(), NEEDS).rows[0]


def listed(desk, session):
    return {p.name: p for p in people.on_list(desk, session)}


def ticked(found):
    return [Chosen(row) for row in found.rows if row.ticked and not row.like]


def test_the_sample_is_read_row_by_row_as_a_spreadsheet_counts(messy):
    found = read_list(MESSY, NEEDS)
    assert [row.number for row in found.rows] == [2, 3, 4, 5, 6, 8, 9, 11, 12, 13]
    assert found.refused == ((10, "The name is a formula, not a name."),)
    assert found.unused == ()


def test_a_surname_first_is_turned_round_and_a_preferred_name_stands_in_front(messy):
    assert messy[2].name == "Bríd O'Shaughnessy-Nwosu"
    assert messy[6].name == "Win (Winifred) Tattersall"
    assert messy[9].name == "Zażółć Gęślą-Jaźń"
    assert "The list has the name as “Winifred Tattersall”." in messy[6].doubts


@pytest.mark.parametrize(
    ("typed", "name"),
    [("Smith, Jo", "Jo Smith"), ("Jo Smith, MBE", "Jo Smith, MBE"), ("Smith, Jo, Dr", "Smith, Jo, Dr"), ("Jo,", "Jo")],
)
def test_only_one_comma_between_two_names_turns_them(typed, name):
    assert one(typed).name == name


def test_needs_go_to_their_group_and_stay_as_typed(messy):
    assert messy[3].needs == (
        ("extra time to speak", "communication support"),
        ("large print 20 point", "information format"),
    )
    assert messy[5].needs == (
        ("cover for mum while she's out, 2hrs", "other"),
        ("easy read", "information format"),
        ("TEXT only no calls", "contact method"),
        ("food: vegetarian", "other"),
    )
    assert ("BSL interpreter – 2 booked?", "communication professional") in messy[12].needs
    assert ("hearing loop", "communication support") in messy[6].needs
    assert ("letter", "contact method") in messy[6].needs
    assert messy[11].needs == ()


def test_what_is_doubtful_is_said(messy):
    assert messy[5].doubts == ("Whether they come is not sure: “Maybe”.",)
    assert "“jay.p@example” is no email address." in messy[8].doubts
    assert "Nobody is sure about this need: “BSL interpreter – 2 booked?”." in messy[12].doubts
    assert "This note has no place here and stays behind: “Welsh 1st”." in messy[12].doubts
    assert not messy[13].ticked
    assert messy[3].doubts == ("Row 4 has the same name and contact, and says something else.",)


def test_what_a_note_says_about_reaching_someone_is_kept_with_their_contact(messy):
    assert messy[3].contact == "01632 960 211; don't ring before 10am"
    assert messy[6].contact == "14 Larkspur Close, MR4 2QX"
    assert messy[11].contact == "priti.vaghela@example.org"


def test_coming_and_photos(messy):
    assert {n: messy[n].attendance for n in (2, 4, 5, 9)} == {
        2: Attending.COMING, 4: Attending.COMING, 5: Attending.INVITED, 9: Attending.APOLOGIES,
    }  # fmt: skip
    assert {n: messy[n].photo for n in (2, 3, 4, 6)} == {2: None, 3: False, 4: None, 6: False}
    asked = one("Jo", "", "", "", "", "", "", "ask on day")
    assert asked.photo is None
    assert asked.doubts == ("Photos: “ask on day” is neither yes nor no. They count as not asked.",)


def test_the_same_name_and_the_same_phone_are_seen_however_they_are_typed(messy):
    assert [(like.who, like.why) for like in messy[4].like] == [(3, SAME_PERSON)]
    found = read_list("Name,Mobile\nSiân Llŷr,+44 7700 900345\nS. Wyn,07700900345\nSian  LLYR,\nMo,\n".encode(), NEEDS)
    assert [[like.who for like in row.like] for row in found.rows] == [[], [2], [2], []]


@pytest.mark.parametrize(
    ("phone", "mended"),
    [
        ("7700900345", "07700900345"),
        ("7700900345.0", "07700900345"),
        ("1632960211", "01632960211"),
        ("447700900345", "+447700900345"),
        ("4.4077E+11", "4.4077E+11"),
        ("0770 90", "0770 90"),
    ],
)
def test_a_number_that_a_spreadsheet_spoilt_is_mended_where_it_can_be_and_doubtful(phone, mended):
    row = one("Jo", "", "", "", phone)
    assert phone in row.doubts[0]
    assert row.contact == mended


def test_a_formula_in_another_cell_is_left_out_and_said():
    row = one("Jo", "=1+1", "", "", "+44 (0)7700 900345")
    assert (row.needs, row.doubts) == ((), ("“=1+1” is a formula and was left out.",))
    assert row.contact == "+44 (0)7700 900345"


def test_lines_in_a_cell_are_needs_of_their_own():
    row = one("Jo", "hearing loop\nstep-free way in\nnone")
    assert row.needs == (("hearing loop", "communication support"), ("step-free way in", "other"))


@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_any_coding_and_mark_and_lines_above_the_first_row(coding, mark):
    text = "Steering group attendees\r\n\r\nFirst name|Surname|Dietary\r\nSiân|Éluard|\r\n|Smith|halal\r\n"
    if mark == ";":
        text = text.partition("\r\n\r\n")[2]
    found = read_list(text.replace("|", mark).encode(coding), NEEDS)
    assert [row.name for row in found.rows] == ["Siân Éluard", "Smith"]
    assert found.rows[1].needs == (("food: halal", "other"),)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04rest", "damaged"),
        (b"date,type,location\n1 May 2024,Forum,Hall\n", "no column for names"),
        (b"Name,Role\n", "no people below it"),
        (b"", "is empty"),
        (b"\x81\x8d\x00", "plain"),
    ],
)
def test_a_file_that_is_no_list_of_people_is_refused_in_a_sentence(data, said):
    with pytest.raises(UserError, match=said):
        read_list(data, NEEDS)


def test_columns_with_no_place_are_named():
    assert read_list(b"Name,Shoe size\nJo,7\n", NEEDS).unused == ("Shoe size",)


def test_people_come_in_as_they_read_and_are_reached(desk, session):
    people_in.bring_in(desk, session, ticked(look(desk, MESSY)))
    here = listed(desk, session)

    assert len(here) == 8
    assert formats.print_size(here["Gareth D'Arcy"], NEEDS) == 20
    assert formats.reads(here["Mo'nique Adeyemi"], NEEDS) == ("easy-read",)
    ways = {name: formats.reached_by(person, NEEDS) for name, person in here.items()}
    assert ways["Mo'nique Adeyemi"] == (By.TEXT, "+44 7700 900345")
    assert ways["Win (Winifred) Tattersall"] == (By.POST, "14 Larkspur Close, MR4 2QX")
    assert ways["Bríd O'Shaughnessy-Nwosu"] == (By.MAIL, "brid.osn@example.org")
    assert ways["Gareth D'Arcy"] == (By.PHONE, "01632 960 211")
    assert here["Zażółć Gęślą-Jaźń"].attendance is Attending.APOLOGIES


def test_a_yes_in_a_list_is_no_answer_and_a_no_is_one(desk, session):
    people_in.bring_in(desk, session, ticked(look(desk, MESSY)))
    here = listed(desk, session)

    assert not here["Priti Vaghela"].consents
    assert here["Gareth D'Arcy"].consents == {"photo": "no"}
    assert not here["Mo'nique Adeyemi"].consents
    assert {person.name_in_public for person in here.values()} == {NameInPublic.NONE}
    assert {quote_answer(person) for person in here.values()} == {None}


def test_one_undo_takes_the_whole_list_away(desk, session):
    people_in.bring_in(desk, session, ticked(look(desk, MESSY)))
    workspace.undo(desk)

    assert people.on_list(desk, session) == ()
    assert people.every(desk) == []


def test_two_rows_that_are_one_person_become_one_and_a_no_stays_a_no(desk, session, messy):
    twice = read_list(
        b"Name,Needs,Mobile,Photo,Coming\nJo Smith,large print 20,,N,\nJO SMITH,large print; loop,07700900345,Y,yes\n",
        NEEDS,
    ).rows
    people_in.bring_in(desk, session, [Chosen(twice[0]), Chosen(twice[1], same_as=2)])
    (jo,) = people.on_list(desk, session)

    assert jo.name == "Jo Smith"
    assert [need.need for need in jo.needs] == ["large print 20 point", "loop"]
    assert (jo.contact, jo.attendance, jo.consents) == ("07700900345", Attending.COMING, {"photo": "no"})


def test_the_same_name_is_another_person_when_that_was_the_answer(desk, session, messy):
    people_in.bring_in(desk, session, [Chosen(messy[3]), Chosen(messy[4])])

    assert len(people.on_list(desk, session)) == 2


def test_a_row_whose_likeness_was_left_out_comes_in_by_itself(desk, session, messy):
    people_in.bring_in(desk, session, [Chosen(messy[4], same_as=3)])

    assert [person.name for person in people.on_list(desk, session)] == ["gareth d'arcy"]


def test_somebody_known_from_another_session_is_offered_and_keeps_what_was_written_down(desk, session):
    before, _ = sessions.new(desk, title="Before")
    gareth, _ = people.add(desk, before, "Gareth D’Arcy", "co-chair", contact="01632 960211")
    people.agree(desk, before, gareth, "photo", "2026-01-02")
    people.change(desk, before, gareth, name_in_public=NameInPublic.FIRST)
    people.add_need(desk, before, gareth, "LARGE PRINT 20 point, cream paper", "information format")
    row = next(row for row in look(desk, MESSY).rows if row.number == 3)
    assert [(like.who, like.why) for like in row.like] == [(gareth, SAME_PERSON)]

    people_in.bring_in(desk, session, [Chosen(row, same_as=gareth)])
    (now,) = people.on_list(desk, session)
    assert (now.id, now.name, now.role) == (gareth, "Gareth D’Arcy", "Co-chair, lived experience")
    assert now.name_in_public is NameInPublic.FIRST
    assert now.consents == {"photo": "no"}
    assert now.contact == "01632 960211; don't ring before 10am"
    assert [need.need for need in now.needs] == ["LARGE PRINT 20 point, cream paper", "extra time to speak"]
    assert len(people.every(desk)) == 1


def test_somebody_who_is_gone_since_stores_nothing(desk, session, messy):
    with pytest.raises(UserError, match="Row 3"):
        people_in.bring_in(desk, session, [Chosen(messy[2]), Chosen(messy[3], same_as="gone")])

    assert people.on_list(desk, session) == ()


@pytest.mark.parametrize(
    ("needs", "food"),
    [("N", "None."), ("None at present", "No special diet"), ("Not applicable", "NONE"), ("N/A.", "N")],
)
def test_that_nothing_is_needed_is_no_need_in_any_column(needs, food):
    assert one("Jo", needs, "none", food, header="Name,Support needs,Format,Dietary").needs == ()


FIRST = b"""Name,Email,Coming,Support needed,Mobile
Ada Menon,ada@example.org,Yes,,07700 900301
Bert Oakes,bert@example.org,No,,
Cora Lunt,cora@example.org,Yes,large print 16pt,07700 900303
"""
SECOND = b"""Name,Email,Coming,Support needed,Mobile
Ada Menon,ada@example.org,No,,07700 900301
Bert Oakes,bert@example.org,Yes,BSL interpreter,
Cora Lunt,cora@example.org,Yes,large print 24pt,07700 900999
Bert Oakes,,Yes,,
"""


def second(desk, session):
    people_in.bring_in(desk, session, ticked(look(desk, FIRST)))
    return look(desk, SECOND, session=session).rows


def test_a_second_list_says_what_differs_of_everybody_it_matches_by_name_and_contact(desk, session):
    rows = second(desk, session)
    ids = {name: person.id for name, person in listed(desk, session).items()}

    assert [row.same for row in rows] == [ids["Ada Menon"], ids["Bert Oakes"], ids["Cora Lunt"], None]
    assert [row.differs for row in rows] == [
        (("coming", "coming", "apologies"),),
        (("coming", "apologies", "coming"),),
        (("contact", "07700 900303", "07700 900999"), ("need", "large print 16 point", "large print 24 point")),
        (),
    ]


def test_what_the_list_is_right_in_is_taken_and_the_rest_stays(desk, session):
    ada, bert, cora, _ = second(desk, session)
    people_in.bring_in(
        desk,
        session,
        [
            Chosen(ada, ada.same, ada.differs),
            Chosen(bert, bert.same),
            Chosen(cora, cora.same, cora.differs),
        ],
    )
    here = listed(desk, session)

    assert here["Ada Menon"].attendance is Attending.APOLOGIES
    assert here["Bert Oakes"].attendance is Attending.APOLOGIES
    assert [need.need for need in here["Bert Oakes"].needs] == ["BSL interpreter"]
    assert here["Cora Lunt"].contact == "cora@example.org; 07700 900999"
    assert [need.need for need in here["Cora Lunt"].needs] == ["large print 24 point"]
    assert len(here) == 3
    workspace.undo(desk)
    assert listed(desk, session)["Cora Lunt"].contact == "cora@example.org; 07700 900303"


def test_a_no_from_a_list_is_an_answer_that_papers_go_by(desk, session):
    people_in.bring_in(desk, session, [Chosen(one("Jo", "", "", "", "", "", "", "no"))])
    with desk.store.read() as connection:
        (row,) = permits.of(connection, people.on_list(desk, session)[0].id)

    assert (row.purpose, row.value) == (Purpose.PHOTO, NO)


def test_of_somebody_known_from_another_session_the_contact_and_needs_that_differ_are_shown(desk, session):
    people_in.bring_in(desk, session, ticked(look(desk, FIRST)))
    coming, _ = sessions.new(desk, title="Next time")
    ada, _bert, cora, _ = look(desk, SECOND, session=coming).rows

    assert ada.differs == ()
    assert [one.field for one in cora.differs] == ["contact", "need"]
    people_in.bring_in(desk, coming, [Chosen(ada, ada.same), Chosen(cora, cora.same, cora.differs)])
    here = listed(desk, coming)
    assert [need.need for need in here["Cora Lunt"].needs] == ["large print 24 point"]
    assert here["Ada Menon"].attendance is Attending.APOLOGIES
    assert len(people.every(desk)) == 3


def test_a_no_to_the_name_is_taken_of_somebody_who_is_here_already(desk, session):
    people_in.bring_in(desk, session, ticked(look(desk, FIRST)))
    ada = listed(desk, session)["Ada Menon"].id
    people.change(desk, session, ada, name_in_public=NameInPublic.FULL)
    data = b"Name,Email,Can we use your name in the report?\nAda Menon,ada@example.org,No\n"
    (row,) = look(desk, data, session=session).rows
    people_in.bring_in(desk, session, [Chosen(row, row.same)])

    assert listed(desk, session)["Ada Menon"].name_in_public is NameInPublic.NONE
