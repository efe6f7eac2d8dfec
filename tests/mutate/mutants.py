"""Small changes to a module that its tests should notice, one at a time: a sign, a number, a word, a condition, a step left out.

A row of letters, as in `strip(" .")` or `in "aio"`, loses its first one: words put before it would hardly ever matter.

Left alone: docstrings, types, decorators and imports, which a run of the program cannot tell apart; f-strings, whose parts
Python 3.11 puts in the wrong place; sentences, and the words of tables: a test that noticed each would be a copy of them;
None for False, which is as false.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable
from dataclasses import dataclass

_SIGNS: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
    ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult, ast.Div: ast.Mult,
    ast.Mod: ast.Add, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
}  # fmt: skip
_OTHER_NAME = {"min": "max", "max": "min", "any": "all", "all": "any"}
_OF_LETTERS = {"strip", "lstrip", "rstrip"}
_TIDYING = {"strip", "lstrip", "rstrip", "casefold", "lower", "upper"}


@dataclass(frozen=True)
class Mutant:
    """One change. `where` is the function or class; the same change at two places there differs in `nth`."""

    path: str
    line: int
    where: str
    was: str
    now: str
    nth: int
    start: int
    end: int
    """In bytes of the module's text."""

    @property
    def key(self) -> tuple[str, str, str, str, int]:
        """What it is known by, wherever its line moves to."""
        return self.path, self.where, self.was, self.now, self.nth

    def made_in(self, source: str) -> str | None:
        """Return the module's text with this change; None where Python cannot read it then."""
        text = source.encode()
        changed = (text[: self.start] + self.now.encode() + text[self.end :]).decode()
        try:
            compile(changed, self.path, "exec", dont_inherit=True)
        except SyntaxError:  # such as a call in a pattern, where only a value fits
            return None
        return changed

    def __str__(self) -> str:
        return f"{self.path}:{self.line} {self.where}: {self.was} -> {self.now}"


def mutants(path: str, source: str) -> list[Mutant]:
    """Return every change to one module."""
    maker = _Maker(path, source)
    maker.visit(ast.parse(source))
    return maker.made


class _Maker(ast.NodeVisitor):
    def __init__(self, path: str, source: str) -> None:
        self.made: list[Mutant] = []
        self._path, self._source = path, source.encode()
        self._lines = [0]
        for line in self._source.splitlines(keepends=True):
            self._lines.append(self._lines[-1] + len(line))
        self._where: list[str] = []
        self._in_function = False
        self._seen: dict[tuple[str, str, str], int] = {}
        self._letters: set[ast.expr] = set()
        """Of each of which one is looked for."""

    # ---- what is looked at

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        before, self._in_function = self._in_function, True
        self._inside(node.name, [*node.args.defaults, *filter(None, node.args.kw_defaults), *node.body])
        self._in_function = before

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._inside(node.name, node.body)

    def _inside(self, name: str, nodes: list[ast.AST]) -> None:
        self._where.append(name)
        for node in nodes:
            self.visit(node)
        self._where.pop()

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self.visit(node.value)

    def visit_Import(self, node: ast.AST) -> None:
        pass

    visit_ImportFrom = visit_JoinedStr = visit_Import

    def visit_If(self, node: ast.If) -> None:
        if not (isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"):
            self._negate(node.test)
            self.generic_visit(node)

    def visit_IfExp(self, node: ast.IfExp) -> None:
        self._negate(node.test)
        self.generic_visit(node)

    def visit_comprehension(self, node: ast.comprehension) -> None:
        for test in node.ifs:
            self._negate(test)
        self.generic_visit(node)

    def visit_Expr(self, node: ast.Expr) -> None:
        if isinstance(node.value, ast.Constant):
            return
        self._put(node, "pass" if not isinstance(node.value, ast.Yield | ast.YieldFrom) else "()")
        self.generic_visit(node)

    def visit_Raise(self, node: ast.Raise) -> None:
        self._put(node, "pass")

    def visit_Return(self, node: ast.Return) -> None:
        if node.value is not None and not _is(node.value, None):
            if not _is(node.value, False):
                self._put(node.value, "None")
            self.visit(node.value)

    def visit_Break(self, node: ast.Break) -> None:
        self._put(node, "continue")

    def visit_Continue(self, node: ast.Continue) -> None:
        self._put(node, "break")

    def visit_Compare(self, node: ast.Compare) -> None:
        for at, (op, right) in enumerate(zip(node.ops, node.comparators, strict=True)):
            if isinstance(op, ast.In | ast.NotIn):
                self._letters.add(right)
            self._changed(node, lambda new, at=at, op=op: new.ops.__setitem__(at, _SIGNS[type(op)]()))
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        self._other_sign(node)
        self.generic_visit(node)

    visit_BinOp = visit_BoolOp

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        self._other_sign(node)
        self.visit(node.value)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        if isinstance(node.op, ast.Not):
            self._put(node, f"({ast.unparse(node.operand)})")
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        func = node.func
        if isinstance(func, ast.Name) and func.id in _OTHER_NAME:
            self._put(func, _OTHER_NAME[func.id])
        if isinstance(func, ast.Attribute) and func.attr in _TIDYING and not node.args:
            self._put(node, f"({ast.unparse(func.value)})")
        if isinstance(func, ast.Attribute) and func.attr in _OF_LETTERS:
            self._letters.update(node.args)
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        value = node.value
        if isinstance(value, bool):
            self._put(node, str(not value))
        elif isinstance(value, int | float):
            self._put(node, repr(value + 1))
        elif isinstance(value, str) and self._in_function and " " not in value.strip():
            self._put(node, repr(value[1:] if node in self._letters and value else f"XX{value}"))

    # ---- putting it in

    def _other_sign(self, node: ast.BoolOp | ast.BinOp | ast.AugAssign) -> None:
        if type(node.op) in _SIGNS:
            self._changed(node, lambda new: setattr(new, "op", _SIGNS[type(node.op)]()))

    def _changed(self, node: ast.AST, change: Callable[[ast.AST], object]) -> None:
        new = copy.deepcopy(node)
        change(new)
        text = ast.unparse(new)
        self._put(node, f"({text})" if isinstance(node, ast.expr) else text)

    def _negate(self, test: ast.expr) -> None:
        if not isinstance(test, ast.Compare | ast.UnaryOp):  # they are turned round by themselves
            self._put(test, f"(not ({ast.unparse(test)}))")

    def _put(self, node: ast.AST, now: str) -> None:
        start = self._lines[node.lineno - 1] + node.col_offset
        end = self._lines[node.end_lineno - 1] + node.end_col_offset
        was = " ".join(self._source[start:end].decode().split())
        where = ".".join(self._where) or "(module)"
        nth = self._seen[where, was, now] = self._seen.get((where, was, now), 0) + 1
        self.made.append(Mutant(self._path, node.lineno, where, was, now, nth, start, end))


def _is(node: ast.expr, value: bool | None) -> bool:
    return isinstance(node, ast.Constant) and node.value is value
