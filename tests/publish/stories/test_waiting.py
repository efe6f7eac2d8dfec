import datetime

from coprod_desktop.publish.document import Bullets
from coprod_desktop.publish.gate import open_gate
from coprod_desktop.publish.stories.you_said_we_will import you_said_we_will
from tests.services.bring_in.test_session_file import read, small


def test_what_may_not_be_quoted_is_summed_up_not_listed_over_and_over():
    said = [("contribution", "Call times")] * 3 + [("question", None)] * 2 + [("story", "Rota")]
    entries = [
        {"n": i, "kind": kind, "text": f"Words {i} nobody may quote", "theme": theme, "publish": "yes"}
        for i, (kind, theme) in enumerate(said, 1)
    ]
    paper = you_said_we_will(open_gate(read(small(entries=entries)), (), datetime.date(2026, 9, 18)))
    items = [["".join(r.text for r in i.runs) for i in b.items] for b in paper.blocks if isinstance(b, Bullets)]

    assert items[0] == [
        "3 things said about Call times.",
        "A story about Rota.",
        "2 more questions. We have not been told that we may print the words.",
    ]
