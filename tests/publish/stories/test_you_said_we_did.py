import dataclasses
from datetime import date
from pathlib import Path

import pytest

from coprod_desktop.domain.record import Telling, Update
from coprod_desktop.domain.words import EarlierStatus, UpdateState
from coprod_desktop.errors import UserError
from coprod_desktop.publish.document import Answer, Bullets, Facts, Heading, Mark, Paragraph
from coprod_desktop.publish.gate import open_gate
from coprod_desktop.publish.stories.you_said_we_did import you_said_we_did
from coprod_desktop.services.bring_in.session_file import read
from tests.domain.making import entry, point, record
from tests.publish.telling_papers import told

SAMPLES = Path(__file__).parents[2] / "samples"
LATER = date(2026, 12, 1)


def paper(*rows, as_of=LATER, also=None, **session):
    return you_said_we_did(open_gate(dataclasses.replace(record(*rows, **session), **also or {}), (), as_of))


def update(day, state, text=None):
    return Update(id=f"u{day}", on=day, state=UpdateState(state), text=text)


def words(paragraph):
    return "".join(run.text for run in paragraph.runs)


def lines(answer):
    said = []
    for block in answer.blocks:
        if isinstance(block, Facts):
            said += [f"{label}: {words(value)}" for label, value in block.rows]
        else:
            said.append(words(block))
    return said


def section(document, heading):
    """The blocks under one second heading."""
    found, inside = [], False
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 2:
            inside = block.text == heading
        elif inside:
            found.append(block)
    return found


def answers(document):
    return [b for b in document.blocks if isinstance(b, Answer)]


def owed(document):
    (block,) = [b for b in section(document, "What we still owe you") if isinstance(b, Bullets)]
    return [words(item) for item in block.items]


def test_a_promise_keeps_its_words_its_date_and_its_owner_beside_what_happened():
    late = point(
        1, "Paper rotas", text="A paper rota each Friday",
        updates=(update(date(2026, 10, 2), "in hand", "First rotas sent"), update(date(2026, 11, 9), "done", "All have one")),
    )  # fmt: skip
    (answer,) = answers(paper(late))

    assert answer.heading == "Paper rotas"
    assert lines(answer) == [
        "We said: We will. A paper rota each Friday.",
        "Who: Head of home care",
        "By when: 6 November 2026",
        "What happened: Done, 3 days late.",
        "2 October 2026: In hand. First rotas sent.",
        "9 November 2026: Done. All have one.",
    ]


@pytest.mark.parametrize(
    ("updates", "due", "happened", "mark"),
    [
        ((update(date(2026, 11, 1), "done"),), date(2026, 11, 6), "Done, on time.", Mark.TICK),
        ((), date(2026, 11, 6), "The date passed 25 days ago, and nobody has said whether it is done.", Mark.WARN),
        ((update(LATER, "not done"),), date(2026, 11, 6), "We did not do this. It is 25 days late.", Mark.WARN),
        ((update(LATER, "changed to no", "No money"),), date(2026, 11, 6), "Changed to no.", Mark.CROSS),
        ((update(LATER, "in hand"),), date(2027, 1, 6), "In hand, not due yet.", Mark.CLOCK),
        ((), date(2027, 1, 6), "Not due yet.", Mark.CLOCK),
        ((), None, "No date was given.", Mark.CLOCK),
    ],
)
def test_what_happened_is_said_in_words_and_with_a_sign(updates, due, happened, mark):
    (answer,) = answers(paper(point(1, "Ring back", due=due, updates=updates)))
    (said,) = [b for b in answer.blocks if isinstance(b, Paragraph) and words(b).startswith("What happened")]

    assert (words(said), said.mark) == (f"What happened: {happened}", mark)


def test_the_first_promise_has_no_tick_that_could_be_taken_for_done():
    (answer,) = answers(paper(point(1, "Ring back", due=date(2027, 1, 6))))
    assert answer.blocks[0].mark is None


def test_changed_to_no_says_why_or_that_nobody_wrote_why():
    why = point(1, "A", reason_category="Money", reason="It costs £9", updates=(update(LATER, "changed to no"),))
    said = point(2, "B", updates=(update(LATER, "changed to no", "The firm closed"),))
    silent = point(3, "C", updates=(update(LATER, "changed to no"),))
    first, second, third = map(lines, answers(paper(why, said, silent)))

    assert first.index("What happened: Changed to no.") < first.index("Why: Money. It costs £9.")
    assert "1 December 2026: Changed to no. The firm closed." in second
    assert "We have not written down why." in third
    assert "We have not written down why." not in [*first, *second]


