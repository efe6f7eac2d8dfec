"""The co-chair's cards, the sign-in sheet and the slips: made from a real workspace, and read as the PDF files they are."""

from __future__ import annotations

import json
import re
import zipfile
from contextlib import closing
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from coprod_desktop.domain.record import Need
from coprod_desktop.domain.words import Attending
from coprod_desktop.errors import UserError
from coprod_desktop.services import people, prepare, sessions
from coprod_desktop.services.bring_in import merge
from coprod_desktop.services.making import handouts, papers
from coprod_desktop.services.making.handouts import CARDS, SIGN_IN, SLIPS
from coprod_desktop.services.program import content
from tests.desks import EVALUATION, HOME_CARE, STEERING, set_needs
from tests.publish.render import structure
from tests.unpack import everything_in, words_in

FORMATS = content.load().formats

SAY = "Tell the room about the bequest"
"""Words a facilitator wrote for the card, and for nobody else."""
READ = ("pdf", "html", "docx", "text", "csv", "xlsx", "ics")


def pages(path):
    with pikepdf.open(path) as pdf:
        return len(pdf.pages)


def page_size(path):
    with pikepdf.open(path) as pdf:
        return [round(float(n)) for n in pdf.pages[0].MediaBox][2:]


def pages_in_words(path):
    with closing(pypdfium2.PdfDocument(path)) as pdf:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in pdf]


def largest_type(path):
    """The size that most of the words on the last page have: that of plain text."""
    with pikepdf.open(path) as pdf:
        sizes = [float(o[1]) for o, sign in pikepdf.parse_content_stream(pdf.pages[-1]) if str(sign) == "Tf"]
    return max(sizes, key=sizes.count)


@pytest.fixture
def ready(desk, home_care):
    """The everyday session with an agenda of three parts: one with words to say, a break, and a reading back."""
    prepare.add_agenda_item(desk, home_care, "Welcome", 10, leads="Gareth", notes=f"{SAY}.\n\nSay it twice.")
    prepare.add_agenda_item(desk, home_care, "Tea", 15, kind="break")
    prepare.add_agenda_item(desk, home_care, "Reading back", 20)
    papers.review(desk, home_care)
    return home_care


def one(desk, session, kind, folder, *formats, **more):
    made = handouts.make(desk, session, kind, folder, formats or None, **more)
    assert not [fault for path in made.paths if path.suffix == ".pdf" for fault in structure.faults(path)]
    return made


def chair(desk, session):
    return next(p.id for p in sessions.record(desk, session).people if "chair" in p.role)


# ---- cards


def test_a_card_a_part_with_its_times_the_words_to_say_and_what_comes_next(desk, ready, tmp_path):
    (path,) = one(desk, ready, CARDS, tmp_path, "pdf").paths
    said = words_in(path)

    assert path.parent == tmp_path / "private"
    assert "private" in path.name
    assert said.startswith("Private: for the person who leads")
    assert pages(path) == 5  # the day, someone at risk, and three parts
    for words in (
        "10:30am to 10:40am, 10 minutes",
        "Gareth",
        f"{SAY}.",
        "Say it twice.",
        "Next, at 10:40am: Tea",
        "Say when we begin again: at 10:55am.",
        "Next, at 10:55am: Reading back",
        "Read each line in people's own words.",
        "This is the last part.",
        "If someone may be at risk",
    ):
        assert words in said, words


def test_what_to_do_when_someone_is_at_risk_is_never_cut(desk, ready, tmp_path):
    for needs in ((), (Need(id="n1", ais="information format", need="Large print 32 point"),)):
        set_needs(desk, ready, chair(desk, ready), needs)
        (path,) = one(desk, ready, CARDS, tmp_path / str(len(needs)), "pdf").paths
        with_it = [page for page in pages_in_words(path) if "someone may be at risk" in page or "nowhere else" in page]
        assert len(with_it) == 1
        assert all(step in with_it[0] for step in ("Stop. Stay", "pass this on", "Ring", "nowhere else")), needs


def test_cards_in_word_are_as_large_as_the_printed_ones(desk, ready, tmp_path):
    (path,) = one(desk, ready, CARDS, tmp_path, "docx").paths
    with zipfile.ZipFile(path) as file:
        styles = file.read("word/styles.xml").decode()
    assert re.search(r'<w:docDefaults>.*?<w:sz w:val="40"/>', styles)
    assert re.search(r'w:styleId="Footer".*?<w:sz w:val="24"/>', styles)


