import dataclasses
import json
from datetime import date
from pathlib import Path

import pytest

from coprod_desktop.domain import answers as table
from coprod_desktop.domain.record import Telling, Update, Vote, VoteOption
from coprod_desktop.domain.words import AnswerKind, Attending, EarlierStatus, Outcome, Rung, UpdateState
from coprod_desktop.errors import UserError
from coprod_desktop.publish.document import Answer, Bullets, Facts, Heading, Mark, Paragraph, Table, Tone
from coprod_desktop.publish.gate import open_gate
from coprod_desktop.publish.stories.you_said_we_will import you_said_we_will
from coprod_desktop.services.bring_in.session_file import read
from tests.domain.making import DAY, entry, person, point, record
from tests.publish.telling_papers import told

SAMPLES = Path(__file__).parents[2] / "samples"
LINE = entry(1, "It is late", quote_ok=True)


def paper(*rows, as_of=DAY, also=None, **session):
    return you_said_we_will(open_gate(dataclasses.replace(record(*rows, **session), **also or {}), (), as_of))


def sample(name, as_of=date(2026, 11, 22)):
    return you_said_we_will(open_gate(read((SAMPLES / f"{name}.json").read_bytes()), (), as_of))


def words(paragraph):
    return "".join(run.text for run in paragraph.runs)


def lines(document):
    return told(document).split("\n")


def answers(document):
    return [b for b in document.blocks if isinstance(b, Answer)]


def facts(blocks):
    return {label: words(value) for b in blocks if isinstance(b, Facts) for label, value in b.rows}


@pytest.mark.parametrize("name", ["home-care-listening-space", "steering-group", "evaluation-session"])
def test_headings_never_skip_a_level_and_there_is_one_title(name):
    level = 0
    for block in sample(name).blocks:
        if isinstance(block, Heading):
            assert block.level <= level + 1
            level = block.level
        elif isinstance(block, Answer):
            assert level == 2
    assert [b.text for b in sample(name).blocks if isinstance(b, Heading) and b.level == 1] == ["You said, we will"]


def test_the_first_page_of_the_sample():
    document = sample("home-care-listening-space")
    first = []
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 2:
            break
        first.append(block)
    said = [words(b) for b in first if isinstance(b, Paragraph)]
    assert said[:4] == [
        "Marrowdale Council (made up)",
        "Listening space: home care",
        "Thursday 17 September 2026, St Cuthbert's Hall, Marrowdale",
        "This is a draft. 5 things not answered yet.",
    ]
    assert said[4:] == ["12 things you said. 7 have an answer here. 5 have no answer yet."]
    after = document.blocks[len(first) :]
    assert isinstance(after[0], Heading)
    assert after[0].text == "What you said, and our answers"
    assert isinstance(after[1], Answer)
    came = facts(after)
    assert (came["Co-chair"], came["Who set the agenda"]) == ("Gareth D'Arcy", "council and carers group together")
    assert "7 people came: 3 people with lived experience, 1 carer and 3 staff." in lines(document)
    assert document.running_head == "Draft: 5 things not answered yet"
    assert document.title == "You said, we will: Listening space: home care"


def test_what_it_was_about_and_what_could_not_change_are_on_the_first_page():
    said = lines(paper(LINE, purpose="home care at weekends", cannot_change="This year's money"))
    assert "What it was about: Home care at weekends." in said
    assert "What could not change: This year's money." in said


def test_groups_nobody_came_from_are_left_out():
    people = [person("a", "A", "staff", attendance=Attending.HERE), person("b", "B", attendance=Attending.APOLOGIES)]
    assert "1 person came: 1 member of staff." in lines(paper(LINE, *people))
    assert "9 people came, among them 1 member of staff." in lines(paper(LINE, *people, attended=9))


