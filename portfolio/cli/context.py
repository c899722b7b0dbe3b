"""The context of a command: language, day, paths, the open notebook and the three streams."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Final, NamedTuple, TextIO

from portfolio.errors import PortfolioError, UsageError
from portfolio.records.problems import brief
from portfolio.sanitise import clean, clean_document, clean_line
from portfolio.wording import N_, Words, choose_language

if TYPE_CHECKING:
    from portfolio.capture.batch import Batch
    from portfolio.locations import Locations
    from portfolio.notebook import Notebook
    from portfolio.notebook.reports import Manner
    from portfolio.settings import Settings

    App = Callable[["Context", bool], int]
    """Runs the app, on the example portfolio or not, and returns its exit status; __main__ passes it in."""

    Actions = Callable[[], Collection[str]]
    """Gives the ids of the actions of the app, for which keys can be set; __main__ passes it in."""

    Dispatch = Callable[[Sequence[str], "Context"], int]
    """Runs the command of a line; its exit status."""

NO_TEXT: Final = N_("Nothing was added: the text is empty. Put it after the kind, in quotes, or send it in with -.")


class Streams(NamedTuple):
    """The streams for input, results and messages."""

    stdin: TextIO
    stdout: TextIO
    stderr: TextIO


class Globals(NamedTuple):
    """The global options as given; None where they were not."""

    file: str | None = None
    lang: str | None = None
    today: str | None = None
    plain: bool = False
    """Whether lines of text were asked for instead of the app."""


UNKNOWN_FILE: Final = N_(
    "The settings in {path} cannot be read, so it is not known where your portfolio is. Fix them, or use --file."
)
_NO_PLACE: Final = N_(
    "In the settings in {path}, “file” is “{file}”, and there is no such place on this computer, so it is not known "
    "where your portfolio is. Fix that line, or use --file."
)
_NO_PATH: Final = N_(
    "In the settings in {path}, “file” is not a path between quotes, so it is not known where your portfolio is. Fix "
    "that line, or use --file."
)


_YES: Final = frozenset({"y", "yes", "j", "ja"})


def _now() -> datetime:
    return datetime.now(UTC)


class Context:
    """One run of the command line. Anything slow is made when it is first asked for."""

    def __init__(
        self,
        given: Globals,
        environment: Mapping[str, str],
        streams: Streams,
        app: App | None = None,
        clock: Callable[[], datetime] = _now,
        settings: Settings | None = None,
        dispatch: Dispatch | None = None,
        actions: Actions = tuple,
        plain: App | None = None,
    ) -> None:
        """`clock` gives the instant, UTC; `settings` are read when not given; `dispatch` runs a command line.

        `actions` gives the ids for which keys can be set; without the app there are none. `plain` runs plain mode.
        """
        self.action_ids, self.plain = actions, plain
        self.given, self.environment, self.streams, self.clock = given, environment, streams, clock
        self.app, self.dispatch = app, dispatch
        self.quiet = False
        """Whether what the settings and the file have to say is left to the command, which reports all of it."""
        self._words: Words | None = None
        self._settings = settings
        self._locations: Locations | None = None
        self._notebook: Notebook | None = None

    @property
    def words(self) -> Words:
        """The translator: --lang, else the settings, else the profile (once open), else the locale."""
        if self._words is None:
            self._words = Words(choose_language(self.given.lang or self.settings.language, self.environment))
        return self._words

    @property
    def settings(self) -> Settings:
        """The settings of this computer."""
        if self._settings is None:
            from portfolio import locations, settings

            self._settings = settings.read(locations.find(self.environment).config_file)
        return self._settings

    @property
    def locations(self) -> Locations:
        """Every path in use."""
        if self._locations is None:
            from portfolio import locations

            self._check_settings()
            found = locations.find(self.environment, self.given.file, self.settings.file)
            self._locations = found._replace(inbox=self.settings.inbox or "")
        return self._locations

    def _check_settings(self) -> None:
        """Report damaged settings; raise PortfolioError when the path of the file is unknown because of them.

        Continuing would begin a second portfolio at the default place.
        """
        damaged = self.settings.damaged
        chosen = self.given.file or self.environment.get("LEERREIS_FILE")
        if damaged and not chosen and (os.path.isabs(damaged[0]) or "file" in damaged):
            path = settings_path(self.environment)
            if os.path.isabs(damaged[0]):
                raise PortfolioError(UNKNOWN_FILE, path=path)
            if self.settings.placeless:
                raise PortfolioError(_NO_PLACE, path=path, file=brief(self.settings.placeless))
            raise PortfolioError(_NO_PATH, path=path)
        from portfolio.settings import passed_over

        for wrong in () if self.quiet else passed_over(self.settings):
            self.say(wrong.sentence(self.words))

    @property
    def today(self) -> date:
        """The user's calendar day: --today, else LEERREIS_TODAY, else that of the clock."""
        real = self.clock().astimezone().date()
        wanted = self.given.today or self.environment.get("LEERREIS_TODAY")
        if not wanted:
            return real
        try:
            return date.fromisoformat(wanted)
        except ValueError:
            from portfolio.capture.dates import parse_when

            return parse_when(wanted, real).day

    @property
    def notebook(self) -> Notebook:
        """The open portfolio; its notices are printed on stderr once."""
        return self.open()

    def open(self, copies: Manner = "join") -> Notebook:
        """Open the portfolio; copies beside its file are joined, or left alone for a command that lists them first."""
        if self._notebook is None:
            from portfolio.notebook import open_notebook

            self._notebook = open_notebook(self.locations, today=self.today, now=self.clock, copies=copies)
            self._use_profile_language(self._notebook)
            for notice in self._notebook.notices:
                if notice.kind == "foreign":
                    raise PortfolioError(notice.message, **notice.parameters)
                if not self.quiet or notice.kind == "purged_elsewhere":  # which is no finding
                    self.say(notice.sentence(self.words))
            for arrival in self._notebook.copies.take_arrived():
                self.say(arrival.sentence(self.words))
        return self._notebook

    def _use_profile_language(self, notebook: Notebook) -> None:
        if self.given.lang is None and self.settings.language is None:
            wanted = notebook.read.language()
            if wanted and wanted != self.words.language:
                self._words = Words(choose_language(wanted, self.environment))

    def existing(self) -> Notebook:
        """The notebook, for a command that needs an existing one. Raises NoPortfolioYet."""
        notebook = self.notebook
        if not notebook.exists:
            raise NoPortfolioYet(
                N_('There is no portfolio yet at {path}. Begin with: leerreis add note "..."'),
                path=self.locations.data_file,
            )
        return notebook

    def day(self, typed: str | None) -> date | None:
        """The day typed for an option; a computed day is printed in full."""
        if typed is None:
            return None
        from portfolio.capture.dates import parse_when

        when = parse_when(typed, self.today)
        if not when.exact:
            self.say_day(when.day)
        return when.day

    def days(self, since: str | None, until: str | None) -> tuple[date | None, date | None]:
        """The typed first and last day. Raises WrongUse when the last is before the first."""
        first, last = self.day(since), self.day(until)
        if first and last and first > last:
            raise WrongUse(N_("This period ends before it begins."))
        return first, last

    def say_day(self, day: date) -> None:
        """Print a computed day in full, on stderr."""
        from portfolio.wording.dates import day_in_full

        self.say(day_in_full(day, self.words))

    def say_computed(self, batch: Batch) -> None:
        """Print, on stderr, the days computed from words, and who was made beside people with a name like it."""
        for day in batch.computed_days:
            self.say_day(day)
        message = self.words("“{name}” is a new person, beside {others}. Undo it with: leerreis undo")
        for name, alike in batch.namesakes.items():
            self.say(message.format(name=clean_line(name), others=", ".join(f"“{clean_line(each)}”" for each in alike)))

    def print(self, text: str) -> None:
        """Print a result of one or more lines on stdout."""
        self.streams.stdout.write(f"{clean(text)}\n")

    def print_lines(self, lines: Iterable[str]) -> None:
        """Print results on stdout, a line each."""
        self.streams.stdout.write("".join(f"{clean_line(line)}\n" for line in lines))

    def write(self, document: str) -> None:
        """Print a whole document on stdout, with its own line ends."""
        self.streams.stdout.write(clean_document(document))

    def agreed(self, question: str) -> bool:
        """Ask a question on stderr; anything but a clear yes is no."""
        self.streams.stderr.write(f"{clean_line(question)} ")
        self.streams.stderr.flush()
        return self.streams.stdin.readline().strip().lower() in _YES

    def say(self, sentence: str) -> None:
        """Print a message on stderr, on one line: a file name in it cannot start a new line."""
        self.streams.stderr.write(f"{clean_line(sentence)}\n")


def settings_path(environment: Mapping[str, str]) -> str:
    """The path of the settings."""
    from portfolio import locations

    return locations.find(environment).config_file


class NoPortfolioYet(PortfolioError):
    """A command that reads found no portfolio."""


class WrongUse(UsageError):
    """The arguments of a command contradict each other or are incomplete."""
