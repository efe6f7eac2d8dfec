"""Papers people agreed on are found by their titles and by what stands below their headings."""

from coprod_desktop.services import agreed
from coprod_desktop.services.seen import search


def test_a_paper_is_found_by_words_below_a_heading_and_tells_that_heading(desk):
    paper, _ = agreed.begin(desk, "charter")
    agreed.write(
        desk, agreed.one(desk, paper).newest.id, "What we promise", "We answer every letter within a fortnight."
    )
    (hit,) = search.search(desk, "letter fortnight")
    assert (hit.noun, hit.id, hit.words) == ("agreed_paper", paper, "Charter")
    assert hit.there == "What we promise: We answer every letter within a fortnight."
    assert [found.id for found in search.search(desk, "Charter")] == [paper]
    agreed.remove(desk, paper)
    assert search.search(desk, "fortnight") == []
