"""The rules of the house as functions over a source tree: each returns complaints, and none means the rule is kept."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

PACKAGE = "coprod_desktop"
LEAVES = {"errors", "paths", "secrecy"}
"""Small files at the top that anyone may import; they import only each other."""

MAY_IMPORT = {
    "": set(),
    "errors": set(),
    "paths": {"errors"},
    "secrecy": set(),
    "domain": {"errors"},
    "store": {"domain", *LEAVES},
    "publish": {"domain", *LEAVES},
    "services": {"domain", "store", "publish", *LEAVES},
    "ui": {"domain", "publish", "services", *LEAVES},
    "cli": {"domain", "store", "publish", "services", *LEAVES},
    "showcase": {"domain", "store", "publish", "services", "cli", *LEAVES},
    "app": {"domain", "store", "publish", "services", "ui", *LEAVES},
    "__main__": {"app", "cli", *LEAVES},
}
WALLED_IN = {
    "PySide6": {"ui", "app"},
    "shiboken6": {"ui", "app"},
    "sqlalchemy": {"store"},
    "alembic": {"store"},
    "sqlcipher3": {"store"},
    "keyring": {"store"},
    "mnemonic": {"store"},
    "sqlite3": set(),
    "reportlab": {"publish"},
    "uharfbuzz": {"publish"},
    "bidi": {"publish"},
    "PIL": {"publish"},
    "docx": {"publish"},
    "openpyxl": {"publish", "services"},
    "icalendar": {"publish"},
    "braillify": {"publish"},
    "pikepdf": {"publish"},
    "pypdfium2": {"publish", "ui"},
}
PAPER_LIBRARIES = {
    "reportlab",
    "uharfbuzz",
    "bidi",
    "PIL",
    "docx",
    "openpyxl",
    "icalendar",
    "braillify",
    "pikepdf",
    "pypdfium2",
}
HEAVY = PAPER_LIBRARIES | {
    "sqlalchemy",
    "alembic",
    "sqlcipher3",
    "jsonschema",
    "jsonschema_rs",
    "cryptography",
    "keyring",
    "mnemonic",
}
LONGEST = 400

_SQL = re.compile(
    r"^\s*(SELECT\s|INSERT\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|PRAGMA\s|CREATE\s+(TABLE|INDEX))", re.I
)
_CONTAINERS = {"list", "dict", "set", "defaultdict", "OrderedDict", "deque", "Counter", "bytearray"}
_CHANGING = {
    "append",
    "extend",
    "add",
    "update",
    "setdefault",
    "pop",
    "popitem",
    "clear",
    "remove",
    "insert",
    "discard",
}


@dataclass(frozen=True)
class Import:
    """One import: of what, on which line, done when the module is loaded or later, or only for the type checker."""

    target: str
    line: int
    eager: bool
    typing_only: bool


@dataclass
class Module:
    """One source file, read."""

    name: str
    path: Path
    tree: ast.Module
    imports: list[Import] = field(default_factory=list)

    @property
    def room(self) -> str:
        """The part of the house it stands in: `store` of coprod_desktop.store.key."""
        return self.name.partition(".")[2].partition(".")[0]

    def at(self, node: ast.AST | Import) -> str:
        """Name a place in the file."""
        line = node.line if isinstance(node, Import) else getattr(node, "lineno", 0)
        return f"{self.name}:{line}"


def read(root: Path) -> dict[str, Module]:
    """Read the package under `root`; forms made by the build are left out."""
    found = {}
    for path in sorted((root / PACKAGE).rglob("*.py")):
        parts = path.relative_to(root).with_suffix("").parts
        if "_forms" in parts:
            continue
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found[name] = Module(name, path, ast.parse(path.read_text(encoding="utf-8"), str(path)))
    for module in found.values():
        module.imports = list(_imports(module, found))
    return found


def _imports(module: Module, known: dict[str, Module]) -> Iterator[Import]:
    def visit(node: ast.AST, eager: bool, typing_only: bool) -> Iterator[Import]:
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(alias.name, node.lineno, eager, typing_only)
        elif isinstance(node, ast.ImportFrom):
            base = _absolute(node, module)
            for alias in node.names:
                whole = f"{base}.{alias.name}"
                yield Import(whole if whole in known else base, node.lineno, eager, typing_only)
        elif isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            for child in node.body:
                yield from visit(child, eager, True)
            for child in node.orelse:
                yield from visit(child, eager, typing_only)
        else:
            inner = eager and not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
            for child in ast.iter_child_nodes(node):
                yield from visit(child, inner, typing_only)

    yield from visit(module.tree, True, False)


def _absolute(node: ast.ImportFrom, module: Module) -> str:
    if not node.level:
        return node.module or ""
    is_package = module.path.name == "__init__.py"
    parts = module.name.split(".")
    kept = parts[: len(parts) - node.level + (1 if is_package else 0)]
    return ".".join([*kept, *([node.module] if node.module else [])])


def wrong_ways(house: dict[str, Module]) -> list[str]:
    """Who imports whom against the plan of the house, at whatever point of a file."""
    wrong = []
    for module in house.values():
        allowed = MAY_IMPORT.get(module.room)
        if allowed is None:
            wrong.append(f"{module.name} stands in no known room of the house")
            continue
        for imported in module.imports:
            package, _, rest = imported.target.partition(".")
            room = rest.partition(".")[0]
            if package == PACKAGE and room and room != module.room and room not in allowed:
                wrong.append(f"{module.at(imported)} imports {imported.target}")
    return wrong


def widgets_that_know_a_page(house: dict[str, Module]) -> list[str]:
    """Widgets are parts for any page: they import other widgets, the style, the words and keys, and no page."""
    allowed = {"widgets", "style", "base", "words", "keys", "_forms"}
    return [
        f"{module.at(imported)} imports {imported.target}"
        for module in house.values()
        if module.name.startswith(f"{PACKAGE}.ui.widgets")
        for imported in module.imports
        if imported.target.startswith(f"{PACKAGE}.ui.") and imported.target.split(".")[2] not in allowed
    ]


def libraries_out_of_place(house: dict[str, Module]) -> list[str]:
    """Libraries imported outside the rooms they are walled into; anything but the standard library in domain."""
    wrong = []
    for module in house.values():
        for imported in module.imports:
            top = imported.target.partition(".")[0]
            rooms = WALLED_IN.get(top)
            outside = rooms is not None and module.room not in rooms
            foreign = module.room == "domain" and top not in sys.stdlib_module_names and top != PACKAGE
            if outside or foreign:
                wrong.append(f"{module.at(imported)} imports {imported.target}")
    return wrong


def loaded_with(house: dict[str, Module], start: str, libraries: set[str]) -> list[str]:
    """Ways in which merely importing `start` loads one of these libraries."""
    ways = []
    came_from: dict[str, str] = {start: ""}
    todo = [start]
    while todo:
        name = todo.pop()
        for imported in house[name].imports:
            if not imported.eager or imported.typing_only:
                continue
            if imported.target.partition(".")[0] in libraries:
                ways.append(f"{came_from[name]}{house[name].at(imported)} imports {imported.target}")
            for target in _with_parents(imported.target):
                if target in house and target not in came_from:
                    came_from[target] = f"{came_from[name]}{name} -> "
                    todo.append(target)
    return ways


def _with_parents(name: str) -> list[str]:
    parts = name.split(".")
    return [".".join(parts[:n]) for n in range(1, len(parts) + 1)]


def circles(house: dict[str, Module]) -> list[str]:
    """Modules that reach themselves by imports, early or late; the type checker's own imports do not count."""
    reach = {
        name: {i.target for i in module.imports if i.target in house and not i.typing_only} - {name}
        for name, module in house.items()
    }
    found: set[tuple[str, ...]] = set()

    def walk(name: str, trail: list[str], done: set[str]) -> None:
        for target in sorted(reach[name]):
            if target in trail:
                circle = trail[trail.index(target) :]
                first = circle.index(min(circle))
                found.add(tuple(circle[first:] + circle[:first]))
            elif target not in done:
                walk(target, [*trail, target], done)
        done.add(name)

    done: set[str] = set()
    for name in sorted(reach):
        if name not in done:
            walk(name, [name], done)
    return [" -> ".join((*circle, circle[0])) for circle in sorted(found)]


