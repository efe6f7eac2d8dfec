"""Everyone's papers: each person in their own way, all from one snapshot, and nobody unseen."""

from __future__ import annotations

import datetime

import pypdfium2
import pytest

from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.needs import By
from coprod_desktop.domain.record import Need
from coprod_desktop.domain.words import Attending
from coprod_desktop.errors import UserError
from coprod_desktop.services import members_check, people, sessions, workspace
from coprod_desktop.services.making import packs, papers
from tests.desks import set_needs

KIND = "you-said-we-will"
DAY = datetime.date(2026, 10, 1)


@pytest.fixture
def listed(desk, home_care):
    """People of the sample by first name, some of them with one more way of reading or being reached."""
    found = {p.name.split()[0]: p for p in people.on_list(desk, home_care)}
    people.change(desk, home_care, found["Jay"].id, contact="jay@example.org", attendance=Attending.APOLOGIES)
    people.change(desk, home_care, found["Gareth"].id, contact="12 Elm Road, Marrow NG1 1AA")
    people.change(desk, home_care, found["Mo'nique"].id, contact="07700 900321")
    reads(desk, home_care, found["Winifred"], "large print")
    reads(desk, home_care, found["Priti"], "BSL film")
    return found


def reads(desk, session, person, *words):
    set_needs(desk, session, person.id, [Need(id=new_id(), ais="information format", need=need) for need in words])


def parcels(desk, session):
    return {p.name.split()[0]: p for p in packs.plan(desk, session, KIND).parcels}


def words_of(path):
    with pypdfium2.PdfDocument(path) as pdf:
        return "\n".join(page.get_textpage().get_text_bounded() for page in pdf)


def test_everyone_is_on_the_plan_with_what_is_missing(desk, home_care, listed):
    found = parcels(desk, home_care)
    assert len(found) == 7
    assert (found["Gareth"].formats, found["Gareth"].large_pt) == (("large-print",), 20)
    assert (found["Gareth"].way.by, found["Gareth"].missing) == (By.POST, ())
    assert found["Jay"].formats == ("html",)
    assert found["Jay"].missing == ("Nobody has asked them how they read.",)
    assert found["Priti"].formats == ()
    assert "“BSL film” cannot be made here: ask someone who can." in found["Priti"].missing
    assert found["Bríd"].formats == ("pdf",)
    assert found["Bríd"].missing == (
        "How to reach them is not written down.",
        "Nobody has asked them how they read.",
    )


def test_who_came_and_is_not_on_the_list_is_counted(desk, home_care, listed):
    sessions.change(desk, home_care, attended=16)
    assert packs.plan(desk, home_care, KIND).not_listed == 10  # Jay is on the list and did not come


def test_standard_print_never_goes_to_someone_who_reads_something_else(desk, home_care, listed):
    for person in people.on_list(desk, home_care):
        for words in ("large print", "Easy Read", "braille", "audio", "BSL film", "Word", "yellow paper", "who knows"):
            reads(desk, home_care, person, words)
            assert "pdf" not in parcels(desk, home_care)[person.name.split()[0]].formats, words


def test_nothing_goes_to_who_said_no_to_being_contacted_and_they_are_still_listed(desk, home_care, listed):
    people.agree(desk, home_care, listed["Gareth"].id, "contact", "no")
    gareth = parcels(desk, home_care)["Gareth"]
    assert gareth.formats == ()
    assert gareth.missing == ("They said no to being contacted.",)


def test_nothing_lies_ready_for_a_way_that_is_not_safe(desk, home_care, listed):
    people.change(desk, home_care, listed["Gareth"].id, safe_contact={"write": False})
    people.change(desk, home_care, listed["Jay"].id, safe_contact={"write": "not sure"})
    people.change(desk, home_care, listed["Mo'nique"].id, safe_contact={"ring": False})
    found = parcels(desk, home_care)
    for name, by in (("Gareth", By.NO_WRITING), ("Jay", By.NO_WRITING), ("Mo'nique", By.NO_MESSAGE)):
        assert (found[name].formats, found[name].way) == ((), (by, "")), name
    assert "It is not safe to write to them." in found["Gareth"].missing
    assert "It is not safe to ring them." in found["Mo'nique"].missing


def test_the_posting_list_says_do_not_post_where_someone_else_opens_it(desk, home_care, listed, tmp_path):
    people.change(desk, home_care, listed["Gareth"].id, safe_contact={"opens_post": "his brother"})
    people.change(desk, home_care, listed["Mo'nique"].id, safe_contact={"ring": False})
    made = packs.make(desk, home_care, KIND, tmp_path / "out")
    listing = " ".join(words_of(made.paths[-1]).split())
    assert "Do not post: someone else opens their post" in listing
    assert "Someone else opens their post: his brother." in listing
    assert "It is not safe to ring them." in listing
    assert "12 Elm Road" not in listing
    assert "07700 900321" not in listing
    people.change(desk, home_care, listed["Gareth"].id, safe_contact={"opens_post": "himself"})
    again = " ".join(words_of(packs.make(desk, home_care, KIND, tmp_path / "out").paths[-1]).split())
    assert "12 Elm Road" in again
    assert "Do not post" not in again


