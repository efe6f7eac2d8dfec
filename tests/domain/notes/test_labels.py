"""What begins a line is somebody where the whole text says so: how often it stands there, and how its lines are parted."""

import pytest

from coprod_desktop.domain.notes import before_reading, pieces
from coprod_desktop.domain.notes.labels import Labels
from coprod_desktop.services.program import content


def labels(**more):
    return Labels(content.load().notes, **more)


@pytest.mark.parametrize(
    ("who", "sign", "often", "signs", "lines", "accepted"),
    [
        # words that are words: only where the others begin so, and it stands there twice
        ("Zebra", "colon", 1, {"colon": 6}, 10, True),  # all labels are parted so
        ("Zebra", "colon", 1, {"colon": 5}, 10, False),  # half of the lines are not most
        ("Zebra", "colon", 1, {"colon": 5, "dash": 5}, 10, False),
        ("Zebra", "colon", 1, {"colon": 6, "dash": 4}, 10, True),
        ("Zebra", "colon", 2, {"colon": 4}, 10, True),
        ("Zebra", "colon", 2, {"colon": 3}, 10, False),
        ("Zebra", "colon", 1, {"colon": 4}, 10, False),
        ("Zebra", "colon", 2, {"colon": 3, "dash": 7}, 10, True),  # usual, and twice
        ("Zebra", "colon", 2, {"colon": 2, "dash": 8}, 10, False),  # not usual
        ("Zebra", "colon", 1, {"colon": 3, "dash": 7}, 10, False),
        ("Zebra", "bracket", 1, {"bracket": 3, "dash": 7}, 10, True),
        ("Zebra", "bold", 1, {"bold": 3, "dash": 7}, 10, True),
        ("Zebra", "bold", 1, {"bold": 2, "dash": 8}, 10, False),
        ("Big Zebra", "dash", 1, {"dash": 6}, 10, True),
        ("Big Zebra", "dash", 1, {"dash": 5, "colon": 5}, 10, False),
        ("Zebra", "colon", 1, {"colon": 2}, 2, True),
        ("Zebra", "colon", 1, {"colon": 1}, 1, False),  # one line is no habit
        ("Zebra", "quote", 0, {}, 10, True),
        ("Big Zebra", "quote", 0, {}, 10, True),
        # a space too many is a sign only where many have it
        ("Maureen", "space", 1, {"space": 4, "colon": 2}, 10, True),
        ("Maureen", "space", 1, {"space": 3, "colon": 3}, 10, False),
        ("QZ", "space", 1, {"space": 3, "colon": 3}, 10, True),
        ("Table 3", "space", 1, {"space": 3}, 10, False),
        ("Table 3", "comma", 0, {}, 10, True),
        ("carer", "comma", 0, {}, 10, True),
        ("anon", "comma", 0, {}, 10, True),
        # names that are no words
        ("Oksana", "colon", 1, {}, 10, True),
        ("Oksana", "dash", 1, {}, 10, True),
        ("Oksana", "bold", 1, {}, 10, True),
        ("Oksana", "bracket", 1, {}, 10, True),
        ("Oksana", "tab", 1, {}, 10, False),
        ("Oksana", "tab", 2, {}, 10, True),
        ("Oksana", "tab", 1, {"tab": 6}, 10, True),
        ("Oksana Brzozowska", "tab", 1, {}, 10, True),
        ("Grant", "colon", 1, {}, 10, True),
        # initials
        ("QZ", "colon", 0, {}, 10, True),
        ("QZ", "bracket", 0, {}, 10, True),
        ("QZ", "dash", 1, {}, 10, False),
        ("QZ", "dash", 2, {}, 10, True),
        ("QZ", "dash", 1, {"dash": 6}, 10, True),
        ("QZ", "quote", 1, {}, 10, False),
        ("PIP", "colon", 2, {"colon": 5}, 10, False),
        ("PIP", "colon", 2, {"colon": 6}, 10, True),
        ("PIP", "colon", 1, {"colon": 6}, 10, False),
        ("CCG", "colon", 1, {"colon": 6}, 10, True),  # staff, by their letters
        ("CCG", "dash", 1, {"dash": 6}, 10, False),
        # in a box
        ("Maureen", "box", 1, {}, 10, True),
        ("Grant", "box", 1, {}, 10, True),
        ("QZ", "box", 1, {}, 10, False),
        ("QZ", "box", 2, {}, 10, True),
        ("Zebra", "box", 2, {"box": 9}, 10, False),
        # small letters
        ("maureen", "colon", 1, {}, 10, True),
        ("maureen", "dash", 1, {}, 10, True),
        ("maureen", "tab", 1, {}, 10, False),
        ("zebra", "colon", 1, {"colon": 6}, 10, True),
        ("zebra", "colon", 1, {"colon": 5, "dash": 5}, 10, False),
        ("zebra", "colon", 1, {"colon": 6, "dash": 4}, 10, True),
        ("zebra", "colon", 2, {"colon": 1, "dash": 5}, 10, True),
        ("zebra", "colon", 2, {"colon": 5}, 10, False),
    ],
)
def test_somebody_begins_a_line_where_the_text_says_so(who, sign, often, signs, lines, accepted):
    here = labels(looked_at=lines)
    here.counts[who.casefold()] = often
    here.signs.update(signs)
    assert here.accepts(who, sign) is accepted


def test_small_letters_are_somebody_who_stands_elsewhere_with_a_capital_and_words_are_not():
    assert labels(capital={"zebra"}).accepts("zebra", "colon")
    assert labels(capital={"zebra"}).accepts("zebra", "dash")
    assert not labels(capital={"zebra"}).accepts("zebra", "tab")
    assert not labels().accepts("zebra", "colon")


