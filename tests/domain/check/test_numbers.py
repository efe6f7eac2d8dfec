import time

import pytest

from coprod_desktop.domain.check.numbers import digits
from coprod_desktop.domain.check.scan import Scanner
from tests.domain.making import record


def found(text: str, **session: str) -> list[tuple[str, str]]:
    hits = Scanner(record(**session)).hits(text)
    return [(h.kind.value, text[h.start : h.end]) for h in hits]


@pytest.mark.parametrize(
    "number",
    [
        "07700 900481",
        "07700900481",
        "07700-900-481",
        "077 00 90 04 81",
        "+44 7700 900481",
        "+44 (0)7700 900481",
        "0044 7700 900481",
        "(020) 7946 0018",
        "020 7946 0018",
        "01632 960 211",
        "01632\u00a0960\u00a0211",
        "٠٧٧٠٠٩٠٠٤٨١",
        "੦੭੭੦੦ ੯੦੦੪੮੧",
        "07700\u200e 900\u200e481",
        "+353 87 123 4567",
    ],
)
def test_phone_numbers_in_the_forms_people_write(number):
    assert found(f"ring me on {number} before ten") == [("phone", number)]


@pytest.mark.parametrize(
    "text",
    [
        "on 01/02/2026 10 people came",
        "it costs £410,000 a year, or £1,200.50 a week",
        "15 minute calls, 9 mins of 30, at 10.40",
        "17 of 26 people, 58.3% of 412",
        "rang three times, call 20 times a month",
        "from 2026-09-17 to 2027-01-04 at 10:30-12:30",
        "room 2 and item 4 of page 12",
        "W1 2nd floor, B12 3rd door, the M6 1st exit",
        "a 10 minute walk, a 15 minute drive, 2 new homes in the Close",
        "3 people on Ferrier Rd, 5 days in a row",
        "by 31 March 2028",
    ],
)
def test_other_numbers_are_left_alone(text):
    assert found(text) == []


def test_a_local_number_is_seen_when_someone_says_ring():
    assert found("just ring 960211 after six") == [("phone", "960211")]


def test_mail_addresses_typed_and_spoken():
    assert found("write to mo.adeyemi+care@example.org") == [("email", "mo.adeyemi+care@example.org")]
    assert found("it is jay at example dot org")[0][0] == "email"


@pytest.mark.parametrize("postcode", ["MR4 2QX", "mr42qx", "EC1A 1BB", "M1 1AE"])
def test_postcodes(postcode):
    assert found(f"come to {postcode} on Friday") == [("postcode", postcode)]


@pytest.mark.parametrize(
    "address", ["14 Larkspur Close", "22b Baker St", "5 Mill Road", "9 elm grove", "Flat 3, 12 Old Mill Lane"]
)
def test_a_house_number_and_a_street(address):
    assert found(f"she is at {address} now") == [("address", address)]


@pytest.mark.parametrize("number", ["QQ123456C", "QQ 12 34 56 C", "ab 12 34 56 d"])
def test_national_insurance_numbers(number):
    assert found(f"my NI is {number}.") == [("ni_number", number)]


def test_nhs_numbers_are_told_by_their_check_digit():
    assert found("it is 943 476 5919") == [("nhs_number", "943 476 5919")]
    assert found("it is 943 476 5918") == [("long_number", "943 476 5918")]
    assert found("NHS number 943 476 5918") == [("nhs_number", "943 476 5918")]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("dob 3/5/48", "3/5/48"),
        ("I was born on 3 May 1948", "3 May 1948"),
        ("date of birth: 1948-05-03", "1948-05-03"),
        ("born in 1948", "1948"),
        ("her birthday is 12th June", "12th june"),
        ("that was 12 June 1951", "12 June 1951"),
    ],
)
def test_dates_of_birth(text, date):
    assert [(k, w.lower()) for k, w in found(text)] == [("birth_date", date.lower())]


def test_reference_numbers():
    assert found("my case number is CX99812") == [("reference", "CX99812")]


def test_the_published_contact_may_be_repeated():
    contact = "Femi, 01632 960 211 or homecare@example.org"
    assert found("ring us on (01632) 960211 or write to homecare@example.org", contact=contact) == []
    assert found("ring us on 01632 960 212", contact=contact) == [("phone", "01632 960 212")]


@pytest.mark.parametrize("piece", ["a1 ", "07700 ", "1 a b c d e ", "@a.", "ab-'", "my carer "])
def test_twice_as_long_a_text_takes_about_twice_as_long(piece):
    def seconds(length: int) -> float:
        text, times = piece * (length // len(piece)), []
        for _ in range(3):
            scanner = Scanner(record())  # one that has not seen the text yet
            start = time.process_time()
            scanner.hits(text)
            times.append(time.process_time() - start)
        return min(times)

    seconds(1000)  # reads the lists of words
    assert seconds(8000) < 3 * seconds(4000) + 0.01  # four times and more where it grows with the square


@pytest.mark.parametrize(
    ("written", "dialled"),
    [
        ("07700 900481", "07700900481"),
        ("+44 7700 900481", "07700900481"),
        ("+44 (0)7700 900481", "07700900481"),
        ("(+44) 7700 900481", "07700900481"),
        (" +44 07700 900481", "07700900481"),
        ("0044 7700 900481", "07700900481"),
        ("0044 07700 900481", "07700900481"),
        ("447700900481", "07700900481"),
        ("44770090048", "44770090048"),
        ("4477009004811", "4477009004811"),
        ("+353 1 234 5678", "35312345678"),
        ("+4477", "077"),
        ("ring", ""),
    ],
)
def test_a_number_as_it_is_dialled_here(written, dialled):
    assert digits(written) == dialled
