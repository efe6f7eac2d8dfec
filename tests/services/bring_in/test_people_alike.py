"""Who may be the same is looked up; a plain comparison of each with each says what must be found."""

from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.services.bring_in.people import read_list
from coprod_desktop.services.bring_in.people_alike import MOST, Named, folded, numbers

WORDS = st.lists(st.sampled_from(["Ann", "Bo", "Cy", "Di", "Ed", "O'Neil", "Łucja"]), min_size=1, max_size=6).map(
    " ".join
)
CONTACTS = st.sampled_from(["", "07700 900001", "+44 7700 900001; a@example.org", "07700 900002"])


def is_like(one, other):
    """Tell whether two are the same by their whole names, or by every word of the shorter one."""
    (a, ca), (b, cb) = one, other
    fewer, more = sorted((folded(a), folded(b)), key=len)
    same_name = fewer == more or (len(fewer) > 1 and fewer < more)
    return same_name or bool(numbers(ca) & numbers(cb))


@given(st.lists(st.tuples(WORDS, CONTACTS), max_size=MOST))
def test_everybody_is_found_whom_a_comparison_with_each_would_find(people):
    named, found, expected = Named(), [], []
    for i, (name, contact) in enumerate(people):
        found.append({like.who for like in named.like(name, contact)})
        expected.append({j for j in range(i) if is_like(people[i], people[j])})
        named.add(i, name, contact)

    assert found == expected


def test_a_name_of_more_words_than_anybody_has_is_compared_whole():
    named = Named()
    long = " ".join(f"word{n}" for n in range(5_000))
    named.add(1, long, None)

    assert [like.who for like in named.like(long, None)] == [1]


def test_one_office_number_for_thousands_shows_a_few():
    rows = "".join(f"Person {n},01632 960111\n" for n in range(3_000))
    found = read_list(f"Name,Phone\n{rows}".encode())

    assert max(len(row.like) for row in found.rows) <= 2 * MOST
    assert {like.why for like in found.rows[-1].like} == {"the same phone number"}
