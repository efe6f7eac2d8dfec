"""Leaving out takes the whole, never half of it."""

import pytest

from coprod_desktop.domain.check.kinds import FindingKind, hit
from coprod_desktop.domain.check.leaving import leave_out
from coprod_desktop.domain.check.scan import Scanner
from tests.domain.making import person, record

PEOPLE = (person("a", "Jean Quarrendon"), person("b", "Blessing Okonkwo-Hale", public="first name"))


def without(text: str) -> str:
    eyes = Scanner(record(*PEOPLE))
    return leave_out(text, eyes.hits(text), eyes.hits)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Ask Cllr P. Lightbody about it", "Ask [name left out] about it"),
        ("It is on card 4929 1234 5678 9012 now", "It is on card [number left out] now"),
        ("She lives at Flat 3, Oak Court and waits", "She lives at [address left out] and waits"),
        ("My carer Gurpreet Kaur Sandhu left", "My carer [name left out] left"),
        ("write to jean.q(at)example.org soon", "write to [mail address left out] soon"),
        ("Then Jeanie rang", "Then [name left out] rang"),
        ("Then J. Quarrendon rang", "Then [name left out] rang"),
        ("Ask Mrs Quarrendon-Pugh", "Ask [name left out]"),
        ("Blessing Okonkwo-Hale rang", "Blessing rang"),
        ("ring 07700 900 481, then wait", "ring [phone number left out], then wait"),
        ("I am at 14 Oak Lane, Wem, SY4 5RT now", "I am at [address left out] now"),
        ("J e a n rang", "[name left out] rang"),
        ("We said so. The door code is 4417. Nobody listens.", "We said so. Nobody listens."),
        ("The key safe is 4417", "[left out]"),
        ("It hurts. My husband hits me. It rains.", "It hurts. It rains."),
    ],
)
def test_the_whole_name_number_or_sentence_goes(text, left):
    assert without(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "Cllr P. Lightbody and Mrs Ana Maria dos Santos Silva came",
        "card 4929 1234 5678 9012, sort code 20-00-00, account 55779911",
        "Flat 3, Oak Court, 14 Oak Lane, Wem",
        "Gurpreet Kaur Sandhu, Jeanie, J.Q. and Quarrendon",
        "jean.q(at)example.org or jean dot q at example dot org",
        "my number is oh seven seven zero zero nine hundred one two three",
    ],
)
def test_nothing_is_found_in_what_is_left(text):
    eyes = Scanner(record(*PEOPLE))
    assert eyes.hits(without(text)) == ()
    for piece in ("Lightbody", "Silva", "9012", "9911", "Oak", "Sandhu", "Jean", ".q", "three"):
        assert piece not in without(text)


def test_where_more_would_give_it_away_the_sentence_goes():
    hits = Scanner(record(*PEOPLE)).hits("Kind words. Ask Jean, yes her. More.")
    still = iter([hits, ()])
    assert leave_out("Kind words. Ask Jean, yes her. More.", hits, lambda _text: next(still, ())) == "Kind words. More."


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("I asked Jean. She said no", "I asked [name left out]. She said no"),
        ("Ask Dr J. Quarrendon", "Ask [name left out]"),
        ("A Jean came", "A [name left out] came"),
        ("from Jean's list", "from [name left out]'s list"),
        ("Jean’s here", "[name left out]’s here"),
        ("I saw A Jean", "I saw A [name left out]"),
        ("Jean I Jean", "[name left out] I [name left out]"),
        ("ask cllr Quarrendon", "ask cllr [name left out]"),
        ("the jean_q account", "the [name left out] account"),
        ("jean@home was there", "[name left out] was there"),
        ("Jean O'Hara came", "[name left out] came"),
        ("I saw Jean Monday", "I saw [name left out] Monday"),
        ("it was at Room 3, 14 Oak Lane", "it was at [address left out]"),
        ("Ferndale Court, 14 Oak Lane is cold", "[address left out] is cold"),
        ("14 Oak Lane, the Meadows, MR4 2QX", "[address left out]"),
        ("14 Oak Lane-side", "[address left out]"),
        ("it was 07700 900481/2 now", "it was [number left out] now"),
        ("Blessing Okonkwo-Hale and Jean", "Blessing and [name left out]"),
        ("My husband hits me. Jean saw. It rains", "[name left out] saw. It rains"),
        ("My card is 4929 1234 5678 9012. My pin is 4417. Done", "My card is [number left out]. Done"),
        ("Jean said 07700 900481", "[name left out] said [phone number left out]"),
    ],
)
def test_it_begins_and_ends_where_the_words_do(text, left):
    assert without(text) == left


