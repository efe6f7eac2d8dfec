"""Lists as other programs write them: who comes in, once each, with what; the right values were written first."""

import pytest

from coprod_desktop.cli.people import as_json
from coprod_desktop.services.bring_in.people_rows import read_list
from coprod_desktop.services.program import content
from tests.services.bring_in.people_list import made_lists as made

NEEDS = content.load().needs
C, A = "coming", "apologies"


def who(role="", coming=None, contact="", needs=(), no=(), doubts=None):
    return {
        "role": role, "coming": coming, "contact": contact, "needs": list(needs),
        "consents": dict.fromkeys(no, "no"), "doubts": doubts,
    }  # fmt: skip


TITLED = {
    "Owain Pask": who("carer", C, "owain@example.org; 07700 900721", ["cover for mum", "large print"]),
    "Hana Yusuf": who("carer", C),
    "Folake Adeyemi": who("staff", C, "folake.a@example.org"),
    "Kofi Mensah": who("", A, "020 7946 0882"),
}
LISTS = {
    "a Teams report": (made.TEAMS, {
        "Folake Adeyemi": who(contact="folake.a@example.org"), "Gethin Prosser": who(), "Rukhsana Iqbal": who(),
    }, ["+44 16*******07"]),
    "Eventbrite": (made.EVENTBRITE, {
        "Ifeoma Obi": who("", C, "ifeoma@example.org", ["Hearing loop", "ground floor please", "food: vegan"]),
        "Trevor Maddox": who("", C), "Lena Maddox": who("", A, "lena@example.org"),
    }, []),
    "Microsoft Forms": (made.FORMS, {
        "Efua Sarpong": who("", C, "", ["BSL interpreter", "Large print papers", "A quiet room", "Interpreter must be a woman"], ["photo"]),
        "Gareth Lloyd": who(),
    }, []),
    "a council's list": (made.TITLED, TITLED, []),
    "a council's workbook": (made.titled_workbook(), TITLED, []),
    "broken letters": (made.BROKEN_LETTERS, {
        "Zoë Löwe": who("carer", None, "", ["£3 for the bus"]), "Łukasz Dąbek": who("resident", None, "", ["Sara's own chair"], doubts=1),
    }, []),
    "sep=;": (made.SEMICOLONS, {
        "Yemi Ade": who("carer", C, "", ["captions", "low light", "no strip lights", "water"]), "Anke de Boer": who("resident", A),
    }, []),
    "address cards": (made.CARDS, {
        "Zoë Éluard": who(contact="07700900711"),
        "Ravi Menon": who(contact="ravi@example.org; +447700900712", needs=["large print 24 point"]),
    }, []),
    "Google Forms": (made.GOOGLE, {
        "Moira Tennant": who("", C, "moira@example.org", ["BSL interpreter", "Papers in large print, bold", "I need a ramp and a wide door"]),
        "Kofi Mensah": who("", A, "", ["A quiet space", "Papers in large print, bold"]), "Elin Pugh": who("", C),
    }, []),
    "nothing is needed": (made.NOTHING, {
        "Ann One": who(doubts=0), "Ben Two": who(doubts=0), "Cat Three": who(doubts=0), "Dev Four": who(doubts=0),
        "Eve Five": who(needs=["food: halal"], doubts=1), "Fay Six": who(doubts=1),
    }, []),
    "replies in phrases": (made.REPLIES, {
        "Ann One": who(needs=["BSL interpreter"]), "Ben Two": who("", C, "", ["step-free"], doubts=0),
        "Cat Three": who(needs=["large print"]), "Dev Four": who("", A), "Eve Five": who("", A),
        "Fay Six": who("", C, "", ["captions"], doubts=0), "Gus Seven": who("", A), "Hal Eight": who(doubts=1), "Ivy Nine": who("", "no"),
    }, []),
    "no photos": (made.NO_PHOTOS, {
        "Ann One": who("resident", no=["photo"]), "Ben Two": who("carer", no=["quote"]), "Cat Three": who("carer", no=["photo"]),
        "Dev Four": who("resident", no=["photo"]),
    }, []),
    "the person cared for": (made.CARED_FOR, {
        "Owain Pask": who("", None, "07700 900721", ["cover while I am out"]), "Hana Yusuf": who("", None, "07700 900722"),
    }, []),
    "a To: line": (made.TO_LINE, {
        "Owain Pask": who(contact="owain@example.org"), "Hana Yusuf": who(contact="hana@example.org"),
        "Kofi M": who(contact="kofi.m@example.org", doubts=1), "Elin Pugh": who(contact="elin@example.org"),
    }, []),
    "a page called .xls": (made.PAGE, {"Ngaire Holt": who("", None, "07700 900731", ["large print", "hearing loop"])}, []),
    "a Word table": (made.word_table(), {"Ngaire Holt": who("", None, "07700 900731", ["large print"]), "Ravi Menon": who()}, []),
}  # fmt: skip
OTHERS = {
    "a Zoom report": (made.ZOOM, {
        "Folake Adeyemi": who(contact="folake.a@example.org"), "Gethin Prosser": who(), "Rukhsana Iqbal": who(),
    }, ["Gethin Prosser", "Galaxy S21", "read.ai meeting notes"]),
    "a Zoom webinar": (made.WEBINAR, {
        "Folake Adeyemi": who("", C, "folake.a@example.org"), "Kofi Mensah": who("", C, "kofi.m@example.org"),
        "Elin Pugh": who("", "no", "elin@example.org"),
    }, []),
    "Outlook's tracking": (made.OUTLOOK, {
        "Folake Adeyemi": who(), "Owain Pask": who("", C), "Hana Yusuf": who(), "Kofi Mensah": who("", A), "Elin Pugh": who(),
    }, []),
    "SurveyMonkey": (made.SURVEY, {
        "Moira Tennant": who("", C, "", ["BSL interpreter", "Easy Read"], ["recording"]),
        "Kofi Mensah": who("", A, "", ["Hearing loop", "somewhere to lie down"]),
    }, []),
    "a workbook of several sheets": (made.COUNCIL, {
        "Owain Pask": who("carer", C, "07700 900721", ["cover for mum"]), "Hana Yusuf": who("carer", A),
    }, []),
    "LibreOffice": (made.open_spreadsheet(), {
        "Łucja Żuraw": who("", None, "07700 900741", ["large print"]), "Jan Kos": who(),
    }, []),
    "an old Mac": (made.OLD_MAC, {
        "Zoë O’Brien": who("carer", None, "", ["café table"]), "André Núñez": who("resident", None, "", ["large print"]),
        "Björn Ståhl": who("carer"),
    }, []),
    "UTF-16 with no mark": (made.WIDE, {
        "Łukasz Dąbek": who("", C, "07700 900751"), "Ngaire Holt": who("", A, "07700 900752"),
    }, []),
    "names, one on a line": (made.NAMES, {
        "Owain Pask": who(), "Hana Yusuf": who("carer"), "Kofi Mensah": who(contact="07700 900723"), "Zoë Löwe": who(),
        "Elin Pugh": who("", A), "Ravi Menon": who("", A),
    }, ["Carers' group, 4 June"]),
    "a table pasted without headings": (made.PASTED, {
        "Owain Pask": who("carer", None, "07700 900721"), "Hana Yusuf": who("carer", None, "07700 900722"), "Kofi Mensah": who("resident"),
    }, []),
    "a calendar invitation": (made.INVITATION, {
        "Owain Pask": who("", C, "owain@example.org"), "Hana Yusuf": who("", None, "hana@example.org"),
        "Kofi Mensah": who("", A, "kofi.m@example.org"),
    }, []),
    "XML of 2003": (made.XML_2003, {"Ngaire Holt": who("", None, "01632 960733", ["food: vegan"])}, []),
    "Windows, semicolons": (made.WINDOWS, {
        "Siân Llyr": who("", C, "07700 900761", ["„quiet“ room"]), "José Peña": who("", A, "07700 900762"),
        "Renée O’Hara": who("", None, "", ["£4 taxi"]),
    }, []),
    "titles and brackets": (made.TITLES, {
        "Owain PASK": who("carer"), "Hana Yusuf MBE": who("GP"), "Bill Oakes": who("residents", doubts=1),
        "Joan Oakes": who("residents"), "Mary Penn": who("councillor"), "Mrs Patel": who("carer"), "Zoë Löwe": who(),
    }, []),
    "needs to tick": (made.TICKED, {
        "Owain Pask": who(needs=["BSL interpreter", "large print 24 point"]), "Hana Yusuf": who(needs=["Hearing loop", "prayer room"]),
        "Kofi Mensah": who(),
    }, []),
    "numbers of Excel": (made.NUMBERS, {
        "Owain Pask": who("", C, "07700900721; ring after 5pm", doubts=1), "Hana Yusuf": who("", C, "01632960112", doubts=1),
        "Kofi Mensah": who("", A, "07700 900723"),
    }, []),
    "two tables on a sheet": (made.TWO_TABLES, {
        "Owain Pask": who("carer", None, "07700 900721"), "Hana Yusuf": who("carer"), "Folake Adeyemi": who("", A, "folake.a@example.org"),
    }, []),
    "consents asked in every way": (made.CONSENTS, {
        "Ann One": who(no=["recording"]), "Ben Two": who(no=["photo", "contact", "name"]), "Cat Three": who(no=["photo"]), "Dev Four": who(),
    }, []),
    "eight scripts": (made.SCRIPTS, {
        "محمد الأحمد": who("carer"), "王小明": who("resident"), "ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ": who("carer"), "Олена Коваль": who("resident"),
        "Μαρία Παππά": who("carer"), "देवी शर्मा": who("carer"), "שרה כהן": who("resident"), "Ngũgĩ wa Thiongʼo": who("carer"),
    }, []),
    "booked by somebody else": (made.GUESTS, {
        "Moira Tennant": who("Family carer", None, "moira@example.org", ["food: Vegetarian"]),
    }, ["Spare place 1", "TBC"]),
}  # fmt: skip


