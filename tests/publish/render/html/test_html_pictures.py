"""Figures, pictures, the organisation's colour and the copy code in the web page."""

import base64
import re
from dataclasses import replace

import pytest

from coprod_desktop.domain.colours import contrast
from coprod_desktop.publish.document import Bar, Figure, Heading, Mark, Pictured, Tone
from coprod_desktop.publish.render.every_format.look import DARK, LIGHT
from coprod_desktop.publish.render.html.page import render_html
from tests.publish.render import papers
from tests.publish.render.html.test_html import Page, page
from tests.publish.render.telling import squeeze

PURPLE = "#5A2C82"


def html_of(document):
    return render_html(document, made_on=papers.MADE_ON)


def policy(html):
    (found,) = [e["content"] for e in html.all("meta") if e.get("http-equiv") == "Content-Security-Policy"]
    return found


def bars(html):
    """The length in percent of every bar."""
    found = [e for e in html.all("rect") if e["class"] != "axis"]
    return [float(e["width"].rstrip("%")) for e in found]


def texts(html):
    return [e["text"] for e in html.all("text")]


def test_a_figure_is_a_caption_and_bars_that_are_called_what_their_words_say():
    html = page(papers.bars(9, 4, 0))
    figure = html.one("figure")
    assert figure["text"].strip().startswith("How many came")
    (drawing,) = [e for e in html.all("svg") if e.get("role") == "img"]
    assert drawing["aria-label"] == "9 of Group 1; 4 of Group 2; 0 of Group 3."
    assert html.all("p") == []  # nothing is said twice
    assert texts(html) == ["Group 1", "9 people", "Group 2", "4 people", "Group 3", "0 people"]


def test_bars_begin_at_nothing_and_are_as_long_as_their_numbers():
    html = page(papers.bars(10, 5, 0, 1))
    long = bars(html)
    assert len(long) == 3  # nothing is drawn for 0 but the line all bars begin at
    assert long == pytest.approx([long[0], long[0] / 2, long[0] / 10], rel=0.01)
    assert len([e for e in html.all("rect") if e["class"] == "axis"]) == 4


def test_a_number_fits_beside_the_longest_bar_or_stands_above_it():
    beside = page(Figure("Votes", (Bar("Rota", 9, "9 people"),), "9 people."))
    assert bars(beside)[0] < 70
    above = page(Figure("Votes", (Bar("Rota", 9, "9 of 21 people (43%)"),), "9 of 21."))
    assert bars(above) == [100]
    assert all(e["x"].endswith("em") for e in above.all("text"))


def test_words_in_bars_never_shrink_and_never_reach_past_a_narrow_screen():
    long = "The same carer two days in a row, wherever the firm has the people for it " + "x" * 60
    html = page(Figure("Votes", (Bar(long, 7, "7 of 21 people, and more words", mark=Mark.TICK),), "7 chose it."))
    (drawing,) = [e for e in html.all("svg") if e.get("role") == "img"]
    assert "viewbox" not in drawing  # it would scale the letters with the page
    assert drawing["width"] == "100%"
    assert squeeze("".join(texts(html))) == squeeze(long + "7 of 21 people, and more words")
    assert max(map(len, texts(html))) <= 24


def test_without_colour_a_bar_has_its_sign_its_word_and_its_number():
    html = page(papers.promises())
    assert len(html.all("path")) >= 4
    assert [e.get("aria-hidden") for e in html.all("svg") if "bars" not in e["class"]] == ["true"] * 4
    for word in ("Kept", "In hand", "Late", "Not kept", "Changed", "5 of 12", "none"):
        assert word in texts(html)


@pytest.mark.parametrize("values", [(), (0, 0), (-3, 2), (10**9,)])
def test_odd_numbers_are_drawn_too(values):
    html = page(papers.bars(*values))
    assert all(0 < long <= 100 for long in bars(html))
    assert len(html.all("figure")) == 1


def test_words_of_a_figure_are_data():
    typed = "<b>&amp;</svg><script>alert(1)</script>"
    html = page(Figure(typed, (Bar(typed, 1, "1"),), typed))
    assert html.all("script", "b") == []
    assert squeeze("".join(texts(html)[:-1])) == squeeze(typed)
    assert html.one("figcaption")["text"] == typed
    assert [e["aria-label"] for e in html.all("svg") if e.get("role") == "img"] == [typed]


