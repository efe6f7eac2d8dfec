"""What was typed as a session's contact reads well after "To ask:"."""

import pytest

from coprod_desktop.publish.stories.contact import after_to_ask


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Ask Carla on 01632 960 144", "Carla on 01632 960 144"),
        ("Please ask Carla on 01632 960 144", "Carla on 01632 960 144"),
        ("Ask for Carla at the library", "ask for Carla at the library"),
        ("Ring Maeve Doyle on 01632 960 178", "ring Maeve Doyle on 01632 960 178"),
        ("Text 07700 900 123", "text 07700 900 123"),
        ("Maeve Doyle, 01632 960 178", "Maeve Doyle, 01632 960 178"),
        ("Callum Reid, 01632 960 178", "Callum Reid, 01632 960 178"),
        ("Ask", "Ask"),
        ("", ""),
    ],
)
def test_a_contact_goes_on_after_to_ask(typed, printed):
    assert after_to_ask(typed) == printed
