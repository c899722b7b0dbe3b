"""The house as it is built: layers, what is loaded, sizes, translations."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

from portfolio import __version__

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "portfolio"


def loaded_after(statement: str) -> set[str]:
    """The top-level modules that a fresh interpreter has loaded after a statement."""
    script = f"{statement}\nimport sys; print(' '.join(sorted({{m.split('.')[0] for m in sys.modules}})))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    return set(done.stdout.split())


@pytest.mark.parametrize("layer", ["records", "journey", "pictures", "export.markdown", "store.versions", "capture"])
def test_the_pure_layers_load_no_screen_and_no_database(layer: str) -> None:
    modules = [f"portfolio.{layer}"]
    folder = PACKAGE / layer.replace(".", "/")
    if folder.is_dir():
        modules += [f"portfolio.{layer}.{path.stem}" for path in folder.glob("*.py") if path.stem != "__init__"]
    loaded = loaded_after("\n".join(f"import {name}" for name in modules))
    assert not loaded & {"textual", "rich", "tinydb", "asyncio", "platformdirs", "tomlkit"}


def test_importing_the_package_is_free() -> None:
    assert loaded_after("import portfolio") - loaded_after("pass") == {"portfolio"}


def test_a_line_added_from_the_shell_loads_nothing_heavy() -> None:
    statement = (
        "import os, io, sys\nfrom portfolio.cli.main import run\nfrom portfolio.cli.context import Streams\n"
        "assert run(['add', 'note', 'x'], os.environ, Streams(sys.stdin, io.StringIO(), io.StringIO())) == 0"
    )
    heavy = {"textual", "rich", "tinydb", "dataclasses", "inspect", "dateutil", "platformdirs", "tomllib", "pathlib"}
    assert not loaded_after(statement) & heavy


def test_the_clock_is_asked_only_at_the_edges() -> None:
    allowed = {"cli/context.py", "store/file/lock.py", "store/joined_view.py", "atomic.py"}
    asking = {"now", "today", "time", "utcnow", "time_ns"}
    for path in PACKAGE.rglob("*.py"):
        name = str(path.relative_to(PACKAGE))
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in asking):
                continue
            if isinstance(node.func.value, ast.Name) and node.func.value.id in ("datetime", "date", "time", "Day"):
                assert name in allowed or name.startswith("tui/"), f"{name}:{node.lineno} asks the clock"


def test_only_main_exits_and_only_the_command_line_prints() -> None:
    for path in PACKAGE.rglob("*.py"):
        name = str(path.relative_to(PACKAGE))
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                called = ast.unparse(node.func)
                assert called not in ("exit", "quit", "os._exit") or name == "__main__.py", f"{name}:{node.lineno}"
                assert called != "sys.exit" or name == "__main__.py", f"{name}:{node.lineno}"
                assert called != "print" or name.startswith("cli/"), f"{name}:{node.lineno}"


def test_no_room_is_too_big() -> None:
    for path in PACKAGE.rglob("*.py"):
        text = path.read_text("utf-8")
        assert text.count("\n") <= 350, f"{path}: too long a module"
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                assert (node.end_lineno or 0) - node.lineno <= 50, f"{path}:{node.lineno} {node.name}"


def test_every_module_says_what_it_is_for() -> None:
    for path in PACKAGE.rglob("*.py"):
        assert ast.get_docstring(ast.parse(path.read_text("utf-8"))), path


def test_the_version_stands_in_one_place() -> None:
    assert __version__.count(".") == 2
    assert __version__ not in (ROOT / "pyproject.toml").read_text("utf-8").partition("[tool.hatch.version]")[0]


def test_no_handler_of_an_event_calls_the_one_it_comes_from() -> None:
    """Textual calls the handler of every class itself; calling it does everything twice."""
    for path in (PACKAGE / "tui").rglob("*.py"):
        for function in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
                continue
            for node in ast.walk(function):
                if isinstance(node, ast.Call) and ast.unparse(node.func).startswith(("super().on_", "super()._on_")):
                    # `on_event` is no handler but what gives events to them.
                    assert ast.unparse(node.func) == "super().on_event", f"{path}:{node.lineno}"


def test_every_question_is_awaited() -> None:
    """Nobody is called back with an answer: what opens a screen waits for it (`OwnScreen.ask`), or needs none."""
    awaiting = {"app.py", "navigator.py", "shell/screen.py", "writing/words_after.py"}
    for path in (PACKAGE / "tui").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            called = node.func if isinstance(node, ast.Call) else None
            if isinstance(called, ast.Attribute) and called.attr == "push_screen":
                assert isinstance(node, ast.Call)
                assert len(node.args) == 1 and not node.keywords, f"{path}:{node.lineno} is called back"
            if isinstance(called, ast.Attribute) and called.attr == "push_screen_wait":
                assert str(path.relative_to(PACKAGE / "tui")) in awaiting, f"{path}: use `ask`, which a flow can await"


@pytest.mark.parametrize(("place", "modules"), [("portfolio", False), ("portfolio/tui", True)])
def test_the_map_names_every_folder(place: str, modules: bool) -> None:
    page = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    tree = page.partition(f"<!-- tree: {place} -->\n```text\n")[2].partition("```")[0]
    named = [line.split()[0] for line in tree.splitlines()]
    there = {path.name for path in (ROOT / place).iterdir() if path.is_dir() and path.name != "__pycache__"}
    there |= {path.stem for path in (ROOT / place).glob("*.py")} - {"__init__"} if modules else {"__main__"}
    assert len(named) == len(set(named))
    assert set(named) == there


NOUNS_IN_ING = {"wording", "meeting", "writing"}


def test_no_module_is_called_by_a_gerund() -> None:
    for path in PACKAGE.rglob("*.py"):
        assert not path.stem.endswith("ing") or path.stem in NOUNS_IN_ING, f"{path}: what is the thing called?"


MOST_LINES, MOST_METHODS, MOST_DEEP = 400, 45, 4


def own_chain(found: type) -> list[type]:
    """The class and every class of ours that it inherits from."""
    return [base for base in found.__mro__ if base.__module__.startswith("portfolio.")]


def depth(found: type) -> int:
    """How many classes of ours are above each other, the class itself with them."""
    return 1 + max((depth(base) for base in found.__bases__ if base.__module__.startswith("portfolio.")), default=0)


def methods(found: type) -> set[str]:
    """The names of the methods and properties of a class that are ours, inherited ones too; of dunders only one."""
    return {
        name
        for base in own_chain(found)
        for name, member in vars(base).items()
        if (callable(member) or isinstance(member, property | staticmethod | classmethod))
        and not inspect.isclass(member)
        and (not name.startswith("__") or name == "__init__")
    }


def all_classes() -> dict[str, type]:
    """Every class of ours by its full name."""
    found = {}
    for module in pkgutil.walk_packages([str(PACKAGE)], "portfolio."):
        if not module.name.endswith("__main__"):
            for each in vars(importlib.import_module(module.name)).values():
                if inspect.isclass(each) and each.__module__.startswith("portfolio."):
                    found[f"{each.__module__}.{each.__qualname__}"] = each
    return found


def test_no_class_is_too_big_with_all_that_it_inherits() -> None:
    """What a class inherits counts: cut into a chain of slices it is no smaller."""
    found = all_classes()
    assert len(found) > 200

    def lines(one: type) -> int:
        return len(inspect.getsourcelines(one)[0])

    exceeds = {
        name
        for name, each in found.items()
        if sum(map(lines, own_chain(each))) > MOST_LINES or len(methods(each)) > MOST_METHODS or depth(each) > MOST_DEEP
    }
    assert not exceeds
