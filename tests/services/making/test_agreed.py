"""Papers people agree on, made: looked at first, through the gate, into every format; their principles on agendas."""

import copy
import dataclasses
import datetime
import json

import pytest

from coprod_desktop import paths
from coprod_desktop.domain.agreed_kinds import parse_agreed_kinds
from coprod_desktop.domain.check.kinds import FindingKind
from coprod_desktop.domain.check.settled import Decision
from coprod_desktop.domain.group_record import WorkGroup
from coprod_desktop.errors import UserError
from coprod_desktop.services import agreed, agreed_versions, people, prepare
from coprod_desktop.services.making import agreed as making
from coprod_desktop.services.making import papers
from coprod_desktop.services.making.papers import Unsettled

PHONE = "07700 900481"


def begun(desk, kind="charter", **more):
    paper, _ = agreed.begin(desk, kind, **more)
    return paper, agreed.one(desk, paper).newest.id


def fill(desk, paper, version):
    kind = desk.content.agreed.of(agreed.one(desk, paper).paper.kind)
    for heading in kind.not_filled(agreed.one(desk, paper).newest.parts):
        agreed.write(desk, version, heading, "Aim: fewer late visits" if kind.asks else "We keep to this.")


def text_of(desk, paper, tmp_path, n=None):
    made = making.make(desk, paper, ["text"], tmp_path / "text", n)
    return made.paths[0].read_text("utf-8")


@pytest.mark.parametrize("kind", [kind.name for kind in parse_agreed_kinds(json.loads(paths.resource("content", "agreed_papers.json").read_text("utf-8"))).rows if not kind.home])  # fmt: skip
def test_every_kind_is_made_in_every_format(desk, tmp_path, kind):
    paper, version = begun(desk, kind)
    fill(desk, paper, version)
    agreed_versions.agree(desk, version)
    assert making.findings(desk, paper) == ()
    forms = desk.content.formats.papers
    made = making.make(desk, paper, forms, tmp_path)
    assert not made.draft
    endings = {path.suffix for path in made.paths}
    assert {".pdf", ".docx", ".html", ".epub", ".txt", ".brf"} <= endings
    assert (".ics" in endings) == bool(desk.content.agreed.of(kind).review_months)
    assert (".xlsx" in endings) == (kind == "improvement-plan")
    assert len([path for path in made.paths if "easy-read" in path.name]) == 3


def test_a_new_kind_is_one_row_and_is_in_the_list_the_editor_and_every_format(desk, tmp_path):
    """A new agreed paper by one row."""
    table = json.loads(paths.resource("content", "agreed_papers.json").read_text("utf-8"))
    row = {
        "name": "bus-pledge", "words": "Bus pledge", "about": "What we do about buses.", "easy": "This is about buses.",
        "section": "group", "review_months": 3, "headings": [{"heading": "What we do", "hint": "One a line.", "must": True}],
    }  # fmt: skip
    table["kinds"].append(copy.deepcopy(row))
    ours = dataclasses.replace(desk, content=dataclasses.replace(desk.content, agreed_kinds=parse_agreed_kinds(table)))
    assert ours.content.agreed.rows[-1].words == "Bus pledge"
    paper, version = begun(ours, "bus-pledge")
    agreed.write(ours, version, "What we do", "Two more buses on Sundays")
    agreed_versions.agree(ours, version)
    made = making.make(ours, paper, ours.content.formats.papers, tmp_path)
    assert len(made.paths) >= 12
    assert "Two more buses on Sundays" in text_of(ours, paper, tmp_path)
    assert making.make_blank(ours, "bus-pledge", ["pdf", "docx"], tmp_path).paths
    assert text_of(desk, paper, tmp_path).startswith("\ufeffBus pledge")  # known by its name alone where the row is not