def cut(text: str, *found: tuple[FindingKind, str]) -> str:
    return leave_out(text, [hit(kind, text.index(words), text.index(words) + len(words)) for kind, words in found])


def test_a_quotation_loses_its_marks_and_nothing_else():
    assert cut("You said “I am cold” to us", (FindingKind.QUOTE, "“I am cold”")) == "You said I am cold to us"


def test_of_two_that_overlap_the_words_for_the_longer_stand():
    name, phone = (FindingKind.NAME, "Jean at"), (FindingKind.TAKEN_BACK, "at 12345 now")
    assert cut("ask Jean at 12345 now ok", phone, name) == "ask [left out] ok"
    short, long = (FindingKind.TAKEN_BACK, "Jean at"), (FindingKind.FLAGGED, "ask Jean at 12345")
    assert cut("ask Jean at 12345 now ok", long, short) == "[left out] now ok"


def test_two_that_touch_are_two():
    found = (FindingKind.TAKEN_BACK, "cold"), (FindingKind.FLAGGED, "wet")
    assert cut("It is coldwet here", *found) == "It is [left out][left out] here"


def test_what_goes_with_its_sentence_takes_the_name_in_it_along():
    found = (FindingKind.NAME, "Jean"), (FindingKind.HEALTH, "has HIV")
    assert cut("Good. Jean has HIV. More.", *found) == "Good. More."


@pytest.mark.parametrize(
    ("name", "address", "left"),
    [((14, 34), (29, 40), "name"), ((14, 28), (18, 40), "address"), ((18, 40), (14, 28), "name")],
)
def test_it_does_so_wherever_in_the_text_they_stand(name, address, left):
    text = "she said that ann tattersall house seven was cold"
    out = leave_out(text, [hit(FindingKind.NAME, *name), hit(FindingKind.ADDRESS, *address)])
    assert out == f"she said that [{left} left out] was cold"


def test_a_name_inside_a_longer_word_takes_the_word_along():
    assert cut("ask xJean_1 now", (FindingKind.NAME, "Jean")) == "ask [name left out] now"
    assert cut("ask -Jean now", (FindingKind.NUMBERS, "Jean")) == "ask -[left out] now"


