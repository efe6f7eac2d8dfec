"""Words that are printed as someone's own without their leave: how many of them, where they begin and end."""

import pytest

from coprod_desktop.domain.check.quotes import OwnWords
from tests.domain.making import entry


def words(*, free=(), refused=(), gone=(), printable=()):
    def of(texts):
        return [entry(n, text) for n, text in enumerate(texts, 1)]

    return OwnWords(of(free), of(refused), of(gone), of((*free, *refused, *printable)))


def found(own, text):
    return [(one.kind.value, text[one.start : one.end]) for one in own.find(text)]


REFUSED = "Nobody ever rings me back on a Friday"


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("You said “nobody ever rings” to us", "“nobody ever rings”"),
        ("You said “nobody ever” to us", None),
        ('You said "rings me back" to us', '"rings me back"'),
        ("You said «rings me back» to us", "«rings me back»"),
        ("You said »rings me back« to us", "»rings me back«"),
        ("You said „rings me back“ to us", "„rings me back“"),
        ("You said ‘rings me back’ to us", "‘rings me back’"),
        ("You said 'rings me back' to us", "'rings me back'"),
        ("You said it's rings me back' to us", None),
        ("You said “nobody … rings me back” to us", "“nobody … rings me back”"),
        ("You said “nobody ... we ring” to us", None),
        ("You said “[Someone] rings me back” to us", "“[Someone] rings me back”"),
        ("You said “rings us back now” to us", None),
        ("You said “obody ever rings” to us", None),
    ],
)
def test_three_words_between_quotation_marks_are_somebodys(text, quoted):
    assert found(words(refused=[REFUSED]), text) == ([("quote", quoted)] if quoted else [])


def test_what_another_line_lets_be_quoted_may_be_quoted():
    own = words(refused=[REFUSED], free=["So nobody ever rings, I find"])
    assert found(own, "“nobody ever rings”") == []
    assert found(own, "“rings me back”") == [("quote", "“rings me back”")]


@pytest.mark.parametrize(
    ("text", "is_theirs"),
    [
        (REFUSED, True),
        ("nobody ever rings me back, on a friday!", True),
        (f"We heard that {REFUSED.lower()}", True),
        (f"{REFUSED}, again", True),
        ("Nobody ever rings me back on a Monday", False),
        ("ever rings me back on a Friday", False),
        ("Nobody ever rings me back on a Fridays", False),
    ],
)
def test_all_a_line_said_is_seen_inside_longer_words(text, is_theirs):
    assert found(words(refused=[REFUSED]), text) == ([("same_words", text)] if is_theirs else [])


@pytest.mark.parametrize(
    ("line", "counts"), [("Yes please", False), ("Yes please do", True), ("Yes please do it", True)]
)
def test_a_line_of_three_words_is_somebodys_and_of_two_it_is_not(line, counts):
    assert bool(found(words(refused=[line]), line)) is counts
    assert bool(found(words(refused=[line]), f"We said: {line}")) is (line == "Yes please do it")
    assert found(words(refused=[line], free=[f"So {line.lower()} now"]), line) == []


@pytest.mark.parametrize(("line", "counts"), [("公共汽车总是迟到", True), ("公共汽车总是迟", False)])
def test_in_a_script_without_spaces_eight_signs_are_somebodys(line, counts):
    own = words(refused=[line])
    assert bool(found(own, f"你们说{line}没有人")) is counts
    assert found(words(refused=["abcdefgh"]), "abcdefgh") == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("公共汽车总是迟到，没有人来", "same_words"),
        ("你们说公共汽车总是迟到，没有人来吗", "same_words"),
        ("你们说“公共汽车总是迟到”吗", "quote"),
        ("你们说“公共汽车总是迟”吗", None),
        ("公共汽车总是迟到", None),
    ],
)
def test_a_comma_in_a_script_without_spaces_makes_nothing_less_of_somebodys_words(text, kind):
    line = "公共汽车总是迟到，没有人来"
    assert [said for said, _words in found(words(refused=[line]), text)] == ([kind] if kind else [])
    assert found(words(refused=[line], free=[f"我说{line}吧"]), text) == []


@pytest.mark.parametrize("line", ["достопримечательность", "спасибо большое"])
def test_a_long_word_or_two_in_a_script_with_spaces_are_nobodys(line):
    assert found(words(refused=[line]), line) == []


