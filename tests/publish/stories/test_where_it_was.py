"""Where a session was goes on in a sentence, whatever was typed as its place."""

import pytest

from coprod_desktop.publish.stories.words import at_place


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Fellside Library, upstairs", "at Fellside Library, upstairs"),
        ("Online", "online"),
        ("online, on Zoom", "online, on Zoom"),
        ("Teams", "on Teams"),
        ("Microsoft Teams", "on Microsoft Teams"),
        ("By phone", "by phone"),
        ("Telephone", "by phone"),
        ("In the garden", "in the garden"),
        ("Overton Hall", "at Overton Hall"),
        ("In-Touch Centre", "at In-Touch Centre"),
        ("Teams and Committee Room 2", "at Teams and Committee Room 2"),
    ],
)
def test_a_place_goes_on_in_a_sentence(typed, printed):
    assert at_place(typed) == printed
