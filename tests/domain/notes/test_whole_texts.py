"""What the whole of a text shows before its first line is read: how it was typed, what it is, where it came from."""

import csv
import datetime

import pytest

from coprod_desktop.domain.notes import before_reading, blocks, email, habits, pieces
from coprod_desktop.domain.notes.actions import ActionReader
from coprod_desktop.domain.notes.days import day_in, nearly_a_day
from coprod_desktop.domain.notes.labels import Labels
from coprod_desktop.domain.notes.state import Reading
from coprod_desktop.services.program import content


def words():
    return content.load().notes


def of(text):
    return pieces.of_lines(text.split("\n"))


@pytest.mark.parametrize(
    ("text", "answered"),
    [
        ("Bus?\nlate\ncold\n\nTea?\nlate\ncold", True),
        ("Bus?\nlate\ncold\n\nTea?\nlate", False),  # an answer is no list of them
        ("Bus?\nlate\ncold", False),
        ("Bus?\nlate\ncold\n\n- Tea?\nlate\ncold", False),
        ("Bus?\nlate\n\ncold\n\nTea?\nlate\ncold", False),
        ("Bus?\n\nlate\ncold\n\nTea?\nlate\ncold", False),
        ("Bus?\nlate\ncold\nTea?\nlate\ncold", False),
        ("Bus?\nlate\ncold\n\nTea?\nlate\ncold\n\nNow?\n\nBin?\nlate\ncold", False),
        ("Bus\nlate\ncold\n\nTea\nlate\ncold", False),
    ],
)
def test_questions_head_lines_where_their_answers_stand_right_below(text, answered):
    assert habits.are_answered(of(text)) is answered


@pytest.mark.parametrize(
    ("lengths", "wrapped"),
    [
        # long lines that go on below, in more blocks than one
        ("60 60 90 10 / 9", True),
        ("59 59 90 10 / 9", False),
        ("60 60 90 60 10", False),
        ("60 90 10 / 9", False),  # two are no habit
        ("60 10 / 60 10 / 90 10 / 9 / 9 / 9", True),
        ("60 10 / 60 10 / 90 10 / 9 / 9 / 9 / 9", False),  # nearly each line stands by itself
        ("60 60 90 60. 60. 60. 9 / 9", True),
        ("60 60 90 60. 60. 60. 60. 9 / 9", False),  # most are whole sentences
        ("60: 60: 60 60 9 / 9", False),
        # as long as each other, and ending in whole sentences here and there
        ("36 36 36 36. 9", True),
        ("35 35 35 35. 9", False),
        ("36 36 36 45. 9", True),
        ("36 36 36 46. 9", False),
        ("36 36 36 36 36 36 36 36. 36. 9", True),
        ("36 36 36 36 36 36 36 36 36. 9", False),
        ("9 36 99 9", False),
        ("", False),
    ],
)
def test_lines_are_broken_where_the_paper_ended(lengths, wrapped):
    def line(length):
        end = length.lstrip("0123456789")
        return "x" * (int(length.removesuffix(end)) - len(end)) + end

    text = "\n\n".join("\n".join(map(line, block.split())) for block in lengths.split(" / "))
    assert habits.is_wrapped(of(text)) is wrapped


