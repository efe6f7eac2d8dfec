"""One row more in the tables of needs and formats shows everywhere it should."""

import pytest

from coprod_desktop import cli
from coprod_desktop.services import people, prepare, workspace
from coprod_desktop.services.bring_in import merge
from coprod_desktop.services.making import handouts, letters, packs, papers
from coprod_desktop.services.program import content
from coprod_desktop.services.seen import follow_up, listen, preview, readiness
from tests import readme
from tests.desks import HOME_CARE
from tests.services.program.new_format import FORMAT, NEED, one_more_row

NAME = FORMAT["name"]


@pytest.fixture
def desk(folder, tmp_path):
    with one_more_row(tmp_path / "content"):
        opened = workspace.unlock(folder, None)
        yield opened
        workspace.close(opened)


@pytest.fixture
def session(desk):
    made = merge.import_file(desk, HOME_CARE.read_bytes()).session
    reader = people.on_list(desk, made)[0]
    people.add_need(desk, made, reader.id, "a page for an old phone")
    people.arrive(desk, made, reader.id)
    papers.review(desk, made)
    return made


def test_a_new_format_is_read_packed_written_and_shown(desk, session, tmp_path):
    reader = people.on_list(desk, session)[0]
    assert (
        NAME in next(p for p in packs.plan(desk, session, "you-said-we-will").parcels if p.person == reader.id).formats
    )
    assert NAME in packs.plan(desk, session, "you-said-we-will").formats
    assert NAME in {wish.format for wish in preview.preview(desk, session).wishes}
    assert NAME in preview.preview(desk, session).formats
    assert NAME in next(r for r in follow_up.follow_up(desk, session).readers if r.id == reader.id).reads
    made = packs.make(desk, session, "you-said-we-will", tmp_path / "packs")
    assert any("-plain" in path.name for path in made.paths)
    written = letters.make(desk, session, tmp_path / "letters", [reader.id])
    assert any("-plain" in path.name for path in written.paths)
    prepare.use_agenda(desk, session, [(10, "Welcome")])
    cards = handouts.make(desk, session, "cards", tmp_path / "cards", [NAME])
    assert [path.suffix for path in cards.paths] == [".html"]


def test_a_new_format_is_a_choice_and_in_the_help_of_commands(desk, session, folder, tmp_path, capsys):
    workspace.close(desk)
    out = tmp_path / "out"
    assert cli.main(["--workspace", str(folder), "export", session, "--format", NAME, "--out", str(out)]) == 0
    assert [path.name.endswith(".html") for path in out.iterdir()] == [True]
    with pytest.raises(SystemExit):
        cli.main(["export", "--help"])
    assert NAME in capsys.readouterr().out.replace("\n", "").replace(" ", "")


def test_a_new_format_is_in_the_manual(desk):
    text = readme.with_table(readme.README.read_text("utf-8"), content.load().formats)
    assert f"| `{NAME}` | {FORMAT['about']} |" in text


def test_a_new_need_is_on_the_checklist_at_listen_and_says_how_long_it_takes(desk, session):
    need = people.on_list(desk, session)[0].needs[-1]
    assert need.ais == NEED["group"]
    prepare.make_checklist(desk, session)
    assert "Try the page on an old phone." in {line.text for line in prepare.checklist(desk, session)}
    assert NEED["cue"] in {one.words for one in listen.read(desk, session).access}
    assert desk.content.needs.read(need.need).lead == NEED["lead"]
    assert ("webby page", NEED["group"]) in desk.content.needs.offered
    assert any(
        "old phone" in thing.words or "things people need" in thing.words
        for thing in readiness.of(desk, session).not_ready
    )
