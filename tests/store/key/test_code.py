import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mnemonic import Mnemonic

from coprod_desktop.errors import UserError
from coprod_desktop.store.key import code

BOOK = Mnemonic("english")
CODES = st.binary(min_size=16, max_size=16).map(lambda bits: tuple(BOOK.to_mnemonic(bits).split()))
BETWEEN = st.sampled_from([" ", "   ", ", ", "\n", " - ", " ; ", "\t"])


def test_a_code_is_twelve_words_of_the_list_and_another_each_time():
    first, second = code.make(), code.make()

    assert len(first) == 12
    assert set(first) <= set(BOOK.wordlist)
    assert first != second


@settings(deadline=None)
@given(CODES, st.data())
def test_however_it_is_typed_the_code_is_the_same(words, data):
    typed = ""
    for number, word in enumerate(words, 1):
        numbered = data.draw(st.sampled_from(["", f"{number}. ", f"{number}) ", f"{number} "]))
        shown = data.draw(st.sampled_from([word, word.upper(), word.capitalize(), word[:4], word[:5].title()]))
        typed += numbered + shown + data.draw(BETWEEN)

    assert code.bits(typed) == bytes(BOOK.to_entropy(list(words)))
    assert code.meant(typed)


@settings(deadline=None)
@given(CODES, st.integers(0, 11), st.text("abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=9))
def test_a_word_that_is_none_of_the_list_is_named_by_its_place(words, at, wrong):
    if wrong in BOOK.wordlist or any(len(wrong) >= 4 and w.startswith(wrong) for w in BOOK.wordlist):
        return
    with pytest.raises(UserError, match=f"^Word {at + 1}, “{wrong}”, is not one of the list"):
        code.bits(" ".join([*words[:at], wrong, *words[at + 1 :]]))


def test_a_word_written_almost_right_is_offered():
    with pytest.raises(UserError, match="Did you mean “abandon”"):
        code.bits("abandom " + "abandon " * 11)


def test_words_that_changed_places_are_told_by_the_check():
    words = ["abandon"] * 11 + ["about"]
    assert code.bits(" ".join(words)) == bytes(16)
    with pytest.raises(UserError, match="no recovery code"):
        code.bits(" ".join([words[11], *words[:11]]))


@pytest.mark.parametrize(("count", "said"), [(11, "here are 11"), (13, "here are 13"), (0, "here are 0")])
def test_too_few_or_too_many_are_counted(count, said):
    with pytest.raises(UserError, match=said):
        code.bits("abandon " * count)


@pytest.mark.parametrize("typed", ["three warm cups", "", "a b c d e f g h i j k l", "zzz " * 12, "abandon " * 40])
def test_a_passphrase_is_not_taken_for_a_code(typed):
    assert not code.meant(typed)


def test_one_word_typed_back_is_taken_as_forgivingly():
    assert code.same_word("abandon", " 3. ABAN ")
    for other in ("able", "", "abandon about"):
        assert not code.same_word("abandon", other)
