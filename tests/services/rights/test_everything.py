"""All about one person in one act, also where others name them; and a draft in which nobody else can be read."""

from __future__ import annotations

import json

import pytest

from coprod_desktop.publish.filenames import short_id
from coprod_desktop.services import backups, capture, members_check, people, safeguarding
from coprod_desktop.services.backups import Why
from coprod_desktop.services.bring_in import merge
from coprod_desktop.services.capture import NewLine
from coprod_desktop.services.making import about_person, papers
from coprod_desktop.services.rights import covering, everything, finding
from tests.services.rights.test_erasure import NAME, WORDS, file_of_it, hang_everything_on
from tests.unpack import everything_in, words_in


@pytest.fixture
def session(desk):
    return merge.import_file(desk, file_of_it()).session


@pytest.fixture
def vashti(desk, session):
    return finding.find_person(desk, NAME)


def part(about, title: str):
    return next(one for one in about.parts if one.title == title)


def text_of(part) -> str:
    return " | ".join(f"{one.what} {one.facts} {one.where} {one.got_by}" for one in part.kept)


def test_one_act_finds_what_is_theirs_and_where_others_name_them(desk, session, vashti, tmp_path):
    hang_everything_on(desk, session, vashti)
    papers.review(desk, session)
    paper = papers.make(desk, session, ["text"], tmp_path)
    bram = finding.find_person(desk, "Bram Tolliver")
    members_check.skipped(desk, session, "you-said-we-will", "there was no time", desk.today())
    papers.sent(
        desk, session, next(r.id for r in paper.changes.added if r.noun == "paper"), [bram], "text", desk.today()
    )

    about = everything.everything(desk, vashti)

    assert "07700 900998" in text_of(part(about, "Who they are"))
    assert "Quote" in text_of(part(about, "What they agreed to, or refused"))
    assert "resident" in text_of(part(about, "Sessions they are on the list of"))
    assert "zzbraille" in text_of(part(about, "What they need"))
    said = part(about, "What they said, or somebody said for them")
    assert WORDS in text_of(said)
    assert "Bram Tolliver" in text_of(said)  # who got the paper it is in
    named = text_of(part(about, "Where others name them"))
    assert "As Vashti said, the timetable lies" in named
    assert "Ring us back, as Oddfellow asked" in named
    assert "What Oddfellow began" in named
    assert "07700 900999" in text_of(part(about, "What was changed or corrected"))
    assert "07700 900997" in text_of(part(about, "Typed, and not saved yet"))
    assert all(one.since == desk.today() for one in said.kept)


def test_it_is_made_in_word_web_page_and_json_and_marked_private(desk, session, vashti, tmp_path):
    made = about_person.make(desk, vashti, tmp_path)
    assert sorted(path.suffix for path in made.paths) == [".docx", ".docx", ".html", ".html", ".json", ".json"]
    assert all("private" in path.name and path.parent.name == "private" for path in made.paths)
    assert all(short_id(vashti) in path.name and "Vashti" not in path.name for path in made.paths)
    own = next(path for path in made.paths if path.suffix == ".json" and "draft" not in path.name)
    told = json.loads(own.read_text(encoding="utf-8"))
    assert told["about"] == NAME
    assert WORDS in json.dumps(told)


def test_in_the_draft_nobody_else_can_be_read_in_any_file(desk, session, vashti, tmp_path):
    capture.add(desk, session, NewLine(text="Bram Tolliver helped me, and my carer Donna shouted", speaker=vashti))
    people.agree(desk, session, vashti, "quote", "2026-10-06")
    made = about_person.make(desk, vashti, tmp_path)
    drafts = [path for path in made.paths if "draft" in path.name]
    assert len(drafts) == 3
    for path in drafts:
        words, whole = words_in(path), everything_in(path)
        for hidden in ("Bram", "Tolliver", "Donna", "the timetable lies", "Ring us back"):
            assert hidden not in words, (path.name, hidden)
            assert hidden not in whole
        assert WORDS in words
        assert "█████ (another person's words)" in words
        assert "█████ (another person's name)" in words
        assert "helped me" in words


def test_somebody_known_twice_is_one_person(desk, session, vashti):
    other = people.add(desk, session, "V. Oddfellow", "resident")[0]
    capture.add(desk, session, NewLine(text="Zebras on the crossing", speaker=other))
    assert "Zebras" not in text_of(
        part(everything.everything(desk, vashti), "What they said, or somebody said for them")
    )
    people.same_person(desk, vashti, other)
    assert "Zebras" in text_of(part(everything.everything(desk, vashti), "What they said, or somebody said for them"))


def test_a_sealed_line_is_not_hinted_at(desk, session, vashti):
    line = next(e.id for e in capture.lines(desk, session) if e.n == 1)
    safeguarding.seal(desk, line)
    about = everything.everything(desk, vashti)
    assert "quinquereme" not in "".join(map(text_of, about.parts))
    assert "sealed" not in "".join(map(text_of, about.parts)).lower()


def test_backups_that_hold_it_are_told(desk, session, vashti):
    backups.make(desk, Why.ASKED)
    assert any("The backup of" in told for told in everything.everything(desk, vashti).elsewhere)


THEIRS = ("07700 900123", "donna@example.org", "4 Mill Lane", "943 476 5919", "07700 900555", "Bram T")
OWN = ("07700 900777", "vashti@example.net")


def test_in_the_draft_no_number_or_address_leads_to_somebody_else_and_their_own_stays(desk, session, vashti):
    people.change(desk, session, vashti, contact="07700 900777; vashti@example.net, or my son Tariq 07700 900555")
    for words in (
        "ring Donna on 07700 900123",
        "write to donna@example.org",
        "the lady at 4 Mill Lane drinks",
        "NHS number 943 476 5919 is my son's",
        "Bram T was there",
        "ring me on 07700900777",
        "or vashti@example.net",
    ):
        capture.add(desk, session, NewLine(text=words, speaker=vashti))
    whole = everything.everything(desk, vashti)
    told, draft = ("\n".join(map(text_of, one.parts)) for one in (whole, covering.covered(desk, vashti, whole)))
    assert [words for words in THEIRS if words not in told] == []
    assert [words for words in THEIRS if words in draft] == []
    assert [words for words in (*OWN, "07700900777") if words not in draft] == []
    assert "█████ (a number or an address that may be another person's)" in draft
