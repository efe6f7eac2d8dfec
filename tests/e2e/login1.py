"""Stands in for logind on a bus of the test's own. For Debian's own Python, which has gi; not for .venv.

Prints "ready", and "waits" and "sleeps" when a process asks sleep to wait and when it no longer does. Reads lines:
    sleep 1 | sleep 0 | saver 1 | lock SESSION
"""

import os
import sys
import threading

from gi.repository import Gio, GLib

LOGIN, AT = "org.freedesktop.login1", "/org/freedesktop/login1"
NODE = """<node><interface name='org.freedesktop.login1.Manager'>
<method name='GetSession'><arg type='s' direction='in'/><arg type='o' direction='out'/></method>
<method name='Inhibit'><arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='s' direction='in'/>
<arg type='s' direction='in'/><arg type='h' direction='out'/></method></interface></node>"""


def say(words):
    print(words, flush=True)


def called(_bus, _sender, _path, _interface, name, values, answer):
    if name == "GetSession":
        answer.return_value(GLib.Variant("(o)", (f"{AT}/session/{values[0]}",)))
        return
    reading, writing = os.pipe()
    handed = Gio.UnixFDList.new()
    number = handed.append(writing)
    os.close(writing)
    answer.return_value_with_unix_fd_list(GLib.Variant("(h)", (number,)), handed)
    say(f"waits {values[0]} {values[3]}")
    threading.Thread(target=lambda: (os.read(reading, 1), say("sleeps")), daemon=True).start()


def told(bus, words):
    what, value = words.split()
    on = GLib.Variant("(b)", (value == "1",))
    if what == "sleep":
        bus.emit_signal(None, AT, f"{LOGIN}.Manager", "PrepareForSleep", on)
    elif what == "saver":
        bus.emit_signal(None, "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", on)
    else:
        bus.emit_signal(None, f"{AT}/session/{value}", f"{LOGIN}.Session", "Lock", None)


def main():
    loop, bus = GLib.MainLoop(), Gio.bus_get_sync(Gio.BusType.SESSION)
    bus.register_object(AT, Gio.DBusNodeInfo.new_for_xml(NODE).interfaces[0], called, None, None)
    Gio.bus_own_name_on_connection(bus, LOGIN, Gio.BusNameOwnerFlags.NONE, lambda *_: say("ready"), None)

    def read():
        for line in sys.stdin:
            GLib.idle_add(told, bus, line)
        loop.quit()

    threading.Thread(target=read, daemon=True).start()
    loop.run()


main()