def test_how_far_lines_are_set_in_is_no_part_of_how_long_they_are():
    line = f" {'x' * 35}"
    assert not habits.is_wrapped(of("\n".join([line, line, line, f"{line[:-1]}.", "x"])))


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("the bus is late 10:15\nthe tea is cold 10:16\nthere is no loop\nwet\ndark", {"times"}),
        ("the bus is late 10:15\nthe tea is cold\nthere is no loop\nwet\ndark", set()),
        ("the bus is late 10:15\nthe tea is cold 10:16\nthere is no loop\nwet\ndark\nlate\nbins", set()),
        ("10:14 the bus is late 10:15\n10:15 the tea is cold 10:16\nthere is no loop 10:17\nwet\ndark", set()),
        ("the bus is late (Jo)\nthe tea is cold (Mo)\nthere is no loop (Jo)\nwet\ndark", {"names", "boxed", "small"}),
        ("the bus is late - Jo\nthe tea is cold - Mo\nthere is no loop - Jo\nwet\ndark", {"names", "small"}),
        ("the bus is late - Jo\nthe tea is cold - Mo\nthere is no loop\nwet\ndark", {"names"}),
        ("the bus is late - Jo\nthe tea is cold - Mo\nthere is no loop\nwet\ndark\nbins", set()),
        ("the bus is late - Jo\nthe tea is cold\nthere is no loop\nwet", set()),
        ("the bus is late - jo\nthe tea is cold - mo\nthere is no loop - jo", {"names", "small"}),
        (
            "the bus is late - jo\nthe tea is cold - mo\nthere is no loop - al\nit is all wet - bo\nit is so dark - jo",
            {"names", "small"},
        ),
        (
            "the bus is late - jo\nthe tea is cold - mo\nthere is no loop - al",
            set(),
        ),  # each is another: words, not people
        ("the bus is late - jo\nthe tea is cold - mo\nthere is no loop - al\nwet - jo\ndark - mo", {"names", "small"}),
        ("the bus is late - jo\nthe tea is cold - mo\nthere is no loop - jo\nwet\ndark", {"names", "small"}),
        ("the bus is late - jo\nthe tea is cold - mo\nthere is no loop - jo\nwet\ndark\nbins", set()),
        ("the bus is late (Jo)\nthe tea is cold (Grant)\nthere is no loop\nwet\ndark\nbins\nrain", {"boxed"}),
        ("the bus is late (Jo)\nthe tea is cold (Zebra)\nthere is no loop\nwet\ndark\nbins\nrain", set()),
        ("Al: the bus is late - Jo\nBo: the tea is cold - Mo\nAl: there is no loop - Jo", {"small"}),
        ("the bus is late - Jo 10:15\nthe tea is cold - Mo 10:16", {"names", "times"}),
    ],
)
def test_names_and_times_stand_behind_the_words_where_many_lines_have_them_there(text, behind):
    found = of(text)
    here = before_reading.labels_of(found, words())
    reading = Reading(words(), here, ActionReader(words(), here, None))
    habits.look_behind(reading, found)
    told = {name for name in ("times", "names", "boxed", "small") if getattr(reading, f"{name}_behind")}
    assert told == behind


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("10:15 Bus\n- late\n10:20 Tea\n- cold", True),
        ("10:15 Bus\n- late", False),
        ("10:15 Bus\n- late\n10:20 Tea", False),
        ("10:15 Bus\n- late\n- dark\n10:20 Tea", True),
        ("10:15 Bus\n- late\n- dark\n- wet\n10:20 Tea\n10:25 Loop", False),
        ("10:15 Bus\n10:20 Tea\n- 10:21 cold\n- late", False),
        ("- 10:15 Bus\n- late\n- 10:20 Tea\n- cold", False),
        ("Bus\n- late\nTea\n- cold", False),
    ],
)
def test_times_stand_before_topics_where_bullets_stand_below(text, topics):
    assert habits.has_topics(of(text)) is topics


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("Minutes of the group\nJo: bus", True),
        ("Carers group: minutes\nJo: bus", True),
        ("Jo: bus\nMo: tea\nThe minutes", True),
        ("Jo: bus\nMo: tea\nAl: wet\nThe minutes", False),
        ("We have ten minutes for this\nJo: bus", False),
        ("Present: Jo\nAction: Jo to ring", True),
        ("Apologies: Jo\nActions\nJo to ring", True),
        ("Present: Jo\nMo: bus", False),
        ("Action: Jo to ring\nMo: bus", False),
        ("Present: Jo\nQuestions\nMo: bus", False),
    ],
)
def test_a_text_is_minutes_where_it_says_so_or_has_who_came_and_what_is_to_be_done(text, minutes):
    assert before_reading.are_minutes(of(text), words(), ActionReader(words(), Labels(words()), None)) is minutes


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Carers group 12 March 2026", 0),
        ("Carers group\nTable 4\nJo: bus", 1),
        ("The bus is late.\nTable 4\nJo: bus", 0),
        (f"{'x' * 79}\nTable 4\nJo: bus", 1),
        (f"{'x' * 80}\nTable 4\nJo: bus", 0),
        ("Notes of the group\nJo: bus\nMo: tea", 1),
        ("Notes of the group\n12 March 2026\nMo: tea", 2),
        ("Notes of the group\n12 March 2026", 1),
        ("Carers group\n12 March 2026, the hall\nMo: tea", 2),
        ("Carers group\nthe hall, 12 March 2026\nMo: tea", 0),
        (f"Carers group\n12 March 2026{'x' * 66}\nMo: tea", 2),
        (f"Carers group\n12 March 2026{'x' * 67}\nMo: tea", 0),
        ("Carers group\n\nJo: bus\nMo: tea\nAl: wet", 1),
        ("Carers group\n\nJo: bus\nMo: tea", 0),  # too few to tell
        ("Carers group!\n\nJo: bus\nMo: tea\nAl: wet", 0),
        ("Carers group\n\nJo: bus\n\nMo: tea\nAl: wet", 0),
        (f"{'x' * 79}\n\nJo: bus\nMo: tea\nAl: wet", 1),
        (f"{'x' * 80}\n\nJo: bus\nMo: tea\nAl: wet", 0),
        ("“Notes” of it\nJo: bus", 0),
        (f"Notes {'x' * 74}\nJo: bus", 1),
        (f"Notes {'x' * 75}\nJo: bus", 0),
        ("one two three four five six seven 12 March\nJo: bus", 1),
        ("one two three four five six seven eight 12 March\nJo: bus", 0),
        ("12 March.\nJo: bus", 0),
    ],
)
def test_the_first_lines_say_what_plain_lines_are_of(text, titles):
    assert before_reading.titles_before(of(text), words()) == titles


