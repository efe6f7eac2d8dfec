import dataclasses
from html.parser import HTMLParser

import pytest

from coprod_desktop.publish.document import Answer, Heading, Mark, Paragraph, Run, Table
from coprod_desktop.publish.render.html.page import render_html, write_html
from tests.publish.render import papers
from tests.publish.render.telling import squeeze, told

VOID = {"meta", "br", "path", "img"}


class Page(HTMLParser):
    """A page as elements in order, with the text of main and of each element."""

    def __init__(self, html):
        super().__init__()
        self.elements, self.open, self.main = [], [], ""
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        element = {"tag": tag, "text": "", **dict(attrs)}
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag, attrs):
        self.elements.append({"tag": tag, "text": "", **dict(attrs)})

    def handle_endtag(self, tag):
        assert self.open.pop()["tag"] == tag

    def handle_data(self, data):
        for element in self.open:
            element["text"] += data

    def all(self, *tags):
        return [element for element in self.elements if element["tag"] in tags]

    def one(self, tag):
        (element,) = self.all(tag)
        return element


def page(*blocks, **about):
    return Page(render_html(papers.paper(Heading(1, "Title"), *blocks, **about), made_on=papers.MADE_ON))


@pytest.fixture(scope="module")
def rich():
    return Page(render_html(papers.rich(), made_on=papers.MADE_ON))


EVERY = [papers.rich, papers.nasty, papers.scripts, papers.bare, papers.many, papers.long_words]


