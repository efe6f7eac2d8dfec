"""One reader of needs: the phrasings in needs.tsv, and a row added to the table."""

import copy
import csv
import json
from pathlib import Path

import pytest

from coprod_desktop import paths
from coprod_desktop.domain.content_table import WrongContent
from coprod_desktop.domain.needs import OTHER, group_key, in_group, parse_needs, tidy_need
from coprod_desktop.services.program.content import load

NEEDS, FORMATS = load().needs, load().formats
TABLE = json.loads(paths.resource("content", "needs.json").read_text("utf-8"))
NOTHING = "nothing needed"
LEAST_PHRASINGS, LEAST_THAT_ARE_NONE = 300, 80


def phrasings():
    """Return the rows of needs.tsv: words, the group they were put in, and what they mean; no group for no known need."""
    with Path(__file__).with_name("needs.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def parse(table):
    return parse_needs(table, FORMATS.papers)


@pytest.mark.parametrize("row", phrasings(), ids=lambda row: f"{row['words']} ({row['put in'] or 'anywhere'})")
def test_needs_mean_what_people_mean(row):
    read = NEEDS.read(row["words"], row["put in"] or None)
    group = NOTHING if read.nothing else read.group if read.known else ""
    made = {*read.formats, *(["people"] if read.by_people else [])}

    assert (group, made, str(read.size or ""), set(read.kinds), read.until or "") == (
        row["group"],
        set(filter(None, row["formats"].split("+"))),
        row["size"],
        set(filter(None, row["kinds"].split(" + "))),
        row["until"] or "",
    )
    assert row["line holds"] in " ".join(read.lines).lower()


def test_the_phrasings_are_many_and_many_are_no_need():
    rows = phrasings()
    assert len(rows) >= LEAST_PHRASINGS
    assert len({(row["words"], row["put in"]) for row in rows}) == len(rows)
    assert sum(row["group"] in {"", NOTHING} for row in rows) >= LEAST_THAT_ARE_NONE


def test_every_need_that_is_offered_is_read_as_the_row_that_offers_it():
    for row in NEEDS.rows:
        for words in row.offered:
            assert row.need in {known.need for known in NEEDS.read(words, row.group).known}, words


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("LARGE PRINT 20", "large print 20 point"),
        ("Large print (size)", "large print"),
        ("braille (contracted / uncontracted)", "braille"),
        (" A seat  near the door ", "A seat near the door"),
        ("large print 20 point, cream paper", "large print 20 point, cream paper"),
        ("BSL interpreter (2 booked)", "BSL interpreter (2 booked)"),
        ("bigger font 22", "bigger font 22"),
    ],
)
def test_what_is_written_down_is_tidied_and_never_changed_in_meaning(typed, kept):
    assert tidy_need(NEEDS, typed) == kept


def test_of_what_begins_alike_the_likelier_is_offered_first():
    offered = [words for words, _group in NEEDS.offered]
    assert next(words for words in offered if words.startswith("BSL")) == "BSL interpreter"
    assert not any("(" in words for words in offered)


def test_a_row_added_to_the_table_is_read_with_all_it_says():
    table = copy.deepcopy(TABLE)
    table["needs"].append(
        {
            "need": "tactile map", "group": "information format", "format": "braille", "kinds": ["Autistic"],
            "lines": ["make the map"], "cue": "Hand over the map.", "lead": 7, "offered": ["tactile map"],
            "words": ["tactile map/maps"],
        }
    )  # fmt: skip
    needs = parse(table)
    read = needs.read("would like tactile maps")

    assert (read.group, read.formats, read.lead, read.cues) == (
        "information format", ("braille",), 7, ("Hand over the map.",),
    )  # fmt: skip
    assert "Make the map." in read.lines
    assert ("tactile map", "information format") in needs.offered
    assert NEEDS.read("would like tactile maps").group == OTHER


