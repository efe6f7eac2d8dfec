"""What was scrawled, taken down by telephone, coloured, crossed out or mailed: whom it is about, and what they said no to."""

import io
from email.message import EmailMessage

import docx
import openpyxl
import pytest
from openpyxl.styles import Font, PatternFill

from coprod_desktop.cli.people import as_json
from coprod_desktop.errors import UserError
from coprod_desktop.services.bring_in.people_rows import read_list
from coprod_desktop.services.program import content

GREEN, RED = "FF92D050", "FFFF5050"


def _list(data):
    return read_list(data.encode() if isinstance(data, str) else data, content.load().needs)


def _read(data):
    return {row["name"]: row for row in map(as_json, _list(data).rows) if row.pop("ticked")}


def _come(data):
    return {name: row["coming"] for name, row in _read(data).items()}


def test_a_letter_behind_a_name_is_the_answer_and_what_follows_a_remark_and_a_cross_may_mean_anything():
    found = _read(
        "tea fri - who?\nbob ray y - wheelchair!!\nJEAN NUNN n, flu\npip (day ctr) Yes.. needs loop\nwal ?? 07700 900401\nkim x\nno photos of pip\n"
    )
    assert {name: row["coming"] for name, row in found.items()} == {
        "bob ray": "coming", "JEAN NUNN": "apologies", "pip": "coming", "wal": None, "kim": None,
    }  # fmt: skip
    assert "wheelchair" in found["bob ray"]["needs"][0]
    assert "07700 900401" in found["wal"]["contact"]
    assert [name for name, row in found.items() if row["consents"]] == ["pip"]


def test_of_messages_that_were_taken_down_each_is_about_whom_somebody_rings_for():
    told = _list(
        "Messages for Pat\n1. Jo Dale ringing for her mother Ivy Dale. He can't manage it, she is coming. Ring me on 07700 900401\n"
        "2. Mr Okoro, 01632 960402. Can't come, in hospital.\n3. Woman called Una Moss. She'll be there. No photos please.\n"
        "4. Bins need emptying before Friday please, ring 01632 960409\n"
    )
    assert [(row.name, row.contact) for row in told.rows] == [
        ("Ivy Dale", None),
        ("Mr Okoro", "01632 960402"),
        ("Una Moss", None),
    ]
    assert [as_json(row)["coming"] for row in told.rows] == ["coming", "apologies", "coming"]
    assert told.rows[2].refused == ("photo",)
    said = " ".join(told.doubts)
    assert all(left in said for left in ("He can't manage it", "07700 900401", "Bins need emptying"))


def test_points_of_minutes_are_no_messages():
    with pytest.raises(UserError):
        _list(
            "Minutes\n1. Ann Lee said the bus is late. It needs to be better.\n2. Bo Marsh asked about tea. He likes it.\n3. All agreed on cake. It was good.\n"
        )


@pytest.mark.parametrize("title", ["Do not photograph", "No pics please:", "NO PHOTOS"])
def test_a_title_that_says_no_says_it_of_those_below_who_stand_above_too(title):
    found = _read(f"Confirmed\nAnn Lee\nBo Marsh\n\nStill to hear from\nCy Day\n\n{title}\nBo Marsh, Cy Day\n")
    assert {name: row["coming"] for name, row in found.items()} == {
        "Ann Lee": "coming",
        "Bo Marsh": "coming",
        "Cy Day": None,
    }
    assert [name for name, row in found.items() if row["consents"]] == ["Bo Marsh", "Cy Day"]
    first = _read(f"{title.strip(':')}: Bo\n\nComing: Ann Lee, Bo Marsh")
    assert [name for name, row in first.items() if row["consents"]] == ["Bo Marsh"]


def test_a_no_right_below_one_name_is_theirs_alone():
    found = _read("Ann Lee\nno photos please\nBo Marsh\nCy Day - yes\n")
    assert [name for name, row in found.items() if row["consents"]] == ["Ann Lee"]


def test_a_name_in_small_letters_below_a_title_is_somebody_and_ends_nothing():
    assert _come("Apologies\nann lee\nBo Marsh\n\nComing\nCy Day\n") == {
        "ann lee": "apologies",
        "Bo Marsh": "apologies",
        "Cy Day": "coming",
    }
    assert _come("Present: Cy Day\nApologies: ann lee, Bo Marsh\n") == {
        "Cy Day": "coming",
        "ann lee": "apologies",
        "Bo Marsh": "apologies",
    }


