"""Words from elsewhere are kept as they came, but for what nobody sees."""

import pytest

from coprod_desktop.domain.as_it_came import as_it_came, in_one_line


@pytest.mark.parametrize(
    ("came", "kept"),
    [
        ("  We will.\r\nIn May.  \r", "We will.\nIn May."),
        ("One\tTwo\x00\x07", "One\tTwo"),
        ("One\rT\x0bw\x0co\x85!", "One\nTwo!"),
        ("Łucja said:  \n\n\nno", "Łucja said:\n\n\nno"),
        ("\u200f\u200b \n", ""),
        ("", ""),
        ("\u200fشکریہ", "\u200fشکریہ"),
    ],
)
def test_lines_stay_and_what_controls_a_machine_goes(came, kept):
    assert as_it_came(came) == kept


def test_who_was_asked_stands_on_one_line():
    assert in_one_line(" Head of\r\nHome  Care ") == "Head of Home Care"
