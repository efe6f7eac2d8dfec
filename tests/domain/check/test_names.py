from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coprod_desktop.domain import permission_fields
from coprod_desktop.domain.check import known
from coprod_desktop.domain.check.kinds import GENTLE
from coprod_desktop.domain.check.names import ListedNames, allowed_name, first_name
from coprod_desktop.domain.check.scan import Scanner, Where
from coprod_desktop.domain.check.strangers import person_like
from coprod_desktop.domain.check.words import tidy
from coprod_desktop.domain.permission import Circle, NamePart
from coprod_desktop.domain.words import NameInPublic
from tests.domain.making import person, record

PEOPLE = (
    person("a", "Bríd O'Shaughnessy-Nwosu"),
    person("b", "Will Hart"),
    person("c", "May Bright", public="role only"),
    person("d", "Siân Llŷr Ŵyn"),
    person("e", "Mo'nique Adeyemi", public="first name"),
    person("f", "Gareth D'Arcy", public="full name"),
    person("g", "Resident A"),
    person("h", "Len"),
    person("m", "Ivy Marsh", public="role only"),
    person("i", "Jo Li"),
    person("j", "Dr Anita Khan"),
    person("k", "José García Márquez"),
    person("l", "Zażółć Gęślą-Jaźń"),
)


def found(text: str, *, where: Where = Where.SAID) -> list[tuple[str, str]]:
    return [(h.kind.value, text[h.start : h.end]) for h in Scanner(record(*PEOPLE)).hits(text, where)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ask brid about it", "brid"),
        ("it was Bríd’s idea", "Bríd’s"),
        ("O’Shaughnessy said no", "O’Shaughnessy"),
        ("oshaughnessy said no", "oshaughnessy"),
        ("that Shaughnessy woman", "Shaughnessy"),
        ("the Nwosu-led part", "Nwosu-led"),
        ("a Brid-like way", "Brid-like"),
        ("a siân-like person", "siân-like"),
        ("sian came", "sian"),
        ("LLYR", "LLYR"),
        ("we saw Resident A fall", "Resident A"),
        ("so len told me", "len"),
        ("Jo said it", "Jo"),
        ("a Khan thing", "Khan"),
        ("garcia again", "garcia"),
        ("Gesla-Jazn came late", "Gesla-Jazn"),
        ("Monique Adeyemi said it", "Monique Adeyemi"),
        ("ask Adeyemi", "Adeyemi"),
    ],
)
def test_names_of_people_on_the_list_in_any_spelling(text, name):
    assert found(text) == [("name", name)]


@pytest.mark.parametrize(
    "text",
    [
        "Gareth D'Arcy said so, and Gareth D’Arcy’s chair broke",
        "D'Arcy and Gareth",
        "Mo'nique said it",
        "monique said it",
        "A resident fell",
        "tell the resident a story",
        "just go, and hang on",
    ],
)
def test_what_may_be_public_is_no_finding(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Will you ring me?",
        "they will not. Will they?",
        "May I? It may be. From 3 May to May 2027",
        "that is a bright idea",
    ],
)
def test_everyday_words_are_no_names(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("We will ask Will", "Will"),
        ("Will Hart came", "Will Hart"),
        ("will hart came", "will hart"),
        ("ask May", "May"),
    ],
)
def test_a_name_that_is_a_word_is_seen_by_its_capital_or_surname(text, name):
    assert found(text) == [("name", name)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("My carer Donna Fairweather is brilliant", "Donna Fairweather"),
        ("my carer donna is nice", "donna"),
        ("or my sister Yvonne at home", "Yvonne"),
        ("my sister, Yvonne, came", "Yvonne"),
        ("our social worker Agnieszka", "Agnieszka"),
        ("my key worker is called Tariq", "Tariq"),
        ("a man called Terry Bloggs rang", "Terry Bloggs"),
        ("Mrs Patel never rings", "Patel"),
        ("mr singh never rings", "singh"),
        ("Cllr White promised", "White"),
        ("Mrs May promised", "May"),
        ("saw Dr Obi", "Obi"),
        ("Joan (my carer) left", "Joan"),
        ("the manager Deshawn said", "Deshawn"),
    ],
)
def test_people_who_are_not_on_the_list(text, name):
    assert [w for _, w in found(text)] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "my mum NEVER came",
        "my carer Monday was late",
        "My GP Surgery is shut",
        "mum's got dementia, she thinks they're burglars",
        "Victoria Road, St Mary's Hall, Margaret House",
        "Marie Curie nurses are good",
        "a scheme called Better Mornings",
        "I have MS and the doctor said no",
        "Miss Friday's call and you wait",
        "the Carer Passport and the Carers Trust",
        "Teams and Committee Room 2",
    ],
)
def test_capitals_that_are_not_people(text):
    assert [f for f in found(text) if f[0] not in GENTLE] == []


