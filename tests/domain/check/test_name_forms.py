"""The forms one name takes: its parts, what of it may be printed, short and pet forms, initials, endings, names online."""

import pytest

from coprod_desktop.domain.check.name_forms import handle_of, less_one, listed, one_off, stems
from tests.domain.making import person


def of(name, allowed=None, first=None):
    return listed(person("a", name), allowed, name.split()[0] if first is None else first)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Jo Li", "jo li"),
        ("Len", "len"),
        ("Mary Lee", "lee mary marylee"),
        ("Jo Lee", "jo lee"),
        ("Ann-Marie Li", "ann ann-marie li marie"),
        ("Gareth D'Arcy", "d'arcy darcy gareth garethd'arcy"),
        ("Sam O'Nei", "o'nei onei sam samo'nei"),
        ("Sam O'Neil", "o'neil oneil sam samo'neil"),
        ("Sam O'Neill", "neill o'neill oneill sam samo'neill"),
        ("Edwards Dev", "dev edwards edwardsdev"),
        ("محمد الزهراء", "الزهراء زهراء محمد محمدالزهراء"),
        ("محمد الزهر", "الزهر زهر محمد محمدالزهر"),
        ("محمد الزه", "الزه محمد محمدالزه"),
        ("محمد الز", "الز محمد محمدالز"),
        ("Иван Петров", "ivan petrov иван иванпетров петров"),
        ("Resident A", "a resident"),
    ],
)
def test_a_name_in_pieces(name, parts):
    assert sorted(of(name).parts) == parts.split()


@pytest.mark.parametrize(
    ("name", "sure"),
    [
        ("Resident A", ""),
        ("Room 12", "room"),
        ("Mrs Ann Hart", "ann hart mrsannhart"),
        ("Li Bo", "bo li"),
        ("Ann van Dyk", "ann annvandyk dyk"),
    ],
)
def test_what_is_a_name_by_itself(name, sure):
    assert sorted(of(name).sure) == sure.split()


@pytest.mark.parametrize(
    ("allowed", "public"),
    [
        (None, ""),
        ("Tom", "tom"),
        ("Tom Lee", "lee thomas tom tomlee tommy"),
    ],
)
def test_what_of_a_name_may_be_printed(allowed, public):
    found = of("Tom Lee", allowed).public
    assert found.issuperset(public.split())
    assert ("tommy" in found) is (allowed == "Tom Lee")
    assert ("tomlee" in found) is (allowed == "Tom Lee")
    assert ("lee" in found) is (allowed == "Tom Lee")


@pytest.mark.parametrize(
    ("first", "called"),
    [
        ("jo", "joanna joanne josephine josie"),
        ("max", "maxey maxie maxy"),
        ("guy", "guyey guyie guyy"),
        ("hugh", "hughey hughie hughy"),
        ("amy", "amyey amyie amyy"),
        ("dev", "devey devie devvey devvie devvy devy"),
        ("priti", "pritey pritie pritiey pritiie pritiy prittey prittie pritty prity"),
        ("uma", "umaey umaie umay"),
        ("eula", "euley eulie eulley eullie eully euly eulaey eulaie eulay"),
        ("aoia", "aoiaey aoiaie aoiay"),
        ("ulla", "ullaey ullaie ullay ulley ullie ullley ulllie ullly ully"),
        ("w", ""),
        ("io", ""),
        ("иван", ""),
        ("resident", ""),
    ],
)
def test_what_somebody_is_called_for_short_or_fondly(first, called):
    assert sorted(of("Zz Zz", first=first).called - {first}) == sorted(called.split())


@pytest.mark.parametrize(
    ("first", "also", "never"),
    [
        ("bob", "robert bobby", "rob albert bob"),
        ("robert", "bob rob bert", "robert"),
        ("ed", "edward ned eamon", "eddie ed"),
    ],
)
def test_a_short_form_leads_to_the_name_it_is_short_for(first, also, never):
    called = of(f"{first.title()} Zz", first=first).called
    assert called.issuperset(also.split())
    assert called.isdisjoint(never.split())


def test_a_short_form_that_belongs_to_one_name_brings_its_other_short_forms():
    assert "peggy" in of("Maggie Zz", first="margaret").called
    assert of("Jo Li", "Jo").called.isdisjoint(of("Jo Li", "Jo").parts)


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Margaret Thistlewood", "mt"),
        ("Ann Lee Hart", "ah alh"),
        ("Mrs Ann Lee-Hart", "ah al alh"),
        ("Ann-Marie Li", "al aml"),
        ("Len", ""),
        ("Mrs Patel", ""),
        ("Room 12", ""),
        ("Иван Петров", ""),
        ("Ann Петров", ""),
    ],
)
def test_initials(name, initials):
    assert sorted(of(name).initials) == initials.split()


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("nowakowskiego", "nowakowski"),
        ("krzysztofem", "krzysztof"),
        ("hanniem", "hanna"),
        ("kowalskimi", None),
        ("anna", None),
    ],
)
def test_a_word_without_an_ending_of_another_language(word, name):
    if name:
        assert name in set(stems(word))
    assert word not in set(stems(word))
    assert all(len(stem) >= 4 for stem in stems(word))


@pytest.mark.parametrize(
    ("a", "b", "off"),
    [
        ("jean", "jeam", True),
        ("jean", "jaen", True),
        ("jean", "jen", True),
        ("jean", "jeann", True),
        ("jean", "xjean", True),
        ("jean", "ejan", True),
        ("jean", "naej", False),
        ("jean", "jexm", False),
        ("jean", "jaem", False),
        ("jean", "jeannn", False),
        ("jean", "joxn", False),
        ("jean", "jaenx", False),
        ("abcd", "bacx", False),
        ("abcdef", "abdcfe", False),
    ],
)
def test_one_letter_off(a, b, off):
    assert one_off(a, b) is off
    assert one_off(b, a) is off


def test_a_word_with_one_letter_less():
    assert less_one("abc") == {"abc", "bc", "ac", "ab"}


@pytest.mark.parametrize(
    ("word", "is_theirs"),
    [
        ("jeanq", True),
        ("jeanquarrendon", True),
        ("jeanquarrendonx", False),
        ("jean", False),
        ("jeanx", False),
        ("jquar", True),
        ("jqua", False),
        ("jquarx", False),
        ("xquar", False),
        ("quarrendonj", True),
        ("quarrendonx", False),
        ("quarrendon", False),
        ("jeaníq", False),
        ("jq", False),
    ],
)
def test_a_name_as_on_the_internet(word, is_theirs):
    assert handle_of(word, of("Jean Quarrendon")) is is_theirs


@pytest.mark.parametrize(
    ("name", "word", "is_theirs"),
    [
        ("Jo Li", "joli", False),
        ("Jo Lim", "jolim", True),
        ("Jo Lim", "joli", False),
        ("Jo Lima", "jlima", True),
        ("Jo Lim", "jlim", False),
        ("Jo Lim", "limj", False),
        ("Jo Lima", "limaj", True),
        ("Bea Hargreaves-Low", "beahargreaveslow", True),
        ("Bea O'Dowda", "bodowda", True),
        ("Mrs Bea Dowda", "beadow", True),
        ("Mrs Bea Dowda", "mdowda", False),
        ("Jean", "jeanj", False),
        ("Robert Zorb", "bobzorb", True),
        ("Robert Zorb", "bobby", False),
    ],
)
def test_names_online_of_long_and_short_names(name, word, is_theirs):
    first = name.removeprefix("Mrs ").split()[0].lower()
    assert handle_of(word, of(name, first=first)) is is_theirs