def test_a_draft_says_so_on_its_face_and_document_control_stands_at_the_end(desk, tmp_path):
    """“Review Frequency”: version, owner, approved, review every, next review."""
    paper, version = begun(desk)
    agreed.change(desk, paper, owner="Head of commissioning", subject="Home care")
    fill(desk, paper, version)
    told = text_of(desk, paper, tmp_path)
    assert "This is a draft. It is not agreed yet" in told
    assert making.make(desk, paper, ["text"], tmp_path / "d").draft
    agreed_versions.checked(desk, version, "the Tuesday group")
    assert "checked by the Tuesday group" in text_of(desk, paper, tmp_path)
    agreed_versions.agree(desk, version, approved_by="The partnership board")
    second, _ = agreed_versions.new_version(desk, paper)
    agreed.say_changed(desk, second, "Clearer words")
    agreed_versions.agree(desk, second)
    told = text_of(desk, paper, tmp_path)
    for words in (
        *("Version: 2. Agreed on", "Owner: Head of commissioning", "Approved by: The partnership board"),
        *(
            "Looked at again: Every year",
            "Next time: By",
            "What changed in this version: Clearer words",
            "Earlier versions",
        ),
    ):
        assert words in told
    assert "draft" not in told.casefold()
    assert "Version: 1." in text_of(desk, paper, tmp_path, 1)
    with pytest.raises(UserError, match="no version 7"):
        making.make(desk, paper, ["text"], tmp_path, 7)


def test_what_else_was_agreed_about_the_subject_in_three_years_is_told(desk, tmp_path):
    """“SUBJECT HISTORY (last 3 years)”: the history of a subject over papers and versions."""
    days = {"charter": 100, "principles": 1500, "how-to-pack": 10}
    for kind, ago in days.items():
        paper, version = begun(desk, kind)
        agreed.change(desk, paper, subject="Home care")
        fill(desk, paper, version)
        agreed_versions.agree(desk, version, desk.today() - datetime.timedelta(days=ago))
    paper, version = begun(desk, "terms-of-reference")
    agreed.change(desk, paper, subject=" home care ")
    told = text_of(desk, paper, tmp_path)
    assert "What else was agreed about this" in told
    assert told.index("How-to pack for staff") < told.index("Charter")
    assert "Principles" not in told


def test_headings_without_words_are_told_of_in_a_draft_and_left_out_once_agreed(desk, tmp_path):
    paper, version = begun(desk)
    fill(desk, paper, version)
    assert text_of(desk, paper, tmp_path).count("Not written yet.") >= 1
    agreed_versions.agree(desk, version)
    told = text_of(desk, paper, tmp_path)
    assert "Not written yet." not in told
    assert "What we ask of people" not in told


def test_names_and_numbers_are_asked_about_and_settled_once_for_the_same_words(desk, home_care, tmp_path):
    """check looks at its words as for any paper."""
    paper, version = begun(desk)
    name = (
        next(p.name for p in people.everyone(desk) if " " in p.name) if hasattr(people, "everyone") else "Deirdre Coyle"
    )
    words = f"Ring {PHONE}, or ask {name}."
    agreed.write(desk, version, "What we promise", words)
    agreed.write(desk, version, "What we want", words)
    with pytest.raises(Unsettled, match="to look at first"):
        making.make(desk, paper, ["text"], tmp_path)
    found = [f for f in making.findings(desk, paper) if f.is_open and f.blocks]
    kinds = {f.kind for f in found}
    assert FindingKind.PHONE in kinds
    for kind in kinds:
        making.settle(desk, paper, next(f for f in found if f.kind == kind), Decision.LEAVE_OUT)
    told = text_of(desk, paper, tmp_path)
    assert PHONE not in told
    assert name not in told
    assert not [f for f in making.findings(desk, paper) if f.is_open and f.blocks]
    agreed.write(desk, version, "What we want", f"Call {PHONE}.")
    assert [f.kind for f in making.findings(desk, paper) if f.is_open and f.blocks] == [FindingKind.PHONE]
    with pytest.raises(UserError, match="in the paper itself"):
        making.settle(desk, paper, found[0], Decision.OTHER_WORDS)


def test_words_somebody_said_and_may_not_be_quoted_are_asked_about(desk, home_care, tmp_path):
    with desk.store.read() as connection:
        said = connection.exec_driver_sql(
            "SELECT text FROM entry WHERE session_id = ? AND kind = 'contribution' AND length(text) > 40", (home_care,)
        ).scalars().all()  # fmt: skip
    paper, version = begun(desk)
    kinds = set()
    for words in said[:12]:
        agreed.write(desk, version, "What we promise", words)
        kinds |= {f.kind for f in making.findings(desk, paper)}
    assert kinds & {FindingKind.SAME_WORDS, FindingKind.TAKEN_BACK}


