"""The privacy notice in Easy Read: every sentence is short and plain, has a picture, and nothing is made up."""

from __future__ import annotations

from dataclasses import replace

from coprod_desktop.domain.keep_rules import Kind
from coprod_desktop.publish.easy.privacy import _KINDS, Told, easy_notice
from coprod_desktop.publish.easy.telling import hint

WHOLE = Told(
    organisation="Marrowdale Council",
    contact="Ask for Jo, 01632 960001",
    complain_phone="0303 123 1113",
    months=[(Kind.SIGN_IN, 1), (Kind.CLAIMS, 72)],
    draft=False,
)


def sentences(told: Told) -> list[str]:
    found = [sentence for page in easy_notice(told).pages for sentence in page.sentences]
    assert all(sentence.suggested for sentence in found)
    return [sentence.text for sentence in found]


def test_every_sentence_is_plain_and_has_a_picture():
    said = sentences(WHOLE)
    assert [words for words in said if hint(words)] == []
    for part in (
        "Marrowdale Council.",
        "Ask for Jo, 01632 960001.",
        "0303 123 1113.",
        "The list of who came:\n1 month.",
    ):
        assert any(part in words for words in said), part
    assert not any("commissioner" in words.lower() for words in said)  # it is explained as one who buys care
    assert "What we paid:\n72 months." in said


def test_every_kind_of_record_is_called_something():
    assert set(_KINDS) == set(Kind)


def test_what_is_not_filled_in_is_said_to_be_so():
    said = " ".join(sentences(replace(WHOLE, draft=True, contact="")))
    assert "This is not filled in yet." in said
    assert "This paper is not finished." in said


def test_nothing_is_said_of_how_long_before_anybody_decided():
    said = " ".join(sentences(replace(WHOLE, months=[])))
    assert "We have not decided yet." in said
    assert "month" not in said
