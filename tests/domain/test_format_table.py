"""The table of formats, and a row added to it: it stands in commands, packs, tick boxes and the manual."""

import copy
import json

import pytest

from coprod_desktop import paths
from coprod_desktop.domain.content_table import WrongContent
from coprod_desktop.domain.format_table import ALSO, Format, MadeOf, parse_formats
from coprod_desktop.publish import renderers
from coprod_desktop.publish.own import check_words, questions
from coprod_desktop.services.making import handouts, money
from coprod_desktop.services.program import content
from tests import readme

FORMATS = content.load().formats
TABLE = json.loads(paths.resource("content", "formats.json").read_text("utf-8"))


def changed(of, **fields):
    table = copy.deepcopy(TABLE)
    next(row for row in table["formats"] if row["name"] == of).update(fields)
    return table


@pytest.mark.parametrize("row", TABLE["formats"], ids=lambda row: row["name"])
def test_a_format_is_all_that_its_row_says_and_no_more(row):
    form = parse_formats(TABLE).of(row["name"])
    left_out = {"renderer": "", "apart": "", "more": "", "ticked": False, "sized": False, "also": ()}
    for field, value in {**left_out, **row}.items():
        assert getattr(form, field) == (tuple(value) if isinstance(value, list) else value), field


def test_every_renderer_is_there_and_can_be_called():
    for form in FORMATS.rows:
        if not form.private:
            module, _, function = form.renderer.partition(":")
            found = __import__(f"coprod_desktop.publish.render.{module}", fromlist=[function])
            assert callable(getattr(found, function)), form.name


def test_a_renderer_that_is_not_there_is_refused_at_start():
    for renderer in ("tagged.papyrus:press", "papyrus:press"):
        with pytest.raises(WrongContent, match="there is none"):
            renderers.check(parse_formats(changed("pdf", renderer=renderer)).rows)


def test_what_else_is_made_in_formats_is_known():
    assert {*handouts.KINDS, check_words.KIND, questions.KIND, *money.TO_A_PERSON} == ALSO
    assert all(FORMATS.also_for(what) for what in ALSO)


def test_of_one_kind_of_paper_no_two_formats_have_the_same_file():
    names = [(form.apart, form.ending) for form in FORMATS.rows]
    assert len(set(names)) == len(names)


def test_papers_and_own_records_are_told_apart():
    formats = parse_formats(TABLE)
    private = {row["name"]: row["section"] == "private" for row in TABLE["formats"]}
    assert formats.names == tuple(private)
    assert formats.papers == tuple(name for name in private if not private[name])
    assert formats.own == tuple(name for name in private if private[name])
    assert formats.names == (*formats.papers, *formats.own)
    assert FORMATS.of("json").private
    assert [form.name for form in FORMATS.rows if form.ticked] == ["pdf"]


def test_words_have_the_size_where_there_is_one():
    assert FORMATS.words("large-print", 20) == "Large print (PDF), 20 point"
    assert FORMATS.words("braille", 20) == "Braille files"
    assert FORMATS.words("Printed", 20) == "Printed"


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"name": "all"}, "“name” is small letters"),
        ({"name": "Large Print"}, "“name” is small letters"),
        ({"name": "pdf"}, "two formats are called “pdf”"),
        ({"words": ""}, "“words” is empty"),
        ({"section": "cellar"}, "“section”: there is no “cellar” among lists, papers, private"),
        ({"made_of": "air"}, "“made_of”: there is no “air” among Easy Read, dates, document, list, session"),
        *(
            ({name: ""}, f"“{name}” is empty")
            for name in ("name", "short", "reads", "about", "section", "made_of", "ending")
        ),
        *(({name: 3}, f"“{name}” is not a text") for name in ("renderer", "apart", "more")),
        ({"made_of": "session"}, "only the session file has none"),
        ({"renderer": "html.page"}, "module:function"),
        ({"renderer": ""}, "module:function"),
        (
            {"also": ["posters"]},
            "“also”: there is no “posters” among cards, check-my-words, claim-sheet, letter-of-facts",
        ),
        ({"also": "cards"}, "“also” is not a list"),
        ({"ticked": "yes"}, "“ticked” is not true or false"),
        ({"sized": "yes"}, "“sized” is not true or false"),
        ({"colour": "red"}, "nothing is called “colour”"),
    ],
)
def test_a_format_that_cannot_be_meant_is_refused(fields, why):
    with pytest.raises(WrongContent) as refused:
        parse_formats(changed("html", **fields))
    assert why in refused.value.what
    if fields.keys() <= {"words", "made_of"}:
        assert "row 6 (“html”) that comes with this program is wrong" in refused.value.what


def test_a_table_with_nothing_ticked_is_refused():
    with pytest.raises(WrongContent, match="ticked from the start"):
        parse_formats(changed("pdf", ticked=False))


def test_what_a_format_is_made_of_decides_whether_it_can_be_made():
    assert {form.made_of for form in FORMATS.rows} == set(MadeOf)


def test_the_manual_has_the_formats_of_the_table():
    text = readme.README.read_text("utf-8")
    assert readme.table(FORMATS) in text
    assert f"`{','.join(FORMATS.papers)}`" in text


def test_records_of_ones_own_are_the_private_formats():
    assert set(FORMATS.own) == {form.name for form in FORMATS.rows if form.private}
    assert FORMATS.own


def test_formats_of_some_names_come_in_the_order_given_without_what_is_none():
    assert [form.name for form in FORMATS.among(["pdf", "papyrus", "html"])] == ["pdf", "html"]


def test_a_row_says_all_of_its_format():
    row = {
        "name": "scroll",
        "words": "A scroll",
        "short": "Scroll",
        "reads": "unrolled",
        "about": "Long.",
        "more": "Heavy.",
    }
    row |= {"section": "papers", "made_of": "document", "renderer": "html:page", "ending": ".roll", "apart": "-long"}
    table = copy.deepcopy(TABLE)
    table["formats"] += [{**row, "sized": True, "also": ["cards"]}, {**row, "name": "roll", "more": "", "apart": ""}]
    scroll, roll = parse_formats(table).rows[-2:]
    assert {key: getattr(scroll, key) for key in row} == row
    assert (scroll.sized, scroll.ticked, scroll.also, scroll.in_words(20)) == (
        True,
        False,
        ("cards",),
        "A scroll, 20 point",
    )
    said = {key: getattr(roll, key) for key in row} | {"made_of": MadeOf(row["made_of"])}
    assert roll == Format(**said)
    assert (roll.sized, roll.also, roll.more, roll.apart, roll.in_words(20)) == (False, (), "", "", "A scroll")
    formats = parse_formats(table)
    assert formats.sections == TABLE["sections"]
    assert set(formats.also_for("cards")) - set(FORMATS.also_for("cards")) == {"scroll"}
