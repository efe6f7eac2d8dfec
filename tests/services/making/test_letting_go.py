"""What a long paper lets go before it is drawn is there again when it is asked for."""

from __future__ import annotations

from coprod_desktop.domain.check import known
from coprod_desktop.services import sessions
from coprod_desktop.services.making import letting_go


def test_what_was_let_go_is_read_again_when_it_is_asked_for(desk):
    session, _ = sessions.new(desk, title="Home care in Marrowdale")
    assert known.is_first_name("yvonne")
    letting_go.before_drawing(desk)
    assert not known.is_first_name.cache_info().currsize
    assert sessions.record(desk, session).session.title == "Home care in Marrowdale"
    assert known.is_first_name("yvonne")


def test_a_system_that_takes_nothing_back_is_no_fault(monkeypatch):
    monkeypatch.setattr("ctypes.CDLL", lambda _name: object())
    letting_go.give_back()
