"""Each figure is drawn only when it tells something, and its words say the very numbers of its bars."""

import dataclasses
import re
from datetime import date

import pytest

from coprod_desktop.domain.promises import Standing
from coprod_desktop.domain.record import Telling, Update
from coprod_desktop.domain.words import Attending, EarlierStatus, UpdateState
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


def update(state, day):
    return Update(id=f"{state}{day}", on=day, state=UpdateState(state))


def earlier(n, status, due=None, done_on=None):
    return Telling(id=f"x{n}", text=f"Promise {n}", status=EarlierStatus(status), due=due, done_on=done_on)


def test_who_came_by_role():
    figure = figures.figure_of_who_came(snapshot(*came(DRAWS, DRAWS, CARES, WORKS)))
    assert bars(figure) == [("People with lived experience", 2), ("Carer", 1), ("Member of staff", 1)]
    assert figure.caption == "4 people came"
    assert figure.words == "2 people with lived experience, 1 carer and 1 member of staff."


def test_people_nobody_wrote_a_role_down_for_have_a_bar_too():
    figure = figures.figure_of_who_came(snapshot(*came(DRAWS, CARES), attended=9))
    assert bars(figure)[-1] == ("Nobody wrote down in which role", 7)
    assert figure.words.endswith("1 carer and 7 people whose role nobody wrote down.")


def test_one_group_is_a_sentence_and_no_figure():
    assert figures.figure_of_who_came(snapshot(*came(WORKS, WORKS))) is None
    assert figures.figure_of_who_came(snapshot()) is None


def test_the_paper_says_who_came_once():
    document = you_said_we_will(snapshot(*came(DRAWS, CARES), entry(1, "It is late", quote_ok=True)))
    assert told(document).count("1 carer") == 1
    assert told(document).count("2 people came") == 1


def test_what_was_said_by_theme_most_first():
    figure = figures.what_was_said(snapshot(*themed(Charges=2, Rotas=4)))
    assert bars(figure) == [("Rotas", 4), ("Charges", 2)]
    assert figure.caption == "6 things people said, by theme"
    assert figure.words == "4 about Rotas and 2 about Charges."


@pytest.mark.parametrize("counts", [{"Rotas": 9}, {"Rotas": 2, "Charges": 2}, {}])
def test_too_few_themes_or_things_make_no_figure(counts):
    made = snapshot(*themed(**counts))
    assert figures.what_was_said(made) is None
    assert not list(figures.theme_section(made))


def test_many_themes_end_in_one_bar_for_the_rest():
    figure = figures.what_was_said(snapshot(*themed(**{f"T{n:02}": 3 if n < 7 else 1 for n in range(12)})))
    assert len(figure.bars) == 8
    assert bars(figure)[-1] == ("5 other themes", 5)
    assert sum(bar.value for bar in figure.bars) == 26
    assert figure.words.endswith("and 5 about 5 other themes.")


def test_what_may_not_be_printed_is_in_no_bar():
    hidden = [entry(50 + n, "secret", publish="no", theme="Hidden") for n in range(6)]
    figure = figures.what_was_said(snapshot(*themed(Rotas=3, Charges=3), *hidden))
    assert bars(figure) == [("Rotas", 3), ("Charges", 3)]


def test_promises_kept_late_not_kept_and_open():
    points = [
        point(1, "a b c", due=date(2026, 11, 6), updates=(update("done", date(2026, 11, 1)),)),
        point(2, "d e f", due=date(2026, 11, 6), updates=(update("done", date(2026, 11, 16)),)),
        point(3, "g h i", due=date(2026, 11, 6)),
        point(4, "j k l", due=date(2026, 11, 6), updates=(update("changed to no", date(2026, 11, 2)),)),
        point(5, "m n o", due=date(2027, 1, 6)),
        point(6, "p q r", answer="cannot", owner=None, due=None, reason="No money"),
    ]
    before = (earlier(1, "done"), earlier(2, "on track", due=date(2027, 1, 1)))
    made = snapshot(*points, earlier=before, as_of=date(2026, 11, 22))
    expected = [("Kept on time", 1), ("Kept late", 1), ("Overdue", 1), ("Changed to no", 1), ("Not due yet", 1)]
    assert bars(figures.points_kept(made)) == expected
    assert figures.points_kept(made).words.startswith("2 of 5 kept (1 on time), 1 overdue, 1 changed to no")
    assert bars(figures.earlier_kept(made)) == [("Kept on time", 1), ("Not due yet", 1)]


def test_without_colour_each_standing_has_a_sign_of_its_own_or_its_word():
    figure = figures.kept("All", list(Standing))
    assert [bar.mark for bar in figure.bars] == [Mark.TICK, Mark.TICK, Mark.WARN, Mark.CROSS, Mark.CLOCK]
    assert len({bar.label for bar in figure.bars}) == len(Standing)


def test_when_none_was_kept_the_figure_says_so():
    figure = figures.kept("All", [Standing.OVERDUE, Standing.NOT_DUE])
    assert bars(figure) == [("Kept on time", 0), ("Overdue", 1), ("Not due yet", 1)]
    assert figure.words == "0 of 2 kept, 1 overdue, 1 not due yet."


def test_there_is_no_figure_of_promises_before_anything_is_due():
    assert figures.points_kept(snapshot(point(1, "a b c"), point(2, "d e f"))) is None
    assert figures.kept("All", [Standing.KEPT]) is None


@pytest.mark.parametrize("make", [figures.figure_of_who_came, figures.what_was_said, figures.points_kept])
def test_every_number_drawn_is_in_the_words(make):
    rows = [*came(DRAWS, DRAWS, CARES, WORKS), *themed(Rotas=4, Charges=3)]
    rows += [point(n, f"say {n}", due=date(2026, 11, 1)) for n in (1, 2, 3)]
    figure = make(snapshot(*rows, as_of=date(2026, 11, 22)))
    assert {bar.value for bar in figure.bars} - {0} <= set(numbers(figure.words))
    assert [int(bar.shown) for bar in figure.bars] == [bar.value for bar in figure.bars]


def test_figures_stand_where_a_reader_looks_for_them():
    rows = [*came(DRAWS, CARES), *themed(Rotas=4, Charges=3)]
    rows += [point(n, f"say {n}", due=date(2026, 11, 1)) for n in (1, 2)]
    before = (earlier(1, "done"), earlier(2, "not done"))
    document = you_said_we_will(snapshot(*rows, earlier=before, as_of=date(2026, 11, 22)))
    under, found = "", []
    for block in document.blocks:
        under = block.text if isinstance(block, Heading) else under
        if isinstance(block, Figure):
            found.append((under, block.caption))
    assert found == [
        ("You said, we will", "2 people came"),
        ("What people talked about", "7 things people said, by theme"),
        ("What you said, and our answers", "How the promises in this paper stand"),
        ("Our earlier promises", "How many were kept"),
    ]
    first_answer = next(n for n, b in enumerate(document.blocks) if isinstance(b, Answer))
    assert isinstance(document.blocks[first_answer - 1], Figure)


def test_the_score_is_a_sentence_when_there_is_no_figure_of_it():
    document = you_said_we_will(snapshot(earlier=(earlier(1, "done"),)))
    said = ["".join(run.text for run in b.runs) for b in document.blocks if isinstance(b, Paragraph)]
    assert "1 of 1 kept (1 on time)." in said