@pytest.mark.parametrize("make", EVERY)
def test_headings_begin_at_one_and_never_skip(make):
    html = Page(render_html(make(), made_on=papers.MADE_ON))
    levels = [int(element["tag"][1]) for element in html.all("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False))


@pytest.mark.parametrize("make", EVERY)
def test_nothing_runs_and_nothing_is_fetched(make):
    html = Page(render_html(make(), made_on=papers.MADE_ON))
    assert html.all("script", "link", "img", "iframe", "object", "embed", "form", "base", "image", "use") == []
    for element in html.elements:
        assert not {name for name in element if name.startswith("on") or name in ("src", "srcset", "style", "action")}
        assert element.get("href", "#").startswith(("#", "https://example.org", "mailto:"))
    assert "url(" not in html.one("style")["text"]
    assert "@import" not in html.one("style")["text"]
    (policy,) = [e for e in html.all("meta") if e.get("http-equiv") == "Content-Security-Policy"]
    assert policy["content"].startswith("default-src 'none'")


@pytest.mark.parametrize("make", [papers.rich, papers.scripts, papers.many, papers.long_words])
def test_main_says_the_whole_document_in_order(make):
    html = Page(render_html(make(), made_on=papers.MADE_ON))
    assert squeeze(html.one("main")["text"]) == told(make())


def test_what_looks_like_markup_is_shown_as_typed():
    typed = '<script>alert("x")</script> & </main> <!-- &amp; \' ]]>'
    html = page(
        papers.words(typed), Heading(2, typed), Table(typed, (typed, "b"), ((typed, typed),)), title=typed, author=typed
    )
    assert html.one("title")["text"] == typed
    assert [html.one(tag)["text"] for tag in ("p", "h2", "caption", "td")] == [typed] * 4
    assert [e["content"] for e in html.all("meta") if e.get("name") == "author"] == [typed]
    assert html.all("script") == []


def test_page_and_passages_name_their_language():
    html = page(
        papers.words("Bore da", lang="cy"),
        Paragraph((Run("She said "), Run("dziękuję", lang="pl"), Run("."))),
        Paragraph((Run("Bore da, ", lang="cy"), Run("she said", lang="en"))),
        papers.words("مرحبا", lang="ar", dir="rtl"),
        lang="en-GB",
    )
    assert html.one("html")["lang"] == "en-GB"
    paragraphs = html.all("p")
    assert [p.get("lang") for p in paragraphs] == ["cy", None, None, "ar"]
    assert paragraphs[3]["dir"] == "rtl"
    assert [(s["text"], s["lang"]) for s in html.all("span")] == [("dziękuję", "pl"), ("Bore da, ", "cy")]


def test_right_to_left_words_without_a_language_stay_among_themselves():
    html = page(Heading(2, "שלום (1)"), papers.words("He wrote שלום, twice"))
    assert html.one("bdi")["text"] == "שלום (1)"
    assert html.one("span")["dir"] == "ltr"


def test_numbers_keep_their_order_among_words_from_the_right():
    said = "اتصل 0800 111 222 الساعة 9.30 am (£14.50) في 3 May 2026"
    html = page(
        papers.words(said, lang="ar", dir="rtl"), Heading(2, "هاتف 0161-496-0000"), papers.words("Call 0800 111 222")
    )
    kept = [b["text"] for b in html.all("bdi") if b["dir"] == "ltr"]
    assert kept == ["0800 111 222", "9.30 am", "£14.50", "3 May 2026", "0161-496-0000"]


def test_a_wrong_language_tag_is_left_out():
    html = page(papers.words("Hello", lang='x" onload="'), lang="not a tag")
    assert html.one("html")["lang"] == "en-GB"
    assert "lang" not in html.one("p")


def test_letters_and_signs_stay_as_typed():
    html = page(papers.words("نريد 😀 👩‍🦽 ✓ नमस्ते"))
    assert html.one("p")["text"] == "نريد 😀 👩‍🦽 ✓ नमस्ते"


def test_only_pages_mail_and_phone_numbers_become_links():
    bad, good = Run("no ", url="javascript:alert(1)"), Run("yes", url="https://example.org/?a=1&b=2")
    links = [e for e in page(Paragraph((bad, good))).all("a") if e.get("class") != "skip"]
    assert [(e["href"], e["text"]) for e in links] == [("https://example.org/?a=1&b=2", "yes")]


def test_landmarks_skip_link_and_contents(rich):
    first = rich.all("a")[0]
    assert (first["href"], rich.one("main")["id"]) == ("#paper", "paper")
    ids = [e["id"] for e in rich.elements if "id" in e]
    assert len(ids) == len(set(ids))
    assert rich.one("nav")["aria-label"] == "On this page"
    listed = [e for e in rich.all("a") if e["href"].startswith("#part-")]
    parts = rich.all("h2")
    assert [(e["href"], e["text"]) for e in listed] == [(f"#{h['id']}", h["text"]) for h in parts]


def test_a_short_paper_has_no_list_of_contents():
    assert page(Heading(2, "Only part")).all("nav") == []


def test_tables_have_scope_and_caption(rich):
    assert {e["scope"] for e in rich.all("th")} == {"col", "row"}
    assert [e["text"] for e in rich.all("caption")][1] == "Stars people gave"
    frames = [e for e in rich.all("div") if e.get("class") == "table"]
    assert all(e["tabindex"] == "0" and e["aria-label"] for e in frames)


def test_marks_are_hidden_from_screen_readers(rich):
    assert {e["aria-hidden"] for e in rich.all("svg")} == {"true"}
    assert len(rich.all("svg")) == len(set(Mark) - {Mark.BOX})  # boxes to tick are only on sheets to fill in


def test_the_same_paper_gives_the_same_page():
    assert render_html(papers.rich(), made_on=papers.MADE_ON) == render_html(papers.rich(), made_on=papers.MADE_ON)


def test_a_failed_run_keeps_the_old_page(tmp_path):
    target = tmp_path / "paper.html"
    write_html(papers.bare(), target, made_on=papers.MADE_ON)
    old = target.read_bytes()
    with pytest.raises(AssertionError):
        write_html(dataclasses.replace(papers.bare(), blocks=("not a block",)), target, made_on=papers.MADE_ON)
    assert target.read_bytes() == old
    assert list(tmp_path.iterdir()) == [target]


def test_a_very_long_point_does_not_fill_the_list_of_headings():
    words = "They say nine and come at eleven. " * 10
    html = page(Answer(words.strip(), (papers.words("An answer"),)))
    assert html.one("h2")["text"].strip() == "You said"
    assert [p["text"] for p in html.all("p")] == [words.strip(), "An answer"]
