"""The assurance pack: every claim has what bears it out, and nothing of anybody is in it."""

from __future__ import annotations

import ast
import datetime
import json
import re
import sys
from functools import cache
from pathlib import Path

import pytest

from coprod_desktop import cli
from coprod_desktop.domain.assurance import NAMES, TEST, Recorded, RunOfTests, Standing, holes, named_tests, parse_paper
from coprod_desktop.domain.content_table import WrongContent
from coprod_desktop.errors import UserError
from coprod_desktop.publish.assurance import assurance_paper, texts
from coprod_desktop.services.assurance import facts, pack, tested
from coprod_desktop.services.program import about, content
from tests.recording import Recorder, write

ROOT = Path(__file__).resolve().parents[3]
NOW = datetime.datetime(2026, 11, 27, 10, 0, tzinfo=datetime.UTC)
PRIVATE = "Precious Adeyemi-Sentinel"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The pack as the command makes it, beside a workspace whose owner is called like nobody else."""
    home = tmp_path_factory.mktemp("home") / PRIVATE
    (home / "workspace").mkdir(parents=True)
    for name in ("workspace.db", "vault.json", "notes.txt"):
        (home / "workspace" / name).write_text(PRIVATE * 50, encoding="utf-8")
    out = home / "pack"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(home))
        patch.setenv("USERPROFILE", str(home))
        patch.setenv("XDG_CONFIG_HOME", str(home / ".config"))
        patch.setenv("XDG_DATA_HOME", str(home / ".local" / "share"))
        patch.setenv("COPROD_PASSPHRASE", PRIVATE)
        assert cli.main(["--workspace", str(home / "workspace"), "assurance", "--out", str(out)]) == 0
    return out


@cache
def names_in(path: Path) -> set[str]:
    return {node.name for node in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(node, ast.FunctionDef)}


def not_there(by: str) -> bool:
    if TEST.fullmatch(by):
        path, _, name = by.partition("::")
        return not (ROOT / path).is_file() or name not in names_in(ROOT / path)
    path, _, words = by.partition("#")
    return not (ROOT / path).is_file() or words not in (ROOT / path).read_text("utf-8")


def test_what_bears_each_claim_out_is_there():
    claims = [claim for paper in pack.load() for claim in paper.claims()]
    assert [by for claim in claims for by in claim.by if not_there(by)] == []
    assert len([claim for claim in claims if claim.question]) > 60
    assert len(named_tests(pack.load())) > 100


@pytest.mark.parametrize(
    "by",
    [
        "tests/test_no_network.py::test_that_is_not_there",
        "tests/nowhere.py::test_anything",
        "LICENSE#words that do not stand in it",
    ],
)
def test_what_is_not_there_is_seen(by):
    assert not_there(by)


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        ({"a": "It is safe."}, "nothing bears it out"),
        ({"a": "It is safe.", "by": ["everybody says so"]}, "neither a test nor a file"),
        ({"a": "It is safe.", "by": ["tests/x.py"]}, "neither a test nor a file"),
        ({"a": "It is safe.", "is": "surely", "by": ["a.py#b"]}, "there is no “surely”"),
    ],
)
def test_a_claim_with_nothing_behind_it_is_refused(claim, said):
    paper = {"name": "x", "title": "X", "reader": "R", "about": "A", "parts": [{"heading": "H", "claims": [claim]}]}
    with pytest.raises(WrongContent, match=said):
        parse_paper("x", paper)


def test_every_number_of_the_program_is_known():
    asked = {hole for text in texts(pack.load()) for hole in holes(text)}
    assert asked == facts.words().keys()


def test_what_is_not_done_is_said_plainly():
    said = " ".join(claim.says for paper in pack.load() for claim in paper.claims() if claim.standing is Standing.NOT)
    for plain in ("None by an outside body", "on Linux only", "No person with a disability", "are not encrypted"):
        assert plain in said


def test_each_thing_that_is_suggested_names_who_decides():
    (paper,) = [one for one in pack.load() if one.name == "decisions"]
    (part,) = [one for one in paper.parts if one.heading == "What it suggests, and who decides"]
    assert len(part.claims) > 8
    assert [claim.question for claim in part.claims if "decide" not in claim.says] == []


def test_the_equality_assessment_has_the_headings_that_groups_have_for_theirs():
    (paper,) = [one for one in pack.load() if one.name == "equality"]
    kind = content.agreed_papers().of("equality-assessment")
    assert [part.heading for part in paper.parts] == [one.heading for one in kind.headings]


def test_the_pack_is_whole_in_both_formats(made):
    kinds = {re.sub(r"^\d{4}-\d\d-\d\d-assurance-(\d-[a-z]+)-[0-9a-f]{6}", r"\1", path.name) for path in made.iterdir()}
    wanted = {f"{n}-{name}.{ending}" for n, name in enumerate(NAMES) for ending in ("docx", "html")}
    assert kinds == wanted | {f"{len(NAMES) - 1}-materials.json"}
    for path in made.glob("*.html"):
        text = path.read_text("utf-8")
        assert f"Co-production Desktop {about.version()}" in text
        assert "{" not in re.sub(r"<style>.*?</style>", "", text, flags=re.S)


def test_nothing_of_anybody_is_in_it(made):
    from docx import Document

    for path in made.iterdir():
        text = path.read_text("utf-8") if path.suffix != ".docx" else "\n".join(told(Document(str(path))))
        for part in (*PRIVATE.split(), *PRIVATE.split("-"), str(Path.home()), str(made)):
            assert part not in text, path.name


def told(word):
    yield from (paragraph.text for paragraph in word.paragraphs)
    yield from (cell.text for table in word.tables for row in table.rows for cell in row.cells)
    yield from map(str, (word.core_properties.author, word.core_properties.last_modified_by))


def test_a_format_nobody_knows_is_refused_and_word_is_known_by_its_name(tmp_path):
    with pytest.raises(UserError, match="no format called 'csv'"):
        pack.make(tmp_path / "out", ["csv"], now=lambda: NOW)
    assert not (tmp_path / "out").exists()


def words_of(name: str, with_tests: RunOfTests) -> str:
    told = pack.load()
    known = pack.facts_of(told, NOW.date(), ())
    (paper,) = [one for one in told if one.name == name]
    return repr(assurance_paper(paper, type(known)(**{**vars(known), "tested": with_tests})).document.blocks)


def test_what_you_fill_in_does_not_read_as_the_end_of_the_last_answer():
    said = words_of("impact", RunOfTests())
    assert said.index("Transfers abroad") < said.rindex("For you to say", 0, said.index("Your lawful basis"))


def test_what_no_run_of_the_tests_showed_is_not_called_passed():
    tests = dict.fromkeys(named_tests(pack.load()), True)
    ran = RunOfTests(recorded=Recorded.THIS, code="c0de", on="2026-11-26", where="here", results=tests)
    assert "Passed: nothing tried to connect while the tests ran." in words_of("network", ran)
    for other in (RunOfTests(), RunOfTests(**{**vars(ran), "recorded": Recorded.OTHER})):
        said = words_of("network", other)
        assert "Passed" not in said
        assert "not recorded for this version" in said
    failed = {**tests, "tests/test_no_network.py::test_from_nothing_to_papers_without_a_network": False}
    assert "Failed." in words_of("network", RunOfTests(**{**vars(ran), "results": failed}))
    del tests["tests/store/test_store.py::test_the_database_cannot_be_read_without_its_key"]
    some = RunOfTests(**{**vars(ran), "results": tests})
    assert "“the database cannot be read without its key” (not recorded for this version)" in words_of("security", some)


def test_a_record_counts_only_for_the_code_it_was_made_with(tmp_path, monkeypatch):
    record = tmp_path / "record.json"
    write({"tests/a.py::test_b": True}, record)
    assert tested.read(record).recorded is Recorded.THIS
    write({"tests/a.py::test_c": False}, record)
    assert tested.read(record).results == {"tests/a.py::test_b": True, "tests/a.py::test_c": False}
    held = json.loads(record.read_text("utf-8"))
    for wrong in ({"code": "0" * 64}, {"version": "99.0"}):
        record.write_text(json.dumps({**held, **wrong}), encoding="utf-8")
        assert tested.read(record).recorded is Recorded.OTHER
        assert tested.read(record).passed("tests/a.py::test_b") is None
    record.write_text("{}", encoding="utf-8")
    assert tested.read(record) == RunOfTests()
    record.write_text(json.dumps(held), encoding="utf-8")
    monkeypatch.setattr("sys.frozen", True, raising=False)
    assert tested.read(record).recorded is Recorded.PACKED


@pytest.mark.parametrize(
    ("args", "recorded"),
    [
        ((), True),
        (("-k", "one"), False),
        (("-x",), False),
        (("test_it.py::test_named[one]",), False),
        (("-m", "not slow"), False),
        (("-n", "1"), True),
        (("-n", "1", "-m", "not slow"), False),
    ],
    ids=str,
)
def test_a_test_that_was_run_in_part_is_not_recorded(pytester_run, args, recorded):
    assert pytester_run(*args) == ({"test_it.py::test_named": True} if recorded else {})


@pytest.mark.parametrize("args", [(), ("-k", "two"), ("-x",), ("-m", "slow")], ids=str)
def test_a_part_that_failed_takes_a_pass_back_however_little_was_run(pytester_run, args):
    assert pytester_run() == {"test_it.py::test_named": True}
    assert pytester_run(*args, holds="n != 'two'") == {"test_it.py::test_named": False}


def test_a_run_that_was_broken_off_is_not_recorded(pytester_run):
    assert pytester_run(holds="n != 'two' or exec('raise KeyboardInterrupt')") == {}


@pytest.fixture
def pytester_run(tmp_path, monkeypatch):
    """Return what runs a small test of two parts, and says what was recorded of it."""
    (tmp_path / "conftest.py").write_text(
        "from tests.recording import LeftOut\n"
        "def pytest_configure(config):\n"
        "    if hasattr(config, 'workerinput'):\n"
        "        config.pluginmanager.register(LeftOut())\n",
        "utf-8",
    )
    monkeypatch.setattr("tests.recording.named", lambda: ("test_it.py::test_named",))
    record = tmp_path / "record.json"

    def run(*args: str, holds: str = "n") -> dict[str, bool]:
        two = "pytest.param('two', marks=pytest.mark.slow)"
        test = f"import pytest\n@pytest.mark.parametrize('n', ['one', {two}])\ndef test_named(n):\n    assert {holds}\n"
        (tmp_path / "test_it.py").write_text(test, "utf-8")
        sys.modules.pop("test_it", None)
        where = [str(tmp_path)] if not any(".py" in one for one in args) else []
        asked = [f"{tmp_path}/{one}" if ".py" in one else one for one in args]
        options = ["-q", "-p", "no:cacheprovider", f"--rootdir={tmp_path}", "-c", str(tmp_path / "none.ini")]
        (tmp_path / "none.ini").write_text("[pytest]\n", "utf-8")
        pytest.main([*options, *asked, *where], plugins=[Recorder(record)])
        return dict(tested.read(record).results)

    return run
