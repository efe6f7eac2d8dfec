"""The cover of Easy Read papers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coprod_desktop.publish.easy.cover import when_and_where, whom_to_ask
from coprod_desktop.publish.gate import open_gate
from coprod_desktop.publish.snapshot import PublicBrand, PublicText
from tests.domain.making import DAY, entry, record

BRAND = PublicBrand(
    name=None,
    contact_name=PublicText("Siân"),
    phone=PublicText("01632 960 123"),
    text_number=None,
    mail=PublicText("sian@example.org"),
    post=None,
    colour=None,
    logo=None,
)


def _links(snapshot):
    return [run.url for sentence in whom_to_ask(snapshot) for run in sentence.words.runs if run.url]


@pytest.mark.parametrize(
    ("place", "told"),
    [
        ("Family hub, Ty [name left out]", "It was at Family hub."),
        ("Family hub, Ty Gwyn", "It was at Family hub, Ty Gwyn."),
        ("[address left out]", None),
    ],
)
def test_of_a_place_only_what_is_whole_is_told(place, told):
    snapshot = replace(open_gate(record(), (), DAY), place=PublicText(place))
    where = [sentence.text for sentence in when_and_where(snapshot) if sentence.text.startswith("It was")]
    assert where == ([told] if told else [])


def test_a_number_and_an_address_to_ask_at_can_be_pressed():
    snapshot = open_gate(record(entry(1, "Ring us")), (), DAY)
    assert _links(replace(snapshot, brand=BRAND)) == ["tel:01632960123", "mailto:sian@example.org"]
    assert _links(replace(snapshot, contact=PublicText("Siân, sian@example.org"))) == ["mailto:sian@example.org"]
    assert _links(snapshot) == []
