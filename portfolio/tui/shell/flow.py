"""Flows: coroutines that ask the user questions, one after the other, and act on the answers.

A flow runs in a worker of the app, not of a screen, so that closing a screen does not cancel it halfway through a
change. Until it ends it holds back the keys, except while it awaits an answer (`OwnScreen.ask`).
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import partial, wraps
from typing import Any, Concatenate, Final, ParamSpec, TypeVar

from textual.message_pump import MessagePump

Given = ParamSpec("Given")
Node = TypeVar("Node", bound=MessagePump)

_GROUP: Final = "flows"


def start_flow(
    node: MessagePump, questions: Callable[Given, Coroutine[Any, Any, object]], *given: Given.args, **more: Given.kwargs
) -> None:
    """Run `questions` as a flow of the app that `node` belongs to."""
    work: Any = partial(questions, *given, **more)
    node.app.run_worker(
        work, group=_GROUP, description=_GROUP
    )  # the default description would contain `given`, which can be private


def flow(
    method: Callable[Concatenate[Node, Given], Coroutine[Any, Any, object]],
) -> Callable[Concatenate[Node, Given], None]:
    """Decorate a coroutine method of a screen or widget, such as an action: calling it starts it as a flow."""

    @wraps(method)
    def begin(node: Node, /, *given: Given.args, **more: Given.kwargs) -> None:
        start_flow(node, method, node, *given, **more)

    return begin
