"""Pictures people choose for Easy Read, pictures of their own, and a check that counts while the paper is the same."""

from __future__ import annotations

import datetime
import io
import threading

import pytest
from PIL import Image

from coprod_desktop.domain.words import NameInPublic
from coprod_desktop.errors import UserError
from coprod_desktop.publish.paper_kinds import YOU_SAID_WE_WILL as KIND
from coprod_desktop.services import answers, capture, people, sessions
from coprod_desktop.services.capture import NewLine
from coprod_desktop.services.desk import Desk
from coprod_desktop.services.making import easy_forget, easy_paper, easy_read, papers
from coprod_desktop.services.making.easy_paper import EasyLine, Why
from coprod_desktop.services.making.easy_read import NONE


@pytest.fixture
def told(desk: Desk, home_care: str) -> str:
    papers.review(desk, home_care)
    return home_care


@pytest.fixture(scope="module")
def photo() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "green").save(out, "JPEG")
    return out.getvalue()


def line(desk: Desk, session: str, words: str) -> EasyLine:
    return next(one for one in easy_paper.rows(desk, session, KIND) if words in one.text)


def now(desk: Desk, session: str):
    code = easy_paper.look(desk, session, KIND).fingerprint
    return easy_read.easy_read(desk, session, KIND, code)


def check(desk: Desk, session: str, by: str = "Speaking Up", on: datetime.date | None = None) -> None:
    code = easy_paper.look(desk, session, KIND).fingerprint
    easy_read.checked(desk, session, KIND, by, on or desk.today(), code)


def test_every_sentence_is_there_with_its_picture_and_why(desk, told):
    bus = line(desk, told, "paper rota, posted")
    assert bus.why is Why.SUGGESTED
    assert bus.picture is not None
    assert bus.choice is None
    assert bus.heading == "1. You said"
    none = line(desk, told, "We will check 20 calls")
    assert (none.why, none.picture) == (Why.NONE, None)


def test_a_pictogram_can_be_chosen_changed_and_taken_back(desk, told):
    key = line(desk, told, "paper rota, posted").key
    easy_read.choose(desk, told, key, easy_read.symbol_choice("1F68C"))
    chosen = line(desk, told, "paper rota, posted")
    assert (chosen.why, chosen.picture.alt) == (Why.CHOSEN, "A bus")
    assert now(desk, told).chosen[key].alt == "A bus"
    changes = easy_read.choose(desk, told, key, NONE)
    assert changes.touch("easy_choice", told)
    none = line(desk, told, "paper rota, posted")
    assert (none.why, none.picture) == (Why.CHOSEN, None)
    desk.store.undo_last()
    assert line(desk, told, "paper rota, posted").picture.alt == "A bus"
    easy_read.choose(desk, told, key, None)
    assert line(desk, told, "paper rota, posted").why is Why.SUGGESTED


def test_a_photo_of_ones_own_stands_in_the_paper_until_it_is_taken_away(desk, told, photo):
    picture, changes = easy_read.add_picture(desk, photo, "  Our hall,\n with the ramp ")
    assert changes.touch("own_picture")
    (own,) = easy_read.own_pictures(desk)
    assert (own.alt, own.width, own.height) == ("Our hall, with the ramp", 40, 30)
    key = line(desk, told, "paper rota, posted").key
    easy_read.choose(desk, told, key, easy_read.own_choice(picture))
    shown = now(desk, told).chosen[key]
    assert shown.alt == "Our hall, with the ramp"
    assert Image.open(io.BytesIO(shown.data)).size == (40, 30)
    easy_read.remove_picture(desk, picture)
    assert line(desk, told, "paper rota, posted").why is Why.SUGGESTED
    assert key not in now(desk, told).chosen


@pytest.mark.parametrize("alt", ["", "  \n ", "x" * 201])
def test_a_picture_needs_words_for_who_cannot_see_it(desk, photo, alt):
    with pytest.raises(UserError):
        easy_read.add_picture(desk, photo, alt)
    assert not easy_read.own_pictures(desk)


def test_what_is_no_picture_is_not_taken(desk):
    with pytest.raises(UserError):
        easy_read.add_picture(desk, b"not a picture", "Our hall")


