"""Whoever is erased goes from what is written beside others too: their money, their needs, the bank of people, stories."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from coprod_desktop.domain.ids import new_id
from coprod_desktop.domain.people_record import ClaimState, PaidHow
from coprod_desktop.domain.record import Need
from coprod_desktop.errors import UserError
from coprod_desktop.services import bank, capture, money, people, sessions, workspace
from coprod_desktop.services.bring_in import between_laptops, merge, session_file
from coprod_desktop.services.money import NewAmount
from coprod_desktop.services.rights import erasure
from tests.services.rights.test_erasure import NAME, PARTS, plain_pages, session, values_with, vashti

__all__ = ["session", "vashti"]


def hang_on(desk, session, vashti):
    """Write her into every place beside others that takes words, and give her what schema 9 holds."""
    bram = next(p.id for p in people.on_list(desk, session) if p.name == "Bram Tolliver")
    theirs = NewAmount(kind="travel", pence=1240, words=f"taxi shared with {NAME}", cost_code="Oddfellow 1")
    money.add(desk, bram, theirs, session=session)
    given = NewAmount(kind="payment for time", pence=2000, fee=True, state=ClaimState.OFFERED)
    charity, _ = money.add(desk, bram, given, session=session)
    money.answer(desk, charity, ClaimState.CHARITY, charity="The Vashti Oddfellow Trust")
    hers, _ = money.add(desk, vashti, NewAmount(kind="travel", pence=333, words="quinquereme fare"), session=session)
    paid, _ = money.pay_now(desk, vashti, NewAmount(kind="food", pence=777, words="zzbraille lunch"), PaidHow.CASH)
    bank.change(desk, vashti, "terms", "zzbraille papers about the quinquereme")
    bank.change(desk, bram, "trains", f"trained by {NAME}")
    bank.change(desk, bram, "reason_offered", "Vashti had the room")
    with desk.store.write("Wrote down needs") as tx:
        tx.add(
            Need(id=new_id(), need="hearing loop", met=False, why_not=f"{NAME} had it"), session=session, person_id=bram
        )
    line = next(e.id for e in capture.lines(desk, session) if e.n == 3)
    capture.change(desk, line, told_as=NAME)
    return hers, paid


def test_from_money_needs_bank_and_stories_of_others(desk, session, vashti):
    _, paid = hang_on(desk, session, vashti)
    assert values_with(desk, *PARTS)
    erasure.erase(desk, vashti)
    assert values_with(desk, *PARTS) == []
    plain = plain_pages(desk.store.folder, desk.store.raw_key())
    assert [part for part in PARTS if part.encode() in plain] == []
    (kept,) = [c for c in money.every(desk) if c.person_id is None]
    assert (kept.pence, kept.paid_pence, kept.words) == (777, 777, None)
    assert sorted(c.pence for c in money.every(desk)) == [777, 1240, 2000]
    with pytest.raises(UserError):
        money.not_paid(desk, paid)


def test_undo_of_paid_after_an_erasure_brings_no_name_back(desk, session, vashti):
    hers, _ = hang_on(desk, session, vashti)
    money.pay(desk, [hers], PaidHow.CASH)
    erasure.erase(desk, vashti)
    for _ in range(30):
        try:
            workspace.undo(desk)
        except UserError:
            break
    assert values_with(desk, *PARTS) == []
    assert vashti not in {c.person_id for c in money.every(desk)}


def test_a_second_laptop_that_still_has_them_brings_nothing_back(desk, session, vashti, tmp_path):
    hang_on(desk, session, vashti)
    desk.store.checkpoint()
    other = workspace.unlock(Path(shutil.copytree(desk.store.folder, tmp_path / "other")), None)
    try:
        capture.add(other, session, capture.NewLine(text="Nobody rings back, said twice"))
        bank.change(
            other, vashti, "reason_offered", "zzbraille in the evening"
        )  # the bank of people is each laptop's own
        bram = next(p.id for p in people.on_list(other, session) if p.name == "Bram Tolliver")
        bank.change(other, bram, "terms", f"comes with {NAME}")
        money.add(other, vashti, NewAmount(kind="travel", pence=444, words="quinquereme again"), session=session)
        record = sessions.record(other, session)
        still = session_file.write(record, between_laptops.of(other, record))
        erasure.erase(desk, vashti)
        before = sorted(c.pence for c in money.every(desk))
        for _ in range(2):
            merge.import_file(desk, still)
            assert values_with(desk, *PARTS) == []
            assert sorted(c.pence for c in money.every(desk)) == before
        record = sessions.record(desk, session)
        merge.import_file(other, session_file.write(record, between_laptops.of(desk, record)))
        assert values_with(other, *PARTS) == []
        assert bank.read(other, bram)["terms"] == "comes with [name taken out]"
    finally:
        workspace.close(other)
