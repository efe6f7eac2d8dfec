import pytest

from coprod_desktop.domain.check_names import first_name
from coprod_desktop.domain.check_scan import Scanner, Where
from coprod_desktop.domain.check_strangers import person_like
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
    assert found(text) == []


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