def test_a_hidden_first_name_is_replaced_by_what_may_be_printed():
    (hit,) = Scanner(record(*PEOPLE)).hits("then Mo'nique Adeyemi rang")
    assert hit.instead == "Mo'nique"
    (hit,) = Scanner(record(*PEOPLE)).hits("then Llyr rang")
    assert hit.instead == "[name left out]"


def test_two_people_with_one_first_name():
    two = record(person("a", "Mary Okafor", public="full name"), person("b", "Mary Quist"))
    scanner = Scanner(two)
    assert scanner.hits("Mary Okafor came") == ()
    assert [h.kind for h in scanner.hits("Mary came")] == ["name"]
    assert [h.kind for h in scanner.hits("Mary Quist came")] == ["name"]


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Len", "Len"),
        ("Joy Ekwueme-Hart", "Joy"),
        ("Dr Anita Khan", "Anita"),
        ("O'Shaughnessy-Nwosu, Bríd", "Bríd"),
        ("Mrs Patel", ""),
        ("  Winifred   Tattersall ", "Winifred"),
        ("Xena Quist", "Xena"),
    ],
)
def test_first_names(name, called):
    assert first_name(name) == called


@pytest.mark.parametrize(
    "owner", ["Karen Whitlock", "Mr Singh", "Karen", "Karen Whitlock, service manager", "Tom de la Cruz"]
)
def test_an_owner_that_looks_like_a_person(owner):
    assert person_like(owner) is not None


@pytest.mark.parametrize(
    "owner",
    ["Service director", "Head of Commissioning", "Home Care Provider Manager", "the council", "Co-chairs", "Highways"],
)
def test_an_owner_that_is_a_job(owner):
    assert person_like(owner) is None


def test_a_venue_may_have_an_address_but_no_person():
    assert found("St Cuthbert's Hall, 4 Mill Road, MR4 2QX", where=Where.VENUE) == []
    assert found("at Llyr's house", where=Where.VENUE) == [("name", "Llyr's")]


ELSEWHERE = (
    person("a", "محمد الزهراء"),
    person("b", "李小龙"),
    person("c", "ਗੁਰਪ੍ਰੀਤ ਕੌਰ"),
    person("d", "علی رضا", public="full name"),
    person("e", "山田 太郎"),
    person("f", "สมชาย ใจดี"),
    person("g", "王小明", public="full name"),
    person("h", "Vashti Oddfellow"),
    person("i", "משה כהן"),
    person("j", "小明"),
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("وقال لمحمد أن ينتظر", ["لمحمد"]),
        ("قالت مُحَمَّد", ["مُحَمَّد"]),
        ("هذا للزهراء", ["للزهراء"]),
        ("علی رضا اور على رضا", []),
        ("告诉李小龙公共汽车迟到", ["李小龙", "小龙"]),
        ("小龙说公共汽车迟到", ["小龙"]),
        ("李先生来了", ["李先生"]),
        ("王小明来了，公共汽车迟到", []),
        ("王小明和李小龙来了", ["李小龙", "小龙"]),
        ("ਗੁਰਪ੍ਰੀਤ ਕੌਰ ਨੇ ਕਿਹਾ", ["ਗੁਰਪ੍ਰੀਤ ਕੌਰ"]),
        ("ਬੱਸ ਦੇਰ ਨਾਲ ਆਈ", []),
        ("昨日太郎さんが言った", ["太郎"]),
        ("คุณสมชายบอก", ["สมชาย"]),
        ("אמר למשה", ["למשה"]),
        ("Vash\u200cti was there", ["Vash\u200cti"]),
        ("Ｖashti was there", ["Ｖashti"]),
        ("V\u0301ashti was there", ["V\u0301ashti"]),
        ("ask @VashtiOddfellow", ["VashtiOddfellow"]),
    ],
)
def test_names_in_the_scripts_of_the_room(text, names):
    hits = Scanner(record(*ELSEWHERE)).hits(text)
    assert [text[h.start : h.end] for h in hits if h.kind.value == "name"] == names


