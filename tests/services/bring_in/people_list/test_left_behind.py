"""Nothing that matters stays behind unsaid: a no to something nobody knows, a need in a column nobody reads, a row that says otherwise."""

from coprod_desktop.cli.people import as_json
from coprod_desktop.services.bring_in.people_rows import read_list
from coprod_desktop.services.program import content

NEEDS = content.load().needs


def read(*lines, name="list.csv"):
    return list(map(as_json, read_list("\n".join(lines).encode(), NEEDS, name=name).rows))


def test_a_no_to_something_the_program_does_not_know_is_asked_about():
    ann, bo = read("Name,Coming?,Shall we invite the press to you?", "Ann Lee,Yes,No", "Bo Marsh,Yes,Yes")
    assert ann["doubts"] == ["Nothing was taken of “No” under “Shall we invite the press to you?”. Ask them."]
    assert ann["consents"] == {}
    assert bo["doubts"] == []


def test_a_need_in_a_column_nobody_reads_is_asked_about():
    ann, bo, cy, di = read(
        "Name,Coming?,Lives", "Ann Lee,Yes,flat above the shop so needs a ramp", "Bo Marsh,Yes,by the sea", "Cy Dunn,No,in town", "Di Orr,No,in town",
    )  # fmt: skip
    assert any("needs a ramp" in told for told in (*ann["needs"], *ann["doubts"]))
    assert bo["doubts"] == cy["doubts"] == di["doubts"] == []


def test_what_is_a_next_of_kins_stays_behind_without_a_word():
    (ann,) = read("Name,Coming?,Next of kin needs,Next of kin phone", "Ann Lee,Yes,Large print,07700 900001")
    assert (ann["needs"], ann["contact"], ann["doubts"]) == ([], "", [])


def test_leave_to_be_written_to_later_is_refused_in_many_words():
    for asked in (
        "Would you like to hear about future sessions?", "Can we let you know about other events?", "Can we keep you posted?",
        "Shall we put you on our list for next time?",
    ):  # fmt: skip
        ann, bo = read(f"Name,{asked}", "Ann Lee,No", "Bo Marsh,Yes")
        assert (ann["consents"], bo["consents"]) == ({"contact": "no"}, {}), asked


def test_of_two_rows_for_one_person_both_say_that_they_differ():
    first, second = read("Name,Phone,Coming?", "Ann Lee,07700 900001,Yes", "Ann Lee,07700 900001,No")
    assert first["doubts"] == ["Row 3 has the same name and contact, and says something else."]
    assert second["doubts"] == ["The same name and contact stand in row 2."]


def test_answers_drawn_behind_a_name_are_read():
    found = read(
        "Who's in for Thursday? 👇", "1. Khadija ✅", "2. Big Tony ❌ working", "3. Lorraine P ✅ veggie", "4. Sukhi ✅ +1", name="list.txt"
    )  # fmt: skip
    assert [(row["name"], row["coming"]) for row in found] == [
        ("Khadija", "coming"), ("Big Tony", "apologies"), ("Lorraine P", "coming"), ("Sukhi", "coming"),
    ]  # fmt: skip
    assert found[2]["needs"] == ["veggie"]
    assert found[3]["doubts"]


def test_yes_and_no_stay_what_they_are_beside_a_letter_for_maybe():
    found = read("Name,Coming? Y/N/M,Needs", "Ann Lee,Y,", "Bo Marsh,N,", "Cy Dunn,M,")
    assert [row["coming"] for row in found] == ["coming", "apologies", None]
    assert [bool(row["doubts"]) for row in found] == [False, False, True]


def test_a_number_beside_their_mobile_stays_behind_and_is_told():
    ann, bo = read("Name,Home,Work,Mobile", "Ann Lee,01632 960111,01632 960112,07700 900123", "Bo Marsh,,,07700 900124")
    assert ann["contact"] == "07700 900123"
    assert ann["doubts"] == [
        "Nothing was taken of “01632 960111” under “Home”. Ask them.", "Nothing was taken of “01632 960112” under “Work”. Ask them.",
    ]  # fmt: skip
    assert (bo["contact"], bo["doubts"]) == ("07700 900124", [])


def test_the_day_of_a_reply_beside_a_name_is_left_out_of_it():
    for lines in (
        ("10/11/2026 Ann Lee", "11/11/2026 14:05 Bo Marsh - can't come", "12/11/2026 Maggie / Stu"),
        ("10 Nov: Ann Lee", "Tue 11 Nov Bo Marsh - can't come", "12th November - Maggie / Stu"),
        ("Ann Lee 10/11/2026", "Bo Marsh - can't come, 11 Nov", "Maggie / Stu (12 Nov)"),
    ):  # fmt: skip
        found = read(*lines, name="names.txt")
        assert [(row["name"], row["coming"], row["ticked"]) for row in found] == [
            ("Ann Lee", None, True), ("Bo Marsh", "apologies", True), ("Maggie", None, True), ("Stu", None, True),
        ], lines  # fmt: skip
    told = read_list("\n".join(lines).encode(), NEEDS, name="names.txt").doubts
    assert told == ("Days stand beside the names. They were taken for days of reply and left out.",)