GONE = "My sister Yvonne took my pension card away last winter"


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("We heard: my sister Yvonne took my pension", "my sister Yvonne took my pension"),
        ("We heard: my sister Yvonne took my", "my sister Yvonne took my"),
        ("We heard: my sister Yvonne took it", None),
        (
            "sister Yvonne took my pension card away last winter too",
            "sister Yvonne took my pension card away last winter",
        ),
        (
            "Yvonne took my pension card. She took my pension card away last",
            "took my pension card away last",
        ),
        ("so my sister yvonne took MY pension, they say", "my sister yvonne took MY pension"),
    ],
)
def test_five_words_in_a_row_of_what_was_taken_back_are_seen(text, back):
    told = found(words(gone=[GONE]), text)
    assert (told[-1:] if back else told) == ([("taken_back", back)] if back else [])


def test_a_short_line_that_was_taken_back_is_seen_whole():
    own = words(gone=["It was Yvonne", "Bus late"])
    assert found(own, "so it was Yvonne then") == [("taken_back", "it was Yvonne")]
    assert found(own, "the bus late") == []


@pytest.mark.parametrize(
    ("text", "back"),
    [("你们说公共汽车总是迟到，吗", ["公共汽车总是迟到"]), ("公共汽车总是迟，到", []), ("没有人来", [])],
)
def test_eight_signs_in_a_row_of_what_was_taken_back_are_seen_in_a_script_without_spaces(text, back):
    line = "公共汽车总是迟到，没有人来"
    assert found(words(gone=[line]), text) == [("taken_back", piece) for piece in back]
    assert found(words(gone=[line], printable=[f"我说{line}吧"]), text) == []


def test_an_apostrophe_hides_nothing_that_was_taken_back():
    own = words(gone=["It's my mum's card they took"])
    assert found(own, "so it’s my mum's card they say") == [("taken_back", "it’s my mum's card they")]


def test_what_somebody_else_said_too_was_not_taken_back():
    own = words(gone=[GONE], printable=["They say my sister Yvonne took my pension"])
    assert found(own, "my sister Yvonne took my pension") == []
    assert found(own, "Yvonne took my pension card away") == [("taken_back", "Yvonne took my pension card away")]


def again(own, text, *, written):
    return [(one.kind.value, text[one.start : one.end]) for one in own.told_again(text, written=written)]


@pytest.mark.parametrize(
    ("text", "written", "told"),
    [
        ("Somebody's pension was at Yvonne's, they say", False, [("told_again", "pension was at Yvonne's")]),
        ("Somebody's pension went", False, []),
        ("A pension is a pension", False, []),
        (GONE, False, []),
        ("They took my pension card there", True, [("taken_back", "took my pension")]),
        ("They took my pension card there", False, [("told_again", "took my pension card")]),
        ("The card and then the pension there", True, [("told_again", "card and then the pension")]),
        ("Pensions and cards", True, [("told_again", "Pensions and cards")]),
    ],
)
def test_two_telling_words_of_what_was_taken_back_tell_it_again(text, written, told):
    assert again(words(gone=[GONE]), text, written=written) == told


def test_it_is_told_again_wherever_in_a_long_text_it_stands():
    before = "Many people came to the hall that evening and sat there for long, and this we heard from one of them: "
    told = again(words(gone=[GONE]), f"{before}They took my pension card there", written=True)
    assert told == [("taken_back", "took my pension")]


def test_short_and_everyday_words_tell_nothing():
    own = words(gone=["Because of the bus we never came home together"])
    assert again(own, "because of the bus we never go together", written=False) == []
    assert again(own, "they came home", written=False) == [("told_again", "came home")]
    assert again(words(gone=["My cat bit the vet twice"]), "the cat and the vet", written=False) == []


def test_words_that_many_lines_say_tell_nothing():
    for often, told in ((3, True), (4, False)):
        own = words(gone=[GONE], free=[f"The pension and the card, line {n}" for n in range(often)])
        assert bool(again(own, "a pension card", written=False)) is told
    assert again(words(), "a pension card", written=True) == []


@pytest.mark.parametrize("many", [3, 4, 5, 6])
@pytest.mark.parametrize("before", ["", "so "])
def test_what_was_taken_back_is_found_at_the_very_end_of_a_text_too(many, before):
    """A part at the end is looked at as it is, not as if more stood there."""
    back = " ".join(["it", "was", "Yvonne", "took", "my", "card"][:many])
    told = [one for one in found(words(gone=[back]), before + back) if one[0] == "taken_back"]
    assert told == [("taken_back", back)]
