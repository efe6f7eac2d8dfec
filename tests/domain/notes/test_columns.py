"""What stands in the columns of a table, whatever their heads are called and however ragged its rows are."""

import pytest

from coprod_desktop.domain.notes import columns, tables
from coprod_desktop.services.program import content
from tests.domain.notes.ruler import read


@pytest.mark.parametrize(
    ("what", "heads"),
    [
        ("left_aside", ["Email", "Your e-mail (optional)", "Telephone", "Phone number", "Mobile", "Postcode", "Home address"]),
        ("left_aside", ["What describes you?", "Are you a carer?", "Are you an older person?", "How old are you?"]),
        ("left_aside", ["Your age", "Age group", "Age range", "Gender", "Ethnic group", "Disability", "Religion"]),
        ("left_aside", ["Sexual orientation", "How did you hear about us?", "Where did you find out about the day?"]),
        ("left_aside", ["How have you heard about this?", "Who found out about it first?"]),
        ("speaker", ["Created by", "Posted by", "Written by", "Added by", "Submitted by", "Sent by", "Asked by", "Raised by:", "Sent by*", "Added by?"]),
        ("speaker", ["Your first name (if you want)", "What's your name?", "Please enter your full name", "Surname"]),
        ("speaker", ["Display name", "Name and surname", "Can we have your name, please?", "Name or initials"]),
        ("text", ["Poll question", "Poll title", "Poll", "Question asked", "Prompt"]),
        ("owner", ["Who by when", "By whom and when", "Owner / date", "Lead and deadline", "Responsible, due"]),
        ("action", ["Our view / next step"]),
        ("permission", ["May we use your words?", "Can we quote you?", "Could we print this?", "I consent", "Permission"]),
        ("permission", ["Are you happy for us to show it?", "I agree to this"]),
        (None, ["Zebra", "Zebra / lion", "Hear about them", "Made by"]),
    ],
)  # fmt: skip
def test_a_head_says_what_stands_below_it(what, heads):
    words = content.load().notes
    assert {head: columns.what_of(head, words) for head in heads} == dict.fromkeys(heads, what)


HEADS = ["Time", "Name", "Type", "Comment", "Action", "Why", "Poll question", "Score", "Zebra"]
FULL = ["10:15", "Jo", "question", "late bus", "ring", "cold", "Buses?", "4/5", "stripes and more stripes"]


def test_a_row_that_ends_early_is_read_as_far_as_it_goes():
    words = content.load().notes
    whole = columns.columns_of(HEADS, [FULL] * 4, words)
    for end in range(len(FULL)):
        assert columns.columns_of(HEADS, [FULL, FULL[:end], FULL, FULL], words) == whole
    assert columns.guessed([FULL, FULL[:1], FULL], words) == columns.guessed([FULL, FULL], words)


def comes_in(text):
    return [(c.speaker, c.text) for c in read(text).lines]


def test_beside_who_the_longest_column_is_what_they_said_however_it_is_spelt():
    assert comes_in("Who\tSed\tNo\nJo\tbus late\ta\nMo\tcold tea\tb\nAnn") == [
        ("Jo", "bus late"),
        ("Mo", "cold tea"),
        (None, "Ann"),
    ]


def test_scores_do_not_come_in_and_that_is_told():
    found = read("Name,Comment,Score\nJo,the bus is late,4/5\nMo,cold,3 / 5\nAnn,wet,5/5")
    assert [c.text for c in found.lines] == ["the bus is late", "cold", "wet"]
    assert found.doubts == ("Columns of which nothing comes in: “Score”.",)


def table(text):
    return [line.split(",") for line in text.split("/")]


