"""With no screen, `make run` still shows what the program is for."""

from __future__ import annotations

from coprod_desktop import showcase


def test_the_samples_papers_are_made_and_their_paths_printed(tmp_path, capsys):
    assert showcase.main([str(tmp_path / "exports")]) == 0
    why, *paths = capsys.readouterr().out.splitlines()
    assert "no screen" in why
    assert sorted(paths) == sorted(str(path) for path in (tmp_path / "exports").iterdir())
    assert {path.rpartition(".")[2] for path in paths} == {
        "pdf",
        "html",
        "epub",
        "docx",
        "txt",
        "brf",
        "csv",
        "xlsx",
        "ics",
    }


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path, capsys):
    (tmp_path / "exports").write_text("a file stands here", encoding="utf-8")
    assert showcase.main([str(tmp_path / "exports")]) == 1
    assert "could not be written" in capsys.readouterr().err
