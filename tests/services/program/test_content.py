import copy
import json

import pytest

from coprod_desktop import paths
from coprod_desktop.domain.content_table import WrongContent
from coprod_desktop.domain.words import Phase
from coprod_desktop.services.program import content

FILES = {
    name: json.loads(paths.resource("content", f"{name}.json").read_text("utf-8"))
    for name in ("content", "needs", "formats", "notes", "agreed_papers", "log_kinds")
}


def parse(change):
    files = copy.deepcopy(FILES)
    change(files)
    return content.parse(*(files[name.removesuffix(".json")] for name in content.FILES))


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
    broken = {**FILES["needs"], "needs": [{"need": "large print"}]}
    (tmp_path / "needs.json").write_text(json.dumps(broken), "utf-8")
    monkeypatch.setattr(paths, "resource", lambda *parts: tmp_path / parts[-1])
    content.load.cache_clear()
    try:
        with pytest.raises(WrongContent, match=r"row 1 .“large print”"):
            workspace.unlock(folder, None)
        assert not workspace.in_use(folder)
        (tmp_path / "needs.json").write_text("{", "utf-8")
        with pytest.raises(WrongContent, match=r"needs\.json"):
            workspace.unlock(folder, None)
    finally:
        monkeypatch.undo()
        content.load.cache_clear()