def test_cards_are_in_the_size_a_co_chair_asked_for_and_large_when_none_did(desk, ready, tmp_path):
    (path,) = one(desk, ready, CARDS, tmp_path / "own", "pdf").paths
    assert largest_type(path) == 20

    set_needs(desk, ready, chair(desk, ready), ())
    (path,) = one(desk, ready, CARDS, tmp_path / "usual", "pdf").paths
    assert largest_type(path) == 24


def test_a_co_chair_who_reads_braille_gets_braille_cards(desk, ready, tmp_path):
    people.add_need(desk, ready, chair(desk, ready), "Braille", ais="information format")
    made = one(desk, ready, CARDS, tmp_path)
    assert {path.suffix for path in made.paths} == {".pdf", ".brf"}
    assert {path.parent.name for path in made.paths} == {"private"}


def test_a_session_with_no_start_has_lengths_and_without_agenda_there_are_no_cards(desk, home_care, tmp_path):
    with pytest.raises(UserError, match="no agenda yet"):
        handouts.make(desk, home_care, CARDS, tmp_path)
    prepare.add_agenda_item(desk, home_care, "Welcome", 1)
    sessions.change(desk, home_care, start=None)
    said = words_in(one(desk, home_care, CARDS, tmp_path, "pdf").paths[0])
    assert "How long: 1 minute" in said
    assert "No words are written for this part." in said


def test_the_words_on_the_cards_are_in_no_public_paper(desk, ready, tmp_path):
    made: list[Path] = []
    for kind, formats in (("agenda", READ), ("ground-rules", ("html",)), ("you-said-we-will", ("html",))):
        made += papers.make(desk, ready, formats, tmp_path, kind=kind).paths
    made += [*one(desk, ready, SLIPS, tmp_path).paths, *one(desk, ready, SIGN_IN, tmp_path).paths]
    assert len(made) > 10
    for path in made:
        assert "bequest" not in everything_in(path).lower(), path.name


# ---- the sign-in sheet


def test_the_sheet_has_who_may_come_boxes_and_empty_rows_and_is_private(desk, ready, tmp_path):
    away, gone, *rest = sessions.record(desk, ready).people
    people.change(desk, ready, away.id, attendance=Attending.APOLOGIES)
    people.change(desk, ready, gone.id, consent_withdrawn_on=desk.today())
    (path,) = one(desk, ready, SIGN_IN, tmp_path).paths
    said = words_in(path)

    assert path.parent == tmp_path / "private"
    assert "private" in path.name
    assert said.startswith("Private")
    assert "You can pass" in said
    assert "For help with this sheet, ask the person at the door." in said
    assert page_size(path) == [842, 595]
    for asked in ("Here", "May we print your words?", "May we use your photo?", "May we print your name?"):
        assert asked in said
    assert all(person.name in said for person in rest), "also who may never be named in public"
    assert away.name not in said
    assert gone.name not in said
    assert structure.spoken(path).count("First ") == len(rest) + 12


@pytest.mark.parametrize("sample", [HOME_CARE, STEERING, EVALUATION], ids=lambda p: p.stem)
def test_no_need_contact_or_consent_is_on_the_sheet(desk, tmp_path, sample):
    data = json.loads(sample.read_text("utf-8"))
    for number, person in enumerate(data["people"]):
        person["contact"] = f"0770090{number:04d}"
        person["consents"] = {"photo": False, "quote": "no"}
        person["needs"] = [{"ais": "communication support", "need": f"needs a lamp {number}"}]
    session = merge.import_file(desk, json.dumps(data).encode()).session
    (path,) = one(desk, session, SIGN_IN, tmp_path).paths
    inside = everything_in(path)
    for never in (
        "0770090",
        "lamp",
        "communication support",
        *(p["role"] for p in data["people"] if len(p["role"]) > 6),
    ):
        assert never not in inside, never


