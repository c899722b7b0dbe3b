"""The installed program: a wheel in a fresh environment, run from another folder, in both languages and every theme."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from tests.terminal import Terminal

ROOT = Path(__file__).resolve().parent.parent
THEMES = sorted(path.stem for path in (ROOT / "themes").glob("*.toml"))

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("wheel")]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built as a packager would: through the source distribution."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run([sys.executable, "-m", "build", "--outdir", str(folder), str(ROOT)], check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def command(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """`leerreis`, installed where nothing else is."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder, with_pip=True)
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    pip = [str(scripts / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", str(wheel)]
    subprocess.run(pip, check=True, capture_output=True)
    return str(scripts / "leerreis")


def run(command: str, *arguments: str, cwd: Path) -> str:
    """What the installed command prints, from a folder that is not the source tree."""
    done = subprocess.run([command, *arguments], cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_themes_translations_fonts_and_the_demo_are_in_the_wheel(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {f"portfolio/themes/{theme}.toml" for theme in THEMES} <= names
    assert {"portfolio/locale/nl/LC_MESSAGES/leerreis.mo", "portfolio/demo/nl.json", "portfolio/demo/en.json"} <= names
    fonts = {f"portfolio/export/fonts/Inter-{weight}.otf" for weight in ("Regular", "SemiBold", "Italic")}
    fonts |= {"portfolio/export/fonts/OFL.txt", "portfolio/export/fonts/README.md"}
    assert fonts | {"portfolio/export/word.docx"} <= names
    assert not any(name.startswith(("tests/", "bench/", "docs/")) for name in names)


def test_the_command_line_speaks_both_languages_from_any_folder(command: str, tmp_path: Path) -> None:
    assert "Leerreis" in run(command, "--lang", "nl", "demo", "journey", cwd=tmp_path)
    assert "Learning journey" in run(command, "--lang", "en", "demo", "journey", cwd=tmp_path)
    assert "Ontwikkelportfolio" in run(command, "--lang", "nl", "demo", "export", cwd=tmp_path)
    identity = run(command, "add", "note", "from elsewhere", cwd=tmp_path).strip()
    assert "from elsewhere" in run(command, "show", identity, cwd=tmp_path)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("language", "first"), [("nl", "Vandaag"), ("en", "Today")])
def test_the_app_opens_in_every_theme(
    command: str, tmp_path: Path, home: Path, theme: str, language: str, first: str
) -> None:
    home.mkdir()
    (home / "config.toml").write_text(f'theme = "{theme}"\nfile = "{home / "leerreis.json"}"\n')
    run(command, "add", "note", "x", cwd=tmp_path)
    environment = {**os.environ, "LEERREIS_HOME": str(home)}
    with Terminal([command, "--lang", language], environment) as terminal:
        terminal.wait_for(first)
        terminal.press("q")
        assert terminal.wait_for_end() == 0
