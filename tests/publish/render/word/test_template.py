"""A report filled into a council's own Word template."""

from __future__ import annotations

import datetime
import zipfile

import docx
import pytest

from coprod_desktop.domain.report_span import year_span
from coprod_desktop.errors import UserError
from coprod_desktop.publish.document import Bullets, Document, Facts, Heading, Paragraph, Run, Table
from coprod_desktop.publish.render.word.template import fill
from coprod_desktop.services.making import reports
from tests import years
from tests.years import lived_workspace, year

__all__ = ["lived_workspace", "year"]

NOW = datetime.datetime(2026, 1, 15, 9, 0, tzinfo=datetime.UTC)
REPORT = Document(
    title="Report to the committee",
    lang="en-GB",
    author="Bramley Vale Council",
    subject="Report",
    blocks=(
        Heading(1, "Report to the committee"),
        Paragraph((Run("Bramley Vale Steering Group", strong=True),)),
        Heading(2, "Purpose of the report"),
        Paragraph((Run("To tell what was done."),)),
        Heading(2, "Risks"),
        Bullets((Paragraph((Run("The bus route ends"),)),)),
        Heading(2, "Financial implications"),
        Table("The numbers", ("What", "How many"), (("Sessions", "12"),)),
        Heading(2, "Data protection implications"),
        Facts((("Key decision", Paragraph((Run("Non-key"),))),)),
    ),
)
ALSO = {"Purpose of the report": ("executive summary",), "Risks": ("relevant risks",)}


@pytest.fixture
def template(tmp_path):
    made = docx.Document()
    made.core_properties.author = "Priscilla Ffoulkes"
    made.core_properties.last_modified_by = "Priscilla Ffoulkes"
    labels = made.add_table(rows=2, cols=2)
    labels.rows[0].cells[0].text, labels.rows[1].cells[0].text = "REPORT TITLE:", "Key Decision"
    for heading in ("Executive Summary", "4.0 FINANCIAL IMPLICATIONS", "7.0  Relevant Risks:", "12. Something of ours"):
        made.add_heading(heading, 1)
        made.add_paragraph(f"[Guidance on {heading}]")
    path = tmp_path / "council.docx"
    made.save(path)
    return path


def filled(template, tmp_path, report=REPORT):
    said = fill(template, report, ALSO, tmp_path / "out.docx", NOW)
    return docx.Document(tmp_path / "out.docx"), said


def lines(paper):
    return [p.text for p in paper.paragraphs]


def test_parts_stand_under_the_headings_that_match_whatever_number_or_capitals(template, tmp_path):
    paper, _ = filled(template, tmp_path)
    found = lines(paper)
    assert found[found.index("[Guidance on Executive Summary]") + 1] == "To tell what was done."
    assert found[found.index("[Guidance on 7.0  Relevant Risks:]") + 1] == "The bus route ends"
    assert (
        found.index("7.0  Relevant Risks:") < found.index("The bus route ends") < found.index("12. Something of ours")
    )
    assert [cell.text for cell in paper.tables[1].rows[1].cells] == ["Sessions", "12"]


def test_nothing_of_the_template_and_nothing_of_the_report_is_lost(template, tmp_path):
    before = lines(docx.Document(template))
    paper, said = filled(template, tmp_path)
    after = lines(paper)
    assert [line for line in after if line in before] == before
    assert after[-2:] == ["Data protection implications", "Key decision: Non-key"]
    assert said == ("The template has no heading for these, so they stand at its end: Data protection implications.",)
    assert "Bramley Vale Steering Group" in after


def test_empty_cells_beside_labels_are_filled_and_full_ones_stay(template, tmp_path):
    made = docx.Document(template)
    made.tables[0].rows[1].cells[1].text = "Key"
    made.save(template)
    paper, _ = filled(template, tmp_path)
    assert [row.cells[1].text for row in paper.tables[0].rows] == ["Report to the committee", "Key"]


def test_who_made_the_template_does_not_go_out_with_it(template, tmp_path):
    paper, _ = filled(template, tmp_path)
    told = paper.core_properties
    assert (told.author, told.last_modified_by, told.title) == ("Bramley Vale Council", "", "Report to the committee")
    with zipfile.ZipFile(tmp_path / "out.docx") as file:
        assert not any(b"Ffoulkes" in file.read(name) for name in file.namelist())


def test_the_same_report_gives_the_same_bytes(template, tmp_path):
    fill(template, REPORT, ALSO, tmp_path / "one.docx", NOW)
    fill(template, REPORT, ALSO, tmp_path / "two.docx", NOW)
    assert (tmp_path / "one.docx").read_bytes() == (tmp_path / "two.docx").read_bytes()


def test_a_template_of_word_itself_is_read_and_one_with_macros_is_not(template, tmp_path):
    dotx, macros = tmp_path / "council.dotx", tmp_path / "macros.docx"
    with zipfile.ZipFile(template) as old, zipfile.ZipFile(dotx, "w") as new, zipfile.ZipFile(macros, "w") as bad:
        for name in old.namelist():
            data = old.read(name)
            bad.writestr(name, data)
            new.writestr(name, data.replace(b"wordprocessingml.document.main", b"wordprocessingml.template.main"))
        bad.writestr("word/vbaProject.bin", b"x")
    assert "To tell what was done." in lines(filled(dotx, tmp_path)[0])
    with pytest.raises(UserError, match=r"macros\.docx cannot be read as a Word file"):
        filled(macros, tmp_path)


@pytest.mark.parametrize("data", [b"", b"not a zip", b"PK\x03\x04"])
def test_what_is_no_word_file_is_a_sentence_and_nothing_is_made(tmp_path, data):
    path = tmp_path / "wrong.docx"
    path.write_bytes(data)
    with pytest.raises(UserError, match=r"wrong\.docx cannot be read as a Word file\. No report was made"):
        fill(path, REPORT, ALSO, tmp_path / "out.docx", NOW)
    with pytest.raises(UserError, match="cannot be read"):
        fill(tmp_path / "nowhere.docx", REPORT, ALSO, tmp_path / "out.docx", NOW)
    assert not (tmp_path / "out.docx").exists()


def test_the_committee_report_fills_the_councils_own_template(year, template, tmp_path):
    """Features: "Other Options Considered" (the council's own Word template filled where given)."""
    days = year_span("2025")
    made = reports.make(
        year.desk, "committee-report", ["docx"], tmp_path / "out",
        since=days.since, until=days.until, of_group=years.GROUP, template=template,
    )  # fmt: skip
    (path,) = made.paths
    found = lines(docx.Document(path))
    assert found.index("4.0 FINANCIAL IMPLICATIONS") < found.index("Paid to people who took part: £2,116.80.")
    assert any("stand at its end" in warning for warning in made.warnings)
    with pytest.raises(UserError, match="no headings to be matched"):
        reports.make(year.desk, "action-list", ["docx"], tmp_path / "out", template=template)
