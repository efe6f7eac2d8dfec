"""The monitors of an X screen, plugged, pulled and set otherwise while a program runs, as cables and settings do it."""

from __future__ import annotations

import ctypes
from ctypes import POINTER, Structure, byref, c_char_p, c_int, c_ulong, c_void_p


class _Monitor(Structure):
    _fields_ = (
        ("name", c_ulong),
        ("primary", c_int),
        ("automatic", c_int),
        ("outputs_many", c_int),
        ("x", c_int),
        ("y", c_int),
        ("width", c_int),
        ("height", c_int),
        ("wide_mm", c_int),
        ("high_mm", c_int),
        ("outputs", POINTER(c_ulong)),
    )


class Monitors:
    """Parts the one virtual screen into a laptop and, while it is plugged, a projector below it."""

    def __init__(self) -> None:
        self._x, self._randr = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXrandr.so.2")
        x, randr = self._x, self._randr
        x.XOpenDisplay.restype, x.XOpenDisplay.argtypes = c_void_p, [c_char_p]
        x.XDefaultRootWindow.restype, x.XDefaultRootWindow.argtypes = c_ulong, [c_void_p]
        x.XInternAtom.restype, x.XInternAtom.argtypes = c_ulong, [c_void_p, c_char_p, c_int]
        x.XSync.argtypes = [c_void_p, c_int]
        randr.XRRGetMonitors.restype = POINTER(_Monitor)
        randr.XRRGetMonitors.argtypes = [c_void_p, c_ulong, c_int, POINTER(c_int)]
        randr.XRRSetMonitor.argtypes = [c_void_p, c_ulong, POINTER(_Monitor)]
        randr.XRRDeleteMonitor.argtypes = [c_void_p, c_ulong, c_ulong]
        self._display = x.XOpenDisplay(None)
        self._root = x.XDefaultRootWindow(self._display)
        many = c_int()
        whole = randr.XRRGetMonitors(self._display, self._root, 1, byref(many))[0]
        self._output, self.width, self.height = whole.outputs[0], whole.width, whole.height

    def laptop(self, height: int) -> None:
        """The laptop's own screen is this high; what is below it is free for another."""
        self._set("laptop", (0, 0, self.width, height), [self._output])

    def plug(self, x: int, y: int, width: int, height: int) -> None:
        """There is a second screen here."""
        self._set("projector", (x, y, width, height), [])

    def pull(self) -> None:
        """The second screen is gone."""
        self._randr.XRRDeleteMonitor(self._display, self._root, self._atom("projector"))
        self._x.XSync(self._display, 0)

    def end(self) -> None:
        """The screen is one again."""
        for name in ("projector", "laptop"):
            self._randr.XRRDeleteMonitor(self._display, self._root, self._atom(name))
            self._x.XSync(self._display, 0)

    def _atom(self, name: str) -> int:
        return int(self._x.XInternAtom(self._display, name.encode(), 0))

    def _set(self, name: str, place: tuple[int, int, int, int], outputs: list[int]) -> None:
        held = (c_ulong * max(1, len(outputs)))(*outputs)
        x, y, width, height = place
        made = _Monitor(
            self._atom(name), int(bool(outputs)), 0, len(outputs), x, y, width, height, width // 4, height // 4, held
        )
        self._randr.XRRSetMonitor(self._display, self._root, byref(made))
        self._x.XSync(self._display, 0)
