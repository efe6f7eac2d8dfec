"""Who is heard from, and of what: an apology is never a yes, what nobody wrote down is no refusal, and lines are not people."""

import io

import openpyxl

from coprod_desktop.cli.people import as_json
from coprod_desktop.services.bring_in.people_rows import read_list
from coprod_desktop.services.program import content

NEEDS = content.load().needs


def read(*lines, name="list.csv", data=None):
    data = "\n".join(lines).encode() if data is None else data
    return {row["name"]: row for row in map(as_json, read_list(data, NEEDS, name=name).rows) if row.pop("ticked")}


def test_a_not_before_a_yes_is_an_apology_and_never_a_yes():
    answers = {
        "Not able to come; wife poorly": "apologies", "not really able to attend": "apologies", "Isn't going to be there": "apologies",
        "Able to come": "coming", "Not yet accepted": None, "not confirmed": None, "See you there": "coming",
    }  # fmt: skip
    found = read("Name,Reply,Telephone", *(f"{chr(65 + n)}nn Lee,{said}," for n, said in enumerate(answers)))
    for (said, answer), row in zip(answers.items(), found.values(), strict=True):
        assert row["coming"] == answer or (answer is None and row["coming"] != "coming"), (said, row)


def test_what_was_not_written_down_is_no_refusal_and_no_need():
    found = read(
        "Name,Access needs", "Yaw Ray,No needs recorded", "Al Poe,No dietary requirements recorded",
        "Bo Lee,not to be recorded please", "Di Kay,no photos or recording",
    )  # fmt: skip
    refused = {name: set(row["consents"]) for name, row in found.items()}
    assert refused["Yaw Ray"] == refused["Al Poe"] == set()
    assert refused["Bo Lee"] == {"recording"}
    assert refused["Di Kay"]
    assert found["Yaw Ray"]["needs"] == []


def test_whom_a_form_is_for_comes_and_not_who_books():
    found = read(
        "Email,Name,Full name of the person you are booking for,Their phone number,Line manager",
        "kez@example.org,Kezia Bram,Ada Fother,01632 960151,Pru Hart", "kez@example.org,Kezia Bram,Bog Ion,,Pru Hart",
    )  # fmt: skip
    assert {name: row["contact"] for name, row in found.items()} == {"Ada Fother": "01632 960151", "Bog Ion": ""}


def test_a_part_is_headed_in_words_of_its_own_and_lines_that_count_are_nobody():
    book = openpyxl.Workbook()
    for row in (
        ["Full name", "Tel / email", "Signed"], ["People who use care", None, None], ["Gloria Stan", "01632 960191", "✔"],
        ["Officers", None, None], ["Anj Desh", None, "✔"], [None] * 3, ["Signed in: 6"], ["Expenses to pay: £16.60"],
    ):  # fmt: skip
        book.active.append(row)
    kept = io.BytesIO()
    book.save(kept)
    found = read(data=kept.getvalue(), name="list.xlsx")
    assert {name: row["role"] for name, row in found.items()} == {
        "Gloria Stan": "People who use care",
        "Anj Desh": "staff",
    }


def test_why_somebody_is_invited_is_what_they_are():
    found = read(
        "Surname,Forename,Why invited,RSVP", "Whit,Iris,Lives in extra care,Coming", "Ses,Al,Carer,Coming",
        "Petro,Ana,Carer,No reply", "Bed,Clive,Lives in extra care,Coming", "Mur,Kiran,Councillor,No reply",
    )  # fmt: skip
    assert [row["role"] for row in found.values()][:2] == ["Lives in extra care", "Carer"]


def test_names_with_what_they_use_and_when_they_leave():
    found = read(
        "Comfort Agye, carer, 07700 900231", "Lotte Meer - coming, wheelchair user", "Al Poe - yes, morning only",
        "Bo Marsh - coming but will leave at 12", "Di Kay - yes, needs to leave by 3", name="names.txt",
    )  # fmt: skip
    assert (found["Comfort Agye"]["role"], found["Comfort Agye"]["contact"]) == ("carer", "07700 900231")
    assert (found["Lotte Meer"]["role"], found["Lotte Meer"]["needs"]) == ("", ["wheelchair user"])
    assert found["Al Poe"]["needs"] == found["Bo Marsh"]["needs"] == []
    assert found["Di Kay"]["needs"]