@pytest.mark.parametrize(
    ("key", "value", "why"),
    [
        ("group", "nowhere", "there is no “nowhere”"),
        ("format", "papyrus", "there is no “papyrus”"),
        ("kinds", ["Left-handed"], "there is no “Left-handed”"),
        ("lead", -1, "less than 0"),
        ("lead", "soon", "is not a whole number"),
        ("lead", True, "is not a whole number"),
        ("need", " ", "is empty"),
        ("words", "large print", "is not a list"),
        ("words", [""], "no text"),
        ("words", ["!"], "is not a word"),
        ("words", ["(large)"], "cannot be read"),
        ("words", ["... print"], "cannot be read"),
        ("words", ["{colour} paper"], "no list of words called {colour}"),
        ("way", "by pigeon", "there is no “by pigeon”"),
        ("size", {"usual": 10, "least": 16, "most": 72}, "do not go up"),
        ("colour", "red", "nothing is called “colour”"),
    ],
)
def test_a_row_that_cannot_be_meant_is_refused_by_its_name(key, value, why):
    table = copy.deepcopy(TABLE)
    row = next(row for row in table["needs"] if row["need"] == "large print")
    row[key] = value
    with pytest.raises(WrongContent) as refused:
        parse(table)
    assert why in refused.value.what
    assert "(“large print”)" in refused.value.what or not str(value).strip()
    assert "Install the program again" in refused.value.do


@pytest.mark.parametrize(
    "broken",
    [
        [],
        {"needs": []},
        {**TABLE, "groups": {"other": "Other"}},
        {**TABLE, "needs": [3]},
        {**TABLE, "often": ["a trampoline"]},
    ],
)
def test_a_table_that_is_none_is_refused(broken):
    with pytest.raises(WrongContent, match="list of needs"):
        parse(broken)


def test_the_longest_lead_counts_and_no_need_has_none():
    assert NEEDS.read("").lead == 0
    one, other = NEEDS.read("BSL interpreter"), NEEDS.read("large print")
    both = NEEDS.read("BSL interpreter and large print")
    assert both.lead == max(one.lead, other.lead) > min(one.lead, other.lead)


@pytest.mark.parametrize(
    ("word", "said"), [("crème", "a creme please"), ("Map's", "maps please"), ("Blob*", "a blobby one")]
)
def test_a_word_of_the_table_is_read_without_accents_capitals_and_apostrophes(word, said):
    table = copy.deepcopy(TABLE)
    table["needs"].append({"need": "a new one", "group": "information format", "words": [word], "lines": ["make it"]})
    assert "Make it." in parse(table).read(said).lines


def test_what_ends_when_an_interpreter_leaves_is_named():
    assert NEEDS.read("BSL interpreter").leaves == "BSL interpreter"
    assert NEEDS.read("large print").leaves == ""


@pytest.mark.parametrize(
    ("words", "size"),
    [
        *(
            ("20pt", 20),
            ("size 22", 22),
            ("arial 18", 18),
            ("20 font", 20),
            ("font of 22", 22),
            ("font size of 22", 22),
        ),
        *(
            ("print in 20", 20),
            ("type at 20", 20),
            ("18 to 20 point", 20),
            ("18 or 20 point", 20),
            ("20 or 18 point", 20),
            ("point 20", None),
        ),
        *(
            ("18 and 20 point", 20),
            ("print 20 size 24", 24),
            ("size 20 22", 20),
            ("size x 20", None),
            ("20 people", None),
        ),
        *(
            ("large print 18 to 20", 20),
            ("large print 20 or 24", 24),
            ("large print 24 point or 20", 24),
            ("18 to 20", None),
        ),
        *(("large print 20 and 24", 20), ("20 or 24 people", None), ("size of the 20", None), ("size 1000", None)),
        *(("size 7", None), ("size 8", 8), ("7 point", None), ("12 point", 12), ("15 point", 15), ("16 point", 16)),
        *(("large print 14", 16), ("large print 16", 16), ("size 72", 72), ("size 73", None), ("large print 73", None)),
        *(("not 20 point", None), ("no large print 20 point", None), ("large print 16 to 14 point", 16), ("", None)),
        *(("large print 10 to 12 point", 16),),
    ],
)
def test_the_size_that_was_asked_for(words, size):
    assert NEEDS.read(words).size == size


