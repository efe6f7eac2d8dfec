"""What the gate lets through of a paper people agreed on: each thing in its place, nobody named who did not choose it."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from coprod_desktop.domain.agreed import AgreedWords, Signed, SubjectBefore, VersionBefore
from coprod_desktop.domain.agreed_kinds import AgreedKind, StartHeading
from coprod_desktop.domain.agreed_record import PaperState
from coprod_desktop.domain.record import Organisation
from coprod_desktop.errors import UserError
from coprod_desktop.publish.gate import open_agreed, open_gate
from coprod_desktop.publish.public_agreed import PartVoice, PublicAgreed, PublicPart, PublicVersion
from coprod_desktop.publish.snapshot import PublicOnAgenda
from tests.domain.making import DAY, person, record

MAY, JUNE, NEXT = datetime.date(2026, 5, 3), datetime.date(2026, 6, 4), datetime.date(2027, 2, 1)
KIND = AgreedKind(
    name="terms",
    words="Terms of reference",
    about="How a group works",
    easy="How we work together.",
    section="groups",
    agenda=True,
    headings=(
        StartHeading(heading="Aims", asks=("Aim", "Measure")),
        StartHeading(heading="They said", quote=True),
        StartHeading(heading="Who said it", source=True),
    ),
)
WORDS = AgreedWords(
    id="a",
    kind="terms",
    title="How the board works",
    n=3,
    state=PaperState.CHECKED,
    on=JUNE,
    parts=(
        ("Aims", "Better buses"),
        ("They said", "Nothing about us"),
        ("Who said it", ""),
        ("Ours", "Tea"),
        (" ", "More"),
    ),
    subject="Buses",
    group="The Marrow group",
    owner="Ida Moor",
    approved_by="Head of home care",
    changed="The times",
    checked_by="the Tuesday group",
    agreed_on=None,
    published_on=NEXT,
    review_by=NEXT,
    review_months=12,
    signed=(
        Signed(name="Ida Moor", on=MAY, person="ida"),
        Signed(name="Bo Lindqvist", on=MAY, person="bo"),
        Signed(name="The bus company", on=JUNE),
        Signed(name=" ", on=JUNE),
    ),
    before=(
        VersionBefore(n=1, state=PaperState.DRAFT, on=MAY),
        VersionBefore(n=2, state=PaperState.AGREED, on=MAY, changed="The name", agreed_on=JUNE),
    ),
    subject_before=(SubjectBefore(title="The bus charter", agreed_on=MAY), SubjectBefore(title=" ", agreed_on=JUNE)),
)
PEOPLE = (person("ida", "Ida Moor", "social worker", "first name"), person("bo", "Bo Lindqvist", "carer"))


def opened(words: AgreedWords, kind: AgreedKind = KIND, organisation: Organisation | None = None) -> PublicAgreed:
    return open_agreed(replace(record(*PEOPLE), agreed=(words,)), (), DAY, kind, organisation)


def test_of_a_paper_each_thing_is_told_in_its_place():
    assert opened(WORDS) == PublicAgreed(
        kind="terms",
        words="Terms of reference",
        easy="How we work together.",
        title="How the board works",
        subject="Buses",
        group="The Marrow group",
        n=3,
        how="Draft, checked by the Tuesday group",
        draft=True,
        on=JUNE,
        agreed_on=None,
        published_on=NEXT,
        review_by=NEXT,
        review_months=12,
        owner="Ida",
        approved_by="Head of home care",
        checked_by="the Tuesday group",
        changed="The times",
        parts=(
            PublicPart(heading="Aims", text="Better buses", asks=("Aim", "Measure")),
            PublicPart(heading="They said", text="Nothing about us", voice=PartVoice.QUOTED),
            PublicPart(heading="Who said it", text=None, voice=PartVoice.SOURCE),
            PublicPart(heading="Ours", text="Tea", asks=tuple(KIND.asks)),
            PublicPart(heading="Something else", text="More", asks=tuple(KIND.asks)),
        ),
        headings_alone=True,
        before=(
            PublicVersion(n=1, how="Draft", on=MAY),
            PublicVersion(n=2, how="Agreed on 4 June 2026", on=JUNE, changed="The name"),
        ),
        subject_before=(("The bus charter", MAY), ("Another paper", JUNE)),
        signed=(("Ida", MAY), ("The bus company", JUNE)),
        signed_more="fewer than 5",
        uid="a",
    )


@pytest.mark.parametrize(
    ("state", "ready", "draft"),
    [
        (PaperState.DRAFT, False, True),
        (PaperState.CHECKED, False, True),
        (PaperState.AGREED, False, False),
        (PaperState.PUBLISHED, False, False),
        (PaperState.DRAFT, True, False),
    ],
)
def test_a_paper_says_draft_until_it_is_agreed_and_a_form_never_does(state, ready, draft):
    assert opened(replace(WORDS, state=state), replace(KIND, ready=ready)).draft is draft


def test_a_paper_without_a_title_is_called_by_its_kind_and_nobody_more_signed_it():
    made = opened(replace(WORDS, title=" ", signed=WORDS.signed[2:3]), replace(KIND, agenda=False))
    assert (made.title, made.signed_more, made.headings_alone, made.brand) == ("Terms of reference", "", False, None)
    assert opened(replace(WORDS, signed=())).signed == ()
    assert opened(WORDS, organisation=Organisation(id="o", name="Marrow")).brand.name == "Marrow"


@pytest.mark.parametrize("field", ["title", "subject", "group", "changed", "checked_by"])
def test_a_paper_stays_shut_while_somebody_is_named_in_it(field):
    with pytest.raises(UserError, match="cannot be printed yet"):
        opened(replace(WORDS, **{field: "Bo Lindqvist said so"}))


def test_an_agenda_shows_the_headings_of_what_was_agreed():
    agreed = replace(WORDS, agreed_on=JUNE)
    made = open_gate(replace(record(), agreed=(agreed, replace(agreed, id="b", title=" "))), (), DAY)
    first = PublicOnAgenda(
        title="How the board works", headings=("Aims", "They said", "Who said it", "Ours"), agreed_on=JUNE
    )
    assert made.principles == (first, replace(first, title="What we agreed"))
