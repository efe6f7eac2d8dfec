"""What stands around people on marked lines: titles that say whether those below come, and sentences about some of them."""

import io
from email.message import EmailMessage

import docx
import pytest

from coprod_desktop.cli.people import as_json
from coprod_desktop.services.bring_in.people_rows import read_list
from coprod_desktop.services.program import content


def _list(data):
    return read_list(data.encode() if isinstance(data, str) else data, content.load().needs)


def _read(data):
    return {row["name"]: row for row in map(as_json, _list(data).rows) if row.pop("ticked")}


def _come(data):
    return {name: row["coming"] for name, row in _read(data).items()}


@pytest.mark.parametrize("bold", [False, True])
def test_a_title_above_the_dots_of_a_document_says_whether_those_below_come_and_is_nobody(bold):
    made, kept = docx.Document(), io.BytesIO()
    for style, told in (
        ("Title", "Where we are"), ("Normal", "Ring me on 07700 900409."),
        ("Title", "Sure to be there"), ("List Bullet", "Ann Lee, 07700 900401, wheelchair"), ("List Bullet", "Bo Ray, needs a loop (email is best: bo@example.org)"),
        ("Title", "Can't do this date"), ("List Bullet", "Cy Day – away till May"),
        ("Title", "Maybe, will ring"), ("List Bullet", "Di Fox"),
        ("Title", "Landline dead"), ("List Bullet", "Ed Moon"),
        ("Normal", "One more thing. Ann and Ed would rather not be filmed. The rest have signed."),
    ):  # fmt: skip
        if bold and style == "Title":
            made.add_paragraph().add_run(told).bold = True
        else:
            made.add_paragraph(told, style="Heading 2" if style == "Title" else style)
    made.save(kept)
    found = _read(kept.getvalue())
    assert {name: row["coming"] for name, row in found.items()} == {
        "Ann Lee": "coming", "Bo Ray": "coming", "Cy Day": "apologies", "Di Fox": None, "Ed Moon": None,
    }  # fmt: skip
    assert {name: row["consents"] for name, row in found.items() if row["consents"]} == {
        "Ann Lee": {"recording": "no"},
        "Ed Moon": {"recording": "no"},
    }
    assert found["Ann Lee"]["contact"] == "07700 900401"
    assert (found["Bo Ray"]["contact"], found["Bo Ray"]["needs"]) == ("bo@example.org", ["needs a loop"])
    assert any("Landline dead" in doubt for doubt in found["Ed Moon"]["doubts"])


def test_a_mail_says_in_sentences_that_those_on_its_lines_come_and_who_beside_them_does_not():
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "Pat <pat@example.org>", "Kim <kim@example.org>", "Names"
    mail.set_content(
        "Hi Kim,\n\nThree of us are coming on the 4th:\n\n1. Mr Al Lee, room 3. Large print\n2. Bo Ray\n3. Cy Day\n\n"
        "Mrs Di Fox was hoping to but is in hospital and sends her apologies.\n\nI am not stopping.\n\nThanks\nPat\n"
    )
    assert _come(mail.as_bytes()) == {"Al Lee": "coming", "Bo Ray": "coming", "Cy Day": "coming", "Di Fox": "apologies"}


@pytest.mark.parametrize(
    "title",
    [
        "Please check these are coming:", "Who is coming to lunch?", "They should be coming", "We hope they come:", "Here they are:",
        "We are going to the seaside", "For the coming session:", "Jo is not coming:", "One can't come but these can:",
    ],
)  # fmt: skip
def test_a_title_that_asks_whether_those_below_come_says_nothing_of_them(title):
    assert set(_come(f"{title}\n\n- Ann Lee\n- Bo Ray\n- Cy Day\n").values()) == {None}


def test_sentences_about_people_of_a_list_that_say_nothing_sure_are_shown():
    told = _list(
        "Coming\n\n- Ann Lee\n- Bo Ray\n- Cy Day\n\nAnn may drop out. No filming of anyone except Bo. Di Fox might not make it. The bus is at ten.\n"
    )
    assert not any(row.refused for row in told.rows)
    assert [row.name for row in told.rows] == ["Ann Lee", "Bo Ray", "Cy Day"]
    said = " ".join(told.doubts)
    assert all(shown in said for shown in ("Ann may drop out", "except Bo", "Di Fox might"))
    assert "bus" not in said


def test_a_line_below_a_name_on_a_marked_line_is_of_that_name():
    found = _read(
        "Here they are:\n\n- Ann Lee\n- Bo Ray, needs a\nseat near the door\n- Cy Day\nCan't come, in bed\n- Di Fox\n"
    )
    assert {name: row["coming"] for name, row in found.items()} == {
        "Ann Lee": None, "Bo Ray": None, "Cy Day": "apologies", "Di Fox": None,
    }  # fmt: skip
    assert "near the door" in " ".join(found["Bo Ray"]["needs"])


def test_of_an_answer_that_may_be_a_title_or_of_the_name_above_nobody_below_comes():
    assert _come("Coming\n\n- Ann Lee\n- Bo Ray\nCan't do this one\n- Cy Day\n") == {
        "Ann Lee": "coming",
        "Bo Ray": "coming",
        "Cy Day": None,
    }


def test_whom_an_answer_names_beside_who_wrote_it_is_one_more_with_what_it_says_of_them():
    def mail(who, told):
        return f"From: {who} <{who[:2].lower()}@example.org>\nTo: Kim Roe <kim@example.org>\nSubject: Re: Friday\n\n{told}\n{who}\n\n"

    asked = "From: Kim Roe <kim@example.org>\nTo: Al Lee <al@example.org>; Bo Ray <bo@example.org>\nSubject: Friday\n\nCan you come?\nKim\n"
    told = (
        mail("Al Lee", "Una and I will both be there. Una needs a hearing loop.")
        + mail("Bo Ray", "Al and I will both be there. Everyone and I will be there.")
        + mail("Cy Day", "Di and I can't come.")
    )
    found = _read(told + asked)
    assert {name: row["coming"] for name, row in found.items()} == {
        "Al Lee": "coming", "Bo Ray": "coming", "Cy Day": "apologies", "Una": "coming", "Di": "apologies",
    }  # fmt: skip
    assert "loop" in " ".join(found["Una"]["needs"])
    assert not found["Al Lee"]["needs"]
    assert not any(row.name == "Everyone" for row in _list(told + asked).rows)
    assert not found["Una"]["contact"]


def test_a_no_of_a_first_name_that_two_have_is_written_to_both_and_asked_about_once():
    found = _read("Coming\n\n- Ann Lee\n- Ann Fox\n- Bo Ray\n\nAnn does not want to be filmed.\n")
    assert [(name, len(row["doubts"])) for name, row in found.items() if row["consents"]] == [
        ("Ann Lee", 1),
        ("Ann Fox", 1),
    ]