def test_rows_are_high_enough_to_write_in_and_long_names_stay_inside(desk, ready, tmp_path):
    people.add(desk, ready, "Wilhelmina Featherstonehaugh-Cholmondeley " * 3, "carer")
    for number in range(30):
        people.add(desk, ready, f"Łucja Ŵyn {number:02d}", "carer")
    (path,) = one(desk, ready, SIGN_IN, tmp_path).paths
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages) > 3
        for page in pdf.pages:
            boxes = [tuple(map(float, o)) for o, sign in pikepdf.parse_content_stream(page) if str(sign) == "re"]
            cells = [box for box in boxes if box[3] > 20]
            assert min(height for _, _, _, height in cells) >= 28.3, "10 mm"
            assert min(bottom for _, bottom, _, _ in cells) > 36
            assert max(left + width for left, _, width, _ in cells) < 842 - 30


def test_a_name_in_letters_there_is_no_type_for_has_a_row_and_is_told(desk, ready, tmp_path):
    people.add(desk, ready, "רבקה", "carer")
    people.add(desk, ready, "ہم جاننا", "carer")
    made = one(desk, ready, SIGN_IN, tmp_path)
    assert "ہم جاننا" in structure.spoken(made.paths[0])
    (said,) = made.warnings
    assert said.startswith("1 name is in letters")
    assert "web page" not in words_in(made.paths[0])
    assert structure.spoken(made.paths[0]).count("First ") == 9 + 12


# ---- slips


def test_slips_are_numbered_four_to_a_page_one_for_each_who_is_coming_and_some_more(desk, ready, tmp_path):
    made = one(desk, ready, SLIPS, tmp_path)
    ordinary, large = sorted(made.paths, key=lambda path: "large" in path.name)

    assert handouts.usual_count(desk, ready) == 12
    assert pages(ordinary) == 3
    assert pages(large) == 3, "one reads large print, and two to spare"
    headings = [words for path in (ordinary, large) for words in structure.spoken(path) if "want to say" in words]
    assert headings == [f"{number}. What I want to say" for number in range(1, 16)]
    said = words_in(ordinary)
    for words in ("Listening space: home care", "Thursday 17 September 2026", "May we print your words?", "First name"):
        assert words in said
    assert not papers.made_before(desk, ready), "a slip holds nobody's words"
    assert largest_type(large) == 20


def test_as_many_slips_as_were_asked_for(desk, ready, tmp_path):
    (path,) = one(desk, ready, SLIPS, tmp_path, "pdf", count=5).paths
    assert pages(path) == 2
    assert words_in(path).count("What I want to say") == 5
    assert path.parent == tmp_path


def test_there_is_room_to_write_under_a_very_long_title(desk, ready, tmp_path):
    sessions.change(desk, ready, title="What we heard about home care in the valleys " * 9)
    papers.review(desk, ready)
    for path in one(desk, ready, SLIPS, tmp_path, count=1).paths:
        with pikepdf.open(path) as pdf:
            lines = [o for o, sign in pikepdf.parse_content_stream(pdf.pages[0]) if str(sign) == "re" and 0 < o[3] < 1]
        assert len(lines) > 3
        assert "…" in words_in(path)


@pytest.mark.parametrize("sample", [HOME_CARE, STEERING, EVALUATION], ids=lambda p: p.stem)
def test_slips_name_nobody(desk, tmp_path, sample):
    data = json.loads(sample.read_text("utf-8"))
    session = merge.import_file(desk, json.dumps(data).encode()).session
    papers.review(desk, session)
    for path in one(desk, session, SLIPS, tmp_path).paths:
        read = words_in(path)
        assert not [word for word in data["expected"]["must_not_appear"] if word in read]
        assert not [person["name"] for person in data["people"] if person["name"] in read]


# ---- formats


@pytest.mark.parametrize("kind", handouts.KINDS)
def test_other_formats_are_left_out_with_a_sentence(desk, ready, tmp_path, kind):
    made = one(desk, ready, kind, tmp_path, *FORMATS.names)
    (said,) = made.warnings
    assert "left out" in said
    assert "Web page" in said
    with pytest.raises(UserError, match="Nothing was made"):
        handouts.make(desk, ready, kind, tmp_path, ["html"])


def test_the_same_day_gives_the_same_bytes(desk, ready, tmp_path):
    now = desk.now()
    object.__setattr__(desk, "now", lambda: now)
    for kind in handouts.KINDS:
        first, again = (one(desk, ready, kind, tmp_path / name).paths for name in ("one", "two"))
        assert [p.read_bytes() for p in first] == [p.read_bytes() for p in again]