def test_the_ladder_shows_the_rung_that_was_reached_and_credits_its_makers():
    document = paper(LINE, ladder_aim=Rung.CO_PRODUCTION, ladder_actual=Rung.CONSULTATION)
    (said,) = [line for line in lines(document) if "This was consultation" in line and "aimed" in line]
    assert "We had aimed for co-production." in said
    runs = [r for b in document.blocks if isinstance(b, Paragraph) for r in b.runs if r.url]
    assert ["Think Local Act Personal" in r.text for r in runs] == [True]
    assert "co-production" not in told(paper(LINE, ladder_aim=Rung.CO_PRODUCTION))


@pytest.mark.parametrize("kind", list(AnswerKind))
def test_each_answer_has_its_words_and_a_sign(kind):
    (answer,) = answers(paper(point(1, "Ring back", answer=kind.value, reason="No money", text="So it is.")))
    (said,) = [b for b in answer.blocks if isinstance(b, Paragraph) and b.mark]
    assert words(said) == f"{table.words(kind)}. So it is."
    assert said.runs[0].strong


def test_a_no_has_its_reason_and_when_it_is_looked_at_again():
    no = point(
        1, "Pay by the minute", answer="cannot", owner=None, due=None, reason_category="The law or a contract",
        reason="It ends in 2028", look_again="2027-09-01",
    )  # fmt: skip
    (answer,) = answers(paper(no))
    assert facts(answer.blocks) == {
        "Why": "The law or a contract. It ends in 2028.",
        "When we look again": "1 September 2027",
    }


def test_part_of_it_says_why_not_all():
    (answer,) = answers(paper(point(1, "x y z", answer="partly", reason="Money")))
    assert facts(answer.blocks)["Why not all of it"] == "Money."


def test_no_date_says_who_was_asked_instead():
    (answer,) = answers(paper(point(1, "x y z", answer="not_decided", asked_who="Head of contracts", asked_on=DAY)))
    asked = "We asked Head of contracts on 17 September 2026, and will tell you by 6 November 2026."
    assert facts(answer.blocks)["Who we asked"] == asked


def test_quotations_stand_between_quotation_marks_with_their_name():
    people = person("a", "Ana Quist", public="first name")
    (answer,) = answers(paper(people, entry(1, "It is late", speaker="a", quote_ok=True), point(1, "Late calls", 1)))
    (quote,) = [b for b in answer.blocks if isinstance(b, Paragraph) and b.quote]
    assert words(quote) == "“It is late” – Ana"


def test_other_words_have_no_quotation_marks():
    told_us = entry(1, "my carer Donna left", publish="edit", public_text="A carer left.")
    (answer,) = answers(paper(told_us, point(1, "Carers leave", 1)))
    assert "A carer left." in [words(b) for b in answer.blocks if isinstance(b, Paragraph) and not b.quote]
    assert "“A carer" not in told(paper(told_us))


def test_how_a_promise_is_going_keeps_the_promise_in_view():
    made = tuple(
        Update(id=s, on=date(2026, 11, d), state=UpdateState(s), text=t)
        for d, s, t in ((1, "in hand", "First rotas sent"), (9, "not done", None), (30, "done", "later"))
    )
    document = paper(point(1, "Paper rotas", text="A paper rota each Friday", updates=made), as_of=date(2026, 11, 10))
    (answer,) = answers(document)
    said = [words(b) for b in answer.blocks if isinstance(b, Paragraph)]
    assert said == [
        "We will. A paper rota each Friday.",
        "How is it going: We did not do this. It is 4 days late.",
        "1 November 2026: In hand. First rotas sent.",
        "9 November 2026: We did not do this.",
    ]
    assert [b.mark for b in answer.blocks if isinstance(b, Paragraph)][1] is Mark.WARN


def test_a_point_without_an_answer_says_so():
    (answer,) = answers(paper(point(1, "Ring back", answer=None, text=None, owner=None, due=None)))
    (said,) = answer.blocks
    assert words(said) == "Not answered yet."
    assert said.runs[0].tone is Tone.WAITING


