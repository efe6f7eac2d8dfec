import datetime
from itertools import pairwise

import pytest

from coprod_desktop.publish.document import Document, Heading, Pictured
from coprod_desktop.publish.easy.chosen import EasyRead
from coprod_desktop.publish.easy.pages import DRAFT_HEAD as NOT_CHECKED
from coprod_desktop.publish.easy.pages import PartOf, easy_document
from coprod_desktop.publish.easy.telling import Part, Place, Telling, Topic, plainly
from coprod_desktop.publish.render.tagged.easy_read import MOST_PAGES, draw_easy_read, in_parts
from tests.publish.easy.chopped import of_document
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


def topics(count: int, rows: int) -> Telling:
    """A telling of so many points, each of so many rows on a page of its own."""

    def point(n: int) -> Topic:
        said = tuple(plainly(f"Point {n}, row {m}.", "1F68C") for m in range(rows))
        return Topic(f"p{n}", f"{n}. You said", (Part(Place.YOU_SAID, said), Part(Place.WE_WILL, said, "We will")))

    cover = Topic("", "You said", (Part(Place.MORE, (plainly("This is the cover."),)),))
    return Telling(title="You said", subject="", cover=cover, topics=tuple(point(n) for n in range(1, count + 1)))


def documents(telling: Telling) -> list[Document]:
    """Return a telling as the documents of its parts."""
    parts = in_parts(telling, EasyRead())
    return [easy_document(telling, EasyRead(), some, PartOf(n, len(parts))) for n, some in enumerate(parts, start=1)]


@pytest.mark.parametrize("count", [3, 11, 12, 40])
def test_no_part_has_more_than_twelve_pages_and_no_topic_is_in_two(tmp_path, count):
    parts = documents(topics(count, 2))
    assert (len(parts) == 1) is (count < MOST_PAGES)
    found = []
    for n, document in enumerate(parts):
        path = tmp_path / f"{n}.pdf"
        draw_easy_read(document, path, made_on=papers.MADE_ON, is_draft=True)
        pages = looking.texts(path)
        assert len(pages) <= MOST_PAGES
        assert len(parts) == 1 or f"part {n + 1} of {len(parts)}" in pages[0]
        assert ("There is more" in pages[-1]) is (n + 1 < len(parts))
        found += [page for page in pages if "You said" in page and "row" in page]
    assert len(found) == count
    assert all("We will" in page for page in found), "what was said and what we say are on one page"


def test_each_topic_has_a_frame_of_its_own_that_is_not_read_out(tmp_path):
    path = tmp_path / "easy.pdf"
    (document,) = documents(topics(2, 2))
    draw_easy_read(document, path, made_on=papers.MADE_ON, is_draft=True)
    assert structure.faults(path) == []
    first = looking.drawn(path, 1).convert("L")
    row = first.crop((0, first.height // 4, first.width, first.height // 4 + 1)).tobytes()
    dark = [x for x, grey in enumerate(row) if grey < 160]
    assert min(dark) < 80, "the left side of the frame"
    assert max(dark) > first.width * 0.85, "and its right side"


def test_rows_are_spread_evenly_down_a_page(made):
    boxes = [box for _, box in looking.figures(made(numbered(12)))][:4]
    gaps = [upper[1] - lower[3] for upper, lower in pairwise(boxes)]
    assert len(gaps) == 3
    assert max(gaps) - min(gaps) < 1
    assert min(gaps) > 10


def test_the_print_is_18_points_or_more(made):
    assert min(looking.sizes(made(papers.easy()))) >= 18


def test_the_picture_is_left_of_its_words_and_level_with_them(made):
    path = made(papers.easy(3))
    ((_, (left, bottom, right, top)), *_) = looking.figures(path)
    assert 60 <= right - left <= 80
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


def test_a_checked_paper_says_by_whom_and_words_it_cannot_draw_are_told_of(tmp_path):
    path = tmp_path / "easy.pdf"
    easy = EasyRead(checked_by="Marrowdale People First", checked_on=datetime.date(2026, 9, 20))
    document = papers.paper(
        Heading(1, "You said, we will"),
        papers.words("The council will post a rota."),
        papers.words("שלום", lang="he", dir="rtl"),
    )
    telling = of_document(document)
    warnings = draw_easy_read(easy_document(telling, easy), path, made_on=papers.MADE_ON, is_draft=False)
    assert structure.faults(path) == []
    assert any("post a rota" in text for text in structure.spoken(path))
    assert any("Marrowdale People First" in text for text in structure.spoken(path))
    assert any("Hebrew" in warning for warning in warnings)
    draw_easy_read(easy_document(telling, EasyRead()), path, made_on=papers.MADE_ON, is_draft=True)
    assert all("Easy Read draft" in page for page in looking.texts(path))


def test_the_same_paper_gives_the_same_bytes(made):
    assert made(papers.easy()).read_bytes() == made(papers.easy()).read_bytes()


def test_runs_of_a_sentence_keep_their_language(made):
    rows = Pictured(None, papers.words("Bore da", lang="cy")), Pictured(None, papers.words("x"))
    path = made(papers.paper(Heading(1, "T"), *rows))
    assert [p.lang for p in looking.elements(path, "P")] == ["cy", ""]