@pytest.mark.parametrize("picture", ["openmoji:0000", "own:nobody", "", "../../etc"])
def test_a_picture_that_is_not_there_cannot_be_chosen(desk, told, picture):
    with pytest.raises(UserError):
        easy_read.choose(desk, told, "0" * 16, picture)


def test_a_check_counts_and_says_who_and_when(desk, told):
    assert now(desk, told).is_draft
    check(desk, told, "  Speaking Up\nMarrowdale ")
    checked = now(desk, told)
    assert not checked.is_draft
    assert (checked.checked_by, checked.checked_on) == ("Speaking Up Marrowdale", desk.today())
    assert easy_read.easy_read(desk, told, "agenda", easy_paper.look(desk, told, KIND).fingerprint).is_draft
    desk.store.undo_last()
    assert now(desk, told).is_draft


def test_other_words_make_it_a_draft_again(desk, told):
    check(desk, told)
    answers.add_point(desk, told, "The ramp is steep")
    look = easy_paper.look(desk, told, KIND)
    assert now(desk, told).is_draft
    assert look.standing.check.by == "Speaking Up"
    assert not look.standing.still


def test_other_pictures_make_it_a_draft_again(desk, told):
    check(desk, told)
    easy_read.choose(desk, told, line(desk, told, "paper rota, posted").key, NONE)
    assert now(desk, told).is_draft
    desk.store.undo_last()
    assert not now(desk, told).is_draft


def test_a_check_needs_a_group_and_a_day_that_has_been(desk, told):
    with pytest.raises(UserError):
        check(desk, told, " ")
    with pytest.raises(UserError):
        check(desk, told, on=desk.today() + datetime.timedelta(days=1))
    assert now(desk, told).is_draft


def test_nothing_is_shown_while_something_private_is_unsettled(desk, told):
    capture.add(desk, told, NewLine(text="Ring Mrs Ashworth on 01632 960 999", quote_ok=True))
    with pytest.raises(UserError):
        easy_paper.look(desk, told, KIND)


def test_pictograms_are_found_by_the_words_people_type():
    assert easy_read.search("bus")[0].shows == "A bus"
    assert easy_read.search("tele")[0].name.startswith(("phone", "tele"))
    assert len(easy_read.search("")) > 200
    assert not easy_read.search("xyzzy")


def held(desk: Desk, key: str) -> set[str]:
    """Return the tables that have a key anywhere in them."""
    with desk.store.read() as connection:
        tables = connection.exec_driver_sql("select name from sqlite_master where type='table'").scalars().all()
        return {t for t in tables if key in str(connection.exec_driver_sql(f'select * from "{t}"').all())}


def test_a_struck_line_takes_the_pictures_chosen_for_its_words_with_it(desk, told):
    said = ("Four different carers", "The office never ring back", "paper rota, posted")
    struck, taken_back, other = [line(desk, told, words).key for words in said]
    easy_read.choose(desk, told, struck, easy_read.symbol_choice("1F68C"))
    easy_read.choose(desk, told, struck, NONE)
    easy_read.choose(desk, told, other, easy_read.symbol_choice("1F68C"))
    easy_read.choose(desk, told, taken_back, NONE)
    easy_read.choose(desk, told, taken_back, None)
    for words in said[:2]:
        capture.strike(desk, next(one.id for one in capture.lines(desk, told) if words in one.text))
    assert held(desk, struck) == set()
    assert held(desk, taken_back) == set()
    assert line(desk, told, "paper rota, posted").picture.alt == "A bus"


def test_strike_forgets_every_choice_while_no_paper_can_be_made(desk, told):
    key = line(desk, told, "paper rota, posted").key
    easy_read.choose(desk, told, key, NONE)
    sessions.change(desk, told, purpose="Ring Mrs Ashworth on 01632 960 999")
    with pytest.raises(UserError):
        papers.snapshot(desk, told)
    capture.strike(desk, capture.lines(desk, told)[0].id)
    assert held(desk, key) == set()


def test_nobodys_next_line_waits_while_papers_are_looked_through_for_pictures(desk, told, monkeypatch):
    easy_read.choose(desk, told, line(desk, told, "paper rota, posted").key, NONE)
    made, saved = easy_forget.paper_kinds.paper, []

    def slowly(kind, public):
        other = threading.Thread(target=lambda: saved.append(capture.gap(desk, told)))
        other.start()
        other.join(30)
        return made(kind, public)

    monkeypatch.setattr(easy_forget.paper_kinds, "paper", slowly)
    struck = next(one.id for one in capture.lines(desk, told) if "Four different carers" in one.text)
    capture.strike(desk, struck)
    assert len(saved) >= 3
    assert line(desk, told, "paper rota, posted").choice == NONE


