import copy
import json
import re

import pytest

from coprod_desktop import paths
from coprod_desktop.domain import agenda
from coprod_desktop.domain.content_table import WrongContent
from coprod_desktop.domain.record import AgendaItem
from coprod_desktop.domain.words import Phase
from coprod_desktop.services.program import content

FILES = {
    name: json.loads(paths.resource("content", f"{name}.json").read_text("utf-8"))
    for name in ("content", "needs", "formats", "notes", "agreed_papers", "log_kinds", "group_kinds", "reports")
}


def parse(change):
    files = copy.deepcopy(FILES)
    change(files)
    return content.parse(files["content"])


def test_a_line_marked_basic_in_the_content_is_on_every_checklist():
    def mark(files):
        files["content"]["access_checklist"]["before"].append({"line": "Feed the cat.", "basic": True})

    assert parse(mark).basics() == [*content.load().basics(), "Feed the cat."]
    assert parse(mark).checklist(Phase.BEFORE)[-1] == "Feed the cat."


@pytest.mark.parametrize("line", [3, None, {"basic": True}, {"line": ""}, {"line": "Yes.", "basic": "yes"}, ["Yes."]])
def test_a_checklist_line_that_is_none_is_refused(line):
    with pytest.raises(WrongContent, match="before checklist"):
        parse(lambda files: files["content"]["access_checklist"]["before"].append(line))


def test_a_table_with_a_mistake_opens_no_workspace_and_says_what_is_wrong(folder, monkeypatch, tmp_path):
    from coprod_desktop.services import workspace

    for name, data in FILES.items():
        (tmp_path / f"{name}.json").write_text(json.dumps(data), "utf-8")
    broken = {**FILES["content"], "access_checklist": {"before": [], "arrival": [], "during": []}}
    (tmp_path / "content.json").write_text(json.dumps(broken), "utf-8")
    monkeypatch.setattr(paths, "resource", lambda *parts: tmp_path / parts[-1])
    content.load.cache_clear()
    try:
        with pytest.raises(WrongContent, match=r"the starter content"):
            workspace.unlock(folder, None)
        assert not workspace.in_use(folder)
        (tmp_path / "content.json").write_text("{", "utf-8")
        with pytest.raises(WrongContent, match=r"content\.json"):
            workspace.unlock(folder, None)
    finally:
        monkeypatch.undo()
        content.load.cache_clear()


@pytest.mark.parametrize(
    ("name", "change", "why"),
    [
        ("group_kinds", {"kinds": []}, "there is no kind in it"),
        ("needs", {"needs": [{"need": "large print"}]}, r"row 1 .“large print”"),
        ("formats", {"formats": []}, "no format is ticked"),
    ],
)
def test_a_wrong_table_that_is_read_later_is_told_of_once_one_can_type(
    folder, monkeypatch, tmp_path, name, change, why
):
    from coprod_desktop.services import workspace

    read_later = (content.group_kinds, content.known_needs, content.known_formats)
    for one, data in FILES.items():
        (tmp_path / f"{one}.json").write_text(json.dumps({**data, **change} if one == name else data), "utf-8")
    monkeypatch.setattr(paths, "resource", lambda *parts: tmp_path / parts[-1])
    for table in read_later:
        table.cache_clear()
    try:
        workspace.close(workspace.unlock(folder, None))
        with pytest.raises(WrongContent, match=why):
            content.read_rest()
    finally:
        monkeypatch.undo()
        for table in read_later:
            table.cache_clear()


def _hours_in(name: str) -> int:
    """The minutes a template says it has: "Workshop (2½ hours)" has 150."""
    number = re.search(r"(\d+)(½)? hours?\b", name)
    assert number is not None, name
    return int(number[1]) * 60 + (30 if number[2] else 0)


def test_every_agenda_has_an_open_slot_and_breaks_and_takes_what_its_name_says():
    """Features: "with the agenda very much set by organisations themselves": an open agenda slot in every template."""
    for name, items in content.load().agendas().items():
        assert any("open slot" in title.casefold() for _minutes, title in items), name
        assert sum(minutes for minutes, _title in items) == _hours_in(name)
        parts = [AgendaItem(id=str(n), title=title, minutes=m) for n, (m, title) in enumerate(items)]
        assert not agenda.worries(parts, None, None), name


def test_the_session_types_of_the_sources_are_all_offered():
    """Features: Listening space, Micro Meeting, Workshop 1, 'Talking Shops' (drop-in)."""
    assert {"listening space", "micro meeting", "workshop", "drop-in"} <= {*content.load().pick_list("session types")}


def test_a_line_that_takes_time_says_how_long():
    leads = content.load().leads()
    papers = next(line for line in leads if line.startswith("Send papers in each person's format"))
    assert leads[papers] == 5, "seven days are five working days"