def test_nothing_hides_behind_signs_that_are_not_printed():
    for between in ("\u00ad", "\u200b", "\u2060", "\ufeff", "\u202a", "\x07"):
        assert tidy(f"Vash{between}ti") == "Vashti"


@pytest.mark.parametrize(
    ("answer", "name"), [("no", None), (False, None), ("2026-10-01", "Ana Quist"), ("yes", "Ana Quist")]
)
def test_a_no_to_ones_name_counts_more_than_the_name_that_was_chosen(answer, name):
    who = person("a", "Ana Quist", public="full name", consents={"name": answer})
    parts = permission_fields.of_record(record(who)).name_parts("a", Circle.ANYONE)
    assert allowed_name(who, parts) == name


ROOM = (
    person("a", "Krzysztof Nowakowski"),
    person("b", "Margaret Thistlewood"),
    person("c", "Will Hart"),
    person("d", "Иван Петров"),
    person("e", "Fatima Hassan"),
    person("f", "Edward Bartholomew"),
    person("g", "Mark Green"),
    person("h", "Rose Field"),
    person("i", "May Bright"),
    person("j", "Ceri-Ann Rhydderch"),
)


def names(text: str) -> list[str]:
    return [text[h.start : h.end] for h in Scanner(record(*ROOM)).hits(text) if h.kind.value == "name"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Krzystof came", "Krzystof"),
        ("krzystof came", "krzystof"),
        ("Krzystofs came", "Krzystofs"),
        ("we saw Krzysztofem", "Krzysztofem"),
        ("we saw Maggiem", "Maggiem"),
        ("we saw Nowakowskiego", "Nowakowskiego"),
        ("Thistlewod came", "Thistlewod"),
        ("Thistelwood came", "Thistelwood"),
        ("Maggie came", "Maggie"),
        ("maggie came", "maggie"),
        ("the peggys chair", "peggys"),
        ("Ed came", "Ed"),
        ("ivan came", "ivan"),
        ("then Иван came", "Иван"),
        ("фатима came", "фатима"),
        ("فاطمة came", "فاطمة"),
        ("ask edbartholomew", "edbartholomew"),
        ("ask mthistlewood", "mthistlewood"),
        ("ask margaretthi", "margaretthi"),
        ("ask teragram", "teragram"),
        ("then m*rgaret came", "m*rgaret"),
        ("ask m*rgaret", "m*rgaret"),
        ("then M******t came", "M******t"),
        ("then M. T. came", "M. T"),
        ("then MT came", "MT"),
        ("then M T came", "M T"),
        ("ask MargaretThistlewood", "MargaretThistlewood"),
        ("ask M a r g a r e t", "M a r g a r e t"),
        ("Wills round", "Wills"),
        ("Mark said it", "Mark"),
        ("Rose, sit", "Rose"),
        ("Roses chair", "Roses"),
        ("on 3 May Bright came", "May Bright"),
        ("Hart came", "Hart"),
        ("Green Mark", "Green Mark"),
        ("mark green", "mark green"),
        ("Ceri Ann came", "Ceri Ann"),
    ],
)
def test_a_name_in_another_form(text, name):
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "wills round",
        "Mark it",
        "rose said",
        "in May we went, by May or June",
        "a bill came, Bill paid",
        "hart came",
        "the Hart Hall",
        "M*T*G came",
        "it is MS. Then",
        "we saw Maryem",  # who is not called Mary, as Margaret is
        "we saw maggiem",
    ],
)
def test_a_word_like_a_name(text):
    assert names(text) == []


@pytest.mark.parametrize("name", ["Ana & Bo Quist", "ana@example.org", "李小龙", "Ana/Bo"])
def test_where_the_first_name_cannot_be_told_there_is_none(name):
    assert first_name(name) == ""


def test_a_title_before_the_comma_is_no_first_name():
    assert first_name("Quist, Dr Ana") == "Ana"
    assert first_name("Quist,") == "Quist"


