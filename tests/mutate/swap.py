"""Give a module that is still to be imported another text than the one on the disk."""

from __future__ import annotations

import importlib.machinery
import sys
from types import CodeType


class _Changed(importlib.machinery.SourceFileLoader):
    def __init__(self, name: str, path: str, source: str) -> None:
        super().__init__(name, path)
        self._source = source

    def get_code(self, fullname: str) -> CodeType:
        return compile(self._source, self.path, "exec", dont_inherit=True)


class _Finder:
    def __init__(self, module: str, source: str) -> None:
        self._module, self._source = module, source

    def find_spec(self, name: str, path: object, target: object = None) -> importlib.machinery.ModuleSpec | None:
        if name != self._module:
            return None
        spec = importlib.machinery.PathFinder.find_spec(name, path)
        spec.loader = _Changed(name, spec.origin, self._source)
        return spec


def put(module: str, source: str) -> None:
    """Do so in this process."""
    sys.meta_path.insert(0, _Finder(module, source))