def test_who_signed_is_printed_as_they_let_their_name_be(desk, home_care, tmp_path):
    paper, version = begun(desk)
    fill(desk, paper, version)
    with desk.store.read() as connection:
        from coprod_desktop.store import reading

        someone = reading.everyone(connection)[0]
    agreed_versions.sign(desk, paper, someone.name, person=someone.id)
    agreed_versions.sign(desk, paper, "Healthwatch Northshire")
    told = text_of(desk, paper, tmp_path)
    assert "Healthwatch Northshire" in told
    assert (someone.name in told) != ("1 more person signed up" in told)


def test_a_definition_is_printed_as_somebody_elses_words_with_their_source(desk, tmp_path):
    """“meeting of minds coming together to find shared solutions”: source shown, not printed as ours."""
    paper, version = begun(desk, "definition")
    agreed.write(desk, version, "The words we chose", "“People work together as equals.”")
    agreed.write(desk, version, "Whose words they are", "Think Local Act Personal, https://example.org/words")
    agreed_versions.agree(desk, version)
    told = text_of(desk, paper, tmp_path)
    assert "“People work together as equals.”" in told
    assert "““" not in told
    assert told.index("People work together") < told.index("Think Local Act Personal")
    page = making.make(desk, paper, ["html"], tmp_path).paths[0].read_text("utf-8")
    assert 'href="https://example.org/words"' in page


def test_principles_stand_on_the_agendas_of_their_group_else_the_organisations(desk, home_care):
    """“The group has developed the following principles to be used across ASCH”: own principles, shown on agendas."""
    if not prepare.agenda(desk, home_care):
        prepare.use_agenda(desk, home_care, [(30, "Talk")])

    def agenda():
        return "\n".join(getattr(b, "text", str(b)) for b in papers.paper(desk, home_care, "agenda").blocks)

    ours, version = begun(desk, "principles")
    agreed.write(desk, version, "We are honest", "We say no when it is no.")
    assert "We are honest" not in agenda()
    agreed_versions.agree(desk, version)
    told = agenda()
    assert "We are honest" in told
    assert "We say no when it is no" not in told
    assert "We respect each other" in told
    second, _ = agreed_versions.new_version(desk, ours)
    agreed.rename(desk, second, "We are honest", "We are frank")
    assert "We are honest" in agenda()
    with desk.store.write("x") as tx:
        tx.add(WorkGroup(id="g", name="Home care group", kind="steering"), session=None)
        tx.change("session", home_care, group_id="g")
    _own, version = begun(desk, "principles", group="g")
    for heading in ("We are honest", "We respect each other"):
        agreed.remove_heading(desk, version, heading)
    agreed_versions.agree(desk, version)
    assert "We are equal" in agenda()
    assert "We are honest" not in agenda()


def test_a_blank_form_holds_nobodys_words(desk, home_care, tmp_path):
    """“An Equality Impact Assessment has been produced”: the blank form."""
    paper, version = begun(desk, "equality-assessment")
    agreed.write(desk, version, "Age", "Mark0001")
    made = making.make_blank(desk, "equality-assessment", ["text"], tmp_path)
    told = made.paths[0].read_text("utf-8")
    assert "Mark0001" not in told
    assert "Marriage and civil partnership" in told
    assert "What gets better, what gets worse" in told
    assert paper
    with pytest.raises(UserError, match="no form"):
        making.make_blank(desk, "privacy-notice", ["text"], tmp_path)


def test_a_kind_of_a_newer_program_is_made_whatever_it_is_called(desk, tmp_path):
    paper, version = begun(desk, "charter")
    agreed.write(desk, version, "What we promise", "We answer within a week")
    with desk.store.write("x") as tx:
        tx.change("agreed_paper", paper, kind="A kind of Vashti’s/..")
    made = making.make(desk, paper, ["text", "html"], tmp_path)
    assert all(path.name.split("-", 3)[3].startswith("agreed-paper") for path in made.paths)
    assert all("We answer within a week" in path.read_text("utf-8") for path in made.paths)
