"""What can be typed of a vote, of one of its choices, and of the money to share: each a table that a form is made of."""

from __future__ import annotations

from collections.abc import Sequence

from coprod_desktop.domain import voting
from coprod_desktop.ui.widgets.fact_form import NOT_SAID, YES_NO, Fact, How

VOTE: Sequence[Sequence[Fact]] = (
    (Fact("question", "What people vote on", How.LONG),),
    (
        Fact("method", "How people vote", How.OPEN, [(name, name) for name in voting.METHODS]),
        Fact("dots_each", "Dots each", How.WHOLE),
        Fact("votes_each", "Votes each", How.WHOLE),
    ),
    (
        Fact("papers_given", "Papers given out", How.WHOLE),
        Fact("voters", "People who voted", How.WHOLE),
        Fact("spoilt", "Papers not counted", How.WHOLE),
    ),
    (
        Fact("by_post", "Of these by post", How.WHOLE),
        Fact("by_supporter", "Of these with a supporter", How.WHOLE),
    ),
    (
        Fact(
            "too_many",
            "More votes than papers: what the room chose",
            How.PICK,
            [NOT_SAID, *((words, chosen) for chosen, words in voting.ROOM_CHOSE.items())],
        ),
    ),
    (Fact("eligible_rule", "The rule: what can win", How.LONG),),
    (Fact("settled_by", "How it was settled, if it was a tie", How.LONG),),
    (Fact("left_becomes", "What becomes of money that is left", How.LONG),),
    (Fact("interest", "An interest that was declared before this vote", How.LONG),),
)
CHOICE: Sequence[Sequence[Fact]] = (
    (Fact("who", "Whose bid it is"), Fact("cost_pence", "What it costs", How.PENCE)),
    (
        Fact("eligible", "Is it within the rules?", How.PICK, YES_NO),
        Fact("why_not", "If not, why"),
    ),
    (Fact("withdrawn", "It was taken out of the vote: it has no place, and did not lose", How.TICK),),
    (Fact("interest", "An interest that was declared in it", How.LONG),),
    (Fact("picture", "Its picture on the voting paper, in a word or two"),),
)
MONEY: Sequence[Sequence[Fact]] = (
    (Fact("pot_pence", "Money to share", How.PENCE), Fact("max_bid_pence", "The most for one bid", How.PENCE)),
)
INTEREST: Sequence[Sequence[Fact]] = ((Fact("declared_interest", "What they declared", How.LONG),),)