def state_in_modules(house: dict[str, Module]) -> list[str]:
    """Names at the top of a module that hold something meant to change."""
    wrong = []
    for module in house.values():
        tops = {name: value for name, value in _top_values(module.tree) if _is_container(value)}
        for name, value in tops.items():
            if not name.strip("_").isupper() and not name.startswith("__"):
                wrong.append(f"{module.at(value)} {name} is a container in a lower-case name")
            elif _is_empty(value):
                wrong.append(f"{module.at(value)} {name} starts empty, so it is there to be filled")
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Global):
                wrong.append(f"{module.at(node)} global {', '.join(node.names)}")
            elif (changed := _changed_name(node)) in tops:
                wrong.append(f"{module.at(node)} changes {changed}")
    return wrong


def _top_values(tree: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    for node in tree.body:
        if isinstance(node, ast.Assign):
            yield from ((t.id, node.value) for t in node.targets if isinstance(t, ast.Name))
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value:
            yield node.target.id, node.value


def _is_container(value: ast.expr) -> bool:
    if isinstance(value, ast.Call):
        return ast.unparse(value.func).rpartition(".")[2] in _CONTAINERS
    return isinstance(value, ast.List | ast.Dict | ast.Set | ast.ListComp | ast.DictComp | ast.SetComp)


def _is_empty(value: ast.expr) -> bool:
    return ast.unparse(value) in {"[]", "{}"} or (isinstance(value, ast.Call) and not value.args and not value.keywords)


def _changed_name(node: ast.AST) -> str | None:
    """Return the name in `NAME.append(…)`, `NAME[…] = …`, `del NAME[…]`, `NAME += …`, else None."""
    target: ast.expr | None = None
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _CHANGING:
        target = node.func.value
    elif isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store | ast.Del):
        target = node.value
    elif isinstance(node, ast.AugAssign):
        target = node.target
    return target.id if isinstance(target, ast.Name) else None