@pytest.mark.parametrize(
    ("lines", "known", "counts", "unparted", "capital"),
    [
        (["Zebra (carer): a", "zebra: b"], {"zebra": ""}, {"zebra": 2}, {}, {"zebra"}),
        (["Zebra (stripes): a"], {}, {"zebra": 1}, {}, {"zebra"}),
        (["QZ asks", "QZ came", "NHS asks", "Then he"], {}, {}, {"qz": 2}, set()),
        (["QZ: asks", "QZ came"], {}, {"qz": 1}, {"qz": 1}, {"qz"}),
    ],
)
def test_the_beginnings_of_all_lines_are_counted(lines, known, counts, unparted, capital):
    here = labels()
    here.count(lines)
    assert (here.known, dict(here.counts), dict(here.unparted), here.capital) == (known, counts, unparted, capital)
    assert here.looked_at == len(lines)


@pytest.mark.parametrize(
    ("notes", "called", "who"),
    [
        ("Present: Jo Marsh, Kit Lonsdale", "jo", "Jo Marsh"),
        ("Present: Jo Marsh, Jo Dean", "jo", ""),  # whose whole name that is, nobody can tell
        ("Present: Jo Marsh, Jo Dean", "jm", "Jo Marsh"),
        ("Apologies: Jo Marsh", "ms marsh", "Jo Marsh"),
        ("Present: J. Marsh", "marsh", None),
        ("Present: Ms Marsh", "dr marsh", None),
        ("Present: Jo Marsh, Joe Mott", "jm", ""),
        ("Present: Jo Marsh (JX)", "jx", "Jo Marsh"),
        ("JM = Jo Marsh, KL = Kit Lonsdale", "kl", "Kit Lonsdale"),
        ("JM = Jo Marsh", "jm", None),  # one may be anything
        ("Present:\nJo Marsh\nKit Lonsdale", "kit", "Kit Lonsdale"),
        ("Present:\nJo Marsh\n\nKit Lonsdale", "kit", None),
        ("Present:\nJo Marsh\n\n- Kit Lonsdale", "kit", "Kit Lonsdale"),
        ("Present:\nJo Marsh\nQuestions:\nKit Lonsdale", "kit", None),
        ("Present:\nJo Marsh    Chair\nKit Lonsdale\tCarer", "kit lonsdale", "Kit Lonsdale"),
        ("Chair: Jo Marsh\nKit Lonsdale", "kit", None),
        ("Minutes\n\n\n\nStaff: Jo Marsh, Kit Lonsdale", "jo", None),
        ("Present: Jo, Mo", "j", None),
    ],
)
def test_who_came_is_known_by_what_the_list_of_them_says(notes, called, who):
    here = before_reading.labels_of(pieces.of_lines(notes.split("\n")), content.load().notes)
    assert here.known.get(called) == who


@pytest.mark.parametrize(
    ("notes", "roles"),
    [
        ("Present: Jo Marsh (chair), Kit Lonsdale – carer", {"jo marsh": "chair", "kit lonsdale": "carer"}),
        ("Present:\nJo Marsh    Chair\nKit Lonsdale\tCarer", {"jo marsh": "Chair", "kit lonsdale": "Carer"}),
        ("14 people, 2 staff (Fran, Deepak)", {"fran": "staff", "deepak": "staff"}),
        ("\n".join(["The bus"] * 7) + "\nstaff: Fran", {"fran": "staff"}),
        ("\n".join(["The bus"] * 8) + "\nstaff: Fran", {}),
        ("Jo Marsh    Chair\nKit Lonsdale\tCarer", {}),
    ],
)
def test_what_somebody_is_stands_beside_them_in_the_list(notes, roles):
    assert before_reading.labels_of(pieces.of_lines(notes.split("\n")), content.load().notes).roles == roles


@pytest.mark.parametrize(
    ("line", "counts", "unparted", "known", "who"),
    [
        ("Zebra Lion asks", {"zebra lion": 1}, {}, {}, "Zebra Lion"),
        ("Zebra asks", {"zebra": 1}, {}, {}, "Zebra"),
        ("QZ asks", {"qz": 1}, {}, {}, "QZ"),
        ("Zebra asks", {}, {}, {}, None),
        ("zebra asks", {"zebra": 2}, {}, {}, None),
        ("QZ asks", {}, {"qz": 2}, {}, "QZ"),
        ("QZ asks", {}, {"qz": 1}, {}, None),
        ("PIP asks", {}, {"pip": 2}, {}, None),  # a form
        ("PIP asks", {}, {}, {"pip": ""}, "PIP"),
        ("zebra and the lion asks", {}, {}, {"zebra and the lion": ""}, "zebra and the lion"),
        ("zebra and the big lion asks", {}, {}, {"zebra and the big lion": ""}, None),
        ("PC Adeyemi asks", {}, {}, {"pc": "", "pc adeyemi": ""}, "PC Adeyemi"),
        ("PC Adeyemi asks", {}, {}, {"pc": ""}, "PC"),
    ],
)
def test_somebody_begins_a_line_with_nothing_between(line, counts, unparted, known, who):
    here = labels(known=known)
    here.counts.update(counts)
    here.unparted.update(unparted)
    assert here.without_sign(line) == (None if who is None else (who, line[len(who) + 1 :]))


def test_a_table_is_nobody_however_often_it_begins_a_line():
    here = labels()
    here.counts.update(["table 3", "zebra", "qz"])
    assert not here.is_here("Table 3")
    assert not here.is_here("zebra")
    assert here.is_here("Zebra")
    assert here.is_here("QZ")