def test_each_person_gets_a_folder_without_a_name_and_large_print_in_their_size(desk, home_care, listed, tmp_path):
    out = tmp_path / "out"
    made = packs.make(desk, home_care, KIND, out)
    found = parcels(desk, home_care)
    (top,) = (out / "private" / "packs").iterdir()
    assert {p.name for p in top.iterdir()} == {p.pack for p in found.values() if p.formats}
    everywhere = " ".join(str(path.relative_to(out)) for path in out.rglob("*")).lower()
    assert not [name for name in listed if name.lower() in everywhere]
    (large,) = (top / found["Gareth"].pack).iterdir()
    (less,) = (top / found["Winifred"].pack).iterdir()
    assert page_count(large) > page_count(less)
    assert (top / found["Bríd"].pack).exists()
    assert made.paths[-1].parent == out / "private"


def page_count(path):
    with pypdfium2.PdfDocument(path) as pdf:
        return len(pdf)


def test_all_copies_carry_one_code_and_the_list_says_which_is_whose(desk, home_care, listed, tmp_path):
    made = packs.make(desk, home_care, KIND, tmp_path / "out")
    (kept,) = papers.made_before(desk, home_care)
    assert kept.kind == KIND
    for path in made.paths:
        words = words_of(path) if path.suffix == ".pdf" else path.read_text("utf-8")
        assert kept.fingerprint in words, path.name
    listing = " ".join(words_of(made.paths[-1]).split())
    for person in people.on_list(desk, home_care):
        assert person.name in listing
    found = parcels(desk, home_care)
    assert found["Gareth"].pack in listing
    assert "12 Elm Road" in listing
    assert "Large print (PDF), 20 point" in listing
    assert not [p for p in made.paths[:-1] if p.suffix == ".pdf" and "12 Elm Road" in words_of(p)]


def test_by_format_there_is_a_folder_for_each_and_large_print_is_the_largest(desk, home_care, listed, tmp_path):
    out = tmp_path / "out"
    packs.make(desk, home_care, KIND, out, by="format")
    assert sorted(p.name for p in out.iterdir()) == ["html", "large-print", "pdf", "private"]
    assert [p.name for p in (out / "private").iterdir()] != []
    assert not (out / "private" / "packs").exists()
    alone = papers.make(desk, home_care, ("large-print",), tmp_path / "alone").paths[0]
    assert page_count(out / "large-print" / alone.name) == page_count(alone)


def test_made_again_nobody_keeps_a_format_they_no_longer_read(desk, home_care, listed, tmp_path):
    packs.make(desk, home_care, KIND, tmp_path / "out")
    reads(desk, home_care, listed["Winifred"], "web page")
    people.agree(desk, home_care, listed["Bríd"].id, "contact", "no")
    packs.make(desk, home_care, KIND, tmp_path / "out")
    found = parcels(desk, home_care)
    (top,) = (tmp_path / "out" / "private" / "packs").iterdir()
    assert [p.suffix for p in (top / found["Winifred"].pack).iterdir()] == [".html"]
    assert not (top / found["Bríd"].pack).exists()


def test_one_step_notes_a_whole_pack_and_undo_takes_it_back(desk, home_care, listed, tmp_path):
    made = packs.make(desk, home_care, KIND, tmp_path / "out")
    paper = made.changes.added[0].id
    given = {p.person: p.formats for p in packs.plan(desk, home_care, KIND).parcels if p.formats}
    members_check.skipped(desk, home_care, KIND, "There was no time", DAY)
    packs.note_sent(desk, home_care, paper, given, DAY)
    assert len(papers.sent_before(desk, home_care)) == 6
    workspace.undo(desk)
    assert papers.sent_before(desk, home_care) == []
    with pytest.raises(UserError, match="Nobody is ticked"):
        packs.note_sent(desk, home_care, paper, {}, DAY)


def test_a_stopped_run_notes_no_paper_and_leaves_no_half_file(desk, home_care, listed, tmp_path):
    calls = iter([True, True, False])
    with pytest.raises(UserError, match="Stopped"):
        packs.make(desk, home_care, KIND, tmp_path / "out", wanted=lambda: next(calls))
    assert papers.made_before(desk, home_care) == []
    assert not list((tmp_path / "out").rglob("*.tmp"))


def test_with_nobody_to_send_to_it_is_said(desk, home_care, tmp_path):
    for person in people.on_list(desk, home_care):
        people.agree(desk, home_care, person.id, "contact", "no")
    with pytest.raises(UserError, match="Nobody on the list"):
        packs.make(desk, home_care, KIND, tmp_path / "out")


def test_who_reads_easy_read_is_sent_the_paper_that_has_it_in_place_of_a_shorter_version(desk, home_care, listed):
    reads(desk, home_care, listed["Winifred"], "Easy Read")
    plan = {p.name.split()[0]: p for p in packs.plan(desk, home_care, "news").parcels}
    assert plan["Winifred"].formats == ()
    assert plan["Winifred"].missing[-1] == (
        "They read Easy Read: send them “You said, we will” in it, which tells all that this paper says."
    )
    assert parcels(desk, home_care)["Winifred"].formats == ("easy-read",)
