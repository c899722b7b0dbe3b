"""Two real Syncthing computers on one machine, in a network of their own that leads nowhere else.

The set-up follows Syncthing's documentation of its configuration (docs.syncthing.net/users/config): no discovery, no
relays, no reports, fixed addresses on the loopback of that network.
"""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import subprocess
import time
import urllib.request
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self, TypeVar
from xml.etree import ElementTree as ET

from tests.clients.machines import Computer

T = TypeVar("T")

_NEW_NETWORK: Final = 0x40000000  # CLONE_NEWNET (linux/sched.h)
_FOLDER: Final = "portfolio"
_STILL: Final = 1.5
"""Seconds without a change after which both have settled."""
_OFF: Final = (
    "globalAnnounceEnabled", "localAnnounceEnabled", "relaysEnabled", "natEnabled", "crashReportingEnabled",
    "announceLANAddresses", "startBrowser",
)  # fmt: skip


class MissingError(Exception):
    """What this computer lacks for it."""


def until(came: Callable[[], bool], what: str, seconds: float = 60) -> None:
    """Look again and again until it came. Fails when it does not."""
    end = time.monotonic() + seconds
    while not came():
        assert time.monotonic() < end, f"waited {seconds} seconds: {what}"
        time.sleep(0.1)


class Network:
    """A network of its own: one thread that lives in it, and every process which that thread starts."""

    def __init__(self) -> None:
        """Raises MissingError where that cannot be had."""
        for program in ("syncthing", "ip"):
            if shutil.which(program) is None:
                raise MissingError(f"{program} is not installed")
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="network")
        self.within(self._enter)

    def within(self, work: Callable[[], T]) -> T:
        """Do this in there."""
        return self._thread.submit(work).result()

    @staticmethod
    def _enter() -> None:
        libc = ctypes.CDLL(None, use_errno=True)
        if not hasattr(libc, "unshare") or libc.unshare(_NEW_NETWORK) != 0:
            raise MissingError("a network of its own cannot be made here; it needs Linux and root")
        subprocess.run(["ip", "link", "set", "lo", "up"], check=True)