# ---- e-mails


def mail(text):
    found = email.parted(text.split("\n"))
    return None if found is None else tuple("\n".join(part) for part in found)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("From: Jo\nTo: Mo\nbus\ntea", ("From: Jo\nTo: Mo", "bus\ntea", "")),
        ("\nFrom: Jo\n\n  **To:** Mo\n\nbus", ("\nFrom: Jo\n\n  **To:** Mo\n", "bus", "")),
        ("From: Jo\nTo: Mo\n\n Dear all,\nbus\n Thanks\n\nJo", ("From: Jo\nTo: Mo\n\n Dear all,", "bus", " Thanks\n\nJo")),
        ("From: Jo\nTo: Mo\nHi Mo", ("From: Jo\nTo: Mo\nHi Mo", "", "")),
        ("From: Jo\nTo: Mo\nHi. The bus is late", ("From: Jo\nTo: Mo", "Hi. The bus is late", "")),
        ("From: Jo\nbus", None),
        ("From: Jo\nTo: Mo", None),
        ("bus\nFrom: Jo\nTo: Mo", None),
        ("From: Jo\nTo: Mo\nCc: Al\nHi\nbus\ntea", ("From: Jo\nTo: Mo\nCc: Al\nHi", "bus\ntea", "")),
        ("From: Jo\nTo: Mo\nThanks\n1\n2\n3\n4\n5", ("From: Jo\nTo: Mo", "", "Thanks\n1\n2\n3\n4\n5")),
        ("From: Jo\nTo: Mo\nbus\nThanks\n1\n2\n3\n4\n5\n6", ("From: Jo\nTo: Mo", "bus\nThanks\n1\n2\n3\n4\n5\n6", "")),
        ("From: Jo\nTo: Mo\nCheers\nbus\nThanks", ("From: Jo\nTo: Mo", "", "Cheers\nbus\nThanks")),
    ],
)  # fmt: skip
def test_head_greeting_and_signature_of_an_e_mail_are_parted_from_its_words(text, parts):
    assert mail(text) == parts


