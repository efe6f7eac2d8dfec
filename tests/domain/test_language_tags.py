import pytest

from coprod_desktop.domain.language_tags import UNKNOWN, language_tag


@pytest.mark.parametrize("tag", ["cy", "en-GB", "pa-Guru", "pa-Guru-IN", "zh-Hant", "bfi", "ar"])
def test_a_tag_stays_as_it_is(tag):
    assert language_tag(tag) == tag


@pytest.mark.parametrize(
    ("typed", "tag"),
    [
        ("cy-Deirdre", "cy"),
        ("cy_gb", "cy-GB"),
        ("CY", "cy"),
        ("pl-PL-x-jean", "pl-PL"),
        ("cy-JQ", "cy"),
        ("Deirdre", UNKNOWN),
        ("Ann", UNKNOWN),
        ('en" onload="x', UNKNOWN),
        ("", UNKNOWN),
    ],
)
def test_nobodys_name_hides_in_a_language(typed, tag):
    assert language_tag(typed) == tag


@pytest.mark.parametrize(
    ("typed", "tag"),
    [
        (" CY_gb ", "cy-GB"),
        ("pa-guru-in", "pa-Guru-IN"),
        ("pa-in-guru", "pa-IN"),
        ("pa-guru", "pa-Guru"),
        ("en-x-gb", "en"),
        ("en", "en"),
        ("english", "und"),
        ("", "und"),
        ("-gb", "und"),
        ("zxx", "zxx"),
    ],
)
def test_language_then_script_then_region(typed, tag):
    assert language_tag(typed) == tag
