import datetime
from itertools import pairwise

import pytest

from coprod_desktop.publish.document import Heading, Pictured
from coprod_desktop.publish.easy import EasyRead
from coprod_desktop.publish.render.tagged.easy_read import NOT_CHECKED, draw_easy_read, render_easy_read
from tests.publish.render import looking, papers, structure


@pytest.fixture
def made(tmp_path):
    def make(document, *, is_draft=True):
        path = tmp_path / "easy.pdf"
        draw_easy_read(document, path, made_on=papers.MADE_ON, is_draft=is_draft)
        assert structure.faults(path) == []
        return path

    return make


def numbered(count, *, width=300, height=300):
    rows = [
        Pictured(papers.picture(f"Picture {n}", width, height), papers.words(f"Sentence {n} is short."))
        for n in range(1, count + 1)
    ]
    return papers.paper(Heading(1, "Title"), *rows)


@pytest.mark.parametrize("shape", [(300, 300), (300, 60), (20, 20)])
def test_at_most_four_pictures_a_page(made, shape):
    path = made(numbered(13, width=shape[0], height=shape[1]))
    counts = [text.count("Sentence") for text in looking.texts(path)]
    assert max(counts) == 4
    assert sum(counts) == 13


def test_four_fit_under_the_title_and_under_a_long_running_head(made):
    document = papers.paper(*numbered(9).blocks, running_head="Draft: 4 things not answered yet, and more")
    assert looking.texts(made(document))[0].count("Sentence") == 4


@pytest.mark.parametrize(("rows", "is_long"), [(95, False), (105, True)])
def test_too_long_for_easy_read_is_said_with_the_pages_there_are(tmp_path, rows, is_long):
    path = tmp_path / "easy.pdf"
    warnings = draw_easy_read(numbered(rows), path, made_on=papers.MADE_ON, is_draft=True)
    assert any(f"has {len(looking.texts(path))} pages" in warning for warning in warnings) is is_long


def test_rows_are_spread_evenly_down_a_page(made):
    boxes = [box for _, box in looking.figures(made(numbered(9)))][4:8]
    gaps = [upper[1] - lower[3] for upper, lower in pairwise(boxes)]
    assert len(gaps) == 3
    assert max(gaps) - min(gaps) < 1
    assert min(gaps) > 25


def test_the_print_is_18_points_or_more(made):
    assert min(looking.sizes(made(papers.easy()))) >= 18


def test_the_picture_is_left_of_its_words_and_level_with_them(made):
    path = made(papers.easy(3))
    ((_, (left, bottom, right, top)), *_) = looking.figures(path)
    assert 110 <= right - left <= 140
    page = looking.drawn(path)
    words = page.crop((int(right) + 5, int(842 - top), 590, int(842 - bottom)))
    assert min(words.convert("L").tobytes()) < 100
    assert left < 200


@pytest.mark.parametrize("rows", [(1, 3), (3, 1), (4, 4), (2, 2, 2), (3, 6, 5), (1, 1, 1, 1, 1, 1)])
def test_a_heading_is_never_the_last_thing_on_a_page(made, rows):
    path = made(papers.easy(*rows))
    for page in looking.texts(path):
        *body, _foot = [line for line in page.splitlines() if line.strip()]
        assert not body[-1].startswith("Part")


def test_a_pair_is_never_cut(made):
    long = "This is a sentence that takes more than one line, and then some more. " * 3
    rows = [Pictured(papers.picture(f"Picture {n}"), papers.words(f"<{n}> {long}</{n}>")) for n in range(1, 10)]
    path = made(papers.paper(Heading(1, "Title"), *rows))
    for n in range(1, 10):
        assert looking.page_of(path, f"<{n}>") == looking.page_of(path, f"</{n}>")


def test_words_longer_than_a_page_are_all_there(made):
    path = made(papers.paper(Heading(1, "Title"), Pictured(papers.picture(), papers.words("word " * 900))))
    assert sum(text.count("word") for text in looking.texts(path)) == 900


def test_it_is_read_as_picture_then_sentence_and_no_table(made):
    path = made(papers.easy(2))
    assert structure.spoken(path)[2:6] == [
        "A front door",
        "You want to know who is coming to your home.",
        "A letter",
        "The council will post a paper rota. A rota is a list of who comes, and when. It comes each Friday.",
    ]
    assert looking.elements(path, "Table") == []


def test_every_page_says_that_nobody_has_checked_it(made):
    pages = looking.texts(made(papers.easy()))
    assert len(pages) > 2
    assert all(NOT_CHECKED in page for page in pages)


def test_a_draft_of_a_draft_says_both(made):
    document = papers.paper(*papers.easy().blocks, running_head="Draft: 2 things not answered yet")
    for page in looking.texts(made(document)):
        assert f"{NOT_CHECKED}. Draft: 2 things not answered yet" in " ".join(page.split())


def test_checked_it_no_longer_says_so(made):
    assert NOT_CHECKED not in "".join(looking.texts(made(papers.easy(), is_draft=False)))


def test_a_sentence_without_a_picture_stands_where_the_others_stand(made):
    with_one = papers.paper(Heading(1, "T"), Pictured(papers.picture(), papers.words("Same words")))
    without = papers.paper(Heading(1, "T"), Pictured(None, papers.words("Same words")))
    left = looking.drawn(made(with_one)).crop((215, 110, 595, 400)).convert("L").point(_ink).getbbox()[0]
    assert looking.drawn(made(without)).crop((215, 110, 595, 400)).convert("L").point(_ink).getbbox()[0] == left


def _ink(grey):
    return 255 * (grey < 128)


def test_a_whole_paper_becomes_easy_read(tmp_path):
    path = tmp_path / "easy.pdf"
    easy = EasyRead(checked_by="Marrowdale People First", checked_on=datetime.date(2026, 9, 20))
    document = papers.paper(
        Heading(1, "You said, we will"),
        papers.words("The council will post a rota."),
        papers.words("سلام", lang="ur", dir="rtl"),
    )
    warnings = render_easy_read(document, path, made_on=papers.MADE_ON, easy=easy)
    assert structure.faults(path) == []
    assert any("post a rota" in text for text in structure.spoken(path))
    assert any("Marrowdale People First" in text for text in structure.spoken(path))
    assert any("Urdu" in warning for warning in warnings)
    render_easy_read(document, path, made_on=papers.MADE_ON, easy=EasyRead())
    assert all("Easy Read draft" in page for page in looking.texts(path))


def test_the_same_paper_gives_the_same_bytes(made):
    assert made(papers.easy()).read_bytes() == made(papers.easy()).read_bytes()


def test_runs_of_a_sentence_keep_their_language(made):
    rows = Pictured(None, papers.words("Bore da", lang="cy")), Pictured(None, papers.words("x"))
    path = made(papers.paper(Heading(1, "T"), *rows))
    assert [p.lang for p in looking.elements(path, "P")] == ["cy", ""]
