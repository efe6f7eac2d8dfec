"""What a text says word by word, what in it is said not to be needed, and how a phrase is found."""

import pytest

from coprod_desktop.domain.phrases import BREAK, Phrases, WrongPhrase, phrase, said_in, says_it_is_not_needed

LISTS = {"language": frozenset({"polish", "welsh"})}


def shown(text):
    """The words and "|" for a break; "~" before what is denied."""
    said = said_in(text)
    words = ("|" if word == BREAK else word for word in said.tokens)
    return " ".join(("~" if denied else "") + word for word, denied in zip(words, said.denied, strict=True))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ""),
        ("Large print, 20pt", "large print | 20 pt"),
        ("x2 and 2x", "x 2 and 2 x"),
        ("a 4, 5", "a 4 | 5"),
        ("20-24", "20 24"),
        ("20.", "20"),
        ("at 10:30", "at 10:30"),
        ("10.30 start", "10:30 start"),
        ("10.30.", "10:30"),
        ("12:30:45", "12:30:45"),
        ("10:x", "10 | x"),
        ("1,2", "1 | 2"),
        ("5pm - 6pm", "5 pm | 6 pm"),
        ("it's her mum's", "its her mums"),
        ("B.S.L. interpreter", "bsl interpreter"),
        ("b.s.l interpreter", "bsl interpreter"),
        ("non-smoking (please)", "non smoking | please"),
        ("a loop\na seat; a ramp: yes! or no? | so", "a loop | a seat | a ramp | yes | or no | so"),
        ("a loop. A seat -- a ramp", "a loop | a seat | a ramp"),
    ],
)
def test_a_text_is_words_numbers_and_breaks(text, words):
    assert shown(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("no large print", "no ~large ~print"),
        ("no, email", "no | email"),
        ("never email. Letters please", "never ~email | letters please"),
        ("no longer needs braille", "no ~longer ~needs ~braille"),
        ("no longer", "no ~longer"),
        ("not only braille", "not only braille"),
        ("don't forget braille", "dont forget braille"),
        ("not braille but large print", "not ~braille but large print"),
        ("no but email", "no ~but ~email"),
        ("no email though letters", "no ~email though letters"),
        ("no email and letters", "no ~email ~and ~letters"),
        ("no email and needs letters", "no ~email and needs letters"),
        ("no email or letters and a loop", "no ~email ~or ~letters and a loop"),
        ("neither email nor post", "neither ~email nor ~post"),
        ("instead of email a letter", "instead ~of ~email ~a ~letter"),
        ("instead a letter", "instead a letter"),
        ("rather than email", "rather ~than ~email"),
        ("cannot do without braille", "cannot do without braille"),
        ("cannot come and do without braille", "cannot come and do without braille"),
        ("without help", "without ~help"),
        ("no no email", "no no ~email"),
        ("braille not yet", "braille not yet"),
        ("no email so", "no ~email so"),
        ("not email, so", "not ~email | so"),
        ("so email, cannot do without", "so email | cannot do without"),
        ("without email without", "without email without"),
    ],
)
def test_what_follows_a_no_is_denied_until_something_turns(text, words):
    assert shown(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("braille not needed", "~braille not ~needed"),
        ("braille is not really needed", "~braille is not ~really ~needed"),
        ("email not wanted any more", "~email not ~wanted ~any ~more"),
        ("a seat, braille not needed, a loop", "a seat | ~braille not ~needed | a loop"),
        ("a seat and braille no longer required", "~a ~seat ~and ~braille no ~longer ~required"),
        ("Loop: no", "~loop | no"),
        ("Loop: none, seat: yes", "~loop | none | seat | yes"),
        ("seat, loop: not applicable", "seat | ~loop | not ~applicable"),
        ("Loop. Not required. Seat", "~loop | not ~required | seat"),
        ("loop; n/a", "~loop | n a"),
        ("not needed: loop", "not ~needed | loop"),
        ("none", "none"),
    ],
)
def test_what_stands_before_its_no_is_denied_too(text, words):
    assert shown(text) == words