@pytest.mark.parametrize(
    ("rows", "stands"),
    [
        ("Name,Comment/Jo,bus", "speaker text"),
        ("Name,Comment/,bus", "left_aside text"),  # filled in for nobody
        ("Name,Comment", "speaker text"),
        ("Comment,Name/bus/tea,Jo", "text speaker"),
        ("Start,Stop,/tea,late,x", "text text -"),
        # a day and a time, whatever its head
        ("Zebra,Comment/3.4.26 10:15,bus", "at text"),
        ("Zebra,Lion,Comment/3.4.26 10:15,3.4.26 10:16,bus", "at - text"),
        ("Zebra,Time,Comment/3.4.26 10:15,10:16,bus", "- at text"),
        ("Zebra,Comment/3.4.26 10:15,bus/,tea", "at text"),
        ("Zebra,Comment/3.4.26 10:15,bus/soon,tea", "- text"),
        # the question that was asked of all stands beside each answer
        ("Question,Comment/Bus?,late/Bus?,cold/Tea?,wet/Tea?,old", "part text"),
        ("Question,Comment/Bus?,late/Bus?,cold/Bus?,old", "part text"),
        ("Question,Comment/Bus?,late/Bus?,cold", "text text"),
        ("Question,Comment/Bus?,late/Bus?,cold/Tea?,wet", "text text"),
        ("Question/Bus?/Bus?/Bus?/Bus?", "text"),
        # of what there is only one, the last time and the first of the others counts
        ("Time,Time,Comment/10:15,10:16,bus", "left_aside at text"),
        ("Name,Name,Comment/Jo,Mo,bus", "speaker left_aside text"),
        ("Type,Type,Comment/sticky,question,bus/sticky,story,tea", "left_aside kind text"),
        ("Type,Type,Comment/question,sticky,bus/sticky,story,tea", "kind left_aside text"),
        # beside what is to be done
        ("Action,Date/ring,Friday/write,10:15", "action due"),
        ("Action,Date/ring,10:16/write,10:15", "action at"),
        ("Action,Date,Due/ring,Friday,May/write,Monday,June", "action at due"),
        ("Comment,Date/ring,Friday", "text at"),
        # numbers below "Response" are a tally
        ("Name,Comment,Response/Jo,bus,12/Mo,tea,3", "speaker text left_aside"),
        ("Name,Response/Jo,12", "speaker text"),
        ("Name,Comment,Response/Jo,bus,12/Mo,tea,three", "speaker text text"),
        ("Name,Comment,Response/Jo,bus,1234567", "speaker text text"),
        # heads that nobody knows
        ("Comment,Zebra/bus,jo@x.org/tea,true", "text left_aside"),
        ("Comment,Zebra/bus,jo@x.org/tea,Jo", "text -"),
        ("Comment,Zebra/bus,4/tea,5", "text left_aside"),
        ("Comment,Zebra/bus,4 of 5/tea,5 of 5", "text -"),
        ("Comment,Zebra?/bus,yes/tea,no", "text text"),
        ("Comment,What a zebra it was too/bus,yes/tea,no", "text text"),  # more than twenty letters ask something
        ("Comment,What a zebra it wast/bus,yes/tea,no", "text -"),
        ("Comment,Zebra/bus,sixteen letters!/tea,fifteen letters", "text text"),
        ("Comment,Zebra/bus,fifteen letters/tea,fifteen letters", "text -"),
        ("Comment,What we should do/bus,ring", "text action"),
        ("Action,What we should do/bus,ring", "action -"),
        ("Comment,What works/bus,tea", "text text"),
        ("Comment,Zebra?/bus,yes/tea,no/old,yes/wet,no/hot,no/dry,yes", "text tallied"),
        ("Comment,Zebra?/bus,yes/tea,no/old,yes/wet,no/hot,no", "text text"),
        ("Comment,Zebra?/bus,yes/tea,no/old,yes/wet,no/hot,no/dry,perhaps", "text text"),
        ("Name,Zebra/Jo,bus/Mo,tea", "speaker text"),
        ("Name,Zebra,Lion/Jo,bus,tea/Mo,late,x", "speaker text -"),
        ("Name,Zebra,Lion/Jo,bus,tea/Mo,l,some", "speaker - text"),
        ("Zebra,Name/bus,Jo/tea,Mo", "- speaker"),
        ("Name,Zebra,Lion/Jo,bus,tea/Mo", "speaker text -"),
        ("Comment,Zebra,Lion?/bus,true,yes/tea,false,no", "text left_aside text"),
    ],
)  # fmt: skip
def test_columns_are_told_by_their_heads_and_by_what_stands_below_them(rows, stands):
    head, *body = table(rows)
    found = columns.columns_of(head, body, content.load().notes)
    assert " ".join(found.get(at, "-") for at in range(len(head))) == stands


@pytest.mark.parametrize(
    ("row", "names"),
    [
        ("Name,Comment", True),
        ("Comment", False),
        ("Name,Zebra", False),  # nothing of it was said
        ("Comment,Zebra", True),
        ("Comment,Zebra,Lion,Tiger", False),  # of which two and more are known
        ("Comment,Zebra,Name,Tiger", True),
        ("Comment,a zebra asks!,a lion", True),
        ("Comment,a zebra asks,a lion", False),
        ("10:15,Comment,Name", False),
        ("Name,What do you think?", True),
        ("Name,Why so late", False),
        ("Name,Why so late!!", True),
        ("Name,Why so late!", False),
        ("Start,Stop", True),
        ("Start,Stop,Zebra", False),
        ("Action,Owner", True),
        ("What works,Zebra", True),
        ("What works?,Zebra", True),
        ("What works:,Zebra", True),
        (f"Comment,{'x' * 299}", True),
        (f"Comment,{'x' * 300}", False),
        ("Comment,", False),
        ("Jo,the bus is late", False),
    ],
)
def test_a_row_names_its_columns_where_what_was_said_is_among_them(row, names):
    assert columns.names_columns(row.split(","), content.load().notes) is names


def test_a_short_row_that_begins_with_who_is_a_head():
    def begins(row):
        return columns.begins_with_who(row.split(","), content.load().notes)

    assert begins("Who,Sed")
    assert begins("Name,one two three four five")
    assert not begins("Name,one two three four five six")
    assert not begins("Name")
    assert not begins("Zebra,Name")