class Device(Computer):
    """A computer whose folder Syncthing keeps."""

    def __init__(self, folder: Path, number: int, network: Network) -> None:
        """Its settings are made; it does not run yet."""
        super().__init__(folder / "cloud", folder)
        self._home, self._network = folder / "syncthing", network
        self.address, self._gui = f"tcp://127.0.0.1:{22010 + number}", f"127.0.0.1:{8510 + number}"
        self._process: subprocess.Popen[bytes] | None = None
        self._run("generate", "--no-default-folder", "--skip-port-probing")
        self.id = self._run("--device-id").strip()

    def knows(self, *devices: Device) -> None:
        """Write its settings: these devices share the folder, and nothing is known of the world."""
        path = self._home / "config.xml"
        tree = ET.parse(path)  # noqa: S314 - Syncthing made it just now
        root = tree.getroot()
        for old in (*root.findall("device"), *root.findall("folder")):
            root.remove(old)
        where = {"id": _FOLDER, "path": str(self.folder), "type": "sendreceive", "rescanIntervalS": "3600"}
        watching = {"fsWatcherEnabled": "true", "fsWatcherDelayS": "1"}
        folder = ET.SubElement(root, "folder", {**where, **watching})
        ET.SubElement(folder, "maxConflicts").text = "10"
        ET.SubElement(folder, "pullerPauseS").text = "1"
        for device in devices:
            ET.SubElement(folder, "device", {"id": device.id})
            ET.SubElement(
                ET.SubElement(root, "device", {"id": device.id, "name": device.id[:7]}), "address"
            ).text = device.address
        options, gui = root.find("options"), root.find("gui")
        assert options is not None and gui is not None
        values = {**dict.fromkeys(_OFF, "false"), "listenAddress": self.address, "urAccepted": "-1"}
        values |= {"autoUpgradeIntervalH": "0", "stunKeepaliveStartS": "0", "reconnectionIntervalS": "1"}
        for name, value in values.items():
            for old in options.findall(name):
                options.remove(old)
            ET.SubElement(options, name).text = value
        for name, value in (("address", self._gui), ("apikey", "of the tests")):
            for old in gui.findall(name):
                gui.remove(old)
            ET.SubElement(gui, name).text = value
        tree.write(path)

    def start(self) -> None:
        """Let it run."""
        command = ["serve", "--no-browser", "--no-restart", "--no-upgrade", f"--logfile={self.own / 'syncthing.log'}"]
        self._process = self._network.within(lambda: subprocess.Popen(self._command(*command), **self._quietly()))
        until(self._is_up, "Syncthing is up")

    def stop(self) -> None:
        """Let it end."""
        if self._process is not None:
            self._process.terminate()
            try:
                self._process.wait(20)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()

    def ask(self, path: str, *, post: bool = False) -> Any:
        """What its REST interface answers."""
        request = urllib.request.Request(f"http://{self._gui}/rest/{path}", method="POST" if post else "GET")
        request.add_header("X-API-Key", "of the tests")

        def asked() -> bytes:
            with urllib.request.urlopen(request, timeout=20) as answer:  # noqa: S310 - our own device
                found: bytes = answer.read()
            return found

        data = self._network.within(asked)
        return json.loads(data) if data.strip() else None

    def state_of_folder(self) -> tuple[Any, ...] | None:
        """What it holds, when it is idle and needs nothing; else None."""
        status = self.ask(f"db/status?folder={_FOLDER}")
        if status["state"] != "idle" or status["needTotalItems"]:
            return None
        return tuple(status[name] for name in ("globalFiles", "globalBytes", "globalDeleted"))

    def scan(self) -> None:
        """Let it look at its folder now."""
        self.ask(f"db/scan?folder={_FOLDER}", post=True)

    def _is_up(self) -> bool:
        try:
            return bool(self.ask("system/ping"))
        except OSError:
            return False

    def _command(self, verb: str, *more: str) -> list[str]:
        return ["syncthing", verb, f"--home={self._home}", *more]

    def _quietly(self) -> dict[str, Any]:
        environment = {**os.environ, "HOME": str(self.own), "STNOUPGRADE": "1"}
        return {"env": environment, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}

    def _run(self, verb: str, *more: str) -> str:
        done = subprocess.run(
            self._command(verb, *more), env=self._quietly()["env"], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout


class Pair:
    """Two devices with one folder. A portfolio with one goal is on both when it is entered."""

    def __init__(self, folder: Path) -> None:
        """Raises MissingError where Syncthing or a network of its own cannot be had."""
        network = Network()
        self.here, self.there = Device(folder / "here", 1, network), Device(folder / "there", 2, network)
        self.both = (self.here, self.there)
        self.goal = ""

    def __enter__(self) -> Self:
        for device in self.both:
            device.knows(*self.both)
        for device in self.both:
            device.start()
        self.goal = self.here.leerreis("add", "goal", "Meten")
        self.settle()
        assert self.there.file.exists()
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _at: TracebackType | None
    ) -> None:
        for device in self.both:
            device.stop()

    def offline(self) -> None:
        """Neither hears of the other from now on."""
        for device, other in zip(self.both, reversed(self.both), strict=True):
            device.ask(f"system/pause?device={other.id}", post=True)

    def meet(self) -> None:
        """Both hear of each other again; what happened meanwhile is on its way."""
        for device, other in zip(self.both, reversed(self.both), strict=True):
            device.scan()
            device.ask(f"system/resume?device={other.id}", post=True)

    def online(self) -> None:
        """Both hear of each other again, and what happened meanwhile is exchanged."""
        self.meet()
        self.settle()

    def settle(self, seconds: float = 90) -> None:
        """Wait until both hold the same and neither has anything to do."""
        for device in self.both:
            device.scan()
        since, last = time.monotonic(), None

        def settled() -> bool:
            nonlocal since, last
            now = self._agreed()
            if now is None or now != last:
                since, last = time.monotonic(), now
            return now is not None and time.monotonic() - since >= _STILL

        until(settled, "both hold the same", seconds)

    def conflicts(self) -> list[Path]:
        """The conflict copies, on either side."""
        return [path for device in self.both for path in device.folder.glob("*.sync-conflict-*")]

    def _agreed(self) -> tuple[Any, ...] | None:
        """What both hold, when they agree on it."""
        for device, other in zip(self.both, reversed(self.both), strict=True):
            if not device.ask("system/connections")["connections"][other.id]["connected"]:
                return None
            if device.ask(f"db/completion?folder={_FOLDER}&device={other.id}")["completion"] != 100:
                return None
        one, two = (device.state_of_folder() for device in self.both)
        return one if one == two else None