def test_the_clauses_of_a_text_and_the_clause_of_a_word():
    said = said_in("Loop: yes, a seat")
    assert [[said.tokens[i] for i in clause] for clause in said.clauses()] == [["loop"], ["yes"], ["a", "seat"]]
    assert list(said.clause(5)) == [4, 5]
    assert list(said_in("").clauses()) == []


@pytest.mark.parametrize(
    ("one", "text", "found"),
    [
        ("loop", "a loop here", ["loop"]),
        ("loop", "two loops", []),
        ("loop*", "two loops", ["loops"]),
        ("large/big print", "big print or large print", ["big print", "large print"]),
        ("large print", "large, print", []),
        ("hearing (induction) loop", "a hearing loop", ["hearing loop"]),
        ("hearing (induction) loop", "a hearing induction loop", ["hearing induction loop"]),
        ("(hearing) loop", "a hearing loop", ["hearing loop", "loop"]),
        ("print ... large", "print that is very large", ["print that is very large"]),
        ("print ... large", "print that is very very large", []),
        ("print ... large", "print large", ["print large"]),
        ("print ... large", "print that is, large", []),
        ("size #", "size 20 and size x", ["size 20"]),
        ("# point", "20 point", ["20 point"]),
        ("{language} interpreter", "a Welsh interpreter", ["welsh interpreter"]),
        ("{language} interpreter", "a good interpreter", []),
        ("{language}/sign interpreter", "a sign interpreter", ["sign interpreter"]),
        ("=braille", "Braille please", ["braille"]),
        ("=braille", "braille by post", []),
        ("=braille", "braille, by post", ["braille"]),
        ("=braille", "no braille", ["braille"]),
        ("café", "a cafe", ["cafe"]),
        ("it's", "its here", ["its"]),
    ],
)
def test_a_phrase_is_found_where_its_words_stand(one, text, found):
    said = said_in(text)
    spans = Phrases([phrase(one, 0, LISTS)]).find(said)
    assert [" ".join(said.tokens[f.start : f.end]) for f in spans] == found


def test_the_longest_counts_first_then_the_lower_meaning_then_the_first():
    many = Phrases([phrase("loop", 2, LISTS), phrase("loop/seat", 1, LISTS), phrase("hearing loop", 3, LISTS)])
    found = many.find(said_in("no seat but a hearing loop"))
    assert [(f.words, f.means, f.start, f.denied) for f in found] == [
        *((2, 3, 4, False), (1, 1, 1, True), (1, 1, 5, False), (1, 2, 5, False)),
    ]
    assert [f.words for f in Phrases([phrase("a (b) ... c", 0, LISTS)]).find(said_in("a b x c"))] == [3]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "at least one word"),
        ("=", "at least one word"),
        ("(loop)", "at least one word"),
        ("(loop) (seat)", "at least one word"),
        ("... loop", "at least one word"),
        ("loop ...", "at least one word"),
        ("{nothing} loop", "no list of words called {nothing}"),
        ("{language loop", "no list of words called {language"),
        ("loop/", "“loop/” is not a word"),
        ("loop/!", "“loop/!” is not a word"),
        ("(loop/) seat", "“(loop/)” is not a word"),
        ("a-b", "“a-b” is not a word"),
    ],
)
def test_a_phrase_that_would_fit_anything_or_cannot_be_read_is_refused(text, why):
    with pytest.raises(WrongPhrase) as refused:
        phrase(text, 0, LISTS)
    assert why in str(refused.value)


def test_what_says_only_that_something_is_not_needed():
    assert says_it_is_not_needed(["no", "longer", "needed"])
    assert not says_it_is_not_needed(["cannot", "use"])
    assert says_it_is_not_needed([])