def test_a_first_name_alone_is_printed_alone():
    ana = person("a", " Ana Quist ")
    assert allowed_name(ana, frozenset({NamePart.FIRST})) == "Ana"
    assert allowed_name(ana, frozenset({NamePart.FIRST, NamePart.SURNAME})) == "Ana Quist"
    assert allowed_name(ana, frozenset({NamePart.SURNAME})) is None
    assert allowed_name(person("b", "Mrs Quist"), frozenset({NamePart.FIRST})) is None


def test_bare_initials_are_nobodys_who_is_not_in_this_session():
    session = replace(record(), others=(person("b", "Margaret Thistlewood"),))
    assert Scanner(session).hits("then M.T. came") == ()
    assert [h.kind.value for h in Scanner(session).hits("then Thistlewood came")] == ["name"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ask Mr P", "P"),
        ("Dr O said", "O"),
        ("PC 4471 Dunmore came", "Dunmore"),
        ("my carer is called Zorblat", "Zorblat"),
        ("the boy Zorblat fell", "Zorblat"),
        ("my carer Tom Bloggs Fell Down There Now", "Tom Bloggs Fell"),
        ("my carer Tom I went", "Tom"),
        ("herr Zorblat came", "Zorblat"),
        ("John S said", "John S"),
        ("Zorblat said it", "Zorblat"),
        ("at Zorblat we ate", "Zorblat"),
    ],
)
def test_a_stranger_from_the_first_word_of_the_name_to_its_last(text, name):
    assert [w for _, w in found(text)] == [name]


@pytest.mark.parametrize(
    "text", ["J, Q came", "ask DR", "ask Mrs", "a man called", "my carer is zorblat", "Dr o said", "by the Zorblat"]
)
def test_what_is_no_stranger(text):
    assert found(text) == []


@pytest.mark.parametrize("parted", ["M, T came", "M.\nT came"])
def test_two_capitals_that_are_parted_are_no_initials(parted):
    assert names(parted) == []


@pytest.mark.parametrize("parted", ["ask J     e a n", "ask J\n\n\n\ne a n"])
def test_letters_far_from_each_other_are_no_name(parted):
    session = record(person("a", "Jean Quarrendon"))
    assert Scanner(session).hits(parted) == ()


@pytest.mark.parametrize(
    ("word", "is_seen"),
    [
        ("quarrendonj", True),
        ("jquarr", True),
        ("jeanq", True),
        ("jeanquarr", True),
        ("jeanxx", False),
        ("xxquarrendon", False),
        ("quarrendonxx", False),
    ],
)
def test_a_name_as_on_the_internet_is_made_of_both_parts(word, is_seen):
    hits = Scanner(record(person("a", "Jean Quarrendon"))).hits(f"ask {word}")
    assert ("name" in [h.kind.value for h in hits]) is is_seen


def test_the_lists_of_words_are_read_again_after_they_were_put_away():
    known.put_away()
    assert known.is_first_name("yvonne")
    assert known.sounds_like_place("northgrove")
    assert not known.sounds_like_place("zorblat")


@pytest.mark.parametrize(("text", "name"), [("Rose", "Rose"), ("Rose and Tom came", "Rose"), ("Rose 2 came", "")])
def test_a_word_that_begins_a_sentence_is_a_name_where_what_follows_makes_it_one(text, name):
    assert names(text) == ([name] if name else [])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the Sue Ryder home is near", "Ryder"),  # on the list, so it is asked about
        ("she gave to Rose Cheshire homes", None),
        ("we went to Mark Technique", None),
        ("she gave to Rose", "Rose"),
        ("we went to Mark there", "Mark"),
        ("Rose Ryder came", "Rose Ryder"),
        ("ask Barnardo about it", "Barnardo"),
    ],
)
def test_a_charity_called_after_somebody_names_nobody(text, name):
    eyes = Scanner(record(person("a", "Rose Ryder"), person("b", "Mark Barnardo")))
    assert [text[h.start : h.end] for h in eyes.hits(text) if h.kind.value == "name"] == ([name] if name else [])


def test_a_heading_after_a_word_for_a_person_is_no_name():
    assert found("the Carer Passport is out") == []
    assert [w for _, w in found("the Carer Donna is out")] == ["Donna"]


