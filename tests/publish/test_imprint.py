"""What every paper carries: who it comes from, whom to ask once, and the code of its words."""

import dataclasses

import pytest

from coprod_desktop.domain.colours import contrast
from coprod_desktop.domain.record import Organisation
from coprod_desktop.publish import paper_kinds, press
from coprod_desktop.publish.document import Answer, Bullets, Facts, Heading, Paragraph, Picture, Run, Table, Tone
from coprod_desktop.publish.easy.chosen import EasyRead
from coprod_desktop.publish.easy.pages import easy_document
from coprod_desktop.publish.gate import open_gate
from coprod_desktop.publish.imprint import OTHER_FORMATS, imprint
from coprod_desktop.publish.stories.words import plain
from coprod_desktop.services.program import content
from tests.domain.making import DAY, entry, point, record
from tests.publish.telling_papers import told

PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="
REACHED = {
    "contact_name": "Siân Bowen",
    "phone": "01632 960 123 (mornings)",
    "text_number": "07700 900321",
    "mail": "home.care@example.org",
    "post": "Town Hall\nMarrowdale",
}


def snapshot(*, ours=None, **session):
    who = Organisation(id="o", **ours) if ours is not None else None
    return open_gate(record(entry(1, "It is late", quote_ok=True), **session), (), DAY, who)


def paper(**about):
    return paper_kinds.paper(paper_kinds.YOU_SAID_WE_WILL, snapshot(**about)).document


def words(paragraph):
    return "".join(run.text for run in paragraph.runs)


def asked(document):
    """The rows under "Who to ask"; None without that heading."""
    for n, block in enumerate(document.blocks):
        if block == Heading(2, "Who to ask"):
            return {label: words(value) for label, value in document.blocks[n + 1].rows}
    return None


def test_logo_and_name_stand_above_the_title():
    document = paper(ours={"name": "Marrowdale Council", "logo": PNG, "logo_alt": "A green hill"})
    logo, name, title = document.blocks[:3]
    assert isinstance(logo, Picture)
    assert (logo.alt, logo.media) == ("A green hill", "image/png")
    assert words(name) == "Marrowdale Council"
    assert title.level == 1
    assert document.author == "Marrowdale Council"


def test_a_name_is_not_said_twice_and_another_organisation_stays():
    same = paper(ours={"name": "Marrowdale council"}, organisation="Marrowdale Council")
    assert [words(b) for b in same.blocks if isinstance(b, Paragraph)].count("Marrowdale Council") == 1
    assert "Marrowdale council" not in told(same)
    other = paper(ours={"name": "Marrowdale Council"}, organisation="Carers United")
    assert [words(b) for b in other.blocks[:2]] == ["Marrowdale Council", "Carers United"]


def test_whom_to_ask_in_every_way_there_is():
    document = paper(ours=REACHED)
    assert asked(document) == {
        "Name": "Siân Bowen",
        "Phone": "01632 960 123 (mornings)",
        "Text message": "07700 900321",
        "Email": "home.care@example.org",
        "Post": "Town Hall\nMarrowdale",
    }
    links = [run.url for b in document.blocks if isinstance(b, Facts) for _, v in b.rows for run in v.runs if run.url]
    assert links == ["tel:01632960123", "mailto:home.care@example.org"]
    said = [words(b) for b in document.blocks if isinstance(b, Paragraph) and "01632" in words(b)]
    assert said[-1] == document.foot
    assert document.foot.endswith("To ask, call 01632 960 123 (mornings) or text 07700 900321.")
    assert "To ask or tell us anything about this paper, see “Who to ask” below." in told(document)


def test_the_foot_names_other_formats_and_whom_to_ask():
    known = {form.reads for form in content.load().formats.rows}
    assert {name for name in OTHER_FORMATS if not any(reads.startswith(name) for reads in known)} == set()
    assert paper().foot.endswith("Ask whoever gave you this paper.")
    assert paper(contact="Femi, 01632 960 211").foot.endswith("To ask: Femi, 01632 960 211.")
    assert paper(contact="Femi " * 20).foot.endswith("Ask whoever gave you this paper.")
    assert words(paper().blocks[-2]) == paper().foot  # read aloud and felt, once


def test_only_the_ways_there_are_stand_there():
    assert asked(paper(ours={"text_number": "07700 900321"})) == {"Text message": "07700 900321"}
    assert asked(paper(ours={"name": "Marrowdale Council", "contact_name": "Siân"})) is None
    assert asked(paper()) is None


@pytest.mark.parametrize(
    "contact",
    ["Siân Bowen, 01632 960123", "Ring Siân on 01632-960-123 or email home.care@example.org.", "Text 07700900321"],
)
def test_a_contact_of_the_session_that_says_no_more_is_not_said_again(contact):
    document = paper(ours=REACHED, contact=contact)
    assert "About this session" not in asked(document)
    assert contact not in told(document)


def test_a_contact_of_the_session_that_says_more_stands_with_the_others():
    document = paper(ours=REACHED, contact="Femi Ade, 01632 960 211, femi@example.org")
    assert asked(document)["About this session"] == "Femi Ade, 01632 960 211, femi@example.org"
    (links,) = [v.runs for b in document.blocks if isinstance(b, Facts) for label, v in b.rows if "session" in label]
    assert [run.url for run in links if run.url] == ["tel:01632960211", "mailto:femi@example.org"]
    assert not any("Femi Ade" in words(b) for b in document.blocks if isinstance(b, Paragraph))


