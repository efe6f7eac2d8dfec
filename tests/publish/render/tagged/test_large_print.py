import pytest

from coprod_desktop.publish.document import Answer, Bullets, Facts, Heading, Paragraph, Run, Tone
from coprod_desktop.publish.render.tagged.large_print import render_large_print
from tests.publish.render import looking, papers, structure

SIZES = [18, 24, 36, 48]


@pytest.fixture
def made(tmp_path):
    def make(document, body_pt=None):
        path = tmp_path / "large.pdf"
        size = {} if body_pt is None else {"body_pt": body_pt}
        render_large_print(document, path, made_on=papers.MADE_ON, **size)
        assert structure.faults(path) == []
        return path

    return make


def test_it_is_18_points_unless_more_is_asked_for(made):
    assert min(looking.sizes(made(papers.rich()))) == 18


@pytest.mark.parametrize("body_pt", SIZES)
def test_nothing_is_smaller_than_asked_for_page_numbers_and_tables_too(made, body_pt):
    path = made(papers.everything(), body_pt)
    assert min(looking.sizes(path)) == body_pt
    assert looking.elements(path, "Table") == []


@pytest.mark.parametrize("body_pt", SIZES)
def test_nothing_is_cut_off_at_the_edge_of_the_paper(made, body_pt):
    path = made(papers.everything(), body_pt)
    for page in range(len(looking.texts(path))):
        left, top, right, bottom = looking.inked(path, page)
        assert left >= 14
        assert right <= 595 - 20
        assert top >= 20
        assert bottom <= 842 - 20


@pytest.mark.parametrize("body_pt", SIZES)
def test_text_and_foot_never_touch(made, body_pt):
    path = made(papers.paper(Heading(1, "Title"), papers.words("many words on two lines or so " * 40)), body_pt)
    image = looking.drawn(path, 1).convert("L")
    rows = [min(image.crop((0, y, 595, y + 1)).tobytes()) < 160 for y in range(842)]
    foot = max(y for y, dark in enumerate(rows) if dark)
    first = foot - int(2.2 * body_pt) - 22
    gap = max(_gaps(rows[first:foot]))
    assert gap >= 8


def _gaps(rows):
    length = 0
    for dark in rows:
        length = 0 if dark else length + 1
        yield length


@pytest.mark.parametrize("body_pt", [*SIZES, 72])
def test_every_foot_has_the_whole_page_number_and_copy_code(made, body_pt):
    for page in looking.texts(made(papers.drawn(), body_pt)):
        foot = " ".join(page.split("Page ")[-1].split()).replace("\u0002", "-").replace("\ufffe", "-")
        assert "Copy code" in foot
        assert foot.replace("-", "").replace(" ", "").endswith("3fa9c1d2e4b7")


def test_a_long_address_is_all_there_and_still_one_link(made):
    url = "https://example.org/a-very-long-page/about/" + "x" * 60
    path = made(papers.paper(Heading(1, "Links"), Paragraph((Run(url, url=url),))), 36)
    assert structure.spoken(path)[1] == url
    assert len(looking.elements(path, "Link")) == 1


@pytest.mark.parametrize("body_pt", SIZES)
@pytest.mark.parametrize("above", range(0, 12, 2))
def test_a_heading_is_never_alone_at_the_foot(made, above, body_pt):
    answer = Answer(
        "Tell us who is coming and when",
        (
            papers.said("We will", "post a paper rota. " * 6, Tone.WE_WILL),
            Facts((("Who", papers.words("Priya Nair")), ("By when", papers.words("6 November 2026")))),
        ),
    )
    filler = papers.words("\n".join(["filler"] * above))
    path = made(papers.paper(Heading(1, "Title"), filler, Heading(2, "The part"), answer), body_pt)
    assert looking.page_of(path, "The part") == looking.page_of(path, "Tell us") == looking.page_of(path, "We will")


def test_a_table_is_read_as_a_list_with_each_value_by_its_label(made):
    path = made(papers.rich())
    said = "".join(structure.spoken(path))
    assert "A paper rota each Friday" in said
    assert "Cost: £2,400" in said
    assert "Votes: 11" in said


def test_a_list_in_very_large_print_keeps_its_bullets_beside_its_words(made):
    path = made(papers.paper(Heading(1, "T"), Bullets((papers.words("one two three four five six seven"),))), 48)
    assert structure.spoken(path)[1:] == ["•", "one two three four five six seven"]