@pytest.mark.parametrize(
    ("rows", "stands"),
    [
        ("Jo,the bus is late/Mo,tea", "speaker text"),
        ("10:15,Jo,the bus/10:16,Mo,tea", "at speaker text"),
        ("10:15,Jo,the bus/soon,Mo,tea/10:17,Al,wet wet", "at speaker text"),
        ("10:15,Jo,the bus/soon,Mo,tea", "- speaker text"),
        ("10:15 and more,q,the bus is late/10:16 and more,story,the tea is cold again", "- kind text"),
        ("q,the bus/story,the tea", "kind text"),
        ("q,the bus/zebra,the tea", "- text"),
        ("q,story,the bus/story,q,the tea", "kind - text"),
        ("Jo,Mo,the bus/Al,Bo,the tea", "speaker - text"),
        ("10:15,10:16/10:17,10:18", "text at"),
        (
            "10:15,the bus is late/10:16,the tea is cold/10:17,there is no loop/soon on,it is all wet/and so,it is dark",
            "- text",
        ),
        ("10:15,10:16,bus/10:17,10:18,tea", "at - text"),
        (
            "Jo,the bus/Mo,the tea/Al,the loop/and so on it goes,the wet/and so on it went,the dark and the cold in there",
            "- text",
        ),
        ("bus,,Jo/tea,,Mo", "text - speaker"),
    ],
)
def test_columns_without_heads_are_told_by_what_stands_in_them(rows, stands):
    found = columns.guessed(table(rows), content.load().notes)
    assert " ".join(found.get(at, "-") for at in range(len(table(rows)[0]))) == stands


@pytest.mark.parametrize(
    ("cells", "stands"),
    [
        (["4/5", "3 / 5"], "tallied"),
        (["4/5", "soon"], None),
        (["x" * 39] * 6, "tallied"),
        (["x" * 40] * 6, "text"),
        (["x" * 39] * 5, "text"),
    ],
)
def test_numbers_and_a_few_short_answers_are_a_tally(cells, stands):
    found = columns.columns_of(["Comment", "Zebra"], [["late bus", cell] for cell in cells], content.load().notes)
    assert found.get(1) == stands


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        # drawn with strokes: most lines, and what stands beside them
        ("|Jo|bus|/|Mo| tea |", ": Jo,bus / Mo,tea"),
        ("|Jo|bus|/|---|---|/|Mo|tea|", ": Jo,bus / Mo,tea"),
        ("|Jo|bus|/|Mo|tea|/beside", "beside : Jo,bus / Mo,tea"),
        ("|Jo|bus|/|Mo|tea|/beside/this", None),
        ("|Jo|bus|/|---|---|", None),
        ("|Jo|/|Mo|", None),
        ("Jo|bus/Mo|tea", None),
        # with a head, whatever parts them
        ("Name,Comment/Jo,bus", ": Name,Comment / Jo,bus"),
        ("Name;Comment/Jo;bus", ": Name,Comment / Jo,bus"),
        ("Name\tComment/Jo\tbus", ": Name,Comment / Jo,bus"),
        ("Name,Comment/ ", None),
        ("Name,Comment/----", None),
        ("x/" * 14 + "Name,Comment/Jo,bus", " / ".join("x" * 14) + " : Name,Comment / Jo,bus"),
        ("x/" * 15 + "Name,Comment/Jo,bus", None),
        # several, each with its title, a blank line before it
        ("Hall/Name,Comment/Jo,bus//Town/Name,Comment/Mo,tea", "Hall : Name,Comment / Jo,bus + Town : Name,Comment / Mo,tea"),
        ("Name,Comment/Jo,bus/Town/Name,Comment/Mo,tea", ": Name,Comment / Jo,bus / Town / Name,Comment / Mo,tea"),
        ("Name,Comment//Jo,bus///Name,Comment/Mo,tea", ": Name,Comment / Jo,bus + : Name,Comment / Mo,tea"),
        ("Name,Comment/Jo,bus//a/b/Name,Comment/Mo,tea", ": Name,Comment / Jo,bus + a / b : Name,Comment / Mo,tea"),
        ("Name,Comment/Jo,bus//a/b/c/Name,Comment/Mo,tea", ": Name,Comment / Jo,bus / a / b / c / Name,Comment / Mo,tea"),
        # without a head only where three columns are parted as a sheet copies them
        ("a\tb\tc/d\te\tf", ": a,b,c / d,e,f"),
        ("a\tb\tc//d\te\tf", ": a,b,c / d,e,f"),
        ("a\tb\tc/d\te\tf/g\th\ti/j", ": a,b,c / d,e,f / g,h,i / j"),
        ("a\tb\tc/d\te\tf/g", None),
        ("a\tb/c\td", None),
        ("a,b,c/d,e,f", None),
        ("a\tb\tc/", None),
    ],
)  # fmt: skip
def test_a_text_that_is_nothing_but_tables_comes_apart_into_them(text, stands):
    found = tables.sheets_of(text.replace("/", "\n"), content.load().notes)
    told = [
        " : ".join(" / ".join(map(",".join, rows)) for rows in (sheet.above, sheet.rows)).strip()
        for sheet in found or ()
    ]
    assert (found and " + ".join(told)) == stands
