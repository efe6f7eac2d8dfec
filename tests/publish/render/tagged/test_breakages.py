import pikepdf
import pytest

from coprod_desktop.publish.render.tagged.pdf import render_pdf
from tests.publish.render import papers, structure
from tests.publish.render.breakages import BREAKAGES


@pytest.fixture(scope="module")
def good(tmp_path_factory):
    path = tmp_path_factory.mktemp("good") / "paper.pdf"
    render_pdf(papers.everything(), path, made_on=papers.MADE_ON)
    return path


def test_the_good_file_has_no_faults(good):
    assert structure.faults(good) == []


@pytest.mark.parametrize("name", BREAKAGES)
def test_each_breakage_is_seen(good, tmp_path, name):
    broken = tmp_path / "broken.pdf"
    with pikepdf.open(good) as pdf:
        BREAKAGES[name](pdf)
        pdf.save(broken)
    assert structure.faults(broken)
