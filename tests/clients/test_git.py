"""A portfolio in a git repository: real clones, real merges, with the driver as the documents say to set it up."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.clients.machines import Computer, needs

pytestmark = [needs("git"), pytest.mark.slow]

PAGE = Path(__file__).resolve().parents[2] / "docs" / "command-line.md"
Git = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def git(tmp_path: Path) -> Git:
    """Runs git in the folder of a computer, with `leerreis` on the path and no settings of the person."""
    script = tmp_path / "bin" / "leerreis"
    script.parent.mkdir()
    script.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m portfolio "$@"\n')
    script.chmod(0o755)

    def run(computer: Computer, *arguments: str, status: int = 0) -> subprocess.CompletedProcess[str]:
        who = {f"GIT_{role}_{key}": "samir" for role in ("AUTHOR", "COMMITTER") for key in ("NAME", "EMAIL")}
        settings = {"GIT_CONFIG_GLOBAL": str(tmp_path / "none"), "GIT_CONFIG_NOSYSTEM": "1", "GIT_EDITOR": "true"}
        environment = {**computer.environment, **who, **settings}
        environment["PATH"] = f"{script.parent}:{environment['PATH']}"
        command = ["git", "-C", str(computer.folder), *arguments]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == status, done.stdout + done.stderr
        return done

    return run


@pytest.fixture
def pair(tmp_path: Path, git: Git) -> tuple[Computer, Computer]:
    """A portfolio with one goal in two clones, set up with the very lines of docs/command-line.md."""
    here, there = (Computer(tmp_path / name / "clone", tmp_path / name) for name in ("here", "there"))
    page = PAGE.read_text("utf-8")
    attributes = re.search(r'echo "(leerreis\.json merge=.*)" >> \.gitattributes', page)
    driver = re.search(r'git config (merge\.leerreis\.driver) "(.*)"', page)
    assert attributes and driver
    git(here, "init", "--quiet", "--initial-branch", "main")
    here.leerreis("add", "goal", "Meten")
    (here.folder / ".gitattributes").write_text(attributes[1] + "\n")
    commit(git, here, "begin")
    there.folder.rmdir()
    there.folder.parent.mkdir(exist_ok=True)
    subprocess.run(["git", "clone", "--quiet", str(here.folder), str(there.folder)], check=True, capture_output=True)
    for computer in (here, there):
        git(computer, "config", driver[1], driver[2])
    git(there, "config", "pull.rebase", "false")
    return here, there


def commit(git: Git, computer: Computer, message: str) -> None:
    """Everything in the folder, in a commit."""
    git(computer, "add", "--all")
    git(computer, "commit", "--quiet", "--message", message)


def goal_of(computer: Computer) -> str:
    """The id of the one goal."""
    goal: str = json.loads(computer.leerreis("list", "goal", "--json"))[0]["id"]
    return goal


def test_a_pull_joins_both_sides(git: Git, pair: tuple[Computer, Computer]) -> None:
    here, there = pair
    here.leerreis("add", "note", "van hier")
    there.leerreis("add", "note", "van daar")
    for computer in pair:
        commit(git, computer, "an evening")
    git(there, "pull", "--quiet", "--no-edit")
    assert there.notes() == {"van hier", "van daar"}
    git(here, "pull", "--quiet", str(there.folder), "main")
    assert here.file.read_bytes() == there.file.read_bytes()
    assert here.notes() == {"van hier", "van daar"}


def test_a_text_changed_on_both_branches_has_both_versions(git: Git, pair: tuple[Computer, Computer]) -> None:
    here, there = pair
    goal = goal_of(here)
    here.leerreis("edit", goal, "--title", "Eerst meten")
    there.leerreis("edit", goal, "--title", "Beter meten")
    for computer in pair:
        commit(git, computer, "another title")
    git(there, "pull", "--quiet", "--no-edit")
    shown = there.shows(goal)
    assert {shown["title"], *shown["conflicts"]["title"]} == {"Eerst meten", "Beter meten"}


def test_deleted_on_one_branch_and_changed_on_the_other_is_kept(git: Git, pair: tuple[Computer, Computer]) -> None:
    here, there = pair
    goal = goal_of(here)
    here.leerreis("delete", goal)
    there.leerreis("edit", goal, "--why", "omdat het helpt")
    for computer in pair:
        commit(git, computer, "a goal")
    git(there, "pull", "--quiet", "--no-edit")
    assert there.shows(goal)["why"] == "omdat het helpt"


def test_a_rebase_joins_commit_by_commit(git: Git, pair: tuple[Computer, Computer]) -> None:
    here, there = pair
    here.leerreis("add", "note", "van hier")
    commit(git, here, "here")
    for words in ("een", "twee"):
        there.leerreis("add", "note", words)
        commit(git, there, words)
    git(there, "pull", "--quiet", "--rebase")
    assert there.notes() == {"van hier", "een", "twee"}


def test_a_side_that_cannot_be_read_leaves_ours_and_says_so(git: Git, pair: tuple[Computer, Computer]) -> None:
    here, there = pair
    here.file.write_bytes(here.file.read_bytes()[:-40])
    there.leerreis("add", "note", "van daar")
    ours = there.file.read_bytes()
    for computer in pair:
        commit(git, computer, "an accident")
    done = git(there, "pull", "--no-edit", status=1)
    assert "cannot be read" in done.stderr and "CONFLICT" in done.stdout
    assert there.file.read_bytes() == ours
    assert there.notes() == {"van daar"}
    assert git(there, "show", ":3:leerreis.json").stdout.encode() == here.file.read_bytes()


def test_without_the_driver_the_markers_of_git_lose_nothing(git: Git, pair: tuple[Computer, Computer]) -> None:
    here, there = pair
    git(there, "config", "--unset", "merge.leerreis.driver")
    here.leerreis("add", "note", "van hier")
    there.leerreis("add", "note", "van daar")
    for computer in pair:
        commit(git, computer, "an evening")
    git(there, "pull", "--no-edit", status=1)
    marked = there.file.read_bytes()
    assert b"<<<<<<<" in marked
    shown = there.tried("list")
    assert "van daar" in shown.stdout and "conflict markers" in shown.stderr
    assert there.tried("add", "note", "later").returncode == 0
    assert there.file.read_bytes() == marked
    git(there, "checkout", "--quiet", "--theirs", "leerreis.json")
    assert there.notes() == {"van hier", "van daar", "later"}