def test_somebody_and_her_son_by_name_are_two():
    assert _come("Name,Reply\nIvy Dale and her son Rex,Ivy coming; Rex not sure\n") == {
        "Ivy Dale": "coming",
        "Rex": None,
    }


def _book(rows, *, fills=(), crossed=()):
    book, kept = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    for cell, colour in fills:
        book.active[cell].fill = PatternFill("solid", fgColor=colour)
    for cell in crossed:
        book.active[cell].font = Font(strike=True)
    book.save(kept)
    return kept.getvalue()


def test_colours_say_what_their_key_says_and_without_a_key_one_sentence_says_that_they_were_not_read():
    people = [["Name", "Tel"], ["Ann Lee", "01632 960401"], ["Bo Ray", ""], ["Cy Day", ""]]
    fills = [("A4", GREEN), ("A5", RED)]
    assert _come(_book([["green = coming"], ["red = can't come"], *people], fills=fills)) == {
        "Ann Lee": "coming",
        "Bo Ray": "apologies",
        "Cy Day": None,
    }
    found = _list(_book([["Highlighted people are coming"], *people], fills=[("A3", GREEN), ("A4", RED)]))
    assert sum("colours" in doubt for doubt in found.doubts) == 1
    assert not any("colour" in doubt for doubt in _list(_book(people, fills=[("A2", GREEN), ("A3", RED)])).doubts)


def test_of_a_name_that_is_crossed_out_nobody_knows_whether_they_come():
    rows = [["Name", "Coming"], ["Ann Lee", "yes"], ["Bo Ray", "yes"]]
    assert _come(_book(rows, crossed=["A3"])) == {"Ann Lee": "coming", "Bo Ray": None}
    written, kept = docx.Document(), io.BytesIO()
    for line in ("Confirmed", "Ann Lee", "Bo Ray", "Cy Day - 01632 960401"):
        written.add_paragraph(line)
    for at in (2, 3):
        written.paragraphs[at].runs[0].font.strike = True
    written.save(kept)
    assert _come(kept.getvalue()) == {"Ann Lee": "coming", "Bo Ray": None, "Cy Day": None}


def test_those_named_between_the_tables_of_a_document_are_on_the_list_too():
    written, kept = docx.Document(), io.BytesIO()

    def table(*rows):
        made = written.add_table(0, 2)
        for row in rows:
            for cell, words in zip(made.add_row().cells, row, strict=True):
                cell.text = words

    written.add_paragraph("Confirmed for the 10th")
    table(("Name", "Contact"), ("Ann Lee", "01632 960401"))
    for line in (
        "Sent their apologies",
        "Bo Ray (bo@example.org)",
        "Morning only",
        "Cy Day, 01632 960403",
        "Nothing heard yet",
    ):
        written.add_paragraph(line)
    table(("Name", "Tried"), ("Di Kay", "rang"))
    written.add_paragraph("Pat Orr, Facilitator")
    written.save(kept)
    assert _come(kept.getvalue()) == {"Ann Lee": "coming", "Di Kay": None, "Bo Ray": "apologies", "Cy Day": "coming"}


def _mail(words, *, to="Pat Day <pat@example.org>", subject="Thursday", page="", attached=""):
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "Ann Lee <ann@example.org>", to, subject
    mail.set_content(words)
    if page:
        mail.add_alternative(page, subtype="html")
    if attached:
        mail.add_attachment(b"Name\n", maintype="text", subtype="csv", filename=attached)
    return mail.as_bytes()


def test_who_sent_a_mail_that_was_saved_is_on_the_list_only_by_an_answer_of_their_own():
    answers = _read(_mail("Hi Pat,\n\nI'll be there. I need the hearing loop.\n\nThanks\nAnn\n07700 900401\n"))
    assert [(name, row["coming"], row["contact"]) for name, row in answers.items()] == [
        ("Ann Lee", "coming", "ann@example.org; 07700 900401")
    ]
    assert _come(_mail("Hi Pat,\n\nThese are the ones:\n\nBo Marsh - yes\nCy Day - no\n\nThanks\nAnn\n")) == {
        "Bo Marsh": "coming",
        "Cy Day": "apologies",
    }
    assert [*_read(_mail("Are you coming?\n", to="Bo Ray <bo@example.org>, Cy Day <cy@example.org>"))] == [
        "Bo Ray",
        "Cy Day",
    ]
    with pytest.raises(UserError, match="nobody is listed") as refused:
        _list(_mail("The hall is booked.\n", subject="Re: Thursday", attached="guests.csv"))
    assert "guests.csv" in refused.value.do