@pytest.mark.parametrize(
    ("owner", "who"),
    [
        ("Service manager, Karen Whitlock", "Karen Whitlock"),
        ("Service manager (Zorblat)", "Zorblat"),
        ("Home care - Yvonne", "Yvonne"),
        ("Yvonne from housing", "Yvonne from housing"),
        ("Karen Whitlock of Home Care Team", "Karen Whitlock of Home Care Team"),
        ("karen whitlock", None),
        ("Hill Wood", "Hill Wood"),
        ("Zorblat Housing Association", None),
        ("", None),
        (" , ", None),
    ],
)
def test_where_in_an_owner_the_person_stands(owner, who):
    span = person_like(owner)
    assert (owner[slice(*span)] if span else None) == who


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("then J. Smith said", "J. Smith"),
        ("then J Smith said", "J Smith"),
        ("then J. Zorblat said", "J. Zorblat"),
        ("then T Zorblat said", "T Zorblat"),
        ("our Zorblat came", "Zorblat"),
        ("our zorblat came", "zorblat"),
        ("the carer, Zorblat, said", "Zorblat"),
        ("my carer's name is Zorblat", "Zorblat"),
        ("Call me Zorblat", "Zorblat"),
    ],
)
def test_more_strangers(text, name):
    assert [w for k, w in found(text) if k == "third_person"] == [name]


@pytest.mark.parametrize("text", ["then J, Smith said", "plan B Passport", "A Zebra came", "our Wednesday"])
def test_more_that_are_no_strangers(text):
    assert [w for k, w in found(text) if k == "third_person"] == []


_CALLED = ("Vashti Oddfellow", "Will Hope", "Gurpreet Kaur Sandhu", "Quist, Ana", "Ångström Li", "王小明", "Bo")
_SHOWN = tuple(NameInPublic)
_WORDS = (
    "Vashti",
    "Oddfellow’s",
    "will",
    "Will",
    "Hope",
    "hope",
    "Gurpreet",
    "Sandhu",
    "G.S.",
    "Ana",
    "Quist",
    "王小明",
    "Bo",
    "said",
    "the",
)


@settings(deadline=None, max_examples=150)
@given(
    st.lists(st.tuples(st.sampled_from(_CALLED), st.sampled_from(_SHOWN), st.booleans()), min_size=1, max_size=5),
    st.lists(st.tuples(st.sampled_from(_CALLED), st.sampled_from(_SHOWN), st.booleans()), min_size=1, max_size=5),
    st.lists(st.sampled_from(_WORDS), min_size=1, max_size=6),
)
def test_eyes_that_saw_another_session_find_what_fresh_ones_find(one, other, words):
    """Whoever is known from another session is looked for as they may be printed in this one, whatever held there."""

    def of(rows):
        everyone = [(person(f"p{n}", name, public=shown), here) for n, (name, shown, here) in enumerate(rows)]
        made = record(*(who for who, here in everyone if here))
        return replace(made, others=tuple(who for who, here in everyone if not here))

    before, now, text = Scanner(of(one)), of(other), " ".join(words)
    known_before, fresh = Scanner(now, before=before), Scanner(now)
    for where in Where:
        assert known_before.hits(text, where) == fresh.hits(text, where)
    names_of = known_before.names_of(now)
    assert names_of is not None
    shown = permission_fields.of_record(now)
    again = ListedNames((*now.people, *now.others), lambda who: shown.name_parts(who, now.circle))
    nobody = ListedNames((*now.people, *now.others), lambda _who: frozenset())
    assert names_of.first_named(text) == again.first_named(text)
    assert names_of.anybody_named(text) == nobody.first_named(text)
    assert known_before.names_of(replace(now)) is None


@pytest.mark.parametrize(
    ("text", "names", "seen"),
    [
        ("ask mark green today", ("Mark Green", "Mark Green Wood"), "mark green"),
        ("ask Resident A today", ("Resident A", "Resident A North"), "Resident A"),
    ],
)
def test_a_whole_name_is_one_though_another_begins_with_the_same_words(text, names, seen):
    eyes = Scanner(record(*(person(name, name) for name in names)))
    assert [text[one.start : one.end] for one in eyes.hits(text)] == [seen]