def test_when_the_program_stops_before_they_are_looked_through_no_key_is_left(desk, told, monkeypatch):
    keys = [line(desk, told, words).key for words in ("Four different carers", "paper rota, posted")]
    for key in keys:
        easy_read.choose(desk, told, key, NONE)

    def stopped(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(easy_forget.paper_kinds, "paper", stopped)
    struck = next(one.id for one in capture.lines(desk, told) if "Four different carers" in one.text)
    with pytest.raises(KeyboardInterrupt):
        capture.strike(desk, struck)
    assert [held(desk, key) for key in keys] == [set(), set()]


PRIVATE = ("Ring Bo on 07700 900481", "bo@example.org", "Winifred Tattersall and friends")


@pytest.mark.parametrize("words", PRIVATE)
def test_what_is_private_is_refused_when_it_is_typed_beside_the_paper(desk, told, photo, words):
    people.add(desk, told, "Winifred Tattersall", "carer")
    with pytest.raises(UserError, match="something private"):
        check(desk, told, by=words)
    with pytest.raises(UserError, match="something private"):
        easy_read.add_picture(desk, photo, words)
    assert now(desk, told).is_draft
    assert not easy_read.own_pictures(desk)


def test_a_group_may_be_called_after_somebody_who_is_not_on_the_list(desk, told):
    check(desk, told, by="Mary Seacole Group")
    assert now(desk, told).checked_by == "Mary Seacole Group"


def test_who_changes_their_mind_is_gone_from_pictures_and_from_who_checked_it(desk, told, photo):
    who, _ = people.add(desk, told, "Zorah Quillfeather", "carer", name_in_public=NameInPublic.FULL)
    own, _ = easy_read.add_picture(desk, photo, "Zorah Quillfeather with her dog")
    key = line(desk, told, "paper rota, posted").key
    easy_read.choose(desk, told, key, easy_read.own_choice(own))
    check(desk, told, by="Zorah Quillfeather and friends")
    assert now(desk, told).checked_by
    assert now(desk, told).chosen[key].alt == "Zorah Quillfeather with her dog"

    people.change(desk, told, who, name_in_public=NameInPublic.NONE)
    assert now(desk, told).is_draft
    assert key not in now(desk, told).chosen


def test_their_own_photo_of_the_place_stands_before_the_symbol_and_the_paper_is_a_draft_again(desk, told, photo):
    check(desk, told)
    before = line(desk, told, "It was at").picture
    easy_read.add_picture(desk, photo, "A hall somewhere")
    assert line(desk, told, "It was at").picture == before, "it is of some other hall"
    assert not now(desk, told).is_draft
    own, _ = easy_read.add_picture(desk, photo, "The door of St Cuthbert’s Hall, with its ramp")
    at = line(desk, told, "It was at")
    assert (at.picture.alt, at.why, at.choice) == ("The door of St Cuthbert’s Hall, with its ramp", Why.SUGGESTED, None)
    assert now(desk, told).is_draft
    easy_read.choose(desk, told, at.key, NONE)
    assert line(desk, told, "It was at").picture is None, "what somebody chose stands"
    easy_read.choose(desk, told, at.key, None)
    easy_read.remove_picture(desk, own)
    assert line(desk, told, "It was at").picture == before
    assert not now(desk, told).is_draft


def test_a_photo_of_the_place_that_names_somebody_who_changed_their_mind_is_shown_no_more(desk, told, photo):
    who, _ = people.add(desk, told, "Zorah Quillfeather", "carer", name_in_public=NameInPublic.FULL)
    easy_read.add_picture(desk, photo, "Zorah Quillfeather outside St Cuthbert's Hall")
    assert "Zorah" in line(desk, told, "It was at").picture.alt
    people.change(desk, told, who, name_in_public=NameInPublic.NONE)
    papers.review(desk, told)
    assert "Zorah" not in line(desk, told, "It was at").picture.alt
