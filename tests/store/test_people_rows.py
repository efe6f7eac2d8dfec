"""What is kept of people beside sessions: kept as it was written, found, and gone with what it was said of."""

from __future__ import annotations

import datetime

import pytest

from coprod_desktop.domain import people_record as kept
from coprod_desktop.domain.ids import made_id, new_id
from coprod_desktop.domain.permission import Purpose
from coprod_desktop.domain.record import Need, Person
from coprod_desktop.services import bin, capture, changed_mind, safeguarding, sessions
from coprod_desktop.services.capture import NewLine
from coprod_desktop.services.changed_mind import TakenBack
from coprod_desktop.services.seen import search
from coprod_desktop.store import reading, schema
from coprod_desktop.store.bin import empty_beside
from coprod_desktop.store.mapping import decode
from tests.desks import every_value

DAY = datetime.date(2026, 11, 26)
WORDS = "The zebraman waited four hours for the night bus"


def one_of_each(person, session, words=WORDS):
    return (
        kept.Bank(
            id=made_id("bank", person), person_id=person, interests=(f"Buses: {words}", "Housing"), training=(words,),
            trains=words, terms=words, review_on=DAY, heard_by="poster or leaflet", cannot_come=(words, "online"),
            reason_offered=words, got_back=("voucher",), joined_on=DAY,
        ),
        kept.Rate(
            id=new_id(), kind="travel", words="By car", pence=45, unit=kept.Unit.MILE, from_on=DAY, cost_code="C100"
        ),
        kept.Claim(
            id=new_id(), person_id=person, session_id=session, kind="travel", words=words, pence=440,
            state=kept.ClaimState.CLAIMED, agreed_pence=400, reward=kept.Reward.VOUCHER, charity=words, due=DAY,
            how=kept.PaidHow.CASH, receipt=True, cost_code="C100", on=DAY, order=1,
        ),
        kept.Privacy(id=new_id(), controller="Example Council", article9="9(2)(a)", agreed_on=DAY),
        kept.Keep(id=new_id(), kind="sign_in", months=1, from_what="session", set_on=DAY),
        kept.Deletion(id=new_id(), kind="sign_in", how_many=2, on=DAY, why="time", by_rule=True),
        kept.AboutYou(id=new_id(), characteristic="carer", words="Do you care for anyone?", answers=("Yes", "No")),
        kept.LocalFigure(
            id=new_id(), characteristic="carer", answer="Yes", percent="9.1", of=9000, source="Census", on=DAY
        ),
        kept.ListColumns(id=new_id(), headings="ab12", meanings=("name", "contact")),
    )  # fmt: skip


@pytest.fixture
def place(desk):
    session, _ = sessions.start_now(desk)
    person = Person(id=new_id(), name="Ida Ackroyd", role="carer", needs=(Need(id=new_id(), need="Lift"),))
    with desk.store.write("Put somebody on the list") as tx:
        tx.add(person, session=session)
    return session, person


def put(desk, session, rows):
    with desk.store.write("Wrote it down") as tx:
        for row in rows:
            tx.add(row, session=session)


def every(desk, kind):
    with desk.store.read() as connection:
        found = connection.execute(schema.TABLE_OF[kind].select()).mappings().all()
        return [decode(kind, row) for row in found]


def holding(desk, words="zebraman"):
    return {table for table, value in every_value(desk) if words in value}


def test_each_kind_stands_as_it_was_written(desk, place):
    session, person = place
    rows = one_of_each(person.id, session)
    put(desk, session, rows)
    for row in rows:
        found = every(desk, type(row))
        assert found[-1:] == [row]
        # a workspace of these tests has chosen a condition already
        assert len(found) == 1 or isinstance(row, kept.Privacy)


