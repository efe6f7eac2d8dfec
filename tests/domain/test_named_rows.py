"""Where a row of a table that comes with the program is wrong, it is said which: by its number and its name."""

from __future__ import annotations

import json
from typing import Any

import pytest

from coprod_desktop import paths
from coprod_desktop.domain import (
    agreed_kinds,
    assurance,
    format_table,
    group_kinds,
    list_words,
    log_kinds,
    looking_back,
    needs,
    report_kinds,
)
from coprod_desktop.domain.content_table import WrongContent
from coprod_desktop.domain.notes import known_words
from coprod_desktop.publish.stories.year import PARTS

PAPER = {"name": "a", "title": "A", "reader": "R", "about": "b.", "parts": [{"heading": "H", "claims": [{"q": "Is it so?"}]}]}  # fmt: skip
PARSES = {
    "log_kinds": lambda data: log_kinds.parse_log_kinds(data, {**read("content")["lists"], "themes": ("buses",)}),
    "notes": known_words.parse_notes_words,
    "people_lists": list_words.parse_list_words,
    "needs": lambda data: needs.parse_needs(data, ()),
    "paper": lambda data: assurance.parse_paper("a", data),
    "reports": report_kinds.parse_report_kinds,
    "cqc": lambda data: report_kinds.parse_reports(read("reports"), data, read("legal_notes"), PARTS),
    "legal_notes": lambda data: report_kinds.parse_reports(read("reports"), read("cqc"), data, PARTS),
    "group_kinds": group_kinds.parse_group_kinds,
    "agreed_papers": agreed_kinds.parse_agreed_kinds,
    "looking_back": lambda data: looking_back.parse_looking_back(data, ()),
    "formats": format_table.parse_formats,
}


def read(table: str) -> Any:
    return PAPER if table == "paper" else json.loads(paths.resource("content", f"{table}.json").read_text("utf-8"))


@pytest.mark.parametrize(
    ("table", "where", "name"),
    [
        ("log_kinds", ("buttons",), "name"),
        ("log_kinds", ("kinds",), "kind"),
        ("notes", ("kinds",), "kind"),
        ("notes", ("answers",), "answer"),
        ("people_lists", ("meanings",), "meaning"),
        ("people_lists", ("coming",), "answer"),
        ("people_lists", ("sections",), "role"),
        ("people_lists", ("short",), "short"),
        ("needs", ("needs",), "need"),
        ("paper", ("parts",), "heading"),
        ("paper", ("parts", 0, "claims"), "q"),
        ("reports", ("kinds",), "name"),
        ("reports", ("kinds", 4, "headings"), "heading"),
        ("cqc", ("statements",), "statement"),
        ("legal_notes", ("nations",), "nation"),
        ("legal_notes", ("nations", 0, "notes"), "law"),
        ("group_kinds", ("kinds",), "kind"),
        ("agreed_papers", ("kinds",), "name"),
        ("agreed_papers", ("kinds", 0, "headings"), "heading"),
        ("looking_back", ("forms",), "name"),
        ("looking_back", ("parts", "say", "questions"), "key"),
        ("formats", ("formats",), "name"),
    ],
)
def test_a_row_with_what_nothing_is_called_is_told_by_its_number_and_its_name(table, where, name):
    data = json.loads(json.dumps(read(table)))
    rows = data
    for key in where:
        rows = rows[key]
    at, row = next((n, row) for n, row in enumerate(rows, 1) if name in row)
    row["zebra"] = 1
    with pytest.raises(WrongContent) as refused:
        PARSES[table](data)
    assert (
        f"row {at} (“{row[name]}”) that comes with this program is wrong: nothing is called “zebra”"
        in refused.value.what
    )