@pytest.mark.parametrize(("data", "people", "left"), [*LISTS.values(), *OTHERS.values()], ids=[*LISTS, *OTHERS])
def test_everybody_on_a_list_comes_in_once_with_what_it_says_of_them(data, people, left):
    rows = [as_json(row) for row in read_list(data, NEEDS).rows]
    found = {row.pop("name"): row for row in rows if row.pop("ticked") or None}
    for name, row in found.items():
        said = row["doubts"]
        wanted = people.get(name, {}).get("doubts")
        row["doubts"] = None if wanted is None else len(said)
    assert found == people


@pytest.mark.parametrize(("data", "left"), [(d, left) for d, _, left in (*LISTS.values(), *OTHERS.values())])
def test_devices_totals_and_names_to_follow_stand_there_unticked(data, left):
    assert [row["name"] for row in map(as_json, read_list(data, NEEDS).rows) if not row["ticked"]] == left


def test_a_list_pasted_twice_brings_everybody_in_once_and_never_joins_two_of_one_name():
    rows = read_list(made.TWICE, NEEDS).rows
    assert [(row.name, row.number) for row in rows if as_json(row)["ticked"]] == [
        ("Owain Pask", 2),
        ("Hana Yusuf", 3),
        ("Owain Pask", 7),
    ]
    assert rows[-1].doubts == ("Row 2 has the same name.",)


