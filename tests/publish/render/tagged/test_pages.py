import pypdfium2
import pytest

from coprod_desktop.publish.document import Answer, Bullets, Facts, Heading, Table
from coprod_desktop.publish.render.tagged.pdf import render_pdf
from tests.publish.render import papers


def pages(tmp_path, *blocks):
    path = tmp_path / "paper.pdf"
    render_pdf(papers.paper(Heading(1, "Title"), *blocks), path, made_on=papers.MADE_ON)
    pdf = pypdfium2.PdfDocument(path)
    texts = [page.get_textpage().get_text_bounded() for page in pdf]
    pdf.close()
    return texts


def page_of(texts, words):
    (number,) = [number for number, text in enumerate(texts) if words in text]
    return number


def answer(name, lines):
    return Answer(f"{name} first", (papers.words("\n".join(["word"] * lines)), Facts(((name, papers.words("last")),))))


@pytest.mark.parametrize("above", range(0, 32))
def test_a_heading_is_never_the_last_thing_on_a_page(tmp_path, above):
    filler = papers.words("\n".join(["filler"] * above))
    texts = pages(tmp_path, filler, Heading(2, "The part"), Heading(3, "Inner part"), answer("Short", 6))
    assert page_of(texts, "The part") == page_of(texts, "Inner part") == page_of(texts, "Short first")


@pytest.mark.parametrize("above", [10, 20, 27])
def test_an_answer_stays_on_one_page_where_it_fits(tmp_path, above):
    filler = papers.words("\n".join(["filler"] * above))
    texts = pages(tmp_path, filler, answer("Middling", 4))
    assert page_of(texts, "Middling first") == page_of(texts, "Middling: last")


@pytest.mark.parametrize("above", [10, 20, 27])
def test_a_longer_answer_begins_with_what_was_said_and_may_go_on_on_the_next_page(tmp_path, above):
    filler = papers.words("\n".join(["filler"] * above))
    texts = pages(tmp_path, filler, answer("Longer", 12))
    with_said = texts[page_of(texts, "Longer first")]
    assert with_said.count("word") >= 2


def test_an_answer_longer_than_a_page_begins_where_it_stands(tmp_path):
    texts = pages(tmp_path, papers.words("filler"), answer("Long", 80))
    assert page_of(texts, "Long first") == 0
    assert page_of(texts, "Long: last") == 2


def test_an_answer_that_fits_a_page_but_not_with_its_heading_stays_with_it(tmp_path):
    for lines in range(20, 34):
        texts = pages(tmp_path, papers.words("\n".join(["filler"] * 20)), Heading(2, "The part"), answer("Tall", lines))
        assert page_of(texts, "The part") == page_of(texts, "Tall first")


def test_no_single_line_of_a_paragraph_stands_alone(tmp_path):
    for above in range(20, 30):
        filler = papers.words("\n".join(["filler"] * above))
        texts = pages(tmp_path, filler, papers.words("\n".join(["split me"] * 6)))
        assert all(text.count("split me") != 1 for text in texts)


@pytest.mark.parametrize("above", [5, 15, 24, 26, 28])
@pytest.mark.parametrize("lines", [1, 25, 60])
def test_a_caption_stays_with_its_table(tmp_path, above, lines):
    filler = papers.words("\n".join(["filler"] * above))
    long = "\n".join(["cell"] * lines)
    rows = (("1", long), *((str(number), "short") for number in range(12)))
    texts = pages(tmp_path, filler, Table("The caption", ("Number", "Words"), rows))
    number = page_of(texts, "The caption")
    assert "cell" in texts[number]
    assert sum(text.count("cell") for text in texts) == lines


def test_no_page_is_left_more_than_a_third_empty_before_an_answer(tmp_path):
    for above in (4, 8, 12):
        filler = papers.words("\n".join(["filler"] * above))
        texts = pages(tmp_path, filler, Heading(2, "The part"), answer("Tall", 26))
        assert page_of(texts, "The part") == page_of(texts, "Tall first") == 0
        assert 3 <= texts[0].count("word") < 26


def test_an_answer_that_goes_on_over_the_page_takes_its_first_two_paragraphs_with_its_heading(tmp_path):
    for above in range(4, 30):
        filler = papers.words("\n".join(["filler"] * above))
        blocks = (papers.words("“the quote”"), papers.words("the answer"), papers.words("\n".join(["more"] * 20)))
        texts = pages(tmp_path, filler, Answer("The heading", blocks))
        assert page_of(texts, "The heading") == page_of(texts, "the quote") == page_of(texts, "the answer")


def test_who_and_by_when_stay_together(tmp_path):
    for above in range(4, 30):
        filler = papers.words("\n".join(["filler"] * above))
        facts = Facts((("Who", papers.words("Priya")), ("By when", papers.words("November"))))
        blocks = (papers.words("\n".join(["more"] * 16)), facts)
        texts = pages(tmp_path, filler, Answer("The heading", blocks))
        assert page_of(texts, "Priya") == page_of(texts, "November")


@pytest.mark.parametrize("lead", [papers.words("What we did:"), papers.words("Stars people gave", strong=True)])
def test_what_introduces_a_list_stays_with_it(tmp_path, lead):
    for above in range(24, 32):
        filler = papers.words("\n".join(["filler"] * above))
        texts = pages(tmp_path, filler, lead, Bullets((papers.words("the first"), papers.words("the second"))))
        assert page_of(texts, lead.runs[0].text) == page_of(texts, "the first")


def test_neither_the_first_nor_the_last_item_of_a_list_stands_alone(tmp_path):
    for above in range(20, 32):
        filler = papers.words("\n".join(["filler"] * above))
        texts = pages(tmp_path, filler, Bullets(tuple(papers.words(f"item {name}") for name in "ABCDE")))
        assert page_of(texts, "item A") == page_of(texts, "item B")
        assert page_of(texts, "item D") == page_of(texts, "item E")
