import pytest
from reportlab.pdfbase.pdfdoc import PDFDocument

from coprod_desktop.publish.render.tagged import canvas
from coprod_desktop.publish.render.tagged.pdf import render_pdf
from tests.publish.render import papers

KINDS = {
    "rich": papers.rich,
    "drawn": papers.drawn,
    "easy": papers.easy,
    "scripts": papers.scripts,
    "bare": papers.bare,
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_written_object_by_object_has_the_bytes_reportlab_would_write(kind, tmp_path, monkeypatch):
    ours, theirs = tmp_path / "ours.pdf", tmp_path / "theirs.pdf"
    render_pdf(KINDS[kind](), ours, made_on=papers.MADE_ON)
    monkeypatch.setattr(canvas, "SavingDocument", PDFDocument)
    render_pdf(KINDS[kind](), theirs, made_on=papers.MADE_ON)
    assert ours.read_bytes() == theirs.read_bytes()


def test_a_page_that_is_written_holds_nothing_any_more(tmp_path, monkeypatch):
    pages = []
    finished = canvas.TaggedCanvas.next_page

    def noted(self):
        finished(self)
        pages.append(self._doc.Pages.pages[-1])
        assert pages[-1].Contents.content

    monkeypatch.setattr(canvas.TaggedCanvas, "next_page", noted)
    render_pdf(papers.many(), tmp_path / "paper.pdf", made_on=papers.MADE_ON)
    assert len(pages) > 10
    assert {name for page in pages for name in vars(page)} == {"__InternalName__"}