def test_without_a_contact_of_the_organisation_that_of_the_session_is_said_as_before():
    document = paper(ours={"name": "Marrowdale Council"}, contact="Femi Ade, 01632 960 211")
    assert asked(document) is None
    assert "To ask or tell us anything about this paper: Femi Ade, 01632 960 211" in told(document)


@pytest.mark.parametrize(
    ("phone", "link"),
    [
        ("+44 (0)1632 960 123", "tel:+441632960123"),
        ("01632-960-123 ext 4", "tel:01632960123"),
        ("ring the desk", None),
        ("999", None),
    ],
)
def test_a_phone_number_becomes_a_link_a_phone_can_dial(phone, link):
    document = paper(ours={"phone": phone})
    (facts,) = [b for b in document.blocks if isinstance(b, Facts) and b.rows[0][0] == "Phone"]
    value = facts.rows[0][1]
    assert words(value) == phone
    assert [run.url for run in value.runs if run.url] == ([link] if link else [])


def test_the_copy_code_comes_last_and_follows_the_words():
    one, same, other = (paper(ours=REACHED, purpose=why) for why in ("home care", "home care", "day centres"))
    assert isinstance(one.blocks[-1], Paragraph)
    assert words(one.blocks[-1]).startswith(f"Copy code: {one.fingerprint}.")
    assert one.fingerprint == same.fingerprint != other.fingerprint


def test_a_logo_changes_no_code_for_the_words_are_the_same():
    first, second = (paper(ours={"logo": data, "logo_alt": "A hill"}) for data in (PNG, PNG.replace("Ck", "C2")))
    assert first.blocks[0].data != second.blocks[0].data
    assert first.fingerprint == second.fingerprint


@pytest.mark.parametrize(("colour", "accent"), [("#5A2C82", "#5A2C82"), (None, None), ("red", None)])
def test_the_colour_is_the_papers_accent(colour, accent):
    assert paper(ours={"colour": colour}).accent == accent


def test_a_colour_from_elsewhere_that_is_too_light_gets_darker():
    assert contrast(paper(ours={"colour": "#FF6600"}).accent, "#FFFFFF") >= 7


def test_a_report_of_many_sessions_names_one_contact():
    first, second = (snapshot(ours=REACHED, contact=f"Femi Ade, 01632 960 21{n}") for n in (1, 2))
    document = imprint(dataclasses.replace(paper(), blocks=(Heading(1, "Report"),)), first, second)
    assert list(asked(document)) == ["Name", "Phone", "Text message", "Email", "Post"]


def test_two_papers_of_one_session_that_say_different_things_have_different_codes():
    public = open_gate(record(point(1, "Rotas"), entry(1, "It is late", quote_ok=True)), (), DAY)
    kinds = (paper_kinds.YOU_SAID_WE_WILL, "web", "committee", "news")
    codes = [paper_kinds.paper(kind, public).document.fingerprint for kind in kinds]
    assert len(set(codes)) == len(kinds)


def test_the_code_is_of_the_words_and_of_nothing_else():
    def code(*blocks):
        return imprint(dataclasses.replace(paper(), blocks=blocks), snapshot()).fingerprint

    title = Heading(1, "Report")
    assert code(title, plain("We will")) == code(title, Paragraph((Run("We will", tone=Tone.WE_WILL, strong=True),)))
    assert code(title, plain("We will")) != code(title, plain("We will not"))
    table = Table("Votes", ("Choice", "Votes"), (("Choir", "12"),))
    assert code(title, table) != code(title, dataclasses.replace(table, rows=(("Choir", "13"),)))
    answer = Answer("Rotas", (plain("We will"), Facts((("Who", plain("Ana")),))))
    assert code(title, answer) != code(title, Answer("Rotas", (plain("We will"), Facts((("Who", plain("Bo")),)))))


def test_a_sentence_changed_in_easy_read_changes_its_code_and_leaves_the_papers():
    told_ = paper_kinds.paper(paper_kinds.YOU_SAID_WE_WILL, snapshot(purpose="home care"))
    cover = told_.easy.cover
    other = dataclasses.replace(told_.easy, cover=dataclasses.replace(cover, title="Our answers"))
    codes = [easy_document(telling, EasyRead()).fingerprint for telling in (told_.easy, told_.easy, other)]
    assert codes[0] == codes[1] != codes[2]
    assert all(code.startswith(f"{told_.document.fingerprint}-") for code in codes)


@pytest.mark.parametrize("kind", ["web", "committee", "news"])
def test_a_shorter_version_has_no_easy_read_and_says_which_paper_has(kind):
    made = paper_kinds.paper(kind, open_gate(record(point(1, "Rotas")), (), DAY))
    form = content.load().formats.of("easy-read")
    assert made.easy is None
    assert not press.can_press(made, form)
    assert press.left_out(made, [form]) == (
        "In Easy Read there is “You said, we will”, which tells all that this paper says, so this was not made: Easy Read draft (PDF).",
    )
    assert (
        "also in large print, braille, Word and plain text. In Easy Read there is “You said, we will”."
        in made.document.foot
    )


def test_a_contact_written_down_for_one_session_can_be_pressed_wherever_it_stands():
    document = paper(contact="Ines Holloway, 01632 960 145, pot@example.org.")
    linked = [
        [run.url for run in runs if run.url]
        for runs in all_runs(document.blocks)
        if "Ines" in "".join(r.text for r in runs)
    ]
    assert linked == [["tel:01632960145", "mailto:pot@example.org"]] * 2


def all_runs(blocks):
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.runs
        elif isinstance(block, Bullets):
            yield from (item.runs for item in block.items)
