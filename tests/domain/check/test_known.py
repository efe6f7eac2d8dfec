"""What is known as a word, a place, a name: words in their forms, slips of the fingers, short names."""

import pytest

from coprod_desktop.domain.check import known


def which(test, words):
    return " ".join(word for word in words.split() if test(word))


@pytest.mark.parametrize(
    ("words", "unknown"),
    [
        ("bus buses bags gas gases boss ties tries flies carries", "zorbs ies ss"),
        ("hoped hopped asked liked walked wished", "ed zorbed"),
        ("using asking being sing king hoping", "ing zorbing"),
        ("kindly badly fly early", "ly zorbly"),
        ("carer's carers' don't they'll she'd we've", "zorb's s's"),
        ("'em walked'", "'tis"),
        ("gov't well-known re-assess ex-wife a-level t-shirt x-ray", "zorb-led self-zorb ab-cd"),
        ("dogs cats pigs boys pies toys", "zqs"),
    ],
)
def test_words_in_their_regular_forms_are_words(words, unknown):
    assert which(known.is_word, words) == words
    assert which(known.is_word, unknown) == ""


def test_places_and_the_longer_words_of_their_names():
    assert (
        which(
            known.is_place, "cardiff cardiff's coldfield stoke-on-trent stoke trent london on sea zorb victoria chelsea"
        )
        == "cardiff cardiff's coldfield stoke-on-trent stoke trent london"
    )


def test_the_first_of_the_words_of_a_place_counts_as_the_last_does():
    assert which(known.is_place, "appleby-in-westmorland appleby westmorland in") == (
        "appleby-in-westmorland appleby westmorland"
    )


def test_the_first_word_of_each_list_counts_whatever_is_remarked_above_it():
    names = "aled adrianna abayomi abdi abbas aarav chen adriano aidan aaliyah beatrice"
    assert which(known.is_first_name, names) == names
    assert (known.is_capital("british"), known.is_word("jobcentre")) == (True, True)
    assert "abdi" in known.nicknames("abdirahman")


def test_first_names_that_are_places_too():
    names = "victoria chelsea clyde devon kent chester chelsea's 'kent' cardiff"
    assert which(known.is_place_too, f"{names} donna") == names


def test_words_with_a_capital_that_are_nobody():
    assert which(known.is_capital, "welsh tesco tescos tesco's pips zorb donna") == "welsh tesco tescos tesco's pips"


def test_how_places_begin_and_what_houses_are_made_of():
    assert (
        which(known.sounds_like_place, "northgate southabcd llanabcd pontyabc stonefield southxyz zorbfield oldham")
        == "northgate southabcd llanabcd pontyabc stonefield"
    )


@pytest.mark.parametrize(
    "slips",
    [
        "wheelchiar hosptial becuase recieved",  # two letters swapped
        "hospitl hspital becaus hopsital",  # one too few
        "waitting wheelchairr becausse becaause xhospital",  # one too many
        "bicause hospatal",  # another vowel
    ],
)
def test_a_slip_in_a_longer_word_is_known_as_one(slips):
    assert which(known.is_typo, slips) == slips


def test_a_name_or_a_short_word_is_no_slip():
    assert which(known.is_typo, "zorblat brid yvonne kowalski teh asess aboot hospitlx7 hóspital jobcemtre") == ""


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("bob", "robert"),
        ("peggy", "margaret"),
        ("robert", "bert bob bobbie bobby rob robbie"),
        ("malgorzata", "gocha gosia malgosia margaret"),
        ("jarek", "jaroslaw"),
        ("zzz", ""),
    ],
)
def test_a_short_name_leads_to_the_names_it_is_short_for_and_a_name_to_its_short_ones(name, others):
    assert known.nicknames(name) == frozenset(others.split())


def test_what_was_looked_up_is_forgotten_when_the_lists_are_put_away():
    known.is_word("bus")
    assert known.is_word.cache_info().currsize > 0
    known.put_away()
    assert known.is_word.cache_info().currsize == 0
    assert known.is_word("bus")
