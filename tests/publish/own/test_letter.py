import pytest

from coprod_desktop.publish.own.letter import greeting


@pytest.mark.parametrize(
    ("chosen", "printed"),
    [
        (None, "Hello,"),
        ("", "Hello,"),
        ("  ,", "Hello,"),
        ("Mrs Tattersall", "Dear Mrs Tattersall,"),
        ("Umm Khaled", "Dear Umm Khaled,"),
        ("A.", "Dear A.,"),
        ("(sunflower)", "Dear (sunflower),"),
        ("iPhone", "Dear iPhone,"),
        ("Toby", "Dear Toby,"),
        ("Hilary", "Dear Hilary,"),
        ("Dear Winnie,", "Dear Winnie,"),
        ("dear  Winnie", "dear Winnie,"),
        ("Hello Win", "Hello Win,"),
        ("Hi Jay!", "Hi Jay!"),
        ("Annwyl Siân", "Annwyl Siân,"),
        ("S'mae Siân", "S'mae Siân,"),
        ("Shwmae Siân", "Shwmae Siân,"),
        ("Bore da", "Bore da,"),
        ("To Jay", "To Jay,"),
    ],
)
def test_people_are_greeted_as_they_chose_and_otherwise_without_a_name(chosen, printed):
    assert greeting(chosen) == printed
