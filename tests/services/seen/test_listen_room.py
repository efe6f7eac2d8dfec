import pytest

from coprod_desktop.domain.changes import Changes, Ref
from coprod_desktop.services.seen.listen import called_otherwise, tells_of_the_room
from tests.domain.making import person

BO, ANN = person("bo", "Bo Lindqvist", "carer"), person("ann", "Ann Marsh", "carer")


@pytest.mark.parametrize(
    ("ref", "tells"),
    [
        (Ref("attendance", "a", "s"), True),
        (Ref("attendance", "a", "t"), False),
        (Ref("person", "bo"), True),
        (Ref("entry", "e", "s"), False),
        (Ref("notice_given", "n", "s"), True),
    ],
)
def test_only_what_stands_beside_the_lines_tells_of_the_room(ref, tells):
    for changes in (Changes(added=(ref,)), Changes(changed=(ref,)), Changes(removed=(ref,))):
        assert tells_of_the_room(changes, "s") is tells


def test_lines_of_whoever_is_called_otherwise_are_shown_again():
    assert called_otherwise((BO, ANN), (BO, ANN)) == set()
    assert called_otherwise((BO, ANN), (person("bo", "Bo Lind", "carer"), ANN)) == {"bo"}
    assert called_otherwise((BO, ANN), (BO, person("ann", "Ann Marsh", "director"))) == {"ann"}
    assert called_otherwise((BO,), (BO, ANN)) == {"ann"}
    assert called_otherwise((BO, ANN), (BO,)) == set()
