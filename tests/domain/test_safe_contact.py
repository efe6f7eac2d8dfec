import pytest

from coprod_desktop.domain import safe_contact
from coprod_desktop.domain.formats import gets, reached_by
from coprod_desktop.domain.needs import By
from coprod_desktop.domain.record import Need, Person
from coprod_desktop.domain.roles import ran_it
from coprod_desktop.services.program import content

NEEDS = content.load().needs


def someone(contact=None, need=None, **safe):
    needs = (Need(id="n", need=need, ais="information format"),) if need else ()
    return Person(
        id="a", name="Winifred Tattersall", role="carer", contact=contact, needs=needs, safe_contact=safe or None
    )


def test_who_was_not_asked_is_reached_as_before():
    for person in (someone(), someone(write=None), someone(write="not asked", opens_post="")):
        assert safe_contact.may_write(person)
        assert safe_contact.may_ring(person)
        assert safe_contact.may_leave_message(person)
        assert safe_contact.cautions(person) == ()


@pytest.mark.parametrize("said", [False, "no", "not sure", "sometimes", 0, "only on Tuesdays"])
def test_anything_but_a_clear_yes_is_a_no(said):
    person = someone(write=said, ring=said, message=said)
    assert not safe_contact.may_write(person)
    assert not safe_contact.may_ring(person)
    assert not safe_contact.may_leave_message(person)
    assert safe_contact.cautions(person) == (
        "It is not safe to write to them.",
        "It is not safe to ring them.",
        "It is not safe to leave them a message.",
    )


def test_a_message_needs_a_yes_of_its_own_where_writing_or_ringing_is_not_safe():
    assert not safe_contact.may_leave_message(someone(write=False))
    assert not safe_contact.may_leave_message(someone(ring=False))
    assert safe_contact.may_leave_message(someone(write=False, ring=False, message=True))


@pytest.mark.parametrize(
    "said",
    [
        "",
        "They do",
        "themselves",
        "Only me.",
        "I open it myself",
        "nobody else",
        "herself",
        "Winifred  tattersall",
        None,
    ],
)
def test_who_opens_their_own_post_needs_no_care(said):
    assert safe_contact.opens_post(someone(opens_post=said)) == ""


@pytest.mark.parametrize(
    "said", ["her daughter", "My husband and me", "Staff", "I am not sure", "?", "nobody", "Someone else"]
)
def test_anybody_else_who_opens_the_post_counts_and_so_does_what_is_not_clear(said):
    assert safe_contact.opens_post(someone(opens_post=said)) == said
    assert safe_contact.cautions(someone(opens_post=said)) == (f"Someone else opens their post: {said}.",)


@pytest.mark.parametrize(
    ("contact", "safe", "by", "made"),
    [
        ("12 Elm Road, Marrow NG1 1AA", {"write": False}, By.NO_WRITING, ()),
        ("ana@example.org", {"write": False}, By.NO_WRITING, ()),
        (None, {"write": False}, By.NO_WRITING, ()),
        ("0115 496 0000", {"ring": False}, By.NO_RINGING, ()),
        ("text 07700 900321", {"message": False}, By.NO_MESSAGE, ()),
        ("12 Elm Road, Marrow NG1 1AA", {"opens_post": "her son"}, By.NO_POST, ("braille",)),
        (None, {"opens_post": "her son"}, By.NO_POST, ("braille",)),
        ("ana@example.org", {"opens_post": "her son"}, By.MAIL, ("braille",)),
        ("see her in person on Tuesday", {"write": False, "ring": False}, By.HAND, ("braille",)),
        ("12 Elm Road, Marrow NG1 1AA", {"write": True, "ring": False}, By.POST, ("braille",)),
    ],
)  # fmt: skip
def test_nothing_goes_by_a_way_that_is_not_safe_and_no_address_stands_there(contact, safe, by, made):
    person = someone(contact, "braille", **safe)
    way = reached_by(person, NEEDS)
    assert way.by is by
    assert gets(person, NEEDS) == made
    if by.value.startswith("do not"):
        assert way.where == ""


def test_who_ran_the_session_is_not_a_co_chair():
    def role(words):
        return Person(id="a", name="A", role=words)

    assert ran_it(role("Facilitator"))
    assert ran_it(role("co-facilitator, staff"))
    assert not ran_it(role("co-chair and facilitator"))
    assert not ran_it(role("carer"))
