"""Each figure is drawn only when it tells something, and its words say the very numbers of its bars."""

import dataclasses
import re
from datetime import date

import pytest

from coprod_desktop.domain.promises import Standing
from coprod_desktop.domain.record import Telling, Vote, VoteOption
from coprod_desktop.domain.words import Attending, EarlierStatus
from coprod_desktop.publish.document import Answer, Figure, Heading, Mark, Paragraph
from coprod_desktop.publish.gate import open_gate
from coprod_desktop.publish.stories import figures
from coprod_desktop.publish.stories.you_said_we_will import you_said_we_will
from tests.domain.making import DAY, entry, person, point, record
from tests.publish.telling_papers import told

DRAWS, CARES, WORKS = "draws on care", "carer", "staff"


def snapshot(*rows, as_of=DAY, earlier=(), **session):
    return open_gate(dataclasses.replace(record(*rows, **session), earlier=earlier), (), as_of)


def came(*roles):
    return [person(f"p{n}", f"Person {n}", role, attendance=Attending.HERE) for n, role in enumerate(roles)]


def themed(**counts):
    names = [theme for theme, n in counts.items() for _ in range(n)]
    return [entry(n, f"word {n}", quote_ok=True, theme=theme) for n, theme in enumerate(names, start=1)]


def bars(figure):
    return [(bar.label, bar.value) for bar in figure.bars]


def numbers(text):
    return sorted(int(n) for n in re.findall(r"\d+", text))


def earlier(n, status, due=None, done_on=None):
    return Telling(id=f"x{n}", text=f"Promise {n}", status=EarlierStatus(status), due=due, done_on=done_on)


def test_who_came_by_role():
    figure = figures.figure_of_who_came(snapshot(*came(*[DRAWS] * 5, CARES, WORKS)))
    assert bars(figure) == [("People with lived experience", 5), ("Carer", 1), ("Member of staff", 1)]
    assert figure.caption == "7 people came:"
    assert figure.words == "5 people with lived experience, 1 carer and 1 member of staff."


def test_small_numbers_are_read_and_not_drawn():
    made = snapshot(*came(*[DRAWS] * 4, CARES))
    assert figures.figure_of_who_came(made) is None
    assert figures.words_of_who_came(made) == "5 people came: 4 people with lived experience and 1 carer."


def test_people_nobody_wrote_a_role_down_for_are_no_group_of_their_own():
    words = figures.words_of_who_came(snapshot(*came(DRAWS, CARES), attended=9))
    assert words == "9 people came, among them 1 person with lived experience and 1 carer."


def test_every_role_has_warm_words():
    words = figures.words_of_who_came(snapshot(*came(DRAWS, "advocate", "interpreter")))
    assert words == "3 people came: 1 person with lived experience and 2 advocates, supporters and guests."


def test_where_more_voted_than_are_known_to_have_come_the_paper_has_one_number():
    vote = Vote(id="v", question="Which?", voters=14, options=(VoteOption(id="o", label="Rota", votes=14),))
    made = open_gate(dataclasses.replace(record(*came(DRAWS, CARES)), votes=(vote,)), (), DAY)
    assert figures.words_of_who_came(made).startswith("At least 14 people took part, among them 1 person")


def test_one_group_is_a_sentence_and_no_figure():
    assert figures.figure_of_who_came(snapshot(*came(WORKS, WORKS))) is None
    assert figures.figure_of_who_came(snapshot()) is None


def test_the_paper_says_who_came_once():
    document = you_said_we_will(snapshot(*came(DRAWS, CARES), entry(1, "It is late", quote_ok=True)))
    said = ["".join(run.text for run in b.runs) for b in document.blocks if isinstance(b, Paragraph)]
    assert [line for line in said if "1 carer" in line or "people came" in line] == [
        "2 people came: 1 person with lived experience and 1 carer."
    ]


def test_what_was_said_by_theme_most_first():
    figure = figures.what_was_said(snapshot(*themed(Charges=2, Rotas=5)))
    assert bars(figure) == [("Rotas", 5), ("Charges", 2)]
    assert figure.caption == "7 things people said, by theme"
    assert figure.words == "5 about Rotas and 2 about Charges."


@pytest.mark.parametrize("counts", [{"Rotas": 9}, {"Rotas": 4, "Charges": 4}, {}])
def test_too_few_themes_or_things_make_no_figure(counts):
    assert figures.what_was_said(snapshot(*themed(**counts))) is None


def test_many_themes_end_in_one_bar_for_the_rest():
    figure = figures.what_was_said(snapshot(*themed(**{f"T{n:02}": 5 if n < 7 else 1 for n in range(12)})))
    assert len(figure.bars) == 8
    assert bars(figure)[-1] == ("5 other themes", 5)
    assert figure.words.endswith("and 5 about 5 other themes.")


def test_beside_a_theme_stands_how_many_different_people_from_three_up():
    people = [person(f"p{n}", f"Person {n}", DRAWS) for n in range(3)]
    rows = [entry(n, f"word {n}", theme="Rotas", speaker=f"p{n % 3}", quote_ok=True) for n in range(6)]
    rows += [entry(10 + n, f"sum {n}", theme="Charges", speaker="p0", quote_ok=True) for n in range(4)]
    found = told(tuple(figures.themes(snapshot(*people, *rows)))).split("\n")
    assert "Rotas: 3 people" in found
    assert "People also talked about: Charges." in found


