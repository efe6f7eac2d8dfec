"""Rule D10 of each kind of record: due on its day, and then nowhere in the file."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from coprod_desktop.domain.keep_rules import Kind
from coprod_desktop.domain.live_hour import SheetPhoto
from coprod_desktop.services import money, people
from coprod_desktop.services.money import NewAmount
from coprod_desktop.services.rights import finding, keeping
from tests.rules.making import bring, line
from tests.services.rights.test_erasure import plain_pages

OF_KIND = {
    Kind.SIGN_IN: "zzseat",
    Kind.PHOTO: "zzphoto",
    Kind.RAW_NOTES: "zzraw",
    Kind.NOTES: "zznote",
    Kind.EVALUATION: "zzcount",
    Kind.CLAIMS: "zzbus",
    Kind.PEOPLE: "Zzname",
    Kind.SESSIONS: "zztitle",
}
"""A word that stands in each kind of record."""


def on(desk, month, day):
    return replace(desk, now=lambda: datetime.datetime(2026, month, day, 12, tzinfo=datetime.UTC))


@pytest.mark.parametrize("kind", Kind)
def test_d10_each_kind_of_record_is_due_on_its_day_and_its_words_are_in_no_page_of_the_file(desk, kind):
    there = {"id": "p1", "name": "Zzname Oddfellow", "role": "resident", "attendance": "here"}
    session = bring(desk, "zztitle", raw_notes="zzraw", people=[there], entries=[line(1, "zznote", "p1", kind="note")],
                    about={"evaluation_forms": 7, "about_you_counts": {"zzcount": {"yes": 7}}})  # fmt: skip
    person = finding.find_person(desk, "Zzname Oddfellow")
    people.change(desk, session, person, seat="zzseat")
    money.pay_now(on(desk, 10, 6), person, NewAmount(kind="travel", pence=440, words="zzbus"))
    with desk.store.write() as tx:
        tx.add(SheetPhoto(id="photo", sheet="flipchart 1", picture="zzphoto0"), session=session)
    keeping.set_rule(desk, kind, 1)
    pages = lambda: plain_pages(desk.store.folder, desk.store.raw_key())  # noqa: E731
    assert OF_KIND[kind].encode() in pages()
    assert keeping.due(on(desk, 11, 5)) == []
    due = keeping.due(then := on(desk, 11, 6))
    assert [one.past.kind for one in due] == [kind]
    keeping.let_go(then, due)
    assert keeping.due(then) == []
    assert OF_KIND[kind].encode() not in pages()
