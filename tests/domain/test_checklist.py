import pytest

from coprod_desktop.domain.checklist import BASICS, groups_for, lines_for
from coprod_desktop.domain.record import Need, Person
from coprod_desktop.services.program.content import load

CONTENT = load()


@pytest.mark.parametrize(
    ("need", "group"),
    [
        ("hearing loop", "Deaf or hard of hearing"),
        ("large print 20 point", "Blind or low vision"),
        ("BSL interpreter – 2 booked?", "Deaf, signs"),
        ("Polish interpreter", "Needs another language"),
        ("speech-to-text reporter", "Deaf or hard of hearing"),
        ("quiet room, leave when needed", "Autistic"),
        ("deafblind interpreter", "Deafblind"),
    ],
)
def test_a_need_in_someones_own_words_is_of_the_kind_people_expect(need, group):
    assert groups_for(need) == (group,)


def test_every_kind_of_need_is_one_the_content_knows():
    from coprod_desktop.domain import checklist

    assert set(checklist._WORDS) == set(CONTENT.per_need())


def test_a_session_starts_with_eight_basics():
    lines = lines_for([], CONTENT.checklist("before"), CONTENT.per_need())

    assert len(lines) == len(BASICS) == 8


def test_each_persons_need_is_a_line_with_their_name_even_when_unknown():
    person = Person(
        id="p",
        name="Win",
        role="resident",
        needs=(Need(id="1", need="a chair by the window"), Need(id="2", need="hearing loop")),
    )
    lines = lines_for([person, person], CONTENT.checklist("before"), CONTENT.per_need())

    assert ("Win: a chair by the window", "p") in lines
    assert ("Loop or speech-to-text.", None) in lines
    assert len(lines) == len(set(lines))
