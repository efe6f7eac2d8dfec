"""What names look like, and that nobody's name is one that is passed over."""

import pytest

from coprod_desktop.domain.notes.shapes import PARTICLES, first_letter, initials_of, shape_of_name, shorts_of
from tests.domain.notes.ruler import read


@pytest.mark.parametrize(
    ("shape", "names"),
    [
        ("one", ["Jo", "Ben", "Van", "van Dyke", "X" * 60, "Anne-Marie", "Mr Lister", "Dr. Rao", "فاطمہ", "Mo'nique"]),
        (
            "name",
            [
                "Jo Marsh",
                "Jo MARSH",
                "Ben Tully",
                "Wyn ap Rhydderch",
                "J. Marsh",
                "Al Rao",
                "علی رضا",
                "李 明 王",
                "Jo 李",
            ],
        ),
        ("lower", ["jo", "jo marsh"]),
        (
            "",
            [
                "",
                "ap",
                "Mr",
                "Mr. Van",
                "李 明 王 小",
                "jo o'dell pike",
                "Jo;",
                "Jo said",
                "Jo?",
                "Jo, Mo",
                "two small words",
                "Jo 2",
                "A B C D E F",
                "-",
                "X" * 61,
            ],
        ),
    ],
)
def test_a_label_has_the_shape_of_a_name_or_none(shape, names):
    assert {name: shape_of_name(name) for name in names} == dict.fromkeys(names, shape)


@pytest.mark.parametrize(
    "name", sorted(word.capitalize() for word in PARTICLES if word in {"al", "ben", "del", "di", "mac"})
)
def test_whoever_is_called_like_a_part_of_other_names_said_their_own_words(name):
    said = [(c.speaker, c.text) for c in read(f"Jo: hi\n{name}: late again\nMo: tea\n{name} Marsh: cold").lines]
    assert said == [("Jo", "hi"), (name, "late again"), ("Mo", "tea"), (f"{name} Marsh", "cold")]


def test_by_what_somebody_may_be_noted():
    assert initials_of("Wyn ap Rhydderch") == {"war", "wr"}
    assert initials_of("Anne-Marie O'Dell") == {"amo", "ao", "aod"}
    assert initials_of("Dr Ana Rao") == {"dar", "ar", "dr"}
    assert initials_of("Jo") == set()
    assert initials_of("Jo 2 Marsh") == initials_of("- Jo Marsh") == {"jm"}
    assert initials_of("Lee Van Dyke") == {"lvd", "ld"}
    assert initials_of("Cllr. Jo") == {"cj"}
    assert initials_of("Ana de la Cruz McRae-Bell") == {"adlcmb", "acmb", "acm", "am", "amr"}
    assert shorts_of("Jo Marsh") == {"jm", "jo"}
    assert "mr lister" in shorts_of("Mr Tom Lister")
    assert [first_letter(name) for name in ("Jo Marsh", "Dr. Rao", "Mr")] == ["j", "r", "m"]