def test_present_and_apologies_on_one_line_of_minutes():
    found = read(
        "Minutes, 12 March", "Present: T Odu (chair), W ap Rhyd. Apologies: S Rao", "", "3. Rotas", name="m.txt"
    )
    assert {name: row["coming"] for name, row in found.items()} == {
        "T Odu": "coming",
        "W ap Rhyd": "coming",
        "S Rao": "apologies",
    }


def test_a_yes_that_is_taken_back_in_the_same_words_is_no_yes():
    answers = {
        "Booked - cancelled 3/11": "apologies", "Confirmed but now unwell": "apologies", "Yes; can't come after all": "apologies",
        "Registered. Withdrew 2 Nov": "apologies", "Was coming": None, "Yes / No": None, "Ok not to come": None,
        "Declined, then accepted": None, "Yes, dog poorly but will come": None,
        "Coming - apologies for the late reply": "coming", "Yes but husband can't make it": "coming", "I'll be there": "coming",
        "I'll come": "coming", "Can't wait!": "coming", "Coming - can't do stairs": "coming", "Ill in bed": "apologies",
    }  # fmt: skip
    found = read("Name,Reply", *(f'{chr(65 + n)}nn Lee,"{said}"' for n, said in enumerate(answers)))
    assert {said: row["coming"] for said, row in zip(answers, found.values(), strict=True)} == answers


def test_a_day_and_where_a_bank_keeps_money_reach_nobody_in_whatever_column():
    rows = ("01-02-1950", "00-00-00 01234567", "11-22-33 12345678", "01 02 1950")
    for heading in ("Notes", "Contact", "Bank details", "Payment details"):
        found = read(f"Name,{heading}", *(f"{chr(65 + n)}nn Lee,{told}" for n, told in enumerate(rows[:3])))
        assert {row["contact"] for row in found.values()} == {""}, heading
    assert read("Name,Notes", f"Ann Lee,{rows[3]}")["Ann Lee"]["contact"] == ""
    assert read("Name,Contact", "Ann Lee,01632 960 377")["Ann Lee"]["contact"] == "01632 960 377"


def test_what_is_still_to_be_told_is_no_need_and_is_asked():
    found = read(
        "Name,Needs,Diet", "Ann Lee,TBC,to follow", "Bo Ray,will let you know,", "Cy Day,Possibly a wheelchair,"
    )
    assert [row["needs"] for row in found.values()] == [[], [], ["Possibly a wheelchair"]]
    assert all("Ask" in " ".join(found[name]["doubts"]) for name in ("Ann Lee", "Bo Ray"))


def test_what_a_relative_a_booker_or_staff_says_in_a_column_of_their_own_is_not_theirs():
    carer = read("Name,Needs,Carer,Carer's needs,Coming", "Ann Lee,soft food,Ron Lee,large print,Yes")["Ann Lee"]
    assert carer["needs"] == ["soft food"]
    of_carers = read("Carer name,Carer phone,Carer needs", "Ron Lee,07700 900123,hearing loop")["Ron Lee"]
    assert of_carers["needs"] == ["hearing loop"]
    assert read("Client,Staff to attend?", "Ann Lee,Yes", "Bo Ray,Yes")["Ann Lee"]["role"] == ""
    booked = read(
        "Order first name,Order last name,Order email,Attendee first name,Attendee last name,Attending",
        "Ann,Lee,a@example.org,Bo,Ray,Yes", "Ann,Lee,a@example.org,Ann,Lee,No",
    )  # fmt: skip
    assert {name: row["contact"] for name, row in booked.items()} == {"Bo Ray": "", "Ann Lee": "a@example.org"}
    form = read(
        "Completed by,Name of attendee,Support needs of attendee,Your support needs",
        "Jo Dean,Bo Ray,hearing loop,large print", "Self,Cy Day,,large print",
    )  # fmt: skip
    assert {name: row["needs"] for name, row in form.items()} == {"Bo Ray": ["hearing loop"], "Cy Day": ["large print"]}


def test_brackets_stay_whole_and_a_note_of_a_relative_is_no_role():
    found = read(
        "Name,Phone,Notes", 'Ann Lee,"07700 900601 (son, Keith)",Wife needs wheelchair', "Bo Ray,,Ring daughter first"
    )
    assert [(row["contact"], row["role"], row["needs"]) for row in found.values()] == [
        ("", "", []),
        ("Ring daughter first", "", []),
    ]