def test_the_close_of_an_e_mail_is_looked_for_below_its_head():
    assert email.closed_at(["Thanks", "bus", "x"]) == 0
    assert email.closed_at(["Thanks", "bus", "x"], 1) == 3
    assert email.closed_at(["bus", "  Thanks ", "", "x"], 1) == 1
    assert email.closed_at(["bus", "tea"]) == 2


@pytest.mark.parametrize(
    ("text", "mails"),
    [
        ("From: Jo\nTo: Mo\nbus", None),
        (
            "above\nFrom: Jo <jo@x.org>\nSent: 1\n\nHi all\nbus\n\n  From: **Mo Ali**\n\n To: Jo\n tea\n",
            [
                (None, "above", ""),
                ("Jo", "From: Jo <jo@x.org>\nSent: 1\n\nHi all", "bus\n"),
                ("**Mo Ali**", "  From: **Mo Ali**\n\n To: Jo", " tea\n"),
            ],
        ),
        (
            "From: Jo\nSent: 1\nHello\nFrom: Mo\nSent: 2\n\nFrom: Al\nSent: 3",
            [
                (None, "", ""),
                ("Jo", "From: Jo\nSent: 1", "Hello"),  # all that it says
                ("Mo", "From: Mo\nSent: 2\n", ""),
                ("Al", "From: Al\nSent: 3", ""),
            ],
        ),
        ("From: Jo\nbus\nFrom: Mo\ntea", None),
        ("From: Jo\nSent: 1\n \nHi all\nbus\nFrom: Mo\nSent: 2\n Dear Jo,\ntea", [(None, "", ""), ("Jo", "From: Jo\nSent: 1\n \nHi all", "bus"), ("Mo", "From: Mo\nSent: 2\n Dear Jo,", "tea")]),
        ("From: Jo\nSent: 1\nbus\nFrom: Mo", None),
        ("From: Jo\nSent: 1\nbus\n  From: Mo  \nSent: 2\ntea", [(None, "", ""), ("Jo", "From: Jo\nSent: 1", "bus"), ("Mo", "  From: Mo  \nSent: 2", "tea")]),
    ],
)  # fmt: skip
def test_each_of_several_e_mails_is_who_sent_it_its_head_and_its_words(text, mails):
    found = email.each(text.split("\n"))
    assert mails == (found and [(who, "\n".join(head), "\n".join(body)) for who, head, body in found])


def test_a_line_that_a_program_broke_goes_on_below():
    long = "x" * 60
    assert email.unbroken([long, "so on", "Bus"]) == f"{long} so on\nBus"
    assert email.unbroken([f"{long}.", "so on"]) == f"{long}.\nso on"


