"""Who the papers come from, as the verbs keep it."""

import base64
import io
from datetime import date

import pytest
from PIL import Image

from coprod_desktop.errors import UserError
from coprod_desktop.publish.document import Picture
from coprod_desktop.services import organisation, workspace
from coprod_desktop.services.making import papers

AS_OF = date(2026, 11, 22)


def logo(size=(40, 20), form="PNG", colour="#0A5C60"):
    written = io.BytesIO()
    Image.new("RGB", size, colour).save(written, form)
    return written.getvalue()


def ours(desk):
    return organisation.organisation(desk)


def test_texts_are_kept_and_undone_one_by_one(desk):
    organisation.change(desk, name="Marrowdale Council", phone="01632 960 123")
    organisation.change(desk, mail="ask@example.org")
    assert (ours(desk).name, ours(desk).phone, ours(desk).mail) == (
        "Marrowdale Council", "01632 960 123", "ask@example.org",
    )  # fmt: skip
    workspace.undo(desk)
    assert (ours(desk).name, ours(desk).mail) == ("Marrowdale Council", None)
    workspace.undo(desk)
    assert ours(desk) is None


def test_a_colour_is_kept_as_six_digits(desk):
    organisation.change(desk, colour="#03a")
    assert ours(desk).colour == "#0033AA"


@pytest.mark.parametrize("typed", ["#FF6600", "sea green", ""])
def test_a_colour_words_fade_in_is_refused_and_nothing_changes(desk, typed):
    organisation.change(desk, name="Marrowdale Council", colour="0a5c60")
    with pytest.raises(UserError, match="colour"):
        organisation.change(desk, colour=typed)
    assert ours(desk).colour == "#0A5C60"
    organisation.change(desk, colour=None)
    assert ours(desk).colour is None


def test_a_logo_is_kept_cleaned_with_its_words_and_can_be_undone(desk):
    organisation.set_logo(desk, logo((2400, 1200), "JPEG"), " A green hill ")
    kept = ours(desk)
    assert (kept.logo_alt, kept.logo_width, kept.logo_height) == ("A green hill", 1200, 600)
    assert Image.open(io.BytesIO(base64.b64decode(kept.logo))).size == (1200, 600)
    workspace.undo(desk)
    assert ours(desk) is None or ours(desk).logo is None


def test_a_logo_without_words_is_not_kept(desk):
    with pytest.raises(UserError, match="what the logo shows"):
        organisation.set_logo(desk, logo(), "  ")
    assert ours(desk) is None


def test_words_of_a_logo_change_but_never_go(desk):
    organisation.set_logo(desk, logo(), "A hill")
    organisation.change(desk, logo_alt="A green hill under a sun")
    for nothing in (None, " "):
        with pytest.raises(UserError, match="needs words"):
            organisation.change(desk, logo_alt=nothing)
    assert ours(desk).logo_alt == "A green hill under a sun"


def test_what_is_no_picture_is_refused(desk):
    with pytest.raises(UserError, match="not a picture"):
        organisation.set_logo(desk, b"MZ", "A hill")
    with pytest.raises(UserError, match="not a picture"):
        organisation.look_at_logo(desk, b"MZ")
    assert ours(desk) is None


def test_no_picture_gets_in_without_being_cleaned(desk):
    with pytest.raises(ValueError, match="set_logo"):
        organisation.change(desk, logo=base64.b64encode(logo()).decode(), logo_alt="A hill")
    assert ours(desk) is None


def test_a_logo_is_taken_away_and_comes_back_by_undo(desk):
    organisation.set_logo(desk, logo(), "A hill")
    before = ours(desk)
    organisation.take_logo_away(desk)
    assert (ours(desk).logo, ours(desk).logo_alt) == (None, None)
    workspace.undo(desk)
    assert ours(desk) == before
    organisation.take_logo_away(desk)
    organisation.take_logo_away(desk)
    assert ours(desk).logo is None


def test_the_next_paper_carries_it(desk, home_care):
    organisation.change(desk, name="Marrowdale Council", colour="#5A2C82", contact_name="Siân", phone="01632 960 123")
    organisation.set_logo(desk, logo(), "A green hill")
    papers.review(desk, home_care)
    document = papers.paper(desk, home_care)
    (picture,) = [b for b in document.blocks if isinstance(b, Picture)]
    assert (picture.alt, picture.width, picture.height) == ("A green hill", 40, 20)
    assert document.accent == "#5A2C82"
