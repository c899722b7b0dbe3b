"""The app without painting, for tests that run it thousands of times, at a third of the cost.

Only work that cannot change the behaviour is left out: nothing is drawn, and the bars are not computed. Computed
once and cached: parsed style sheets, the rules that apply to a widget by its path, class names and focus, the handlers
of a message, the signature of a callback, and the attribute that stores a reactive. Layout, focus, messages, timers,
threads and files are those of the app. `Keys.text` still draws a screen on request.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final

import pytest
from textual import _callback, message_pump
from textual._compositor import Compositor
from textual.app import App
from textual.css.stylesheet import Stylesheet
from textual.design import ColorSystem
from textual.dom import DOMNode
from textual.message import Message
from textual.message_pump import MessagePump
from textual.reactive import Reactive

from portfolio.tui.shell.frame import Frame

_BY_PLACE: Final = frozenset(
    {"first-of-type", "last-of-type", "first-child", "last-child", "odd", "even", "focus-within", "empty"}
)
"""Pseudo classes that depend on other widgets: rules with them are not cached."""
_FLAGS: Final = ("_has_hover_style", "_has_focus_within", "_has_order_style", "_has_odd_or_even")
"""The attributes that a style sheet sets on a widget besides its styles."""

_parsed: dict[Any, Any] = {}
"""The parsed rules by style sheet, for all apps of this process."""
_sheets: dict[tuple[int, ...], int] = {}
"""A number for each list of rules."""
_styles: dict[Any, tuple[dict[str, Any], tuple[bool, ...]]] = {}
"""The base styles and flags of a widget, by list of rules and path."""
_handlers: dict[Any, list[tuple[type, Any]] | None] = {}
"""The handlers by class of widget, class of message and name; None when they depend on a selector."""
_counts: dict[Any, int] = {}
"""The number of parameters of a function, by its code."""
_plain: dict[tuple[type, str], str] = {}
"""The attribute that stores a reactive, by class and name; empty for a computed reactive."""
_colours: dict[Any, dict[str, str]] = {}
"""The generated colours, by the colours of a theme."""
_parse_rules: Any = Stylesheet._parse_rules
_get_value: Any = Reactive.__get__
_generate: Any = ColorSystem.generate
_apply: Any = Stylesheet.apply
_get_dispatch_methods: Any = MessagePump._get_dispatch_methods
_count_parameters: Any = _callback._count_parameters


def _draw_nothing(compositor: Compositor, *_given: object, **_more: object) -> None:
    compositor._dirty_regions.clear()


def _parse_rules_once(sheet: Any, *given: Any, **more: Any) -> Any:
    if getattr(sheet, "_keyed", None) is not sheet._variables:
        sheet._keyed = sheet._variables
        sheet._variables_key = frozenset(sheet._variables.items())
        sheet._variables_hash = hash(sheet._variables_key)
    key = sheet._variables_hash, given, tuple(more.items())
    if key not in _parsed:
        _parsed[key] = _parse_rules(sheet, *given, **more)
    return _parsed[key]


def _number_of(sheet: Any) -> int | None:
    """Return a number for the rules of a sheet; None when they depend on neighbouring widgets."""
    rules = sheet.rules
    if getattr(sheet, "_numbered", None) is not rules:
        by_place = any(not rule.pseudo_classes.isdisjoint(_BY_PLACE) for rule in rules)
        sheet._numbered = rules
        sheet._number = None if by_place else _sheets.setdefault(tuple(map(id, rules)), len(_sheets))
    number: int | None = sheet._number
    return number


def _path_of(node: Any) -> tuple[Any, ...] | None:
    """Return everything that selectors test on a widget and its ancestors; None when it is in no app."""
    path: list[Any] = []
    last = node
    while isinstance(node, DOMNode):
        path += (type(node), node._id, frozenset(node._classes), node._pseudo_classes_cache_key)
        path.append(getattr(node, "can_focus", None))
        last, node = node, node._parent
    return (*path, last.app_focus, last.theme) if isinstance(last, App) else None


def _apply_once(sheet: Any, node: Any, *, animate: bool = False, cache: Any = None) -> None:
    number, path = _number_of(sheet), _path_of(node)
    if number is None or path is None:
        _apply(sheet, node, animate=animate, cache=cache)
        return
    key = number, path
    if getattr(node, "_styled", None) == key:
        return
    base = node.styles.base
    if key in _styles:
        rules, flags = _styles[key]
        for name, flag in zip(_FLAGS, flags, strict=True):
            setattr(node, name, flag)
        if base._rules or node._is_mounted:
            sheet.replace_rules(node, rules)
        else:  # it is not shown yet, so no layout is needed
            base._rules.update(rules)
            base._updates += 1
            node.notify_style_update()
        sheet._process_component_classes(node)
    else:
        _apply(sheet, node, animate=animate, cache=cache)
        _styles[key] = dict(base._rules), tuple(getattr(node, name) for name in _FLAGS)
    node._styled = key


def _handlers_of(pump: type[MessagePump], message: type[Message], name: str) -> list[tuple[type, Any]] | None:
    """Return the handlers as Textual finds them; None when they depend on a selector."""
    kinds = [kind for kind in message.__mro__ if issubclass(kind, Message)]
    found: list[tuple[type, Any]] = []
    for cls in pump.__mro__:
        decorated = cls.__dict__.get("_decorated_handlers") or {}
        for method, selectors in (each for kind in kinds for each in decorated.get(kind, [])):
            if selectors:
                return None
            if all(method is not known for _cls, known in found):
                found.append((cls, method))
        method = cls.__dict__.get(f"_{name}") or cls.__dict__.get(name)
        if method is not None and not getattr(method, "_textual_on", None):
            found.append((cls, method))
    return found


def _dispatch_methods(pump: Any, name: str, message: Message) -> Iterator[tuple[type, Callable[[Message], Any]]]:
    key = type(pump), type(message), name
    if key not in _handlers:
        _handlers[key] = _handlers_of(*key)
    known = _handlers[key]
    if known is None:
        yield from _get_dispatch_methods(pump, name, message)
        return
    last: type | None = None
    for cls, method in known:
        if message._no_default_action and cls is not last:
            break
        last = cls
        yield cls, method.__get__(pump, cls)


def _parameters_of(function: Any) -> int:
    code = getattr(function, "__code__", None)
    if code is None:
        return int(_count_parameters(function))
    key = code, inspect.ismethod(function)
    if key not in _counts:
        _counts[key] = _count_parameters(function)
    return _counts[key]


class _Silent:
    """Log that discards everything."""

    def __call__(self, *_given: object, **_more: object) -> None:
        """Discard the message."""

    def __getattr__(self, _name: str) -> _Silent:
        return self

    def verbosity(self, _verbose: bool) -> _Silent:
        """Return the same log at any verbosity."""
        return self


def _value_of(reactive: Any, node: Any, kind: Any) -> Any:
    """Return the value of a reactive from its attribute; for a computed or unset one as Textual does."""
    if node is not None:
        key = type(node), reactive.name
        if key not in _plain:
            _plain[key] = f"_reactive_{reactive.name}" if not hasattr(node, f"compute_{reactive.name}") else ""
        try:
            return node.__dict__[_plain[key]]
        except KeyError:
            pass
    return _get_value(reactive, node, kind)


def _show_no_frame(frame: Any) -> None:
    frame._due = False


def _generate_once(colours: ColorSystem) -> dict[str, str]:
    key = tuple(sorted((name, repr(value)) for name, value in vars(colours).items()))
    if key not in _colours:
        _colours[key] = _generate(colours)
    return dict(_colours[key])


@contextmanager
def unpainted() -> Iterator[None]:
    """Run apps in this context without painting."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Compositor, "render_update", _draw_nothing)
        patch.setattr(Stylesheet, "_parse_rules", _parse_rules_once)
        patch.setattr(Stylesheet, "apply", _apply_once)
        patch.setattr(MessagePump, "_get_dispatch_methods", _dispatch_methods)
        patch.setattr(Reactive, "__get__", _value_of)
        patch.setattr(ColorSystem, "generate", _generate_once)
        patch.setattr(_callback, "_count_parameters", _parameters_of)
        patch.setattr(message_pump, "log", _Silent())
        patch.setattr(Frame, "_paint", _show_no_frame)
        patch.setattr(Frame, "keys_changed", _show_no_frame)
        yield
