"""Which words that were typed once are offered again, and where the next line is kept meanwhile."""

from coprod_desktop.services.drafts import Kept
from coprod_desktop.ui.listen.old_drafts import OldDrafts, kept_in


def kept(field, words="half a line", row=None):
    return Kept(field=field, words=words, row=row, beside={})


def test_with_nothing_left_over_the_line_is_kept_under_the_session():
    old = OldDrafts("s", [])
    assert (old.field, old.words(), old.decided()) == ("capture:s", "", None)


def test_an_old_draft_is_never_typed_over():
    old = OldDrafts("s", [kept("capture:s")])
    assert old.field.startswith("capture:s:")
    assert old.field != OldDrafts("s", [kept("capture:s")]).field


def test_lines_and_changes_to_lines_are_offered_one_after_the_other_and_nothing_else():
    others = [kept("point:p:text", row="p"), kept("entry:other", row="e"), kept("capture:t")]
    old = OldDrafts("s", [kept("capture:s:1"), kept("entry:e", "changed", row="e"), *others])
    assert old.field == "capture:s"
    assert old.words() == "You had typed: “half a line”"
    assert old.decided().field == "capture:s:1"
    assert old.words() == "You were changing a line to: “changed”"
    assert old.decided().row == "e"
    assert (old.words(), old.decided()) == ("", None)


def test_long_words_are_offered_by_their_beginning():
    old = OldDrafts("s", [kept("capture:s", "word " * 500)])
    assert len(old.words()) < 200
    assert len(old.decided().words) == 2500


def test_a_line_that_is_changed_has_a_draft_of_its_own():
    assert kept_in("capture:s", None) == "capture:s"
    assert kept_in("capture:s", "e") == "entry:e"