def test_a_table_in_a_mail_is_its_list():
    page = "<p>Hi<table><tr><td>Name<td>Coming<tr><td>Bo Marsh<td>yes<tr><td>Cy Day<td>no</table>"
    assert _come(_mail("Name\nComing\nBo Marsh\nyes\n", page=page)) == {"Bo Marsh": "coming", "Cy Day": "apologies"}


def test_more_than_five_hundred_may_be_asked_in_one_mail():
    everybody = ", ".join(f"Guest{chr(97 + n % 26)} Lee <n{n}@example.org>" for n in range(505))
    assert len(_list(_mail("Are you coming?\n", to=everybody)).rows) == 505


def test_the_bullets_of_a_word_document_are_its_list_and_a_number_in_a_sentence_leaves_its_answer():
    written, kept = docx.Document(), io.BytesIO()
    written.add_paragraph("Typed up from my notes, sorry it is untidy")
    for line in (
        "Ann Lee – coming. Needs the hearing loop. 01632 960401", "Bo Ray, yes, nothing else, bo@example.org",
        "Cy Day can't come, on holiday (01632 960403)", "Di Kay: coming. Doesn't want her photo taken.",
    ):  # fmt: skip
        written.add_paragraph(line, style="List Bullet")
    written.add_paragraph("I still have to book the room.")
    written.save(kept)
    found = _read(kept.getvalue())
    assert [(name, row["coming"], row["contact"]) for name, row in found.items()] == [
        ("Ann Lee", "coming", "01632 960401"), ("Bo Ray", "coming", "bo@example.org"),
        ("Cy Day", "apologies", "01632 960403"), ("Di Kay", "coming", ""),
    ]  # fmt: skip
    assert found["Di Kay"]["consents"]


@pytest.mark.parametrize(
    ("name", "heads", "who", "taken"),
    [
        ("Contact details", ["Ref", "Name", "Details"], "Ann Lee", True),
        ("Emergency contacts", ["Ref", "Name", "Details"], "Ann Lee", False),
        ("Carers", ["Ref", "Name", "Details"], "Jo Lee", False),
    ],
)
def test_a_number_on_another_sheet_is_theirs_only_where_the_sheet_is_about_them(name, heads, who, taken):
    book, kept = openpyxl.Workbook(), io.BytesIO()
    for row in (["Ref", "Name", "RSVP"], ["A1", "Ann Lee", "Yes"], ["A2", "Bo Ray", "No"]):
        book.active.append(row)
    other = book.create_sheet(name)
    for row in (heads, ["A1", who, "01632 960401"], ["A2", "Bo Ray", "01632 960402"]):
        other.append(row)
    book.save(kept)
    assert (_read(kept.getvalue())["Ann Lee"]["contact"] == "01632 960401") is taken


def test_a_message_begins_with_when_somebody_rang_and_a_second_one_is_of_the_same_person():
    told = _list(
        "Answerphone, heard by Pat on Monday\n\nMon 09.04  Ann Lee. She's coming. Wants somebody to meet her. 07700 900401\n\n"
        "Mon 09.20  Man, left no name, is there parking? No number.\n\n"
        "Mon 11.47  Elm House, Dave the manager, ringing for Bo Ray. Bo won't be coming, he has a cold. Dave is on 07700 900402\n\n"
        "Tues 14.30  Oksana, daughter of Cy Day. Her mum will come, needs a chair. Oksana's number is 07700 900403\n\n"
        "Tues 15.10  Ann Lee again, she can't come after all\n\nTues 16.00  Di Kay. Says no thank you, not this time. No number.\n"
    )
    assert [(row.name, as_json(row)["coming"], row.contact) for row in told.rows] == [
        ("Ann Lee", "apologies", "07700 900401"),
        ("Bo Ray", "apologies", None),
        ("Cy Day", "coming", None),
        ("Di Kay", "apologies", None),
    ]
    assert "left no name" in " ".join(told.doubts)


