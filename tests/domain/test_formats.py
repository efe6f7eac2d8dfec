from coprod_desktop.domain.formats import Wish, wishes
from coprod_desktop.domain.record import Need, Person
from coprod_desktop.domain.words import Attending


def person(n: int, *needs: str, attendance: Attending | None = None, ais: str = "information format") -> Person:
    return Person(
        id=f"p{n}",
        name=f"Person {n}",
        role="carer",
        attendance=attendance,
        needs=tuple(Need(id=f"n{n}{i}", ais=ais, need=need) for i, need in enumerate(needs)),
    )


def test_people_are_counted_by_format_and_what_cannot_be_made_is_named_too():
    found = wishes([person(1, "web page"), person(2, "email"), person(3, "large print 20 point"), person(4)])
    assert found == (Wish("html", "", 2), Wish(None, "Large print 20 point", 1))


def test_large_print_by_post_is_large_print():
    assert wishes([person(1, "large print by post")]) == (Wish(None, "Large print by post", 1),)


def test_one_person_counts_once_for_a_format():
    assert wishes([person(1, "web page", "email or Word for a screen reader")]) == (Wish("html", "", 1),)


def test_only_those_who_came_count_once_anyone_is_marked_here():
    people = [person(1, "audio"), person(2, "braille", attendance=Attending.HERE)]
    assert [w.words for w in wishes(people)] == ["Braille"]
    assert wishes([person(1, "audio", attendance=Attending.APOLOGIES)]) == ()


def test_other_needs_are_no_formats():
    assert wishes([person(1, "email", ais="contact method")]) == ()
