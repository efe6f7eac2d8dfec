"""Whatever is done one after another: words of a line that was struck, sealed or taken back never come back on an Easy Read."""

from __future__ import annotations

import contextlib
import shutil

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from coprod_desktop.domain.permission import Purpose
from coprod_desktop.domain.words import AnswerKind
from coprod_desktop.errors import UserError
from coprod_desktop.publish.paper_kinds import YOU_SAID_WE_WILL as KIND
from coprod_desktop.services import answers, bin, capture, changed_mind, people, safeguarding, sessions, workspace
from coprod_desktop.services.capture import NewLine
from coprod_desktop.services.changed_mind import TakenBack
from coprod_desktop.services.making import easy_paper, easy_sentences, papers

HERS = "the pelican left me standing in the rain"
WRITTEN = "A pelican left someone in the rain."
SEALED_COPY = HERS.capitalize()
ENDS = ("strike", "seal", "changed mind")
"""After one of these nothing of it may come back."""
STEPS = (*ENDS, "write", "copy", "undo", "redo", "remove", "bin back", "empty bin", "first draft")


def begun(desk):
    session, _ = sessions.start_now(desk)
    person, _ = people.add(desk, session, "Ana Bright", "carer")
    line = capture.add(desk, session, NewLine(text=HERS, speaker=person)).added[0].id
    point, _ = answers.add_point(desk, session, "Transport", [line])
    answers.change_point(
        desk, point, you_said="Buses leave people behind.", answer=AnswerKind.WILL, text="We will ring the depot."
    )
    capture.add(desk, session, NewLine(text="The hall is warm."))
    papers.review(desk, session)
    return session, person, line, point


def lines(desk, session):
    papers.review(desk, session)
    with contextlib.suppress(UserError):
        return easy_paper.look(desk, session, KIND)
    return None


def change(desk, session, words):
    paper = lines(desk, session)
    for one in paper.lines if paper else ():
        if (
            one.at is not None
            and one.topic in paper.drafts
            and one.text.startswith(("Buses leave", WRITTEN[:9], "The pelican"))
        ):
            easy_sentences.change(desk, session, paper.drafts[one.topic], one.at, words)
            return


def do(desk, step, session, person, line):
    match step:
        case "write":
            change(desk, session, WRITTEN)
        case "copy":
            change(desk, session, SEALED_COPY)
        case "strike":
            capture.strike(desk, line)
        case "seal":
            safeguarding.seal(desk, line)
        case "changed mind":
            taken = TakenBack(purposes=(Purpose.QUOTE, Purpose.OTHER_WORDS), on=desk.today())
            changed_mind.take_back(desk, session, person, taken)
        case "undo":
            workspace.undo(desk)
        case "redo":
            workspace.redo(desk)
        case "remove":
            capture.remove(desk, line)
        case "bin back":
            for one in bin.things(desk):
                bin.put_back(desk, one.noun, one.row)
        case "empty bin":
            bin.empty(desk, [(one.noun, one.row) for one in bin.things(desk)])
        case "first draft":
            paper = lines(desk, session)
            if paper:
                for topic in paper.drafts.values():
                    easy_sentences.first_draft(desk, session, topic)


@pytest.mark.slow
@example(history=["remove", "strike", "changed mind"], ends="strike", after=[])  # it lay in the Bin then
@example(history=["remove", "empty bin", "changed mind"], ends="strike", after=[])
@example(history=["remove", "empty bin", "write"], ends="changed mind", after=[])  # typed when nothing of hers was left
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    history=st.lists(st.sampled_from(STEPS), min_size=3, max_size=9),
    ends=st.sampled_from(ENDS),
    after=st.lists(st.sampled_from(("undo", "redo", "bin back", "undo")), max_size=4),
)
def test_words_of_a_line_that_is_gone_never_come_back(empty_workspace, tmp_path, history, ends, after):
    folder = tmp_path / "desk"
    shutil.rmtree(folder, ignore_errors=True)
    desk = workspace.unlock(shutil.copytree(empty_workspace, folder), None)
    try:
        session, person, line, _ = begun(desk)
        change(desk, session, WRITTEN)
        gone = emptied = False
        for step in (*history, ends, *after):
            if (gone or emptied) and step in {"write", "copy"}:
                continue  # what somebody types anew is theirs to answer for
            if step in {"strike", "seal", "remove"} and line not in {one.id for one in capture.lines(desk, session)}:
                continue  # it is in no list any more
            with contextlib.suppress(UserError):
                do(desk, step, session, person, line)
                gone = gone or step in ENDS
                there = {one.id for one in capture.lines(desk, session)} | {one.row for one in bin.things(desk)}
                emptied = emptied or line not in there
        if not gone:
            return  # it lies in the Bin
        paper = lines(desk, session)
        shown = " ".join(one.text.lower() for one in paper.lines) if paper else ""
        assert "pelican" not in shown
        assert all(one.text.strip() for one in paper.lines) if paper else True
    finally:
        workspace.close(desk)
