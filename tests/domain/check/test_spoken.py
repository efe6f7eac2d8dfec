"""Numbers told in words are found with all their words."""

import pytest

from coprod_desktop.domain.check.scan import Scanner
from coprod_desktop.domain.check.spoken import letter_digits, turned
from tests.domain.making import record


def found(text: str) -> list[tuple[str, str]]:
    return [(h.kind.value, text[h.start : h.end]) for h in Scanner(record()).hits(text)]


@pytest.mark.parametrize(
    ("words", "digits"),
    [
        ("oh double seven double oh", "07700"),
        ("oh seven seven nine hundred one", "0779001"),
        ("triple seven, one", "7771"),
        ("treble four", "444"),
        ("double twenty", "double 20"),
        ("twenty one", "21"),
        ("twenty, one", "201"),
        ("twenty 1", "201"),
        ("twenty ten", "2010"),
        ("fifty-one", "51"),
        ("ten one", "101"),
        ("nine hundred twelve", "90012"),
        ("nine thousand", "9 thousand"),
        ("two and two", "2 and 2"),
        ("four 17", "417"),
        ("12 34", "12 34"),
        ("12 o", "120"),
        ("o77oo", "07700"),
        ("0i632", "01632"),
        ("third of may", "3rd of may"),
        ("first of may", "1st of may"),
        ("the first came", "the first came"),
        ("the second hand", "the second hand"),
        ("twentieth", "20th"),
        ("oh dear", "oh dear"),
        ("nought one", "01"),
        ("hundred", "hundred"),
        ("a seven", "a 7"),
        ("", ""),
        ("zero one two three four five six seven eight nine", "0123456789"),
        (
            "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
            "10111213141516171819",
        ),
        ("twenty thirty forty fifty sixty seventy eighty ninety", "2030405060708090"),
        ("twenty five", "25"),
        ("ninety nine", "99"),
        ("ten five", "105"),
        ("twenty twenty", "2020"),
        ("twenty five six", "256"),
        ("20 five", "205"),
        ("5 five", "55"),
        ("double 4", "44"),
        ("double oh seven", "007"),
        ("double trouble four", "double trouble 4"),
        ("one double", "1 double"),
        ("double one two", "112"),
        ("7 hundred", "7 hundred"),
        ("seven, hundred", "700"),
        ("seven thousand", "7 thousand"),
        ("hundred seven", "hundred 7"),
        ("thousand four", "thousand 4"),
        ("seven hundred and four", "700 and 4"),
        ("one o two", "102"),
        ("nil four", "04"),
        ("naught four", "04"),
        ("no four", "no 4"),
        ("oh dear, four", "0 dear, 4"),
        ("oh dear, me and four", "oh dear, me and 4"),
        ("four and then oh", "4 and then 0"),
        ("four and then at last oh", "4 and then at last oh"),
        ("one and oh", "1 and 0"),
        ("o one", "01"),
        ("ten o'clock", "10 o'clock"),
        ("ten o clock", "10 o clock"),
        ("ten oclock", "10 oclock"),
        ("d'o four", "d'o 4"),
        ("l2", "12"),
        ("1l", "11"),
        ("4oil", "4011"),
        ("oil4", "0114"),
        ("o4x", "04x"),
        ("x4o", "x40"),
        ("4 oil", "4 oil"),
        ("4ox", "4ox"),
        ("12five", "125"),
        ("five12", "512"),
        ("12 34 five", "12 345"),
        ("five 12 34", "51234"),
        ("12 five 34", "12534"),
        ("one, two - three", "123"),
        ("one    two", "12"),
        ("one     two", "1     2"),
        ("one two x three", "12 x 3"),
        ("second of may", "2nd of may"),
        ("second may", "second may"),
        ("the first four of may", "the first 4 of may"),
        ("tenth may", "10th may"),
        ("twelfth five", "12th 5"),
        ("five third", "5 3rd"),
        ("thirtieth", "thirtieth"),
    ],
)
def test_words_become_digits(words, digits):
    assert turned(words).text == digits


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("phone", "oh double seven double oh nine oh oh four eight one"),
        ("phone", "oh seven seven zero zero nine hundred one two three"),
        ("phone", "O77OO 9OO481"),
        ("phone", "0I632 960211"),
        ("birth_date", "third of May, nineteen fifty one"),
        ("code", "four four one seven"),
        ("code", "four, four, one, seven"),
        ("code", "double four seven one"),
    ],
)
def test_a_number_told_in_words_is_found_whole(kind, words):
    told = {"phone": "my number is", "birth_date": "I was born on the", "code": "the door code is"}[kind]
    assert found(f"{told} {words} you see") == [(kind, words)]


@pytest.mark.parametrize(
    "text",
    [
        "the first three came, the second too",
        "twenty one people came at half ten",
        "the alarm is for ten o'clock",
        "set the alarm for twelve o clock",
    ],
)
def test_everyday_counts_are_left_alone(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "are_there"),
    [("o7700", True), ("077oo", True), ("0 o 7", True), ("oil", False), ("07700", False), ("a4", False)],
)
def test_letters_among_digits(text, are_there):
    assert letter_digits(text) is are_there


def test_where_turned_digits_stand_in_the_text_itself():
    text = "ring twenty one, o7 now 5"
    made = turned(text)
    assert made.text == "ring 2107 now 5"
    assert [text[slice(*made.span(at, at + n))] for at, n in ((0, 4), (5, 4), (5, 1), (10, 3), (14, 1), (0, 15))] == [
        *("ring", "twenty one, o7", "twenty one, o7", "now", "5"),
        text,
    ]
