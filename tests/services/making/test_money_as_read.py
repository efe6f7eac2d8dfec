"""Papers about somebody's money come in what they read, also to who is on no list."""

from __future__ import annotations

import dataclasses

import pytest

from coprod_desktop.domain.people_record import ClaimState
from coprod_desktop.domain.record import Need
from coprod_desktop.errors import UserError
from coprod_desktop.publish.own import money as papers
from coprod_desktop.services import bank, money
from coprod_desktop.services.making import money as making
from tests.desks import set_needs
from tests.services.test_money import FARE, FEE, person
from tests.unpack import words_in

__all__ = ["person"]


def test_who_reads_easy_read_gets_what_they_claim_in_easy_read(desk, home_care, person, tmp_path):
    money.add(desk, person, FARE, session=home_care)
    set_needs(desk, home_care, person, [Need(id="", need="Easy Read", ais="information format")])
    for kind in (papers.CLAIM_SHEET, papers.STATEMENT):
        made = making.make(desk, person, kind, tmp_path / kind)
        assert [path.name for path in made.paths if "easy-read" in path.name]
        assert made.warnings == ()
        every = making.make(desk, person, kind, tmp_path / "all", ["easy-read", "easy-read-word", "easy-read-web"])
        assert [path.suffix for path in every.paths] == [".pdf", ".docx", ".html"]
        assert all("£4.40" in words_in(path) for path in every.paths)


def test_who_is_on_no_list_gets_papers_about_their_money_as_they_read_too(desk, home_care, person, tmp_path):
    """A trainer in the bank is paid too, and so is who was taken off their last list."""
    trainer, _ = bank.add_person(desk, "Ida Ackroyd", "carer")
    money.add(desk, trainer, dataclasses.replace(FEE, state=ClaimState.ACCEPTED))
    with desk.store.write() as tx:
        tx.add(Need(id="n", need="Easy Read", ais="information format"), session="", person_id=trainer)
    made = making.make(desk, trainer, papers.CLAIM_SHEET, tmp_path)
    assert any("easy-read" in path.name for path in made.paths)
    assert all("£20.00" in words_in(path) for path in made.paths)
    with pytest.raises(UserError, match="no longer in this workspace"):
        making.make(desk, "nobody", papers.CLAIM_SHEET, tmp_path)