def pumped_events(house: dict[str, Module]) -> list[str]:
    """Calls of processEvents: work belongs in the worker, not in between two events."""
    return [
        f"{module.at(node)} calls processEvents"
        for module in house.values()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute) and node.attr == "processEvents"
    ]


def bare_timers(house: dict[str, Module]) -> list[str]:
    """Timers set up by hand: ui/base/timers.py has the three ways in which something waits."""
    return [
        f"{module.at(node)} sets up a QTimer: take Pause, Soon or Every"
        for name, module in house.items()
        if name != "coprod_desktop.ui.base.timers"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "QTimer"
    ]


def sql_out_of_place(house: dict[str, Module]) -> list[str]:
    """Strings outside the store that begin like a statement."""
    return [
        f"{module.at(node)} holds SQL: {node.value.strip()[:40]}"
        for module in house.values()
        if module.room != "store"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _SQL.match(node.value)
    ]


def too_long(house: dict[str, Module]) -> list[str]:
    """Files that can hardly be one idea any more; a schema revision is a frozen record and may be long."""
    lengths = {
        name: len(module.path.read_text(encoding="utf-8").splitlines())
        for name, module in house.items()
        if ".versions." not in name
    }
    return [f"{name} has {lines} lines" for name, lines in lengths.items() if lines > LONGEST]


def dumping_grounds(house: dict[str, Module]) -> list[str]:
    """Files named after nothing in particular."""
    return [name for name in house if name.rpartition(".")[2] in {"utils", "util", "helpers", "misc", "common"}]