def test_pitches_for_money_are_no_number_of_people_who_said_the_same():
    people = [person(f"p{n}", f"Person {n}", DRAWS) for n in range(4)]
    rows = [entry(n, f"pitch {n}", theme="Pitches", speaker=f"p{n}", quote_ok=True) for n in range(4)]
    made = dataclasses.replace(record(*people, *rows, point(1, "Four bids", 0, 1, 2, 3)), votes=(priced(),))
    public = open_gate(made, (), DAY)
    assert public.points[0].said_by is None
    assert public.theme_people == ()


def priced(*costs):
    options = tuple(
        VoteOption(id=f"o{n}", label=f"Idea {n}", votes=9 - n, cost_pence=c) for n, c in enumerate(costs or (500,))
    )
    return Vote(id="v", question="Which?", options=options)


def test_what_may_not_be_printed_is_in_no_bar():
    hidden = [entry(50 + n, "secret", publish="no", theme="Hidden") for n in range(6)]
    figure = figures.what_was_said(snapshot(*themed(Rotas=5, Charges=3), *hidden))
    assert bars(figure) == [("Rotas", 5), ("Charges", 3)]


def test_promises_kept_late_not_kept_and_open():
    stands = [Standing.KEPT, Standing.KEPT_LATE, Standing.OVERDUE, Standing.CHANGED_TO_NO, *[Standing.NOT_DUE] * 5]
    figure = figures.kept("All", stands)
    expected = [("Kept on time", 1), ("Kept late", 1), ("Overdue", 1), ("Changed to no", 1), ("Not due yet", 5)]
    assert bars(figure) == expected
    assert figure.words.startswith("2 of 9 kept (1 on time), 1 overdue, 1 changed to no")


def test_without_colour_each_standing_has_a_sign_of_its_own_or_its_word():
    figure = figures.kept("All", [*Standing, *[Standing.KEPT] * 5])
    assert [bar.mark for bar in figure.bars] == [Mark.TICK, Mark.TICK, Mark.WARN, Mark.CROSS, Mark.CLOCK]
    assert len({bar.label for bar in figure.bars}) == len(Standing)


def test_when_none_was_kept_the_figure_says_so():
    figure = figures.kept("All", [*[Standing.OVERDUE] * 5, Standing.NOT_DUE])
    assert bars(figure) == [("Kept on time", 0), ("Overdue", 5), ("Not due yet", 1)]
    assert figure.words == "0 of 6 kept, 5 overdue, 1 not due yet."


def test_nothing_is_told_of_promises_before_anything_is_due():
    assert not list(figures.score_of_points(snapshot(point(1, "a b c"), point(2, "d e f"))))


def test_few_promises_are_a_sentence():
    (said,) = figures.score("How they stand", [Standing.KEPT, Standing.OVERDUE])
    assert "".join(run.text for run in said.runs) == "How they stand: 1 of 2 kept (1 on time), 1 overdue."


@pytest.mark.parametrize(
    "make",
    [figures.figure_of_who_came, figures.what_was_said, lambda s: next(iter(figures.score_of_points(s)))],
)
def test_every_number_drawn_is_in_the_words(make):
    rows = [*came(*[DRAWS] * 6, CARES, WORKS), *themed(Rotas=6, Charges=3)]
    rows += [point(n, f"say {n}", due=date(2026, 11, 1)) for n in range(1, 7)]
    figure = make(snapshot(*rows, as_of=date(2026, 11, 22)))
    assert {bar.value for bar in figure.bars} - {0} <= set(numbers(figure.words))
    assert [int(bar.shown) for bar in figure.bars] == [bar.value for bar in figure.bars]


def test_figures_stand_after_the_answers():
    rows = [*came(*[DRAWS] * 5, CARES), *themed(Rotas=4, Charges=3)]
    rows += [point(n, f"say {n}", due=date(2026, 11, 1)) for n in range(1, 7)]
    before = tuple(earlier(n, "not done") for n in range(5))
    document = you_said_we_will(snapshot(*rows, earlier=before, as_of=date(2026, 11, 22)))
    under, found = "", []
    for block in document.blocks:
        under = block.text if isinstance(block, Heading) else under
        if isinstance(block, Figure):
            found.append((under, block.caption))
    assert found == [
        ("What you said, and our answers", "How the promises in this paper stand"),
        ("Our earlier promises", "How many were kept"),
        ("Who came", "6 people came:"),
    ]
    first, last = (
        [n for n, b in enumerate(document.blocks) if isinstance(b, kind)][at]
        for kind, at in ((Figure, 0), (Answer, -1))
    )
    assert last < first


def test_the_score_is_a_sentence_when_there_is_no_figure_of_it():
    document = you_said_we_will(snapshot(earlier=(earlier(1, "done"),)))
    said = ["".join(run.text for run in b.runs) for b in document.blocks if isinstance(b, Paragraph)]
    assert "1 of 1 kept (1 on time)." in said
