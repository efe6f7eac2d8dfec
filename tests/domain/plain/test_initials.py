"""Which sets of initials are told, and when their full words were said before."""

import pytest

from coprod_desktop.domain.plain.initials import initials

FULL = {"NHS": "National Health Service", "MCAGPX": "A very long name", "PIN": "not looked up"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ask the NHS.", [("NHS", "National Health Service")]),
        ("Ask the NHS, then the NHS again.", [("NHS", "National Health Service")]),
        ("The National Health Service pays. Ask the NHS.", []),
        ("Ask the NHS. The National Health Service pays.", [("NHS", "National Health Service")]),
        ("the national health service, or NHS", []),
        ("The NHS (who pay) say so.", []),
        ("The NHS, (who pay) say so.", [("NHS", "National Health Service")]),
        ("The NHS's way, and NHSs", [("NHS", "National Health Service")]),
        ("Ask the HCF.", [("HCF", "")]),
        ("Ask the HCF and the XYZ.", [("HCF", ""), ("XYZ", "")]),
        ("Ask the home care forum (HCF).", []),
        ("Ask the forum of care at home (HCF).", [("HCF", "")]),
        ("Ask the home and care forum (HCF).", []),
        ("Ask the home care group (HCF).", []),  # two of its three letters
        ("Ask the care forum of mine (HCF).", [("HCF", "")]),
        ("Home care, in every village of the county, by a forum (HCF).", [("HCF", "")]),
        ("Home care forum HCF.", [("HCF", "")]),
        ("A way to work, one home care forum (HCF).", []),
        ("Ask MCAGPX.", [("MCAGPX", "A very long name")]),
        ("Ask ABCDEF.", []),
        ("Ask ABCDE.", [("ABCDE", "")]),
        ("Ask ABCDEFG.", []),
        ("Ask A.", []),
        ("Ask AB.", [("AB", "")]),
        ("Ask PIN or TV in the UK, and do NOT ring.", []),
        ("WE HEARD NOTHING HCF.", []),
        ("HCF HEARD NOTHING.", []),
        ("HCF heard nothing.", [("HCF", "")]),
        ("the HCF 24 line", [("HCF", "")]),
        ("line 24 HCF", [("HCF", "")]),
        ("a HCF B road", [("HCF", "")]),
        ("£HCF, @HCF, HCF@x, x/HCF, x.HCF, HCF-x", []),
    ],
)
def test_initials_are_told_until_their_words_were_said(text, told):
    assert [(text[at.start : at.end], full) for at, full in initials(text, FULL)] == told