@pytest.mark.parametrize(
    ("words", "need"),
    [
        ("24 point", "large print"),
        ("16 point", "large print"),
        ("15 point", "standard print"),
        ("8 point", "standard print"),
        ("7 point", None),
    ],
)
def test_a_size_alone_says_which_print(words, need):
    assert [known.need for known in NEEDS.read(words).known] == ([need] if need else [])


@pytest.mark.parametrize(
    ("words", "nothing"),
    [
        *(("nothing", True), ("none, thanks", True), ("no large print", True), ("no large print, no loop", True)),
        *(("no braille needed", True), ("large print: no", True), ("braille not needed, nothing else", True)),
        *(("no loop but a seat", False), ("cannot use braille", False), ("a cake", False), ("", False), (" , ", False)),
        *(("nothing, a seat", False), ("n/a", True), ("I need nothing", True), ("large print", False)),
    ],
)
def test_whether_somebody_says_that_nothing_is_needed(words, nothing):
    assert NEEDS.read(words).nothing is nothing


@pytest.mark.parametrize(
    ("words", "way"),
    [("email me", "by email"), ("ring or email", "by email"), ("text and post", "by text message"), ("a cake", "")],
)
def test_of_several_ways_the_first_of_the_table_is_taken(words, way):
    assert NEEDS.way(words) == way


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("large print 20 in arial", "large print 20 point"),
        ("Arial large print 20pt please", "Arial large print 20pt please"),
        ("20 point", "20 point"),
        ("print large 20", "print large 20"),
        ("large print 14", "large print 14"),
        ("LARGE PRINT 18 to 20", "LARGE PRINT 18 to 20"),
        ("LARGE PRINT", "large print"),
        ("large print and a loop", "large print and a loop"),
        ("(size)", "(size)"),
        ("x (a / b) y", "x y"),
        ("x (what size) (which)", "x"),
    ],
)
def test_what_is_said_more_than_a_size_is_kept(typed, kept):
    assert tidy_need(NEEDS, typed) == kept


def test_the_group_is_read_out_of_what_files_call_it():
    assert group_key("How to give me information (Specific Information Format)") == "information format"
    assert (group_key("other"), group_key(None), group_key("")) == ("", "", "")
    assert in_group("contact method", "contact method")
    assert not in_group(None, "contact method")


def test_all_that_a_row_says_is_read():
    row = {
        "need": "tactile map",
        "group": "other",
        "words": ["tactile map"],
        "only_in": "other",
        "weak": True,
        "leaves": True,
    }
    row |= {"size": {"usual": 20, "least": 18, "most": 30}, "way": "by post", "format": "people", "offered": ["a map"]}
    table = copy.deepcopy(TABLE)
    table["needs"].append(row)
    made = parse(table).rows[-1]
    assert (made.need, made.group, made.only_in, made.weak, made.leaves, made.way, made.format) == (
        *("tactile map", "other", "other", True, True, "by post", "people"),
    )
    assert (made.size.usual, made.size.least, made.size.most, made.offered, made.cue, made.lead) == (
        *(20, 18, 30, ("a map",), "", 0),
    )
    plain = {"need": "tactile map", "group": "other", "words": ["tactile map"]}
    table["needs"][-1] = plain
    made = parse(table).rows[-1]
    assert (
        made.only_in,
        made.format,
        made.size,
        made.way,
        made.weak,
        made.leaves,
        made.lines,
        made.kinds,
        made.offered,
    ) == (*(None, None, None, "", False, False, (), (), ()),)


@pytest.mark.parametrize(
    "size",
    [
        {"usual": 18, "least": 18, "most": 18},
        {"usual": 17, "least": 18, "most": 20},
        {"usual": 21, "least": 18, "most": 20},
    ],
)
def test_sizes_go_up_or_are_refused(size):
    table = copy.deepcopy(TABLE)
    table["needs"].append({"need": "tactile map", "group": "other", "words": ["tactile map"], "size": size})
    if size["least"] <= size["usual"] <= size["most"]:
        assert parse(table).rows[-1].size.usual == size["usual"]
    else:
        with pytest.raises(WrongContent, match="do not go up"):
            parse(table)