def test_what_is_not_answered_is_listed():
    document = paper(LINE, entry(2, "secret", kind="question", theme="Buses"), entry(3, "secret", quote_ok=False))
    (bullets,) = [b for b in document.blocks if isinstance(b, Bullets)][:1]
    assert [words(i) for i in bullets.items] == [
        "“It is late”",
        "A question about Buses.",
        "1 more thing. We have not been told that we may print the words.",
    ]
    assert "3 things you said. 3 have no answer yet." in lines(document)


def test_a_point_without_an_answer_stands_with_its_words_once():
    document = paper(
        entry(1, "Nobody rings", quote_ok=True), point(1, "Ring back", 1, answer=None, owner=None, due=None)
    )
    (answer,) = answers(document)
    assert [words(b) for b in answer.blocks] == ["“Nobody rings”", "Not answered yet."]
    assert [words(i) for b in document.blocks if isinstance(b, Bullets) for i in b.items].count("“Nobody rings”") == 0
    assert "1 thing you said. It has no answer yet." in lines(document)


def test_praise_is_thanked_and_not_listed_as_waiting():
    document = paper(LINE, entry(2, "Thank you!", quote_ok=True), entry(3, "The van was brilliant", quote_ok=True))
    said = lines(document)
    assert "1 thing you said. It has no answer yet." in said
    assert said.index("Thank you for this. We heard it:") < said.index("“Thank you!”")


def test_one_word_that_only_judges_is_not_thanked_as_praise():
    said = lines(paper(LINE, entry(2, "Fine.", quote_ok=True)))
    assert "2 things you said. 2 have no answer yet." in said
    assert said.index("Not answered yet") < said.index("“Fine.”")
    assert "Also said" not in said


def test_no_sentence_says_nothing():
    document = paper(
        LINE,
        entry(2, "x y", kind="question"),
        entry(3, "x y z", kind="what_works"),
        entry(4, "a b", kind="parking_lot"),
        entry(5, "c d", kind="parking_lot"),
    )
    for empty in ("A question.", "Something said.", "1 person told us about something that works well."):
        assert empty not in lines(document)
    assert "Thank you for 1 thing you told us about what works well. We heard it." in lines(document)
    assert "2 things, not printed in words. Nobody has them yet." in lines(document)
    taken = entry(9, "a b", kind="parking_lot", outcome=Outcome.PASSED_ON, outcome_note="The waste team")
    assert "One thing, not printed in words." in lines(paper(LINE, taken))
    assert "Something said" not in lines(paper(LINE, taken))


def test_the_paper_ends_with_numbers_and_begins_with_answers():
    rows = [LINE, point(1, "Rotas"), person("a", "Ana Quist", attendance=Attending.HERE)]
    headings = [b.text for b in paper(*rows, ladder_actual=Rung.CO_DESIGN).blocks if isinstance(b, Heading)]
    assert headings == [
        "You said, we will",
        "What you said, and our answers",
        "Not answered yet",
        "Who came",
        "How much power was shared",
        "What happens next",
        "Tell us what you think of this",
    ]


def test_another_language_is_marked_and_its_translation_stands_below():
    line = entry(1, "کوئی فون نہیں کرتا", lang="ur", dir="rtl", quote_ok=True, translation="Nobody rings")
    bullets = next(b for b in paper(line).blocks if isinstance(b, Bullets))
    runs = bullets.items[0].runs
    assert (runs[0].lang, runs[0].dir) == ("ur", "rtl")
    assert words(bullets.items[0]).endswith("In English, not checked by anyone yet: Nobody rings")
    assert runs[-1].lang is None


def test_parked_things_and_who_has_them():
    document = paper(
        entry(1, "potholes", kind="parking_lot", quote_ok=True),
        entry(2, "bins", kind="parking_lot", theme="Rubbish", outcome_note="Waste team"),
    )
    assert "potholes\nNobody has it yet." in told(document)
    assert "Something said about Rubbish\nWho has it now: Waste team." in told(document)
    assert "bins" not in told(document)


