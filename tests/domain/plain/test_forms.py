"""How English words change: what a word may be a form of, and what a plainer word becomes in its place."""

import pytest

from coprod_desktop.domain.plain.forms import bases, put_into


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("steps", "step+s"),
        ("rota", ""),
        ("buses", "buse+s bus+s"),
        ("passes", "passe+s pass+s"),
        ("tries", "trie+s tri+s try+s"),
        ("class", ""),
        ("gas", ""),
        ("gets", "get+s"),
        ("commenced", "commence+ed commenc+ed"),
        ("commencing", "commence+ing commenc+ing"),
        ("stopped", "stoppe+ed stopp+ed stop+ed"),
        ("stopping", "stoppe+ing stopp+ing stop+ing"),
        ("tried", "trie+ed tri+ed try+ed"),
        ("trying", "trye+ing try+ing"),
        ("skiing", "skie+ing ski+ing"),
        ("need", ""),
        ("added", "adde+ed add+ed ad+ed"),
        ("asked", "aske+ed ask+ed"),
        ("eased", "ease+ed eas+ed"),
        ("freed", "free+ed fre+ed"),
        ("using", ""),
        ("asking", "aske+ing ask+ing"),
        ("egged", "egge+ed egg+ed eg+ed"),
        ("isolated", "isolate+ed isolat+ed"),
        ("utilize", "utilise"),
        ("utilized", "utilize+ed utiliz+ed utilised utilise+ed utilis+ed"),
        ("realizes", "realize+s realiz+s realises realise+s realis+s"),
    ],
)
def test_what_a_word_may_be_a_form_of(word, found):
    assert " ".join(f"{base}+{ending}" if ending else base for base, ending in bases(word)) == found


@pytest.mark.parametrize(
    ("word", "s", "ed", "ing"),
    [
        ("start", "starts", "started", "starting"),
        ("try", "tries", "tried", "trying"),
        ("play", "plays", "played", "playing"),
        ("fix", "fixes", "fixed", "fixing"),
        ("buzz", "buzzes", "buzzed", "buzzing"),
        ("reach", "reaches", "reached", "reaching"),
        ("wash", "washes", "washed", "washing"),
        ("pass", "passes", "passed", "passing"),
        ("agree", "agrees", "agreed", "agreeing"),
        ("use", "uses", "used", "using"),
        ("have", "has", "had", "having"),
        ("be", "is", "", "being"),
        ("begin", "begins", "", "beginning"),
        ("do", "does", "", "doing"),
        ("give", "gives", "", "giving"),
        ("show", "shows", "", "showing"),
        ("take", "takes", "", "taking"),
        ("run", "runs", "", "running"),
        ("set up", "sets up", "set up", "setting up"),
        ("carry out", "carries out", "carried out", "carrying out"),
        ("look at", "looks at", "looked at", "looking at"),
        ("pass on", "passes on", "passed on", "passing on"),
        ("get rid of", "gets rid of", "got rid of", "getting rid of"),
        ("keep to", "keeps to", "kept to", "keeping to"),
    ],
)
def test_what_a_plainer_word_becomes(word, s, ed, ing):
    assert put_into(word, "") == word
    assert (put_into(word, "s"), put_into(word, "ed"), put_into(word, "ing")) == (s, ed, ing)


@pytest.mark.parametrize(
    ("one", "several"),
    [
        ("person", "people"),
        ("people", "people"),
        ("staff", "staff"),
        ("steps", "steps"),
        ("list", "lists"),
        ("way of working", "ways of working"),
        ("help for you", "helps for you"),
        ("money for it", "moneys for it"),
        ("what was sent", ""),
        ("home care", ""),
        ("people who draw on care", ""),
        ("staff here", ""),
    ],
)
def test_what_several_are_called(one, several):
    assert put_into(one, "s") == several