def test_a_title_nobody_knows_ends_the_apologies_and_those_below_it_are_not_away():
    for above, unknown in (
        ("Apologies", "\nSpeakers on the day"), ("Can't make it", "\nOur hosts\n"), ("Not coming:", "People coming by bus"),
        ("Apologies", "Bringing the food:"), ("Apologies", "Lift with Ann"), ("Sorry, can't come", "Any Other Helpers:"),
    ):  # fmt: skip
        found = read(above, "Ann Lee", "Bo Marsh", *unknown.split("\n"), "Cy Day", "Di Kay", name="names.txt")
        assert {name: row["coming"] for name, row in found.items()} == {
            "Ann Lee": "apologies", "Bo Marsh": "apologies", "Cy Day": None, "Di Kay": None,
        }, unknown  # fmt: skip
        assert all("Ask whether they come." in found[name]["doubts"][0] for name in ("Cy Day", "Di Kay")), unknown
    found = read("Apologies: Ann Lee, Bo Marsh", "Speakers on the day: Cy Day, Di Kay", name="names.txt")
    assert [row["coming"] for row in found.values()] == ["apologies", "apologies", None, None]
    found = read(
        "Name,Phone", "Apologies,", "Ann Lee,01632 960151", "Lifts to the hall,", "Cy Day,", "Coming,", "Di Kay,"
    )
    assert [row["coming"] for row in found.values()] == ["apologies", None, "coming"]


def test_where_a_line_may_be_a_title_or_a_name_all_below_it_are_asked():
    for unclear in (
        "Drivers",
        "Tea Makers",
        "DRIVERS",
        "Drivers (2)",
        "\nKitchen",
        "drivers",
        "speakers on the day",
        "",
    ):
        found = read("Apologies", "Ann Lee", "Bo Marsh", *unclear.split("\n"), "Cy Day", "Di Kay", name="names.txt")
        assert [(name, row["coming"]) for name, row in found.items()] == [
            ("Ann Lee", "apologies"), ("Bo Marsh", "apologies"), ("Cy Day", None), ("Di Kay", None),
        ], unclear  # fmt: skip
        assert all("Ask whether they come." in found[name]["doubts"][0] for name in ("Cy Day", "Di Kay")), unclear


def test_a_name_that_is_an_everyday_word_and_a_note_beside_one_end_nothing():
    names = (
        "Ann Lee",
        "Mark Rivers",
        "Grace Hope",
        "Mags from the choir",
        "Big Tony from the club",
        "Bob can't",
        "Hope",
    )
    found = read("Apologies", *names, "Dov and Ruth Stein", "The Pattersons", "Bo Marsh", name="names.txt")
    assert len(found) == len(names) + 4
    assert {row["coming"] for row in found.values()} == {"apologies"}


def test_notes_opened_as_a_list_tick_nobody_and_say_why_once():
    lines = (
        "I think the lifts are broken again", "the buses never run on a Sunday here", "who is to write the letter to them", "nobody told me of it at all",
    )  # fmt: skip
    for sign in (": ", " - ", ", "):
        data = "\n".join(
            f"{who}{sign}{told}" for who, told in zip(("Ann Lee", "Bo Marsh", "Cy Day", "Di Kay"), lines, strict=True)
        )
        found = read_list(data.encode(), NEEDS, name="notes.txt")
        assert len(found.rows) == 4
        assert not any(row.ticked for row in found.rows)
        assert all(row.doubts for row in found.rows)
        assert sum("bring it in on Listen" in doubt for doubt in found.doubts) == 1
    again = read(
        "Ann: food is cold",
        "Bo: cold food again today",
        "Ann: needs a better oven",
        "Bo: ask the cook",
        name="notes.txt",
    )
    assert (
        again
        == read(
            "Time,Who,What was said",
            *(f"10:1{n},{who},the bus {n} is late" for n, who in enumerate(["Ann Lee", "Bo Marsh"] * 2)),
        )
        == {}
    )
    assert (
        len(read("Name,Comments,Phone", *(f"{who} Lee,{lines[0]},01632 96015{n}" for n, who in enumerate("ABC")))) == 3
    )
    listed = read(
        "Ann Lee - coming but needs a lift from the station and back", "Bo Marsh - away that week, sorry to miss it all",
        "Cy Day - his daughter will bring him in her car", "Di Kay - large print please, and a chair with arms", name="names.txt",
    )  # fmt: skip
    assert len(listed) == 4
