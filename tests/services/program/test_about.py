from coprod_desktop.services.program import about


def test_every_part_has_a_version_and_a_licence():
    parts = about.parts()
    by_name = {p.name.casefold(): p for p in parts}
    assert by_name["sqlalchemy"].licence == "MIT"
    assert by_name["pyside6-essentials"].version == "6.11.3"
    assert by_name["pyside6-essentials"].licence.startswith("LGPL")
    for typeface in ("Lexend", "Noto Sans", "Noto Sans Arabic"):
        assert f"{typeface}, a typeface: SIL Open Font License 1.1" in [p.words for p in parts]
    assert [p.licence.startswith("CC BY-SA 4.0") for p in parts if "OpenMoji" in p.name] == [True]
    assert not [p for p in parts if not p.licence or p.licence == "see its own files"]
    assert len(by_name) == len(parts)


def test_parts_of_parts_are_named_and_tools_of_the_builders_are_not():
    names = {p.name.casefold() for p in about.parts()}
    assert "mako" in names  # alembic's
    assert "pytest" not in names
    assert "ruff" not in names


def test_nobodys_whole_licence_text_is_taken_for_its_name():
    assert max(len(p.licence) for p in about.parts()) < 80
