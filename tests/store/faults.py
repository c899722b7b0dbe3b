"""A system that fails or dies at a chosen call."""

from __future__ import annotations

import errno
import os

from portfolio.atomic import System


class DiedError(BaseException):
    """The process is gone; nothing after this may have an effect."""


class FaultySystem(System):
    """The real system until the `at`-th call; that one fails, or it and everything after it is never done."""

    def __init__(self, at: int, *, dies: bool, error: int = errno.ENOSPC) -> None:
        self.calls: list[str] = []
        self._at = at
        self._dies = dies
        self._error = error

    def _step(self, name: str) -> None:
        self.calls.append(name)
        number = len(self.calls)
        if self._dies and number >= self._at:
            raise DiedError
        if number == self._at:
            raise OSError(self._error, os.strerror(self._error))

    def open(self, path: str, flags: int, mode: int = 0o600) -> int:
        self._step("open")
        return os.open(path, flags, mode)

    def read(self, handle: int, size: int) -> bytes:
        self._step("read")
        return os.read(handle, size)

    def write(self, handle: int, data: memoryview) -> int:
        try:
            self._step("write")
        except BaseException:
            os.write(handle, data[: len(data) // 2])
            raise
        return os.write(handle, data[: max(1, len(data) - 1)])

    def stat(self, handle_or_path: int | str) -> os.stat_result:
        self._step("stat")
        return os.stat(handle_or_path)

    def chmod(self, handle: int, mode: int) -> None:
        self._step("chmod")
        super().chmod(handle, mode)

    def sync(self, handle: int) -> None:
        self._step("sync")
        super().sync(handle)

    def close(self, handle: int) -> None:
        os.close(handle)
        self._step("close")

    def replace(self, source: str, target: str) -> None:
        self._step("replace")
        os.replace(source, target)

    def link(self, source: str, target: str) -> None:
        self._step("link")
        os.link(source, target)

    def unlink(self, path: str) -> None:
        self._step("unlink")
        os.unlink(path)

    def mkdir(self, path: str, mode: int) -> None:
        self._step("mkdir")
        os.mkdir(path, mode)

    def sync_folder(self, path: str) -> None:
        self._step("sync_folder")
        super().sync_folder(path)


class CountingReads(System):
    """The real system, which counts how often something is read."""

    def __init__(self) -> None:
        self.reads = 0

    def read(self, handle: int, size: int) -> bytes:
        self.reads += 1
        return super().read(handle, size)


class ReadOnlyFolder(System):
    """A system that lets nobody write in one folder."""

    def __init__(self, folder: str, error: int = errno.EACCES) -> None:
        self._folder = os.path.realpath(folder)
        self._error = error

    def open(self, path: str, flags: int, mode: int = 0o600) -> int:
        if flags & (os.O_WRONLY | os.O_RDWR) and os.path.dirname(os.path.realpath(path)) == self._folder:
            raise OSError(self._error, os.strerror(self._error), path)
        return os.open(path, flags, mode)
