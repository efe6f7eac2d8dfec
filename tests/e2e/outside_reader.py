"""What a screen reader sees of the program, from outside. For Debian's own Python, which has gi; not for .venv.

/usr/bin/python3 outside_reader.py PROGRAM      prints a JSON list of what is showing, in order
"""

import json
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

STATES = ("FOCUSED", "EDITABLE", "CHECKED", "ENABLED", "MODAL", "ACTIVE", "SELECTED", "EXPANDED")


def program(name):
    desktop = Atspi.get_desktop(0)
    found = [desktop.get_child_at_index(n) for n in range(desktop.get_child_count())]
    return next((one for one in found if one and one.get_name() == name), None)


def walk(node, only_focused, depth=0, place=""):
    """Give the nodes that are on the screen, parents first. A node's place is where it stands in the tree."""
    try:
        yield from look(node, only_focused, depth, place)
    except GLib.GError:
        return  # it went while we looked, as when a page changes: what is gone is not showing


def look(node, only_focused, depth, place):
    states = node.get_state_set()
    if depth and not states.contains(Atspi.StateType.SHOWING):
        return
    if not only_focused or states.contains(Atspi.StateType.FOCUSED):
        yield {
            "role": node.get_role_name(),
            "name": node.get_name(),
            "description": node.get_description(),
            "text": text_of(node),
            "states": [s.lower() for s in STATES if states.contains(getattr(Atspi.StateType, s))],
            "place": place,
        }
    for n in range(node.get_child_count()):
        child = node.get_child_at_index(n)
        if child:
            yield from walk(child, only_focused, depth + 1, f"{place}.{n}")


def text_of(node):
    if "Text" not in node.get_interfaces():
        return None
    return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))


if __name__ == "__main__":
    for line in sys.stdin:
        try:
            found = program(sys.argv[1])
            if found:
                found.set_cache_mask(Atspi.Cache.NONE)  # what was true a moment ago is of no use
        except GLib.GError:
            found = None  # a program on its way up or down
        json.dump(list(walk(found, line.strip() == "focused")) if found else [], sys.stdout)
        sys.stdout.write("\n")
        sys.stdout.flush()
