"""What a screen reader sees of the program, from outside. For Debian's own Python, which has gi; not for .venv.

/usr/bin/python3 outside_reader.py PROGRAM      answers each line it is sent with a line of JSON, a list:
    showing         everything that is on the screen, in order
    focused         what has the focus, a table rather than the cell one is on in it
    all TITLE       everything the bus gives of the window of that title, on the screen or not, in every form it has
    selected        the rows that are chosen in the list that has the focus
    find WORDS      the first thing on the screen whose name or text, else whose description, has the words
"""

import json
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

STATES = ("FOCUSED", "EDITABLE", "CHECKED", "ENABLED", "MODAL", "ACTIVE", "SELECTED", "EXPANDED")
CELL = "table cell"
TYPED = (Atspi.StateType.EDITABLE, Atspi.StateType.MULTI_LINE, Atspi.StateType.SELECTABLE_TEXT)
"""What has words beside its name: fields, and texts to read in."""


class Focus:
    """What the program last said has the focus, so that not every look goes through the whole tree."""

    def __init__(self, name):
        self._name = name
        self._last = None
        self._listener = Atspi.EventListener.new(self._heard)
        self._listener.register("object:state-changed:focused")

    def _heard(self, event):
        try:
            node = event.source
            if event.detail1 and node.get_application().get_name() == self._name:
                while node.get_role_name() == CELL:
                    node = node.get_parent()
                self._last = node
        except (GLib.GError, AttributeError):
            pass  # it went before it could be asked

    def look(self):
        """Return it as a list of one; nothing when it has gone or lost the focus, and the tree has to be asked."""
        context = GLib.MainContext.default()
        while context.iteration(False):
            pass
        try:
            if self._last is None:
                return []
            states = self._last.get_state_set()
            on = states.contains(Atspi.StateType.FOCUSED) and states.contains(Atspi.StateType.SHOWING)
            return [told(self._last, states, place(self._last))] if on else []
        except GLib.GError:
            return []

    def selected(self):
        """Return the chosen rows of the table that has the focus, by their first cells: one walk over them, not over all."""
        if not self.look() or "Table" not in self._last.get_interfaces():
            return []
        rows = [Atspi.Table.get_accessible_at(self._last, row, 0) for row in Atspi.Table.get_selected_rows(self._last)]
        return [told(row, row.get_state_set(), place(row)) for row in rows if row]


def program(name):
    desktop = Atspi.get_desktop(0)
    found = [desktop.get_child_at_index(n) for n in range(desktop.get_child_count())]
    return next((one for one in found if one and one.get_name() == name), None)


def walk(node, depth=0):
    """Give the nodes that are on the screen with their states, parents first."""
    try:
        states = node.get_state_set()
        if depth and not states.contains(Atspi.StateType.SHOWING):
            return
        yield node, states
        for n in range(node.get_child_count()):
            child = node.get_child_at_index(n)
            if child:
                yield from walk(child, depth + 1)
    except GLib.GError:
        return  # it went while we looked, as when a page changes: what is gone is not showing


def every(node):
    """Give a node and all below it, whether it is on the screen or not."""
    yield node
    for n in range(node.get_child_count()):
        child = node.get_child_at_index(n)
        if child:
            yield from every(child)


def all_of(found, title):
    """Return what the bus tells of each node of a window: its name, description, text, attributes, help, actions, value."""
    windows = [found.get_child_at_index(n) for n in range(found.get_child_count())]
    answers = []
    for window in windows:
        if window and window.get_name().startswith(title):
            for node in every(window):
                interfaces = node.get_interfaces()
                more = [str(node.get_attributes()), str(getattr(node, "get_help_text", lambda: "")())]
                if "Action" in interfaces:
                    actions = range(Atspi.Action.get_n_actions(node))
                    more += [Atspi.Action.get_action_name(node, n) for n in actions]
                    more += [Atspi.Action.get_action_description(node, n) for n in actions]
                if "Image" in interfaces:
                    more.append(Atspi.Image.get_image_description(node))
                answers.append({**told(node, node.get_state_set()), "more": [str(one) for one in more]})
    return answers


def told(node, states, at=""):
    return {
        "role": node.get_role_name(),
        "name": node.get_name(),
        "description": node.get_description(),
        "text": text_of(node),
        "states": [s.lower() for s in STATES if states.contains(getattr(Atspi.StateType, s))],
        "place": at,
    }


def place(node):
    """Return what tells this control from every other: its address on the bus."""
    return str(node.path)


def text_of(node):
    if "Text" not in node.get_interfaces():
        return None
    return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))


def find(found, words):
    """Return the first thing on the screen that has the words: each question costs a way over the bus, so few are asked."""
    nodes = []
    for node, states in walk(found):
        nodes.append((node, states))
        try:
            typed = any(states.contains(state) for state in TYPED)
            if words in node.get_name() or (typed and words in (text_of(node) or "")):
                return [told(node, states, place(node))]
        except GLib.GError:
            continue
    for node, states in nodes:
        try:
            if words in node.get_description():
                return [told(node, states, place(node))]
        except GLib.GError:
            continue
    return []


def answer(found, focus, line):
    """Return what the line asks for. What goes while it is looked at is left out."""
    what, _, words = line.partition(" ")
    if what == "all":
        return all_of(found, words)
    if what == "selected":
        try:
            return focus.selected()
        except GLib.GError:
            return []
    if what == "find":
        return find(found, words)
    known = focus.look()
    if what == "focused" and known:
        return known
    answers = []
    for node, states in walk(found):
        try:
            wanted = what == "showing" or (
                what == "focused" and states.contains(Atspi.StateType.FOCUSED) and node.get_role_name() != CELL
            )
            if wanted:
                answers.append(told(node, states, place(node)))
        except GLib.GError:
            continue
    # the control, not the frame around it that hands its focus on
    return sorted(answers, key=lambda one: one["role"] == "filler") if what == "focused" else answers


if __name__ == "__main__":
    focus = Focus(sys.argv[1])
    for line in sys.stdin:
        try:
            found = program(sys.argv[1])
            if found:
                found.set_cache_mask(Atspi.Cache.NONE)  # what was true a moment ago is of no use
        except GLib.GError:
            found = None  # a program on its way up or down
        json.dump(answer(found, focus, line.rstrip("\n")) if found else [], sys.stdout)
        sys.stdout.write("\n")
        sys.stdout.flush()
