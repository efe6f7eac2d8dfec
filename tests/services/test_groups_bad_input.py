"""What cannot be of a group: a sentence for each, and nothing of what was there is another than before."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coprod_desktop.domain.looked_back_record import Measured, MeasureUnit
from coprod_desktop.errors import UserError
from coprod_desktop.services import (
    agreed,
    agreed_versions,
    group_measures,
    group_members,
    group_plan,
    groups,
    leaving,
    log,
    sessions,
)
from coprod_desktop.services.looking_back import Of
from coprod_desktop.services.making import agreed as making
from coprod_desktop.services.making import reports
from coprod_desktop.services.seen import group as seen
from coprod_desktop.services.seen import home

HUGE = 10**30
DAY = datetime.date(2026, 5, 1)
LONG = "x" * 20_000


@pytest.fixture
def group(desk):
    return groups.add(desk, "Night bus forum", "forum")[0]


@pytest.mark.parametrize(
    "fields",
    [
        {"start": DAY, "end": DAY - datetime.timedelta(1)},
        {"start": DAY, "review_on": datetime.date.min},
        {"money_pence": -1},
        {"money_pence": HUGE},
        {"clearance_days": -1},
        {"clearance_days": HUGE},
        {"name": LONG},
        {"name": ""},
        {"aim": "x" * 100_001},
    ],
)
def test_what_a_group_cannot_be(desk, group, fields):
    before = groups.one(desk, group)
    with pytest.raises(UserError):
        groups.change(desk, group, **fields)
    assert groups.one(desk, group) == before


@pytest.mark.parametrize("unit", MeasureUnit)
@pytest.mark.parametrize(
    "fields",
    [
        {"value": -1},
        {"value": HUGE},
        {"asked": 0},
        {"asked": -1},
        {"asked": HUGE},
        {"asked": 5, "answered": -1},
        {"answered": 0},
        {"answered": HUGE},
        {"asked": 5, "answered": 6},
        {"on": datetime.date.max},
    ],
)
def test_what_a_number_cannot_be(desk, group, unit, fields):
    with pytest.raises(UserError):
        group_measures.add(
            desk,
            Of(group=group),
            **{"question": "Felt heard", "what": Measured.AFTER, "value": 10, "unit": unit, **fields},
        )
    assert group_measures.every(desk, Of(group=group)) == []


def test_names_of_20_000_letters_are_a_sentence_wherever_one_is_typed(desk, group):
    partner, _ = groups.add_partner(desk, group, "Riverside Voices")
    paper, _ = agreed.begin(desk, "charter", group=group)
    version = agreed.one(desk, paper).newest.id
    for verb in (
        lambda: groups.add(desk, LONG, "forum"),
        lambda: group_members.add(desk, group, LONG),
        lambda: groups.add_partner(desk, group, LONG),
        lambda: groups.change_partner(desk, partner, name=LONG),
        lambda: log.add(desk, LONG, group=group),
        lambda: agreed.add_heading(desk, version, LONG),
        lambda: agreed.change(desk, paper, title=LONG),
        lambda: agreed_versions.sign(desk, paper, LONG),
    ):
        with pytest.raises(UserError):
            verb()
    assert [one.name for one in seen.read(desk, group).partners] == ["Riverside Voices"]
    assert group_members.of(desk, group) == []


def test_a_name_of_which_nothing_can_be_seen_is_a_sentence_wherever_one_is_typed(desk, group):
    unseen = "\u200b \u200d\u2060\ufeff"
    paper, _ = agreed.begin(desk, "charter", group=group)
    version = agreed.one(desk, paper).newest.id
    for write in (
        lambda: groups.add(desk, unseen, "forum"),
        lambda: groups.change(desk, group, name=unseen),
        lambda: groups.add_partner(desk, group, unseen),
        lambda: group_members.add(desk, group, unseen),
        lambda: agreed.change(desk, paper, title=unseen),
        lambda: agreed.add_heading(desk, version, unseen),
    ):
        with pytest.raises(UserError, match="needs a"):
            write()
    assert groups.add(desk, "ক্\u200dষ", "forum"), "a joiner between letters is part of a name"


@pytest.mark.parametrize("asked", ["Épicerie Für Alle", "épicerie für alle", " ÉPICERIE FÜR ALLE "])
def test_a_group_is_found_by_its_name_in_any_capitals_of_any_letters(desk, asked):
    group, _ = groups.add(desk, "Épicerie Für Alle", "forum")
    found = reports.group(desk, asked)
    assert found
    assert found.id == group


def test_papers_on_one_subject_are_found_in_any_capitals_of_any_letters(desk, group):
    made = []
    for subject in ("Éducation", "éducation"):
        paper, _ = agreed.begin(desk, "charter", group=group)
        agreed.change(desk, paper, subject=subject)
        version = agreed.one(desk, paper).newest.id
        agreed.write(desk, version, "What we promise", "We answer within a week")
        agreed_versions.agree(desk, version)
        made.append(paper)
    (words,) = making.read(desk, made[1]).record.agreed
    assert len(words.subject_before) == 1


def test_a_name_that_is_not_here_is_not_said_again_at_full_length(desk):
    with pytest.raises(UserError) as said:
        reports.group(desk, LONG)
    assert len(str(said.value)) < 300


ODD = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40) | st.sampled_from(
    ["a\x00b", "\x0b\x07", "שלום \u202e abc \u2066 مرحبا", "\u200b\u200b", "a\n\n\nb", "=cmd|'/c calc'!A1", "<b>&amp;"]
)


@settings(deadline=None, max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(ODD, min_size=6, max_size=6))
def test_whatever_letters_are_typed_they_are_kept_and_every_page_and_paper_is_made(desk, tmp_path_factory, words):
    name, aim, line, person, text, why = words
    try:
        group, _ = groups.add(desk, name, "forum", aim=aim)
        member, _ = group_members.add(desk, group, person)
        log.add(desk, line, group=group, kind="decision")
        group_plan.add(desk, group, line)
        paper, _ = agreed.begin(desk, "charter", group=group)
        version = agreed.one(desk, paper).newest.id
        agreed.write(desk, version, "What we promise", text)
        leaving.leave(desk, member, desk.today(), why)
    except UserError:
        return  # it says why, and the walk of verbs above looks at what is there afterwards
    sessions.new(desk, title=name, date=desk.today(), group_id=group)
    assert (groups.one(desk, group).aim or "").strip() == aim.strip()
    assert dict(agreed.one(desk, paper).newest.parts)["What we promise"].split() == text.split()
    seen.read(desk, group)
    home.read(desk)
    folder = tmp_path_factory.mktemp("odd")
    for make in (
        lambda: reports.make(desk, "group-history", ("html", "pdf", "docx", "xlsx"), folder, of_group=group),
        lambda: making.make(desk, paper, ("html", "pdf", "docx", "epub"), folder / "charter"),
    ):
        try:
            assert make().paths
        except UserError:
            continue
