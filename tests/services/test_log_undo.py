"""What undo says of each act of the log, before and after."""

import re

import pytest

from coprod_desktop.services import learning, log, undo_words, workspace
from tests.groups import made_group


def _line(desk, group):
    return log.add(desk, "Why has the bus stopped?", "told", group=group)[0]


def _file(desk, group, folder):
    log.add(desk, "Tea first worked", group=group, kind="learning")
    given = learning.give(desk, folder / "learnt.json")
    learning.bring_in(desk, given.path, made_group(desk, "Another group"))


CASES = {
    "Wrote a line of the log down": (lambda d, g, _: _line(d, g), "took the line of the log “Why has the bus stopped?” away"),
    "Said what kind of line it is": (
        lambda d, g, _: log.confirm(d, _line(d, g), "barrier"),
        "the line of the log “Why has the bus stopped?”: what it is, “Barrier” back to “Question to whoever decides”",
    ),
    "Changed a line of the log": (
        lambda d, g, _: log.change(d, _line(d, g), "theme", "Transport"),
        "the line of the log “Why has the bus stopped?”: theme, Transport back to nothing",
    ),
    "Closed a line of the log": (lambda d, g, _: log.close(d, _line(d, g)), "closed back to nothing"),
    "Took a line of the log away": (
        lambda d, g, _: log.take_away(d, _line(d, g)),
        "put the line of the log “Why has the bus stopped?” back",
    ),
    "Brought in what others learnt": (_file, "took the line of the log “Tea first worked” away"),
}  # fmt: skip


@pytest.mark.parametrize("said", CASES)
def test_undo_says_what_it_takes_back_before_and_after(desk, tmp_path, said):
    act, words = CASES[said]
    act(desk, made_group(desk), tmp_path)
    before, after = undo_words.next_undo(desk).before, undo_words.next_undo(desk).after
    assert words in after
    assert before == re.sub(r"\btook\b", "take", after)
    assert workspace.undo(desk).said == after