def test_columns_that_blanks_keep_apart_are_a_table():
    found = _read(
        "SIGN IN  Tues 24 Nov  Old Hall\n\n"
        "NAME              PHONE / EMAIL         ACCESS NEEDS\n"
        "Ann Lee           07700 900401          large print\n"
        "bo ray            bo@example.org        -\n"
        "Cy Day            07700 900403 (work)   NO PHOTOS !!\n"
        "Di Kay (new)                            ramp\n"
    )
    assert {name: bool(row["needs"]) for name, row in found.items()} == {
        "Ann Lee": True,
        "bo ray": False,
        "Cy Day": False,
        "Di Kay": True,
    }
    assert found["bo ray"]["contact"] == "bo@example.org"
    assert found["Cy Day"]["consents"]


def test_what_was_said_when_we_rang_round_counts_and_nobody_answering_changes_nothing():
    told = {
        "Ann Lee": ("Yes", "Not well, won't be coming now", "apologies"), "Bo Ray": ("No", "Has changed his mind, will come after all", "coming"),
        "Cy Day": ("Yes", "Left message", "coming"), "Di Kay": ("", "Yes, coming", "coming"), "Ed Fox": ("Yes", "Only if the lift is mended", None),
        "Flo Jay": ("No", "", "apologies"),
    }  # fmt: skip
    rows = (f'{name},{first},"{later}"' for name, (first, later, _) in told.items())
    assert _come("\n".join(["Name,Reply,Rang round 26/11", *rows])) == {
        name: right for name, (_, _, right) in told.items()
    }


def test_answers_with_a_condition_or_two_sides_are_asked_about():
    told = ("Yes as long as it is dry", "Can't get there but will join by phone", "Yes thanks", "Sorry no")
    found = _list(
        "\n".join(["Name,What they said", *(f"{chr(65 + n)}nn Lee,{said}" for n, said in enumerate(told))])
    ).rows
    assert [bool(row.doubts) for row in found] == [True, True, False, False]
    assert as_json(found[1])["coming"] is None


def test_a_supporters_number_is_not_the_guests():
    found = _read(
        "Guest;Guest's own phone;Who supports them;Supporter's phone;In an emergency call;Emergency no.;Attending\n"
        "Ann Lee;07700 900401;Jo Lee (daughter);07700 900402;Jo;07700 900402;Y\nBo Ray;;Ida Orr (PA);07700 900404;Ida;07700 900404;N\n"
    )
    assert {name: row["contact"] for name, row in found.items()} == {"Ann Lee": "07700 900401", "Bo Ray": ""}


def test_of_three_tables_side_by_side_the_one_of_things_is_nobody():
    assert _come(
        "COMING,,,CAN'T COME,,,TEA\nName,Tel,,Name,Why,,Item,Who\nAnn Lee,01632 960401,,Bo Ray,shift,,Cake,Pat\nCy Day,,,Di Kay,ill,,,\n"
    ) == {"Ann Lee": "coming", "Cy Day": "coming", "Bo Ray": "apologies", "Di Kay": "apologies"}


def test_a_table_well_away_from_the_door_is_a_need_and_no_apology():
    found = _read("Name,What they need\nAnn Lee,quiet table away from the door\nBo Ray,ramp\n")
    assert found["Ann Lee"]["needs"] == ["quiet table away from the door"]
    assert found["Ann Lee"]["coming"] is None


def test_a_second_sheet_of_other_people_who_were_asked_is_told_of():
    book, kept = openpyxl.Workbook(), io.BytesIO()
    for row in (["Name", "RSVP"], ["Ann Lee", "Yes"], ["Bo Ray", "No"]):
        book.active.append(row)
    other = book.create_sheet("Grupa polska")
    for row in (["Imię i nazwisko", "Przyjdzie?"], ["Ewa Lis", "tak"], ["Jan Kot", "nie"]):
        other.append(row)
    book.save(kept)
    assert any("choose it to bring it in too" in doubt for doubt in _list(kept.getvalue()).doubts)


def test_what_people_said_at_a_table_is_no_answer_of_coming():
    found = _read(
        "Who,What they said,Next\nAnn Lee,My landlord said no to the ramp,\nBo Ray,We paid for it ,ask\nCy Day,The bus was cold,\nDi Kay,Ask the council,\n"
    )
    assert {row["coming"] for row in found.values()} <= {None}