def left(marked: str, kind: FindingKind) -> str:
    """What is left of a text in which what is found stands between « and »."""
    text, spans = "", []
    for piece in marked.replace("»", "«").split("«"):
        spans.append((len(text), len(text) + len(piece)))
        text += piece
    return leave_out(text, [hit(kind, *span) for span in spans[1::2]])


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("Ask Cllr P. «Lightbody» now", "Ask [n] now"),
        ("ask cllr «Lightbody» now", "ask cllr [n] now"),
        ("Ask Cllr «Lightbody», now", "Ask [n], now"),
        ("A «Lightbody» came", "A [n] came"),
        ("I «Lightbody» came", "I [n] came"),
        ("B.C. «Lightbody» came", "[n] came"),
        ("Word «Lightbody» came", "Word [n] came"),
        ("the Professor Sir Councillor Doctor «Lightbody» came", "the [n] came"),
        ("«Ann» Lightbody-Smith came", "[n] came"),
        ("«Ann» O'Hara came", "[n] came"),
        ("«Ann» o'hara came", "[n] o'hara came"),
        ("«Ann». Then came", "[n]. Then came"),
        ("«A». Bee came", "[n] came"),
        ("«Ann» Monday came", "[n] Monday came"),
        ("«Ann» I'll come", "[n] I'll come"),
        ("«Ann»'S chair", "[n] chair"),
        ("«Ann»’s chair", "[n]’s chair"),
        ("@«ann» came", "@[n] came"),
        ("x_«ann»_b came", "[n] came"),
        ("x__«ann»__b came", "x__[n]__b came"),
        ("_«ann»_ came", "_[n]_ came"),
        ("j-«ann»-b came", "j-[n]-b came"),
        ("«ann»_", "[n]_"),
        ("_«ann»", "_[n]"),
        ("b_«ann»", "[n]"),
        ("«ann»_b", "[n]"),
        ("an«n» came", "[n] came"),
        ("«a»nn came", "[n] came"),
    ],
)
def test_a_name_goes_with_all_that_belongs_to_it(text, without):
    assert left(text, FindingKind.NAME).replace("[name left out]", "[n]") == without


@pytest.mark.parametrize(
    ("kind", "text", "without"),
    [
        (FindingKind.ADDRESS, "at Flat 3, «14 Oak Lane», Wem, SY4 5RT now", "at [address left out] now"),
        (FindingKind.ADDRESS, "Room 4, «Oak House» now", "[address left out] now"),
        (FindingKind.ADDRESS, "x Oak Court, «14 Oak Lane» now", "x [address left out] now"),
        (FindingKind.ADDRESS, "14/«3 Oak Lane» now", "[address left out] now"),
        (FindingKind.POSTCODE, "«14 Oak Lane» SY4 5RT", "[address left out]"),
        (FindingKind.EMAIL, "write j.«ann@example»-b.org. Now", "write [mail address left out]. Now"),
        (FindingKind.EMAIL, "(«ann@example.org») now", "([mail address left out]) now"),
        (FindingKind.PHONE, "ring 077«00 900»481 x now", "ring [phone number left out] x now"),
        (FindingKind.PHONE, "ring «07700» 900 481, then 5", "ring [phone number left out], then 5"),
        (FindingKind.REFERENCE, "no AB-«4417»-x now", "no [left out] now"),
        (FindingKind.REFERENCE, "no -«4417»- now", "no -[left out]- now"),
        (FindingKind.QUOTE, "he said «“no way”» to it", "he said no way to it"),
        (FindingKind.SAME_WORDS, "«same words here»", "[left out]"),
        (FindingKind.SAME_WORDS, "so  «x»  now", "so [left out] now"),
        (FindingKind.SAME_WORDS, "so «a»«b» c", "so [left out][left out] c"),
        (FindingKind.SAME_WORDS, "so «some» thing", "so [left out] thing"),
    ],
)
def test_all_of_an_address_or_a_number_goes_and_only_the_words_that_were_said(kind, text, without):
    assert left(text, kind) == without


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("One. The code is «4417». Three.", "One. Three."),
        ("The code is «4417»", "[left out]"),
        ("One! Two «4417» two? Three.", "One! Three."),
        ("One.\n«4417».\nTwo", "One.\nTwo"),
        ("One\n«4417»\nTwo", "One\nTwo"),
        ("«One». «Two». Three", "Three"),
        ("«One». Two. «Three»", "Two."),
        ("O«ne. T»wo. Three", "Three"),
        ("See ann.b at 10.30, «4417» now. Two", "Two"),
        ("Two. See a...b «4417» now. Two", "Two. Two"),
        ("Two. Write to ann.@b «4417»", "Two."),
        ("One... «4417» … Two", "One..."),
        ("“One.” «4417» two", "“One.”"),
        ("说。«4417»。好", "说。好"),
    ],
)
def test_the_sentence_goes_from_its_first_word_to_its_last(text, without):
    assert left(text, FindingKind.CODE) == without
