"""What a group may spend stands on the invitation, the agenda and the paper of its sessions, and on nobody else's."""

from __future__ import annotations

import pytest

from coprod_desktop.publish import paper_kinds
from coprod_desktop.services import groups, prepare, sessions
from coprod_desktop.services.making import papers

KINDS = ("call-out", "agenda", paper_kinds.YOU_SAID_WE_WILL)


def made(desk, session, kind, folder, form="text"):
    done = papers.make(desk, session, [form], folder, kind=kind)
    return " ".join(
        " ".join(path.read_text("utf-8").split()) for path in done.paths if path.suffix in {".txt", ".html"}
    )


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("form", ["text", "easy-read-web"])
def test_the_limit_is_printed_where_people_plan_and_decide(desk, home_care, tmp_path, kind, form):
    """Row of the sources: "all people are aware of the financial envelopes available"."""
    prepare.add_agenda_item(desk, home_care, "Welcome", 10)
    papers.review(desk, home_care)
    before = made(desk, home_care, kind, tmp_path / "before", form)
    group, _ = groups.add(desk, "Home care steering group", "steering_group", money_pence=123_400)
    sessions.change(desk, home_care, group_id=group)
    after = made(desk, home_care, kind, tmp_path / "after", form)
    assert "£1,234" in after
    assert "£1,234" not in before
    groups.remove(desk, group)
    assert "£1,234" not in made(desk, home_care, kind, tmp_path / "gone", form)
