"""What is written to a terminal that went away, or does not read, never keeps the app waiting for good."""

from __future__ import annotations

import os
from time import monotonic

from portfolio.tui.services.terminal import Output


def test_everything_is_written_in_order_before_it_closes() -> None:
    reads, writes = os.pipe()
    output = Output(writes)
    for n in range(500):
        output.write(f"{n},")
    output.close()
    os.close(writes)
    with os.fdopen(reads, encoding="utf-8") as file:
        assert file.read() == "".join(f"{n}," for n in range(500))


def test_a_terminal_that_is_gone_takes_everything() -> None:
    reads, writes = os.pipe()
    os.close(reads)
    output = Output(writes)
    for _n in range(100):
        output.write("x" * 100_000)
    output.close()
    os.close(writes)
    assert output.gone


def test_a_terminal_that_does_not_read_is_waited_for_only_until_there_is_hurry() -> None:
    reads, writes = os.pipe()
    output = Output(writes)
    output.write("x" * 1_000_000)
    output.hurried = True
    since = monotonic()
    output.write("x" * 10_000_000)
    output.close()
    assert monotonic() - since < 5
    os.close(reads)  # which ends the thread that still writes
    output._thread.join(10)
    os.close(writes)


def test_a_terminal_that_was_left_never_to_wait_gets_everything() -> None:
    reads, writes = os.pipe()
    os.set_blocking(writes, False)
    output = Output(writes)
    output.write("x" * 300_000)
    got = 0
    while got < 300_000:
        got += len(os.read(reads, 65536))
    output.close()
    os.close(reads)
    os.close(writes)
    assert not output.gone
