"""What the note-taker wrote beside the words is no part of them."""

import pytest

from coprod_desktop.domain.note_marks import without_marks


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("(post-it) Bins are never emptied", "Bins are never emptied"),
        ("Bins are never emptied (post-it)", "Bins are never emptied"),
        ("(from corridor, 2 women) The loo is locked", "The loo is locked"),
        ("[via chat]: Please speak up", "Please speak up"),
        ("(voice note) If you said you would do it", "If you said you would do it"),
        ("They come at ?? in the morning", "They come at in the morning"),
        ("Mrs Pugh?? told me", "Mrs Pugh told me"),
        ("who checks?? does anyone look", "who checks? does anyone look"),
        ("The bus is late ??", "The bus is late"),
        ("The 42 [?] never stops", "The 42 never stops"),
        ("Nobody came (inaudible)", "Nobody came"),
        ("It was cold (really cold)", "It was cold (really cold)"),
        ("Less jargon since the jar (50p per acronym, £18.50 to the food bank)", None),
        ("item 4 (budget) moved to december", None),
        ("not everyone has a smart phone!!!", None),
        ("Why?", None),
        ("??", None),
        ("(post-it)", None),
        ("(post-it) (card) Bins are full", "Bins are full"),
        ("Bins are full (post-it) (card)", "Bins are full"),
        ("Bins are full [x 3].", "Bins are full"),
        ("(post-it) - Bins are full", "Bins are full"),
        ("(post-it)(card)", "(card)"),
        ("[name left out] rang", None),
        ("It rains. Who checks??", "It rains. Who checks?"),
        ("It rains! who checks??", "It rains! who checks?"),
        ("It rains? who checks??", "It rains? who checks?"),
        ("Who checks. It rains??", "Who checks. It rains"),
        ("Who checks.It rains??", "Who checks.It rains?"),
        ("can we ask???", "can we ask?"),
        ("  can we ask???", "can we ask?"),
        ("canned soup??", "canned soup"),
        ("so can we??", "so can we"),
        ("It rains (sic), it does", "It rains, it does"),
        ("  It rains  ", "It rains"),
        ("(all) It rains (all)", "It rains"),
        ("It rains (not me)", None),
        ("(in) (at)", "(at)"),
    ],
)
def test_marks_stay_out(line, said):
    assert without_marks(line) == (line if said is None else said)
