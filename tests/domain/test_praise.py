"""Praise is thanked; what asks for anything, or doubts, is never taken for it."""

import pytest

from coprod_desktop.domain.praise import is_praise


@pytest.mark.parametrize(
    "said",
    [
        "All good", "Very good, thank you", "Thank you!", "It was great", "No complaints",
        "The Red Cross van was brilliant.", "The ward sister is lovely", "Everyone was so kind, thank you", "Diolch",
        "Really good session", "Keep it up",
    ],
)  # fmt: skip
def test_praise(said):
    assert is_praise(said)


@pytest.mark.parametrize(
    "said",
    [
        "", "…", "Fine.", "fine", "Lovely", "Grand!", "Spot on.", "Fine?", "Not fine", "It was fine until the bus went", "My carer is brilliant but is leaving",
        "Mornings are better. Not good. Better.", "Brilliant, three carers in one day", "Great, another survey",
        "The food could be good", "We were told it is fine", "I used to be happy", "It isn't good", "It isn’t good",
        "The ward sister was lovely but she had 30 beds.", "would do it again. bring better biscuits", "If only it was good",
        "Good care needs more people", "They never thank you", "You paid us on time once I shouted", "the", "for you all",
    ],
)  # fmt: skip
def test_no_praise(said):
    assert not is_praise(said)
