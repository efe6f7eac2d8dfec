"""Easy Read as a web page: a frame a topic, a picture left of its words, each picture in the file once."""

import pytest

from coprod_desktop.publish.document import Heading, Paragraph, Pictured, Run, Tone
from coprod_desktop.publish.render.html.easy_read import render_easy_read
from tests.check_papers.page_read import Page
from tests.publish.easy.chopped import of_document
from tests.publish.render import papers

SAID = Heading(2, "1. You said", new_page=True, tone=Tone.YOU_SAID)
WILL = Heading(3, "We will", tone=Tone.WE_WILL)


def page(*blocks) -> Page:
    return Page(render_easy_read(papers.paper(Heading(1, "Title"), *blocks), made_on=papers.MADE_ON))


def row(words: str, picture=None) -> Pictured:
    return Pictured(picture, papers.words(words))


def test_each_topic_has_a_frame_with_its_parts_and_the_cover_has_none():
    html = page(
        row("The cover."), SAID, row("Late."), WILL, row("On time."), Heading(2, "The meeting"), row("Seven came.")
    )
    sections = html.all("section")
    assert [one["class"] for one in sections] == ["topic new-page", "topic"]
    parts = [one for one in html.all("div") if one.get("class", "").startswith("part")]
    assert [one["class"] for one in parts] == ["part is-you-said", "part is-we-will", "part is-plain"]
    assert [one["text"].split() for one in parts][1] == ["We", "will", "On", "time."]
    assert "The cover." not in "".join(one["text"] for one in sections)
    assert html.all("nav") == [], "nobody looks for “3. You said” in a list"
    assert list(html.faults()) == []


def test_a_picture_that_comes_again_is_held_once_and_says_each_time_what_it_shows():
    again, once = papers.picture("A bus", 300, 200), papers.picture("A key", 100, 100)
    html = page(row("One.", again), row("Two.", again), row("Three.", once), row("Four.", again))
    assert [one["alt"] for one in html.all("img")] == ["A key"]
    assert [one.get("aria-label") for one in html.all("svg") if one.get("class") == "sign"] == ["A bus"] * 3
    (held,) = html.all("image")
    assert held["href"].startswith("data:image/png;base64,")
    assert {one["href"] for one in html.all("use")} == {f"#{one['id']}" for one in html.all("symbol")}


def test_nothing_runs_and_nothing_is_fetched():
    text = render_easy_read(papers.easy(), made_on=papers.MADE_ON)
    html = Page(text)
    assert html.all("script", "link", "iframe", "object", "embed", "form", "base") == []
    assert all(one["href"].startswith("#") for one in html.all("use", "a"))
    assert "url(" not in html.all("style")[0]["text"]


def test_a_quotation_stands_where_the_other_words_stand_and_keeps_its_side():
    arabic = Pictured(None, Paragraph((Run("“لا أحد”", lang="ar", dir="rtl"),), quote=True))
    html = page(arabic)
    (paragraph,) = [one for one in html.all("p") if one.get("lang") == "ar"]
    assert paragraph["dir"] == "rtl"
    assert len(html.all("blockquote")) == 1


@pytest.mark.parametrize("make", [papers.rich, papers.nasty, papers.scripts, papers.bare, papers.long_words])
def test_any_text_is_a_sound_page_with_all_of_its_words(make):
    from coprod_desktop.publish.easy.chosen import EasyRead
    from coprod_desktop.publish.easy.pages import easy_document

    document = easy_document(of_document(make()), EasyRead())
    html = Page(render_easy_read(document, made_on=papers.MADE_ON))
    assert list(html.faults()) == []
    assert len([one for one in html.all("div") if one.get("class") == "pictured"]) >= 1
