from coprod_desktop.domain.record import Person
from coprod_desktop.domain.words import ANONYMOUS, Attending
from coprod_desktop.ui.listen.menus import with_letters
from coprod_desktop.ui.listen.voices import NOT_SAID, voices_of


def person(name, attendance=None, role="carer", **more):
    return Person(id=f"id-{name}-{role}", name=name, role=role, attendance=attendance, **more)


def test_who_is_here_comes_first_and_who_sent_apologies_is_not_offered():
    people = [person("Ann", Attending.COMING), person("Bo", Attending.HERE), person("Cy", Attending.APOLOGIES)]
    voices = voices_of(people, ["carer"])

    assert [v.words for v in voices.here] == ["Bo"]
    assert [v.words for v in voices.others] == ["Ann"]
    assert list(voices.by_name) == ["Bo", "Ann", "No name given", "Carer"]


def test_with_nobody_ticked_off_everyone_who_may_come_is_offered():
    voices = voices_of([person("Ann"), person("Bo", Attending.COMING)], [])

    assert [v.words for v in voices.here] == ["Ann", "Bo"]


def test_two_people_of_one_name_are_told_apart_by_their_role():
    voices = voices_of([person("Ann"), person("Ann", role="care worker")], [])

    assert [v.words for v in voices.here] == ["Ann (carer)", "Ann (care worker)"]


def test_what_someone_answered_about_quoting_comes_with_them():
    people = [person("Yes", consents={"quote": "yes"}), person("No", consents={"quote": "no"}), person("Unasked")]

    assert [v.quote for v in voices_of(people, []).here] == [True, False, None]


def test_a_line_finds_back_who_said_it():
    voices = voices_of([person("Ann", Attending.HERE)], ["carer"])

    assert voices.find("id-Ann-carer", None).words == "Ann"
    assert voices.find(ANONYMOUS, None).words == "No name given"
    assert voices.find(None, "carer").words == "Carer"
    assert voices.find(None, "steward").role == "steward"
    assert voices.find(None, None) == NOT_SAID


def test_each_item_of_a_menu_has_a_letter_of_its_own_while_letters_last():
    assert with_letters(["Said", "Story", "S&S", "Ss"]) == ["&Said", "S&tory", "S&&S", "Ss"]
