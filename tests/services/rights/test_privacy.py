"""The notice says who, why, on what, how long, which rights and whom to complain to; and never the law of another nation."""

from __future__ import annotations

import datetime

import pytest

from coprod_desktop.domain.keep_rules import Kind
from coprod_desktop.domain.privacy_notice import BASES, CONDITIONS, FIELDS
from coprod_desktop.domain.words import Nation
from coprod_desktop.errors import AskFirst
from coprod_desktop.services import evaluation, people, sessions, workspace
from coprod_desktop.services.bring_in import merge
from coprod_desktop.services.evaluation import Form
from coprod_desktop.services.rights import keeping, privacy
from tests.desks import HOME_CARE
from tests.unpack import words_in


@pytest.fixture
def bare(tmp_path):
    """A workspace in which no condition was chosen."""
    folder = tmp_path / "bare"
    workspace.create(folder, None)
    desk = workspace.unlock(folder, None)
    yield desk
    workspace.close(desk)


def fill(desk) -> None:
    privacy.change(
        desk,
        controller="Marrowdale Council",
        contact="Ask for the engagement team, 01632 960001",
        officer="The information officer, dpo@example.org",
        article9=CONDITIONS[1],
        agreed_on=datetime.date(2026, 11, 1),
        review_on=datetime.date(2027, 11, 1),
    )
    keeping.set_rule(desk, Kind.SIGN_IN, 1)


def test_what_is_not_filled_in_is_flagged_in_its_place(desk, bare, tmp_path):
    made = privacy.make(bare, tmp_path, ["text"])
    assert made.draft
    told = words_in(made.paths[0])
    assert "Draft: not everything is filled in" in told
    for name in ("controller", "contact", "officer", "article9"):
        assert f"Not filled in yet: {FIELDS[name][:1].lower()}{FIELDS[name][1:]}." in made.warnings
    assert "Not filled in yet: how long it is kept. Set that in Settings." in made.warnings


def test_whole_it_is_made_in_every_format_and_says_everything(desk, tmp_path):
    fill(desk)
    made = privacy.make(desk, tmp_path)
    assert not made.draft
    assert {path.suffix for path in made.paths} >= {".pdf", ".html", ".docx", ".epub", ".txt", ".brf"}
    for path in made.paths:
        if path.suffix == ".brf" or "to-read-aloud" in path.name:  # braille cells; digits one by one
            continue
        if "easy-read" in path.name:  # says the same in fewer words, and leaves the law to the long one
            easy = words_in(path)
            wanted = ("Marrowdale Council", "01632 960001", "1 month", "0303 123 1113")
            assert [said for said in wanted if said not in easy] == []
            continue
        told = words_in(path)
        for said in (
            "Marrowdale Council",
            "01632 960001",
            "dpo@example.org",
            "Article 6(1)(e)",
            "1 month",
            "30 days",
            "19 June 2026",
            "Information Commissioner",
        ):
            assert said in told, (path.name, said)
        assert "by attending" not in told.lower()
        assert "private" not in path.name


def test_public_task_is_offered_first_and_consent_last():
    assert BASES[0].startswith("Public task")
    assert BASES[-1].startswith("Consent")


@pytest.mark.parametrize("nation", list(Nation))
def test_each_nation_has_its_own_law(desk, tmp_path, nation):
    fill(desk)
    told = words_in(privacy.make(desk, tmp_path, ["text"], nation).paths[0])
    assert ("Care Act 2014" in told) is (nation is Nation.ENGLAND)
    assert ("Well-being (Wales) Act" in told) is (nation is Nation.WALES)
    assert ("Welsh language standards" in told) is (nation is Nation.WALES)
    assert ("Section 75" in told) is (nation is Nation.NORTHERN_IRELAND)
    assert ("Scotland" in told) is (nation is Nation.SCOTLAND)


def test_words_that_name_another_nations_law_are_flagged_and_not_printed(desk, tmp_path):
    fill(desk)
    privacy.change(desk, purpose="We do this under the Care  Act 2014.")
    made = privacy.make(desk, tmp_path, ["text"], Nation.WALES)
    assert made.draft
    assert "Care Act" not in words_in(made.paths[0]).replace("  ", " ")


def test_no_need_and_no_equality_answer_is_saved_before_a_condition_is_chosen(bare):
    session = sessions.start_now(bare)[0]
    person, _ = people.add(bare, session, "Zora Quillfeather", "resident")
    with pytest.raises(AskFirst, match="Choose once"):
        people.add_need(bare, session, person, "large print")
    with pytest.raises(AskFirst):
        evaluation.add_form(bare, session, Form(stars=4, about={"Disabled": "yes"}))
    evaluation.add_form(bare, session, Form(stars=4))
    assert people.on_list(bare, session)[0].needs == ()

    privacy.choose_condition(bare, CONDITIONS[0])

    people.add_need(bare, session, person, "large print")
    evaluation.add_form(bare, session, Form(stars=4, about={"Disabled": "yes"}))
    assert privacy.privacy(bare).article9 == CONDITIONS[0]


def test_a_session_file_brings_its_needs_in_before_a_condition_is_chosen(bare):
    """What another copy kept is not lost on the way; the notice goes on saying that none is chosen."""
    session = merge.import_file(bare, HOME_CARE.read_bytes()).session
    assert any(need.need == "hearing loop" for one in people.on_list(bare, session) for need in one.needs)
    assert privacy.privacy(bare) is None
