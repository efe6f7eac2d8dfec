"""What undo says of each act on papers people agree on, before and after."""

import re

import pytest

from coprod_desktop.services import agreed, agreed_versions, undo_words, workspace


def _paper(desk):
    paper, _ = agreed.begin(desk, "charter")
    return paper, agreed.one(desk, paper).newest.id


def _with(verb, *args):
    return lambda d: verb(d, _paper(d)[1], *args)


def _agreed(desk):
    paper, version = _paper(desk)
    agreed.write(desk, version, "What we promise", "We answer.")
    agreed_versions.agree(desk, version)
    return paper, version


def _again(desk):
    _, version = _agreed(desk)
    agreed_versions.looked_again(desk, version, desk.today().replace(year=desk.today().year - 1))


def _unsign(desk):
    row, _ = agreed_versions.sign(desk, _paper(desk)[0], "Healthwatch")
    agreed_versions.unsign(desk, row)


CASES = {
    "Began a paper": (_paper, "took the paper to agree on “Charter” away"),
    "Changed a paper": (lambda d: agreed.change(d, _paper(d)[0], owner="Sam"), "who does it, Sam back to nothing"),
    "Wrote in a paper": (_with(agreed.write, "What we want", "Buses"), "the words below “What we want”"),
    "Changed a heading": (_with(agreed.rename, "What we want", "Aim"), "what “What we want” is called, “Aim” now"),
    "Added a heading": (_with(agreed.add_heading, "Money"), "the heading “Money”, which is new"),
    "Moved a heading": (_with(agreed.move, "What we want", 1), "the place of “"),
    "Took a heading away": (_with(agreed.remove_heading, "What we want"), "the heading “What we want” with its words"),
    "Said what changed": (_with(agreed.say_changed, "All of it"), "“All of it” back to nothing"),
    "Members checked a paper": (_with(agreed_versions.checked, "us"), "how far it is, Checked back to Draft"),
    "Agreed on a paper": (_agreed, "how far it is, Agreed back to Draft"),
    "Published a paper": (lambda d: agreed_versions.publish(d, _agreed(d)[1]), "Published back to Agreed"),
    "Looked at a paper again": (_again, "back to"),
    "Began a new version": (
        lambda d: agreed_versions.new_version(d, _agreed(d)[0]),
        "took the version of a paper away",
    ),
    "Signed up to a paper": (
        lambda d: agreed_versions.sign(d, _paper(d)[0], "Healthwatch"),
        "took the name under a paper “Healthwatch” away",
    ),
    "Took a name from under a paper": (_unsign, "put the name under a paper “Healthwatch” back"),
    "Took a paper away": (lambda d: agreed.remove(d, _paper(d)[0]), "put the paper to agree on “Charter” back"),
}


@pytest.mark.parametrize("said", CASES)
def test_undo_says_what_it_takes_back_before_and_after(desk, said):
    act, words = CASES[said]
    act(desk)
    before, after = undo_words.next_undo(desk).before, undo_words.next_undo(desk).after
    assert words in after
    assert before == re.sub(r"\btook\b", "take", after)
    assert workspace.undo(desk).said == after