def test_a_no_from_the_beginning_stays_in_view_with_the_day_it_is_looked_at_again():
    no = {"answer": "cannot", "owner": None, "due": None, "text": "We cannot charge by the minute"}
    document = paper(
        point(1, "Pay by the minute", reason="The contract runs to 2028", look_again="2027-09-01", **no),
        point(2, "Free parking", reason="Not ours", **no),
    )
    first, second = section(document, "Where we said no")

    assert lines(first) == [
        "No. We cannot. We cannot charge by the minute.",
        "Why: The contract runs to 2028.",
        "When we look again: 1 September 2027",
    ]
    assert lines(second)[-1] == "We have not said when we look at this again."
    assert "We said no to 2 things. A no is not counted as a promise." in told(document)


def test_a_no_that_was_done_after_all_is_told_as_kept():
    no = point(1, "Free parking", answer="cannot", due=None, updates=(update(LATER, "done", "It is free now"),))
    (answer,) = section(paper(no), "What we have done")
    assert "What happened: Done." in lines(answer)


def test_every_point_is_somewhere():
    kinds = ["done", "will", "partly", "already", "not_decided", "cannot", "will_not", "passed_on", None]
    rows = [point(n, f"Thing {n}", answer=kind, reason="Money") for n, kind in enumerate(kinds)]
    document = paper(*rows)

    assert sorted(a.heading for a in answers(document)) == [f"Thing {n}" for n in range(8)]
    assert "An answer to number 9: Thing 8." in owed(document)


def test_the_score_comes_before_any_promise():
    rows = [
        point(1, "A", updates=(update(date(2026, 11, 1), "done"),)),
        point(2, "B", updates=(update(date(2026, 11, 9), "done"),)),
        point(3, "C"),
        point(4, "D", due=date(2027, 2, 1)),
    ]
    document = paper(*rows, also={"earlier": (Telling(id="o", text="Old", status=EarlierStatus.DONE),)})
    first, second, *_ = section(document, "Promises kept, and not kept")

    assert words(first) == "What we promised this time: 2 of 4 kept (1 on time), 1 overdue, 1 not due yet."
    assert words(second) == "What we promised before: 1 of 1 kept (1 on time)."
    assert document.blocks.index(first) < document.blocks.index(answers(document)[0])
    assert told(document).count("1 of 1 kept") == 1 + 1  # the run, and its paragraph


def test_what_is_still_owed_has_the_late_things_first_and_nothing_closed():
    rows = [
        point(1, "Not due", text="Rotas", due=date(2027, 2, 1)),
        point(2, "Done", text="Phones", updates=(update(date(2026, 11, 1), "done"),)),
        point(3, "Late", text="Sorry letters"),
    ]
    old = Telling(id="o", text="A web page", due=date(2025, 11, 1), status=EarlierStatus.NOT_DONE)

    document = paper(*rows, entry(1, "Buses", quote_ok=True), also={"earlier": (old,)})

    assert [a.heading for a in section(document, "What we still owe you") if isinstance(a, Answer)] == [
        "Late",
        "Not due",
    ]
    assert owed(document) == ["An answer to 1 other thing people said."]
    assert [b.text for b in section(document, "Our earlier promises") if isinstance(b, Heading)] == ["A web page"]


def test_no_promise_is_told_twice():
    rows = [point(n, f"Thing {n}", text=f"Promise {n}", due=date(2026, 10 + n, 1)) for n in (0, 1, 2)]
    document = paper(*rows)
    for n in (0, 1, 2):
        assert sum(f"Promise {n}" in line for a in answers(document) for line in lines(a)) == 1
        assert sum(f"Promise {n}" in told(block) for block in document.blocks) == 1


def test_what_the_answer_says_is_done_is_not_said_again():
    (answer,) = answers(paper(point(1, "Ring back", answer="done", text="We ring back")))
    assert not any("What happened" in line for line in lines(answer))


def test_when_nothing_is_owed_it_says_so():
    done = point(1, "A", updates=(update(date(2026, 11, 1), "done"),))
    assert "Nothing: each promise was kept, or we have said no and why." in told(paper(done))


@pytest.mark.parametrize("row", [entry(1, "Ring back"), point(1, "Ring back", answer="already", due=None)])
def test_with_nothing_promised_or_refused_there_is_no_update(row):
    with pytest.raises(UserError, match="nothing to follow up"):
        paper(row)


def test_the_sample_tells_each_earlier_promise_and_what_became_of_it():
    said = told(
        you_said_we_did(open_gate(read((SAMPLES / "steering-group.json").read_bytes()), (), date(2026, 11, 22)))
    )

    for words_ in (
        "2 of 7 kept (1 on time), 2 overdue, 1 changed to no, 2 not due yet.",
        "Staff training run by members, 6 sessions",
        "We did not do this. It is 326 days late. No word about it for 311 days.",
        "Done, 70 days late.",
        "Money. The software would cost £18,000 a year. We will use a monthly call instead.",
    ):
        assert words_ in said


def test_a_draft_says_so():
    document = paper(point(1, "A"), entry(2, "Nobody answers", quote_ok=True))
    assert "This is a draft. 1 thing not answered yet." in told(document)
    assert document.running_head == "Draft: 1 thing not answered yet"
