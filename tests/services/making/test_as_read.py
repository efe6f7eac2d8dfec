"""Nobody is sent a format they cannot read without being asked about it: once a person and format (D24)."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coprod_desktop.domain.formats import reads
from coprod_desktop.domain.record import Need
from coprod_desktop.errors import UserError
from coprod_desktop.services import people, prepare, sessions
from coprod_desktop.services.making import as_read, check_words, letters, packs, papers
from coprod_desktop.services.making.as_read import NotAsRead
from tests.desks import set_needs


@pytest.fixture
def reader(desk, home_care):
    """Somebody of the session who reads large print."""
    who = next(p for p in people.on_list(desk, home_care) if p.name.startswith("Winifred"))
    set_needs(desk, home_care, who.id, [Need(id="", need="large print", ais="information format")])
    return who


def of(desk, session, person):
    return next(p for p in people.on_list(desk, session) if p.id == person)


def test_d24_a_person_with_large_print_is_not_sent_standard_print_unseen(desk, home_care, reader, tmp_path):
    """D24: needs flagged wherever something is made or sent for a person."""
    papers.review(desk, home_care)
    papers.make(desk, home_care, ["pdf", "large-print"], tmp_path)
    paper = papers.made_before(desk, home_care)[0].id
    own = packs.plan(desk, home_care, "you-said-we-will").parcels
    assert {p.person: p.formats for p in own}[reader.id] == ("large-print",)
    to_ask = "Winifred Tattersall reads large print. This is something else: Standard print. Ask them before it goes to them."
    assert to_ask in letters.make(desk, home_care, tmp_path, [reader.id], ["pdf"]).warnings
    assert to_ask in check_words.make(desk, home_care, tmp_path, [reader.id], ["pdf"]).warnings
    assert of(desk, home_care, reader.id).needs == of(desk, home_care, reader.id).needs[:1]
    with pytest.raises(NotAsRead, match="reads large print"):
        packs.note_sent(desk, home_care, paper, {reader.id: ["pdf"]}, desk.today())
    assert not papers.sent_before(desk, home_care)


def test_the_formats_made_are_logged_with_the_paper_and_with_who_got_it(desk, home_care, reader, tmp_path):
    papers.review(desk, home_care)
    papers.make(desk, home_care, ["pdf", "large-print"], tmp_path)
    (line,) = papers.made_before(desk, home_care)
    assert set(line.formats) == {"pdf", "large-print"}


def test_it_is_settled_once_a_person_and_format_and_on_every_list_to_come(desk, home_care, reader, tmp_path):
    papers.review(desk, home_care)
    later, _ = sessions.new(desk, title="Later", date=desk.today() + datetime.timedelta(days=30))
    people.bring(desk, later, reader.id, reader.role)
    letters.make(desk, home_care, tmp_path, [reader.id], ["pdf"], they_read_it=True)
    assert reads(of(desk, home_care, reader.id), desk.content.needs) == ("large-print", "pdf")
    assert letters.make(desk, home_care, tmp_path, [reader.id], ["pdf"]).warnings == ()
    assert check_words.make(desk, home_care, tmp_path, [reader.id], ["pdf"]).warnings == ()
    assert as_read.unread(desk, people.on_list(desk, later), {reader.id: ["pdf"]}) == ()
    assert "something else: Braille" in letters.make(desk, home_care, tmp_path, [reader.id], ["braille"]).warnings[0]


def test_who_was_never_asked_is_not_asked_about(desk, home_care, reader):
    other = next(p for p in people.on_list(desk, home_care) if not p.needs)
    assert as_read.unread(desk, [other], {other.id: ["pdf"]}) == ()


def test_by_hand_is_no_format(desk, home_care, reader):
    listed = people.on_list(desk, home_care)
    assert as_read.unread(desk, listed, {reader.id: ["Read out to them"]}) == ()


FORMS = ("pdf", "large-print", "easy-read", "braille", "html")
ACTS = st.lists(
    st.tuples(st.sampled_from(("need", "take", "send", "settle")), st.sampled_from(FORMS), st.integers(0, 1)),
    max_size=9,
)
WORDS = {
    "large-print": "large print",
    "easy-read": "Easy Read",
    "braille": "braille",
    "html": "web page",
    "pdf": "standard print",
}


@given(acts=ACTS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_after_any_history_nobody_is_noted_with_what_they_do_not_read_unasked(desk, acts):
    session, _ = sessions.new(desk, title="Forum", date=desk.today())
    two = [people.add(desk, session, name, "member")[0] for name in ("Ade", "Bo")]
    for act, form, at in acts:
        who = of(desk, session, two[at])
        if act == "need":
            people.add_need(desk, session, who.id, WORDS[form])
        elif act == "take" and who.needs:
            people.remove_need(desk, who.needs[0].id)
        else:
            now = reads(who, desk.content.needs)
            asked = as_read.unread(desk, [who], {who.id: [form]})
            assert bool(asked) == (bool(now) and form not in now)
            if act == "settle" and asked:
                as_read.note(desk, session, asked)
                assert as_read.unread(desk, [of(desk, session, who.id)], {who.id: [form]}) == ()
        texts = [line.text for line in prepare.checklist(desk, session)]
        for person in people.on_list(desk, session):
            for need in person.needs:
                assert texts.count(f"{person.name}: {need.need}") >= 1


def test_an_error_is_a_sentence_with_what_to_do():
    error = NotAsRead(
        [as_read.Unread("p", "Ade", ("pdf",), "Ade reads braille. This is something else: Standard print.")]
    )
    assert isinstance(error, UserError)
    assert error.what.startswith("Ade reads braille")
    assert "they read this too" in error.do
