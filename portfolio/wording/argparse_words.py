"""The messages of Python's argparse that the user can see, so that our catalogue has them in Dutch too.

argparse passes exactly these messages to gettext. A test compares them with the argparse of the running Python.
"""

from __future__ import annotations

from typing import Final

from portfolio.wording import N_

SENTENCES: Final = (
    N_("usage: "),
    N_("positional arguments"),
    N_("options"),
    N_("show this help message and exit"),
    N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"),
    N_("expected one argument"),
    N_("expected at most one argument"),
    N_("expected at least one argument"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("invalid %(type)s value: %(value)r"),
    N_("ambiguous option: %(option)s could match %(matches)s"),
    N_("ignored explicit argument %r"),
    N_("not allowed with argument %s"),
)