def test_what_is_kept_of_somebody_is_found_as_them(desk, place):
    session, person = place
    put(desk, session, one_of_each(person.id, session))
    with desk.store.write("Say why not") as tx:
        tx.change("need", person.needs[0].id, why_not="The plumber never came")
    for typed in ("zebraman", "plumb", "leaflet"):
        assert [(hit.noun, hit.id) for hit in search.search(desk, typed) if hit.noun == "person"] == [
            ("person", person.id)
        ], typed


@pytest.mark.parametrize("act", ["strike", "seal", "change their mind"])
def test_copies_of_somebodys_words_go_with_the_words(desk, place, act):
    session, person = place
    entry = capture.add(desk, session, NewLine(text=WORDS, speaker=person.id)).added[0].id
    put(desk, session, one_of_each(person.id, session))
    with desk.store.write("Say why not") as tx:
        tx.change("need", person.needs[0].id, why_not=f"Because: {WORDS}")
        tx.change("need", person.needs[0].id, why_not=f"As she said: {WORDS}")
    if act == "strike":
        capture.strike(desk, entry)
        assert holding(desk) == set()
    elif act == "seal":
        safeguarding.seal(desk, entry)
        assert holding(desk) == {"set_aside"}
    else:
        changed_mind.take_back(desk, session, person.id, TakenBack(purposes=(Purpose.QUOTE,), on=desk.today()))
        assert {"bank", "claim", "need"}.isdisjoint(holding(desk))
    bank = every(desk, kept.Bank)[0]
    assert (bank.interests, bank.cannot_come) == (("Buses", "Housing"), ("online",))


def money(person, session, **more):
    values = {"kind": "travel", "pence": 440, "state": kept.ClaimState.CLAIMED, "on": DAY, "words": WORDS, **more}
    return kept.Claim(id=new_id(), person_id=person, session_id=session, **values)


def test_who_is_owed_money_stays_when_the_session_is_emptied_from_the_bin(desk, place):
    session, person = place
    owed, paid = money(person.id, session), money(person.id, session, paid_on=DAY, paid_pence=440)
    offered = money(person.id, session, state=kept.ClaimState.OFFERED)
    put(desk, session, (owed, paid, offered))
    sessions.remove(desk, session)
    bin.empty(desk, [("session", session)])
    left = {claim.id: claim for claim in every(desk, kept.Claim)}
    assert left.keys() == {owed.id, paid.id}
    assert (left[owed.id].words, left[owed.id].session_id, left[owed.id].person_id) == (WORDS, None, person.id)
    assert (left[paid.id].words, left[paid.id].session_id, left[paid.id].paid_pence) == (None, None, 440)
    with desk.store.read() as connection:
        assert reading.is_there(connection, "person", person.id)


def test_what_was_paid_outlives_who_was_paid_as_an_amount_and_a_day(desk, place):
    session, person = place
    paid = money(person.id, session, paid_on=DAY, paid_pence=440, charity="zebraman's fund", receipt=True)
    put(desk, session, (paid, money(person.id, session, state=kept.ClaimState.DECLINED)))
    put(desk, session, [one_of_each(person.id, session)[0]])
    with desk.store.write("They are erased") as tx:
        empty_beside(tx, person.id)
    (left,) = every(desk, kept.Claim)
    assert (left.person_id, left.words, left.charity) == (None, None, None)
    assert (left.kind, left.pence, left.paid_pence, left.paid_on, left.on) == ("travel", 440, 440, DAY, DAY)
    assert holding(desk) == set()


def test_an_amount_waits_in_the_bin_and_comes_back(desk, place):
    session, person = place
    claim = money(person.id, session)
    put(desk, session, (claim,))
    with desk.store.write("Take it away") as tx:
        tx.remove("claim", claim.id)
    (thing,) = bin.things(desk)
    assert (thing.noun, thing.words, thing.person) == ("claim", "travel", "Ida Ackroyd")
    bin.put_back(desk, "claim", claim.id)
    with desk.store.write("Take it away") as tx:
        tx.remove("claim", claim.id)
    bin.empty(desk, [("claim", claim.id)])
    assert holding(desk) == set()