@pytest.mark.parametrize("door", ["No", "0", ""])
def test_before_anybody_is_let_in_the_order_says_who_comes_and_then_the_door(door):
    def come(first):
        orders = f"Order,Ticket type,Status,Checked in,Ticket holder\n1,Carer,valid,{first},Ann Lee\n2,Member,void,{door},Bo Ray\n3,Carer,on hold,{door},Cy Day\n"
        return [as_json(row)["coming"] for row in read_list(orders.encode(), NEEDS).rows]

    assert come(door) == ["coming", "apologies", None]
    assert come("Yes") == ["coming", None, None]


@pytest.mark.parametrize("asked", ["How to keep in touch", "May we stay in touch?"])
def test_at_a_door_who_signed_came_and_how_to_reach_them_is_neither_a_yes_nor_a_no(asked):
    def signed(*heads):
        rows = (
            "Ann Lee,✓,1.55,4,ann@example.org\nBo Ray,✓,2,4,please don't\nCy Day,✓,2,,no phone; write to 3 High Street\n"
            "Di Fox,,,,yes 07700 900401\nEd Moon,✓,2,4,his sister 07700 900409\nFi Orr,✓,2,4,No - 07700 900408 is the home's\n"
        )
        return read_list(f"{','.join(heads)},{asked}\n{rows}".encode(), NEEDS).rows

    found = signed("Name", "Signed", "In", "Out")
    assert [as_json(row)["coming"] for row in found] == ["coming", "coming", "coming", None, "coming", "coming"]
    assert [row.contact for row in found] == [
        "ann@example.org", None, "no phone; write to 3 High Street", "07700 900401", None, None,
    ]  # fmt: skip
    assert [row.name for row in found if row.refused] == ["Bo Ray", "Fi Orr"]
    form = signed("Name", "Signed", "Group", "Pages")
    assert {as_json(row)["coming"] for row in form} == {None}