def test_pictures_are_in_the_page_itself_with_their_words():
    picture = papers.picture('A "round" <sign>')
    html = page(picture)
    img = html.one("img")
    head, _, data = img["src"].partition(",")
    assert head == "data:image/png;base64"
    assert base64.b64decode(data) == picture.data
    assert (img["alt"], img["width"], img["height"]) == ('A "round" <sign>', "120", "120")
    assert page(papers.picture(kind="JPEG", mode="RGB")).one("img")["src"].startswith("data:image/jpeg;")


def test_the_browser_may_show_only_pictures_in_the_page_and_only_when_there_are_any():
    assert policy(page(papers.picture())) == "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    assert "img-src" not in policy(page(papers.bars(3, 2)))


@pytest.mark.parametrize("make", [papers.drawn, papers.easy, papers.everything])
def test_nothing_runs_and_nothing_is_fetched(make):
    html = Page(html_of(make()))
    assert html.all("script", "link", "iframe", "object", "embed", "form", "base", "image", "use", "style") == [
        html.one("style")
    ]
    assert all(e["src"].startswith("data:image/") for e in html.elements if "src" in e)
    assert "url(" not in html.one("style")["text"]
    ids = [e["id"] for e in html.elements if "id" in e]
    assert len(ids) == len(set(ids))


def test_a_logo_stands_above_the_title_and_a_photo_in_the_paper():
    html = Page(html_of(papers.drawn()))
    assert [e["class"] for e in html.all("img")] == ["logo", "photo"]
    tags = [e["tag"] for e in html.elements]
    assert tags.index("img") < tags.index("h1")


def test_easy_read_rows_keep_picture_and_words_together():
    html = Page(html_of(papers.easy()))
    rows = [e for e in html.all("div") if e.get("class") == "pictured"]
    sentences = [b.words.runs[0].text for b in papers.easy().blocks if isinstance(b, Pictured)]
    assert [row["text"].strip() for row in rows] == sentences


def test_who_drew_the_pictures_is_said_once_at_the_end():
    signs = [papers.picture(alt, credit="OpenMoji, CC BY-SA 4.0") for alt in ("A door", "A key")]
    foot = page(*signs, papers.picture("Ours")).one("footer")
    assert foot["text"].strip() == "Pictures: OpenMoji, CC BY-SA 4.0"


def test_the_copy_code_is_said_once_and_printed_under_every_page():
    bare = papers.paper(Heading(1, "Title"), papers.words("x"), fingerprint="3fa-9c1-d2e-4b7")
    html = Page(html_of(bare))
    assert html.one("footer")["text"].strip() == "Copy code: 3fa-9c1-d2e-4b7"
    assert '@bottom-left { content: "Copy code 3fa-9c1-d2e-4b7"; }' in html.one("style")["text"]
    told = papers.paper(Heading(1, "Title"), papers.words("Copy code: 3fa-9c1-d2e-4b7."), fingerprint="3fa-9c1-d2e-4b7")
    assert Page(html_of(told)).all("footer") == []
    assert page(papers.words("x")).all("footer") == []


def test_a_code_that_is_none_gets_nowhere():
    html = html_of(papers.paper(Heading(1, "Title"), fingerprint='"; } body { display: none'))
    assert "display: none }" not in html
    assert "Copy code" not in html


def shades(document, token):
    """What a token is on white paper and in the dark."""
    return re.findall(rf"--{token}: (#[0-9A-F]{{6}});", html_of(document))


@pytest.mark.parametrize("accent", [PURPLE, "#0033AA", "#000000", "#8A3A12", "#FF6600"])
def test_the_organisations_colour_can_be_read_in_light_and_dark(accent):
    document = replace(papers.rich(), accent=accent)
    for token in ("accent", "primary"):
        light, dark = shades(document, token)
        assert contrast(light, LIGHT["paper"]) >= 7
        assert contrast(dark, DARK["paper"]) >= 7
    if contrast(accent, "#FFFFFF") >= 7:
        assert shades(document, "accent")[0] == accent


@pytest.mark.parametrize("accent", [None, "red", "#12", "#000;} body{display:none}"])
def test_without_a_colour_of_its_own_the_page_has_the_programs(accent):
    assert shades(replace(papers.rich(), accent=accent), "primary") == [LIGHT["primary"], DARK["primary"]]


def test_a_bar_without_any_words_is_a_bar():
    html = page(Figure("", (Bar("", 1, "", Tone.QUIET),), ""))
    assert len(bars(html)) == 1
    assert html.one("figcaption")["text"] == "Figure"