def test_votes_are_shown_in_full_and_ties_stay_ties():
    options = tuple(
        VoteOption(id=str(i), label=f"Idea {i}", votes=v, cost_pence=c)
        for i, v, c in ((1, 4, 1850), (2, 9, 500_000), (3, 9, None))
    )
    vote = Vote(id="v", question="Which first?", options=options, voters=22, papers_given=24, spoilt=1)
    document = paper(also={"votes": (vote,)})
    (table,) = [b for b in document.blocks if isinstance(b, Table)]
    assert table.rows == (
        ("Idea 2", "9", "joint 1", "£5,000"),
        ("Idea 3", "9", "joint 1", "not given"),
        ("Idea 1", "4", "3", "£18.50"),
    )
    assert "A tie. Idea 2 and Idea 3 have the same number of votes. It is for the room to settle." in lines(document)
    assert facts(document.blocks)["How many people voted"] == "22 of 24 given a paper"


def test_the_evaluation_sample():
    said = lines(sample("evaluation-session"))
    expected = json.loads((SAMPLES / "evaluation-session.json").read_bytes())["expected"]
    assert any(expected["measure"]["wording"] in line for line in said)
    assert "17 of 26 people who came filled in a form (65%). 9 people did not." in said
    assert "On average 4.1 stars of 5. 13 of 17 gave 4 or 5 stars (76%)." in said
    assert "100%" not in "\n".join(said)
    for hidden in expected["hide_small_numbers"]["small"]:
        assert said[said.index(hidden) + 1] == "fewer than 5"
    assert "At first I sat by the door.\nThen I sat at the table.\nLast month I chaired." in "\n".join(said)
    assert "better" not in next(line for line in said if "percentage points" in line)


def test_when_every_form_came_back_no_hundred_per_cent_is_claimed():
    document = paper(attended=3, evaluation_forms=3, stars={"5": 3})
    assert "100%" not in told(document)
    assert "everyone" not in told(document).lower()
    assert "3 of 3 people who came filled in a form." in lines(document)


def test_the_steering_group_sample():
    document = sample("steering-group")
    said = lines(document)
    assert "2 of 7 kept (1 on time), 2 overdue, 1 changed to no, 2 not due yet." in said
    assert "Done, 70 days late." in said
    assert "We did not do this. It is 326 days late. No word about it for 311 days." in said
    assert "Changed to no." in said
    assert any("This was co-design" in line for line in said)


def test_what_happens_next():
    said = lines(paper(point(1, "Ring back"), reply_by=date(2026, 10, 1), contact="Femi, 01632 960 211"))
    assert "We said we would come back to you by 1 October 2026." in said
    assert "The next date in this paper is 6 November 2026." in said
    assert "To ask or tell us anything about this paper: Femi, 01632 960 211" in said
    assert any("wrong" in line and "looked at again" in line for line in said)


def test_a_finished_paper_does_not_say_draft():
    document = paper(point(1, "Ring back"))
    assert "draft" not in told(document).lower()
    assert document.running_head == "You said, we will"


def test_a_paper_with_nothing_in_it_says_what_is_missing():
    hidden = (
        entry(1, "secret", publish="no"),
        entry(2, "tea urn", kind="note"),
        person("a", "Ana Quist", public="full name"),
    )
    with pytest.raises(UserError, match="nothing to print yet"):
        paper(*hidden)


def test_earlier_promises_alone_are_a_paper():
    before = Telling(id="x", text="Ring back", status=EarlierStatus.DONE)
    assert "Ring back" in told(paper(also={"earlier": (before,)}))


def test_a_session_over_several_days():
    assert "Thursday 17 September 2026 to Friday 18 September 2026" in lines(paper(LINE, end_date=date(2026, 9, 18)))