# ---- tables within notes


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Jo: bus", ["Jo: bus"]),
        ("", []),
        (" \n", []),
        ("Name\tComment\nJo\tbus", [["Name Comment", "Jo bus"]]),
        ("Tea group\n\nName\tComment\nJo\tbus\nAl: wet", ["Tea group\n", ["Name Comment", "Jo bus"], "Al: wet"]),
        ("\nName\tComment\nJo\tbus\n\n", [["Name Comment", "Jo bus"]]),
        (" \nName\tComment\nJo\tbus\n \n", [["Name Comment", "Jo bus"]]),
        ("Name\tComment", ["Name\tComment"]),
        ("Name\tComment|x\nJo\tbus", [["Name Comment|x", "Jo bus"]]),
        ("Jo\tbus\nMo\ttea", ["Jo\tbus\nMo\ttea"]),
        ("Who\tSed\nMo\ttea", [["Who Sed", "Mo tea"]]),
        ("|Name|Comment|\n|---|---|\n| Jo | bus |\nAl", [["Name Comment", "Jo bus"], "Al"]),
        ("|Name|Comment|\n|Jo|bus\n", [["Name Comment", "Jo bus"]]),
        ("Name | Comment\nJo | bus", ["Name | Comment\nJo | bus"]),  # one sign is no table
        ("Name | Type | Comment\nJo | idea | bus", [["Name Type Comment", "Jo idea bus"]]),
        ("Name | Type | Comment\nJo | bus", ["Name | Type | Comment\nJo | bus"]),
        ('Name\tComment\nJo\t"bus\ntea"\nAl\twet', [["Name Comment", "Jo bus/tea", "Al wet"]]),
        ('Jo\t"bus\ntea"\nAl: wet', ["Jo\nbus\ntea\nAl: wet"]),
        ('Jo\t"bus\ntea\nAl: wet', ['Jo\t"bus\ntea\nAl: wet']),
        ('Name\tComment\nJo\t"bus" tea\nAl\twet', [["Name Comment", "Jo bus tea", "Al wet"]]),
        ('"bus\ntea"\nAl: wet', ['"bus\ntea"\nAl: wet']),
        ("\tJo\nbus", ["\tJo\nbus"]),
    ],
)
def test_a_table_within_notes_stands_in_a_block_of_its_own(text, parts):
    found = blocks.of_lines(text.split("\n"), words())
    told = [
        [" ".join(row).replace("\n", "/") for row in one.rows] if one.rows else "\n".join(one.lines) for one in found
    ]
    assert told == parts
    assert not any("\n" in line for one in found if not one.rows for line in one.lines)


@pytest.mark.parametrize(("lines", "in_cell"), [(80, 80), (81, 1)])
def test_a_cell_goes_on_over_eighty_lines_and_no_further(lines, in_cell):
    cell = "\n".join(["bus"] * lines)
    found = blocks.of_lines(f'Name\tComment\nJo\t"{cell}"'.split("\n"), words())
    assert "".join(cell for one in found for row in one.rows for cell in row).count("bus") == in_cell
    assert "\n".join(line for one in found for line in one.lines).count("bus") == lines


def test_a_cell_longer_than_the_machine_reads_is_parted_from_the_others_all_the_same():
    before = csv.field_size_limit(100)  # one for the whole program
    try:
        (found,) = blocks.of_lines(["Name\tComment", f'Jo\t"{"x" * 101}"'], words())
    finally:
        csv.field_size_limit(before)
    assert found.rows == (("Name", "Comment"), ("Jo", f'"{"x" * 101}"'))


# ---- days


@pytest.mark.parametrize(
    ("text", "with_day", "without"),
    [
        ("by 3 April", datetime.date(2026, 4, 3), None),
        ("by April 3, 2027", datetime.date(2027, 4, 3), datetime.date(2027, 4, 3)),
        ("3.4.26", datetime.date(2026, 4, 3), datetime.date(2026, 4, 3)),
        ("3-4-26", datetime.date(2026, 4, 3), datetime.date(2026, 4, 3)),
        ("3/4", datetime.date(2026, 4, 3), None),
        ("31/2/26", None, None),
        ("2026-04-03", datetime.date(2026, 4, 3), datetime.date(2026, 4, 3)),
        ("29 February 2028", datetime.date(2028, 2, 29), datetime.date(2028, 2, 29)),
        ("soon", None, None),
    ],
)
def test_a_day_without_a_year_needs_a_day_to_count_from(text, with_day, without):
    assert (day_in(text, datetime.date(2026, 3, 2))[1], day_in(text, None)[1]) == (with_day, without)


def test_a_day_of_the_week_with_one_letter_wrong_is_still_one():
    for wrong in ("mondy", "Tuesdya", "wednesdya", "thursdy", "FRIDY", "saterday", "sundat"):
        assert nearly_a_day(wrong), wrong
    assert not any(map(nearly_a_day, ("someday", "Fred", "", "frid")))
